#include "model/recognize/other_grids.h"

#include <algorithm>

namespace mz {

namespace {

constexpr size_t mostGrids = 200;
constexpr size_t reach = 8;  // lines above a grid that may belong to it
constexpr qsizetype longestTitle = 60;

/// The lines just above a grid: its title, and what stands beside a table.
void takeLinesAbove(const std::vector<DocumentItem> &items, const std::vector<int> &owner,
    size_t first, const RecognitionWords &words, int region, TableRegion &grid,
    std::vector<int> &other)
{
    for (size_t i = first; i-- > 0 && first - i <= reach;) {
        const DocumentItem &item = items[i];
        if (item.isRow || owner[i] >= 0)
            return;
        const QString line = item.line.trimmed();
        if (line.isEmpty())
            continue;
        if (readTableLine(line, words).isEmpty()) {
            if (line.size() > longestTitle || line.endsWith(u'。'))
                return;
            grid.title = line;
            grid.place = item.place;
            other[i] = region;
            return;
        }
        grid.lines.prepend(item.line);
        other[i] = region;
    }
}

}  // namespace

void addOtherGrids(const std::vector<DocumentItem> &items, const std::vector<int> &owner,
    const RecognitionWords &words, std::vector<TableRegion> &regions, std::vector<int> &other)
{
    other.assign(items.size(), -1);
    const size_t end = regions.size() + mostGrids;
    for (size_t i = 0; i < items.size() && regions.size() < end; ++i) {
        if (owner[i] >= 0 || !items[i].isRow)
            continue;
        const int region = int(regions.size());
        TableRegion grid;
        grid.place = items[i].place;
        takeLinesAbove(items, owner, i, words, region, grid, other);
        size_t at = i;
        for (; at < items.size() && owner[at] < 0; ++at) {
            if (items[at].isRow)
                grid.rows.push_back(items[at].row);
            else if (!items[at].line.trimmed().isEmpty())
                break;
            other[at] = region;
        }
        const size_t first = i > reach ? i - reach : 0;
        i = at - 1;
        const auto wide = std::count_if(grid.rows.begin(), grid.rows.end(),
            [](const SourceRow &row) { return row.texts().size() >= 2; });
        if (wide >= 2)
            regions.push_back(std::move(grid));
        else
            std::replace(
                other.begin() + qsizetype(first), other.begin() + qsizetype(at), region, -1);
    }
}

}  // namespace mz
