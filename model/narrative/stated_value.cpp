#include "model/narrative/stated_value.h"

#include <cmath>

namespace mz {

qint64 halfOf(int decimals)
{
    qint64 unit = 1'000'000;
    for (int i = 0; i < decimals && unit > 1; ++i)
        unit /= 10;
    return unit / 2;
}

bool ratioFits(StatedValue part, StatedValue whole, StatedValue rate)
{
    constexpr long double slack = 1e-9L;
    const long double low = whole.value - whole.half;
    const long double high = whole.value + whole.half;
    if (low <= 0)
        return false;
    const long double least = part.value - part.half;
    const long double most = part.value + part.half;
    // Rates are kept in millionths of a percent.
    const long double smallest = (least < 0 ? least / low : least / high) * 1e8L;
    const long double largest = (most < 0 ? most / high : most / low) * 1e8L;
    return smallest <= (rate.value + rate.half) + slack
        && largest >= (rate.value - rate.half) - slack;
}

std::optional<qint64> rateOf(qint64 part, qint64 whole, int decimals)
{
    if (whole == 0)
        return std::nullopt;
    const qint64 step = qMax<qint64>(1, 2 * halfOf(decimals));
    const long double rate = 1e8L * part / whole / step;
    if (std::abs(rate) > 1e15L)
        return std::nullopt;
    return qint64(std::floor(rate + 0.5L)) * step;
}

}  // namespace mz
