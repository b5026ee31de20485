#pragma once

#include "model/domain/money.h"

namespace mz {

/// What one amount cell of a table holds, as it is printed.
///
/// Blank, "0" and "0.00" are different printed states and all survive a round
/// trip; so does the number of decimals (922.207) and the thousands comma.
/// NotPrinted is a fourth state: the form shows no amount in that place.
/// Unreadable is text that stands where an amount belongs; the text itself is
/// kept by the sheet.
class Amount
{
public:
    enum class State : quint8 { NotPrinted, Blank, Number, Unreadable };

    constexpr Amount() = default;  ///< Blank.
    static constexpr Amount notPrinted() { return Amount(State::NotPrinted); }
    static constexpr Amount unreadable() { return Amount(State::Unreadable); }
    static constexpr Amount number(Money money, int decimals, bool grouped = false)
    {
        Amount amount(State::Number);
        amount.m_money = money;
        amount.m_decimals = quint8(decimals);
        amount.m_grouped = grouped;
        return amount;
    }

    /// Reads a printed cell: full-width digits, thousands commas, spaces of any
    /// kind, (1.2) for -1.2; nothing, "-" and "—" are Blank. Decimals are kept.
    /// Errors: as Money::parse.
    static Result<Amount> parsePrinted(QStringView text, Money::Unit unit);

    /// Reads what a person types: as parsePrinted, and a unit may follow
    /// ("1.2万元", "12000元", "3亿元"). At least `decimals` decimals result.
    static Result<Amount> parseTyped(QStringView text, Money::Unit unit, int decimals);

    constexpr State state() const { return m_state; }
    constexpr bool isNumber() const { return m_state == State::Number; }
    constexpr bool isBlank() const { return m_state == State::Blank; }
    /// The amount; zero unless isNumber().
    constexpr Money money() const { return m_money; }
    constexpr int decimals() const { return m_decimals; }
    constexpr bool isGrouped() const { return m_grouped; }
    /// Half a unit of the last printed decimal, in fen times two: the interval
    /// that a printed figure stands for is money ± this / 2 (CHECKS 0.5).
    qint64 lastDigitFen(Money::Unit unit) const;

    /// "" for Blank, NotPrinted and Unreadable.
    QString toString(Money::Unit unit) const;

    bool operator==(const Amount &) const = default;

private:
    constexpr explicit Amount(State state) : m_state(state) { }
    Money m_money;
    State m_state = State::Blank;
    quint8 m_decimals = 0;
    bool m_grouped = false;
};

}  // namespace mz
