#include "model/manuscript/readers/sheet_formulas.h"
#include "model/manuscript/readers/formula_reader.h"

namespace mz {

namespace {

/// Cells looked at for all formulas of a sheet; a sheet of 100,000 rows with
/// subtotals takes about two million.
constexpr qint64 mostWork = 20'000'000;

/// Computes formula after formula, each after those that it needs. Not by
/// recursion: a column in which each cell adds to the one above is 100,000 deep.
class Computation : public FormulaCells
{
public:
    explicit Computation(SheetCells &sheet) : m_sheet(sheet), m_states(sheet.formulas.size()) { }

    int compute()
    {
        m_cells.resize(m_sheet.formulas.size());
        for (SheetCell &cell : m_sheet.cells)
            if (cell.kind == SheetCell::Kind::Formula)
                m_cells[size_t(cell.value)] = &cell;
        for (size_t formula = 0; formula < m_cells.size(); ++formula)
            resolve(formula);
        int blank = 0;
        for (SheetCell *cell : m_cells) {
            if (cell->kind == SheetCell::Kind::Formula) {
                cell->kind = SheetCell::Kind::Blank;
                ++blank;
            }
        }
        return blank;
    }

    bool sum(const CellRange &range, ExactNumber &total) override
    {
        bool known = true;
        for (auto row = m_sheet.rowFrom(range.top);
             row != m_sheet.rows.end() && row->number <= range.bottom; ++row) {
            const auto [from, to] = m_sheet.between(*row, range.left, range.right);
            m_work += 1 + (to - from);
            if (m_work > mostWork)
                return false;
            for (const SheetCell *cell = from; cell != to; ++cell)
                known = addTo(total, *cell) && known;
        }
        return known;
    }

    bool value(int row, int column, ExactNumber &number) override
    {
        ++m_work;
        const auto at = m_sheet.rowFrom(row);
        if (at == m_sheet.rows.end() || at->number != row)
            return true;
        const auto [from, to] = m_sheet.between(*at, column, column);
        if (from == to || from->kind == SheetCell::Kind::Blank)
            return true;
        // In a spreadsheet a text would be an error here, or be read as a number.
        return (from->kind == SheetCell::Kind::Number || from->kind == SheetCell::Kind::Formula)
            && addTo(number, *from);
    }

private:
    enum class State : quint8 { New, Begun, Blank };

    bool addTo(ExactNumber &total, const SheetCell &cell)
    {
        switch (cell.kind) {
        case SheetCell::Kind::Number: {
            const auto sum = total.plus(ExactNumber(cell.number()));
            if (sum)
                total = *sum;
            return sum.has_value();
        }
        case SheetCell::Kind::Formula:
            // Begun: it depends on itself. New: it comes first.
            if (m_states[size_t(cell.value)] == State::New)
                m_needed.push_back(size_t(cell.value));
            return false;
        case SheetCell::Kind::Blank:
        case SheetCell::Kind::Text:
        case SheetCell::Kind::SharedText:
            break;
        }
        return true;
    }

    void resolve(size_t first)
    {
        m_waiting.assign(1, first);
        while (!m_waiting.empty()) {
            const size_t formula = m_waiting.back();
            SheetCell &cell = *m_cells[formula];
            State &state = m_states[formula];
            if (cell.kind != SheetCell::Kind::Formula || state == State::Blank
                || m_work > mostWork) {
                m_waiting.pop_back();
                continue;
            }
            const bool again = state == State::Begun;
            state = State::Begun;
            m_needed.clear();
            if (const auto number = computeFormula(m_sheet.formulas[formula], *this)) {
                cell.setNumber(*number);
            } else if (again || m_needed.empty()) {
                state = State::Blank;
            } else {
                m_waiting.insert(m_waiting.end(), m_needed.begin(), m_needed.end());
                continue;
            }
            m_waiting.pop_back();
        }
    }

    SheetCells &m_sheet;
    std::vector<State> m_states;
    std::vector<SheetCell *> m_cells;  // of the formulas, one by one
    std::vector<size_t> m_waiting;     // each needs those behind it
    std::vector<size_t> m_needed;      // by the formula at hand
    qint64 m_work = 0;
};

}  // namespace

int computeFormulas(SheetCells &sheet)
{
    return sheet.formulas.empty() ? 0 : Computation(sheet).compute();
}

}  // namespace mz
