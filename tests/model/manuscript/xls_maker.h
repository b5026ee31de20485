#pragma once

#include "tests/model/manuscript/ole_maker.h"

namespace mz {

inline QByteArray record(int type, const QByteArray &body)
{
    return u16(type) + u16(int(body.size())) + body;
}

/// A text of BIFF8 in two bytes a character.
inline QByteArray wideText(const QString &text)
{
    return u16(int(text.size())) + u8(1) + utf16(text);
}

inline QByteArray f64(double value)
{
    QByteArray bytes(8, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

struct XlsTestSheet
{
    QString name;
    QByteArray records;
    int state = 0;  ///< 1 hidden
    int kind = 0;   ///< 2 chart
};

/// A workbook stream: `globals` are records of the first part, beside its sheets.
inline QByteArray workbookStream(const QByteArray &globals, const std::vector<XlsTestSheet> &sheets)
{
    const QByteArray end = record(0x0A, {});
    const auto begin
        = [](int kind) { return record(0x809, u16(0x0600) + u16(kind) + QByteArray(12, '\0')); };
    QByteArray stream;
    qsizetype length = begin(5).size() + globals.size() + end.size();
    for (const XlsTestSheet &sheet : sheets)
        length += 4 + 8 + 2 * sheet.name.size();
    QByteArray parts;
    stream = begin(5) + globals;
    for (const XlsTestSheet &sheet : sheets) {
        stream += record(0x85,
            u32(quint32(length + parts.size())) + u8(sheet.state) + u8(sheet.kind)
                + u8(int(sheet.name.size())) + u8(1) + utf16(sheet.name));
        parts += begin(sheet.kind == 2 ? 0x20 : 0x10) + sheet.records + end;
    }
    return stream + end + parts;
}

}  // namespace mz
