#pragma once

#include "model/manuscript/readers/sax_part.h"
#include "model/manuscript/readers/xlsx_cells.h"

namespace mz {

/// Reads the cells of one worksheet; `cellsLeft` is how many there is room for.
/// Errors: damaged; rows or cells out of order or where no sheet has any;
/// beyond the bounds.
Result<SheetCells> readSheetCells(
    ZipArchive &archive, const QString &part, qint64 cellsLeft, const std::function<bool()> &goOn);

}  // namespace mz
