#pragma once

#include "model/manuscript/readers/decimal.h"

namespace mz {

/// A decimal of up to 38 digits, for what is computed from the numbers of a
/// sheet. Each operation gives nothing where its result has no room.
struct ExactNumber
{
    __int128 digits = 0;
    int decimals = 0;

    ExactNumber() = default;
    explicit ExactNumber(const Decimal &number) : digits(number.digits), decimals(number.decimals)
    {
    }

    std::optional<ExactNumber> plus(const ExactNumber &other) const;
    std::optional<ExactNumber> minus(const ExactNumber &other) const;
    std::optional<ExactNumber> times(const ExactNumber &other) const;
    /// To 18 digits at least. Nothing for a division by zero.
    std::optional<ExactNumber> over(const ExactNumber &other) const;
    ExactNumber negated() const;
    /// Half away from zero.
    ExactNumber rounded(int places) const;

    /// To at most 18 digits, which hold the cents of any budget.
    Decimal toDecimal() const;

private:
    bool setDecimals(int wanted);
    void shorten();
};

}  // namespace mz
