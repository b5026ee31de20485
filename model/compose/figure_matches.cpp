#include "model/compose/figure_matches.h"

namespace mz {

namespace {

constexpr Phase budgets[]
    = {Phase::BudgetInitial, Phase::BudgetFull, Phase::Budget, Phase::BudgetAdded};

QString plain(QString number) { return number.remove(u','); }

}  // namespace

QStringList figuresOf(const Report &report, const Handbook &handbook)
{
    QStringList figures;
    for (const Figure &figure : handbook.figures().figures()) {
        if (!figure.id.endsWith(u"[code]"))
            figures << figure.id;
    }
    return figures + accountFigures(report);
}

QString saidNow(const FigureValues &values, const WrittenSpan &span)
{
    const QString text = span.kind == WrittenSpan::Kind::Word
        ? values.word(span.figure, span.phase, span.role)
        : values.printed(span.figure, span.phase, span.role, span.whole).value_or(QString());
    return text.isEmpty() ? QStringLiteral("—") : text;
}

QString wholeOf(const QString &figure, const Handbook &handbook)
{
    if (const Figure *known = handbook.figures().find(figure))
        return known->whole;
    return figure.startsWith(u"general.class[") ? QStringLiteral("general.expenditure") : QString();
}

FigureMatches::FigureMatches(const Report &report, const Handbook &handbook)
{
    const FigureValues values(report, handbook);
    const QStringList figures = figuresOf(report, handbook);
    for (const QString &figure : figures)
        add(values, figure, Phase::Actual,
            values.isCount(figure) ? ClaimRole::Count : ClaimRole::Amount);
    for (const QString &figure : figures) {
        if (values.isCount(figure)) {
            add(values, figure, Phase::Last, ClaimRole::Count);
            continue;
        }
        if (const QString whole = wholeOf(figure, handbook); !whole.isEmpty())
            add(values, figure, Phase::Actual, ClaimRole::Share, whole);
        add(values, figure, Phase::Last, ClaimRole::Change);
        add(values, figure, Phase::Last, ClaimRole::Rate);
        for (const Phase budget : budgets) {
            add(values, figure, budget, ClaimRole::Amount);
            add(values, figure, budget, ClaimRole::Completion);
        }
        add(values, figure, Phase::Last, ClaimRole::Amount);
    }
}

void FigureMatches::add(const FigureValues &values, const QString &figure, Phase phase,
    ClaimRole role, const QString &whole)
{
    const auto printed = values.printed(figure, phase, role, whole);
    if (!printed)
        return;
    const QString number = plain(*printed);
    const QString digits = QString(number).remove(u'%').remove(u'.').remove(u'0');
    if (digits.isEmpty() || number == u"100%" || number == u"100.00%")
        return;
    WrittenSpan field;
    field.kind = WrittenSpan::Kind::Field;
    field.text = *printed;
    field.figure = figure;
    field.whole = whole;
    field.phase = phase;
    field.role = role;
    m_fields[number].push_back(std::move(field));
}

std::vector<WrittenSpan> FigureMatches::find(const QString &number) const
{
    return m_fields.value(plain(number));
}

}  // namespace mz
