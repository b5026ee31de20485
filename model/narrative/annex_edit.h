#pragma once

#include "model/narrative/annex_equations.h"

namespace mz {

/// The new text of one cell of an annex's grid.
struct AnnexText
{
    int row = -1, cell = -1;
    QString text;
    bool operator==(const AnnexText &) const = default;
};

/// A number is typed into a field: the texts of its cell and of all that follows,
/// rates and totals. Around the numbers, cells keep what they print ("10分").
/// Errors: what was typed is no number.
Result<std::vector<AnnexText>> typeAnnexNumber(
    const TextGrid &grid, AnnexTable table, const AnnexRef &at, const QString &typed);

/// What a field prints of its number: "100" of "100%".
QString editedNumber(const AnnexTable &table, const AnnexField &field);

}  // namespace mz
