#pragma once

#include "model/manuscript/readers/decimal.h"
#include <QByteArray>
#include <QString>
#include <vector>

namespace mz {

/// What a cell of a sheet holds, in 16 bytes: a sheet may have a million.
struct SheetCell
{
    enum class Kind : quint8 {
        Blank,
        Number,
        Text,        ///< Of the sheet's own texts.
        SharedText,  ///< Of the workbook's texts.
        Formula,     ///< Without a stored result.
    };

    qint64 value = 0;  ///< A number's digits; else which text, or which formula.
    quint16 column = 1;
    quint16 style = 0;
    qint16 decimals = 0;
    Kind kind = Kind::Blank;

    Decimal number() const { return {value, decimals}; }
    void setNumber(const Decimal &number)
    {
        kind = Kind::Number;
        value = number.digits;
        decimals = qint16(number.decimals);
    }
};

struct CellRow
{
    int number = 0;     ///< From 1.
    quint32 first = 0;  ///< Where its cells begin.
    quint32 count = 0;
    bool hidden = false;
};

struct SheetFormula
{
    QByteArray text;  ///< As the file has it, without "=".
    /// A formula that several cells share moves with the cell.
    int rowShift = 0;
    int columnShift = 0;
};

/// Rows and columns from 1, both ends belong to it.
struct CellRange
{
    int top = 1;
    int left = 1;
    int bottom = 1;
    int right = 1;

    /// With two opposite corners, each as row and column.
    static CellRange between(std::pair<int, int> a, std::pair<int, int> b);
};

/// One sheet as its part has it: rows in order, and in each its cells in order.
struct SheetCells
{
    static constexpr int mostRows = 1'048'576;
    static constexpr int mostColumns = 16'384;

    std::vector<CellRow> rows;
    std::vector<SheetCell> cells;
    std::vector<QString> texts;
    std::vector<SheetFormula> formulas;
    std::vector<CellRange> merges;
    std::vector<std::pair<int, int>> hiddenColumns;  ///< First and last.
    bool zerosHidden = false;

    /// The cells of columns `left` to `right` of a row (an index into `rows`).
    std::pair<const SheetCell *, const SheetCell *> between(
        const CellRow &row, int left, int right) const;
    /// The first row whose number is not below.
    std::vector<CellRow>::const_iterator rowFrom(int number) const;
};

/// "BC12" as row and column, with or without "$"; empty where it is no cell of
/// a sheet.
std::optional<std::pair<int, int>> readCellName(std::string_view name);
/// "A1:B2", or "A1" alone.
std::optional<CellRange> readCellRange(std::string_view name);

}  // namespace mz
