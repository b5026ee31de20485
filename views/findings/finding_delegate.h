#pragma once

#include <QStyledItemDelegate>

namespace mz {

/// Severity by colour and word, the likely cause in green, consequences muted.
class FindingDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
};

}  // namespace mz
