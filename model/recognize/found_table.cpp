#include "model/domain/text.h"
#include "model/recognize/recognition.h"
#include "model/recognize/table_recognizer.h"
#include <algorithm>

namespace mz {

namespace {

constexpr int widestShown = 256;  // as many columns as a placed row has at most

int widthOf(const SourceRow &row)
{
    if (!row.spansKnown)
        return std::min(int(row.cells.size()), widestShown);
    return row.placed.empty() ? 0 : row.placed.back().column + row.placed.back().span;
}

/// Where spans are not known, a short row begins with a cell that spans code and
/// name, as rows are read, unless it begins with a code.
PlacedRow cellsOf(const SourceRow &row, int width)
{
    if (row.spansKnown)
        return row.placed;
    PlacedRow cells;
    const int count = widthOf(row);
    const int missing = count > 1
            && AccountCode::parse(toHalfWidth(withoutSpaces(row.cells.front().text))).isEmpty()
        ? width - count
        : 0;
    for (int i = 0; i < count; ++i) {
        const QString text = cellText(row.cells[size_t(i)].text);
        if (!text.isEmpty())
            cells.push_back({text, i == 0 ? i : i + missing, 1, false});
    }
    return cells;
}

}  // namespace

FoundTable printedTable(const TableRegion &region)
{
    FoundTable found;
    found.title = region.title;
    found.place = region.place;
    found.rows.reserve(region.rows.size());
    int width = 0;
    for (const SourceRow &row : region.rows)
        width = std::max(width, widthOf(row));
    for (const SourceRow &row : region.rows)
        found.rows.push_back({FoundRow::Part::Text, cellsOf(row, width), row.place, {}});
    found.columns.resize(size_t(width));
    return found;
}

bool Recognition::isCertain() const
{
    return std::none_of(
        points.begin(), points.end(), [](const UncertainPoint &point) { return point.grave; });
}

}  // namespace mz
