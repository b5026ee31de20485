#include "views/contents/contents_panel.h"

#include "views/theme/theme.h"
#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace mz {

namespace {

/// Part names in bold, tables with their mark at the right edge.
class EntryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        const Theme &theme = currentTheme();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        QRect row = option.rect;
        row.setLeft(0);
        row.setRight(option.widget->width());
        painter->fillRect(row, selected ? theme.selectionBack : theme.page);
        QFont font = option.font;
        font.setWeight(index.data(ContentsModel::PartRole).toBool() || selected ? QFont::DemiBold
                                                                                : QFont::Normal);
        painter->setFont(font);
        painter->setPen(selected ? theme.accent : theme.text);
        QRect room = option.rect.adjusted(4, 0, -10, 0);
        const int errors = index.data(ContentsModel::ErrorCountRole).toInt();
        const int warnings = index.data(ContentsModel::WarningCountRole).toInt();
        const bool empty = index.data(ContentsModel::EmptyRole).toBool();
        if (errors + warnings > 0)
            room.setRight(paintBadge(painter, room, errors + warnings, errors > 0) - 6);
        else if (index.data(ContentsModel::SheetRole).toInt() >= 0)
            room.setRight(paintMark(painter, room, empty) - 6);
        painter->setFont(font);
        painter->setPen(selected ? theme.accent : theme.text);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int part = index.data(ContentsModel::PartRole).toBool() ? 6 : 0;
        return {120, option.fontMetrics.height() + 6 + part};
    }

private:
    static int paintBadge(QPainter *painter, const QRect &room, int number, bool error)
    {
        const Theme &theme = currentTheme();
        const QString text = QString::number(number);
        const QFontMetrics metrics(painter->font());
        const int height = metrics.height();
        const int width = qMax(height, metrics.horizontalAdvance(text) + 12);
        const QRect badge(room.right() - width, room.center().y() - height / 2, width, height);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(error ? theme.errorBack : theme.pinnedBack);
        painter->drawRoundedRect(badge, height / 2.0, height / 2.0);
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(error ? theme.error : theme.pinned);
        painter->drawText(badge, Qt::AlignCenter, text);
        return badge.left();
    }
    /// ✓ where the checks found nothing, – where the table is empty.
    static int paintMark(QPainter *painter, const QRect &room, bool empty)
    {
        painter->setPen(empty ? currentTheme().muted : currentTheme().good);
        const int width = painter->fontMetrics().height();
        painter->drawText(QRect(room.right() - width, room.top(), width, room.height()),
            Qt::AlignCenter, empty ? QStringLiteral("–") : QStringLiteral("✓"));
        return room.right() - width;
    }
};

}  // namespace

ContentsPanel::ContentsPanel(ContentsModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setObjectName("contents");
    setAccessibleName(tr("Contents of the report"));
    setModel(&model);
    setItemDelegate(new EntryDelegate(this));
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setIndentation(12);
    setExpandsOnDoubleClick(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    header()->setStretchLastSection(true);
    expandAll();
    connect(&model, &QAbstractItemModel::modelReset, this, &QTreeView::expandAll);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (!m_showing && current.isValid())
                emit chosen(m_model.target(current));
        });
}

void ContentsPanel::showTarget(ContentsTarget target)
{
    const QModelIndex index = m_model.indexOf(target);
    if (!index.isValid() || index == currentIndex())
        return;
    m_showing = true;
    setCurrentIndex(index);
    m_showing = false;
    showCurrent();
}

/// With the heading of its part, where both have room.
void ContentsPanel::showCurrent()
{
    QModelIndex part = currentIndex();
    while (part.parent().isValid())
        part = part.parent();
    const int height = visualRect(currentIndex()).bottom() - visualRect(part).top();
    if (currentIndex().isValid() && height < viewport()->height())
        scrollTo(part);
    scrollTo(currentIndex());
}

void ContentsPanel::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    showCurrent();
}

void ContentsPanel::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        scheduleDelayedItemsLayout();
}

}  // namespace mz
