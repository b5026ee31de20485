#include "model/document/import_draft.h"

#include <QSemaphore>
#include <QtConcurrent>
#include <algorithm>

namespace mz {

namespace {

constexpr int patience = 100;  // milliseconds that the window may stand still

}  // namespace

struct ImportDraft::Job
{
    QSemaphore done;
    std::optional<Result<Recognition>> recognition;
};

ImportDraft::ImportDraft(OpenedReport opened, const ReadingContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_manuscript(std::move(opened.uncertain))
    , m_recognition({std::move(opened.report), std::move(opened.tables), std::move(opened.points)})
    , m_result(context.handbook)
{
    Q_ASSERT(m_manuscript);
    m_result.setReport(m_recognition.report);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ImportDraft::jobFinished);
}

ImportDraft::~ImportDraft()
{
    // The job reads the context, which may go after this.
    m_watcher.waitForFinished();
}

int ImportDraft::gravePoints(int table) const
{
    return int(std::count_if(points().begin(), points().end(),
        [table](const UncertainPoint &point) { return point.grave && point.table == table; }));
}

void ImportDraft::setAgency(const QString &agency)
{
    RecognitionChoices choices = m_choices;
    choices.agency = agency;
    decide(choices);
}

void ImportDraft::setYear(int year)
{
    RecognitionChoices choices = m_choices;
    choices.year = year;
    decide(choices);
}

void ImportDraft::setScope(Identity::Scope scope)
{
    RecognitionChoices choices = m_choices;
    choices.scope = scope;
    decide(choices);
}

void ImportDraft::setFamily(const QString &family)
{
    RecognitionChoices choices = m_choices;
    choices.family = family;
    decide(choices);
}

void ImportDraft::setUnit(std::optional<Money::Unit> unit)
{
    RecognitionChoices choices = m_choices;
    choices.unit = unit;
    decide(choices);
}

void ImportDraft::setKind(int table, const QString &kind)
{
    RecognitionChoices choices = m_choices;
    for (auto &[other, choice] : choices.tables) {
        if (other != table && !kind.isEmpty() && choice.kind == kind)
            choice.kind.reset();
    }
    TableChoice &choice = choices.tables[table];
    choice.kind = kind;
    choice.columns.clear();
    decide(choices);
}

void ImportDraft::setColumn(int table, int column, const QString &target)
{
    RecognitionChoices choices = m_choices;
    std::map<int, QString> &columns = choices.tables[table].columns;
    if (!target.isEmpty() && target != TableChoice::leftOut)
        std::erase_if(columns, [&target](const auto &chosen) { return chosen.second == target; });
    columns[column] = target;
    decide(choices);
}

void ImportDraft::setDropped(int table, const std::vector<int> &rows, bool dropped)
{
    RecognitionChoices choices = m_choices;
    std::set<int> &droppedRows = choices.tables[table].droppedRows;
    for (const int row : rows) {
        if (dropped)
            droppedRows.insert(row);
        else
            droppedRows.erase(row);
    }
    decide(choices);
}

void ImportDraft::decide(const RecognitionChoices &choices)
{
    if (choices == m_choices)
        return;
    m_choices = choices;
    if (m_job)
        m_again = true;
    else
        read();
}

void ImportDraft::read()
{
    auto job = std::make_shared<Job>();
    const QFuture<void> future = QtConcurrent::run(
        [job, manuscript = m_manuscript, &context = m_context, choices = m_choices] {
            job->recognition = readDocument(*manuscript, context, choices);
            job->done.release();
        });
    if (job->done.tryAcquire(1, patience))
        return take(*std::move(job->recognition));
    m_job = std::move(job);
    m_watcher.setFuture(future);
    emit readingChanged();
}

void ImportDraft::jobFinished()
{
    const std::shared_ptr<Job> job = std::exchange(m_job, nullptr);
    if (std::exchange(m_again, false))
        read();
    else
        take(*std::move(job->recognition));
    if (!m_job)
        emit readingChanged();
}

void ImportDraft::take(Result<Recognition> recognition)
{
    m_fault = recognition ? QString() : recognition.error().text();
    if (recognition) {
        m_recognition = *std::move(recognition);
        m_result.setReport(m_recognition.report);
    }
    emit changed();
}

}  // namespace mz
