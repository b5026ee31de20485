#pragma once

#include <QStyledItemDelegate>

namespace mz {

/// The verdict by mark, word and colour; what is not read is muted.
class BatchDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
};

}  // namespace mz
