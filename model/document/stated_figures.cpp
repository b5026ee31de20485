#include "model/document/stated_figures.h"

#include "model/compose/figure_values.h"
#include "model/compose/narrative_writer.h"
#include "model/narrative/narrative_reader.h"

namespace mz {

namespace {

bool isNumber(ClaimRole role) { return role == ClaimRole::Amount || role == ClaimRole::Count; }

bool isChange(ClaimRole role) { return role == ClaimRole::Change; }

class Stated
{
public:
    /// What annexes tell of is often another population.
    Stated(NarrativeReading reading, const Report &report) : m_reading(std::move(reading))
    {
        std::erase_if(m_reading.claims, [&report](const Claim &claim) {
            return report.sections[size_t(claim.place.section)].kind != Section::Kind::Narrative;
        });
    }

    /// Nothing where two places say different things, or one that the tables refute.
    const Claim *find(const QString &figure, Phase phase, bool (*isMeant)(ClaimRole)) const
    {
        using Verdict = Claim::Verdict;
        const Claim *found = nullptr;
        for (const Claim &claim : m_reading.claims) {
            if (claim.figure != figure || claim.phase != phase || !isMeant(claim.role)
                || claim.verdict == Verdict::OtherScope || claim.verdict == Verdict::Unbound)
                continue;
            if (claim.verdict == Verdict::Disagrees || claim.verdict == Verdict::Follows
                || (found && (found->value != claim.value || found->sign != claim.sign)))
                return nullptr;
            found = &claim;
        }
        return found;
    }

private:
    NarrativeReading m_reading;
};

/// A count is kept as so many yuan; a claim has it in millionths.
Amount amountOf(const Claim &claim, Money::Unit unit)
{
    if (claim.role == ClaimRole::Count)
        return Amount::number(Money::fromFen(claim.value / 10'000), 0);
    const Money money = Money::fromFen(claim.value);
    return Amount::number(money, qMax(2, money.neededDecimals(unit)));
}

std::optional<Amount> lessChange(const Amount &now, const Claim &change, Money::Unit unit)
{
    const auto last = now.money().minus(Money::fromFen(change.value * change.sign));
    if (!last || change.sign == 0)
        return std::nullopt;
    return Amount::number(*last, qMax(2, last->neededDecimals(unit)));
}

}  // namespace

std::vector<SideFigure> statedFigures(const Report &report, const Handbook &handbook,
    const std::vector<AskedFigure> &wanted, Money::Unit unit, const QString &source)
{
    const Stated text(readNarrative(report, handbook), report);
    const FigureValues values(report, handbook);
    std::vector<SideFigure> stated;
    for (const AskedFigure &asked : wanted) {
        const Claim *found = text.find(asked.figure, asked.phase, isNumber);
        auto amount = found ? std::optional(amountOf(*found, unit)) : std::nullopt;
        if (!found && asked.phase == Phase::Last) {
            // Last year's is this year's less what was added.
            const Claim *change = text.find(asked.figure, Phase::Actual, isChange);
            const Claim *now = text.find(asked.figure, Phase::Actual, isNumber);
            const auto base = now ? std::optional(amountOf(*now, unit))
                                  : values.value(asked.figure, Phase::Actual);
            if (change && base)
                amount = lessChange(*base, *change, unit);
            found = change;
        }
        if (!amount)
            continue;
        const Section &section = report.sections[size_t(found->place.section)];
        const QString title = section.number + section.title;
        SideFigure side;
        side.figure = asked.figure;
        side.phase = asked.phase;
        side.amount = *amount;
        side.source = source.isEmpty() ? title : source + QStringLiteral(" · ") + title;
        stated.push_back(std::move(side));
    }
    return stated;
}

Report asPublished(Report report)
{
    for (int i = int(report.sections.size()) - 1; i >= 0; --i)
        turnIntoPublished(report, i);
    return report;
}

}  // namespace mz
