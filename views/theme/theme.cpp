#include "views/theme/theme.h"

#include <QApplication>

#include <array>

namespace mz {

namespace {

Theme lightTheme()
{
    Theme theme;
    theme.kind = Theme::Kind::Light;
    theme.window = "#f4f5f7";
    theme.page = "#ffffff";
    theme.text = "#1d2430";
    theme.muted = "#6b7483";
    theme.lines = "#d9dde3";
    theme.heading = "#eef1f5";
    theme.accent = "#1f5fbf";
    theme.error = "#b3261e";
    theme.errorBack = "#fde8e6";
    theme.pinned = "#8a5a00";
    theme.pinnedBack = "#fff3d6";
    theme.good = "#2e7d4f";
    theme.totalBack = "#f7f8fa";
    theme.selectionBack = "#e3edfb";
    theme.basic = "#1f5fbf";
    theme.project = "#e08a1e";
    theme.budget = "#9db8de";
    theme.actual = "#1f5fbf";
    theme.onBasic = "#ffffff";
    theme.onProject = "#1d1405";  // white would reach only 2.6 : 1 on the orange
    return theme;
}

Theme darkTheme()
{
    Theme theme;
    theme.kind = Theme::Kind::Dark;
    theme.window = "#1b1e24";
    theme.page = "#22262e";
    theme.text = "#e6e9ee";
    theme.muted = "#98a2b3";
    theme.lines = "#353b46";
    theme.heading = "#2a2f38";
    theme.accent = "#7fb0ff";
    theme.error = "#ff9b91";
    theme.errorBack = "#4a2523";
    theme.pinned = "#f0c060";
    theme.pinnedBack = "#453714";
    theme.good = "#7cc79a";
    theme.totalBack = "#262b33";
    theme.selectionBack = "#253552";
    theme.basic = "#6ea6ff";
    theme.project = "#f0a94a";
    theme.budget = "#40567a";
    theme.actual = "#6ea6ff";
    theme.onBasic = "#0c1524";
    theme.onProject = "#1d1405";
    return theme;
}

/// White and yellow on black: every text reaches 7 : 1, every line is drawn in
/// full strength, and no state has a tinted background of its own.
Theme highContrastTheme()
{
    Theme theme;
    theme.kind = Theme::Kind::HighContrast;
    theme.window = "#000000";
    theme.page = "#000000";
    theme.text = "#ffffff";
    theme.muted = "#dadada";
    theme.lines = "#b4b4b4";
    theme.heading = "#1c1c1c";
    theme.accent = "#ffe100";
    theme.error = "#ff9c9c";
    theme.errorBack = "#3a0000";
    theme.pinned = "#ffc46b";
    theme.pinnedBack = "#2e1d00";
    theme.good = "#7dffa8";
    theme.totalBack = "#141414";
    theme.selectionBack = "#00366b";
    theme.basic = "#6cc4ff";
    theme.project = "#ffc46b";
    theme.budget = "#b4b4b4";
    theme.actual = "#6cc4ff";
    theme.onBasic = "#000000";
    theme.onProject = "#000000";
    return theme;
}

Theme::Kind &kindInUse()
{
    static Theme::Kind kind = Theme::Kind::Light;
    return kind;
}

/// Between two colours; 0 gives the first, 1 the second.
QColor between(const QColor &first, const QColor &second, double part)
{
    const auto mix = [part](int a, int b) { return qRound(a + (b - a) * part); };
    return QColor(mix(first.red(), second.red()), mix(first.green(), second.green()),
        mix(first.blue(), second.blue()));
}

}  // namespace

const Theme &Theme::of(Kind kind)
{
    static const std::array<Theme, 3> themes{lightTheme(), darkTheme(), highContrastTheme()};
    return themes[static_cast<size_t>(kind)];
}

QPalette Theme::palette() const
{
    const bool light = kind == Kind::Light;
    const QColor onAccent = light ? QColor(Qt::white) : QColor(0x0c1524);
    const QColor edge = between(lines, text, 0.25);

    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, page);
    palette.setColor(QPalette::AlternateBase, totalBack);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::Button, light ? page : heading);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, error);
    palette.setColor(QPalette::ToolTipBase, light ? text : heading);
    palette.setColor(QPalette::ToolTipText, light ? page : text);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, onAccent);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, between(accent, muted, 0.4));
    palette.setColor(QPalette::Light, light ? page : between(heading, text, 0.15));
    palette.setColor(QPalette::Midlight, between(page, lines, 0.5));
    palette.setColor(QPalette::Mid, lines);
    palette.setColor(QPalette::Dark, edge);
    palette.setColor(QPalette::Shadow, light ? between(lines, text, 0.6) : QColor(Qt::black));

    const QColor faded = between(muted, window, kind == Kind::HighContrast ? 0.3 : 0.4);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
             QPalette::PlaceholderText, QPalette::Link, QPalette::LinkVisited})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Base, window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, lines);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, muted);
    return palette;
}

const Theme &currentTheme() { return Theme::of(kindInUse()); }

void setCurrentTheme(Theme::Kind kind)
{
    kindInUse() = kind;
    QApplication::setPalette(Theme::of(kind).palette());
}

QFont uiFont(qreal points, QFont::Weight weight)
{
    constexpr qreal WorkPoints = 9.75;  // 13 px at 96 dpi
    QFont font(QStringList{"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC"});
    font.setPointSizeF(points > 0 ? points : WorkPoints);
    font.setWeight(weight);
    return font;
}

}  // namespace mz
