#include "model/manuscript/readers/docx_reader.h"
#include "tests/model/manuscript/zip_maker.h"

namespace {

const QByteArray relationsStart
    = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
const QByteArray relationType
    = "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// Two lists, so that automatic numbers are reached.
const QByteArray numbering
    = "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
      "<w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl><w:lvl "
      "w:ilvl=\"1\"><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl>"
      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
      "</w:numbering>";

}  // namespace

/// A whole file, or what stands in its document part: a damaged zip file mostly
/// tells nothing of the reader.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (!bytes.startsWith("PK"))
        bytes = ZipMaker()
                    .stored()
                    .add("_rels/.rels",
                        relationsStart + "<Relationship Id=\"a\" " + relationType
                            + "officeDocument\" Target=\"word/d.xml\"/></Relationships>")
                    .add("word/_rels/d.xml.rels",
                        relationsStart + "<Relationship Id=\"a\" " + relationType
                            + "numbering\" Target=\"n.xml\"/></Relationships>")
                    .add("word/n.xml", numbering)
                    .add("word/d.xml", bytes)
                    .bytes();
    (void)mz::readDocx(bytes);
    return 0;
}
