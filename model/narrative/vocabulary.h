#pragma once

#include "model/domain/handbook.h"
#include "model/narrative/claim.h"

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
        Each
    };
    QString text;  ///< Normalized.
    Kind kind = Kind::Label;
    QString figure;
    Phase phase = Phase::Actual;
    int sign = 0;
};

/// The words that hold in one section of the narrative; the longest match wins.
class Vocabulary
{
public:
    void add(Word word);
    void finish();
    const Word *match(QStringView text, qsizetype at) const;

private:
    QHash<QChar, std::vector<Word>> m_words;
};

/// resources/narrative/words.json, made ready for one report: its year, its
/// classes of accounts.
class NarrativeWords
{
public:
    NarrativeWords(const Handbook &handbook, const Report &report);

    /// "S01" .., or "" where the title is not one of an explanation.
    QString sectionOf(const QString &title) const;
    const Vocabulary &vocabulary(const QString &section) const;
    /// Only connectives stand in it.
    bool isConnective(QStringView gap) const;

    struct Sum
    {
        QString total;
        QStringList parts;
    };
    std::vector<Sum> sums;
    std::vector<std::pair<QString, int>> units;  ///< In 万元; the longest first.
    QStringList countUnits;
    QHash<QString, QStringList> counts;  ///< The figures that a unit alone may count.

private:
    struct Title
    {
        QString id;
        std::vector<QStringList> all;
        QStringList none;
    };
    std::vector<Title> m_titles;
    QHash<QString, Vocabulary> m_vocabularies;
    QStringList m_connectives;
};

/// "[a|b|]c" -> ac, bc, c.
QStringList choices(const QString &pattern);

}  // namespace mz
