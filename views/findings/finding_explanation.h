#pragma once

#include "model/checks/finding.h"

namespace mz {

/// What a finding means: rich text whose links name its cells by their number.
struct FindingExplanation
{
    QString text;
    std::vector<CellRef> targets;
};

/// `rule` is null where the finding is of none (roundings of a table).
FindingExplanation explainFinding(const Report &report, const Rule *rule, const Finding &finding);

}  // namespace mz
