#pragma once

#include "model/domain/report.h"
#include "model/manuscript/readers/reading.h"

namespace mz {

/// A report as comma-separated text: a folder with a file a table, T01.csv ..,
/// each with its title, department, year and unit over the table.
Done writeCsvFolder(const Report &report, const QString &folder);

/// The tables that stand in a folder as writeCsvFolder() names them, in their order.
QStringList csvTables(const QString &folder);

/// Those of the folder where the file is one of several of them; else none.
QStringList csvTablesBeside(const QString &file);

/// The files as one document.
/// Errors: one of them cannot be read.
Result<Manuscript> readCsvTables(
    const QStringList &files, qint64 largest, const ReadingProgress &progress);

}  // namespace mz
