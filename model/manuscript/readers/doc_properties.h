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
    int list = 0;  ///< That numbers it, from 1; 0 for none.
    int level = 0;
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
/// offset in the stream. Only what decides about text, tables and numbers is
/// read; of styles, what they say of paragraphs.
class DocProperties
{
public:
    DocProperties(ByteView document, ByteView data, ByteView paragraphPages,
        ByteView characterPages, ByteView styles);

    /// `changes` is of the piece that holds the character.
    DocParagraph paragraph(qint64 offset, ByteView changes);
    DocCharacters characters(qint64 offset, ByteView changes);

    /// More properties than any document has: what is told from then on is the
    /// default.
    bool isExhausted() const { return m_left <= 0; }

private:
    struct Style
    {
        ByteView list;
        int base = 0;
    };

    void readStyles(ByteView bytes);
    void applyStyle(int style, int depth, DocParagraph &paragraph);
    template <typename Take>
    void each(ByteView list, int depth, Take take);
    void apply(ByteView list, DocParagraph &paragraph);
    void apply(ByteView list, DocCharacters &characters);

    ByteView m_document;
    ByteView m_data;
    ByteView m_paragraphPages;
    ByteView m_characterPages;
    std::vector<Style> m_styles;
    qint64 m_left = 50'000'000;
};

}  // namespace mz
