#pragma once

#include "model/domain/claim_role.h"
#include "model/domain/report.h"

namespace mz {

constexpr bool isBudget(Phase phase)
{
    return phase == Phase::Budget || phase == Phase::BudgetInitial || phase == Phase::BudgetFull;
}

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
    QString section;             ///< "S01" ..: the section of the narrative that it stands in.
    QString unit;                ///< As printed: "万元", "%", "" where there is none.
    qint64 value = 0;            ///< Fen of an amount; else millionths.
    int decimals = 0;
    int sign = 0;            ///< Of a change or relation: 1 more, -1 less, 0 equal.
    int sentence = 0;        ///< Counts through the whole text.
    bool nearly = false;     ///< Of a relation: 基本持平.
    bool zeroBase = false;   ///< A rate of a base that is zero.
    bool wholeSaid = false;  ///< Of a share: the text names the whole.
    bool byHand = false;     ///< Bound by the user.
    bool freeProse = false;  ///< Stands where other populations are told of, too.

    /// Compared with something; the others are listed as not checked.
    bool isChecked() const;
};

/// An account that the text names by its path X（类）Y（款）Z（项）.
struct NamedAccount
{
    TextPlace place;
    QString section;
    QString path;  ///< As printed.
    QString code;  ///< "" where no row of the table is meant for certain.
    bool exact = false;
};

/// Parts that the text states beside their total.
struct StatedSum
{
    int total = -1;          ///< In the claims.
    std::vector<int> parts;  ///< Likewise.
    qint64 difference = 0;   ///< Total less parts; 0 where they agree or it cannot be told.
};

/// A report's text, read: every number that it prints, in its order.
struct NarrativeReading
{
    std::vector<Claim> claims;
    std::vector<NamedAccount> accounts;
    std::vector<StatedSum> sums;
    /// What each section of the report is about: "S05", or "" where it is not read.
    std::vector<QString> topics;
};

/// The text around a number, cut to its sentence.
QString quoteOf(const Report &report, const TextPlace &place);

}  // namespace mz
