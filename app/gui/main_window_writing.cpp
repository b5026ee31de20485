#include "app/gui/main_window.h"
#include "model/manuscript/readers/formats.h"
#include "model/tables/contents_model.h"
#include "views/contents/contents_panel.h"
#include "views/narrative/writing_page.h"
#include "views/pages/side_figures_page.h"
#include "views/pages/table_page.h"
#include "views/pages/text_gaps_page.h"
#include "views/pages/text_page.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QPromise>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTableView>
#include <QtConcurrent>

namespace mz {

void MainWindow::buildWriting()
{
    m_sideFiguresPage = new SideFiguresPage(m_document, m_pages);
    m_sideFiguresPage->setObjectName("sideFiguresPage");
    m_textGapsPage = new TextGapsPage(m_document, m_pages);
    m_textGapsPage->setObjectName("textGapsPage");
    m_pages->addWidget(m_sideFiguresPage);
    m_pages->addWidget(m_textGapsPage);
    m_writingPage = new WritingPage(m_document, *m_claims, m_pages);
    m_writingPage->setObjectName("writingPage");
    m_pages->addWidget(m_writingPage);
    connect(m_tablePage, &TablePage::zoomChanged, m_writingPage, &WritingPage::setZoom);
    connect(m_textPage, &TextPage::editRequested, this, &MainWindow::editSection);
    connect(m_writingPage, &WritingPage::left, this, [this](int section) {
        if (m_pages->currentWidget() != m_writingPage)
            return;
        showTarget(-1, section);
        m_textPage->setFocus();
    });
    connect(m_pages, &QStackedWidget::currentChanged, this, [this] {
        if (m_pages->currentWidget() != m_writingPage)
            m_writingPage->showSection(-1);
    });
    connect(m_tablePage, &TablePage::zoomChanged, m_sideFiguresPage, &SideFiguresPage::setZoom);
    connect(m_tablePage, &TablePage::zoomChanged, m_textGapsPage, &TextGapsPage::setZoom);
    connect(
        m_sideFiguresPage, &SideFiguresPage::lastYearRequested, this, &MainWindow::takeLastYear);
    connect(m_textGapsPage, &TextGapsPage::paragraphRequested, this,
        [this](int section, const QString &text) {
            showTarget(-1, section);
            m_textPage->showQuote(section, text);
        });
    connect(m_textPage, &TextPage::gapChosen, this, [this](int section, const QString &gap) {
        showWriting(int(ContentsTarget::Writing::Gaps));
        m_textGapsPage->editGap(section, gap);
    });
    connect(&m_readingLastYear, &QFutureWatcherBase::finished, this, &MainWindow::lastYearRead);
    connect(&m_document, &ReportDocument::sectionsChanged, this, &MainWindow::showWritingState);
}

void MainWindow::buildWritingMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Text"));
    const auto done = [this](const Done &result) {
        if (!result)
            statusBar()->showMessage(result.error().text(), 8000);
    };
    m_writeAll = menu->addAction(tr("&Write the whole narrative"), this, [this, done] {
        done(m_document.writeNarrative());
        const auto &sections = m_document.report().sections;
        for (size_t i = 0; i < sections.size(); ++i) {
            if (sections[i].isWritten())
                return showTarget(-1, int(i));
        }
    });
    m_writeSection
        = menu->addAction(tr("Write this section from the &figures"), this, [this, done] {
              const int section = m_textPage->section();
              done(m_document.writeSection(section));
              showTarget(-1, section);
          });
    m_publishSection
        = menu->addAction(tr("Show this section as &published again"), this, [this, done] {
              const int section = m_textPage->section();
              done(m_document.publishSection(section));
              showTarget(-1, section);
          });
    menu->addSeparator();
    m_editSection = menu->addAction(
        tr("&Edit this section"), this, [this] { editSection(m_textPage->section()); });
    m_editSection->setShortcut(Qt::Key_F2);
    m_editSection->setShortcutContext(Qt::WidgetShortcut);
    m_textPage->addAction(m_editSection);
    m_insertField
        = menu->addAction(tr("&Insert a field…"), m_writingPage, &WritingPage::insertField);
    m_insertField->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    m_changeField = menu->addAction(
        tr("What does the field &say? …"), m_writingPage, &WritingPage::changeField);
    m_changeField->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    m_acceptOffer
        = menu->addAction(tr("Make the &number a field"), m_writingPage, &WritingPage::acceptOffer);
    m_acceptOffer->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_followTemplates
        = menu->addAction(tr("Say what the temp&lates say again"), this, [this, done] {
              const bool edits = m_writingPage->isVisible();
              done(m_document.followTemplates(
                  edits ? m_writingPage->section() : m_textPage->section()));
          });
    menu->addSeparator();
    menu->addAction(tr("Figures for the &text"), this,
        [this] { showWriting(int(ContentsTarget::Writing::SideFigures)); });
    menu->addAction(tr("What is still &missing"), this,
            [this] { showWriting(int(ContentsTarget::Writing::Gaps)); })
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F8));
}

/// A page that only a written narrative has.
void MainWindow::showWriting(int page)
{
    const auto writing = ContentsTarget::Writing(page);
    if (!m_contentsModel->indexOf({-1, -1, writing}).isValid())
        return statusBar()->showMessage(tr("No section is written from the figures yet."), 5000);
    if (!takeTyping())
        return;
    leaveList();
    const bool gaps = writing == ContentsTarget::Writing::Gaps;
    QWidget *shown = m_sideFiguresPage;
    if (gaps)
        shown = m_textGapsPage;
    m_pages->setCurrentWidget(shown);
    m_contents->showTarget({-1, -1, writing});
    if (gaps)
        m_textGapsPage->focusGap();
    else
        m_sideFiguresPage->focusInput();
    showSelection();
    showState();
}

/// Enabled where it can be done; else the status bar says why not.
void MainWindow::showWritingState()
{
    if (!m_writeAll)
        return;
    const bool text = m_hasReport && m_pages->currentWidget() == m_textSplitter && !isAnnexShown();
    const int section = text ? m_textPage->section() : -1;
    const auto allow = [](QAction *action, const Done &allowed) {
        action->setEnabled(allowed.has_value());
        action->setStatusTip(allowed ? QString() : allowed.error().message);
        action->setToolTip(allowed ? action->iconText() : allowed.error().message);
    };
    const Done editable = m_hasReport && m_document.isEditable()
        ? done()
        : Done(Error{tr("Switch to editing first (F4)."), {}});
    allow(m_writeAll, editable);
    allow(m_writeSection, m_document.mayWriteSection(section));
    allow(m_publishSection, m_document.mayPublishSection(section));
    const bool edits = m_hasReport && m_pages->currentWidget() == m_writingPage;
    for (QAction *action : {m_insertField, m_changeField, m_acceptOffer})
        action->setEnabled(edits && editable);
    allow(m_editSection, m_document.mayEditSection(section));
    m_followTemplates->setEnabled(edits || m_document.mayEditSection(section));
}

void MainWindow::editSection(int section)
{
    if (const Done allowed = m_document.mayEditSection(section); !allowed)
        return statusBar()->showMessage(allowed.error().message, 8000);
    if (!takeTyping())
        return;
    leaveList();
    m_writingPage->showSection(section);
    m_pages->setCurrentWidget(m_writingPage);
    m_writingPage->editor().setFocus();
    showSelection();
    showState();
}

void MainWindow::takeLastYear()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Last year's report"),
        QFileInfo(m_path).absolutePath(),
        tr("Reports (%1);;All files (*)")
            .arg(QStringLiteral("*.mzr ") + readablePatterns().join(u' ')));
    if (!path.isEmpty())
        takeLastYearFrom(path);
}

void MainWindow::takeLastYearFrom(const QString &path)
{
    if (m_readingLastYear.isRunning())
        return;
    m_lastYearPath = path;
    m_sideFiguresPage->tell(tr("Reading %1…").arg(QFileInfo(path).fileName()));
    m_readingLastYear.setFuture(
        QtConcurrent::run([this, path](QPromise<Result<OpenedReport>> &promise) {
            promise.addResult(openReport(
                path, m_context, [&promise](int, int) { return !promise.isCanceled(); }));
        }));
}

void MainWindow::lastYearRead()
{
    if (m_readingLastYear.isCanceled())
        return;
    const Result<OpenedReport> read = m_readingLastYear.result();
    const QString name = QFileInfo(m_lastYearPath).fileName();
    const Done taken = read ? m_document.takeLastYear(read->report, name) : Done(read.error());
    m_sideFiguresPage->tell(
        taken ? tr("Last year's figures are those of %1.").arg(name) : taken.error().text());
    emit lastYearTaken(taken.has_value());
}

}  // namespace mz
