#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace mz {

/// One amount of a chart, with its words as they are to be printed.
struct ChartValue
{
    qint64 fen = 0;   ///< Gives the length of the bar; may be negative.
    QString amount;   ///< As printed, in the unit of the table: "1,939.12".
    QString share;    ///< "53.59%"; empty when a share says nothing.
    int target = -1;  ///< The caller's own number for the cell behind the amount.

    bool operator==(const ChartValue &) const = default;
};

/// One label and its amounts: exactly one for each series of the chart.
struct ChartRow
{
    QString label;  ///< Printed in full, wrapped when long. May be empty.
    std::vector<ChartValue> values;
    QString total;       ///< Printed at the right of the label; may be empty.
    bool whole = false;  ///< The sum of the other rows: a thick bar with its amounts on it.

    bool operator==(const ChartRow &) const = default;
};

/// All that a chart shows; no colour and no size.
struct ChartData
{
    enum class Style {
        Stacked,  ///< One bar a row; its parts add up (基本, 项目).
        Grouped,  ///< One bar an amount, side by side, never added (预算, 决算).
    };

    Style style = Style::Stacked;
    QString title;
    QString subtitle;
    QStringList series;       ///< "基本支出", "项目支出".
    QStringList shortSeries;  ///< For the room on a bar: "基本", "项目". May be empty.
    std::vector<ChartRow> rows;
    QString emptyReason;  ///< When set there is nothing to draw, and this says why.
    QString footnote;

    bool operator==(const ChartData &) const = default;
};

}  // namespace mz
