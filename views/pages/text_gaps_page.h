#pragma once

#include "model/tables/text_gaps_model.h"
#include <QWidget>

class QLabel;
class QTableView;

namespace mz {

class WritingDelegate;

/// What is still missing in the text: a list to type into.
class TextGapsPage : public QWidget
{
    Q_OBJECT
public:
    explicit TextGapsPage(ReportDocument &document, QWidget *parent = nullptr);

    QTableView &view() { return *m_view; }
    /// The focus goes to a gap; to the first empty one where none is current.
    void focusGap();
    /// Goes to the gap, where it is in the list.
    void showGap(int section, const QString &gap);
    /// Likewise, the gap of a number.
    void showNumber(const QString &figure, Phase phase);
    /// Goes to the gap and opens it for typing.
    void editGap(int section, const QString &gap);
    /// Percent of the size for work.
    void setZoom(int percent);

signals:
    /// What the gap of this row stands in is wanted.
    void paragraphRequested(int section, const QString &text);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showRow(int row);
    void editRow(int row);
    void activate(const QModelIndex &index);
    void requestParagraph(const QModelIndex &index);
    void moveOn(Qt::Key key, Qt::KeyboardModifiers modifiers);
    void listChanged();
    void showCount();
    void showParagraph();
    void fitColumns(int width);
    void setFonts();

    TextGapsModel m_model;
    QLabel *m_title;
    WritingDelegate *m_delegate;
    QTableView *m_view;
    QLabel *m_paragraph;  ///< Where the current gap stands.
    QLabel *m_message;
    int m_row = -1;                   ///< The current one, kept over a reset of the model,
    std::pair<int, QString> m_gap{};  ///< and its gap.
    bool m_resetting = false;
    int m_zoom = 100;
};

}  // namespace mz
