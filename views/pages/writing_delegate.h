#pragma once

#include "views/delegates/typing_delegate.h"

namespace mz {

/// Draws the lists that belong to the written text: headings semibold, computed
/// values on grey, what waits for somebody with a mark.
class WritingDelegate : public TypingDelegate
{
public:
    /// The roles of the model that say so; 0 where it has none.
    WritingDelegate(
        int headingRole, int followsRole, int emptyRole, int markedColumn, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    int m_headingRole, m_followsRole, m_emptyRole, m_markedColumn;
};

}  // namespace mz
