#pragma once

#include "model/manuscript/manuscript.h"
#include <QList>
#include <optional>

namespace mz {

/// Whether a text has rows whose cells stand apart by spaces alone, as a printed table
/// is copied.
bool hasAlignedRows(const QList<QStringView> &lines);

/// Such a text: an ideograph is two columns wide, another character one. What stands in
/// the same columns is a column of cells. Nothing where that cannot be said of every table.
std::optional<Manuscript> readAlignedText(const QList<QStringView> &lines);

}  // namespace mz
