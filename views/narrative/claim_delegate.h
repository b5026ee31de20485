#pragma once

#include <QStyledItemDelegate>

namespace mz {

/// The verdict of a number by mark, word and colour.
class ClaimDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
};

}  // namespace mz
