#pragma once

#include "model/checks/cell_tests.h"
#include "model/checks/equation.h"
#include "model/checks/finding.h"
#include "model/narrative/narrative_reader.h"
#include <QSet>
#include <set>

namespace mz {

struct Cause;

/// Checks one report by a set of rules. Equations are compiled once; after an
/// edit only those that the changed cells stand in are judged anew.
class Checker
{
public:
    Checker(const Report &report, const Handbook &handbook, const RuleSet &rules);
    ~Checker();

    /// After rows or tables have changed, or another report is there.
    void rebuild();
    /// Judges everything.
    CheckResult check();
    /// Judges what the changed cells stand in.
    CheckResult recheck(const std::vector<CellRef> &changed);
    /// Judges what the text says, anew: sections, grids or bindings have changed,
    /// but no table.
    CheckResult recheckText();

    QSet<QString> m_pairs;  ///< Two cells that a rule compares already.
    const std::vector<Equation> &equations() const { return m_equations; }
    /// The equations that a cell stands in.
    const std::vector<int> &equationsOf(CellRef at) const;
    const RuleSet &rules() const { return m_rules; }

private:
    struct RuleState
    {
        std::set<int> sheets;     ///< Of the tables that the rule compares.
        int first = 0, last = 0;  ///< Its equations.
        QStringList missing;      ///< Tables that the report does not have.
        QStringList otherForms;   ///< Columns that its form does not have.
        bool conditionsHold = true;
        bool applies = true;  ///< To this family.
        TestResult test;      ///< Of a named test.
    };
    void compileRule(int index);
    bool lacksTotals(const Expression &side) const;
    bool addEquation(int index, const Relation &relation, CellRef at);
    bool expandNotPrinted(std::vector<CellResolver::Term> &terms) const;
    void judgeOne(Equation &equation) const;
    std::vector<bool> notBegun() const;
    bool waitsForTable(int rule) const;
    void judgeConditions();
    size_t id(CellRef at) const
    {
        return m_offset[size_t(at.sheet)]
            + size_t(at.row) * m_report.sheets[size_t(at.sheet)].columns.size() + size_t(at.column);
    }
    bool isNotPrinted(CellRef at) const
    {
        return m_report.cell(at).amount.state() == Amount::State::NotPrinted;
    }
    void runTests(bool structural);
    void findCauses();
    void foldIntoCells(CheckResult &result) const;
    CheckResult collect() const;
    void addCause(const Cause &cause, CheckResult &result) const;
    void addTails(CheckResult &result) const;
    LedgerEntry ledgerOf(int index) const;
    Finding findingOf(const Equation &equation) const;
    QString sideText(const Equation &equation, bool left) const;

    const Report &m_report;
    const Handbook &m_handbook;
    const RuleSet &m_rules;
    std::unique_ptr<CellResolver> m_resolver;
    std::unique_ptr<TextMaterial> m_material;
    std::unique_ptr<NarrativeReader> m_reader;  ///< Null where no rule reads the text.
    std::vector<Equation> m_equations;
    std::vector<Cause> m_causes;
    std::vector<RuleState> m_states;
    std::vector<size_t> m_offset;
    bool m_textTold = false;         ///< The tests of what only the text says stand as they are.
    std::vector<bool> m_notBegun;    ///< Tables of a report that is being drawn up.
    std::vector<bool> m_notPrinted;  ///< Cells that equations replace by the rows below.
    std::vector<std::vector<int>> m_equationsOf;  ///< Of each cell.
};

}  // namespace mz
