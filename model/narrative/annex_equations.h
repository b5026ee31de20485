#pragma once

#include "model/narrative/annex_tables.h"

namespace mz {

/// A number of an annex.
struct AnnexRef
{
    int line = -1, field = -1;
    bool operator==(const AnnexRef &) const = default;
};

/// What one number of an annex must be, by others of the same table.
struct AnnexEquation
{
    enum class Kind : quint8 {
        ExecutionRate,  ///< 执行率 = 执行数 / 全年预算数
        ControlRate,    ///< 控制率 = 实际 / 编制, 批复, 概算
        FundColumn,     ///< 年度资金总额 = 当年 + 结转 + 其他
        IncomeKinds,    ///< Σ 按收入性质 = 年度资金总额
        ExpenditureKinds,
        GroupScore,    ///< 一级指标（n分） = Σ its rows
        TotalScore,    ///< 总分 = Σ 分值
        Hundred,       ///< Σ 分值 = 100
        TotalPoints,   ///< Σ 得分
        PointsWithin,  ///< 得分 ≤ 分值
        Level,         ///< A line of basic figures = Σ the lines one level below
        ListTotal      ///< 总计 = Σ
    };
    Kind kind = Kind::Level;
    AnnexRef result;              ///< Of Hundred: the printed total, where there is one.
    std::vector<AnnexRef> terms;  ///< Of a rate: what is divided, and by what.

    bool isRate() const { return kind == Kind::ExecutionRate || kind == Kind::ControlRate; }
    /// Its result follows its terms when they are edited.
    bool isFollowed() const;
};

std::vector<AnnexEquation> annexEquations(const AnnexTable &table);

struct AnnexJudgement
{
    enum class Outcome : quint8 { NoNumbers, Holds, Fails };
    Outcome outcome = Outcome::NoNumbers;
    Amount expected;     ///< What the result would print, with its decimals.
    QString difference;  ///< Result less expected; "" where it holds.
};

/// Judges by what is printed: rates by CHECKS 0.6, sums by 0.5, scores exactly.
AnnexJudgement judgeAnnexEquation(const AnnexTable &table, const AnnexEquation &equation);

const AnnexField &fieldOf(const AnnexTable &table, const AnnexRef &at);
/// The unit in which a field's number is kept.
Money::Unit unitOf(const AnnexTable &table, const AnnexField &field);
/// "965.65"; "0" for a blank.
QString printedNumber(const AnnexTable &table, const AnnexField &field);
/// The unit of the last digit that a figure stands for: 20 in a table whose amounts
/// mostly have two decimals means 20.00. In fen; scores and counts are exact: 0.
qint64 lastDigitOf(const AnnexTable &table, const AnnexField &field);

}  // namespace mz
