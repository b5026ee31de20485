#include "views/narrative/claim_delegate.h"

#include "model/tables/claims_model.h"
#include "views/theme/theme.h"
#include <QPainter>

namespace mz {

void ClaimDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = currentTheme();
    const auto state = ClaimsModel::State(index.data(ClaimsModel::StateRole).toInt());
    QString text = index.data().toString();
    QColor color = index.column() == ClaimsModel::PlaceColumn ? theme.muted : theme.text;
    QFont font = option.font;
    if (index.column() == ClaimsModel::VerdictColumn) {
        const bool agrees = state == ClaimsModel::State::Agrees;
        const bool disagrees = state == ClaimsModel::State::Disagrees;
        const QString mark = agrees ? QStringLiteral("✓ ")
            : disagrees             ? QStringLiteral("✗ ")
                                    : QStringLiteral("○ ");
        text = mark + text;
        color = agrees ? theme.good : disagrees ? theme.error : theme.muted;
        font.setWeight(disagrees ? QFont::DemiBold : QFont::Normal);
    }
    painter->save();
    painter->fillRect(option.rect,
        option.state.testFlag(QStyle::State_Selected) ? theme.selectionBack : theme.page);
    painter->setPen(theme.lines);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->setFont(font);
    painter->setPen(color);
    const QRect room = option.rect.adjusted(10, 0, -6, 0);
    painter->drawText(room, index.data(Qt::TextAlignmentRole).toInt(),
        QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
    painter->restore();
}

}  // namespace mz
