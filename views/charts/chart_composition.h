#pragma once

#include "views/charts/chart_arrangement.h"

#include <cmath>

namespace mz {

/// Builds the arrangement from top to bottom.
class ChartComposition
{
public:
    ChartComposition(const ChartData &data, const QFont &font, qreal width);

    void addParagraph(ChartText::Role role, const QString &text);
    void addRows();
    void addSpace(qreal pixels) { m_y += scaled(pixels); }
    ChartArrangement finished();

private:
    qreal scaled(qreal pixels) const { return std::round(pixels * m_scale); }
    qreal advance(ChartText::Role role, const QString &text) const;
    qreal lineHeight(ChartText::Role role) const;
    double position(double fen) const;
    double shown(qint64 fen) const;
    QString shortName(int series) const;

    void measureScale();
    void addText(
        ChartText::Role role, const QString &text, const QRectF &box, int row, int series = -1);
    void addLabel(int row);
    QStringList legendLines(int series, int wholeRow, qreal width) const;
    void addLegend(int wholeRow);
    void addStackedRow(int row);
    void addGroupedRow(int row);
    void addAmountAbove(int row, int series, const ChartValue &value);
    void addSegments(int row, qreal thickness);
    bool addAmountsOnBar(int row, size_t firstBar);
    bool addPartsBeside(int row, size_t firstBar);
    void addPartsBelow(int row);
    QStringList parts(int row) const;
    void addWholeAmounts(int row, size_t firstBar);
    void addBaseline(qreal top, qreal bottom);

    const ChartData &m_data;
    const QFont m_font;
    const qreal m_scale;
    const qreal m_left;
    const qreal m_width;
    qreal m_plotWidth;
    bool m_amountsAbove = false;  // of grouped bars, when they leave no room beside them
    double m_smallest = 0;        // fen that are still visible as a bar
    qreal m_y;
    std::vector<bool> m_toldOnBar;  // series whose whole amount is printed on the thick bar
    ChartArrangement m_result;
};

}  // namespace mz
