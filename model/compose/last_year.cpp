#include "model/compose/last_year.h"

#include "model/compose/figure_values.h"
#include "model/domain/text.h"
#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(LastYear)
};

}  // namespace

Result<std::vector<SideFigure>> lastYearFigures(
    const Report &report, const Report &last, const Handbook &handbook, const QString &source)
{
    if (normalized(report.identity.agency) != normalized(last.identity.agency))
        return Error{Say::tr("The report is of “%1”, not of “%2”.")
                         .arg(last.identity.agency, report.identity.agency),
            source};
    if (last.identity.year != report.identity.year - 1)
        return Error{Say::tr("The report is of %1; last year is %2.")
                         .arg(last.identity.year)
                         .arg(report.identity.year - 1),
            source};
    const FigureValues values(last, handbook);
    const FigureValues now(report, handbook);
    QStringList figures;
    for (const Figure &figure : handbook.figures().figures()) {
        if (!figure.homes.empty() && figure.kind == u"amount"
            && !figure.id.startsWith(u"three_public.budget."))
            figures << figure.id;
    }
    for (const char *list : {"classes", "items", "funds.items", "capital.items"}) {
        QStringList accounts = values.list(QLatin1String(list));
        for (const QString &account : now.list(QLatin1String(list))) {
            if (!accounts.contains(account))
                accounts << account;
        }
        figures << accounts;
    }
    std::vector<SideFigure> taken;
    taken.reserve(size_t(figures.size()));
    for (const QString &figure : figures) {
        auto amount = values.value(figure, Phase::Actual);
        // An account that the other year's tables do not have had no money.
        if (!amount && figure.endsWith(u']'))
            amount = Amount::number({}, 2);
        if (!amount)
            continue;
        SideFigure side;
        side.figure = figure;
        side.phase = Phase::Last;
        const int decimals = values.moneyUnit() == now.moneyUnit()
            ? amount->decimals()
            : amount->money().neededDecimals(now.moneyUnit());
        side.amount = Amount::number(amount->money(), qMax(2, decimals), amount->isGrouped());
        side.source = source;
        taken.push_back(std::move(side));
    }
    return taken;
}

}  // namespace mz
