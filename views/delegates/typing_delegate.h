#pragma once

#include <QPointer>
#include <QStyledItemDelegate>

class QLineEdit;

namespace mz {

/// Edits the cells of a table so that nothing that was typed is lost: Enter, Tab
/// and the arrows take it over and move on, what the model refuses stays open as
/// it was typed, Esc brings back what stood there.
class TypingDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    void destroyEditor(QWidget *editor, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(
        QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

    /// Whether a text that was changed waits in an open editor.
    bool isTyping() const;
    /// Takes it over and closes the editor. False: it was refused and stays open.
    bool commit();
    /// Closes the editor; what stood in the cell stays.
    void drop();
    /// Why the model refused the text; shown at the editor.
    void showReason(const QString &reason);

signals:
    /// The editor was left by a key: the view moves on.
    void moveOn(Qt::Key key, Qt::KeyboardModifiers modifiers);
    /// isTyping() may be another.
    void typed() const;
    /// The reason of a refusal holds no longer.
    void refusalOver() const;
    /// A refused text was left by the mouse, and is gone.
    void told(const QString &what);

protected:
    /// Also while the focus is in another panel.
    static bool isCurrent(const QStyleOptionViewItem &option, const QModelIndex &index);
    /// Frames the current cell.
    static void paintCurrent(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    bool keyPressed(Qt::Key key, Qt::KeyboardModifiers modifiers);
    void showRefused(bool refused) const;

    mutable QPointer<QLineEdit> m_editor;  ///< The open one.
    mutable bool m_taken = true;
    mutable bool m_refused = false;
    QString m_reason;
};

}  // namespace mz
