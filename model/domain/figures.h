#pragma once

#include "model/domain/row_index.h"
#include <optional>

namespace mz {

/// One named number of a report (resources/figures/figures.csv).
struct Figure
{
    QString id;  ///< "expenditure.basic"
    QString name;
    QString english;
    QString kind;  ///< amount, count ..
    std::vector<Expression>
        homes;  ///< Where it is printed, the first home first. Empty: in no table.
    /// Cells that only bound it: it is at most (or at least) what they hold.
    std::vector<Expression> bounds;
    bool boundAbove = false;
    QStringList aliases;
    QStringList sections;  ///< Of the narrative, where the aliases hold: "S01" ..
    QString whole;         ///< The figure that a share of this one refers to.
};

/// The dictionary of figures: one for charts, checks, narrative, command line.
class FigureDictionary
{
public:
    /// Errors: the first faulty line, with its number.
    static Result<FigureDictionary> parse(const QByteArray &csv, const QString &fileName);

    const std::vector<Figure> &figures() const { return m_figures; }
    const Figure *find(QStringView id) const;

private:
    std::vector<Figure> m_figures;
};

/// What a figure is in a report: the cells that print it, and their sum.
struct FigureValue
{
    Amount amount;  ///< As printed where one cell is its home, else the sum.
    std::vector<CellRef> cells;
};

/// Nothing where the report has no table that prints the figure.
std::optional<FigureValue> evaluateFigure(
    const Figure &figure, const Report &report, const CellResolver &resolver);

}  // namespace mz
