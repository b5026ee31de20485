#pragma once

#include "model/compose/figure_values.h"
#include "model/compose/narrative_templates.h"

namespace mz {

/// A figure that the sentences of one section ask for and no table tells.
struct AskedFigure
{
    QString topic;  ///< Of the first section that asks.
    QString figure;
    Phase phase = Phase::Actual;
    bool operator==(const AskedFigure &) const = default;
};

/// All of them, each once, in the order of the sections, for the accounts that
/// the report has. Sentences that its tables leave out ask for nothing.
std::vector<AskedFigure> askedFigures(
    const FigureValues &values, const NarrativeTemplates &templates);

}  // namespace mz
