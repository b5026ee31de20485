#include "model/narrative/judge.h"

#include <QCoreApplication>
#include <algorithm>
#include <limits>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Narrative)
};

constexpr size_t longestList = 200;

}  // namespace

/// 国内50批次、外宾2批次，共52批次: the guests from abroad explain the difference.
bool Judge::differsByGuests(const Claim &claim, const Claim &first) const
{
    QString foreign = claim.figure;
    foreign.replace(QStringLiteral("reception_"), QStringLiteral("foreign_"));
    const std::vector<int> guests
        = foreign == claim.figure ? std::vector<int>() : m_claimsOf.value(foreign);
    return std::any_of(guests.begin(), guests.end(), [&](int guest) {
        return m_reading.claims[size_t(guest)].value == qAbs(first.value - claim.value);
    });
}

/// What no table has, but the section says twice: both must be the same.
void Judge::repeated()
{
    const auto isJudged = [](const Claim &claim) {
        const bool count = claim.role == ClaimRole::Count && claim.section == u"S07";
        const bool budget = claim.role == ClaimRole::Amount && isBudget(claim.phase);
        return claim.verdict == Claim::Verdict::Stated && !claim.freeProse && (count || budget);
    };
    for (size_t i = 0; i < m_reading.claims.size(); ++i) {
        Claim &claim = m_reading.claims[i];
        if (claim.figure.isEmpty() || !isJudged(claim))
            continue;
        for (const int j : m_claimsOf.value(claim.figure)) {
            Claim &first = m_reading.claims[size_t(j)];
            if (size_t(j) >= i || first.role != claim.role || first.phase != claim.phase
                || first.section != claim.section)
                continue;
            const qint64 half = claim.role == ClaimRole::Count ? 0 : stated(claim).half;
            if (qAbs(first.value - claim.value) > half) {
                if (differsByGuests(claim, first))
                    break;
                claim.expected = first.printed;
                disagree(claim, Say::tr("the same section says %1").arg(first.printed));
                break;
            }
            claim.verdict = Claim::Verdict::Agrees;
            claim.reason.clear();
            if (first.verdict == Claim::Verdict::Stated) {
                first.verdict = Claim::Verdict::Agrees;
                first.reason.clear();
            }
            break;
        }
    }
}

/// What no table has, said twice alike: in an annex the one confirms the other.
void Judge::repeatedInProse()
{
    for (Claim &claim : m_reading.claims) {
        if (!claim.freeProse || claim.figure.isEmpty() || claim.value == 0
            || claim.role != ClaimRole::Amount || claim.verdict != Claim::Verdict::Stated
            || claim.figure.startsWith(u"performance.") || claim.figure.startsWith(u"listed."))
            continue;
        for (const int i : m_claimsOf.value(claim.figure)) {
            Claim &other = m_reading.claims[size_t(i)];
            const bool alike = &other != &claim && other.role == claim.role
                && other.phase == claim.phase && other.value == claim.value
                && other.verdict != Claim::Verdict::Disagrees;
            if (!alike)
                continue;
            claim.verdict = Claim::Verdict::Agrees;
            claim.reason.clear();
            break;
        }
    }
}

/// Accounts of a table whose rows have slipped would all be called wrong.
void Judge::displacedAccounts()
{
    constexpr int few = 3;
    int wrong = 0;
    int all = 0;
    for (const Claim &claim : m_reading.claims) {
        const bool account = claim.figure.startsWith(u"econ[") && !claim.freeProse;
        all += account ? 1 : 0;
        wrong += account && claim.verdict == Claim::Verdict::Disagrees ? 1 : 0;
    }
    if (wrong < few || wrong * 3 < all)
        return;
    for (Claim &claim : m_reading.claims) {
        if (!claim.figure.startsWith(u"econ[") || claim.verdict != Claim::Verdict::Disagrees)
            continue;
        claim.verdict = Claim::Verdict::Stated;
        claim.reason = Say::tr("many rows of the table differ; they may be displaced");
    }
}

/// One wrong number fails in everything that is computed with it: a rate, a sum. It
/// is told of once, at that number.
void Judge::findSuspects()
{
    constexpr int enough = 2;
    while (true) {
        QHash<int, int> failures;
        QSet<int> accused;
        for (const Doubt &doubt : m_doubts) {
            accused.insert(doubt.accused);
            for (const int number : doubt.numbers)
                failures[number] += 1;
        }
        // Of two that explain as much it is the one that was told of already.
        const auto weight = [&](int number) {
            return 2 * (failures[number] - m_fits.value(number))
                + (accused.contains(number) ? 1 : 0);
        };
        int best = -1;
        int second = 0;
        for (const int number : failures.keys()) {
            if (number < 0 || failures[number] < enough)
                continue;
            const int known = best < 0 ? 0 : weight(best);
            if (weight(number) > known)
                best = number;
            second = qMax(second, qMin(known, weight(number)));
        }
        if (best < 0 || weight(best) < 2 || weight(best) == second)
            return;
        Claim &suspect = m_reading.claims[size_t(best)];
        const int failed = failures[best];
        std::erase_if(m_doubts, [&](const Doubt &doubt) {
            if (std::find(doubt.numbers.begin(), doubt.numbers.end(), best) == doubt.numbers.end())
                return false;
            Claim &other = m_reading.claims[size_t(doubt.accused)];
            if (doubt.accused != best) {
                other.verdict = Claim::Verdict::Follows;
                other.reason = Say::tr("a number that it is computed with is wrong");
            }
            return true;
        });
        if (suspect.verdict != Claim::Verdict::Disagrees)
            disagree(suspect, Say::tr("%n computation(s) with it fail", nullptr, failed));
    }
}

/// Both sides of a balance change alike: they were one last year, too.
void Judge::changesOfSides(const QString &income, const QString &expenditure)
{
    for (const int i : m_claimsOf.value(income)) {
        for (const int j : m_claimsOf.value(expenditure)) {
            Claim &first = m_reading.claims[size_t(std::min(i, j))];
            Claim &second = m_reading.claims[size_t(std::max(i, j))];
            const bool changes = first.role == ClaimRole::Change && second.role == ClaimRole::Change
                && first.section == second.section && first.phase == second.phase
                && !first.freeProse;
            if (!changes || first.verdict == Claim::Verdict::Disagrees
                || second.verdict == Claim::Verdict::Disagrees)
                continue;
            const qint64 off = qAbs(first.sign * first.value - second.sign * second.value);
            if (off > stated(first).half + stated(second).half) {
                second.expected = first.printed;
                disagree(second, Say::tr("the other side changes by %1").arg(first.printed));
                continue;
            }
            for (Claim *claim : {&first, &second}) {
                if (claim->verdict != Claim::Verdict::Stated)
                    continue;
                claim->verdict = Claim::Verdict::AgreesBySum;
                claim->reason.clear();
            }
        }
    }
}

/// The change of a sum is the sum of the changes.
void Judge::changesOfParts(const QString &total, const QStringList &parts)
{
    const auto changeOf = [this](const QString &figure) -> int {
        int found = -1;
        for (const int i : m_claimsOf.value(figure)) {
            const Claim &claim = m_reading.claims[size_t(i)];
            if (claim.section != u"S07" || claim.phase == Phase::Other
                || (claim.role != ClaimRole::Change && claim.role != ClaimRole::Same))
                continue;
            if (found >= 0 && m_reading.claims[size_t(found)].value != claim.value)
                return -1;
            found = i;
        }
        return found;
    };
    const int head = changeOf(total);
    qint64 sum = 0;
    qint64 worst = 0;
    std::vector<int> changes;
    for (const QString &part : parts) {
        const int i = changeOf(part);
        if (i < 0 || m_reading.claims[size_t(i)].verdict == Claim::Verdict::Disagrees)
            return;
        const Claim &claim = m_reading.claims[size_t(i)];
        const bool changed = claim.role == ClaimRole::Change;
        sum += changed ? claim.sign * claim.value : 0;
        worst += changed ? stated(claim).half : 0;
        // A part of which nothing is known but this sum may not be the wrong one.
        if (claim.nearly)
            return;
        changes.push_back(i);
    }
    // Where the section tells only of the parts, the prose of an annex may tell of the whole.
    for (const int i : m_claimsOf.value(total)) {
        Claim &claim = m_reading.claims[size_t(i)];
        const bool fits = claim.freeProse && claim.role == ClaimRole::Change
            && claim.verdict == Claim::Verdict::Stated && claim.sign * claim.value == sum;
        claim.verdict = fits ? Claim::Verdict::AgreesBySum : claim.verdict;
        claim.reason = fits ? QString() : claim.reason;
    }
    if (head < 0 || m_reading.claims[size_t(head)].role != ClaimRole::Change)
        return;
    Claim &whole = m_reading.claims[size_t(head)];
    worst += stated(whole).half;
    if (qAbs(whole.sign * whole.value - sum) > worst) {
        if (whole.verdict != Claim::Verdict::Disagrees) {
            changes.push_back(head);
            m_doubts.push_back({head, changes});
            whole.expected = printedNumber(qAbs(sum), qMax(2, whole.decimals));
            disagree(whole,
                Say::tr("the changes of the parts add up to %1")
                    .arg((sum < 0 ? QStringLiteral("-") : QString()) + whole.expected));
        }
        return;
    }
    changes.push_back(head);
    for (const int i : changes) {
        Claim &claim = m_reading.claims[size_t(i)];
        if (claim.verdict != Claim::Verdict::Stated)
            continue;
        claim.verdict = Claim::Verdict::AgreesBySum;
        claim.reason.clear();
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
        const auto agree = [](Claim &claim) {
            if (claim.verdict != Claim::Verdict::Stated)
                return;
            claim.verdict = Claim::Verdict::AgreesBySum;
            claim.reason.clear();
        };
        agree(whole);
        ++m_fits[total];
        for (const int part : parts)
            ++m_fits[part];
        for (const int part : parts)
            agree(m_reading.claims[size_t(part)]);
    } else if (!wrong && whole.verdict == Claim::Verdict::Stated) {
        const int decimals = count ? 0 : qMax(2, whole.decimals);
        whole.expected = printedNumber(sum, decimals);
        disagree(whole, Say::tr("the parts stated add up to %1").arg(whole.expected));
        std::vector<int> numbers = parts;
        numbers.push_back(total);
        m_doubts.push_back({total, std::move(numbers)});
    }
    m_reading.sums.push_back(std::move(result));
}

/// How many brackets are open where it stands.
int Judge::bracketsAround(const Claim &claim) const
{
    if (claim.place.block < 0)
        return 0;
    const QStringView text(
        m_report.sections[size_t(claim.place.section)].blocks[size_t(claim.place.block)].text);
    const QStringView before = text.left(claim.place.start);
    return int(before.count(u'（') + before.count(u'(') - before.count(u'）') - before.count(u')'));
}

void Judge::sum(const QString &total, const QStringList &parts)
{
    const std::vector<int> totals = m_claimsOf.value(total);
    const auto head = std::find_if(totals.begin(), totals.end(), [this](int i) {
        const Claim &claim = m_reading.claims[size_t(i)];
        return (claim.role == ClaimRole::Amount && claim.phase == Phase::Actual)
            || claim.role == ClaimRole::Count;
    });
    if (head == totals.end())
        return;
    const Claim &whole = m_reading.claims[size_t(*head)];
    std::vector<int> found;
    for (const QString &part : parts) {
        int mine = -1;
        for (const int i : m_claimsOf.value(part)) {
            const Claim &claim = m_reading.claims[size_t(i)];
            if (claim.role != whole.role || claim.phase != whole.phase
                || claim.section != whole.section)
                continue;
            // Said twice: which of them is the part is not known.
            if (mine >= 0)
                return;
            mine = i;
        }
        if (mine >= 0)
            found.push_back(mine);
    }
    // 其他用车8辆（公务用车3辆、业务用车5辆）: parts of a part.
    int least = std::numeric_limits<int>::max();
    for (const int part : found)
        least = qMin(least, bracketsAround(m_reading.claims[size_t(part)]));
    std::erase_if(
        found, [&](int part) { return bracketsAround(m_reading.claims[size_t(part)]) > least; });
    constexpr size_t fewest = 2;
    // A part of the enumeration under a name that is not known.
    const bool open = std::any_of(
        m_reading.claims.begin(), m_reading.claims.end(), [&whole](const Claim &claim) {
            return claim.figure.isEmpty() && claim.section == whole.section
                && claim.sentence == whole.sentence && claim.unit == whole.unit && claim.value != 0;
        });
    if (!found.empty())
        addUp(*head, found, found.size() >= fewest && whole.section != u"S10" && !open);
}

/// 支出决算 a（其中：一般公共预算支出 b；政府性基金预算支出 c ..）: the parts are a together.
void Judge::partsByFund()
{
    constexpr size_t fewest = 2;
    const auto isPart = [](const Claim &claim) { return claim.figure.startsWith(u"part."); };
    for (size_t i = 0; i < m_reading.claims.size(); ++i) {
        const Claim &whole = m_reading.claims[i];
        if (whole.figure.isEmpty() || isPart(whole) || whole.role != ClaimRole::Amount)
            continue;
        std::vector<size_t> parts;
        qint64 sum = 0;
        qint64 worst = stated(whole).half;
        for (size_t j = i + 1; j < m_reading.claims.size() && isPart(m_reading.claims[j])
             && m_reading.claims[j].sentence == whole.sentence
             && m_reading.claims[j].role == ClaimRole::Amount;
             ++j) {
            parts.push_back(j);
            sum += m_reading.claims[j].value;
            worst += m_reading.claims[j].value == 0 ? 0 : stated(m_reading.claims[j]).half;
        }
        if (parts.size() < fewest)
            continue;
        const bool holds = qAbs(whole.value - sum) <= worst;
        for (const size_t j : parts) {
            Claim &part = m_reading.claims[j];
            if (holds) {
                part.verdict = Claim::Verdict::AgreesBySum;
                part.reason.clear();
            } else if (whole.verdict != Claim::Verdict::Disagrees && j == parts.front()) {
                disagree(part,
                    Say::tr("the parts stated add up to %1")
                        .arg(printedNumber(sum, qMax(2, whole.decimals))));
            }
        }
    }
}

/// What the original text has between two numbers of one paragraph.
QString Judge::textBetween(const Claim &claim, const Claim &next) const
{
    if (claim.place.section != next.place.section || claim.place.block != next.place.block
        || claim.place.block < 0)
        return {};
    const QString &text
        = m_report.sections[size_t(claim.place.section)].blocks[size_t(claim.place.block)].text;
    const int from = claim.place.start + claim.place.length;
    return text.mid(from, next.place.start - from);
}

/// 项目支出 a 万元，其中X经费 b 万元、Y经费 c 万元: parts whose names no dictionary knows
/// are confirmed where they are exactly a together.
void Judge::listedParts()
{
    for (size_t i = 0; i + 2 < m_reading.claims.size(); ++i) {
        const QString between = textBetween(m_reading.claims[i], m_reading.claims[i + 1]);
        const QStringList &words = m_handbook.words().listWords;
        if (std::none_of(words.begin(), words.end(),
                [&between](const QString &word) { return between.contains(word); }))
            continue;
        listBehind(i, 1);
        // 编制70人，实有75人，其中：行政编制15人，实有26人 ..: two wholes, dealt out in turn.
        if (i > 0 && m_reading.claims[i - 1].unit == m_reading.claims[i].unit
            && m_reading.claims[i - 1].sentence == m_reading.claims[i].sentence)
            listBehind(i - 1, 2);
    }
}

/// How many parts that are nothing go on the list.
size_t Judge::zerosBehind(size_t part) const
{
    const std::vector<Claim> &claims = m_reading.claims;
    size_t zeros = 0;
    for (size_t i = part + 1; zeros < longestList && i < claims.size() && claims[i].value == 0
         && claims[i].sentence == claims[part].sentence && claims[i].unit == claims[part].unit;
         ++i)
        ++zeros;
    return zeros;
}

void Judge::listBehind(size_t first, size_t heads)
{
    std::vector<Claim> &claims = m_reading.claims;
    const Claim &head = claims[first];
    const bool money = head.unit.endsWith(u'元') || head.unit == u"万";
    const bool isCount = !money && !head.unit.isEmpty() && head.unit != u"%"
        && head.unit != u"个百分点" && head.unit != u"分";
    if (head.value <= 0 || (!money && !isCount) || claims[first + heads - 1].value <= 0)
        return;
    std::vector<qint64> sums(heads, 0);
    std::vector<int> parts;
    QString text;
    int depth = 0;
    size_t last = first + heads - 1;
    int named = 0;
    for (size_t j = first + heads; j < claims.size() && claims[j].sentence == head.sentence; ++j) {
        const QString between = textBetween(claims[last], claims[j]);
        text += between;
        depth += int(between.count(u'（') + between.count(u'(') - between.count(u'）')
            - between.count(u')'));
        last = j;
        if (parts.size() >= longestList)
            return;
        const bool alike = money ? claims[j].unit.endsWith(u'元') || claims[j].unit == u"万"
                                 : claims[j].unit == head.unit;
        if (depth < 0)
            break;
        if (!alike || depth > 0 || claims[j].role == ClaimRole::Change
            || claims[j].role == ClaimRole::BudgetDifference)
            continue;
        sums[parts.size() % heads] += claims[j].value;
        parts.push_back(int(j));
        named += claims[j].value != 0 ? 1 : 0;
        // 轿车0辆、越野车1辆、载客汽车0辆: all of one kind.
        const size_t listed = parts.size() + zerosBehind(j);
        const bool enough = named >= 2 * int(heads) || (heads == 1 && named == 1 && listed >= 3);
        bool all = parts.size() % heads == 0 && enough;
        for (size_t k = 0; k < heads; ++k)
            all = all && sums[k] == claims[first + k].value;
        if (!all)
            continue;
        const auto confirm = [money](Claim &claim, QStringView figure) {
            if (claim.verdict != Claim::Verdict::Unbound && claim.verdict != Claim::Verdict::Stated)
                return;
            if (claim.figure.isEmpty()) {
                claim.figure = figure.toString();
                claim.role = money ? ClaimRole::Amount : ClaimRole::Count;
            }
            claim.verdict = Claim::Verdict::AgreesBySum;
            claim.reason.clear();
        };
        for (size_t k = 0; k < heads; ++k)
            confirm(claims[first + k], u"listed.total");
        for (const int part : parts)
            confirm(claims[size_t(part)], u"listed.part");
        for (size_t k = 1; k <= zerosBehind(j); ++k)
            confirm(claims[j + k], u"listed.part");
        return;
    }
    const int wrong = heads > 1 || !money ? -1 : misprintOf(int(first), parts, text);
    if (wrong < 0)
        return;
    Claim &claim = claims[size_t(wrong)];
    claim.figure
        = wrong == int(first) ? QStringLiteral("listed.total") : QStringLiteral("listed.part");
    claim.role = ClaimRole::Amount;
    claim.verdict = Claim::Verdict::Disagrees;
    claim.reason = Say::tr("the parts stated add up to %1").arg(printedNumber(sums[0], 2));
}

/// Parts that are a little more or less than their whole, so that one digit explains it: the
/// number that is accused, or -1. A list may leave parts out, so that a smaller sum proves
/// nothing.
int Judge::misprintOf(int head, const std::vector<int> &parts, QStringView text) const
{
    constexpr size_t fewest = 3;
    constexpr qint64 least = 1'000'000;  // 1 万元
    const Claim &whole = m_reading.claims[size_t(head)];
    const QStringList &hedges = m_handbook.words().listHedges;
    const bool hedged = text.count(u"其中") > 1
        || std::any_of(hedges.begin(), hedges.end(),
            [text](const QString &word) { return text.contains(word); });
    if (hedged || parts.size() < fewest || whole.verdict == Claim::Verdict::Disagrees
        || whole.verdict == Claim::Verdict::Follows)
        return -1;
    qint64 sum = 0;
    int fine = 0;
    for (const int part : parts) {
        const Claim &claim = m_reading.claims[size_t(part)];
        if (!claim.figure.isEmpty() && !claim.figure.startsWith(u"listed."))
            return -1;
        sum += claim.value;
        fine += claim.decimals == 2 ? 1 : 0;
    }
    const qint64 missing = whole.value - sum;
    if (size_t(fine) * 3 < parts.size() * 2 || missing >= least)
        return -1;
    const auto oneDigit = [](qint64 printed, qint64 meant) {
        const QString a = QString::number(printed);
        const QString b = QString::number(meant);
        int differing = 0;
        for (qsizetype i = 0; a.size() == b.size() && i < a.size(); ++i)
            differing += a[i] != b[i] ? 1 : 0;
        return meant > 0 && differing == 1;
    };
    const auto part = std::find_if(parts.begin(), parts.end(), [&](int index) {
        const qint64 value = m_reading.claims[size_t(index)].value;
        return oneDigit(value, value + missing);
    });
    // A whole that the tables confirm is not the wrong one.
    if (whole.isChecked())
        return part == parts.end() ? -1 : *part;
    return part != parts.end() || oneDigit(whole.value, sum) ? head : -1;
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
        // The head may tell of all money, the items of a part of it.
        if (head < 0 || leavesOpen(m_reading.claims[size_t(head)]))
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

}  // namespace mz
