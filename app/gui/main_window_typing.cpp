#include "app/gui/main_window.h"
#include "model/document/changed_place.h"
#include "model/narrative/bound_by_hand.h"
#include "model/tables/claims_model.h"
#include "model/tables/contents_model.h"
#include "views/delegates/typing_delegate.h"
#include "views/findings/findings_panel.h"
#include "views/grid/form_view.h"
#include "views/narrative/annex_page.h"
#include "views/narrative/writing_page.h"
#include "views/pages/side_figures_page.h"
#include "views/pages/table_page.h"
#include "views/pages/text_gaps_page.h"
#include "views/pages/text_page.h"

#include <QAction>
#include <QApplication>
#include <QInputMethod>
#include <QMessageBox>
#include <QSplitter>
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
    // Texts are shared, not copied.
    const Report before = m_document.report();
    (m_document.undoStack().*step)();
    if (m_changedCell.isValid())
        showChange();
    else
        showStep(before);
}

/// Goes to what a step has changed that was no cell of a table.
void MainWindow::showStep(const Report &before)
{
    const Report &now = m_document.report();
    for (size_t i = 0; i < qMin(before.sheets.size(), now.sheets.size()); ++i) {
        if (before.sheets[i].rowCount() != now.sheets[i].rowCount())
            return showTarget(int(i), -1);
    }
    // What a figure says in the text changes with it.
    const ChangedText changed = changedText(before.sections, now.sections);
    if (const auto side = changedEntry(before.sideFigures, now.sideFigures)) {
        if (m_pages->currentWidget() == m_textGapsPage)
            return m_textGapsPage->showNumber(side->figure, side->phase);
        showWriting(int(ContentsTarget::Writing::SideFigures));
        if (m_sideFiguresPage->showFigure(side->figure, side->phase))
            return;
    }
    if (const auto binding = changedEntry(before.numberBindings, now.numberBindings)) {
        const auto &claims = m_claims->claims();
        for (size_t i = 0; i < claims.size(); ++i) {
            if (bindingAt(now, claims[i].place).isOfSameNumber(*binding))
                return showClaim(int(i));
        }
    }
    if (changed.place.section >= 0)
        showTextChange(changed);
}

void MainWindow::showTextChange(const ChangedText &changed)
{
    const TextPlace &place = changed.place;
    const QWidget *page = m_pages->currentWidget();
    if (page == m_textGapsPage && !changed.gap.isEmpty())
        return m_textGapsPage->showGap(place.section, changed.gap);
    if (page == m_writingPage && m_document.mayEditSection(place.section)) {
        if (m_writingPage->section() != place.section)
            editSection(place.section);
        return m_writingPage->editor().showPlace(place);
    }
    if (changed.cell >= 0)
        return showAnnexCell(place, changed.row, changed.cell);
    if (page != m_textSplitter || isAnnexShown() || m_textPage->section() != place.section)
        showTarget(-1, place.section);
    m_textPage->showQuote(place.section, quoteOf(m_document.report(), place));
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
