#pragma once

#include "model/tables/claims_model.h"

namespace mz {

/// How a number was read: rich text whose links name its cells by their place
/// in Claim::cells.
QString explainClaim(const Report &report, const ClaimsModel &model, const Claim &claim);

}  // namespace mz
