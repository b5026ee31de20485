#include "app/cli/checked_report.h"

#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString shownName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Say::tr("error");
    case Severity::Warning:
        return Say::tr("warning");
    case Severity::Info:
        return Say::tr("hint");
    case Severity::Manual:
        break;
    }
    return Say::tr("to be looked at");
}

QString shownVerdict(CheckResult::Verdict verdict)
{
    return verdict == CheckResult::Verdict::Passed ? Say::tr("passed")
        : verdict == CheckResult::Verdict::Faulty  ? Say::tr("faulty")
                                                   : Say::tr("not fully checked");
}

}  // namespace

QString summaryLine(const CheckedReport &checked)
{
    if (checked.error)
        return Say::tr("%1: not read: %2").arg(checked.file, checked.error->text());
    const CheckResult &result = checked.result;
    return Say::tr("%1: %2 · errors %3 · warnings %4 · hints %5")
        .arg(checked.file, shownVerdict(result.verdict()))
        .arg(result.count(Severity::Error))
        .arg(result.count(Severity::Warning))
        .arg(result.count(Severity::Info));
}

QString details(const CheckedReport &checked)
{
    QString text;
    for (const Finding &finding : checked.result.findings) {
        const QString indent(finding.causedBy < 0 ? 0 : 4, u' ');
        text += indent
            + QStringLiteral("[%1] %2  %3  %4")
                  .arg(shownName(finding.severity), finding.rule, finding.place, finding.message);
        if (!finding.difference.isEmpty())
            text += Say::tr("  difference %1").arg(finding.difference);
        if (!finding.cause.isEmpty())
            text += QStringLiteral("\n") + indent + QStringLiteral("        → ") + finding.cause;
        text += u'\n';
    }
    int passed = 0, notApplicable = 0, lacking = 0;
    for (const LedgerEntry &entry : checked.result.ledger) {
        using State = LedgerEntry::State;
        passed += entry.state == State::Passed || entry.state == State::Failed ? 1 : 0;
        notApplicable += entry.state == State::NotApplicable ? 1 : 0;
        lacking += entry.state == State::LacksData ? 1 : 0;
    }
    text += Say::tr("Rules: %1 · done %2 · do not apply %3 · lack data %4")
                .arg(checked.result.ledger.size())
                .arg(passed)
                .arg(notApplicable)
                .arg(lacking)
        + u'\n';
    const std::vector<Claim> &claims = checked.result.reading.claims;
    if (claims.empty())
        return text;
    int disagree = 0, unchecked = 0;
    for (const Claim &claim : claims) {
        const bool wrong = claim.verdict == Claim::Verdict::Disagrees
            || claim.verdict == Claim::Verdict::ZeroBase;
        disagree += wrong ? 1 : 0;
        unchecked += claim.isChecked() ? 0 : 1;
    }
    text += Say::tr("Numbers in the text: %1 · agree %2 · disagree %3 · not checked %4")
                .arg(claims.size())
                .arg(int(claims.size()) - disagree - unchecked)
                .arg(disagree)
                .arg(unchecked)
        + u'\n';
    return text;
}

}  // namespace mz
