#pragma once

#include "model/manuscript/readers/decimal.h"
#include <optional>
#include <vector>

namespace mz {

/// One of the up to four parts of a number format.
struct NumberSection
{
    enum class Kind { Words, General, Number, Date };
    enum class Part {
        Literal,
        Zero,      ///< 0
        Hash,      ///< #
        Blank,     ///< ?
        Point,     ///< .
        Percent,   ///< %
        Exponent,  ///< E+ or E-; the sign is the text.
        General,
        Text,            ///< @
        Date,            ///< yyyy, m, dd, hh ..: the text.
        Elapsed,         ///< [h], [mm], [s]: the text without brackets.
        HalfDay,         ///< AM/PM, A/P, 上午/下午: the text.
        SecondFraction,  ///< .00 behind seconds: the zeros are the text.
    };
    struct Token
    {
        Part part = Part::Literal;
        QString text;
    };
    struct Condition
    {
        enum class Relation { Less, LessOrEqual, Equal, Unequal, GreaterOrEqual, Greater };
        Relation relation = Relation::Equal;
        double limit = 0;
        bool holds(double value) const;
    };
    enum class Numerals { Arabic, Counting, Formal };

    Kind kind = Kind::Words;
    std::vector<Token> tokens;
    std::optional<Condition> condition;
    Numerals numerals = Numerals::Arabic;
    bool chinese = false;  ///< Names of days are asked for in Chinese.
    bool grouped = false;
    int thousands = 0;  ///< Commas behind the digits: each divides by 1,000.
    int percents = 0;
};

/// The sections of a code; empty where it is General or not to be understood.
std::vector<NumberSection> readNumberFormat(QStringView code);

/// A number by a section of kind Number; without a sign.
QString shownDigits(const NumberSection &section, const Decimal &magnitude);
/// Days by a section of kind Date; empty where there is no such day.
std::optional<QString> shownDate(const NumberSection &section, double days, bool date1904);

}  // namespace mz
