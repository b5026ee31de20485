#pragma once

#include "model/manuscript/manuscript.h"
#include <QHash>

namespace mz {

/// Builds a grid from the rows of a Word table, whose cells say how many columns
/// they take and whether they go on from the row above.
class DocxTable
{
public:
    enum class Vertical { Alone, Begins, GoesOn };

    void setColumns(int count) { m_columns = count; }
    void beginRow();
    void addCell(QString text, int columns, Vertical vertical);
    /// The cell in front reaches over so many more columns.
    void widenLast(int columns);
    void addEmptyCells(int count);
    void endRow(int page);

    /// False once it has more columns than any table.
    bool isBounded() const { return m_bounded; }
    bool isEmpty() const { return m_grid.rows.empty(); }
    /// The grid in one block; without page numbers its rows have no places.
    ManuscriptBlock finish();

private:
    struct Open
    {
        size_t row = 0;
        size_t cell = 0;
        int columns = 1;
    };
    int bounded(int columns) const;

    TextGrid m_grid;
    std::vector<SourcePlace> m_places;
    QHash<int, Open> m_open;     // by column: cells that reach down to the row above
    QHash<int, Open> m_reached;  // the same of the row at hand
    int m_columns = 0;
    int m_column = 0;
    bool m_bounded = true;
};

}  // namespace mz
