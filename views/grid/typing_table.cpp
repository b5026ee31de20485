#include "views/grid/typing_table.h"

#include "views/delegates/typing_delegate.h"
#include <QKeyEvent>

namespace mz {

TypingTable::TypingTable(TypingDelegate *delegate, QWidget *parent) : QTableView(parent)
{
    delegate->setParent(this);
    setItemDelegate(delegate);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(true);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(AnyKeyPressed | EditKeyPressed | DoubleClicked);
    connect(delegate, &TypingDelegate::moveOn, this, &TypingTable::moveOn);
}

bool TypingTable::isInput(const QModelIndex &index) const
{
    return model()->flags(index).testFlag(Qt::ItemIsEditable);
}

QModelIndex TypingTable::firstInput() const
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        for (int column = 0; column < model()->columnCount(); ++column) {
            if (isInput(model()->index(row, column)))
                return model()->index(row, column);
        }
    }
    return {};
}

QModelIndex TypingTable::nextInput(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    const bool shift = modifiers.testFlag(Qt::ShiftModifier);
    const bool inLine = key == Qt::Key_Tab || key == Qt::Key_Backtab;
    const bool back = key == Qt::Key_Backtab || key == Qt::Key_Up || (shift && key != Qt::Key_Down);
    const QModelIndex from = currentIndex();
    if (!from.isValid())
        return back ? QModelIndex() : firstInput();
    const int columns = model()->columnCount();
    const int count = model()->rowCount() * columns;
    const int step = (back ? -1 : 1) * (inLine ? 1 : columns);
    for (int at = from.row() * columns + from.column() + step; at >= 0 && at < count; at += step) {
        const QModelIndex index = model()->index(at / columns, at % columns);
        if (isInput(index))
            return index;
    }
    return {};
}

bool TypingTable::moveOn(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex next = nextInput(key, modifiers);
    if (next.isValid())
        selectionModel()->setCurrentIndex(next, QItemSelectionModel::ClearAndSelect);
    setFocus();
    return next.isValid();
}

/// Who comes by a key sees where.
void TypingTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (currentIndex().isValid() || event->reason() == Qt::MouseFocusReason)
        return;
    const QModelIndex first = firstInput();
    setCurrentIndex(first.isValid() ? first : model()->index(0, 0));
}

void TypingTable::keyPressEvent(QKeyEvent *event)
{
    const auto key = Qt::Key(event->key());
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        moveOn(key, event->modifiers());
        return;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (moveOn(key, event->modifiers()))
            return;
        // At the last input: on to the next widget.
        setTabKeyNavigation(false);
        focusNextPrevChild(key == Qt::Key_Tab);
        setTabKeyNavigation(true);
        return;
    default:
        QTableView::keyPressEvent(event);
    }
}

}  // namespace mz
