#include "views/findings/finding_delegate.h"

#include "model/tables/findings_model.h"
#include "views/theme/theme.h"
#include <QPainter>

namespace mz {

void FindingDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = currentTheme();
    const QModelIndex first = index.siblingAtColumn(0);
    const auto severity = Severity(first.data(FindingsModel::SeverityRole).toInt());
    const bool quiet = first.data(FindingsModel::ConsequenceRole).toBool()
        || first.data(FindingsModel::MarkedRole).toBool();
    QColor color = quiet ? theme.muted : theme.text;
    QFont font = option.font;
    if (index.column() == FindingsModel::SeverityColumn && !quiet) {
        color = severity == Severity::Error ? theme.error
            : severity == Severity::Warning ? theme.pinned
                                            : theme.muted;
        font.setWeight(QFont::DemiBold);
    } else if (index.column() == FindingsModel::RuleColumn) {
        color = theme.muted;
    } else if (index.column() == FindingsModel::CauseColumn && !quiet) {
        color = theme.good;
    }
    painter->save();
    painter->fillRect(option.rect,
        option.state.testFlag(QStyle::State_Selected) ? theme.selectionBack : theme.page);
    painter->setPen(theme.lines);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->setFont(font);
    painter->setPen(color);
    QRect room = option.rect.adjusted(10, 0, -6, 0);
    if (first.data(FindingsModel::ConsequenceRole).toBool() && index.column() == 0)
        room.setLeft(room.left() + 14);
    painter->drawText(room, index.data(Qt::TextAlignmentRole).toInt(),
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    painter->restore();
}

}  // namespace mz
