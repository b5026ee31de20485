#include "app/gui/main_window.h"

#include "model/compose/narrative_writer.h"
#include "model/document/explanation.h"
#include "model/document/mzr_file.h"
#include "model/document/report_json.h"
#include "model/manuscript/readers/formats.h"
#include "model/tables/claims_model.h"
#include "model/tables/contents_model.h"
#include "model/tables/selection_summary.h"
#include "views/charts/report_charts.h"
#include "views/contents/contents_panel.h"
#include "views/dialogs/add_account_dialog.h"
#include "views/dialogs/import_preview.h"
#include "views/dialogs/new_report_dialog.h"
#include "views/grid/form_view.h"
#include "views/narrative/annex_page.h"
#include "views/pages/table_page.h"
#include "views/pages/text_page.h"
#include "views/pages/welcome_page.h"
#include "views/theme/style_sheet.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPromise>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QStyle>
#include <QToolButton>
#include <QtConcurrent>

namespace mz {

namespace {

constexpr int mostRecent = 8;

}  // namespace

MainWindow::MainWindow(const ReadingContext &context, ChartFigures figures)
    : m_context(context)
    , m_document(context.handbook)
    , m_figures(std::move(figures))
    , m_contentsModel(std::make_unique<ContentsModel>(m_document))
    , m_claims(std::make_unique<ClaimsModel>(m_document))
    , m_batch(context)
{
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    buildPages();
    buildBatch();
    buildWriting();
    buildDocks();
    buildChecks();
    buildMenus();
    buildToolBar();
    buildStatusBar();
    watchTyping();
    connect(&m_opening, &QFutureWatcherBase::finished, this, &MainWindow::opened);
    connect(&m_document.undoStack(), &QUndoStack::cleanChanged, this, &MainWindow::showState);
    connect(&m_document, &ReportDocument::editableChanged, this, &MainWindow::showState);
    connect(&m_document, &ReportDocument::identityChanged, this, &MainWindow::showState);
    setStyleSheet(windowStyleSheet(currentTheme()));
    m_styled = currentTheme().kind;
    restore();
    showRecent();
    showState();
}

MainWindow::~MainWindow()
{
    m_opening.cancel();
    m_opening.waitForFinished();
    m_readingLastYear.cancel();
    m_readingLastYear.waitForFinished();
    dropTyping();
    disconnect(qApp, nullptr, this, nullptr);
    // What shows the document goes before the document does.
    delete takeCentralWidget();
    for (QDockWidget *dock : docks())
        delete dock;
}

void MainWindow::buildPages()
{
    m_pages = new QStackedWidget(this);
    m_welcome = new WelcomePage(m_pages);
    m_tableSplitter = new QSplitter(m_pages);
    m_tablePage = new TablePage(m_document, m_tableSplitter);
    m_besidePage = new TablePage(m_document, m_tableSplitter);
    m_besidePage->setObjectName("besidePage");
    m_besidePage->hide();
    m_tableSplitter->setChildrenCollapsible(false);
    buildText();
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_tableSplitter);
    m_pages->addWidget(m_textSplitter);
    // No page keeps the window from fitting a small screen.
    m_pages->setMinimumSize(300, 160);
    setCentralWidget(m_pages);
    connect(m_welcome, &WelcomePage::newRequested, this, &MainWindow::newReport);
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::chooseFile);
    connect(m_welcome, &WelcomePage::fileRequested, this, &MainWindow::openFile);
    connect(m_tablePage, &TablePage::cellRequested, this, &MainWindow::goTo);
    connect(m_besidePage, &TablePage::cellRequested, this, &MainWindow::goTo);
    connect(
        m_textPage, &TextPage::sheetRequested, this, [this](int sheet) { showTarget(sheet, -1); });
    FormView &view = m_tablePage->view();
    connect(&view, &FormView::selectionMoved, this, &MainWindow::showSelection);
    connect(&m_document, &ReportDocument::cellsChanged, this, &MainWindow::showSelection);
    connect(&view, &FormView::currentCellChanged, this, &MainWindow::showState);
    connect(&view, &FormView::told, this,
        [this](const QString &what) { statusBar()->showMessage(what, 8000); });
    connect(m_tablePage, &TablePage::zoomChanged, this, [this](int percent) {
        m_zoomText->setText(QStringLiteral("%1%").arg(percent));
        m_besidePage->setZoom(percent);
        m_textPage->setZoom(percent);
        m_annexPage->setZoom(percent);
        m_textBesidePage->setZoom(percent);
    });
}

void MainWindow::buildDocks()
{
    const auto dock
        = [this](const QString &title, const char *name, QWidget *widget, Qt::DockWidgetArea area) {
              auto *dockWidget = new QDockWidget(title, this);
              dockWidget->setObjectName(name);
              dockWidget->setWidget(widget);
              addDockWidget(area, dockWidget);
              return dockWidget;
          };
    m_contents = new ContentsPanel(*m_contentsModel, this);
    m_charts = new ReportCharts(m_document, m_figures, this);
    m_notes = new QListWidget(this);
    m_notes->setObjectName("notes");
    m_notes->setFrameShape(QFrame::NoFrame);
    m_notes->setWordWrap(true);
    m_notes->setResizeMode(QListView::Adjust);
    m_notes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_notes->setAccessibleName(tr("What was not understood in the file"));
    m_contentsDock = dock(tr("Contents"), "contentsDock", m_contents, Qt::LeftDockWidgetArea);
    m_chartsDock = dock(tr("Charts"), "chartsDock", m_charts, Qt::RightDockWidgetArea);
    m_notesDock = dock(tr("Notes"), "notesDock", m_notes, Qt::BottomDockWidgetArea);
    m_notesDock->hide();
    resizeDocks({m_contentsDock, m_chartsDock}, {240, 350}, Qt::Horizontal);
    resizeDocks({m_notesDock}, {110}, Qt::Vertical);
    connect(m_contents, &ContentsPanel::chosen, this, [this](ContentsTarget target) {
        if (target.writing != ContentsTarget::Writing::None)
            showWriting(int(target.writing));
        else
            showTarget(target.sheet, target.section);
    });
    connect(m_charts, &ReportCharts::cellChosen, this, &MainWindow::goTo);
}

void MainWindow::buildStatusBar()
{
    const auto label = [this](const char *name, bool permanent) {
        auto *text = new QLabel(this);
        text->setObjectName(name);
        if (permanent)
            statusBar()->addPermanentWidget(text);
        else
            statusBar()->addWidget(text);
        return text;
    };
    m_identityText = label("identity", false);
    m_sourceText = label("source", false);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 0);
    m_progress->setMaximumWidth(120);
    m_progress->hide();
    m_progress->setAccessibleName(tr("How far the file is read"));
    statusBar()->addPermanentWidget(m_progress);
    m_stopOpening = new QToolButton(this);
    m_stopOpening->setObjectName("stopOpening");
    m_stopOpening->setText(tr("Stop"));
    m_stopOpening->setToolTip(tr("Stop reading the file"));
    m_stopOpening->hide();
    statusBar()->addPermanentWidget(m_stopOpening);
    connect(m_stopOpening, &QToolButton::clicked, &m_opening, &QFutureWatcherBase::cancel);
    connect(
        &m_opening, &QFutureWatcherBase::progressRangeChanged, m_progress, &QProgressBar::setRange);
    connect(
        &m_opening, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    m_selectionText = label("selection", true);
    m_unitText = label("unit", true);
    m_zoomText = label("zoom", true);
    m_zoomText->setText(QStringLiteral("100%"));
    statusBar()->setContentsMargins(8, 0, 8, 0);
}

void MainWindow::restore()
{
    const QSettings settings;
    resize(1280, 800);
    restoreGeometry(settings.value("geometry").toByteArray());
    // No larger than the screen, whatever it is scaled by.
    const int title = style()->pixelMetric(QStyle::PM_TitleBarHeight);
    resize(size().boundedTo(screen()->availableSize() - QSize(0, title)));
    m_arranged = restoreState(settings.value("state").toByteArray());
    m_tablePage->setZoom(settings.value("zoom", 100).toInt());
}

// Files

void MainWindow::newReport()
{
    if (!mayDiscard())
        return;
    NewReportDialog dialog(m_context.handbook, {}, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const Identity identity = dialog.identity();
    const FormFamily *family = m_context.handbook.family(identity.family);
    Report report = Report::fromFamily(*family, identity);
    // Where the templates cannot be read, a report without its text is still one.
    if (const auto templates = NarrativeTemplates::load(QStringLiteral(":"), family->id))
        writeNarrative(report, m_context.handbook, *templates);
    showReport(std::move(report), {}, true);
    m_tablePage->view().setFocus();
}

void MainWindow::chooseFile()
{
    const QString path
        = QFileDialog::getOpenFileName(this, tr("Open a report"), QFileInfo(m_path).absolutePath(),
            tr("Reports (%1);;All files (*)")
                .arg(QStringLiteral("*.mzr ") + readablePatterns().join(u' ')));
    if (!path.isEmpty())
        openFile(path);
}

void MainWindow::openFile(const QString &path)
{
    if (m_opening.isRunning() || m_preview || !mayDiscard())
        return;
    m_openingPath = path;
    m_openingStep = m_document.undoStack().index();
    m_progress->setRange(0, 0);
    m_progress->show();
    m_stopOpening->show();
    m_opening.setFuture(QtConcurrent::run([this, path](QPromise<Result<OpenedReport>> &promise) {
        const auto goOn = [&promise](int done, int all) {
            promise.setProgressRange(0, all);
            promise.setProgressValue(done);
            return !promise.isCanceled();
        };
        promise.addResult(openReport(path, m_context, goOn));
    }));
}

void MainWindow::opened()
{
    m_progress->hide();
    m_stopOpening->hide();
    if (m_opening.isCanceled()) {
        statusBar()->showMessage(readingStopped().message, 5000);
        emit openFinished(false);
        return;
    }
    const Result<OpenedReport> result = m_opening.result();
    // What was changed while the file was read has not been asked about.
    const bool changed = isTyping() || m_document.undoStack().index() != m_openingStep;
    if (result && changed && !mayDiscard()) {
        emit openFinished(false);
        return;
    }
    if (result && result->uncertain && m_asking)
        return preview(*result);
    if (result) {
        remember(m_openingPath);
        showReport(result->report, m_openingPath, result->isOwnFile);
    } else {
        tell(result.error());
    }
    emit openFinished(result.has_value());
}

void MainWindow::preview(const OpenedReport &opened)
{
    m_preview = new ImportPreview(opened, QFileInfo(m_openingPath).fileName(), m_context, this);
    m_preview->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_preview, &QDialog::finished, this, [this](int answer) {
        // Deleted only later; another file may be opened from here on.
        const ImportPreview *dialog = m_preview;
        m_preview = nullptr;
        const bool accepted = answer == QDialog::Accepted;
        if (accepted) {
            remember(m_openingPath);
            showReport(dialog->report(), m_openingPath, false);
        }
        emit openFinished(accepted);
    });
    m_preview->open();
}

void MainWindow::showReport(Report report, const QString &path, bool ownFile)
{
    dropTyping();
    m_path = ownFile ? path : QString();
    m_sourceName = QFileInfo(path).fileName();
    m_hasReport = true;
    leaveList();
    m_tablePage->showSheet(-1);
    m_besidePage->showSheet(-1);
    m_besidePage->hide();
    m_closeBeside->setEnabled(false);
    closeBesideText();
    m_document.setReport(std::move(report));
    showNotes();
    const bool anyTable = !m_document.report().sheets.empty();
    showTarget(anyTable ? 0 : -1, anyTable ? -1 : 0);
    showState();
    // What had the focus may be gone from view.
    const QWidget *focused = focusWidget();
    if (!focused || !focused->isVisible())
        (anyTable ? static_cast<QWidget *>(&m_tablePage->view()) : m_pages->currentWidget())
            ->setFocus();
}

bool MainWindow::save()
{
    if (!takeTyping())
        return false;
    return m_path.isEmpty() ? saveAs() : saveTo(m_path);
}

bool MainWindow::saveAs()
{
    if (!takeTyping())
        return false;
    const Identity &identity = m_document.report().identity;
    const QString proposed = m_path.isEmpty()
        ? QStringLiteral("%1-%2.mzr").arg(identity.agency).arg(identity.year)
        : m_path;
    QString path = QFileDialog::getSaveFileName(
        this, tr("Save the report"), proposed, tr("Report files (*.mzr)"));
    if (path.isEmpty())
        return false;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".mzr");
    return saveTo(path);
}

bool MainWindow::saveTo(const QString &path)
{
    const Done written = writeWhole(path, writeReportJson(m_document.report()));
    if (!written) {
        tell(written.error());
        return false;
    }
    m_path = path;
    m_document.undoStack().setClean();
    remember(path);
    statusBar()->showMessage(tr("Saved %1").arg(QFileInfo(path).fileName()), 4000);
    showState();
    return true;
}

void MainWindow::remember(const QString &path)
{
    QSettings settings;
    QStringList recent = settings.value("recent").toStringList();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    recent.removeAll(absolute);
    recent.prepend(absolute);
    settings.setValue("recent", recent.mid(0, mostRecent));
    showRecent();
}

void MainWindow::tell(const Error &error)
{
    if (QGuiApplication::platformName() == u"offscreen") {
        qWarning("%s", qUtf8Printable(error.text()));
        return;
    }
    QMessageBox::warning(this, tr("Mingzhang"), error.text());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayDiscard()) {
        event->ignore();
        return;
    }
    dropTyping();
    m_batch.stop();
    leaveList();
    QSettings settings;
    settings.setValue("geometry", saveGeometry());
    settings.setValue("state", saveState());
    settings.setValue("zoom", m_tablePage->zoom());
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().front().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openPath(event->mimeData()->urls().front().toLocalFile());
}

std::vector<QDockWidget *> MainWindow::docks() const
{
    return {m_contentsDock, m_chartsDock, m_findingsDock, m_numbersDock, m_notesDock};
}

/// Until the user has sized them, the lists at the bottom go by the window's height.
void MainWindow::sizeLists()
{
    m_listHeight = qBound(160, height() * 5 / 16, 360);
    resizeDocks({m_findingsDock}, {m_listHeight}, Qt::Vertical);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!std::exchange(m_arranged, true))
        sizeLists();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    const bool asSized = m_listHeight > 0 && qAbs(m_findingsDock->height() - m_listHeight) < 4;
    QMainWindow::resizeEvent(event);
    if (asSized)
        sizeLists();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_tablePage && m_styled != currentTheme().kind) {
        m_styled = currentTheme().kind;
        setStyleSheet(windowStyleSheet(currentTheme()));
        showVerdict();
        showRecent();
    }
}

// Editing

void MainWindow::changeIdentity()
{
    if (!takeTyping())
        return;
    NewReportDialog dialog(m_context.handbook, m_document.report().identity, this);
    dialog.fixFamily();
    if (dialog.exec() != QDialog::Accepted)
        return;
    Identity identity = dialog.identity();
    identity.family = m_document.report().identity.family;
    if (const Done changed = m_document.setIdentity(identity); !changed)
        tell(changed.error());
}

void MainWindow::addAccount()
{
    const int sheet = m_tablePage->sheetIndex();
    if (sheet < 0 || !takeTyping())
        return;
    const TableForm &form = *m_document.report().sheets[size_t(sheet)].form;
    AddAccountDialog dialog(m_context.handbook.accounts(form.accounts),
        m_document.report().identity.year, form.title, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const AccountCode code = dialog.code();
    if (const Done added = m_document.addAccount(sheet, code, dialog.name()); !added)
        return tell(added.error());
    const Sheet &table = m_document.report().sheets[size_t(sheet)];
    const int row = table.rowOf(code.toString());
    for (int column = 0; row >= 0 && column < table.columnCount(); ++column) {
        if (table.hasCell(row, column) && !m_document.totals().isTotal({sheet, row, column})) {
            goTo({sheet, row, column});
            break;
        }
    }
}

void MainWindow::removeRows()
{
    if (!takeTyping())
        return;
    const std::vector<int> rows = m_tablePage->view().selectedSheetRows();
    if (const Done removed = m_document.removeRows(m_tablePage->sheetIndex(), rows); !removed)
        tell(removed.error());
}

void MainWindow::fixTotal()
{
    const CellRef cell = m_tablePage->view().currentCell();
    if (!cell.isValid() || !m_document.totals().isTotal(cell) || !takeTyping())
        return;
    const Explanation said = explainCell(m_document, cell);
    bool accepted = false;
    const QString text = QInputDialog::getText(this, tr("Fix total"),
        tr("%1\nAmount to print instead of the computed one:").arg(said.place), QLineEdit::Normal,
        said.amount, &accepted);
    if (!accepted)
        return;
    if (const Done fixed = m_document.pin(cell, text); !fixed)
        tell(fixed.error());
}

void MainWindow::releaseTotal()
{
    const CellRef cell = m_tablePage->view().currentCell();
    if (!cell.isValid())
        return;
    if (const Done released = m_document.release(cell); !released)
        tell(released.error());
}

// Where the window looks

void MainWindow::goTo(CellRef cell)
{
    if (!cell.isValid() || !takeTyping())
        return;
    showTarget(cell.sheet, -1);
    m_tablePage->view().setCurrentCell(cell);
    m_tablePage->view().setFocus();
}

void MainWindow::showTable(const QString &kind)
{
    if (const int sheet = m_document.report().sheetOf(kind); sheet >= 0)
        showTarget(sheet, -1);
}

void MainWindow::showSection(const QString &title)
{
    const auto &sections = m_document.report().sections;
    bool counted = false;
    const size_t number = title.toUInt(&counted);
    if (counted && number < sections.size())
        return showTarget(-1, int(number));
    for (size_t i = 0; i < sections.size(); ++i) {
        if ((sections[i].number + sections[i].title).contains(title))
            return showTarget(-1, int(i));
    }
}

void MainWindow::showTarget(int sheet, int section)
{
    if (!takeTyping())
        return;
    if (sheet >= 0) {
        leaveList();
        if (m_tablePage->sheetIndex() != sheet)
            m_tablePage->showSheet(sheet);
        m_pages->setCurrentWidget(m_tableSplitter);
    } else if (section >= 0) {
        leaveList();
        const bool annex = m_annexPage->showSection(section);
        if (!annex)
            m_textPage->showSection(section);
        m_textPages->setCurrentWidget(annex ? static_cast<QWidget *>(m_annexPage) : m_textPage);
        m_pages->setCurrentWidget(m_textSplitter);
    }
    m_contents->showTarget({sheet, section});
    showSelection();
    showState();
}

void MainWindow::stepTable(int step)
{
    const int sheets = int(m_document.report().sheets.size());
    const int sheet = m_tablePage->sheetIndex() + step;
    if (sheet >= 0 && sheet < sheets)
        showTarget(sheet, -1);
}

void MainWindow::showNotes()
{
    m_notes->clear();
    for (const Note &note : m_document.report().notes)
        m_notes->addItem(QStringLiteral("%1 — %2").arg(note.place, note.text));
    m_notesButton->setText(tr("%n note(s) on reading", nullptr, m_notes->count()));
    m_notesAction->setVisible(m_notes->count() > 0);
    if (m_notes->count() == 0)
        m_notesDock->hide();
}

void MainWindow::showState()
{
    showVerdict();
    if (!m_hasReport && !isListShown())
        m_pages->setCurrentWidget(m_welcome);
    m_backToList->setEnabled(!m_batch.folder().isEmpty() && !isListShown());
    const Report &report = m_document.report();
    const Identity &identity = report.identity;
    const bool editable = m_hasReport && m_document.isEditable();
    const bool table = m_hasReport && m_pages->currentWidget() == m_tableSplitter;
    const int sheet = m_tablePage->sheetIndex();
    const bool accounts = table && sheet >= 0
        && report.sheets[size_t(sheet)].form->accounts != TableForm::Accounts::None;
    const CellRef cell = table ? m_tablePage->view().currentCell() : CellRef();
    const bool total = cell.isValid() && m_document.totals().isTotal(cell);
    showUnsaved();
    m_saveAs->setEnabled(m_hasReport);
    m_browse->setEnabled(m_hasReport);
    m_edit->setEnabled(m_hasReport);
    (editable ? m_edit : m_browse)->setChecked(true);
    showWritingState();
    m_identity->setEnabled(editable);
    m_addAccount->setEnabled(editable && accounts);
    m_removeRows->setEnabled(editable && accounts);
    m_fixTotal->setEnabled(editable && total);
    m_releaseTotal->setEnabled(editable && total && report.cell(cell).pinned);
    for (QDockWidget *dock : {m_contentsDock, m_chartsDock, m_findingsDock, m_numbersDock})
        dock->widget()->setEnabled(m_hasReport);
    for (QAction *action : m_gridActions)
        action->setEnabled(table && sheet >= 0 && (editable || action == m_gridActions.front()));

    const QString name = m_path.isEmpty() ? m_sourceName : QFileInfo(m_path).fileName();
    const QString subject = identity.agency.isEmpty() ? name
        : identity.year == 0                          ? identity.agency
                             : tr("%1 %2").arg(identity.agency).arg(identity.year);
    setWindowTitle(!m_hasReport
            ? tr("Mingzhang")
            : tr("%1[*] – Mingzhang").arg(subject.isEmpty() ? tr("New report") : subject));
    const FormFamily *family = m_context.handbook.family(identity.family);
    const bool english = tr("en", "language of names in data files") == u"en";
    m_identityText->setText(!m_hasReport
            ? QString()
            : tr("%1 · year %2 · %3")
                  .arg(identity.agency.isEmpty() ? tr("department not known") : identity.agency)
                  .arg(identity.year > 0 ? QString::number(identity.year) : tr("not known"))
                  .arg(family ? (english ? family->english : family->title) : tr("unknown form")));
    m_sourceText->setText(name.isEmpty() ? QString() : tr("File: %1").arg(name));
    QString unit;
    if (table && sheet >= 0)
        unit = report.sheets[size_t(sheet)].unit == Money::Unit::Yuan ? tr("yuan")
                                                                      : tr("10,000 yuan");
    m_unitText->setText(unit);
}

void MainWindow::showUnsaved()
{
    const bool changed = !m_document.undoStack().isClean() || isTyping();
    m_save->setEnabled(m_hasReport && (changed || m_path.isEmpty()));
    setWindowModified(changed);
}

void MainWindow::showSelection()
{
    const SheetModel *model = m_tablePage->view().sheetModel();
    QString text;
    if (model && m_pages->currentWidget() == m_tableSplitter
        && m_tablePage->view().selectionModel()) {
        const SelectionSummary summary
            = summarize(*model, m_tablePage->view().selectionModel()->selection());
        const Money::Unit unit = model->sheet().unit;
        const auto print = [unit](Money money, int decimals) {
            return money.toString(unit, qMax(decimals, 2), true);
        };
        if (summary.count > 0 && summary.sum) {
            text = tr("Sum %1 · count %2")
                       .arg(print(*summary.sum, summary.sum->neededDecimals(unit)))
                       .arg(summary.count);
            if (summary.count > 1)
                text = tr("%1 · average %2").arg(text, print(summary.average, 2));
        }
    }
    m_selectionText->setText(text);
}

}  // namespace mz
