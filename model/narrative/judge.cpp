#include "model/narrative/judge.h"

#include <QCoreApplication>
#include <algorithm>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Narrative)
};

bool isBudget(Phase phase)
{
    return phase == Phase::Budget || phase == Phase::BudgetInitial || phase == Phase::BudgetFull;
}

/// One budget word may mean the other where only one of them says which.
bool mayBe(Phase said, Phase asked)
{
    return said == asked
        || (isBudget(said) && isBudget(asked) && (said == Phase::Budget || asked == Phase::Budget));
}

/// The figure whose cell prints this phase, or "".
QString figureOfPhase(const QString &figure, Phase phase)
{
    if (phase == Phase::Actual)
        return figure;
    const QString actual = QStringLiteral("three_public.actual.");
    if (isBudget(phase) && figure.startsWith(actual))
        return QStringLiteral("three_public.budget.") + figure.mid(actual.size());
    return {};
}

}  // namespace

QString printedNumber(qint64 millionths, int decimals)
{
    const qint64 step = qMax<qint64>(1, 2 * halfOf(decimals));
    const qint64 size = (qAbs(millionths) + step / 2) / step;
    const qint64 whole = 1'000'000 / step;
    QString text = QString::number(size / whole);
    if (decimals > 0)
        text += u'.' + QString::number(size % whole).rightJustified(decimals, u'0');
    return millionths < 0 && size > 0 ? u'-' + text : text;
}

Judge::Judge(const Report &report, const Handbook &handbook, const CellResolver &resolver,
    const std::vector<WordList::Sum> &sums, NarrativeReading &reading)
    : m_report(report)
    , m_handbook(handbook)
    , m_resolver(resolver)
    , m_sums(sums)
    , m_reading(reading)
{
    int amounts = 0;
    int two = 0;
    for (size_t i = 0; i < reading.claims.size(); ++i) {
        const Claim &claim = reading.claims[i];
        if (!claim.figure.isEmpty())
            m_claimsOf[claim.figure].push_back(int(i));
        const bool amount = claim.role == ClaimRole::Amount && !claim.figure.isEmpty();
        amounts += amount ? 1 : 0;
        two += amount && claim.decimals >= 2 ? 1 : 0;
    }
    constexpr int most = 60;
    m_twoDecimals = amounts > 0 && two * 100 >= amounts * most;
    const auto all = homes(QStringLiteral("expenditure.year"));
    bool readable = false;
    const auto fiscal = Expression::parse(QStringLiteral("T04.expenditure[year].total"));
    const Source part = fiscal ? sourceOf(*fiscal, &readable) : Source{};
    m_allFiscal = readable && !all.empty() && all.front().value.value == part.value.value;
}

Judge::Source Judge::sourceOf(const Expression &expression, bool *readable) const
{
    Source source;
    std::vector<CellResolver::Term> terms;
    *readable = m_resolver.resolve(expression, {}, terms) && !terms.empty();
    for (const CellResolver::Term &term : terms) {
        const Amount &amount = m_report.cell(term.cell).amount;
        *readable = *readable && (amount.isNumber() || amount.isBlank());
        source.value.value += term.sign * amount.money().fen();
        if (!amount.money().isZero())
            source.value.half
                += amount.lastDigitFen(m_report.sheets[size_t(term.cell.sheet)].unit) / 2;
        source.cells.push_back(term.cell);
    }
    return source;
}

const std::vector<Judge::Source> &Judge::homes(const QString &figure)
{
    const auto known = m_homes.constFind(figure);
    if (known != m_homes.constEnd())
        return *known;
    std::vector<Expression> places;
    const auto add = [&places](const QString &text) {
        if (const auto expression = Expression::parse(text))
            places.push_back(*expression);
    };
    const qsizetype open = figure.indexOf(u'[');
    if (open > 0) {
        const QString code = figure.mid(open + 1).chopped(1);
        const QString row = u'[' + code + QStringLiteral("].total");
        if (figure.startsWith(u"funds")) {
            add(QStringLiteral("T07") + row);
        } else if (figure.startsWith(u"capital")) {
            add(QStringLiteral("T08") + row);
        } else {
            add(QStringLiteral("T05") + row);
            if (code.size() == 3)
                add(QStringLiteral("T04.expenditure[%1].general").arg(code));
            if (m_allFiscal)
                add(QStringLiteral("T03%1 - T07%1 - T08%1").arg(row));
        }
    } else if (const Figure *entry = m_handbook.figures().find(figure)) {
        places = entry->homes;
    }
    std::vector<Source> sources;
    for (const Expression &place : places) {
        bool readable = false;
        Source source = sourceOf(place, &readable);
        if (readable)
            sources.push_back(std::move(source));
    }
    return *m_homes.insert(figure, sources);
}

StatedValue Judge::stated(const Claim &claim) const
{
    const bool amount = claim.role == ClaimRole::Amount || claim.role == ClaimRole::Change
        || claim.role == ClaimRole::BudgetDifference;
    int decimals = amount && m_twoDecimals ? qMax(2, claim.decimals) : claim.decimals;
    if (amount && claim.unit == u"元")
        decimals = 6;
    qint64 half = halfOf(decimals);
    if (claim.unit == u"亿元")
        half = halfOf(claim.decimals) * 10'000;
    return {claim.value, half};
}

/// Where a figure's amount is printed: in tables first, then in this section's text,
/// the nearest first.
std::vector<Judge::Source> Judge::sources(const QString &figure, Phase phase, int near)
{
    std::vector<Source> result;
    const QString home = figureOfPhase(figure, phase);
    if (!home.isEmpty())
        result = homes(home);
    const Claim &here = m_reading.claims[size_t(near)];
    std::vector<int> texts;
    for (const int i : m_claimsOf.value(figure)) {
        const Claim &claim = m_reading.claims[size_t(i)];
        if (claim.role == ClaimRole::Amount && mayBe(claim.phase, phase)
            && claim.section == here.section)
            texts.push_back(i);
    }
    std::stable_sort(texts.begin(), texts.end(),
        [near](int a, int b) { return qAbs(a - near) < qAbs(b - near); });
    for (const int i : texts)
        result.push_back({stated(m_reading.claims[size_t(i)]), {}, i});
    return result;
}

void Judge::disagree(Claim &claim, const QString &reason)
{
    // Other populations are told of in free prose: a difference there proves nothing.
    claim.verdict = claim.freeProse ? Claim::Verdict::OtherScope : Claim::Verdict::Disagrees;
    claim.reason = claim.freeProse
        ? Say::tr("it differs from the tables, but may be of others: %1").arg(reason)
        : reason;
}

QString Judge::otherFigure(const Claim &claim)
{
    if (claim.value == 0)
        return {};
    for (const Figure &figure : m_handbook.figures().figures()) {
        if (figure.kind != u"amount" || figure.id == claim.figure)
            continue;
        for (const Source &home : homes(figure.id)) {
            if (home.value.value == claim.value)
                return figure.name;
        }
    }
    return {};
}

void Judge::amount(Claim &claim)
{
    const QString figure = figureOfPhase(claim.figure, claim.phase);
    if (figure.isEmpty()) {
        claim.reason = Say::tr("no table has it");
        return;
    }
    const Figure *entry = m_handbook.figures().find(figure);
    if (entry && !entry->bounds.empty()) {
        bound(claim, *entry);
        return;
    }
    const std::vector<Source> &places = homes(figure);
    if (places.empty()) {
        claim.reason = Say::tr("no table of the report has it");
        return;
    }
    const StatedValue said = stated(claim);
    claim.cells = places.front().cells;
    for (const Source &home : places) {
        const qint64 off = qAbs(said.value - home.value.value);
        if (off <= said.half) {
            claim.cells = home.cells;
            claim.verdict = Claim::Verdict::Agrees;
            return;
        }
    }
    constexpr qint64 lastDigit = 10'000;
    const qint64 off = qAbs(said.value - places.front().value.value);
    claim.expected = printedNumber(places.front().value.value, qMax(2, claim.decimals));
    if (figure.contains(u'[') && off <= lastDigit && claim.decimals >= 2) {
        claim.verdict = Claim::Verdict::Rounding;
        return;
    }
    if (claim.unit == u"元" && qAbs(said.value * 10'000 - places.front().value.value) <= 5'000) {
        disagree(claim, Say::tr("the table has this amount in 万元"));
        return;
    }
    const QString other = otherFigure(claim);
    disagree(claim,
        other.isEmpty() ? Say::tr("the table has %1").arg(claim.expected)
                        : Say::tr("the table has %1; the printed amount is that of %2")
                              .arg(claim.expected, other));
}

/// A cell that is only a part of the figure, or holds more than it.
void Judge::bound(Claim &claim, const Figure &figure)
{
    bool readable = false;
    const Source limit = sourceOf(figure.bounds.front(), &readable);
    if (!readable) {
        claim.reason = Say::tr("no table of the report has it");
        return;
    }
    claim.cells = limit.cells;
    const StatedValue said = stated(claim);
    const qint64 off = said.value - limit.value.value;
    if (qAbs(off) <= said.half) {
        claim.verdict = Claim::Verdict::Agrees;
    } else if ((off < 0) == figure.boundAbove) {
        claim.reason = Say::tr("the table only bounds it");
    } else {
        claim.expected = printedNumber(limit.value.value, qMax(2, claim.decimals));
        disagree(claim,
            figure.boundAbove ? Say::tr("it cannot be more than %1").arg(claim.expected)
                              : Say::tr("it cannot be less than %1").arg(claim.expected));
    }
}

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
            const bool fits = nothing ? said.value == 0 : ratioFits(part.value, whole.value, said);
            if (!fits)
                continue;
            const auto isWrong = [this](const Source &source) {
                return source.claim >= 0
                    && m_reading.claims[size_t(source.claim)].verdict == Claim::Verdict::Disagrees;
            };
            const bool follows = isWrong(part) || isWrong(whole);
            claim.verdict = follows ? Claim::Verdict::Follows : Claim::Verdict::Agrees;
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
    disagree(claim, claim.arithmetic);
}

void Judge::share(int index)
{
    Claim &claim = m_reading.claims[size_t(index)];
    if (claim.whole.isEmpty())
        return;
    rate(claim, sources(claim.figure, Phase::Actual, index),
        sources(claim.whole, Phase::Actual, index));
}

void Judge::completion(int index)
{
    Claim &claim = m_reading.claims[size_t(index)];
    rate(claim, sources(claim.figure, Phase::Actual, index),
        sources(claim.figure, claim.phase, index));
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

/// A change and its rate judge each other: base = now ∓ change.
void Judge::change(int index)
{
    Claim &claim = m_reading.claims[size_t(index)];
    const std::vector<Source> now = sources(claim.figure, Phase::Actual, index);
    int delta = claim.role == ClaimRole::Change ? index : -1;
    for (const int i : m_claimsOf.value(claim.figure)) {
        const Claim &other = m_reading.claims[size_t(i)];
        if (claim.role == ClaimRole::Rate && other.role == ClaimRole::Change
            && other.sentence == claim.sentence && i < index)
            delta = i;
    }
    if (delta < 0 || now.empty()) {
        claim.reason = Say::tr("last year's figure is not stated");
        return;
    }
    Claim &change = m_reading.claims[size_t(delta)];
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
        if (claim.role == ClaimRole::Rate)
            claim.verdict = Claim::Verdict::Follows;
        return;
    }
    if (claim.role != ClaimRole::Rate) {
        claim.reason = Say::tr("last year's figure is not stated");
        return;
    }
    rate(claim, {{step, {}, -1}}, bases);
    if (claim.isChecked() && claim.verdict != Claim::Verdict::Disagrees
        && change.verdict == Claim::Verdict::Stated) {
        change.verdict = Claim::Verdict::Agrees;
        change.reason.clear();
        change.cells = claim.cells;
    }
    if (claim.verdict == Claim::Verdict::Disagrees && change.sign != claim.sign)
        claim.reason += Say::tr("; amount and rate go in different directions");
}

void Judge::relation(int index)
{
    Claim &claim = m_reading.claims[size_t(index)];
    const bool difference = claim.role == ClaimRole::BudgetDifference;
    const std::vector<Source> actual = sources(claim.figure, Phase::Actual, index);
    const std::vector<Source> budget = sources(claim.figure, claim.phase, index);
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
            const bool fits = difference
                ? qAbs(qAbs(over) - said.value) <= said.half + first.value.half + second.value.half
                : claim.sign == 0 ? level
                                  : (claim.sign > 0 ? over > 0 : over < 0);
            if (fits) {
                claim.verdict = Claim::Verdict::Agrees;
                claim.cells = first.cells;
                return;
            }
        }
    }
    claim.cells = actual.front().cells;
    disagree(claim,
        Say::tr("final accounts %1, budget %2")
            .arg(printedNumber(actual.front().value.value, 2),
                printedNumber(budget.front().value.value, 2)));
}

/// What no table has, but the section says twice: both must be the same.
void Judge::repeated()
{
    for (size_t i = 0; i < m_reading.claims.size(); ++i) {
        Claim &claim = m_reading.claims[i];
        if (claim.role != ClaimRole::Amount || claim.verdict != Claim::Verdict::Stated
            || !isBudget(claim.phase) || claim.freeProse)
            continue;
        for (const int j : m_claimsOf.value(claim.figure)) {
            const Claim &first = m_reading.claims[size_t(j)];
            if (size_t(j) >= i || first.role != claim.role || first.phase != claim.phase
                || first.section != claim.section)
                continue;
            if (qAbs(first.value - claim.value) <= stated(claim).half) {
                claim.verdict = Claim::Verdict::Agrees;
            } else {
                claim.expected = first.printed;
                disagree(claim, Say::tr("the same section says %1").arg(first.printed));
            }
            break;
        }
    }
}

void Judge::addUp(int total, const std::vector<int> &parts, bool complete)
{
    Claim &whole = m_reading.claims[size_t(total)];
    const bool count = whole.role == ClaimRole::Count;
    qint64 sum = 0;
    qint64 worst = count ? 0 : stated(whole).half;
    bool wrong = false;
    for (const int part : parts) {
        const Claim &claim = m_reading.claims[size_t(part)];
        sum += claim.value;
        worst += count || claim.value == 0 ? 0 : stated(claim).half;
        wrong = wrong || claim.verdict == Claim::Verdict::Disagrees;
    }
    StatedSum result{total, parts, whole.value - sum};
    const bool holds = qAbs(result.difference) <= worst;
    if (!holds && !complete && sum < whole.value)
        return;
    if (holds) {
        result.difference = 0;
        if (whole.verdict == Claim::Verdict::Stated)
            whole.verdict = Claim::Verdict::AgreesBySum;
        for (const int part : parts) {
            Claim &claim = m_reading.claims[size_t(part)];
            if (claim.verdict == Claim::Verdict::Stated)
                claim.verdict = Claim::Verdict::AgreesBySum;
        }
    } else if (!wrong && whole.verdict == Claim::Verdict::Stated) {
        const int decimals = count ? 0 : qMax(2, whole.decimals);
        whole.expected = printedNumber(sum, decimals);
        disagree(whole, Say::tr("the parts stated add up to %1").arg(whole.expected));
    }
    m_reading.sums.push_back(std::move(result));
}

void Judge::sum(const QString &total, const QStringList &parts)
{
    const std::vector<int> totals = m_claimsOf.value(total);
    const auto head = std::find_if(totals.begin(), totals.end(), [this](int i) {
        const ClaimRole role = m_reading.claims[size_t(i)].role;
        return role == ClaimRole::Amount || role == ClaimRole::Count;
    });
    if (head == totals.end())
        return;
    const Claim &whole = m_reading.claims[size_t(*head)];
    std::vector<int> found;
    for (const QString &part : parts) {
        int mine = -1;
        for (const int i : m_claimsOf.value(part)) {
            const Claim &claim = m_reading.claims[size_t(i)];
            if (claim.role != whole.role || claim.section != whole.section)
                continue;
            // Said twice: which of them is the part is not known.
            if (mine >= 0)
                return;
            mine = i;
        }
        if (mine >= 0)
            found.push_back(mine);
    }
    constexpr size_t fewest = 2;
    if (!found.empty())
        addUp(*head, found, found.size() >= fewest && whole.section != u"S10");
}

/// The budget at the head of the items is the sum of theirs.
void Judge::itemBudgets()
{
    const QString total = QStringLiteral("general.expenditure");
    for (const Phase phase : {Phase::BudgetInitial, Phase::BudgetFull}) {
        int head = -1;
        for (const int i : m_claimsOf.value(total)) {
            const Claim &claim = m_reading.claims[size_t(i)];
            if (claim.role == ClaimRole::Amount && claim.phase == phase && claim.section == u"S05")
                head = head < 0 ? i : head;
        }
        if (head < 0)
            continue;
        std::vector<int> parts;
        bool complete = !m_reading.accounts.empty();
        for (const NamedAccount &account : m_reading.accounts) {
            if (account.section != u"S05")
                continue;
            int mine = -1;
            for (const int i :
                m_claimsOf.value(QStringLiteral("general.item[%1]").arg(account.code))) {
                const Claim &claim = m_reading.claims[size_t(i)];
                if (claim.role == ClaimRole::Amount && claim.phase == phase)
                    mine = mine < 0 ? i : mine;
            }
            complete = complete && mine >= 0;
            if (mine >= 0 && std::find(parts.begin(), parts.end(), mine) == parts.end())
                parts.push_back(mine);
        }
        if (complete && !parts.empty())
            addUp(head, parts, true);
    }
}

void Judge::judge()
{
    m_reading.sums.clear();
    for (Claim &claim : m_reading.claims) {
        if (claim.figure.isEmpty())
            continue;
        claim.verdict = Claim::Verdict::Stated;
        claim.zeroBase = false;
        claim.expected.clear();
        claim.arithmetic.clear();
        claim.cells.clear();
        claim.reason.clear();
    }
    for (Claim &claim : m_reading.claims) {
        if (!claim.figure.isEmpty() && claim.role == ClaimRole::Amount)
            amount(claim);
        else if (claim.role == ClaimRole::Count && !claim.figure.isEmpty())
            claim.reason = Say::tr("no table has it");
    }
    repeated();
    for (const WordList::Sum &known : m_sums)
        sum(known.total, known.parts);
    itemBudgets();
    for (size_t i = 0; i < m_reading.claims.size(); ++i) {
        const Claim &claim = m_reading.claims[i];
        if (claim.figure.isEmpty())
            continue;
        switch (claim.role) {
        case ClaimRole::Share:
            share(int(i));
            break;
        case ClaimRole::Completion:
            completion(int(i));
            break;
        case ClaimRole::Change:
        case ClaimRole::Rate:
            change(int(i));
            break;
        case ClaimRole::Relation:
        case ClaimRole::BudgetDifference:
            relation(int(i));
            break;
        case ClaimRole::Same:
            m_reading.claims[i].reason = Say::tr("last year's figure is not stated");
            break;
        case ClaimRole::Amount:
        case ClaimRole::Count:
        case ClaimRole::PartChange:
            break;
        }
    }
}

}  // namespace mz
