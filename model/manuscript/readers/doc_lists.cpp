#include "model/manuscript/readers/doc_lists.h"

#include "model/manuscript/readers/docx_number_words.h"
#include <algorithm>

namespace mz {

namespace {

// Sizes and places are of [MS-DOC] 2.9.147 (LSTF), 2.9.150 (LVLF), 2.9.131 (LFO).
constexpr int schemeSize = 28;
constexpr int levelSize = 28;
constexpr int listSize = 16;
constexpr int mostEntries = 20'000;
constexpr int bullet = 0x17;
/// "第一百二十三部分、" is long; a file of millions of long ones is hostile.
constexpr int longestLabel = 60;

/// The format of a number, by the name that newer files have for it.
QStringView formatName(int format)
{
    static constexpr std::array<QStringView, 41> names{u"decimal", u"upperRoman", u"lowerRoman",
        u"upperLetter", u"lowerLetter", u"", u"", u"", u"", u"", u"ideographDigital",
        u"japaneseCounting", u"", u"", u"decimalFullWidth", u"", u"japaneseLegal",
        u"japaneseDigitalTenThousand", u"decimalEnclosedCircle", u"decimalFullWidth", u"", u"",
        u"decimalZero", u"bullet", u"", u"", u"decimalEnclosedFullstop", u"decimalEnclosedParen",
        u"decimalEnclosedCircleChinese", u"", u"ideographTraditional", u"ideographZodiac", u"",
        u"taiwaneseCounting", u"", u"taiwaneseCountingThousand", u"taiwaneseDigital",
        u"chineseCounting", u"chineseLegalSimplified", u"chineseCountingThousand", u""};
    if (format == 0xFF)
        return u"none";
    return size_t(format) < names.size() ? names[size_t(format)] : QStringView();
}

}  // namespace

DocLists::DocLists(ByteView schemes, ByteView lists)
{
    readSchemes(schemes);
    readLists(lists);
}

DocLists::Level DocLists::readLevel(ByteView bytes, qint64 &at)
{
    Level level;
    level.start = qint32(bytes.u32(at));
    level.format = bytes.u8(at + 4);
    const quint8 flags = bytes.u8(at + 5);
    level.arabic = flags & 0x04;
    if (flags & 0x08)
        level.restart = bytes.u8(at + 26);
    level.gap = bytes.u8(at + 15);
    at += levelSize + bytes.u8(at + 24) + bytes.u8(at + 25);
    const int length = bytes.u16(at);
    for (int i = 0; i < std::min(length, longestLabel); ++i)
        level.text += QChar(bytes.u16(at + 2 + 2 * i));
    at += 2 + 2 * length;
    return level;
}

void DocLists::readSchemes(ByteView bytes)
{
    const int count = std::min<int>(bytes.u16(0), mostEntries);
    qint64 at = 2 + qint64(count) * schemeSize;
    for (int i = 0; i < count && bytes.holds(at, levelSize); ++i) {
        const qint64 scheme = 2 + qint64(i) * schemeSize;
        Levels &levels = m_schemes[bytes.u32(scheme)];
        const bool isSimple = bytes.u8(scheme + 26) & 1;
        for (int n = 0; n < (isSimple ? 1 : levelCount) && bytes.holds(at, levelSize); ++n)
            levels[size_t(n)] = readLevel(bytes, at);
    }
}

void DocLists::readLists(ByteView bytes)
{
    const auto count = qint64(std::min<quint32>(bytes.u32(0), mostEntries));
    qint64 at = 4 + count * listSize;
    for (qint64 i = 0; i < count && bytes.holds(4 + i * listSize, listSize); ++i) {
        List list;
        list.scheme = bytes.u32(4 + i * listSize);
        const int changed = bytes.u8(4 + i * listSize + 12);
        at += 4;
        for (int c = 0; c < changed && bytes.holds(at, 8); ++c) {
            const quint32 flags = bytes.u32(at + 4);
            const auto index = size_t(flags & 0x0F);
            const auto start = qint64(qint32(bytes.u32(at)));
            at += 8;
            if (flags & 0x20) {
                const Level own = readLevel(bytes, at);
                if (index < levelCount)
                    list.own[index] = own;
            }
            if (index < levelCount && (flags & 0x10))
                list.starts[index] = list.own[index] ? list.own[index]->start : start;
        }
        m_lists.push_back(std::move(list));
    }
}

const DocLists::Level &DocLists::level(const List &list, const Levels &levels, int index)
{
    const auto &own = list.own[size_t(index)];
    return own ? *own : levels[size_t(index)];
}

QString DocLists::next(int list, int index)
{
    if (list < 1 || size_t(list) > m_lists.size())
        return {};
    List &used = m_lists[size_t(list) - 1];
    const auto scheme = m_schemes.find(used.scheme);
    if (scheme == m_schemes.end())
        return {};
    index = std::clamp(index, 0, levelCount - 1);
    Counts &counts = m_counts[used.scheme];
    if (!std::exchange(used.begun, true)) {
        for (size_t n = 0; n < levelCount; ++n) {
            if (used.starts[n])
                counts[n].reset();
        }
    }
    auto &count = counts[size_t(index)];
    count = count ? *count + 1
                  : used.starts[size_t(index)].value_or(level(used, scheme->second, index).start);
    for (int n = index + 1; n < levelCount; ++n) {
        const int restart = level(used, scheme->second, n).restart;
        if (restart < 0 || index < restart)
            counts[size_t(n)].reset();
    }
    return label(used, scheme->second, counts, index);
}

QString DocLists::label(const List &list, const Levels &levels, const Counts &counts, int index)
{
    const Level &own = level(list, levels, index);
    if (own.format == bullet)
        return {};
    QString text;
    for (const QChar c : own.text) {
        if (c.unicode() >= levelCount) {
            text += c;
            continue;
        }
        const int n = c.unicode();
        const Level &other = level(list, levels, n);
        const qint64 count = counts[size_t(n)].value_or(other.start);
        text += own.arabic ? QString::number(count) : docxNumber(count, formatName(other.format));
    }
    text.truncate(longestLabel);
    constexpr int noGap = 2;
    if (text.isEmpty() || own.gap == noGap)
        return text;
    // Behind "一、" or "①" the tab is a hair's breadth.
    return text.back().unicode() >= 0x2460 ? text : text + u' ';
}

}  // namespace mz
