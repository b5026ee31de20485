#pragma once

#include "model/checks/rule.h"
#include "model/domain/row_index.h"

namespace mz {

/// How one equation came out (CHECKS 0.5).
enum class Outcome : quint8 { Exact, Tail, Doubtful, Wrong, NoAmounts };

/// One instance of a rule: Σ sign·cell compared with 0.
struct Equation
{
    int rule = 0;
    CellRef at;                             ///< Where a finding of it stands.
    std::vector<CellResolver::Term> terms;  ///< Left side positive.
    int leftTerms = 0;                      ///< The first so many are the left side.
    bool evidence = true;  ///< An identity: what breaks it is wrong. (Not: actual within budget.)
    Relation::Kind kind = Relation::Kind::Equal;
    Rule::Tolerance tolerance = Rule::Tolerance::Sum;
    std::vector<CellRef> items;  ///< Of Tolerance::Items: the items below the class.

    bool applies = true;     ///< The rule's conditions hold, and all its amounts can be read.
    bool waits = false;      ///< Fails, and a table of it is not begun in a report being drawn up.
    bool lacksRows = false;  ///< Fails, and a row of it may stand on a lost page.
    Outcome outcome = Outcome::NoAmounts;
    qint64 difference = 0;  ///< Fen.
    qint64 worstTwice = 0;  ///< Twice the largest difference that rounding explains, in fen.
};

/// A change of one cell, for trying.
struct TriedChange
{
    CellRef at;
    qint64 delta;
};

/// Judges the equation by what is printed, with some cells changed by `changes`.
/// Returns the outcome; sets difference and worst.
Outcome judge(const Report &report, const Equation &equation,
    const std::vector<TriedChange> &changes, qint64 *difference, qint64 *worstTwice);

}  // namespace mz
