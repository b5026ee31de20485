#include "views/delegates/cell_delegate.h"

#include "model/tables/sheet_model.h"
#include "views/theme/theme.h"
#include <QPainter>

namespace mz {

namespace {

constexpr int padding = 8;
constexpr int indentWidth = 14;

bool isAmount(SheetModel::CellKind kind)
{
    return kind == SheetModel::CellKind::Input || kind == SheetModel::CellKind::Total;
}

/// Severity of the finding at a cell as int; -1 without one.
int severityOf(const QModelIndex &index)
{
    const QVariant severity = index.data(SheetModel::SeverityRole);
    return severity.isValid() ? severity.toInt() : -1;
}

SheetModel::CellKind kindOf(const QModelIndex &index)
{
    return SheetModel::CellKind(index.data(SheetModel::KindRole).toInt());
}

}  // namespace

void CellDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = currentTheme();
    const SheetModel::CellKind kind = kindOf(index);
    const bool pinned = index.data(SheetModel::PinnedRole).toBool();
    const bool unreadable = index.data(SheetModel::UnreadableRole).toBool();
    const bool selected = option.state.testFlag(QStyle::State_Selected);

    painter->save();
    QColor background = kind == SheetModel::CellKind::Total ? theme.totalBack : theme.page;
    const bool rounding = index.data(SheetModel::RoundingRole).toBool();
    if (pinned && !rounding)
        background = theme.pinnedBack;
    const int severity = severityOf(index);
    if (unreadable || severity == int(Severity::Error))
        background = theme.errorBack;
    if (selected && !isCurrent(option, index))
        background = theme.selectionBack;
    painter->fillRect(option.rect, background);

    paintText(painter, option, index, index.data().toString());

    if (pinned) {
        // A corner mark, so that the state is not told by colour alone.
        const QPoint corner = option.rect.topRight();
        const int size = rounding ? 6 : qMax(6, option.fontMetrics.height() / 2);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(rounding ? theme.muted : theme.pinned);
        painter->drawPolygon(
            QPolygon({corner, corner - QPoint(size, 0), corner + QPoint(0, size)}));
        painter->setRenderHint(QPainter::Antialiasing, false);
    }
    if (index.data(SheetModel::EditedRole).toBool())
        painter->fillRect(
            QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme.accent);

    painter->setPen(theme.lines);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->drawLine(option.rect.topRight(), option.rect.bottomRight());
    if (index.column() == 0)
        painter->drawLine(option.rect.topLeft(), option.rect.bottomLeft());
    if (index.data(SheetModel::HighlightRole).toBool()) {
        painter->setPen(QPen(theme.accent, 1, Qt::DashLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
    paintCurrent(painter, option, index);
}

void CellDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option,
    const QModelIndex &index, const QString &text) const
{
    if (text.isEmpty())
        return;
    const Theme &theme = currentTheme();
    const SheetModel::CellKind kind = kindOf(index);
    QFont font = option.font;
    const bool strong = index.data(SheetModel::StrongRole).toBool();
    const bool unreadable = index.data(SheetModel::UnreadableRole).toBool();
    const bool wrong = unreadable || severityOf(index) == int(Severity::Error);
    font.setWeight(strong || wrong ? QFont::DemiBold : QFont::Normal);
    QColor color = theme.text;
    const bool zero = index.data(SheetModel::ZeroRole).toBool();
    if (wrong)
        color = theme.error;
    else if (index.data(SheetModel::PinnedRole).toBool()
        && !index.data(SheetModel::RoundingRole).toBool())
        color = theme.pinned;
    else if (zero || kind == SheetModel::CellKind::Code || kind == SheetModel::CellKind::Line)
        color = theme.muted;
    painter->setFont(font);
    painter->setPen(color);
    QRect room = option.rect.adjusted(padding, 0, -padding, 0);
    const QFontMetrics metrics(font);
    if (isAmount(kind)) {
        // Right-aligned on the decimal point: room for the decimals it lacks.
        const int decimals = index.data(SheetModel::DecimalsRole).toInt();
        const int most = index.data(SheetModel::ColumnDecimalsRole).toInt();
        if (decimals >= 0 && decimals < most) {
            int missing = (most - decimals) * metrics.horizontalAdvance(u'0');
            if (decimals == 0)
                missing += metrics.horizontalAdvance(u'.');
            if (metrics.horizontalAdvance(text) + missing <= room.width())
                room.setRight(room.right() - missing);
        }
        // An amount is never cut: it may use the padding, then says so by "#".
        QString shown = text;
        if (metrics.horizontalAdvance(shown) > room.width() + padding)
            shown = QString(qMax(1, room.width() / qMax(1, metrics.horizontalAdvance(u'#'))), u'#');
        painter->drawText(
            room.adjusted(-padding, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter, shown);
        return;
    }
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    room.setLeft(room.left()
        + index.data(SheetModel::IndentRole).toInt()
            * (kind == SheetModel::CellKind::Label ? indentWidth : 0));
    QString line = text;
    line.replace(u'\n', u' ');
    // A long name takes the lines that the view has made room for.
    const bool fits
        = metrics.horizontalAdvance(line) <= room.width() || room.height() >= metrics.height() * 2;
    painter->drawText(room, int(alignment) | Qt::TextWordWrap,
        fits ? line : metrics.elidedText(line, Qt::ElideRight, room.width()));
}

int CellDelegate::heightForWidth(const QFont &font, const QModelIndex &index, int width) const
{
    QFont drawn = font;
    if (index.data(SheetModel::StrongRole).toBool())
        drawn.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(drawn);
    const int room = width - 2 * padding - index.data(SheetModel::IndentRole).toInt() * indentWidth;
    const QString text = index.data().toString();
    if (metrics.horizontalAdvance(text) <= room)
        return metrics.height();
    return metrics.boundingRect(QRect(0, 0, qMax(room, 16), 10'000), Qt::TextWordWrap, text)
        .height();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QFont font = option.font;
    if (index.data(SheetModel::StrongRole).toBool())
        font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    int width = metrics.horizontalAdvance(index.data().toString()) + 2 * padding + 2;
    const SheetModel::CellKind kind = kindOf(index);
    if (kind == SheetModel::CellKind::Label)
        width += index.data(SheetModel::IndentRole).toInt() * indentWidth;
    const int decimals = index.data(SheetModel::DecimalsRole).toInt();
    const int most = index.data(SheetModel::ColumnDecimalsRole).toInt();
    if (isAmount(kind) && decimals >= 0 && decimals < most)
        width += (most - decimals + (decimals == 0 ? 1 : 0)) * metrics.horizontalAdvance(u'0');
    return {width, metrics.height() + 6};
}

QWidget *CellDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QWidget *editor = TypingDelegate::createEditor(parent, option, index);
    editor->setAccessibleName(tr("Amount"));
    return editor;
}

}  // namespace mz
