#pragma once

#include "model/manuscript/readers/reading.h"

namespace mz {

/// Reads the text and the tables of a PDF: tables from their rules, or, where
/// there are none, from columns that numbers stand in; the lines of a paragraph
/// joined; page numbers and running heads left out. A table that goes on over
/// pages is one grid. Pages that are pictures only are notes ("a scan").
/// Errors: damaged, protected, no text at all, too large.
Result<Manuscript> readPdf(const QByteArray &bytes, const ReadingProgress &progress = {});

}  // namespace mz
