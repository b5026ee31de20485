#include "app/gui/main_window.h"
#include "views/charts/report_charts.h"
#include "views/contents/contents_panel.h"
#include "views/findings/findings_panel.h"
#include "views/grid/form_view.h"
#include "views/narrative/numbers_panel.h"
#include "views/narrative/writing_page.h"
#include "views/pages/table_page.h"
#include "views/pages/text_page.h"
#include "views/pages/welcome_page.h"
#include "views/theme/theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QToolBar>
#include <QToolButton>

namespace mz {

namespace {

constexpr std::pair<Theme::Kind, const char *> themes[] = {{Theme::Kind::Light, "light"},
    {Theme::Kind::Dark, "dark"}, {Theme::Kind::HighContrast, "contrast"}};

}  // namespace

void MainWindow::buildMenus()
{
    buildFileMenu();
    buildEditMenu();
    buildWritingMenu();
    buildCheckMenu();
    buildViewMenu();
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&Keys"), this, [this] {
        QMessageBox::information(this, tr("Keys"),
            tr("Type to replace, F2 to edit, Enter and Tab to move on, Esc to leave.\n"
               "Del clears; on a fixed total it lets the total follow its sum again.\n"
               "F4 switches between browsing and editing.\n"
               "F8 and Shift+F8 go from finding to finding, F9 traces a cell.\n"
               "F7 and Shift+F7 go to numbers of the text that are not checked or disagree;\n"
               "Shift+F9 goes from a cell to the sentences that use it.\n"
               "Ctrl+PgUp and Ctrl+PgDn go to the table before and after.\n"
               "Ctrl+Shift+Ins adds an account, Ctrl+Shift+Del removes rows.\n"
               "Ctrl++ and Ctrl+- change the size, Ctrl+0 resets it.\n"
               "F6 goes from panel to panel."));
    });
    help->addAction(tr("&About Mingzhang"), this, [this] {
        QMessageBox::about(this, tr("About Mingzhang"),
            tr("Mingzhang %1\nFinal accounts of departments: typed, computed, checked.\n"
               "Free software under the GNU General Public License, version 3 or later.")
                .arg(QCoreApplication::applicationVersion()));
    });
}

void MainWindow::buildFileMenu()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    m_new = file->addAction(tr("&New report…"), this, &MainWindow::newReport);
    m_new->setShortcut(QKeySequence::New);
    m_open = file->addAction(tr("&Open…"), this, &MainWindow::chooseFile);
    m_open->setShortcut(QKeySequence::Open);
    m_recentMenu = file->addMenu(tr("Open &recent"));
    file->addSeparator();
    file->addAction(tr("&Check a folder…"), this, &MainWindow::chooseFolder)
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    m_backToList = file->addAction(tr("&Back to the list"), this, &MainWindow::showList);
    m_backToList->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    file->addSeparator();
    m_save = file->addAction(tr("&Save"), this, &MainWindow::save);
    m_save->setShortcut(QKeySequence::Save);
    m_saveAs = file->addAction(tr("Save &as…"), this, &MainWindow::saveAs);
    m_saveAs->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    file->addSeparator();
    file->addAction(tr("&Quit"), this, &QWidget::close)->setShortcut(QKeySequence::Quit);
}

void MainWindow::buildEditMenu()
{
    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    m_undo = edit->addAction(tr("Undo"), this, &MainWindow::undo);
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo = edit->addAction(tr("Redo"), this, &MainWindow::redo);
    m_redo->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    QUndoStack &steps = m_document.undoStack();
    const auto follow = [](QAction *action, const QString &word) {
        action->setEnabled(false);
        return [action, word](
                   const QString &step) { action->setText((word + u' ' + step).trimmed()); };
    };
    connect(&steps, &QUndoStack::undoTextChanged, this, follow(m_undo, tr("Undo")));
    connect(&steps, &QUndoStack::redoTextChanged, this, follow(m_redo, tr("Redo")));
    connect(&steps, &QUndoStack::canUndoChanged, m_undo, &QAction::setEnabled);
    connect(&steps, &QUndoStack::canRedoChanged, m_redo, &QAction::setEnabled);
    edit->addSeparator();
    FormView &view = m_tablePage->view();
    const auto gridAction = [&](const QString &text, const QKeySequence &keys, auto slot) {
        QAction *action = edit->addAction(text, this, [&view, slot] { (view.*slot)(); });
        // The grid itself handles the keys; here they are only shown.
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_gridActions.push_back(action);
    };
    gridAction(tr("&Copy"), QKeySequence::Copy, &FormView::copySelection);
    gridAction(tr("&Paste"), QKeySequence::Paste, &FormView::pasteClipboard);
    gridAction(tr("C&lear"), QKeySequence(Qt::Key_Delete), &FormView::clearSelectionAmounts);

    QMenu *report = menuBar()->addMenu(tr("&Report"));
    auto *modes = new QActionGroup(this);
    m_browse = report->addAction(tr("Browse"));
    m_edit = report->addAction(tr("Edit"));
    m_browse->setToolTip(tr("Look only: nothing can be changed by accident (F4)"));
    m_edit->setToolTip(tr("Change amounts and rows (F4)"));
    for (QAction *mode : {m_browse, m_edit}) {
        mode->setCheckable(true);
        modes->addAction(mode);
    }
    connect(m_browse, &QAction::triggered, this, [this] { setEditing(false); });
    connect(m_edit, &QAction::triggered, this, [this] { setEditing(true); });
    auto *toggle = new QAction(this);
    toggle->setShortcut(Qt::Key_F4);
    addAction(toggle);
    connect(toggle, &QAction::triggered, this, [this] {
        if (m_hasReport)
            setEditing(!m_document.isEditable());
    });
    report->addSeparator();
    m_identity = report->addAction(tr("&Department and year…"), this, &MainWindow::changeIdentity);
    m_addAccount = report->addAction(tr("&Add account…"), this, &MainWindow::addAccount);
    m_addAccount->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Insert));
    m_removeRows = report->addAction(tr("Re&move rows"), this, &MainWindow::removeRows);
    m_removeRows->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete));
    report->addSeparator();
    m_fixTotal = report->addAction(tr("&Fix total…"), this, &MainWindow::fixTotal);
    m_releaseTotal
        = report->addAction(tr("&Let total follow its sum"), this, &MainWindow::releaseTotal);
    for (QAction *action : {m_addAccount, m_removeRows, m_fixTotal, m_releaseTotal})
        view.addAction(action);
    view.setContextMenuPolicy(Qt::ActionsContextMenu);
}

void MainWindow::buildViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    for (QDockWidget *dock : docks())
        menu->addAction(dock->toggleViewAction());
    menu->addSeparator();
    menu->addAction(tr("&Larger"), this, [this] { m_tablePage->setZoom(m_tablePage->zoom() + 10); })
        ->setShortcuts(
            {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    menu->addAction(
            tr("&Smaller"), this, [this] { m_tablePage->setZoom(m_tablePage->zoom() - 10); })
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Minus));
    menu->addAction(tr("&Actual size"), this, [this] { m_tablePage->setZoom(100); })
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));
    menu->addSeparator();
    menu->addAction(tr("&Previous table"), this, [this] { stepTable(-1); })
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageUp));
    menu->addAction(tr("&Next table"), this, [this] { stepTable(1); })
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageDown));
    menu->addAction(tr("Next panel"), this, &MainWindow::nextPanel)->setShortcut(Qt::Key_F6);
    menu->addSeparator();
    QMenu *appearance = menu->addMenu(tr("Appearance"));
    m_themes = new QActionGroup(this);
    const QStringList names{tr("Light"), tr("Dark"), tr("High contrast")};
    for (size_t i = 0; i < std::size(themes); ++i) {
        QAction *action
            = appearance->addAction(names[qsizetype(i)], this, [this, i] { setTheme(int(i)); });
        action->setCheckable(true);
        action->setChecked(currentTheme().kind == themes[i].first);
        m_themes->addAction(action);
    }
}

/// The page counts as one panel, whatever it shows.
void MainWindow::nextPanel()
{
    QWidget *page = m_pages->currentWidget();
    if (page == m_tableSplitter)
        page = &m_tablePage->view();
    else if (page == m_textSplitter)
        page = m_textPages->currentWidget();
    const std::vector<QWidget *> panels{m_contents, page, m_charts, m_findings, m_numbers, m_notes};
    const QWidget *focused = QApplication::focusWidget();
    size_t at = 0;
    while (at < panels.size() && !panels[at]->isAncestorOf(focused) && panels[at] != focused)
        ++at;
    for (size_t i = 1; i <= panels.size(); ++i) {
        QWidget *next = panels[(at + i) % panels.size()];
        // Of tabs that lie over each other all but one stand outside of the window.
        if (next->isVisible() && next->isEnabled()
            && rect().intersects({next->mapTo(this, QPoint()), next->size()}))
            return next->setFocus(Qt::TabFocusReason);
    }
}

/// The panel with the focus says so in its title.
void MainWindow::markFocusedDock(const QWidget *focused)
{
    for (QDockWidget *dock : docks()) {
        const bool has = focused && dock->isAncestorOf(focused);
        if (dock->property("focused").toBool() == has)
            continue;
        dock->setProperty("focused", has);
        style()->unpolish(dock);
        style()->polish(dock);
    }
}

void MainWindow::setTheme(int kind)
{
    setCurrentTheme(themes[size_t(kind)].first);
    QSettings().setValue("theme", themes[size_t(kind)].second);
}

void MainWindow::buildToolBar()
{
    QToolBar *bar = addToolBar(tr("Tools"));
    bar->setObjectName("toolBar");
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    const auto plain = [this](QAction *action, const QString &text) {
        auto *copy = new QAction(text, this);
        copy->setToolTip(action->toolTip());
        copy->setEnabled(action->isEnabled());
        connect(copy, &QAction::triggered, action, &QAction::trigger);
        connect(action, &QAction::changed, copy, [action, copy] {
            copy->setEnabled(action->isEnabled());
            copy->setToolTip(action->toolTip());
        });
        return copy;
    };
    bar->addAction(plain(m_open, tr("Open")));
    bar->addAction(plain(m_save, tr("Save")));
    QAction *back = plain(m_backToList, tr("List"));
    back->setToolTip(tr("Back to the files of the folder (Alt+Left)"));
    back->setVisible(false);
    connect(m_backToList, &QAction::changed, back,
        [this, back] { back->setVisible(m_backToList->isEnabled()); });
    bar->addAction(back);
    bar->addAction(plain(m_undo, QStringLiteral("↶")));
    bar->addAction(plain(m_redo, QStringLiteral("↷")));
    bar->addSeparator();
    bar->addAction(m_browse);
    bar->addAction(m_edit);
    bar->addSeparator();
    bar->addAction(plain(m_addAccount, tr("Add account")));
    auto *gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    m_verdict = new QLabel(bar);
    m_verdict->setObjectName("verdict");
    bar->addWidget(m_verdict);
    bar->addAction(plain(m_previousFinding, tr("Previous")));
    bar->addAction(plain(m_nextFinding, tr("Next")));
    m_notesButton = new QToolButton(bar);
    m_notesButton->setObjectName("notesButton");
    m_notesAction = bar->addWidget(m_notesButton);
    m_notesAction->setVisible(false);
    connect(m_notesButton, &QToolButton::clicked, this,
        [this] { m_notesDock->setVisible(!m_notesDock->isVisible()); });
}

void MainWindow::showRecent()
{
    const QStringList recent = QSettings().value("recent").toStringList();
    m_recentMenu->clear();
    for (const QString &path : recent) {
        QString name = QFileInfo(path).fileName();
        name.replace(u'&', QStringLiteral("&&"));
        QAction *action = m_recentMenu->addAction(name, this, [this, path] { openFile(path); });
        action->setToolTip(path);
    }
    m_recentMenu->setEnabled(!recent.isEmpty());
    m_welcome->setRecent(recent);
}

}  // namespace mz
