#include "model/manuscript/readers/xls_records.h"

#include <algorithm>

namespace mz {

bool XlsRecords::next()
{
    if (!m_stream.holds(m_at, 4))
        return false;
    m_type = m_stream.u16(m_at);
    const quint16 size = m_stream.u16(m_at + 2);
    if (!m_stream.holds(m_at + 4, size))
        return false;
    m_body = m_stream.part(m_at + 4, size);
    m_at += 4 + size;
    return true;
}

std::vector<ByteView> XlsRecords::wholeBody() const
{
    std::vector<ByteView> parts{m_body};
    XlsRecords following(m_stream, m_at);
    while (following.next() && following.type() == Continued)
        parts.push_back(following.body());
    return parts;
}

bool XlsTextReader::atEnd()
{
    while (m_part < m_parts.size() && m_at >= m_parts[m_part].size()) {
        ++m_part;
        m_at = 0;
    }
    return m_part >= m_parts.size();
}

quint8 XlsTextReader::u8() { return atEnd() ? 0 : m_parts[m_part].u8(m_at++); }

quint16 XlsTextReader::u16()
{
    const quint8 low = u8();
    return quint16(low | (u8() << 8));
}

void XlsTextReader::skip(qint64 bytes)
{
    while (bytes > 0 && !atEnd()) {
        const qint64 here = std::min(bytes, m_parts[m_part].size() - m_at);
        m_at += here;
        bytes -= here;
    }
}

QString XlsTextReader::text(int lengthBytes)
{
    // [MS-XLS] 2.5.293 and 2.5.294.
    constexpr int wide = 0x01;
    constexpr int hasReadings = 0x04;
    constexpr int hasRuns = 0x08;
    qint64 left = lengthBytes == 1 ? u8() : u16();
    const int flags = u8();
    const qint64 runs = flags & hasRuns ? u16() : 0;
    qint64 readings = 0;
    if (flags & hasReadings) {
        readings = u16();
        readings |= qint64(u16()) << 16;
    }
    QString text;
    bool isWide = flags & wide;
    while (left > 0) {
        const size_t before = m_part;
        if (atEnd())
            break;
        if (m_part != before)
            isWide = u8() & wide;
        if (atEnd())
            break;
        const ByteView &part = m_parts[m_part];
        const int width = isWide ? 2 : 1;
        const qint64 here = std::min(left, (part.size() - m_at) / width);
        for (qint64 i = 0; i < here; ++i)
            text += isWide ? QChar(part.u16(m_at + 2 * i)) : QChar(part.u8(m_at + i));
        m_at += here * width;
        left -= here;
        if (left > 0)
            m_at = part.size();  // half a character at the end of a part is none
    }
    skip(4 * runs + readings);
    return text;
}

}  // namespace mz
