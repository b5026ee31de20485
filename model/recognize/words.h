#pragma once

#include "model/domain/report.h"

namespace mz {

/// The words by which a document's pieces are known
/// (resources/recognition/words.json).
struct RecognitionWords
{
    struct PartWords
    {
        Section::Kind kind;
        QStringList words;
    };
    std::vector<PartWords> parts;
    QStringList annexTitles;     ///< What the title of an annex ends with.
    QStringList annexNumbers;    ///< "附件" in "附件2".
    QStringList agencyPrefixes;  ///< Before the colon of a table's department line.
    QStringList unitPrefixes;
    QStringList noteBeginnings;
    QStringList columnNumberWords;
    QStringList lineNumberWords;
    QStringList totalRowWords;

    /// Errors: not JSON; a key that is missing.
    static Result<RecognitionWords> parse(const QByteArray &json, const QString &fileName);
};

}  // namespace mz
