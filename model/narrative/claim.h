#pragma once

#include "model/domain/claim_role.h"
#include "model/domain/report.h"

namespace mz {

/// Characters of one paragraph of the report.
struct TextPlace
{
    int section = -1;  ///< In Report::sections.
    int block = -1;    ///< In Section::blocks; -1: the section's title.
    int start = 0, length = 0;
    bool operator==(const TextPlace &) const = default;
};

/// One number (or word of comparison) of the text: what it is said to be, and
/// what the tables and the text itself say of it.
struct Claim
{
    enum class Verdict : quint8 {
        Agrees,
        AgreesBySum,
        Rounding,
        Disagrees,
        Follows,   ///< Fits another number that is wrong itself.
        ZeroBase,  ///< A rate where there is nothing to compare with.
        Stated,    ///< Bound, but nothing to compare with.
        OtherScope,
        Unbound
    };
    TextPlace place;
    QString printed;
    QString figure;  ///< Its id in the dictionary of figures; "" where it is not bound.
    QString whole;   ///< Of a share: the figure that it is a share of.
    Phase phase = Phase::Actual;
    ClaimRole role = ClaimRole::Amount;
    Verdict verdict = Verdict::Unbound;
    QString reason;              ///< Why it is not checked, or does not agree: one sentence.
    QString expected;            ///< As it would be printed; "" where it cannot be told.
    QString arithmetic;          ///< "3618.79 ÷ 3865.52 = 93.62 %"
    std::vector<CellRef> cells;  ///< That it was compared with; the first is the nearest.

    /// Compared with something; the others are listed as not checked.
    bool isChecked() const;
};

/// A report's text, read: every number that it prints, in its order.
struct NarrativeReading
{
    std::vector<Claim> claims;
};

}  // namespace mz
