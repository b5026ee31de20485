#pragma once

#include "model/checks/finding.h"
#include "model/domain/handbook.h"

namespace mz {

/// What a named test needs to run.
struct TestContext
{
    const Report &report;
    const Handbook &handbook;
    const CellResolver &resolver;
    const Rule &rule;
};

struct TestResult
{
    std::vector<Finding> findings;
    LedgerEntry::State state = LedgerEntry::State::Passed;  ///< Unless there are findings.
    QString reason;
    int instances = 0;
};

/// The tests that a rule can name in "test"; README lists them with their settings.
bool isCellTest(const QString &name);
TestResult runCellTest(const TestContext &context);

// Building blocks of the tests.

Finding findingAt(const TestContext &context, CellRef at, const QString &message);
Finding findingOfTable(const TestContext &context, int sheet, const QString &message);
/// "05 · 2101301 城乡医疗救助 · 小计", or "05" for a whole table.
QString placeOf(const Report &report, CellRef at);
/// True where no cell of the table holds an amount other than zero.
bool isEmptyTable(const Sheet &sheet);

using NamedTest = TestResult (*)(const TestContext &);
/// Tests of the cells: negative amounts, decimals, codes, names.
NamedTest cellTest(QStringView name);
/// Tests of whole tables and of the outline.
NamedTest tableTest(QStringView name);

}  // namespace mz
