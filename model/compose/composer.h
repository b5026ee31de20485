#pragma once

#include "model/domain/report.h"
#include "model/manuscript/manuscript.h"

namespace mz {

/// A table as a grid: headings, column numbers, rows.
TextGrid composeGrid(const Sheet &sheet);

/// A table with the lines over it and the notes under it.
Manuscript composeTable(const Report &report, int sheet);

/// The whole report as a document: every section and every table in its place.
Manuscript compose(const Report &report);

}  // namespace mz
