#pragma once

#include "model/manuscript/readers/reading.h"

namespace mz {

/// Reads a workbook of Excel 97 to 2003: one grid a sheet, cut to what shows
/// anything, every cell as it was shown. Hidden sheets, rows and columns are left
/// out with a note; charts and macros without one.
/// Errors: not such a workbook; of Excel 95 or older; protected by a password;
/// damaged; larger than a reader takes.
Result<Manuscript> readXls(const QByteArray &bytes, const ReadingProgress &progress = {});

/// The same from the stream "Workbook".
Result<Manuscript> readXlsStream(const QByteArray &workbook, const ReadingProgress &progress = {});

}  // namespace mz
