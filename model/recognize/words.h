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
    QStringList codePartWords;    ///< Over the columns of a code in parts: 类, 款, 项.
    QStringList otherGroupWords;  ///< Over columns that are none of a form without them.
    QStringList emptyTableWords;  ///< In the sentence under a table without amounts.
    QStringList continuedWords;   ///< In a line between two pieces of one table: 续表.
    QStringList notTitleWords;    ///< In a sentence that only names a table.
    QStringList usualColumns;     ///< That some authorities add to a form: 会议费.
    /// A title that is no form's own, but has all these words and none of those.
    struct TitleWords
    {
        QString kind;
        QStringList all;  ///< Choices are parted by "|".
        QStringList none;
    };
    std::vector<TitleWords> titles;

    /// Errors: not JSON; a key that is missing.
    static Result<RecognitionWords> parse(const QByteArray &json, const QString &fileName);
};

}  // namespace mz
