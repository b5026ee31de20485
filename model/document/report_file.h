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
    /// Where something needs to be asked before the report is shown: the document,
    /// to read it again as the user decides; else null.
    std::shared_ptr<const Manuscript> uncertain;
    std::vector<FoundTable> tables;      ///< Of the uncertain document,
    std::vector<UncertainPoint> points;  ///< and what is uncertain in it.
};

/// Recognizes a document as the user decided. The report has its baseline, and its
/// totals that differ from their formulas are pinned.
Result<Recognition> readDocument(
    const Manuscript &manuscript, const ReadingContext &context, const RecognitionChoices &choices);

/// What to make of a file whose tables may all be pictures: an error, or a report
/// without tables that says so, whose checks lack data.
enum class Scans : quint8 { Refuse, Accept };

/// Opens a file of any format that the program reads. A publication gets its
/// baseline; totals that differ from their formulas are pinned.
/// Errors: one sentence with the file and, where there is one, the place in it.
Result<OpenedReport> openReport(const QString &path, const ReadingContext &context,
    const ReadingProgress &progress = {}, Scans scans = Scans::Refuse);

}  // namespace mz
