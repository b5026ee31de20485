#pragma once

#include "model/domain/result.h"
#include <QMetaType>
#include <QStringView>
#include <compare>
#include <optional>

namespace mz {

/// A sum of money, exact to the fen.
///
/// Unit:   fen (0.01 yuan) in a signed 64-bit count; never floating point.
/// Range:  ±9×10^15 fen, so that a total of 1,000 rows cannot overflow.
/// Source: a table cell, read in the unit printed above that table.
class Money
{
public:
    enum class Unit : qint64 { Yuan = 100, TenThousandYuan = 1'000'000 };

    constexpr Money() = default;
    static constexpr Money fromFen(qint64 fen) { return Money(fen); }
    static constexpr qint64 limit = 9'000'000'000'000'000;

    /// Reads "1234.50" or "-3": digits, one point, a sign in front. Separators
    /// and other printed forms are Amount's business.
    /// Errors: not a number; finer than one fen; outside the range.
    static Result<Money> parse(QStringView text, Unit unit);

    constexpr qint64 fen() const { return m_fen; }
    constexpr bool isZero() const { return m_fen == 0; }
    constexpr bool isInRange() const { return m_fen <= limit && m_fen >= -limit; }

    /// The sum, or nothing where it leaves the range.
    std::optional<Money> plus(Money other) const;
    std::optional<Money> minus(Money other) const { return plus(Money(-other.m_fen)); }

    /// Decimals needed to print the amount exactly in this unit (0 to 6).
    int neededDecimals(Unit unit) const;
    /// Printed in this unit with so many decimals, rounded half up in magnitude
    /// where they do not suffice; with thousands commas if `grouped`.
    QString toString(Unit unit, int decimals, bool grouped = false) const;

    friend constexpr auto operator<=>(Money, Money) = default;

private:
    constexpr explicit Money(qint64 fen) : m_fen(fen) { }
    qint64 m_fen = 0;
};

/// Decimals that one fen takes in this unit: 2 for yuan, 6 for 万元.
constexpr int maxDecimals(Money::Unit unit) { return unit == Money::Unit::Yuan ? 2 : 6; }

}  // namespace mz

Q_DECLARE_METATYPE(mz::Money)
