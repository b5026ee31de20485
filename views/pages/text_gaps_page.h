#pragma once

#include "model/tables/text_gaps_model.h"
#include <QWidget>

class QLabel;
class QTableView;

namespace mz {

/// What is still missing in the text: a list to type into.
class TextGapsPage : public QWidget
{
    Q_OBJECT
public:
    explicit TextGapsPage(ReportDocument &document, QWidget *parent = nullptr);

    QTableView &view() { return *m_view; }
    /// Goes to the gap and opens it for typing.
    void editGap(int section, const QString &gap);
    /// Percent of the size for work.
    void setZoom(int percent);

signals:
    void sectionRequested(int section);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void editRow(int row);
    void showCount();
    void setFonts();

    TextGapsModel m_model;
    QLabel *m_title;
    QTableView *m_view;
    QLabel *m_message;
    int m_row = -1;  ///< That was opened for typing, of so many.
    int m_rows = 0;
    int m_zoom = 100;
};

}  // namespace mz
