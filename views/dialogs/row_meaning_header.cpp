#include "views/dialogs/row_meaning_header.h"

#include "views/delegates/import_delegates.h"
#include <QMouseEvent>

namespace mz {

RowMeaningHeader::RowMeaningHeader(QWidget *parent) : QHeaderView(Qt::Vertical, parent)
{
    setSectionsClickable(true);
    setSectionResizeMode(QHeaderView::Fixed);
    setDefaultSectionSize(fontMetrics().height() + 6);
}

QSize RowMeaningHeader::sizeHint() const { return {fontMetrics().height() * 9, 0}; }

void RowMeaningHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    QStyleOptionViewItem option;
    option.initFrom(this);
    option.state.setFlag(QStyle::State_HasFocus, false);
    option.rect = rect;
    option.widget = this;
    option.font = font();
    option.fontMetrics = fontMetrics();
    option.features = QStyleOptionViewItem::HasCheckIndicator;
    PrintedCellDelegate().paint(painter, option, model()->index(section, 0));
}

void RowMeaningHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QHeaderView::mouseReleaseEvent(event);
    const int section = logicalIndexAt(event->pos());
    const int mark = style()->pixelMetric(QStyle::PM_IndicatorWidth) + 8;
    if (section < 0 || event->button() != Qt::LeftButton || event->pos().x() > mark)
        return;
    const QModelIndex index = model()->index(section, 0);
    const QVariant checked = index.data(Qt::CheckStateRole);
    if (checked.isValid())
        model()->setData(index, checked.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked,
            Qt::CheckStateRole);
}

}  // namespace mz
