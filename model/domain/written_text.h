#pragma once

#include "model/domain/amount.h"
#include "model/domain/claim_role.h"
#include <vector>

namespace mz {

/// A piece of a written paragraph: words, what a figure says, or a gap that
/// only a person can fill.
struct WrittenSpan
{
    enum class Kind : quint8 {
        Text,
        Field,  ///< A number that follows its figure.
        Word,   ///< 增加, 下降, 大于 ..: follows its figure too.
        Gap
    };
    Kind kind = Kind::Text;
    QString text;    ///< As printed; of a gap what it was filled with, or "".
    QString figure;  ///< Of a field or word, its id.
    QString whole;   ///< Of a share: the figure that it is a share of.
    Phase phase = Phase::Actual;
    ClaimRole role = ClaimRole::Amount;
    QString gap;   ///< Its name, unique in the section.
    QString hint;  ///< What belongs into the gap.
    bool operator==(const WrittenSpan &) const = default;
};

struct WrittenParagraph
{
    QString id;        ///< The template's paragraph that it is; "" for one of the user's.
    bool own = false;  ///< Was edited: its fields follow, its words stay.
    std::vector<WrittenSpan> spans;

    /// Empty gaps stand as 〔hint〕.
    QString text() const;
    bool operator==(const WrittenParagraph &) const = default;
};

/// A figure that no table of the report holds.
struct SideFigure
{
    QString figure;
    Phase phase = Phase::Actual;
    /// In the unit of the tables. Of a count: one yuan for each of what is
    /// counted, so that a count is exact and bounded as money is.
    Amount amount;
    bool count = false;
    QString source;  ///< Where it comes from; "" where it was typed.
    bool operator==(const SideFigure &) const = default;
};

}  // namespace mz
