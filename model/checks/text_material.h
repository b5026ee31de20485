#pragma once

#include "model/narrative/annex_tables.h"
#include <QHash>
#include <QRegularExpression>

namespace mz {

/// A match of a pattern in the text of a report.
struct SaidInText
{
    int section = -1;
    QString quote;       ///< Verbatim.
    QStringList values;  ///< What its groups took.
};

/// A piece of text that the rules of disclosure quality read.
struct QualityText
{
    enum class Kind : quint8 { Title, Paragraph, Cell, Note };
    Kind kind = Kind::Paragraph;
    int section = -1;
    int block = -1;  ///< Of a paragraph or a cell; -1 for a title and a note.
    int sheet = -1;  ///< Of a note: the table that it stands under.
    QString text;
    int id = 0;  ///< The same for pieces that say the same.
};

/// A match of one of a rule's patterns in a piece of text.
struct PatternMatch
{
    int pattern = 0;  ///< In the rule's list.
    qsizetype start = 0, length = 0;
    QString first;  ///< What the first bracket took.
};

/// What the tests find in the text of a report: each found once, when the first
/// test asks for it. An edited amount changes nothing of it; after an edited text
/// what is known of pieces that say the same is kept.
class TextMaterial
{
public:
    explicit TextMaterial(const Report &report) : m_report(report) { }

    const std::vector<AnnexTable> &annexes() const;
    /// All text of the report in its order: titles, paragraphs, cells of grids, the
    /// notes under tables. A piece that is longer than any paragraph is cut.
    const std::vector<QualityText> &texts() const;
    /// Every place where the text of the chapters, or only that of the annexes, has
    /// the pattern: a regular expression with `N` for an amount.
    const std::vector<SaidInText> &places(const QString &pattern, bool annexOnly) const;
    /// What the patterns match in each piece of texts(), in their order; `key`
    /// tells these patterns from others.
    std::vector<const std::vector<PatternMatch> *> matches(
        const QString &key, const std::vector<QRegularExpression> &patterns) const;
    /// After an edited text.
    void reread();

private:
    struct Said
    {
        QString quote;
        QStringList values;
    };
    template <typename Found>
    using FoundById = std::vector<std::optional<std::vector<Found>>>;

    int idOf(const QString &text) const;
    /// What is known of the piece, found now where it is not.
    template <typename Found, typename Find>
    static const std::vector<Found> &ofPiece(FoundById<Found> &found, int id, Find find);

    const Report &m_report;
    mutable std::optional<std::vector<AnnexTable>> m_annexes;
    mutable std::vector<std::pair<int, Section>> m_annexSections;  ///< That they were read from.
    mutable std::optional<std::vector<QualityText>> m_texts;
    mutable QHash<QString, int> m_ids;
    mutable QHash<QString, std::vector<SaidInText>> m_places[2];
    mutable QHash<QString, FoundById<Said>> m_said;
    mutable QHash<QString, FoundById<PatternMatch>> m_matches;
};

/// The regular expression, compiled once a thread; it may be invalid.
QRegularExpression compiled(
    const QString &pattern, QRegularExpression::PatternOptions options = {});
/// A pattern of a rule, with `N` for an amount.
QString withAmounts(QString pattern);
/// Chapters and annexes; not the cover, nor the list of contents.
bool isTextOfReport(const Section &section);
constexpr qsizetype longestParagraph = 20'000;  // more is not read for patterns

}  // namespace mz
