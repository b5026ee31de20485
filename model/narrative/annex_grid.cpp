#include "model/narrative/annex_grid.h"

#include <algorithm>

namespace mz {

namespace {

// More rows and columns than an annex has; what is beyond is not read as one.
constexpr size_t mostRows = 2'000;
constexpr int mostColumns = 64;

}  // namespace

AnnexGrid::AnnexGrid(const TextGrid &grid) : m_grid(grid)
{
    const size_t rows = std::min(grid.rows.size(), mostRows);
    m_rows.resize(rows);
    m_cover.resize(rows);
    for (size_t r = 0; r < rows; ++r) {
        int column = 0;
        for (size_t c = 0; c < grid.rows[r].size() && column < mostColumns; ++c) {
            const GridCell &cell = grid.rows[r][c];
            const auto taken = [&](int at) {
                return size_t(at) < m_cover[r].size() && m_cover[r][size_t(at)].cell >= 0;
            };
            while (grid.spansKnown && column < mostColumns && taken(column))
                ++column;
            if (column >= mostColumns)
                break;
            const int width = std::clamp(cell.columnSpan, 1, mostColumns - column);
            const Place place{int(r), int(c), column, column + width};
            m_rows[r].push_back(place);
            const size_t height = size_t(std::max(cell.rowSpan, 1));
            const size_t last = grid.spansKnown ? std::min(rows, r + height) : r + 1;
            for (size_t below = r; below < last; ++below) {
                std::vector<Place> &cover = m_cover[below];
                if (cover.size() < size_t(place.columnEnd))
                    cover.resize(size_t(place.columnEnd));
                for (int at = place.column; at < place.columnEnd; ++at)
                    cover[size_t(at)] = place;
            }
            column = place.columnEnd;
        }
    }
}

const QString &AnnexGrid::text(const Place &place) const
{
    return m_grid.rows[size_t(place.row)][size_t(place.cell)].text;
}

const AnnexGrid::Place *AnnexGrid::under(const Place &heading, int row) const
{
    const Place *place = covering(heading, row);
    return place && place->row == row ? place : nullptr;
}

const AnnexGrid::Place *AnnexGrid::covering(const Place &heading, int row) const
{
    const std::vector<Place> &places = m_rows[size_t(row)];
    if (!m_grid.spansKnown) {
        // A text file writes a merged cell once: the last columns still stand below
        // their headings, counted from the right.
        const qsizetype missing
            = qsizetype(m_rows[size_t(heading.row)].size()) - qsizetype(places.size());
        const qsizetype index = heading.cell - std::max<qsizetype>(missing, 0);
        return index >= 0 && index < qsizetype(places.size()) ? &places[size_t(index)] : nullptr;
    }
    for (int column = heading.column; column < heading.columnEnd; ++column) {
        if (size_t(column) >= m_cover[size_t(row)].size())
            break;
        const Place &place = m_cover[size_t(row)][size_t(column)];
        if (place.cell < 0)
            continue;
        // A cell that begins left of the heading belongs to another one, unless they
        // end together.
        if (place.column >= heading.column || place.columnEnd == heading.columnEnd)
            return &place;
    }
    return nullptr;
}

}  // namespace mz
