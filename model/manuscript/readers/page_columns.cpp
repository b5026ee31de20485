#include "model/manuscript/readers/page_columns.h"

#include <algorithm>
#include <map>

namespace mz {

namespace {

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
        result.reserve(joined.size());
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

bool goesOnFrom(const LooseTable &table, const LooseTable &next)
{
    // Without headings of its own, the next part does not tell how many it has.
    const size_t own = next.headings == 0 ? 0 : columnsOf({&next}).size();
    return columnsOf({&table, &next}).size() >= std::max(columnsOf({&table}).size(), own);
}

}  // namespace mz
