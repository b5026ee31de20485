#pragma once

#include "model/domain/handbook.h"

namespace mz {

/// What the figures of a report are, for sentences: those of the tables, of
/// their accounts, and those that only the side figures hold. Valid until the
/// report changes.
class FigureValues
{
public:
    FigureValues(const Report &report, const Handbook &handbook);

    /// Nothing where neither a table nor the side figures tell it. A table's
    /// blank cell is zero.
    std::optional<Amount> value(const QString &figure, Phase phase) const;
    /// What the tables tell of it; nothing where they do not print this figure.
    std::optional<Amount> tables(const QString &figure, Phase phase) const;
    /// What was entered by hand, or the sum of what was entered of its parts.
    std::optional<Amount> entered(const QString &figure, Phase phase) const;
    std::optional<Amount> sum(const QString &figure, Phase phase) const;
    /// A number that says this of the figure, as it is printed; nothing where it
    /// cannot be told (no last year, a rate on nothing).
    std::optional<QString> printed(
        const QString &figure, Phase phase, ClaimRole role, const QString &whole) const;
    /// 增加, 下降, 大于, 持平 .., as the figure is now.
    QString word(const QString &figure, Phase phase, ClaimRole role) const;

    bool isZero(const QString &figure) const;
    /// Of the amounts: 万元 or 元.
    QString unit() const;
    Money::Unit moneyUnit() const { return m_unit; }
    bool isCount(const QString &figure) const;
    /// As a sentence calls it.
    QString name(const QString &figure) const;
    /// 一般公共服务支出（类）财政事务（款）行政运行（项）
    QString path(const QString &figure) const;
    /// The figures of a changing list that are not zero: "classes", "items",
    /// "funds.items", "capital.items", "personnel", "public". Empty for others.
    QStringList list(const QString &name) const;
    /// Those of a list where its name alone is given, else the figures as they are.
    QStringList listed(const QStringList &figures) const;
    /// The figures that sum up to this one, where only they are entered.
    QStringList parts(const QString &figure) const;

private:
    const Figure *known(const QString &figure) const;
    QString label(const Sheet &sheet, AccountCode code) const;
    QString amountText(const Amount &amount) const;

    const Report &m_report;
    const Handbook &m_handbook;
    CellResolver m_cells;
    Money::Unit m_unit = Money::Unit::TenThousandYuan;
};

/// The figures of all accounts of the report's tables: "general.item[2010301]".
QStringList accountFigures(const Report &report);
/// The row (column -1) that the figure of an account names; nothing for others,
/// and where the table does not have it.
std::optional<CellRef> rowOfAccountFigure(const Report &report, const QString &figure);

/// A part in percent of the whole, rounded half up in magnitude; nothing where
/// the whole is zero.
std::optional<QString> percentText(Money part, Money whole);

}  // namespace mz
