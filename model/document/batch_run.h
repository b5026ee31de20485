#pragma once

#include "model/document/batch_row.h"
#include <QObject>
#include <QThreadPool>
#include <atomic>

namespace mz {

/// Reads and checks the files of a folder in the background, on all cores. Each
/// core takes the next file that none has begun, so a slow one holds up nothing;
/// of every report only its row is kept. The threads are its own: what the
/// window reads meanwhile does not wait for them.
class BatchRun : public QObject
{
    Q_OBJECT
public:
    explicit BatchRun(const ReadingContext &context, QObject *parent = nullptr);
    /// Stops and waits for the files that are being read.
    ~BatchRun() override;

    /// Begins anew; what ran is stopped.
    void start(const QString &folder);
    /// What is done stays; files that were not begun go on waiting.
    void stop();

    const QString &folder() const { return m_folder; }
    bool isRunning() const { return m_running; }
    const std::vector<BatchRow> &rows() const { return m_rows; }
    int finishedCount() const { return m_finished; }

signals:
    /// Other rows are there.
    void reset();
    void rowChanged(int row);
    /// All is done, or the run was stopped.
    void finished();

private:
    /// What the threads of one run share with it.
    struct Work
    {
        std::atomic<bool> stop = false;
        std::atomic<size_t> next = 0;
        QStringList files;
    };
    void list(const std::shared_ptr<Work> &work);
    void check(const std::shared_ptr<Work> &work);
    void take(const std::shared_ptr<Work> &work, size_t at, BatchRow row);
    void end();

    const ReadingContext &m_context;
    QString m_folder;
    std::vector<BatchRow> m_rows;
    std::shared_ptr<Work> m_work;
    int m_finished = 0;
    bool m_running = false;
    QThreadPool m_pool;
};

}  // namespace mz
