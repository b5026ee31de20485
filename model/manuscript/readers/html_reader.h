#pragma once

#include "model/manuscript/readers/reading.h"

namespace mz {

/// Reads a web page as a browser shows it: lines of text and tables with their
/// spans. Nothing is fetched, no script runs; what is hidden, typed into a form
/// or meant for Office only (conditional comments) is left out.
///
/// The encoding is that of the byte order mark, of the page's own declaration
/// (gb2312 is read as GB18030), or what decodeText() finds.
/// Errors: not text; elements nested or repeated beyond any page's measure;
/// a table wider than a reader takes; a page that only frames other files.
Result<Manuscript> readHtml(const QByteArray &bytes, const ReadingProgress &progress = {});

}  // namespace mz
