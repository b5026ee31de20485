#pragma once

#include "views/charts/chart_arrangement.h"

#include <QByteArray>

namespace mz {

/// The chart as SVG 1.1. Words stay text, so that they can be searched and
/// corrected in a drawing program.
QByteArray chartSvg(const ChartArrangement &arrangement, const ChartData &data, const QFont &font,
    const Theme &theme);

}  // namespace mz
