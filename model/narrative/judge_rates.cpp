#include "model/narrative/judge.h"

#include "model/narrative/bound_by_hand.h"
#include <QCoreApplication>
#include <algorithm>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Narrative)
};

}  // namespace

void Judge::rate(Claim &claim, const std::vector<Source> &parts, const std::vector<Source> &wholes)
{
    if (parts.empty() || wholes.empty()) {
        claim.reason = Say::tr("what it is computed from is not stated");
        return;
    }
    const StatedValue said = stated(claim);
    for (const Source &part : parts) {
        for (const Source &whole : wholes) {
            const bool nothing = part.value.value == 0 && whole.value.value == 0;
            constexpr qint64 hundred = 100'000'000;
            const bool all = claim.role == ClaimRole::Completion && said.value == hundred;
            const bool fits
                = nothing ? said.value == 0 || all : ratioFits(part.value, whole.value, said);
            if (!fits)
                continue;
            const auto isWrong = [this](const Source &source) {
                return source.claim >= 0
                    && m_reading.claims[size_t(source.claim)].verdict == Claim::Verdict::Disagrees;
            };
            const bool follows = isWrong(part) || isWrong(whole);
            claim.verdict = follows ? Claim::Verdict::Follows : Claim::Verdict::Agrees;
            if (follows) {
                claim.reason = Say::tr("it fits a number that is wrong itself");
            } else {
                confirm(part, claim);
                confirm(whole, claim);
                ++m_fits[part.claim];
                ++m_fits[whole.claim];
            }
            claim.cells = part.cells;
            claim.cells.insert(claim.cells.end(), whole.cells.begin(), whole.cells.end());
            return;
        }
    }
    const Source &part = parts.front();
    const Source &whole = wholes.front();
    claim.cells = part.cells;
    claim.cells.insert(claim.cells.end(), whole.cells.begin(), whole.cells.end());
    const auto computed = rateOf(part.value.value, whole.value.value, claim.decimals);
    if (!computed) {
        const bool anyBase = std::any_of(wholes.begin(), wholes.end(),
            [](const Source &other) { return other.value.value != 0; });
        if (anyBase)
            return;
        if (claim.role == ClaimRole::Completion && said.value == 0) {
            claim.reason = Say::tr("there was no budget that could be completed");
            return;
        }
        claim.zeroBase = true;
        claim.verdict = claim.freeProse ? Claim::Verdict::OtherScope : Claim::Verdict::ZeroBase;
        claim.reason = Say::tr("there is nothing that it could be a rate of: the base is 0");
        return;
    }
    claim.expected = printedNumber(*computed, claim.decimals) + u'%';
    claim.arithmetic = QStringLiteral("%1 ÷ %2 = %3")
                           .arg(printedNumber(part.value.value, 2),
                               printedNumber(whole.value.value, 2), claim.expected);
    claim.nearly = qAbs(*computed - said.value) <= 2 * said.half;
    m_doubts.push_back({indexOf(claim), {part.claim, whole.claim}});
    disagree(claim, claim.arithmetic);
}

void Judge::confirm(const Source &source, const Claim &rate)
{
    if (source.claim < 0 || rate.decimals == 0)
        return;
    Claim &claim = m_reading.claims[size_t(source.claim)];
    if (claim.verdict != Claim::Verdict::Stated)
        return;
    claim.verdict = Claim::Verdict::Agrees;
    claim.reason.clear();
    claim.cells = rate.cells;
}

void Judge::share(int index)
{
    Claim &claim = m_reading.claims[size_t(index)];
    if (claim.whole.isEmpty()) {
        claim.reason = Say::tr("no word says of what it is a share");
        return;
    }
    std::vector<Source> wholes = sources(claim.whole, Phase::Actual, index);
    // Where the text does not say of what, it may be the whole of that whole.
    const QString larger = claim.wholeSaid ? QString() : naturalWhole(m_handbook, claim.whole);
    if (!larger.isEmpty() && claim.section == u"S12") {
        for (Source &whole : sources(larger, Phase::Actual, index))
            wholes.push_back(std::move(whole));
    }
    rate(claim, sources(claim.figure, Phase::Actual, index), wholes);
}

Claim *Judge::differenceBeside(const Claim &claim)
{
    for (const int i : m_claimsOf.value(claim.figure)) {
        Claim &other = m_reading.claims[size_t(i)];
        if (other.role == ClaimRole::BudgetDifference && other.sentence == claim.sentence
            && other.section == claim.section)
            return &other;
    }
    return nullptr;
}

void Judge::completion(int index)
{
    Claim &claim = m_reading.claims[size_t(index)];
    const std::vector<Source> actual = sources(claim.figure, Phase::Actual, index);
    std::vector<Source> budgets = sources(claim.figure, claim.phase, index);
    // 全年预算数 a，执行数 b，完成预算的 r: of one project, in one sentence.
    const QString own = m_handbook.words().budgets.value(claim.figure);
    if (!own.isEmpty()) {
        const auto stands = [&](const QString &figure) {
            std::vector<Source> found = sources(figure, Phase::Actual, index);
            std::erase_if(found, [&](const Source &source) {
                return source.claim < 0
                    || m_reading.claims[size_t(source.claim)].sentence != claim.sentence;
            });
            return found;
        };
        rate(claim, stands(claim.figure), stands(own));
        return;
    }
    // 完成年初预算的 r，比年初预算增加 d: the budget follows from the difference.
    Claim *difference = budgets.empty() ? differenceBeside(claim) : nullptr;
    if (difference) {
        const StatedValue step = stated(*difference);
        for (Source base : actual) {
            base.value.value -= difference->sign * step.value;
            base.value.half += step.half;
            budgets.push_back(std::move(base));
        }
    }
    rate(claim, actual, budgets);
    if (difference && claim.verdict == Claim::Verdict::Agrees)
        difference->verdict = Claim::Verdict::Agrees;
    if (claim.verdict != Claim::Verdict::Disagrees)
        return;
    for (const Phase phase : {Phase::BudgetInitial, Phase::BudgetFull}) {
        for (const Source &part : sources(claim.figure, Phase::Actual, index)) {
            for (const Source &whole : sources(claim.figure, phase, index)) {
                if (phase != claim.phase && ratioFits(part.value, whole.value, stated(claim))) {
                    claim.reason += Say::tr("; it fits another budget of the same item");
                    return;
                }
            }
        }
    }
}

/// The change, or the difference from the budget, that a rate belongs to: the
/// last one of its figure in the sentence.
const Claim *Judge::changeBeside(const Claim &claim, int before, ClaimRole role) const
{
    const Claim *found = nullptr;
    for (const int i : m_claimsOf.value(claim.figure)) {
        const Claim &other = m_reading.claims[size_t(i)];
        const bool alike = (other.phase == Phase::Other) == (claim.phase == Phase::Other);
        if (other.role == role && alike && other.sentence == claim.sentence && i < before)
            found = &other;
    }
    return found;
}

/// Last year's figure, where the section or the side sheet states it.
std::vector<Judge::Source> Judge::lastYears(const QString &figure, int near)
{
    std::vector<Source> found;
    for (const Source &source : sources(figure, Phase::Last, near)) {
        const Claim *claim = source.claim < 0 ? nullptr : &m_reading.claims[size_t(source.claim)];
        if (!claim || claim->verdict != Claim::Verdict::Disagrees)
            found.push_back(source);
    }
    return found;
}

/// The rate of the same sentence tells whether the change or last year's figure is wrong.
bool Judge::fitsRateBeside(const Claim &change, const Source &step, const Source &base) const
{
    const std::vector<int> claims = m_claimsOf.value(change.figure);
    return std::any_of(claims.begin(), claims.end(), [&](int i) {
        const Claim &other = m_reading.claims[size_t(i)];
        return other.role == ClaimRole::Rate && other.sentence == change.sentence
            && ratioFits(step.value, base.value, stated(other));
    });
}

/// A change and its rate judge each other: base = now ∓ change.
void Judge::change(int index)
{
    Claim &claim = m_reading.claims[size_t(index)];
    const bool isRate = claim.role == ClaimRole::Rate;
    const std::vector<Source> now = sources(claim.figure, Phase::Actual, index);
    const std::vector<Source> last = lastYears(claim.figure, index);
    const Claim *beside = isRate ? changeBeside(claim, index, ClaimRole::Change) : &claim;
    if (now.empty() || (!beside && last.empty())) {
        claim.reason = Say::tr("last year's figure is not stated");
        return;
    }
    Source byLast = now.front();
    if (!last.empty()) {
        byLast.value.value = qAbs(byLast.value.value - last.front().value.value);
        byLast.value.half += last.front().value.half;
        byLast.claim = -1;
    }
    const bool wrongChange = beside && isRate && beside->verdict == Claim::Verdict::Disagrees;
    if (!beside || (wrongChange && !last.empty())) {
        rate(claim, {byLast}, last);
        return;
    }
    Claim &change = m_reading.claims[size_t(indexOf(*beside))];
    const StatedValue step = stated(change);
    std::vector<Source> bases;
    bool negative = change.sign > 0;
    for (const Source &source : now) {
        Source base = source;
        base.value.value -= change.sign * step.value;
        base.value.half += step.half;
        negative = negative && base.value.value < -base.value.half;
        if (qAbs(base.value.value) <= base.value.half)
            base.value = {};
        bases.push_back(std::move(base));
    }
    if (negative) {
        change.expected = {};
        disagree(change,
            Say::tr("the increase is larger than the figure itself, %1")
                .arg(printedNumber(now.front().value.value, 2)));
        if (isRate) {
            claim.verdict = Claim::Verdict::Follows;
            claim.reason = Say::tr("it fits a number that is wrong itself");
        }
        return;
    }
    if (!isRate) {
        claim.reason = Say::tr("last year's figure is not stated");
        const bool fits = std::any_of(last.begin(), last.end(), [&](const Source &stated) {
            return std::any_of(bases.begin(), bases.end(), [&](const Source &base) {
                return qAbs(base.value.value - stated.value.value)
                    <= base.value.half + stated.value.half;
            });
        });
        if (fits) {
            claim.verdict = Claim::Verdict::Agrees;
            claim.reason.clear();
        } else if (!last.empty() && fitsRateBeside(claim, byLast, last.front())) {
            claim.expected = printedNumber(byLast.value.value, qMax(2, claim.decimals));
            disagree(claim,
                Say::tr("this year's and last year's figures make it %1").arg(claim.expected));
        }
        return;
    }
    rate(claim, {{step, {}, indexOf(*beside)}}, bases);
    if (claim.verdict == Claim::Verdict::Disagrees && change.sign != claim.sign)
        claim.reason += Say::tr("; amount and rate go in different directions");
}

/// A rate of change against the budget.
void Judge::budgetRate(int index)
{
    Claim &claim = m_reading.claims[size_t(index)];
    const Claim *beside = changeBeside(claim, index, ClaimRole::BudgetDifference);
    const std::vector<Source> actual = sources(claim.figure, Phase::Actual, index);
    std::vector<Source> budgets = sources(claim.figure, Phase::Budget, index);
    if (actual.empty() || (!beside && budgets.empty())) {
        claim.reason = Say::tr("the budget is not stated");
        return;
    }
    std::vector<Source> steps;
    if (beside) {
        const StatedValue step = stated(*beside);
        steps.push_back({step, {}, indexOf(*beside)});
        for (Source base : actual) {
            base.value.value -= beside->sign * step.value;
            base.value.half += step.half;
            base.claim = -1;
            budgets.push_back(std::move(base));
        }
    } else {
        for (const Source &budget : budgets)
            steps.push_back({{qAbs(actual.front().value.value - budget.value.value),
                                 actual.front().value.half + budget.value.half},
                {}, budget.claim});
    }
    rate(claim, steps, budgets);
    if (claim.verdict != Claim::Verdict::Agrees)
        return;
    const auto goesThere = [&](const Source &now) {
        return std::any_of(budgets.begin(), budgets.end(), [&](const Source &budget) {
            const qint64 over = now.value.value - budget.value.value;
            return claim.sign < 0 ? over <= 0 : over >= 0;
        });
    };
    if (claim.sign == 0)
        return;
    if (beside ? beside->sign != claim.sign : std::none_of(actual.begin(), actual.end(), goesThere))
        disagree(claim, Say::tr("amount and rate go in different directions"));
}

/// Last year's figure is this year's less the change.
void Judge::lastYear(int index)
{
    Claim &claim = m_reading.claims[size_t(index)];
    claim.reason = Say::tr("no table of this report has last year's figure");
    const StatedValue said = stated(claim);
    for (const SideFigure &side : m_report.sideFigures) {
        if (side.figure == claim.figure && side.phase == Phase::Last && !side.count
            && qAbs(side.amount.money().fen() - said.value) <= said.half) {
            claim.verdict = Claim::Verdict::Agrees;
            claim.reason.clear();
            return;
        }
    }
    for (const int i : m_claimsOf.value(claim.figure)) {
        const Claim &change = m_reading.claims[size_t(i)];
        if (change.role != ClaimRole::Change || change.section != claim.section
            || change.phase == Phase::Other || change.verdict == Claim::Verdict::Disagrees)
            continue;
        const std::vector<Source> now = sources(claim.figure, Phase::Actual, index);
        for (const Source &source : now) {
            const qint64 base = source.value.value - change.sign * change.value;
            if (qAbs(base - said.value) <= said.half + stated(change).half + source.value.half) {
                claim.verdict = Claim::Verdict::Agrees;
                claim.reason.clear();
                claim.cells = source.cells;
                return;
            }
        }
        if (!now.empty()) {
            claim.cells = now.front().cells;
            claim.expected = printedNumber(
                now.front().value.value - change.sign * change.value, qMax(2, claim.decimals));
            disagree(
                claim, Say::tr("this year's figure and the change make it %1").arg(claim.expected));
            return;
        }
    }
}

/// 与上年持平, against a change of the same figure that is told elsewhere.
void Judge::same(int index)
{
    Claim &claim = m_reading.claims[size_t(index)];
    claim.reason = Say::tr("last year's figure is not stated");
    const auto level = [&claim](qint64 change, qint64 now) {
        return claim.nearly ? qAbs(change) * 100 <= qAbs(now) : change == 0;
    };
    const std::vector<Source> now = sources(claim.figure, Phase::Actual, index);
    if (now.empty())
        return;
    for (const Source &last : lastYears(claim.figure, index)) {
        if (level(last.value.value - now.front().value.value, now.front().value.value)) {
            claim.verdict = Claim::Verdict::Agrees;
            claim.reason.clear();
            return;
        }
    }
    for (const int i : m_claimsOf.value(claim.figure)) {
        const Claim &change = m_reading.claims[size_t(i)];
        if (change.role != ClaimRole::Change || change.section != claim.section
            || change.phase == Phase::Other)
            continue;
        if (!level(change.value, now.front().value.value))
            disagree(
                claim, Say::tr("the section also tells of a change of %1").arg(change.printed));
        return;
    }
}

/// 完成年初预算的 85.63%，决算数小于预算数: true where the rate tells of it.
bool Judge::fitsCompletion(Claim &claim)
{
    constexpr qint64 hundred = 100'000'000;
    if (claim.role != ClaimRole::Relation)
        return false;
    for (const int i : m_claimsOf.value(claim.figure)) {
        const Claim &rate = m_reading.claims[size_t(i)];
        if (rate.role != ClaimRole::Completion || rate.sentence != claim.sentence)
            continue;
        const qint64 over = rate.value - hundred;
        const bool level = qAbs(over) <= (claim.nearly ? hundred / 100 : halfOf(rate.decimals));
        if (claim.sign == 0 ? level : claim.sign > 0 ? over >= 0 : over <= 0) {
            claim.verdict = Claim::Verdict::Agrees;
            claim.reason.clear();
        } else {
            disagree(claim, Say::tr("the completion is %1").arg(rate.printed + rate.unit));
        }
        return true;
    }
    return false;
}

void Judge::relation(int index)
{
    Claim &claim = m_reading.claims[size_t(index)];
    const bool difference = claim.role == ClaimRole::BudgetDifference;
    const std::vector<Source> actual = sources(claim.figure, Phase::Actual, index);
    const std::vector<Source> budget = sources(claim.figure, claim.phase, index);
    if (claim.verdict == Claim::Verdict::Agrees || (budget.empty() && fitsCompletion(claim)))
        return;
    if (actual.empty() || budget.empty()) {
        claim.reason = Say::tr("the budget is not stated");
        return;
    }
    const StatedValue said = stated(claim);
    for (const Source &first : actual) {
        for (const Source &second : budget) {
            const qint64 over = first.value.value - second.value.value;
            const qint64 larger = qMax(qAbs(first.value.value), qAbs(second.value.value));
            const bool level = claim.nearly ? qAbs(over) * 100 <= larger : over == 0;
            const bool fits = difference ? qAbs(over - (claim.sign < 0 ? -said.value : said.value))
                    <= said.half + first.value.half + second.value.half
                : claim.sign == 0 ? level
                                  : (claim.sign > 0 ? over > 0 : over < 0);
            if (fits) {
                claim.verdict = Claim::Verdict::Agrees;
                claim.cells = first.cells;
                return;
            }
        }
    }
    m_doubts.push_back({index, {index, budget.front().claim}});
    claim.cells = actual.front().cells;
    disagree(claim,
        Say::tr("final accounts %1, budget %2")
            .arg(printedNumber(actual.front().value.value, 2),
                printedNumber(budget.front().value.value, 2)));
}

}  // namespace mz
