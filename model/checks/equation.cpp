#include "model/checks/equation.h"

namespace mz {

namespace {

/// The unit of the last printed decimal, in fen. A ledger figure (yuan with two
/// decimals) is exact.
qint64 lastDigit(const Sheet &sheet, const Amount &amount)
{
    const bool ledger = sheet.unit == Money::Unit::Yuan && amount.decimals() >= 2;
    return ledger ? 0 : amount.lastDigitFen(sheet.unit);
}

qint64 roundedTo(qint64 fen, qint64 unit)
{
    if (unit <= 1)
        return fen;
    const qint64 magnitude = (qAbs(fen) + unit / 2) / unit * unit;
    return fen < 0 ? -magnitude : magnitude;
}

}  // namespace

Outcome judge(const Report &report, const Equation &equation,
    const std::vector<TriedChange> &changes, qint64 *difference, qint64 *worstTwice)
{
    qint64 sum = 0;
    qint64 worst = 0;
    qint64 coarsest = 0;
    __int128 squares = 0;
    bool anyAmount = false;
    const bool oneTotal = equation.leftTerms == 1;
    for (size_t i = 0; i < equation.terms.size(); ++i) {
        const CellResolver::Term &term = equation.terms[i];
        const Sheet &sheet = report.sheets[size_t(term.cell.sheet)];
        const Amount &amount = sheet.cell(term.cell.row, term.cell.column).amount;
        qint64 fen = amount.money().fen();
        bool changed = false;
        for (const TriedChange &change : changes) {
            changed = changed || change.at == term.cell;
            if (change.at == term.cell)
                fen += change.delta;
        }
        sum += term.sign * fen;
        // A printed zero is taken as exact, but for the total itself.
        const bool total = i == 0 && oneTotal && amount.isNumber();
        if (fen == 0 && !total)
            continue;
        // A printed line against the items below a class is one total, though it
        // stands in two tables.
        const bool again
            = equation.tolerance == Rule::Tolerance::Items && anyAmount && coarsest > 0;
        anyAmount = anyAmount || fen != 0;
        if (again)
            continue;
        // A blank, or a bare "0", would be printed with the decimals of the form.
        const qint64 digit = changed
            ? lastDigit(sheet, Amount::number({}, qMax(amount.decimals(), sheet.form->decimals)))
            : lastDigit(sheet, amount);
        worst += digit;
        squares += __int128(digit) * digit;
        coarsest = qMax(coarsest, digit);
    }
    if (equation.tolerance == Rule::Tolerance::Items) {
        for (const CellRef &item : equation.items) {
            const Sheet &sheet = report.sheets[size_t(item.sheet)];
            const Amount &amount = sheet.cell(item.row, item.column).amount;
            if (amount.money().isZero())
                continue;
            const qint64 digit = lastDigit(sheet, amount);
            worst += digit;
            squares += __int128(digit) * digit;
        }
    }
    *difference = sum;
    *worstTwice = worst;
    if (!anyAmount)
        return Outcome::NoAmounts;
    if (equation.kind == Relation::Kind::AtLeast && sum >= 0)
        return Outcome::Exact;
    if (equation.kind == Relation::Kind::AtMost && sum <= 0)
        return Outcome::Exact;
    if (sum == 0)
        return Outcome::Exact;
    if (equation.tolerance == Rule::Tolerance::Exact) {
        // Printed with different decimals: the finer one, rounded, is the same.
        *worstTwice = 0;
        qint64 rounded = 0;
        for (const CellResolver::Term &term : equation.terms) {
            const Sheet &sheet = report.sheets[size_t(term.cell.sheet)];
            qint64 fen = sheet.cell(term.cell.row, term.cell.column).amount.money().fen();
            for (const TriedChange &change : changes) {
                if (change.at == term.cell)
                    fen += change.delta;
            }
            rounded += term.sign * roundedTo(fen, coarsest);
        }
        return equation.terms.size() == 2 && rounded == 0 ? Outcome::Exact : Outcome::Wrong;
    }
    const __int128 twice = __int128(qAbs(sum)) * 2;
    if (twice > worst)
        return Outcome::Wrong;
    // τ1 = max(one last digit, 3σ) with σ² = Σ digit² / 12.
    const __int128 square = __int128(sum) * sum;
    const bool likely = qAbs(sum) <= coarsest || square * 4 <= squares * 3;
    return likely ? Outcome::Tail : Outcome::Doubtful;
}

}  // namespace mz
