#pragma once

#include "model/checks/annex_tests.h"

namespace mz {

constexpr Money::Unit textUnit = Money::Unit::TenThousandYuan;

std::optional<Amount> amountInText(QString text);
QString settingText(const TestContext &context, const QString &name);

/// Tests of sums that the text tells.
NamedTest annexSumTest(QStringView name);

}  // namespace mz
