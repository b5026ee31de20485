#include "model/manuscript/readers/number_format_section.h"

namespace mz {

namespace {

using Part = NumberSection::Part;

bool isDigitPart(Part part)
{
    return part == Part::Zero || part == Part::Hash || part == Part::Blank;
}

/// How many places a section has, and where.
struct Places
{
    int whole = 0;
    int leastWhole = 0;  ///< From the first 0 on, every place shows a digit.
    int fraction = 0;
    int leastFraction = 0;
    int exponent = 0;
    bool scientific = false;

    explicit Places(const NumberSection &section)
    {
        bool point = false;
        bool zero = false;
        for (const auto &token : section.tokens) {
            point = point || token.part == Part::Point;
            scientific = scientific || token.part == Part::Exponent;
            if (!isDigitPart(token.part))
                continue;
            if (scientific) {
                ++exponent;
            } else if (point) {
                ++fraction;
                if (token.part == Part::Zero)
                    leastFraction = fraction;
            } else {
                ++whole;
                zero = zero || token.part == Part::Zero;
                leastWhole += int(zero);
            }
        }
    }
};

/// A magnitude in digits on either side of the point, without leading zeros.
struct Digits
{
    QString whole;
    QString fraction;

    Digits(const Decimal &value, int places)
    {
        whole = value.rounded(places).toString(places);
        const qsizetype point = whole.indexOf(u'.');
        if (point >= 0) {
            fraction = whole.sliced(point + 1);
            whole.truncate(point);
        }
        if (whole == u"0")
            whole.clear();
    }
};

/// The power of ten that a scientific format shows apart: a multiple of its
/// digits in front of the point ("##0.0E+0" counts in thousands).
int exponentOf(const Decimal &value, int step)
{
    if (value.isZero())
        return 0;
    const int size = int(QString::number(value.digits).size());
    const int power = size - 1 - value.decimals;
    if (step <= 1)
        return power;
    return power >= 0 ? power / step * step : -((-power + step - 1) / step * step);
}

class DigitWriter
{
public:
    DigitWriter(const NumberSection &section, const Places &places, Digits digits, int exponent)
        : m_section(section)
        , m_places(places)
        , m_digits(std::move(digits))
        , m_exponent(exponent)
    {
    }

    QString write()
    {
        for (const auto &token : m_section.tokens)
            writeToken(token);
        return std::move(m_text);
    }

private:
    void writeToken(const NumberSection::Token &token)
    {
        switch (token.part) {
        case Part::Zero:
        case Part::Hash:
        case Part::Blank:
            if (m_inExponent)
                writeExponentDigit(token.part);
            else if (m_inFraction)
                writeFractionDigit(token.part);
            else
                writeWholeDigit(token.part);
            break;
        case Part::Point:
            // A format without places in front of the point still shows the whole.
            if (m_places.whole == 0)
                m_text += m_digits.whole;
            if (!m_inFraction)
                m_text += u'.';
            m_inFraction = true;
            break;
        case Part::Percent:
            m_text += u'%';
            break;
        case Part::Exponent:
            m_inExponent = true;
            m_text += u'E';
            if (m_exponent < 0)
                m_text += u'-';
            else if (token.text == u"+")
                m_text += u'+';
            break;
        case Part::Literal:
        case Part::Date:
        case Part::Elapsed:
        case Part::HalfDay:
        case Part::SecondFraction:
            m_text += token.text;
            break;
        case Part::General:
        case Part::Text:
            break;
        }
    }

    void writeWholeDigit(Part part)
    {
        const int place = m_places.whole - 1 - m_wholeWritten;
        if (m_wholeWritten == 0)
            for (qsizetype p = m_digits.whole.size() - 1; p > place; --p)
                digitAt(p);
        ++m_wholeWritten;
        if (place < m_digits.whole.size() || place < m_places.leastWhole)
            digitAt(place);
        else if (part == Part::Blank)
            m_text += u' ';
    }

    void digitAt(qsizetype place)
    {
        const qsizetype size = m_digits.whole.size();
        m_text += place < size ? m_digits.whole[size - 1 - place] : QChar(u'0');
        if (m_section.grouped && place > 0 && place % 3 == 0)
            m_text += u',';
    }

    void writeFractionDigit(Part part)
    {
        const int place = m_fractionWritten++;
        const QStringView rest = QStringView(m_digits.fraction).sliced(place);
        const bool zerosOnly = rest.count(u'0') == rest.size();
        if (!zerosOnly || place < m_places.leastFraction)
            m_text += rest[0];
        else if (part == Part::Blank)
            m_text += u' ';
    }

    void writeExponentDigit(Part part)
    {
        const QString digits = QString::number(std::abs(m_exponent));
        const int place = m_places.exponent - 1 - m_exponentWritten;
        if (m_exponentWritten == 0)
            m_text += QStringView(digits).first(qMax(0, digits.size() - m_places.exponent));
        ++m_exponentWritten;
        if (place < digits.size())
            m_text += digits[digits.size() - 1 - place];
        else if (part == Part::Zero)
            m_text += u'0';
    }

    const NumberSection &m_section;
    const Places &m_places;
    Digits m_digits;
    int m_exponent;
    QString m_text;
    int m_wholeWritten = 0;
    int m_fractionWritten = 0;
    int m_exponentWritten = 0;
    bool m_inFraction = false;
    bool m_inExponent = false;
};

}  // namespace

QString shownDigits(const NumberSection &section, const Decimal &magnitude)
{
    const Places places(section);
    Decimal value = magnitude;
    value.decimals += 3 * section.thousands - 2 * section.percents;
    int exponent = 0;
    if (places.scientific) {
        const int step = qMax(1, places.whole);
        exponent = exponentOf(value, step);
        value.decimals += exponent;
        // 9.996 in two places is 10.00: the next power.
        const Decimal rounded = value.rounded(places.fraction);
        const int next = exponentOf(rounded, step);
        value.decimals += next;
        exponent += next;
    }
    return DigitWriter(section, places, Digits(value, places.fraction), exponent).write();
}

}  // namespace mz
