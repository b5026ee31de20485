#pragma once

#include "model/domain/report.h"
#include <QItemSelection>

namespace mz {

class SheetModel;

/// Count, sum and average of the amounts in a selection.
struct SelectionSummary
{
    qint64 count = 0;          ///< Cells that hold a number.
    std::optional<Money> sum;  ///< Nothing where it leaves the range of Money.
    Money average;             ///< Rounded half up to the fen.
};

SelectionSummary summarize(const SheetModel &model, const QItemSelection &selection);

}  // namespace mz
