#include "model/manuscript/readers/docx_reader.h"
#include "model/manuscript/readers/docx_body.h"
#include "model/manuscript/readers/office_package.h"

#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(DocxReader)
};

/// Reads a part that a document can do without; what is damaged in it costs
/// only automatic numbers.
template <typename Read>
void readSidePart(ZipArchive &archive, const QString &part, Read read)
{
    if (part.isEmpty() || !archive.contains(part))
        return;
    if (const auto bytes = archive.read(part, XmlPart::largest)) {
        XmlPart xml(*bytes);
        read(xml);
    }
}

}  // namespace

Result<Manuscript> readDocx(const QByteArray &bytes, const ReadingProgress &progress)
{
    auto archive = ZipArchive::open(bytes);
    if (!archive)
        return archive.error();
    const auto part = mainPart(*archive);
    if (!part)
        return part.error();
    const auto relations = readRelations(*archive, *part);
    if (!relations)
        return relations.error();
    const auto document = archive->read(*part, XmlPart::largest);
    if (!document)
        return document.error();

    DocxNumbering numbering;
    readSidePart(*archive, partOfType(*relations, u"styles"),
        [&numbering](XmlPart &xml) { numbering.readStyles(xml); });
    readSidePart(*archive, partOfType(*relations, u"numbering"),
        [&numbering](XmlPart &xml) { numbering.readLists(xml); });

    XmlPart xml(*document);
    if (!xml.nextChild() || xml.name() != u"document" || !isWord(xml)) {
        if (xml.failure())
            return *xml.failure();
        return Error{Say::tr("The file is an office document, but not a Word document."), {}};
    }
    DocxBody body(xml, numbering, progress, document->contains("lastRenderedPageBreak"));
    Manuscript manuscript = body.read();
    if (xml.failure())
        return *xml.failure();
    return manuscript;
}

}  // namespace mz
