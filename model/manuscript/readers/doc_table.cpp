#include "model/manuscript/readers/doc_table.h"

#include <QStringList>
#include <algorithm>
#include <map>
#include <utility>

namespace mz {

namespace {

/// Edges that differ by less stand above each other for the eye (20 twips are
/// one point).
constexpr int tolerance = 20;

/// The column lines of a table, from all of its rows' edges.
class ColumnLines
{
public:
    void add(int edge) { m_edges.push_back(edge); }
    void settle()
    {
        std::sort(m_edges.begin(), m_edges.end());
        int before = 0;
        for (const int edge : m_edges) {
            // A chain of near edges may wander, but not on and on.
            if (m_lines.empty() || edge - before > tolerance
                || edge - m_lines.back() > 4 * tolerance)
                m_lines.push_back(edge);
            before = edge;
        }
    }
    int column(int edge) const
    {
        const auto next = std::upper_bound(m_lines.begin(), m_lines.end(), edge);
        return std::max(0, int(next - m_lines.begin()) - 1);
    }

private:
    std::vector<int> m_edges;
    std::vector<int> m_lines;  ///< The first edge of each.
};

}  // namespace

QString DocTable::Cell::text() const
{
    QStringList lines;
    lines.reserve(qsizetype(blocks.size()));
    for (const ManuscriptBlock &block : blocks) {
        if (block.isParagraph())
            lines << block.paragraph();
    }
    while (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast();
    return lines.join(u'\n');
}

void DocTable::addParagraph(QString text) { m_cell.blocks.push_back({std::move(text), {}, {}}); }

void DocTable::addBlocks(std::vector<ManuscriptBlock> blocks)
{
    for (ManuscriptBlock &block : blocks) {
        m_laysOut = m_laysOut || !block.isParagraph();
        m_cell.blocks.push_back(std::move(block));
    }
}

void DocTable::endCell() { m_row.push_back(std::exchange(m_cell, {})); }

void DocTable::endRow(DocRow layout)
{
    if (m_row.empty())
        return;
    if (layout.cells.size() != m_row.size())
        layout = {};
    m_rows.push_back({std::exchange(m_row, {}), std::move(layout)});
}

std::vector<ManuscriptBlock> DocTable::finish()
{
    if (!m_cell.blocks.empty())
        endCell();
    endRow({});
    std::vector<ManuscriptBlock> blocks;
    if (m_laysOut) {
        for (Row &row : m_rows) {
            for (Cell &cell : row.cells) {
                for (ManuscriptBlock &block : cell.blocks) {
                    if (!block.isParagraph() || !block.paragraph().trimmed().isEmpty())
                        blocks.push_back(std::move(block));
                }
            }
        }
    } else if (!m_rows.empty()) {
        blocks.push_back({isTold() ? alignedGrid() : plainGrid(), {}, {}});
    }
    return blocks;
}

/// Whether every row tells its edges, in order.
bool DocTable::isTold() const
{
    return std::all_of(m_rows.begin(), m_rows.end(), [](const Row &row) {
        return row.layout.cells.size() == row.cells.size()
            && std::is_sorted(row.layout.edges.begin(), row.layout.edges.end());
    });
}

TextGrid DocTable::alignedGrid() const
{
    ColumnLines lines;
    for (const Row &row : m_rows) {
        for (size_t i = 0; i < row.layout.edges.size(); ++i) {
            // An edge inside of a merged cell parts nothing.
            if (i >= row.layout.cells.size() || !row.layout.cells[i].joinsLeft)
                lines.add(row.layout.edges[i]);
        }
    }
    lines.settle();

    struct Open
    {
        size_t row;
        size_t cell;
        int end;
    };
    TextGrid grid;
    grid.rows.resize(m_rows.size());
    std::map<int, Open> open;  // cells that those below may join, by first column
    for (size_t r = 0; r < m_rows.size(); ++r) {
        const Row &row = m_rows[r];
        std::map<int, Open> openBelow;
        auto &cells = grid.rows[r];
        cells.reserve(row.cells.size() + 1);
        int column = 0;
        for (size_t i = 0; i < row.cells.size();) {
            size_t next = i + 1;
            while (next < row.cells.size() && row.layout.cells[next].joinsLeft)
                ++next;
            const int first = lines.column(row.layout.edges[i]);
            const int end = lines.column(row.layout.edges[next]);
            if (first > column)  // a row that begins further right
                cells.push_back({QString(), 1, first - column});
            const DocRow::Cell &layout = row.layout.cells[i];
            const auto above = open.find(first);
            if (end <= first && row.cells[i].text().isEmpty()) {
                // No room of its own and nothing in it: a remnant of a merge.
            } else if (layout.joinsAbove && above != open.end() && above->second.end == end) {
                ++grid.rows[above->second.row][above->second.cell].rowSpan;
                openBelow.insert(*above);
            } else {
                cells.push_back({row.cells[i].text(), 1, std::max(1, end - first)});
                if (layout.beginsDown)
                    openBelow.insert({first, {r, cells.size() - 1, end}});
            }
            column = std::max(first, end);
            i = next;
        }
        open = std::move(openBelow);
    }
    return grid;
}

/// One cell a mark, where the file's own account of the cells is broken.
TextGrid DocTable::plainGrid() const
{
    TextGrid grid;
    grid.spansKnown = false;
    grid.rows.reserve(m_rows.size());
    for (const Row &row : m_rows) {
        std::vector<GridCell> cells;
        cells.reserve(row.cells.size());
        for (const Cell &cell : row.cells)
            cells.push_back({cell.text(), 1, 1});
        grid.rows.push_back(std::move(cells));
    }
    return grid;
}

}  // namespace mz
