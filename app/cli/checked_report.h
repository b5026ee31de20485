#pragma once

#include "model/checks/checker.h"
#include "model/document/report_file.h"

#include <QJsonObject>

namespace mz {

/// One file of the command check.
struct CheckedReport
{
    QString file;
    std::optional<Error> error;  ///< Why it could not be read.
    Report report;
    CheckResult result;
};

/// As DESIGN has it.
QJsonObject toJson(const CheckedReport &checked);
/// File, verdict and counts, or why it was not read.
QString summaryLine(const CheckedReport &checked);
/// Every finding, and what became of the rules.
QString details(const CheckedReport &checked);

}  // namespace mz
