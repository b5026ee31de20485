#include "model/narrative/annex_words.h"

#include "model/domain/text.h"
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(AnnexWords)
};

constexpr qsizetype longestRest = 16;  // of a label beside its word

QStringList wordsOf(const QJsonValue &value)
{
    QStringList words;
    for (const QJsonValue &word : value.toArray())
        words << normalized(word.toString());
    return words;
}

}  // namespace

Result<AnnexWords> AnnexWords::parse(const QByteArray &json, const QString &fileName)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return Error{error.errorString(), QStringLiteral("%1: %2").arg(fileName).arg(error.offset)};
    AnnexWords words;
    const auto add = [&words](const QString &name, const QJsonValue &value) {
        auto &list = words.m_lists[name];
        if (value.isArray())
            list.emplace_back(QString(), wordsOf(value));
        const QJsonObject entries = value.toObject();
        for (auto it = entries.begin(); it != entries.end(); ++it)
            list.emplace_back(it.key(), wordsOf(*it));
    };
    add(QStringLiteral("titles"), object.value(u"titles"));
    for (const QString &group : {QStringLiteral("columns"), QStringLiteral("rows")}) {
        const QJsonObject lists = object.value(group).toObject();
        for (auto it = lists.begin(); it != lists.end(); ++it)
            add(group + u'.' + it.key(), *it);
    }
    static const QStringList needed{QStringLiteral("titles"), QStringLiteral("columns.staff"),
        QStringLiteral("columns.base"), QStringLiteral("columns.building"),
        QStringLiteral("columns.funds"), QStringLiteral("columns.indicators"),
        QStringLiteral("columns.arrived"), QStringLiteral("rows.headings"),
        QStringLiteral("rows.three_public"), QStringLiteral("rows.funds"),
        QStringLiteral("rows.income"), QStringLiteral("rows.expenditure"),
        QStringLiteral("rows.names"), QStringLiteral("rows.total"), QStringLiteral("rows.goals"),
        QStringLiteral("rows.among")};
    for (const QString &name : needed) {
        if (words.list(name).empty())
            return Error{Say::tr("The list “%1” is missing.").arg(name), fileName};
    }
    return words;
}

const AnnexWords &AnnexWords::builtIn()
{
    static const AnnexWords words = [] {
        QFile file(QStringLiteral(":/narrative/annexes.json"));
        const bool open = file.open(QIODevice::ReadOnly);
        const Result<AnnexWords> read
            = parse(open ? file.readAll() : QByteArray(), QStringLiteral("annexes.json"));
        // What is built in is tested; without it, no annex is known.
        Q_ASSERT(read);
        return read ? *read : AnnexWords();
    }();
    return words;
}

const std::vector<std::pair<QString, QStringList>> &AnnexWords::list(QStringView name) const
{
    static const std::vector<std::pair<QString, QStringList>> none;
    const auto found = m_lists.find(name);
    return found == m_lists.end() ? none : found->second;
}

QString AnnexWords::find(QStringView list, const QString &normalizedText) const
{
    QString best;
    qsizetype length = 0;
    for (const auto &[id, words] : this->list(list)) {
        for (const QString &word : words) {
            if (word.size() > length && normalizedText.size() <= word.size() + longestRest
                && normalizedText.contains(word)) {
                best = id;
                length = word.size();
            }
        }
    }
    return best;
}

bool AnnexWords::has(QStringView list, const QString &normalizedText) const
{
    const auto &entries = this->list(list);
    return !entries.empty() && entries.front().second.contains(normalizedText);
}

}  // namespace mz
