#pragma once

#include "model/tables/sheet_model.h"
#include <QTableView>

namespace mz {

class CellDelegate;
class FormHeader;

/// The grid of one form: its heading, code and name columns that stay in view,
/// typing, copy and paste, and the keys of a spreadsheet.
class FormView : public QTableView
{
    Q_OBJECT
public:
    explicit FormView(QWidget *parent = nullptr);

    void setSheetModel(SheetModel *model);
    SheetModel *sheetModel() const { return m_model; }
    void setCurrentCell(CellRef cell);
    CellRef currentCell() const;
    /// Whether the whole of it stands in view.
    bool isCellVisible(CellRef cell) const;
    int shownWidth() const { return m_shownWidth; }
    /// Scrolls the current cell into view, with its name.
    void showCurrent();

    void copySelection();
    void pasteClipboard();
    void clearSelectionAmounts();
    /// Account rows that the selection touches.
    std::vector<int> selectedSheetRows() const;

signals:
    /// The width at which the form needs no more room.
    void idealWidthChanged(int width);
    /// How wide the form is on the screen.
    void shownWidthChanged(int width);
    void currentCellChanged(mz::CellRef cell);
    void selectionMoved();
    /// Something was refused, with the reason.
    void refused(const QString &reason);
    /// The reason holds no longer.
    void refusalOver();
    /// Something was done that the user should know of.
    void told(const QString &what);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollTo(const QModelIndex &index, ScrollHint hint) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(
        const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void arrange();
    void setSpans();
    void fitColumns();
    void fitRows();
    void setIdealWidth(int width);
    void placeFrozen();
    int frozenWidth() const;
    void setupFrozen();
    QModelIndex nextInput(const QModelIndex &from, int step) const;
    void moveOn(Qt::Key key, Qt::KeyboardModifiers modifiers);
    void refuseTyping();
    void selectFirst();
    void showNameOf(const QModelIndex &index);
    QString tooLarge(const QStringList &lines, const QModelIndex &corner) const;
    void select(const QModelIndex &index);

    SheetModel *m_model = nullptr;
    FormHeader *m_header;
    CellDelegate *m_delegate;
    QTableView *m_frozen;
    FormHeader *m_frozenHeader;
    bool m_widthsChosen = false;  ///< The user has dragged a column; leave them alone.
    bool m_fitting = false;
    int m_idealWidth = 0;
    int m_shownWidth = -1;
    CellRef m_remembered;  ///< The current cell, kept over a reset of the model.
};

}  // namespace mz
