#include "model/checks/checker.h"

#include "model/checks/lost_pages.h"
#include "model/checks/root_cause.h"
#include "model/domain/text.h"
#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <map>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Checker)
};

const std::vector<int> noEquations;

QString printMoney(const Sheet &sheet, qint64 fen)
{
    const Money money = Money::fromFen(fen);
    return money.toString(sheet.unit, qMax(sheet.form->decimals, money.neededDecimals(sheet.unit)));
}

/// A cell as seen from where the finding stands: what is the same goes unsaid.
QString nameSeenFrom(const Report &report, CellRef from, CellRef at)
{
    const Sheet &sheet = report.sheets[size_t(at.sheet)];
    const SheetRow &row = sheet.rows[size_t(at.row)];
    QStringList parts;
    if (at.sheet != from.sheet)
        parts << placeOf(report, {at.sheet, -1, -1});
    const bool otherRow = at.sheet != from.sheet || at.row != from.row;
    const QString label = inOneLine(withoutOrdinal(row.label).trimmed().toString());
    const bool tree = sheet.form->accounts != TableForm::Accounts::None;
    if (otherRow && !(row.label.isEmpty() && row.code.isEmpty()))
        parts << (row.code.isEmpty() || !tree ? label : row.code.toString());
    const bool oneColumn = sheet.form->lanes[size_t(row.lane)].columns.size() == 1;
    if (!oneColumn && (at.column != from.column || at.sheet != from.sheet || !otherRow))
        parts << sheet.columns[size_t(at.column)].title;
    // The cell itself: a table with one column has nothing but its rows to tell cells by.
    if (parts.isEmpty() && oneColumn && !label.isEmpty())
        return label;
    return parts.isEmpty() ? sheet.columns[size_t(at.column)].title
                           : parts.join(QStringLiteral("·"));
}

}  // namespace

CheckResult::Verdict CheckResult::verdict() const
{
    if (count(Severity::Error) > 0)
        return Verdict::Faulty;
    const bool lacking = std::any_of(ledger.begin(), ledger.end(), [](const LedgerEntry &entry) {
        return entry.state == LedgerEntry::State::LacksData && !entry.otherReport;
    });
    return lacking ? Verdict::Incomplete : Verdict::Passed;
}

int CheckResult::count(Severity severity) const
{
    return int(std::count_if(findings.begin(), findings.end(), [severity](const Finding &finding) {
        return finding.severity == severity && finding.causedBy < 0;
    }));
}

Checker::Checker(const Report &report, const Handbook &handbook, const RuleSet &rules)
    : m_report(report)
    , m_handbook(handbook)
    , m_rules(rules)
{
    rebuild();
}

Checker::~Checker() = default;

void Checker::rebuild()
{
    m_resolver = std::make_unique<CellResolver>(m_report);
    if (m_material)
        m_material->reread();
    else
        m_material = std::make_unique<TextMaterial>(m_report);
    if (m_reader)
        m_reader->reread();
    for (const Rule &rule : m_rules.rules()) {
        if (!m_reader && narrativeTest(rule.test))
            m_reader = std::make_unique<NarrativeReader>(m_report, m_handbook);
    }
    m_equations.clear();
    m_pairs.clear();
    m_states.assign(m_rules.rules().size(), {});
    size_t cells = 0;
    m_offset.clear();
    for (const Sheet &sheet : m_report.sheets) {
        m_offset.push_back(cells);
        cells += sheet.rows.size() * sheet.columns.size();
    }
    m_notPrinted.assign(cells, false);
    for (size_t s = 0; s < m_report.sheets.size(); ++s) {
        const Sheet &sheet = m_report.sheets[s];
        for (int row = 0; row < sheet.rowCount(); ++row) {
            for (int column = 0; column < sheet.columnCount(); ++column) {
                const CellRef at{int(s), row, column};
                m_notPrinted[id(at)] = isNotPrinted(at);
            }
        }
    }
    for (size_t i = 0; i < m_rules.rules().size(); ++i)
        compileRule(int(i));
    m_equationsOf.assign(cells, {});
    for (size_t i = 0; i < m_equations.size(); ++i) {
        for (const CellResolver::Term &term : m_equations[i].terms)
            m_equationsOf[id(term.cell)].push_back(int(i));
    }
    runTests(true);
}

const std::vector<int> &Checker::equationsOf(CellRef at) const
{
    if (!at.isValid() || size_t(at.sheet) >= m_offset.size())
        return noEquations;
    const size_t cell = id(at);
    return cell < m_equationsOf.size() ? m_equationsOf[cell] : noEquations;
}

void Checker::compileRule(int index)
{
    const Rule &rule = m_rules.rules()[size_t(index)];
    RuleState &state = m_states[size_t(index)];
    state.first = state.last = int(m_equations.size());
    state.applies = rule.families.isEmpty() || rule.families.contains(m_report.identity.family);
    if (!rule.relation || !state.applies)
        return;
    for (const CellSelector &selector : rule.cells)
        state.sheets.insert(m_report.sheetOf(selector.table));
    for (const Expression *side :
        {&rule.relation->left, rule.relation->right ? &*rule.relation->right : nullptr}) {
        for (size_t i = 0; side && i < side->terms().size(); ++i) {
            if (const QString &table = side->terms()[i].cells.table; !table.isEmpty())
                state.sheets.insert(m_report.sheetOf(table));
        }
    }
    state.sheets.erase(-1);
    QSet<QString> seen;
    for (const CellSelector &selector : rule.cells) {
        const int target = m_report.sheetOf(selector.table);
        if (target < 0) {
            state.missing << selector.table;
            continue;
        }
        for (const CellRef &at : m_resolver->cells(selector)) {
            // A rule that looks from both sides meets a pair twice.
            const size_t before = m_equations.size();
            if (!addEquation(index, *rule.relation, at))
                break;
            if (m_equations.size() == before)
                continue;
            QStringList ids;
            for (const CellResolver::Term &term : m_equations.back().terms)
                ids << QStringLiteral("%1/%2/%3")
                           .arg(term.cell.sheet)
                           .arg(term.cell.row)
                           .arg(term.cell.column);
            ids.sort();
            const QString key = ids.join(u' ');
            // Two tables are compared from both sides, each with the rows that it has.
            const bool pair = m_equations.back().terms.size() == 2
                && rule.relation->kind == Relation::Kind::Equal && rule.conditions.empty();
            if ((rule.cells.size() > 1 && seen.contains(key)) || (pair && m_pairs.contains(key)))
                m_equations.pop_back();
            else if (pair)
                m_pairs.insert(key);
            seen.insert(key);
        }
    }
    state.missing.removeDuplicates();
    state.last = int(m_equations.size());
}

/// Whether all that the side names are totals of tables of accounts.
bool Checker::lacksTotals(const Expression &side) const
{
    return std::all_of(
        side.terms().begin(), side.terms().end(), [this](const ExpressionTerm &term) {
            const Sheet *sheet = m_report.sheet(term.cells.table);
            return sheet && sheet->form->accounts != TableForm::Accounts::None
                && term.cells.rows.size() == 1
                && term.cells.rows.front().kind == RowSelector::Kind::Key
                && AccountCode::parse(term.cells.rows.front().key).isEmpty();
        });
}

/// False where the rule names what the report does not have at all.
bool Checker::addEquation(int index, const Relation &relation, CellRef at)
{
    const Rule &rule = m_rules.rules()[size_t(index)];
    RuleState &state = m_states[size_t(index)];
    Equation equation;
    equation.rule = index;
    equation.at = at;
    equation.kind = relation.kind;
    equation.tolerance = rule.tolerance;
    equation.evidence = rule.group != u"three_public";
    std::vector<CellResolver::Term> right;
    const bool resolved = m_resolver->resolve(relation.left, at, equation.terms)
        && (!relation.right || m_resolver->resolve(*relation.right, at, right));
    if (!resolved) {
        for (const auto *side : {&relation.left, relation.right ? &*relation.right : nullptr}) {
            for (size_t i = 0; side && i < side->terms().size(); ++i) {
                const CellSelector &cells = side->terms()[i].cells;
                const Sheet *sheet = cells.table.isEmpty() ? &m_report.sheets[size_t(at.sheet)]
                                                           : m_report.sheet(cells.table);
                if (!sheet)
                    state.missing << cells.table;
                else if (!cells.column.isEmpty() && sheet->columnOf(cells.column) < 0)
                    state.otherForms << sheet->form->kind + u'.' + cells.column;
            }
        }
        return false;
    }
    if (!expandNotPrinted(equation.terms) || !expandNotPrinted(right)) {
        state.missing << Say::tr("an amount that the form does not print");
        return true;
    }
    equation.leftTerms = int(equation.terms.size());
    for (CellResolver::Term &term : right) {
        term.sign = -term.sign;
        equation.terms.push_back(term);
    }
    const auto sameTable = [](const Expression &side) {
        return std::all_of(side.terms().begin(), side.terms().end(),
            [](const ExpressionTerm &term) { return term.cells.table.isEmpty(); });
    };
    // A table of accounts without the total that is asked for: it is not printed there.
    if (relation.right && right.empty() && lacksTotals(*relation.right)) {
        state.missing << Say::tr("an amount that the form does not print");
        return true;
    }
    // A total without any row below it says nothing (short forms).
    const bool nothingBelow = relation.right && right.empty() && sameTable(*relation.right);
    if (equation.terms.empty() || nothingBelow)
        return true;
    if (rule.tolerance == Rule::Tolerance::Items) {
        for (const CellResolver::Term &term : equation.terms) {
            const Sheet &sheet = m_report.sheets[size_t(term.cell.sheet)];
            const AccountCode code = sheet.rows[size_t(term.cell.row)].code;
            if (sheet.form->accounts == TableForm::Accounts::None || code.isEmpty())
                continue;
            for (int row = 0; row < sheet.rowCount(); ++row) {
                const AccountCode item = sheet.rows[size_t(row)].code;
                if (code.isAncestorOf(item) && !m_resolver->rows(term.cell.sheet).hasKids(row))
                    equation.items.push_back({term.cell.sheet, row, term.cell.column});
            }
        }
    }
    m_equations.push_back(std::move(equation));
    return true;
}

/// An amount of 合计 that the form does not print is the sum of the rows below it.
bool Checker::expandNotPrinted(std::vector<CellResolver::Term> &terms) const
{
    std::vector<CellResolver::Term> expanded;
    bool anything = true;
    for (const CellResolver::Term &term : terms) {
        const Sheet &sheet = m_report.sheets[size_t(term.cell.sheet)];
        if (!isNotPrinted(term.cell)) {
            expanded.push_back(term);
            continue;
        }
        std::vector<int> rows;
        if (sheet.rows[size_t(term.cell.row)].code.isEmpty()
            && sheet.form->accounts != TableForm::Accounts::None)
            m_resolver->rows(term.cell.sheet)
                .rowsOf(sheet, {{RowSelector::Kind::Top, {}, {}}}, -1, term.cell.row, {}, rows);
        anything = anything && !rows.empty();
        for (const int row : rows) {
            const CellRef below{term.cell.sheet, row, term.cell.column};
            anything = anything && !isNotPrinted(below);
            expanded.push_back({below, term.sign});
        }
    }
    terms = std::move(expanded);
    return anything;
}

void Checker::judgeOne(Equation &equation) const
{
    const bool unreadable = std::any_of(
        equation.terms.begin(), equation.terms.end(), [this](const CellResolver::Term &term) {
            return m_report.cell(term.cell).amount.state() == Amount::State::Unreadable;
        });
    equation.applies = !unreadable && m_states[size_t(equation.rule)].conditionsHold;
    equation.outcome = !equation.applies
        ? Outcome::NoAmounts
        : judge(m_report, equation, {}, &equation.difference, &equation.worstTwice);
    const bool fails = equation.outcome == Outcome::Wrong || equation.outcome == Outcome::Doubtful;
    equation.waits = fails && waitsForTable(equation.rule);
    if (equation.waits) {
        equation.applies = false;
        equation.outcome = Outcome::NoAmounts;
    }
    equation.lacksRows = fails && !m_report.lost.tables.isEmpty()
        && (namesLostTable(m_report, m_rules.rules()[size_t(equation.rule)])
            || std::any_of(equation.terms.begin(), equation.terms.end(),
                [this](const CellResolver::Term &term) {
                    return mayLackRows(m_report, term.cell.sheet);
                }));
    if (equation.lacksRows)
        equation.outcome = Outcome::NoAmounts;
}

/// Tables that a report has amounts in sooner or later, and has none yet.
std::vector<bool> Checker::notBegun() const
{
    std::vector<bool> tables(m_report.sheets.size(), false);
    for (size_t s = 0; s < tables.size() && !m_report.isPublication; ++s) {
        const Sheet &sheet = m_report.sheets[s];
        tables[s] = sheet.form->emptyNote.isEmpty() && isEmptyTable(sheet);
    }
    return tables;
}

/// A report that is being drawn up: what is not typed yet contradicts nothing.
bool Checker::waitsForTable(int rule) const
{
    const std::set<int> &sheets = m_states[size_t(rule)].sheets;
    return sheets.size() > 1 && std::any_of(sheets.begin(), sheets.end(), [this](int sheet) {
        return m_notBegun[size_t(sheet)];
    });
}

void Checker::judgeConditions()
{
    std::vector<CellResolver::Term> terms;
    for (size_t i = 0; i < m_states.size(); ++i) {
        RuleState &state = m_states[i];
        state.conditionsHold = true;
        for (const Relation &condition : m_rules.rules()[i].conditions) {
            qint64 difference = 0;
            for (const auto &[side, sign] : {std::pair{&condition.left, 1},
                     std::pair{condition.right ? &*condition.right : nullptr, -1}}) {
                if (!side)
                    continue;
                if (!m_resolver->resolve(*side, {}, terms)) {
                    state.conditionsHold = false;
                    continue;
                }
                for (const CellResolver::Term &term : terms)
                    difference += sign * term.sign * m_report.cell(term.cell).amount.money().fen();
            }
            const bool holds = condition.kind == Relation::Kind::Equal ? difference == 0
                : condition.kind == Relation::Kind::AtLeast            ? difference >= 0
                                                                       : difference <= 0;
            state.conditionsHold = state.conditionsHold && holds;
        }
    }
}

void Checker::runTests(bool structural)
{
    const NarrativeReading *reading
        = m_reader && !structural ? &m_reader->judge(*m_resolver) : nullptr;
    for (size_t i = 0; i < m_states.size(); ++i) {
        const Rule &rule = m_rules.rules()[i];
        const bool known = !structural && m_textTold && readsTextOnly(rule.test);
        if (!rule.test.isEmpty() && m_states[i].applies && readsAmounts(rule.test) != structural
            && !known)
            m_states[i].test
                = runCellTest({m_report, m_handbook, *m_resolver, rule, *m_material, reading});
    }
    m_textTold = !structural;
}

CheckResult Checker::check()
{
    m_notBegun = notBegun();
    judgeConditions();
    for (Equation &equation : m_equations)
        judgeOne(equation);
    findCauses();
    runTests(false);
    return collect();
}

CheckResult Checker::recheck(const std::vector<CellRef> &changed)
{
    // An amount where the form printed none is a term of its own from now on.
    const bool otherTerms = std::any_of(changed.begin(), changed.end(),
        [this](CellRef at) { return m_notPrinted[id(at)] != isNotPrinted(at); });
    if (otherTerms) {
        rebuild();
        return check();
    }
    if (m_notBegun != notBegun())
        return check();
    std::vector<bool> held;
    for (const RuleState &state : m_states)
        held.push_back(state.conditionsHold);
    judgeConditions();
    for (size_t i = 0; i < m_states.size(); ++i) {
        if (held[i] == m_states[i].conditionsHold)
            continue;
        for (int e = m_states[i].first; e < m_states[i].last; ++e)
            judgeOne(m_equations[size_t(e)]);
    }
    for (const CellRef &cell : changed) {
        for (const int e : equationsOf(cell))
            judgeOne(m_equations[size_t(e)]);
    }
    findCauses();
    runTests(false);
    return collect();
}

CheckResult Checker::recheckText()
{
    m_material->reread();
    if (m_reader)
        m_reader->reread();
    runTests(true);
    runTests(false);
    return collect();
}

QString Checker::sideText(const Equation &equation, bool left) const
{
    QString text;
    const size_t first = left ? 0 : size_t(equation.leftTerms);
    const size_t last = left ? size_t(equation.leftTerms) : equation.terms.size();
    constexpr size_t most = 8;
    size_t named = 0;
    size_t unnamed = 0;
    for (size_t i = first; i < last; ++i) {
        const CellResolver::Term &term = equation.terms[i];
        const Sheet &sheet = m_report.sheets[size_t(term.cell.sheet)];
        const bool zero = sheet.cell(term.cell.row, term.cell.column).amount.money().isZero();
        const bool few = last - first <= 3;
        if ((zero && !few) || named >= most) {
            unnamed += zero ? 0 : 1;
            continue;
        }
        const int sign = left ? term.sign : -term.sign;
        if (named > 0 || sign < 0)
            text += sign < 0 ? QStringLiteral(" − ") : QStringLiteral(" + ");
        const QString printed = sheet.printed(term.cell.row, term.cell.column);
        text += nameSeenFrom(m_report, equation.at, term.cell) + u' '
            + (printed.isEmpty() ? Say::tr("(blank)") : printed);
        ++named;
    }
    if (unnamed > 0)
        text += Say::tr(" + %n more", nullptr, int(unnamed));
    return text.isEmpty() ? QStringLiteral("0") : text.trimmed();
}

Finding Checker::findingOf(const Equation &equation) const
{
    const Rule &rule = m_rules.rules()[size_t(equation.rule)];
    Finding finding
        = findingAt({m_report, m_handbook, *m_resolver, rule, *m_material}, equation.at, {});
    const QString sign = equation.kind == Relation::Kind::Equal ? QStringLiteral(" ≠ ")
        : equation.kind == Relation::Kind::AtLeast              ? QStringLiteral(" < ")
                                                                : QStringLiteral(" > ");
    finding.message = sideText(equation, true) + sign + sideText(equation, false);
    const Sheet &sheet = m_report.sheets[size_t(equation.at.sheet)];
    finding.difference = printMoney(sheet, equation.difference);
    finding.tolerance = printMoney(sheet, equation.worstTwice / 2);
    finding.cells.clear();
    for (const CellResolver::Term &term : equation.terms) {
        const Sheet &other = m_report.sheets[size_t(term.cell.sheet)];
        finding.cells.push_back(
            {term.cell, other.printed(term.cell.row, term.cell.column), {}, term.sign});
    }
    // A single figure on the left has an expected value: the other side.
    if (equation.leftTerms == 1 && equation.kind == Relation::Kind::Equal) {
        const CellRef at = equation.terms.front().cell;
        finding.cells.front().expected = printMoney(m_report.sheets[size_t(at.sheet)],
            m_report.cell(at).amount.money().fen()
                - equation.difference * equation.terms.front().sign);
    }
    if (equation.outcome == Outcome::Doubtful) {
        finding.severity = Severity::Info;
        finding.cause = Say::tr("rounding could explain it, but hardly");
    }
    return finding;
}

void Checker::addCause(const Cause &cause, CheckResult &result) const
{
    const int first = int(result.findings.size());
    for (const int e : cause.equations) {
        Finding finding = findingOf(m_equations[size_t(e)]);
        if (int(result.findings.size()) > first)
            finding.causedBy = first;
        result.findings.push_back(std::move(finding));
    }
    Finding &told = result.findings[size_t(first)];
    for (const int e : cause.equations)
        told.severity = std::min(told.severity,
            m_equations[size_t(e)].outcome == Outcome::Doubtful
                ? Severity::Info
                : m_rules.rules()[size_t(m_equations[size_t(e)].rule)].severity);
    if (cause.displacedSheet >= 0) {
        const Sheet &sheet = m_report.sheets[size_t(cause.displacedSheet)];
        const auto code = [&sheet](int row) { return sheet.rows[size_t(row)].code.toString(); };
        told.place = placeOf(m_report, {cause.displacedSheet, cause.firstRow, -1});
        told.cells.front().at
            = {cause.displacedSheet, cause.firstRow, told.cells.front().at.column};
        told.message = Say::tr(
            "The rows %1 to %2 look displaced by %n row(s).", nullptr, qAbs(cause.displacedBy))
                           .arg(code(cause.firstRow), code(cause.lastRow));
        told.cause
            = Say::tr("%n equation(s) fail because of it", nullptr, int(cause.equations.size()));
        told.difference.clear();
        return;
    }
    if (!cause.change.empty()) {
        told.repairs = int(cause.equations.size());
        for (const TriedChange &step : cause.change) {
            const Sheet &sheet = m_report.sheets[size_t(step.at.sheet)];
            const Amount &amount = sheet.cell(step.at.row, step.at.column).amount;
            const Money money = Money::fromFen(amount.money().fen() + step.delta);
            const int decimals = qMax(sheet.form->decimals, money.neededDecimals(sheet.unit));
            told.fix.emplace_back(step.at, Amount::number(money, decimals, amount.isGrouped()));
        }
        const auto &[at, amount] = told.fix.front();
        const QString name = nameSeenFrom(m_report, told.cells.front().at, at);
        told.cause = Say::tr(
            "most likely wrong: %1; with %2 all %n equation(s) hold", nullptr, told.repairs)
                         .arg(name, amount.toString(m_report.sheets[size_t(at.sheet)].unit));
        for (FindingCell &cell : told.cells) {
            cell.expected.clear();
            for (const auto &[fixed, value] : told.fix) {
                if (fixed == cell.at)
                    cell.expected = value.toString(m_report.sheets[size_t(fixed.sheet)].unit);
            }
        }
    } else if (told.cause.isEmpty() && cause.equations.size() > 1) {
        QStringList names;
        for (const CellRef &suspect : cause.suspects)
            names << nameSeenFrom(m_report, told.cells.front().at, suspect);
        told.cause = Say::tr("the equations cannot tell which is wrong: %1").arg(names.join(u'、'));
    }
}

/// Equal but for rounding: one line a table.
void Checker::addTails(CheckResult &result) const
{
    std::map<int, std::vector<const Equation *>> tails;
    for (const Equation &equation : m_equations) {
        if (equation.outcome == Outcome::Tail)
            tails[equation.at.sheet].push_back(&equation);
    }
    for (const auto &[sheet, equations] : tails) {
        Finding finding;
        finding.rule = QStringLiteral("ROUNDING");
        finding.severity = Severity::Info;
        finding.group = QStringLiteral("table");
        finding.place = placeOf(m_report, {sheet, -1, -1});
        finding.key = finding.rule + u'/' + m_report.sheets[size_t(sheet)].form->kind;
        finding.message
            = Say::tr("%n total(s) differ by rounding only.", nullptr, int(equations.size()));
        for (const Equation *equation : equations)
            finding.cells.push_back({equation->at, {}, {}, 0});
        result.findings.push_back(std::move(finding));
    }
}

/// A sentence that differs from a cell which the equations hold to be wrong says
/// nothing of its own: it is a consequence of the cell.
void Checker::foldIntoCells(CheckResult &result) const
{
    std::vector<std::pair<CellRef, int>> wrong;
    for (size_t i = 0; i < result.findings.size(); ++i) {
        for (const auto &[at, amount] : result.findings[i].fix)
            wrong.emplace_back(at, int(i));
    }
    for (size_t i = 0; i < result.findings.size() && !wrong.empty(); ++i) {
        Finding &finding = result.findings[i];
        if (finding.texts.empty() || finding.texts.front().published.isEmpty())
            continue;
        for (const auto &[at, cause] : wrong) {
            const bool stands = std::any_of(finding.cells.begin(), finding.cells.end(),
                [&at = at](const FindingCell &cell) { return cell.at == at; });
            if (stands && finding.causedBy < 0 && result.findings[size_t(cause)].causedBy < 0)
                finding.causedBy = cause;
        }
    }
}

/// Why equations fail; after they were judged.
void Checker::findCauses()
{
    const bool anyOpen
        = std::any_of(m_equations.begin(), m_equations.end(), [](const Equation &equation) {
              return equation.outcome == Outcome::Wrong || equation.outcome == Outcome::Doubtful;
          });
    m_causes.clear();
    if (anyOpen)
        m_causes = RootCause(m_report, *m_resolver, m_equations).find();
}

CheckResult Checker::collect() const
{
    CheckResult result;
    for (const Cause &cause : m_causes)
        addCause(cause, result);
    for (const RuleState &state : m_states)
        result.findings.insert(
            result.findings.end(), state.test.findings.begin(), state.test.findings.end());
    foldIntoCells(result);
    addTails(result);
    if (m_reader)
        result.reading = m_reader->reading();
    // Errors first, consequences behind their cause; `causedBy` follows.
    std::vector<int> order(result.findings.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = int(i);
    const auto head = [&result](int i) {
        const int cause = result.findings[size_t(i)].causedBy;
        return cause < 0 ? i : cause;
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        const Finding &first = result.findings[size_t(head(a))];
        const Finding &second = result.findings[size_t(head(b))];
        if (first.severity != second.severity)
            return first.severity < second.severity;
        return std::pair(head(a), a) < std::pair(head(b), b);
    });
    std::vector<int> place(order.size());
    for (size_t i = 0; i < order.size(); ++i)
        place[size_t(order[i])] = int(i);
    std::vector<Finding> sorted;
    for (const int i : order) {
        sorted.push_back(std::move(result.findings[size_t(i)]));
        if (sorted.back().causedBy >= 0)
            sorted.back().causedBy = place[size_t(sorted.back().causedBy)];
    }
    result.findings = std::move(sorted);
    for (size_t i = 0; i < m_states.size(); ++i)
        result.ledger.push_back(ledgerOf(int(i)));
    return result;
}

LedgerEntry Checker::ledgerOf(int index) const
{
    using State = LedgerEntry::State;
    const Rule &rule = m_rules.rules()[size_t(index)];
    const RuleState &state = m_states[size_t(index)];
    LedgerEntry entry;
    entry.rule = rule.id;
    if (!rule.needs.isEmpty() && rule.test.isEmpty()) {
        entry.state = State::LacksData;
        entry.reason = rule.needs;
        entry.otherReport = true;
        return entry;
    }
    if (!state.applies) {
        entry.state = State::NotApplicable;
        entry.reason = Say::tr("holds for other forms");
        return entry;
    }
    if (!rule.test.isEmpty()) {
        entry.instances = state.test.instances;
        entry.state = state.test.findings.empty() ? state.test.state : State::Failed;
        entry.reason = state.test.reason;
        entry.otherReport = entry.state == State::LacksData && !rule.needs.isEmpty();
        return entry;
    }
    bool failed = false;
    bool lacksRows = false;
    int unreadable = 0;
    bool waits = false;
    for (int e = state.first; e < state.last; ++e) {
        const Equation &equation = m_equations[size_t(e)];
        failed = failed || equation.outcome == Outcome::Wrong;
        lacksRows = lacksRows || equation.lacksRows;
        entry.tails += equation.outcome == Outcome::Tail ? 1 : 0;
        if (equation.outcome != Outcome::NoAmounts)
            ++entry.instances;
        waits = waits || equation.waits;
        for (const CellResolver::Term &term : equation.terms)
            unreadable += m_report.cell(term.cell).amount.state() == Amount::State::Unreadable;
    }
    if (failed) {
        entry.state = State::Failed;
    } else if (lacksRows) {
        entry.state = State::LacksData;
        entry.reason = Say::tr("rows that may stand on a page that could not be read");
    } else if (waits) {
        entry.state = State::LacksData;
        entry.reason = Say::tr("a table that has no amounts yet");
    } else if (!state.conditionsHold) {
        entry.state = State::NotApplicable;
        entry.reason = Say::tr("only when %1").arg(rule.conditionText);
    } else if (entry.instances > 0) {
        entry.state = State::Passed;
    } else if (!state.missing.isEmpty() || unreadable > 0) {
        entry.state = State::LacksData;
        entry.reason = state.missing.isEmpty() ? Say::tr("amounts that can be read")
                                               : state.missing.join(u'、');
    } else if (!state.otherForms.isEmpty()) {
        entry.state = State::NotApplicable;
        entry.reason = Say::tr("holds for other forms");
    } else {
        entry.state = State::NotApplicable;
        entry.reason = Say::tr("no amounts in it");
    }
    return entry;
}

}  // namespace mz
