#pragma once

#include "model/domain/report.h"

namespace mz {

/// One table laid out as its form prints it: headings over several levels, the
/// lanes side by side with their feet level, every printed column. Screen, print
/// and files all draw this. Valid until the sheet's rows change.
class TableLayout
{
public:
    struct Column
    {
        Heading::Shows shows = Heading::Shows::Amount;
        int lane = 0;
        int sheetColumn = -1;  ///< Of an amount.
        int codeLevel = 0;
        QString title;
        QString english;
        int number = 0;  ///< 栏次 of an amount column.
    };
    struct HeadingCell
    {
        QString title;
        QString english;
        int row = 0;
        int column = 0;
        int rowSpan = 1;
        int columnSpan = 1;
    };
    /// What one place of the body shows.
    struct Place
    {
        Heading::Shows shows = Heading::Shows::Group;  ///< Group: nothing.
        int sheetRow = -1;
        int sheetColumn = -1;
        int span = 1;          ///< Columns that it covers.
        bool covered = false;  ///< Lies under the span of a place to its left.
    };

    explicit TableLayout(const Sheet &sheet);

    const std::vector<Column> &columns() const { return m_columns; }
    const std::vector<HeadingCell> &headings() const { return m_headings; }
    int headingRows() const { return m_headingRows; }
    int rowCount() const { return m_bodyRows + m_footRows; }
    int columnCount() const { return int(m_columns.size()); }
    bool hasColumnNumbers() const { return m_columnNumbers; }
    /// Columns that stay in view when the table is scrolled sideways.
    int frozenColumns() const { return m_frozen; }

    Place at(int row, int column) const;
    /// The place of a cell of the sheet; row -1 where it is not shown.
    std::pair<int, int> find(int sheetRow, int sheetColumn) const;
    /// 行次 of a physical row in a lane.
    QString lineNumber(const Sheet &sheet, int row, int lane) const;
    /// The part of an account code that a code column shows.
    static QString codeText(const SheetRow &row, int codeLevel);

private:
    int addHeading(const Heading &heading, int row, int lane, const TableForm &form);
    int sheetRowAt(int row, int lane) const { return m_rows[size_t(row) * m_lanes + size_t(lane)]; }

    std::vector<Column> m_columns;
    std::vector<HeadingCell> m_headings;
    std::vector<int> m_rows;         ///< Sheet row of each physical row and lane; -1 is filler.
    std::vector<int> m_physicalRow;  ///< Where each sheet row stands.
    std::vector<int> m_rowLane;      ///< Of each sheet row: its lane.
    std::vector<int> m_rowLanes;     ///< Of each sheet row: lanes that it spans.
    std::vector<bool> m_rowHasCode;
    std::vector<std::pair<int, int>> m_laneColumns;  ///< First and last column of each lane.
    size_t m_lanes = 0;
    int m_headingRows = 0;
    int m_bodyRows = 0;
    int m_footRows = 0;
    int m_frozen = 0;
    bool m_columnNumbers = false;
};

/// The line over a table: "部门：…", "公开05表", "单位：万元".
QString agencyLine(const Sheet &sheet, const QString &agency);
QString unitLine(const Sheet &sheet);
/// "万元" or "元".
QString unitName(Money::Unit unit);

}  // namespace mz
