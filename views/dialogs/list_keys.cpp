#include "views/dialogs/list_keys.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QKeyEvent>

namespace mz {

bool arrowsMoveIn(QAbstractItemView &list, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Down && key != Qt::Key_Up && key != Qt::Key_PageDown
        && key != Qt::Key_PageUp)
        return false;
    QCoreApplication::sendEvent(&list, event);
    return true;
}

}  // namespace mz
