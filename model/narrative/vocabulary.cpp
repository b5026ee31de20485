#include "model/narrative/vocabulary.h"

#include "model/domain/text.h"
#include <QJsonArray>
#include <algorithm>

namespace mz {

namespace {

constexpr std::pair<QStringView, Word::Kind> kinds[] = {{u"phase", Word::Kind::Phase},
    {u"completion", Word::Kind::Completion}, {u"compare", Word::Kind::Compare},
    {u"compare-budget", Word::Kind::CompareBudget}, {u"relation", Word::Kind::Relation},
    {u"relation-near", Word::Kind::RelationNear}, {u"direction", Word::Kind::Direction},
    {u"garbled", Word::Kind::Garbled}, {u"same", Word::Kind::Same}, {u"share", Word::Kind::Share},
    {u"among", Word::Kind::Among}, {u"involve", Word::Kind::Involve},
    {u"reason", Word::Kind::Reason}, {u"scope", Word::Kind::Scope}, {u"each", Word::Kind::Each}};
constexpr std::pair<QStringView, Phase> phases[]
    = {{u"initial", Phase::BudgetInitial}, {u"full", Phase::BudgetFull}, {u"any", Phase::Budget},
        {u"added", Phase::BudgetAdded}, {u"last", Phase::Last}, {u"actual", Phase::Actual}};
constexpr qsizetype mostChoices = 20'000;
constexpr QStringView allSections[] = {u"S01", u"S02", u"S03", u"S04", u"S05", u"S06", u"S07",
    u"S08", u"S09", u"S10", u"S11", u"S12", u"S13", u"S14", u"S16"};

template <typename T, size_t N>
T valueOf(const std::pair<QStringView, T> (&names)[N], const QString &text, T otherwise)
{
    for (const auto &[name, value] : names) {
        if (name == text)
            return value;
    }
    return otherwise;
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &entry : value.toArray())
        list << entry.toString();
    return list;
}

/// 类 names with and without 支出 and （类）.
QStringList classAliases(const QString &label)
{
    QString name = normalized(withoutOrdinal(label));
    if (name.endsWith(u"支出"))
        name.chop(2);
    if (name.size() < 2)
        return {};
    return choices(name + QStringLiteral("[支出(类)|(类)支出|(类)|支出|]"));
}

}  // namespace

QStringList choices(const QString &pattern)
{
    QStringList result{QString()};
    qsizetype at = 0;
    while (at < pattern.size()) {
        const qsizetype open = pattern.indexOf(u'[', at);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(u']', open);
        const QString plain = pattern.mid(at, (close < 0 ? pattern.size() : open) - at);
        QStringList parts{QString()};
        if (close > 0)
            parts = pattern.mid(open + 1, close - open - 1).split(u'|');
        if (result.size() * parts.size() > mostChoices)
            return result;
        QStringList next;
        next.reserve(result.size() * parts.size());
        for (const QString &start : result) {
            for (const QString &part : parts)
                next << start + plain + part;
        }
        result = std::move(next);
        at = close < 0 ? pattern.size() : close + 1;
    }
    result.removeAll(QString());
    return result;
}

void Vocabulary::add(Word word)
{
    if (!word.text.isEmpty())
        m_words[word.text.front()].push_back(std::move(word));
}

void Vocabulary::finish()
{
    for (std::vector<Word> &words : m_words)
        std::stable_sort(words.begin(), words.end(),
            [](const Word &a, const Word &b) { return a.text.size() > b.text.size(); });
}

const Word *Vocabulary::match(QStringView text, qsizetype at) const
{
    const auto words = m_words.constFind(text[at]);
    if (words == m_words.constEnd())
        return nullptr;
    const QStringView rest = text.mid(at);
    for (const Word &word : *words) {
        if (rest.startsWith(word.text))
            return &word;
    }
    return nullptr;
}

NarrativeWords::NarrativeWords(const Handbook &handbook, const Report &report)
{
    const QJsonObject &data = handbook.narrativeWords();
    for (const QJsonValue &value : data.value(u"sections").toArray()) {
        Title title{value[u"id"].toString(), {}, texts(value[u"not"])};
        for (const QJsonValue &group : value[u"all"].toArray())
            title.all.push_back(texts(group));
        m_titles.push_back(std::move(title));
    }
    m_connectives = texts(data.value(u"connectives"));
    countUnits = texts(data.value(u"countUnits"));
    const QJsonObject amounts = data.value(u"units").toObject();
    for (auto it = amounts.begin(); it != amounts.end(); ++it)
        units.emplace_back(it.key(), it.value().toInt());
    std::sort(units.begin(), units.end(),
        [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
    const QJsonObject counting = data.value(u"counts").toObject();
    for (auto it = counting.begin(); it != counting.end(); ++it)
        counts.insert(it.key(), texts(it.value()));
    for (const QJsonValue &value : data.value(u"sums").toArray())
        sums.push_back({value[u"total"].toString(), texts(value[u"parts"])});

    // Labels come first: of two words of one length the label wins.
    for (const QStringView id : allSections) {
        Vocabulary &vocabulary = m_vocabularies[id.toString()];
        for (const Figure &figure : handbook.figures().figures()) {
            if (!figure.sections.contains(id) || figure.id.startsWith(u"three_public.budget."))
                continue;
            for (const QString &alias : figure.aliases)
                vocabulary.add({normalized(alias), Word::Kind::Label, figure.id, {}, 0});
        }
        for (const QJsonValue &label : data.value(u"labels").toArray()) {
            if (!texts(label[u"sections"]).contains(id))
                continue;
            for (const QString &pattern : texts(label[u"words"])) {
                for (const QString &text : choices(pattern))
                    vocabulary.add(
                        {normalized(text), Word::Kind::Label, label[u"figure"].toString(), {}, 0});
            }
        }
    }
    if (const Sheet *sheet = report.sheet(u"T05")) {
        for (const SheetRow &row : sheet->rows) {
            if (row.code.toString().size() != 3)
                continue;
            for (const QString &alias : classAliases(row.label))
                m_vocabularies[QStringLiteral("S05")].add({alias, Word::Kind::Label,
                    QStringLiteral("general.class[%1]").arg(row.code.toString()), {}, 0});
        }
    }
    const QString last = QString::number(report.identity.year - 1);
    for (const QJsonValue &marker : data.value(u"markers").toArray()) {
        Word word;
        word.kind = valueOf(kinds, marker[u"kind"].toString(), Word::Kind::Reason);
        word.phase = valueOf(phases, marker[u"phase"].toString(), Phase::Actual);
        word.sign = marker[u"sign"].toInt();
        for (QString pattern : texts(marker[u"words"])) {
            for (const QString &text : choices(pattern.replace(QStringLiteral("{last}"), last))) {
                word.text = normalized(text);
                for (Vocabulary &vocabulary : m_vocabularies)
                    vocabulary.add(word);
            }
        }
    }
    for (Vocabulary &vocabulary : m_vocabularies)
        vocabulary.finish();
    std::sort(m_connectives.begin(), m_connectives.end(),
        [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

QString NarrativeWords::sectionOf(const QString &title) const
{
    const QString text = normalized(title);
    for (const Title &known : m_titles) {
        const auto stands = [&text](const QString &word) { return text.contains(word); };
        const bool all
            = std::all_of(known.all.begin(), known.all.end(), [&](const QStringList &group) {
                  return std::any_of(group.begin(), group.end(), stands);
              });
        if (all && std::none_of(known.none.begin(), known.none.end(), stands))
            return known.id;
    }
    return {};
}

const Vocabulary &NarrativeWords::vocabulary(const QString &section) const
{
    static const Vocabulary none;
    const auto known = m_vocabularies.constFind(section);
    return known == m_vocabularies.constEnd() ? none : *known;
}

bool NarrativeWords::isConnective(QStringView gap) const
{
    while (!gap.isEmpty()) {
        const auto word = std::find_if(m_connectives.begin(), m_connectives.end(),
            [gap](const QString &known) { return gap.startsWith(known); });
        if (word == m_connectives.end())
            return false;
        gap = gap.mid(word->size());
    }
    return true;
}

}  // namespace mz
