#pragma once

#include "model/checks/rule.h"
#include "model/domain/handbook.h"
#include "model/manuscript/readers/reading.h"
#include "model/recognize/words.h"

namespace mz {

/// What is needed to read a report: loaded once at start.
struct ReadingContext
{
    Handbook handbook;
    RecognitionWords words;
    RuleSet rules;
    /// What is wrong with the user's own rule file; empty where there is none or
    /// it is fine.
    QString ownRulesFault;

    /// From the built-in resources, and the user's own forms where there are any.
    static Result<ReadingContext> load();
};

struct OpenedReport
{
    Report report;
    bool isOwnFile = false;  ///< A .mzr: saving goes back to the same file.
};

/// What to make of a file whose tables may all be pictures: an error, or a report
/// without tables that says so, whose checks lack data.
enum class Scans : quint8 { Refuse, Accept };

/// Opens a file of any format that the program reads. A publication gets its
/// baseline; totals that differ from their formulas are pinned.
/// Errors: one sentence with the file and, where there is one, the place in it.
Result<OpenedReport> openReport(const QString &path, const ReadingContext &context,
    const ReadingProgress &progress = {}, Scans scans = Scans::Refuse);

}  // namespace mz
