#include "views/delegates/batch_delegate.h"

#include "model/tables/batch_model.h"
#include "views/theme/theme.h"
#include <QPainter>

namespace mz {

namespace {

QString markOf(BatchRow::State state)
{
    switch (state) {
    case BatchRow::State::Waiting:
        return QStringLiteral("·");
    case BatchRow::State::Faulty:
        return QStringLiteral("✗");
    case BatchRow::State::Incomplete:
        return QStringLiteral("○");
    case BatchRow::State::Passed:
        return QStringLiteral("✓");
    case BatchRow::State::Unreadable:
        break;
    }
    return QStringLiteral("–");
}

QColor colorOf(BatchRow::State state, const Theme &theme)
{
    switch (state) {
    case BatchRow::State::Faulty:
        return theme.error;
    case BatchRow::State::Incomplete:
        return theme.pinned;
    case BatchRow::State::Passed:
        return theme.good;
    case BatchRow::State::Waiting:
    case BatchRow::State::Unreadable:
        break;
    }
    return theme.muted;
}

}  // namespace

void BatchDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = currentTheme();
    const auto state = BatchRow::State(index.data(BatchModel::StateRole).toInt());
    QString text = index.data().toString();
    QColor color = theme.text;
    QFont font = option.font;
    const bool count = index.column() >= BatchModel::ErrorsColumn
        && index.column() <= BatchModel::NotCheckedColumn;
    if (index.column() == BatchModel::VerdictColumn) {
        text = markOf(state) + u' ' + text;
        color = colorOf(state, theme);
        if (state != BatchRow::State::Waiting)
            font.setWeight(QFont::DemiBold);
    } else if ((count && text == u"0") || state == BatchRow::State::Waiting) {
        color = theme.muted;
    } else if (index.column() == BatchModel::ErrorsColumn) {
        color = theme.error;
        font.setWeight(QFont::DemiBold);
    }
    painter->save();
    painter->fillRect(option.rect,
        option.state.testFlag(QStyle::State_Selected) ? theme.selectionBack : theme.page);
    painter->setPen(theme.lines);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->setFont(font);
    painter->setPen(color);
    const QRect room = option.rect.adjusted(8, 0, -8, 0);
    // The end of a path tells files apart.
    const auto elide = index.column() == BatchModel::FileColumn ? Qt::ElideMiddle : Qt::ElideRight;
    painter->drawText(room, index.data(Qt::TextAlignmentRole).toInt(),
        QFontMetrics(font).elidedText(text, elide, room.width()));
    painter->restore();
}

}  // namespace mz
