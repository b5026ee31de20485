#include "views/delegates/typing_delegate.h"

#include "views/theme/theme.h"
#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolTip>

namespace mz {

QWidget *TypingDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *editor = new QLineEdit(parent);
    editor->setObjectName("cellEditor");
    editor->setFrame(false);
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    editor->setAlignment(alignment & Qt::AlignHorizontal_Mask);
    editor->setAccessibleName(
        index.model()->headerData(index.column(), Qt::Horizontal).toString().simplified());
    m_editor = editor;
    showRefused(false);
    connect(editor, &QLineEdit::textEdited, this, [this] {
        showRefused(false);
        emit typed();
    });
    return editor;
}

void TypingDelegate::destroyEditor(QWidget *editor, const QModelIndex &index) const
{
    if (editor == m_editor) {
        showRefused(false);
        m_editor = nullptr;
        emit typed();
    }
    QStyledItemDelegate::destroyEditor(editor, index);
}

void TypingDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *line = static_cast<QLineEdit *>(editor);
    // A refused text stays as it was typed.
    if (line->isModified())
        return;
    line->setText(index.data(Qt::EditRole).toString());
    line->selectAll();
}

void TypingDelegate::setModelData(
    QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *line = static_cast<QLineEdit *>(editor);
    m_taken = !line->isModified() || model->setData(index, line->text(), Qt::EditRole);
}

void TypingDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setFont(option.font);
    editor->setGeometry(option.rect.adjusted(2, 2, -2, -2));
}

bool TypingDelegate::isTyping() const { return m_editor && m_editor->isModified(); }

bool TypingDelegate::commit()
{
    if (!m_editor)
        return true;
    m_taken = true;
    emit commitData(m_editor);
    // The change may have taken the editor with its row.
    if (!m_editor)
        return true;
    if (!m_taken) {
        showRefused(true);
        return false;
    }
    emit closeEditor(m_editor, NoHint);
    return true;
}

void TypingDelegate::drop()
{
    if (!m_editor)
        return;
    m_editor->setModified(false);
    emit closeEditor(m_editor, RevertModelCache);
}

void TypingDelegate::showReason(const QString &reason)
{
    m_reason = reason;
    if (m_editor)
        QToolTip::showText(m_editor->mapToGlobal(QPoint(0, m_editor->height())), reason, m_editor);
}

void TypingDelegate::showRefused(bool refused) const
{
    const Theme &theme = currentTheme();
    QPalette palette = m_editor->palette();
    palette.setColor(QPalette::Text, refused ? theme.error : theme.text);
    palette.setColor(QPalette::Base, refused ? theme.errorBack : theme.page);
    m_editor->setPalette(palette);
    if (m_refused && !refused) {
        QToolTip::hideText();
        emit refusalOver();
    }
    m_refused = refused;
}

bool TypingDelegate::keyPressed(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (commit())
            emit moveOn(key, modifiers);
        return true;
    case Qt::Key_Escape:
        drop();
        return true;
    default:
        return false;
    }
}

bool TypingDelegate::isCurrent(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view && view->currentIndex() == index;
}

void TypingDelegate::paintCurrent(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!isCurrent(option, index))
        return;
    painter->save();
    painter->setPen(QPen(currentTheme().accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    painter->restore();
}

bool TypingDelegate::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_editor || !m_editor)
        return QStyledItemDelegate::eventFilter(object, event);
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        return keyPressed(Qt::Key(key->key()), key->modifiers());
    }
    if (event->type() == QEvent::FocusOut) {
        // Another window, or a menu: the user comes back to what is being typed.
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason
            || reason == Qt::MenuBarFocusReason)
            return false;
        const QString text = m_editor->text();
        if (!commit()) {
            drop();
            emit told(tr("“%1” was not taken. %2").arg(text, m_reason));
        }
        return false;
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

}  // namespace mz
