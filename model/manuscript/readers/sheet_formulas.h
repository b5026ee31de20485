#pragma once

#include "model/manuscript/readers/xlsx_cells.h"

namespace mz {

/// Computes the formulas of a sheet that have no stored results, where they are
/// of the plain kinds: SUM, ROUND, + - * / % and parentheses over numbers and
/// cells of the same sheet. Sums, differences and products are exact decimals.
///
/// What it cannot compute becomes a blank cell, and so does what depends on it
/// or on itself: nothing is invented. The work is bounded; what is beyond the
/// bound stays blank, too.
///
/// Gives back how many stay blank.
int computeFormulas(SheetCells &sheet);

}  // namespace mz
