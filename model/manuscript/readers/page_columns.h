#pragma once

#include "model/manuscript/readers/loose_tables.h"
#include "model/manuscript/readers/page_grids.h"

namespace mz {

/// How far the texts of one column reach.
struct PageColumn
{
    double left = 0, right = 0;
};

/// The columns of a table without rules, from the left. The parts are those of one
/// table on pages that follow each other.
std::vector<PageColumn> columnsOf(const std::vector<const LooseTable *> &parts);

/// The parts as grids with the same columns.
std::vector<PageGrid> gridsOf(const std::vector<const LooseTable *> &parts);

/// Whether `next`, on the next page, may go on from `table`: its texts stand in the
/// same columns.
bool goesOnFrom(const LooseTable &table, const LooseTable &next);

}  // namespace mz
