#include "model/manuscript/readers/loose_rows.h"

#include <QList>
#include <algorithm>
#include <cmath>
#include <optional>

namespace mz {

namespace {

constexpr size_t mostHeadings = 40;  // lines; no table has more

/// One part of a table as a grid.
class GridMaker
{
public:
    GridMaker(const LooseTable &table, const std::vector<PageColumn> &columns)
        : m_table(table)
        , m_columns(columns)
        , m_rowOf(rowsOf(table, columns))
    {
        m_xs.push_back(columns.front().left - 2);
        for (size_t i = 1; i < columns.size(); ++i)
            m_xs.push_back((columns[i - 1].right + columns[i].left) / 2);
        m_xs.push_back(columns.back().right + 2);
    }

    PageGrid make()
    {
        placeWords();
        joinHeadings();
        PageGrid grid;
        grid.xs = m_xs;
        const int rows = m_rowOf.back() + 1;
        for (int row = 0; row < rows; ++row) {
            const auto line = std::find(m_rowOf.begin(), m_rowOf.end(), row);
            const TextLine &first = m_table.lines[size_t(line - m_rowOf.begin())];
            grid.ys.push_back(first.baseline - first.size);
            addRow(row, grid);
        }
        grid.ys.push_back(m_table.lines.back().baseline + 0.3 * m_table.lines.back().size);
        return grid;
    }

private:
    struct Word
    {
        const LinePiece *piece;
        const TextLine *line;
        size_t lineIndex;
        int row, first, last;
        bool heading;
    };

    void placeWords()
    {
        for (size_t i = 0; i < m_table.lines.size(); ++i) {
            const size_t begin = m_words.size();
            for (const LinePiece &piece : m_table.lines[i].pieces) {
                const auto [first, last] = columnsUnder(piece);
                m_words.push_back(
                    {&piece, &m_table.lines[i], i, m_rowOf[i], first, last, i < m_table.headings});
            }
            if (i < m_table.headings && m_table.headings <= mostHeadings)
                widenGroups(i, begin);
        }
    }

    std::pair<int, int> columnsUnder(const LinePiece &piece) const
    {
        int first = -1, last = -1, most = -1;
        double widest = 0;
        for (size_t i = 0; i < m_columns.size(); ++i) {
            const double shared = std::min(piece.right, m_columns[i].right)
                - std::max(piece.left, m_columns[i].left);
            if (shared <= 0)
                continue;
            first = first < 0 ? int(i) : first;
            last = int(i);
            if (shared > widest) {
                widest = shared;
                most = int(i);
            }
        }
        if (first < 0) {
            const double middle = (piece.left + piece.right) / 2;
            const auto next = std::upper_bound(m_xs.begin(), m_xs.end(), middle);
            first = last = std::clamp(int(next - m_xs.begin()) - 1, 0, int(m_columns.size()) - 1);
        } else if (isFigurePiece(piece)) {
            first = last = most;
        }
        return {first, last};
    }

    /// The middle of the headings of a column in the rows below, or nothing.
    std::optional<double> middleBelow(int column, size_t line) const
    {
        const PageColumn &place = m_columns[size_t(column)];
        std::optional<double> first, last;
        for (size_t i = line + 1; i < m_table.headings; ++i) {
            const bool any = std::any_of(m_table.lines[i].pieces.begin(),
                m_table.lines[i].pieces.end(), [&place](const LinePiece &piece) {
                    return piece.left < place.right && piece.right > place.left;
                });
            const TextLine &above = m_table.lines[line];
            if (!any || m_table.lines[i].baseline - above.baseline < nearestRow * above.size)
                continue;
            last = m_table.lines[i].baseline;
            first = first.value_or(*last);
        }
        return first ? std::optional((*first + *last) / 2) : std::nullopt;
    }

    /// A heading over several columns stands in the middle of them.
    void widenGroups(size_t line, size_t begin)
    {
        for (size_t i = begin; i < m_words.size(); ++i) {
            Word &word = m_words[i];
            const int least = i == begin ? 0 : m_words[i - 1].last + 1;
            const int most
                = i + 1 < m_words.size() ? m_words[i + 1].first - 1 : int(m_columns.size()) - 1;
            std::optional<double> highest;
            bool group = true;
            for (int column = word.first; column <= word.last; ++column) {
                const std::optional<double> below = middleBelow(column, line);
                group = group && below;
                if (below)
                    highest = std::min(*below, highest.value_or(*below));
            }
            if (!group)
                continue;
            // A heading of several rows beside the group stands higher than those below it.
            const auto isBelow = [&](int column) {
                const std::optional<double> below = middleBelow(column, line);
                return below && *below > *highest - 0.6 * word.line->size;
            };
            int low = word.first, high = word.last;
            while (low > least && isBelow(low - 1))
                --low;
            while (high < most && isBelow(high + 1))
                ++high;
            const double middle = (word.piece->left + word.piece->right) / 2;
            const double slack = 0.5 * word.line->size;
            double best = 1e9, bestOff = 0;
            int bestFirst = word.first, bestLast = word.last;
            for (int first = low; first <= word.first; ++first) {
                for (int last = high; last >= word.last; --last) {
                    const double off
                        = std::fabs((m_xs[size_t(first)] + m_xs[size_t(last) + 1]) / 2 - middle);
                    // Of two that fit alike, the wider one.
                    const double cost = off - slack * (last - first);
                    if (cost < best) {
                        best = cost;
                        bestOff = off;
                        bestFirst = first;
                        bestLast = last;
                    }
                }
            }
            // In the middle of nothing: headings of this table begin where their columns do.
            const bool flush = bestOff > 2 * word.line->size
                && std::fabs(word.piece->left - m_columns[size_t(word.first)].left) < 1;
            word.first = flush ? word.first : bestFirst;
            word.last = flush ? high : bestLast;
        }
    }

    /// The lines of one heading are one cell, in its highest row.
    void joinHeadings()
    {
        std::vector<Word *> last(m_columns.size(), nullptr);
        for (Word &word : m_words) {
            if (!word.heading)
                break;
            Word *above = last[size_t(word.first)];
            const bool same = above && above->first == word.first && above->last == word.last
                && !isParted(*above, word);
            if (same)
                word.row = above->row;
            for (int column = word.first; column <= word.last; ++column)
                last[size_t(column)] = &word;
        }
    }
    bool isParted(const Word &above, const Word &below) const
    {
        const double middle = (below.piece->left + below.piece->right) / 2;
        if (isRuled(m_table))
            return std::any_of(m_table.rules.begin(), m_table.rules.end(), [&](const Border &rule) {
                return rule.at > above.line->baseline - 0.3 * above.line->size
                    && rule.at < below.line->baseline && rule.covered(middle - 4, middle + 4) > 4;
            });
        return below.line->baseline - above.line->baseline > 2 * below.line->size;
    }

    void addRow(int row, PageGrid &grid)
    {
        std::vector<const Word *> words;
        for (const Word &word : m_words) {
            if (word.row == row)
                words.push_back(&word);
        }
        std::stable_sort(words.begin(), words.end(),
            [](const Word *a, const Word *b) { return a->first < b->first; });
        int next = 0;
        const int width = int(m_columns.size());
        for (const Word *word : words) {
            if (word->first < next && (word->last < next || next >= width)) {
                putText(grid.cells.back(), *word);
                continue;
            }
            const int first = std::max(next, word->first);
            for (; next < first; ++next)
                grid.cells.push_back({row, next, 1, 1, {}});
            grid.cells.push_back({row, first, 1, word->last - first + 1, {}});
            putText(grid.cells.back(), *word);
            next = word->last + 1;
        }
        for (; next < width; ++next)
            grid.cells.push_back({row, next, 1, 1, {}});
    }

    /// The glyphs of a word, so that a cell of it reads like any other.
    static void putText(PageCell &cell, const Word &word)
    {
        const LinePiece &piece = *word.piece;
        const auto points = piece.text.toUcs4();
        const double share
            = (piece.right - piece.left) / double(std::max<qsizetype>(1, points.size()));
        double x = piece.left;
        for (const uint point : points) {
            cell.glyphs.push_back(
                {char32_t(point), x, x + share, word.line->baseline, word.line->size});
            x += share;
        }
    }

    const LooseTable &m_table;
    const std::vector<PageColumn> &m_columns;
    std::vector<int> m_rowOf;
    std::vector<double> m_xs;
    std::vector<Word> m_words;
};

}  // namespace

std::vector<PageGrid> gridsOf(const std::vector<const LooseTable *> &parts)
{
    const std::vector<PageColumn> columns = columnsOf(parts);
    std::vector<PageGrid> grids;
    grids.reserve(parts.size());
    for (const LooseTable *part : parts)
        grids.push_back(GridMaker(*part, columns).make());
    return grids;
}

}  // namespace mz
