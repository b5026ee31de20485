#pragma once

#include "model/domain/result.h"
#include <QByteArray>

namespace mz {

/// Writes the bytes to a temporary file beside the target, flushes it to the
/// disk and renames it, so that the target is either the old or the new file.
/// Errors: the folder cannot be written; the disk is full.
Done writeWhole(const QString &path, const QByteArray &bytes);

/// Reads a file of at most `largest` bytes.
/// Errors: it cannot be opened; it is larger (said without reading it).
Result<QByteArray> readBounded(const QString &path, qint64 largest);

}  // namespace mz
