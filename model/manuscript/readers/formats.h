#pragma once

#include "model/manuscript/readers/reading.h"
#include <QStringList>

namespace mz {

/// What a file is, by its first bytes; its name decides only between texts.
enum class FileFormat { Pdf, Docx, Xlsx, Doc, Xls, Html, Csv, Text };

/// Reads a published document of any format that the program knows.
/// Errors: those of the reader; a kind of file that is none of them.
Result<Manuscript> readManuscript(
    const QByteArray &bytes, const QString &fileName, const ReadingProgress &progress = {});

/// The patterns of the files that may be opened: "*.pdf", "*.docx" ..
QStringList readablePatterns();

}  // namespace mz
