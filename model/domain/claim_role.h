#pragma once

#include <QtGlobal>

namespace mz {

/// Which amount of a figure a number is.
enum class Phase : quint8 {
    Actual,
    BudgetInitial,  ///< 年初预算
    BudgetFull,     ///< 全年, 调整预算
    Budget,         ///< A budget; which one is not said.
    BudgetAdded,    ///< 追加
    Last,           ///< 上年
    Other
};

/// What a number says of its figure.
enum class ClaimRole : quint8 {
    Amount,
    Count,
    Share,             ///< Of a whole, in %.
    Change,            ///< Against last year.
    Rate,              ///< Of that change, in %.
    Completion,        ///< Of a phase, in %.
    Relation,          ///< 决算数大于预算数: no number, the words are the place.
    Same,              ///< 持平: likewise.
    BudgetDifference,  ///< 决算数大于预算数 by this amount.
    PartChange         ///< A part's change, inside a reason.
};

}  // namespace mz
