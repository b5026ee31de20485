#include "model/manuscript/readers/number_format_section.h"

#include <array>

namespace mz {

namespace {

using Section = NumberSection;
using Part = NumberSection::Part;

/// A spreadsheet takes 255 characters; some programs write a few more.
constexpr qsizetype longestCode = 1024;

bool isDigitPart(Part part)
{
    return part == Part::Zero || part == Part::Hash || part == Part::Blank;
}

/// Reads one section, up to its semicolon.
class SectionReader
{
public:
    explicit SectionReader(QStringView code) : m_code(code) { }

    /// False where the code is not to be understood.
    bool read(Section &section)
    {
        m_section = &section;
        while (m_at < m_code.size()) {
            const QChar c = m_code[m_at];
            if (c == u';')
                break;
            if (!take(c))
                return false;
        }
        finish();
        return true;
    }
    qsizetype position() const { return m_at; }

private:
    void add(Part part, QString text = {})
    {
        auto &tokens = m_section->tokens;
        if (part == Part::Literal && !tokens.empty() && tokens.back().part == Part::Literal)
            tokens.back().text += text;
        else
            tokens.push_back({part, std::move(text)});
    }

    bool take(QChar c)
    {
        switch (c.unicode()) {
        case u'"':
            return takeQuoted();
        case u'[':
            return takeBracket();
        case u'\\':
        case u'!':
            if (m_at + 1 >= m_code.size())
                return false;
            add(Part::Literal, m_code.sliced(m_at + 1, 1).toString());
            m_at += 2;
            return true;
        case u'_':
        case u'*':
            m_at += 2;
            return true;
        case u'0':
            return one(Part::Zero);
        case u'#':
            return one(Part::Hash);
        case u'?':
            return one(Part::Blank);
        case u'.':
            return takePoint();
        case u'%':
            ++m_section->percents;
            return one(Part::Percent);
        case u'@':
            return one(Part::Text);
        case u',':
            m_commas.push_back(m_section->tokens.size());
            ++m_at;
            return true;
        default:
            return takeLetters(c);
        }
    }

    bool one(Part part)
    {
        add(part);
        ++m_at;
        return true;
    }

    bool takeQuoted()
    {
        const qsizetype end = m_code.indexOf(u'"', m_at + 1);
        if (end < 0)
            return false;
        add(Part::Literal, m_code.sliced(m_at + 1, end - m_at - 1).toString());
        m_at = end + 1;
        return true;
    }

    /// [Red], [$¥-804], [DBNum1], [>=100], [hh].
    bool takeBracket()
    {
        const qsizetype end = m_code.indexOf(u']', m_at + 1);
        if (end < 0)
            return false;
        const QStringView inside = m_code.sliced(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        if (inside.startsWith(u'$')) {
            const qsizetype dash = inside.lastIndexOf(u'-');
            const QStringView sign = inside.sliced(1, dash < 1 ? inside.size() - 1 : dash - 1);
            if (!sign.isEmpty())
                add(Part::Literal, sign.toString());
            const QStringView place = dash < 0 ? QStringView() : inside.sliced(dash + 1);
            m_section->chinese = place.endsWith(u"804") || place.endsWith(u"404");
            return true;
        }
        if (inside.startsWith(u"DBNum", Qt::CaseInsensitive)) {
            if (inside.endsWith(u'1'))
                m_section->numerals = Section::Numerals::Counting;
            else if (inside.endsWith(u'2'))
                m_section->numerals = Section::Numerals::Formal;
            return true;
        }
        const QChar first = inside.isEmpty() ? QChar() : inside[0].toLower();
        if (first == u'<' || first == u'>' || first == u'=')
            return takeCondition(inside);
        if ((first == u'h' || first == u'm' || first == u's')
            && inside.count(first, Qt::CaseInsensitive) == inside.size()) {
            add(Part::Elapsed, inside.toString().toLower());
            m_date = true;
        }
        return true;
    }

    bool takeCondition(QStringView text)
    {
        using Relation = Section::Condition::Relation;
        static constexpr std::array<std::pair<QStringView, Relation>, 6> relations{
            {{u"<=", Relation::LessOrEqual}, {u"<>", Relation::Unequal},
                {u">=", Relation::GreaterOrEqual}, {u"<", Relation::Less},
                {u">", Relation::Greater}, {u"=", Relation::Equal}}};
        for (const auto &[sign, relation] : relations) {
            if (!text.startsWith(sign))
                continue;
            bool fine = false;
            const double limit = text.sliced(sign.size()).toDouble(&fine);
            m_section->condition = {relation, limit};
            return fine;
        }
        return false;
    }

    bool takePoint()
    {
        const auto &tokens = m_section->tokens;
        const bool seconds = !tokens.empty() && m_date
            && (tokens.back().part == Part::Date || tokens.back().part == Part::Elapsed)
            && tokens.back().text.startsWith(u's');
        qsizetype zeros = 0;
        while (m_at + 1 + zeros < m_code.size() && m_code[m_at + 1 + zeros] == u'0')
            ++zeros;
        if (seconds && zeros > 0) {
            add(Part::SecondFraction, QString(zeros, u'0'));
            m_at += 1 + zeros;
            return true;
        }
        if (!m_date)
            return one(Part::Point);
        add(Part::Literal, QStringLiteral("."));
        ++m_at;
        return true;
    }

    bool takeLetters(QChar c)
    {
        const QStringView rest = m_code.sliced(m_at);
        for (const QStringView general : {u"General", u"G/通用格式"}) {
            if (!rest.startsWith(general, Qt::CaseInsensitive))
                continue;
            add(Part::General);
            m_at += general.size();
            return true;
        }
        for (const QStringView half : {u"AM/PM", u"上午/下午", u"A/P"}) {
            if (!rest.startsWith(half, Qt::CaseInsensitive))
                continue;
            add(Part::HalfDay, half.toString());
            m_date = true;
            m_at += half.size();
            return true;
        }
        const QChar letter = c.toLower();
        if (letter == u'e' && rest.size() > 1 && (rest[1] == u'+' || rest[1] == u'-')) {
            add(Part::Exponent, QString(rest[1]));
            m_at += 2;
            return true;
        }
        if (QStringView(u"ymdhsegab").contains(letter)) {
            qsizetype length = 1;
            while (length < rest.size() && rest[length].toLower() == letter)
                ++length;
            add(Part::Date, QString(length, letter));
            m_date = true;
            m_at += length;
            return true;
        }
        m_slash = m_slash || c == u'/';
        add(Part::Literal, QString(c));
        ++m_at;
        return true;
    }

    /// Tells what the section is, and what its commas mean.
    void finish()
    {
        auto &tokens = m_section->tokens;
        bool digits = false;
        bool general = false;
        size_t firstDigit = tokens.size();
        size_t lastWhole = 0;  // one behind the last digit in front of the point
        bool point = false;
        for (size_t i = 0; i < tokens.size(); ++i) {
            const Part part = tokens[i].part;
            if (isDigitPart(part)) {
                digits = true;
                firstDigit = std::min(firstDigit, i);
                if (!point)
                    lastWhole = i + 1;
            }
            point = point || part == Part::Point || part == Part::Exponent;
            general = general || part == Part::General || part == Part::Text;
        }
        for (const size_t at : m_commas) {
            if (at > firstDigit && at < lastWhole)
                m_section->grouped = true;
            else if (digits && at >= lastWhole)
                ++m_section->thousands;
        }
        if (m_date)
            m_section->kind = Section::Kind::Date;
        else if (digits && m_slash)
            *m_section = {Section::Kind::General, {{Part::General, {}}}, m_section->condition};
        else if (digits)
            m_section->kind = Section::Kind::Number;
        else if (general)
            m_section->kind = Section::Kind::General;
    }

    QStringView m_code;
    qsizetype m_at = 0;
    Section *m_section = nullptr;
    std::vector<size_t> m_commas;
    bool m_date = false;
    bool m_slash = false;  // unquoted: a fraction, where it stands between digits
};

}  // namespace

bool NumberSection::Condition::holds(double value) const
{
    switch (relation) {
    case Relation::Less:
        return value < limit;
    case Relation::LessOrEqual:
        return value <= limit;
    case Relation::Equal:
        return value == limit;
    case Relation::Unequal:
        return value != limit;
    case Relation::GreaterOrEqual:
        return value >= limit;
    case Relation::Greater:
        return value > limit;
    }
    return false;
}

std::vector<NumberSection> readNumberFormat(QStringView code)
{
    std::vector<NumberSection> sections;
    if (code.trimmed().isEmpty() || code.size() > longestCode
        || code.compare(u"General", Qt::CaseInsensitive) == 0)
        return sections;
    sections.reserve(4);
    for (;;) {
        SectionReader reader(code);
        NumberSection section;
        if (sections.size() == 4 || !reader.read(section))
            return {};
        sections.push_back(std::move(section));
        if (reader.position() >= code.size())
            return sections;
        code = code.sliced(reader.position() + 1);
    }
}

}  // namespace mz
