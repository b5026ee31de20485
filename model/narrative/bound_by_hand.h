#pragma once

#include "model/domain/handbook.h"
#include "model/narrative/claim.h"

namespace mz {

/// The number at that place, to be bound by hand: figure, phase and role are to be
/// set. A figure of "" says that it tells nothing of the report.
NumberBinding bindingAt(const Report &report, const TextPlace &place);

/// Lets the user's bindings stand in place of what the words say. One whose number
/// is not found any more, or in more than one place, does nothing.
void applyNumberBindings(const Report &report, const Handbook &handbook, NarrativeReading &reading);

/// The figure that shares of this one are of, or "".
QString naturalWhole(const Handbook &handbook, const QString &figure);

}  // namespace mz
