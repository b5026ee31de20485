#pragma once

#include "model/domain/text_grid.h"

namespace mz {

/// The cells of a grid by the columns that they cover.
class AnnexGrid
{
public:
    struct Place
    {
        int row = -1, cell = -1;        ///< In TextGrid::rows.
        int column = 0, columnEnd = 1;  ///< Where the grid's spans are known.
    };

    explicit AnnexGrid(const TextGrid &grid);

    int rowCount() const { return int(m_rows.size()); }
    /// The cells that begin in the row.
    const std::vector<Place> &row(int row) const { return m_rows[size_t(row)]; }
    const QString &text(const Place &place) const;
    /// The row's own cell in the column of a heading; null where there is none.
    const Place *under(const Place &heading, int row) const;
    /// The same, or the cell of an earlier row that spans it.
    const Place *covering(const Place &heading, int row) const;

private:
    const TextGrid &m_grid;
    std::vector<std::vector<Place>> m_rows;
    std::vector<std::vector<Place>> m_cover;  ///< Of each row and column; spans known only.
};

}  // namespace mz
