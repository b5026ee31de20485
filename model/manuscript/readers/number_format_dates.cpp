#include "model/manuscript/readers/number_format_section.h"
#include "model/manuscript/readers/numerals.h"

#include <QDate>
#include <array>
#include <cmath>

namespace mz {

namespace {

using Part = NumberSection::Part;

constexpr qint64 secondsADay = 24 * 60 * 60;
/// A spreadsheet's calendar ends with the year 9999.
constexpr double lastDay = 2'958'466;
/// Excel counts a 29 February 1900 that never was, as Lotus 1-2-3 did.
constexpr qint64 dayThatNeverWas = 60;

struct Moment
{
    int year = 1900;
    int month = 1;
    int day = 0;
    int weekday = 0;          ///< 0 is Sunday.
    qint64 seconds = 0;       ///< Of the day.
    qint64 wholeSeconds = 0;  ///< Since day 0.
    int fraction = 0;         ///< Of the second, in as many places as are shown.
};

Moment momentOf(double days, bool date1904, int places)
{
    qint64 unit = 1;
    for (int i = 0; i < places; ++i)
        unit *= 10;
    const qint64 ticks = qint64(std::floor(days * double(secondsADay * unit) + 0.5));
    Moment moment;
    moment.fraction = int(ticks % unit);
    moment.wholeSeconds = ticks / unit;
    moment.seconds = moment.wholeSeconds % secondsADay;
    qint64 day = moment.wholeSeconds / secondsADay;
    moment.weekday = int((day + (date1904 ? 5 : 6)) % 7);
    if (!date1904 && day == 0)
        return moment;
    if (!date1904 && day == dayThatNeverWas) {
        moment.month = 2;
        moment.day = 29;
        return moment;
    }
    if (!date1904 && day > dayThatNeverWas)
        --day;
    const QDate date = (date1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 31)).addDays(day);
    moment.year = date.year();
    moment.month = date.month();
    moment.day = date.day();
    return moment;
}

class DateWriter
{
public:
    DateWriter(const NumberSection &section, const Moment &moment)
        : m_section(section)
        , m_moment(moment)
    {
        for (const auto &token : section.tokens)
            m_twelve = m_twelve || token.part == Part::HalfDay;
    }

    QString write()
    {
        const auto &tokens = m_section.tokens;
        QString text;
        bool behindHours = false;
        for (size_t i = 0; i < tokens.size(); ++i) {
            const auto &token = tokens[i];
            switch (token.part) {
            case Part::Date:
                if (token.text[0] == u'm' && token.text.size() <= 2
                    && (behindHours || secondsFollow(i)))
                    text += number(m_moment.seconds / 60 % 60, token.text.size());
                else
                    text += part(token.text);
                behindHours = token.text[0] == u'h';
                break;
            case Part::Elapsed:
                text += elapsed(token.text);
                behindHours = token.text[0] == u'h';
                break;
            case Part::HalfDay:
                text += token.text.split(u'/').at(m_moment.seconds < secondsADay / 2 ? 0 : 1);
                break;
            case Part::SecondFraction:
                text += u'.'
                    + QString::number(m_moment.fraction).rightJustified(token.text.size(), u'0');
                break;
            case Part::Zero:
                text += u'0';
                break;
            case Part::Point:
                text += u'.';
                break;
            case Part::Percent:
                text += u'%';
                break;
            case Part::Literal:
                text += token.text;
                break;
            case Part::Hash:
            case Part::Blank:
            case Part::Exponent:
            case Part::General:
            case Part::Text:
                break;
            }
        }
        return text;
    }

private:
    bool secondsFollow(size_t at) const
    {
        const auto &tokens = m_section.tokens;
        for (size_t i = at + 1; i < tokens.size(); ++i) {
            if (tokens[i].part == Part::Date || tokens[i].part == Part::Elapsed)
                return tokens[i].text[0] == u's';
        }
        return false;
    }

    QString number(qint64 value, qsizetype width) const
    {
        if (m_section.numerals == NumberSection::Numerals::Counting)
            return chineseCounting(value);
        if (m_section.numerals == NumberSection::Numerals::Formal)
            return chineseFormal(value);
        return QString::number(value).rightJustified(width, u'0');
    }

    QString year(qsizetype width) const
    {
        const QString digits = width <= 2
            ? QString::number(m_moment.year % 100).rightJustified(2, u'0')
            : QString::number(m_moment.year).rightJustified(4, u'0');
        return m_section.numerals == NumberSection::Numerals::Arabic ? digits
                                                                     : chineseDigits(digits);
    }

    QString part(const QString &letters) const
    {
        const qsizetype width = letters.size();
        switch (letters[0].unicode()) {
        case u'y':
            return year(width);
        case u'e':
            return year(4);
        case u'm':
            return width <= 2 ? number(m_moment.month, width) : monthName(width);
        case u'd':
            return width <= 2 ? number(m_moment.day, width) : dayName(width == 3);
        case u'h': {
            const qint64 hour = m_moment.seconds / 3600;
            return number(m_twelve ? (hour + 11) % 12 + 1 : hour, qMin<qsizetype>(width, 2));
        }
        case u's':
            return number(m_moment.seconds % 60, qMin<qsizetype>(width, 2));
        case u'a':
            return width <= 3 ? chineseDay() : QStringLiteral("星期") + chineseDay();
        default:  // eras, which a report does not use
            return {};
        }
    }

    QString elapsed(const QString &letters) const
    {
        const qint64 unit = letters[0] == u'h' ? 3600 : letters[0] == u'm' ? 60 : 1;
        return number(m_moment.wholeSeconds / unit, letters.size());
    }

    QString monthName(qsizetype width) const
    {
        static constexpr std::array<QStringView, 12> names{u"January", u"February", u"March",
            u"April", u"May", u"June", u"July", u"August", u"September", u"October", u"November",
            u"December"};
        const QStringView name = names[size_t(m_moment.month - 1)];
        if (m_section.chinese)
            return chineseCounting(m_moment.month) + u'月';
        return name.first(width == 3 ? 3 : width == 5 ? 1 : name.size()).toString();
    }

    QString dayName(bool brief) const
    {
        static constexpr std::array<QStringView, 7> names{
            u"Sunday", u"Monday", u"Tuesday", u"Wednesday", u"Thursday", u"Friday", u"Saturday"};
        if (m_section.chinese)
            return (brief ? QStringLiteral("周") : QStringLiteral("星期")) + chineseDay();
        const QStringView name = names[size_t(m_moment.weekday)];
        return name.first(brief ? 3 : name.size()).toString();
    }

    QString chineseDay() const
    {
        return QStringView(u"日一二三四五六").sliced(m_moment.weekday, 1).toString();
    }

    const NumberSection &m_section;
    const Moment &m_moment;
    bool m_twelve = false;
};

}  // namespace

std::optional<QString> shownDate(const NumberSection &section, double days, bool date1904)
{
    if (!(days >= 0) || days >= lastDay)
        return std::nullopt;
    int places = 0;
    for (const auto &token : section.tokens)
        if (token.part == Part::SecondFraction)
            places = int(qMin<qsizetype>(3, qMax<qsizetype>(places, token.text.size())));
    const Moment moment = momentOf(days, date1904, places);
    return DateWriter(section, moment).write();
}

}  // namespace mz
