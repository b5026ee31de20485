#include "model/manuscript/readers/office_package.h"
#include "model/manuscript/readers/xml_part.h"

#include <QCoreApplication>
#include <QDir>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(OfficePackage)
};

constexpr size_t mostRelations = 65'536;

/// "word/_rels/document.xml.rels" for "word/document.xml".
QString relationsPart(const QString &part)
{
    const qsizetype slash = part.lastIndexOf(u'/');
    return part.first(slash + 1) + QStringLiteral("_rels/") + part.sliced(slash + 1)
        + QStringLiteral(".rels");
}

QString resolved(const QString &target, const QString &part)
{
    if (target.startsWith(u'/'))
        return QDir::cleanPath(target.sliced(1));
    return QDir::cleanPath(part.first(part.lastIndexOf(u'/') + 1) + target);
}

}  // namespace

Result<std::vector<PartRelation>> readRelations(ZipArchive &archive, const QString &part)
{
    std::vector<PartRelation> relations;
    const QString name = relationsPart(part);
    if (!archive.contains(name))
        return relations;
    const auto bytes = archive.read(name, XmlPart::largest);
    if (!bytes)
        return bytes.error();
    XmlPart xml(*bytes);
    xml.nextChild();
    while (xml.nextChild()) {
        if (relations.size() == mostRelations)
            xml.fail({Say::tr("The file has more relations than any document has."), name});
        const QStringView type = xml.attribute(u"Type");
        if (xml.attribute(u"TargetMode") != u"External")
            relations.push_back({xml.attribute(u"Id").toString(),
                type.sliced(type.lastIndexOf(u'/') + 1).toString(),
                resolved(xml.attribute(u"Target").toString(), part)});
        xml.skip();
    }
    if (xml.failure())
        return *xml.failure();
    return relations;
}

Result<QString> mainPart(ZipArchive &archive)
{
    const auto relations = readRelations(archive, {});
    if (!relations)
        return relations.error();
    const QString part = partOfType(*relations, u"officeDocument");
    if (part.isEmpty())
        return Error{Say::tr("The file is a zip file, but not an office document."), {}};
    return part;
}

QString partOfType(const std::vector<PartRelation> &relations, QStringView type)
{
    for (const PartRelation &relation : relations)
        if (relation.type == type)
            return relation.part;
    return {};
}

}  // namespace mz
