#pragma once

#include "model/manuscript/manuscript.h"

namespace mz {

/// Makes the texts of a document what a person sees of them: without soft hyphens and
/// other characters that take no place.
void keepShownText(Manuscript &manuscript);

}  // namespace mz
