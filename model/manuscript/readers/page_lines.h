#pragma once

#include "model/manuscript/readers/pdf_page.h"

namespace mz {

/// A run of text of one line that no wide gap parts.
struct LinePiece
{
    double left = 0, right = 0;
    QString text;
};

struct TextLine
{
    std::vector<LinePiece> pieces;
    double left = 0, right = 0;
    double baseline = 0;
    double size = 0;  ///< Of its largest characters.

    /// The pieces, parted by one space each.
    QString text() const;
};

/// What parts a line: the gaps between pieces of text, or those between the cells of
/// a table whose columns stand close to each other.
enum class Parting { Pieces, Cells };

/// Glyphs as lines, from the top, the same ones however they are parted. What is
/// drawn twice to look bold is there once.
std::vector<TextLine> linesOf(std::vector<PageGlyph> glyphs, Parting parting = Parting::Pieces);

/// The text of one cell: its lines, parted by '\n'; a number that goes on in the
/// next line is one number.
QString cellTextOf(const std::vector<TextLine> &lines);

}  // namespace mz
