#pragma once

#include "model/domain/table_form.h"
#include "model/domain/text_grid.h"
#include "model/recognize/words.h"
#include <QStringList>
#include <map>

namespace mz {

/// One row of a grid, laid out over the grid's columns.
struct PlacedCell
{
    QString text;  ///< Trimmed; lines of one cell joined where they are one word.
    int column = 0;
    int span = 1;
    bool continued = false;  ///< The lower part of a cell that began in a row above.
};
using PlacedRow = std::vector<PlacedCell>;

/// The text of a cell without the white space around it and around its lines.
QString cellText(const QString &text);

/// Lays the rows of a grid with known spans over its columns.
std::vector<PlacedRow> placeBySpans(const TextGrid &grid, int *width);

/// Lays heading rows without known spans over `width` columns, from the lowest
/// row up: a blank cell continues the one above it, a run of texts stands below
/// one or more cells. Rows that cannot be laid out are left out.
std::vector<PlacedRow> placeHeadings(const std::vector<std::vector<GridCell>> &rows, int width);

/// The titles over each column, from the top.
std::vector<QStringList> headingPaths(const std::vector<PlacedRow> &headings, int width);

/// A column that the form prints, as the user may name it: what it shows, and in
/// which lane. "basic@0" is an amount, "code2@0" the second part of a code, then
/// there are "code@0", "label@1", "line@0".
struct FormLeaf
{
    QString id;
    QString name;  ///< Its title, with those above it where two columns have one title.
};
std::vector<FormLeaf> formLeaves(const TableForm &form);

/// What one printed column is in the form.
struct ColumnMatch
{
    QString target;  ///< The leaf's id, or "".
    int lane = -1;   ///< -1 where the form does not know the column.
    const Heading *leaf = nullptr;
    bool byPosition = false;  ///< Its title was not recognised, its place was.
    bool alike = false;       ///< Its title is only similar.
};

/// Finds the form's leaf for every column by its titles. `score` becomes the
/// share that was found, 0 to 100, of the form's leaves or of the printed columns,
/// whichever are more. `chosen` says of some columns what they are: a leaf's id, or
/// anything else for none of the form's.
/// A code printed in parts belongs to a form's one code column; a column of line
/// numbers is known in every form.
std::vector<ColumnMatch> matchColumns(const TableForm &form, const std::vector<QStringList> &paths,
    const RecognitionWords &words, int *score, const std::map<int, QString> &chosen = {});

}  // namespace mz
