#include "model/recognize/recognition.h"
#include "model/recognize/table_recognizer.h"
#include <algorithm>

namespace mz {

namespace {

constexpr int widestShown = 256;  // as many columns as a placed row has at most

}  // namespace

FoundTable printedTable(const TableRegion &region)
{
    FoundTable found;
    found.title = region.title;
    found.place = region.place;
    found.rows.reserve(region.rows.size());
    int width = 0;
    for (const SourceRow &row : region.rows) {
        FoundRow shown;
        shown.place = row.place;
        if (row.spansKnown) {
            shown.cells = row.placed;
        } else {
            const int count = std::min(int(row.cells.size()), widestShown);
            for (int i = 0; i < count; ++i)
                shown.cells.push_back({cellText(row.cells[size_t(i)].text), i, 1, false});
        }
        if (!shown.cells.empty())
            width = std::max(width, shown.cells.back().column + shown.cells.back().span);
        found.rows.push_back(std::move(shown));
    }
    found.columns.resize(size_t(width));
    return found;
}

bool Recognition::isCertain() const
{
    return std::none_of(
        points.begin(), points.end(), [](const UncertainPoint &point) { return point.grave; });
}

}  // namespace mz
