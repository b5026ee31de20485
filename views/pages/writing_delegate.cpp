#include "views/pages/writing_delegate.h"

#include "views/theme/theme.h"

namespace mz {

WritingDelegate::WritingDelegate(
    int headingRole, int followsRole, int emptyRole, int markedColumn, QObject *parent)
    : TypingDelegate(parent)
    , m_headingRole(headingRole)
    , m_followsRole(followsRole)
    , m_emptyRole(emptyRole)
    , m_markedColumn(markedColumn)
{
}

void WritingDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    TypingDelegate::paint(painter, option, index);
    paintCurrent(painter, option, index);
}

void WritingDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    TypingDelegate::initStyleOption(option, index);
    const Theme &theme = currentTheme();
    const auto is = [&index](int role) { return role != 0 && index.data(role).toBool(); };
    QColor text = theme.text;
    // The frame of the current cell is drawn here.
    option->state.setFlag(QStyle::State_HasFocus, false);
    if (is(m_headingRole)) {
        option->font.setWeight(QFont::DemiBold);
        option->backgroundBrush = theme.heading;
    } else if (is(m_followsRole) && index.column() == m_markedColumn) {
        option->backgroundBrush = theme.totalBack;
    } else if (is(m_emptyRole) && index.column() == m_markedColumn) {
        text = theme.pinned;
        option->backgroundBrush = theme.pinnedBack;
        option->text.prepend(QStringLiteral("◎ "));
    }
    option->palette.setColor(QPalette::Text, text);
    option->palette.setColor(QPalette::HighlightedText, text);
    option->palette.setColor(QPalette::Highlight, theme.selectionBack);
}

}  // namespace mz
