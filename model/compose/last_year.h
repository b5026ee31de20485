#pragma once

#include "model/domain/handbook.h"

namespace mz {

/// What the tables of last year's report say of the figures, as figures of last
/// year beside those of this one: of every figure that a table prints, and of
/// every account that either of the two reports has.
/// Errors: a report of another department, or not of the year before.
Result<std::vector<SideFigure>> lastYearFigures(
    const Report &report, const Report &last, const Handbook &handbook, const QString &source);

}  // namespace mz
