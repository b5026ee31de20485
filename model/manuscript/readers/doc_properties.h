#pragma once

#include "model/manuscript/readers/byte_view.h"
#include <vector>

namespace mz {

/// A row's cells, as its end mark tells them.
struct DocRow
{
    struct Cell
    {
        bool joinsLeft = false;
        bool joinsAbove = false;
        bool beginsDown = false;  ///< Those below may join it.
    };
    std::vector<int> edges;  ///< In twips, one more than cells; rising.
    std::vector<Cell> cells;
};

struct DocParagraph
{
    int depth = 0;          ///< Of tables in each other; 0 outside of any.
    bool endsCell = false;  ///< Of a table inside another one's cell.
    bool endsRow = false;
    DocRow row;  ///< Where it ends one.
};

struct DocCharacters
{
    bool hidden = false;
    bool deleted = false;  ///< A tracked deletion.
    bool special = false;
    char16_t symbol = 0;
    qint64 end = 0;  ///< The offset up to which they are the same.
};

/// The formatting that Word keeps in pages of 512 bytes, found by a character's
/// offset in the stream. Only what decides about text and tables is read;
/// formatting that comes from a style is not.
class DocProperties
{
public:
    DocProperties(
        ByteView document, ByteView data, ByteView paragraphPages, ByteView characterPages);

    /// `changes` is of the piece that holds the character.
    DocParagraph paragraph(qint64 offset, ByteView changes);
    DocCharacters characters(qint64 offset, ByteView changes);

    /// More properties than any document has: what is told from then on is the
    /// default.
    bool isExhausted() const { return m_left <= 0; }

private:
    template <typename Take>
    void each(ByteView list, int depth, Take take);
    void apply(ByteView list, DocParagraph &paragraph);
    void apply(ByteView list, DocCharacters &characters);

    ByteView m_document;
    ByteView m_data;
    ByteView m_paragraphPages;
    ByteView m_characterPages;
    qint64 m_left = 50'000'000;
};

}  // namespace mz
