#pragma once

#include "model/manuscript/readers/number_format_section.h"

namespace mz {

/// A spreadsheet's number format (`#,##0.00;-#,##0.00;"-"`), read once and used
/// for many cells: what was shown is what was published.
///
/// Colours, padding (`_x`) and fill (`*x`) have no meaning in a text and are
/// left out, and so are spaces at either end. Fractions (`# ?/?`) are shown as
/// General. A code that cannot be understood is General.
class NumberFormat
{
public:
    NumberFormat() = default;  ///< General.
    explicit NumberFormat(QStringView code);

    bool isGeneral() const { return m_sections.empty(); }
    /// A date or time is counted in days since the end of 1899, or of 1903.
    QString shown(Decimal value, bool date1904 = false) const;
    /// What a cell shows that holds a text.
    QString shownText(const QString &text) const;

private:
    const NumberSection &sectionFor(const Decimal &value, bool *magnitudeOnly) const;

    std::vector<NumberSection> m_sections;
};

/// As General shows it: 11 characters at most, as in a spreadsheet, but an
/// amount in yuan and cents is never cut, however large it is.
QString shownGeneral(const Decimal &value);

/// One number by one code. Not finite: "#NUM!".
QString shownNumber(double value, QStringView formatCode, bool date1904 = false);

/// The code of a built-in format as a Chinese spreadsheet has it (31 is
/// `yyyy"年"m"月"d"日"`); empty (General) for 0 and for ids that have none.
QStringView builtInFormatCode(int id);

}  // namespace mz
