#pragma once

#include <QString>

namespace mz {

/// A number in one of Word's formats ("chineseCounting", "upperRoman", ..); in
/// digits where the format is not known.
QString docxNumber(qint64 number, QStringView format);

}  // namespace mz
