#pragma once

#include "model/domain/result.h"
#include "model/manuscript/manuscript.h"
#include <QByteArray>
#include <functional>

namespace mz {

/// Told now and then how far a reader is: `done` of `all`, in whatever the
/// format counts (pages, parts, rows). False stops the reading.
using ReadingProgress = std::function<bool(int done, int all)>;

/// Whether the reading goes on. Without somebody who listens, it does.
inline bool goesOn(const ReadingProgress &progress, int done, int all)
{
    return !progress || progress(done, all);
}

/// What a reader gives back when it was told to stop.
Error readingStopped();

/// No reader makes more than this of one file; a report has some ten thousand
/// cells. A file that holds more is refused with a sentence.
struct ReadingLimits
{
    static constexpr qint64 cells = 2'000'000;                ///< Of all grids together.
    static constexpr qint64 characters = 64LL * 1024 * 1024;  ///< Of all texts together.
    static constexpr int columns = 1000;                      ///< Of one grid.
    static constexpr int depth = 64;                          ///< Elements or groups in each other.
};

}  // namespace mz
