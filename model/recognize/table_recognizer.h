#pragma once

#include "model/manuscript/manuscript.h"
#include "model/recognize/recognition.h"
#include "model/recognize/words.h"

namespace mz {

/// One row of a table as it lies in the document.
struct SourceRow
{
    std::vector<GridCell> cells;  ///< Where spans are not known.
    PlacedRow placed;             ///< Where they are.
    bool spansKnown = false;
    SourcePlace place;

    /// The texts that are not blank, trimmed.
    QStringList texts() const;
};

/// The rows and lines that belong to one table, from its title on.
struct TableRegion
{
    QString kind;
    QString title;
    SourcePlace place;
    std::vector<SourceRow> rows;
    QStringList lines;  ///< Lines before the grid: department, number, unit.
    QStringList notes;  ///< Lines after it.
};

struct RecognizedTable
{
    Sheet sheet;
    QString agency;  ///< As the table's own line says; may be "".
    std::vector<Note> notes;
    std::vector<UncertainPoint> points;  ///< Their table is not set yet.
    FoundTable found;                    ///< Its family and sheet are not set yet.
    int score = 0;                       ///< How much of the form's heading was found, 0 to 100.
};

/// "line 214", or "page 7".
QString placeText(const SourcePlace &place);

/// Reads a region as a table of this form. Nothing printed is dropped: what the
/// form does not know becomes an extra row or column, and a note. Columns and rows
/// of `choice` are as it says; `unit`, where there is one, is the table's.
RecognizedTable recognizeTable(const TableRegion &region, std::shared_ptr<const TableForm> form,
    const RecognitionWords &words, const TableChoice &choice = {},
    std::optional<Money::Unit> unit = {});

/// The region as it is printed, taken for nothing.
FoundTable printedTable(const TableRegion &region);

/// How much of the form's heading the region has, 0 to 100.
int headingScore(const TableRegion &region, std::shared_ptr<const TableForm> form,
    const RecognitionWords &words);

/// What a line beside a table says of it.
struct TableLine
{
    QString agency, unit, number;
    bool isEmpty() const { return agency.isEmpty() && unit.isEmpty() && number.isEmpty(); }
};
TableLine readTableLine(const QString &line, const RecognitionWords &words);
bool isNote(const QString &line, const RecognitionWords &words);
/// "..没有政府性基金收支，故本表无数据": the sentence under a table without amounts.
bool isEmptyStatement(const QString &line, const RecognitionWords &words);

}  // namespace mz
