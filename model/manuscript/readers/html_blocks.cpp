#include "model/manuscript/readers/html_blocks.h"

#include "model/manuscript/readers/reading.h"
#include <QStringList>
#include <algorithm>
#include <utility>

namespace mz {

namespace {

bool isFoldedSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

/// Characters between which a line break of the source is no space.
bool isWide(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x2E80 && u <= 0xA4CF) || (u >= 0xF900 && u <= 0xFAFF)
        || (u >= 0xFE30 && u <= 0xFE4F) || (u >= 0xFF00 && u <= 0xFF60) || c.isSurrogate();
}

bool isBlank(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c == u' '; });
}

/// The columns of a row that cells of the rows above still fill.
class Columns
{
public:
    int firstFree(int from) const
    {
        while (from < int(m_rowsLeft.size()) && m_rowsLeft[size_t(from)] > 0)
            ++from;
        return from;
    }
    /// How many of `wanted` columns are free from `column` on.
    int room(int column, int wanted) const
    {
        int count = 0;
        while (count < wanted && firstFree(column + count) == column + count)
            ++count;
        return count;
    }
    void fill(int column, int count, int rows)
    {
        if (int(m_rowsLeft.size()) < column + count)
            m_rowsLeft.resize(size_t(column + count), 0);
        std::fill_n(m_rowsLeft.begin() + column, count, rows);
    }
    void nextRow()
    {
        for (int &rows : m_rowsLeft)
            rows = std::max(0, rows - 1);
    }

private:
    std::vector<int> m_rowsLeft;
};

}  // namespace

HtmlBlocks::HtmlBlocks() = default;

HtmlBlocks::Flow &HtmlBlocks::flow()
{
    for (auto table = m_tables.rbegin(); table != m_tables.rend(); ++table) {
        if (table->cellOpen)
            return table->rows.back().back().flow;
    }
    return m_page;
}

bool HtmlBlocks::isFull() const { return m_parts > ReadingLimits::cells; }

void HtmlBlocks::addText(QStringView text, bool preformatted)
{
    Flow &to = flow();
    for (const QChar c : text) {
        if (preformatted && (c == u'\n' || c == u'\r')) {
            breakLine();
            continue;
        }
        if (isFoldedSpace(c) && !preformatted) {
            to.pendingSpace = true;
            to.pendingBreak = to.pendingBreak || c == u'\n' || c == u'\r';
            continue;
        }
        if (c.unicode() == 0xFEFF || c.unicode() == 0x200B)
            continue;
        if (to.pendingSpace && !to.line.isEmpty()
            && !(to.pendingBreak && isWide(c) && isWide(to.line.back())))
            to.line += u' ';
        to.pendingSpace = to.pendingBreak = false;
        to.line += c.unicode() == 0xA0 ? QChar(u' ') : c;
    }
}

void HtmlBlocks::breakLine()
{
    Flow &to = flow();
    to.pendingSpace = to.pendingBreak = false;
    QString line = std::exchange(to.line, {});
    if (isBlank(line))
        return;
    to.blocks.push_back({std::move(line), {}, {}});
    ++m_parts;
}

void HtmlBlocks::beginTable()
{
    breakLine();
    m_tables.emplace_back();
}

void HtmlBlocks::endTable()
{
    if (m_tables.empty())
        return;
    endRow();
    breakLine();
    Table table = std::move(m_tables.back());
    m_tables.pop_back();
    Flow &to = flow();
    const bool layout = std::any_of(table.rows.begin(), table.rows.end(), [](const auto &row) {
        return std::any_of(
            row.begin(), row.end(), [](const Cell &cell) { return cell.flow.holdsTable; });
    });
    if (layout) {
        to.holdsTable = true;
        for (auto &row : table.rows) {
            for (Cell &cell : row)
                append(to, std::move(cell.flow.blocks));
        }
    } else if (auto made = grid(table)) {
        to.holdsTable = true;
        to.blocks.push_back({*std::move(made), {}, {}});
    }
}

void HtmlBlocks::beginRow()
{
    if (m_tables.empty()) {
        breakLine();
        return;
    }
    endRow();
    m_tables.back().rows.emplace_back();
    m_tables.back().rowOpen = true;
    ++m_parts;
}

void HtmlBlocks::endRow()
{
    endCell();
    if (!m_tables.empty())
        m_tables.back().rowOpen = false;
}

void HtmlBlocks::beginCell(int rowSpan, int columnSpan)
{
    if (m_tables.empty()) {
        breakLine();
        return;
    }
    endCell();
    if (!m_tables.back().rowOpen)
        beginRow();
    Table &table = m_tables.back();
    Cell cell;
    cell.rowSpan = rowSpan == 0 ? ReadingLimits::cells : std::max(1, rowSpan);
    cell.columnSpan = std::clamp(columnSpan, 1, ReadingLimits::columns);
    table.rows.back().push_back(std::move(cell));
    table.cellOpen = true;
    ++m_parts;
}

void HtmlBlocks::endCell()
{
    if (m_tables.empty() || !m_tables.back().cellOpen) {
        breakLine();
        return;
    }
    breakLine();
    m_tables.back().cellOpen = false;
}

void HtmlBlocks::append(Flow &to, std::vector<ManuscriptBlock> blocks)
{
    if (to.blocks.empty()) {
        to.blocks = std::move(blocks);
        return;
    }
    to.blocks.insert(to.blocks.end(), std::make_move_iterator(blocks.begin()),
        std::make_move_iterator(blocks.end()));
}

/// Nothing where the table shows no text at all.
std::optional<TextGrid> HtmlBlocks::grid(Table &table)
{
    const auto rowCount = int(table.rows.size());
    // A span beyond the last column in which a cell begins adds only columns
    // that nothing is in, and one beyond the last row is cut.
    std::vector<std::vector<int>> starts(table.rows.size());
    Columns columns;
    int width = 0;
    bool empty = true;
    for (int row = 0; row < rowCount; ++row) {
        int column = 0;
        starts[size_t(row)].reserve(table.rows[size_t(row)].size());
        for (Cell &cell : table.rows[size_t(row)]) {
            column = columns.firstFree(column);
            if (column >= ReadingLimits::columns) {
                m_tooWide = true;
                return std::nullopt;
            }
            cell.rowSpan = std::min(cell.rowSpan, rowCount - row);
            cell.columnSpan
                = columns.room(column, std::min(cell.columnSpan, ReadingLimits::columns - column));
            columns.fill(column, cell.columnSpan, cell.rowSpan);
            starts[size_t(row)].push_back(column);
            width = std::max(width, column + 1);
            column += cell.columnSpan;
            empty = empty && cell.flow.blocks.empty();
        }
        columns.nextRow();
    }
    if (empty)
        return std::nullopt;

    TextGrid grid;
    grid.rows.resize(table.rows.size());
    for (int row = 0; row < rowCount; ++row) {
        auto &cells = grid.rows[size_t(row)];
        cells.reserve(table.rows[size_t(row)].size());
        for (size_t i = 0; i < table.rows[size_t(row)].size(); ++i) {
            Cell &cell = table.rows[size_t(row)][i];
            QStringList lines;
            lines.reserve(qsizetype(cell.flow.blocks.size()));
            for (const ManuscriptBlock &block : cell.flow.blocks)
                lines << block.paragraph();
            cells.push_back({lines.join(u'\n'), cell.rowSpan,
                std::min(cell.columnSpan, width - starts[size_t(row)][i])});
        }
    }
    return grid;
}

std::vector<ManuscriptBlock> HtmlBlocks::finish()
{
    while (!m_tables.empty())
        endTable();
    breakLine();
    return std::move(m_page.blocks);
}

}  // namespace mz
