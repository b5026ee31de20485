#include "model/manuscript/readers/xlsx_reader.h"
#include "model/manuscript/readers/sheet_formulas.h"
#include "model/manuscript/readers/xlsx_sheet_grid.h"
#include "model/manuscript/readers/xlsx_sheet_reader.h"

#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(XlsxReader)
};

ManuscriptNote noteOf(const QString &message, const QString &sheet, bool lost)
{
    return {message, {0, 0, sheet}, lost};
}

qint64 cellCount(const TextGrid &grid)
{
    qint64 count = 0;
    for (const auto &row : grid.rows)
        count += qint64(row.size());
    return count;
}

Error inSheet(Error error, const QString &sheet)
{
    error.place = sheet;
    return error;
}

}  // namespace

Result<Manuscript> readXlsx(const QByteArray &bytes, const ReadingProgress &progress)
{
    auto archive = ZipArchive::open(bytes);
    if (!archive)
        return archive.error();
    int done = 0;
    int all = 1;
    const auto goOn = [&] { return goesOn(progress, done, all); };
    const auto workbook = readWorkbook(*archive, goOn);
    if (!workbook)
        return workbook.error();

    Manuscript manuscript;
    all = int(workbook->sheets.size());
    qint64 cellsLeft = ReadingLimits::cells;
    for (const Workbook::SheetEntry &entry : workbook->sheets) {
        ++done;
        if (entry.part.isEmpty())
            continue;
        if (entry.hidden) {
            manuscript.notes.push_back(
                noteOf(Say::tr("A hidden sheet is left out."), entry.name, false));
            continue;
        }
        auto sheet = readSheetCells(*archive, entry.part, cellsLeft, goOn);
        if (!sheet)
            return inSheet(sheet.error(), entry.name);
        const int blank = computeFormulas(*sheet);
        if (blank > 0)
            manuscript.notes.push_back(
                noteOf(Say::tr("%1 cells hold formulas without stored results; open and save the "
                               "file once in a spreadsheet program.")
                           .arg(blank),
                    entry.name, true));
        auto block = sheetGrid(*sheet, *workbook, entry.name, cellsLeft, manuscript.notes);
        if (!block)
            return block.error();
        if (!*block)
            continue;
        cellsLeft -= cellCount((*block)->grid());
        manuscript.blocks.push_back(std::move(**block));
    }
    return manuscript;
}

}  // namespace mz
