#pragma once

#include "model/checks/finding.h"
#include "model/checks/text_material.h"
#include "model/domain/handbook.h"

namespace mz {

/// What a named test needs to run.
struct TestContext
{
    const Report &report;
    const Handbook &handbook;
    const CellResolver &resolver;
    const Rule &rule;
    const TextMaterial &material;
    const NarrativeReading *reading = nullptr;  ///< Null while only tables are looked at.
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
/// A finding without a cell; `what` tells it from others of the rule.
Finding findingOfReport(const TestContext &context, const QString &what, const QString &message);
/// A finding in the text: of a section, at a quotation.
Finding findingOfText(const TestContext &context, const QString &what, int section,
    const QString &quote, const QString &message);
/// The strings of a list in the settings.
QStringList settingTexts(const QJsonValue &value);
/// The tables of settings "tables" that the report has.
std::vector<int> settingTables(const TestContext &context);
/// The rule could not run: what it would need.
TestResult lacking(const QString &what);
/// The rule has nothing to judge: a report that is being drawn up has no text yet.
TestResult notPublished();
/// "05 · 2101301 城乡医疗救助 · 小计", or "05" for a whole table.
QString placeOf(const Report &report, CellRef at);
/// True where no cell of the table holds an amount other than zero.
bool isEmptyTable(const Sheet &sheet);

using NamedTest = TestResult (*)(const TestContext &);
/// Tests of the cells: negative amounts, decimals, codes, names.
NamedTest cellTest(QStringView name);
/// Tests of whole tables and of the outline.
NamedTest tableTest(QStringView name);
/// Tests of the parts that a report is made of: cover, contents, glossary, annexes.
NamedTest textTest(QStringView name);
/// Tests of the titles: numbering, kind of document.
NamedTest outlineTest(QStringView name);
/// Tests of what sentences say about tables.
NamedTest statementTest(QStringView name);
/// Tests of rows whose own sum fails.
NamedTest rowTest(QStringView name);
/// Tests of how the text is written: patterns, doubled words, full stops.
NamedTest qualityTest(QStringView name);
/// Tests of quotation marks and brackets.
NamedTest pairTest(QStringView name);
/// Tests of what the text's numbers say.
NamedTest narrativeTest(QStringView name);
/// Tests of what the explanation must say: reasons, parts, years.
NamedTest explanationTest(QStringView name);
/// Tests against the figures of last year that are entered or taken from its report.
NamedTest lastYearTest(QStringView name);
/// Whether an edit of an amount can change the answer of the test.
bool readsAmounts(const QString &test);
/// Whether the answer of the test changes with the text alone.
bool readsTextOnly(const QString &test);

}  // namespace mz
