#include "model/compose/table_layout.h"

#include <algorithm>

namespace mz {

namespace {

int depthOf(const Heading &heading)
{
    int depth = 0;
    for (const Heading &below : heading.below)
        depth = qMax(depth, depthOf(below));
    return depth + 1;
}

}  // namespace

TableLayout::TableLayout(const Sheet &sheet)
    : m_lanes(sheet.form->lanes.size())
    , m_columnNumbers(sheet.form->columnNumbers)
{
    const TableForm &form = *sheet.form;
    for (const FormLane &lane : form.lanes) {
        for (const Heading &heading : lane.heading)
            m_headingRows = qMax(m_headingRows, depthOf(heading));
    }
    for (size_t lane = 0; lane < m_lanes; ++lane) {
        const int first = columnCount();
        for (const Heading &heading : form.lanes[lane].heading)
            addHeading(heading, 0, int(lane), form);
        m_laneColumns.emplace_back(first, columnCount() - 1);
    }
    for (size_t extra = form.columns.size(); extra < sheet.columns.size(); ++extra) {
        const QString &title = sheet.columns[extra].title;
        m_headings.push_back({title, {}, 0, columnCount(), m_headingRows, 1});
        m_columns.push_back(
            {Heading::Shows::Amount, int(m_lanes) - 1, int(extra), 0, title, {}, 0});
        ++m_laneColumns.back().second;
    }
    int number = 0;
    for (Column &column : m_columns) {
        if (column.shows == Heading::Shows::Amount)
            column.number = ++number;
    }
    while (m_lanes == 1 && m_frozen < columnCount()
        && m_columns[size_t(m_frozen)].shows != Heading::Shows::Amount)
        ++m_frozen;

    std::vector<std::vector<int>> body{m_lanes}, foot{m_lanes};
    for (int row = 0; row < sheet.rowCount(); ++row) {
        const SheetRow &line = sheet.rows[size_t(row)];
        (line.foot ? foot : body)[size_t(line.lane)].push_back(row);
        m_rowLane.push_back(line.lane);
        m_rowLanes.push_back(qBound(1, line.lanes, int(m_lanes) - line.lane));
        m_rowHasCode.push_back(!line.code.isEmpty());
    }
    m_bodyRows = sheet.minimumBodyRows;
    for (size_t lane = 0; lane < m_lanes; ++lane) {
        m_bodyRows = qMax(m_bodyRows, int(body[lane].size()));
        m_footRows = qMax(m_footRows, int(foot[lane].size()));
    }
    m_rows.assign(size_t(rowCount()) * m_lanes, -1);
    m_physicalRow.assign(sheet.rows.size(), -1);
    const auto put = [this](size_t at, size_t lane, int row) {
        m_rows[at * m_lanes + lane] = row;
        m_physicalRow[size_t(row)] = int(at);
    };
    for (size_t lane = 0; lane < m_lanes; ++lane) {
        for (size_t i = 0; i < body[lane].size(); ++i)
            put(i, lane, body[lane][i]);
        for (size_t i = 0; i < foot[lane].size(); ++i) {
            // The last line of every foot (总计) stands on the last row.
            const bool last = i + 1 == foot[lane].size();
            const size_t at = size_t(m_bodyRows) + (last ? size_t(m_footRows) - 1 : i);
            put(at, lane, foot[lane][i]);
        }
    }
}

/// Returns the number of columns below the heading.
int TableLayout::addHeading(const Heading &heading, int row, int lane, const TableForm &form)
{
    const int column = columnCount();
    const size_t cell = m_headings.size();
    m_headings.push_back({heading.title, heading.english, row, column, 1, 1});
    if (heading.below.empty()) {
        m_headings[cell].rowSpan = m_headingRows - row;
        m_columns.push_back({heading.shows, lane,
            heading.shows == Heading::Shows::Amount ? form.columnIndex(heading.column) : -1,
            heading.codeLevel, heading.title, heading.english, 0});
        return 1;
    }
    int width = 0;
    for (const Heading &below : heading.below)
        width += addHeading(below, row + 1, lane, form);
    m_headings[cell].columnSpan = width;
    return width;
}

TableLayout::Place TableLayout::at(int row, int column) const
{
    Place place;
    const Column &shown = m_columns[size_t(column)];
    int lane = shown.lane;
    int sheetRow = sheetRowAt(row, lane);
    // A line of a lane further left may reach into this one.
    for (int left = lane - 1; sheetRow < 0 && left >= 0; --left) {
        const int other = sheetRowAt(row, left);
        if (other >= 0 && left + m_rowLanes[size_t(other)] > lane) {
            sheetRow = other;
            lane = left;
        }
    }
    if (sheetRow < 0)
        return place;
    place.sheetRow = sheetRow;
    const int lanes = m_rowLanes[size_t(sheetRow)];
    const int first = m_laneColumns[size_t(lane)].first;
    const int last = m_laneColumns[size_t(lane + lanes - 1)].second;
    if (lanes > 1) {
        // The label runs up to the amount of the last lane.
        int amount = last;
        while (amount > first && m_columns[size_t(amount)].shows != Heading::Shows::Amount)
            --amount;
        if (column == amount) {
            place.shows = Heading::Shows::Amount;
            place.sheetColumn = m_columns[size_t(amount)].sheetColumn;
        } else {
            place.shows = Heading::Shows::Label;
            place.covered = column != first;
            place.span = column == first ? amount - first : 1;
        }
        return place;
    }
    place.shows = shown.shows;
    place.sheetColumn = shown.sheetColumn;
    if (!m_rowHasCode[size_t(sheetRow)] && lane < int(m_laneColumns.size())) {
        // 合计 has no code: its name covers the code columns.
        const bool code = shown.shows == Heading::Shows::Code;
        const bool label = shown.shows == Heading::Shows::Label;
        const bool behindCode = label && column > first
            && m_columns[size_t(column) - 1].shows == Heading::Shows::Code;
        if (code) {
            place.shows = Heading::Shows::Label;
            const bool start
                = column == first || m_columns[size_t(column) - 1].shows != Heading::Shows::Code;
            place.covered = !start;
            int end = column;
            while (end <= last && m_columns[size_t(end)].shows == Heading::Shows::Code)
                ++end;
            place.span = start ? end - column + 1 : 1;
        } else if (behindCode) {
            place.covered = true;
        }
    }
    return place;
}

std::pair<int, int> TableLayout::find(int sheetRow, int sheetColumn) const
{
    if (sheetRow < 0 || size_t(sheetRow) >= m_physicalRow.size())
        return {-1, -1};
    const auto row = size_t(sheetRow);
    const auto lastLane = size_t(m_rowLane[row] + m_rowLanes[row] - 1);
    for (int column = m_laneColumns[lastLane].first; column <= m_laneColumns[lastLane].second;
         ++column) {
        if (m_columns[size_t(column)].shows == Heading::Shows::Amount
            && m_columns[size_t(column)].sheetColumn == sheetColumn)
            return {m_physicalRow[row], column};
    }
    return {-1, -1};
}

QString TableLayout::lineNumber(const Sheet &sheet, int row, int lane) const
{
    if (size_t(lane) < sheet.printedLines.size()
        && sheet.printedLines[size_t(lane)].size() == rowCount())
        return sheet.printedLines[size_t(lane)][row];
    return QString::number(lane * rowCount() + row + 1);
}

QString TableLayout::codeText(const SheetRow &row, int codeLevel)
{
    const QString code = row.code.toString();
    switch (codeLevel) {
    case 1:
        return code.first(qMin<qsizetype>(3, code.size()));
    case 2:
        return code.mid(3, 2);
    case 3:
        return code.mid(5, 2);
    default:
        return code;
    }
}

QString unitName(Money::Unit unit)
{
    return unit == Money::Unit::Yuan ? QStringLiteral("元") : QStringLiteral("万元");
}

QString agencyLine(const Sheet &sheet, const QString &agency)
{
    return sheet.form->agencyPrefix.isEmpty() ? QString() : sheet.form->agencyPrefix + agency;
}

QString unitLine(const Sheet &sheet)
{
    return (sheet.form->unitPrefix.isEmpty() ? QStringLiteral("单位：") : sheet.form->unitPrefix)
        + unitName(sheet.unit);
}

}  // namespace mz
