#pragma once

#include "model/manuscript/readers/reading.h"

namespace mz {

/// Reads the sheets of a workbook (xlsx, xlsm) as they are shown, each as one
/// grid, in the order of their tabs. Stored results of formulas are taken as
/// they are; a formula without one is computed where it is plain (see
/// computeFormulas), and else blank, which a note tells. Hidden sheets, rows and
/// columns are left out, which notes tell, too.
/// Errors: no workbook; damaged; a document type; beyond ReadingLimits.
Result<Manuscript> readXlsx(const QByteArray &bytes, const ReadingProgress &progress = {});

}  // namespace mz
