#pragma once

#include "model/domain/report.h"

namespace mz {

/// The rows of one sheet by key, and the account tree that they form: a row's
/// parent is its nearest printed ancestor. Valid until rows change.
class RowIndex
{
public:
    explicit RowIndex(const Sheet &sheet);

    /// -1 where there is no such row. `lane` -1 is any lane; the first row wins.
    int rowOf(QStringView key, int lane) const;
    int parentOf(int row) const { return m_parent[size_t(row)]; }
    const int *kidsBegin(int row) const { return m_kids.data() + m_kidsStart[size_t(row)]; }
    const int *kidsEnd(int row) const { return m_kids.data() + m_kidsStart[size_t(row) + 1]; }
    bool hasKids(int row) const { return kidsBegin(row) != kidsEnd(row); }

    /// Whether one of the selectors names the row. Empty selectors name every row.
    bool matches(const Sheet &sheet, const std::vector<RowSelector> &selectors, int row) const;
    /// The rows that the selectors name, seen from a row with this key (and
    /// number, where it is in the same sheet; -1 otherwise). An account that the
    /// table does not print is the rows below it.
    void rowsOf(const Sheet &sheet, const std::vector<RowSelector> &selectors, int lane, int here,
        const QString &hereKey, std::vector<int> &rows) const;

private:
    bool matches(const Sheet &sheet, const RowSelector &selector, int row) const;
    void addAccount(const QString &key, int lane, std::vector<int> &rows) const;
    /// The row with this key; where it is not printed, the next line of the form that
    /// is, in the direction of `step`.
    int endOfRange(const QString &key, int lane, int step) const;

    QHash<QString, std::vector<int>> m_byKey;  ///< In the order of lanes.
    const Sheet &m_sheet;
    std::vector<int> m_parent;
    std::vector<int> m_kidsStart;
    std::vector<int> m_kids;
    bool m_hasAccounts = false;
};

/// The cells that expressions mean in one report. Valid until rows change.
class CellResolver
{
public:
    explicit CellResolver(const Report &report);

    struct Term
    {
        CellRef cell;
        int sign = 1;
        bool operator==(const Term &) const = default;
    };

    const RowIndex &rows(int sheet) const { return m_rows[size_t(sheet)]; }

    /// Replaces `terms` by what the expression means, seen from a cell of the
    /// report. False where a table or column that it names is not in the report
    /// (a row that is not there counts as nothing).
    bool resolve(const Expression &expression, CellRef from, std::vector<Term> &terms) const;
    /// The cells of a selector that names its table.
    std::vector<CellRef> cells(const CellSelector &selector) const;

private:
    bool resolve(
        const CellSelector &selector, int sign, CellRef from, std::vector<Term> &terms) const;

    const Report &m_report;
    std::vector<RowIndex> m_rows;
    QHash<QString, int> m_sheetOf;
    mutable std::vector<int> m_scratch;
};

}  // namespace mz
