#pragma once

#include "model/domain/handbook.h"
#include "model/domain/report.h"

namespace mz {

/// An amount that a chart shows, and the cell to go to.
struct ChartFigure
{
    Money money;
    QString printed;  ///< In the unit of its table, as printed.
    CellRef cell;
    bool isNumber = false;  ///< False: blank, or not printed.
};

/// Basic and project expenditure of one class, or of all.
struct SplitRow
{
    QString label;
    ChartFigure basic, project;
    ChartFigure total;  ///< As the table prints it; no number where it prints none.
    /// The total that is printed; else the sum.
    Money sum() const
    {
        return total.isNumber ? total.money : basic.money.plus(project.money).value_or(Money());
    }
};

/// Basic versus project expenditure: the whole, then the classes, longest first.
struct BasicProjectSplit
{
    QString source;  ///< Name of the figure that is split.
    QString sourceEnglish;
    Money::Unit unit = Money::Unit::TenThousandYuan;
    SplitRow whole;
    std::vector<SplitRow> classes;
    bool hasTable = false;  ///< False: the report has no table of it.
};

struct ThreePublicItem
{
    QString name, english;
    ChartFigure budget, actual;
};

/// The three public expenses, each item with its budget beside the actual.
struct ThreePublicFigures
{
    Money::Unit unit = Money::Unit::TenThousandYuan;
    std::vector<ThreePublicItem> items;
    ChartFigure budgetTotal, actualTotal;
    bool hasTable = false;
};

/// Which figures the charts show (resources/charts/charts.json).
class ChartFigures
{
public:
    /// Errors: not JSON; a figure that the dictionary does not have.
    static Result<ChartFigures> parse(
        const QByteArray &json, const QString &fileName, const FigureDictionary &dictionary);

    BasicProjectSplit basicProject(const Report &report, const CellResolver &resolver) const;
    ThreePublicFigures threePublic(const Report &report, const CellResolver &resolver) const;
    /// The id of the actual total of the three public expenses.
    const QString &threePublicTotal() const { return m_total.actual.id; }

private:
    struct Source
    {
        Figure basic, project, whole;
        CellSelector classes;
    };
    struct Item
    {
        Figure budget, actual;
    };
    std::vector<Source> m_sources;
    std::vector<Item> m_items;
    Item m_total;
};

/// "53.58%" of a whole, rounded half up; "" where the whole is not positive.
QString percentage(Money part, Money whole);

}  // namespace mz
