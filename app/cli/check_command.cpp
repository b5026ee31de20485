#include "app/cli/commands.h"
#include "model/checks/checker.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

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

QString verdictName(CheckResult::Verdict verdict)
{
    return verdict == CheckResult::Verdict::Passed ? QStringLiteral("passed")
        : verdict == CheckResult::Verdict::Faulty  ? QStringLiteral("faulty")
                                                   : QStringLiteral("incomplete");
}

QString shownVerdict(CheckResult::Verdict verdict)
{
    return verdict == CheckResult::Verdict::Passed ? Say::tr("passed")
        : verdict == CheckResult::Verdict::Faulty  ? Say::tr("faulty")
                                                   : Say::tr("not fully checked");
}

struct Checked
{
    QString file;
    std::optional<Error> error;
    OpenedReport opened;
    CheckResult result;
};

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

QJsonObject toJson(const Checked &checked)
{
    QJsonObject object{{QStringLiteral("file"), checked.file}};
    if (checked.error) {
        object.insert(QStringLiteral("verdict"), QStringLiteral("unreadable"));
        object.insert(QStringLiteral("error"), checked.error->text());
        return object;
    }
    const CheckResult &result = checked.result;
    object.insert(QStringLiteral("agency"), checked.opened.report.identity.agency);
    object.insert(QStringLiteral("year"), checked.opened.report.identity.year);
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
            cells.append(cellObject(checked.opened.report, cell));
        QJsonObject entry{{QStringLiteral("rule"), finding.rule},
            {QStringLiteral("severity"), name(finding.severity)},
            {QStringLiteral("group"), finding.group}, {QStringLiteral("message"), finding.message},
            {QStringLiteral("place"), finding.place}, {QStringLiteral("cells"), cells},
            {QStringLiteral("text"), QJsonArray()},
            {QStringLiteral("difference"),
                finding.difference.isEmpty() ? QJsonValue() : QJsonValue(finding.difference)},
            {QStringLiteral("caused_by"),
                finding.causedBy < 0 ? QJsonValue() : QJsonValue(finding.causedBy)}};
        if (!finding.cause.isEmpty())
            entry.insert(QStringLiteral("cause"), finding.cause);
        QJsonArray fix;
        for (const auto &[at, amount] : finding.fix) {
            const Sheet &sheet = checked.opened.report.sheets[size_t(at.sheet)];
            fix.append(cellObject(checked.opened.report,
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
    object.insert(QStringLiteral("unchecked_numbers"), QJsonArray());
    return object;
}

QString summaryLine(const Checked &checked)
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

QString details(const Checked &checked)
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
    return text;
}

QStringList filesOf(const QStringList &arguments)
{
    QStringList files;
    for (const QString &argument : arguments) {
        if (!QFileInfo(argument).isDir()) {
            files << argument;
            continue;
        }
        QDirIterator folder(argument, {QStringLiteral("*.mzr"), QStringLiteral("*.txt")},
            QDir::Files, QDirIterator::Subdirectories);
        QStringList found;
        while (folder.hasNext())
            found << folder.next();
        found.sort();
        files << found;
    }
    return files;
}

}  // namespace

int runCheck(const CommandOptions &options, const ReadingContext &context)
{
    const QStringList files = filesOf(options.arguments);
    if (files.isEmpty())
        return fail({Say::tr("check takes one or more files or folders."), {}});
    if (!context.ownRulesFault.isEmpty())
        std::fputs((context.ownRulesFault + u'\n').toUtf8().constData(), stderr);
    std::vector<Checked> checked{size_t(files.size())};
    std::atomic<qsizetype> next = 0;
    std::atomic<qsizetype> finished = 0;
    std::mutex printing;
    const bool many = files.size() > 1;
    const auto work = [&] {
        for (qsizetype i = next++; i < files.size(); i = next++) {
            Checked &one = checked[size_t(i)];
            one.file = files[i];
            Result<OpenedReport> opened = openReport(files[i], context);
            if (opened) {
                one.opened = *std::move(opened);
                one.result = Checker(one.opened.report, context.handbook, context.rules).check();
            } else {
                one.error = opened.error();
            }
            ++finished;
            if (many && !options.json) {
                const std::lock_guard lock(printing);
                printOut((QStringLiteral("[%1/%2] ").arg(finished.load()).arg(files.size())
                    + summaryLine(one) + u'\n')
                             .toUtf8());
                // Only the line was wanted.
                one.opened.report = {};
            }
        }
    };
    std::vector<std::thread> workers;
    const unsigned cores = many ? std::max(1U, std::thread::hardware_concurrency()) : 1;
    for (unsigned i = 1; i < cores; ++i)
        workers.emplace_back(work);
    work();
    for (std::thread &worker : workers)
        worker.join();

    int status = Fine;
    for (const Checked &one : checked) {
        if (one.error)
            status = Failed;
        else if (status == Fine && one.result.count(Severity::Error) > 0)
            status = Findings;
        if (one.error && (options.json || !many))
            std::fputs((one.error->text() + u'\n').toUtf8().constData(), stderr);
    }
    if (options.json) {
        QJsonArray array;
        for (const Checked &one : checked)
            array.append(toJson(one));
        const QJsonDocument document
            = many ? QJsonDocument(array) : QJsonDocument(array.first().toObject());
        if (many || !checked.front().error)
            printOut(document.toJson(QJsonDocument::Compact) + '\n');
    } else if (!many && !checked.front().error) {
        printOut((summaryLine(checked.front()) + u'\n' + details(checked.front())).toUtf8());
    }
    return status;
}

}  // namespace mz
