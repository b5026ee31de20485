#include "app/cli/checked_report.h"

#include <QJsonArray>

namespace mz {

namespace {

QString name(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QStringLiteral("error");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Info:
        return QStringLiteral("info");
    case Severity::Manual:
        break;
    }
    return QStringLiteral("manual");
}

QString verdictName(CheckResult::Verdict verdict)
{
    return verdict == CheckResult::Verdict::Passed ? QStringLiteral("passed")
        : verdict == CheckResult::Verdict::Faulty  ? QStringLiteral("faulty")
                                                   : QStringLiteral("incomplete");
}

QJsonObject cellObject(const Report &report, const FindingCell &cell)
{
    QJsonObject object;
    const Sheet &sheet = report.sheets[size_t(cell.at.sheet)];
    object.insert(QStringLiteral("table"), sheet.form->kind);
    if (cell.at.row >= 0) {
        const SheetRow &row = sheet.rows[size_t(cell.at.row)];
        object.insert(QStringLiteral("row"), row.key);
        const QString &side = sheet.form->lanes[size_t(row.lane)].side;
        if (!side.isEmpty())
            object.insert(QStringLiteral("side"), side);
    }
    if (cell.at.column >= 0)
        object.insert(QStringLiteral("column"), sheet.columns[size_t(cell.at.column)].id);
    object.insert(QStringLiteral("published"),
        cell.published.isEmpty() ? QJsonValue() : QJsonValue(cell.published));
    object.insert(QStringLiteral("expected"),
        cell.expected.isEmpty() ? QJsonValue() : QJsonValue(cell.expected));
    return object;
}

QJsonArray textPlaces(const Report &report, const Finding &finding)
{
    QJsonArray places;
    for (const FindingText &text : finding.texts) {
        const Section &section = report.sections[size_t(text.section)];
        places.append(QJsonObject{{QStringLiteral("section"), section.number + section.title},
            {QStringLiteral("quote"), text.quote},
            {QStringLiteral("published"),
                text.published.isEmpty() ? QJsonValue() : QJsonValue(text.published)},
            {QStringLiteral("expected"),
                text.expected.isEmpty() ? QJsonValue() : QJsonValue(text.expected)}});
    }
    return places;
}

}  // namespace

QJsonObject toJson(const CheckedReport &checked)
{
    QJsonObject object{{QStringLiteral("file"), checked.file}};
    if (checked.error) {
        object.insert(QStringLiteral("verdict"), QStringLiteral("unreadable"));
        object.insert(QStringLiteral("error"), checked.error->text());
        return object;
    }
    const CheckResult &result = checked.result;
    object.insert(QStringLiteral("agency"), checked.report.identity.agency);
    object.insert(QStringLiteral("year"), checked.report.identity.year);
    object.insert(QStringLiteral("verdict"), verdictName(result.verdict()));
    QJsonObject counts;
    for (const Severity severity :
        {Severity::Error, Severity::Warning, Severity::Info, Severity::Manual})
        counts.insert(name(severity), result.count(severity));
    object.insert(QStringLiteral("counts"), counts);
    QJsonArray findings;
    for (const Finding &finding : result.findings) {
        QJsonArray cells;
        for (const FindingCell &cell : finding.cells)
            cells.append(cellObject(checked.report, cell));
        QJsonObject entry{{QStringLiteral("rule"), finding.rule},
            {QStringLiteral("severity"), name(finding.severity)},
            {QStringLiteral("group"), finding.group}, {QStringLiteral("message"), finding.message},
            {QStringLiteral("place"), finding.place}, {QStringLiteral("cells"), cells},
            {QStringLiteral("text"), textPlaces(checked.report, finding)},
            {QStringLiteral("difference"),
                finding.difference.isEmpty() ? QJsonValue() : QJsonValue(finding.difference)},
            {QStringLiteral("caused_by"),
                finding.causedBy < 0 ? QJsonValue() : QJsonValue(finding.causedBy)}};
        if (!finding.cause.isEmpty())
            entry.insert(QStringLiteral("cause"), finding.cause);
        QJsonArray fix;
        for (const auto &[at, amount] : finding.fix) {
            const Sheet &sheet = checked.report.sheets[size_t(at.sheet)];
            fix.append(cellObject(checked.report,
                {at, sheet.printed(at.row, at.column), amount.toString(sheet.unit), 0}));
        }
        if (!fix.isEmpty())
            entry.insert(QStringLiteral("fix"), fix);
        findings.append(entry);
    }
    object.insert(QStringLiteral("findings"), findings);
    QJsonArray passed, failed, notApplicable, insufficient;
    for (const LedgerEntry &entry : result.ledger) {
        switch (entry.state) {
        case LedgerEntry::State::Passed:
            passed.append(entry.rule);
            break;
        case LedgerEntry::State::Failed:
            failed.append(entry.rule);
            break;
        case LedgerEntry::State::NotApplicable:
            notApplicable.append(QJsonObject{
                {QStringLiteral("rule"), entry.rule}, {QStringLiteral("reason"), entry.reason}});
            break;
        case LedgerEntry::State::LacksData:
            insufficient.append(QJsonObject{
                {QStringLiteral("rule"), entry.rule}, {QStringLiteral("missing"), entry.reason}});
            break;
        }
    }
    object.insert(QStringLiteral("ledger"),
        QJsonObject{{QStringLiteral("passed"), passed}, {QStringLiteral("failed"), failed},
            {QStringLiteral("not_applicable"), notApplicable},
            {QStringLiteral("insufficient"), insufficient}});
    QJsonArray unchecked;
    for (const Claim &claim : result.reading.claims) {
        if (claim.isChecked())
            continue;
        const Section &section = checked.report.sections[size_t(claim.place.section)];
        unchecked.append(QJsonObject{{QStringLiteral("section"), section.number + section.title},
            {QStringLiteral("quote"), quoteOf(checked.report, claim.place)},
            {QStringLiteral("number"), claim.printed + claim.unit},
            {QStringLiteral("reason"), claim.reason}});
    }
    object.insert(QStringLiteral("unchecked_numbers"), unchecked);
    return object;
}

}  // namespace mz
