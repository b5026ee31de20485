#include "model/document/chart_figures.h"

#include "model/domain/text.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace mz {

namespace {

ChartFigure chartFigure(const Report &report, CellRef cell)
{
    const Sheet &sheet = report.sheets[size_t(cell.sheet)];
    const Amount &amount = sheet.cell(cell.row, cell.column).amount;
    ChartFigure figure;
    figure.money = amount.money();
    figure.cell = cell;
    figure.isNumber = amount.isNumber();
    figure.printed = amount.money().toString(
        sheet.unit, qMax(sheet.form->decimals, amount.money().neededDecimals(sheet.unit)), true);
    return figure;
}

/// The figure's first home that the report has.
ChartFigure chartFigure(const Figure &figure, const Report &report, const CellResolver &resolver)
{
    const auto value = evaluateFigure(figure, report, resolver);
    return value ? chartFigure(report, value->cells.front()) : ChartFigure();
}

}  // namespace

Result<ChartFigures> ChartFigures::parse(
    const QByteArray &json, const QString &fileName, const FigureDictionary &dictionary)
{
    QJsonParseError jsonError;
    const QJsonObject object = QJsonDocument::fromJson(json, &jsonError).object();
    std::optional<Error> error;
    if (jsonError.error != QJsonParseError::NoError)
        error = Error{jsonError.errorString(), fileName};
    const auto figure = [&](const QString &id) {
        const Figure *found = dictionary.find(id);
        if (!found && !error)
            error = Error{
                QCoreApplication::translate("ChartFigures", "The dictionary has no figure “%1”.")
                    .arg(id),
                fileName};
        return found ? *found : Figure();
    };
    ChartFigures charts;
    for (const QJsonValue &value : object.value(u"basicProject").toArray()) {
        const QJsonArray ids = value.toObject().value(u"figures").toArray();
        const auto classes = Expression::parseCells(value.toObject().value(u"classes").toString());
        if (!classes)
            return Error{classes.error().message, fileName};
        charts.m_sources.push_back({figure(ids.at(0).toString()), figure(ids.at(1).toString()),
            figure(value.toObject().value(u"whole").toString()), *classes});
    }
    const QJsonObject items = object.value(u"threePublic").toObject();
    const QString budget = items.value(u"budget").toString();
    const QString actual = items.value(u"actual").toString();
    for (const QJsonValue &item : items.value(u"items").toArray())
        charts.m_items.push_back(
            {figure(budget + item.toString()), figure(actual + item.toString())});
    const QString total = items.value(u"total").toString();
    charts.m_total = {figure(budget + total), figure(actual + total)};
    if (error)
        return *error;
    return charts;
}

BasicProjectSplit ChartFigures::basicProject(
    const Report &report, const CellResolver &resolver) const
{
    BasicProjectSplit split;
    for (const Source &source : m_sources) {
        split.whole.basic = chartFigure(source.basic, report, resolver);
        split.whole.project = chartFigure(source.project, report, resolver);
        if (!split.whole.basic.cell.isValid() || !split.whole.project.cell.isValid())
            continue;
        split.hasTable = true;
        split.whole.total = chartFigure(source.whole, report, resolver);
        split.source = source.whole.name;
        split.sourceEnglish = source.whole.english;
        const CellRef basic = split.whole.basic.cell;
        const CellRef project = split.whole.project.cell;
        // The total's own cell, where the table has one beside its parts.
        const CellRef total = split.whole.total.cell;
        const bool printsTotal = total.sheet == basic.sheet && total.row == basic.row;
        if (!printsTotal)
            split.whole.total = {};
        const Sheet &sheet = report.sheets[size_t(basic.sheet)];
        split.unit = sheet.unit;
        int lastRow = -1;
        for (const CellRef &cell : resolver.cells(source.classes)) {
            if (cell.row == lastRow || cell.sheet != basic.sheet)
                continue;
            lastRow = cell.row;
            SplitRow row;
            row.label = inOneLine(sheet.rows[size_t(cell.row)].label);
            row.basic = chartFigure(report, {cell.sheet, cell.row, basic.column});
            row.project = chartFigure(report, {cell.sheet, cell.row, project.column});
            if (printsTotal)
                row.total = chartFigure(report, {cell.sheet, cell.row, total.column});
            if (!row.basic.money.isZero() || !row.project.money.isZero())
                split.classes.push_back(row);
        }
        std::stable_sort(split.classes.begin(), split.classes.end(),
            [](const SplitRow &a, const SplitRow &b) { return a.sum() > b.sum(); });
        break;
    }
    return split;
}

namespace {

/// "因公出国（境）费 决算数" and ".. 预算数": the words that both begin with; the first
/// where they have none.
QString commonWords(const QString &first, const QString &second)
{
    const QStringList a = first.split(u' ');
    const QStringList b = second.split(u' ');
    qsizetype same = 0;
    while (same < std::min(a.size(), b.size()) && a[same] == b[same])
        ++same;
    return same == 0 ? first : a.first(same).join(u' ');
}

}  // namespace

ThreePublicFigures ChartFigures::threePublic(
    const Report &report, const CellResolver &resolver) const
{
    ThreePublicFigures figures;
    figures.budgetTotal = chartFigure(m_total.budget, report, resolver);
    figures.actualTotal = chartFigure(m_total.actual, report, resolver);
    for (const Item &item : m_items) {
        ThreePublicItem shown;
        // The figure of a phase is named "…决算数"; the item alone is its column.
        shown.budget = chartFigure(item.budget, report, resolver);
        shown.actual = chartFigure(item.actual, report, resolver);
        const CellRef cell = shown.actual.cell.isValid() ? shown.actual.cell : shown.budget.cell;
        if (!cell.isValid())
            continue;
        figures.hasTable = true;
        const Sheet &sheet = report.sheets[size_t(cell.sheet)];
        figures.unit = sheet.unit;
        const FormColumn &column = sheet.form->columns[size_t(cell.column)];
        const bool both = shown.actual.cell.isValid() && shown.budget.cell.isValid();
        const FormColumn &other
            = both ? sheet.form->columns[size_t(shown.budget.cell.column)] : column;
        shown.name = commonWords(column.title, other.title);
        shown.english = commonWords(column.english, other.english);
        figures.items.push_back(shown);
    }
    return figures;
}

QString percentage(Money part, Money whole)
{
    if (whole.fen() <= 0)
        return {};
    // In hundredths of a percent, exact: ratios need 128 bits.
    const __int128 scaled = __int128(part.fen()) * 20'000 + (part.fen() < 0 ? -1 : 1) * whole.fen();
    const __int128 exact = scaled / (__int128(whole.fen()) * 2);
    if (exact > Money::limit || exact < -Money::limit)
        return {};  // beyond any share that says something
    const auto hundredths = qint64(exact);
    return Money::fromFen(hundredths).toString(Money::Unit::Yuan, 2) + u'%';
}

}  // namespace mz
