#pragma once

#include "model/manuscript/readers/pdf_page.h"

namespace mz {

/// Points: strokes this close are one border.
constexpr double near = 3.0;

/// All rules along one line of the page.
struct Border
{
    double at = 0;
    std::vector<std::pair<double, double>> parts;  ///< Rising, not touching.

    double from() const { return parts.front().first; }
    double to() const { return parts.back().second; }
    /// How much of it lies between these places.
    double covered(double begin, double end) const;
};

/// Rising.
std::vector<Border> bordersOf(const std::vector<PageRule> &rules, bool horizontal);

}  // namespace mz
