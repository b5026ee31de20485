#pragma once

#include "model/checks/cell_tests.h"
#include "model/narrative/annex_equations.h"

namespace mz {

/// Tests of the performance annexes; README lists them with their settings.
NamedTest annexTest(QStringView name);
/// Of those, what indicators ask for and what projects are about.
NamedTest annexScoreTest(QStringView name);
/// Of those, what the reports beside the tables say.
NamedTest annexProseTest(QStringView name);

// Building blocks of them.

/// Nothing to judge: no annex, or none that prints it.
TestResult lackingAnnex(const std::vector<AnnexTable> &tables);
AnnexRef refOf(const AnnexTable &table, AnnexLine::Part part, QStringView id, QStringView column);
/// "某项目 · 年度资金总额 · rate".
QString nameOfAnnexField(const AnnexTable &table, const AnnexRef &at);
Finding findingOfAnnex(const TestContext &context, const AnnexTable &table, const AnnexRef &at,
    const QString &message);
/// False where the table is another unit's, whose money the tables do not show.
bool isOfAgency(const Report &report, const AnnexTable &table);
/// Kinds of money that add up to what was spent, not to a budget.
bool isOfYear(const AnnexTable &table, AnnexLine::Part part);

/// A sum of cells that an annex repeats.
struct TableFigure
{
    bool isKnown = false;
    std::vector<CellResolver::Term> terms;
    Money money;
    qint64 digits = 0;  ///< The last digits of all that is not zero, in fen.
    int decimals = 0;
    QString place;

    bool agrees(const Amount &amount, Money::Unit unit) const;
    QString printed(Money::Unit unit) const;
    /// The cells, beside the text that the finding is about.
    void addTo(const TestContext &context, Finding &finding) const;
};
TableFigure tableFigure(const TestContext &context, const QString &cells);

}  // namespace mz
