#pragma once

#include "model/manuscript/readers/page_grids.h"
#include "model/manuscript/readers/page_lines.h"

namespace mz {

/// Tables without rules: at least three lines after each other whose numbers
/// stand in the same columns. Takes their lines out of `lines`.
std::vector<PageGrid> unruledGrids(std::vector<TextLine> &lines);

}  // namespace mz
