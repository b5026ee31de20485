#pragma once

#include "model/domain/text_grid.h"
#include "model/manuscript/readers/pdf_page.h"

namespace mz {

struct PageCell
{
    int row = 0, column = 0;
    int rowSpan = 1, columnSpan = 1;
    std::vector<PageGlyph> glyphs;
};

/// A table that rules enclose.
struct PageGrid
{
    std::vector<double> xs, ys;   ///< The borders between columns and rows, rising.
    std::vector<PageCell> cells;  ///< By row, then column; they cover the grid.

    double left() const { return xs.front(); }
    double right() const { return xs.back(); }
    double top() const { return ys.front(); }
    double bottom() const { return ys.back(); }
    bool isBlank() const;
};

/// The tables of a page, from the top, with the glyphs that lie in them; `loose`
/// gets the others. A border that is missing between two cells makes them one.
std::vector<PageGrid> gridsOf(const PdfPage &page, std::vector<PageGlyph> &loose);

/// Grids of one table that follow each other, as one: columns are the union of
/// all borders, rows follow in order.
TextGrid joinGrids(const std::vector<const PageGrid *> &grids);

/// Whether `next` may be the same table going on: the same width at the same place.
bool goesOnFrom(const PageGrid &grid, const PageGrid &next);

}  // namespace mz
