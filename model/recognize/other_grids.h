#pragma once

#include "model/recognize/document_lines.h"

namespace mz {

/// Adds the grids that belong to no table as regions of no kind, so that the user
/// may say what they are. `other[i]` is the region of item i, or -1.
void addOtherGrids(const std::vector<DocumentItem> &items, const std::vector<int> &owner,
    const RecognitionWords &words, std::vector<TableRegion> &regions, std::vector<int> &other);

}  // namespace mz
