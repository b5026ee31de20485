#pragma once

#include "model/domain/handbook.h"

namespace mz {

/// The report as the text of a .mzr file: JSON with stable key order, one table
/// row a line, so that a changed cell is one changed line.
QByteArray writeReportJson(const Report &report);

/// Reads such a text. Totals that differ from their formula are left for the
/// caller to pin.
/// Errors: damaged JSON (with its line); a version that is newer than ours; a
/// family or table that no form describes; a value of the wrong kind (with the
/// path to it).
Result<Report> readReportJson(const QByteArray &json, const Handbook &handbook);

/// The version that this program writes.
inline constexpr int mzrVersion = 1;

}  // namespace mz
