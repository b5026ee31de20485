#pragma once

#include "model/domain/account_code.h"
#include "model/domain/expression.h"
#include "model/domain/money.h"
#include <QStringList>
#include <map>
#include <memory>
#include <vector>

namespace mz {

/// One heading cell of a form, with those below it. A leaf is a printed column.
struct Heading
{
    enum class Shows : quint8 { Group, Code, Label, Line, Amount };

    QString title;
    QString english;
    QStringList aliases;  ///< Other titles that published tables use.
    Shows shows = Shows::Group;
    QString column;     ///< Of an Amount: the column id.
    int codeLevel = 0;  ///< Of a Code printed in parts: 1 类, 2 款, 3 项; 0 is the whole code.
    std::vector<Heading> below;
};

/// One amount column of a form: the leaf, and the titles above it.
struct FormColumn
{
    QString id;
    QString title;
    QString english;
    QStringList path;  ///< Titles from the top of the heading to the leaf.
};

/// One line that the form itself prints.
struct FormRow
{
    QString key;  ///< An account code, or a stable word ("total", "year").
    QString label;
    QString english;
    QStringList aliases;
    AccountCode code;
    int indent = 0;
    bool foot = false;  ///< Stands at the foot of its lane, level with the other lanes' feet.
    int lanes = 1;      ///< How many lanes it spans (T06's 公用经费合计 spans two).
    bool strong = false;
    bool tree = false;  ///< Not a line: marks where the department's account rows stand.
    /// Words that the form prints in place of amounts: by column id.
    std::map<QString, QString> words;
    /// Of a line that only other years' forms print: the keys of the lines that it
    /// stands in place of. A new report does not have it.
    QStringList insteadOf = {};
};

/// A block of columns with rows of its own; lanes stand side by side. T01 and
/// T04 have two (the sides), T06 two or three, the other tables one.
struct FormLane
{
    QString side;  ///< "income", "expenditure", or "" where rows are unique without it.
    std::vector<Heading> heading;
    std::vector<FormRow> rows;
    std::vector<AccountCode> classes;  ///< Of T06: the classes that stand in this lane.
    std::vector<int> columns;          ///< Indexes of its amount columns in TableForm::columns.
};

struct FormFormula
{
    CellSelector cells;  ///< Which cells are totals; the first formula that names a cell holds.
    Expression expression;
};

/// One table's layout, as data (resources/forms). Immutable once loaded.
struct TableForm
{
    enum class Accounts : quint8 { None, Functional, Economic };

    QString kind;    ///< "T01" .. "T09": what the table means, whatever its printed number.
    QString family;  ///< "F1": whose form it is.
    QString title;
    QString english;
    QStringList aliases;
    QStringList names;  ///< The title and the aliases, normalized: what a printed title may be.
    QString number;     ///< "公开01表", or "".
    Money::Unit unit = Money::Unit::TenThousandYuan;
    int decimals = 2;
    bool blankZero = false;  ///< A total of zero is printed as nothing.
    Accounts accounts = Accounts::None;
    bool columnNumbers = false;  ///< The form has a 栏次 row.
    QString agencyPrefix;        ///< "部门："
    QString unitPrefix;          ///< "单位："
    std::vector<FormColumn> columns;
    std::vector<FormLane> lanes;
    std::vector<FormFormula> formulas;
    QStringList notes;
    QString emptyNote;  ///< The sentence under an empty table; "%1" is the department.

    int columnIndex(QStringView id) const;
    /// A column's title with the heading that stands over its half of the table,
    /// where there is such a heading: "决算数 小计".
    QString columnPlace(int column) const;
    int laneIndex(QStringView side) const;
    bool hasTree() const;
};

/// The forms that one authority uses, in the order of its reports.
struct FormFamily
{
    QString id;  ///< "F1"
    QString title;
    QString english;
    std::vector<std::shared_ptr<const TableForm>> forms;

    std::shared_ptr<const TableForm> form(QStringView kind) const;
};

}  // namespace mz
