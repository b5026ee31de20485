#pragma once

#include "model/compose/table_layout.h"
#include "model/document/check_session.h"
#include <QAbstractTableModel>

namespace mz {

/// Shows one table of the document as its form prints it: both sides of T01 and
/// T04, the blocks of T06. Owns no data of its own. Headings over several levels,
/// title and lines around the table are in layout() and the functions beside it.
class SheetModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class CellKind { Nothing, Code, Label, Line, Input, Total };
    Q_ENUM(CellKind)
    enum Role {
        KindRole = Qt::UserRole,  ///< CellKind as int.
        FormulaRole,              ///< Text of a total's formula.
        PublishedRole,            ///< What was published, as printed; invalid for a new table.
        DecimalsRole,             ///< Printed decimals of an amount; -1 without one.
        ColumnDecimalsRole,       ///< The most decimals in the column: for the decimal point.
        CodeLevelRole,            ///< 1 类, 2 款, 3 项, 0 none.
        IndentRole,
        StrongRole,  ///< 类 and 合计.
        PinnedRole,
        EditedRole,  ///< Differs from what was published.
        UnreadableRole,
        ZeroRole,
        SpanRole,       ///< Columns that the cell covers.
        SortRole,       ///< Raw value: fen for money.
        SeverityRole,   ///< Severity of the worst finding there, as int; -1 without one.
        HighlightRole,  ///< One side of the equation that is being looked at.
        RoundingRole,   ///< A pinned total that differs by rounding only.
    };

    SheetModel(ReportDocument &document, int sheet, QObject *parent = nullptr);

    /// Marks cells by the findings of this session; it must outlive the model.
    void setChecks(const CheckSession *checks);
    /// The cells of the equation that is being looked at.
    void setHighlight(std::vector<CellRef> cells);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    int sheetIndex() const { return m_sheetIndex; }
    const Sheet &sheet() const { return m_document.report().sheets[size_t(m_sheetIndex)]; }
    const TableLayout &layout() const { return *m_layout; }
    ReportDocument &document() const { return m_document; }

    /// The cell of the report at an index; invalid where there is no amount.
    CellRef cellAt(const QModelIndex &index) const;
    QModelIndex indexOf(CellRef at) const;
    /// The account or form row at an index; -1 on filler.
    int sheetRowAt(const QModelIndex &index) const;

signals:
    void editRejected(const mz::Error &error);

private:
    QVariant amountData(const TableLayout::Place &place, int role) const;
    QString text(const TableLayout::Place &place, int row, int column) const;
    QString toolTip(const TableLayout::Place &place) const;
    CellKind kind(const TableLayout::Place &place, int column) const;
    int columnDecimals(int sheetColumn) const;
    void repaintAll();
    void onCellsChanged(const std::vector<CellRef> &cells);

    ReportDocument &m_document;
    int m_sheetIndex;
    std::unique_ptr<TableLayout> m_layout;
    const CheckSession *m_checks = nullptr;
    std::vector<CellRef> m_highlight;
    mutable std::vector<int> m_columnDecimals;  ///< Of each sheet column; -1 until asked for.
};

}  // namespace mz
