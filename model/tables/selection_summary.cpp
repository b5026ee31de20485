#include "model/tables/selection_summary.h"

#include "model/tables/sheet_model.h"

namespace mz {

SelectionSummary summarize(const SheetModel &model, const QItemSelection &selection)
{
    SelectionSummary summary;
    __int128 sum = 0;
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            for (int column = range.left(); column <= range.right(); ++column) {
                const CellRef cell = model.cellAt(model.index(row, column));
                if (!cell.isValid())
                    continue;
                const Amount &amount = model.sheet().cell(cell.row, cell.column).amount;
                if (!amount.isNumber())
                    continue;
                ++summary.count;
                sum += amount.money().fen();
            }
        }
    }
    if (sum <= Money::limit && sum >= -Money::limit)
        summary.sum = Money::fromFen(qint64(sum));
    if (summary.count > 0) {
        const __int128 half = sum < 0 ? -summary.count : summary.count;
        summary.average = Money::fromFen(qint64((sum * 2 + half) / (__int128(summary.count) * 2)));
    }
    return summary;
}

}  // namespace mz
