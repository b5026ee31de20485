#pragma once

#include "model/checks/annex_tests.h"

namespace mz {

/// A match of a pattern in the text of a report.
struct SaidInText
{
    int section = -1;
    QString quote;       ///< Verbatim.
    QStringList values;  ///< What its groups took.
};

constexpr qsizetype longestParagraph = 20'000;  // more is not read for patterns
constexpr Money::Unit textUnit = Money::Unit::TenThousandYuan;

/// A pattern of a rule, with `N` for an amount.
QString withAmounts(QString pattern);
/// Chapters and annexes; not the cover, nor the list of contents.
bool isTextOfReport(const Section &section);
/// Every place where the text has the pattern.
std::vector<SaidInText> placesOf(const Report &report, const QString &pattern, bool annexOnly);
std::optional<Amount> amountInText(QString text);
QString settingText(const TestContext &context, const QString &name);

/// Tests of sums that the text tells.
NamedTest annexSumTest(QStringView name);

}  // namespace mz
