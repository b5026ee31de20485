#pragma once

#include "model/manuscript/readers/byte_view.h"
#include <QString>
#include <vector>

namespace mz {

/// The records of a workbook stream of Excel 97 to 2003 (BIFF8), one after the
/// other. A record that was too large for its size goes on in the next ones.
class XlsRecords
{
public:
    enum Type : quint16 {
        Formula = 0x0006,
        End = 0x000A,
        DateMode = 0x0022,
        Encryption = 0x002F,
        Continued = 0x003C,
        Column = 0x007D,
        Sheet = 0x0085,
        MultipleNumbers = 0x00BD,
        RichText = 0x00D6,
        CellStyle = 0x00E0,
        MergedCells = 0x00E5,
        SharedTexts = 0x00FC,
        SharedText = 0x00FD,
        Number = 0x0203,
        Text = 0x0204,
        TruthOrError = 0x0205,
        FormulaText = 0x0207,
        Row = 0x0208,
        Window = 0x023E,
        ShortNumber = 0x027E,
        Format = 0x041E,
        Begin = 0x0809
    };

    explicit XlsRecords(ByteView stream, qint64 at = 0) : m_stream(stream), m_at(at) { }

    /// False at the end of the stream. A record that is cut off is none.
    bool next();
    quint16 type() const { return m_type; }
    const ByteView &body() const { return m_body; }
    /// The body and what the records that follow continue it with.
    std::vector<ByteView> wholeBody() const;
    /// Behind the record.
    qint64 position() const { return m_at; }

private:
    ByteView m_stream;
    qint64 m_at;
    quint16 m_type = 0;
    ByteView m_body;
};

/// Texts of records, which may run on into the next record: there the number of
/// bytes a character is told anew.
class XlsTextReader
{
public:
    explicit XlsTextReader(std::vector<ByteView> parts, qint64 at = 0)
        : m_parts(std::move(parts))
        , m_at(at)
    {
    }

    bool atEnd();
    quint16 u16();
    /// A text with its length (of one or two bytes) in front, without the
    /// formatting and the readings behind it. What is cut off is missing.
    QString text(int lengthBytes = 2);

private:
    quint8 u8();
    void skip(qint64 bytes);

    std::vector<ByteView> m_parts;
    size_t m_part = 0;
    qint64 m_at;
};

}  // namespace mz
