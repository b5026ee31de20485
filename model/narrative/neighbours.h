#pragma once

#include <QString>

namespace mz {

/// Whether a label may begin behind these words: behind punctuation, a year, the
/// name of an agency. "信息化项目支出" is not the department's 项目支出.
bool mayBegin(const QString &before, const QString &label);

/// Counts that belong together: journeys abroad, receptions, vehicles.
bool sameFamily(const QString &a, const QString &b);

}  // namespace mz
