#include "model/manuscript/readers/page_columns.h"

#include <QRegularExpression>
#include <algorithm>

namespace mz {

namespace {

bool isNumberPiece(const LinePiece &piece)
{
    static const QRegularExpression number(
        QStringLiteral("^[-－]?\\d{1,3}([,，]?\\d{3})*(\\.\\d+)?%?$|^[-－—]+$"));
    return number.match(piece.text.trimmed()).hasMatch();
}

/// A line of a table's body: a name, or a code, and numbers apart from it.
bool isBodyLine(const TextLine &line)
{
    return line.pieces.size() >= 2
        && std::any_of(line.pieces.begin() + 1, line.pieces.end(), isNumberPiece);
}

struct Span
{
    double left, right;
};

/// The columns of lines: what overlaps in x belongs to one.
std::vector<Span> columnsOf(const std::vector<TextLine> &lines, size_t from, size_t to)
{
    std::vector<Span> pieces;
    for (size_t i = from; i < to; ++i) {
        if (!isBodyLine(lines[i]))
            continue;
        for (const LinePiece &piece : lines[i].pieces)
            pieces.push_back({piece.left, piece.right});
    }
    std::sort(
        pieces.begin(), pieces.end(), [](const Span &a, const Span &b) { return a.left < b.left; });
    std::vector<Span> columns;
    for (const Span &piece : pieces) {
        if (!columns.empty() && piece.left < columns.back().right)
            columns.back().right = std::max(columns.back().right, piece.right);
        else
            columns.push_back(piece);
    }
    return columns;
}

/// The glyphs of a piece, so that a cell of it reads like any other.
void putText(PageCell &cell, const LinePiece &piece, const TextLine &line)
{
    const auto points = piece.text.toUcs4();
    const double share = (piece.right - piece.left) / double(std::max<qsizetype>(1, points.size()));
    double x = piece.left;
    for (const uint point : points) {
        cell.glyphs.push_back({char32_t(point), x, x + share, line.baseline, line.size});
        x += share;
    }
}

PageGrid gridOf(const std::vector<TextLine> &lines, size_t from, size_t to)
{
    const std::vector<Span> columns = columnsOf(lines, from, to);
    PageGrid grid;
    grid.xs.push_back(columns.front().left - 2);
    for (size_t i = 1; i < columns.size(); ++i)
        grid.xs.push_back((columns[i - 1].right + columns[i].left) / 2);
    grid.xs.push_back(columns.back().right + 2);
    for (size_t i = from; i < to; ++i) {
        const TextLine &line = lines[i];
        grid.ys.push_back(line.baseline - line.size);
        const int row = int(i - from);
        int next = 0;
        for (const LinePiece &piece : line.pieces) {
            int first = -1, last = -1;
            for (size_t column = 0; column < columns.size(); ++column) {
                if (piece.left < grid.xs[column + 1] && piece.right > grid.xs[column]) {
                    first = first < 0 ? int(column) : first;
                    last = int(column);
                }
            }
            if (first < 0) {
                first = piece.right <= grid.xs.front() ? 0 : int(columns.size()) - 1;
                last = first;
            }
            if (first < next) {
                // Two pieces over one column: its words are one cell.
                if (last < next || next >= int(columns.size())) {
                    putText(grid.cells.back(), piece, line);
                    continue;
                }
                first = next;
            }
            for (; next < first; ++next)
                grid.cells.push_back({row, next, 1, 1, {}});
            grid.cells.push_back({row, first, 1, last - first + 1, {}});
            putText(grid.cells.back(), piece, line);
            next = last + 1;
        }
        for (; next < int(columns.size()); ++next)
            grid.cells.push_back({row, next, 1, 1, {}});
    }
    grid.ys.push_back(lines[to - 1].baseline + 0.3 * lines[to - 1].size);
    return grid;
}

}  // namespace

std::vector<PageGrid> unruledGrids(std::vector<TextLine> &lines)
{
    std::vector<PageGrid> grids;
    std::vector<bool> taken(lines.size(), false);
    for (size_t i = 0; i < lines.size();) {
        if (!isBodyLine(lines[i])) {
            ++i;
            continue;
        }
        // Headings above: lines of several pieces.
        size_t from = i;
        while (from > 0 && !taken[from - 1] && lines[from - 1].pieces.size() >= 2
            && lines[i].baseline - lines[from - 1].baseline < 120)
            --from;
        size_t to = i, body = 0;
        for (size_t k = i; k < lines.size(); ++k) {
            if (isBodyLine(lines[k])) {
                ++body;
                to = k + 1;
            } else if (k >= to + 2) {
                break;  // a name that runs over a line may stand between
            }
        }
        if (body >= 3 && columnsOf(lines, i, to).size() >= 2) {
            grids.push_back(gridOf(lines, from, to));
            std::fill(taken.begin() + qsizetype(from), taken.begin() + qsizetype(to), true);
        }
        i = to;
    }
    size_t kept = 0;
    for (size_t i = 0; i < lines.size(); ++i) {
        if (!taken[i]) {
            if (kept != i)
                lines[kept] = std::move(lines[i]);
            ++kept;
        }
    }
    lines.resize(kept);
    return grids;
}

}  // namespace mz
