#pragma once

#include <QByteArray>
#include <QString>
#include <QtEndian>
#include <utility>
#include <vector>

namespace mz {

inline void putNumber(QByteArray &bytes, qsizetype offset, quint32 number)
{
    qToLittleEndian(number, bytes.data() + offset);
}

inline QByteArray u8(int number) { return QByteArray(1, char(number)); }
inline QByteArray u16(int number) { return u8(number & 0xFF) + u8((number >> 8) & 0xFF); }
inline QByteArray u32(quint32 number) { return u16(int(number & 0xFFFF)) + u16(int(number >> 16)); }
inline QByteArray utf16(const QString &text)
{
    QByteArray bytes;
    for (const QChar c : text)
        bytes += u16(c.unicode());
    return bytes;
}

/// A compound file with these streams, in sectors of 512 bytes: first the
/// directory, then the streams, then the sector table. A stream is filled up
/// with zeros to 4,096 bytes, below which it would stand in small sectors.
inline QByteArray oleFile(const std::vector<std::pair<QString, QByteArray>> &streams)
{
    constexpr quint32 sectorSize = 512;
    static constexpr quint32 endOfChain = 0xFFFFFFFE;
    static constexpr quint32 none = 0xFFFFFFFF;
    std::vector<quint32> table;
    const auto chain = [&table](quint32 sectors) {
        const auto first = quint32(table.size());
        for (quint32 i = 1; i < sectors; ++i)
            table.push_back(first + i);
        table.push_back(endOfChain);
        return first;
    };

    const auto entries = quint32(streams.size() + 1);
    const quint32 directorySectors = (entries + 3) / 4;
    chain(directorySectors);
    QByteArray directory(directorySectors * sectorSize, '\0');
    QByteArray content;
    const auto entry = [&directory](quint32 index, const QString &name, int type) {
        const qsizetype at = index * 128;
        directory.replace(at, name.size() * 2, utf16(name));
        directory.replace(at + 64, 4, u16(int(name.size() + 1) * 2) + u8(type) + u8(1));
        for (const int link : {68, 72, 76})
            putNumber(directory, at + link, none);
        putNumber(directory, at + 116, endOfChain);
        return at;
    };
    const qsizetype root = entry(0, QStringLiteral("Root Entry"), 5);
    putNumber(directory, root + 76, streams.empty() ? none : 1);
    for (quint32 i = 1; i < entries; ++i) {
        QByteArray bytes = streams[i - 1].second;
        if (!bytes.isEmpty() && bytes.size() < 4096)
            bytes.append(4096 - bytes.size(), '\0');
        const qsizetype at = entry(i, streams[i - 1].first, 2);
        putNumber(directory, at + 72, i + 1 < entries ? i + 1 : none);
        putNumber(directory, at + 120, quint32(bytes.size()));
        if (bytes.isEmpty())
            continue;
        bytes.append((sectorSize - bytes.size() % sectorSize) % sectorSize, '\0');
        putNumber(directory, at + 116, chain(quint32(bytes.size() / sectorSize)));
        content += bytes;
    }

    quint32 tableSectors = 1;
    while (tableSectors * 128 < table.size() + tableSectors)
        ++tableSectors;
    Q_ASSERT(tableSectors <= 109);
    const auto firstOfTable = quint32(table.size());
    table.resize(tableSectors * 128, none);
    QByteArray header(sectorSize, '\xFF');
    header.replace(0, 76, QByteArray(76, '\0'));
    header.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    header.replace(24, 10, u16(0x3E) + u16(3) + u16(0xFFFE) + u16(9) + u16(6));
    putNumber(header, 44, tableSectors);
    putNumber(header, 48, 0);
    putNumber(header, 56, 4096);
    putNumber(header, 60, endOfChain);
    putNumber(header, 68, endOfChain);
    QByteArray tableBytes;
    for (quint32 i = 0; i < tableSectors; ++i) {
        putNumber(header, 76 + 4 * i, firstOfTable + i);
        table[firstOfTable + i] = 0xFFFFFFFD;
    }
    for (const quint32 next : table)
        tableBytes += u32(next);
    return header + directory + content + tableBytes;
}

}  // namespace mz
