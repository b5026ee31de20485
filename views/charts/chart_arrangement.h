#pragma once

#include "views/charts/chart_text.h"

#include <QLineF>

namespace mz {

/// The bar of one amount.
struct ChartBar
{
    int row = 0;
    int series = 0;
    QRectF rect;  ///< The coloured part; no width when the amount is zero.
    QRectF area;  ///< Where mouse and keyboard find it; never empty.
};

/// Bars that share one line of the chart: all parts of a stacked row, or a
/// single bar of a grouped one.
struct ChartStrip
{
    QRectF plot;
    std::vector<std::pair<int, double>> lengths;  ///< Series and length, in fen.
};

struct ChartLegendMark
{
    QRectF rect;
    int series = 0;
};

/// Where everything of a chart stands at a given width, in the pixels of the
/// widget. The widget, the picture and the SVG are drawn from this, and the
/// mouse is looked up in it.
struct ChartArrangement
{
    QSizeF size;
    double low = 0;  ///< Fen at the left and at the right end of every strip.
    double high = 1;
    std::vector<ChartText> texts;
    std::vector<ChartLegendMark> legend;
    std::vector<ChartStrip> strips;
    std::vector<ChartBar> bars;    ///< In reading order.
    std::vector<QLineF> partings;  ///< Between the parts of a row, not by colour alone.
    std::vector<QLineF> baselines;
};

enum class ChartHeadings { Left, Drawn };  ///< Title, subtitle and footnote.

ChartArrangement arrangeChart(const ChartData &data, const QFont &font, qreal width,
    ChartHeadings headings = ChartHeadings::Left);

}  // namespace mz
