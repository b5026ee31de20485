#include "model/manuscript/readers/xlsx_sheet_reader.h"
#include "model/manuscript/readers/xlsx_workbook.h"

#include <QCoreApplication>
#include <QHash>
#include <charconv>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(XlsxReader)
};

constexpr size_t mostMerges = 200'000;

class SheetReader : public SaxHandler
{
public:
    SheetReader(SheetCells &sheet, qint64 cellsLeft) : m_sheet(sheet), m_cellsLeft(cellsLeft) { }

    void begin(std::string_view name, const SaxAttributes &attributes) override
    {
        if (name == "c") {
            beginCell(attributes);
        } else if (name == "v") {
            m_hasValue = true;
            collect(m_text);
        } else if (name == "row") {
            beginRow(attributes);
        } else if (name == "t") {
            if (m_inline && !m_reading)
                m_target = &m_text;
        } else if (name == "f") {
            beginFormula(attributes);
        } else if (name == "is") {
            m_inline = true;
            m_text.clear();
        } else if (name == "rPh") {
            m_reading = true;
        } else if (name == "mergeCell") {
            if (m_sheet.merges.size() < mostMerges)
                if (const auto range = readCellRange(attributes.value("ref")))
                    m_sheet.merges.push_back(*range);
        } else if (name == "col") {
            if ((attributes.isOn("hidden") || isNothing(attributes.value("width")))
                && m_sheet.hiddenColumns.size() < size_t(SheetCells::mostColumns))
                m_sheet.hiddenColumns.emplace_back(
                    attributes.number("min", 0), attributes.number("max", 0));
        } else if (name == "sheetView") {
            const std::string_view zeros = attributes.value("showZeros");
            m_sheet.zerosHidden = zeros == "0" || zeros == "false";
        }
    }

    void end(std::string_view name) override
    {
        if (name == "c") {
            endCell();
        } else if (name == "v" || name == "t") {
            m_target = nullptr;
        } else if (name == "f") {
            m_target = nullptr;
            m_formula.text = QByteArray(m_formulaText.data(), qsizetype(m_formulaText.size()));
        } else if (name == "is") {
            m_inline = false;
        } else if (name == "rPh") {
            m_reading = false;
        }
    }

    void text(std::string_view piece) override
    {
        if (!m_target)
            return;
        *m_target += piece;
        m_characters += qint64(piece.size());
        if (m_characters > 4 * ReadingLimits::characters)
            fail({Say::tr("The file holds more text than any report."), {}});
    }

private:
    enum class Type { Number, Shared, Inline, Text, Truth };

    void collect(std::string &target)
    {
        target.clear();
        m_target = &target;
    }

    static bool isNothing(std::string_view width)
    {
        return !width.empty() && width.find_first_not_of("0.") == std::string_view::npos;
    }

    void failPlace()
    {
        fail({Say::tr("The file is damaged: its rows and cells are not in order."), {}});
    }

    void beginRow(const SaxAttributes &attributes)
    {
        const int last = m_sheet.rows.empty() ? 0 : m_sheet.rows.back().number;
        const int number = attributes.value("r").empty() ? last + 1 : attributes.number("r", 0);
        if (number <= last || number > SheetCells::mostRows)
            return failPlace();
        const bool hidden = attributes.isOn("hidden") || isNothing(attributes.value("ht"));
        m_sheet.rows.push_back({number, quint32(m_sheet.cells.size()), 0, hidden});
        m_column = 0;
    }

    void beginCell(const SaxAttributes &attributes)
    {
        int column = m_column + 1;
        if (const std::string_view name = attributes.value("r"); !name.empty()) {
            const auto place = readCellName(name);
            if (!place || m_sheet.rows.empty() || place->first != m_sheet.rows.back().number)
                return failPlace();
            column = place->second;
        }
        if (m_sheet.rows.empty() || column <= m_column || column > SheetCells::mostColumns)
            return failPlace();
        m_column = column;
        m_cell = {};
        m_cell.column = quint16(column);
        m_cell.style = quint16(qBound(0, attributes.number("s", 0), 65'535));
        const std::string_view type = attributes.value("t");
        m_type = type == "s"                              ? Type::Shared
            : type == "inlineStr"                         ? Type::Inline
            : type == "b"                                 ? Type::Truth
            : type == "str" || type == "e" || type == "d" ? Type::Text
                                                          : Type::Number;
        m_hasValue = false;
        m_hasFormula = false;
        m_formula = {};
        m_text.clear();
    }

    void beginFormula(const SaxAttributes &attributes)
    {
        m_hasFormula = true;
        m_formula = {};
        collect(m_formulaText);
        const std::string_view type = attributes.value("t");
        m_shared = type == "shared" ? attributes.number("si", -1) : -1;
        // An array's formula stands for many cells, a data table for none.
        m_formulaPlain = type.empty() || type == "normal" || m_shared >= 0;
    }

    void endCell()
    {
        if (m_sheet.rows.empty() || m_cell.column == 0)
            return;
        if (m_hasFormula)
            shareFormula();
        switch (m_type) {
        case Type::Shared:
            setShared();
            break;
        case Type::Truth:
            if (!m_text.empty() && m_hasValue)
                setText(m_text == "0" ? QStringLiteral("FALSE") : QStringLiteral("TRUE"));
            break;
        case Type::Inline:
        case Type::Text:
            if (m_hasValue || !m_hasFormula)
                setText(sheetText(m_text));
            break;
        case Type::Number:
            if (!m_hasValue || m_text.empty())
                break;
            if (const auto number = Decimal::parse(m_text))
                m_cell.setNumber(*number);
            else
                setText(sheetText(m_text));
            break;
        }
        if (m_hasFormula && m_cell.kind == SheetCell::Kind::Blank
            && !(m_hasValue && m_type == Type::Text)) {
            m_cell.kind = SheetCell::Kind::Formula;
            m_cell.value = qint64(m_sheet.formulas.size());
            if (!m_formulaPlain)
                m_formula = {};
            m_sheet.formulas.push_back(std::move(m_formula));
        }
        if (m_cell.kind == SheetCell::Kind::Blank)
            return;
        m_sheet.cells.push_back(m_cell);
        ++m_sheet.rows.back().count;
        if (qint64(m_sheet.cells.size()) > m_cellsLeft)
            fail({Say::tr("The workbook has more than %1 cells.").arg(ReadingLimits::cells), {}});
    }

    /// The first cell of a shared formula brings its text, the others only its number.
    void shareFormula()
    {
        if (m_shared < 0)
            return;
        const std::pair place(m_sheet.rows.back().number, int(m_cell.column));
        if (!m_formula.text.isEmpty()) {
            m_masters.insert(m_shared, {m_formula.text, place.first, place.second});
            return;
        }
        const auto master = m_masters.constFind(m_shared);
        if (master != m_masters.cend())
            m_formula = {
                master->text, place.first - master->rowShift, place.second - master->columnShift};
    }

    void setShared()
    {
        int index = -1;
        std::from_chars(m_text.data(), m_text.data() + m_text.size(), index);
        if (!m_hasValue || index < 0)
            return;
        m_cell.kind = SheetCell::Kind::SharedText;
        m_cell.value = index;
    }

    void setText(QString text)
    {
        if (text.isEmpty())
            return;
        m_cell.kind = SheetCell::Kind::Text;
        m_cell.value = qint64(m_sheet.texts.size());
        m_sheet.texts.push_back(std::move(text));
    }

    SheetCells &m_sheet;
    qint64 m_cellsLeft;
    qint64 m_characters = 0;
    SheetCell m_cell;
    Type m_type = Type::Number;
    SheetFormula m_formula;
    QHash<int, SheetFormula> m_masters;  // with the place of the first cell as shift
    std::string m_text;                  // of the value
    std::string m_formulaText;
    std::string *m_target = nullptr;  // of the two: which is being read, if any
    int m_column = 0;
    int m_shared = -1;
    bool m_inline = false;
    bool m_reading = false;
    bool m_hasValue = false;
    bool m_hasFormula = false;
    bool m_formulaPlain = true;
};

}  // namespace

Result<SheetCells> readSheetCells(
    ZipArchive &archive, const QString &part, qint64 cellsLeft, const std::function<bool()> &goOn)
{
    SheetCells sheet;
    SheetReader reader(sheet, cellsLeft);
    if (const auto error = readSax(archive, part, reader, goOn))
        return *error;
    return sheet;
}

}  // namespace mz
