#include "model/document/report_file.h"

#include "model/document/csv_folder.h"
#include "model/document/mzr_file.h"
#include "model/document/report_json.h"
#include "model/manuscript/readers/formats.h"
#include "model/recognize/recognizer.h"
#include "model/totals/totals.h"
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(ReportFile)
};

constexpr qint64 largestReport = 256LL * 1024 * 1024;

Error withFile(const Error &error, const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    if (error.place.isEmpty() || error.place == path)
        return {error.message, name};
    return {error.message, QStringLiteral("%1, %2").arg(name, error.place)};
}

/// A document that a reader made, or the reason why not.
Result<OpenedReport> openDocument(
    Result<Manuscript> manuscript, const QString &path, const ReadingContext &context, Scans scans)
{
    if (!manuscript)
        return withFile(manuscript.error(), path);
    OpenedReport opened;
    Result<Recognition> recognition = readDocument(*manuscript, context, {});
    auto unread = !recognition && scans == Scans::Accept ? unreadReport(*manuscript)
                                                         : std::optional<Report>();
    if (unread) {
        opened.report = *std::move(unread);
        return opened;
    }
    if (!recognition)
        return withFile(recognition.error(), path);
    opened.report = std::move(recognition->report);
    if (!recognition->isCertain()) {
        opened.uncertain = std::make_shared<const Manuscript>(*std::move(manuscript));
        opened.tables = std::move(recognition->tables);
        opened.points = std::move(recognition->points);
    }
    return opened;
}

}  // namespace

Result<ReadingContext> ReadingContext::load()
{
    const QString own = QStandardPaths::locate(
        QStandardPaths::AppDataLocation, QStringLiteral("forms"), QStandardPaths::LocateDirectory);
    Result<Handbook> handbook = Handbook::load(QStringLiteral(":"), own);
    if (!handbook)
        return handbook.error();
    const QString name = QStringLiteral("words.json");
    QFile file(QStringLiteral(":/recognition/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.errorString(), name};
    Result<RecognitionWords> words = RecognitionWords::parse(file.readAll(), name);
    if (!words)
        return words.error();
    RuleSet rules;
    for (const QString &rulesName :
        {QStringLiteral("tables.json"), QStringLiteral("text.json"), QStringLiteral("annexes.json"),
            QStringLiteral("quality.json"), QStringLiteral("narrative.json")}) {
        QFile rulesFile(QStringLiteral(":/rules/") + rulesName);
        if (!rulesFile.open(QIODevice::ReadOnly))
            return Error{rulesFile.errorString(), rulesName};
        const Result<RuleSet> part = RuleSet::parse(rulesFile.readAll(), rulesName);
        if (!part)
            return part.error();
        rules.append(*part);
    }
    ReadingContext context{*std::move(handbook), *std::move(words), std::move(rules), {}};
    const QString ownRules
        = QStandardPaths::locate(QStandardPaths::AppDataLocation, QStringLiteral("rules.json"));
    QFile ownFile(ownRules);
    if (!ownRules.isEmpty() && ownFile.open(QIODevice::ReadOnly)) {
        // A fault in it is told; our own rules still run.
        const Result<RuleSet> added = RuleSet::parse(ownFile.readAll(), ownRules);
        if (added)
            context.rules.append(*added);
        else
            context.ownRulesFault = added.error().text();
    }
    return context;
}

Result<OpenedReport> openReport(const QString &path, const ReadingContext &context,
    const ReadingProgress &progress, Scans scans)
{
    const QStringList tables = QFileInfo(path).isDir() ? csvTables(path) : csvTablesBeside(path);
    if (!tables.isEmpty())
        return openDocument(readCsvTables(tables, largestReport, progress), path, context, scans);
    const Result<QByteArray> bytes = readBounded(path, largestReport);
    if (!bytes)
        return withFile(bytes.error(), path);
    const QByteArray start = bytes->left(256).trimmed();
    if (path.endsWith(u".mzr") || (start.startsWith('{') && start.contains("\"mzr\""))) {
        Result<Report> report = readReportJson(*bytes, context.handbook);
        if (!report)
            return withFile(report.error(), path);
        OpenedReport opened;
        opened.report = *std::move(report);
        opened.isOwnFile = true;
        Totals(opened.report).pinDifferences();
        return opened;
    }
    return openDocument(readManuscript(*bytes, path, progress), path, context, scans);
}

Result<Recognition> readDocument(
    const Manuscript &manuscript, const ReadingContext &context, const RecognitionChoices &choices)
{
    Result<Recognition> recognition
        = recognizeWith(manuscript, context.handbook, context.words, choices);
    if (!recognition)
        return recognition;
    markPublished(recognition->report);
    Totals(recognition->report).pinDifferences();
    return recognition;
}

}  // namespace mz
