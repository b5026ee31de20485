#include "model/recognize/grid_columns.h"

#include "model/domain/text.h"
#include <QSet>
#include <algorithm>

namespace mz {

namespace {

constexpr int largestWidth = 256;  // no disclosure table is wider

struct Leaf
{
    QString id;
    int lane;
    const Heading *heading;
    QStringList titles;              ///< Normalized: the leaf's title and aliases.
    std::vector<QStringList> above;  ///< Of each heading above it: title and aliases.
};

QStringList normalizedTitles(const Heading &heading)
{
    QStringList titles{normalized(heading.title)};
    for (const QString &alias : heading.aliases)
        titles << normalized(alias);
    return titles;
}

QString leafId(const Heading &heading, int lane)
{
    switch (heading.shows) {
    case Heading::Shows::Amount:
        return QStringLiteral("%1@%2").arg(heading.column).arg(lane);
    case Heading::Shows::Code:
        return heading.codeLevel > 0 ? QStringLiteral("code%1@%2").arg(heading.codeLevel).arg(lane)
                                     : QStringLiteral("code@%1").arg(lane);
    case Heading::Shows::Label:
        return QStringLiteral("label@%1").arg(lane);
    case Heading::Shows::Line:
        return QStringLiteral("line@%1").arg(lane);
    case Heading::Shows::Group:
        break;
    }
    return {};
}

void collectLeaves(
    const Heading &heading, int lane, std::vector<QStringList> above, std::vector<Leaf> &leaves)
{
    if (heading.below.empty()) {
        leaves.push_back(
            {leafId(heading, lane), lane, &heading, normalizedTitles(heading), std::move(above)});
        return;
    }
    above.push_back(normalizedTitles(heading));
    for (const Heading &below : heading.below)
        collectLeaves(below, lane, above, leaves);
}

std::vector<Leaf> leavesOf(const TableForm &form)
{
    std::vector<Leaf> leaves;
    for (size_t lane = 0; lane < form.lanes.size(); ++lane) {
        for (const Heading &heading : form.lanes[lane].heading)
            collectLeaves(heading, int(lane), {}, leaves);
    }
    return leaves;
}

/// How well a column's titles fit a leaf: 0 not at all, 100 and more by title.
int fit(const Leaf &leaf, const QStringList &path, const QSet<QString> &groupTitles)
{
    if (path.isEmpty())
        return 0;
    int score = 0;
    for (const QString &title : path) {
        if (leaf.titles.front() == title)
            score = qMax(score, 100);
        else if (leaf.titles.contains(title))
            score = qMax(score, 95);
    }
    if (score == 0) {
        for (const QString &title : leaf.titles) {
            const int alike = likeness(title, path.back());
            if (alike >= 60)
                score = qMax(score, alike * 8 / 10);
        }
    }
    if (score == 0)
        return 0;
    QSet<QString> ownGroups;
    for (const QStringList &group : leaf.above) {
        const bool printed = std::any_of(group.begin(), group.end(),
            [&path](const QString &title) { return path.contains(title); });
        score += printed ? 10 : 0;
        ownGroups.unite(QSet<QString>(group.begin(), group.end()));
    }
    for (const QString &title : path) {
        if (groupTitles.contains(title) && !ownGroups.contains(title)
            && !leaf.titles.contains(title))
            score -= 50;  // it stands under another group
    }
    return qMax(score, 0);
}

struct Piece
{
    QString text;
    int column;
    int span;
};

/// Cuts the lower row into as many pieces as the row above has cells.
std::vector<std::pair<int, int>> cut(const std::vector<Piece> &lower, size_t wanted, int width)
{
    struct Run
    {
        size_t first, last;  // of `lower`
        bool blank;
    };
    std::vector<Run> runs;
    for (size_t i = 0; i < lower.size(); ++i) {
        const bool blank = lower[i].text.isEmpty();
        if (!blank && !runs.empty() && !runs.back().blank)
            runs.back().last = i;
        else
            runs.push_back({i, i, blank});
    }
    if (wanted > runs.size()) {
        // A run that says the same again stands below several cells.
        std::vector<Run> pieces;
        for (const Run &run : runs) {
            Run piece = run;
            for (size_t i = run.first + 1; i <= run.last; ++i) {
                if (lower[i].text == lower[run.first].text) {
                    pieces.push_back({piece.first, i - 1, false});
                    piece.first = i;
                }
            }
            pieces.push_back({piece.first, run.last, run.blank});
        }
        runs = pieces;
    }
    if (wanted == 1)
        return {{0, width}};
    if (wanted != runs.size())
        return {};
    std::vector<std::pair<int, int>> result;
    for (const Run &run : runs) {
        const int first = lower[run.first].column;
        const int end = lower[run.last].column + lower[run.last].span;
        result.emplace_back(first, end - first);
    }
    return result;
}

}  // namespace

namespace {

/// Where a row of headings cannot be laid out whole: its last cells over columns
/// that are blank below still are what they seem.
void placeOuter(const std::vector<Piece> &pieces, const std::vector<GridCell> &cells,
    const std::vector<Piece> &lower, std::vector<PlacedRow> &placed)
{
    PlacedRow row;
    size_t left = pieces.size();
    for (size_t column = lower.size(); column > 0 && left > 0 && lower[column - 1].text.isEmpty();
         --column, --left)
        row.insert(row.begin(),
            {cellText(cells[left - 1].text), lower[column - 1].column, lower[column - 1].span,
                false});
    if (!row.empty())
        placed.insert(placed.begin(), row);
}

}  // namespace

QString cellText(const QString &text)
{
    if (!text.contains(u'\n'))
        return text.trimmed();
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (!trimmed.isEmpty())
            lines << trimmed;
    }
    return lines.join(u'\n');
}

std::vector<PlacedRow> placeBySpans(const TextGrid &grid, int *width)
{
    std::vector<PlacedRow> rows;
    struct Open
    {
        int rowsLeft = 0;
        int column = 0;
        int span = 0;
        QString text;
    };
    std::vector<Open> open;  // cells that reach down from rows above
    *width = 0;
    for (const auto &source : grid.rows) {
        PlacedRow row;
        std::vector<bool> taken(largestWidth, false);
        for (Open &above : open) {
            if (above.rowsLeft <= 0)
                continue;
            row.push_back({above.text, above.column, above.span, true});
            for (int i = 0; i < above.span; ++i)
                taken[size_t(above.column + i)] = true;
            --above.rowsLeft;
        }
        open.erase(std::remove_if(open.begin(), open.end(),
                       [](const Open &cell) { return cell.rowsLeft <= 0; }),
            open.end());
        int column = 0;
        for (const GridCell &cell : source) {
            while (column < largestWidth && taken[size_t(column)])
                ++column;
            if (column >= largestWidth)
                break;
            const int span = qBound(1, cell.columnSpan, largestWidth - column);
            const QString text = cellText(cell.text);
            row.push_back({text, column, span, false});
            if (cell.rowSpan > 1)
                open.push_back({cell.rowSpan - 1, column, span, text});
            column += span;
        }
        std::sort(row.begin(), row.end(),
            [](const PlacedCell &a, const PlacedCell &b) { return a.column < b.column; });
        if (!row.empty())
            *width = qMax(*width, row.back().column + row.back().span);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<PlacedRow> placeHeadings(const std::vector<std::vector<GridCell>> &rows, int width)
{
    std::vector<PlacedRow> placed;
    std::vector<Piece> lower;
    for (auto it = rows.rbegin(); it != rows.rend(); ++it) {
        std::vector<Piece> pieces;
        for (const GridCell &cell : *it)
            pieces.push_back({normalized(cell.text), int(pieces.size()), 1});
        const bool blank = std::all_of(
            pieces.begin(), pieces.end(), [](const Piece &piece) { return piece.text.isEmpty(); });
        if (blank || pieces.empty())
            continue;
        if (int(pieces.size()) != width) {
            const auto spans = cut(lower, pieces.size(), width);
            if (spans.empty()) {
                placeOuter(pieces, *it, lower, placed);
                continue;
            }
            for (size_t i = 0; i < pieces.size(); ++i) {
                pieces[i].column = spans[i].first;
                pieces[i].span = spans[i].second;
            }
        }
        PlacedRow row;
        for (size_t i = 0; i < pieces.size(); ++i)
            row.push_back({cellText((*it)[i].text), pieces[i].column, pieces[i].span, false});
        placed.insert(placed.begin(), row);
        lower = pieces;
    }
    return placed;
}

std::vector<QStringList> headingPaths(const std::vector<PlacedRow> &headings, int width)
{
    std::vector<QStringList> paths{size_t(width)};
    for (const PlacedRow &row : headings) {
        for (const PlacedCell &cell : row) {
            const QString title = normalized(cell.text);
            if (title.isEmpty() || cell.continued)
                continue;
            for (int i = 0; i < cell.span && cell.column + i < width; ++i) {
                QStringList &path = paths[size_t(cell.column + i)];
                if (path.isEmpty() || path.back() != title)
                    path << title;
            }
        }
    }
    return paths;
}

std::vector<FormLeaf> formLeaves(const TableForm &form)
{
    std::vector<FormLeaf> result;
    const std::vector<Leaf> leaves = leavesOf(form);
    result.reserve(leaves.size());
    for (const Leaf &leaf : leaves) {
        const QString &title = leaf.titles.front();
        const auto same = std::count_if(leaves.begin(), leaves.end(),
            [&title](const Leaf &other) { return other.titles.front() == title; });
        QStringList path;
        for (const QStringList &above : leaf.above)
            path << above.front();
        path << title;
        result.push_back({leaf.id, same > 1 ? path.join(u'/') : title});
    }
    return result;
}

namespace {

/// The lane that a column without a leaf stands in: that of the one before it, or behind.
int laneBeside(const std::vector<ColumnMatch> &matches, size_t column)
{
    for (size_t i = column; i-- > 0;) {
        if (matches[i].lane >= 0)
            return matches[i].lane;
    }
    for (size_t i = column + 1; i < matches.size(); ++i) {
        if (matches[i].lane >= 0)
            return matches[i].lane;
    }
    return -1;
}

/// 类 款 项 under one heading, where the form has one column: they are its parts.
/// 行次, where the form has none. How many columns were explained so.
int explainUsualColumns(const std::vector<QStringList> &paths, const RecognitionWords &words,
    const std::vector<bool> &decided, std::vector<ColumnMatch> &matches)
{
    static const Heading lines = [] {
        Heading heading;
        heading.shows = Heading::Shows::Line;
        return heading;
    }();
    int explained = 0;
    for (size_t i = 0; i < paths.size(); ++i) {
        if (matches[i].leaf || paths[i].isEmpty() || decided[i])
            continue;
        const QString &title = paths[i].back();
        const ColumnMatch *before = i > 0 ? &matches[i - 1] : nullptr;
        if (before && before->leaf && before->leaf->shows == Heading::Shows::Code
            && (words.codePartWords.contains(title) || paths[i] == paths[i - 1])) {
            matches[i] = *before;
            ++explained;
        } else if (words.lineNumberWords.contains(title)) {
            matches[i].leaf = &lines;
            matches[i].lane = laneBeside(matches, i);
            ++explained;
        }
    }
    return explained;
}

}  // namespace

std::vector<ColumnMatch> matchColumns(const TableForm &form, const std::vector<QStringList> &paths,
    const RecognitionWords &words, int *score, const std::map<int, QString> &chosen)
{
    const std::vector<Leaf> leaves = leavesOf(form);
    QSet<QString> groupTitles(words.otherGroupWords.begin(), words.otherGroupWords.end());
    for (const Leaf &leaf : leaves) {
        for (const QStringList &group : leaf.above)
            groupTitles.unite(QSet<QString>(group.begin(), group.end()));
    }

    struct Pair
    {
        int score;
        size_t column, leaf;
    };
    // The k-th column of a title belongs to the k-th leaf of that title.
    std::vector<Pair> pairs;
    std::vector<int> columnRank(paths.size(), 0), leafRank(leaves.size(), 0);
    QHash<QString, int> seen;
    for (size_t i = 0; i < paths.size(); ++i)
        columnRank[i] = seen[paths[i].join(u'\n')]++;
    for (size_t i = 0; i < leaves.size(); ++i) {
        leafRank[i] = int(std::count_if(leaves.begin(), leaves.begin() + qsizetype(i),
            [&](const Leaf &leaf) { return leaf.titles == leaves[i].titles; }));
    }
    for (size_t column = 0; column < paths.size(); ++column) {
        for (size_t leaf = 0; leaf < leaves.size(); ++leaf) {
            const int value = fit(leaves[leaf], paths[column], groupTitles);
            if (value > 0)
                pairs.push_back(
                    {value + (columnRank[column] == leafRank[leaf] ? 5 : 0), column, leaf});
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) {
        if (a.score != b.score)
            return a.score > b.score;
        return qAbs(int(a.column) - int(a.leaf)) < qAbs(int(b.column) - int(b.leaf));
    });
    std::vector<ColumnMatch> matches(paths.size());
    std::vector<int> columnOfLeaf(leaves.size(), -1);
    std::vector<int> leafOfColumn(paths.size(), -1);
    std::vector<bool> decided(paths.size(), false);
    int found = 0;
    for (const auto &[column, id] : chosen) {
        const QString &target = id;  // a binding cannot be captured by every compiler
        if (column < 0 || size_t(column) >= paths.size())
            continue;
        decided[size_t(column)] = true;
        const auto leaf = std::find_if(leaves.begin(), leaves.end(),
            [&target](const Leaf &candidate) { return candidate.id == target; });
        const auto index = size_t(leaf - leaves.begin());
        if (leaf == leaves.end() || columnOfLeaf[index] >= 0)
            continue;
        leafOfColumn[size_t(column)] = int(index);
        columnOfLeaf[index] = column;
        matches[size_t(column)] = {leaf->id, leaf->lane, leaf->heading, false, false};
        ++found;
    }
    for (const Pair &pair : pairs) {
        if (leafOfColumn[pair.column] >= 0 || columnOfLeaf[pair.leaf] >= 0 || decided[pair.column])
            continue;
        leafOfColumn[pair.column] = int(pair.leaf);
        columnOfLeaf[pair.leaf] = int(pair.column);
        const Leaf &leaf = leaves[pair.leaf];
        matches[pair.column] = {leaf.id, leaf.lane, leaf.heading, false, pair.score < 90};
        ++found;
    }
    const int explained = explainUsualColumns(paths, words, decided, matches);
    for (size_t i = 0; i < paths.size(); ++i) {
        if (!matches[i].leaf || leafOfColumn[i] >= 0)
            continue;
        decided[i] = true;
        if (i > 0 && matches[i].leaf == matches[i - 1].leaf)
            leafOfColumn[i] = leafOfColumn[i - 1];
    }
    // As many unknown columns as missing leaves between two known ones: they are
    // those leaves under other names.
    for (size_t column = 0; column < paths.size(); ++column) {
        if (leafOfColumn[column] >= 0 || decided[column])
            continue;
        const int before = column == 0 ? -1 : leafOfColumn[column - 1];
        if (column > 0 && before < 0)
            continue;
        size_t end = column;
        while (end < paths.size() && leafOfColumn[end] < 0 && !decided[end])
            ++end;
        const int after = end < paths.size() ? leafOfColumn[end] : int(leaves.size());
        if (after - before - 1 != int(end - column))
            continue;
        const bool taken = std::any_of(columnOfLeaf.begin() + before + 1,
            columnOfLeaf.begin() + after, [&](int by) { return by >= 0 && decided[size_t(by)]; });
        if (taken)
            continue;
        for (size_t i = column; i < end; ++i) {
            const auto leaf = size_t(before) + 1 + (i - column);
            leafOfColumn[i] = int(leaf);
            matches[i] = {leaves[leaf].id, leaves[leaf].lane, leaves[leaf].heading, true, false};
        }
    }
    // A form that leaves printed columns unexplained fits less well.
    const auto printed = std::count_if(
        paths.begin(), paths.end(), [](const QStringList &path) { return !path.isEmpty(); });
    const int expected = qMax(int(leaves.size()), int(printed) - explained);
    // The form that has a column of its own for what was explained fits better.
    *score = expected == 0 ? 0 : qMax(0, found * 100 / expected - explained);
    return matches;
}

}  // namespace mz
