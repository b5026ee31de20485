#pragma once

#include <QtGlobal>
#include <optional>

namespace mz {

/// A printed value and what it stands for: value ± half, both in one unit.
struct StatedValue
{
    qint64 value = 0;
    qint64 half = 0;
};

/// Millionths that half of the last printed decimal is.
qint64 halfOf(int decimals);

/// Whether part ÷ whole × 100 can be the printed rate (CHECKS 0.6).
bool ratioFits(StatedValue part, StatedValue whole, StatedValue rate);
/// part ÷ whole × 100 with so many decimals, in millionths; nothing where the whole is zero.
std::optional<qint64> rateOf(qint64 part, qint64 whole, int decimals);

}  // namespace mz
