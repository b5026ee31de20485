#include "model/manuscript/readers/numerals.h"

#include <array>
#include <utility>

namespace mz {

namespace {

/// The words of a number: its ten digits, and ten, hundred, thousand.
struct Words
{
    QStringView digits;
    QStringView units;
};

QString counted(qint64 number, Words words)
{
    if (number < 0 || number >= 10'000'000'000'000'000)
        return QString::number(number);
    if (number == 0)
        return QString(words.digits[0]);
    static constexpr std::array<QStringView, 4> groups{u"", u"万", u"亿", u"万亿"};
    const QString digits = QString::number(number);
    QString text;
    bool skipped = false;
    bool groupEmpty = true;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const qsizetype place = digits.size() - 1 - i;
        const int digit = digits[i].digitValue();
        if (digit == 0) {
            skipped = true;
        } else {
            if (skipped && !text.isEmpty())
                text += words.digits[0];
            skipped = false;
            groupEmpty = false;
            text += words.digits[digit];
            if (place % 4 > 0)
                text += words.units[place % 4 - 1];
        }
        if (place % 4 == 0) {
            if (!groupEmpty)
                text += groups[size_t(place / 4)];
            groupEmpty = true;
        }
    }
    return text;
}

}  // namespace

QString chineseCounting(qint64 number)
{
    QString text = counted(number, {u"零一二三四五六七八九", u"十百千"});
    if (number >= 10 && number < 20)
        text.remove(0, 1);
    return text;
}

QString chineseFormal(qint64 number)
{
    return counted(number, {u"零壹贰叁肆伍陆柒捌玖", u"拾佰仟"});
}

QString chineseDigits(QStringView digits)
{
    static constexpr QStringView words = u"〇一二三四五六七八九";
    QString text = digits.toString();
    for (QChar &c : text)
        if (c >= u'0' && c <= u'9')
            c = words[c.unicode() - u'0'];
    return text;
}

QString romanNumeral(qint64 number)
{
    if (number < 1 || number > 3999)
        return QString::number(number);
    static constexpr std::array<std::pair<int, QStringView>, 13> parts{
        {{1000, u"M"}, {900, u"CM"}, {500, u"D"}, {400, u"CD"}, {100, u"C"}, {90, u"XC"},
            {50, u"L"}, {40, u"XL"}, {10, u"X"}, {9, u"IX"}, {5, u"V"}, {4, u"IV"}, {1, u"I"}}};
    QString text;
    for (const auto &[value, letters] : parts)
        for (; number >= value; number -= value)
            text += letters;
    return text;
}

QString letterNumeral(qint64 number)
{
    if (number < 1 || number > 26 * 30)
        return QString::number(number);
    return QString(qsizetype((number - 1) / 26 + 1), QChar(u'A' + int((number - 1) % 26)));
}

}  // namespace mz
