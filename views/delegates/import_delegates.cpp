#include "views/delegates/import_delegates.h"

#include "model/recognize/recognition.h"
#include "model/tables/found_tables_model.h"
#include "model/tables/printed_table_model.h"
#include "model/tables/uncertain_points_model.h"
#include "views/theme/theme.h"
#include <QPainter>
#include <QWidget>

namespace mz {

namespace {

constexpr int padding = 8;

QFont weighted(const QFont &font, QFont::Weight weight)
{
    QFont result = font;
    result.setWeight(weight);
    return result;
}

/// The room for the text of a list entry. The scroll bar counts before it is there:
/// it may come when the entries have been measured.
int textWidth(const QStyleOptionViewItem &option)
{
    const QWidget *list = option.widget;
    const int width = list ? list->width() - list->style()->pixelMetric(QStyle::PM_ScrollBarExtent)
                           : option.rect.width();
    return width - 2 * padding - 4;
}

}  // namespace

void PrintedCellDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = currentTheme();
    const auto part = FoundRow::Part(index.data(PrintedTableModel::PartRole).toInt());
    const bool dropped = index.data(PrintedTableModel::DroppedRole).toBool()
        || index.data(PrintedTableModel::LeftOutRole).toBool();
    const bool open = index.data(PrintedTableModel::OpenRole).toBool();
    const bool meaning = index.column() == 0;
    const bool heading = part == FoundRow::Part::Heading || part == FoundRow::Part::ColumnNumbers;
    const bool strange = part == FoundRow::Part::Data
        && !index.data(PrintedTableModel::UnderstoodRole).toBool() && !dropped;

    QColor background = heading ? theme.heading : theme.page;
    if (open)
        background = theme.errorBack;
    else if (strange)
        background = theme.pinnedBack;
    else if (meaning)
        background = theme.totalBack;
    if (option.state.testFlag(QStyle::State_Selected))
        background = theme.selectionBack;
    painter->save();
    painter->fillRect(option.rect, background);
    QFont font
        = weighted(option.font, open || strange || heading ? QFont::DemiBold : QFont::Normal);
    font.setStrikeOut(dropped);
    painter->setFont(font);
    painter->setPen(open ? theme.error
            : strange    ? theme.pinned
            : dropped    ? theme.muted
            : meaning    ? theme.muted
                         : theme.text);
    QRect room = option.rect.adjusted(padding, 0, -padding, 0);
    const QVariant checked = index.data(Qt::CheckStateRole);
    if (checked.isValid()) {
        QStyleOptionViewItem box(option);
        initStyleOption(&box, index);
        const QStyle *style = option.widget->style();
        box.rect
            = style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &box, option.widget);
        box.state.setFlag(checked.toInt() == Qt::Checked ? QStyle::State_On : QStyle::State_Off);
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
        room.setLeft(box.rect.right() + padding);
    }
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    painter->drawText(room,
        alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter),
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    painter->setPen(theme.lines);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->drawLine(option.rect.topRight(), option.rect.bottomRight());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(theme.accent, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

void FoundTableDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = currentTheme();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool kept = index.data(FoundTablesModel::KindRole).toString().isEmpty();
    const int open = index.data(FoundTablesModel::OpenCountRole).toInt();
    painter->save();
    painter->fillRect(option.rect, selected ? theme.selectionBack : theme.page);
    QRect room = option.rect.adjusted(padding, 0, -padding, 0);
    const int side = option.fontMetrics.height();
    const QRect mark(room.right() - side, room.center().y() - side / 2, side, side);
    if (open > 0) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.errorBack);
        painter->drawEllipse(mark);
        painter->setRenderHint(QPainter::Antialiasing, false);
    }
    painter->setFont(weighted(option.font, open > 0 ? QFont::DemiBold : QFont::Normal));
    painter->setPen(open > 0 ? theme.error : kept ? theme.muted : theme.good);
    painter->drawText(mark, Qt::AlignCenter,
        open > 0   ? QString::number(open)
            : kept ? QStringLiteral("–")
                   : QStringLiteral("✓"));
    room.setRight(mark.left() - padding);
    const QFont font = weighted(option.font, selected ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(selected ? theme.accent : kept ? theme.muted : theme.text);
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    painter->restore();
}

QSize FoundTableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, option.fontMetrics.height() + 6};
}

void UncertainPointDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = currentTheme();
    const bool grave = index.data(UncertainPointsModel::GraveRole).toBool();
    painter->save();
    painter->fillRect(option.rect,
        option.state.testFlag(QStyle::State_Selected) ? theme.selectionBack : theme.page);
    if (grave)
        painter->fillRect(
            QRect(option.rect.topLeft(), QSize(3, option.rect.height() - 1)), theme.error);
    QRect room = option.rect.adjusted(padding, 4, -padding, -4);
    const QString place = index.data(UncertainPointsModel::PlaceRole).toString();
    if (!place.isEmpty()) {
        painter->setPen(theme.muted);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignTop,
            option.fontMetrics.elidedText(place, Qt::ElideRight, room.width()));
        room.setTop(room.top() + option.fontMetrics.lineSpacing());
    }
    painter->setFont(weighted(option.font, grave ? QFont::DemiBold : QFont::Normal));
    painter->setPen(grave ? theme.text : theme.muted);
    painter->drawText(
        room, int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, index.data().toString());
    painter->setPen(theme.lines);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

QSize UncertainPointDelegate::sizeHint(
    const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool grave = index.data(UncertainPointsModel::GraveRole).toBool();
    const QFontMetrics metrics(weighted(option.font, grave ? QFont::DemiBold : QFont::Normal));
    const int width = qMax(textWidth(option), 60);
    const int text
        = metrics
              .boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, index.data().toString())
              .height();
    const bool place = !index.data(UncertainPointsModel::PlaceRole).toString().isEmpty();
    return {width, text + 8 + (place ? metrics.lineSpacing() : 0)};
}

}  // namespace mz
