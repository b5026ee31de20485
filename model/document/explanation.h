#pragma once

#include "model/document/report_document.h"

namespace mz {

/// One cell named in an explanation, to go to.
struct ExplainedCell
{
    CellRef at;
    QString name;  ///< Short: as seen from the explained cell.
    QString amount;
    int sign = 1;
};

/// What one cell is: where it comes from and where it goes.
struct Explanation
{
    QString place;  ///< "05 · 2010303 机关服务 · 项目支出"
    QString amount;
    bool isTotal = false;
    bool isPinned = false;
    bool isAsPublished = false;
    bool isEdited = false;                ///< Differs from what was published.
    QString published;                    ///< As published; only where isEdited.
    QString computed;                     ///< What the formula gives; only where isPinned.
    QString difference;                   ///< Shown minus computed; only where isPinned.
    std::vector<ExplainedCell> operands;  ///< Cells that a total sums, those with an amount first.
    std::vector<ExplainedCell> users;     ///< Totals that sum the cell.
};

Explanation explainCell(const ReportDocument &document, CellRef at);

/// Of a name that the data files have in both languages, the one of the window.
QString inWindowLanguage(const QString &chinese, const QString &english);

/// "05" of "公开05表"; the kind's number where none is printed.
QString shortTableName(const Sheet &sheet);

}  // namespace mz
