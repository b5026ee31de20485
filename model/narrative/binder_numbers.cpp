#include "model/narrative/binder.h"
#include "model/narrative/bound_by_hand.h"
#include "model/narrative/neighbours.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Narrative)
};

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

}  // namespace

Binder::Number Binder::numberAt(const QString &text, qsizetype at, bool fromBefore) const
{
    Number number;
    number.start = at;
    QString digits;
    qsizetype end = at;
    const auto threeDigits = [&text](qsizetype from) {
        return from + 3 <= text.size() && isDigit(text[from]) && isDigit(text[from + 1])
            && isDigit(text[from + 2]) && (from + 3 == text.size() || !isDigit(text[from + 3]));
    };
    while (end < text.size()) {
        if (isDigit(text[end]))
            digits += text[end];
        else if (!(text[end] == u',' && digits.size() <= 12 && threeDigits(end + 1)))
            break;
        ++end;
    }
    QString decimals;
    if (end + 1 < text.size() && text[end] == u'.' && isDigit(text[end + 1])) {
        for (++end; end < text.size() && isDigit(text[end]); ++end)
            decimals += text[end];
    }
    number.end = end;
    number.decimals = int(decimals.size());
    number.readable = digits.size() <= 9 && decimals.size() <= 6;
    if (number.readable)
        number.millionths
            = digits.toLongLong() * 1'000'000 + decimals.leftJustified(6, u'0').toLongLong();
    const QStringView rest = QStringView(text).mid(end);
    const auto take = [&](const QString &unit, Number::Kind kind) {
        number.unit = unit;
        number.kind = kind;
    };
    if (rest.startsWith(u'%'))
        take(QStringLiteral("%"), Number::Kind::Percent);
    else if (rest.startsWith(u"个百分点"))
        take(QStringLiteral("个百分点"), Number::Kind::Points);
    else if (rest.startsWith(u'元'))
        take(QStringLiteral("元"), Number::Kind::Amount);
    for (const auto &[unit, scale] : m_words.list().units) {
        const bool follows = number.kind == Number::Kind::Plain && rest.startsWith(unit);
        // "2.63万亩" is no money.
        const bool money = unit.endsWith(u'元') || rest.size() <= unit.size()
            || QStringView(u",。;、()的").contains(rest[unit.size()]);
        if (follows && money) {
            take(unit, Number::Kind::Amount);
            number.scale = scale;
        }
    }
    for (const QString &unit : m_words.list().countUnits) {
        if (number.kind == Number::Kind::Plain && rest.startsWith(unit))
            take(unit, Number::Kind::Count);
    }
    // "收、支总计各是 a，b 万元": the unit stands behind the last of them.
    const bool more
        = rest.size() > 1 && QStringView(u",、").contains(rest.front()) && isDigit(rest[1]);
    if (number.kind == Number::Kind::Plain && number.decimals > 0 && more && !fromBefore) {
        const Number next = numberAt(text, end + 1, true);
        if (next.kind == Number::Kind::Amount && next.decimals > 0) {
            take(next.unit, next.kind);
            number.scale = next.scale;
            number.after = end;
        }
    }
    // A thousand billion yuan: no department has as much, and sums of it still fit.
    constexpr qint64 most = 100'000'000'000'000;
    number.readable
        = number.readable && (number.unit == u"元" || number.millionths <= most / number.scale);
    if (number.after == 0)
        number.after = end + number.unit.size();
    return number;
}

void Binder::takeNumber(const Number &number, TextPlace place, const PreparedText &prepared)
{
    Claim claim;
    claim.place = place;
    claim.place.start = prepared.offsets[size_t(number.start)];
    claim.place.length = prepared.offsets[size_t(number.end - 1)] + 1 - claim.place.start;
    claim.printed = prepared.text.mid(number.start, number.end - number.start);
    claim.unit = number.unit;
    claim.section = m_id;
    claim.sentence = m_sentence;
    claim.decimals = number.decimals;
    claim.value
        = number.unit == u"元" ? number.millionths / 10'000 : number.millionths * number.scale;
    claim.freeProse = m_id == u"S10" || m_id == u"S16" || m_id == u"S17";
    const bool negative = m_gap.endsWith(u'-') && !m_gap.endsWith(u"--");
    if (negative) {
        m_gap.chop(1);
        claim.value = -claim.value;
        claim.printed.prepend(u'-');
    }
    // 主要用于接待来宾，共接待31批次: what is counted is no purpose any more.
    const QString counting = m_gap.mid(m_gap.lastIndexOf(u',') + 1);
    if (m_state.reason && m_state.purpose && number.kind == Number::Kind::Count
        && counting.contains(u"接待") && m_words.list().isConnective(counting)) {
        m_state.reason = false;
        m_gap = counting;
    }
    // Words that were not understood stand before it: what it is, is not known.
    // 共接待13批次: a count may open a sentence.
    const bool opens = number.kind == Number::Kind::Count && m_gap.startsWith(u'。');
    const bool clean = m_words.list().isConnective(QStringView(m_gap).mid(opens ? 1 : 0));
    if (!number.readable) {
        claim.reason = Say::tr("the number is too long");
    } else if (m_id.isEmpty() || m_id == u"S17") {
        claim.reason = Say::tr("the section states no figures of the report");
    } else if (!m_state.account.isEmpty() && clean && number.kind == Number::Kind::Amount) {
        const bool changed = m_state.last == State::Last::Direction;
        claim.figure = m_state.account;
        claim.role = changed ? ClaimRole::PartChange : ClaimRole::Amount;
        claim.sign = changed ? m_state.direction.value_or(0) : 0;
        claim.verdict = Claim::Verdict::Stated;
    } else if (takeShareOfAccount(number, claim) || takeProjects(number, prepared.text, claim)) {
        claim.verdict = Claim::Verdict::Stated;
    } else if (m_state.reason) {
        claim.reason = Say::tr("it stands in a reason");
    } else if (m_undealt > 0 && clean) {
        --m_undealt;
        claim.reason = Say::tr("it is not certain which number belongs to which figure");
    } else if (m_state.other || m_state.otherYear) {
        claim.reason = Say::tr("it is of others, or of another time");
    } else if (number.kind == Number::Kind::Points) {
        claim.reason = Say::tr("percentage points are no rate");
    } else if (!clean) {
        claim.reason = Say::tr("the words before it are not understood");
        // Rates that follow it are not of the subject either.
        if (number.kind == Number::Kind::Amount)
            m_state.subject.clear();
    } else if (m_state.subject.isEmpty()) {
        claim.reason = m_state.unknown.isEmpty() ? Say::tr("no word says which figure it is")
                                                 : m_state.unknown;
    } else {
        takeOneOfSeveral(number, prepared.text, claim);
        // 共接待13批次，其中：国内12批次: a part of what was counted.
        const auto isSame = [&claim, this](const Claim &other) {
            return other.sentence == m_sentence && other.role == ClaimRole::Count
                && other.figure == claim.figure;
        };
        const auto from = m_reading.claims.begin();
        if (claim.role == ClaimRole::Count && !m_state.head.isEmpty() && !claim.figure.isEmpty()
            && std::any_of(from, from + std::ptrdiff_t(m_state.toldBefore), isSame)) {
            claim.figure.clear();
            claim.reason = Say::tr("no word says which figure it is");
        }
        if (claim.figure.isEmpty() && claim.reason.isEmpty())
            claim.reason = Say::tr("the words before it do not say what it is of the figure");
        // One project's budget and what was spent of it stand side by side: nothing else is meant.
        if (claim.figure.startsWith(u"performance.project_"))
            claim.freeProse = false;
        if (!claim.figure.isEmpty()) {
            claim.verdict = Claim::Verdict::Stated;
            m_state.told = m_state.subject;
            if (m_brackets.empty() && claim.role == ClaimRole::Amount) {
                m_state.spoken = m_state.subject;
                if (!m_state.listed.contains(claim.figure))
                    m_state.listed << claim.figure;
            }
        }
    }
    m_state.listsOther = m_state.listsOther
        || (claim.figure.isEmpty() && number.kind == Number::Kind::Amount && m_brackets.empty());
    m_state.account.clear();
    m_state.last = State::Last::Number;
    m_state.ofLastYear = m_state.arranged = m_state.labelled = false;
    m_gap.clear();
    m_reading.claims.push_back(std::move(claim));
}

/// 工资福利支出 a 万元，占 b%: of the account named just before, in a list as well.
bool Binder::takeShareOfAccount(const Number &number, Claim &claim)
{
    const bool isShare = m_state.share && m_state.whole.isEmpty() && !m_reading.claims.empty()
        && number.kind == Number::Kind::Percent && m_words.list().isConnective(m_gap);
    if (!isShare || m_reading.claims.back().sentence != m_sentence
        || !m_reading.claims.back().figure.startsWith(u"econ["))
        return false;
    claim.figure = m_reading.claims.back().figure;
    claim.role = ClaimRole::Share;
    claim.whole = naturalWhole(m_handbook, claim.figure);
    m_state.share = false;
    return true;
}

/// 对4个项目开展绩效自评: what is counted stands behind the number.
bool Binder::takeProjects(const Number &number, const QString &text, Claim &claim)
{
    static const QRegularExpression projects(
        QStringLiteral("\\G[^0-9,。;]{0,12}项目[^,。;]{0,12}?(自评|跟踪|监控|重点|评价|目标)"));
    if (m_id != u"S10" || number.kind != Number::Kind::Count
        || (number.unit != u"个" && number.unit != u"项"))
        return false;
    const auto match = projects.match(text, number.after);
    if (!match.hasMatch())
        return false;
    const QString kind = match.captured(1);
    claim.figure = kind == u"目标"           ? QStringLiteral("performance.goal_projects")
        : kind == u"跟踪" || kind == u"监控" ? QStringLiteral("performance.track_projects")
        : kind == u"自评"                    ? QStringLiteral("performance.self_projects")
                                             : QStringLiteral("performance.other_projects");
    claim.role = ClaimRole::Count;
    m_state.subject = m_state.spoken = claim.figure;
    return true;
}

/// "收、支总计各是 a，b", "A、B分别为 a、b": the numbers are dealt out to the figures. One
/// number behind 各 holds for both.
void Binder::takeOneOfSeveral(const Number &number, const QString &text, Claim &claim)
{
    const QString whole = m_state.subject;
    const QStringList pair = m_words.list().pairs.value(whole);
    const QStringList named = m_state.named.size() > 1 ? m_state.named : pair;
    if (!m_dealt.isEmpty()) {
        const QStringList rest = m_dealt.mid(1);
        const QString figure = m_dealt.front();
        m_state = m_beforeDeal;
        m_state.subject = figure;
        m_dealt = rest;
    } else if (m_state.each || m_state.respectively) {
        const int numbers = seriesFrom(number, text);
        // 其中：A a 万元、B b 万元，分别占 ..
        const bool listed = named.size() < 2 && m_state.listed.size() == numbers;
        const QStringList parts = !m_state.respectively ? pair : listed ? m_state.listed : named;
        if (parts.size() > 1 && numbers == parts.size()) {
            m_beforeDeal = m_state;
            m_dealt = parts.mid(1);
            m_state.subject = parts.front();
        } else if (m_state.respectively && (numbers > 1 || m_state.named.size() > 1)) {
            m_undealt = numbers - 1;
            m_state.respectively = false;
            claim.reason = Say::tr("it is not certain which number belongs to which figure");
            return;
        }
    }
    m_state.each = m_state.respectively = false;
    bind(number, claim);
    m_state.subject = claim.figure.endsWith(u"_amount") ? claim.figure : whole;
}

/// How many numbers of one unit stand in a row.
int Binder::seriesFrom(const Number &number, const QString &text) const
{
    int count = 1;
    qsizetype end = number.after;
    while (true) {
        qsizetype at = end;
        while (at < text.size() && QStringView(u",、和及").contains(text[at]))
            ++at;
        if (at == end || at >= text.size() || !isDigit(text[at]))
            return count;
        const Number next = numberAt(text, at);
        if (next.kind != number.kind)
            return count;
        end = next.after;
        ++count;
    }
}

void Binder::bind(const Number &number, Claim &claim)
{
    switch (number.kind) {
    case Number::Kind::Amount:
        bindAmount(claim);
        break;
    case Number::Kind::Percent:
        bindPercent(claim);
        break;
    case Number::Kind::Count:
        bindCount(number, claim);
        break;
    case Number::Kind::Plain:
        if (m_state.share && m_state.last == State::Last::Word)
            bindPercent(claim);
        else if (m_state.phase && m_state.last == State::Last::Word && !isCount(m_state.subject))
            bindAmount(claim);
        break;
    case Number::Kind::Points:
        break;
    }
}

void Binder::bindAmount(Claim &claim)
{
    State &state = m_state;
    const bool toAmount = m_gap.startsWith(u'到') || m_gap.startsWith(u'至');
    const bool changed = state.direction && state.last == State::Last::Direction && !toAmount;
    if (state.involve) {
        if (!state.subject.endsWith(u"_projects"))
            return;
        claim.figure = state.subject.chopped(9) + QStringLiteral("_amount");
        state.involve = false;
        return;
    }
    // 办公楼压减后增加 b: the words between have not been understood.
    const bool mentioned = state.last == State::Last::Direction && !state.direction && !toAmount;
    if (isCount(state.subject) || mentioned
        || (state.last == State::Last::Number && !state.phase && !state.completion
            && !m_gap.endsWith(u"支出")))
        return;
    if (changed && state.lastBudget) {
        claim.role = ClaimRole::Change;
        claim.phase = Phase::Other;
    } else if (changed && state.compareBudget) {
        claim.role = ClaimRole::BudgetDifference;
        claim.phase = Phase::Budget;
    } else if (changed && !isCompared() && isCompletionBefore()) {
        // 为年初预算的 r，减少 d.
        claim.role = ClaimRole::BudgetDifference;
        claim.phase = m_reading.claims.back().phase;
    } else if (changed) {
        if (!isCompared()) {
            claim.reason = Say::tr("it is a change, but not said against what");
            return;
        }
        claim.role = ClaimRole::Change;
    } else if (state.share && !state.whole.isEmpty() && state.last == State::Last::Word) {
        // 占本年支出合计 a 万元的 r.
        claim.figure = state.whole;
        return;
    } else if (state.share) {
        return;
    } else {
        // 比年初预算 a 减少 b: a is that budget.
        const bool ofLastBudget = state.lastBudget && state.last == State::Last::Word;
        claim.phase = ofLastBudget                ? Phase::Other
            : state.last == State::Last::Compared ? state.compared
            : state.completion                    ? *state.completion
            : state.phase                         ? *state.phase
            : state.headPhase                     ? *state.headPhase
                                                  : Phase::Actual;
    }
    claim.sign = state.direction.value_or(0);
    claim.figure = state.subject;
    // 上年决算数 a，增加 b: against what is said.
    if (claim.phase == Phase::Last && claim.role == ClaimRole::Amount && !state.compareBudget)
        state.compare = true;
    state.phase.reset();
    state.direction.reset();
}

bool Binder::isCompletionBefore() const
{
    return !m_reading.claims.empty() && m_reading.claims.back().role == ClaimRole::Completion
        && m_reading.claims.back().figure == m_state.subject
        && m_reading.claims.back().sentence == m_sentence;
}

void Binder::bindPercent(Claim &claim)
{
    State &state = m_state;
    if (state.compareBudget && state.last == State::Last::Compared) {
        // 预决算差异率-5.40%: its sign is the direction.
        claim.role = ClaimRole::Rate;
        claim.phase = Phase::Budget;
        claim.sign = claim.value < 0 ? -1 : 1;
        claim.value = qAbs(claim.value);
        claim.figure = state.subject;
        return;
    }
    if (state.completion) {
        claim.role = ClaimRole::Completion;
        claim.phase = *state.completion;
        claim.figure = state.subject;
        state.completion.reset();
    } else if (state.share) {
        claim.role = ClaimRole::Share;
        claim.figure = state.subject;
        claim.wholeSaid = !state.whole.isEmpty();
        claim.whole = claim.wholeSaid ? state.whole : naturalWhole(m_handbook, state.subject);
        state.share = false;
        if (claim.whole.isEmpty())
            claim.reason = Say::tr("no word says of what it is a share");
    } else if (state.direction && state.last == State::Last::Direction) {
        if (!isCompared() && !state.compareBudget && !state.lastBudget) {
            claim.reason = Say::tr("it is a change, but not said against what");
            return;
        }
        claim.role = ClaimRole::Rate;
        claim.phase = state.lastBudget ? Phase::Other
            : state.compareBudget      ? Phase::Budget
                                       : Phase::Actual;
        claim.sign = *state.direction;
        claim.figure = state.subject;
        state.direction.reset();
    } else if (state.last == State::Last::Number && !state.compare && !state.compareBudget
        && !m_reading.claims.empty() && m_reading.claims.back().role == ClaimRole::Amount
        && m_reading.claims.back().figure == state.subject
        && !naturalWhole(m_handbook, state.subject).isEmpty()) {
        // 类 A，R: a share that leaves out 占.
        claim.role = ClaimRole::Share;
        claim.figure = state.subject;
        claim.whole = naturalWhole(m_handbook, state.subject);
    }
}

void Binder::bindCount(const Number &number, Claim &claim)
{
    const QString &subject = m_state.subject;
    const QStringList counted = m_words.list().counts.value(number.unit);
    claim.role = ClaimRole::Count;
    // 比上年减少1辆: no number of them.
    if (m_state.last == State::Last::Direction && (m_gap.isEmpty() || m_gap == u"了"))
        return;
    const bool named = isCount(subject) && m_state.last == State::Last::Word;
    if (named && (counted.isEmpty() || counted.contains(subject))) {
        claim.figure = subject;
        return;
    }
    // 接待批次24批、186人次: the unit tells which of the family is counted.
    for (const QString &figure : counted) {
        if (sameFamily(figure, subject)) {
            claim.figure = figure;
            return;
        }
    }
    if (named)
        claim.figure = subject;
}

bool Binder::isCount(const QString &figure) const
{
    const Figure *known = m_handbook.figures().find(figure);
    return known && known->kind == u"count";
}

}  // namespace mz
