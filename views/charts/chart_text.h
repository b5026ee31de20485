#pragma once

#include "views/charts/chart_data.h"
#include "views/theme/theme.h"

#include <QFont>
#include <QRectF>

namespace mz {

/// One line of text at its place. A wrapped text becomes several of these.
struct ChartText
{
    enum class Role { Title, Subtitle, Legend, Label, Total, Amount, OnBar, Footnote };

    Role role = Role::Label;
    QString text;
    QRectF rect;       ///< What the glyphs may cover; no two of these overlap.
    QPointF baseline;  ///< Left end of the line the glyphs stand on.
    int row = -1;
    int series = -1;
};

/// The font of a text, from the font of the view.
QFont chartFont(ChartText::Role role, const QFont &base);

QColor chartInk(const ChartText &text, ChartData::Style style, const Theme &theme);
QColor chartBarColor(ChartData::Style style, int series, const Theme &theme);

/// "1,939.12 · 53.59%"
QString chartAmount(const ChartValue &value);

/// Broken at words, or anywhere when a word is longer than the line. Nothing is
/// left out but the spaces at the breaks.
QStringList wrappedLines(const QString &text, const QFont &font, qreal width);

/// One amount in words, for a tool tip and for the keyboard.
QString chartValueSentence(const ChartData &data, int row, int series);
/// Every amount of the chart, for a screen reader.
QString chartSentence(const ChartData &data);

}  // namespace mz
