#include "model/manuscript/readers/formats.h"

#include "model/manuscript/readers/csv_reader.h"
#include "model/manuscript/readers/doc_reader.h"
#include "model/manuscript/readers/docx_reader.h"
#include "model/manuscript/readers/html_reader.h"
#include "model/manuscript/readers/ole_file.h"
#include "model/manuscript/readers/pdf_reader.h"
#include "model/manuscript/readers/shown_text.h"
#include "model/manuscript/readers/text_reader.h"
#include "model/manuscript/readers/xls_reader.h"
#include "model/manuscript/readers/xlsx_reader.h"
#include "model/manuscript/readers/zip_archive.h"
#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Formats)
};

/// A web page, by its first bytes or, where they say nothing, by its name.
bool isWebPage(const QByteArray &bytes, const QString &name)
{
    const QByteArray head = bytes.left(1024).trimmed().toLower();
    return head.startsWith("<!doctype html") || head.contains("<html") || head.startsWith("<table")
        || name.endsWith(u".html") || name.endsWith(u".htm") || name.endsWith(u".mht");
}

Result<Manuscript> readZip(const QByteArray &bytes, const ReadingProgress &progress)
{
    const Result<ZipArchive> archive = ZipArchive::open(bytes);
    if (!archive)
        return archive.error();
    const auto holds = [&archive](QStringView folder) {
        const QStringList &names = archive->names();
        return std::any_of(names.begin(), names.end(),
            [folder](const QString &name) { return name.startsWith(folder); });
    };
    if (holds(u"word/"))
        return readDocx(bytes, progress);
    if (holds(u"xl/"))
        return readXlsx(bytes, progress);
    return Error{Say::tr("The file is a zip file, but no document of Word or Excel."), {}};
}

Result<Manuscript> readOle(const QByteArray &bytes, const ReadingProgress &progress)
{
    const Result<OleFile> file = OleFile::open(bytes);
    if (!file)
        return file.error();
    const bool workbook
        = file->contains(QStringLiteral("Workbook")) || file->contains(QStringLiteral("Book"));
    return workbook ? readXls(bytes, progress) : readDoc(bytes, progress);
}

/// As the file has its texts.
Result<Manuscript> readRaw(
    const QByteArray &bytes, const QString &fileName, const ReadingProgress &progress)
{
    const QString name = fileName.toLower();
    // Some programs put a line or two before the mark of a PDF.
    if (bytes.left(1024).contains("%PDF-"))
        return readPdf(bytes, progress);
    if (bytes.startsWith("PK\x03\x04"))
        return readZip(bytes, progress);
    if (OleFile::begins(bytes))
        return readOle(bytes, progress);
    if (bytes.size() > largestTextFile)
        return Error{Say::tr("The text is larger than %1 MB; no report is that large.")
                         .arg(largestTextFile / (1024 * 1024)),
            {}};
    if (isWebPage(bytes, name))
        return readHtml(bytes, progress);
    const Result<QString> text = decodeText(bytes);
    const QString format = name.section(u'.', -1);
    static const QStringList binary{QStringLiteral("pdf"), QStringLiteral("docx"),
        QStringLiteral("doc"), QStringLiteral("xlsx"), QStringLiteral("xls")};
    if (!text && !bytes.trimmed().isEmpty() && binary.contains(format))
        return Error{
            Say::tr("The file is damaged: it is named .%1, but it is none.").arg(format), {}};
    if (!text)
        return text.error();
    if (name.endsWith(u".csv") || name.endsWith(u".tsv"))
        return readCsv(*text);
    return readText(*text);
}

}  // namespace

Result<Manuscript> readManuscript(
    const QByteArray &bytes, const QString &fileName, const ReadingProgress &progress)
{
    Result<Manuscript> manuscript = readRaw(bytes, fileName, progress);
    if (manuscript)
        keepShownText(*manuscript);
    return manuscript;
}

QStringList readablePatterns()
{
    return {QStringLiteral("*.pdf"), QStringLiteral("*.docx"), QStringLiteral("*.doc"),
        QStringLiteral("*.xlsx"), QStringLiteral("*.xls"), QStringLiteral("*.html"),
        QStringLiteral("*.htm"), QStringLiteral("*.csv"), QStringLiteral("*.txt")};
}

}  // namespace mz
