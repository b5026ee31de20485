#include "app/gui/main_window.h"
#include "views/delegates/typing_delegate.h"
#include "views/findings/findings_panel.h"
#include "views/grid/form_view.h"
#include "views/pages/table_page.h"

#include <QAction>
#include <QApplication>
#include <QInputMethod>
#include <QMessageBox>
#include <QStackedWidget>

namespace mz {

/// The editors of all tables tell whether something waits in them.
void MainWindow::watchTyping()
{
    m_typing = findChildren<TypingDelegate *>();
    for (TypingDelegate *delegate : m_typing)
        connect(delegate, &TypingDelegate::typed, this, &MainWindow::showUnsaved);
    connect(qApp, &QApplication::focusChanged, this,
        [this](QWidget *, QWidget *now) { markFocusedDock(now); });
    connect(&m_document, &ReportDocument::cellsChanged, this,
        [this](const std::vector<CellRef> &cells) {
            m_changedCell = cells.empty() ? CellRef() : cells.front();
        });
}

bool MainWindow::isTyping() const
{
    return std::any_of(m_typing.begin(), m_typing.end(),
        [](const TypingDelegate *delegate) { return delegate->isTyping(); });
}

bool MainWindow::takeTyping()
{
    // What an input method composes belongs to the text as well.
    QGuiApplication::inputMethod()->commit();
    return std::all_of(m_typing.begin(), m_typing.end(),
        [](TypingDelegate *delegate) { return delegate->commit(); });
}

void MainWindow::dropTyping()
{
    for (TypingDelegate *delegate : m_typing)
        delegate->drop();
}

bool MainWindow::mayDiscard()
{
    const bool taken = takeTyping();
    if (taken && m_document.undoStack().isClean())
        return true;
    QMessageBox box(QMessageBox::Warning, tr("Unsaved changes"),
        tr("The report has changes that are not saved."),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setInformativeText(taken
            ? tr("Save them before going on?")
            : tr("What is being typed cannot be taken as it is. Go back and correct it, or go "
                 "on without it?"));
    if (!taken)
        box.setStandardButtons(QMessageBox::Discard | QMessageBox::Cancel);
    box.setDefaultButton(taken ? QMessageBox::Save : QMessageBox::Cancel);
    const int answer = box.exec();
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save());
}

void MainWindow::setEditing(bool editing)
{
    if (takeTyping())
        m_document.setEditable(editing);
    // The buttons show what holds.
    showState();
}

void MainWindow::undo() { stepBack(&QUndoStack::undo); }

void MainWindow::redo() { stepBack(&QUndoStack::redo); }

void MainWindow::stepBack(void (QUndoStack::*step)())
{
    if (!takeTyping())
        return;
    m_changedCell = {};
    (m_document.undoStack().*step)();
    showChange();
}

void MainWindow::applyFix(const Finding &finding)
{
    if (!takeTyping())
        return;
    // The finding goes with the re-check that its fix brings.
    const auto fix = finding.fix;
    const auto edits = finding.textFix;
    const QString step = FindingsPanel::tr("Fix %1").arg(finding.place);
    m_changedCell = {};
    const Done applied
        = fix.empty() ? m_document.replaceText(edits, step) : m_document.applyFix(fix, step);
    if (!applied)
        QMessageBox::warning(this, FindingsPanel::tr("Fix"), applied.error().message);
    showChange();
}

/// Goes to the cell that was changed, unless it can be seen.
void MainWindow::showChange()
{
    const CellRef cell = m_changedCell;
    const auto &sheets = m_document.report().sheets;
    if (!cell.isValid() || size_t(cell.sheet) >= sheets.size()
        || cell.row >= sheets[size_t(cell.sheet)].rowCount())
        return;
    if (!m_tablePage->view().isCellVisible(cell))
        goTo(cell);
}

}  // namespace mz
