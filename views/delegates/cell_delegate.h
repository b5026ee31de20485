#pragma once

#include "views/delegates/typing_delegate.h"

namespace mz {

/// Paints the cells of a form and edits their amounts. What a cell is, the model
/// says; how it looks, only this knows.
class CellDelegate : public TypingDelegate
{
    Q_OBJECT
public:
    using TypingDelegate::TypingDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

    /// The height that a name needs in a column of this width, without margins.
    int heightForWidth(const QFont &font, const QModelIndex &index, int width) const;

private:
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
        const QString &text) const;
};

}  // namespace mz
