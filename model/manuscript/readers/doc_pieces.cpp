#include "model/manuscript/readers/doc_pieces.h"

#include "model/manuscript/readers/reading.h"
#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(DocReader)
};

// Offsets and bits are of [MS-DOC]: 2.5 (Fib), 2.8.35 (PlcPcd), 2.9.38 (Clx).
constexpr quint16 word97 = 0xA5EC;
constexpr quint16 word6 = 0xA5DC;
constexpr quint16 firstVersion = 0x00C1;  // Word 97; lower ones are of Word 95.

/// The characters 0x80 to 0x9F of Windows' Latin code page.
constexpr std::array<char16_t, 32> latin{0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
    0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019,
    0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E,
    0x0178};

QChar latinCharacter(quint8 byte)
{
    return byte >= 0x80 && byte < 0xA0 ? QChar(latin[byte - 0x80]) : QChar(byte);
}

/// The lists of properties in front of the table of pieces, and that table.
struct PieceTable
{
    std::vector<ByteView> changes;
    ByteView pieces;
};

PieceTable readPieceTable(ByteView bytes)
{
    PieceTable table;
    qint64 at = 0;
    while (bytes.u8(at) == 1) {
        const quint16 size = bytes.u16(at + 1);
        // Pieces count them with fifteen bits.
        if (table.changes.size() < 0x8000)
            table.changes.push_back(bytes.part(at + 3, size));
        at += 3 + size;
    }
    if (bytes.u8(at) == 2)
        table.pieces = bytes.part(at + 5, bytes.u32(at + 1));
    return table;
}

}  // namespace

Result<DocHeader> DocHeader::read(ByteView document)
{
    const quint16 magic = document.u16(0);
    const quint16 version = document.u16(2);
    if (magic == word6 || (magic == word97 && version < firstVersion))
        return Error{Say::tr("The file is of Word 6 or 95, which is not read. Save it with a newer "
                             "program first."),
            {}};
    if (magic != word97)
        return Error{Say::tr("The file is not a Word document."), {}};
    const quint16 flags = document.u16(10);
    if (flags & 0x0100)
        return Error{Say::tr("The file is protected by a password."), {}};
    DocHeader header;
    header.firstTable = flags & 0x0200;
    header.textLength = std::min<quint32>(document.u32(0x4C), 0x7FFFFFFF);
    header.m_document = document;
    return header;
}

ByteView DocHeader::part(ByteView table, int index) const
{
    const qint64 at = 0x9A + 8 * index;
    return table.part(m_document.u32(at), m_document.u32(at + 4));
}

ByteView DocHeader::partFrom(ByteView table, int index) const
{
    return part(table, index).size() > 0 ? table.from(m_document.u32(0x9A + 8 * index))
                                         : ByteView();
}

Result<DocText> DocText::read(const DocHeader &header, ByteView document, ByteView table)
{
    const PieceTable known = readPieceTable(header.pieces(table));
    const qint64 count = (known.pieces.size() - 4) / 12;
    if (count < 1)
        return Error{Say::tr("The file is damaged: it does not tell where its text stands."), {}};
    if (header.textLength > ReadingLimits::characters)
        return Error{Say::tr("The text is longer than %1 million characters; no report is.")
                         .arg(ReadingLimits::characters / 1'000'000),
            {}};
    DocText all;
    for (qint64 i = 0; i < count && all.m_text.size() < header.textLength; ++i) {
        const qint64 start = known.pieces.u32(4 * i);
        const qint64 end = std::min<qint64>(known.pieces.u32(4 * (i + 1)), header.textLength);
        if (start != all.m_text.size() || end <= start) {
            all.m_cut = all.m_cut || end != start;
            continue;
        }
        const qint64 descriptor = 4 * (count + 1) + 8 * i;
        const quint32 place = known.pieces.u32(descriptor + 2);
        const quint16 change = known.pieces.u16(descriptor + 6);
        Piece piece;
        piece.start = start;
        piece.width = place & 0x40000000 ? 1 : 2;
        piece.offset = (place & 0x3FFFFFFF) / (piece.width == 1 ? 2 : 1);
        if ((change & 1) && size_t(change >> 1) < known.changes.size())
            piece.changes = known.changes[size_t(change >> 1)];
        const qint64 length
            = std::clamp<qint64>((document.size() - piece.offset) / piece.width, 0, end - start);
        all.m_cut = all.m_cut || length < end - start;
        all.m_pieces.push_back(piece);
        for (qint64 c = 0; c < length; ++c) {
            const qint64 at = piece.offset + c * piece.width;
            all.m_text
                += piece.width == 1 ? latinCharacter(document.u8(at)) : QChar(document.u16(at));
        }
        if (length < end - start)
            break;
    }
    all.m_cut = all.m_cut || all.m_text.size() < header.textLength;
    return all;
}

size_t DocText::pieceOf(qint64 character) const
{
    const auto next = std::upper_bound(m_pieces.begin(), m_pieces.end(), character,
        [](qint64 wanted, const Piece &piece) { return wanted < piece.start; });
    return next == m_pieces.begin() ? 0 : size_t(next - m_pieces.begin()) - 1;
}

}  // namespace mz
