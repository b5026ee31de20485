#pragma once

#include "views/charts/chart_arrangement.h"

#include <QGraphicsScene>

#include <memory>

namespace mz {

/// The arrangement as a scene: bars by Qt Charts, words as text items.
std::unique_ptr<QGraphicsScene> barChartScene(const ChartArrangement &arrangement,
    const ChartData &data, const QFont &font, const Theme &theme);

}  // namespace mz
