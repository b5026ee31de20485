#include "app/gui/main_window.h"
#include "model/compose/narrative_writer.h"
#include "model/document/report_file.h"
#include "model/manuscript/readers/formats.h"
#include "views/narrative/gaps_panel.h"
#include "views/pages/text_page.h"

#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QStatusBar>
#include <QtConcurrent>

namespace mz {

void MainWindow::buildWriting()
{
    m_gaps = new TextGapsModel(m_document, this);
    auto *panel = new GapsPanel(*m_gaps, this);
    m_gapsDock = new QDockWidget(tr("Missing in the text"), this);
    m_gapsDock->setObjectName("gapsDock");
    m_gapsDock->setWidget(panel);
    connect(m_gaps, &TextGapsModel::editRejected, this, &MainWindow::tell);
    connect(panel, &GapsPanel::sectionRequested, this,
        [this](int section) { showTarget(-1, section); });
    connect(&m_readingLastYear, &QFutureWatcherBase::finished, this, &MainWindow::takeLastYear);
}

void MainWindow::buildWritingMenu(QMenu &menu)
{
    const auto attempt = [this](const Done &done) {
        if (!done)
            tell(done.error());
    };
    menu.addAction(tr("&Write the text from the figures"), this, [this, attempt] {
        const Done written = m_document.writeNarrative();
        attempt(written);
        if (written && m_gaps->missing() > 0) {
            m_gapsDock->show();
            m_gapsDock->raise();
        }
    });
    const auto ofSection = [this, attempt](Done (ReportDocument::*step)(int)) {
        const int section = m_textPage->isVisible() ? m_textPage->section() : -1;
        if (section < 0)
            return statusBar()->showMessage(tr("Choose a section of the text first."), 5000);
        attempt((m_document.*step)(section));
    };
    menu.addAction(tr("Write this &section from the figures"), this,
        [ofSection] { ofSection(&ReportDocument::writeSection); });
    menu.addAction(tr("Show this section as &published"), this,
        [ofSection] { ofSection(&ReportDocument::publishSection); });
    menu.addAction(tr("Take &last year's figures from a report…"), this, &MainWindow::askLastYear);
    menu.addAction(m_gapsDock->toggleViewAction());
}

/// A new report begins with the sentences that its figures will fill.
Report MainWindow::withText(Report report) const
{
    const auto templates = NarrativeTemplates::load(QStringLiteral(":"), report.identity.family);
    if (templates)
        writeNarrative(report, m_context.handbook, *templates);
    return report;
}

void MainWindow::askLastYear()
{
    if (m_readingLastYear.isRunning())
        return;
    const QString path = QFileDialog::getOpenFileName(this, tr("Last year's report"),
        QFileInfo(m_path).absolutePath(),
        tr("Reports (%1);;All files (*)")
            .arg(QStringLiteral("*.mzr ") + readablePatterns().join(u' ')));
    if (!path.isEmpty())
        readLastYear(path);
}

void MainWindow::readLastYear(const QString &path)
{
    m_lastYearPath = path;
    statusBar()->showMessage(tr("Reading %1 …").arg(QFileInfo(path).fileName()));
    m_readingLastYear.setFuture(
        QtConcurrent::run([this, path] { return openReport(path, m_context); }));
}

void MainWindow::takeLastYear()
{
    statusBar()->clearMessage();
    const Result<OpenedReport> opened = m_readingLastYear.result();
    if (!opened)
        return tell(opened.error());
    const Done taken
        = m_document.takeLastYear(opened->report, QFileInfo(m_lastYearPath).fileName());
    if (!taken)
        return tell(taken.error());
    statusBar()->showMessage(tr("Last year's figures were taken over."), 5000);
}

}  // namespace mz
