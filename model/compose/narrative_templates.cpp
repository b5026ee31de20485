#include "model/compose/narrative_templates.h"

#include "model/domain/text.h"
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(NarrativeTemplates)
};

using Piece = TemplatePiece::Kind;
constexpr std::pair<QStringView, Piece> pieceWords[]
    = {{u"name", Piece::Name}, {u"path", Piece::Path}, {u"amount", Piece::Amount},
        {u"count", Piece::Count}, {u"share", Piece::Share}, {u"change", Piece::Change},
        {u"completion", Piece::Completion}, {u"relation", Piece::Relation}};
/// Inside phrases: what they are about is told by the place that uses them.
constexpr std::pair<QStringView, Piece> phraseWords[] = {{u"change", Piece::ChangeSize},
    {u"rate", Piece::ChangeRate}, {u"completion", Piece::CompletionRate},
    {u"word change", Piece::MoreOrLess}, {u"word rate", Piece::GrowsOrFalls},
    {u"word same", Piece::Same}, {u"word relation", Piece::LargerOrSmaller}};
constexpr std::pair<QStringView, Phase> phaseWords[] = {{u"initial", Phase::BudgetInitial},
    {u"full", Phase::BudgetFull}, {u"budget", Phase::Budget}, {u"last", Phase::Last}};

template <typename T, size_t N>
std::optional<T> valueOf(const std::pair<QStringView, T> (&names)[N], QStringView text)
{
    for (const auto &[name, value] : names) {
        if (name == text)
            return value;
    }
    return std::nullopt;
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &text : value.isArray() ? value.toArray() : QJsonArray{value}) {
        if (text.isString())
            texts << text.toString();
    }
    return texts;
}

class Reader
{
public:
    explicit Reader(QString fileName) : m_file(std::move(fileName)) { }

    const std::optional<Error> &error() const { return m_error; }

    std::vector<TemplatePiece> pieces(const QString &text, bool phrase)
    {
        std::vector<TemplatePiece> pieces;
        qsizetype at = 0;
        while (at < text.size()) {
            const qsizetype open = text.indexOf(u'{', at);
            if (open != at) {
                TemplatePiece words;
                words.text = text.sliced(at, (open < 0 ? text.size() : open) - at);
                pieces.push_back(std::move(words));
            }
            if (open < 0)
                break;
            const qsizetype close = text.indexOf(u'}', open);
            if (close < 0) {
                fail(text);
                break;
            }
            pieces.push_back(piece(text.sliced(open + 1, close - open - 1), phrase));
            at = close + 1;
        }
        return pieces;
    }

    SectionTemplate section(const QJsonObject &json)
    {
        SectionTemplate section;
        section.topic = json.value(u"topic").toString();
        section.title = json.value(u"title").toString();
        section.words = textsOf(json.value(u"words"));
        section.without = textsOf(json.value(u"without"));
        section.place = json.value(u"place").toInt();
        m_section = section.topic;
        if (section.topic.isEmpty() || section.words.isEmpty())
            fail(QStringLiteral("topic"));
        const QJsonArray paragraphs = json.value(u"paragraphs").toArray();
        section.paragraphs.reserve(size_t(paragraphs.size()));
        for (const QJsonValue &value : paragraphs)
            section.paragraphs.push_back(paragraph(value.toObject()));
        return section;
    }

private:
    void fail(const QString &what)
    {
        if (!m_error)
            m_error = Error{Say::tr("The template “%1” is not understood.").arg(what),
                m_file + u':' + m_section};
    }

    TemplatePiece piece(const QString &text, bool phrase)
    {
        TemplatePiece piece;
        if (text.startsWith(u"gap ")) {
            piece.kind = Piece::Gap;
            piece.figure = text.sliced(4).section(u'|', 0, 0);
            piece.text = text.section(u'|', 1);
            return piece;
        }
        if (phrase) {
            const auto kind = valueOf(phraseWords, text);
            if (!kind)
                fail(text);
            piece.kind = kind.value_or(Piece::Text);
            return piece;
        }
        const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
        const auto kind = valueOf(pieceWords, words.value(0));
        if (!kind || words.size() < 2)
            fail(text);
        piece.kind = kind.value_or(Piece::Text);
        piece.figure = words.value(1);
        if (piece.kind == Piece::Share) {
            piece.whole = words.value(3);
            if (words.size() != 4 || words[2] != u"of")
                fail(text);
        } else if (words.size() > 2) {
            piece.phase = phase(words[2]);
        }
        return piece;
    }

    Phase phase(const QString &word)
    {
        const auto phase = valueOf(phaseWords, word);
        if (!phase)
            fail(word);
        return phase.value_or(Phase::Actual);
    }

    std::vector<TemplateCondition> conditions(const QJsonObject &json)
    {
        using Kind = TemplateCondition::Kind;
        static constexpr std::pair<QStringView, Kind> words[] = {{u"when", Kind::AnyNotZero},
            {u"unless", Kind::AllZero}, {u"changed", Kind::Changed}, {u"budgeted", Kind::Budgeted},
            {u"compared", Kind::Known}, {u"entered", Kind::Known}, {u"differs", Kind::Differs}};
        std::vector<TemplateCondition> conditions;
        for (const auto &[word, kind] : words) {
            if (!json.contains(word))
                continue;
            TemplateCondition condition;
            condition.kind = kind;
            condition.phase
                = kind == Kind::Budgeted || kind == Kind::Differs ? Phase::Budget : Phase::Actual;
            for (const QString &text : textsOf(json.value(word))) {
                const QStringList parts = text.split(u' ');
                condition.figures << parts.front();
                if (parts.size() > 1)
                    condition.phase = phase(parts[1]);
            }
            if (condition.figures.isEmpty())
                fail(word.toString());
            conditions.push_back(std::move(condition));
        }
        return conditions;
    }

    TemplateClause clause(const QJsonValue &value)
    {
        TemplateClause clause;
        if (value.isString()) {
            clause.pieces = pieces(value.toString(), false);
            return clause;
        }
        const QJsonObject json = value.toObject();
        clause.conditions = conditions(json);
        clause.repeated = json.contains(u"each");
        clause.each = textsOf(json.value(u"each"));
        clause.nonZero = json.value(u"nonzero").toBool();
        clause.before = json.value(u"before").toString();
        clause.join = json.value(u"join").toString();
        clause.pieces = pieces(json.value(u"text").toString(), false);
        if (clause.pieces.empty())
            fail(QStringLiteral("text"));
        return clause;
    }

    TemplateParagraph paragraph(const QJsonObject &json)
    {
        TemplateParagraph paragraph;
        paragraph.id = json.value(u"id").toString();
        paragraph.conditions = conditions(json);
        paragraph.repeated = json.contains(u"each");
        paragraph.each = textsOf(json.value(u"each"));
        paragraph.budgeted = json.value(u"budget").toBool();
        const QJsonArray clauses = json.value(u"clauses").toArray();
        paragraph.clauses.reserve(size_t(clauses.size()));
        for (const QJsonValue &value : clauses)
            paragraph.clauses.push_back(clause(value));
        if (paragraph.id.isEmpty() || paragraph.clauses.empty())
            fail(QStringLiteral("id"));
        return paragraph;
    }

    QString m_file;
    QString m_section;
    std::optional<Error> m_error;
};

Result<NarrativeTemplates> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Say::tr("The file could not be opened."), path};
    return NarrativeTemplates::parse(file.readAll(), path);
}

}  // namespace

Result<NarrativeTemplates> NarrativeTemplates::parse(
    const QByteArray &json, const QString &fileName)
{
    QJsonParseError fault;
    const QJsonObject root = QJsonDocument::fromJson(json, &fault).object();
    if (fault.error != QJsonParseError::NoError)
        return Error{fault.errorString(), fileName};
    NarrativeTemplates templates;
    Reader reader(fileName);
    const QJsonObject phrases = root.value(u"phrases").toObject();
    for (auto it = phrases.begin(); it != phrases.end(); ++it)
        templates.m_phrases.insert(it.key(), reader.pieces(it.value().toString(), true));
    const QJsonArray sections = root.value(u"sections").toArray();
    templates.m_sections.reserve(size_t(sections.size()));
    for (const QJsonValue &section : sections)
        templates.m_sections.push_back(reader.section(section.toObject()));
    templates.m_glossary = textsOf(root.value(u"glossary"));
    if (reader.error())
        return *reader.error();
    return templates;
}

Result<NarrativeTemplates> NarrativeTemplates::load(const QString &root, const QString &family)
{
    const QString folder = root + QStringLiteral("/narrative/templates/");
    Result<NarrativeTemplates> general = readFile(folder + QStringLiteral("general.json"));
    const QString path = folder + family + QStringLiteral(".json");
    if (!general || family.isEmpty() || !QFile::exists(path))
        return general;
    Result<NarrativeTemplates> own = readFile(path);
    if (!own)
        return own;
    general->replaceBy(std::move(*own));
    return general;
}

void NarrativeTemplates::replaceBy(NarrativeTemplates family)
{
    for (SectionTemplate &section : family.m_sections) {
        const auto general = std::find_if(m_sections.begin(), m_sections.end(),
            [&section](const SectionTemplate &known) { return known.topic == section.topic; });
        if (general == m_sections.end())
            m_sections.push_back(std::move(section));
        else
            *general = std::move(section);
    }
    m_phrases.insert(family.m_phrases);
    if (!family.m_glossary.isEmpty())
        m_glossary = family.m_glossary;
}

const SectionTemplate *NarrativeTemplates::find(QStringView topic) const
{
    const auto found = std::find_if(m_sections.begin(), m_sections.end(),
        [topic](const SectionTemplate &section) { return section.topic == topic; });
    return found == m_sections.end() ? nullptr : &*found;
}

QString NarrativeTemplates::topicOf(const QString &title) const
{
    const QString words = normalized(title);
    const auto has = [&words](const QString &word) { return words.contains(normalized(word)); };
    for (const SectionTemplate &section : m_sections) {
        if (std::all_of(section.words.begin(), section.words.end(), has)
            && std::none_of(section.without.begin(), section.without.end(), has))
            return section.topic;
    }
    return {};
}

std::vector<const SectionTemplate *> NarrativeTemplates::inOrder() const
{
    std::vector<const SectionTemplate *> sections;
    sections.reserve(m_sections.size());
    for (const SectionTemplate &section : m_sections)
        sections.push_back(&section);
    std::stable_sort(sections.begin(), sections.end(),
        [](const SectionTemplate *a, const SectionTemplate *b) { return a->place < b->place; });
    return sections;
}

const std::vector<TemplatePiece> &NarrativeTemplates::phrase(const QString &name) const
{
    static const std::vector<TemplatePiece> none;
    const auto found = m_phrases.constFind(name);
    return found == m_phrases.constEnd() ? none : *found;
}

}  // namespace mz
