#include "model/document/batch_run.h"

#include "model/document/report_folder.h"

namespace mz {

BatchRun::BatchRun(const ReadingContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

BatchRun::~BatchRun()
{
    if (m_work)
        m_work->stop = true;
    m_pool.waitForDone();
}

void BatchRun::start(const QString &folder)
{
    stop();
    m_folder = folder;
    m_rows.clear();
    m_finished = 0;
    m_running = true;
    m_work = std::make_shared<Work>();
    emit reset();
    m_pool.start([this, folder, work = m_work] {
        work->files = readableFiles(folder, &work->stop);
        QMetaObject::invokeMethod(
            this, [this, work] { list(work); }, Qt::QueuedConnection);
    });
}

void BatchRun::stop()
{
    if (!m_running)
        return;
    m_work->stop = true;
    end();
}

void BatchRun::end()
{
    m_running = false;
    emit finished();
}

void BatchRun::list(const std::shared_ptr<Work> &work)
{
    // Of a run that was stopped, or that another one followed.
    if (work != m_work || work->stop)
        return;
    m_rows.reserve(size_t(work->files.size()));
    for (const QString &file : work->files) {
        m_rows.emplace_back();
        m_rows.back().file = file;
    }
    emit reset();
    if (m_rows.empty())
        return end();
    const int threads = int(std::min(size_t(m_pool.maxThreadCount()), m_rows.size()));
    for (int i = 0; i < threads; ++i)
        m_pool.start([this, work] { check(work); });
}

/// On a thread of the pool.
void BatchRun::check(const std::shared_ptr<Work> &work)
{
    const auto goOn = [&work](int, int) { return !work->stop; };
    for (size_t at = work->next++; at < size_t(work->files.size()) && !work->stop;
         at = work->next++) {
        BatchRow row = checkedRow(work->files[qsizetype(at)], m_context, goOn);
        // A file that was left half read says nothing of itself.
        if (work->stop)
            return;
        QMetaObject::invokeMethod(
            this,
            [this, work, at, row = std::move(row)]() mutable { take(work, at, std::move(row)); },
            Qt::QueuedConnection);
    }
}

void BatchRun::take(const std::shared_ptr<Work> &work, size_t at, BatchRow row)
{
    if (work != m_work || work->stop)
        return;
    m_rows[at] = std::move(row);
    ++m_finished;
    emit rowChanged(int(at));
    if (size_t(m_finished) == m_rows.size())
        end();
}

}  // namespace mz
