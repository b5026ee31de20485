#include "views/narrative/written_document.h"

#include "views/theme/theme.h"
#include <QFontMetricsF>
#include <QPainter>
#include <QTextDocument>

namespace mz {

namespace {

using Kind = WrittenSpan::Kind;

enum Property { SpanProperty = QTextFormat::UserProperty + 1, GapProperty, ParagraphProperty };

constexpr qreal side = 3;  ///< Left and right of a piece's text, pixels.

WrittenSpan spanOf(const QTextFormat &format)
{
    return format.property(SpanProperty).value<WrittenSpan>();
}

/// Of a gap that is filled only its mark: the words are text behind it.
QString shownText(const WrittenSpan &span)
{
    if (span.kind != Kind::Gap)
        return span.text;
    return span.text.isEmpty() ? QStringLiteral("〔◎ %1〕").arg(span.hint) : QStringLiteral("◎");
}

QTextCharFormat pieceFormat(const WrittenSpan &span)
{
    QTextCharFormat format;
    format.setObjectType(WrittenPiece::Type);
    format.setProperty(SpanProperty, QVariant::fromValue(span));
    return format;
}

QTextCharFormat gapFormat(const QString &gap)
{
    QTextCharFormat format;
    format.setProperty(GapProperty, gap);
    format.setBackground(currentTheme().pinnedBack);
    return format;
}

bool isPiece(const QTextFormat &format) { return format.objectType() == WrittenPiece::Type; }

void addText(const QString &text, const QString &gap, std::vector<WrittenSpan> &spans)
{
    if (text.isEmpty())
        return;
    if (!spans.empty() && spans.back().kind == Kind::Gap && !gap.isEmpty()
        && spans.back().gap == gap) {
        spans.back().text += text;
        return;
    }
    if (!spans.empty() && spans.back().kind == Kind::Text) {
        spans.back().text += text;
        return;
    }
    WrittenSpan span;
    span.text = text;
    spans.push_back(std::move(span));
}

/// What the block says between two places of the document.
std::vector<WrittenSpan> spansOf(const QTextBlock &block, int from, int to)
{
    std::vector<WrittenSpan> spans;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        const int start = qMax(from, fragment.position());
        const int end = qMin(to, fragment.position() + fragment.length());
        if (start >= end)
            continue;
        const QTextCharFormat format = fragment.charFormat();
        if (!isPiece(format)) {
            QString text = fragment.text().mid(start - fragment.position(), end - start);
            text.replace(QChar::LineSeparator, u' ');
            addText(text, format.property(GapProperty).toString(), spans);
            continue;
        }
        // Equal pieces side by side are one fragment.
        for (int i = start; i < end; ++i) {
            spans.push_back(spanOf(format));
            if (spans.back().kind == Kind::Gap)
                spans.back().text.clear();
        }
    }
    return spans;
}

}  // namespace

QSizeF WrittenPiece::intrinsicSize(QTextDocument *document, int, const QTextFormat &format)
{
    const QFontMetricsF metrics(document->defaultFont());
    // An object stands on the base line: what is below it is drawn outside. It does
    // not wrap, so on a narrow page it is cut.
    const qreal text = metrics.horizontalAdvance(shownText(spanOf(format))) + 2 * side;
    const qreal page = document->textWidth() - 2 * document->documentMargin();
    return {page > 0 ? qMin(text, page) : text, metrics.ascent()};
}

void WrittenPiece::drawObject(
    QPainter *painter, const QRectF &rect, QTextDocument *document, int, const QTextFormat &format)
{
    const WrittenSpan span = spanOf(format);
    const Theme &theme = currentTheme();
    const bool open = span.kind == Kind::Gap || span.text == u"—";
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(open ? theme.pinnedBack : theme.heading);
    const qreal below = QFontMetricsF(document->defaultFont()).descent();
    painter->drawRoundedRect(rect.adjusted(1, below / 2, -1, below), 3, 3);
    painter->setPen(open ? theme.pinned : theme.text);
    painter->setFont(document->defaultFont());
    painter->drawText(QPointF(rect.left() + side, rect.bottom()),
        QFontMetricsF(document->defaultFont())
            .elidedText(shownText(span), Qt::ElideRight, rect.width() - 2 * side + 1));
    painter->restore();
}

void insertSpans(QTextCursor &cursor, const std::vector<WrittenSpan> &spans)
{
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    for (const WrittenSpan &span : spans) {
        if (span.kind == Kind::Text) {
            cursor.insertText(span.text, QTextCharFormat());
            continue;
        }
        cursor.insertText(QString(QChar::ObjectReplacementCharacter), pieceFormat(span));
        if (span.kind == Kind::Gap && !span.text.isEmpty())
            cursor.insertText(span.text, gapFormat(span.gap));
    }
    cursor.endEditBlock();
}

void insertParagraphs(QTextCursor &cursor, const std::vector<WrittenParagraph> &paragraphs)
{
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    for (size_t i = 0; i < paragraphs.size(); ++i) {
        if (i > 0)
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
        insertSpans(cursor, paragraphs[i].spans);
    }
    cursor.endEditBlock();
}

void showParagraphs(QTextDocument &document, const std::vector<WrittenParagraph> &paragraphs)
{
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.removeSelectedText();
    bool first = true;
    for (const WrittenParagraph &paragraph : paragraphs) {
        // The user took it out.
        if (paragraph.own && paragraph.spans.empty())
            continue;
        QTextBlockFormat format;
        format.setLineHeight(150, QTextBlockFormat::ProportionalHeight);
        format.setBottomMargin(6);
        format.setProperty(ParagraphProperty, paragraph.id);
        if (first)
            cursor.setBlockFormat(format);
        else
            cursor.insertBlock(format, QTextCharFormat());
        first = false;
        insertSpans(cursor, paragraph.spans);
    }
    cursor.endEditBlock();
}

std::vector<WrittenParagraph> paragraphsOf(const QTextDocument &document)
{
    std::vector<WrittenParagraph> paragraphs;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        WrittenParagraph paragraph;
        paragraph.id = block.blockFormat().property(ParagraphProperty).toString();
        paragraph.spans = spansOf(block, block.position(), block.position() + block.length());
        if (!paragraph.spans.empty())
            paragraphs.push_back(std::move(paragraph));
    }
    return paragraphs;
}

std::vector<WrittenParagraph> paragraphsOf(const QTextCursor &selection)
{
    std::vector<WrittenParagraph> paragraphs;
    if (!selection.hasSelection())
        return paragraphs;
    const int from = selection.selectionStart(), to = selection.selectionEnd();
    for (QTextBlock block = selection.document()->findBlock(from);
         block.isValid() && block.position() <= to; block = block.next()) {
        WrittenParagraph paragraph;
        paragraph.spans = spansOf(block, from, to);
        paragraphs.push_back(std::move(paragraph));
    }
    return paragraphs;
}

std::optional<WrittenSpan> pieceAt(const QTextDocument &document, int position)
{
    if (position < 0 || position >= document.characterCount() - 1)
        return std::nullopt;
    QTextCursor cursor(const_cast<QTextDocument *>(&document));
    cursor.setPosition(position);
    cursor.setPosition(position + 1, QTextCursor::KeepAnchor);
    const QTextCharFormat format = cursor.charFormat();
    if (!isPiece(format))
        return std::nullopt;
    return spanOf(format);
}

QTextCharFormat typingFormat(const QTextCursor &cursor)
{
    const int at = cursor.hasSelection() ? cursor.selectionStart() : cursor.position();
    if (at == cursor.document()->findBlock(at).position())
        return {};
    QTextCursor before(cursor.document());
    before.setPosition(at - 1);
    before.setPosition(at, QTextCursor::KeepAnchor);
    const QTextCharFormat format = before.charFormat();
    if (isPiece(format)) {
        const WrittenSpan span = spanOf(format);
        return span.kind == Kind::Gap ? gapFormat(span.gap) : QTextCharFormat();
    }
    const QString gap = format.property(GapProperty).toString();
    return gap.isEmpty() ? QTextCharFormat() : gapFormat(gap);
}

void refreshGaps(QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (int at = block.position(); at < block.position() + block.length() - 1; ++at) {
            auto piece = pieceAt(document, at);
            if (!piece || piece->kind != Kind::Gap)
                continue;
            const std::vector<WrittenSpan> spans
                = spansOf(block, at, block.position() + block.length());
            if (spans.front().text == piece->text)
                continue;
            piece->text = spans.front().text;
            QTextCursor cursor(&document);
            cursor.setPosition(at);
            cursor.setPosition(at + 1, QTextCursor::KeepAnchor);
            cursor.setCharFormat(pieceFormat(*piece));
        }
    }
}

int positionOf(const QTextBlock &block, int character)
{
    const int end = block.position() + block.length() - 1;
    int left = character;
    for (int at = block.position(); at < end; ++at) {
        const auto piece = pieceAt(*block.document(), at);
        int length = 1;
        if (piece && piece->kind != Kind::Gap)
            length = int(piece->text.size());
        else if (piece)
            length = piece->text.isEmpty() ? int(piece->hint.size()) + 2 : 0;
        if (left < length)
            return at;
        left -= length;
    }
    return end;
}

}  // namespace mz
