#pragma once

#include "model/domain/claim_role.h"
#include <QString>

namespace mz {

/// What the user says that one number of the text is, in place of what its words
/// say. It is known by its section and the words on either side, in which other
/// numbers do not count: an amount that changes leaves it where it is.
struct NumberBinding
{
    QString section;  ///< The section's title.
    QString before, after;
    QString number;  ///< As it was printed; tells alike places apart.
    QString figure;  ///< Its id, or "": the number says nothing of the report.
    Phase phase = Phase::Actual;
    ClaimRole role = ClaimRole::Amount;

    bool isOfSameNumber(const NumberBinding &other) const
    {
        return section == other.section && before == other.before && after == other.after
            && number == other.number;
    }
    bool operator==(const NumberBinding &) const = default;
};

}  // namespace mz
