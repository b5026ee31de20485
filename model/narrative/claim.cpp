#include "model/narrative/claim.h"

namespace mz {

bool Claim::isChecked() const
{
    switch (verdict) {
    case Verdict::Agrees:
    case Verdict::AgreesBySum:
    case Verdict::Rounding:
    case Verdict::Disagrees:
    case Verdict::Follows:
    case Verdict::ZeroBase:
        return true;
    case Verdict::Stated:
    case Verdict::OtherScope:
    case Verdict::Unbound:
        break;
    }
    return false;
}

}  // namespace mz
