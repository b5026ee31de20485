#pragma once

class QAbstractItemView;
class QEvent;

namespace mz {

/// For the event filter of a search line: arrows and page keys move in the list
/// while one types. True where the list took the key.
bool arrowsMoveIn(QAbstractItemView &list, QEvent *event);

}  // namespace mz
