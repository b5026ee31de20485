#include "model/manuscript/readers/docx_table.h"
#include "model/manuscript/readers/reading.h"

namespace mz {

int DocxTable::bounded(int columns) const
{
    // A span that no table has reaches to the right edge.
    if (columns > ReadingLimits::columns)
        columns = m_columns - m_column;
    return qBound(1, columns, ReadingLimits::columns);
}

void DocxTable::beginRow()
{
    m_grid.rows.emplace_back();
    m_column = 0;
    m_reached.clear();
}

void DocxTable::addCell(QString text, int columns, Vertical vertical)
{
    columns = bounded(columns);
    const auto above = m_open.constFind(m_column);
    if (vertical == Vertical::GoesOn && above != m_open.cend() && above->columns == columns) {
        // What stands in a cell that goes on is not shown.
        ++m_grid.rows[above->row][above->cell].rowSpan;
        m_reached.insert(m_column, *above);
    } else {
        auto &row = m_grid.rows.back();
        if (vertical != Vertical::Alone)
            m_reached.insert(m_column, {m_grid.rows.size() - 1, row.size(), columns});
        row.push_back({std::move(text), 1, columns});
    }
    m_column += columns;
    m_bounded = m_bounded && m_column <= ReadingLimits::columns;
}

void DocxTable::widenLast(int columns)
{
    auto &row = m_grid.rows.back();
    if (row.empty())
        return addCell({}, columns, Vertical::Alone);
    columns = bounded(columns);
    row.back().columnSpan += columns;
    m_column += columns;
    m_bounded = m_bounded && m_column <= ReadingLimits::columns;
}

void DocxTable::addEmptyCells(int count)
{
    if (count <= 0)
        return;
    for (count = bounded(count); count > 0; --count)
        addCell({}, 1, Vertical::Alone);
}

void DocxTable::endRow(int page)
{
    m_open = m_reached;
    m_places.push_back({0, page, {}});
}

ManuscriptBlock DocxTable::finish()
{
    const SourcePlace place = m_places.empty() ? SourcePlace() : m_places.front();
    if (place.page == 0)
        m_places.clear();
    return {std::move(m_grid), place, std::move(m_places)};
}

}  // namespace mz
