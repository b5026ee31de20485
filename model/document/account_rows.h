#pragma once

#include "model/domain/handbook.h"
#include "model/domain/report.h"

namespace mz {

/// The lane that a new row with this code belongs to; -1 where the table takes
/// no such accounts.
int laneForAccount(const TableForm &form, AccountCode code);

/// Adds the row and the parents it lacks, in the order of codes, with the names
/// of that year. Its first kid takes a row's input amounts over.
/// Errors: the table has the code; the table takes no such accounts.
Done addAccountRow(
    Sheet &sheet, AccountCode code, const QString &name, const AccountList &accounts, int year);

/// Adds the form's own line of a class where the table lacks it (a publication
/// may leave lines out).
void addFormLine(Sheet &sheet, AccountCode classCode);

/// The rows, their kids, and parents that would keep none, in descending order.
std::vector<int> rowsToRemove(const Sheet &sheet, const std::vector<int> &rows);

/// Whether the row stands in an account tree, not in the form itself.
bool isTreeRow(const Sheet &sheet, int row);

}  // namespace mz
