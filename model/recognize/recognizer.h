#pragma once

#include "model/domain/handbook.h"
#include "model/manuscript/manuscript.h"
#include "model/recognize/recognition.h"
#include "model/recognize/words.h"
#include <optional>

namespace mz {

/// Turns a document into a report: its tables by their titles and headings, its
/// text by part and section, everything else verbatim in its place. What was not
/// understood is a note.
/// Errors: the document holds no table of a final-accounts report.
Result<Report> recognize(
    const Manuscript &manuscript, const Handbook &handbook, const RecognitionWords &words);

/// The same, with the account of what was found and what is uncertain, and with
/// what the user decided of it.
Result<Recognition> recognizeWith(const Manuscript &manuscript, const Handbook &handbook,
    const RecognitionWords &words, const RecognitionChoices &choices);

/// A document that is pictures but for a few characters, as a report that says no
/// more than what could not be read; nothing where it is more than that.
std::optional<Report> unreadReport(const Manuscript &manuscript);

/// Makes what the report holds now its baseline: the figures as published.
void markPublished(Report &report);

}  // namespace mz
