#include "model/checks/cell_tests.h"

#include "model/domain/text.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(TableTests)
};

TestResult nonzero(const TestContext &context)
{
    TestResult result;
    for (const QString &text : settingTexts(context.rule.settings.value(u"cells"))) {
        const auto selector = Expression::parseCells(text);
        if (!selector)
            continue;
        for (const CellRef &at : context.resolver.cells(*selector)) {
            ++result.instances;
            if (context.report.cell(at).amount.money().isZero())
                result.findings.push_back(findingAt(context, at, Say::tr("The total is zero.")));
        }
    }
    return result;
}

/// 行次 1, 2, 3 .. without gap, over the lanes.
TestResult lineNumbers(const TestContext &context)
{
    TestResult result;
    for (size_t s = 0; s < context.report.sheets.size(); ++s) {
        const Sheet &sheet = context.report.sheets[s];
        int expected = 1;
        for (const QStringList &lane : sheet.printedLines) {
            for (const QString &number : lane) {
                ++result.instances;
                if (number.trimmed() != QString::number(expected)) {
                    result.findings.push_back(findingOfTable(context, int(s),
                        Say::tr("Line %1 is numbered “%2”.").arg(expected).arg(number)));
                    expected = -1;
                    break;
                }
                ++expected;
            }
            if (expected < 0)
                break;
        }
        int column = 0;
        for (const QString &text : sheet.printedColumnNumbers) {
            bool isNumber = false;
            const int number = text.trimmed().toInt(&isNumber);
            if (!isNumber)
                continue;
            ++result.instances;
            if (number != ++column) {
                result.findings.push_back(findingOfTable(context, int(s),
                    Say::tr("Column %1 is numbered “%2”.").arg(column).arg(text.trimmed())));
                break;
            }
        }
    }
    return result;
}

/// The class lines of a fixed table in the order of their codes.
TestResult classOrder(const TestContext &context)
{
    TestResult result;
    for (const int s : settingTables(context)) {
        const Sheet &sheet = context.report.sheets[size_t(s)];
        AccountCode before;
        for (int row = 0; row < sheet.rowCount(); ++row) {
            const AccountCode code = sheet.rows[size_t(row)].code;
            if (code.isEmpty())
                continue;
            ++result.instances;
            if (!before.isEmpty() && code < before)
                result.findings.push_back(findingAt(context, {s, row, -1},
                    Say::tr("The line stands behind one that comes later in the form.")));
            before = code;
        }
    }
    return result;
}

TestResult totalRow(const TestContext &context)
{
    TestResult result;
    for (const int s : settingTables(context)) {
        const Sheet &sheet = context.report.sheets[size_t(s)];
        const QString wanted = context.rule.settings.value(u"label").toString();
        int count = 0;
        for (const SheetRow &row : sheet.rows)
            count += normalized(row.label) == wanted && row.code.isEmpty() ? 1 : 0;
        if (sheet.rowCount() == 0)
            continue;
        ++result.instances;
        if (count != 1)
            result.findings.push_back(findingOfTable(context, s,
                count == 0 ? Say::tr("The table has no row “%1”.").arg(wanted)
                           : Say::tr("The table has %1 rows “%2”.").arg(count).arg(wanted)));
    }
    return result;
}

/// The tables stand as the family has them: authorities order them differently.
bool hasOrderOf(const Report &report, const FormFamily &family)
{
    int before = -1;
    for (const auto &form : family.forms) {
        const int sheet = report.sheetOf(form->kind);
        if (sheet >= 0 && sheet < before)
            return false;
        before = qMax(before, sheet);
    }
    return true;
}

TestResult tablesPresent(const TestContext &context)
{
    TestResult result;
    const FormFamily *family = context.handbook.family(context.report.identity.family);
    if (!family)
        return lacking(Say::tr("a family of forms that fits the report"));
    const QJsonObject since = context.rule.settings.value(u"since").toObject();
    const int year = context.report.identity.year;
    const bool inOrder
        = std::any_of(context.handbook.families().begin(), context.handbook.families().end(),
            [&context](const FormFamily &known) { return hasOrderOf(context.report, known); });
    int before = -1;
    for (const auto &form : family->forms) {
        ++result.instances;
        const int sheet = context.report.sheetOf(form->kind);
        if (sheet < 0) {
            if (year > 0 && year < since.value(form->kind).toInt())
                continue;
            result.findings.push_back(findingOfReport(context, form->kind,
                Say::tr("The table “%1” is missing or was not recognised.").arg(form->title)));
            result.findings.back().severity = Severity::Error;
        } else if (sheet < before && !inOrder) {
            result.findings.push_back(findingOfTable(context, sheet,
                Say::tr("The table “%1” stands before one that comes first in the form.")
                    .arg(form->title)));
            result.findings.back().severity = Severity::Warning;
        } else {
            before = sheet;
        }
    }
    return result;
}

TestResult tableHeads(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    /// A piece of a table's head: whether the form has it, and whether it is printed.
    struct Piece
    {
        QString name;
        bool (*expected)(const Sheet &);
        bool (*printed)(const Sheet &);
    };
    const Piece pieces[] = {{{}, [](const Sheet &sheet) { return !sheet.form->number.isEmpty(); },
                                [](const Sheet &sheet) { return !sheet.number.isEmpty(); }},
        {Say::tr("the note under the table"),
            [](const Sheet &sheet) { return !sheet.form->notes.isEmpty(); },
            [](const Sheet &sheet) { return !sheet.notes.isEmpty(); }},
        {QStringLiteral("栏次"), [](const Sheet &sheet) { return sheet.form->columnNumbers; },
            [](const Sheet &sheet) { return !sheet.printedColumnNumbers.isEmpty(); }}};
    TestResult result;
    const std::vector<Sheet> &sheets = context.report.sheets;
    std::vector<QStringList> missing(sheets.size());
    for (const Piece &piece : pieces) {
        std::vector<size_t> without;
        size_t with = 0;
        for (size_t s = 0; s < sheets.size(); ++s) {
            with += piece.printed(sheets[s]) ? 1 : 0;
            if (piece.expected(sheets[s]) && !piece.printed(sheets[s]))
                without.push_back(s);
        }
        // What most tables of a report do not print, its authority's forms do not have.
        if (with <= without.size())
            continue;
        for (const size_t s : without)
            missing[s] << (piece.name.isEmpty() ? sheets[s].form->number : piece.name);
    }
    for (size_t s = 0; s < sheets.size(); ++s) {
        ++result.instances;
        if (!missing[s].isEmpty())
            result.findings.push_back(findingOfTable(
                context, int(s), Say::tr("The form also prints: %1.").arg(missing[s].join(u'、'))));
    }
    return result;
}

/// General public budget down to 项, basic expenditure down to economic 款.
TestResult detailLevel(const TestContext &context)
{
    TestResult result;
    const QJsonObject levels = context.rule.settings.value(u"levels").toObject();
    for (auto it = levels.begin(); it != levels.end(); ++it) {
        const int s = context.report.sheetOf(it.key());
        if (s < 0)
            continue;
        const Sheet &sheet = context.report.sheets[size_t(s)];
        const RowIndex &rows = context.resolver.rows(s);
        for (int row = 0; row < sheet.rowCount(); ++row) {
            const AccountCode code = sheet.rows[size_t(row)].code;
            if (code.isEmpty() || rows.hasKids(row) || int(code.level()) >= it->toInt())
                continue;
            bool any = false;
            for (int column = 0; column < sheet.columnCount(); ++column)
                any = any || !sheet.cell(row, column).amount.money().isZero();
            ++result.instances;
            if (any)
                result.findings.push_back(findingAt(
                    context, {s, row, -1}, Say::tr("The amount is not broken down further.")));
        }
        result.instances += sheet.rowCount();
    }
    return result;
}

TestResult columnsPresent(const TestContext &context)
{
    TestResult result;
    const QString kind = context.rule.settings.value(u"table").toString();
    const int s = context.report.sheetOf(kind);
    if (s < 0)
        return lacking(kind);
    const Sheet &sheet = context.report.sheets[size_t(s)];
    for (const QString &id : settingTexts(context.rule.settings.value(u"columns"))) {
        const int column = sheet.form->columnIndex(id);
        bool printed = sheet.rowCount() == 0;
        for (int row = 0; row < sheet.rowCount() && column >= 0; ++row)
            printed = printed
                || (sheet.hasCell(row, column)
                    && sheet.cell(row, column).amount.state() != Amount::State::NotPrinted);
        ++result.instances;
        if (!printed)
            result.findings.push_back(
                findingOfTable(context, s, Say::tr("The column “%1” is not printed.").arg(id)));
    }
    return result;
}

TestResult codesSubset(const TestContext &context)
{
    TestResult result;
    const int whole = context.report.sheetOf(context.rule.settings.value(u"whole").toString());
    if (whole < 0)
        return lacking(context.rule.settings.value(u"whole").toString());
    const Sheet &all = context.report.sheets[size_t(whole)];
    // A report that is being drawn up: the table has not been begun yet.
    const bool begun = std::any_of(all.rows.begin(), all.rows.end(),
        [](const SheetRow &line) { return !line.code.isEmpty(); });
    if (!context.report.isPublication && !begun)
        return notPublished();
    const RowIndex &rows = context.resolver.rows(whole);
    for (const int s : settingTables(context)) {
        const Sheet &sheet = context.report.sheets[size_t(s)];
        for (int row = 0; row < sheet.rowCount(); ++row) {
            const SheetRow &line = sheet.rows[size_t(row)];
            if (line.code.isEmpty())
                continue;
            ++result.instances;
            const int other = rows.rowOf(line.code.toString(), -1);
            const QString name = normalized(line.label);
            if (other < 0)
                result.findings.push_back(findingAt(context, {s, row, -1},
                    Say::tr("“%1” does not have this code.").arg(all.form->title)));
            else if (normalized(all.rows[size_t(other)].label) != name)
                result.findings.push_back(findingAt(context, {s, row, -1},
                    Say::tr("“%1” calls it “%2”.")
                        .arg(all.form->title, all.rows[size_t(other)].label)));
        }
    }
    return result;
}

/// A column of the summary is zero exactly where its own table is empty.
TestResult emptyBothOrNeither(const TestContext &context)
{
    TestResult result;
    for (const QJsonValue &value : context.rule.settings.value(u"pairs").toArray()) {
        const QJsonObject pair = value.toObject();
        const auto selector = Expression::parseCells(pair.value(u"cells").toString());
        const int s = context.report.sheetOf(pair.value(u"table").toString());
        if (!selector || s < 0 || context.report.sheetOf(selector->table) < 0)
            continue;
        bool zero = true;
        for (const CellRef &at : context.resolver.cells(*selector))
            zero = zero && context.report.cell(at).amount.money().isZero();
        ++result.instances;
        const Sheet &sheet = context.report.sheets[size_t(s)];
        const bool empty = isEmptyTable(sheet);
        if (zero != empty)
            result.findings.push_back(findingOfTable(context, s,
                empty ? Say::tr("The table is empty, but “%1” has amounts of it.")
                            .arg(context.report.sheet(selector->table)->form->title)
                      : Say::tr("The table has amounts, but “%1” shows none of it.")
                            .arg(context.report.sheet(selector->table)->form->title)));
    }
    return result;
}

bool saysNoData(const Sheet &sheet, const QStringList &words)
{
    return std::any_of(sheet.notes.begin(), sheet.notes.end(), [&words](const QString &note) {
        return std::any_of(words.begin(), words.end(),
            [&note](const QString &word) { return note.contains(word); });
    });
}

TestResult emptyNote(const TestContext &context)
{
    TestResult result;
    const QStringList words = settingTexts(context.rule.settings.value(u"words"));
    if (!context.report.isPublication) {
        result.state = LedgerEntry::State::NotApplicable;
        result.reason = Say::tr("the form's own sentence is printed under an empty table");
        return result;
    }
    // A source that keeps no line under any table cannot be judged.
    bool anyNote = false;
    for (const Sheet &sheet : context.report.sheets)
        anyNote = anyNote || !sheet.notes.isEmpty();
    if (!anyNote && !context.report.sheets.empty())
        return lacking(Say::tr("the lines under the tables"));
    for (const int s : settingTables(context)) {
        const Sheet &sheet = context.report.sheets[size_t(s)];
        if (!isEmptyTable(sheet))
            continue;
        ++result.instances;
        if (!saysNoData(sheet, words))
            result.findings.push_back(findingOfTable(
                context, s, Say::tr("The table is empty, and no line under it says so.")));
    }
    return result;
}

TestResult emptyNoteFits(const TestContext &context)
{
    TestResult result;
    const QJsonObject subjects = context.rule.settings.value(u"subjects").toObject();
    const QStringList words = settingTexts(context.rule.settings.value(u"words"));
    for (auto it = subjects.begin(); it != subjects.end(); ++it) {
        const int s = context.report.sheetOf(it.key());
        if (s < 0)
            continue;
        for (const QString &note : context.report.sheets[size_t(s)].notes) {
            const bool none = std::any_of(words.begin(), words.end(),
                [&note](const QString &word) { return note.contains(word); });
            if (!none)
                continue;
            ++result.instances;
            const QStringList own = settingTexts(*it);
            const bool fits = std::any_of(own.begin(), own.end(),
                [&note](const QString &word) { return note.contains(word); });
            if (!fits)
                result.findings.push_back(findingOfTable(context, s,
                    Say::tr("The line under it speaks of something else: “%1”")
                        .arg(shortened(note, 40))));
        }
    }
    return result;
}

TestResult notEmptyAfterAll(const TestContext &context)
{
    TestResult result;
    const QStringList words = settingTexts(context.rule.settings.value(u"words"));
    for (size_t s = 0; s < context.report.sheets.size(); ++s) {
        const Sheet &sheet = context.report.sheets[s];
        if (!saysNoData(sheet, words))
            continue;
        ++result.instances;
        if (!isEmptyTable(sheet))
            result.findings.push_back(findingOfTable(context, int(s),
                Say::tr("A line under it says that there are no data, but it has amounts.")));
    }
    return result;
}

TestResult tablesKept(const TestContext &context)
{
    TestResult result;
    for (const int s : settingTables(context)) {
        const Sheet &sheet = context.report.sheets[size_t(s)];
        ++result.instances;
        if (sheet.rowCount() == 0)
            result.findings.push_back(
                findingOfTable(context, s, Say::tr("The table is printed without its rows.")));
    }
    return result;
}

TestResult oneUnit(const TestContext &context)
{
    TestResult result;
    QSet<qint64> units;
    for (const Sheet &sheet : context.report.sheets)
        units.insert(qint64(sheet.unit));
    result.instances = int(context.report.sheets.size());
    if (units.size() > 1)
        result.findings.push_back(findingOfReport(
            context, QString(), Say::tr("Some tables are in yuan, others in 万元.")));
    return result;
}

TestResult oneAgency(const TestContext &context)
{
    TestResult result;
    // The name that most tables print is the department's.
    QHash<QString, int> votes;
    QString agency;
    for (const Sheet &sheet : context.report.sheets) {
        const QString printed = normalized(sheet.agency);
        if (!printed.isEmpty() && ++votes[printed] > votes.value(agency))
            agency = printed;
    }
    for (size_t s = 0; s < context.report.sheets.size(); ++s) {
        const QString printed = normalized(context.report.sheets[s].agency);
        if (printed.isEmpty())
            continue;
        ++result.instances;
        if (printed != agency)
            result.findings.push_back(findingOfTable(context, int(s),
                Say::tr("The table names another department: “%1”.")
                    .arg(context.report.sheets[s].agency)));
    }
    return result;
}

/// Sections of a part, each known by one of several words of its title.
TestResult chapters(const TestContext &context)
{
    static const std::pair<QStringView, Section::Kind> kinds[]
        = {{u"overview", Section::Kind::Overview}, {u"narrative", Section::Kind::Narrative},
            {u"glossary", Section::Kind::Glossary}};
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    Section::Kind wanted = Section::Kind::Other;
    for (const auto &[name, kind] : kinds) {
        if (context.rule.settings.value(u"part").toString() == name)
            wanted = kind;
    }
    QString titles;
    QString text;
    for (const Section &section : context.report.sections) {
        if (section.kind != wanted)
            continue;
        titles += normalized(section.title) + u'\n';
        for (const Block &block : section.blocks)
            text += normalized(block.text) + u'\n';
    }
    if (titles.isEmpty())
        return lacking(context.rule.settings.value(u"name").toString());
    const bool inText = context.rule.settings.value(u"inText").toBool();
    // Some authorities begin with income and expenditure, without the chapters on their totals.
    const QStringList together = settingTexts(context.rule.settings.value(u"leftOutTogether"));
    QStringList missing;
    for (const QJsonValue &value : context.rule.settings.value(u"chapters").toArray()) {
        const QStringList words = settingTexts(value);
        ++result.instances;
        const bool found = std::any_of(words.begin(), words.end(), [&](const QString &word) {
            // Some authorities tell of several matters in one chapter.
            return titles.contains(word) || (inText && text.contains(word));
        });
        if (!found && !words.isEmpty())
            missing << words.front();
    }
    const bool leftOut = std::all_of(together.begin(), together.end(),
        [&missing](const QString &chapter) { return missing.contains(chapter); });
    for (const QString &chapter : missing) {
        if (!leftOut || !together.contains(chapter))
            result.findings.push_back(findingOfReport(
                context, chapter, Say::tr("No chapter on “%1” was found.").arg(chapter)));
    }
    return result;
}

}  // namespace

NamedTest tableTest(QStringView name)
{
    static const std::pair<QStringView, NamedTest> tests[] = {{u"nonzero", nonzero},
        {u"line-numbers", lineNumbers}, {u"class-order", classOrder}, {u"total-row", totalRow},
        {u"tables-present", tablesPresent}, {u"table-heads", tableHeads},
        {u"detail-level", detailLevel}, {u"columns-present", columnsPresent},
        {u"codes-subset", codesSubset}, {u"empty-both-or-neither", emptyBothOrNeither},
        {u"empty-note", emptyNote}, {u"empty-note-fits", emptyNoteFits},
        {u"not-empty-after-all", notEmptyAfterAll}, {u"tables-kept", tablesKept},
        {u"one-unit", oneUnit}, {u"one-agency", oneAgency}, {u"chapters", chapters}};
    for (const auto &[known, test] : tests) {
        if (known == name)
            return test;
    }
    return nullptr;
}

}  // namespace mz
