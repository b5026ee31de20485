#pragma once

#include "model/manuscript/manuscript.h"

namespace mz {

/// A grid as comma-separated text, with a byte order mark so that spreadsheets
/// read it as UTF-8. A spanning cell fills its first place. No cell becomes a
/// formula.
QByteArray writeCsv(const TextGrid &grid);

/// The same of a document: a paragraph is a line of one field.
QByteArray writeCsvDocument(const Manuscript &manuscript);

}  // namespace mz
