#pragma once

#include "model/manuscript/readers/reading.h"

namespace mz {

/// Reads the paragraphs and tables of a Word document (docx) as it is printed:
/// tracked changes are taken as accepted, fields give their results, automatic
/// numbers are part of the text, hidden text is left out; so are comments,
/// footnotes, headers and footers. A table inside a table and a text box become
/// blocks of their own behind what holds them. Page numbers are those of the
/// program that saved the file last, where it left any.
/// Errors: no Word document; damaged; a document type; beyond ReadingLimits.
Result<Manuscript> readDocx(const QByteArray &bytes, const ReadingProgress &progress = {});

}  // namespace mz
