#include "model/recognize/side_by_side.h"

#include "model/recognize/document_lines.h"
#include "model/recognize/grid_columns.h"

namespace mz {

namespace {

/// A cell of the file, and the column that it stands in.
struct StandingCell
{
    int column = 0;
    const GridCell *cell = nullptr;
};
using StandingRow = std::vector<StandingCell>;

std::vector<StandingRow> standingRows(const TextGrid &grid)
{
    std::vector<StandingRow> rows(grid.rows.size());
    int width = 0;
    const std::vector<PlacedRow> placed
        = grid.spansKnown ? placeBySpans(grid, &width) : std::vector<PlacedRow>();
    for (size_t i = 0; i < grid.rows.size(); ++i) {
        size_t next = 0;
        if (!grid.spansKnown) {
            for (const GridCell &cell : grid.rows[i])
                rows[i].push_back({int(next++), &cell});
            continue;
        }
        for (const PlacedCell &cell : placed[i]) {
            if (!cell.continued)
                rows[i].push_back({cell.column, &grid.rows[i][next++]});
        }
    }
    return rows;
}

/// The columns that some text covers.
std::vector<bool> filledColumns(const std::vector<StandingRow> &rows)
{
    std::vector<bool> filled;
    for (const StandingRow &row : rows) {
        for (const auto &[column, cell] : row) {
            if (cell->text.trimmed().isEmpty())
                continue;
            const auto end = size_t(column) + size_t(qMax(1, cell->columnSpan));
            filled.resize(qMax(filled.size(), end), false);
            std::fill(filled.begin() + column, filled.begin() + qptrdiff(end), true);
        }
    }
    return filled;
}

/// Where a table begins behind a blank column, from the left.
std::vector<int> firstColumns(const std::vector<StandingRow> &rows, const std::vector<bool> &filled,
    const Handbook &handbook, const RecognitionWords &words)
{
    std::vector<int> first;
    for (size_t column = 1; column < filled.size(); ++column) {
        if (!filled[column] || filled[column - 1])
            continue;
        size_t end = column;
        while (end < filled.size() && filled[end])
            ++end;
        const bool titled = std::any_of(rows.begin(), rows.end(), [&](const StandingRow &row) {
            return std::any_of(row.begin(), row.end(), [&](const StandingCell &standing) {
                return standing.column >= int(column) && standing.column < int(end)
                    && !titleKind(standing.cell->text.trimmed(), handbook, words).isEmpty();
            });
        });
        if (titled)
            first.push_back(int(column));
    }
    return first;
}

ManuscriptBlock part(
    const ManuscriptBlock &block, const std::vector<StandingRow> &rows, int first, int end)
{
    TextGrid grid;
    grid.spansKnown = block.grid().spansKnown;
    for (const StandingRow &row : rows) {
        grid.rows.emplace_back();
        for (const auto &[column, cell] : row) {
            if (column >= first && column < end)
                grid.rows.back().push_back(*cell);
        }
        if (grid.rows.back().empty())
            grid.rows.back().emplace_back();
    }
    return {std::move(grid), block.place, block.rowPlaces};
}

}  // namespace

std::vector<ManuscriptBlock> partedTables(
    const ManuscriptBlock &block, const Handbook &handbook, const RecognitionWords &words)
{
    if (block.isParagraph())
        return {block};
    const std::vector<StandingRow> rows = standingRows(block.grid());
    const std::vector<bool> filled = filledColumns(rows);
    std::vector<int> edges = firstColumns(rows, filled, handbook, words);
    // What stands to the left has to be a table of its own as well.
    constexpr size_t mostTables = 30;  // a report has nine, and some of its own
    const bool alone = edges.empty() || edges.size() >= mostTables
        || std::none_of(
            filled.begin(), filled.begin() + edges.front(), [](bool column) { return column; });
    if (alone)
        return {block};
    edges.insert(edges.begin(), 0);
    edges.push_back(int(filled.size()));
    std::vector<ManuscriptBlock> parts;
    for (size_t i = 0; i + 1 < edges.size(); ++i)
        parts.push_back(part(block, rows, edges[i], edges[i + 1]));
    return parts;
}

}  // namespace mz
