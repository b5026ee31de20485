#pragma once

#include "model/domain/result.h"
#include <QByteArray>

namespace mz {

/// The text of a web page in UTF-8, as libxml2 can take it: without Office's
/// marks that it would show, and without tags whose attributes would keep it busy
/// for hours.
/// Errors: not text; larger than a reader takes; a tag without end.
Result<QByteArray> htmlSource(const QByteArray &bytes);

}  // namespace mz
