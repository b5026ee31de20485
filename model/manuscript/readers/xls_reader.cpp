#include "model/manuscript/readers/xls_reader.h"

#include "model/manuscript/readers/ole_file.h"
#include "model/manuscript/readers/xls_sheet.h"
#include "model/manuscript/readers/xls_workbook.h"
#include "model/manuscript/readers/xlsx_sheet_grid.h"
#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(XlsReader)
};

qint64 cellCount(const TextGrid &grid)
{
    qint64 count = 0;
    for (const auto &row : grid.rows)
        count += qint64(row.size());
    return count;
}

}  // namespace

Result<Manuscript> readXlsStream(const QByteArray &workbook, const ReadingProgress &progress)
{
    const ByteView stream(workbook);
    const auto read = readXlsWorkbook(stream);
    if (!read)
        return read.error();
    Manuscript manuscript;
    XlsSheetReader sheets(stream);
    qint64 cellsLeft = ReadingLimits::cells;
    int done = 0;
    const int all = int(read->sheets.size());
    for (const XlsWorkbook::Entry &entry : read->sheets) {
        if (!goesOn(progress, done++, all))
            return readingStopped();
        if (entry.hidden) {
            manuscript.notes.push_back(
                {Say::tr("A hidden sheet is left out."), {0, 0, entry.name}, false});
            continue;
        }
        const auto cells
            = sheets.read(entry.place, read->shared, [&] { return goesOn(progress, done, all); });
        if (!cells)
            return Error{cells.error().message, entry.name};
        auto block = sheetGrid(*cells, read->shared, entry.name, cellsLeft, manuscript.notes);
        if (!block)
            return block.error();
        if (!*block)
            continue;
        cellsLeft -= cellCount((*block)->grid());
        manuscript.blocks.push_back(std::move(**block));
    }
    return manuscript;
}

Result<Manuscript> readXls(const QByteArray &bytes, const ReadingProgress &progress)
{
    const auto file = OleFile::open(bytes);
    if (!file)
        return file.error();
    const QString name = QStringLiteral("Workbook");
    if (!file->contains(name) && file->contains(QStringLiteral("Book")))
        return Error{Say::tr("The file is of Excel 95 or older, which is not read. Save it with a "
                             "newer program first."),
            {}};
    const auto workbook = file->read(name);
    return workbook ? readXlsStream(*workbook, progress) : workbook.error();
}

}  // namespace mz
