#pragma once

#include "model/checks/rule.h"
#include "model/domain/handbook.h"
#include "model/manuscript/readers/reading.h"
#include "model/recognize/recognition.h"
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
    bool isCertain = true;   ///< Nothing in it needs to be asked before it is shown.
    /// Of another file than our own: to read it again as the user decides.
    std::shared_ptr<const Manuscript> manuscript;
};

/// Recognizes a document as the user decided. The report has its baseline, and its
/// totals that differ from their formulas are pinned.
Result<Recognition> readDocument(
    const Manuscript &manuscript, const ReadingContext &context, const RecognitionChoices &choices);

/// Opens a file of any format that the program reads. A publication gets its
/// baseline; totals that differ from their formulas are pinned.
/// Errors: one sentence with the file and, where there is one, the place in it.
Result<OpenedReport> openReport(
    const QString &path, const ReadingContext &context, const ReadingProgress &progress = {});

}  // namespace mz
