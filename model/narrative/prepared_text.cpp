#include "model/narrative/prepared_text.h"

#include "model/domain/text.h"
#include <QRegularExpression>

namespace mz {

namespace {

/// Numbers in these are no statements.
const QRegularExpression &masks()
{
    static const QRegularExpression pattern(QStringLiteral(
        "(?:^|(?<=[。;:]))(?:\\(\\d{1,2}\\)|\\d{1,2}[、.](?!\\d)|\\d{1,2}\\))"
        "|(?<=[,、])\\(\\d{1,2}\\)(?=[^\\d,。;、)])"
        "|\\d{1,3}分?(?:\\(含\\))?[-—–~至]+\\d{1,3}分(?:\\(含\\))?|\\d{1,3}分(?:\\(含\\))?以[上下]|"
        "满分\\d{1,3}分"
        "|《[^》]{0,80}》|[〔\\[(](?:19|20)\\d{2}[〕\\])]\\d{0,5}号?|公开\\d{1,3}表|[图表]\\d{1,3}"
        "|\\(不(?:包括|含)[^()]{0,20}\\)|\\(含[^()\\d]{0,30}\\)|\\(或[^()]{0,20}\\)|\\(基数为0[^()]"
        "{0,10}\\)"
        "|财决\\d{1,2}(?:-\\d{1,2})?表?"
        "|第\\d{1,4}[次条届号期章项]|(?:19|20)\\d{2}年\\d{1,2}月(?:\\d{1,2}日)?|\\d{"
        "1,2}月\\d{1,2}日"
        "|\\((?:20[1-9]|2[1-3]\\d)[类款]?\\)|\\d{1,2}月份?|(?:19|20)\\d{2}[-—~–]+(?:19|20)\\d{2}年?"
        "|\\d[\\d.]{0,12}(?:万元|亿元|元)(?:\\(含\\))?以[上下内]"
        "|(?:19|20)\\d{2}年[度末初]?"));
    return pattern;
}

/// Where a gap that waits for its words or its number ends, its unit included:
/// 〔what belongs there〕万元. -1 where none begins: 〔2019〕10号 is a document's number.
qsizetype gapEnd(QStringView text, qsizetype open)
{
    constexpr qsizetype longest = 80;
    const qsizetype close = text.mid(open, longest).indexOf(u'〕');
    const bool isYear = close == 5 && text.mid(open + 1, 4).toInt() > 0;
    if (close < 0 || isYear)
        return -1;
    const qsizetype end = open + close + 1;
    for (const QStringView unit :
        {QStringView(u"万元"), QStringView(u"亿元"), QStringView(u"元"), QStringView(u"%")}) {
        if (text.mid(end).startsWith(unit))
            return end + unit.size();
    }
    return end;
}

}  // namespace

PreparedText prepare(const QString &paragraph, int year)
{
    PreparedText prepared;
    prepared.text.reserve(paragraph.size());
    prepared.offsets.reserve(size_t(paragraph.size()) + 1);
    for (qsizetype i = 0; i < paragraph.size(); ++i) {
        const QChar c = paragraph[i];
        if (const qsizetype end = c == u'〔' ? gapEnd(paragraph, i) : -1; end > i) {
            i = end - 1;
            continue;
        }
        const char16_t u = c.unicode();
        if ((u > 0x20 && u < 0x7F && u != u'"' && u != u'\'') || (u >= 0x4E00 && u <= 0x9FFF)) {
            prepared.text += c;
            prepared.offsets.push_back(int(i));
            continue;
        }
        for (const QChar plain : normalized(QStringView(paragraph).mid(i, 1))) {
            prepared.text += plain == QChar(0xFF0E) ? QChar(u'.') : plain;
            prepared.offsets.push_back(int(i));
        }
    }
    prepared.offsets.push_back(int(paragraph.size()));
    // "比2023年年初预算" says what "比年初预算" says; a date keeps its year.
    const QString own = QString::number(year) + u'年';
    for (qsizetype at = prepared.text.indexOf(own); at >= 0 && year > 0;
         at = prepared.text.indexOf(own, at)) {
        const qsizetype end = at + own.size();
        const bool date = end < prepared.text.size() && prepared.text[end].isDigit();
        if (date) {
            at = end;
            continue;
        }
        prepared.text.remove(at, own.size());
        prepared.offsets.erase(prepared.offsets.begin() + at, prepared.offsets.begin() + end);
    }
    prepared.skipTo.assign(size_t(prepared.text.size()), 0);
    for (auto found = masks().globalMatch(prepared.text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        prepared.skipTo[size_t(match.capturedStart())] = int(match.capturedEnd());
    }
    return prepared;
}

}  // namespace mz
