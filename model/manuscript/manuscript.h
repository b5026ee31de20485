#pragma once

#include "model/domain/text_grid.h"
#include <variant>
#include <vector>

namespace mz {

/// Where a piece of a file stands: what the user can look up.
struct SourcePlace
{
    int line = 0;  ///< From 1; 0 where the file has no lines.
    int page = 0;  ///< From 1; 0 where the file has no pages.
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

/// A document as an ordered list of paragraphs and grids. It knows formats, not
/// finance: a reader makes one, a writer takes one.
struct Manuscript
{
    std::vector<ManuscriptBlock> blocks;
};

}  // namespace mz
