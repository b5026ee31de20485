#include "model/manuscript/readers/page_lines.h"

#include <algorithm>
#include <cmath>

namespace mz {

namespace {

bool isSpace(char32_t c) { return QChar::isSpace(c) || c == 0x200B || c == 0xFEFF; }

/// Letters and digits, between which a gap means a space. An ideograph is set in
/// its own square, and gaps between two of them only stretch a line.
bool isNarrow(char32_t c) { return c < 0x2E80; }

bool isNumberText(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isDigit() || c == u'.' || c == u',' || c == u'，' || c == u'-' || c == u'%';
    });
}

bool isDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// The widest gap, in ems, within a piece.
double widestGap(char32_t before, char32_t after, Parting parting)
{
    if (parting == Parting::Pieces)
        return 1.5;
    const bool atFigure = isDigit(before) || isDigit(after);
    const bool inWord = isNarrow(before) && isNarrow(after) && !(isDigit(before) && isDigit(after));
    return atFigure && !inWord ? 0.3 : 0.5;
}

TextLine lineOf(std::vector<PageGlyph> glyphs, Parting parting)
{
    std::stable_sort(glyphs.begin(), glyphs.end(),
        [](const PageGlyph &a, const PageGlyph &b) { return a.left < b.left; });
    TextLine line;
    line.left = glyphs.front().left;
    double baseline = 0;
    bool pendingSpace = false;
    const PageGlyph *last = nullptr;
    for (const PageGlyph &glyph : glyphs) {
        baseline += glyph.baseline;
        if (isSpace(glyph.character)) {
            pendingSpace = last != nullptr;
            continue;
        }
        if (last && last->character == glyph.character
            && glyph.left - last->left < 0.2 * glyph.size)
            continue;  // struck twice to look bold
        line.size = std::max(line.size, glyph.size);
        const double gap = last ? glyph.left - last->right : 0;
        const double em = last ? std::max(last->size, glyph.size) : glyph.size;
        if (!last || gap > widestGap(last->character, glyph.character, parting) * em) {
            line.pieces.push_back({glyph.left, glyph.right, {}});
            pendingSpace = false;
        }
        LinePiece &piece = line.pieces.back();
        const bool narrow = last && isNarrow(last->character) && isNarrow(glyph.character);
        if ((pendingSpace || (narrow && gap > 0.45 * em)) && !piece.text.isEmpty())
            piece.text += u' ';
        pendingSpace = false;
        piece.text += QString::fromUcs4(&glyph.character, 1);
        piece.right = std::max(piece.right, glyph.right);
        line.right = std::max(line.right, glyph.right);
        last = &glyph;
    }
    line.baseline = baseline / double(glyphs.size());
    return line;
}

}  // namespace

QString TextLine::text() const
{
    QString all;
    for (const LinePiece &piece : pieces)
        all += (all.isEmpty() ? QString() : QStringLiteral("  ")) + piece.text;
    return all;
}

std::vector<TextLine> linesOf(std::vector<PageGlyph> glyphs, Parting parting)
{
    std::stable_sort(glyphs.begin(), glyphs.end(),
        [](const PageGlyph &a, const PageGlyph &b) { return a.baseline < b.baseline; });
    std::vector<TextLine> lines;
    std::vector<PageGlyph> line;
    double baseline = 0, size = 0;
    const auto close = [&] {
        if (line.empty())
            return;
        TextLine made = lineOf(std::exchange(line, {}), parting);
        if (!made.pieces.empty())
            lines.push_back(std::move(made));
        size = 0;
    };
    for (const PageGlyph &glyph : glyphs) {
        // Digits may stand a little off the line of the ideographs.
        if (!line.empty() && glyph.baseline - baseline > 0.45 * std::max(size, glyph.size))
            close();
        if (line.empty())
            baseline = glyph.baseline;
        size = std::max(size, glyph.size);
        line.push_back(glyph);
    }
    close();
    return lines;
}

QString cellTextOf(const std::vector<TextLine> &lines)
{
    QString all;
    const bool number = std::all_of(
        lines.begin(), lines.end(), [](const TextLine &line) { return isNumberText(line.text()); });
    for (const TextLine &line : lines) {
        if (!all.isEmpty() && !number)
            all += u'\n';
        all += line.text();
    }
    return all;
}

}  // namespace mz
