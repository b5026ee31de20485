#include "model/checks/root_cause.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace mz {

namespace {

constexpr int leastGain = 3;                 // halves: one equation alone names nobody
constexpr size_t mostEquationsTried = 4000;  // bounds the search on hopeless input

}  // namespace

int badnessOf(Outcome outcome)
{
    return outcome == Outcome::Wrong ? 2 : outcome == Outcome::Doubtful ? 1 : 0;
}

RootCause::RootCause(
    const Report &report, const CellResolver &resolver, const std::vector<Equation> &equations)
    : m_report(report)
    , m_resolver(resolver)
    , m_equations(equations)
{
    size_t count = 0;
    for (const Sheet &sheet : report.sheets) {
        m_offset.push_back(count);
        m_width.push_back(sheet.columns.size());
        count += sheet.rows.size() * sheet.columns.size();
    }
    m_equationsOf.resize(count);
    for (size_t i = 0; i < equations.size(); ++i) {
        if (!equations[i].evidence || !equations[i].applies)
            continue;
        for (const CellResolver::Term &term : equations[i].terms)
            m_equationsOf[id(term.cell)].push_back(int(i));
    }
    m_figure.resize(count);
    std::iota(m_figure.begin(), m_figure.end(), 0);
    joinFigures();
}

int RootCause::rootOf(int cell) const
{
    while (m_figure[size_t(cell)] != cell) {
        m_figure[size_t(cell)] = m_figure[size_t(m_figure[size_t(cell)])];
        cell = m_figure[size_t(cell)];
    }
    return cell;
}

/// Printed amounts that an equation of just two binds, and that agree exactly,
/// are one figure: a fault that was copied is one fault.
void RootCause::joinFigures()
{
    for (const Equation &equation : m_equations) {
        if (equation.kind != Relation::Kind::Equal || equation.outcome != Outcome::Exact)
            continue;
        // Zeros beside the two do not bind.
        std::vector<const CellResolver::Term *> terms;
        for (const CellResolver::Term &term : equation.terms) {
            if (!m_report.cell(term.cell).amount.money().isZero())
                terms.push_back(&term);
        }
        if (equation.terms.size() == 2 && terms.size() == 2 && terms[0]->sign != terms[1]->sign)
            m_figure[size_t(rootOf(int(id(terms[0]->cell))))] = rootOf(int(id(terms[1]->cell)));
    }
    m_members.resize(m_figure.size());
    for (size_t cell = 0; cell < m_figure.size(); ++cell)
        m_members[size_t(rootOf(int(cell)))].push_back(int(cell));
}

std::vector<CellRef> RootCause::figureOf(CellRef at) const
{
    std::vector<CellRef> cells;
    for (const int member : m_members[size_t(rootOf(int(id(at))))]) {
        const auto after = std::upper_bound(m_offset.begin(), m_offset.end(), size_t(member));
        const size_t sheet = size_t(after - m_offset.begin()) - 1;
        const size_t rest = size_t(member) - m_offset[sheet];
        cells.push_back({int(sheet), int(rest / m_width[sheet]), int(rest % m_width[sheet])});
    }
    return cells;
}

/// The rows above in the same column, up to 合计.
std::vector<CellRef> RootCause::parentsOf(CellRef at) const
{
    std::vector<CellRef> cells;
    const Sheet &sheet = m_report.sheets[size_t(at.sheet)];
    const RowIndex &rows = m_resolver.rows(at.sheet);
    int row = rows.parentOf(at.row);
    for (; row >= 0; row = rows.parentOf(row))
        cells.push_back({at.sheet, row, at.column});
    if (!sheet.rows[size_t(at.row)].code.isEmpty()) {
        const int total = rows.rowOf(u"total", -1);
        if (total >= 0 && sheet.hasCell(total, at.column) && total != at.row)
            cells.push_back({at.sheet, total, at.column});
    }
    return cells;
}

RootCause::Candidate RootCause::tryChange(
    std::vector<TriedChange> change, const std::vector<int> &open) const
{
    Candidate candidate;
    candidate.change = std::move(change);
    // One that makes an amount negative is out.
    for (const TriedChange &step : candidate.change) {
        const qint64 before = m_report.cell(step.at).amount.money().fen();
        if (before >= 0 && before + step.delta < 0) {
            candidate.gain = -1;
            return candidate;
        }
    }
    std::set<int> touched;
    for (const TriedChange &step : candidate.change)
        touched.insert(m_equationsOf[id(step.at)].begin(), m_equationsOf[id(step.at)].end());
    for (const int i : touched) {
        const Equation &equation = m_equations[size_t(i)];
        const bool isOpen = std::binary_search(open.begin(), open.end(), i);
        // What another cause has explained already says nothing of this one.
        if (!isOpen && badnessOf(equation.outcome) > 0)
            continue;
        qint64 difference = 0;
        qint64 worst = 0;
        const Outcome after = judge(m_report, equation, candidate.change, &difference, &worst);
        const int gained = badnessOf(equation.outcome) - badnessOf(after);
        // A change that breaks what holds is no explanation, whatever it repairs.
        if (gained < 0) {
            candidate.gain = -1;
            return candidate;
        }
        candidate.gain += gained;
        if (gained > 0 && badnessOf(after) == 0) {
            candidate.repaired.push_back(i);
            candidate.exact += difference == 0 ? 1 : 0;
        }
    }
    return candidate;
}

void RootCause::addCandidates(
    int index, const std::vector<int> &open, std::vector<Candidate> &candidates) const
{
    const Equation &equation = m_equations[size_t(index)];
    std::set<int> tried;
    for (const CellResolver::Term &term : equation.terms) {
        const int root = rootOf(int(id(term.cell)));
        if (!tried.insert(root).second)
            continue;
        const std::vector<CellRef> figure = figureOf(term.cell);
        // The figure may stand in the equation more than once.
        qint64 weight = 0;
        for (const CellResolver::Term &other : equation.terms) {
            if (rootOf(int(id(other.cell))) == root)
                weight += other.sign;
        }
        if (weight == 0 || equation.difference % weight != 0)
            continue;
        const qint64 closing = -equation.difference / weight;
        const qint64 now = m_report.cell(term.cell).amount.money().fen();
        std::vector<qint64> deltas{closing};
        // Making the cell nothing, where rounding covers the rest.
        if (now != 0 && closing != -now && qAbs(closing + now) * 2 <= equation.worstTwice)
            deltas.push_back(-now);
        for (const qint64 delta : deltas) {
            std::vector<TriedChange> change;
            change.reserve(figure.size());
            for (const CellRef &cell : figure)
                change.push_back({cell, delta});
            candidates.push_back(tryChange(change, open));
            // With the totals above it, in every table where it stands.
            std::set<size_t> changed;
            for (const TriedChange &step : change)
                changed.insert(id(step.at));
            for (const CellRef &cell : figure) {
                for (const CellRef &parent : parentsOf(cell)) {
                    if (changed.insert(id(parent)).second)
                        change.push_back({parent, delta});
                }
            }
            if (change.size() > figure.size())
                candidates.push_back(tryChange(change, open));
        }
    }
}

/// Amounts that moved from one class of a lane into another leave a class that
/// seems to be wrong by just them. Where another class of the lane stays
/// unexplained, nobody is named.
void RootCause::withdrawDoubtfulNames(
    const std::vector<int> &open, std::vector<Cause> &causes) const
{
    const auto laneOf = [this](CellRef at) {
        const Sheet &sheet = m_report.sheets[size_t(at.sheet)];
        const SheetRow &row = sheet.rows[size_t(at.row)];
        const bool account
            = sheet.form->accounts == TableForm::Accounts::Economic && !row.code.isEmpty();
        return account ? std::pair(at.sheet, row.lane) : std::pair(-1, -1);
    };
    for (Cause &cause : causes) {
        if (cause.change.empty())
            continue;
        const auto lane = laneOf(cause.change.front().at);
        const bool unexplained = std::any_of(open.begin(), open.end(),
            [&](int i) { return lane.first >= 0 && laneOf(m_equations[size_t(i)].at) == lane; });
        if (!unexplained)
            continue;
        cause.suspects.reserve(cause.change.size());
        for (const TriedChange &step : cause.change)
            cause.suspects.push_back(step.at);
        cause.change.clear();
    }
}

/// Two sums must speak for a change: that one amount is no more than another is met by
/// many.
bool RootCause::isWitnessed(const Candidate &candidate) const
{
    const auto sums = std::count_if(candidate.repaired.begin(), candidate.repaired.end(),
        [this](int i) { return m_equations[size_t(i)].kind == Relation::Kind::Equal; });
    return sums >= 2;
}

std::vector<Cause> RootCause::find() const
{
    std::vector<int> open;
    for (size_t i = 0; i < m_equations.size(); ++i) {
        if (badnessOf(m_equations[i].outcome) > 0 && m_equations[i].evidence)
            open.push_back(int(i));
    }
    std::vector<Cause> causes = displacedBlocks(open);
    displacedInLanes(open, causes);
    const auto wrong = [this](int i) { return m_equations[size_t(i)].outcome == Outcome::Wrong; };
    while (std::any_of(open.begin(), open.end(), wrong) && open.size() <= mostEquationsTried) {
        std::vector<Candidate> candidates;
        for (const int i : open)
            addCandidates(i, open, candidates);
        const auto better = [](const Candidate &a, const Candidate &b) {
            return std::tuple(a.gain, a.exact, -int(a.change.size()))
                > std::tuple(b.gain, b.exact, -int(b.change.size()));
        };
        const auto best = std::min_element(candidates.begin(), candidates.end(), better);
        if (best == candidates.end() || best->gain < leastGain || !isWitnessed(*best))
            break;
        Cause cause;
        cause.equations = best->repaired;
        cause.change = best->change;
        // Another figure that explains as much: the equations cannot tell.
        for (const Candidate &other : candidates) {
            std::vector<int> shared;
            std::set_intersection(other.repaired.begin(), other.repaired.end(),
                best->repaired.begin(), best->repaired.end(), std::back_inserter(shared));
            // As good as the best, or the better half of it: of two explanations that
            // share their second witness each leaves an equation to the other.
            const bool asGood = other.gain == best->gain && other.exact == best->exact
                && other.change.size() == best->change.size();
            const bool halfOfIt = other.gain >= leastGain && shared.size() < other.repaired.size()
                && best->repaired.size() < shared.size() + 2;
            const auto inBest = [&](const TriedChange &step) {
                return std::any_of(best->change.begin(), best->change.end(),
                    [&step](const TriedChange &mine) { return mine.at == step.at; });
            };
            const bool rival = !shared.empty() && (asGood || halfOfIt)
                && std::none_of(other.change.begin(), other.change.end(), inBest);
            if (rival) {
                cause.suspects = {best->change.front().at, other.change.front().at};
                cause.change.clear();
                break;
            }
        }
        std::vector<int> left;
        std::set_difference(open.begin(), open.end(), cause.equations.begin(),
            cause.equations.end(), std::back_inserter(left));
        open = left;
        causes.push_back(std::move(cause));
    }
    withdrawDoubtfulNames(open, causes);
    for (size_t i = 0; i < m_equations.size(); ++i) {
        if (badnessOf(m_equations[i].outcome) > 0 && !m_equations[i].evidence)
            open.push_back(int(i));
    }
    for (const int i : open) {
        Cause cause;
        cause.equations = {i};
        for (const CellResolver::Term &term : m_equations[size_t(i)].terms)
            cause.suspects.push_back(term.cell);
        causes.push_back(std::move(cause));
    }
    return causes;
}

}  // namespace mz
