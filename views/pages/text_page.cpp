#include "views/pages/text_page.h"

#include "model/narrative/annex_words.h"
#include "views/theme/theme.h"
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>

namespace mz {

namespace {

constexpr QChar gapMark(u'◎');

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

/// A number that follows its figure keeps its tint.
QTextCharFormat formatOf(ClaimsModel::State state, bool field)
{
    const Theme &theme = currentTheme();
    QTextCharFormat format;
    format.setForeground(theme.text);
    switch (state) {
    case ClaimsModel::State::Agrees:
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        format.setUnderlineColor(theme.good);
        break;
    case ClaimsModel::State::Disagrees:
        format.setForeground(theme.error);
        format.setBackground(theme.errorBack);
        format.setFontWeight(QFont::DemiBold);
        format.setUnderlineStyle(QTextCharFormat::NoUnderline);
        break;
    case ClaimsModel::State::NotChecked:
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        format.setUnderlineColor(theme.muted);
        break;
    }
    // What a number of before was marked with goes.
    if (state != ClaimsModel::State::Disagrees) {
        format.setBackground(field ? QBrush(theme.heading) : QBrush(Qt::NoBrush));
        format.setFontWeight(QFont::Normal);
    }
    return format;
}

/// The section whose heading the block is; -1 for others.
int sectionOf(const QTextBlock &block)
{
    QStringList names = block.charFormat().anchorNames();
    for (auto it = block.begin(); !it.atEnd(); ++it)
        names << it.fragment().charFormat().anchorNames();
    for (const QString &name : names) {
        if (name.startsWith(u"section-"))
            return name.sliced(8).toInt();
    }
    return -1;
}

}  // namespace

TextPage::TextPage(ReportDocument &document, ClaimsModel &claims, QWidget *parent)
    : QTextBrowser(parent)
    , m_document(document)
    , m_claims(claims)
{
    setObjectName("textPage");
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setAccessibleName(tr("Text of the report"));
    connect(this, &QTextBrowser::anchorClicked, this, &TextPage::follow);
    connect(&document, &ReportDocument::textChanged, this, &TextPage::redraw);
    connect(&document, &ReportDocument::sectionsChanged, this, &TextPage::redraw);
    connect(&document, &ReportDocument::editableChanged, this, &TextPage::redraw);
    connect(&claims, &QAbstractItemModel::dataChanged, this, &TextPage::styleClaims);
    connect(&claims, &QAbstractItemModel::modelReset, this, &TextPage::redraw);
    connect(&document, &ReportDocument::reset, this, [this] {
        m_drawnPart = -1;
        m_section = -1;
        m_currentClaim = -1;
        m_quoted.clear();
        m_quote = {};
        m_versions.clear();
        clear();
    });
}

void TextPage::follow(const QUrl &link)
{
    const QStringList words = link.fragment().split(u'-');
    bool isNumber = false;
    const int number = words.value(1).toInt(&isNumber);
    if (!isNumber)
        return;
    if (words.front() == u"sheet") {
        emit sheetRequested(number);
    } else if (words.front() == u"claim") {
        emit claimChosen(number);
    } else if (words.front() == u"now") {
        showVersion(number, Version::Now);
    } else if (words.front() == u"published") {
        showVersion(number, Version::Published);
    } else if (words.front() == u"both") {
        showVersion(number, Version::Both);
    } else if (words.front() == u"annex") {
        emit annexRequested(number, words.value(2).toInt());
    } else if (words.front() == u"edit") {
        emit editRequested(number);
    } else if (words.front() == u"gap") {
        const auto &sections = m_document.report().sections;
        const size_t paragraph = words.value(2).toUInt(), span = words.value(3).toUInt();
        if (number < 0 || size_t(number) >= sections.size())
            return;
        const auto &written = sections[size_t(number)].written;
        if (paragraph < written.size() && span < written[paragraph].spans.size())
            emit gapChosen(number, written[paragraph].spans[span].gap);
    }
}

void TextPage::showVersion(int section, Version version)
{
    m_versions.insert(section, version);
    redraw();
}

void TextPage::showSection(int section)
{
    m_section = section;
    m_quoted.clear();
    m_quote = {};
    draw();
    styleClaims();
    scrollToAnchor(QStringLiteral("section-%1").arg(section));
}

void TextPage::setZoom(int percent)
{
    m_zoom = percent;
    m_drawnPart = -1;
    if (m_section < 0)
        return;
    draw();
    scrollToAnchor(QStringLiteral("section-%1").arg(m_section));
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
    m_quote = {};
    const QString html = partHtml(part);
    const Theme &theme = currentTheme();
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
    styleClaims();
}

QString TextPage::partHtml(int part)
{
    const auto &sections = m_document.report().sections;
    m_claimsOf.clear();
    for (size_t i = 0; i < m_claims.claims().size(); ++i) {
        const TextPlace &place = m_claims.claims()[i].place;
        m_claimsOf[{place.section, place.block}].push_back(int(i));
    }
    QString html;
    for (size_t i = size_t(part); i < sections.size(); ++i) {
        const Section &section = sections[i];
        if (int(i) != part && section.level == 0)
            break;
        html += sectionHtml(section, int(i));
    }
    return html;
}

QString TextPage::sectionHtml(const Section &section, int index) const
{
    const int level = qBound(1, section.level + 1, 4);
    const QString gap = section.level == 0 ? QStringLiteral(" ") : QString();
    QString html
        = QStringLiteral("<a name=\"section-%1\"></a><h%2>%3</h%2>")
              .arg(index)
              .arg(level)
              .arg((section.number + gap).toHtmlEscaped() + markedHtml(section.title, index, -1));
    html += versionsHtml(section, index);
    if (section.published.empty())
        return html + blocksHtml(section, index);
    QString published;
    for (const Section &before : section.published) {
        if (&before != &section.published.front())
            published += QStringLiteral("<p><b>%1</b></p>")
                             .arg((before.number + before.title).toHtmlEscaped());
        for (const Block &block : before.blocks) {
            if (block.kind == Block::Kind::Paragraph)
                published
                    += QStringLiteral("<p style=\"color:%1\">%2</p>")
                           .arg(currentTheme().muted.name(), block.text.trimmed().toHtmlEscaped());
        }
    }
    switch (m_versions.value(index)) {
    case Version::Now:
        return html + blocksHtml(section, index);
    case Version::Published:
        return html + published;
    case Version::Both:
        break;
    }
    return html
        + QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"8\"><tr>"
                         "<td width=\"50%\">%1</td><td width=\"50%\">%2</td></tr></table>")
              .arg(published, blocksHtml(section, index));
}

/// Now · As published · Beside each other · Edit
QString TextPage::versionsHtml(const Section &section, int index) const
{
    QStringList links;
    const QString edit = section.isWritten() && m_document.isEditable()
        ? QStringLiteral("<a href=\"#edit-%1\">%2</a>")
              .arg(index)
              .arg(tr("Edit (F2)").toHtmlEscaped())
        : QString();
    if (section.published.empty())
        return edit.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(edit);
    const std::tuple<Version, const char *, QString> choices[]
        = {{Version::Now, "now", tr("Now")}, {Version::Published, "published", tr("As published")},
            {Version::Both, "both", tr("Beside each other")}};
    for (const auto &[version, word, text] : choices) {
        links << (m_versions.value(index) == version
                ? QStringLiteral("<b>%1</b>").arg(text.toHtmlEscaped())
                : QStringLiteral("<a href=\"#%1-%2\">%3</a>")
                      .arg(QLatin1String(word))
                      .arg(index)
                      .arg(text.toHtmlEscaped()));
    }
    if (!edit.isEmpty())
        links << edit;
    return QStringLiteral("<p>%1</p>").arg(links.join(QStringLiteral(" · ")));
}

QString TextPage::blocksHtml(const Section &section, int index) const
{
    QString html;
    const std::vector<AnnexTable> annexes
        = readAnnexTables(m_document.report(), AnnexWords::builtIn(), index);
    // The text of a written section is that of its paragraphs, in their order.
    for (size_t i = 0; i < section.written.size(); ++i)
        html += writtenHtml(section.written[i], index, int(i));
    for (size_t b = section.written.size(); b < section.blocks.size(); ++b) {
        const Block &block = section.blocks[b];
        if (block.kind == Block::Kind::Paragraph)
            html += QStringLiteral("<p>%1</p>").arg(markedHtml(block.text, index, int(b)));
        else if (block.kind == Block::Kind::Grid)
            html += annexLink(annexes, index, int(b)) + gridHtml(block.grid);
        else
            html += QStringLiteral("<p><a href=\"#sheet-%1\">%2</a></p>")
                        .arg(block.sheet)
                        .arg(m_document.report().sheets[size_t(block.sheet)].title.toHtmlEscaped());
    }
    return html;
}

/// What can be typed into, and computes, is a page of its own.
QString TextPage::annexLink(const std::vector<AnnexTable> &annexes, int section, int block) const
{
    const bool known = std::any_of(annexes.begin(), annexes.end(),
        [block](const AnnexTable &table) { return table.block == block; });
    return known
        ? QStringLiteral("<p><a href=\"#annex-%1-%2\">%3</a></p>")
              .arg(section)
              .arg(block)
              .arg((m_document.isEditable() ? tr("Edit as a table") : tr("Open as a table"))
                       .toHtmlEscaped())
        : QString();
}

/// Fields on their tint, gaps as links, numbers that were read as links too.
QString TextPage::writtenHtml(const WrittenParagraph &paragraph, int section, int number) const
{
    // The user took it out.
    if (paragraph.spans.empty())
        return {};
    const Theme &theme = currentTheme();
    const std::vector<int> claims = m_claimsOf.value({section, number});
    // By the place in the text: a number of the text is often a part of a span.
    const auto claimAt = [&](int at) {
        for (const int claim : claims) {
            const TextPlace &place = m_claims.claims()[size_t(claim)].place;
            if (at >= place.start && at < place.start + place.length)
                return claim;
        }
        return -1;
    };
    QString html;
    int at = 0;
    for (size_t i = 0; i < paragraph.spans.size(); ++i) {
        const WrittenSpan &span = paragraph.spans[i];
        if (span.kind == WrittenSpan::Kind::Gap && span.text.isEmpty()) {
            html += QStringLiteral("<a href=\"#gap-%1-%2-%3\" style=\"color:%4;"
                                   "background-color:%5\">〔◎ %6〕</a>")
                        .arg(section)
                        .arg(number)
                        .arg(i)
                        .arg(theme.pinned.name(), theme.pinnedBack.name(),
                            span.hint.toHtmlEscaped());
            at += int(span.hint.size()) + 2;
            continue;
        }
        const bool field
            = span.kind == WrittenSpan::Kind::Field || span.kind == WrittenSpan::Kind::Word;
        for (int from = 0, to = 0; from < span.text.size(); from = to) {
            const int claim = claimAt(at + from);
            for (to = from + 1; to < span.text.size() && claimAt(at + to) == claim;)
                ++to;
            QString piece = span.text.mid(from, to - from).toHtmlEscaped();
            if (claim >= 0)
                piece = QStringLiteral("<a href=\"#claim-%1%2\">%3</a>")
                            .arg(claim)
                            .arg(field ? QStringLiteral("-field") : QString(), piece);
            html += field ? QStringLiteral("<span style=\"background-color:%1\">%2</span>")
                                .arg(theme.heading.name(), piece)
                          : piece;
        }
        at += int(span.text.size());
    }
    return QStringLiteral("<p>%1</p>").arg(html);
}

/// The text with a link at each of its numbers.
QString TextPage::markedHtml(const QString &text, int section, int block) const
{
    QString html;
    qsizetype at = 0, end = text.size();
    while (at < end && text[at].isSpace())
        ++at;
    while (end > at && text[end - 1].isSpace())
        --end;
    const auto piece = [&text](qsizetype from, qsizetype to) {
        return text.mid(from, to - from).toHtmlEscaped();
    };
    for (const int claim : m_claimsOf.value({section, block})) {
        const TextPlace &place = m_claims.claims()[size_t(claim)].place;
        const qsizetype last = qsizetype(place.start) + place.length;
        // A place that overlaps another, or is of a text that has changed.
        if (place.start < at || place.length <= 0 || last > end)
            continue;
        html += piece(at, place.start)
            + QStringLiteral("<a href=\"#claim-%1\">%2</a>")
                  .arg(claim)
                  .arg(piece(place.start, last));
        at = last;
    }
    return html + piece(at, end);
}

/// HTML knows no dotted line and no line of another colour than its text.
void TextPage::styleClaims()
{
    struct Place
    {
        int start, length, claim;
        bool field;
    };
    std::vector<Place> places;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            const QString href = fragment.charFormat().anchorHref();
            if (href.startsWith(u"#claim-"))
                places.push_back({fragment.position(), fragment.length(),
                    href.section(u'-', 1, 1).toInt(), href.endsWith(u"-field")});
        }
    }
    QList<QTextEdit::ExtraSelection> current;
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (const Place &place : places) {
        if (size_t(place.claim) >= m_claims.claims().size())
            continue;
        const Claim &claim = m_claims.claims()[size_t(place.claim)];
        cursor.setPosition(place.start);
        cursor.setPosition(place.start + place.length, QTextCursor::KeepAnchor);
        QTextCharFormat format = formatOf(ClaimsModel::stateOf(claim), place.field);
        format.setToolTip(m_claims.words(claim));
        cursor.mergeCharFormat(format);
        if (place.claim == m_currentClaim) {
            current.push_back({cursor, {}});
            current.back().format.setBackground(currentTheme().selectionBack);
        }
    }
    cursor.endEditBlock();
    // Formats that change while a long text is laid out piece by piece may end its
    // layout too early: what comes behind would not be drawn.
    document()->markContentsDirty(0, document()->characterCount());
    if (m_quote.hasSelection()) {
        current.push_front({m_quote, {}});
        current.front().format.setBackground(currentTheme().selectionBack);
    }
    setExtraSelections(current);
}

/// Blanks are not printed as they were read.
QTextCursor TextPage::findQuote(int section, const QString &quote) const
{
    // Nor has the text the mark of a gap.
    const auto counts = [](QChar c) { return !c.isSpace() && c != gapMark; };
    QString wanted;
    for (const QChar c : quote) {
        if (counts(c))
            wanted += c;
    }
    bool inside = false;
    for (QTextBlock block = document()->begin(); block.isValid() && !wanted.isEmpty();
         block = block.next()) {
        if (const int known = sectionOf(block); known >= 0)
            inside = known == section;
        if (!inside)
            continue;
        QString text;
        std::vector<int> places;
        for (int i = 0; i < block.length() - 1; ++i) {
            if (const QChar c = block.text().at(i); counts(c)) {
                text += c;
                places.push_back(i);
            }
        }
        const qsizetype at = text.indexOf(wanted);
        if (at < 0)
            continue;
        QTextCursor cursor(block);
        cursor.setPosition(block.position() + places[size_t(at)]);
        cursor.setPosition(
            block.position() + places[size_t(at + wanted.size() - 1)] + 1, QTextCursor::KeepAnchor);
        return cursor;
    }
    return {};
}

void TextPage::showQuote(int section, const QString &quote)
{
    if (section < 0 || size_t(section) >= m_document.report().sections.size())
        return;
    m_section = section;
    m_currentClaim = -1;
    // What stands beside it, or in place of it, is not what is looked at.
    if (m_versions.value(section) == Version::Published) {
        m_versions.remove(section);
        m_drawnPart = -1;
    }
    draw();
    m_quoted = quote;
    m_quote = findQuote(section, quote);
    styleClaims();
    if (m_quote.hasSelection())
        scrollToCursor(m_quote);
    else
        scrollToAnchor(QStringLiteral("section-%1").arg(section));
}

void TextPage::showMarked()
{
    if (!extraSelections().isEmpty())
        scrollToCursor(extraSelections().front().cursor);
}

/// Not at the edge: the sentence around the place is what one wants to read.
void TextPage::scrollToCursor(QTextCursor cursor)
{
    cursor.setPosition(cursor.selectionStart());
    setTextCursor(cursor);
    const int fromTop = cursorRect().center().y();
    if (fromTop < height() / 8 || fromTop > height() * 7 / 8)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + fromTop - height() / 3);
}

void TextPage::showClaim(int claim)
{
    if (claim < 0 || size_t(claim) >= m_claims.claims().size())
        return;
    const int section = m_claims.claims()[size_t(claim)].place.section;
    if (section < 0 || size_t(section) >= m_document.report().sections.size())
        return;
    m_section = section;
    m_currentClaim = claim;
    m_quoted.clear();
    m_quote = {};
    draw();
    styleClaims();
    if (extraSelections().isEmpty())
        return scrollToAnchor(QStringLiteral("section-%1").arg(section));
    scrollToCursor(extraSelections().front().cursor);
}

/// The numbers of the text are others.
void TextPage::redraw()
{
    m_drawnPart = -1;
    m_currentClaim = -1;
    if (!isVisible() || m_section < 0)
        return;
    const int scrolled = verticalScrollBar()->value();
    draw();
    m_quote = findQuote(m_section, m_quoted);
    styleClaims();
    verticalScrollBar()->setValue(scrolled);
}

void TextPage::showEvent(QShowEvent *event)
{
    QTextBrowser::showEvent(event);
    if (m_section >= 0)
        draw();
}

/// The section whose heading is the last one above the place.
int TextPage::sectionAt(QPoint place) const
{
    for (QTextBlock block = cursorForPosition(place).block(); block.isValid();
         block = block.previous()) {
        if (const int section = sectionOf(block); section >= 0)
            return section;
    }
    return -1;
}

void TextPage::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int section = sectionAt(event->position().toPoint());
    const auto &sections = m_document.report().sections;
    if (m_document.isEditable() && section >= 0 && size_t(section) < sections.size()
        && sections[size_t(section)].isWritten())
        return emit editRequested(section);
    QTextBrowser::mouseDoubleClickEvent(event);
}

void TextPage::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_section >= 0) {
        const int scrolled = verticalScrollBar()->value();
        m_drawnPart = -1;
        draw();
        verticalScrollBar()->setValue(scrolled);
    }
}

}  // namespace mz
