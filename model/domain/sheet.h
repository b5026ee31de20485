#pragma once

#include "model/domain/amount.h"
#include "model/domain/table_form.h"
#include <QHash>
#include <QJsonObject>
#include <memory>
#include <vector>

namespace mz {

/// One amount of a table. A pinned total shows what was published (or typed),
/// not what its formula gives.
struct Cell
{
    Amount amount;
    bool pinned = false;
    bool operator==(const Cell &) const = default;
};

struct SheetColumn
{
    QString id;  ///< The form's, or "extra1" .. for a column the form does not know.
    QString title;
    bool operator==(const SheetColumn &) const = default;
};

struct SheetRow
{
    QString key;    ///< Account code, or the form's word; "extra1" .. for a line it does not know.
    QString label;  ///< As printed, without leading white space.
    AccountCode code;
    int lane = 0;
    int indent = 0;
    int lanes = 1;
    bool foot = false;
    bool strong = false;
    int publishedRow = -1;  ///< This row in Sheet::published; -1 where it is new.
    QJsonObject unknown;    ///< Keys of a newer file, kept.
    bool operator==(const SheetRow &) const = default;
};

/// One table of a report: rows by columns of amounts, as printed. Rows of all
/// lanes are one list, lane after lane.
class Sheet
{
public:
    std::shared_ptr<const TableForm> form;
    QString title;   ///< As printed.
    QString number;  ///< As printed, or "".
    QString agency;  ///< The department that the table names, as printed; "" where it names none.
    Money::Unit unit = Money::Unit::TenThousandYuan;
    QStringList notes;  ///< The lines under the table, as printed.
    std::vector<SheetColumn> columns;
    std::vector<SheetRow> rows;
    int minimumBodyRows = 0;                 ///< Printed filler rows keep lanes level.
    std::vector<QStringList> printedLines;   ///< 行次 as printed, a list a lane.
    QStringList printedColumnNumbers;        ///< 栏次 as printed.
    std::shared_ptr<const Sheet> published;  ///< The baseline; null for a new table.
    QJsonObject unknown;

    /// The form's lines, blank, with its tree empty.
    static Sheet fromForm(std::shared_ptr<const TableForm> form);

    int rowCount() const { return int(rows.size()); }
    int columnCount() const { return int(columns.size()); }
    Cell &cell(int row, int column) { return m_cells[index(row, column)]; }
    const Cell &cell(int row, int column) const { return m_cells[index(row, column)]; }
    /// What is printed in the cell, exactly.
    QString printed(int row, int column) const;
    /// The text that the amount does not print as; null where it prints as itself.
    QString ownText(int row, int column) const;
    /// Sets the amount; `text` is kept where the amount does not print as it.
    void setPrinted(int row, int column, const Amount &amount, const QString &text = {});

    void insertRow(int at, SheetRow row);
    void removeRow(int row);
    /// Removes all rows (of a table that is about to be filled from a file).
    void clearRows();
    void addColumn(SheetColumn column);

    /// The row with this key; `lane` -1 is any lane. -1 where there is none.
    int rowOf(QStringView key, int lane = -1) const;
    int columnOf(QStringView idOrTitle) const;
    /// Whether the form has this column in the row's lane.
    bool hasCell(int row, int column) const;
    /// The published amount of the cell, or null where there is none.
    const Amount *publishedAmount(int row, int column) const;
    QString publishedText(int row, int column) const;

    bool operator==(const Sheet &other) const;

private:
    size_t index(int row, int column) const
    {
        return size_t(row) * columns.size() + size_t(column);
    }
    std::vector<Cell> m_cells;
    QHash<qint64, QString> m_texts;  ///< row * 256 + column -> text that the amount does not print.
};

}  // namespace mz
