#include "views/theme/style_sheet.h"

#include "views/theme/theme.h"

namespace mz {

QString windowStyleSheet(const Theme &theme)
{
    QString sheet = QStringLiteral(R"(
QToolButton { background: @page; color: @text; border: 1px solid @lines; border-radius: 6px; padding: 2px 8px; }
QToolButton:hover, QComboBox:hover { border-color: @muted; }
QToolButton:focus, QComboBox:focus, QDockWidget QLineEdit:focus, mz--BatchPage QLineEdit:focus { border-color: @accent; }
QToolButton:pressed { background: @heading; }
QToolButton:checked { background: @selection; border-color: @selection; color: @accent; }
QToolButton:disabled { color: @muted; border-color: @heading; }
QToolButton[autoRaise="true"] { background: transparent; border-color: transparent; padding: 2px; }
QToolButton[autoRaise="true"]:hover { border-color: @lines; }
QToolButton[autoRaise="true"]:focus { border-color: @accent; }
QToolButton::menu-indicator { width: 0; }
QComboBox, QDockWidget QLineEdit, mz--BatchPage QLineEdit { background: @page; color: @text; border: 1px solid @lines; border-radius: 6px; padding: 2px 6px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; border-left: 4px solid @page; border-right: 4px solid @page; border-top: 5px solid @muted; }
QComboBox QAbstractItemView { background: @page; color: @text; border: 1px solid @lines; selection-background-color: @selection; selection-color: @accent; }
QToolBar { background: @page; border: none; border-bottom: 1px solid @lines; spacing: 8px; padding: 6px 8px; }
QToolBar QToolButton[autoRaise="true"] { background: @page; border-color: @lines; padding: 4px 10px; }
QToolBar QToolButton[autoRaise="true"]:hover { border-color: @muted; }
QToolBar QToolButton[autoRaise="true"]:focus { border-color: @accent; }
QToolBar QToolButton[autoRaise="true"]:pressed { background: @heading; }
QToolBar QToolButton[autoRaise="true"]:checked { background: @selection; border-color: @selection; color: @accent; font-weight: 600; }
QToolBar QToolButton[autoRaise="true"]:disabled { border-color: @heading; }
#chip { border: 1px solid @lines; border-radius: 10px; padding: 2px 10px; background: @page; }
#chip:checked { background: @selection; border-color: @selection; color: @accent; font-weight: 600; }
QMenuBar { background: @page; border-bottom: 1px solid @lines; }
QMenuBar::item { padding: 5px 10px; background: transparent; }
QMenuBar::item:selected { background: @selection; color: @accent; }
QStatusBar { background: @window; border-top: 1px solid @lines; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @muted; padding: 0 8px; }
QDockWidget { color: @muted; titlebar-close-icon: none; }
QDockWidget::title { background: @page; padding: 6px 12px; text-align: left; }
QDockWidget[focused="true"] { color: @accent; font-weight: 600; }
QTableView { gridline-color: @lines; }
mz--TextPage { border: 1px solid @page; }
mz--TextPage:focus { border: 1px solid @accent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMainWindow::separator { background: @lines; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @lines; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: @page; }
)");
    const std::pair<QLatin1String, QColor> colors[] = {{QLatin1String("@page"), theme.page},
        {QLatin1String("@lines"), theme.lines}, {QLatin1String("@text"), theme.text},
        {QLatin1String("@muted"), theme.muted}, {QLatin1String("@heading"), theme.heading},
        {QLatin1String("@selection"), theme.selectionBack},
        {QLatin1String("@accent"), theme.accent}, {QLatin1String("@window"), theme.window}};
    for (const auto &[name, color] : colors)
        sheet.replace(name, color.name());
    return sheet;
}

}  // namespace mz
