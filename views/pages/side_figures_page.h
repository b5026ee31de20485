#pragma once

#include "model/tables/side_figures_model.h"
#include "views/grid/typing_table.h"
#include <QWidget>

class QLabel;
class QToolButton;

namespace mz {

class WritingDelegate;

/// The figures that the text needs and no table holds, as one sheet.
class SideFiguresPage : public QWidget
{
    Q_OBJECT
public:
    explicit SideFiguresPage(ReportDocument &document, QWidget *parent = nullptr);

    TypingTable &view() { return *m_view; }
    /// The focus goes to an input.
    void focusInput();
    /// Goes to the figure; false where the text asks for no such figure.
    bool showFigure(const QString &figure, Phase phase);
    /// Percent of the size for work.
    void setZoom(int percent);
    /// Below the table, until the next edit.
    void tell(const QString &text) const;
    /// Takes what the clipboard holds, from the current row on.
    void paste();

signals:
    /// Last year's figures are wanted from a report.
    void lastYearRequested();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void takePublished();
    void allow();
    void setFonts();

    ReportDocument &m_document;
    SideFiguresModel m_model;
    QLabel *m_title;
    QToolButton *m_lastYear, *m_published;
    WritingDelegate *m_delegate;
    TypingTable *m_view;
    QLabel *m_message;
    int m_zoom = 100;
};

}  // namespace mz
