#pragma once

#include <QTableView>

namespace mz {

class TypingDelegate;

/// A table that is typed into: Enter goes to the next input below, Tab to the next
/// one in the order of reading, with Shift the other way.
class TypingTable : public QTableView
{
    Q_OBJECT
public:
    TypingTable(TypingDelegate *delegate, QWidget *parent);

    /// The first input from the top; invalid where there is none.
    QModelIndex firstInput() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    bool isInput(const QModelIndex &index) const;
    QModelIndex nextInput(Qt::Key key, Qt::KeyboardModifiers modifiers) const;
    bool moveOn(Qt::Key key, Qt::KeyboardModifiers modifiers);
};

}  // namespace mz
