#include "model/manuscript/readers/xlsx_sheet_grid.h"

#include <QCoreApplication>
#include <algorithm>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(XlsxReader)
};

/// Nobody parts a table by more; but a stray character in the last row is common.
constexpr int longestBlankRun = 50;

class GridBuilder
{
public:
    GridBuilder(const SheetCells &sheet, const Workbook &workbook, const QString &name)
        : m_sheet(sheet)
        , m_workbook(workbook)
        , m_name(name)
    {
    }

    Result<std::optional<ManuscriptBlock>> build(qint64 cellsLeft)
    {
        findHiddenColumns();
        findUsedRange();
        if (m_used.bottom == 0)
            return std::optional<ManuscriptBlock>();
        placeColumns();
        placeRows();
        if (m_columnCount > ReadingLimits::columns)
            return Error{
                Say::tr("The sheet has more than %1 columns.").arg(ReadingLimits::columns), m_name};
        if (qint64(m_lines.size()) * m_columnCount > cellsLeft)
            return Error{
                Say::tr("The workbook has more than %1 cells.").arg(ReadingLimits::cells), m_name};
        placeMerges();
        return std::optional(makeBlock());
    }

    std::optional<ManuscriptNote> hiddenNote() const
    {
        const int columns = int(std::count(m_columnLost.begin(), m_columnLost.end(), true));
        if (m_rowsLost == 0 && columns == 0)
            return std::nullopt;
        return ManuscriptNote{
            Say::tr("Hidden rows (%1) and columns (%2) of this sheet hold text; they are left out.")
                .arg(m_rowsLost)
                .arg(columns),
            {0, 0, m_name}, false};
    }

private:
    QString shown(const SheetCell &cell) const
    {
        const auto index = size_t(cell.value);
        switch (cell.kind) {
        case SheetCell::Kind::Number:
            if (m_sheet.zerosHidden && cell.value == 0)
                return {};
            return m_workbook.format(cell.style).shown(cell.number(), m_workbook.date1904);
        case SheetCell::Kind::Text:
            return m_workbook.format(cell.style).shownText(m_sheet.texts[index]);
        case SheetCell::Kind::SharedText:
            return index < m_workbook.texts.size()
                ? m_workbook.format(cell.style).shownText(m_workbook.texts[index])
                : QString();
        case SheetCell::Kind::Blank:
        case SheetCell::Kind::Formula:
            break;
        }
        return {};
    }

    /// Cheaper than asking for the text of each number.
    bool shows(const SheetCell &cell) const
    {
        const bool plainNumber = cell.kind == SheetCell::Kind::Number && cell.value != 0;
        return plainNumber || !shown(cell).isEmpty();
    }

    bool isHiddenColumn(int column) const { return m_columnHidden[size_t(column)]; }

    void findHiddenColumns()
    {
        m_columnHidden.assign(SheetCells::mostColumns + 1, false);
        m_columnLost.assign(SheetCells::mostColumns + 1, false);
        for (const auto &[first, last] : m_sheet.hiddenColumns)
            for (int column = std::max(1, first); column <= std::min(last, SheetCells::mostColumns);
                 ++column)
                m_columnHidden[size_t(column)] = true;
    }

    void findUsedRange()
    {
        m_used = {SheetCells::mostRows, SheetCells::mostColumns, 0, 0};
        for (const CellRow &row : m_sheet.rows) {
            bool any = false;
            for (quint32 i = row.first; i < row.first + row.count; ++i) {
                const SheetCell &cell = m_sheet.cells[i];
                const bool within = !row.hidden && !isHiddenColumn(cell.column)
                    && cell.column >= m_used.left && cell.column <= m_used.right && any;
                if (within || !shows(cell))
                    continue;
                if (isHiddenColumn(cell.column) && !row.hidden)
                    m_columnLost[cell.column] = true;
                any = any || row.hidden || !isHiddenColumn(cell.column);
                if (row.hidden || isHiddenColumn(cell.column))
                    continue;
                m_used.left = std::min(m_used.left, int(cell.column));
                m_used.right = std::max(m_used.right, int(cell.column));
            }
            if (any && row.hidden)
                ++m_rowsLost;
            if (any && !row.hidden) {
                m_used.top = std::min(m_used.top, row.number);
                m_used.bottom = row.number;
                m_shownRows.push_back(row.number);
            }
        }
    }

    void placeColumns()
    {
        m_columnPlaces.assign(size_t(m_used.right - m_used.left + 1), -1);
        for (int column = m_used.left; column <= m_used.right; ++column)
            if (!isHiddenColumn(column))
                m_columnPlaces[size_t(column - m_used.left)] = m_columnCount++;
    }

    /// Which rows of the sheet become lines of the grid.
    void placeRows()
    {
        m_lines.reserve(m_shownRows.size());
        auto row = m_sheet.rows.begin();
        for (const int shownRow : m_shownRows) {
            const int before = m_lines.empty() ? shownRow : m_lines.back() + 1;
            if (shownRow - before <= longestBlankRun) {
                for (int number = before; number < shownRow; ++number) {
                    while (row != m_sheet.rows.end() && row->number < number)
                        ++row;
                    const bool hidden
                        = row != m_sheet.rows.end() && row->number == number && row->hidden;
                    if (!hidden)
                        m_lines.push_back(number);
                }
            }
            m_lines.push_back(shownRow);
        }
    }

    void placeMerges()
    {
        const size_t columns = size_t(m_columnCount);
        m_covered.assign(m_lines.size() * columns, false);
        // Merged areas do not overlap, so together they are no larger than the grid.
        qint64 work = 2 * qint64(m_covered.size());
        for (const CellRange &merge : m_sheet.merges) {
            const auto from = std::lower_bound(m_lines.begin(), m_lines.end(), merge.top);
            const auto to = std::upper_bound(from, m_lines.end(), merge.bottom);
            int left = -1;
            int right = -1;
            for (int column = std::max(merge.left, m_used.left);
                 column <= std::min(merge.right, m_used.right); ++column) {
                const int place = m_columnPlaces[size_t(column - m_used.left)];
                left = left < 0 ? place : left;
                right = std::max(right, place);
            }
            if (from == to || left < 0 || work < 0)
                continue;
            const size_t top = size_t(from - m_lines.begin());
            const size_t bottom = size_t(to - m_lines.begin());
            bool free = true;
            for (size_t line = top; line < bottom && free; ++line)
                for (int place = left; place <= right && free; ++place, --work)
                    free = !m_covered[line * columns + size_t(place)];
            if (!free)
                continue;
            for (size_t line = top; line < bottom; ++line)
                for (int place = left; place <= right; ++place)
                    m_covered[line * columns + size_t(place)] = true;
            m_spans.push_back({top * columns + size_t(left), int(bottom - top), right - left + 1,
                merge.top, merge.left});
        }
        std::sort(m_spans.begin(), m_spans.end(),
            [](const Span &a, const Span &b) { return a.place < b.place; });
    }

    ManuscriptBlock makeBlock()
    {
        ManuscriptBlock block{TextGrid(), {m_lines.front(), 0, m_name}, {}};
        auto &rows = std::get<TextGrid>(block.content).rows;
        rows.resize(m_lines.size());
        block.rowPlaces.reserve(m_lines.size());
        size_t place = 0;
        auto span = m_spans.cbegin();
        for (size_t line = 0; line < m_lines.size(); ++line) {
            block.rowPlaces.push_back({m_lines[line], 0, m_name});
            const auto [first, last] = cellsOf(m_lines[line]);
            const SheetCell *cell = first;
            auto &row = rows[line];
            row.reserve(size_t(m_columnCount));
            for (int column = m_used.left; column <= m_used.right; ++column) {
                if (m_columnPlaces[size_t(column - m_used.left)] < 0)
                    continue;
                while (cell != last && cell->column < column)
                    ++cell;
                if (span != m_spans.cend() && span->place == place) {
                    row.push_back({textAt(span->row, span->column), span->rows, span->columns});
                    ++span;
                } else if (!m_covered[place]) {
                    row.push_back(
                        {cell != last && cell->column == column ? shown(*cell) : QString(), 1, 1});
                }
                ++place;
            }
        }
        return block;
    }

    std::pair<const SheetCell *, const SheetCell *> cellsOf(int number) const
    {
        const auto row = m_sheet.rowFrom(number);
        if (row == m_sheet.rows.end() || row->number != number)
            return {nullptr, nullptr};
        return m_sheet.between(*row, m_used.left, m_used.right);
    }

    QString textAt(int number, int column) const
    {
        const auto row = m_sheet.rowFrom(number);
        if (row == m_sheet.rows.end() || row->number != number)
            return {};
        const auto [from, to] = m_sheet.between(*row, column, column);
        return from == to ? QString() : shown(*from);
    }

    struct Span
    {
        size_t place = 0;  ///< Of its first cell, counted through the grid.
        int rows = 1;
        int columns = 1;
        int row = 1;  ///< Of the cell that holds its text; it may be hidden.
        int column = 1;
    };

    const SheetCells &m_sheet;
    const Workbook &m_workbook;
    const QString &m_name;
    std::vector<bool> m_columnHidden;
    std::vector<bool> m_columnLost;  // hidden, and with text in it
    int m_rowsLost = 0;
    CellRange m_used;
    std::vector<int> m_shownRows;
    std::vector<int> m_lines;         // the grid's rows, as rows of the sheet
    std::vector<int> m_columnPlaces;  // of the used columns: where in the grid; -1: hidden
    int m_columnCount = 0;
    std::vector<bool> m_covered;  // by a span, its first cell too
    std::vector<Span> m_spans;
};

}  // namespace

Result<std::optional<ManuscriptBlock>> sheetGrid(const SheetCells &sheet, const Workbook &workbook,
    const QString &name, qint64 cellsLeft, std::vector<ManuscriptNote> &notes)
{
    GridBuilder builder(sheet, workbook, name);
    auto block = builder.build(cellsLeft);
    if (const auto note = builder.hiddenNote())
        notes.push_back(*note);
    return block;
}

}  // namespace mz
