#include "model/manuscript/readers/page_borders.h"

#include <algorithm>
#include <numeric>

namespace mz {

double Border::covered(double begin, double end) const
{
    double sum = 0;
    for (const auto &[a, b] : parts)
        sum += std::max(0.0, std::min(b, end) - std::max(a, begin));
    return sum;
}

std::vector<Border> bordersOf(const std::vector<PageRule> &rules, bool horizontal)
{
    std::vector<PageRule> sorted;
    for (const PageRule &rule : rules) {
        if (rule.horizontal == horizontal)
            sorted.push_back(rule);
    }
    std::sort(sorted.begin(), sorted.end(),
        [](const PageRule &a, const PageRule &b) { return a.at < b.at; });
    std::vector<Border> borders;
    double last = -1e9;
    double first = -1e9;
    std::vector<std::pair<double, double>> parts;
    std::vector<double> at;
    const auto close = [&] {
        if (parts.empty())
            return;
        std::sort(parts.begin(), parts.end());
        Border border;
        border.at = std::accumulate(at.begin(), at.end(), 0.0) / double(at.size());
        for (const auto &part : parts) {
            if (!border.parts.empty() && part.first <= border.parts.back().second + near)
                border.parts.back().second = std::max(border.parts.back().second, part.second);
            else
                border.parts.push_back(part);
        }
        // Dots and the ends of crossing strokes are no borders.
        border.parts.erase(std::remove_if(border.parts.begin(), border.parts.end(),
                               [](const auto &part) { return part.second - part.first < 4; }),
            border.parts.end());
        if (!border.parts.empty())
            borders.push_back(std::move(border));
        parts.clear();
        at.clear();
    };
    for (const PageRule &rule : sorted) {
        if (rule.at - last > near * 0.7 || rule.at - first > near) {
            close();
            first = rule.at;
        }
        last = rule.at;
        parts.emplace_back(rule.from, rule.to);
        at.push_back(rule.at);
    }
    close();
    return borders;
}

}  // namespace mz
