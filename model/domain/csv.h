#pragma once

#include <QStringList>
#include <vector>

namespace mz {

/// The lines of a comma-separated text, each as its fields. Quoted fields may
/// hold commas, doubled quotes and line breaks (RFC 4180); a byte order mark and
/// the kind of line break do not matter.
std::vector<QStringList> parseCsv(QStringView text);

/// Text as a spreadsheet may have it: what it would run as a formula (=, +, @,
/// or - that begins no number) gets an apostrophe in front.
QString spreadsheetText(const QString &text);

/// One line, quoted where needed, without a line break, as spreadsheetText().
QString csvLine(const QStringList &fields);

}  // namespace mz
