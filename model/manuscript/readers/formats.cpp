#include "model/manuscript/readers/formats.h"

#include "model/manuscript/readers/pdf_reader.h"
#include "model/manuscript/readers/text_reader.h"
#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Formats)
};

}  // namespace

Result<Manuscript> readManuscript(
    const QByteArray &bytes, const QString &fileName, const ReadingProgress &progress)
{
    Q_UNUSED(fileName)
    // Some programs put a line or two before the mark of a PDF.
    if (bytes.left(1024).contains("%PDF-"))
        return readPdf(bytes, progress);
    if (bytes.size() > largestTextFile)
        return Error{Say::tr("The text is larger than %1 MB; no report is that large.")
                         .arg(largestTextFile / (1024 * 1024)),
            {}};
    const Result<QString> text = decodeText(bytes);
    if (!text)
        return text.error();
    return readText(*text);
}

QStringList readablePatterns() { return {QStringLiteral("*.pdf"), QStringLiteral("*.txt")}; }

}  // namespace mz
