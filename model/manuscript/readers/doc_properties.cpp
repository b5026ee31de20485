#include "model/manuscript/readers/doc_properties.h"

#include <algorithm>

namespace mz {

namespace {

// The property codes and operands are of [MS-DOC] 2.6 (single property modifiers).
enum Property : quint16 {
    CharactersDeleted = 0x0800,
    CharactersHidden = 0x083C,
    CharactersSpecial = 0x0855,
    CharactersSymbol = 0x6A09,
    ParagraphInTable = 0x2416,
    ParagraphEndsRow = 0x2417,
    ParagraphEndsInnerCell = 0x244B,
    ParagraphEndsInnerRow = 0x244C,
    ParagraphLevel = 0x260A,
    ParagraphList = 0x460B,
    ParagraphDepth = 0x6649,
    ParagraphDepthMore = 0x664A,
    ParagraphHuge = 0x6646,
    ParagraphHugeOld = 0x6645,
    ParagraphTableProperties = 0x646B,
    ParagraphTabs = 0xC615,
    TableCells = 0xD608,
    TableMerge = 0x5624,
    TableSplit = 0x5625,
    TableMergeDown = 0xD62B
};

constexpr int pageSize = 512;

/// The bytes of a property's operand.
qint64 operandSize(ByteView list, qint64 at, quint16 code)
{
    switch (code >> 13) {
    case 0:
    case 1:
        return 1;
    case 3:
        return 4;
    case 7:
        return 3;
    case 6:
        break;
    default:
        return 2;
    }
    if (code == TableCells)
        return 1 + std::max<qint64>(1, list.u16(at));
    if (code == ParagraphTabs && list.u8(at) == 255) {
        const qint64 removed = list.u8(at + 1);
        const qint64 added = list.u8(at + 2 + 4 * removed);
        return 3 + 4 * removed + 3 * added;
    }
    return 1 + list.u8(at);
}

DocRow rowOf(ByteView operand)
{
    DocRow row;
    const int count = operand.u8(2);
    if (count > 63 || !operand.holds(3, 2 * (count + 1)))
        return row;
    row.edges.reserve(size_t(count) + 1);
    row.cells.resize(size_t(count));
    for (int i = 0; i <= count; ++i)
        row.edges.push_back(operand.i16(3 + 2 * i));
    // Cells that the operand has no room for have no merges.
    for (int i = 0; i < count; ++i) {
        const quint16 flags = operand.u16(3 + 2 * (count + 1) + 20LL * i);
        row.cells[size_t(i)].joinsLeft = flags & 0x0002;
        row.cells[size_t(i)].beginsDown = flags & 0x0040;
        row.cells[size_t(i)].joinsAbove = (flags & 0x0060) == 0x0020;
    }
    return row;
}

void joinCells(DocRow &row, int first, int end, bool join)
{
    for (int i = first + (join ? 1 : 0); i < std::min(end, int(row.cells.size())); ++i)
        row.cells[size_t(i)].joinsLeft = join;
}

/// The page that holds `offset`, by a table of first offsets and page numbers.
ByteView pageFor(ByteView document, ByteView pages, qint64 offset)
{
    const qint64 count = (pages.size() - 4) / 8;
    qint64 low = 0;
    qint64 high = count;
    while (high - low > 1) {
        const qint64 middle = (low + high) / 2;
        (offset < pages.u32(4 * middle) ? high : low) = middle;
    }
    if (count < 1)
        return {};
    const qint64 number = pages.u32(4 * (count + 1) + 4 * low) & 0x3FFFFF;
    return document.holds(number * pageSize, pageSize) ? document.part(number * pageSize, pageSize)
                                                       : ByteView();
}

/// The run of the page that holds `offset`, or -1.
int runFor(ByteView page, qint64 offset)
{
    const int count = page.u8(pageSize - 1);
    for (int i = 0; i < count && 4 * (i + 1) < pageSize; ++i) {
        if (offset < page.u32(4 * (i + 1)))
            return offset >= page.u32(4 * i) ? i : -1;
    }
    return -1;
}

}  // namespace

DocProperties::DocProperties(ByteView document, ByteView data, ByteView paragraphPages,
    ByteView characterPages, ByteView styles)
    : m_document(document)
    , m_data(data)
    , m_paragraphPages(paragraphPages)
    , m_characterPages(characterPages)
{
    readStyles(styles);
}

/// [MS-DOC] 2.9.271 (STSH) and what it refers to.
void DocProperties::readStyles(ByteView bytes)
{
    constexpr int mostStyles = 4095;
    constexpr int paragraphStyle = 1;
    const int count = std::min<int>(bytes.u16(2), mostStyles);
    const int baseSize = bytes.u16(4);
    m_styles.resize(size_t(count));
    qint64 at = 2 + bytes.u16(0);
    for (Style &style : m_styles) {
        const int size = bytes.u16(at);
        const ByteView entry = bytes.part(at + 2, size);
        style.base = entry.u16(2) >> 4;
        const qint64 formats = baseSize + 2 + 2 * (qint64(entry.u16(baseSize)) + 1);
        if ((entry.u16(2) & 0x0F) == paragraphStyle)
            style.list = entry.part(formats + 4, qint64(entry.u16(formats)) - 2);
        at += 2 + size + size % 2;
    }
}

void DocProperties::applyStyle(int style, int depth, DocParagraph &paragraph)
{
    constexpr int mostBases = 16;  // more are a circle
    if (size_t(style) >= m_styles.size() || depth > mostBases)
        return;
    const Style &found = m_styles[size_t(style)];
    applyStyle(found.base, depth + 1, paragraph);
    apply(found.list, paragraph);
}

/// Properties too large for a page stand in the data stream; a list there that
/// points on to another is not followed twice.
template <typename Take>
void DocProperties::each(ByteView list, int depth, Take take)
{
    for (qint64 at = 0; list.holds(at, 3) && m_left > 0; --m_left) {
        const quint16 code = list.u16(at);
        at += 2;
        const qint64 size = operandSize(list, at, code);
        const ByteView operand = list.part(at, size);
        if (code == ParagraphHuge || code == ParagraphHugeOld || code == ParagraphTableProperties) {
            const qint64 place = operand.u32(0);
            if (depth == 0)
                each(m_data.part(place + 2, m_data.u16(place)), depth + 1, take);
        } else {
            take(code, operand);
        }
        at += size;
    }
}

void DocProperties::apply(ByteView list, DocParagraph &paragraph)
{
    each(list, 0, [&paragraph](quint16 code, ByteView operand) {
        switch (code) {
        case ParagraphInTable:
            paragraph.depth = operand.u8(0) ? std::max(1, paragraph.depth) : 0;
            break;
        case ParagraphDepth:
            paragraph.depth = int(std::min<quint32>(operand.u32(0), 0xFFFF));
            break;
        case ParagraphDepthMore:
            paragraph.depth = std::clamp(paragraph.depth + int(qint16(operand.u16(0))), 0, 0xFFFF);
            break;
        case ParagraphEndsRow:
        case ParagraphEndsInnerRow:
            paragraph.endsRow = operand.u8(0);
            break;
        case ParagraphLevel:
            paragraph.level = operand.u8(0);
            break;
        case ParagraphList:
            paragraph.list = operand.i16(0);
            break;
        case ParagraphEndsInnerCell:
            paragraph.endsCell = operand.u8(0);
            break;
        case TableCells:
            paragraph.row = rowOf(operand);
            break;
        case TableMerge:
            joinCells(paragraph.row, operand.u8(0), operand.u8(1), true);
            break;
        case TableSplit:
            joinCells(paragraph.row, operand.u8(0), operand.u8(1), false);
            break;
        case TableMergeDown:
            if (operand.u8(1) < paragraph.row.cells.size()) {
                DocRow::Cell &cell = paragraph.row.cells[operand.u8(1)];
                cell.joinsAbove = operand.u8(2) == 1;
                cell.beginsDown = operand.u8(2) == 3;
            }
            break;
        default:
            break;
        }
    });
}

void DocProperties::apply(ByteView list, DocCharacters &characters)
{
    // 0x81 is "the opposite of the style", and styles seldom hide.
    const auto isSet = [](ByteView operand) { return operand.u8(0) == 1 || operand.u8(0) == 0x81; };
    each(list, 0, [&characters, isSet](quint16 code, ByteView operand) {
        switch (code) {
        case CharactersHidden:
            characters.hidden = isSet(operand);
            break;
        case CharactersDeleted:
            characters.deleted = isSet(operand);
            break;
        case CharactersSpecial:
            characters.special = isSet(operand);
            break;
        case CharactersSymbol:
            characters.symbol = operand.u16(2);
            break;
        default:
            break;
        }
    });
}

DocParagraph DocProperties::paragraph(qint64 offset, ByteView changes)
{
    DocParagraph paragraph;
    const ByteView page = pageFor(m_document, m_paragraphPages, offset);
    const int run = runFor(page, offset);
    if (run >= 0) {
        const int count = page.u8(pageSize - 1);
        const qint64 place = 2 * page.u8(4 * (count + 1) + 13LL * run);
        // The size is in words, the list begins behind the style's number.
        const int words = page.u8(place);
        if (place)
            applyStyle(page.u16(place + (words ? 1 : 2)), 0, paragraph);
        if (place && words)
            apply(page.part(place + 3, 2 * words - 3), paragraph);
        else if (place)
            apply(page.part(place + 4, 2 * page.u8(place + 1) - 2), paragraph);
    }
    apply(changes, paragraph);
    return paragraph;
}

DocCharacters DocProperties::characters(qint64 offset, ByteView changes)
{
    DocCharacters characters;
    characters.end = offset + 1;
    const ByteView page = pageFor(m_document, m_characterPages, offset);
    const int run = runFor(page, offset);
    if (run >= 0) {
        characters.end = page.u32(4 * (run + 1));
        const int count = page.u8(pageSize - 1);
        const qint64 place = 2 * page.u8(4 * (count + 1) + run);
        if (place)
            apply(page.part(place + 1, page.u8(place)), characters);
    }
    apply(changes, characters);
    return characters;
}

}  // namespace mz
