#pragma once

#include "model/manuscript/readers/byte_view.h"
#include "model/manuscript/readers/reading.h"
#include "model/manuscript/readers/xlsx_cells.h"
#include "model/manuscript/readers/xlsx_workbook.h"
#include <functional>

namespace mz {

/// Reads one sheet from its place in the stream. A formula is read as the result
/// that is stored with it.
class XlsSheetReader
{
public:
    explicit XlsSheetReader(ByteView stream) : m_stream(stream), m_bytesLeft(stream.size()) { }

    /// Errors: no sheet there; damaged; more cells or text than ReadingLimits
    /// allow, over all sheets; stopped.
    Result<SheetCells> read(
        qint64 place, const Workbook &shared, const std::function<bool()> &goOn);

private:
    ByteView m_stream;
    /// Sheets do not overlap, so together they are no longer than the stream.
    qint64 m_bytesLeft;
    qint64 m_cellsLeft = ReadingLimits::cells;
    qint64 m_charactersLeft = ReadingLimits::characters;
};

}  // namespace mz
