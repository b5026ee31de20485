#pragma once

#include "model/domain/result.h"
#include "model/manuscript/readers/byte_view.h"
#include "model/manuscript/readers/xlsx_workbook.h"

namespace mz {

/// What stands at the beginning of the stream: the sheets' names and places,
/// the texts and formats that they share.
struct XlsWorkbook
{
    struct Entry
    {
        QString name;
        qint64 place = 0;  ///< In the stream.
        bool hidden = false;
    };

    std::vector<Entry> sheets;  ///< Without charts and macros.
    Workbook shared;
};

/// Errors: protected by a password; of Excel 95 or older; damaged; beyond
/// ReadingLimits.
Result<XlsWorkbook> readXlsWorkbook(ByteView stream);

}  // namespace mz
