#pragma once

#include <QString>
#include <optional>
#include <string_view>

namespace mz {

/// A number as a spreadsheet shows it: a decimal of at most 18 digits, never a
/// binary fraction. A spreadsheet keeps binary numbers, but rounds and shows
/// their first 15 digits; so 1.005 is a thousand and five thousandths here.
struct Decimal
{
    qint64 digits = 0;  ///< With the sign; below 10^18.
    int decimals = 0;   ///< The value is digits × 10^-decimals; below 0 for 5×10^20.

    /// The first 15 digits of a finite number; zero for any other.
    static Decimal fromDouble(double value);
    /// As XML writes a number: "922.20699999999999" (is 922.207), "1E-3", "-.5".
    /// Empty where it is none, or not finite.
    static std::optional<Decimal> parse(std::string_view text);

    double toDouble() const;
    bool isZero() const { return digits == 0; }
    Decimal magnitude() const { return {digits < 0 ? -digits : digits, decimals}; }

    /// The same value without zeros at its end (1.50 -> 1.5, 0.00 -> 0).
    Decimal shortest() const;
    /// Rounded to so many places, half away from zero. A value that has fewer is
    /// left as it is.
    Decimal rounded(int places) const;
    /// "-1234.5", never with an exponent; at least `places` places.
    QString toString(int places = 0) const;

    bool operator==(const Decimal &) const = default;
};

}  // namespace mz
