#pragma once

#include "model/domain/text_grid.h"
#include <variant>
#include <vector>

namespace mz {

/// Where a piece of a file stands: what the user can look up.
struct SourcePlace
{
    int line = 0;        ///< From 1, of a text or a spreadsheet; 0 where there are none.
    int page = 0;        ///< From 1; 0 where the file has no pages.
    QString sheet = {};  ///< A spreadsheet's sheet; else empty.
    bool operator==(const SourcePlace &) const = default;
};

struct ManuscriptBlock
{
    std::variant<QString, TextGrid> content;  ///< A paragraph, or a grid.
    SourcePlace place;
    std::vector<SourcePlace> rowPlaces;  ///< Of a grid's rows, where the reader knows them.

    bool isParagraph() const { return content.index() == 0; }
    const QString &paragraph() const { return std::get<0>(content); }
    const TextGrid &grid() const { return std::get<1>(content); }
};

/// What a reader has to say of a file, beside what it read.
struct ManuscriptNote
{
    QString message;  ///< One translated sentence.
    SourcePlace place;
    /// Something that a person sees there could not be read (a page that is only
    /// a picture): what was not found may have stood on it.
    bool lost = false;
    bool operator==(const ManuscriptNote &) const = default;
};

/// A document as an ordered list of paragraphs and grids. It knows formats, not
/// finance: a reader makes one, a writer takes one.
struct Manuscript
{
    std::vector<ManuscriptBlock> blocks;
    std::vector<ManuscriptNote> notes = {};
    bool hasPrintedLines = false;  ///< Paragraphs were put together from printed lines.
};

}  // namespace mz
