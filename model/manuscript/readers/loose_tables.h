#pragma once

#include "model/manuscript/readers/page_borders.h"
#include "model/manuscript/readers/page_lines.h"

namespace mz {

/// A table that no rules enclose, or only rules along its rows: its lines, parted
/// into cells.
struct LooseTable
{
    std::vector<TextLine> lines;
    size_t headings = 0;        ///< The lines above the first one with figures.
    std::vector<Border> rules;  ///< Between its lines, rising.
    /// Else it is a table only where it goes on from one on the page before.
    bool certain = true;
    std::vector<TextLine> plain;  ///< The lines as they were.

    double top() const { return lines.front().baseline - lines.front().size; }
};

/// The tables without rules of a page; takes their lines out of `lines`, which are
/// `glyphs` in pieces.
std::vector<LooseTable> looseTables(const std::vector<PageRule> &rules,
    const std::vector<PageGlyph> &glyphs, std::vector<TextLine> &lines);

/// "1,234.50", "-3", "—": what stands in a column of figures.
bool isFigurePiece(const LinePiece &piece);

}  // namespace mz
