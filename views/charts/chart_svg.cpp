#include "views/charts/chart_svg.h"

#include <QFontInfo>
#include <QXmlStreamWriter>

namespace mz {

namespace {

QString number(qreal value) { return QString::number(value, 'f', 2); }

void writeRect(QXmlStreamWriter &xml, const QRectF &rect, const QColor &fill)
{
    xml.writeEmptyElement("rect");
    xml.writeAttribute("x", number(rect.x()));
    xml.writeAttribute("y", number(rect.y()));
    xml.writeAttribute("width", number(rect.width()));
    xml.writeAttribute("height", number(rect.height()));
    xml.writeAttribute("fill", fill.name());
}

void writeText(QXmlStreamWriter &xml, const ChartText &text, const QFont &font, const QColor &ink)
{
    xml.writeStartElement("text");
    // Whatever font the reader has, a column of totals stays flush right.
    const bool total = text.role == ChartText::Role::Total;
    xml.writeAttribute("x", number(total ? text.rect.right() : text.baseline.x()));
    if (total)
        xml.writeAttribute("text-anchor", "end");
    xml.writeAttribute("y", number(text.baseline.y()));
    xml.writeAttribute("font-size", QString::number(QFontInfo(font).pixelSize()));
    if (font.weight() > QFont::Medium)
        xml.writeAttribute("font-weight", QString::number(font.weight()));
    xml.writeAttribute("fill", ink.name());
    xml.writeAttribute("xml:space", "preserve");
    xml.writeCharacters(text.text);
    xml.writeEndElement();
}

}  // namespace

QByteArray chartSvg(const ChartArrangement &arrangement, const ChartData &data, const QFont &font,
    const Theme &theme)
{
    constexpr qreal Margin = 12;
    const QRectF page = QRectF({}, arrangement.size).adjusted(-Margin, -Margin, Margin, Margin);

    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement("svg");
    xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
    xml.writeAttribute("width", number(page.width()));
    xml.writeAttribute("height", number(page.height()));
    xml.writeAttribute("viewBox",
        QString("%1 %2 %3 %4")
            .arg(number(page.x()), number(page.y()), number(page.width()), number(page.height())));
    xml.writeAttribute("font-family", font.families().join(", ") + ", sans-serif");
    xml.writeTextElement("title", data.title);
    xml.writeTextElement("desc", chartSentence(data));
    writeRect(xml, page, theme.page);
    for (const QLineF &line : arrangement.baselines)
        writeRect(xml, QRectF(line.x1() - 0.5, line.y1(), 1, line.dy()), theme.muted);
    for (const ChartBar &bar : arrangement.bars)
        writeRect(xml, bar.rect, chartBarColor(data.style, bar.series, theme));
    for (const ChartLegendMark &mark : arrangement.legend)
        writeRect(xml, mark.rect, chartBarColor(data.style, mark.series, theme));
    for (const QLineF &line : arrangement.partings)
        writeRect(xml, QRectF(line.x1() - 0.5, line.y1(), 1, line.dy()), theme.page);
    for (const ChartText &text : arrangement.texts)
        writeText(xml, text, chartFont(text.role, font), chartInk(text, data.style, theme));
    xml.writeEndDocument();
    return bytes;
}

}  // namespace mz
