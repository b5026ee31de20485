#include "model/document/explanation.h"

#include "model/domain/text.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace mz {

namespace {

QString rowName(const SheetRow &row)
{
    const QString label = inOneLine(withoutOrdinal(row.label).trimmed().toString());
    // A line of a summary is known by its name: "一、一般公共服务支出".
    const bool ordinal = withoutOrdinal(row.label).size() != row.label.size();
    return row.code.isEmpty() || ordinal ? label : row.code.toString() + u' ' + label;
}

/// As short as the explained cell allows: the same table, row or column goes
/// without saying.
QString nameSeenFrom(const Report &report, CellRef from, CellRef at)
{
    const Sheet &sheet = report.sheets[size_t(at.sheet)];
    const SheetRow &row = sheet.rows[size_t(at.row)];
    QStringList parts;
    if (at.sheet != from.sheet)
        parts << shortTableName(sheet);
    if (at.sheet != from.sheet || at.row != from.row)
        parts << (row.code.isEmpty() ? withoutOrdinal(row.label).trimmed().toString()
                                     : row.code.toString());
    const bool oneColumn = sheet.form->lanes[size_t(row.lane)].columns.size() == 1;
    if ((at.column != from.column || at.sheet != from.sheet) && !oneColumn)
        parts << sheet.columns[size_t(at.column)].title;
    return parts.join(QStringLiteral("·"));
}

std::vector<ExplainedCell> explained(
    const Report &report, CellRef from, const std::vector<CellResolver::Term> &terms)
{
    std::vector<ExplainedCell> cells;
    for (const CellResolver::Term &term : terms) {
        const Sheet &sheet = report.sheets[size_t(term.cell.sheet)];
        cells.push_back({term.cell, nameSeenFrom(report, from, term.cell),
            sheet.printed(term.cell.row, term.cell.column), term.sign});
    }
    std::stable_partition(cells.begin(), cells.end(), [&report](const ExplainedCell &cell) {
        return !report.cell(cell.at).amount.money().isZero();
    });
    return cells;
}

}  // namespace

QString inWindowLanguage(const QString &chinese, const QString &english)
{
    const bool isEnglish
        = QCoreApplication::translate("Explanation", "en", "language of names in data files")
        == u"en";
    return isEnglish && !english.isEmpty() ? english : chinese;
}

QString shortTableName(const Sheet &sheet)
{
    static const QRegularExpression number(QStringLiteral("(\\d{1,2})\\s*表"));
    const auto match = number.match(sheet.number);
    return match.hasMatch() ? match.captured(1).rightJustified(2, u'0') : sheet.form->kind.mid(1);
}

Explanation explainCell(const ReportDocument &document, CellRef at)
{
    const Report &report = document.report();
    const Totals &totals = document.totals();
    const Sheet &sheet = report.sheets[size_t(at.sheet)];
    const SheetRow &row = sheet.rows[size_t(at.row)];
    Explanation explanation;
    QStringList place{shortTableName(sheet)};
    if (!row.label.isEmpty() || !row.code.isEmpty())
        place << rowName(row);
    const FormColumn *column = size_t(at.column) < sheet.form->columns.size()
        ? &sheet.form->columns[size_t(at.column)]
        : nullptr;
    QString title = sheet.columns[size_t(at.column)].title;
    if (column && column->path.size() > 1 && sheet.form->lanes.size() == 1 && row.label.isEmpty())
        title = sheet.form->columnPlace(at.column);
    place << title;
    explanation.place = place.join(QStringLiteral(" · "));
    explanation.amount = sheet.printed(at.row, at.column);
    if (!sheet.hasCell(at.row, at.column))
        return explanation;
    const Cell &cell = sheet.cell(at.row, at.column);
    explanation.isTotal = totals.isTotal(at);
    explanation.isPinned = cell.pinned;
    const Amount *published = sheet.publishedAmount(at.row, at.column);
    explanation.isAsPublished = published && *published == cell.amount;
    if (published && !explanation.isAsPublished) {
        explanation.isEdited = true;
        explanation.published = sheet.publishedText(at.row, at.column);
    }
    if (explanation.isPinned) {
        const Money computed = totals.computed(at);
        const auto print = [&sheet](Money money) {
            return money.toString(
                sheet.unit, qMax(sheet.form->decimals, money.neededDecimals(sheet.unit)));
        };
        explanation.computed = print(computed);
        if (const auto difference = cell.amount.money().minus(computed))
            explanation.difference = print(*difference);
    }
    explanation.operands = explained(report, at, totals.operands(at));
    explanation.users = explained(report, at, totals.users(at));
    return explanation;
}

}  // namespace mz
