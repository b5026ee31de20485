#include "model/narrative/binder.h"
#include "model/narrative/neighbours.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Narrative)
};

constexpr QStringView fundFigures[]
    = {u"income.general", u"income.funds", u"income.capital", u"fiscal.general_", u"fiscal.funds_",
        u"fiscal.capital_", u"fiscal.opening_", u"fiscal.closing_"};

QString accountPrefix(const QString &section)
{
    return section == u"S08" ? QStringLiteral("funds.item[%1]")
        : section == u"S09"  ? QStringLiteral("capital.item[%1]")
                             : QStringLiteral("general.item[%1]");
}

/// Which budget the words name.
Phase budgetIn(const QString &words)
{
    return words.contains(u"年初")                           ? Phase::BudgetInitial
        : words.contains(u"全年") || words.contains(u"调整") ? Phase::BudgetFull
                                                             : Phase::Budget;
}

}  // namespace

void Binder::endSentence()
{
    ++m_sentence;
    // A name that ran on in words that were not understood names nothing further.
    if (m_state.spoken.isEmpty() && m_state.told.isEmpty() && !m_state.path && !m_state.reason
        && !m_words.list().isConnective(m_gap))
        m_state.subject.clear();
    m_gap.clear();
    if (!m_state.spoken.isEmpty())
        m_state.subject = m_state.spoken;
    // Behind 其中：A a，B b。 the whole is told of again.
    if (!m_state.head.isEmpty() && (m_state.listed.size() > 1 || m_state.listsOther))
        m_state.subject = m_state.head;
    const QString told = m_state.head.isEmpty() ? m_state.spoken : m_state.head;
    m_state.context = told.isEmpty() ? m_state.context : told;
    m_state.head.clear();
    m_state.named.clear();
    m_state.listed.clear();
    m_state.listsOther = false;
    m_state.spoken.clear();
    m_state.told.clear();
    m_state.whole.clear();
    m_state.phase.reset();
    m_state.completion.reset();
    m_state.direction.reset();
    m_state.compareBefore = m_state.compare || m_state.headCompare;
    m_state.headCompare = false;
    m_state.compare = m_state.compareBudget = m_state.share = m_state.reason = false;
    m_state.other = m_state.each = m_state.involve = m_state.semicolon = false;
    m_state.otherYear = m_state.ofOthers = false;
    m_state.spokenOf = false;
    m_state.account.clear();
    m_state.purpose = m_state.beside = m_state.includes = false;
    m_state.ofLastYear = m_state.arranged = m_state.labelled = false;
    m_state.lastBudget = m_state.respectively = false;
    m_dealt.clear();
    m_undealt = 0;
    m_state.last = State::Last::None;
}

void Binder::takePath(const ItemPath &path, TextPlace place, const PreparedText &prepared,
    const QHash<QString, ItemNames::Choice> &items)
{
    place.start = prepared.offsets[size_t(path.start)];
    place.length = prepared.offsets[size_t(path.end)] - place.start;
    const ItemNames::Choice choice = items.value(path.key());
    if (!path.parts[2].isEmpty())
        m_reading.accounts.push_back({place, m_id,
            prepared.text.mid(path.start, path.end - path.start), choice.code, choice.exact});
    const bool named = !choice.code.isEmpty();
    m_state = {};
    m_state.subject = named ? accountPrefix(m_id).arg(choice.code) : QString();
    m_state.unknown = named ? QString() : Say::tr("no row of the table bears this account's name");
    m_state.path = true;
    m_state.last = State::Last::Word;
    m_gap.clear();
}

void Binder::wordClaim(ClaimRole role, int sign, TextPlace place, const PreparedText &prepared,
    qsizetype at, qsizetype length)
{
    if (m_state.subject.isEmpty() || m_state.reason || m_state.other || m_state.otherYear)
        return;
    Claim claim;
    claim.place = place;
    claim.place.start = prepared.offsets[size_t(at)];
    claim.place.length = prepared.offsets[size_t(at + length)] - claim.place.start;
    claim.printed = prepared.text.mid(at, length);
    claim.figure = m_state.subject;
    claim.role = role;
    claim.sign = sign;
    claim.section = m_id;
    claim.sentence = m_sentence;
    claim.phase = budgetIn(claim.printed);
    claim.freeProse = m_id == u"S10" || m_id == u"S16" || m_id == u"S17";
    claim.verdict = Claim::Verdict::Stated;
    m_reading.claims.push_back(std::move(claim));
}

void Binder::takeLabel(const Word &word, const QString &text, qsizetype end)
{
    State &state = m_state;
    const bool opens = m_gap.startsWith(u'。');
    const bool clean = m_words.list().isConnective(QStringView(m_gap).mid(opens ? 1 : 0));
    // A bare 支出 must stand by itself: 基本支出, 本级支出 are other money.
    // 其中：本级收入总计 a, 二级单位 b.
    const bool ofPart
        = !state.head.isEmpty() && m_gap.endsWith(u"本级") && word.text.endsWith(u'计');
    const bool begins
        = mayBegin(m_gap, word.text) && !ofPart && (clean || !word.figure.startsWith(u'~'));
    // 主要用于更新，购置公务用车1辆: what is counted is no purpose any more, and a
    // long name no reason.
    constexpr qsizetype nearby = 6;
    constexpr qsizetype tellsEnough = 8;
    qsizetype digits = end;
    while (digits < text.size() && digits < end + nearby && !text[digits].isDigit())
        ++digits;
    const bool follows = state.reason && begins && digits < text.size() && text[digits].isDigit()
        && m_words.list().isConnective(QStringView(text).mid(end, digits - end));
    const Number::Kind next = follows ? numberAt(text, digits).kind : Number::Kind::Plain;
    const bool counted = follows && next == Number::Kind::Count
        && (state.purpose || word.text.size() >= tellsEnough);
    // 收入包括：财政拨款收入 a 万元 ..: the parts of what is told.
    const bool included = follows && state.includes && next == Number::Kind::Amount
        && !state.subject.contains(u'[');
    if (included)
        state.head = state.subject;
    // 用于保障机关正常运转的日常支出 a: told by what it was used for.
    const bool byPurpose = follows && state.purpose && !state.includes && state.told.isEmpty()
        && next == Number::Kind::Amount && word.text.size() >= tellsEnough;
    // 用于：征地和拆迁补偿支出 a；城市建设支出 b.
    const bool ofFund = follows && state.purpose && next == Number::Kind::Amount
        && (word.figure.startsWith(u"funds.item[") || word.figure.startsWith(u"capital.item["));
    if (state.reason && (counted || included || byPurpose || ofFund))
        state.reason = false;
    if (state.reason && state.semicolon && clean)
        state.reason = false;
    state.semicolon = false;
    if (state.reason)
        return;
    const WordList &list = m_words.list();
    if (state.ofOthers && state.last == State::Last::Number)
        state.other = state.ofOthers = false;
    if (state.share) {
        const QString meant = list.meaning(word.figure, contextNow());
        state.whole = word.figure.startsWith(u"part.") ? list.wholes.value(word.figure)
            : meant == state.subject                   ? list.wholes.value(meant)
                                                       : meant;
        return;
    }
    // 三公经费一般公共预算财政拨款支出: by whom it is paid changes nothing.
    if (word.figure.startsWith(u"part.") && state.labelled && m_gap.isEmpty()
        && state.head.isEmpty() && m_brackets.empty())
        return;
    // 财政拨款收入支出 ..: two names in one are neither.
    if (word.figure.startsWith(u'~') && state.labelled && m_gap.isEmpty()) {
        state.subject.clear();
        state.unknown = Say::tr("the words before it are not understood");
        return;
    }
    // 一般公共预算 a、年初结转 b, but: 其中：一般公共预算 a，年初结转 b.
    const bool fundTold = std::any_of(std::begin(fundFigures), std::end(fundFigures),
        [&state](QStringView start) { return state.spoken.startsWith(start); });
    if (word.figure.startsWith(u'~') && !state.head.isEmpty() && fundTold) {
        if (m_gap == u"、")
            state.head.clear();
        else if (state.last == State::Last::Number) {
            state.subject.clear();
            state.unknown = Say::tr("it is not certain which figure is meant");
            return;
        }
    }
    // 全部由一般公共预算安排，完成预算的 ..: only mentioned.
    const bool isTold = digits < text.size() && text[digits].isDigit()
        && m_words.list().isConnective(QStringView(text).mid(end, digits - end));
    if (word.figure.startsWith(u"part.") && !isTold)
        return;
    // Below an account: its basic expenditure, not that of all.
    const bool ofAccount = state.path || state.head.contains(u'[');
    if (ofAccount && (word.figure == u"general.basic" || word.figure == u"general.project")) {
        state.subject.clear();
        state.unknown = Say::tr("it is of the account named before");
        return;
    }
    const bool joined = state.labelled
        && QStringList{QStringLiteral("、"), QStringLiteral("和"), QStringLiteral("及"),
            QStringLiteral("与"), QStringLiteral("以及")}
               .contains(m_gap);
    const bool adjacent = m_gap.isEmpty() || m_gap == u"的";
    // 年初预算基本支出 a: still of the budget. 2022年收入总计 a、支出总计 b: still last year's.
    const bool ofBudget = state.last == State::Last::Word && state.phase && isBudget(*state.phase);
    const bool besideLast = state.last == State::Last::Number && m_gap == u"、"
        && m_reading.claims.back().phase == Phase::Last
        && m_reading.claims.back().role == ClaimRole::Amount
        && m_reading.claims.back().sentence == m_sentence;
    const std::optional<Phase> before = (state.ofLastYear && adjacent) || besideLast
        ? std::optional(Phase::Last)
        : (state.arranged || ofBudget) && adjacent ? state.phase
                                                   : std::nullopt;
    state.each = state.respectively = false;
    if (!begins) {
        state.subject.clear();
        state.unknown = Say::tr("the words before it are not understood");
        return;
    }
    // 外宾接待支出 .. 接待批次 ..: those of foreign guests.
    const bool guests = word.figure.startsWith(u"three_public.reception_")
        && state.subject.contains(u"foreign") && isCount(word.figure)
        && !word.text.contains(u"国内");
    state.subject = guests
        ? QString(word.figure).replace(QStringLiteral("reception_"), QStringLiteral("foreign_"))
        : list.meaning(word.figure, contextNow());
    state.named = joined ? state.named + QStringList{state.subject} : QStringList{state.subject};
    state.lastBudget = false;
    state.beside = m_gap.endsWith(u'比') || m_gap.endsWith(u'较');
    state.unknown.clear();
    state.path = false;
    state.spokenOf = false;
    state.phase = before;
    state.direction.reset();
    state.completion.reset();
}

/// 完成预算的 r，决算数小于预算数的原因是 .., 与上年相比增加 a 万元，增长 r: what explains
/// the budget ends where the comparison with last year begins.
bool Binder::endsReason(const Word &word, const QString &text, qsizetype end) const
{
    static const QRegularExpression change(
        QStringLiteral("\\G,?(?:增加|减少)(?:了)?[\\d.,]+万?元,(?:增长|下降|上升|降低)"));
    if (!m_gap.endsWith(u',') || !QStringView(u"与和较比同").contains(word.text.front())
        || !change.match(text, end).hasMatch())
        return false;
    bool budget = false;
    for (auto claim = m_reading.claims.rbegin();
         claim != m_reading.claims.rend() && claim->sentence == m_sentence; ++claim) {
        if (claim->role == ClaimRole::Change)
            return false;
        budget = budget || claim->role == ClaimRole::Relation;
    }
    return budget;
}

/// Between the last number and the word stands what no dictionary knows: 其余收入均为 ..
bool Binder::namesOther(const Word &word) const
{
    const bool fresh = m_state.last == State::Last::Number || m_state.last == State::Last::None
        || (m_state.last == State::Last::Word && m_state.afterAmong);
    const qsizetype from
        = 1 + std::max(m_gap.lastIndexOf(u','), std::max(m_gap.lastIndexOf(u'。'), qsizetype(-1)));
    const QString clause = m_gap.mid(from);
    return fresh && !m_state.path && !clause.isEmpty() && !m_words.list().isConnective(clause)
        && !clause.contains(u'(') && !clause.contains(u')') && !mayBegin(clause, word.text.left(1));
}

void Binder::takeWord(const Word &word, TextPlace place, const PreparedText &prepared, qsizetype at)
{
    using Kind = Word::Kind;
    State &state = m_state;
    const bool cleanBefore = m_words.list().isConnective(m_gap);
    const bool afterNumber = state.last == State::Last::Number;
    const bool ofLastYear = state.ofLastYear;
    State::Last last = State::Last::Word;
    // 办公费增加3.00万元: the change of a part.
    if (word.kind != Kind::Direction || !cleanBefore)
        state.account.clear();
    constexpr qsizetype ofClass = 9;  // econ[301]
    const bool account = word.kind == Kind::Label && word.figure.startsWith(u"econ[")
        && (word.figure.size() > ofClass || state.reason);
    if (account) {
        // Accounts stand in lists (主要包括 ..), and change nothing of what is told.
        // In the prose of annexes names of projects may end like one.
        const bool alone = m_id != u"S16" || m_gap.isEmpty()
            || QStringView(u"、，,：:；;").contains(m_gap.back());
        if (alone && mayBegin(m_gap, word.text))
            state.account = word.figure;
        m_gap.clear();
        return;
    }
    switch (word.kind) {
    case Kind::Label:
        takeLabel(word, prepared.text, at + word.text.size());
        break;
    case Kind::Phase:
        if (word.text.contains(u'无') || word.text.contains(u'未') || word.text.contains(u"没有")) {
            wordClaim(ClaimRole::Amount, 0, place, prepared, at, word.text.size());
            break;
        }
        // 占三公经费决算数的 r: of the whole.
        if (state.share && !state.whole.isEmpty() && m_gap.isEmpty() && word.phase == Phase::Actual)
            break;
        // 基本支出 a，城建项目支出决算 b: of what words that are not understood name.
        if (namesOther(word)) {
            state.subject.clear();
            state.unknown = Say::tr("the words before it are not understood");
        }
        // 2022年度三公经费支出决算 ..: still last year's.
        if (word.phase != Phase::Actual || state.phase != Phase::Last)
            state.phase = word.phase;
        if (word.phase == Phase::Actual && ofLastYear && m_gap.isEmpty())
            state.phase = Phase::Last;
        // 年初结转和结余 a，支出决算 b: what is spent is no balance.
        if (word.phase == Phase::Actual && afterNumber && word.text.startsWith(u"支出"))
            state.subject = m_words.list().spends.value(state.subject, state.subject);
        state.lastBudget = false;
        if (state.beside && isBudget(word.phase)) {
            state.compareBudget = true;
            state.compare = state.headCompare = false;
        }
        state.share = false;
        state.direction.reset();
        break;
    case Kind::Completion:
        // 主要用于日常支出，完成年初预算的 ..: of what was told before.
        if (m_gap.endsWith(u',') && word.text.startsWith(u"完成"))
            state.reason = false;
        state.completion = word.phase;
        state.share = false;
        state.direction.reset();
        break;
    case Kind::Compare:
        state.reason = state.reason && !(state.semicolon && cleanBefore)
            && !endsReason(word, prepared.text, at + word.text.size());
        state.compare = true;
        state.compareBudget = false;
        state.completion.reset();
        state.share = false;
        state.compared = Phase::Last;
        last = State::Last::Compared;
        break;
    case Kind::CompareBudget:
        state.reason = state.reason && !(state.semicolon && cleanBefore);
        state.compareBudget = true;
        state.compare = state.headCompare = false;
        state.completion.reset();
        state.compared = budgetIn(word.text);
        last = State::Last::Compared;
        break;
    case Kind::Relation:
    case Kind::RelationNear:
        wordClaim(ClaimRole::Relation, word.sign, place, prepared, at, word.text.size());
        if (!m_reading.claims.empty() && word.kind == Kind::RelationNear)
            m_reading.claims.back().nearly = true;
        state.compareBudget = true;
        state.compare = false;
        state.direction = word.sign;
        last = State::Last::Direction;
        break;
    case Kind::Direction:
        if (state.phase == Phase::Last)
            state.phase.reset();
        // What is only mentioned (压减X后, ..) has nothing to do with the change.
        state.direction = cleanBefore ? std::optional(word.sign) : std::nullopt;
        state.share = false;
        state.completion.reset();
        last = State::Last::Direction;
        break;
    case Kind::Garbled:
        state.direction.reset();
        break;
    case Kind::Same:
        if (state.compareBudget)
            wordClaim(ClaimRole::Relation, 0, place, prepared, at, word.text.size());
        else if (state.compare)
            wordClaim(ClaimRole::Same, 0, place, prepared, at, word.text.size());
        if (!m_reading.claims.empty() && word.text.startsWith(u"基本"))
            m_reading.claims.back().nearly = true;
        break;
    case Kind::Share:
        // 占政府采购支出总额的比重为 ..: the whole is said already.
        if (!state.share || word.text.startsWith(u'占'))
            state.whole.clear();
        state.share = true;
        state.completion.reset();
        state.direction.reset();
        break;
    case Kind::Among:
        state.headPhase = state.phase ? state.phase : state.headPhase;
        state.head = state.subject;
        state.toldBefore = m_reading.claims.size();
        state.listsOther = false;
        state.listed.clear();
        state.headCompare
            = state.compare || (state.last == State::Last::None && state.compareBefore);
        state.reason = false;
        state.compare = false;
        break;
    case Kind::Involve:
        state.involve = true;
        break;
    case Kind::Reason:
        state.reason = true;
        state.includes = word.text.contains(u"包括");
        state.purpose = word.text.contains(u"用于") || state.includes;
        break;
    case Kind::Scope:
        state.ofOthers = word.text.startsWith(u"参加其他");
        state.other = true;
        break;
    case Kind::Each:
        if (namesOther(word)) {
            state.subject.clear();
            state.unknown = Say::tr("the words before it are not understood");
        }
        state.respectively = word.text.startsWith(u"分别");
        state.each = !state.respectively && !word.text.startsWith(u'均');
        // The direction or phase before it holds on: 分别增加 .., 支出决算分别为 ..
        last = state.last == State::Last::Direction ? state.last : last;
        break;
    case Kind::LastBudget:
        state.compare = state.compareBudget = false;
        state.lastBudget = true;
        break;
    }
    state.labelled = word.kind == Kind::Label && !state.reason && !state.share;
    state.afterAmong = word.kind == Kind::Among;
    const bool lastYear = (word.kind == Kind::Phase && word.phase == Phase::Last)
        || (word.kind == Kind::Compare && !word.text.endsWith(u'比') && !word.text.endsWith(u'较'));
    state.ofLastYear = lastYear || (ofLastYear && word.kind == Kind::Phase && m_gap.isEmpty());
    state.arranged = word.kind == Kind::Phase && word.text.endsWith(u"安排");
    state.last = last;
    m_gap.clear();
}

}  // namespace mz
