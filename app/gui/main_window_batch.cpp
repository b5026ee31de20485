#include "app/gui/main_window.h"
#include "views/pages/batch_page.h"

#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>
#include <QStatusBar>

namespace mz {

void MainWindow::buildBatch()
{
    m_batchPage = new BatchPage(m_batch, m_context.handbook, m_pages);
    m_pages->addWidget(m_batchPage);
    connect(m_batchPage, &BatchPage::fileChosen, this, &MainWindow::openFile);
    connect(m_batchPage, &BatchPage::exportRequested, this, &MainWindow::exportList);
    connect(&m_batch, &BatchRun::finished, this, &MainWindow::folderFinished);
}

void MainWindow::openPath(const QString &path)
{
    if (QFileInfo(path).isDir())
        checkFolder(path);
    else
        openFile(path);
}

void MainWindow::chooseFolder()
{
    const QString folder
        = QFileDialog::getExistingDirectory(this, tr("Check a folder"), m_batch.folder());
    if (!folder.isEmpty())
        checkFolder(folder);
}

/// The open report stays as it is: nothing of it is discarded.
void MainWindow::checkFolder(const QString &folder)
{
    if (!takeTyping())
        return;
    m_batch.start(QDir(folder).absolutePath());
    showList();
}

bool MainWindow::isListShown() const { return m_pages->currentWidget() == m_batchPage; }

/// The list takes the room of the panels that show one report.
void MainWindow::showList()
{
    if (!takeTyping())
        return;
    if (!isListShown()) {
        for (QDockWidget *dock : docks()) {
            // Of tabs that lie over each other, all but one are not visible.
            if (dock->isHidden())
                continue;
            m_besideList.push_back(dock);
            dock->hide();
        }
        m_pages->setCurrentWidget(m_batchPage);
    }
    m_batchPage->setFocus();
    showSelection();
    showState();
}

void MainWindow::leaveList()
{
    for (QDockWidget *dock : std::exchange(m_besideList, {}))
        dock->show();
}

void MainWindow::exportList()
{
    const QString proposed
        = QDir(m_batch.folder())
              .filePath(tr("check of %1.csv").arg(QDir(m_batch.folder()).dirName()));
    QString path
        = QFileDialog::getSaveFileName(this, tr("Export the list"), proposed, tr("CSV (*.csv)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".csv");
    if (const Done written = m_batchPage->exportCsv(path); !written)
        return tell(written.error());
    statusBar()->showMessage(tr("Saved %1").arg(QFileInfo(path).fileName()), 4000);
}

}  // namespace mz
