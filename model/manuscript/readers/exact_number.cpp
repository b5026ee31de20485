#include "model/manuscript/readers/exact_number.h"

namespace mz {

namespace {

constexpr __int128 decimalLimit = 1'000'000'000'000'000'000;    // Decimal has 18 digits
constexpr __int128 divisionRoom = decimalLimit * decimalLimit;  // 10^36 fits into 127 bits

__int128 magnitude(__int128 value) { return value < 0 ? -value : value; }

}  // namespace

bool ExactNumber::setDecimals(int wanted)
{
    if (digits == 0) {
        decimals = wanted;
        return true;
    }
    if (wanted - decimals > 38)
        return false;
    for (; decimals < wanted; ++decimals)
        if (__builtin_mul_overflow(digits, __int128(10), &digits))
            return false;
    return true;
}

void ExactNumber::shorten()
{
    if (digits == 0)
        decimals = 0;
    while (decimals > 0 && digits % 10 == 0) {
        digits /= 10;
        --decimals;
    }
}

std::optional<ExactNumber> ExactNumber::plus(const ExactNumber &other) const
{
    ExactNumber sum = *this;
    if (decimals == other.decimals) {
        if (__builtin_add_overflow(digits, other.digits, &sum.digits))
            return std::nullopt;
        return sum;
    }
    ExactNumber addend = other;
    const int wanted = decimals > other.decimals ? decimals : other.decimals;
    if (!sum.setDecimals(wanted) || !addend.setDecimals(wanted)
        || __builtin_add_overflow(sum.digits, addend.digits, &sum.digits))
        return std::nullopt;
    return sum;
}

std::optional<ExactNumber> ExactNumber::minus(const ExactNumber &other) const
{
    return plus(other.negated());
}

std::optional<ExactNumber> ExactNumber::times(const ExactNumber &other) const
{
    ExactNumber a = *this;
    ExactNumber b = other;
    a.shorten();
    b.shorten();
    if (__builtin_mul_overflow(a.digits, b.digits, &a.digits))
        return std::nullopt;
    a.decimals += b.decimals;
    return a;
}

std::optional<ExactNumber> ExactNumber::over(const ExactNumber &other) const
{
    ExactNumber a = *this;
    ExactNumber b = other;
    a.shorten();
    b.shorten();
    if (b.digits == 0 || magnitude(b.digits) >= decimalLimit || magnitude(a.digits) >= divisionRoom)
        return std::nullopt;
    if (a.digits == 0)
        return ExactNumber();
    while (magnitude(a.digits) < divisionRoom) {
        a.digits *= 10;
        ++a.decimals;
    }
    const __int128 rest = magnitude(a.digits % b.digits);
    const bool up = rest >= magnitude(b.digits) - rest;
    const bool negative = (a.digits < 0) != (b.digits < 0);
    a.digits /= b.digits;
    if (up)
        a.digits += negative ? -1 : 1;
    a.decimals -= b.decimals;
    a.shorten();
    return a;
}

ExactNumber ExactNumber::negated() const
{
    ExactNumber number = *this;
    number.digits = -number.digits;
    return number;
}

ExactNumber ExactNumber::rounded(int places) const
{
    ExactNumber number = *this;
    int last = 0;
    const bool negative = number.digits < 0;
    for (; number.decimals > places && number.digits != 0; --number.decimals) {
        last = int(number.digits % 10);
        number.digits /= 10;
    }
    if (number.decimals > places)
        return {};
    if (last >= 5 || last <= -5)
        number.digits += negative ? -1 : 1;
    number.shorten();
    return number;
}

Decimal ExactNumber::toDecimal() const
{
    ExactNumber number = *this;
    number.shorten();
    int places = number.decimals;
    for (__int128 rest = magnitude(number.digits); rest >= decimalLimit; rest /= 10)
        --places;
    if (places < number.decimals)
        number = number.rounded(places);
    if (magnitude(number.digits) >= decimalLimit) {  // 999..9.5 became one digit longer
        number.digits /= 10;
        --number.decimals;
    }
    return {qint64(number.digits), number.decimals};
}

}  // namespace mz
