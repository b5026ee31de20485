#include "model/domain/figures.h"

#include "model/domain/csv.h"
#include <QCoreApplication>

namespace mz {

Result<FigureDictionary> FigureDictionary::parse(const QByteArray &csv, const QString &fileName)
{
    FigureDictionary dictionary;
    const std::vector<QStringList> lines = parseCsv(QString::fromUtf8(csv));
    for (size_t i = 1; i < lines.size(); ++i) {
        const QStringList &fields = lines[i];
        const QString place = QStringLiteral("%1:%2").arg(fileName).arg(i + 1);
        if (fields.size() != 10)
            return Error{
                QCoreApplication::translate("FigureDictionary", "A line needs ten fields."), place};
        Figure figure;
        figure.id = fields[0];
        figure.name = fields[1];
        figure.english = fields[2];
        figure.kind = fields[3];
        figure.aliases = fields[6].split(u';', Qt::SkipEmptyParts);
        figure.sections = fields[7].split(u' ', Qt::SkipEmptyParts);
        figure.whole = fields[9];
        for (const QString &home : (fields[4] + u';' + fields[8]).split(u';', Qt::SkipEmptyParts)) {
            // Homes outside the tables (the side sheet, annexes) and families of
            // figures ({class}) belong to the narrative.
            // A cell that is only a bound of the figure is no home of it.
            const bool bound = fields[5].contains(u"<=") || fields[5].contains(u">=");
            if (!home.trimmed().startsWith(u'T') || home.contains(u'{'))
                continue;
            const Result<Expression> expression = Expression::parse(home.trimmed());
            if (!expression)
                return Error{expression.error().message, place};
            figure.boundAbove = fields[5].contains(u"<=");
            (bound ? figure.bounds : figure.homes).push_back(*expression);
        }
        dictionary.m_figures.push_back(std::move(figure));
    }
    return dictionary;
}

const Figure *FigureDictionary::find(QStringView id) const
{
    for (const Figure &figure : m_figures) {
        if (figure.id == id)
            return &figure;
    }
    return nullptr;
}

std::optional<FigureValue> evaluateFigure(
    const Figure &figure, const Report &report, const CellResolver &resolver)
{
    std::vector<CellResolver::Term> terms;
    for (const Expression &home : figure.homes) {
        if (!resolver.resolve(home, {}, terms) || terms.empty())
            continue;
        FigureValue value;
        Money sum;
        bool anyNumber = false;
        bool inRange = true;
        int decimals = 0;
        for (const CellResolver::Term &term : terms) {
            value.cells.push_back(term.cell);
            const Amount &amount = report.cell(term.cell).amount;
            anyNumber = anyNumber || amount.isNumber();
            decimals = qMax(decimals, amount.decimals());
            const auto next = term.sign > 0 ? sum.plus(amount.money()) : sum.minus(amount.money());
            inRange = inRange && next.has_value();
            sum = next.value_or(sum);
        }
        if (!inRange)
            return std::nullopt;
        const Amount &first = report.cell(terms.front().cell).amount;
        if (terms.size() == 1)
            value.amount = first;
        else if (anyNumber)
            value.amount = Amount::number(sum, decimals);
        const bool printed = terms.size() > 1 || first.state() == Amount::State::Number
            || first.state() == Amount::State::Blank;
        if (printed)
            return value;
    }
    return std::nullopt;
}

}  // namespace mz
