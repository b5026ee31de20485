#pragma once

#include "model/checks/rule.h"
#include "model/narrative/claim.h"

namespace mz {

/// A cell that a finding is about.
struct FindingCell
{
    CellRef at;
    QString published;  ///< As printed.
    QString expected;   ///< What would make the equation hold; "" where it cannot be told.
    int sign = 0;       ///< In the equation: +1 left, -1 right; 0 where there is none.
};

/// A place in the text that a finding is about.
struct FindingText
{
    int section = -1;     ///< In Report::sections.
    QString quote;        ///< As printed; "" for the section as a whole.
    QString published{};  ///< The number in the quotation; "" where none is meant.
    QString expected{};   ///< What it ought to be; "" where it cannot be told.
    /// Of a grid's cell: in Section::blocks and TextGrid::rows.
    int block = -1, row = -1, cell = -1;
};

/// What a rule found.
struct Finding
{
    QString key;  ///< Stable: rule and place. Marks of the user refer to it.
    QString rule;
    Severity severity = Severity::Error;
    QString group;
    QString message;                 ///< One sentence, with the figures.
    QString place;                   ///< "05 · 2101301 城乡医疗救助 · 小计"
    std::vector<FindingCell> cells;  ///< The first one is where the finding stands.
    std::vector<FindingText> texts;  ///< Places in the text; empty where it is about cells only.
    bool standsInText = false;       ///< At the first of `texts`; its cells are the other side.
    QString difference;              ///< Left minus right, as printed; "" where there is none.
    QString tolerance;  ///< Half a unit of every printed figure, added up; "" likewise.
    QString cause;      ///< "most likely wrong: …", or who is suspected.
    int causedBy = -1;  ///< The finding that explains this one.
    /// The one change that would satisfy the most equations; empty otherwise.
    std::vector<std::pair<CellRef, Amount>> fix;
    int repairs = 0;  ///< Equations that the fix would close.
    /// What to write instead where the text is certainly wrong; empty otherwise.
    std::vector<TextEdit> textFix;
};

/// How a rule ended.
struct LedgerEntry
{
    enum class State : quint8 { Passed, Failed, NotApplicable, LacksData };
    QString rule;
    State state = State::Passed;
    QString reason;            ///< Why it does not apply, or what is missing.
    int instances = 0;         ///< Places that were looked at.
    int tails = 0;             ///< Of them, equal but for rounding.
    bool otherReport = false;  ///< Lacks what no single report holds.
};

struct CheckResult
{
    NarrativeReading reading;       ///< Every number of the text.
    std::vector<Finding> findings;  ///< Errors first; consequences behind their cause.
    std::vector<LedgerEntry> ledger;

    enum class Verdict : quint8 { Passed, Faulty, Incomplete };
    Verdict verdict() const;
    /// Findings of that severity, consequences not counted.
    int count(Severity severity) const;
};

}  // namespace mz
