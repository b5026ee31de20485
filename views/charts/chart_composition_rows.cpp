#include "views/charts/chart_composition.h"

#include <QFontInfo>

#include <algorithm>
#include <cmath>

namespace mz {

using Role = ChartText::Role;

void ChartComposition::addBaseline(qreal top, qreal bottom)
{
    const qreal x = std::floor(position(0)) + 0.5;
    const qreal beyond = m_result.low < 0 ? 2 : 0;  // seen below bars to both sides of it
    m_result.baselines.emplace_back(x, top, x, bottom + beyond);
}

/// One strip with all parts of a row, the negative ones to the left.
void ChartComposition::addSegments(int row, qreal thickness)
{
    const auto &values = m_data.rows[static_cast<size_t>(row)].values;
    ChartStrip strip{{m_left, m_y, m_plotWidth, thickness}, {}};
    double positive = 0;
    double negative = 0;
    for (int series = 0; series < static_cast<int>(values.size()); ++series) {
        const double length = shown(values[static_cast<size_t>(series)].fen);
        double &end = length < 0 ? negative : positive;
        const qreal from = position(end);
        end += length;
        const qreal to = position(end);
        const QRectF rect(std::min(from, to), m_y, std::abs(to - from), thickness);
        const qreal reach = std::max<qreal>(0, scaled(6) - rect.width()) / 2;
        m_result.bars.push_back({row, series, rect, rect.adjusted(-reach, 0, reach, 0)});
        strip.lengths.emplace_back(series, length);
        if (rect.width() > 2 && !qFuzzyCompare(from, position(0)))
            m_result.partings.emplace_back(from, rect.top(), from, rect.bottom());
    }
    m_result.strips.push_back(std::move(strip));
}

void ChartComposition::addStackedRow(int row)
{
    const ChartRow &data = m_data.rows[static_cast<size_t>(row)];
    const qreal thickness
        = std::max(scaled(data.whole ? 26 : 16), lineHeight(Role::OnBar) + (data.whole ? 6 : 0));
    const size_t firstBar = m_result.bars.size();
    if (!data.label.isEmpty() || !data.total.isEmpty())
        addSpace(1);
    addSegments(row, thickness);
    addBaseline(m_y, m_y + thickness);
    if (data.whole) {
        addWholeAmounts(row, firstBar);
        m_y += thickness;
    } else if (addAmountsOnBar(row, firstBar) || addPartsBeside(row, firstBar)) {
        m_y += thickness;
    } else {
        m_y += thickness;
        addPartsBelow(row);
    }
}

/// "基本 12.00" for each part of a row that is not zero.
QStringList ChartComposition::parts(int row) const
{
    const ChartRow &data = m_data.rows[static_cast<size_t>(row)];
    QStringList parts;
    for (int series = 0; series < static_cast<int>(data.values.size()); ++series) {
        const ChartValue &value = data.values[static_cast<size_t>(series)];
        if (value.fen != 0)
            parts.append(shortName(series) + " " + value.amount);
    }
    return parts;
}

bool ChartComposition::addPartsBeside(int row, size_t firstBar)
{
    qreal end = position(0);
    for (size_t i = firstBar; i < m_result.bars.size(); ++i)
        end = std::max(end, m_result.bars[i].rect.right());
    const QString text = parts(row).join(" · ");
    const QRectF bar = m_result.bars[firstBar].rect;
    const QRectF box(end + scaled(6), bar.top(), advance(Role::Amount, text), bar.height());
    if (box.right() > m_left + m_width)
        return false;
    addText(Role::Amount, text, box, row);
    return true;
}

void ChartComposition::addPartsBelow(int row)
{
    const QFont font = chartFont(Role::Amount, m_font);
    const qreal height = lineHeight(Role::Amount);
    QStringList lines{parts(row).join(" · ")};
    if (advance(Role::Amount, lines.first()) > m_width)
        lines = parts(row);
    addSpace(2);
    for (const QString &part : lines) {
        for (const QString &line : wrappedLines(part, font, m_width)) {
            addText(Role::Amount, line, {m_left, m_y, advance(Role::Amount, line), height}, row);
            m_y += height;
        }
    }
}

/// Prints the parts of a row on its bar. A row of one part needs none, for the
/// total beside the label says it. False when they must be told elsewhere.
bool ChartComposition::addAmountsOnBar(int row, size_t firstBar)
{
    const ChartRow &data = m_data.rows[static_cast<size_t>(row)];
    const auto parts = std::count_if(data.values.begin(), data.values.end(),
        [](const ChartValue &value) { return value.fen != 0; });
    if (parts == 0 || (parts == 1 && !data.total.isEmpty()))
        return true;
    const qreal padding = scaled(6);
    std::vector<ChartText> found;
    for (size_t i = 0; i < data.values.size(); ++i) {
        const ChartValue &value = data.values[i];
        if (value.fen == 0)
            continue;
        const QRectF bar = m_result.bars[firstBar + i].rect;
        const qreal width = advance(Role::OnBar, value.amount);
        if (value.fen < 0 || width + 2 * padding > bar.width())
            return false;
        found.push_back({Role::OnBar, value.amount,
            {bar.left() + padding, bar.top(), width, bar.height()}, {}, row, static_cast<int>(i)});
    }
    for (const ChartText &text : found)
        addText(text.role, text.text, text.rect, text.row, text.series);
    return true;
}

/// The thick bar: "基本 1,939.12 · 53.59%" on each part, without the names when
/// one of them has no room. What fits in no form goes to the legend.
void ChartComposition::addWholeAmounts(int row, size_t firstBar)
{
    const auto &values = m_data.rows[static_cast<size_t>(row)].values;
    const qreal padding = scaled(6);
    const auto fits = [&](size_t i, const QString &text) {
        return values[i].fen > 0
            && advance(Role::OnBar, text) + 2 * padding <= m_result.bars[firstBar + i].rect.width();
    };
    const auto named
        = [&](size_t i) { return shortName(static_cast<int>(i)) + " " + chartAmount(values[i]); };
    bool names = true;
    for (size_t i = 0; i < values.size(); ++i)
        names = names && (fits(i, named(i)) || !fits(i, chartAmount(values[i])));
    for (size_t i = 0; i < values.size(); ++i) {
        const QString text = names ? named(i) : chartAmount(values[i]);
        if (!fits(i, text))
            continue;
        const QRectF bar = m_result.bars[firstBar + i].rect;
        const QRectF box(bar.left() + padding, bar.top(), advance(Role::OnBar, text), bar.height());
        addText(Role::OnBar, text, box, row, static_cast<int>(i));
        m_toldOnBar[i] = true;
    }
}

/// On lines of its own, when the chart is too narrow to print it beside the bar.
void ChartComposition::addAmountAbove(int row, int series, const ChartValue &value)
{
    QStringList lines{chartAmount(value)};
    if (advance(Role::Amount, lines.first()) > m_width)
        lines = QStringList{value.amount, value.share};
    const qreal height = lineHeight(Role::Amount);
    for (const QString &line : lines) {
        addText(
            Role::Amount, line, {m_left, m_y, advance(Role::Amount, line), height}, row, series);
        m_y += height;
    }
}

void ChartComposition::addGroupedRow(int row)
{
    const auto &values = m_data.rows[static_cast<size_t>(row)].values;
    const qreal thickness = scaled(10);
    const qreal lane = m_amountsAbove
        ? thickness
        : std::ceil(1.15 * QFontInfo(chartFont(Role::Amount, m_font)).pixelSize());
    const qreal top = m_y;
    for (int series = 0; series < static_cast<int>(values.size()); ++series) {
        const ChartValue &value = values[static_cast<size_t>(series)];
        if (m_amountsAbove)
            addAmountAbove(row, series, value);
        const double length = shown(value.fen);
        const qreal start = position(std::min(length, 0.0));
        const qreal end = position(std::max(length, 0.0));
        const QRectF bar(start, m_y + std::round((lane - thickness) / 2), end - start, thickness);
        if (!m_amountsAbove) {
            const QString text = chartAmount(value);
            addText(Role::Amount, text, {end + scaled(6), m_y, advance(Role::Amount, text), lane},
                row, series);
        }
        m_result.strips.push_back(
            {{m_left, bar.top(), m_plotWidth, thickness}, {{series, length}}});
        m_result.bars.push_back({row, series, bar, bar.united(m_result.texts.back().rect)});
        m_y += lane;
        if (m_amountsAbove) {
            addBaseline(bar.top(), bar.bottom());
            addSpace(2);
        }
    }
    if (!m_amountsAbove)
        addBaseline(top, m_y);
}

}  // namespace mz
