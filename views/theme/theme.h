#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

namespace mz {

/// The colours of one appearance of the window (light, dark, high contrast).
/// Every view asks here; none holds a colour of its own.
struct Theme
{
    enum class Kind { Light, Dark, HighContrast };

    Kind kind = Kind::Light;
    QColor window, page, text, muted, lines, heading, accent;
    QColor error, errorBack, pinned, pinnedBack, good;
    QColor totalBack;      ///< The trace of grey behind a total.
    QColor selectionBack;  ///< Behind selected cells and the current entry of a list.
    QColor basic, project, budget, actual;  ///< Charts: 基本, 项目, 预算, 决算.
    QColor onBasic, onProject;              ///< Text printed on those bars.

    static const Theme &of(Kind kind);
    QPalette palette() const;
};

/// The appearance in use. Set once at start and by the View menu.
const Theme &currentTheme();
void setCurrentTheme(Theme::Kind kind);

/// "Noto Sans CJK SC" by name (elsewhere a system may fall back to Japanese
/// glyphs), with tabular digits. Size in points; 0 means the size for work.
QFont uiFont(qreal points = 0, QFont::Weight weight = QFont::Normal);

}  // namespace mz
