#pragma once

#include "model/manuscript/readers/reading.h"

namespace mz {

/// Reads a document of Word 97 to 2003: its main text (no notes, headers or
/// text boxes) as paragraphs, its tables with merged cells. Of fields the
/// results are read; hidden text and tracked deletions are left out.
/// Errors: not such a document; of Word 6 or 95; protected by a password;
/// damaged; larger than a reader takes.
Result<Manuscript> readDoc(const QByteArray &bytes, const ReadingProgress &progress = {});

/// The same from the streams "WordDocument", "0Table" or "1Table", and "Data".
Result<Manuscript> readDocStreams(const QByteArray &document, const QByteArray &table,
    const QByteArray &data, const ReadingProgress &progress = {});

}  // namespace mz
