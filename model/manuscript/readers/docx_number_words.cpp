#include "model/manuscript/readers/docx_number_words.h"
#include "model/manuscript/readers/numerals.h"

#include <array>
#include <utility>

namespace mz {

namespace {

/// The n-th character of a row of them; in digits where there are not so many.
QString nth(qint64 number, char16_t first, int count)
{
    return number >= 1 && number <= count ? QString(QChar(char16_t(first + number - 1)))
                                          : QString::number(number);
}

QString ofRow(qint64 number, QStringView row)
{
    return number >= 1 && number <= row.size() ? QString(row[number - 1]) : QString::number(number);
}

QString fullWidth(qint64 number)
{
    QString text = QString::number(number);
    for (QChar &c : text)
        if (c >= u'0' && c <= u'9')
            c = QChar(char16_t(c.unicode() - u'0' + 0xff10));
    return text;
}

}  // namespace

QString docxNumber(qint64 number, QStringView format)
{
    using Words = QString (*)(qint64);
    static constexpr std::array<std::pair<QStringView, Words>, 24> formats{{
        {u"none", [](qint64) { return QString(); }},
        {u"bullet", [](qint64) { return QString(); }},
        {u"chineseCounting", chineseCounting},
        {u"chineseCountingThousand", chineseCounting},
        {u"japaneseCounting", chineseCounting},
        {u"taiwaneseCounting", chineseCounting},
        {u"taiwaneseCountingThousand", chineseCounting},
        {u"ideographDigital", [](qint64 n) { return chineseDigits(QString::number(n)); }},
        {u"taiwaneseDigital", [](qint64 n) { return chineseDigits(QString::number(n)); }},
        {u"japaneseDigitalTenThousand", [](qint64 n) { return chineseDigits(QString::number(n)); }},
        {u"chineseLegalSimplified", chineseFormal},
        {u"japaneseLegal", chineseFormal},
        {u"ideographTraditional", [](qint64 n) { return ofRow(n, u"甲乙丙丁戊己庚辛壬癸"); }},
        {u"ideographZodiac", [](qint64 n) { return ofRow(n, u"子丑寅卯辰巳午未申酉戌亥"); }},
        {u"upperRoman", romanNumeral},
        {u"lowerRoman", [](qint64 n) { return romanNumeral(n).toLower(); }},
        {u"upperLetter", letterNumeral},
        {u"lowerLetter", [](qint64 n) { return letterNumeral(n).toLower(); }},
        {u"decimalZero", [](qint64 n) { return QString::number(n).rightJustified(2, u'0'); }},
        {u"decimalFullWidth", fullWidth},
        {u"decimalEnclosedCircle", [](qint64 n) { return nth(n, u'①', 20); }},
        {u"decimalEnclosedCircleChinese", [](qint64 n) { return nth(n, u'①', 20); }},
        {u"decimalEnclosedParen", [](qint64 n) { return nth(n, u'⑴', 20); }},
        {u"decimalEnclosedFullstop", [](qint64 n) { return nth(n, u'⒈', 20); }},
    }};
    for (const auto &[name, words] : formats)
        if (name == format)
            return words(number);
    return QString::number(number);
}

}  // namespace mz
