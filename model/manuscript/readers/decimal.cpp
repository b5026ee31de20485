#include "model/manuscript/readers/decimal.h"

#include <array>
#include <charconv>
#include <cmath>

namespace mz {

namespace {

constexpr int mostDigits = 15;

/// Reads "1234.5" where it is written plainly and has no more digits than a
/// spreadsheet keeps; a binary number in between would only lose time.
std::optional<Decimal> plain(std::string_view text)
{
    Decimal number;
    const bool negative = !text.empty() && text.front() == '-';
    if (negative)
        text.remove_prefix(1);
    bool point = false;
    int significant = 0;
    for (const char c : text) {
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9')
            return std::nullopt;
        number.digits = number.digits * 10 + (c - '0');
        if (number.digits != 0 && ++significant > mostDigits)
            return std::nullopt;
        number.decimals += int(point);
    }
    if (text.empty() || (point && text.size() == 1))
        return std::nullopt;
    if (negative)
        number.digits = -number.digits;
    return number.shortest();
}

qint64 powerOfTen(int exponent)
{
    qint64 power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

}  // namespace

Decimal Decimal::fromDouble(double value)
{
    if (!std::isfinite(value) || value == 0)
        return {};
    std::array<char, 40> text;
    const auto [end, failure] = std::to_chars(text.data(), text.data() + text.size(), value,
        std::chars_format::scientific, mostDigits - 1);
    if (failure != std::errc())
        return {};
    Decimal number;
    const char *at = text.data();
    for (; at != end && *at != 'e'; ++at)
        if (*at >= '0' && *at <= '9')
            number.digits = number.digits * 10 + (*at - '0');
    int exponent = 0;
    if (at != end) {
        ++at;
        if (at != end && *at == '+')
            ++at;
        std::from_chars(at, end, exponent);
    }
    number.decimals = mostDigits - 1 - exponent;
    if (value < 0)
        number.digits = -number.digits;
    return number.shortest();
}

std::optional<Decimal> Decimal::parse(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '+'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n'))
        text.remove_suffix(1);
    if (text.empty() || text.size() > 400)
        return std::nullopt;
    if (const auto number = plain(text))
        return number;
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return fromDouble(value);
}

double Decimal::toDouble() const
{
    std::array<char, 48> text;
    char *end = std::to_chars(text.data(), text.data() + 24, digits).ptr;
    *end++ = 'e';
    end = std::to_chars(end, text.data() + text.size(), -decimals).ptr;
    double value = 0;
    std::from_chars(text.data(), end, value);
    return value;
}

Decimal Decimal::shortest() const
{
    if (digits == 0)
        return {};
    Decimal number = *this;
    while (number.decimals > 0 && number.digits % 10 == 0) {
        number.digits /= 10;
        --number.decimals;
    }
    return number;
}

Decimal Decimal::rounded(int places) const
{
    const int dropped = decimals - places;
    if (dropped <= 0)
        return *this;
    if (dropped > 18)
        return {0, places};
    const qint64 unit = powerOfTen(dropped);
    const qint64 rest = digits % unit;
    qint64 whole = digits / unit;
    if (rest >= unit - rest)
        ++whole;
    else if (-rest >= unit + rest)
        --whole;
    return {whole, places};
}

QString Decimal::toString(int places) const
{
    // Written from its end; a sheet has a million of them, so no string is made
    // to be changed again.
    std::array<char, 1024> text;
    constexpr int mostPlaces = 480;
    char *const end = text.data() + text.size();
    char *at = end;
    const int shown = qBound(0, qMax(places, decimals), mostPlaces);
    quint64 rest = digits < 0 ? -quint64(digits) : quint64(digits);
    for (int i = qMax(0, decimals); i < shown; ++i)
        *--at = '0';
    if (shown > 0 && decimals <= 0)
        *--at = '.';
    for (int i = qBound(-mostPlaces, decimals, 0); i < 0; ++i)
        *--at = '0';
    for (int i = 0; rest != 0 || i <= qMin(shown, qMax(0, decimals)); ++i) {
        if (i == decimals && i > 0)
            *--at = '.';
        *--at = char('0' + rest % 10);
        rest /= 10;
    }
    if (digits < 0)
        *--at = '-';
    return QString::fromLatin1(at, end - at);
}

}  // namespace mz
