#pragma once

#include "model/domain/result.h"
#include "model/manuscript/manuscript.h"
#include <QByteArray>

namespace mz {

/// Text of any common encoding: byte order mark, then strict UTF-8, then strict
/// GB18030.
/// Errors: empty; not text (control characters); in none of these encodings.
Result<QString> decodeText(const QByteArray &bytes);

/// Reads the text of a word-processor document as converters write it: a table
/// cell is a line that begins with a tab, rows are parted by blank lines, a cell
/// may run over several lines. Spans are not known in such a file. Converter
/// noise ("[bookmark: ..]") is left out. Where rows are lines of cells with tabs between
/// them, as they are copied out of a spreadsheet, they are read so.
Manuscript readText(QStringView text);

/// The largest text file that is read: 64 MiB. A report has some hundred kB.
inline constexpr qint64 largestTextFile = 64LL * 1024 * 1024;

/// Lines of text or rows of cells that are read of one file; a report has some thousand.
inline constexpr int mostTextLines = 300'000;

/// What is said of a file that is longer or wider than that, from where it is not read.
ManuscriptNote restLeftOut(const SourcePlace &place);

}  // namespace mz
