#include "app/cli/checked_report.h"
#include "app/cli/commands.h"
#include "model/document/report_folder.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QStringList filesOf(const QStringList &arguments)
{
    QStringList files;
    for (const QString &argument : arguments) {
        if (!QFileInfo(argument).isDir()) {
            files << argument;
            continue;
        }
        files << readableFiles(argument);
    }
    return files;
}

CheckedReport checkFile(const QString &file, const ReadingContext &context)
{
    CheckedReport checked;
    checked.file = file;
    Result<OpenedReport> opened = openReport(file, context, {}, Scans::Accept);
    if (!opened) {
        checked.error = opened.error();
        return checked;
    }
    checked.report = std::move(opened->report);
    checked.result = Checker(checked.report, context.handbook, context.rules).check();
    return checked;
}

/// What one file gives on standard output, and what it makes of the exit status.
struct Answer
{
    QByteArray text;
    ExitStatus status = Fine;
    bool given = false;
};

Answer answerOf(const CheckedReport &checked, bool json, bool alone)
{
    Answer answer;
    answer.given = true;
    answer.status = checked.error                   ? Failed
        : checked.result.count(Severity::Error) > 0 ? Findings
                                                    : Fine;
    if (json)
        answer.text = QJsonDocument(toJson(checked)).toJson(QJsonDocument::Compact);
    else
        answer.text
            = (summaryLine(checked) + u'\n' + (alone ? details(checked) : QString())).toUtf8();
    return answer;
}

/// How many files are done, on standard error: one line that changes on a
/// terminal, a line a second elsewhere.
class ProgressLine
{
public:
    ProgressLine(bool asked, qsizetype all)
        : m_terminal(isatty(STDERR_FILENO) == 1)
        , m_shown(all > 1 && (asked || m_terminal))
        , m_all(all)
    {
        m_since.start();
    }
    void show(qsizetype finished)
    {
        const bool last = finished == m_all;
        if (!m_shown || (!last && m_since.elapsed() < (m_terminal ? 100 : 1'000)))
            return;
        m_since.restart();
        const QString text = Say::tr("%1 of %2 files checked").arg(finished).arg(m_all);
        const QString line
            = m_terminal ? u'\r' + text + QString(last ? 1 : 0, u'\n') : text + u'\n';
        std::fputs(line.toUtf8().constData(), stderr);
    }

private:
    bool m_terminal;
    bool m_shown;
    qsizetype m_all;
    QElapsedTimer m_since;
};

/// Writes the answers in the order of the files, each as soon as all before it
/// are there.
class Answers
{
public:
    Answers(qsizetype count, const CommandOptions &options)
        : m_answers(size_t(count))
        , m_json(options.json)
        , m_progress(options.progress, count)
    {
    }

    void add(qsizetype at, const CheckedReport &checked)
    {
        Answer answer = answerOf(checked, m_json, m_answers.size() == 1);
        const std::lock_guard lock(m_writing);
        m_status = std::max(m_status, answer.status);
        // With --json, and of a single file, standard output has no line for it.
        if (checked.error && (m_json || m_answers.size() == 1)) {
            std::fputs((checked.error->text() + u'\n').toUtf8().constData(), stderr);
            if (m_answers.size() == 1)
                answer.text.clear();
        }
        m_answers[size_t(at)] = std::move(answer);
        for (; m_next < m_answers.size() && m_answers[m_next].given; ++m_next)
            write(std::exchange(m_answers[m_next].text, {}));
        m_progress.show(++m_finished);
    }
    ExitStatus status() const { return m_status; }

private:
    void write(QByteArray text)
    {
        const bool list = m_json && m_answers.size() > 1;
        const bool last = m_next + 1 == m_answers.size();
        if (list)
            text = (m_next == 0 ? "[" : ",") + text + (last ? "]" : "");
        if (m_json && last && !text.isEmpty())
            text += '\n';
        if (!text.isEmpty())
            printOut(text);
    }

    std::mutex m_writing;
    std::vector<Answer> m_answers;
    size_t m_next = 0;  ///< The first that is not written yet.
    qsizetype m_finished = 0;
    ExitStatus m_status = Fine;
    bool m_json;
    ProgressLine m_progress;
};

}  // namespace

int runCheck(const CommandOptions &options, const ReadingContext &context)
{
    const QStringList files = filesOf(options.arguments);
    if (files.isEmpty())
        return fail({Say::tr("check takes one or more files or folders."), {}});
    if (!context.ownRulesFault.isEmpty())
        std::fputs((context.ownRulesFault + u'\n').toUtf8().constData(), stderr);
    Answers answers(files.size(), options);
    std::atomic<qsizetype> next = 0;
    const auto work = [&] {
        for (qsizetype i = next++; i < files.size(); i = next++)
            answers.add(i, checkFile(files[i], context));
    };
    std::vector<std::thread> workers;
    const auto cores
        = std::min<qsizetype>(files.size(), std::max(1U, std::thread::hardware_concurrency()));
    workers.reserve(size_t(cores));
    for (qsizetype i = 1; i < cores; ++i)
        workers.emplace_back(work);
    work();
    for (std::thread &worker : workers)
        worker.join();
    return answers.status();
}

}  // namespace mz
