#pragma once

#include "model/domain/report.h"

namespace mz {

/// A number, or a text, of an annex: which, as printed, and where.
struct AnnexField
{
    enum class Meaning : quint8 { Text, Amount, Count, Percent, Score };
    Meaning meaning = Meaning::Text;
    QString column;   ///< "actual", "score" ..: a word of annexes.json.
    QString printed;  ///< The cell, or the part of it that is the number.
    /// An amount in the table's unit. Other numbers too are exact to the sixth
    /// decimal: they are kept as so many 万元 would be.
    Amount number;
    int row = -1, cell = -1;    ///< In TextGrid::rows.
    int start = 0, length = 0;  ///< The number within the cell's text.
    bool operator==(const AnnexField &) const = default;
};

/// A line of an annex: a row, or a part of one.
struct AnnexLine
{
    enum class Part : quint8 {
        Staff,        ///< 财政供养人员
        Base,         ///< 经费控制情况
        Building,     ///< 楼堂馆所控制情况
        Funds,        ///< 年度资金总额 and its parts
        Income,       ///< 按收入性质分
        Expenditure,  ///< 按支出性质分
        Group,        ///< 一级指标（n分）
        Indicator,
        Total,
        Project  ///< Of the list of money that arrived.
    };
    Part part = Part::Base;
    QString id;       ///< "total", "three_public" ..: a word of annexes.json; "" where it has none.
    QString label;    ///< In one line, without spaces at its ends.
    QString second;   ///< Of an indicator: 二级指标.
    int level = 0;    ///< Of a base line: 0 三公经费, 1 "1、", 2 the rest.
    int parent = -1;  ///< The line above it: of a base line, of an indicator its group.
    bool isAmong = false;  ///< 其中: the list need not be all of its heading.
    std::vector<AnnexField> fields;

    const AnnexField *field(QStringView column) const;
    bool operator==(const AnnexLine &) const = default;
};

/// A performance annex as a typed table over a grid of the report.
struct AnnexTable
{
    enum class Kind : quint8 {
        Base,     ///< 部门整体支出绩效评价基础数据表
        Overall,  ///< 整体支出绩效自评表
        Project,  ///< 项目支出绩效自评表
        Arrived   ///< 项目资金到位情况
    };
    Kind kind = Kind::Base;
    QString title;
    QString name;      ///< Of the project, or of the unit that is judged.
    int section = -1;  ///< In Report::sections.
    int block = -1;    ///< In Section::blocks.
    Money::Unit unit = Money::Unit::TenThousandYuan;
    std::vector<AnnexLine> lines;

    /// The first line of that part and id.
    const AnnexLine *line(AnnexLine::Part part, QStringView id) const;
    const AnnexField *field(AnnexLine::Part part, QStringView id, QStringView column) const;
};

class AnnexWords;

/// Reads one grid; nothing where it is no annex that we know. `titles` are the
/// texts near it: its section's title, the lines above it.
std::optional<AnnexTable> readAnnexTable(
    const TextGrid &grid, const QStringList &titles, const AnnexWords &words);
/// Every annex of the report, or of one section, in its order.
std::vector<AnnexTable> readAnnexTables(
    const Report &report, const AnnexWords &words, int section = -1);

/// The number in a cell: "50", "107%", "10分", "1,177.97 万元". Sets where it
/// stands; nothing for other texts. Blank for a dash or nothing at all.
std::optional<Amount> readAnnexNumber(
    const QString &text, Money::Unit unit, int *start, int *length);

}  // namespace mz
