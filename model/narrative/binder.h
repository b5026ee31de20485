#pragma once

#include "model/narrative/claim.h"
#include "model/narrative/item_names.h"
#include "model/narrative/prepared_text.h"
#include "model/narrative/vocabulary.h"

namespace mz {

/// Says of every number of a text what it is said to be: by the words before
/// it, never by its value.
class Binder
{
public:
    Binder(const Report &report, const Handbook &handbook);

    /// Of a run of sections whose text is what it was, what was bound is kept.
    NarrativeReading bind();

private:
    /// What one run of sections gave; its sections and sentences count from 0.
    struct Kept
    {
        NarrativeReading reading;
        int sentences = 0;
    };
    void bindRun(const std::vector<int> &sections, const QString &id, NarrativeReading &whole);
    QStringList textsOf(const std::vector<int> &sections, const QString &id) const;
    struct Number
    {
        qsizetype start = 0, end = 0;  ///< The digits.
        qsizetype after = 0;           ///< Behind the unit.
        QString unit;
        enum class Kind : quint8 { Plain, Amount, Percent, Points, Count } kind = Kind::Plain;
        int scale = 1;  ///< Of an amount, in 万元.
        int decimals = 0;
        qint64 millionths = 0;
        bool readable = true;
    };
    /// What the words so far have set.
    struct State
    {
        QString subject;
        QString spoken;   ///< The subject of the last number bound in this sentence.
        QString whole;    ///< After 占.
        QString unknown;  ///< Why nothing can be bound to what was named last.
        bool path = false;
        std::optional<Phase> phase, headPhase, completion;
        Phase compared = Phase::Last;  ///< What the last comparison was with.
        bool headCompare = false;      ///< Before 其中: the parts are compared likewise.
        bool compareBefore = false;    ///< In the sentence before.
        bool compare = false, compareBudget = false, share = false, reason = false;
        bool ofOthers = false;    ///< 参加其他单位组织的 ..: holds for its number.
        bool includes = false;    ///< 包括: the reason lists parts.
        bool purpose = false;     ///< The reason says what money was used for.
        bool beside = false;      ///< The label stands behind 比.
        QString told;             ///< The figure of the last number in this sentence.
        QString head;             ///< What is told of before 其中 or a bracket.
        QString context;          ///< Likewise, in the sentences before.
        size_t toldBefore = 0;    ///< How many numbers stand before 其中.
        bool listsOther = false;  ///< Since then an amount was named that is not known.
        QStringList listed;       ///< The figures of the amounts since 其中.
        QStringList named;        ///< The names in a row: A、B和C.
        bool ofLastYear = false;  ///< 2022年度, just before.
        bool arranged = false;    ///< 预算安排, just before.
        bool labelled = false;    ///< A name, just before.
        bool afterAmong = false;  ///< 其中, just before.
        bool lastBudget = false;  ///< Compared with last year's budget.
        bool respectively = false;
        QString account;         ///< Of an account of the economic list, named just before.
        bool otherYear = false;  ///< 比2019年 ..: compared with a year before the last.
        bool other = false, each = false, involve = false, semicolon = false, spokenOf = false;
        std::optional<int> direction;
        enum class Last : quint8 { None, Word, Compared, Number, Direction } last = Last::None;
    };
    void readSections(const std::vector<int> &sections, const QString &id);
    void readParagraph(TextPlace place, const PreparedText &prepared, const QString &id,
        const std::vector<ItemPath> &paths, const QHash<QString, ItemNames::Choice> &items);
    void takeWord(const Word &word, TextPlace place, const PreparedText &prepared, qsizetype at);
    void takeNumber(const Number &number, TextPlace place, const PreparedText &prepared);
    void takePath(const ItemPath &path, TextPlace place, const PreparedText &prepared,
        const QHash<QString, ItemNames::Choice> &items);
    void bind(const Number &number, Claim &claim);
    void bindAmount(Claim &claim);
    bool isCompletionBefore() const;
    void bindPercent(Claim &claim);
    void bindCount(const Number &number, Claim &claim);
    void takeOneOfSeveral(const Number &number, const QString &text, Claim &claim);
    bool takeShareOfAccount(const Number &number, Claim &claim);
    bool takeProjects(const Number &number, const QString &text, Claim &claim);
    void takeYear(QStringView year, const Word *next);
    void openBracket();
    void closeBracket();
    QString contextNow() const;
    /// A change is said against last year: here, or before 其中.
    bool isCompared() const { return m_state.compare || m_state.headCompare; }
    int seriesFrom(const Number &number, const QString &text) const;
    void endSentence();
    void takeLabel(const Word &word, const QString &text, qsizetype end);
    bool isPartOfName(const Word &word) const;
    bool namesOther(const Word &word) const;
    bool endsReason(const Word &word, const QString &text, qsizetype end) const;
    void wordClaim(ClaimRole role, int sign, TextPlace place, const PreparedText &prepared,
        qsizetype at, qsizetype length);
    /// `fromBefore`: only its unit is asked for, by the number before it.
    Number numberAt(const QString &text, qsizetype at, bool fromBefore = false) const;
    bool isCount(const QString &figure) const;

    const Report &m_report;
    const Handbook &m_handbook;
    NarrativeWords m_words;
    NarrativeReading m_reading;  ///< Of the run that is read.
    QHash<QStringList, Kept> m_kept, m_stillKept;
    int m_sentences = 0;  ///< Of all runs before.
    State m_state;
    State m_beforeDeal;   ///< Before the first of numbers that are dealt out to several figures.
    QStringList m_dealt;  ///< The figures of the next numbers.
    int m_undealt = 0;    ///< How many of the next numbers belong to no one for certain.
    struct Outside
    {
        QString subject, head;
        std::optional<Phase> phase, headPhase;
    };
    std::vector<Outside> m_brackets;  ///< What stood before the open brackets.
    QString m_gap;                    ///< What stands since the last word or number.
    QString m_id;                     ///< Of the section.
    int m_sentence = 0;
};

}  // namespace mz
