#include "model/checks/cell_tests.h"
#include "model/checks/equation.h"

#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(TableTests)
};

/// What a cell repeats: "" where it stands for itself.
QString repeatedFrom(const TestContext &context, CellRef at)
{
    const Sheet &sheet = context.report.sheets[size_t(at.sheet)];
    const RowIndex &rows = context.resolver.rows(at.sheet);
    const auto fen = [&](int row) { return sheet.cell(row, at.column).amount.money().fen(); };
    if (fen(at.row) == 0)
        return {};
    const int total = rows.rowOf(u"total", -1);
    if (total >= 0 && total != at.row && fen(total) == fen(at.row))
        return Say::tr("the total of its column");
    for (const int row : {at.row - 1, at.row + 1}) {
        if (row < 0 || row >= sheet.rowCount() || sheet.rows[size_t(row)].code.isEmpty())
            continue;
        // A group with one item has its amount.
        const AccountCode code = sheet.rows[size_t(at.row)].code;
        const AccountCode other = sheet.rows[size_t(row)].code;
        if (!code.isAncestorOf(other) && !other.isAncestorOf(code) && fen(row) == fen(at.row))
            return placeOf(context.report, {at.sheet, row, -1});
    }
    return {};
}

/// A leaf that is its column's total, or its neighbour, in a row whose own sum
/// fails: pasted into the wrong row, perhaps.
TestResult repeatedAmount(const TestContext &context)
{
    TestResult result;
    const QJsonObject sums = context.rule.settings.value(u"sums").toObject();
    for (auto it = sums.begin(); it != sums.end(); ++it) {
        const int s = context.report.sheetOf(it.key());
        const auto sum = Relation::parse(it->toString());
        if (s < 0 || !sum || !sum->right)
            continue;
        const Sheet &sheet = context.report.sheets[size_t(s)];
        const RowIndex &rows = context.resolver.rows(s);
        for (int row = 0; row < sheet.rowCount(); ++row) {
            if (sheet.rows[size_t(row)].code.isEmpty() || rows.hasKids(row))
                continue;
            Equation equation;
            std::vector<CellResolver::Term> parts;
            if (!context.resolver.resolve(sum->left, {s, row, 0}, equation.terms)
                || !context.resolver.resolve(*sum->right, {s, row, 0}, parts))
                break;
            ++result.instances;
            equation.leftTerms = int(equation.terms.size());
            for (CellResolver::Term &part : parts) {
                part.sign = -part.sign;
                equation.terms.push_back(part);
            }
            qint64 difference = 0;
            qint64 worst = 0;
            if (judge(context.report, equation, {}, &difference, &worst) != Outcome::Wrong)
                continue;
            for (const CellResolver::Term &part : parts) {
                if (const QString from = repeatedFrom(context, part.cell); !from.isEmpty())
                    result.findings.push_back(findingAt(context, part.cell,
                        Say::tr("%1 is also the amount of %2: pasted into the wrong row?")
                            .arg(sheet.printed(row, part.cell.column), from)));
            }
        }
    }
    return result;
}

}  // namespace

NamedTest rowTest(QStringView name)
{
    return name == u"repeated-amount" ? repeatedAmount : nullptr;
}

}  // namespace mz
