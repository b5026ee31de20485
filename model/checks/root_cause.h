#pragma once

#include "model/checks/equation.h"

namespace mz {

/// Failing equations that have one explanation, or none.
struct Cause
{
    std::vector<int> equations;  ///< Which it explains; the first is told, the rest fold under it.
    std::vector<TriedChange> change;  ///< The cells that are most likely wrong, and by how much.
    std::vector<CellRef> suspects;    ///< Where the equations cannot tell who is wrong.
    int displacedSheet = -1;          ///< A block of rows stands displaced in this table ..
    int firstRow = -1, lastRow = -1;  ///< .. from row to row ..
    int displacedBy = 0;              ///< .. by so many.
};

/// In halves: what is wrong counts 2, what is doubtful 1.
int badnessOf(Outcome outcome);

/// Finds the fewest wrong figures that explain the failing equations (CHECKS
/// 0.8): a change of one figure, alone or with its parents, that repairs the most
/// and breaks none. A figure that one equation alone speaks against is
/// never named.
class RootCause
{
public:
    RootCause(
        const Report &report, const CellResolver &resolver, const std::vector<Equation> &equations);

    std::vector<Cause> find() const;

private:
    struct Candidate
    {
        std::vector<TriedChange> change;
        int gain = 0;  ///< In halves: a wrong equation counts 2, a doubtful one 1.
        int exact = 0;
        std::vector<int> repaired;
    };
    size_t id(CellRef at) const
    {
        return m_offset[size_t(at.sheet)] + size_t(at.row) * m_width[size_t(at.sheet)]
            + size_t(at.column);
    }
    void joinFigures();
    int rootOf(int cell) const;
    std::vector<CellRef> figureOf(CellRef at) const;
    std::vector<CellRef> parentsOf(CellRef at) const;
    Candidate tryChange(std::vector<TriedChange> change, const std::vector<int> &open) const;
    bool isWitnessed(const Candidate &candidate) const;
    void addCandidates(
        int equation, const std::vector<int> &open, std::vector<Candidate> &candidates) const;
    std::vector<Cause> displacedBlocks(std::vector<int> &open) const;
    bool findShift(int sheet, int twin, const std::vector<int> &failing, Cause &cause) const;
    void withdrawDoubtfulNames(const std::vector<int> &open, std::vector<Cause> &causes) const;
    void displacedInLanes(std::vector<int> &open, std::vector<Cause> &causes) const;
    bool findShiftInLane(
        int sheet, const std::vector<int> &rows, const std::vector<int> &open, Cause &cause) const;
    std::vector<int> repairedWithOneMore(
        const std::vector<TriedChange> &change, CellRef more, const std::vector<int> &open) const;

    const Report &m_report;
    const CellResolver &m_resolver;
    const std::vector<Equation> &m_equations;
    std::vector<size_t> m_offset, m_width;
    std::vector<std::vector<int>> m_equationsOf;  ///< Of each cell.
    mutable std::vector<int> m_figure;            ///< Union-find over cells.
    std::vector<std::vector<int>> m_members;      ///< Cells of each figure, by its root.
};

}  // namespace mz
