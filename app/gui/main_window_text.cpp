#include "app/gui/main_window.h"
#include "model/tables/claims_model.h"
#include "views/dialogs/bind_number_dialog.h"
#include "views/grid/form_view.h"
#include "views/narrative/annex_page.h"
#include "views/narrative/numbers_panel.h"
#include "views/pages/table_page.h"
#include "views/pages/text_page.h"

#include <QDockWidget>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>

namespace mz {

void MainWindow::buildText()
{
    m_textSplitter = new QSplitter(m_pages);
    m_textSplitter->setChildrenCollapsible(false);
    m_textPages = new QStackedWidget(m_textSplitter);
    m_textPage = new TextPage(m_document, *m_claims, m_textPages);
    m_annexPage = new AnnexPage(m_document, m_textPages);
    m_textPages->addWidget(m_textPage);
    m_textPages->addWidget(m_annexPage);
    m_textBesidePage = new TablePage(m_document, m_textSplitter);
    m_textBesidePage->setObjectName("textBesidePage");
    m_textBesidePage->hide();
    m_numbers = new NumbersPanel(m_document, *m_claims, this);
    m_numbersDock = new QDockWidget(tr("Numbers of the text"), this);
    m_numbersDock->setObjectName("numbersDock");
    m_numbersDock->setWidget(m_numbers);
    connect(m_textBesidePage, &TablePage::cellRequested, this, &MainWindow::goTo);
    connect(m_textPage, &TextPage::claimChosen, this, &MainWindow::showClaim);
    connect(m_textPage, &TextPage::annexRequested, this, &MainWindow::showAnnex);
    connect(m_numbers, &NumbersPanel::claimChosen, this, &MainWindow::showClaim);
    connect(m_numbers, &NumbersPanel::cellRequested, this, &MainWindow::goTo);
    connect(m_numbers, &NumbersPanel::besideRequested, this, &MainWindow::showBesideText);
    connect(m_numbers, &NumbersPanel::bindRequested, this, &MainWindow::bindNumber);
}

void MainWindow::buildTextMenu(QMenu &menu)
{
    const auto step = [this](int by) {
        m_numbersDock->show();
        m_numbersDock->raise();
        m_numbers->step(by);
    };
    menu.addAction(tr("Next n&umber to look at"), this, [step] { step(1); })
        ->setShortcut(Qt::Key_F7);
    menu.addAction(tr("Previous number to look at"), this, [step] { step(-1); })
        ->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F7));
    menu.addAction(
            tr("&What is this number? …"), this, [this] { bindNumber(m_numbers->current()); })
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F7));
    menu.addAction(m_numbersDock->toggleViewAction());
    QAction *sentences
        = menu.addAction(tr("Sentences that use this &cell"), this, &MainWindow::sentencesOfCell);
    sentences->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F9));
    m_tablePage->view().addAction(sentences);
}

bool MainWindow::isAnnexShown() const
{
    return m_pages->currentWidget() == m_textSplitter
        && m_textPages->currentWidget() == m_annexPage;
}

/// One that stands within a text: its section shows the text.
void MainWindow::showAnnex(int section, int block)
{
    if (!takeTyping() || !m_annexPage->showTable(section, block))
        return;
    m_textPages->setCurrentWidget(m_annexPage);
    m_annexPage->setFocus();
    showState();
}

void MainWindow::showAnnexCell(const TextPlace &place, int row, int cell)
{
    if (!isAnnexShown() || !m_annexPage->isShown(place.section, place.block)) {
        showTarget(-1, place.section);
        if (!isAnnexShown())
            showAnnex(place.section, place.block);
    }
    m_annexPage->showCell(row, cell);
}

void MainWindow::showReading(const NarrativeReading &reading) { m_claims->setReading(reading); }

void MainWindow::showClaim(int claim)
{
    if (claim < 0 || size_t(claim) >= m_claims->claims().size())
        return;
    showTarget(-1, m_claims->claims()[size_t(claim)].place.section);
    // A number of the words beside an annex.
    m_textPages->setCurrentWidget(m_textPage);
    m_textPage->showClaim(claim);
    m_numbersDock->show();
    m_numbersDock->raise();
    m_numbers->select(claim);
    // The table follows from number to number as long as it is wanted.
    if (m_textBesidePage->isVisible())
        showBesideText(claim);
}

void MainWindow::showBesideText(int claim)
{
    const std::vector<CellRef> &cells = m_claims->claims()[size_t(claim)].cells;
    if (cells.empty() || !cells.front().isValid())
        return;
    if (m_pages->currentWidget() != m_textSplitter)
        showTarget(-1, m_claims->claims()[size_t(claim)].place.section);
    showTableBesideText(cells);
    m_textPage->showClaim(claim);
}

void MainWindow::showTableBesideText(const std::vector<CellRef> &cells)
{
    if (!m_textBesidePage->isVisible())
        m_textSplitter->setSizes({1000, 1000});
    m_textBesidePage->show();
    m_textBesidePage->showSheet(cells.front().sheet);
    m_textBesidePage->view().setCurrentCell(cells.front());
    m_textBesidePage->setHighlight(cells);
    m_closeBeside->setEnabled(true);
    showCellsLater();
}

/// A mark of the reviewer's: allowed while browsing too.
void MainWindow::bindNumber(int claim)
{
    if (claim < 0 || size_t(claim) >= m_claims->claims().size()
        || !NumbersPanel::isBindable(m_claims->claims()[size_t(claim)]))
        return statusBar()->showMessage(tr("Choose a number of the text first (F7)."), 5000);
    BindNumberDialog dialog(m_document, m_claims->claims()[size_t(claim)], this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (dialog.isReleased())
        m_document.unbindNumber(dialog.binding());
    else
        m_document.bindNumber(dialog.binding());
}

void MainWindow::closeBesideText()
{
    m_textBesidePage->hide();
    m_textBesidePage->showSheet(-1);
}

/// Straight there where one number uses the cell; else the user chooses.
void MainWindow::sentencesOfCell()
{
    const CellRef cell = m_tablePage->view().currentCell();
    const std::vector<int> numbers = cell.isValid() ? m_claims->claimsOf(cell) : std::vector<int>();
    if (numbers.empty())
        return statusBar()->showMessage(tr("No number of the text uses this cell."), 5000);
    if (numbers.size() == 1)
        return showClaim(numbers.front());
    QMenu menu(this);
    menu.setObjectName("sentences");
    for (const int number : numbers) {
        QString text = m_claims->words(m_claims->claims()[size_t(number)]).section(u'\n', 0, 1);
        text.replace(u'\n', QStringLiteral(" · ")).replace(u'&', QStringLiteral("&&"));
        menu.addAction(text, this, [this, number] { showClaim(number); });
    }
    const FormView &view = m_tablePage->view();
    menu.exec(view.viewport()->mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft()));
}

}  // namespace mz
