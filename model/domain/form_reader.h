#pragma once

#include "model/domain/account_list.h"
#include "model/domain/table_form.h"
#include <QDir>

namespace mz {

/// Reads one table's form. README, "How to add a form", describes the schema.
/// Account rows that give only a code take their name from `accounts` as it is
/// in `year`.
/// Errors: the first fault, with the file and the path inside it
/// ("T05.json: lanes[0].rows[3].key").
Result<std::shared_ptr<const TableForm>> readTableForm(const QByteArray &json,
    const QString &fileName, const AccountList &functional, const AccountList &economic);

/// Reads family.json and the forms that it lists from one folder.
Result<FormFamily> readFormFamily(
    const QDir &folder, const AccountList &functional, const AccountList &economic);

}  // namespace mz
