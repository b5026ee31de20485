#include "model/manuscript/readers/page_columns.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace mz {

namespace {

constexpr size_t mostHeadings = 40;  // lines; no table has more
constexpr double nearestRow = 0.95;  // ems: lines of different rows are not as near

/// Finds columns by what stands in them: texts that overlap in x are in one column,
/// unless some line has a text in each of two; then a text over both spans them.
class ColumnFinder
{
public:
    void add(const TextLine &line)
    {
        for (const LinePiece &piece : line.pieces) {
            Column column{piece.left, piece.right, {{m_lines, m_names++}}, isFigurePiece(piece)};
            column.body = true;
            m_body.push_back(std::move(column));
        }
        ++m_lines;
    }
    void findBody()
    {
        std::stable_sort(m_body.begin(), m_body.end(),
            [](const Column &a, const Column &b) { return a.right - a.left < b.right - b.left; });
        for (Column &piece : m_body)
            place(std::move(piece));
    }
    /// A heading, from the lowest line up: it tells of a column that is blank below, and
    /// that what stands under it in the middle and at the side is one column. `height` is
    /// that above the lowest line.
    void addHeading(const TextLine &line, double height)
    {
        partWideColumns(line);
        for (const LinePiece &piece : line.pieces) {
            Column column{piece.left, piece.right, {{m_lines, m_names++}}, true};
            column.heading = height;
            if (!isBetweenLower(column, line.size))
                place(std::move(column));
        }
        ++m_lines;
    }
    std::vector<PageColumn> columns()
    {
        sort();
        std::vector<Column> joined;
        for (size_t i = 0; i < m_columns.size(); ++i) {
            if (isOverTwo(i))
                continue;
            if (!joined.empty() && isSame(joined.back(), m_columns[i]))
                join(joined.back(), m_columns[i]);
            else
                joined.push_back(m_columns[i]);
        }
        std::vector<PageColumn> result;
        for (const Column &column : joined)
            result.push_back({column.left, column.right});
        return result;
    }

private:
    static constexpr double none = 1e9;

    struct Column
    {
        double left, right;
        std::map<int, int> pieces;  ///< By line: the name of one that stands in it.
        bool figures;
        bool body = false;      ///< More than headings stand in it.
        double heading = none;  ///< The height of its lowest one.
    };

    /// Whether some line has a text in each.
    static bool meet(const Column &a, const Column &b)
    {
        return std::any_of(a.pieces.begin(), a.pieces.end(), [&](const auto &piece) {
            const auto other = b.pieces.find(piece.first);
            return other != b.pieces.end() && other->second != piece.second;
        });
    }
    /// A word in the middle of a column of short names is no column, nor are figures that
    /// no heading tells of.
    static bool isSame(const Column &a, const Column &b)
    {
        if (isHeadingBeside(a, b))
            return true;
        if (!a.body || !b.body || meet(a, b))
            return false;
        return !a.figures || !b.figures || (a.heading == none) != (b.heading == none);
    }
    /// A heading in the middle of its cell may stand beside short names at the left of
    /// it, or beside figures at the right.
    static bool isHeadingBeside(const Column &a, const Column &b)
    {
        if (a.body == b.body)
            return false;
        return a.body ? !a.figures && a.heading > b.heading : b.figures && b.heading > a.heading;
    }
    void sort()
    {
        std::sort(m_columns.begin(), m_columns.end(),
            [](const Column &a, const Column &b) { return a.left < b.left; });
    }
    std::vector<size_t> overlapping(const Column &with) const
    {
        std::vector<size_t> over;
        for (size_t i = 0; i < m_columns.size(); ++i) {
            if (with.left < m_columns[i].right && with.right > m_columns[i].left)
                over.push_back(i);
        }
        return over;
    }
    static void join(Column &to, const Column &column)
    {
        to.left = std::min(to.left, column.left);
        to.right = std::max(to.right, column.right);
        to.pieces.insert(column.pieces.begin(), column.pieces.end());
        to.figures = to.figures && column.figures;
        to.body = to.body || column.body;
        to.heading = std::min(to.heading, column.heading);
    }
    void place(Column made)
    {
        const std::vector<size_t> over = overlapping(made);
        const bool parted = std::any_of(over.begin(), over.end(), [&](size_t one) {
            return std::any_of(over.begin(), over.end(),
                [&](size_t other) { return meet(m_columns[one], m_columns[other]); });
        });
        if (parted) {
            for (const size_t one : over)
                m_columns[one].pieces.insert(made.pieces.begin(), made.pieces.end());
            return;
        }
        for (auto i = over.rbegin(); i != over.rend(); ++i) {
            join(made, m_columns[*i]);
            m_columns.erase(m_columns.begin() + qsizetype(*i));
        }
        m_columns.push_back(std::move(made));
    }
    /// Under two headings of one line are two columns; what stood there was over both.
    void partWideColumns(const TextLine &line)
    {
        const auto isWide = [&line](const Column &column) {
            const auto headings = std::count_if(
                line.pieces.begin(), line.pieces.end(), [&column](const LinePiece &piece) {
                    return piece.left < column.right && piece.right > column.left;
                });
            return !column.figures && headings > 1;
        };
        m_columns.erase(
            std::remove_if(m_columns.begin(), m_columns.end(), isWide), m_columns.end());
    }
    /// A heading over the gap between two columns with headings of their own below.
    bool isBetweenLower(const Column &heading, double size)
    {
        sort();
        const auto right = std::find_if(m_columns.begin(), m_columns.end(),
            [&](const Column &column) { return column.right > heading.left; });
        return right != m_columns.begin() && right != m_columns.end()
            && right->left >= heading.right && right->heading < heading.heading - size
            && std::prev(right)->heading < heading.heading - size;
    }
    /// Words between two columns that are blank but for their headings stand over both.
    bool isOverTwo(size_t i) const
    {
        const Column &column = m_columns[i];
        if (!column.body || column.figures || i == 0 || i + 1 == m_columns.size())
            return false;
        const auto isBlank
            = [&](const Column &beside) { return !beside.body && beside.heading < column.heading; };
        return isBlank(m_columns[i - 1]) && isBlank(m_columns[i + 1]);
    }

    std::vector<Column> m_body;  ///< Its pieces, each a column at first.
    std::vector<Column> m_columns;
    int m_lines = 0, m_names = 0;
};

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
        if (isRuled()) {
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

    /// Rules between most of the rows tell what a row is.
    bool isRuled() const
    {
        const auto figures = std::count_if(m_table.lines.begin(), m_table.lines.end(), hasFigure);
        const double first = m_table.lines.front().baseline, last = m_table.lines.back().baseline;
        const auto between = std::count_if(m_table.rules.begin(), m_table.rules.end(),
            [&](const Border &rule) { return rule.at > first && rule.at < last; });
        return between > 1 && double(between) >= 0.6 * double(figures);
    }

    int bandOf(const TextLine &line) const
    {
        return int(std::count_if(m_table.rules.begin(), m_table.rules.end(),
            [&](const Border &rule) { return rule.at < line.baseline - 0.36 * line.size; }));
    }

private:
    static bool hasFigure(const TextLine &line)
    {
        return std::any_of(line.pieces.begin(), line.pieces.end(), isFigurePiece);
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

/// One part of a table as a grid.
class GridMaker
{
public:
    GridMaker(const LooseTable &table, const std::vector<PageColumn> &columns)
        : m_table(table)
        , m_columns(columns)
        , m_rowMaker(table, columns)
        , m_rowOf(m_rowMaker.rows())
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
        if (m_rowMaker.isRuled())
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
    RowMaker m_rowMaker;
    std::vector<int> m_rowOf;
    std::vector<double> m_xs;
    std::vector<Word> m_words;
};

}  // namespace

std::vector<PageColumn> columnsOf(const std::vector<const LooseTable *> &parts)
{
    ColumnFinder finder;
    for (const LooseTable *part : parts) {
        for (size_t i = part->headings; i < part->lines.size(); ++i)
            finder.add(part->lines[i]);
    }
    finder.findBody();
    for (const LooseTable *part : parts) {
        for (size_t i = part->headings; i-- > 0;)
            finder.addHeading(
                part->lines[i], part->lines[part->headings - 1].baseline - part->lines[i].baseline);
    }
    return finder.columns();
}

std::vector<PageGrid> gridsOf(const std::vector<const LooseTable *> &parts)
{
    const std::vector<PageColumn> columns = columnsOf(parts);
    std::vector<PageGrid> grids;
    for (const LooseTable *part : parts)
        grids.push_back(GridMaker(*part, columns).make());
    return grids;
}

bool goesOnFrom(const LooseTable &table, const LooseTable &next)
{
    // Without headings of its own, the next part does not tell how many it has.
    const size_t own = next.headings == 0 ? 0 : columnsOf({&next}).size();
    return columnsOf({&table, &next}).size() >= std::max(columnsOf({&table}).size(), own);
}

}  // namespace mz
