#pragma once

#include "model/compose/asked_figures.h"
#include "model/domain/handbook.h"

namespace mz {

/// What the text of a report states of figures that no table holds, each with the
/// section that says it. A figure that is stated with two values, or against the
/// tables, is left out.
/// `unit` is that of the figures; `source` names the report, "" where it is the
/// open one.
std::vector<SideFigure> statedFigures(const Report &report, const Handbook &handbook,
    const std::vector<AskedFigure> &wanted, Money::Unit unit, const QString &source);

/// The report as it was published: its written sections say that again.
Report asPublished(Report report);

}  // namespace mz
