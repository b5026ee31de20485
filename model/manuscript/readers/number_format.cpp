#include "model/manuscript/readers/number_format.h"
#include "model/manuscript/readers/numerals.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mz {

namespace {

using Section = NumberSection;

/// What General has room for: 11 characters, or 10 digits and a point.
constexpr int generalDigits = 10;
constexpr int generalWholeDigits = 11;
/// Above this a double no longer holds the cents.
constexpr int exactDigits = 15;

int digitCount(const Decimal &value)
{
    return int(QString::number(value.magnitude().digits).size());
}

QString trimmedEnds(const QString &text) { return QStringView(text).trimmed().toString(); }

/// The number inside a section of kind General, with the words around it.
QString generalIn(const Section &section, const Decimal &value)
{
    QString text;
    for (const auto &token : section.tokens) {
        if (token.part != Section::Part::General && token.part != Section::Part::Text) {
            text += token.text;
            continue;
        }
        const bool whole = value.decimals <= 0 && value.decimals > -4;
        if (section.numerals == Section::Numerals::Arabic || !whole) {
            text += shownGeneral(value);
            continue;
        }
        const qint64 number = value.toString().toLongLong();
        text += section.numerals == Section::Numerals::Counting ? chineseCounting(number)
                                                                : chineseFormal(number);
    }
    return text;
}

QString wordsOf(const Section &section)
{
    QString text;
    for (const auto &token : section.tokens)
        text += token.part == Section::Part::Percent ? QStringLiteral("%") : token.text;
    return text;
}

}  // namespace

NumberFormat::NumberFormat(QStringView code) : m_sections(readNumberFormat(code)) { }

const NumberSection &NumberFormat::sectionFor(const Decimal &value, bool *magnitudeOnly) const
{
    const auto &sections = m_sections;
    const size_t numeric = std::min<size_t>(sections.size(), 3);
    const bool conditions = std::any_of(
        sections.begin(), sections.end(), [](const Section &s) { return s.condition.has_value(); });
    *magnitudeOnly = false;
    if (!conditions) {
        const size_t index = value.digits < 0 && numeric > 1 ? 1
            : value.isZero() && numeric > 2                  ? 2
                                                             : 0;
        *magnitudeOnly = index == 1;
        return sections[index];
    }
    const double number = value.toDouble();
    for (size_t i = 0; i < numeric; ++i) {
        const auto &condition = sections[i].condition;
        // A section behind a condition that has none of its own takes the
        // negative numbers, if another one is left for the rest.
        const bool rest = !condition && (i + 1 == numeric || (i == 1 && number < 0));
        if (!rest && !(condition && condition->holds(number)))
            continue;
        using Relation = Section::Condition::Relation;
        *magnitudeOnly = condition ? condition->limit <= 0
                && (condition->relation == Relation::Less
                    || condition->relation == Relation::LessOrEqual)
                                   : i == 1 && i + 1 < numeric;
        return sections[i];
    }
    return sections[numeric - 1];
}

QString NumberFormat::shown(Decimal value, bool date1904) const
{
    if (isGeneral())
        return shownGeneral(value);
    bool magnitudeOnly = false;
    const Section &section = sectionFor(value, &magnitudeOnly);
    const bool negative = value.digits < 0 && !magnitudeOnly;
    const QString sign = negative ? QStringLiteral("-") : QString();
    switch (section.kind) {
    case Section::Kind::Words:
        return section.tokens.empty() ? QString() : trimmedEnds(sign + wordsOf(section));
    case Section::Kind::General:
        return trimmedEnds(sign + generalIn(section, value.magnitude()));
    case Section::Kind::Number:
        return trimmedEnds(sign + shownDigits(section, value.magnitude()));
    case Section::Kind::Date:
        if (const auto date = shownDate(section, value.toDouble(), date1904))
            return trimmedEnds(*date);
        return shownGeneral(value);
    }
    return {};
}

QString NumberFormat::shownText(const QString &text) const
{
    if (m_sections.size() < 4)
        return text;
    QString shown;
    for (const auto &token : m_sections[3].tokens)
        shown += token.part == Section::Part::Text || token.part == Section::Part::General
            ? text
            : token.text;
    return shown;
}

QString shownGeneral(const Decimal &number)
{
    const Decimal value = number.shortest();
    if (value.isZero())
        return QStringLiteral("0");
    const int power = digitCount(value) - 1 - value.decimals;  // of the first digit
    if (value.decimals <= 2 && power < exactDigits)
        return value.toString();
    // Leading zeros take room, too: 0.000123456789 ends at its ninth place.
    const int places = generalDigits - 1 - std::max(power, 0);
    if (power < generalWholeDigits && (power >= -4 || value.decimals <= places))
        return value.rounded(std::max(0, places)).shortest().toString();
    static const NumberFormat scientific(u"0.#####E+00");
    QString text = scientific.shown(value);
    return text.replace(QStringLiteral(".E"), QStringLiteral("E"));
}

QString shownNumber(double value, QStringView formatCode, bool date1904)
{
    if (!std::isfinite(value))
        return QStringLiteral("#NUM!");
    return NumberFormat(formatCode).shown(Decimal::fromDouble(value), date1904);
}

QStringView builtInFormatCode(int id)
{
    static constexpr std::array<QStringView, 59> codes{u"", u"0", u"0.00", u"#,##0", u"#,##0.00",
        u"\"¥\"#,##0;\"¥\"-#,##0", u"\"¥\"#,##0;[Red]\"¥\"-#,##0", u"\"¥\"#,##0.00;\"¥\"-#,##0.00",
        u"\"¥\"#,##0.00;[Red]\"¥\"-#,##0.00", u"0%", u"0.00%", u"0.00E+00", u"# ?/?", u"# ?\?/?\?",
        u"yyyy/m/d", u"d-mmm-yy", u"d-mmm", u"mmm-yy", u"h:mm AM/PM", u"h:mm:ss AM/PM", u"h:mm",
        u"h:mm:ss", u"yyyy/m/d h:mm", u"", u"", u"", u"", u"yyyy\"年\"m\"月\"", u"m\"月\"d\"日\"",
        u"m\"月\"d\"日\"", u"m-d-yy", u"yyyy\"年\"m\"月\"d\"日\"", u"h\"时\"mm\"分\"",
        u"h\"时\"mm\"分\"ss\"秒\"", u"上午/下午h\"时\"mm\"分\"",
        u"上午/下午h\"时\"mm\"分\"ss\"秒\"", u"yyyy\"年\"m\"月\"", u"#,##0_);(#,##0)",
        u"#,##0_);[Red](#,##0)", u"#,##0.00_);(#,##0.00)", u"#,##0.00_);[Red](#,##0.00)",
        u"_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ",
        u"_ \"¥\"* #,##0_ ;_ \"¥\"* -#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ ",
        u"_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"?\?_ ;_ @_ ",
        u"_ \"¥\"* #,##0.00_ ;_ \"¥\"* -#,##0.00_ ;_ \"¥\"* \"-\"?\?_ ;_ @_ ", u"mm:ss",
        u"[h]:mm:ss", u"mm:ss.0", u"##0.0E+0", u"@", u"yyyy\"年\"m\"月\"", u"m\"月\"d\"日\"",
        u"yyyy\"年\"m\"月\"", u"m\"月\"d\"日\"", u"m\"月\"d\"日\"", u"上午/下午h\"时\"mm\"分\"",
        u"上午/下午h\"时\"mm\"分\"ss\"秒\"", u"yyyy\"年\"m\"月\"", u"m\"月\"d\"日\""};
    return id >= 0 && size_t(id) < codes.size() ? codes[size_t(id)] : QStringView();
}

}  // namespace mz
