#include "views/charts/chart_text.h"

#include <QCoreApplication>
#include <QTextLayout>

namespace mz {

namespace {

/// What a row is called in a sentence; the thick bar may stand without a label.
const QString &rowName(const ChartData &data, const ChartRow &row)
{
    return row.label.isEmpty() ? data.title : row.label;
}

class ChartWords
{
    Q_DECLARE_TR_FUNCTIONS(ChartWords)
};

}  // namespace

QFont chartFont(ChartText::Role role, const QFont &base)
{
    qreal factor = 1;
    QFont font(base);
    switch (role) {
    case ChartText::Role::Title:
        factor = 15.0 / 13;
        font.setWeight(QFont::DemiBold);
        break;
    case ChartText::Role::OnBar:
        factor = 12.0 / 13;
        font.setWeight(QFont::DemiBold);
        break;
    case ChartText::Role::Amount:
        factor = 12.0 / 13;
        break;
    case ChartText::Role::Subtitle:
    case ChartText::Role::Legend:
    case ChartText::Role::Label:
    case ChartText::Role::Total:
    case ChartText::Role::Footnote:
        break;
    }
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    return font;
}

QColor chartInk(const ChartText &text, ChartData::Style style, const Theme &theme)
{
    switch (text.role) {
    case ChartText::Role::Title:
    case ChartText::Role::Label:
        return theme.text;
    case ChartText::Role::OnBar:
        return chartBarColor(style, text.series, theme) == theme.project ? theme.onProject
                                                                         : theme.onBasic;
    case ChartText::Role::Subtitle:
    case ChartText::Role::Legend:
    case ChartText::Role::Total:
    case ChartText::Role::Amount:
    case ChartText::Role::Footnote:
        break;
    }
    return theme.muted;
}

QColor chartBarColor(ChartData::Style style, int series, const Theme &theme)
{
    const bool first = series % 2 == 0;
    if (style == ChartData::Style::Grouped)
        return first ? theme.budget : theme.actual;
    return first ? theme.basic : theme.project;
}

QString chartAmount(const ChartValue &value)
{
    return value.share.isEmpty() ? value.amount : value.amount + " · " + value.share;
}

QStringList wrappedLines(const QString &text, const QFont &font, qreal width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout layout(text, font);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

QString chartValueSentence(const ChartData &data, int row, int series)
{
    const ChartRow &chartRow = data.rows[static_cast<size_t>(row)];
    const ChartValue &value = chartRow.values[static_cast<size_t>(series)];
    const QString name = data.series.value(series);
    const QString &label = rowName(data, chartRow);
    if (value.share.isEmpty())
        return ChartWords::tr("%1, %2: %3").arg(label, name, value.amount);
    return ChartWords::tr("%1, %2: %3, share %4").arg(label, name, value.amount, value.share);
}

QString chartSentence(const ChartData &data)
{
    if (!data.emptyReason.isEmpty())
        return data.emptyReason;
    QStringList sentences;
    if (!data.subtitle.isEmpty())
        sentences.append(data.subtitle);
    for (int row = 0; row < static_cast<int>(data.rows.size()); ++row) {
        const ChartRow &chartRow = data.rows[static_cast<size_t>(row)];
        for (int series = 0; series < static_cast<int>(chartRow.values.size()); ++series)
            sentences.append(chartValueSentence(data, row, series));
        if (!chartRow.total.isEmpty())
            sentences.append(
                ChartWords::tr("%1, total: %2").arg(rowName(data, chartRow), chartRow.total));
    }
    if (!data.footnote.isEmpty())
        sentences.append(data.footnote);
    return sentences.join("; ");
}

}  // namespace mz
