#pragma once

#include "model/manuscript/readers/number_format.h"
#include "model/manuscript/readers/office_package.h"
#include "model/manuscript/readers/sax_part.h"

namespace mz {

/// What the sheets of a workbook share.
struct Workbook
{
    struct SheetEntry
    {
        QString name;
        QString part;
        bool hidden = false;
    };

    std::vector<SheetEntry> sheets;  ///< In the order of their tabs; charts are none.
    std::vector<QString> texts;
    std::vector<NumberFormat> formats;
    std::vector<quint16> styles;  ///< Which format each has; beyond the end: General.
    bool date1904 = false;

    const NumberFormat &format(quint16 style) const;
};

/// Errors: no workbook; damaged; beyond ReadingLimits.
Result<Workbook> readWorkbook(ZipArchive &archive, const std::function<bool()> &goOn);

/// A text as a spreadsheet means it: "_x000D_" is a character, and lines end
/// with '\n'.
QString sheetText(std::string_view bytes);

}  // namespace mz
