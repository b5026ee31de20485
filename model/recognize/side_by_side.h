#pragma once

#include "model/domain/handbook.h"
#include "model/manuscript/manuscript.h"
#include "model/recognize/words.h"

namespace mz {

/// A sheet on which tables stand beside each other, as one block a table: parted at
/// columns that are blank from top to bottom, where a title stands behind them. Any
/// other block is given back as it is.
std::vector<ManuscriptBlock> partedTables(
    const ManuscriptBlock &block, const Handbook &handbook, const RecognitionWords &words);

}  // namespace mz
