#include "model/document/report_document.h"

#include "model/document/account_rows.h"
#include "model/document/commands.h"
#include "model/document/explanation.h"
#include <algorithm>
#include <tuple>

namespace mz {

ReportDocument::ReportDocument(const Handbook &handbook, QObject *parent)
    : QObject(parent)
    , m_handbook(handbook)
    , m_totals(std::make_unique<Totals>(m_report))
{
}

ReportDocument::~ReportDocument()
{
    // Commands refer to the report; who listened to them may be gone.
    m_undoStack.blockSignals(true);
    m_undoStack.clear();
}

void ReportDocument::setReport(Report report)
{
    emit sheetsAboutToChange();
    m_undoStack.clear();
    m_report = std::move(report);
    m_totals->rebuild();
    if (!m_report.isPublication)
        m_totals->recompute();
    emit sheetsChanged();
    emit reset();
    setEditable(!m_report.isPublication);
}

void ReportDocument::setEditable(bool editable)
{
    if (m_editable == editable)
        return;
    m_editable = editable;
    emit editableChanged(editable);
}

QString ReportDocument::cellName(CellRef at) const
{
    const Sheet &sheet = m_report.sheets[size_t(at.sheet)];
    const SheetRow &row = sheet.rows[size_t(at.row)];
    const QString name = row.code.isEmpty() ? row.label : row.code.toString();
    QStringList parts{shortTableName(sheet), name, sheet.columns[size_t(at.column)].title};
    parts.removeAll(QString());
    return parts.join(u' ');
}

Done ReportDocument::refuseWhileBrowsing() const
{
    if (m_editable)
        return done();
    return Error{tr("The report is open for browsing; switch to editing to change it."), {}};
}

/// What was typed, with the thousands comma of the amount that it replaces.
Result<Amount> ReportDocument::readEntry(CellRef at, const QString &text) const
{
    const Sheet &sheet = m_report.sheets[size_t(at.sheet)];
    const auto amount = Amount::parseTyped(text, sheet.unit, sheet.form->decimals);
    if (!amount)
        return Error{amount.error().message, cellName(at)};
    const Amount *published = sheet.publishedAmount(at.row, at.column);
    const bool grouped
        = sheet.cell(at.row, at.column).amount.isGrouped() || (published && published->isGrouped());
    return amount->isNumber() ? Amount::number(amount->money(), amount->decimals(), grouped)
                              : *amount;
}

void ReportDocument::announce(const std::vector<CellChange> &changes)
{
    std::vector<CellRef> cells;
    cells.reserve(changes.size());
    for (const CellChange &change : changes)
        cells.push_back(change.at);
    emit cellsChanged(cells);
    followFigures();
}

Done ReportDocument::push(std::vector<CellChange> changes, const Done &result, const QString &text)
{
    if (!result) {
        m_totals->restore(changes, true);
        return result;
    }
    if (changes.empty())
        return result;
    announce(changes);
    m_undoStack.push(new ChangeCells(*this, std::move(changes), text));
    return result;
}

Done ReportDocument::type(CellRef at, const QString &text)
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    const Sheet &sheet = m_report.sheets[size_t(at.sheet)];
    if (!sheet.hasCell(at.row, at.column))
        return Error{tr("The form has no amount there."), cellName(at)};
    if (m_totals->isTotal(at))
        return Error{tr("This is a total; it follows the cells that it sums."), cellName(at)};
    const Result<Amount> amount = readEntry(at, text);
    if (!amount)
        return amount.error();
    if (*amount == sheet.cell(at.row, at.column).amount)
        return done();
    std::vector<CellChange> changes;
    const Done result = m_totals->edit(at, *amount, {}, changes);
    return push(std::move(changes), result, tr("Type %1").arg(cellName(at)));
}

Done ReportDocument::paste(const std::vector<CellEntry> &entries, int *skipped)
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    *skipped = 0;
    std::vector<CellChange> changes;
    Done result = done();
    for (const CellEntry &entry : entries) {
        const Sheet &sheet = m_report.sheets[size_t(entry.at.sheet)];
        if (!sheet.hasCell(entry.at.row, entry.at.column) || m_totals->isTotal(entry.at)) {
            ++*skipped;
            continue;
        }
        const Result<Amount> amount = readEntry(entry.at, entry.text);
        if (!amount) {
            result = amount.error();
            break;
        }
        if (*amount == sheet.cell(entry.at.row, entry.at.column).amount)
            continue;
        result = m_totals->edit(entry.at, *amount, {}, changes);
        if (!result)
            break;
    }
    return push(std::move(changes), result, tr("Paste %n cell(s)", nullptr, int(entries.size())));
}

Done ReportDocument::clear(const std::vector<CellRef> &cells)
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    std::vector<CellChange> changes;
    Done result = done();
    for (const CellRef &at : cells) {
        const Cell &cell = m_report.cell(at);
        if (m_totals->isTotal(at))
            result = m_totals->release(at, changes);
        else if (cell.amount.state() == Amount::State::Number
            || cell.amount.state() == Amount::State::Unreadable)
            result = m_totals->edit(at, {}, {}, changes);
        if (!result)
            break;
    }
    return push(std::move(changes), result, tr("Clear"));
}

Done ReportDocument::pin(CellRef at, const QString &text)
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    const Result<Amount> amount = readEntry(at, text);
    if (!amount)
        return amount.error();
    if (!m_totals->isTotal(at))
        return type(at, text);
    if (*amount == m_report.cell(at).amount)
        return done();
    std::vector<CellChange> changes;
    const Done result = m_totals->edit(at, *amount, {}, changes);
    return push(std::move(changes), result, tr("Fix total %1").arg(cellName(at)));
}

Done ReportDocument::release(CellRef at)
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    std::vector<CellChange> changes;
    const Done result = m_totals->release(at, changes);
    return push(std::move(changes), result, tr("Release total %1").arg(cellName(at)));
}

Done ReportDocument::replaceSheets(std::vector<Sheet> sheets, const QString &text)
{
    m_undoStack.push(new ReplaceSheets(*this, std::move(sheets), text));
    return done();
}

Done ReportDocument::addAccount(int sheet, AccountCode code, const QString &name)
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    std::vector<Sheet> sheets = m_report.sheets;
    Sheet &target = sheets[size_t(sheet)];
    const AccountList &accounts = m_handbook.accounts(target.form->accounts);
    const bool economic = target.form->accounts == TableForm::Accounts::Economic;
    const AccountList &others = economic ? m_handbook.functional() : m_handbook.economic();
    if (!accounts.contains(code.classCode()) && others.contains(code.classCode()))
        return Error{tr("%1 is an account of another list; the table takes none of it.")
                         .arg(code.toString()),
            target.form->kind};
    const Done added = addAccountRow(target, code, name, accounts, m_report.identity.year);
    if (!added)
        return added;
    if (target.form->accounts == TableForm::Accounts::Functional) {
        for (Sheet &other : sheets) {
            if (other.form->accounts == TableForm::Accounts::None)
                addFormLine(other, code.classCode());
        }
    }
    return replaceSheets(std::move(sheets), tr("Add account %1").arg(code.toString()));
}

/// Totals that sum amounts of these rows are released, as by an edit.
void ReportDocument::releaseUsers(Report &candidate, int sheet, const std::vector<int> &rows) const
{
    std::vector<CellRef> open;
    for (const int row : rows) {
        for (int column = 0; column < m_report.sheets[size_t(sheet)].columnCount(); ++column) {
            const CellRef at{sheet, row, column};
            if (!m_report.cell(at).amount.money().isZero())
                open.push_back(at);
        }
    }
    std::vector<CellRef> seen = open;
    while (!open.empty()) {
        const CellRef at = open.back();
        open.pop_back();
        for (const CellResolver::Term &user : m_totals->users(at)) {
            if (std::find(seen.begin(), seen.end(), user.cell) != seen.end())
                continue;
            seen.push_back(user.cell);
            open.push_back(user.cell);
            candidate.sheets[size_t(user.cell.sheet)].cell(user.cell.row, user.cell.column).pinned
                = false;
        }
    }
}

bool ReportDocument::canRemoveRow(int sheet, int row) const
{
    return isTreeRow(m_report.sheets[size_t(sheet)], row);
}

Done ReportDocument::removeRows(int sheet, const std::vector<int> &rows)
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    const std::vector<int> removed = rowsToRemove(m_report.sheets[size_t(sheet)], rows);
    if (removed.empty())
        return Error{tr("Lines of the form itself cannot be removed."),
            m_report.sheets[size_t(sheet)].form->kind};
    Report candidate;
    candidate.sheets = m_report.sheets;
    releaseUsers(candidate, sheet, removed);
    for (const int row : removed)
        candidate.sheets[size_t(sheet)].removeRow(row);
    if (!Totals(candidate).isInRange())
        return Error{tr("A total would become too large to be exact."), {}};
    std::vector<Sheet> sheets = std::move(candidate.sheets);
    return replaceSheets(std::move(sheets), tr("Remove %n row(s)", nullptr, int(removed.size())));
}

Done ReportDocument::setIdentity(const Identity &identity)
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    if (identity == m_report.identity)
        return done();
    m_undoStack.push(new ReplaceIdentity(*this, identity, tr("Change department and year")));
    return done();
}

void ReportDocument::setMark(const FindingMark &mark)
{
    std::vector<FindingMark> marks = m_report.marks;
    std::erase_if(marks, [&mark](const FindingMark &old) { return old.finding == mark.finding; });
    marks.push_back(mark);
    m_undoStack.push(new ReplaceMarks(*this, std::move(marks), tr("Mark finding")));
}

void ReportDocument::removeMark(const QString &finding)
{
    std::vector<FindingMark> marks = m_report.marks;
    std::erase_if(marks, [&finding](const FindingMark &mark) { return mark.finding == finding; });
    m_undoStack.push(new ReplaceMarks(*this, std::move(marks), tr("Remove mark")));
}

void ReportDocument::bindNumber(const NumberBinding &binding)
{
    std::vector<NumberBinding> bindings = m_report.numberBindings;
    std::erase_if(
        bindings, [&binding](const NumberBinding &old) { return old.isOfSameNumber(binding); });
    bindings.push_back(binding);
    if (bindings != m_report.numberBindings)
        m_undoStack.push(new ReplaceNumberBindings(*this, std::move(bindings), tr("Bind number")));
}

void ReportDocument::unbindNumber(const NumberBinding &binding)
{
    std::vector<NumberBinding> bindings = m_report.numberBindings;
    std::erase_if(
        bindings, [&binding](const NumberBinding &old) { return old.isOfSameNumber(binding); });
    if (bindings != m_report.numberBindings)
        m_undoStack.push(
            new ReplaceNumberBindings(*this, std::move(bindings), tr("Unbind number")));
}

Done ReportDocument::applyFix(
    const std::vector<std::pair<CellRef, Amount>> &fix, const QString &text)
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    std::vector<CellChange> changes;
    Done result = done();
    for (const auto &[at, amount] : fix) {
        result = m_totals->edit(at, amount, {}, changes);
        if (!result)
            break;
    }
    return push(std::move(changes), result, text);
}

Done ReportDocument::replaceGridTexts(
    int section, int block, std::vector<GridText> texts, const QString &text)
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    const auto &sections = m_report.sections;
    const bool known = section >= 0 && size_t(section) < sections.size() && block >= 0
        && size_t(block) < sections[size_t(section)].blocks.size();
    for (const GridText &change : texts) {
        const auto *rows
            = known ? &sections[size_t(section)].blocks[size_t(block)].grid.rows : nullptr;
        if (!rows || change.row < 0 || size_t(change.row) >= rows->size() || change.cell < 0
            || size_t(change.cell) >= (*rows)[size_t(change.row)].size())
            return Error{tr("The table has no such cell."), {}};
    }
    if (!texts.empty())
        m_undoStack.push(new ReplaceGridTexts(*this, section, block, std::move(texts), text));
    return done();
}

void ReportDocument::exchangeGridTexts(int section, int block, std::vector<GridText> &other)
{
    TextGrid &grid = m_report.sections[size_t(section)].blocks[size_t(block)].grid;
    for (GridText &change : other)
        std::swap(grid.rows[size_t(change.row)][size_t(change.cell)].text, change.text);
    emit gridChanged(section, block);
}

Done ReportDocument::replaceText(std::vector<TextEdit> edits, const QString &text)
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    // From the end, so that the places before stay where they are.
    const auto place
        = [](const TextEdit &edit) { return std::tuple(edit.section, edit.block, edit.start); };
    std::sort(edits.begin(), edits.end(),
        [&place](const TextEdit &a, const TextEdit &b) { return place(b) < place(a); });
    std::vector<ParagraphText> paragraphs;
    int taken = 0;  // where the last replaced place of the paragraph begins
    for (const TextEdit &edit : edits) {
        const auto &sections = m_report.sections;
        const bool known = edit.section >= 0 && size_t(edit.section) < sections.size()
            && edit.block >= 0 && size_t(edit.block) < sections[size_t(edit.section)].blocks.size();
        const Block *block
            = known ? &sections[size_t(edit.section)].blocks[size_t(edit.block)] : nullptr;
        const bool again = !paragraphs.empty() && paragraphs.back().section == edit.section
            && paragraphs.back().block == edit.block;
        if (block && !again) {
            paragraphs.push_back({edit.section, edit.block, block->text});
            taken = int(block->text.size());
        }
        if (!block || block->kind != Block::Kind::Paragraph || edit.start < 0 || edit.length < 0
            || edit.start > taken || edit.length > taken - edit.start)
            return Error{tr("The text has changed; the correction does not fit any more."), {}};
        paragraphs.back().text.replace(edit.start, edit.length, edit.replacement);
        taken = edit.start;
    }
    if (!paragraphs.empty())
        m_undoStack.push(new ReplaceParagraphs(*this, std::move(paragraphs), text));
    return done();
}

void ReportDocument::restoreCells(const std::vector<CellChange> &changes, bool backwards)
{
    m_totals->restore(changes, backwards);
    announce(changes);
}

void ReportDocument::exchangeSheets(std::vector<Sheet> &other)
{
    emit sheetsAboutToChange();
    std::swap(m_report.sheets, other);
    m_totals->rebuild();
    m_totals->recompute();
    emit sheetsChanged();
    followFigures();
}

void ReportDocument::exchangeMarks(std::vector<FindingMark> &other)
{
    std::swap(m_report.marks, other);
    emit marksChanged();
}

void ReportDocument::exchangeNumberBindings(std::vector<NumberBinding> &other)
{
    std::swap(m_report.numberBindings, other);
    emit numberBindingsChanged();
}

void ReportDocument::exchangeParagraphs(std::vector<ParagraphText> &other)
{
    for (ParagraphText &paragraph : other)
        std::swap(m_report.sections[size_t(paragraph.section)].blocks[size_t(paragraph.block)].text,
            paragraph.text);
    emit textChanged();
}

void ReportDocument::exchangeIdentity(Identity &other)
{
    std::swap(m_report.identity, other);
    emit identityChanged();
    followFigures();
}

}  // namespace mz
