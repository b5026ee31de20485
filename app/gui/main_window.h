#pragma once

#include "model/document/batch_run.h"
#include "model/document/chart_figures.h"
#include "model/document/check_session.h"
#include "model/document/report_file.h"
#include "model/narrative/claim.h"
#include "views/theme/theme.h"
#include <QFutureWatcher>
#include <QMainWindow>
#include <QPointer>

class QActionGroup;
class QLabel;
class QSplitter;
class QListWidget;
class QMenu;
class QProgressBar;
class QToolButton;
class QStackedWidget;

namespace mz {

struct ChangedText;
class AnnexPage;
class BatchPage;
class ContentsModel;
class ContentsPanel;
class ClaimsModel;
class FindingsPanel;
class ImportPreview;
class NumbersPanel;
class ReportCharts;
class SideFiguresPage;
class TablePage;
class TextGapsPage;
class TextPage;
class TypingDelegate;
class WelcomePage;
class WritingPage;

/// The window: contents, page, charts, notes. Wiring only.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(const ReadingContext &context, ChartFigures figures);
    ~MainWindow() override;

    /// Reads the file in the background and shows it; where something in it is
    /// uncertain, the user is asked first.
    void openFile(const QString &path);
    /// Whether the user is asked; else an uncertain file opens as it was read.
    void setAsking(bool asking) { m_asking = asking; }
    /// Reads and checks all files of the folder in the background and lists them.
    void checkFolder(const QString &folder);
    /// A file or a folder.
    void openPath(const QString &path);
    ReportDocument &document() { return m_document; }
    TablePage &tablePage() { return *m_tablePage; }
    /// Reads last year's report in the background and takes its figures.
    void takeLastYearFrom(const QString &path);
    /// The table of this kind; nothing changes where the report has none.
    void showTable(const QString &kind);
    /// The first section with this in its number or title, or of this number in the
    /// outline; likewise.
    void showSection(const QString &title);
    /// What the numbers of the text say; comes with every check.
    void showReading(const NarrativeReading &reading);

signals:
    /// A file was opened (or could not be); the window shows what there is.
    void openFinished(bool opened);
    /// All files of the folder are checked, or the check was stopped.
    void folderFinished();
    /// Last year's figures were taken from a report, or could not be.
    void lastYearTaken(bool taken);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildPages();
    void buildDocks();
    void buildBatch();
    void buildChecks();
    void buildText();
    void buildTextMenu(QMenu &menu);
    void buildCheckMenu();
    void buildWriting();
    void buildWritingMenu();
    void editSection(int section);
    void showWriting(int page);
    void showWritingState();
    void takeLastYear();
    void lastYearRead();
    void buildMenus();
    void buildFileMenu();
    void buildEditMenu();
    void buildViewMenu();
    void buildToolBar();
    void buildStatusBar();
    void restore();
    void sizeLists();
    void nextPanel();
    void markFocusedDock(const QWidget *focused);

    void showClaim(int claim);
    void showBesideText(int claim);
    void showTableBesideText(const std::vector<CellRef> &cells);
    void showCellsLater();
    void bindNumber(int claim);
    void closeBesideText();
    void sentencesOfCell();
    void chooseFolder();
    void exportList();
    void showList();
    void leaveList();
    bool isListShown() const;
    /// Takes over what is being typed, in whatever table. False: it was refused, and
    /// what was to be done must wait.
    bool takeTyping();
    void dropTyping();
    bool isTyping() const;
    void watchTyping();
    void setEditing(bool editing);
    void undo();
    void redo();
    void stepBack(void (QUndoStack::*step)());
    void showStep(const Report &before);
    void showTextChange(const ChangedText &changed);
    void applyFix(const Finding &finding);
    void showChange();
    void showUnsaved();
    void newReport();
    void chooseFile();
    bool save();
    bool saveAs();
    bool saveTo(const QString &path);
    bool mayDiscard();
    void opened();
    void preview(const OpenedReport &opened);
    void showReport(Report report, const QString &path, bool ownFile);
    void changeIdentity();
    void addAccount();
    void removeRows();
    void fixTotal();
    void releaseTotal();
    void showFinding(const Finding &finding);
    void showFindingText(const Finding &finding);
    void showFindingPlace(const FindingText &text);
    bool isAnnexShown() const;
    void showAnnex(int section, int block);
    void showAnnexCell(const TextPlace &place, int row, int cell);
    void showVerdict();
    void traceCell();
    void tryRules();
    void goTo(CellRef cell);
    void showTarget(int sheet, int section);
    void stepTable(int step);
    void setTheme(int kind);
    void showState();
    void showSelection();
    void showNotes();
    void remember(const QString &path);
    void showRecent();
    void tell(const Error &error);

    const ReadingContext &m_context;
    ReportDocument m_document;
    ChartFigures m_figures;
    std::unique_ptr<ContentsModel> m_contentsModel;
    QString m_path;        ///< The .mzr that saving writes; "" where there is none yet.
    QString m_sourceName;  ///< Name of the file that was opened.
    bool m_hasReport = false;
    QFutureWatcher<Result<OpenedReport>> m_opening;
    QString m_openingPath;
    int m_openingStep = 0;              ///< Of the undo stack, when the reading began.
    QPointer<ImportPreview> m_preview;  ///< While the user is asked.
    bool m_asking = true;

    QList<TypingDelegate *> m_typing;  ///< Of all tables.
    CellRef m_changedCell;             ///< By the last step.
    std::unique_ptr<ClaimsModel> m_claims;
    QSplitter *m_textSplitter = nullptr;    ///< The text, and the table of a number.
    QStackedWidget *m_textPages = nullptr;  ///< The text, and the annexes as tables.
    TablePage *m_textBesidePage = nullptr;  ///< The table that a number was compared with.
    NumbersPanel *m_numbers = nullptr;
    QDockWidget *m_numbersDock = nullptr;
    BatchRun m_batch;
    BatchPage *m_batchPage = nullptr;
    QAction *m_backToList = nullptr;
    std::vector<QDockWidget *> docks() const;
    std::vector<QDockWidget *> m_besideList;  ///< Hidden while the list is shown.
    std::unique_ptr<CheckSession> m_checks;
    QStackedWidget *m_pages = nullptr;
    QSplitter *m_tableSplitter = nullptr;  ///< The table, and the other side of a finding.
    TablePage *m_besidePage = nullptr;
    FindingsPanel *m_findings = nullptr;
    QDockWidget *m_findingsDock = nullptr;
    QLabel *m_verdict = nullptr;
    QAction *m_nextFinding = nullptr, *m_previousFinding = nullptr, *m_closeBeside = nullptr;
    WelcomePage *m_welcome = nullptr;
    TablePage *m_tablePage = nullptr;
    TextPage *m_textPage = nullptr;
    AnnexPage *m_annexPage = nullptr;
    SideFiguresPage *m_sideFiguresPage = nullptr;
    TextGapsPage *m_textGapsPage = nullptr;
    WritingPage *m_writingPage = nullptr;
    QAction *m_writeAll = nullptr, *m_writeSection = nullptr, *m_publishSection = nullptr;
    QAction *m_editSection = nullptr, *m_followTemplates = nullptr;
    QAction *m_insertField = nullptr, *m_changeField = nullptr, *m_acceptOffer = nullptr;
    QFutureWatcher<Result<OpenedReport>> m_readingLastYear;
    QString m_lastYearPath;
    ContentsPanel *m_contents = nullptr;
    ReportCharts *m_charts = nullptr;
    QListWidget *m_notes = nullptr;
    QDockWidget *m_contentsDock = nullptr, *m_chartsDock = nullptr, *m_notesDock = nullptr;
    QMenu *m_recentMenu = nullptr;
    QAction *m_save = nullptr, *m_saveAs = nullptr, *m_browse = nullptr, *m_edit = nullptr,
            *m_addAccount = nullptr, *m_removeRows = nullptr, *m_fixTotal = nullptr,
            *m_releaseTotal = nullptr, *m_identity = nullptr, *m_undo = nullptr, *m_redo = nullptr,
            *m_open = nullptr, *m_new = nullptr;
    QActionGroup *m_themes = nullptr;
    std::vector<QAction *> m_gridActions;  ///< Copy, paste, clear.
    bool m_arranged = false;               ///< The panels have their sizes.
    int m_listHeight = 0;                  ///< That the program gave to the lists.
    QLabel *m_identityText = nullptr, *m_sourceText = nullptr, *m_selectionText = nullptr,
           *m_unitText = nullptr, *m_zoomText = nullptr;
    QProgressBar *m_progress = nullptr;
    QToolButton *m_stopOpening = nullptr;
    QAction *m_notesAction = nullptr;      ///< Of the button: a tool bar hides by actions.
    QToolButton *m_notesButton = nullptr;  ///< Shows the notes panel.
    Theme::Kind m_styled = Theme::Kind::Light;
};

}  // namespace mz
