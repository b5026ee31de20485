#pragma once

#include "model/checks/cell_tests.h"

namespace mz {

/// Whether rows of the table may stand on a page that could not be read.
bool mayLackRows(const Report &report, int sheet);

/// Whether an equation of the rule asks for rows of such a table, there or not.
bool namesLostTable(const Report &report, const Rule &rule);

/// Takes away the findings that something is missing which may stand on a lost
/// page: the rule lacks data instead.
void leaveOutLost(const TestContext &context, TestResult &result);

/// Tests of the pages themselves.
NamedTest pageTest(QStringView name);

}  // namespace mz
