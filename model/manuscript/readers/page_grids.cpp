#include "model/manuscript/readers/page_grids.h"

#include "model/manuscript/readers/page_borders.h"
#include "model/manuscript/readers/page_lines.h"
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace mz {

namespace {

class Groups
{
public:
    explicit Groups(size_t size) : m_above(size) { std::iota(m_above.begin(), m_above.end(), 0); }
    size_t of(size_t i)
    {
        while (m_above[i] != i)
            i = m_above[i] = m_above[m_above[i]];
        return i;
    }
    void join(size_t a, size_t b) { m_above[of(a)] = of(b); }

private:
    std::vector<size_t> m_above;
};

struct Frame
{
    std::vector<Border> rows, columns;  // horizontal and vertical
};

/// Borders that cross or touch each other, table by table. A row of Border parts
/// that belong to different tables is cut apart.
std::vector<Frame> framesOf(const std::vector<Border> &rows, const std::vector<Border> &columns)
{
    struct Part
    {
        size_t border;
        bool horizontal;
        double at, from, to;
    };
    std::vector<Part> parts;
    for (const bool horizontal : {true, false}) {
        const std::vector<Border> &borders = horizontal ? rows : columns;
        for (size_t i = 0; i < borders.size(); ++i) {
            for (const auto &[from, to] : borders[i].parts)
                parts.push_back({i, horizontal, borders[i].at, from, to});
        }
    }
    const auto firstColumn = std::find_if(
        parts.begin(), parts.end(), [](const Part &part) { return !part.horizontal; });
    const size_t split = size_t(firstColumn - parts.begin());
    Groups groups(parts.size());
    for (size_t i = 0; i < split; ++i) {
        for (size_t j = split; j < parts.size(); ++j) {
            const Part &row = parts[i];
            const Part &column = parts[j];
            if (column.at >= row.from - near && column.at <= row.to + near
                && row.at >= column.from - near && row.at <= column.to + near)
                groups.join(i, j);
        }
    }
    std::map<size_t, Frame> frames;
    for (size_t i = 0; i < parts.size(); ++i) {
        Frame &frame = frames[groups.of(i)];
        std::vector<Border> &borders = parts[i].horizontal ? frame.rows : frame.columns;
        if (borders.empty() || borders.back().at != parts[i].at)
            borders.push_back({parts[i].at, {}});
        borders.back().parts.emplace_back(parts[i].from, parts[i].to);
    }
    std::vector<Frame> result;
    for (auto &[group, frame] : frames) {
        if (frame.rows.size() >= 2 && !frame.columns.empty())
            result.push_back(std::move(frame));
    }
    return result;
}

/// A table may have no border at its sides: its rows show how far it reaches.
void closeSides(std::vector<Border> &columns, const std::vector<Border> &rows)
{
    std::vector<double> begins, ends;
    for (const Border &row : rows) {
        begins.push_back(row.from());
        ends.push_back(row.to());
    }
    std::sort(begins.begin(), begins.end());
    std::sort(ends.begin(), ends.end());
    const double begin = begins[begins.size() / 2];
    const double end = ends[ends.size() / 2];
    const Border whole{0, {{rows.front().at, rows.back().at}}};
    if (columns.empty() || columns.front().at - begin > 8) {
        columns.insert(columns.begin(), whole);
        columns.front().at = begin;
    }
    if (end - columns.back().at > 8) {
        columns.push_back(whole);
        columns.back().at = end;
    }
}

PageGrid gridOf(Frame frame)
{
    closeSides(frame.columns, frame.rows);
    closeSides(frame.rows, frame.columns);
    PageGrid grid;
    for (const Border &column : frame.columns)
        grid.xs.push_back(column.at);
    for (const Border &row : frame.rows)
        grid.ys.push_back(row.at);
    const size_t width = grid.xs.size() - 1, height = grid.ys.size() - 1;
    Groups groups(width * height);
    const auto missing = [](const Border &border, double from, double to) {
        return border.covered(from, to) < 0.5 * (to - from);
    };
    for (size_t y = 0; y < height; ++y) {
        for (size_t x = 0; x < width; ++x) {
            if (x + 1 < width && missing(frame.columns[x + 1], grid.ys[y], grid.ys[y + 1]))
                groups.join(y * width + x, y * width + x + 1);
            if (y + 1 < height && missing(frame.rows[y + 1], grid.xs[x], grid.xs[x + 1]))
                groups.join(y * width + x, (y + 1) * width + x);
        }
    }
    // Groups are cut into rectangles, from the upper left.
    std::vector<bool> taken(width * height, false);
    for (size_t y = 0; y < height; ++y) {
        for (size_t x = 0; x < width; ++x) {
            if (taken[y * width + x])
                continue;
            const size_t group = groups.of(y * width + x);
            const auto isFree = [&](size_t column, size_t row) {
                return !taken[row * width + column] && groups.of(row * width + column) == group;
            };
            size_t right = x + 1;
            while (right < width && isFree(right, y))
                ++right;
            size_t bottom = y + 1;
            const auto rowIsFree = [&](size_t row) {
                for (size_t column = x; column < right; ++column) {
                    if (!isFree(column, row))
                        return false;
                }
                return true;
            };
            while (bottom < height && rowIsFree(bottom))
                ++bottom;
            for (size_t row = y; row < bottom; ++row) {
                for (size_t column = x; column < right; ++column)
                    taken[row * width + column] = true;
            }
            grid.cells.push_back({int(y), int(x), int(bottom - y), int(right - x), {}});
        }
    }
    return grid;
}

/// Which of a grid's cells stands at a place.
class CellFinder
{
public:
    explicit CellFinder(const PageGrid &grid)
        : m_grid(&grid)
        , m_cellAt((grid.xs.size() - 1) * (grid.ys.size() - 1))
    {
        for (size_t i = 0; i < grid.cells.size(); ++i) {
            const PageCell &cell = grid.cells[i];
            for (int row = cell.row; row < cell.row + cell.rowSpan; ++row) {
                for (int column = cell.column; column < cell.column + cell.columnSpan; ++column)
                    m_cellAt[size_t(row) * (grid.xs.size() - 1) + size_t(column)] = i;
            }
        }
    }
    /// -1 outside.
    int at(double x, double y) const
    {
        const auto column = std::upper_bound(m_grid->xs.begin(), m_grid->xs.end(), x);
        const auto row = std::upper_bound(m_grid->ys.begin(), m_grid->ys.end(), y);
        if (column == m_grid->xs.begin() || column == m_grid->xs.end() || row == m_grid->ys.begin()
            || row == m_grid->ys.end())
            return -1;
        const auto columnIndex = size_t(column - m_grid->xs.begin()) - 1;
        const auto rowIndex = size_t(row - m_grid->ys.begin()) - 1;
        return int(m_cellAt[rowIndex * (m_grid->xs.size() - 1) + columnIndex]);
    }

private:
    const PageGrid *m_grid;
    std::vector<size_t> m_cellAt;
};

bool isFigure(char32_t c)
{
    return (c >= U'0' && c <= U'9') || c == U'.' || c == U',' || c == U'-';
}

/// A number that is wider than its cell stays in one piece: it goes where most of
/// it lies.
void keepNumbersWhole(std::vector<PageGlyph> &glyphs, std::vector<int> &cells)
{
    std::vector<size_t> order(glyphs.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        const PageGlyph &first = glyphs[a];
        const PageGlyph &second = glyphs[b];
        return std::make_pair(std::lround(first.baseline * 2), first.left)
            < std::make_pair(std::lround(second.baseline * 2), second.left);
    });
    for (size_t i = 0; i < order.size();) {
        size_t end = i + 1;
        if (isFigure(glyphs[order[i]].character)) {
            while (end < order.size()) {
                const PageGlyph &last = glyphs[order[end - 1]];
                const PageGlyph &next = glyphs[order[end]];
                if (!isFigure(next.character) || std::fabs(next.baseline - last.baseline) > 1
                    || std::fabs(next.left - last.right) > 0.15 * next.size)
                    break;
                ++end;
            }
            std::map<int, int> votes;
            for (size_t k = i; k < end; ++k)
                ++votes[cells[order[k]]];
            if (votes.size() > 1) {
                const auto most = std::max_element(votes.begin(), votes.end(),
                    [](const auto &a, const auto &b) { return a.second < b.second; });
                for (size_t k = i; k < end; ++k)
                    cells[order[k]] = most->first;
            }
        }
        i = end;
    }
}

/// Sideways text is that of a cell in which nothing else stands.
void addSideways(const std::vector<SidewaysGlyph> &glyphs, const std::vector<CellFinder> &finders,
    std::vector<PageGrid> &grids)
{
    std::map<std::pair<size_t, int>, std::vector<PageGlyph>> texts;
    for (const SidewaysGlyph &glyph : glyphs) {
        for (size_t i = 0; i < grids.size(); ++i) {
            const int cell = finders[i].at(glyph.x, glyph.y);
            if (cell < 0)
                continue;
            texts[{i, cell}].push_back(glyph.upright);
            break;
        }
    }
    for (auto &[place, text] : texts) {
        std::vector<PageGlyph> &cell = grids[place.first].cells[size_t(place.second)].glyphs;
        if (cell.empty())
            cell = std::move(text);
    }
}

}  // namespace

bool PageGrid::isBlank() const
{
    return std::all_of(
        cells.begin(), cells.end(), [](const PageCell &cell) { return cell.glyphs.empty(); });
}

std::vector<PageGrid> gridsOf(const PdfPage &page, std::vector<PageGlyph> &loose)
{
    const std::vector<Border> rows = bordersOf(page.rules, true);
    const std::vector<Border> columns = bordersOf(page.rules, false);
    std::vector<PageGrid> grids;
    // What no page has: not worth the time that it would take.
    constexpr size_t mostBorders = 2000;
    if (rows.size() <= mostBorders && columns.size() <= mostBorders) {
        for (Frame &frame : framesOf(rows, columns)) {
            PageGrid grid = gridOf(std::move(frame));
            if (grid.cells.size() > 1 && grid.cells.size() < 100'000)
                grids.push_back(std::move(grid));
        }
    }
    // The smallest table around a character is the one it belongs to.
    const auto area = [](const PageGrid &grid) {
        return (grid.right() - grid.left()) * (grid.bottom() - grid.top());
    };
    std::sort(grids.begin(), grids.end(),
        [&](const PageGrid &a, const PageGrid &b) { return area(a) < area(b); });
    std::vector<CellFinder> finders(grids.begin(), grids.end());
    std::vector<std::vector<PageGlyph>> inside(grids.size());
    std::vector<std::vector<int>> cells(grids.size());
    for (const PageGlyph &glyph : page.glyphs) {
        bool found = false;
        for (size_t i = 0; i < grids.size() && !found; ++i) {
            const int cell = finders[i].at(glyph.middle(), glyph.centre());
            if (cell < 0)
                continue;
            inside[i].push_back(glyph);
            cells[i].push_back(cell);
            found = true;
        }
        if (!found)
            loose.push_back(glyph);
    }
    for (size_t i = 0; i < grids.size(); ++i) {
        keepNumbersWhole(inside[i], cells[i]);
        for (size_t k = 0; k < inside[i].size(); ++k)
            grids[i].cells[size_t(cells[i][k])].glyphs.push_back(inside[i][k]);
    }
    addSideways(page.sideways, finders, grids);
    std::sort(grids.begin(), grids.end(),
        [](const PageGrid &a, const PageGrid &b) { return a.top() < b.top(); });
    return grids;
}

bool goesOnFrom(const PageGrid &grid, const PageGrid &next)
{
    constexpr double slack = 6;
    return std::fabs(grid.left() - next.left()) < slack
        && std::fabs(grid.right() - next.right()) < slack;
}

namespace {

std::vector<const PageCell *> filledCells(const PageGrid &grid, int row)
{
    std::vector<const PageCell *> cells;
    for (const PageCell &cell : grid.cells) {
        if (cell.row == row && !cell.glyphs.empty())
            cells.push_back(&cell);
    }
    return cells;
}

QStringList textsOf(const PageGrid &grid, int row)
{
    QStringList texts;
    for (const PageCell *cell : filledCells(grid, row))
        texts << cellTextOf(linesOf(cell->glyphs)).remove(u'\n');
    return texts;
}

/// The text of a cell goes on below where its last line has no room for a word.
bool isFull(const PageGrid &grid, const PageCell &cell)
{
    const TextLine line = linesOf(cell.glyphs).back();
    return grid.xs[size_t(cell.column + cell.columnSpan)] - line.right < 2.2 * line.size;
}

/// Whether a number of several digits, a code, stands right before this cell of the
/// row: there every row has one of its own.
bool standsBehindCode(const std::vector<const PageCell *> &row, const PageCell &cell)
{
    const auto before = std::find_if(row.begin(), row.end(), [&cell](const PageCell *other) {
        return other->column + other->columnSpan == cell.column;
    });
    return before != row.end() && (*before)->glyphs.size() >= 2
        && std::all_of(
            (*before)->glyphs.begin(), (*before)->glyphs.end(), [](const PageGlyph &glyph) {
                return glyph.character >= U'0' && glyph.character <= U'9';
            });
}

/// "二十、": a name that has a number in itself begins a row.
bool beginsWithOrdinal(const PageCell &cell)
{
    constexpr qsizetype longestOrdinal = 4;
    return cellTextOf(linesOf(cell.glyphs)).left(longestOrdinal).contains(u'、');
}

/// Which of the cells that begin in the last row stands in this column.
size_t placeInLastRow(const PageGrid &grid, int column)
{
    const int last = int(grid.ys.size()) - 2;
    return size_t(std::count_if(grid.cells.begin(), grid.cells.end(),
        [&](const PageCell &cell) { return cell.row == last && cell.column < column; }));
}

/// The row of `next`, which goes on from `grid`, that holds only the rest of the
/// texts of the last row before it; -1 where there is none. The headings of the
/// table's first page may stand again above it.
int brokenRow(const PageGrid &first, const PageGrid &grid, const PageGrid &next)
{
    int row = 0;
    const int height = int(next.ys.size()) - 1;
    while (row < height && row + 1 < int(first.ys.size()) && row < 6
        && textsOf(first, row) == textsOf(next, row) && !textsOf(next, row).isEmpty())
        ++row;
    if (row >= height)
        return -1;
    const std::vector<const PageCell *> below = filledCells(next, row);
    const std::vector<const PageCell *> above = filledCells(grid, int(grid.ys.size()) - 2);
    // The rest of a name in every lane at most; beside it stood a code or an amount.
    if (below.empty() || below.size() > 3 || above.size() <= below.size())
        return -1;
    for (const PageCell *cell : below) {
        const auto same = std::find_if(above.begin(), above.end(), [cell](const PageCell *other) {
            return other->column == cell->column && other->columnSpan == cell->columnSpan;
        });
        const bool figure = isFigure(cell->glyphs.front().character);
        if (same == above.end() || figure || isFigure((*same)->glyphs.front().character))
            return -1;
        const bool rest = isFull(grid, **same)
            || (standsBehindCode(above, **same) && !beginsWithOrdinal(*cell));
        if (!rest)
            return -1;
    }
    return row;
}

}  // namespace

TextGrid joinGrids(const std::vector<const PageGrid *> &grids)
{
    // The sides are the first one's: pages may lie a little apart.
    const auto xsOf = [&grids](const PageGrid &grid) {
        std::vector<double> xs = grid.xs;
        xs.front() = grids.front()->left();
        xs.back() = grids.front()->right();
        return xs;
    };
    std::vector<double> all;
    for (const PageGrid *grid : grids) {
        const std::vector<double> xs = xsOf(*grid);
        all.insert(all.end(), xs.begin(), xs.end());
    }
    std::sort(all.begin(), all.end());
    std::vector<double> borders;
    for (const double x : all) {
        if (borders.empty() || x - borders.back() > near)
            borders.push_back(x);
    }
    const auto columnOf = [&borders](double x) {
        const auto next = std::lower_bound(borders.begin(), borders.end(), x);
        const auto index = size_t(next - borders.begin());
        if (index == borders.size() || (index > 0 && x - borders[index - 1] < borders[index] - x))
            return int(index) - 1;
        return int(index);
    };
    TextGrid text;
    for (size_t i = 0; i < grids.size(); ++i) {
        const PageGrid *grid = grids[i];
        const std::vector<double> xs = xsOf(*grid);
        const size_t first = text.rows.size();
        text.rows.resize(first + grid->ys.size() - 1);
        const int broken = i > 0 ? brokenRow(*grids.front(), *grids[i - 1], *grid) : -1;
        for (const PageCell &cell : grid->cells) {
            if (cell.row == broken) {
                // Its row stays, blank: rows and their places are counted together.
                if (!cell.glyphs.empty())
                    text.rows[first - 1][placeInLastRow(*grids[i - 1], cell.column)].text
                        += u'\n' + cellTextOf(linesOf(cell.glyphs));
                text.rows[first + size_t(cell.row)].push_back({{}, cell.rowSpan, 1});
                continue;
            }
            const int left = columnOf(xs[size_t(cell.column)]);
            const int right = columnOf(xs[size_t(cell.column + cell.columnSpan)]);
            text.rows[first + size_t(cell.row)].push_back(
                {cellTextOf(linesOf(cell.glyphs)), cell.rowSpan, std::max(1, right - left)});
        }
    }
    return text;
}

}  // namespace mz
