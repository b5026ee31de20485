#include "views/charts/bar_chart_scene.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QPen>
#include <QValueAxis>

namespace mz {

namespace {

/// One chart a strip: Qt Charts spaces the bars of a chart evenly, but here a
/// label of several lines may stand above any of them.
QChart *stripChart(const ChartStrip &strip, const ChartArrangement &arrangement,
    ChartData::Style style, const Theme &theme)
{
    auto *series = new QHorizontalStackedBarSeries;
    series->setBarWidth(1);
    series->setLabelsVisible(false);
    for (const auto &[index, length] : strip.lengths) {
        auto *set = new QBarSet({});
        set->append(length);
        set->setBrush(chartBarColor(style, index, theme));
        set->setPen(Qt::NoPen);
        series->append(set);
    }

    auto *chart = new QChart;
    chart->addSeries(series);
    chart->legend()->hide();
    chart->setBackgroundVisible(false);
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);

    auto *amounts = new QValueAxis(chart);
    amounts->setRange(arrangement.low, arrangement.high);
    amounts->hide();
    chart->addAxis(amounts, Qt::AlignBottom);
    series->attachAxis(amounts);
    auto *categories = new QBarCategoryAxis(chart);
    categories->append("0");
    categories->hide();
    chart->addAxis(categories, Qt::AlignLeft);
    series->attachAxis(categories);

    chart->setGeometry(QRectF({}, arrangement.size));
    chart->setPlotArea(strip.plot);
    return chart;
}

}  // namespace

std::unique_ptr<QGraphicsScene> barChartScene(const ChartArrangement &arrangement,
    const ChartData &data, const QFont &font, const Theme &theme)
{
    auto scene = std::make_unique<QGraphicsScene>(QRectF({}, arrangement.size));
    scene->setItemIndexMethod(QGraphicsScene::NoIndex);
    for (const QLineF &line : arrangement.baselines)
        scene->addLine(line, QPen(theme.muted, 1, Qt::SolidLine, Qt::FlatCap));
    for (const ChartStrip &strip : arrangement.strips)
        scene->addItem(stripChart(strip, arrangement, data.style, theme));

    for (const QLineF &line : arrangement.partings)
        scene->addLine(line, QPen(theme.page, 1, Qt::SolidLine, Qt::FlatCap));
    for (const ChartLegendMark &mark : arrangement.legend)
        scene->addRect(mark.rect, Qt::NoPen, chartBarColor(data.style, mark.series, theme));

    for (const ChartText &text : arrangement.texts) {
        const QFont textFont = chartFont(text.role, font);
        auto *item = scene->addSimpleText(text.text, textFont);
        item->setBrush(chartInk(text, data.style, theme));
        item->setPos(text.baseline - QPointF(0, QFontMetricsF(textFont).ascent()));
    }
    return scene;
}

}  // namespace mz
