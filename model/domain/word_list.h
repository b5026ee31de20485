#pragma once

#include "model/domain/claim_role.h"
#include "model/domain/figures.h"
#include "model/domain/result.h"
#include <QHash>
#include <QJsonObject>

namespace mz {

/// One word (or run of words) that the text is read by.
struct Word
{
    enum class Kind : quint8 {
        Label,
        Phase,
        Completion,
        Compare,
        CompareBudget,
        Relation,
        RelationNear,
        Direction,
        Garbled,
        Same,
        Share,
        Among,
        Involve,
        Reason,
        Scope,
        Each,
        LastBudget
    };
    QString text;  ///< Normalized.
    Kind kind = Kind::Label;
    QString figure;
    Phase phase = Phase::Actual;
    int sign = 0;
};

/// Words to be found in a text; the longest match wins, of one length the first.
class Vocabulary
{
public:
    void add(Word word);
    void finish();
    const Word *match(QStringView text, qsizetype at) const;

private:
    QHash<quint32, std::vector<Word>> m_words;  ///< By their first two characters.
};

/// resources/narrative/words.json with the names of the figures: what does not
/// depend on a report.
class WordList
{
public:
    /// Errors: a kind or a phase that is not known.
    static Result<WordList> parse(const QJsonObject &json, const FigureDictionary &figures);

    /// "S01" .., or "" where the title is not one of an explanation.
    QString sectionOf(const QString &title) const;
    /// The names of figures in that section; null where a section is not read.
    const Vocabulary *labels(const QString &section) const;
    /// What else is understood, in every section.
    const Vocabulary &markers() const { return m_markers; }
    /// Likewise, with last year's number in place of "{last}".
    const std::vector<Word> &lastYearMarkers() const { return m_lastYearMarkers; }
    /// Only connectives stand in it.
    bool isConnective(QStringView gap) const;

    struct Sum
    {
        QString total;
        QStringList parts;
    };
    std::vector<Sum> sums;
    QHash<QString, QStringList> pairs;  ///< Two figures that are told of together (收、支总计).
    std::vector<std::pair<QString, int>> units;  ///< In 万元; the longest first.
    QStringList countUnits;
    QHash<QString, QStringList> counts;  ///< The figures that a unit alone may count.
    /// What a name means depends on what is told of: by the beginning of that figure's id,
    /// "" for any other.
    QHash<QString, std::vector<std::pair<QString, QString>>> meanings;
    /// What a name means where it is the whole of a share: of itself, or of what is no
    /// figure by itself.
    QHash<QString, QString> wholes;
    QStringList listWords;   ///< Behind a whole they begin a list of its parts.
    QStringList listHedges;  ///< A list with such a word need not be complete.
    /// The budget that a figure completes, where it has a name of its own.
    QHash<QString, QString> budgets;
    QHash<QString, QString> spends;  ///< 支出决算 said of the one is the other.
    /// Cells that may be meant too, where a section's titles do not have the word.
    struct OtherHomes
    {
        QString section, without;
        QHash<QString, QString> homes;  ///< By figure.
    };
    OtherHomes otherHomes;
    /// The figure that the name stands for while `context` is told of.
    QString meaning(const QString &figure, const QString &context) const;

private:
    struct Title
    {
        QString id;
        std::vector<QStringList> all;
        QStringList none;
    };
    std::vector<Title> m_titles;
    QHash<QString, Vocabulary> m_labels;
    Vocabulary m_markers;
    std::vector<Word> m_lastYearMarkers;
    QStringList m_connectives;
};

/// "[a|b|]c" -> ac, bc, c.
QStringList choices(const QString &pattern);

}  // namespace mz
