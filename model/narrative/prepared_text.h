#pragma once

#include <QString>
#include <vector>

namespace mz {

/// A paragraph as it is read: without white space and quotation marks, brackets
/// and punctuation in one form. `offsets` leads back to what is printed.
struct PreparedText
{
    QString text;
    std::vector<int> offsets;  ///< Of each character; one more for the end.
    std::vector<int> skipTo;   ///< At the start of what is no statement (a date, a title): its end.
};

/// `year` is the report's: its number says nothing and is skipped.
PreparedText prepare(const QString &paragraph, int year);

}  // namespace mz
