#pragma once

#include "model/domain/handbook.h"
#include "model/recognize/recognition.h"
#include "model/recognize/table_recognizer.h"

namespace mz {

/// Adds what is uncertain of the report as a whole: who and when, the unit, the
/// family, tables whose title was not understood.
void addReportDoubts(Recognition &recognition, const std::vector<TableRegion> &regions,
    const Handbook &handbook, const RecognitionWords &words, const RecognitionChoices &choices);

}  // namespace mz
