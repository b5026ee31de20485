#pragma once

#include <QString>
#include <vector>

namespace mz {

struct GridCell
{
    QString text;  ///< Verbatim; line breaks are '\n'.
    int rowSpan = 1;
    int columnSpan = 1;
    bool operator==(const GridCell &) const = default;
};

/// A table of texts as a file has it. A row lists only the cells that begin in
/// it; a cell that spans is listed once, where it begins.
struct TextGrid
{
    std::vector<std::vector<GridCell>> rows;
    /// False where the file does not tell spans (a text file): a row may then
    /// have fewer cells than the table has columns.
    bool spansKnown = true;

    bool operator==(const TextGrid &) const = default;
};

}  // namespace mz
