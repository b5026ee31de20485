#pragma once

#include "model/document/report_file.h"

namespace mz {

/// What the list of a folder keeps of one file; the report itself is let go.
struct BatchRow
{
    enum class State : quint8 { Waiting, Faulty, Incomplete, Passed, Unreadable };

    QString file;  ///< Path.
    State state = State::Waiting;
    QString agency;
    int year = 0;
    QString family;  ///< Its id, or "" where no family fits.
    int errors = 0, warnings = 0, hints = 0;
    int notChecked = 0;  ///< Rules that lacked data of the report itself.
    Amount total;        ///< 收入支出总计; blank where the report prints none.
    Money::Unit unit = Money::Unit::TenThousandYuan;  ///< Of the total.
    /// What failed and why, or why the file could not be read: one sentence.
    QString reason;
};

/// Reads and checks one file.
BatchRow checkedRow(
    const QString &file, const ReadingContext &context, const ReadingProgress &progress = {});

}  // namespace mz
