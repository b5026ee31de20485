#include "model/checks/root_cause.h"

#include <algorithm>
#include <map>
#include <set>

namespace mz {

/// Whether the values of the failing rows in `sheet` are those of the twin, moved.
bool RootCause::findShift(int sheet, int twin, const std::vector<int> &failing, Cause &cause) const
{
    const Sheet &mine = m_report.sheets[size_t(sheet)];
    const Sheet &other = m_report.sheets[size_t(twin)];
    std::vector<std::pair<int, int>> columns;
    for (size_t i = 0; i < mine.form->columns.size(); ++i) {
        const int column = other.form->columnIndex(mine.form->columns[i].id);
        if (column >= 0)
            columns.emplace_back(int(i), column);
    }
    if (columns.size() < 2)
        return false;
    // Rows of both by code, in the order of mine.
    std::vector<std::pair<int, int>> rows;
    for (int row = 0; row < mine.rowCount(); ++row) {
        const int twinRow = mine.rows[size_t(row)].code.isEmpty()
            ? -1
            : m_resolver.rows(twin).rowOf(mine.rows[size_t(row)].key, -1);
        if (twinRow >= 0)
            rows.emplace_back(row, twinRow);
    }
    const auto same = [&](size_t i, int shift) {
        const qint64 from = qint64(i) - shift;
        if (from < 0 || from >= qint64(rows.size()))
            return false;
        bool any = false;
        for (const auto &[a, b] : columns) {
            const qint64 value = mine.cell(rows[i].first, a).amount.money().fen();
            if (value != other.cell(rows[size_t(from)].second, b).amount.money().fen())
                return false;
            any = any || value != 0;
        }
        return any;
    };
    for (const int shift : {1, -1, 2, -2, 3, -3}) {
        size_t best = 0;
        size_t bestEnd = 0;
        size_t run = 0;
        for (size_t i = 0; i < rows.size(); ++i) {
            run = same(i, shift) && !same(i, 0) ? run + 1 : 0;
            if (run > best) {
                best = run;
                bestEnd = i;
            }
        }
        if (best < 3)
            continue;
        cause.firstRow = rows[bestEnd - best + 1].first;
        cause.lastRow = rows[bestEnd].first;
        const auto inside = std::count_if(failing.begin(), failing.end(),
            [&cause](int row) { return row >= cause.firstRow && row <= cause.lastRow; });
        if (inside < 2)
            continue;
        cause.displacedSheet = sheet;
        cause.displacedBy = shift;
        return true;
    }
    return false;
}

/// Blocks of a table whose values stand a row or more away from where a twin
/// table has them: all that fails because of it is one finding.
std::vector<Cause> RootCause::displacedBlocks(std::vector<int> &open) const
{
    std::vector<Cause> causes;
    std::map<int, std::set<int>> failingRows;  // of each table
    for (const int i : open) {
        for (const CellResolver::Term &term : m_equations[size_t(i)].terms)
            failingRows[term.cell.sheet].insert(term.cell.row);
    }
    for (const auto &entry : failingRows) {
        const int sheet = entry.first;
        const std::set<int> &rows = entry.second;
        const Sheet &table = m_report.sheets[size_t(sheet)];
        if (rows.size() < 3 || !table.form->hasTree())
            continue;
        for (size_t twin = 0; twin < m_report.sheets.size(); ++twin) {
            Cause cause;
            const std::vector<int> failing(rows.begin(), rows.end());
            if (int(twin) == sheet || !m_report.sheets[twin].form->hasTree()
                || !findShift(sheet, int(twin), failing, cause))
                continue;
            // Either table may be the displaced one: the one whose own sums fail.
            const auto touches = [&](const Equation &equation, int which) {
                return std::any_of(equation.terms.begin(), equation.terms.end(),
                    [&](const CellResolver::Term &term) {
                        return term.cell.sheet == which && term.cell.row >= cause.firstRow
                            && term.cell.row <= cause.lastRow;
                    });
            };
            const bool ownFail = std::any_of(open.begin(), open.end(), [&](int i) {
                const Equation &equation = m_equations[size_t(i)];
                return std::all_of(equation.terms.begin(), equation.terms.end(),
                           [sheet](
                               const CellResolver::Term &term) { return term.cell.sheet == sheet; })
                    && touches(equation, sheet);
            });
            if (!ownFail)
                continue;
            std::vector<int> left;
            for (const int i : open)
                (touches(m_equations[size_t(i)], sheet) ? cause.equations : left).push_back(i);
            if (cause.equations.size() < 2)
                continue;
            open = left;
            causes.push_back(std::move(cause));
            break;
        }
    }
    return causes;
}

/// Rows of one lane whose amounts stand a row or more away. There is no twin: the
/// sums of the classes tell it, where the block crosses from one class into the
/// next, so that several equations close at once.
void RootCause::displacedInLanes(std::vector<int> &open, std::vector<Cause> &causes) const
{
    constexpr size_t mostRows = 120;
    for (size_t s = 0; s < m_report.sheets.size(); ++s) {
        const Sheet &sheet = m_report.sheets[s];
        if (sheet.form->accounts != TableForm::Accounts::Economic || sheet.columnCount() != 1)
            continue;
        std::map<int, std::vector<int>> lanes;
        for (int row = 0; row < sheet.rowCount(); ++row) {
            if (!sheet.rows[size_t(row)].code.isEmpty())
                lanes[sheet.rows[size_t(row)].lane].push_back(row);
        }
        for (const auto &[lane, rows] : lanes) {
            Cause cause;
            if (rows.size() > mostRows || !findShiftInLane(int(s), rows, open, cause))
                continue;
            std::vector<int> left;
            std::set_difference(open.begin(), open.end(), cause.equations.begin(),
                cause.equations.end(), std::back_inserter(left));
            open = left;
            causes.push_back(std::move(cause));
        }
    }
}

/// Tries every range and shift. What was overwritten at the far end is nothing, or
/// the one amount that closes an equation. Says nothing where two shifts would do.
bool RootCause::findShiftInLane(
    int sheet, const std::vector<int> &rows, const std::vector<int> &open, Cause &cause) const
{
    const auto fen = [&](size_t i) {
        return m_report.cell({sheet, rows[i], 0}).amount.money().fen();
    };
    // Fewer than must close at once: no range can do.
    constexpr size_t fewest = 3;
    std::set<int> failing;
    for (const int row : rows) {
        for (const int e : m_equationsOf[id({sheet, row, 0})]) {
            if (std::binary_search(open.begin(), open.end(), e))
                failing.insert(e);
        }
    }
    if (failing.size() < fewest)
        return false;
    constexpr int mostTried = 3'000;  // bounds the search on hopeless input
    int tried = 0;
    size_t best = 0;
    for (const int shift : {1, -1, 2, -2, 3, -3}) {
        const auto far = size_t(qAbs(shift));
        for (size_t length = 2 + far; length <= rows.size(); ++length) {
            for (size_t first = 0; first + length <= rows.size(); ++first) {
                const size_t last = first + length - 1;
                // Counted from the end where the block begins.
                const auto at = [&](size_t i) { return shift > 0 ? first + i : last - i; };
                bool entry = true;
                for (size_t i = 0; i < far && entry; ++i) {
                    const qint64 before = qint64(at(i)) - shift;
                    const bool copied = before >= 0 && before < qint64(rows.size())
                        && fen(size_t(before)) == fen(at(i));
                    entry = fen(at(i)) == 0 || copied;
                }
                if (!entry)
                    continue;
                std::vector<TriedChange> change;
                int moved = 0;
                for (size_t i = 0; i < length; ++i) {
                    const bool known = i + far < length;
                    const qint64 was = known ? fen(at(i + far)) : 0;
                    moved += known && was != 0 ? 1 : 0;
                    if (was != fen(at(i)))
                        change.push_back({{sheet, rows[at(i)], 0}, was - fen(at(i))});
                }
                if (moved < 2 || change.size() < 3)
                    continue;
                if (++tried > mostTried)
                    return false;
                const std::vector<int> repaired
                    = repairedWithOneMore(change, {sheet, rows[at(length - 1)], 0}, open);
                if (repaired.size() < fewest)
                    continue;
                if (best > 0 && cause.displacedBy != shift)
                    return false;
                if (best == 0 || length < best) {
                    best = length;
                    cause.equations = repaired;
                    cause.firstRow = rows[first];
                    cause.lastRow = rows[last];
                    cause.displacedBy = shift;
                }
            }
        }
    }
    cause.displacedSheet = best > 0 ? sheet : -1;
    return best > 0;
}

/// The open equations that the change closes, where it closes all that it touches;
/// one cell more may take what an equation asks for. Empty otherwise.
std::vector<int> RootCause::repairedWithOneMore(
    const std::vector<TriedChange> &change, CellRef more, const std::vector<int> &open) const
{
    const auto closes = [&](const std::vector<TriedChange> &tried, std::vector<int> &repaired) {
        const Candidate candidate = tryChange(tried, open);
        if (candidate.gain <= 0)
            return false;
        repaired = candidate.repaired;
        for (const TriedChange &step : tried) {
            for (const int e : m_equationsOf[id(step.at)]) {
                if (std::binary_search(open.begin(), open.end(), e)
                    && !std::binary_search(repaired.begin(), repaired.end(), e))
                    return false;
            }
        }
        return true;
    };
    std::vector<int> repaired;
    if (closes(change, repaired))
        return repaired;
    for (const int e : m_equationsOf[id(more)]) {
        const Equation &equation = m_equations[size_t(e)];
        qint64 difference = 0;
        qint64 worst = 0;
        judge(m_report, equation, change, &difference, &worst);
        if (equation.kind != Relation::Kind::Equal || difference == 0)
            continue;
        for (const CellResolver::Term &term : equation.terms) {
            if (!(term.cell == more))
                continue;
            std::vector<TriedChange> tried = change;
            std::erase_if(tried, [more](const TriedChange &step) { return step.at == more; });
            const auto known = std::find_if(change.begin(), change.end(),
                [more](const TriedChange &step) { return step.at == more; });
            const qint64 before = known == change.end() ? 0 : known->delta;
            tried.push_back({more, before - difference * term.sign});
            // The equation that gave the amount is no witness.
            if (closes(tried, repaired)) {
                std::erase(repaired, e);
                return repaired;
            }
        }
    }
    return {};
}

}  // namespace mz
