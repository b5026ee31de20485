#include "views/pages/text_page.h"

#include "views/theme/theme.h"
#include <QEvent>
#include <QScrollBar>
#include <QTextDocument>

namespace mz {

namespace {

QString cellHtml(const GridCell &cell)
{
    QString text = cell.text.trimmed().toHtmlEscaped();
    text.replace(u'\n', QStringLiteral("<br>"));
    QString spans;
    if (cell.rowSpan > 1)
        spans += QStringLiteral(" rowspan=\"%1\"").arg(cell.rowSpan);
    if (cell.columnSpan > 1)
        spans += QStringLiteral(" colspan=\"%1\"").arg(cell.columnSpan);
    const auto amount = Amount::parsePrinted(cell.text, Money::Unit::TenThousandYuan);
    const bool right = amount && amount->isNumber();
    return QStringLiteral("<td%1%2>%3</td>")
        .arg(spans, right ? QStringLiteral(" align=\"right\"") : QString(), text);
}

QString gridHtml(const TextGrid &grid)
{
    size_t width = 0;
    for (const auto &row : grid.rows)
        width = qMax(width, row.size());
    QString html = QStringLiteral("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" "
                                  "style=\"border-color:%1;border-collapse:collapse\">")
                       .arg(currentTheme().lines.name());
    for (const auto &row : grid.rows) {
        html += QStringLiteral("<tr>");
        for (size_t i = 0; i < row.size(); ++i) {
            GridCell cell = row[i];
            // Without known spans, the last cell of a short row takes the rest.
            if (!grid.spansKnown && i + 1 == row.size() && row.size() < width)
                cell.columnSpan = int(width - i);
            html += cellHtml(cell);
        }
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

}  // namespace

TextPage::TextPage(ReportDocument &document, QWidget *parent)
    : QTextBrowser(parent)
    , m_document(document)
{
    setObjectName("textPage");
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setAccessibleName(tr("Text of the report"));
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        bool isSheet = false;
        const int sheet = link.fragment().section(u'-', 1).toInt(&isSheet);
        if (isSheet && link.fragment().startsWith(u"sheet-"))
            emit sheetRequested(sheet);
    });
    connect(&document, &ReportDocument::textChanged, this, &TextPage::redraw);
    connect(&document, &ReportDocument::reset, this, [this] {
        m_drawnPart = -1;
        m_section = -1;
        clear();
    });
}

void TextPage::redraw()
{
    m_drawnPart = -1;
    const int line = verticalScrollBar()->value();
    draw();
    verticalScrollBar()->setValue(line);
}

void TextPage::showSection(int section)
{
    m_section = section;
    draw();
    scrollToAnchor(QStringLiteral("section-%1").arg(section));
}

void TextPage::setZoom(int percent)
{
    m_zoom = percent;
    m_drawnPart = -1;
    if (m_section >= 0)
        draw();
}

void TextPage::draw()
{
    const auto &sections = m_document.report().sections;
    if (m_section < 0 || size_t(m_section) >= sections.size())
        return;
    int part = m_section;
    while (part > 0 && sections[size_t(part)].level > 0)
        --part;
    if (part == m_drawnPart)
        return;
    m_drawnPart = part;
    const Theme &theme = currentTheme();
    QString html;
    for (size_t i = size_t(part); i < sections.size(); ++i) {
        const Section &section = sections[i];
        if (int(i) != part && section.level == 0)
            break;
        const int level = qBound(1, section.level + 1, 4);
        const QString gap = section.level == 0 ? QStringLiteral(" ") : QString();
        html += QStringLiteral("<a name=\"section-%1\"></a><h%2>%3</h%2>")
                    .arg(i)
                    .arg(level)
                    .arg((section.number + gap + section.title).trimmed().toHtmlEscaped());
        for (const Block &block : section.blocks) {
            if (block.kind == Block::Kind::Paragraph)
                html += QStringLiteral("<p>%1</p>").arg(block.text.trimmed().toHtmlEscaped());
            else if (block.kind == Block::Kind::Grid)
                html += gridHtml(block.grid);
            else
                html += QStringLiteral("<p><a href=\"#sheet-%1\">%2</a></p>")
                            .arg(block.sheet)
                            .arg(m_document.report()
                                     .sheets[size_t(block.sheet)]
                                     .title.toHtmlEscaped());
        }
    }
    const qreal points = uiFont().pointSizeF() * m_zoom / 100;
    setFont(uiFont(points));
    document()->setDefaultFont(uiFont(points));
    document()->setDocumentMargin(24);
    document()->setDefaultStyleSheet(
        QStringLiteral("p { line-height: 150%; margin: 6px 0; } h1 { font-size: %1pt; } "
                       "h2 { font-size: %2pt; } h3, h4 { font-size: %3pt; } "
                       "a { color: %4; text-decoration: none; }")
            .arg(points * 18 / 13)
            .arg(points * 15 / 13)
            .arg(points)
            .arg(theme.accent.name()));
    setHtml(html);
}

void TextPage::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_section >= 0) {
        m_drawnPart = -1;
        draw();
    }
}

}  // namespace mz
