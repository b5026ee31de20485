#include "model/narrative/binder.h"

#include "model/domain/text.h"
#include "model/narrative/bound_by_hand.h"
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

/// A line by itself, or what stands before the text of a numbered paragraph:
/// （一）机关运行经费支出情况。2023年度 ..
QString headingOf(const QString &paragraph)
{
    constexpr qsizetype longestHeading = 40;
    if (paragraph.size() < longestHeading)
        return paragraph;
    const qsizetype end = paragraph.left(longestHeading).indexOf(u'。');
    const bool numbered = QStringView(u"（(").contains(paragraph.trimmed().front());
    return end > 0 && numbered ? paragraph.left(end) : QString();
}

/// 比2019年 ..: the year at that place is older than the last one.
bool comparesWithOlderYear(QStringView text, qsizetype at, int year)
{
    if (at == 0 || at + 4 >= text.size() || text[at + 4] != u'年'
        || !QStringView(u"比较与同和").contains(text[at - 1]))
        return false;
    bool isNumber = false;
    const int other = text.mid(at, 4).toInt(&isNumber);
    return isNumber && year > 0 && other < year - 1;
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
    NarrativeReading whole;
    m_sentences = 0;
    m_stillKept.clear();
    QString id, chapter;
    bool container = false;
    std::vector<int> run;
    const auto finishRun = [&] {
        if (!run.empty())
            bindRun(run, id, whole);
        run.clear();
    };
    for (size_t s = 0; s < m_report.sections.size(); ++s) {
        const Section &section = m_report.sections[s];
        whole.topics.emplace_back();
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
        else if (section.level >= 2 && !container && !chapter.isEmpty()
            && !(chapter == u"S01" && (own == u"S02" || own == u"S03"))
            && !(chapter == u"S04"
                && QStringList{QStringLiteral("S05"), QStringLiteral("S06"), QStringLiteral("S07"),
                    QStringLiteral("S08"), QStringLiteral("S09")}
                       .contains(own)))
            own = chapter;
        if (section.level <= 1) {
            chapter = own;
            container = own == u"S15" || (own.isEmpty() && section.blocks.empty());
        }
        if (own != id || own == u"S16") {
            finishRun();
            id = own;
        }
        whole.topics.back() = own;
        run.push_back(int(s));
    }
    finishRun();
    m_kept = std::move(m_stillKept);
    return whole;
}

/// All that the reading of the run depends on.
QStringList Binder::textsOf(const std::vector<int> &sections, const QString &id) const
{
    QStringList texts{id};
    for (const int s : sections) {
        texts << QString();
        for (const Block &block : m_report.sections[size_t(s)].blocks)
            texts << (block.kind == Block::Kind::Paragraph ? block.text : QString());
    }
    return texts;
}

void Binder::bindRun(const std::vector<int> &sections, const QString &id, NarrativeReading &whole)
{
    if (whole.claims.size() > mostClaims)
        return;
    const QStringList key = textsOf(sections, id);
    auto kept = m_stillKept.constFind(key);
    if (kept == m_stillKept.constEnd()) {
        const auto before = m_kept.constFind(key);
        if (before != m_kept.constEnd()) {
            kept = m_stillKept.insert(key, *before);
        } else {
            m_reading = {};
            m_sentence = 0;
            readSections(sections, id);
            for (Claim &claim : m_reading.claims)
                claim.place.section -= sections.front();
            for (NamedAccount &account : m_reading.accounts)
                account.place.section -= sections.front();
            kept = m_stillKept.insert(key, {std::move(m_reading), m_sentence});
        }
    }
    for (Claim claim : kept->reading.claims) {
        claim.place.section += sections.front();
        claim.sentence += m_sentences;
        whole.claims.push_back(std::move(claim));
    }
    for (NamedAccount account : kept->reading.accounts) {
        account.place.section += sections.front();
        whole.accounts.push_back(std::move(account));
    }
    m_sentences += kept->sentences + 1;
}

void Binder::readSections(const std::vector<int> &sections, const QString &id)
{
    struct Paragraph
    {
        TextPlace place;
        PreparedText prepared;
        QString id;
        std::vector<ItemPath> paths;
    };
    std::vector<Paragraph> paragraphs;
    std::vector<ItemPath> paths;
    QString current = id;
    const QString kind = id == u"S08" ? QStringLiteral("T07")
        : id == u"S09"                ? QStringLiteral("T08")
                                      : QStringLiteral("T05");
    const bool tellsItems = id == u"S05" || id == u"S08" || id == u"S09";
    const ItemNames names(m_report.sheet(kind), tellsItems);
    ItemContext context;
    for (const int s : sections) {
        const Section &section = m_report.sections[size_t(s)];
        names.pathsIn(normalized(section.title), context);
        for (size_t b = 0; b < section.blocks.size(); ++b) {
            const Block &block = section.blocks[b];
            if (block.kind != Block::Kind::Paragraph || block.text.isEmpty())
                continue;
            // Headings inside a chapter that holds several: （一）机关运行经费支出情况。
            if (id == u"S15") {
                const QString own = m_words.list().sectionOf(headingOf(block.text));
                current = own.isEmpty() ? current : own;
            }
            paragraphs.push_back(
                {{s, int(b), 0, 0}, prepare(block.text, m_report.identity.year), current, {}});
            Paragraph &added = paragraphs.back();
            added.paths = names.pathsIn(added.prepared.text, context);
            paths.insert(paths.end(), added.paths.begin(), added.paths.end());
        }
    }
    const auto items = names.choose(paths);
    m_state = {};
    m_brackets.clear();
    for (const Paragraph &paragraph : paragraphs) {
        if (m_reading.claims.size() > mostClaims)
            return;
        readParagraph(paragraph.place, paragraph.prepared, paragraph.id, paragraph.paths, items);
    }
}

void Binder::readParagraph(TextPlace place, const PreparedText &prepared, const QString &id,
    const std::vector<ItemPath> &paths, const QHash<QString, ItemNames::Choice> &items)
{
    const QString &text = prepared.text;
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
        if (const Word *word = m_words.match(id, text, at); word && !isPartOfName(*word)) {
            takeWord(*word, place, prepared, at);
            at += word->text.size();
            continue;
        }
        if (const int end = prepared.skipTo[size_t(at)]; end > at) {
            m_state.otherYear
                = m_state.otherYear || comparesWithOlderYear(text, at, m_report.identity.year);
            if (end < text.size())
                takeYear(QStringView(text).mid(at, end - at), m_words.match(id, text, end));
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
            m_state.otherYear = m_state.lastBudget = m_state.ofLastYear = false;
            m_state.phase.reset();
            m_state.direction.reset();
            m_state.share = false;
            m_state.completion.reset();
            m_state.compare = m_state.compare && !m_state.reason;
            m_gap.clear();
            m_state.last = State::Last::None;
        } else if (c == u'(') {
            openBracket();
        } else if (c == u')' && !m_brackets.empty()) {
            closeBracket();
        }
        if (!QStringView(u";。!?").contains(c))
            m_gap += c;
        ++at;
    }
}

/// 收入 and 支出 by themselves name the year's only where a sentence begins.
bool Binder::isPartOfName(const Word &word) const
{
    const qsizetype from = m_gap.startsWith(u'。') ? 1 : 0;
    return word.figure.startsWith(u"~year_")
        && (m_state.last != State::Last::None
            || !m_words.list().isConnective(QStringView(m_gap).mid(from)));
}

/// 2022年度收、支总计, 2022年度决算: what follows at once is last year's.
void Binder::takeYear(QStringView year, const Word *next)
{
    const QString last = QString::number(m_report.identity.year - 1) + u'年';
    const bool named = next && (next->kind == Word::Kind::Label || next->kind == Word::Kind::Phase);
    if (named && year.startsWith(last) && (year.size() == last.size() || year.endsWith(u'度')))
        m_state.ofLastYear = true;
    if (m_state.ofLastYear && (m_gap == u"。" || m_words.list().isConnective(m_gap)))
        m_gap.clear();
}

/// What is said in brackets has its own subject and phase.
void Binder::openBracket()
{
    m_brackets.push_back({m_state.subject, m_state.head, m_state.phase, m_state.headPhase});
    const bool afterAmount = m_state.last == State::Last::Number && !m_reading.claims.empty()
        && m_reading.claims.back().role == ClaimRole::Amount;
    // Parts of a number that is not known are parts of no other.
    if (afterAmount && m_reading.claims.back().figure.isEmpty()) {
        m_state.head = QStringLiteral("?");
    } else if (afterAmount) {
        m_state.headPhase = m_reading.claims.back().phase;
        m_state.head = m_reading.claims.back().figure;
    }
}

void Binder::closeBracket()
{
    const Outside &outside = m_brackets.back();
    m_state.subject = outside.subject;
    m_state.head = outside.head;
    m_state.phase = outside.phase;
    m_state.headPhase = outside.headPhase;
    m_brackets.pop_back();
}

/// What the text tells of: before 其中, in this sentence, in the one before.
QString Binder::contextNow() const
{
    return !m_state.head.isEmpty()  ? m_state.head
        : !m_state.spoken.isEmpty() ? m_state.spoken
        : !m_state.told.isEmpty()   ? m_state.told
                                    : m_state.context;
}

}  // namespace mz
