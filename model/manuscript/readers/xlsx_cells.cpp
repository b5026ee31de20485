#include "model/manuscript/readers/xlsx_cells.h"

#include <algorithm>

namespace mz {

std::pair<const SheetCell *, const SheetCell *> SheetCells::between(
    const CellRow &row, int left, int right) const
{
    const SheetCell *begin = cells.data() + row.first;
    const SheetCell *end = begin + row.count;
    const auto before = [](const SheetCell &cell, int column) { return cell.column < column; };
    // Mostly a row has all its columns, and the cell stands where it ought to.
    const SheetCell *from = left >= 1 && left <= int(row.count) && begin[left - 1].column == left
        ? begin + (left - 1)
        : std::lower_bound(begin, end, left, before);
    const SheetCell *to = from;
    while (to != end && to->column <= right)
        ++to;
    return {from, to};
}

std::vector<CellRow>::const_iterator SheetCells::rowFrom(int number) const
{
    // Mostly no row is left out, and the row stands where it ought to.
    const auto guess = size_t(number - 1);
    if (guess < rows.size() && rows[guess].number == number)
        return rows.begin() + std::ptrdiff_t(guess);
    return std::lower_bound(
        rows.begin(), rows.end(), number, [](const CellRow &row, int n) { return row.number < n; });
}

std::optional<std::pair<int, int>> readCellName(std::string_view name)
{
    size_t at = 0;
    const auto skipDollar = [&] { at += size_t(at < name.size() && name[at] == '$'); };
    skipDollar();
    int column = 0;
    for (; at < name.size(); ++at) {
        const char c = char(name[at] & ~0x20);
        if (c < 'A' || c > 'Z')
            break;
        column = column * 26 + (c - 'A' + 1);
        if (column > SheetCells::mostColumns)
            return std::nullopt;
    }
    skipDollar();
    int row = 0;
    for (; at < name.size() && name[at] >= '0' && name[at] <= '9'; ++at) {
        row = row * 10 + (name[at] - '0');
        if (row > SheetCells::mostRows)
            return std::nullopt;
    }
    if (at != name.size() || row < 1 || column < 1)
        return std::nullopt;
    return std::pair(row, column);
}

std::optional<CellRange> readCellRange(std::string_view name)
{
    const size_t colon = name.find(':');
    const auto from = readCellName(name.substr(0, colon));
    if (!from || colon == std::string_view::npos)
        return from ? std::optional(CellRange::between(*from, *from)) : std::nullopt;
    const auto to = readCellName(name.substr(colon + 1));
    return to ? std::optional(CellRange::between(*from, *to)) : std::nullopt;
}

CellRange CellRange::between(std::pair<int, int> a, std::pair<int, int> b)
{
    return {std::min(a.first, b.first), std::min(a.second, b.second), std::max(a.first, b.first),
        std::max(a.second, b.second)};
}

}  // namespace mz
