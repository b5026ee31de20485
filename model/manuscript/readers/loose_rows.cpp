#include "model/manuscript/readers/loose_rows.h"

#include <QRegularExpression>
#include <algorithm>
#include <set>

namespace mz {

namespace {

bool hasFigure(const TextLine &line)
{
    return std::any_of(line.pieces.begin(), line.pieces.end(), isFigurePiece);
}

/// Some lines of a table as its rows.
class RowMaker
{
public:
    RowMaker(const LooseTable &table, const std::vector<PageColumn> &columns)
        : m_table(table)
        , m_columns(columns)
    {
    }

    /// For each line, its row.
    std::vector<int> rows()
    {
        const size_t lines = m_table.lines.size();
        std::vector<int> rows(lines, 0);
        if (isRuled(m_table)) {
            std::set<int> used;
            for (size_t i = 0; i < lines; ++i)
                used.insert(rows[i] = bandOf(m_table.lines[i]));
            for (int &row : rows)
                row = int(std::distance(used.begin(), used.find(row)));
            return rows;
        }
        for (size_t i = 1; i < lines; ++i)
            rows[i] = rows[i - 1] + (i <= m_table.headings || !goesOn(i) ? 1 : 0);
        return rows;
    }

private:
    int bandOf(const TextLine &line) const
    {
        return int(std::count_if(m_table.rules.begin(), m_table.rules.end(),
            [&](const Border &rule) { return rule.at < line.baseline - 0.36 * line.size; }));
    }

    /// Whether a line without rules around it belongs to the row of the line above.
    bool goesOn(size_t i) const
    {
        const TextLine &above = m_table.lines[i - 1];
        const TextLine &line = m_table.lines[i];
        const double em = std::max(above.size, line.size);
        const double step = line.baseline - above.baseline;
        // Two lines of a name, or of a figure, beside one in the middle of its cell.
        if (step < nearestRow * em)
            return isBeside(line, above) && goesOnAround(i) && goesOnAround(i + 1);
        const bool inMiddle = i + 1 < m_table.lines.size()
            && m_table.lines[i + 1].baseline - line.baseline < nearestRow * em
            && isBeside(m_table.lines[i + 1], line);
        if (step > 2.2 * em || inMiddle)
            return false;
        if (hasFigure(above) && hasFigure(line))
            return isTorn(above, line);
        return hasFigure(line) ? isBegun(above, line) : isRest(line, above);
    }
    /// Whether what stands in the row before the line above goes on in this one.
    bool goesOnAround(size_t i) const
    {
        if (i < 2 || i >= m_table.lines.size())
            return true;
        const TextLine &line = m_table.lines[i];
        const auto isNear = [&](size_t at) {
            return m_table.lines[at].baseline - m_table.lines[at - 1].baseline
                < nearestRow * line.size;
        };
        return !isNear(i) || !isNear(i - 1)
            || std::all_of(line.pieces.begin(), line.pieces.end(), [&](const LinePiece &piece) {
                   const LinePiece *before = pieceUnder(piece, m_table.lines[i - 2]);
                   return !before || goesOn(before, &piece, line.size)
                       || isTornFigure(*before, &piece);
               });
    }
    bool isBeside(const TextLine &line, const TextLine &other) const
    {
        return std::none_of(line.pieces.begin(), line.pieces.end(),
            [&](const LinePiece &piece) { return pieceUnder(piece, other) != nullptr; });
    }
    const LinePiece *pieceUnder(const LinePiece &piece, const TextLine &line) const
    {
        const auto found
            = std::find_if(line.pieces.begin(), line.pieces.end(), [&](const LinePiece &one) {
                  if (one.left < piece.right && one.right > piece.left)
                      return true;
                  const auto column = columnOf(piece);
                  return column != m_columns.end() && column == columnOf(one);
              });
        return found == line.pieces.end() ? nullptr : &*found;
    }
    std::vector<PageColumn>::const_iterator columnOf(const LinePiece &piece) const
    {
        return std::find_if(m_columns.begin(), m_columns.end(), [&piece](const PageColumn &column) {
            return column.left < piece.right && column.right > piece.left;
        });
    }
    /// A text that reaches the end of its column, and what may be the rest of it.
    bool goesOn(const LinePiece *piece, const LinePiece *rest, double em) const
    {
        static const QRegularExpression begins(
            QStringLiteral("^[（(]?([一二三四五六七八九十]{1,3}|\\d{1,2})[）)、.．]"));
        if (!piece || !rest || isFigurePiece(*piece) || isFigurePiece(*rest)
            || begins.match(rest->text).hasMatch())
            return false;
        const auto column = columnOf(*piece);
        constexpr double shortest = 4;  // ems: no cell for names is narrower
        return column != m_columns.end() && piece->right > column->right - 1.3 * em
            && piece->right - piece->left > shortest * em;
    }
    /// Every text of the line goes on from one above.
    bool isRest(const TextLine &line, const TextLine &above) const
    {
        return std::all_of(line.pieces.begin(), line.pieces.end(), [&](const LinePiece &piece) {
            return goesOn(pieceUnder(piece, above), &piece, line.size);
        });
    }
    /// Every text above goes on in the line, at the foot of the row, behind a code: there
    /// every row has one of its own.
    bool isBegun(const TextLine &above, const TextLine &line) const
    {
        return std::all_of(above.pieces.begin(), above.pieces.end(), [&](const LinePiece &piece) {
            const LinePiece *rest = pieceUnder(piece, line);
            const bool coded = rest && rest != &line.pieces.front() && isFigurePiece(*(rest - 1))
                && !(rest - 1)->text.contains(u'.');
            return coded && goesOn(&piece, rest, line.size);
        });
    }
    /// "1,234.5" above "0": figures that their cells broke.
    bool isTorn(const TextLine &above, const TextLine &line) const
    {
        return std::all_of(above.pieces.begin(), above.pieces.end(),
            [&](const LinePiece &piece) { return isTornFigure(piece, pieceUnder(piece, line)); });
    }
    static bool isTornFigure(const LinePiece &piece, const LinePiece *rest)
    {
        return piece.text.contains(u'.') && isFigurePiece(piece) && rest && isFigurePiece(*rest)
            && !rest->text.contains(u'.');
    }

    const LooseTable &m_table;
    const std::vector<PageColumn> &m_columns;
};

}  // namespace

bool isRuled(const LooseTable &table)
{
    const auto figures = std::count_if(table.lines.begin(), table.lines.end(), hasFigure);
    const double first = table.lines.front().baseline, last = table.lines.back().baseline;
    const auto between = std::count_if(table.rules.begin(), table.rules.end(),
        [&](const Border &rule) { return rule.at > first && rule.at < last; });
    return between > 1 && double(between) >= 0.6 * double(figures);
}

std::vector<int> rowsOf(const LooseTable &table, const std::vector<PageColumn> &columns)
{
    return RowMaker(table, columns).rows();
}

}  // namespace mz
