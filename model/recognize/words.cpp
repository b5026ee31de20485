#include "model/recognize/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace mz {

namespace {

QStringList texts(const QJsonValue &value)
{
    QStringList result;
    for (const QJsonValue &entry : value.toArray())
        result << entry.toString();
    return result;
}

}  // namespace

Result<RecognitionWords> RecognitionWords::parse(const QByteArray &json, const QString &fileName)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return Error{error.errorString(), QStringLiteral("%1: %2").arg(fileName).arg(error.offset)};
    RecognitionWords words;
    static const std::pair<QStringView, Section::Kind> kinds[]
        = {{u"overview", Section::Kind::Overview}, {u"tables", Section::Kind::Tables},
            {u"narrative", Section::Kind::Narrative}, {u"glossary", Section::Kind::Glossary},
            {u"annex", Section::Kind::Annex}};
    for (const QJsonValue &part : object.value(u"parts").toArray()) {
        for (const auto &[name, kind] : kinds) {
            if (part.toObject().value(u"kind").toString() == name)
                words.parts.push_back({kind, texts(part.toObject().value(u"words"))});
        }
    }
    const std::pair<QStringView, QStringList *> lists[] = {{u"annexTitles", &words.annexTitles},
        {u"annexNumbers", &words.annexNumbers}, {u"agencyPrefixes", &words.agencyPrefixes},
        {u"unitPrefixes", &words.unitPrefixes}, {u"noteBeginnings", &words.noteBeginnings},
        {u"columnNumberWords", &words.columnNumberWords},
        {u"lineNumberWords", &words.lineNumberWords}, {u"totalRowWords", &words.totalRowWords},
        {u"codePartWords", &words.codePartWords}, {u"otherGroupWords", &words.otherGroupWords},
        {u"emptyTableWords", &words.emptyTableWords}, {u"continuedWords", &words.continuedWords},
        {u"notTitleWords", &words.notTitleWords}, {u"usualColumns", &words.usualColumns}};
    for (const auto &[name, list] : lists) {
        *list = texts(object.value(name));
        if (list->isEmpty())
            return Error{
                QCoreApplication::translate("RecognitionWords", "The list “%1” is missing.")
                    .arg(name),
                fileName};
    }
    for (const QJsonValue &title : object.value(u"titles").toArray())
        words.titles.push_back(
            {title[u"kind"].toString(), texts(title[u"all"]), texts(title[u"none"])});
    return words;
}

}  // namespace mz
