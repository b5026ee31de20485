#include "model/checks/cell_tests.h"
#include "model/narrative/claim.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(LastYearTests)
};

/// What the figures for the text have of last year, as its report or a person says.
const SideFigure *lastYear(const Report &report, const QString &figure)
{
    const auto side = std::find_if(
        report.sideFigures.begin(), report.sideFigures.end(), [&figure](const SideFigure &one) {
            return one.figure == figure && one.phase == Phase::Last && one.amount.isNumber();
        });
    return side == report.sideFigures.end() ? nullptr : &*side;
}

std::optional<FigureValue> thisYear(const TestContext &context, const QString &figure)
{
    const Figure *known = context.handbook.figures().find(figure);
    return known ? evaluateFigure(*known, context.report, context.resolver) : std::nullopt;
}

Finding findingOfFigures(
    const TestContext &context, const FigureValue &now, Money last, const QString &message)
{
    const CellRef at = now.cells.front();
    const Sheet &sheet = context.report.sheets[size_t(at.sheet)];
    Finding finding = findingAt(context, at, message);
    finding.cells.push_back({at, sheet.printed(at.row, at.column), {}, 0});
    const Money difference = Money::fromFen(now.amount.money().fen() - last.fen());
    finding.difference
        = difference.toString(sheet.unit, qMax(2, difference.neededDecimals(sheet.unit)));
    return finding;
}

/// What is carried over from last year is what last year carried over.
TestResult balancesAgree(const TestContext &context)
{
    TestResult result;
    const QJsonArray pairs = context.rule.settings.value(u"pairs").toArray();
    for (const QJsonValue &pair : pairs) {
        const SideFigure *closing = lastYear(context.report, pair[u"closing"].toString());
        const auto opening = thisYear(context, pair[u"opening"].toString());
        if (!closing || !opening || opening->cells.empty())
            continue;
        ++result.instances;
        if (opening->amount.money() == closing->amount.money())
            continue;
        result.findings.push_back(findingOfFigures(context, *opening, closing->amount.money(),
            Say::tr("Last year carried over %1.")
                .arg(closing->amount.toString(
                    context.report.sheets[size_t(opening->cells.front().sheet)].unit))));
    }
    return result.instances == 0 ? lacking(context.rule.needs) : result;
}

/// Other money than fiscal money that is used this year was left over last year.
TestResult surplusWasLeft(const TestContext &context)
{
    const SideFigure *all = lastYear(context.report, QStringLiteral("expenditure.closing"));
    const SideFigure *fiscal = lastYear(context.report, QStringLiteral("fiscal.closing"));
    const auto used = thisYear(context, QStringLiteral("income.use_surplus"));
    if (!all || !fiscal || !used || used->cells.empty())
        return lacking(context.rule.needs);
    TestResult result;
    ++result.instances;
    const Money left = Money::fromFen(all->amount.money().fen() - fiscal->amount.money().fen());
    if (used->amount.money().fen() > qMax<qint64>(0, left.fen())) {
        const Sheet &sheet = context.report.sheets[size_t(used->cells.front().sheet)];
        result.findings.push_back(findingOfFigures(context, *used, left,
            Say::tr("Last year left %1 of other money than fiscal money.")
                .arg(left.toString(sheet.unit, sheet.form->decimals))));
    }
    return result;
}

/// Whether what the text says of last year could be compared; rules of the text tell what
/// disagrees.
TestResult lastYearTold(const TestContext &context)
{
    const bool any
        = std::any_of(context.report.sideFigures.begin(), context.report.sideFigures.end(),
            [](const SideFigure &side) { return side.phase == Phase::Last; });
    if (!any)
        return lacking(context.rule.needs);
    TestResult result;
    if (!context.reading)
        return result;
    result.instances = int(std::count_if(
        context.reading->claims.begin(), context.reading->claims.end(), [&](const Claim &claim) {
            const bool compares = claim.phase == Phase::Last || claim.role == ClaimRole::Change
                || claim.role == ClaimRole::Rate || claim.role == ClaimRole::Same;
            return compares && claim.isChecked() && lastYear(context.report, claim.figure);
        }));
    return result;
}

}  // namespace

NamedTest lastYearTest(QStringView name)
{
    static const std::pair<QStringView, NamedTest> tests[]
        = {{u"last-year-balances", balancesAgree}, {u"last-year-surplus", surplusWasLeft},
            {u"last-year-told", lastYearTold}};
    const auto found = std::find_if(std::begin(tests), std::end(tests),
        [name](const auto &test) { return test.first == name; });
    return found == std::end(tests) ? nullptr : found->second;
}

}  // namespace mz
