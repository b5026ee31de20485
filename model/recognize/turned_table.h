#pragma once

#include "model/domain/table_form.h"
#include "model/recognize/table_recognizer.h"

namespace mz {

/// A table of one line (T09) that is printed with its items, or its budget and final
/// accounts, as rows: the same figures as the form has them, in one row. Rows that the
/// form does not have become notes. Nothing where the table is not printed so, or the
/// form does not part its columns into two groups.
std::optional<TableRegion> turnedRegion(const TableRegion &region, const TableForm &form);

}  // namespace mz
