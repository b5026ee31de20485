#pragma once

#include "model/tables/batch_model.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QTableView;
class QTimer;
class QToolButton;

namespace mz {

/// The files of a folder: how far their check is, chips by verdict, and the
/// list, sorted by any column.
class BatchPage : public QWidget
{
    Q_OBJECT
public:
    BatchPage(BatchRun &run, const Handbook &handbook, QWidget *parent = nullptr);

    QTableView &list() { return *m_list; }
    /// Puts the chosen rows, or all that are shown, on the clipboard.
    void copyList();
    /// Writes the rows that are shown. Errors: those of the file.
    Done exportCsv(const QString &path) const;

signals:
    void fileChosen(const QString &path);
    void exportRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildChips();
    void buildList();
    void fitColumns();
    void showProgress();
    void showCounts();
    void showReason();
    void choose();

    BatchRun &m_run;
    BatchModel *m_model;
    BatchFilter *m_filter;
    QLabel *m_title;
    QLabel *m_state;
    QProgressBar *m_progress;
    QToolButton *m_stop;
    QToolButton *m_export;
    std::vector<QToolButton *> m_chips;  ///< All, then by BatchRow::State from Faulty on.
    QLineEdit *m_words;
    QTableView *m_list;
    QLabel *m_reason;
    QTimer *m_refresh;
};

}  // namespace mz
