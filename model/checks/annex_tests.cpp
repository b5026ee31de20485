#include "model/checks/annex_tests.h"

#include "model/domain/text.h"
#include <QCoreApplication>
#include <QJsonArray>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(AnnexTests)
};

using Equation = AnnexEquation;
using Kind = AnnexEquation::Kind;
using Part = AnnexLine::Part;

constexpr std::pair<QStringView, Kind> equationNames[]
    = {{u"execution-rate", Kind::ExecutionRate}, {u"control-rate", Kind::ControlRate},
        {u"fund-column", Kind::FundColumn}, {u"income-kinds", Kind::IncomeKinds},
        {u"expenditure-kinds", Kind::ExpenditureKinds}, {u"group-score", Kind::GroupScore},
        {u"total-score", Kind::TotalScore}, {u"hundred", Kind::Hundred},
        {u"total-points", Kind::TotalPoints}, {u"points-within", Kind::PointsWithin},
        {u"level", Kind::Level}, {u"list-total", Kind::ListTotal}};

constexpr std::pair<QStringView, Part> partNames[]
    = {{u"staff", Part::Staff}, {u"base", Part::Base}, {u"funds", Part::Funds},
        {u"income", Part::Income}, {u"expenditure", Part::Expenditure}, {u"total", Part::Total}};

constexpr std::pair<QStringView, AnnexTable::Kind> tableNames[]
    = {{u"base", AnnexTable::Kind::Base}, {u"overall", AnnexTable::Kind::Overall},
        {u"project", AnnexTable::Kind::Project}, {u"arrived", AnnexTable::Kind::Arrived}};

template <typename Names>
auto valueOf(const Names &names, QStringView name) -> decltype(std::optional(names[0].second))
{
    for (const auto &[known, value] : names) {
        if (known == name)
            return value;
    }
    return {};
}

QString sentenceOf(const AnnexTable &table, const Equation &equation, const QString &what,
    const QString &printed, const QString &expected)
{
    switch (equation.kind) {
    case Kind::ExecutionRate:
    case Kind::ControlRate:
        return Say::tr("%1: %2 is printed; %3 ÷ %4 is %5 %.")
            .arg(what, printed, printedNumber(table, fieldOf(table, equation.terms[0])),
                printedNumber(table, fieldOf(table, equation.terms[1])), expected);
    case Kind::PointsWithin:
        return Say::tr("%1: %2 points are given, of %3.").arg(what, printed, expected);
    case Kind::GroupScore:
        return Say::tr("%1: the scores of its indicators add up to %2.").arg(what, expected);
    case Kind::Hundred:
        return Say::tr("The scores add up to %1, not to 100.").arg(expected);
    default:
        break;
    }
    return Say::tr("%1: %2 is printed; its parts add up to %3.").arg(what, printed, expected);
}

/// 其中 need not name all that its heading holds, unless it does so elsewhere.
bool isPartial(const AnnexTable &table, const std::vector<Equation> &equations,
    const Equation &equation, const AnnexJudgement &judgement)
{
    if (equation.kind != Kind::Level || judgement.difference.startsWith(u'-'))
        return false;
    const AnnexLine &head = table.lines[size_t(equation.result.line)];
    bool among = false;
    for (const AnnexLine &line : table.lines)
        among = among || (line.parent == equation.result.line && line.isAmong);
    if (!among || head.id == u"vehicles")
        return false;
    return std::none_of(equations.begin(), equations.end(), [&](const Equation &other) {
        return other.kind == Kind::Level && other.result.line == equation.result.line
            && judgeAnnexEquation(table, other).outcome == AnnexJudgement::Outcome::Holds;
    });
}

/// Settings "equations": the derived numbers of the annexes are what they must be.
TestResult equationsHold(const TestContext &context)
{
    const std::vector<AnnexTable> &tables = context.material.annexes();
    TestResult result;
    const QStringList wanted = settingTexts(context.rule.settings.value(u"equations"));
    for (const AnnexTable &table : tables) {
        const std::vector<Equation> equations = annexEquations(table);
        for (const Equation &equation : equations) {
            const bool asked = std::any_of(wanted.begin(), wanted.end(),
                [&](const QString &name) { return valueOf(equationNames, name) == equation.kind; });
            if (!asked)
                continue;
            const AnnexJudgement judgement = judgeAnnexEquation(table, equation);
            if (judgement.outcome == AnnexJudgement::Outcome::NoNumbers)
                continue;
            ++result.instances;
            if (judgement.outcome == AnnexJudgement::Outcome::Holds
                || isPartial(table, equations, equation, judgement))
                continue;
            const bool printed = equation.result.line >= 0;
            const AnnexRef at = printed ? equation.result : equation.terms.front();
            const AnnexField &field = fieldOf(table, at);
            const QString expected = judgement.expected.toString(unitOf(table, field));
            Finding finding = findingOfAnnex(context, table, at,
                sentenceOf(table, equation, nameOfAnnexField(table, at), field.printed, expected));
            finding.difference = judgement.difference;
            result.findings.push_back(std::move(finding));
        }
    }
    return result.instances > 0 ? result : lackingAnnex(tables);
}

/// Settings "figures": numbers of the annexes are those of the tables.
TestResult figuresAgree(const TestContext &context)
{
    const std::vector<AnnexTable> &tables = context.material.annexes();
    TestResult result;
    QStringList missing;
    for (const QJsonValue &value : context.rule.settings.value(u"figures").toArray()) {
        const QJsonObject figure = value.toObject();
        // Any of the figures: income and expenditure of a fund, or all money and the
        // fiscal part of it.
        std::vector<TableFigure> known;
        for (const QString &cells : settingTexts(figure.value(u"cells"))) {
            if (TableFigure one = tableFigure(context, cells); one.isKnown)
                known.push_back(std::move(one));
            else
                missing << cells;
        }
        if (known.empty())
            continue;
        const auto kind = valueOf(tableNames, figure.value(u"annex").toString());
        const auto part = valueOf(partNames, figure.value(u"part").toString());
        for (const AnnexTable &table : tables) {
            if (!kind || !part || table.kind != *kind || !isOfAgency(context.report, table))
                continue;
            const AnnexRef at = refOf(
                table, *part, figure.value(u"id").toString(), figure.value(u"column").toString());
            if (at.line < 0 || !fieldOf(table, at).number.isNumber())
                continue;
            // Kinds of money are of the column that they add up to.
            if ((*part == Part::Income || *part == Part::Expenditure) && !isOfYear(table, *part))
                continue;
            ++result.instances;
            const AnnexField &field = fieldOf(table, at);
            const Money::Unit unit = unitOf(table, field);
            if (std::any_of(known.begin(), known.end(),
                    [&](const TableFigure &one) { return one.agrees(field.number, unit); }))
                continue;
            const TableFigure &nearest = known.front();
            const bool atMost = figure.value(u"atMost").toBool();
            if (atMost && field.number.money() <= nearest.money)
                continue;
            Finding finding = findingOfAnnex(context, table, at,
                (atMost ? Say::tr("%1: %2 is printed, more than %3, which says %4.")
                        : Say::tr("%1: %2 is printed; %3 says %4."))
                    .arg(nameOfAnnexField(table, at), field.printed, nearest.place,
                        nearest.printed(unit)));
            nearest.addTo(context, finding);
            const Money off = Money::fromFen(field.number.money().fen() - nearest.money.fen());
            finding.difference = off.toString(unit, qMax(2, off.neededDecimals(unit)));
            result.findings.push_back(std::move(finding));
        }
    }
    if (result.instances > 0)
        return result;
    return missing.isEmpty() ? lackingAnnex(tables) : lacking(missing.join(u'、'));
}

}  // namespace

TestResult lackingAnnex(const std::vector<AnnexTable> &tables)
{
    TestResult result;
    result.state = LedgerEntry::State::NotApplicable;
    result.reason = tables.empty() ? Say::tr("no performance annex in the report")
                                   : Say::tr("the annexes print no such number");
    return result;
}

AnnexRef refOf(const AnnexTable &table, AnnexLine::Part part, QStringView id, QStringView column)
{
    for (size_t i = 0; i < table.lines.size(); ++i) {
        if (table.lines[i].part != part || table.lines[i].id != id)
            continue;
        for (size_t f = 0; f < table.lines[i].fields.size(); ++f) {
            if (table.lines[i].fields[f].column == column)
                return {int(i), int(f)};
        }
    }
    return {};
}

QString nameOfAnnexField(const AnnexTable &table, const AnnexRef &at)
{
    const AnnexLine &line = table.lines[size_t(at.line)];
    const AnnexField &field = fieldOf(table, at);
    QStringList parts;
    if (table.kind == AnnexTable::Kind::Project)
        parts << shortened(table.name, 24);
    parts << shortened(line.label, 24);
    // The heading of its column, as it is printed.
    static const std::pair<QStringView, const char *> columns[]
        = {{u"last", QT_TRANSLATE_NOOP("AnnexTests", "last year")},
            {u"budget", QT_TRANSLATE_NOOP("AnnexTests", "budget")},
            {u"actual", QT_TRANSLATE_NOOP("AnnexTests", "spent")},
            {u"initial", QT_TRANSLATE_NOOP("AnnexTests", "initial budget")},
            {u"full", QT_TRANSLATE_NOOP("AnnexTests", "full budget")},
            {u"rate", QT_TRANSLATE_NOOP("AnnexTests", "rate")},
            {u"size_rate", QT_TRANSLATE_NOOP("AnnexTests", "rate")},
            {u"cost_rate", QT_TRANSLATE_NOOP("AnnexTests", "rate")},
            {u"score", QT_TRANSLATE_NOOP("AnnexTests", "score")},
            {u"points", QT_TRANSLATE_NOOP("AnnexTests", "points")}};
    for (const auto &[column, name] : columns) {
        if (field.column == column)
            parts << QCoreApplication::translate("AnnexTests", name);
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

Finding findingOfAnnex(
    const TestContext &context, const AnnexTable &table, const AnnexRef &at, const QString &message)
{
    const AnnexField &field = fieldOf(table, at);
    const GridCell &cell = context.report.sections[size_t(table.section)]
                               .blocks[size_t(table.block)]
                               .grid.rows[size_t(field.row)][size_t(field.cell)];
    const QString what = QStringLiteral("%1/%2/%3/%4")
                             .arg(table.section)
                             .arg(table.block)
                             .arg(table.lines[size_t(at.line)].label.left(24), field.column);
    Finding finding = findingOfText(context, what, table.section, cell.text.trimmed(), message);
    finding.texts.front().block = table.block;
    finding.texts.front().row = field.row;
    finding.texts.front().cell = field.cell;
    return finding;
}

bool isOfAgency(const Report &report, const AnnexTable &table)
{
    const QString agency = normalized(report.identity.agency);
    const QString name = normalized(table.name);
    return table.kind != AnnexTable::Kind::Overall || agency.isEmpty() || name.isEmpty()
        || name.contains(agency) || agency.contains(name) || likeness(agency, name) >= 50;
}

bool isOfYear(const AnnexTable &table, AnnexLine::Part part)
{
    const Kind kind = part == Part::Income ? Kind::IncomeKinds : Kind::ExpenditureKinds;
    for (const Equation &equation : annexEquations(table)) {
        if (equation.kind == kind && fieldOf(table, equation.result).column == u"actual")
            return true;
    }
    return false;
}

namespace {

/// Half up in magnitude, to so many decimals of the unit.
qint64 roundedTo(qint64 fen, Money::Unit unit, int decimals)
{
    const qint64 digit
        = Amount::number(Money(), qMin(decimals, maxDecimals(unit))).lastDigitFen(unit);
    const qint64 magnitude = (qAbs(fen) + digit / 2) / digit * digit;
    return fen < 0 ? -magnitude : magnitude;
}

}  // namespace

TableFigure tableFigure(const TestContext &context, const QString &cells)
{
    TableFigure figure;
    const auto expression = Expression::parse(cells);
    if (!expression || !context.resolver.resolve(*expression, {}, figure.terms))
        return {};
    QStringList places;
    __int128 sum = 0;
    for (const CellResolver::Term &term : figure.terms) {
        const Sheet &sheet = context.report.sheets[size_t(term.cell.sheet)];
        const Amount &amount = context.report.cell(term.cell).amount;
        if (amount.state() == Amount::State::Unreadable)
            return {};
        sum += term.sign * amount.money().fen();
        figure.digits += amount.money().isZero() ? 0 : amount.lastDigitFen(sheet.unit);
        figure.decimals = qMax(figure.decimals, amount.decimals());
        places << placeOf(context.report, term.cell);
    }
    if (figure.terms.empty() || sum > Money::limit || sum < -Money::limit)
        return {};
    figure.isKnown = true;
    figure.money = Money::fromFen(qint64(sum));
    figure.place
        = places.size() == 1 ? places.front() : Say::tr("the sum of %1").arg(places.join(u'、'));
    return figure;
}

bool TableFigure::agrees(const Amount &amount, Money::Unit unit) const
{
    const qint64 difference = amount.money().fen() - money.fen();
    if (terms.size() > 1)
        return 2 * qAbs(difference) <= digits + amount.lastDigitFen(unit);
    // Printed twice with different decimals: the finer one, rounded, is the same.
    const int common = qMin(amount.decimals(), qMax(decimals, 2));
    return roundedTo(money.fen(), unit, common) == roundedTo(amount.money().fen(), unit, common);
}

QString TableFigure::printed(Money::Unit unit) const
{
    return money.toString(unit, qMax(2, money.neededDecimals(unit)));
}

void TableFigure::addTo(const TestContext &context, Finding &finding) const
{
    for (const CellResolver::Term &term : terms) {
        const Sheet &sheet = context.report.sheets[size_t(term.cell.sheet)];
        finding.cells.push_back(
            {term.cell, sheet.printed(term.cell.row, term.cell.column), {}, term.sign});
    }
}

NamedTest annexTest(QStringView name)
{
    if (name == u"annex-equations")
        return equationsHold;
    if (name == u"annex-figures")
        return figuresAgree;
    if (const NamedTest test = annexScoreTest(name))
        return test;
    return annexProseTest(name);
}

}  // namespace mz
