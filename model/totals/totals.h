#pragma once

#include "model/domain/report.h"
#include "model/domain/row_index.h"

namespace mz {

/// One cell before and after a change.
struct CellChange
{
    CellRef at;
    Cell before;
    Cell after;
    QString textBefore;  ///< Printed text, where it differs from what the amount prints.
    QString textAfter;
};

/// The totals of one report, kept up to date by difference: an edit costs as
/// much as it changes. The formulas come from the forms; all are sums.
///
/// A total shows what its formula gives, unless it is pinned. A formula that
/// names a table which the report does not have makes no total: its cell is an
/// input. After rows change, rebuild().
class Totals
{
public:
    /// Compiles the formulas; changes nothing in the report.
    explicit Totals(Report &report);

    void rebuild();
    /// Pins every total whose printed amount differs from its formula.
    void pinDifferences();
    /// Writes every total that is not pinned, from nothing.
    void recompute();

    /// Whether every formula gives an amount that Money can hold.
    bool isInRange() const;

    bool isTotal(CellRef at) const { return m_formula[id(at)] >= 0; }
    /// The formula of a total; null for an input.
    const FormFormula *formula(CellRef at) const;
    /// What its formula gives, pinned or not.
    Money computed(CellRef at) const { return Money::fromFen(m_computed[id(at)]); }
    /// The amount that other formulas see.
    Money value(CellRef at) const;
    std::vector<CellResolver::Term> operands(CellRef at) const;
    std::vector<CellResolver::Term> users(CellRef at) const;

    /// Sets an input, or pins a total to this amount; totals that sum it are
    /// released and follow. Appends every changed cell, the edited one first.
    /// Errors: a total would leave the range of Money (nothing is changed then).
    Done edit(
        CellRef at, const Amount &amount, const QString &text, std::vector<CellChange> &changes);
    /// Lets a pinned total follow its formula again.
    Done release(CellRef at, std::vector<CellChange> &changes);
    /// Takes changes back, or makes them again.
    void restore(const std::vector<CellChange> &changes, bool backwards);

    const CellResolver &resolver() const { return *m_resolver; }

private:
    struct Edge
    {
        int cell;
        int sign;
    };
    size_t id(CellRef at) const
    {
        return m_offset[size_t(at.sheet)] + size_t(at.row) * m_width[size_t(at.sheet)]
            + size_t(at.column);
    }
    CellRef refOf(size_t id) const;
    Cell &cellAt(size_t id) { return *m_cells[id]; }
    qint64 valueOf(size_t id) const;
    void compile();
    bool push(size_t from, qint64 delta, std::vector<size_t> &touched);
    Done finish(std::vector<size_t> &touched, bool inRange, size_t edited,
        std::vector<CellChange> &changes);
    void remember(size_t id, std::vector<size_t> &touched);
    Amount printedTotal(CellRef at, Money money) const;
    void printTotal(CellRef at, Money money);

    Report &m_report;
    std::unique_ptr<CellResolver> m_resolver;
    std::vector<size_t> m_offset;  ///< First cell id of each sheet.
    std::vector<size_t> m_width;   ///< Columns of each sheet.
    std::vector<Cell *> m_cells;
    std::vector<int> m_formula;  ///< Index into its form's formulas; -1 for an input.
    std::vector<qint64> m_computed;
    std::vector<int> m_operandsStart, m_usersStart;
    std::vector<Edge> m_operands, m_users;
    std::vector<int> m_mark;  ///< Position in the running edit's list, plus one.
    std::vector<Cell> m_before;
};

}  // namespace mz
