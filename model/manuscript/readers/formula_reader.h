#pragma once

#include "model/manuscript/readers/exact_number.h"
#include "model/manuscript/readers/xlsx_cells.h"

namespace mz {

/// The cells that a formula refers to.
class FormulaCells
{
public:
    virtual ~FormulaCells() = default;

    /// Adds the numbers in a range; texts and blank cells count nothing.
    /// False where one of them is not known (yet).
    virtual bool sum(const CellRange &range, ExactNumber &total) = 0;
    /// Adds the number in one cell; a blank cell is zero. False as for `sum`,
    /// and where there is no number.
    virtual bool value(int row, int column, ExactNumber &number) = 0;
};

/// The result of a formula; nothing where it is not of the plain kinds that
/// computeFormulas() names, or where a cell is not known. All its cells are
/// asked for all the same, so that what is missing is found at one go.
std::optional<Decimal> computeFormula(const SheetFormula &formula, FormulaCells &cells);

}  // namespace mz
