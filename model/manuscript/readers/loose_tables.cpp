#include "model/manuscript/readers/loose_tables.h"

#include "model/manuscript/readers/page_columns.h"
#include <QRegularExpression>
#include <algorithm>

namespace mz {

namespace {

qsizetype figuresOf(const TextLine &line)
{
    return std::count_if(line.pieces.begin(), line.pieces.end(), isFigurePiece);
}

/// A title may be spaced out: 合 计 is one word.
void joinSpacedWords(TextLine &line)
{
    std::vector<LinePiece> joined;
    bool single = false;  // the last piece is made of single ideographs
    for (LinePiece &piece : line.pieces) {
        const bool one = piece.text.size() == 1 && piece.text.front().unicode() >= 0x2E80;
        if (one && single && piece.left - joined.back().right < 4 * line.size) {
            joined.back().text += piece.text;
            joined.back().right = piece.right;
        } else {
            joined.push_back(std::move(piece));
        }
        single = one;
    }
    line.pieces = std::move(joined);
}

/// Finds the tables among the lines of one page.
class Finder
{
public:
    Finder(std::vector<TextLine> &lines, std::vector<TextLine> cells, std::vector<Border> rules)
        : m_lines(lines)
        , m_cells(std::move(cells))
        , m_rules(std::move(rules))
        , m_taken(lines.size(), false)
    {
    }

    std::vector<LooseTable> find()
    {
        std::vector<LooseTable> tables;
        for (size_t i = 0; i < m_lines.size();) {
            if (!isBody(i) && !isWide(i)) {
                ++i;
                continue;
            }
            const size_t from = beginOf(i);
            const size_t to = endOf(from, i);
            const bool certain = isTable(i, to);
            tables.push_back(take(from, to));
            tables.back().certain = certain;
            i = to;
        }
        return tables;
    }
    const std::vector<bool> &taken() const { return m_taken; }

private:
    static constexpr double longestStep = 80;  // points between two lines of headings

    /// A line of a table's body: a name, or a code, and numbers apart from it.
    bool isBody(size_t i) const
    {
        const std::vector<LinePiece> &pieces = m_lines[i].pieces;
        if (pieces.size() >= 2 && std::any_of(pieces.begin() + 1, pieces.end(), isFigurePiece))
            return true;
        return m_cells[i].pieces.size() >= 3 && figuresOf(m_cells[i]) >= 2;
    }
    /// No running text is parted so often.
    bool isWide(size_t i) const { return m_lines[i].pieces.size() >= 4; }

    bool isTable(size_t from, size_t to) const
    {
        size_t body = 0;
        for (size_t i = from; i < to; ++i) {
            if (isWide(i) || figuresOf(m_cells[i]) >= 3)
                return true;
            body += isBody(i) ? 1 : 0;
        }
        return body >= 3;
    }

    /// Above the first line with figures stand headings: lines of several pieces,
    /// with those of one piece between them.
    size_t beginOf(size_t first) const
    {
        constexpr double tallest = 320;
        size_t from = first;
        for (size_t i = first; i-- > 0 && !m_taken[i];) {
            const double step = m_lines[i + 1].baseline - m_lines[i].baseline;
            if (step > longestStep || m_lines[first].baseline - m_lines[i].baseline > tallest)
                break;
            if (standsBeside(m_lines[i]))
                return i + 1;
            if (m_cells[i].pieces.size() >= 2 || isUnderRule(i) || step < m_lines[i].size)
                from = i;
            else if (isLong(m_lines[i]))
                break;
        }
        return from;
    }
    /// "Department: X    Unit: Y" stands above a table.
    static bool standsBeside(const TextLine &line)
    {
        const QString &text = line.pieces.front().text;
        return text.contains(u'：') || text.contains(u':');
    }

    /// Whether the line stands between two rules of one length.
    bool isUnderRule(size_t i) const
    {
        const auto below = std::find_if(m_rules.begin(), m_rules.end(),
            [&](const Border &rule) { return rule.at > m_lines[i].baseline; });
        if (below == m_rules.begin() || below == m_rules.end())
            return false;
        const Border &above = *std::prev(below);
        return below->at - above.at < 80 && above.from() < m_lines[i].left
            && above.to() > m_lines[i].right && std::abs(above.from() - below->from()) < 6
            && std::abs(above.to() - below->to()) < 6;
    }

    /// Behind the last line with figures; names that run over a line, and rows
    /// without a figure, stand between and right below.
    size_t endOf(size_t from, size_t first) const
    {
        size_t to = first + 1;
        LooseTable table;
        table.lines.assign(m_cells.begin() + qsizetype(from), m_cells.begin() + qsizetype(to));
        table.headings = first - from;
        bool body = isBody(first);
        std::vector<PageColumn> columns;  // none while they are not known
        const auto fitsIn = [&](const TextLine &line) {
            if (columns.empty())
                columns = columnsOf({&table});
            return fits(line, columns);
        };
        for (size_t i = to; i < m_lines.size(); ++i) {
            if (isBody(i)) {
                for (; to <= i; ++to)
                    table.lines.push_back(m_cells[to]);
                if (!std::exchange(body, true))
                    table.headings = i - from;
                columns.clear();
            } else if (body ? !fitsIn(m_cells[i]) : !isHeading(i)) {
                break;
            }
        }
        double step = 2.2 * m_lines[to - 1].size;
        if (to > from + 1)
            step = std::max(step, 1.2 * (m_lines[to - 1].baseline - m_lines[to - 2].baseline));
        while (to < m_lines.size() && fitsIn(m_cells[to])
            && m_cells[to].right < columns.back().right && !isLong(m_cells[to])
            && m_lines[to].baseline - m_lines[to - 1].baseline < step)
            ++to;
        return to;
    }
    bool isHeading(size_t i) const
    {
        return m_lines[i].baseline - m_lines[i - 1].baseline < longestStep
            && (m_cells[i].pieces.size() >= 2 || !isLong(m_lines[i]));
    }
    static bool isLong(const TextLine &line)
    {
        constexpr double longest = 25;  // ems
        return line.right - line.left > longest * line.size;
    }
    /// No text of it stands over several columns.
    static bool fits(const TextLine &line, const std::vector<PageColumn> &columns)
    {
        return std::all_of(line.pieces.begin(), line.pieces.end(), [&](const LinePiece &piece) {
            return std::count_if(columns.begin(), columns.end(), [&](const PageColumn &column) {
                return piece.left < column.right && piece.right > column.left;
            }) <= 1;
        });
    }
    /// Whether the last of the headings is the upper line of the first name, beside
    /// which the figures stand.
    bool beginsWithName(size_t from, size_t headings, size_t to) const
    {
        if (headings == 0 || from + headings + 1 >= to)
            return false;
        const TextLine &above = m_cells[from + headings - 1];
        const TextLine &line = m_cells[from + headings];
        const TextLine &below = m_cells[from + headings + 1];
        const auto isNear = [](const TextLine &one, const TextLine &next) {
            return next.baseline - one.baseline < one.size;
        };
        return above.pieces.size() == 1 && isNear(above, line)
            && (headings == 1
                || (below.pieces.size() == 1 && isNear(line, below) && below.left < above.right
                    && below.right > above.left));
    }

    LooseTable take(size_t from, size_t to)
    {
        LooseTable table;
        while (table.headings < to - from && !isBody(from + table.headings))
            ++table.headings;
        if (beginsWithName(from, table.headings, to))
            --table.headings;
        // Where there is no figure, rows of one name stand below the headings.
        if (table.headings == to - from) {
            while (table.headings > 1 && m_cells[from + table.headings - 1].pieces.size() < 2)
                --table.headings;
        }
        for (size_t i = from; i < to; ++i) {
            m_taken[i] = true;
            table.lines.push_back(std::move(m_cells[i]));
            table.plain.push_back(std::move(m_lines[i]));
        }
        const double bottom = table.lines.back().baseline + table.lines.back().size;
        std::copy_if(m_rules.begin(), m_rules.end(), std::back_inserter(table.rules),
            [&](const Border &rule) { return rule.at > table.top() && rule.at < bottom; });
        return table;
    }

    std::vector<TextLine> &m_lines;
    std::vector<TextLine> m_cells;  ///< The same lines, parted into cells.
    std::vector<Border> m_rules;
    std::vector<bool> m_taken;
};

}  // namespace

bool isFigurePiece(const LinePiece &piece)
{
    static const QRegularExpression number(
        QStringLiteral("^[-－]?\\d{1,3}([,，]?\\d{3})*(\\.\\d+)?%?$|^[-－—]+$"));
    return number.match(piece.text).hasMatch();
}

std::vector<LooseTable> looseTables(const std::vector<PageRule> &rules,
    const std::vector<PageGlyph> &glyphs, std::vector<TextLine> &lines)
{
    const bool any = std::any_of(
        lines.begin(), lines.end(), [](const TextLine &line) { return line.pieces.size() >= 2; });
    // What no page has: not worth the time that it would take.
    constexpr size_t mostLines = 1000, mostPieces = 6000;
    if (!any || lines.size() > mostLines)
        return {};
    std::vector<TextLine> cells = linesOf(glyphs, Parting::Cells);
    size_t pieces = 0;
    for (TextLine &line : cells) {
        joinSpacedWords(line);
        pieces += line.pieces.size();
    }
    if (pieces > mostPieces)
        return {};
    Finder finder(lines, std::move(cells), bordersOf(rules, true));
    std::vector<LooseTable> tables = finder.find();
    size_t kept = 0;
    for (size_t i = 0; i < lines.size(); ++i) {
        if (finder.taken()[i])
            continue;
        if (kept != i)
            lines[kept] = std::move(lines[i]);
        ++kept;
    }
    lines.resize(kept);
    return tables;
}

}  // namespace mz
