#include "model/manuscript/readers/xls_sheet.h"

#include "model/manuscript/readers/reading.h"
#include "model/manuscript/readers/xls_records.h"
#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cstring>
#include <map>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(XlsReader)
};

/// Ten bits of fraction are missing of the double, or it is a whole number of
/// thirty bits; either may be in hundredths. [MS-XLS] 2.5.217.
double shortNumber(quint32 bits)
{
    double value = 0;
    if (bits & 2) {
        value = double(qint32(bits) >> 2);
    } else {
        const quint64 wide = quint64(bits & ~3U) << 32;
        std::memcpy(&value, &wide, sizeof value);
    }
    return bits & 1 ? value / 100 : value;
}

/// Of a sheet of Excel 97 to 2003.
constexpr int mostColumns = 256;

QString errorText(quint8 code)
{
    switch (code) {
    case 0x00:
        return QStringLiteral("#NULL!");
    case 0x07:
        return QStringLiteral("#DIV/0!");
    case 0x0F:
        return QStringLiteral("#VALUE!");
    case 0x17:
        return QStringLiteral("#REF!");
    case 0x1D:
        return QStringLiteral("#NAME?");
    case 0x24:
        return QStringLiteral("#NUM!");
    default:
        return QStringLiteral("#N/A");
    }
}

QString truthText(bool value) { return value ? QStringLiteral("TRUE") : QStringLiteral("FALSE"); }

/// The cells as they come, which is mostly in order.
class SheetBuilder
{
public:
    explicit SheetBuilder(const Workbook &shared) : m_shared(shared) { }

    void take(const XlsRecords &records);
    SheetCells finish();
    qint64 cells() const { return qint64(m_cells.size()); }
    qint64 characters() const { return m_characters; }

private:
    struct Placed
    {
        int row = 1;
        SheetCell cell;
    };

    /// Row, column and style begin every cell's record.
    SheetCell *add(int row, int column, quint16 style)
    {
        if (column >= mostColumns)
            return nullptr;
        SheetCell cell;
        cell.column = quint16(column + 1);
        cell.style = style;
        m_cells.push_back({row + 1, cell});
        return &m_cells.back().cell;
    }
    void addText(SheetCell *cell, QString text)
    {
        if (!cell)
            return;
        cell->kind = SheetCell::Kind::Text;
        cell->value = qint64(m_sheet.texts.size());
        m_characters += text.size();
        m_sheet.texts.push_back(std::move(text));
    }
    static void addNumber(SheetCell *cell, double value)
    {
        if (cell)
            cell->setNumber(Decimal::fromDouble(value));
    }
    void takeFormula(SheetCell *cell, ByteView result);
    void takeMerges(ByteView body);

    const Workbook &m_shared;
    SheetCells m_sheet;
    std::vector<Placed> m_cells;
    std::map<int, bool> m_rowHidden;
    std::array<bool, mostColumns> m_columnHidden = {};
    size_t m_awaitsText = 0;  ///< The formula whose text follows, as index + 1.
    qint64 m_characters = 0;
};

void SheetBuilder::takeFormula(SheetCell *cell, ByteView result)
{
    if (result.u16(6) != 0xFFFF) {
        addNumber(cell, result.f64(0));
        return;
    }
    switch (result.u8(0)) {
    case 0:
        m_awaitsText = cell ? m_cells.size() : 0;
        break;
    case 1:
        addText(cell, truthText(result.u8(2)));
        break;
    case 2:
        addText(cell, errorText(result.u8(2)));
        break;
    default:
        addText(cell, {});
        break;
    }
}

void SheetBuilder::takeMerges(ByteView body)
{
    const int count = body.u16(0);
    for (int i = 0; i < count && body.holds(2 + 8LL * i, 8); ++i) {
        const qint64 at = 2 + 8LL * i;
        m_sheet.merges.push_back(CellRange::between({body.u16(at) + 1, body.u16(at + 4) + 1},
            {body.u16(at + 2) + 1, body.u16(at + 6) + 1}));
    }
}

void SheetBuilder::take(const XlsRecords &records)
{
    const ByteView &body = records.body();
    const int row = body.u16(0);
    const int column = body.u16(2);
    const quint16 style = body.u16(4);
    switch (records.type()) {
    case XlsRecords::Number:
        addNumber(add(row, column, style), body.f64(6));
        break;
    case XlsRecords::ShortNumber:
        addNumber(add(row, column, style), shortNumber(body.u32(6)));
        break;
    case XlsRecords::MultipleNumbers:
        for (int i = 0; body.holds(4 + 6LL * i, 8); ++i)
            addNumber(
                add(row, column + i, body.u16(4 + 6LL * i)), shortNumber(body.u32(6 + 6LL * i)));
        break;
    case XlsRecords::SharedText: {
        const quint32 index = body.u32(6);
        if (index >= m_shared.texts.size())
            break;
        if (SheetCell *cell = add(row, column, style)) {
            cell->kind = SheetCell::Kind::SharedText;
            cell->value = index;
            m_characters += m_shared.texts[index].size();
        }
        break;
    }
    case XlsRecords::Text:
    case XlsRecords::RichText:
        addText(add(row, column, style), XlsTextReader(records.wholeBody(), 6).text());
        break;
    case XlsRecords::TruthOrError:
        addText(
            add(row, column, style), body.u8(7) ? errorText(body.u8(6)) : truthText(body.u8(6)));
        break;
    case XlsRecords::Formula:
        takeFormula(add(row, column, style), body.part(6, 8));
        break;
    case XlsRecords::FormulaText:
        if (m_awaitsText > 0)
            addText(&m_cells[m_awaitsText - 1].cell, XlsTextReader(records.wholeBody()).text());
        m_awaitsText = 0;
        break;
    case XlsRecords::MergedCells:
        takeMerges(body);
        break;
    case XlsRecords::Row:
        m_rowHidden[row + 1] = body.u16(12) & 0x0020;
        break;
    case XlsRecords::Column:
        // A column of width 0 shows nothing, too.
        for (int i = row; i <= column && i < mostColumns; ++i)
            m_columnHidden[size_t(i)] = (body.u16(8) & 0x0001) || style == 0;
        break;
    case XlsRecords::Window:
        m_sheet.zerosHidden = !(row & 0x0010);
        break;
    default:
        break;
    }
}

SheetCells SheetBuilder::finish()
{
    const auto before = [](const Placed &a, const Placed &b) {
        return a.row != b.row ? a.row < b.row : a.cell.column < b.cell.column;
    };
    std::stable_sort(m_cells.begin(), m_cells.end(), before);
    m_sheet.cells.reserve(m_cells.size());
    for (int i = 0; i < mostColumns; ++i) {
        if (m_columnHidden[size_t(i)])
            m_sheet.hiddenColumns.push_back({i + 1, i + 1});
    }
    const auto addRow = [this](int number) {
        const auto hidden = m_rowHidden.find(number);
        CellRow row;
        row.number = number;
        row.first = quint32(m_sheet.cells.size());
        row.hidden = hidden != m_rowHidden.end() && hidden->second;
        m_sheet.rows.push_back(row);
    };
    auto known = m_rowHidden.begin();
    const auto addEmptyRows = [&](int upTo) {
        for (; known != m_rowHidden.end() && known->first < upTo; ++known) {
            if (m_sheet.rows.empty() || m_sheet.rows.back().number < known->first)
                addRow(known->first);
        }
    };
    for (const Placed &placed : m_cells) {
        addEmptyRows(placed.row);
        if (m_sheet.rows.empty() || m_sheet.rows.back().number != placed.row)
            addRow(placed.row);
        CellRow &row = m_sheet.rows.back();
        // Of two cells in one place the later one counts.
        if (row.count > 0 && m_sheet.cells.back().column == placed.cell.column) {
            m_sheet.cells.back() = placed.cell;
            continue;
        }
        m_sheet.cells.push_back(placed.cell);
        ++row.count;
    }
    addEmptyRows(SheetCells::mostRows);
    return std::move(m_sheet);
}

}  // namespace

Result<SheetCells> XlsSheetReader::read(
    qint64 place, const Workbook &shared, const std::function<bool()> &goOn)
{
    const Error damaged{Say::tr("The file is damaged: a sheet is not where it ought to be."), {}};
    XlsRecords records(m_stream, place);
    if (!records.next() || records.type() != XlsRecords::Begin)
        return damaged;
    SheetBuilder sheet(shared);
    int depth = 1;  // charts have their records among those of the sheet
    qint64 done = records.position();
    for (quint32 count = 1; depth > 0 && records.next(); ++count) {
        m_bytesLeft -= records.position() - done;
        done = records.position();
        if (m_bytesLeft < 0)
            return damaged;
        constexpr quint32 between = 16 * 1024;
        if (count % between == 0 && !goOn())
            return readingStopped();
        if (records.type() == XlsRecords::Begin)
            ++depth;
        else if (records.type() == XlsRecords::End)
            --depth;
        else if (depth == 1)
            sheet.take(records);
        if (sheet.cells() > m_cellsLeft)
            return Error{Say::tr("The workbook has more than %1 cells; no report has.")
                             .arg(ReadingLimits::cells),
                {}};
        if (sheet.characters() > m_charactersLeft)
            return Error{Say::tr("The workbook has more than %1 million characters; no report has.")
                             .arg(ReadingLimits::characters / 1'000'000),
                {}};
    }
    m_cellsLeft -= sheet.cells();
    m_charactersLeft -= sheet.characters();
    return sheet.finish();
}

}  // namespace mz
