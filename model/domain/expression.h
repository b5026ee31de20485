#pragma once

#include "model/domain/result.h"
#include <QStringList>
#include <vector>

namespace mz {

/// The language of the forms' formulas and of the rules: sums and differences
/// of cells. README, "Formulas and rules", shows it by example.
///
///     fiscal + superior            columns of the same row
///     [301] + [303]                rows of the same table, same column
///     sum(kids)                    rows one level below, same column
///     sum(income[general .. other])
///     T03[same].total              the row with the same key in another table
///     T04.expenditure[year].general
///
/// An expression is linear by construction: it always means Σ ±cell.
struct RowSelector
{
    enum class Kind : quint8 {
        Here,    ///< No row named: the row of the cell itself.
        Key,     ///< [301], [total], [本年收入合计]
        Range,   ///< [general .. other]
        Same,    ///< [same]: the row with the same key.
        Kids,    ///< [kids] or [kids 301]: rows whose nearest printed ancestor is that row.
        Top,     ///< [top]: account rows without a printed ancestor.
        Branch,  ///< [branch]: account rows with kids.
        Leaf,    ///< [leaf]: account rows without kids.
        Class,   ///< [class]: 3 digits.
        Group,   ///< [group]: 5 digits.
        Item,    ///< [item]: 7 digits.
        Lines,   ///< [lines]: every account row.
        All,     ///< [*]
    };
    Kind kind = Kind::Here;
    QString key;
    QString lastKey;  ///< Of a range.
    bool operator==(const RowSelector &) const = default;
};

/// One or more cells: table, side, rows, column; what is left out is that of
/// the cell from which the expression is seen.
struct CellSelector
{
    QString table;                  ///< "T03", or "" for the same table.
    QString side;                   ///< "income", or "" for any.
    std::vector<RowSelector> rows;  ///< Empty means Here.
    QString column;                 ///< "" for the same column, "*" for every one.
    bool operator==(const CellSelector &) const = default;
};

struct ExpressionTerm
{
    CellSelector cells;
    int sign = 1;
    bool operator==(const ExpressionTerm &) const = default;
};

class Expression
{
public:
    /// Errors: what is wrong and at which character.
    static Result<Expression> parse(const QString &text);
    /// A selector alone, as in a formula's "cells": `[branch].*`, `income[year]`.
    static Result<CellSelector> parseCells(const QString &text);

    const std::vector<ExpressionTerm> &terms() const { return m_terms; }
    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_terms.empty(); }

private:
    std::vector<ExpressionTerm> m_terms;
    QString m_text;
};

}  // namespace mz
