#pragma once

#include "model/domain/report.h"
#include "model/manuscript/manuscript.h"
#include "model/recognize/grid_columns.h"
#include <map>
#include <optional>
#include <set>

namespace mz {

/// Something that recognition could not be sure of, and where it stands.
struct UncertainPoint
{
    enum class Kind : quint8 {
        Agency,
        Year,
        Scope,
        Unit,
        Family,
        Table,   ///< Not found, standing twice, or of a title that was not understood.
        Column,  ///< Not in the form, taken for one by its place, or not printed.
        Row,     ///< Not in the form, or taken for a line of a similar name.
        Amount,  ///< Not readable, or where the form has none.
    };
    Kind kind = Kind::Row;
    bool grave = false;  ///< Figures depend on it: the user is asked before the report opens.
    QString text;        ///< One translated sentence.
    SourcePlace place;
    int table = -1;   ///< Index in Recognition::tables; -1 where it is the whole report's.
    int row = -1;     ///< Index in FoundTable::rows.
    int column = -1;  ///< Printed column.
    bool operator==(const UncertainPoint &) const = default;
};

/// One printed row of a table that was found.
struct FoundRow
{
    enum class Part : quint8 { Beside, Heading, ColumnNumbers, Data, Note, Text };
    Part part = Part::Text;
    PlacedRow cells;
    SourcePlace place;
    QStringList keys;        ///< What it was taken for, a key a lane; none but for data.
    bool understood = true;  ///< False where a lane's line is not in the form.
    bool dropped = false;    ///< Left out by choice.
};

/// One printed column of a table that was found.
struct FoundColumn
{
    QString title;        ///< The headings over it, from the top: "本年支出/小计".
    QString target;       ///< The form's column (see FormLeaf); "" where it is none of them.
    bool extra = false;   ///< Not in the form, and kept as it is.
    bool chosen = false;  ///< By the user.
    bool hasAmounts = false;
};

/// A table or a grid of the document, and what it was taken for.
struct FoundTable
{
    QString title;
    SourcePlace place;
    std::shared_ptr<const TableForm> form;  ///< Null where it is kept verbatim.
    QString family;                         ///< Whose form it is.
    int sheet = -1;                         ///< In the report; -1 where it is kept verbatim.
    int score = 0;                          ///< How much of the form's heading was found, 0 to 100.
    bool unitPrinted = false;
    std::vector<FoundColumn> columns;
    std::vector<FoundRow> rows;
};

/// What the user decided for one table; what is not here is decided as ever.
struct TableChoice
{
    /// In place of a FormLeaf's id: the printed column does not come into the report.
    static constexpr QStringView leftOut = u"-";

    std::optional<QString> kind;     ///< "" keeps the table verbatim.
    std::map<int, QString> columns;  ///< Printed column -> a FormLeaf's id, "" (kept as it is) or
                                     ///< leftOut.
    std::set<int> droppedRows;       ///< Indexes in FoundTable::rows.
    bool operator==(const TableChoice &) const = default;
};

/// What the user decided of a document that is being read.
struct RecognitionChoices
{
    std::map<int, TableChoice> tables;  ///< By index in Recognition::tables.
    std::optional<QString> agency;
    std::optional<int> year;
    std::optional<Identity::Scope> scope;
    std::optional<QString> family;
    std::optional<Money::Unit> unit;  ///< Of every table, whatever it prints.
    bool operator==(const RecognitionChoices &) const = default;
};

/// A report, with the account of how it was read from its document.
struct Recognition
{
    Report report;
    std::vector<FoundTable> tables;
    std::vector<UncertainPoint> points;

    /// Whether the report can be opened without asking.
    bool isCertain() const;
};

}  // namespace mz
