#include "model/narrative/binder.h"

#include "model/domain/text.h"
#include "model/narrative/neighbours.h"
#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Narrative)
};

constexpr size_t mostClaims = 100'000;

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

QString accountPrefix(const QString &section)
{
    return section == u"S08" ? QStringLiteral("funds.item[%1]")
        : section == u"S09"  ? QStringLiteral("capital.item[%1]")
                             : QStringLiteral("general.item[%1]");
}

}  // namespace

Binder::Binder(const Report &report, const Handbook &handbook)
    : m_report(report)
    , m_handbook(handbook)
    , m_words(handbook.words(), report)
{
}

NarrativeReading Binder::bind()
{
    m_reading = {};
    QString id, chapter;
    bool container = false;
    std::vector<int> run;
    const auto finishRun = [&] {
        if (!run.empty())
            readSections(run, id);
        run.clear();
    };
    for (size_t s = 0; s < m_report.sections.size(); ++s) {
        const Section &section = m_report.sections[s];
        const bool readable = section.kind == Section::Kind::Narrative
            || section.kind == Section::Kind::Glossary || section.kind == Section::Kind::Annex;
        if (!readable) {
            finishRun();
            chapter.clear();
            continue;
        }
        QString own = m_words.list().sectionOf(section.title);
        if (section.kind == Section::Kind::Annex)
            own = QStringLiteral("S16");
        else if (section.kind == Section::Kind::Glossary)
            own = QStringLiteral("S17");
        else if (section.level >= 2 && !container && !chapter.isEmpty())
            own = chapter;
        if (section.level <= 1) {
            chapter = own;
            container = own == u"S15" || (own.isEmpty() && section.blocks.empty());
        }
        if (own != id) {
            finishRun();
            id = own;
        }
        run.push_back(int(s));
    }
    finishRun();
    return std::move(m_reading);
}

void Binder::readSections(const std::vector<int> &sections, const QString &id)
{
    struct Paragraph
    {
        TextPlace place;
        PreparedText prepared;
        QString id;
    };
    std::vector<Paragraph> paragraphs;
    std::vector<ItemPath> paths;
    QString current = id;
    for (const int s : sections) {
        const Section &section = m_report.sections[size_t(s)];
        for (size_t b = 0; b < section.blocks.size(); ++b) {
            const Block &block = section.blocks[b];
            if (block.kind != Block::Kind::Paragraph || block.text.isEmpty())
                continue;
            // Headings inside a chapter that holds several: （一）机关运行经费支出情况。
            constexpr qsizetype longestHeading = 40;
            if (id == u"S15" && block.text.size() < longestHeading) {
                const QString own = m_words.list().sectionOf(block.text);
                current = own.isEmpty() ? current : own;
            }
            paragraphs.push_back(
                {{s, int(b), 0, 0}, prepare(block.text, m_report.identity.year), current});
            for (const ItemPath &path : pathsIn(paragraphs.back().prepared.text))
                paths.push_back(path);
        }
    }
    const QString kind = id == u"S08" ? QStringLiteral("T07")
        : id == u"S09"                ? QStringLiteral("T08")
                                      : QStringLiteral("T05");
    const auto items = ItemNames(paths.empty() ? nullptr : m_report.sheet(kind)).choose(paths);
    m_state = {};
    m_brackets.clear();
    for (const Paragraph &paragraph : paragraphs) {
        if (m_reading.claims.size() > mostClaims)
            return;
        readParagraph(paragraph.place, paragraph.prepared, paragraph.id, items);
    }
}

void Binder::readParagraph(TextPlace place, const PreparedText &prepared, const QString &id,
    const QHash<QString, ItemNames::Choice> &items)
{
    const QString &text = prepared.text;
    const std::vector<ItemPath> paths = pathsIn(text);
    size_t nextPath = 0;
    m_id = id;
    m_brackets.clear();
    m_state.headPhase.reset();
    endSentence();
    for (qsizetype at = 0; at < text.size();) {
        while (nextPath < paths.size() && paths[nextPath].start < at)
            ++nextPath;
        if (nextPath < paths.size() && paths[nextPath].start == at) {
            takePath(paths[nextPath], place, prepared, items);
            at = paths[nextPath].end;
            continue;
        }
        if (const Word *word = m_words.match(id, text, at)) {
            takeWord(*word, place, prepared, at);
            at += word->text.size();
            continue;
        }
        if (const int end = prepared.skipTo[size_t(at)]; end > at) {
            at = end;
            continue;
        }
        const QChar c = text[at];
        if (isDigit(c)) {
            const Number number = numberAt(text, at);
            takeNumber(number, place, prepared);
            at = number.after;
            continue;
        }
        if (c == u'。' || c == u'!' || c == u'?') {
            endSentence();
            m_gap = c;
        } else if (c == u';') {
            m_state.semicolon = true;
            m_state.phase.reset();
            m_state.direction.reset();
            m_state.share = false;
            m_state.completion.reset();
            m_state.compare = m_state.compare && !m_state.reason;
            m_gap.clear();
            m_state.last = State::Last::None;
        } else if (c == u'(') {
            m_brackets.push_back(m_state.subject);
        } else if (c == u')' && !m_brackets.empty()) {
            m_state.subject = m_brackets.back();
            m_brackets.pop_back();
        }
        if (!QStringView(u";。!?").contains(c))
            m_gap += c;
        ++at;
    }
}

void Binder::endSentence()
{
    ++m_sentence;
    // A name that ran on in words that were not understood names nothing further.
    if (m_state.spoken.isEmpty() && !m_state.path && !m_words.list().isConnective(m_gap))
        m_state.subject.clear();
    m_gap.clear();
    if (!m_state.spoken.isEmpty())
        m_state.subject = m_state.spoken;
    m_state.spoken.clear();
    m_state.whole.clear();
    m_state.phase.reset();
    m_state.completion.reset();
    m_state.direction.reset();
    m_state.compare = m_state.compareBudget = m_state.share = m_state.reason = false;
    m_state.other = m_state.each = m_state.involve = m_state.semicolon = false;
    m_state.spokenOf = false;
    m_state.last = State::Last::None;
}

void Binder::takePath(const ItemPath &path, TextPlace place, const PreparedText &prepared,
    const QHash<QString, ItemNames::Choice> &items)
{
    place.start = prepared.offsets[size_t(path.start)];
    place.length = prepared.offsets[size_t(path.end)] - place.start;
    const ItemNames::Choice choice = items.value(path.key());
    m_reading.accounts.push_back({place, m_id, prepared.text.mid(path.start, path.end - path.start),
        choice.code, choice.exact});
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
    if (m_state.subject.isEmpty() || m_state.reason || m_state.other)
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
    claim.phase = claim.printed.contains(u"年初")                            ? Phase::BudgetInitial
        : claim.printed.contains(u"全年") || claim.printed.contains(u"调整") ? Phase::BudgetFull
                                                                             : Phase::Budget;
    claim.freeProse = m_id == u"S10" || m_id == u"S16" || m_id == u"S17";
    claim.verdict = Claim::Verdict::Stated;
    m_reading.claims.push_back(std::move(claim));
}

void Binder::takeWord(const Word &word, TextPlace place, const PreparedText &prepared, qsizetype at)
{
    using Kind = Word::Kind;
    State &state = m_state;
    const bool cleanBefore = m_words.list().isConnective(m_gap);
    State::Last last = State::Last::Word;
    switch (word.kind) {
    case Kind::Label:
        if (state.reason && state.semicolon && cleanBefore)
            state.reason = false;
        state.semicolon = false;
        if (state.reason)
            break;
        if (state.share) {
            state.whole = word.figure;
            break;
        }
        state.each = false;
        if (!mayBegin(m_gap, word.text)) {
            state.subject.clear();
            state.unknown = Say::tr("the words before it are not understood");
            break;
        }
        state.subject = word.figure;
        state.unknown.clear();
        state.path = false;
        state.spokenOf = false;
        state.phase.reset();
        state.direction.reset();
        state.completion.reset();
        break;
    case Kind::Phase:
        state.phase = word.phase;
        state.share = false;
        state.direction.reset();
        break;
    case Kind::Completion:
        state.completion = word.phase;
        state.share = false;
        state.direction.reset();
        break;
    case Kind::Compare:
        state.compare = true;
        state.compareBudget = false;
        state.completion.reset();
        state.share = false;
        break;
    case Kind::CompareBudget:
        state.compareBudget = true;
        state.compare = false;
        state.completion.reset();
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
        state.share = true;
        state.whole.clear();
        state.completion.reset();
        state.direction.reset();
        break;
    case Kind::Among:
        state.headPhase = state.phase ? state.phase : state.headPhase;
        state.reason = false;
        state.compare = false;
        break;
    case Kind::Involve:
        state.involve = true;
        break;
    case Kind::Reason:
        state.reason = true;
        break;
    case Kind::Scope:
        state.other = true;
        break;
    case Kind::Each:
        state.each = word.text != u"均为";
        break;
    }
    state.last = last;
    m_gap.clear();
}

Binder::Number Binder::numberAt(const QString &text, qsizetype at) const
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
    // A thousand billion yuan: no department has as much, and sums of it still fit.
    constexpr qint64 most = 100'000'000'000'000;
    number.readable
        = number.readable && (number.unit == u"元" || number.millionths <= most / number.scale);
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
    claim.value = number.millionths;
    claim.freeProse = m_id == u"S10" || m_id == u"S16" || m_id == u"S17";
    const bool negative = m_gap.endsWith(u'-') && !m_gap.endsWith(u"--");
    if (negative) {
        m_gap.chop(1);
        claim.value = -claim.value;
        claim.printed.prepend(u'-');
    }
    // Words that were not understood stand before it: what it is, is not known.
    const bool clean = m_words.list().isConnective(m_gap);
    if (!number.readable) {
        claim.reason = Say::tr("the number is too long");
    } else if (m_id.isEmpty() || m_id == u"S17") {
        claim.reason = Say::tr("the section states no figures of the report");
    } else if (m_state.reason) {
        claim.reason = Say::tr("it stands in a reason");
    } else if (m_state.other) {
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
        switch (number.kind) {
        case Number::Kind::Amount:
            bindAmount(number, claim);
            break;
        case Number::Kind::Percent:
            bindPercent(number, claim);
            break;
        case Number::Kind::Count:
            bindCount(number, claim);
            break;
        case Number::Kind::Plain:
            if (m_state.share && m_state.last == State::Last::Word)
                bindPercent(number, claim);
            else if (m_state.phase && m_state.last == State::Last::Word
                && !isCount(m_state.subject))
                bindAmount(number, claim);
            break;
        case Number::Kind::Points:
            break;
        }
        if (claim.figure.isEmpty() && claim.reason.isEmpty())
            claim.reason = Say::tr("the words before it do not say what it is of the figure");
        if (!claim.figure.isEmpty()) {
            claim.verdict = Claim::Verdict::Stated;
            if (m_brackets.empty() && claim.role == ClaimRole::Amount)
                m_state.spoken = m_state.subject;
        }
    }
    m_state.last = State::Last::Number;
    m_gap.clear();
    m_reading.claims.push_back(std::move(claim));
}

void Binder::bindAmount(const Number &number, Claim &claim)
{
    State &state = m_state;
    if (number.kind == Number::Kind::Amount && number.unit == u"元")
        claim.value /= 10'000;
    claim.value *= number.scale;
    const bool changed = state.direction && state.last == State::Last::Direction
        && !QStringList{QStringLiteral("到"), QStringLiteral("至")}.contains(m_gap.left(1));
    if (state.involve) {
        if (!state.subject.endsWith(u"_projects"))
            return;
        claim.figure = state.subject.chopped(9) + QStringLiteral("_amount");
        state.involve = false;
        return;
    }
    if (isCount(state.subject) || state.each
        || (state.last == State::Last::Number && !state.phase && !state.completion))
        return;
    if (changed && state.compareBudget) {
        claim.role = ClaimRole::BudgetDifference;
        claim.phase = Phase::Budget;
    } else if (changed) {
        if (!state.compare) {
            claim.reason = Say::tr("it is a change, but not said against what");
            return;
        }
        claim.role = ClaimRole::Change;
    } else if (state.share) {
        return;
    } else {
        claim.phase = state.completion ? *state.completion
            : state.phase              ? *state.phase
            : state.headPhase          ? *state.headPhase
                                       : Phase::Actual;
    }
    claim.sign = state.direction.value_or(0);
    claim.figure = state.subject;
    state.phase.reset();
    state.direction.reset();
}

void Binder::bindPercent(const Number &, Claim &claim)
{
    State &state = m_state;
    if (state.each)
        return;
    if (state.completion) {
        claim.role = ClaimRole::Completion;
        claim.phase = *state.completion;
        claim.figure = state.subject;
        state.completion.reset();
    } else if (state.share) {
        claim.role = ClaimRole::Share;
        claim.figure = state.subject;
        claim.whole = state.whole.isEmpty() ? wholeOf(state.subject) : state.whole;
        state.share = false;
        if (claim.whole.isEmpty())
            claim.reason = Say::tr("no word says of what it is a share");
    } else if (state.direction && state.last == State::Last::Direction) {
        if (!state.compare) {
            claim.reason = Say::tr("it is a change, but not said against what");
            return;
        }
        claim.role = ClaimRole::Rate;
        claim.sign = *state.direction;
        claim.figure = state.subject;
        state.direction.reset();
    } else if (state.last == State::Last::Number && !state.compare && !state.compareBudget
        && !m_reading.claims.empty() && m_reading.claims.back().role == ClaimRole::Amount
        && m_reading.claims.back().figure == state.subject && !wholeOf(state.subject).isEmpty()) {
        // 类 A，R: a share that leaves out 占.
        claim.role = ClaimRole::Share;
        claim.figure = state.subject;
        claim.whole = wholeOf(state.subject);
    }
}

void Binder::bindCount(const Number &number, Claim &claim)
{
    const QString &subject = m_state.subject;
    claim.role = ClaimRole::Count;
    if (isCount(subject) && m_state.last == State::Last::Word) {
        claim.figure = subject;
        return;
    }
    for (const QString &figure : m_words.list().counts.value(number.unit)) {
        if (sameFamily(figure, subject)) {
            claim.figure = figure;
            return;
        }
    }
}

bool Binder::isCount(const QString &figure) const
{
    const Figure *known = m_handbook.figures().find(figure);
    return known && known->kind == u"count";
}

QString Binder::wholeOf(const QString &figure) const
{
    if (figure.startsWith(u"general.class[") || figure.startsWith(u"general.item["))
        return QStringLiteral("general.expenditure");
    const Figure *known = m_handbook.figures().find(figure);
    return known ? known->whole : QString();
}

}  // namespace mz
