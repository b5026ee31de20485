#include "model/domain/text.h"

#include <QHash>

namespace mz {

namespace {

/// Nearly every character is one, and needs no closer look.
bool isIdeograph(QChar c) { return c >= QChar(0x4E00) && c <= QChar(0x9FFF); }

bool isSpace(QChar c)
{
    if (isIdeograph(c))
        return false;
    const char16_t u = c.unicode();
    return c.isSpace() || u == 0x3000 || u == 0x00A0 || u == 0xFEFF || u == 0x00AD
        || (u >= 0x200B && u <= 0x200F) || u == 0x2060;
}

/// Radicals of the supplement (U+2E80..2EFF) that Unicode does not map to
/// their ideographs; the Kangxi radicals (U+2F00..) have mappings of their own.
QChar withoutRadical(QChar c)
{
    static const QHash<char16_t, char16_t> supplement{{0x2E81, u'厂'}, {0x2E84, u'乙'},
        {0x2E85, u'亻'}, {0x2E88, u'刀'}, {0x2E8B, u'卩'}, {0x2E8C, u'小'}, {0x2E8E, u'兀'},
        {0x2E92, u'巳'}, {0x2E95, u'彐'}, {0x2E96, u'忄'}, {0x2E97, u'心'}, {0x2E98, u'扌'},
        {0x2E9B, u'旡'}, {0x2E9D, u'月'}, {0x2E9F, u'母'}, {0x2EA0, u'民'}, {0x2EA1, u'氵'},
        {0x2EA2, u'氺'}, {0x2EA3, u'灬'}, {0x2EAC, u'示'}, {0x2EB3, u'网'}, {0x2EB6, u'羊'},
        {0x2EBC, u'肉'}, {0x2EC4, u'西'}, {0x2EC5, u'见'}, {0x2EC6, u'角'}, {0x2EC9, u'贝'},
        {0x2ECB, u'车'}, {0x2ECF, u'阝'}, {0x2ED3, u'长'}, {0x2ED4, u'门'}, {0x2ED9, u'韦'},
        {0x2EDA, u'页'}, {0x2EDB, u'风'}, {0x2EDC, u'飞'}, {0x2EDD, u'食'}, {0x2EE2, u'马'},
        {0x2EE4, u'鬼'}, {0x2EE5, u'鱼'}, {0x2EE6, u'鸟'}, {0x2EE9, u'黄'}, {0x2EEC, u'齐'},
        {0x2EEE, u'齿'}, {0x2EF0, u'龙'}, {0x2EF3, u'龟'}};
    return QChar(supplement.value(c.unicode(), c.unicode()));
}

}  // namespace

QString withoutSpaces(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (!isSpace(c))
            result += c;
    }
    return result;
}

QString toHalfWidth(QStringView text)
{
    QString result = text.toString();
    for (QChar &c : result) {
        if (c >= QChar(0xFF01) && c <= QChar(0xFF5E))
            c = QChar(c.unicode() - 0xFEE0);
    }
    return result;
}

QString normalized(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (QChar c : text) {
        if (isIdeograph(c)) {
            result += c;
            continue;
        }
        const char16_t u = c.unicode();
        if (isSpace(c))
            continue;
        if (u == u'“' || u == u'”' || u == u'"' || u == u'‘' || u == u'’' || u == u'＂'
            || u == u'「' || u == u'」' || u == u'\'')
            continue;
        if (u >= 0xFF01 && u <= 0xFF5E)
            c = QChar(u - 0xFEE0);
        else if (u >= 0x2E80 && u <= 0x2EFF)
            c = withoutRadical(c);
        else if (u >= 0x2F00 && u <= 0x2FDF) {
            result += QString(c).normalized(QString::NormalizationForm_KC);
            continue;
        } else if (u == u'、')
            c = u'、';
        result += c;
    }
    return result;
}

QString inOneLine(const QString &text)
{
    if (!text.contains(u'\n'))
        return text;
    QString line;
    for (const QString &part : text.split(u'\n')) {
        const QString words = part.trimmed();
        const bool apart = !line.isEmpty() && !words.isEmpty() && line.back().unicode() < 0x2E80
            && words.front().unicode() < 0x2E80;
        line += (apart ? QStringLiteral(" ") : QString()) + words;
    }
    return line;
}

QStringView withoutOrdinal(QStringView text)
{
    // The radicals U+2F00, 2F06, 2F0B and 2F17 look like 一, 二, 八 and 十.
    static constexpr QStringView digits
        = u"一二三四五六七八九十百零〇\u2F00\u2F06\u2F0B\u2F170123456789";
    qsizetype at = 0;
    while (at < text.size() && isSpace(text[at]))
        ++at;
    const bool bracket = at < text.size() && (text[at] == u'（' || text[at] == u'(');
    if (bracket)
        ++at;
    const qsizetype first = at;
    while (at < text.size() && digits.contains(text[at]))
        ++at;
    if (at == first || at >= text.size())
        return text;
    const QChar mark = text[at];
    if (bracket ? (mark == u'）' || mark == u')')
                : (mark == u'、' || mark == u'.' || mark == u'．' || mark == u'，')) {
        // "1.5" is an amount, not the first item "5".
        const bool decimal = mark == u'.' && at + 1 < text.size() && text[at + 1].isDigit();
        return decimal ? text : text.mid(at + 1);
    }
    return text;
}

QString shortened(const QString &text, qsizetype length)
{
    if (text.size() <= length)
        return text;
    // Half a number is another number.
    const auto isOfNumber
        = [](QChar c) { return c.isDigit() || c == u'.' || c == u',' || c == u'%'; };
    qsizetype end = qMax<qsizetype>(length - 1, 0);
    while (end > 0 && isOfNumber(text[end]) && isOfNumber(text[end - 1]))
        --end;
    return text.first(end > 0 ? end : length - 1) + u'…';
}

int likeness(QStringView a, QStringView b)
{
    if (a == b)
        return 100;
    if (a.size() < 2 || b.size() < 2 || a.size() > 200 || b.size() > 200)
        return 0;
    int shared = 0;
    QVector<bool> used(b.size() - 1, false);
    for (qsizetype i = 0; i + 1 < a.size(); ++i) {
        for (qsizetype j = 0; j + 1 < b.size(); ++j) {
            if (!used[j] && a[i] == b[j] && a[i + 1] == b[j + 1]) {
                used[j] = true;
                ++shared;
                break;
            }
        }
    }
    const int result = int(200 * shared / (a.size() + b.size() - 2));
    return qMin(result, 99);
}

QString chineseNumber(int number)
{
    static constexpr QStringView digits = u"零一二三四五六七八九";
    QString result;
    if (number >= 20)
        result += digits[number / 10];
    if (number >= 10)
        result += u'十';
    if (number % 10 != 0 || number == 0)
        result += digits[number % 10];
    return result;
}

}  // namespace mz
