#include "app/cli/commands.h"
#include "model/domain/row_index.h"

#include <QCoreApplication>

namespace mz {

Result<CellRef> findCell(const Report &report, const QString &address)
{
    const auto error = [&address](const char *message, const QString &part) {
        return Error{QCoreApplication::translate("Cli", message).arg(part), address};
    };
    const QStringList parts = address.split(u'/');
    if (parts.size() != 3 && parts.size() != 4)
        return error(
            QT_TRANSLATE_NOOP("Cli", "A cell is named KIND/ROW/COLUMN, not “%1”."), address);
    CellRef cell;
    cell.sheet = report.sheetOf(parts[0]);
    if (cell.sheet < 0)
        return error(QT_TRANSLATE_NOOP("Cli", "The report has no table “%1”."), parts[0]);
    const Sheet &sheet = report.sheets[size_t(cell.sheet)];
    int lane = -1;
    if (parts.size() == 4) {
        lane = sheet.form->laneIndex(parts[1]);
        if (lane < 0)
            return error(QT_TRANSLATE_NOOP("Cli", "The table has no side “%1”."), parts[1]);
    }
    const QString &rowName = parts[parts.size() - 2];
    const bool single = sheet.rowCount() == 1 && rowName == u"*";
    cell.row = single ? 0 : RowIndex(sheet).rowOf(rowName, lane);
    if (cell.row < 0)
        return error(QT_TRANSLATE_NOOP("Cli", "The table has no row “%1”."), rowName);
    cell.column = sheet.columnOf(parts.back());
    if (cell.column < 0 || !sheet.hasCell(cell.row, cell.column)) {
        // Both sides may have the row; the column tells which one is meant.
        const auto other = cell.column < 0 ? -1 : [&] {
            for (size_t side = 0; lane < 0 && side < sheet.form->lanes.size(); ++side) {
                const int row = RowIndex(sheet).rowOf(rowName, int(side));
                if (row >= 0 && sheet.hasCell(row, cell.column))
                    return row;
            }
            return -1;
        }();
        if (other < 0)
            return error(QT_TRANSLATE_NOOP("Cli", "The row has no column “%1”."), parts.back());
        cell.row = other;
    }
    return cell;
}

}  // namespace mz
