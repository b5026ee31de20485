#include "model/checks/lost_pages.h"

#include <QCoreApplication>
#include <QSet>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(LostPages)
};

/// Tests that miss something, whichever page it stands on.
bool asksForWholeReport(const QString &test)
{
    static const QSet<QString> tests{"tables-present", "table-heads", "chapters", "cover",
        "contents", "glossary", "annexes", "numbering", "empty-note", "amounts-but-none"};
    return tests.contains(test);
}

/// Tests that miss rows of a table.
bool asksForWholeTables(const QString &test)
{
    static const QSet<QString> tests{"total-row", "tables-kept", "detail-level", "codes-subset",
        "codes", "line-numbers", "columns-present", "empty-both-or-neither", "nonzero",
        "none-but-amounts", "repeated-amount"};
    return tests.contains(test);
}

TestResult pagesReadable(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    result.instances = 1;
    const int lost = context.report.lost.count;
    if (lost > 0 && !context.report.sheets.empty())
        result.findings.push_back(findingOfReport(context, QStringLiteral("pictures"),
            Say::tr("%n page(s) or piece(s) of the file are pictures or could not be read; what "
                    "stands there was not checked.",
                nullptr, lost)));
    return result;
}

TestResult textThere(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    result.instances = 1;
    if (context.report.lost.count > 0 && context.report.sheets.empty())
        result.findings.push_back(findingOfReport(context, QStringLiteral("scan"),
            Say::tr("A scan: there is no text to read; nothing could be checked.")));
    return result;
}

}  // namespace

bool mayLackRows(const Report &report, int sheet)
{
    return sheet >= 0 && report.lost.tables.contains(report.sheets[size_t(sheet)].form->kind);
}

bool namesLostTable(const Report &report, const Rule &rule)
{
    if (!rule.relation)
        return false;
    const Expression none;
    const Expression &right = rule.relation->right ? *rule.relation->right : none;
    for (const Expression *side : {&rule.relation->left, &right}) {
        for (const ExpressionTerm &term : side->terms()) {
            if (report.lost.tables.contains(term.cells.table))
                return true;
        }
    }
    return false;
}

void leaveOutLost(const TestContext &context, TestResult &result)
{
    const QString &test = context.rule.test;
    const bool whole = asksForWholeReport(test);
    const bool rows = asksForWholeTables(test);
    // The table whose codes hold those of the others.
    const bool otherTable
        = context.report.lost.tables.contains(context.rule.settings.value(u"whole").toString());
    const size_t removed = std::erase_if(result.findings, [&](const Finding &finding) {
        // A table that stands in the wrong place is there.
        if (test == u"tables-present")
            return finding.cells.empty();
        return whole
            || (rows
                && (otherTable
                    || (!finding.cells.empty()
                        && mayLackRows(context.report, finding.cells.front().at.sheet))));
    });
    if (removed == 0)
        return;
    result.state = LedgerEntry::State::LacksData;
    result.reason = Say::tr(
        "%n page(s) or piece(s) that could not be read", nullptr, context.report.lost.count);
}

NamedTest pageTest(QStringView name)
{
    if (name == u"pages-readable")
        return pagesReadable;
    return name == u"text-there" ? textThere : nullptr;
}

}  // namespace mz
