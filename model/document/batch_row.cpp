#include "model/document/batch_row.h"

#include "model/document/check_session.h"
#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(BatchRow)
};

/// Of a list of thousands, each keeps a sentence, not a page.
constexpr qsizetype longestReason = 300;

QString withPlace(const Finding &finding)
{
    return finding.place.isEmpty() ? finding.message
                                   : Say::tr("%1: %2").arg(finding.place, finding.message);
}

QString reasonOf(
    const CheckResult &result, const Report &report, const RuleSet &rules, const BatchRow &row)
{
    QString reason;
    if (row.state == BatchRow::State::Faulty) {
        const auto first = std::find_if(
            result.findings.begin(), result.findings.end(), [&report](const Finding &finding) {
                return finding.causedBy < 0 && !isSetAside(report, finding);
            });
        if (first == result.findings.end())
            return reason;
        const int others = row.errors - 1;
        reason = others > 0 ? Say::tr("%1 (and %2 more)").arg(withPlace(*first)).arg(others)
                            : withPlace(*first);
    } else if (row.state == BatchRow::State::Incomplete) {
        const auto lacking = std::find_if(
            result.ledger.begin(), result.ledger.end(), [](const LedgerEntry &entry) {
                return entry.state == LedgerEntry::State::LacksData && !entry.otherReport;
            });
        const Rule *rule = lacking == result.ledger.end() ? nullptr : rules.find(lacking->rule);
        const bool english = Say::tr("en", "language of names in data files") == u"en";
        if (rule)
            reason = Say::tr("not checked: %1 – %2")
                         .arg(english ? rule->english : rule->name, lacking->reason);
    }
    return reason;
}

void takeTotal(const Report &report, const Handbook &handbook, BatchRow &row)
{
    const Figure *figure = handbook.figures().find(u"overall.total");
    if (!figure)
        return;
    const auto value = evaluateFigure(*figure, report, CellResolver(report));
    if (!value || value->cells.empty())
        return;
    row.total = value->amount;
    row.unit = report.sheets[size_t(value->cells.front().sheet)].unit;
}

}  // namespace

BatchRow checkedRow(
    const QString &file, const ReadingContext &context, const ReadingProgress &progress)
{
    BatchRow row;
    row.file = file;
    const Result<OpenedReport> opened = openReport(file, context, progress);
    if (!opened) {
        row.state = BatchRow::State::Unreadable;
        // The row names the file already.
        row.reason = opened.error().message.left(longestReason).simplified();
        return row;
    }
    const Report &report = opened->report;
    row.agency = report.identity.agency.left(longestReason);
    row.year = report.identity.year;
    row.family = report.identity.family;
    const CheckResult result = Checker(report, context.handbook, context.rules).check();
    row.errors = countStanding(result, report, Severity::Error);
    row.warnings = countStanding(result, report, Severity::Warning);
    row.hints = countStanding(result, report, Severity::Info);
    row.notChecked = int(
        std::count_if(result.ledger.begin(), result.ledger.end(), [](const LedgerEntry &entry) {
            return entry.state == LedgerEntry::State::LacksData && !entry.otherReport;
        }));
    switch (verdictOfStanding(result, report)) {
    case CheckResult::Verdict::Passed:
        row.state = BatchRow::State::Passed;
        break;
    case CheckResult::Verdict::Faulty:
        row.state = BatchRow::State::Faulty;
        break;
    case CheckResult::Verdict::Incomplete:
        row.state = BatchRow::State::Incomplete;
        break;
    }
    takeTotal(report, context.handbook, row);
    row.reason = reasonOf(result, report, context.rules, row).left(longestReason).simplified();
    return row;
}

}  // namespace mz
