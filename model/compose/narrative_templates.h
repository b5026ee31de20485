#pragma once

#include "model/domain/claim_role.h"
#include "model/domain/result.h"
#include <QMap>
#include <QStringList>
#include <vector>

namespace mz {

/// A piece of a template's text: words, or something that a figure says.
struct TemplatePiece
{
    enum class Kind : quint8 {
        Text,
        Name,
        Path,
        Amount,
        Count,
        Share,
        Change,
        Completion,
        Relation,
        ChangeSize,
        ChangeRate,
        CompletionRate,
        MoreOrLess,
        GrowsOrFalls,
        Same,
        LargerOrSmaller,
        Gap
    };
    Kind kind = Kind::Text;
    QString text;    ///< Of words; of a gap its hint.
    QString figure;  ///< "*" is the one that a repetition is at; of a gap its name.
    QString whole;
    Phase phase = Phase::Actual;
};

/// When a clause or paragraph stands.
struct TemplateCondition
{
    enum class Kind : quint8 {
        AnyNotZero,
        AllZero,
        Changed,   ///< Against last year, or last year is not known.
        Budgeted,  ///< The phase's amount is known and not zero.
        Known,     ///< The phase's amount is known.
        Differs    ///< From the phase's amount, or that is not known.
    };
    Kind kind = Kind::AnyNotZero;
    QStringList figures;
    Phase phase = Phase::Actual;
};

/// Words that stand or fall together, said once for each figure of a list.
struct TemplateClause
{
    std::vector<TemplateCondition> conditions;
    bool repeated = false;
    QStringList each;  ///< Figures, or the name of a changing list.
    bool nonZero = false;
    QString before;  ///< In front of the first.
    QString join;    ///< Between two.
    std::vector<TemplatePiece> pieces;
};

struct TemplateParagraph
{
    QString id;
    std::vector<TemplateCondition> conditions;
    bool repeated = false;  ///< A paragraph for each figure of the list.
    QStringList each;
    bool budgeted = false;  ///< Also for figures with a budget, or an amount of last year, alone.
    std::vector<TemplateClause> clauses;
};

struct SectionTemplate
{
    QString topic;
    QString title;
    QStringList words;    ///< That the title of a published section about it has, all of them.
    QStringList without;  ///< And none of these.
    int place = 0;        ///< In the order of a new narrative.
    std::vector<TemplateParagraph> paragraphs;
};

/// The sentences of the narrative: data, for every family of forms, with
/// families that say something in another way.
class NarrativeTemplates
{
public:
    /// Reads narrative/templates/general.json below `root`, and FAMILY.json where
    /// the family has one: its sections and phrases take the place of the general.
    /// Errors: the first faulty place.
    static Result<NarrativeTemplates> load(const QString &root, const QString &family);
    static Result<NarrativeTemplates> parse(const QByteArray &json, const QString &fileName);

    const SectionTemplate *find(QStringView topic) const;
    /// The topic of a section with this title, "" where none fits.
    QString topicOf(const QString &title) const;
    /// The topics of a new narrative, in their order.
    std::vector<const SectionTemplate *> inOrder() const;
    /// The pieces of "change.differs" and the like; empty where there are none.
    const std::vector<TemplatePiece> &phrase(const QString &name) const;
    const QStringList &glossary() const { return m_glossary; }

private:
    void replaceBy(NarrativeTemplates family);

    std::vector<SectionTemplate> m_sections;
    QMap<QString, std::vector<TemplatePiece>> m_phrases;
    QStringList m_glossary;
};

}  // namespace mz
