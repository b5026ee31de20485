#pragma once

#include "model/domain/text_grid.h"

namespace mz {

/// A grid as comma-separated text, with a byte order mark so that spreadsheets
/// read it as UTF-8. A spanning cell fills its first place. No cell becomes a
/// formula.
QByteArray writeCsv(const TextGrid &grid);

}  // namespace mz
