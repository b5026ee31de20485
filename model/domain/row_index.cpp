#include "model/domain/row_index.h"

#include "model/domain/text.h"
#include <algorithm>

namespace mz {

RowIndex::RowIndex(const Sheet &sheet) : m_sheet(sheet)
{
    const size_t count = sheet.rows.size();
    m_parent.assign(count, -1);
    m_byKey.reserve(qsizetype(count));
    QHash<AccountCode, int> byCode;
    byCode.reserve(qsizetype(count));
    for (size_t i = 0; i < count; ++i) {
        const SheetRow &row = sheet.rows[i];
        m_byKey[row.key].push_back(int(i));
        if (!row.code.isEmpty() && !byCode.contains(row.code))
            byCode.insert(row.code, int(i));
    }
    m_hasAccounts = !byCode.isEmpty();
    std::vector<int> kidCount(count + 1, 0);
    for (size_t i = 0; i < count; ++i) {
        for (AccountCode code = sheet.rows[i].code.parent(); !code.isEmpty();
             code = code.parent()) {
            const auto it = byCode.constFind(code);
            if (it != byCode.constEnd()) {
                m_parent[i] = *it;
                ++kidCount[size_t(*it)];
                break;
            }
        }
    }
    m_kidsStart.assign(count + 1, 0);
    for (size_t i = 0; i < count; ++i)
        m_kidsStart[i + 1] = m_kidsStart[i] + kidCount[i];
    m_kids.resize(size_t(m_kidsStart[count]));
    std::vector<int> next(m_kidsStart.begin(), m_kidsStart.end());
    for (size_t i = 0; i < count; ++i) {
        if (m_parent[i] >= 0)
            m_kids[size_t(next[size_t(m_parent[i])]++)] = int(i);
    }
}

int RowIndex::rowOf(QStringView key, int lane) const
{
    const auto it = m_byKey.constFind(key.toString());
    if (it != m_byKey.constEnd()) {
        for (const int row : *it) {
            if (lane < 0 || m_sheet.rows[size_t(row)].lane == lane)
                return row;
        }
    }
    // A line may be named by what it says, with or without its ordinal.
    const QString name = normalized(key);
    if (name.isEmpty() || name.front().isDigit() || name.front().unicode() < 0x80)
        return -1;
    for (size_t i = 0; i < m_sheet.rows.size(); ++i) {
        const SheetRow &row = m_sheet.rows[i];
        if ((lane < 0 || row.lane == lane)
            && (normalized(row.label) == name || normalized(withoutOrdinal(row.label)) == name))
            return int(i);
    }
    return -1;
}

int RowIndex::endOfRange(const QString &key, int lane, int step) const
{
    const int named = rowOf(key, lane);
    if (named >= 0 || lane < 0 || size_t(lane) >= m_sheet.form->lanes.size())
        return named;
    const std::vector<FormRow> &lines = m_sheet.form->lanes[size_t(lane)].rows;
    const auto known = std::find_if(
        lines.begin(), lines.end(), [&key](const FormRow &line) { return line.key == key; });
    if (known == lines.end())
        return -1;
    for (auto at = known - lines.begin() + step; at >= 0 && size_t(at) < lines.size(); at += step) {
        const FormRow &line = lines[size_t(at)];
        const int row = line.tree || line.foot ? -1 : rowOf(line.key, lane);
        if (row >= 0)
            return row;
    }
    return -1;
}

bool RowIndex::matches(const Sheet &sheet, const RowSelector &selector, int row) const
{
    using Kind = RowSelector::Kind;
    const SheetRow &line = sheet.rows[size_t(row)];
    switch (selector.kind) {
    case Kind::Here:
    case Kind::Same:
    case Kind::All:
        return true;
    case Kind::Key:
        return line.key == selector.key || rowOf(selector.key, line.lane) == row;
    case Kind::Range: {
        const int first = endOfRange(selector.key, line.lane, 1);
        const int last = endOfRange(selector.lastKey, line.lane, -1);
        // 其中 tells of a part of the line above it.
        return first >= 0 && row >= first && row <= last
            && !QStringView(line.label).trimmed().startsWith(u"其中");
    }
    case Kind::Kids:
        return m_parent[size_t(row)] >= 0
            && sheet.rows[size_t(m_parent[size_t(row)])].key == selector.key;
    case Kind::Top:
        return !line.code.isEmpty() && m_parent[size_t(row)] < 0;
    case Kind::Branch:
        return hasKids(row);
    case Kind::Leaf:
        return !line.code.isEmpty() && !hasKids(row);
    case Kind::Class:
        return line.code.level() == AccountCode::Level::Class;
    case Kind::Group:
        return line.code.level() == AccountCode::Level::Group;
    case Kind::Item:
        return line.code.level() == AccountCode::Level::Item;
    case Kind::Lines:
        return !line.code.isEmpty();
    }
    return false;
}

bool RowIndex::matches(const Sheet &sheet, const std::vector<RowSelector> &selectors, int row) const
{
    return selectors.empty()
        || std::any_of(selectors.begin(), selectors.end(),
            [&](const RowSelector &selector) { return matches(sheet, selector, row); });
}

/// The row of that key; of an account that a table does not print, the rows below it.
void RowIndex::addAccount(const QString &key, int lane, std::vector<int> &rows) const
{
    const int row = rowOf(key, lane);
    if (row >= 0) {
        rows.push_back(row);
        return;
    }
    const AccountCode code = m_hasAccounts ? AccountCode::parse(key) : AccountCode();
    for (size_t i = 0; !code.isEmpty() && i < m_sheet.rows.size(); ++i) {
        const SheetRow &line = m_sheet.rows[i];
        const int above = m_parent[i];
        const bool highest = above < 0 || !code.isAncestorOf(m_sheet.rows[size_t(above)].code);
        if (highest && code.isAncestorOf(line.code) && (lane < 0 || line.lane == lane))
            rows.push_back(int(i));
    }
}

void RowIndex::rowsOf(const Sheet &sheet, const std::vector<RowSelector> &selectors, int lane,
    int here, const QString &hereKey, std::vector<int> &rows) const
{
    using Kind = RowSelector::Kind;
    const auto add = [&rows](int row) {
        if (row >= 0)
            rows.push_back(row);
    };
    if (selectors.empty())
        return add(here);
    for (const RowSelector &selector : selectors) {
        switch (selector.kind) {
        case Kind::Here:
            add(here);
            break;
        case Kind::Same:
            addAccount(hereKey, lane, rows);
            break;
        case Kind::Key:
            addAccount(selector.key, lane, rows);
            break;
        case Kind::Kids: {
            const int parent = selector.key.isEmpty() ? here : rowOf(selector.key, lane);
            if (parent >= 0)
                rows.insert(rows.end(), kidsBegin(parent), kidsEnd(parent));
            break;
        }
        default:
            if (!m_hasAccounts && selector.kind != Kind::All && selector.kind != Kind::Range)
                break;
            for (int row = 0; row < sheet.rowCount(); ++row) {
                if ((lane < 0 || sheet.rows[size_t(row)].lane == lane)
                    && matches(sheet, selector, row))
                    rows.push_back(row);
            }
        }
    }
}

CellResolver::CellResolver(const Report &report) : m_report(report)
{
    m_rows.reserve(report.sheets.size());
    for (size_t i = 0; i < report.sheets.size(); ++i) {
        m_rows.emplace_back(report.sheets[i]);
        if (!m_sheetOf.contains(report.sheets[i].form->kind))
            m_sheetOf.insert(report.sheets[i].form->kind, int(i));
    }
}

bool CellResolver::resolve(
    const Expression &expression, CellRef from, std::vector<Term> &terms) const
{
    terms.clear();
    for (const ExpressionTerm &term : expression.terms()) {
        if (!resolve(term.cells, term.sign, from, terms))
            return false;
    }
    return true;
}

bool CellResolver::resolve(
    const CellSelector &selector, int sign, CellRef from, std::vector<Term> &terms) const
{
    const int target = selector.table.isEmpty() ? from.sheet : m_sheetOf.value(selector.table, -1);
    if (target < 0)
        return false;
    const Sheet &sheet = m_report.sheets[size_t(target)];
    const bool sameSheet = target == from.sheet;
    const Sheet *fromSheet = from.sheet >= 0 ? &m_report.sheets[size_t(from.sheet)] : nullptr;
    int lane = -1;
    if (!selector.side.isEmpty()) {
        lane = sheet.form->laneIndex(selector.side);
        if (lane < 0)
            return false;
    }
    int column = from.column;
    if (!selector.column.isEmpty()) {
        column = sheet.columnOf(selector.column);
    } else if (!sameSheet) {
        // A side with a single column needs no column named.
        const size_t asked = lane < 0 ? 0 : size_t(lane);
        const auto &columns = sheet.form->lanes[asked].columns;
        column = columns.size() == 1 ? columns.front()
            : fromSheet              ? sheet.columnOf(fromSheet->columns[size_t(from.column)].id)
                                     : -1;
    }
    if (column < 0)
        return false;
    static const QString noKey;
    const QString &key = fromSheet && from.row >= 0 ? fromSheet->rows[size_t(from.row)].key : noKey;
    m_scratch.clear();
    m_rows[size_t(target)].rowsOf(
        sheet, selector.rows, lane, sameSheet ? from.row : -1, key, m_scratch);
    for (const int row : m_scratch) {
        if (sheet.hasCell(row, column))
            terms.push_back({{target, row, column}, sign});
    }
    return true;
}

std::vector<CellRef> CellResolver::cells(const CellSelector &selector) const
{
    std::vector<CellRef> result;
    const int target = m_sheetOf.value(selector.table, -1);
    if (target < 0)
        return result;
    const Sheet &sheet = m_report.sheets[size_t(target)];
    const int lane = selector.side.isEmpty() ? -1 : sheet.form->laneIndex(selector.side);
    const int named = selector.column.isEmpty() || selector.column == u"*"
        ? -1
        : sheet.columnOf(selector.column);
    for (int row = 0; row < sheet.rowCount(); ++row) {
        if ((lane >= 0 && sheet.rows[size_t(row)].lane != lane)
            || !m_rows[size_t(target)].matches(sheet, selector.rows, row))
            continue;
        // Where none is named, the form's: what another column means is not known.
        const int columns
            = selector.column.isEmpty() ? int(sheet.form->columns.size()) : sheet.columnCount();
        for (int column = 0; column < columns; ++column) {
            if ((named < 0 || column == named) && sheet.hasCell(row, column))
                result.push_back({target, row, column});
        }
    }
    return result;
}

}  // namespace mz
