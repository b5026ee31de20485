#pragma once

#include "model/manuscript/readers/page_columns.h"

namespace mz {

/// Ems: lines of different rows are not as near.
constexpr double nearestRow = 0.95;

/// Whether the rules between the lines of a table tell what its rows are.
bool isRuled(const LooseTable &table);

/// For each line of a table, its row.
std::vector<int> rowsOf(const LooseTable &table, const std::vector<PageColumn> &columns);

}  // namespace mz
