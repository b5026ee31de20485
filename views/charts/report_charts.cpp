#include "views/charts/report_charts.h"

#include "model/compose/figure_values.h"

#include <QLocale>

namespace mz {

namespace {

QString unitText(Money::Unit unit)
{
    return unit == Money::Unit::Yuan ? ReportCharts::tr("yuan")
                                     : ReportCharts::tr("ten thousand yuan");
}

/// Names from the forms come in both languages; the window's decides.
QString inLanguage(const QString &chinese, const QString &english)
{
    const bool isEnglish = ReportCharts::tr("en", "language of names in data files") == u"en";
    return isEnglish && !english.isEmpty() ? english : chinese;
}

}  // namespace

ReportCharts::ReportCharts(ReportDocument &document, ChartFigures figures, QWidget *parent)
    : ChartPane(parent)
    , m_document(document)
    , m_figures(std::move(figures))
{
    setObjectName("charts");
    connect(&document, &ReportDocument::cellsChanged, this, &ReportCharts::refresh);
    connect(&document, &ReportDocument::sheetsChanged, this, &ReportCharts::refresh);
    connect(&document, &ReportDocument::reset, this, &ReportCharts::refresh);
    connect(&document, &ReportDocument::sideFiguresChanged, this, &ReportCharts::refresh);
    connect(this, &ChartPane::cellRequested, this, [this](Chart chart, int row, int series) {
        choose(chart == Chart::BasicProject ? m_basicProject : m_threePublic, row, series);
    });
    refresh();
}

void ReportCharts::choose(const ChartData &data, int row, int series)
{
    const int target = data.rows.at(size_t(row)).values.at(size_t(series)).target;
    if (target >= 0 && size_t(target) < m_targets.size())
        emit cellChosen(m_targets[size_t(target)]);
}

ChartValue ReportCharts::value(const ChartFigure &figure, const QString &share)
{
    m_targets.push_back(figure.cell);
    return {figure.money.fen(), figure.printed, share,
        figure.cell.isValid() ? int(m_targets.size()) - 1 : -1};
}

void ReportCharts::refresh()
{
    m_targets.clear();
    const ChartData basic = basicProject();
    const ChartData three = threePublic();
    if (basic != m_basicProject)
        setBasicProject(basic);
    if (three != m_threePublic)
        setThreePublic(three);
    m_basicProject = basic;
    m_threePublic = three;
}

ChartData ReportCharts::basicProject()
{
    ChartData data;
    data.style = ChartData::Style::Stacked;
    data.title = tr("Basic and project expenditure");
    data.series = QStringList{tr("Basic expenditure"), tr("Project expenditure")};
    data.shortSeries = QStringList{tr("Basic"), tr("Project")};
    const Report &report = m_document.report();
    const BasicProjectSplit split = m_figures.basicProject(report, m_document.totals().resolver());
    if (!split.hasTable) {
        data.emptyReason = tr("The report has no table that parts basic from project expenditure.");
        return data;
    }
    const auto printed = [&split](Money money) {
        return money.toString(split.unit, qMax(2, money.neededDecimals(split.unit)), true);
    };
    const Money whole = split.whole.sum();
    if (split.whole.basic.money.isZero() && split.whole.project.money.isZero()) {
        data.emptyReason = tr("No expenditure has been entered yet.");
        return data;
    }
    data.subtitle = tr("%1 · %2 %3")
                        .arg(inLanguage(split.source, split.sourceEnglish), printed(whole),
                            unitText(split.unit));
    data.rows.push_back({QString(),
        {value(split.whole.basic, percentage(split.whole.basic.money, whole)),
            value(split.whole.project, percentage(split.whole.project.money, whole))},
        QString(), true});
    for (const SplitRow &row : split.classes) {
        const Money sum = row.sum();
        data.rows.push_back({row.label,
            {value(row.basic, percentage(row.basic.money, sum)),
                value(row.project, percentage(row.project.money, sum))},
            printed(sum), false});
    }
    return data;
}

/// "Last year 85.00 · less by 10.15", where last year's total was entered.
QString ReportCharts::lastYear(const ThreePublicFigures &figures) const
{
    const Report &report = m_document.report();
    // Without side figures nobody has told it, and the tables never do.
    if (report.sideFigures.empty())
        return {};
    const FigureValues values(report, m_document.handbook());
    const QString &total = m_figures.threePublicTotal();
    auto last = values.entered(total, Phase::Last);
    if (!last)
        last = values.sum(total, Phase::Last);
    const auto change = last ? figures.actualTotal.money.minus(last->money()) : std::nullopt;
    if (!change)
        return {};
    const auto printed = [&figures](Money money) {
        return money.toString(figures.unit, qMax(2, money.neededDecimals(figures.unit)), true);
    };
    if (change->isZero())
        return tr("Last year %1 · the same").arg(printed(last->money()));
    const bool less = change->fen() < 0;
    const Money by = less ? Money::fromFen(-change->fen()) : *change;
    return (less ? tr("Last year %1 · less by %2") : tr("Last year %1 · more by %2"))
        .arg(printed(last->money()), printed(by));
}

ChartData ReportCharts::threePublic()
{
    ChartData data;
    data.style = ChartData::Style::Grouped;
    data.title = tr("Three public expenses");
    data.series = QStringList{tr("Budget"), tr("Actual")};
    const ThreePublicFigures figures
        = m_figures.threePublic(m_document.report(), m_document.totals().resolver());
    if (!figures.hasTable) {
        data.emptyReason = tr("The report has no table of the three public expenses.");
        return data;
    }
    bool any = false;
    for (const ThreePublicItem &item : figures.items) {
        any = any || !item.budget.money.isZero() || !item.actual.money.isZero();
        data.rows.push_back({inLanguage(item.name, item.english),
            {value(item.budget, QString()),
                value(item.actual,
                    item.actual.money.isZero()
                        ? QString()
                        : percentage(item.actual.money, figures.actualTotal.money))},
            QString(), false});
    }
    data.subtitle = tr("Actual %1 · budget %2 · in %3")
                        .arg(figures.actualTotal.printed, figures.budgetTotal.printed,
                            unitText(figures.unit));
    data.footnote = lastYear(figures);
    if (!any) {
        data.footnote.clear();
        data.rows.clear();
        data.subtitle.clear();
        data.emptyReason = tr("All three public expenses are zero.");
    }
    return data;
}

}  // namespace mz
