#include "model/document/account_rows.h"

#include "model/domain/row_index.h"
#include <QCoreApplication>
#include <algorithm>
#include <set>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(AccountRows)
};

const FormRow *formLine(const Sheet &sheet, int lane, const QString &key)
{
    for (const FormRow &row : sheet.form->lanes[size_t(lane)].rows) {
        if (!row.tree && row.key == key)
            return &row;
    }
    return nullptr;
}

/// Where a row with this code goes: before the first account row of its lane
/// that comes later, else behind the last one, else where the form has its tree.
int positionFor(const Sheet &sheet, int lane, AccountCode code)
{
    int behind = -1;
    for (int row = 0; row < sheet.rowCount(); ++row) {
        const SheetRow &line = sheet.rows[size_t(row)];
        if (line.lane != lane || line.code.isEmpty())
            continue;
        if (line.code > code)
            return row;
        behind = row + 1;
    }
    if (behind >= 0)
        return behind;
    bool afterTree = false;
    for (const FormRow &known : sheet.form->lanes[size_t(lane)].rows) {
        afterTree = afterTree || known.tree;
        if (!afterTree || known.tree)
            continue;
        const int row = sheet.rowOf(known.key, lane);
        if (row >= 0)
            return row;
    }
    int end = 0;
    for (int row = 0; row < sheet.rowCount(); ++row) {
        if (sheet.rows[size_t(row)].lane <= lane && !sheet.rows[size_t(row)].foot)
            end = row + 1;
    }
    return end;
}

SheetRow accountRow(AccountCode code, const QString &name, int lane)
{
    SheetRow row;
    row.key = code.toString();
    row.code = code;
    row.label = name;
    row.lane = lane;
    row.indent = int(code.level()) - 1;
    row.strong = code.level() == AccountCode::Level::Class;
    return row;
}

}  // namespace

int laneForAccount(const TableForm &form, AccountCode code)
{
    if (form.accounts == TableForm::Accounts::None)
        return -1;
    for (size_t lane = 0; lane < form.lanes.size(); ++lane) {
        const auto &classes = form.lanes[lane].classes;
        if (std::find(classes.begin(), classes.end(), code.classCode()) != classes.end())
            return int(lane);
        for (const FormRow &row : form.lanes[lane].rows) {
            if (row.tree)
                return int(lane);
        }
    }
    return -1;
}

bool isTreeRow(const Sheet &sheet, int row)
{
    const SheetRow &line = sheet.rows[size_t(row)];
    return !line.code.isEmpty() && sheet.form->accounts != TableForm::Accounts::None
        && !formLine(sheet, line.lane, line.key);
}

Done addAccountRow(
    Sheet &sheet, AccountCode code, const QString &name, const AccountList &accounts, int year)
{
    const int lane = laneForAccount(*sheet.form, code);
    const bool economic = sheet.form->accounts == TableForm::Accounts::Economic;
    if (code.isEmpty() || lane < 0 || (economic && code.level() == AccountCode::Level::Item))
        return Error{Say::tr("The table takes no account with the code %1.").arg(code.toString()),
            sheet.form->kind};
    if (sheet.rowOf(code.toString(), lane) >= 0)
        return Error{Say::tr("The table has the account %1 already.").arg(code.toString()),
            sheet.form->kind};
    std::vector<AccountCode> wanted{code};
    for (AccountCode parent = code.parent(); !parent.isEmpty(); parent = parent.parent()) {
        if (sheet.rowOf(parent.toString(), lane) < 0)
            wanted.push_back(parent);
    }
    // The nearest row above that is there now: if it has no kids it was an input.
    const AccountCode above = wanted.back().parent();
    const int aboveRow = above.isEmpty() ? -1 : sheet.rowOf(above.toString(), lane);
    std::vector<std::pair<Amount, QString>> inherited;
    if (aboveRow >= 0 && !RowIndex(sheet).hasKids(aboveRow)) {
        for (int column = 0; column < sheet.columnCount(); ++column)
            inherited.emplace_back(
                sheet.cell(aboveRow, column).amount, sheet.printed(aboveRow, column));
    }
    for (auto it = wanted.rbegin(); it != wanted.rend(); ++it) {
        QString label = *it == code && !name.isEmpty() ? name : accounts.name(*it, year);
        sheet.insertRow(positionFor(sheet, lane, *it), accountRow(*it, label, lane));
    }
    const int row = sheet.rowOf(code.toString(), lane);
    for (size_t column = 0; column < inherited.size(); ++column) {
        if (sheet.hasCell(row, int(column)))
            sheet.setPrinted(row, int(column), inherited[column].first, inherited[column].second);
    }
    return done();
}

void addFormLine(Sheet &sheet, AccountCode classCode)
{
    for (size_t lane = 0; lane < sheet.form->lanes.size(); ++lane) {
        const FormRow *line = formLine(sheet, int(lane), classCode.toString());
        if (!line || line->foot || sheet.rowOf(line->key, int(lane)) >= 0)
            continue;
        SheetRow row = accountRow(line->code, line->label, int(lane));
        row.indent = line->indent;
        row.strong = line->strong;
        sheet.insertRow(positionFor(sheet, int(lane), classCode), std::move(row));
    }
}

std::vector<int> rowsToRemove(const Sheet &sheet, const std::vector<int> &rows)
{
    const RowIndex index(sheet);
    std::set<int, std::greater<>> removed;
    std::vector<int> open = rows;
    while (!open.empty()) {
        const int row = open.back();
        open.pop_back();
        if (!isTreeRow(sheet, row) || !removed.insert(row).second)
            continue;
        open.insert(open.end(), index.kidsBegin(row), index.kidsEnd(row));
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (const int row : std::vector<int>(removed.begin(), removed.end())) {
            const int parent = index.parentOf(row);
            if (parent < 0 || removed.contains(parent) || !isTreeRow(sheet, parent))
                continue;
            const bool empty = std::all_of(index.kidsBegin(parent), index.kidsEnd(parent),
                [&removed](int kid) { return removed.contains(kid); });
            if (empty)
                changed = removed.insert(parent).second || changed;
        }
    }
    return {removed.begin(), removed.end()};
}

}  // namespace mz
