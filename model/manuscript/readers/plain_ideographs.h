#pragma once

#include <QString>

namespace mz {

/// Some fonts' tables give radicals and compatibility forms (⼊ U+2F0A, ⻔ U+2ED4)
/// where the page shows the ideograph (入, 门). This is the ideograph; any other
/// character is itself.
/// Source: Unicode, EquivalentUnifiedIdeograph and NFKC.
char32_t plainIdeograph(char32_t character);

}  // namespace mz
