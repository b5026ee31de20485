#pragma once

#include "model/manuscript/manuscript.h"
#include "model/manuscript/readers/xlsx_cells.h"
#include "model/manuscript/readers/xlsx_workbook.h"

namespace mz {

/// A sheet as it is shown, in one grid, cut to what shows anything: hidden rows
/// and columns are left out, cells that are merged span. Nothing where no cell
/// shows a text. A run of more than 50 blank rows is left out.
/// Errors: more columns or cells than ReadingLimits allow.
Result<std::optional<ManuscriptBlock>> sheetGrid(const SheetCells &sheet, const Workbook &workbook,
    const QString &name, qint64 cellsLeft, std::vector<ManuscriptNote> &notes);

}  // namespace mz
