#include "model/totals/totals.h"

#include <QCoreApplication>
#include <algorithm>

namespace mz {

Totals::Totals(Report &report) : m_report(report) { rebuild(); }

void Totals::rebuild()
{
    m_resolver = std::make_unique<CellResolver>(m_report);
    m_offset.clear();
    m_width.clear();
    m_cells.clear();
    for (Sheet &sheet : m_report.sheets) {
        m_offset.push_back(m_cells.size());
        m_width.push_back(sheet.columns.size());
        for (int row = 0; row < sheet.rowCount(); ++row) {
            for (int column = 0; column < sheet.columnCount(); ++column)
                m_cells.push_back(&sheet.cell(row, column));
        }
    }
    m_mark.assign(m_cells.size(), 0);
    compile();
}

CellRef Totals::refOf(size_t id) const
{
    const auto after = std::upper_bound(m_offset.begin(), m_offset.end(), id);
    const auto sheet = size_t(after - m_offset.begin()) - 1;
    const size_t rest = id - m_offset[sheet];
    return {int(sheet), int(rest / m_width[sheet]), int(rest % m_width[sheet])};
}

/// Finds the formula of every cell and its operands, then who uses each cell.
void Totals::compile()
{
    const size_t count = m_cells.size();
    m_formula.assign(count, -1);
    m_operandsStart.assign(count + 1, 0);
    m_operands.clear();
    std::vector<CellResolver::Term> terms;
    size_t at = 0;
    for (size_t s = 0; s < m_report.sheets.size(); ++s) {
        const Sheet &sheet = m_report.sheets[s];
        const auto &formulas = sheet.form->formulas;
        std::vector<int> lanes, columns;
        for (const FormFormula &formula : formulas) {
            lanes.push_back(
                formula.cells.side.isEmpty() ? -1 : sheet.form->laneIndex(formula.cells.side));
            const QString &column = formula.cells.column;
            columns.push_back(column.isEmpty() || column == u"*" ? -1 : sheet.columnOf(column));
        }
        std::vector<size_t> applying;
        for (int row = 0; row < sheet.rowCount(); ++row) {
            applying.clear();
            for (size_t f = 0; f < formulas.size(); ++f) {
                if ((lanes[f] < 0 || lanes[f] == sheet.rows[size_t(row)].lane)
                    && m_resolver->rows(int(s)).matches(sheet, formulas[f].cells.rows, row))
                    applying.push_back(f);
            }
            for (int column = 0; column < sheet.columnCount(); ++column, ++at) {
                m_operandsStart[at] = int(m_operands.size());
                if (!sheet.hasCell(row, column))
                    continue;
                for (const size_t f : applying) {
                    if ((columns[f] >= 0 && columns[f] != column)
                        || !m_resolver->resolve(
                            formulas[f].expression, {int(s), row, column}, terms))
                        continue;
                    m_formula[at] = int(f);
                    for (const CellResolver::Term &term : terms)
                        m_operands.push_back({int(id(term.cell)), term.sign});
                    break;
                }
            }
        }
    }
    m_operandsStart[count] = int(m_operands.size());

    m_usersStart.assign(count + 1, 0);
    for (const Edge &edge : m_operands)
        ++m_usersStart[size_t(edge.cell) + 1];
    for (size_t i = 0; i < count; ++i)
        m_usersStart[i + 1] += m_usersStart[i];
    m_users.resize(m_operands.size());
    std::vector<int> next(m_usersStart.begin(), m_usersStart.end() - 1);
    for (size_t i = 0; i < count; ++i) {
        for (int e = m_operandsStart[i]; e < m_operandsStart[i + 1]; ++e) {
            const Edge &edge = m_operands[size_t(e)];
            m_users[size_t(next[size_t(edge.cell)]++)] = {int(i), edge.sign};
        }
    }

    // What each formula gives, operands first. A pinned total stands for itself;
    // a cycle (a faulty form) ends where it began.
    m_computed.assign(count, 0);
    std::vector<quint8> state(count, 0);
    std::vector<std::pair<size_t, int>> stack;
    for (size_t start = 0; start < count; ++start) {
        if (m_formula[start] < 0 || state[start] != 0)
            continue;
        stack.emplace_back(start, m_operandsStart[start]);
        state[start] = 1;
        while (!stack.empty()) {
            auto &[cell, edge] = stack.back();
            if (edge < m_operandsStart[cell + 1]) {
                const auto operand = size_t(m_operands[size_t(edge++)].cell);
                if (m_formula[operand] >= 0 && state[operand] == 0) {
                    state[operand] = 1;
                    stack.emplace_back(operand, m_operandsStart[operand]);
                }
                continue;
            }
            qint64 sum = 0;
            for (int e = m_operandsStart[cell]; e < m_operandsStart[cell + 1]; ++e) {
                const Edge &operand = m_operands[size_t(e)];
                if (__builtin_add_overflow(sum, operand.sign * valueOf(size_t(operand.cell)), &sum))
                    sum = sum < 0 ? -Money::limit : Money::limit;
            }
            m_computed[cell] = sum;
            state[cell] = 2;
            stack.pop_back();
        }
    }
}

qint64 Totals::valueOf(size_t id) const
{
    const Cell &cell = *m_cells[id];
    return m_formula[id] >= 0 && !cell.pinned ? m_computed[id] : cell.amount.money().fen();
}

Money Totals::value(CellRef at) const { return Money::fromFen(valueOf(id(at))); }

const FormFormula *Totals::formula(CellRef at) const
{
    const int index = m_formula[id(at)];
    return index < 0 ? nullptr : &m_report.sheets[size_t(at.sheet)].form->formulas[size_t(index)];
}

std::vector<CellResolver::Term> Totals::operands(CellRef at) const
{
    std::vector<CellResolver::Term> terms;
    const size_t cell = id(at);
    for (int e = m_operandsStart[cell]; e < m_operandsStart[cell + 1]; ++e)
        terms.push_back({refOf(size_t(m_operands[size_t(e)].cell)), m_operands[size_t(e)].sign});
    return terms;
}

std::vector<CellResolver::Term> Totals::users(CellRef at) const
{
    std::vector<CellResolver::Term> terms;
    const size_t cell = id(at);
    for (int e = m_usersStart[cell]; e < m_usersStart[cell + 1]; ++e)
        terms.push_back({refOf(size_t(m_users[size_t(e)].cell)), m_users[size_t(e)].sign});
    return terms;
}

/// A published total that still holds prints as it was published; another takes
/// the form's decimals, or more where the amount needs them.
Amount Totals::printedTotal(CellRef at, Money money) const
{
    const Sheet &sheet = m_report.sheets[size_t(at.sheet)];
    const Amount *published = sheet.publishedAmount(at.row, at.column);
    if (published) {
        if (published->state() != Amount::State::Unreadable && published->money() == money)
            return *published;
    }
    if (money.isZero() && sheet.form->blankZero)
        return {};
    return Amount::number(money, qMax(sheet.form->decimals, money.neededDecimals(sheet.unit)),
        published && published->isGrouped());
}

/// Writes a total as printedTotal() says; one that prints as published keeps the
/// published text too.
void Totals::printTotal(CellRef at, Money money)
{
    Sheet &sheet = m_report.sheets[size_t(at.sheet)];
    if (sheet.cell(at.row, at.column).amount.state() == Amount::State::NotPrinted)
        return;  // the form shows no amount there
    const Amount amount = printedTotal(at, money);
    const Amount *published = sheet.publishedAmount(at.row, at.column);
    const bool asPublished = published && *published == amount;
    const QString text = asPublished
        ? sheet.published->ownText(sheet.rows[size_t(at.row)].publishedRow, at.column)
        : QString();
    if (amount != sheet.cell(at.row, at.column).amount || text != sheet.ownText(at.row, at.column))
        sheet.setPrinted(at.row, at.column, amount, text);
}

bool Totals::isInRange() const
{
    return std::all_of(m_computed.begin(), m_computed.end(),
        [](qint64 fen) { return Money::fromFen(fen).isInRange(); });
}

void Totals::pinDifferences()
{
    // Every operand shows what was published, so each formula is judged by the
    // published figures and the order does not matter.
    for (size_t i = 0; i < m_cells.size(); ++i) {
        Cell &cell = *m_cells[i];
        if (m_formula[i] < 0)
            continue;
        qint64 sum = 0;
        for (int e = m_operandsStart[i]; e < m_operandsStart[i + 1]; ++e) {
            const size_t operand = size_t(m_operands[size_t(e)].cell);
            const bool hidden = m_formula[operand] >= 0
                && m_cells[operand]->amount.state() == Amount::State::NotPrinted;
            sum += m_operands[size_t(e)].sign
                * (hidden ? m_computed[operand] : m_cells[operand]->amount.money().fen());
        }
        cell.pinned = cell.amount.state() != Amount::State::NotPrinted
            && (cell.amount.state() == Amount::State::Unreadable
                || cell.amount.money().fen() != sum);
    }
    compile();
}

void Totals::recompute()
{
    compile();
    for (size_t i = 0; i < m_cells.size(); ++i) {
        if (m_cells[i]->pinned && m_cells[i]->amount.state() != Amount::State::Unreadable
            && (m_formula[i] < 0 || m_cells[i]->amount.money().fen() == m_computed[i]))
            m_cells[i]->pinned = false;
        if (m_formula[i] < 0 || m_cells[i]->pinned)
            continue;
        printTotal(refOf(i), Money::fromFen(m_computed[i]));
    }
}

void Totals::remember(size_t id, std::vector<size_t> &touched)
{
    if (m_mark[id] != 0)
        return;
    touched.push_back(id);
    m_before.push_back(*m_cells[id]);
    m_mark[id] = int(touched.size());
}

/// Passes a difference on to all that sums the cell. All formulas are linear,
/// so a cell that is reached twice simply gets both differences. False where an
/// amount leaves its range.
bool Totals::push(size_t from, qint64 delta, std::vector<size_t> &touched)
{
    struct Step
    {
        size_t cell;
        qint64 delta;
    };
    std::vector<Step> &steps = *[] {
        static thread_local std::vector<Step> kept;
        kept.clear();
        return &kept;
    }();
    steps.push_back({from, delta});
    // A form whose formulas go in a circle must not hang the program.
    size_t stepsLeft = 64 * m_cells.size() + 64;
    while (!steps.empty()) {
        if (stepsLeft-- == 0)
            return false;
        const Step step = steps.back();
        steps.pop_back();
        for (int e = m_usersStart[step.cell]; e < m_usersStart[step.cell + 1]; ++e) {
            const auto user = size_t(m_users[size_t(e)].cell);
            remember(user, touched);
            Cell &cell = *m_cells[user];
            const qint64 before = valueOf(user);
            if (__builtin_add_overflow(
                    m_computed[user], m_users[size_t(e)].sign * step.delta, &m_computed[user]))
                return false;
            cell.pinned = false;
            const qint64 change = m_computed[user] - before;
            if (change != 0)
                steps.push_back({user, change});
        }
    }
    return true;
}

Done Totals::finish(
    std::vector<size_t> &touched, bool inRange, size_t edited, std::vector<CellChange> &changes)
{
    for (const size_t cell : touched) {
        inRange = inRange && (m_formula[cell] < 0 || Money::fromFen(m_computed[cell]).isInRange());
    }
    for (size_t i = 0; i < touched.size(); ++i) {
        const size_t cell = touched[i];
        m_mark[cell] = 0;
        if (!inRange) {
            *m_cells[cell] = m_before[i];
            continue;
        }
        CellChange change{refOf(cell), m_before[i], {}, {}, {}};
        const Sheet &sheet = m_report.sheets[size_t(change.at.sheet)];
        if (m_formula[cell] >= 0 && (cell != edited || !m_cells[cell]->pinned)) {
            change.textBefore = sheet.ownText(change.at.row, change.at.column);
            printTotal(change.at, Money::fromFen(m_computed[cell]));
            change.textAfter = sheet.ownText(change.at.row, change.at.column);
        }
        change.after = *m_cells[cell];
        if (cell == edited || !(change.after == change.before)
            || change.textBefore != change.textAfter)
            changes.push_back(std::move(change));
    }
    m_before.clear();
    touched.clear();
    if (!inRange) {
        compile();
        return Error{
            QCoreApplication::translate("Totals", "A total would become too large to be exact."),
            {}};
    }
    return done();
}

Done Totals::edit(
    CellRef at, const Amount &amount, const QString &text, std::vector<CellChange> &changes)
{
    const size_t cell = id(at);
    Sheet &sheet = m_report.sheets[size_t(at.sheet)];
    const QString textBefore = sheet.printed(at.row, at.column);
    static thread_local std::vector<size_t> touched;
    touched.clear();
    remember(cell, touched);
    const qint64 before = valueOf(cell);
    sheet.setPrinted(at.row, at.column, amount, text);
    m_cells[cell]->pinned = m_formula[cell] >= 0 && amount.money().fen() != m_computed[cell];
    const bool inRange = push(cell, amount.money().fen() - before, touched);
    const size_t first = changes.size();
    const Cell beforeCell = m_before.front();
    const Done result = finish(touched, inRange, cell, changes);
    if (!result) {
        sheet.setPrinted(at.row, at.column, beforeCell.amount, textBefore);
        return result;
    }
    changes[first].textBefore = textBefore;
    changes[first].textAfter = sheet.printed(at.row, at.column);
    return result;
}

Done Totals::release(CellRef at, std::vector<CellChange> &changes)
{
    const size_t cell = id(at);
    if (m_formula[cell] < 0 || !m_cells[cell]->pinned)
        return done();
    static thread_local std::vector<size_t> touched;
    touched.clear();
    remember(cell, touched);
    const qint64 before = valueOf(cell);
    m_cells[cell]->pinned = false;
    const bool inRange = push(cell, m_computed[cell] - before, touched);
    return finish(touched, inRange, cell, changes);
}

void Totals::restore(const std::vector<CellChange> &changes, bool backwards)
{
    const auto apply = [&](const CellChange &change) {
        const Cell &wanted = backwards ? change.before : change.after;
        const QString &text = backwards ? change.textBefore : change.textAfter;
        const size_t cell = id(change.at);
        Sheet &sheet = m_report.sheets[size_t(change.at.sheet)];
        sheet.setPrinted(change.at.row, change.at.column, wanted.amount, text);
        m_cells[cell]->pinned = wanted.pinned;
        return cell;
    };
    // Changes of one step may name a cell more than once (a paste): in reverse
    // order for undo.
    std::vector<size_t> open;
    const auto openUsers = [this, &open](size_t cell) {
        for (int e = m_usersStart[cell]; e < m_usersStart[cell + 1]; ++e)
            open.push_back(size_t(m_users[size_t(e)].cell));
    };
    for (size_t i = 0; i < changes.size(); ++i) {
        const size_t cell = apply(changes[backwards ? changes.size() - 1 - i : i]);
        if (m_formula[cell] >= 0)
            open.push_back(cell);
        openUsers(cell);
    }
    // What each formula gives, brought up to date from its operands, as far as it
    // changes: also totals that are not printed and so are no change themselves.
    while (!open.empty()) {
        const size_t total = open.back();
        open.pop_back();
        qint64 sum = 0;
        for (int e = m_operandsStart[total]; e < m_operandsStart[total + 1]; ++e)
            sum += m_operands[size_t(e)].sign * valueOf(size_t(m_operands[size_t(e)].cell));
        if (sum == m_computed[total])
            continue;
        m_computed[total] = sum;
        if (!m_cells[total]->pinned)
            openUsers(total);
    }
}

}  // namespace mz
