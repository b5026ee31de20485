#pragma once

#include "model/manuscript/manuscript.h"

namespace mz {

/// Reads a text of separated fields (csv, tsv) as one grid. The separator is
/// the comma, semicolon or tab that fits its lines best, or the one that a first
/// line "sep=;" names. Quoted fields may hold separators, doubled quotes and
/// line breaks; a quote that never ends is a character. A blank line is a row of
/// one empty cell, so that rows keep their places.
///
/// What spreadsheets put around text so that it stays text ('=1, ="001") is
/// taken off again.
Manuscript readCsv(QStringView text);

}  // namespace mz
