#pragma once

#include "model/domain/handbook.h"
#include "model/narrative/claim.h"
#include "model/narrative/stated_value.h"
#include <QSet>

namespace mz {

/// Compares what the numbers of a text say with the tables and with each other.
/// The claims must be bound; only their verdicts and what explains them change.
class Judge
{
public:
    Judge(const Report &report, const Handbook &handbook, const CellResolver &resolver,
        const std::vector<WordList::Sum> &sums, NarrativeReading &reading);

    void judge();

private:
    /// A printing of a figure: in a table, or in the text.
    struct Source
    {
        StatedValue value;
        std::vector<CellRef> cells;
        int claim = -1;
    };
    const std::vector<Source> &homes(const QString &figure, bool others = false);
    /// The titles around it leave open which money is meant.
    bool leavesOpen(const Claim &claim) const { return m_otherHomes.contains(claim.place.section); }
    std::vector<Source> sources(const QString &figure, Phase phase, int near);
    void amount(Claim &claim);
    bool isOtherBudget(const Claim &claim, const std::vector<Source> &places) const;
    void bound(Claim &claim, const Figure &figure);
    void share(int index);
    void completion(int index);
    Claim *differenceBeside(const Claim &claim);
    bool fitsCompletion(Claim &claim);
    void change(int index);
    bool fitsRateBeside(const Claim &change, const Source &step, const Source &base) const;
    void budgetRate(int index);
    void lastYear(int index);
    void same(int index);
    void changesOfSides(const QString &income, const QString &expenditure);
    void changesOfParts(const QString &total, const QStringList &parts);
    void displacedAccounts();
    void findSuspects();
    /// What nothing else confirms, a rate does that fits it.
    void confirm(const Source &source, const Claim &rate);
    int indexOf(const Claim &claim) const { return int(&claim - m_reading.claims.data()); }
    const Claim *changeBeside(const Claim &claim, int before, ClaimRole role) const;
    std::vector<Source> lastYears(const QString &figure, int near);
    void relation(int index);
    void repeated();
    void repeatedInProse();
    bool differsByGuests(const Claim &claim, const Claim &first) const;
    void partChange(Claim &claim);
    void sum(const QString &total, const QStringList &parts);
    void partsByFund();
    void listedParts();
    void listBehind(size_t first, size_t heads);
    size_t zerosBehind(size_t part) const;
    int misprintOf(int head, const std::vector<int> &parts, QStringView text) const;
    int bracketsAround(const Claim &claim) const;
    QString textBetween(const Claim &claim, const Claim &next) const;
    void itemBudgets();
    void addUp(int total, const std::vector<int> &parts, bool complete);
    /// Tries all pairs; tells the claim what came out.
    void rate(Claim &claim, const std::vector<Source> &parts, const std::vector<Source> &wholes);
    void disagree(Claim &claim, const QString &reason);
    StatedValue stated(const Claim &claim) const;
    QString otherFigure(const Claim &claim);
    Source sourceOf(const Expression &expression, bool *readable) const;

    const Report &m_report;
    const Handbook &m_handbook;
    const CellResolver &m_resolver;
    const std::vector<WordList::Sum> &m_sums;
    NarrativeReading &m_reading;
    QHash<QString, std::vector<Source>> m_homes;
    QHash<QString, std::vector<int>> m_claimsOf;
    /// A computation over numbers of the text that failed: whom it accuses, and
    /// all that it was computed with.
    struct Doubt
    {
        int accused;
        std::vector<int> numbers;
    };
    std::vector<Doubt> m_doubts;
    QHash<int, int> m_fits;      ///< How many computations with that number hold.
    bool m_twoDecimals = false;  ///< Most amounts have two: `20` means 20.00.
    QSet<int> m_otherHomes;      ///< Sections whose titles leave open which money is meant.
    bool m_allFiscal = false;    ///< All spending is of fiscal money.
};

/// The number as it would be printed: "93.62".
QString printedNumber(qint64 millionths, int decimals);

}  // namespace mz
