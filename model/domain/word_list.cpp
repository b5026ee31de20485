#include "model/domain/word_list.h"

#include "model/domain/text.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(WordList)
};

constexpr std::pair<QStringView, Word::Kind> kinds[] = {{u"phase", Word::Kind::Phase},
    {u"completion", Word::Kind::Completion}, {u"compare", Word::Kind::Compare},
    {u"compare-budget", Word::Kind::CompareBudget}, {u"relation", Word::Kind::Relation},
    {u"relation-near", Word::Kind::RelationNear}, {u"direction", Word::Kind::Direction},
    {u"garbled", Word::Kind::Garbled}, {u"same", Word::Kind::Same}, {u"share", Word::Kind::Share},
    {u"among", Word::Kind::Among}, {u"involve", Word::Kind::Involve},
    {u"reason", Word::Kind::Reason}, {u"scope", Word::Kind::Scope}, {u"each", Word::Kind::Each},
    {u"last-budget", Word::Kind::LastBudget}};
constexpr std::pair<QStringView, Phase> phases[]
    = {{u"initial", Phase::BudgetInitial}, {u"full", Phase::BudgetFull}, {u"any", Phase::Budget},
        {u"added", Phase::BudgetAdded}, {u"last", Phase::Last}, {u"actual", Phase::Actual}};
constexpr qsizetype mostChoices = 20'000;
constexpr QStringView allSections[] = {u"S01", u"S02", u"S03", u"S04", u"S05", u"S06", u"S07",
    u"S08", u"S09", u"S10", u"S11", u"S12", u"S13", u"S14", u"S16"};

template <typename T, size_t N>
std::optional<T> valueOf(const std::pair<QStringView, T> (&names)[N], const QString &text)
{
    for (const auto &[name, value] : names) {
        if (name == text)
            return value;
    }
    return {};
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &entry : value.toArray())
        list << entry.toString();
    return list;
}

QHash<QString, QString> namesIn(const QJsonValue &value)
{
    QHash<QString, QString> names;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        names.insert(it.key(), it.value().toString());
    return names;
}

quint32 keyOf(QChar first, QChar second)
{
    return quint32(first.unicode()) | quint32(second.unicode()) << 16U;
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
    if (word.text.isEmpty())
        return;
    const QChar second = word.text.size() > 1 ? word.text[1] : QChar();
    m_words[keyOf(word.text[0], second)].push_back(std::move(word));
}

void Vocabulary::finish()
{
    for (std::vector<Word> &words : m_words)
        std::stable_sort(words.begin(), words.end(),
            [](const Word &a, const Word &b) { return a.text.size() > b.text.size(); });
}

const Word *Vocabulary::match(QStringView text, qsizetype at) const
{
    const QStringView rest = text.mid(at);
    const auto find = [&](QChar second) -> const Word * {
        const auto words = m_words.constFind(keyOf(rest[0], second));
        if (words == m_words.constEnd())
            return nullptr;
        for (const Word &word : *words) {
            if (rest.startsWith(word.text))
                return &word;
        }
        return nullptr;
    };
    const Word *found = rest.size() > 1 ? find(rest[1]) : nullptr;
    return found ? found : find(QChar());
}

Result<WordList> WordList::parse(const QJsonObject &json, const FigureDictionary &figures)
{
    WordList list;
    for (const QJsonValue &value : json.value(u"sections").toArray()) {
        Title title{value[u"id"].toString(), {}, texts(value[u"not"])};
        for (const QJsonValue &group : value[u"all"].toArray())
            title.all.push_back(texts(group));
        list.m_titles.push_back(std::move(title));
    }
    list.m_connectives = texts(json.value(u"connectives"));
    std::sort(list.m_connectives.begin(), list.m_connectives.end(),
        [](const QString &a, const QString &b) { return a.size() > b.size(); });
    list.countUnits = texts(json.value(u"countUnits"));
    const QJsonObject amounts = json.value(u"units").toObject();
    for (auto it = amounts.begin(); it != amounts.end(); ++it)
        list.units.emplace_back(it.key(), it.value().toInt());
    std::sort(list.units.begin(), list.units.end(),
        [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
    const QJsonObject counting = json.value(u"counts").toObject();
    for (auto it = counting.begin(); it != counting.end(); ++it)
        list.counts.insert(it.key(), texts(it.value()));
    for (const QJsonValue &value : json.value(u"sums").toArray())
        list.sums.push_back({value[u"total"].toString(), texts(value[u"parts"])});
    const QJsonObject pairs = json.value(u"pairs").toObject();
    for (auto it = pairs.begin(); it != pairs.end(); ++it) {
        if (it.value().toArray().size() == 2)
            list.pairs.insert(it.key(), texts(it.value()));
    }

    const QJsonObject meanings = json.value(u"meanings").toObject();
    for (auto it = meanings.begin(); it != meanings.end(); ++it) {
        for (const QJsonValue &pair : it.value().toArray())
            list.meanings[it.key()].emplace_back(pair[0].toString(), pair[1].toString());
    }
    list.wholes = namesIn(json.value(u"wholes"));
    list.budgets = namesIn(json.value(u"budgets"));
    list.listWords = texts(json.value(u"lists")[u"begin"]);
    list.listHedges = texts(json.value(u"lists")[u"hedges"]);
    list.spends = namesIn(json.value(u"spends"));
    const QJsonValue others = json.value(u"otherHomes");
    list.otherHomes
        = {others[u"section"].toString(), others[u"without"].toString(), namesIn(others[u"homes"])};

    for (const QStringView id : allSections) {
        Vocabulary &labels = list.m_labels[id.toString()];
        // They come first: of one length the first is taken.
        for (const QJsonValue &label : json.value(u"labels").toArray()) {
            if (!texts(label[u"sections"]).contains(id))
                continue;
            for (const QString &pattern : texts(label[u"words"])) {
                for (const QString &text : choices(pattern))
                    labels.add(
                        {normalized(text), Word::Kind::Label, label[u"figure"].toString(), {}, 0});
            }
        }
        for (const Figure &figure : figures.figures()) {
            if (!figure.sections.contains(id) || figure.id.startsWith(u"three_public.budget."))
                continue;
            for (const QString &alias : figure.aliases)
                labels.add({normalized(alias), Word::Kind::Label, figure.id, {}, 0});
        }
        labels.finish();
    }
    for (const QJsonValue &marker : json.value(u"markers").toArray()) {
        const QString kindName = marker[u"kind"].toString();
        const QString phaseName = marker[u"phase"].toString(QStringLiteral("actual"));
        const auto kind = valueOf(kinds, kindName);
        const auto phase = valueOf(phases, phaseName);
        if (!kind || !phase)
            return Error{Say::tr("“%1” is not known").arg(kind ? phaseName : kindName), {}};
        Word word{{}, *kind, {}, *phase, marker[u"sign"].toInt()};
        for (const QString &pattern : texts(marker[u"words"])) {
            for (const QString &text : choices(pattern)) {
                const bool last = text.contains(u"{last}");
                word.text = last ? text : normalized(text);
                if (last)
                    list.m_lastYearMarkers.push_back(word);
                else
                    list.m_markers.add(word);
            }
        }
    }
    list.m_markers.finish();
    return list;
}

QString WordList::sectionOf(const QString &title) const
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

const Vocabulary *WordList::labels(const QString &section) const
{
    const auto known = m_labels.constFind(section);
    return known == m_labels.constEnd() ? nullptr : &*known;
}

QString WordList::meaning(const QString &figure, const QString &context) const
{
    const auto known = meanings.constFind(figure);
    if (known == meanings.constEnd())
        return figure;
    for (const auto &[start, meant] : *known) {
        // A text that begins tells of nothing yet; a null string begins with no other.
        if (start.isEmpty() || context.startsWith(start))
            return meant;
    }
    return {};
}

bool WordList::isConnective(QStringView gap) const
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
