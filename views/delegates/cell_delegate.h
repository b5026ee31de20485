#pragma once

#include "model/domain/result.h"
#include <QStyledItemDelegate>

namespace mz {

/// Paints the cells of a form and edits their amounts. What a cell is, the model
/// says; how it looks, only this knows.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(
        QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

    /// The height that a name needs in a column of this width, without margins.
    int heightForWidth(const QFont &font, const QModelIndex &index, int width) const;

signals:
    /// The editor was left by a key: the view moves on.
    void moveOn(Qt::Key key, Qt::KeyboardModifiers modifiers);
    /// What was typed is no amount; the editor stays open on it.
    void refused(const QString &reason);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
        const QString &text) const;
    bool accepts(QWidget *editor);
};

}  // namespace mz
