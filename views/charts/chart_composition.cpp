#include "views/charts/chart_composition.h"

#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace mz {

using Role = ChartText::Role;

namespace {

constexpr qreal WorkPixels = 13;  // The sizes below are for this font size.
constexpr qreal Inset = 4;        // Room for the focus mark around the outermost bars.

}  // namespace

ChartComposition::ChartComposition(const ChartData &data, const QFont &font, qreal width)
    : m_data(data)
    , m_font(font)
    , m_scale(QFontInfo(font).pixelSize() / WorkPixels)
    , m_left(Inset)
    , m_width(std::max<qreal>(width - 2 * Inset, 40))
    , m_plotWidth(m_width)
    , m_y(Inset)
    , m_toldOnBar(static_cast<size_t>(data.series.size()), false)
{
    for (const ChartRow &row : data.rows)
        Q_ASSERT(row.values.size() == static_cast<size_t>(data.series.size()));
    m_result.size.setWidth(width);
    if (data.style == ChartData::Style::Grouped) {
        qreal widest = 0;
        for (const ChartRow &row : data.rows)
            for (const ChartValue &value : row.values)
                widest = std::max(widest, advance(Role::Amount, chartAmount(value)));
        const qreal beside = m_width - widest - scaled(6);
        m_amountsAbove = beside < 0.3 * m_width;
        m_plotWidth = m_amountsAbove ? m_width : beside;
    }
    measureScale();
}

qreal ChartComposition::advance(Role role, const QString &text) const
{
    return std::ceil(QFontMetricsF(chartFont(role, m_font)).horizontalAdvance(text));
}

qreal ChartComposition::lineHeight(Role role) const
{
    return std::ceil(QFontMetricsF(chartFont(role, m_font)).height());
}

void ChartComposition::measureScale()
{
    // Twice: the first round tells how much a pixel is worth, the second one
    // counts with the amounts that are raised to the smallest visible length.
    for (int round = 0; round < 2; ++round) {
        double low = 0;
        double high = 0;
        for (const ChartRow &row : m_data.rows) {
            double negative = 0;
            double positive = 0;
            for (const ChartValue &value : row.values) {
                if (m_data.style == ChartData::Style::Grouped)
                    negative = positive = 0;
                (value.fen < 0 ? negative : positive) += shown(value.fen);
                low = std::min(low, negative);
                high = std::max(high, positive);
            }
        }
        m_result.low = low;
        m_result.high = high > low ? high : low + 1;
        m_smallest = 1.5 * (high - low) / m_plotWidth;
    }
}

double ChartComposition::position(double fen) const
{
    return m_left + m_plotWidth * (fen - m_result.low) / (m_result.high - m_result.low);
}

double ChartComposition::shown(qint64 fen) const
{
    if (fen == 0)
        return 0;
    const double length = std::max(std::abs(static_cast<double>(fen)), m_smallest);
    return fen < 0 ? -length : length;
}

QString ChartComposition::shortName(int series) const
{
    return m_data.shortSeries.value(series, m_data.series.value(series));
}

/// Centres the text in the height of its box, at the left of it.
void ChartComposition::addText(
    Role role, const QString &text, const QRectF &box, int row, int series)
{
    const QFontMetricsF metrics(chartFont(role, m_font));
    const qreal top = box.center().y() - metrics.height() / 2;
    m_result.texts.push_back(
        {role, text, box, QPointF(box.left(), std::round(top + metrics.ascent())), row, series});
}

void ChartComposition::addParagraph(Role role, const QString &text)
{
    const qreal height = lineHeight(role);
    for (const QString &line : wrappedLines(text, chartFont(role, m_font), m_width)) {
        addText(role, line, {m_left, m_y, advance(role, line), height}, -1);
        m_y += height;
    }
}

void ChartComposition::addLabel(int row)
{
    const ChartRow &data = m_data.rows[static_cast<size_t>(row)];
    const qreal totalWidth = advance(Role::Total, data.total);
    const qreal beside = m_width - totalWidth - scaled(12);
    const bool shared = data.total.isEmpty() || beside >= 0.45 * m_width;
    const qreal labelWidth = shared && !data.total.isEmpty() ? beside : m_width;

    const qreal height = lineHeight(Role::Label);
    const qreal totalLeft = m_left + m_width - totalWidth;
    if (shared && !data.total.isEmpty())
        addText(Role::Total, data.total, {totalLeft, m_y, totalWidth, height}, row);
    QStringList lines;
    if (!data.label.isEmpty())
        lines = wrappedLines(data.label, chartFont(Role::Label, m_font), labelWidth);
    for (const QString &line : lines) {
        addText(Role::Label, line, {m_left, m_y, advance(Role::Label, line), height}, row);
        m_y += height;
    }
    if (!data.total.isEmpty() && (!shared || lines.isEmpty())) {
        if (!shared)
            addText(Role::Total, data.total, {totalLeft, m_y, totalWidth, height}, row);
        m_y += height;
    }
}

/// The name of a series and, for a part of the whole that found no room on its
/// bar, the amount: in one line when it fits, never broken within a number.
QStringList ChartComposition::legendLines(int series, int wholeRow, qreal width) const
{
    QStringList lines{m_data.series[series]};
    const auto index = static_cast<size_t>(series);
    if (wholeRow >= 0 && !m_toldOnBar[index]) {
        const ChartValue &value = m_data.rows[static_cast<size_t>(wholeRow)].values[index];
        const QString joined = lines.first() + "  " + chartAmount(value);
        if (advance(Role::Legend, joined) <= width)
            return {joined};
        if (value.share.isEmpty() || advance(Role::Legend, chartAmount(value)) <= width)
            lines += chartAmount(value);
        else
            lines += {value.amount, value.share};
    }
    return lines;
}

/// Squares and names in one line, or more when they do not fit.
void ChartComposition::addLegend(int wholeRow)
{
    const qreal height = lineHeight(Role::Legend);
    const qreal square = scaled(11);
    const qreal textOffset = square + scaled(6);
    const qreal room = m_width - textOffset;
    qreal x = m_left;
    for (int series = 0; series < m_data.series.size(); ++series) {
        QStringList lines;
        for (const QString &text : legendLines(series, wholeRow, room)) {
            const qreal width = lines.isEmpty() ? room : m_width;
            lines += wrappedLines(text, chartFont(Role::Legend, m_font), width);
        }
        qreal width = advance(Role::Legend, lines.first());
        if (x > m_left && (lines.size() > 1 || x + textOffset + width > m_left + m_width)) {
            x = m_left;
            m_y += height;
        }
        m_result.legend.push_back(
            {{x, m_y + std::round((height - square) / 2), square, square}, series});
        for (int i = 0; i < lines.size(); ++i) {
            m_y += i > 0 ? height : 0;
            width = advance(Role::Legend, lines[i]);
            const qreal left = width <= room ? x + textOffset : m_left;
            addText(Role::Legend, lines[i], {left, m_y, width, height}, -1, series);
        }
        x += textOffset + (lines.size() > 1 ? room : width) + scaled(16);
    }
    m_y += height;
}

void ChartComposition::addRows()
{
    const auto whole
        = std::find_if(m_data.rows.begin(), m_data.rows.end(), [](auto &row) { return row.whole; });
    bool legendDrawn = false;
    if (m_data.style == ChartData::Style::Grouped || whole == m_data.rows.end()) {
        addLegend(-1);
        legendDrawn = true;
        addSpace(6);
    }
    for (int row = 0; row < static_cast<int>(m_data.rows.size()); ++row) {
        if (row > 0)
            addSpace(8);
        addLabel(row);
        if (m_data.style == ChartData::Style::Grouped)
            addGroupedRow(row);
        else
            addStackedRow(row);
        if (!legendDrawn && m_data.rows[static_cast<size_t>(row)].whole) {
            addSpace(8);
            addLegend(row);
            legendDrawn = true;
        }
    }
}

ChartArrangement ChartComposition::finished()
{
    m_result.size.setHeight(std::ceil(m_y + Inset));
    return std::move(m_result);
}

ChartArrangement arrangeChart(
    const ChartData &data, const QFont &font, qreal width, ChartHeadings headings)
{
    ChartComposition composition(data, font, width);
    if (headings == ChartHeadings::Drawn) {
        composition.addParagraph(Role::Title, data.title);
        if (!data.subtitle.isEmpty())
            composition.addParagraph(Role::Subtitle, data.subtitle);
        composition.addSpace(8);
    }
    if (data.emptyReason.isEmpty())
        composition.addRows();
    else if (headings == ChartHeadings::Drawn)
        composition.addParagraph(Role::Footnote, data.emptyReason);
    if (headings == ChartHeadings::Drawn && !data.footnote.isEmpty()) {
        composition.addSpace(8);
        composition.addParagraph(Role::Footnote, data.footnote);
    }
    return composition.finished();
}

}  // namespace mz
