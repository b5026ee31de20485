#pragma once

#include "model/manuscript/manuscript.h"

namespace mz {

/// Writes a manuscript as the text that readText() reads: a cell is a line that
/// begins with a tab, rows are parted by blank lines, a spanning cell is written
/// once and the cells below it are blank.
QString writeText(const Manuscript &manuscript);

}  // namespace mz
