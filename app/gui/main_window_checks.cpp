#include "app/gui/main_window.h"
#include "model/document/explanation.h"
#include "model/tables/contents_model.h"
#include "views/findings/findings_panel.h"
#include "views/grid/form_view.h"
#include "views/narrative/annex_page.h"
#include "views/pages/table_page.h"
#include "views/pages/text_page.h"

#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

namespace mz {

void MainWindow::buildChecks()
{
    m_checks = std::make_unique<CheckSession>(m_document, m_context.rules);
    m_tablePage->setChecks(m_checks.get());
    m_besidePage->setChecks(m_checks.get());
    m_textBesidePage->setChecks(m_checks.get());
    m_contentsModel->setChecks(m_checks.get());
    m_findings = new FindingsPanel(m_document, *m_checks, this);
    m_findingsDock = new QDockWidget(tr("Findings"), this);
    m_findingsDock->setObjectName("findingsDock");
    m_findingsDock->setWidget(m_findings);
    addDockWidget(Qt::BottomDockWidgetArea, m_findingsDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_numbersDock);
    tabifyDockWidget(m_numbersDock, m_findingsDock);
    m_findingsDock->raise();
    connect(m_findings, &FindingsPanel::findingChosen, this, &MainWindow::showFinding);
    connect(m_findings, &FindingsPanel::textRequested, this, [this](const FindingText &text) {
        showTarget(-1, text.section);
        showFindingPlace(text);
    });
    connect(m_findings, &FindingsPanel::fixRequested, this, &MainWindow::applyFix);
    connect(m_findings, &FindingsPanel::cellRequested, this, &MainWindow::goTo);
    connect(m_checks.get(), &CheckSession::changed, this, &MainWindow::showVerdict);
    connect(m_checks.get(), &CheckSession::changed, this,
        [this] { showReading(m_checks->result().reading); });
}

void MainWindow::buildCheckMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Check"));
    const auto step = [this](int by) {
        m_findingsDock->show();
        m_findingsDock->raise();
        m_findings->step(by);
    };
    m_nextFinding = menu->addAction(tr("&Next finding"), this, [step] { step(1); });
    m_nextFinding->setShortcut(Qt::Key_F8);
    m_previousFinding = menu->addAction(tr("&Previous finding"), this, [step] { step(-1); });
    m_previousFinding->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F8));
    menu->addAction(m_findingsDock->toggleViewAction());
    menu->addSeparator();
    menu->addAction(tr("&Trace the current cell"), this, &MainWindow::traceCell)
        ->setShortcut(Qt::Key_F9);
    m_closeBeside = menu->addAction(tr("Close the &other side"), this, [this] {
        m_besidePage->hide();
        m_closeBeside->setEnabled(false);
        m_tablePage->setHighlight({});
        closeBesideText();
    });
    m_closeBeside->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Escape));
    m_closeBeside->setEnabled(false);
    menu->addSeparator();
    buildTextMenu(*menu);
    menu->addSeparator();
    menu->addAction(tr("Try a &rule file…"), this, &MainWindow::tryRules);
}

/// Goes to the sentence that the finding quotes, else to its cell. The other side stands beside
/// it: the table of a number, or the other table of an equation. Both are highlighted.
void MainWindow::showFinding(const Finding &finding)
{
    if (!takeTyping())
        return;
    const bool hasCell = !finding.cells.empty() && finding.cells.front().at.sheet >= 0;
    const bool quotes = !finding.texts.empty() && !finding.texts.front().quote.isEmpty();
    if (!finding.texts.empty() && (quotes || !hasCell))
        return showFindingText(finding);
    if (!hasCell)
        return;
    const CellRef at = finding.fix.empty() ? finding.cells.front().at : finding.fix.front().first;
    std::vector<CellRef> cells;
    CellRef other;
    for (const FindingCell &cell : finding.cells) {
        cells.push_back(cell.at);
        if (cell.at.sheet != at.sheet && other.sheet < 0)
            other = cell.at;
    }
    const bool beside = other.sheet >= 0;
    showTarget(at.sheet, -1);
    m_besidePage->setVisible(beside);
    m_closeBeside->setEnabled(beside);
    // A finding of a whole row stands at its first amount.
    const Sheet &sheet = m_document.report().sheets[size_t(at.sheet)];
    int column = qMax(at.column, 0);
    while (at.row >= 0 && column + 1 < sheet.columnCount() && !sheet.hasCell(at.row, column))
        ++column;
    if (at.row >= 0)
        m_tablePage->view().setCurrentCell({at.sheet, at.row, column});
    m_tablePage->setHighlight(cells);
    if (!beside)
        return;
    m_tableSplitter->setSizes({1000, 1000});
    m_besidePage->showSheet(other.sheet);
    m_besidePage->view().setCurrentCell(other);
    m_besidePage->setHighlight(cells);
    showCellsLater();
}

void MainWindow::showFindingText(const Finding &finding)
{
    const FindingText &text = finding.texts.front();
    showTarget(-1, text.section);
    std::vector<CellRef> cells;
    for (const FindingCell &cell : finding.cells) {
        if (cell.at.isValid())
            cells.push_back(cell.at);
    }
    if (cells.empty())
        closeBesideText();
    else
        showTableBesideText(cells);
    showFindingPlace(text);
    showCellsLater();
}

void MainWindow::showFindingPlace(const FindingText &text)
{
    if (text.cell >= 0)
        showAnnexCell({text.section, text.block}, text.row, text.cell);
    else
        m_textPage->showQuote(text.section, text.quote);
}

/// What has just come beside each other gets its size only with the next events.
void MainWindow::showCellsLater()
{
    QTimer::singleShot(0, this, [this] {
        if (m_textPage->isVisible())
            m_textPage->showMarked();
        for (TablePage *page : {m_tablePage, m_besidePage, m_textBesidePage}) {
            if (page->isVisible())
                page->view().showCurrent();
        }
    });
}

void MainWindow::showVerdict()
{
    if (!m_verdict)
        return;
    const CheckResult &result = m_checks->result();
    const CheckResult::Verdict verdict = m_checks->verdict();
    const QString word = verdict == CheckResult::Verdict::Passed ? tr("Passed")
        : verdict == CheckResult::Verdict::Faulty                ? tr("Faulty")
                                                                 : tr("Not fully checked");
    QString text = tr("%1: errors %2 · warnings %3 · hints %4")
                       .arg(word)
                       .arg(m_checks->count(Severity::Error))
                       .arg(m_checks->count(Severity::Warning))
                       .arg(m_checks->count(Severity::Info));
    if (const int marked = m_checks->setAside(); marked > 0)
        text = tr("%1 · set aside %2").arg(text).arg(marked);
    m_verdict->setText(m_hasReport ? text : QString());
    const Theme &theme = currentTheme();
    const QColor color = verdict == CheckResult::Verdict::Passed ? theme.good
        : verdict == CheckResult::Verdict::Faulty                ? theme.error
                                                                 : theme.pinned;
    m_verdict->setStyleSheet(
        QStringLiteral("color: %1; font-weight: 600; padding: 0 8px;").arg(color.name()));
    m_nextFinding->setEnabled(m_hasReport && !result.findings.empty());
    m_previousFinding->setEnabled(m_hasReport && !result.findings.empty());
}

/// What the cell sums, what sums it, and the rules that look at it: each entry
/// goes to its cell.
void MainWindow::traceCell()
{
    const CellRef cell = m_tablePage->view().currentCell();
    if (!cell.isValid() || m_pages->currentWidget() != m_tableSplitter)
        return;
    const Explanation said = explainCell(m_document, cell);
    QMenu menu(this);
    const auto entry = [this, &menu](const QString &text, CellRef at) {
        QString shown = text;
        shown.replace(u'&', QStringLiteral("&&"));
        menu.addAction(shown, this, [this, at] { goTo(at); });
    };
    if (!said.operands.empty()) {
        menu.addSection(tr("Sums"));
        for (const ExplainedCell &operand : said.operands)
            entry(QStringLiteral("%1  %2").arg(
                      placeOf(m_document.report(), operand.at), operand.amount),
                operand.at);
    }
    if (!said.users.empty()) {
        menu.addSection(tr("Goes into"));
        for (const ExplainedCell &user : said.users)
            entry(QStringLiteral("%1  %2").arg(placeOf(m_document.report(), user.at), user.amount),
                user.at);
    }
    const std::vector<int> &equations = m_checks->checker().equationsOf(cell);
    if (!equations.empty()) {
        menu.addSection(tr("Checked by"));
        for (const int e : equations) {
            const Equation &equation = m_checks->checker().equations()[size_t(e)];
            const Rule &rule = m_checks->checker().rules().rules()[size_t(equation.rule)];
            // An equation that does not apply, or has no amounts, says nothing.
            const QString mark = equation.outcome == Outcome::Wrong ? QStringLiteral("✗")
                : equation.outcome == Outcome::NoAmounts            ? QStringLiteral("–")
                                                                    : QStringLiteral("✓");
            const CellRef other = equation.at == cell && equation.terms.size() > 1
                ? equation.terms.back().cell
                : equation.at;
            const bool english
                = FindingsPanel::tr("en", "language of names in data files") == u"en";
            entry(QStringLiteral("%1 %2  %3  %4")
                      .arg(mark, rule.id, english ? rule.english : rule.name,
                          placeOf(m_document.report(), other)),
                other);
        }
    }
    FormView &view = m_tablePage->view();
    const QRect rect = view.visualRect(view.currentIndex());
    menu.exec(view.viewport()->mapToGlobal(rect.bottomLeft()));
}

/// Says what a rule file of the user's own would find, without using it.
void MainWindow::tryRules()
{
    const QString path
        = QFileDialog::getOpenFileName(this, tr("Try a rule file"), {}, tr("Rule files (*.json)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tell({file.errorString(), path});
    const Result<RuleSet> rules
        = RuleSet::parse(file.read(4 * 1024 * 1024), QFileInfo(path).fileName());
    if (!rules)
        return tell(rules.error());
    const CheckResult result = Checker(m_document.report(), m_context.handbook, *rules).check();
    QStringList lines;
    for (const Finding &finding : result.findings) {
        if (finding.rule != u"ROUNDING" && lines.size() < 30)
            lines << QStringLiteral("%1  %2  %3").arg(finding.rule, finding.place, finding.message);
    }
    QMessageBox box(QMessageBox::Information, tr("Try a rule file"),
        tr("%n rule(s) ran.", nullptr, int(rules->rules().size())) + u'\n'
            + tr("%n finding(s).", nullptr, int(lines.size())),
        QMessageBox::Ok, this);
    box.setInformativeText(lines.join(u'\n'));
    box.exec();
}

}  // namespace mz
