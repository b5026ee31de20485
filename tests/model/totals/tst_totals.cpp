#include "model/domain/form_reader.h"
#include "model/domain/handbook.h"
#include "model/totals/totals.h"

#include <QTest>
#include <algorithm>
#include <random>

using namespace mz;
using namespace Qt::StringLiterals;

namespace {

const Handbook &handbook()
{
    static const Handbook loaded = *Handbook::load(u":"_s);
    return loaded;
}

void addRow(Sheet &sheet, const QString &digits)
{
    SheetRow row;
    row.key = digits;
    row.code = AccountCode::parse(digits);
    sheet.insertRow(sheet.rowCount(), row);
}

/// A new F1 report with the same small account tree in every functional table.
Report smallReport()
{
    Report report = Report::fromFamily(*handbook().family(u"F1"), {u"某局"_s, 2023, {}, {}});
    for (Sheet &sheet : report.sheets) {
        if (sheet.form->accounts != TableForm::Accounts::Functional)
            continue;
        for (const char *code :
            {"201", "20101", "2010101", "2010102", "20103", "2010301", "208", "20805", "2080505"})
            addRow(sheet, QString::fromLatin1(code));
    }
    return report;
}

CellRef cellOf(
    const Report &report, QStringView kind, QStringView key, QStringView column, int lane = -1)
{
    const int sheet = report.sheetOf(kind);
    const Sheet &table = report.sheets[size_t(sheet)];
    return {sheet, table.rowOf(key, lane), table.columnOf(column)};
}

QString printed(const Report &report, CellRef at)
{
    return report.sheets[size_t(at.sheet)].printed(at.row, at.column);
}

Amount amount(const QString &text)
{
    return *Amount::parseTyped(text, Money::Unit::TenThousandYuan, 2);
}

std::vector<CellRef> allCells(const Report &report)
{
    std::vector<CellRef> cells;
    for (int sheet = 0; sheet < int(report.sheets.size()); ++sheet) {
        const Sheet &table = report.sheets[size_t(sheet)];
        for (int row = 0; row < table.rowCount(); ++row) {
            for (int column = 0; column < table.columnCount(); ++column) {
                if (table.hasCell(row, column))
                    cells.push_back({sheet, row, column});
            }
        }
    }
    return cells;
}

/// "" where the running totals say what a computation from nothing says.
QString differenceFromNothing(const Report &report, const Totals &totals)
{
    Report copy = report;
    Totals fresh(copy);
    fresh.recompute();
    for (const CellRef &at : allCells(report)) {
        const auto say = [&](const char *what, qint64 running, qint64 anew) {
            return u"%1 of %2 row %3 column %4: running %5, from nothing %6"_s
                .arg(QString::fromLatin1(what), report.sheets[size_t(at.sheet)].form->kind)
                .arg(at.row)
                .arg(at.column)
                .arg(running)
                .arg(anew);
        };
        if (totals.computed(at) != fresh.computed(at))
            return say("computed", totals.computed(at).fen(), fresh.computed(at).fen());
        if (totals.value(at) != fresh.value(at))
            return say("value", totals.value(at).fen(), fresh.value(at).fen());
        if (report.cell(at) != copy.cell(at) || printed(report, at) != printed(copy, at))
            return say(
                "cell", report.cell(at).amount.money().fen(), copy.cell(at).amount.money().fen());
    }
    return copy == report ? QString() : u"something beside the cells"_s;
}

Result<std::shared_ptr<const TableForm>> lineForm(const QByteArray &formulas)
{
    return readTableForm(R"json({"kind": "T02", "title": "t", "english": "t", "unit": "万元",
        "lanes": [{"heading": [{"title": "a", "column": "a"}, {"title": "b", "column": "b"},
            {"title": "c", "column": "c"}], "rows": [{"key": "x", "label": "x"}]}],
        "formulas": )json"
            + formulas + "}",
        u"line.json"_s, {}, {});
}

}  // namespace

class TestTotals : public QObject
{
    Q_OBJECT

private slots:
    void compilingChangesNothingInTheReport()
    {
        Report report = smallReport();
        const Report before = report;
        const Totals totals(report);
        QVERIFY(report == before);
    }

    void theTotalsOfANewReportPrintZero()
    {
        Report report = smallReport();
        Totals totals(report);
        totals.recompute();
        int totalCount = 0;
        for (const CellRef &at : allCells(report)) {
            totalCount += totals.isTotal(at) ? 1 : 0;
            QCOMPARE(printed(report, at), totals.isTotal(at) ? u"0.00"_s : QString());
        }
        QVERIFY(totalCount > 100);
    }

    void aTotalKnowsWhatItSumsAndAnInputKnowsItsTotals()
    {
        Report report = smallReport();
        const Totals totals(report);
        const CellRef leaf = cellOf(report, u"T05", u"2010101", u"basic");
        const CellRef leafTotal = cellOf(report, u"T05", u"2010101", u"total");
        const CellRef group = cellOf(report, u"T05", u"20101", u"basic");
        QVERIFY(!totals.isTotal(leaf) && !totals.formula(leaf));
        QVERIFY(totals.operands(leaf).empty());
        QVERIFY(totals.isTotal(group));
        QCOMPARE(totals.formula(group)->expression.text(), u"sum(kids)"_s);
        const std::vector<CellResolver::Term> kids{
            {leaf, 1}, {cellOf(report, u"T05", u"2010102", u"basic"), 1}};
        QVERIFY(totals.operands(group) == kids);
        std::vector<CellResolver::Term> users = totals.users(leaf);
        QCOMPARE(users.size(), size_t(2));
        QVERIFY(users[0].cell == group || users[1].cell == group);
        QVERIFY(users[0].cell == leafTotal || users[1].cell == leafTotal);
    }

    void everyOperandKnowsItsUser()
    {
        Report report = smallReport();
        const Totals totals(report);
        size_t operandCount = 0, userCount = 0;
        for (const CellRef &at : allCells(report)) {
            userCount += totals.users(at).size();
            for (const CellResolver::Term &operand : totals.operands(at)) {
                ++operandCount;
                const auto users = totals.users(operand.cell);
                QVERIFY(std::find(users.begin(), users.end(), CellResolver::Term{at, operand.sign})
                    != users.end());
            }
        }
        QVERIFY(operandCount > 200);
        QCOMPARE(userCount, operandCount);
    }

    void anEditReachesEveryTotalUpToTheSummary()
    {
        Report report = smallReport();
        Totals totals(report);
        totals.recompute();
        std::vector<CellChange> changes;
        const CellRef leaf = cellOf(report, u"T05", u"2010102", u"project");
        QVERIFY(totals.edit(leaf, amount(u"12.345"_s), {}, changes).has_value());
        QVERIFY(changes.front().at == leaf);
        QCOMPARE(printed(report, leaf), u"12.345"_s);
        for (const CellRef &total : {cellOf(report, u"T05", u"2010102", u"total"),
                 cellOf(report, u"T05", u"20101", u"project"),
                 cellOf(report, u"T05", u"20101", u"total"),
                 cellOf(report, u"T05", u"201", u"total"),
                 cellOf(report, u"T05", u"total", u"total"),
                 cellOf(report, u"T04", u"201", u"general", 1),
                 cellOf(report, u"T04", u"201", u"total", 1),
                 cellOf(report, u"T04", u"year", u"total", 1),
                 cellOf(report, u"T04", u"total", u"total", 1)}) {
            QCOMPARE(printed(report, total), u"12.345"_s);
            QVERIFY(std::any_of(changes.begin(), changes.end(),
                [&](const CellChange &change) { return change.at == total; }));
        }
        QCOMPARE(printed(report, cellOf(report, u"T05", u"208", u"total")), u"0.00"_s);
        QCOMPARE(printed(report, cellOf(report, u"T03", u"total", u"total")), u"0.00"_s);
        QCOMPARE(differenceFromNothing(report, totals), QString());
    }

    void aClosingBalanceSubtracts()
    {
        Report report = smallReport();
        Totals totals(report);
        totals.recompute();
        std::vector<CellChange> changes;
        const auto type = [&](QStringView column, const QString &text) {
            const CellRef at = cellOf(report, u"T07", u"2080505", column);
            QVERIFY(totals.edit(at, amount(text), {}, changes).has_value());
        };
        type(u"opening", u"5"_s);
        type(u"income", u"3"_s);
        type(u"basic", u"1.5"_s);
        type(u"project", u"10"_s);
        QCOMPARE(printed(report, cellOf(report, u"T07", u"208", u"closing")), u"-3.50"_s);
        QCOMPARE(printed(report, cellOf(report, u"T04", u"closing", u"funds", 1)), u"-3.50"_s);
        QCOMPARE(printed(report, cellOf(report, u"T04", u"total", u"total", 1)), u"8.00"_s);
        QCOMPARE(printed(report, cellOf(report, u"T04", u"opening", u"amount", 0)), u"5.00"_s);
    }

    void aTotalTakesTheDecimalsThatItNeeds()
    {
        Report report = smallReport();
        Totals totals(report);
        std::vector<CellChange> changes;
        const CellRef leaf = cellOf(report, u"T03", u"2080505", u"basic");
        QVERIFY(totals.edit(leaf, amount(u"0.000001"_s), {}, changes).has_value());
        QCOMPARE(printed(report, cellOf(report, u"T01", u"total", u"amount", 1)), u"0.000001"_s);
        QVERIFY(totals.edit(leaf, amount(u"3"_s), {}, changes).has_value());
        QCOMPARE(printed(report, cellOf(report, u"T01", u"total", u"amount", 1)), u"3.00"_s);
    }

    void aFormMayPrintNothingForATotalOfZero()
    {
        const auto form = readTableForm(R"json({"kind": "T02", "title": "t", "english": "t",
            "unit": "元", "decimals": 1, "zero": "", "lanes": [{"heading": [
            {"title": "a", "column": "a"}, {"title": "b", "column": "b"}],
            "rows": [{"key": "x", "label": "x"}]}],
            "formulas": [{"cells": "[x].b", "formula": "a"}]})json",
            u"form.json"_s, {}, {});
        QVERIFY2(form, qPrintable(form ? QString() : form.error().text()));
        Report report;
        report.sheets.push_back(Sheet::fromForm(*form));
        Totals totals(report);
        totals.recompute();
        QCOMPARE(printed(report, {0, 0, 1}), QString());
        std::vector<CellChange> changes;
        const auto seven = Amount::parseTyped(u"7", Money::Unit::Yuan, 1);
        QVERIFY(totals.edit({0, 0, 0}, *seven, {}, changes).has_value());
        QCOMPARE(printed(report, {0, 0, 1}), u"7.0"_s);
    }

    void withoutItsTableATotalIsAnInput()
    {
        Report report = smallReport();
        report.sheets.erase(report.sheets.begin() + report.sheetOf(u"T05"));
        const Totals totals(report);
        QVERIFY(!totals.isTotal(cellOf(report, u"T04", u"201", u"general", 1)));
        QVERIFY(totals.isTotal(cellOf(report, u"T04", u"201", u"funds", 1)));
        QVERIFY(totals.isTotal(cellOf(report, u"T04", u"year", u"general", 1)));
    }

    void aPinnedTotalStandsForItself()
    {
        Report report = smallReport();
        Totals totals(report);
        totals.recompute();
        std::vector<CellChange> changes;
        const CellRef group = cellOf(report, u"T05", u"20101", u"basic");
        const CellRef top = cellOf(report, u"T05", u"total", u"basic");
        QVERIFY(totals.edit(group, amount(u"9"_s), {}, changes).has_value());
        QVERIFY(report.cell(group).pinned);
        QCOMPARE(totals.computed(group), Money());
        QCOMPARE(totals.value(group), amount(u"9"_s).money());
        QCOMPARE(printed(report, top), u"9.00"_s);
        QVERIFY(!report.cell(top).pinned);
        QCOMPARE(differenceFromNothing(report, totals), QString());

        changes.clear();
        QVERIFY(totals.release(group, changes).has_value());
        QVERIFY(!report.cell(group).pinned);
        QCOMPARE(printed(report, top), u"0.00"_s);
        QCOMPARE(differenceFromNothing(report, totals), QString());
        changes.clear();
        QVERIFY(totals.release(group, changes).has_value());
        QVERIFY2(changes.empty(), "what is not pinned cannot be released");
    }

    void pinningATotalToItsOwnAmountDoesNotPinIt()
    {
        Report report = smallReport();
        Totals totals(report);
        totals.recompute();
        std::vector<CellChange> changes;
        const CellRef leaf = cellOf(report, u"T05", u"2010101", u"basic");
        const CellRef group = cellOf(report, u"T05", u"20101", u"basic");
        QVERIFY(totals.edit(leaf, amount(u"4"_s), {}, changes).has_value());
        QVERIFY(totals.edit(group, amount(u"4"_s), {}, changes).has_value());
        QVERIFY(!report.cell(group).pinned);
    }

    void editingAnOperandReleasesThePinnedTotal()
    {
        Report report = smallReport();
        Totals totals(report);
        totals.recompute();
        std::vector<CellChange> pinning, editing;
        const CellRef leaf = cellOf(report, u"T05", u"2010101", u"basic");
        const CellRef group = cellOf(report, u"T05", u"20101", u"basic");
        QVERIFY(totals.edit(group, amount(u"9"_s), {}, pinning).has_value());
        const Report pinned = report;
        QVERIFY(totals.edit(leaf, amount(u"2"_s), {}, editing).has_value());
        QVERIFY(!report.cell(group).pinned);
        QCOMPARE(printed(report, group), u"2.00"_s);
        QCOMPARE(printed(report, cellOf(report, u"T05", u"total", u"basic")), u"2.00"_s);
        totals.restore(editing, true);
        QVERIFY(report == pinned);
        QVERIFY(report.cell(group).pinned);
        QCOMPARE(differenceFromNothing(report, totals), QString());
    }

    void differencesArePinnedAndNothingElse()
    {
        Report report = smallReport();
        // Amounts as a file has them, some of them wrong or no amounts at all.
        std::mt19937 random(17);
        for (const CellRef &at : allCells(report)) {
            Sheet &sheet = report.sheets[size_t(at.sheet)];
            const unsigned kind = random() % 8;
            if (kind == 0)
                sheet.setPrinted(at.row, at.column, Amount::unreadable(), u"约三万"_s);
            else if (kind < 3)
                sheet.setPrinted(at.row, at.column, amount(QString::number(random() % 3)));
        }
        Totals totals(report);
        const Report read = report;
        totals.pinDifferences();
        int pinned = 0, kept = 0;
        for (const CellRef &at : allCells(report)) {
            const Cell &cell = report.cell(at);
            QVERIFY2(cell.amount == read.cell(at).amount, "pinning shows what was printed");
            qint64 sum = 0;
            for (const CellResolver::Term &operand : totals.operands(at))
                sum += operand.sign * read.cell(operand.cell).amount.money().fen();
            const bool differs = totals.isTotal(at)
                && (cell.amount.money().fen() != sum
                    || cell.amount.state() == Amount::State::Unreadable);
            QCOMPARE(cell.pinned, differs);
            ++(differs ? pinned : kept);
        }
        QVERIFY(pinned > 20 && kept > 20);
    }

    void aTotalTooLargeRefusesTheEdit_data()
    {
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("typed");
        QTest::newRow("over the limit") << u"9000000000"_s << u"0.000001"_s;
        QTest::newRow("under the limit") << u"-9000000000"_s << u"-0.000001"_s;
        QTest::newRow("far over the limit") << u"9000000000"_s << u"9000000000"_s;
    }

    void aTotalTooLargeRefusesTheEdit()
    {
        QFETCH(QString, other);
        QFETCH(QString, typed);
        Report report = smallReport();
        Totals totals(report);
        totals.recompute();
        std::vector<CellChange> changes;
        const CellRef first = cellOf(report, u"T05", u"2010101", u"basic");
        const CellRef second = cellOf(report, u"T05", u"2080505", u"project");
        QVERIFY(totals.edit(first, amount(other), {}, changes).has_value());
        changes.clear();
        // A pinned total on the way must stay pinned.
        const CellRef pinned = cellOf(report, u"T05", u"20805", u"project");
        const QString away = other.startsWith(u'-') ? u"0.5"_s : u"-0.5"_s;
        QVERIFY(totals.edit(pinned, amount(away), {}, changes).has_value());
        QVERIFY(report.cell(pinned).pinned);
        const Report before = report;
        changes.clear();
        const Done refused = totals.edit(second, amount(typed), {}, changes);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"too large"_s));
        QVERIFY(changes.empty());
        QVERIFY(report == before);
        QCOMPARE(differenceFromNothing(report, totals), QString());
        QVERIFY(totals.edit(first, amount(u"1"_s), {}, changes).has_value());
        QVERIFY(totals.edit(second, amount(u"1"_s), {}, changes).has_value());
        QCOMPARE(differenceFromNothing(report, totals), QString());
    }

    void releasingIntoATotalTooLargeIsRefused()
    {
        Report report = smallReport();
        Totals totals(report);
        totals.recompute();
        std::vector<CellChange> changes;
        const CellRef leaf = cellOf(report, u"T06", u"30101", u"amount");
        const CellRef group = cellOf(report, u"T06", u"301", u"amount");
        const CellRef other = cellOf(report, u"T06", u"30301", u"amount");
        QVERIFY(totals.edit(leaf, amount(u"9000000000"_s), {}, changes).has_value());
        QVERIFY(totals.edit(group, amount(u"1"_s), {}, changes).has_value());
        QVERIFY(totals.edit(other, amount(u"5"_s), {}, changes).has_value());
        const Report before = report;
        changes.clear();
        QVERIFY(!totals.release(group, changes));
        QVERIFY(changes.empty());
        QVERIFY(report == before);
        QVERIFY(report.cell(group).pinned);
        QCOMPARE(differenceFromNothing(report, totals), QString());
    }

    void formulasInACircleEnd()
    {
        const auto form = lineForm(R"json([{"cells": "[x].a", "formula": "b + c"},
            {"cells": "[x].b", "formula": "a"}])json");
        QVERIFY2(form, qPrintable(form ? QString() : form.error().text()));
        Report report;
        report.sheets.push_back(Sheet::fromForm(*form));
        Totals totals(report);
        totals.recompute();
        const Report before = report;
        std::vector<CellChange> changes;
        QVERIFY(!totals.edit({0, 0, 2}, amount(u"1"_s), {}, changes));
        QVERIFY(report == before);
        QVERIFY(changes.empty());
    }

    void anAmountThatIsReachedTwiceCountsTwice()
    {
        const auto form = lineForm(R"json([{"cells": "[x].b", "formula": "a - c"},
            {"cells": "[x].a", "formula": "c + c + c"}])json");
        QVERIFY(form.has_value());
        Report report;
        report.sheets.push_back(Sheet::fromForm(*form));
        Totals totals(report);
        totals.recompute();
        std::vector<CellChange> changes;
        QVERIFY(totals.edit({0, 0, 2}, amount(u"1.5"_s), {}, changes).has_value());
        QCOMPARE(printed(report, {0, 0, 0}), u"4.50"_s);
        QCOMPARE(printed(report, {0, 0, 1}), u"3.00"_s);
        QCOMPARE(differenceFromNothing(report, totals), QString());
        totals.restore(changes, true);
        QCOMPARE(printed(report, {0, 0, 1}), u"0.00"_s);
        QCOMPARE(differenceFromNothing(report, totals), QString());
    }

    void aTotalThatOnlyPassesTheLimitOnTheWayIsNotRefused()
    {
        // b = c - a with a = c: the two differences cancel.
        const auto form = lineForm(R"json([{"cells": "[x].b", "formula": "c - a"},
            {"cells": "[x].a", "formula": "c"}])json");
        QVERIFY(form.has_value());
        Report report;
        report.sheets.push_back(Sheet::fromForm(*form));
        Totals totals(report);
        totals.recompute();
        std::vector<CellChange> changes;
        QVERIFY(totals.edit({0, 0, 2}, amount(u"-9000000000"_s), {}, changes).has_value());
        QVERIFY(totals.edit({0, 0, 2}, amount(u"9000000000"_s), {}, changes).has_value());
        QCOMPARE(printed(report, {0, 0, 1}), u"0.00"_s);
    }

    void undoBringsTextBackThatATotalWasPrintedAs()
    {
        Report report = smallReport();
        Totals totals(report);
        totals.recompute();
        totals.pinDifferences();
        const CellRef group = cellOf(report, u"T05", u"20101", u"basic");
        report.sheets[size_t(group.sheet)].setPrinted(
            group.row, group.column, amount(u"0"_s), u"零"_s);
        const Report before = report;
        std::vector<CellChange> changes;
        const CellRef leaf = cellOf(report, u"T05", u"2010101", u"basic");
        QVERIFY(totals.edit(leaf, amount(u"4"_s), {}, changes).has_value());
        QCOMPARE(printed(report, group), u"4.00"_s);
        totals.restore(changes, true);
        QCOMPARE(printed(report, group), u"零"_s);
        QVERIFY(report == before);
    }

    void aTotalPublishedAsADashStaysOneWhileItIsZero()
    {
        Report report = smallReport();
        const CellRef group = cellOf(report, u"T05", u"20101", u"basic");
        const CellRef leaf = cellOf(report, u"T05", u"2010101", u"basic");
        Sheet &sheet = report.sheets[size_t(group.sheet)];
        sheet.setPrinted(group.row, group.column, Amount(), u"—"_s);
        for (int row = 0; row < sheet.rowCount(); ++row)
            sheet.rows[size_t(row)].publishedRow = row;
        sheet.published = std::make_shared<const Sheet>(sheet);
        Totals totals(report);
        totals.pinDifferences();
        QVERIFY(!report.cell(group).pinned);
        const Report before = report;
        std::vector<CellChange> changes;
        QVERIFY(totals.edit(leaf, amount(u"0"_s), {}, changes).has_value());
        totals.restore(changes, true);
        QCOMPARE(printed(report, group), u"—"_s);
        QVERIFY(report == before);
        totals.restore(changes, false);
        QCOMPARE(printed(report, group), u"—"_s);
        changes.clear();
        QVERIFY(totals.edit(leaf, amount(u"2"_s), {}, changes).has_value());
        QCOMPARE(printed(report, group), u"2.00"_s);
        changes.clear();
        QVERIFY(totals.edit(leaf, Amount(), {}, changes).has_value());
        QCOMPARE(printed(report, group), u"—"_s);
    }

    void totalsThatAreNotPrintedFollowUndoTheWholeWayUp()
    {
        Report report = smallReport();
        Sheet &sheet = report.sheets[size_t(report.sheetOf(u"T07"))];
        const int column = sheet.columnOf(u"total");
        // As in the Shanghai forms: words stand where these totals belong.
        for (const char16_t *key : {u"20101", u"201", u"total"})
            sheet.setPrinted(sheet.rowOf(key), column, Amount::notPrinted());
        for (int row = 0; row < sheet.rowCount(); ++row)
            sheet.rows[size_t(row)].publishedRow = row;
        sheet.published = std::make_shared<const Sheet>(sheet);
        Totals totals(report);
        totals.recompute();
        const Report before = report;
        std::vector<CellChange> changes;
        QVERIFY(
            totals.edit(cellOf(report, u"T07", u"2010101", u"basic"), amount(u"4"_s), {}, changes)
                .has_value());
        QCOMPARE(printed(report, cellOf(report, u"T07", u"total", u"total")), QString());
        QCOMPARE(printed(report, cellOf(report, u"T04", u"201", u"funds", 1)), u"4.00"_s);
        QCOMPARE(differenceFromNothing(report, totals), QString());
        totals.restore(changes, true);
        QVERIFY(report == before);
        QCOMPARE(differenceFromNothing(report, totals), QString());
        totals.restore(changes, false);
        QCOMPARE(differenceFromNothing(report, totals), QString());
    }

    void anySequenceOfEditsGivesWhatAComputationFromNothingGives_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void anySequenceOfEditsGivesWhatAComputationFromNothingGives()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        Report report = smallReport();
        Totals totals(report);
        totals.recompute();
        const std::vector<CellRef> cells = allCells(report);
        const QStringList texts{QString(), u"0"_s, u"0.00"_s, u"1.5"_s, u"-3.2"_s, u"922.207"_s,
            u"1234.56"_s, u"0.000001"_s, u"9000000000"_s, u"-9000000000"_s, u"4500000000"_s};
        std::vector<std::pair<Report, std::vector<CellChange>>> history;
        int refused = 0, made = 0;
        for (int step = 0; step < 1'500; ++step) {
            if (!history.empty() && random() % 4 == 0) {
                totals.restore(history.back().second, true);
                QVERIFY2(report == history.back().first, "undo");
                if (random() % 2) {
                    totals.restore(history.back().second, false);
                } else {
                    history.pop_back();
                }
            } else {
                const CellRef at = cells[random() % cells.size()];
                const Report before = report;
                std::vector<CellChange> changes;
                const Amount typed = amount(texts[qsizetype(random() % size_t(texts.size()))]);
                const Done done = report.cell(at).pinned && random() % 2
                    ? totals.release(at, changes)
                    : totals.edit(at, typed, {}, changes);
                if (done) {
                    ++made;
                    history.emplace_back(before, std::move(changes));
                } else {
                    ++refused;
                    QVERIFY2(report == before, "a refused edit changed something");
                    QVERIFY(changes.empty());
                }
            }
            const QString difference = differenceFromNothing(report, totals);
            QVERIFY2(difference.isEmpty(), qPrintable(u"step %1: %2"_s.arg(step).arg(difference)));
        }
        QVERIFY(refused > 10 && made > 500);
        while (!history.empty()) {
            totals.restore(history.back().second, true);
            QVERIFY(report == history.back().first);
            history.pop_back();
        }
        QCOMPARE(differenceFromNothing(report, totals), QString());
    }
};

QTEST_GUILESS_MAIN(TestTotals)

#include "tst_totals.moc"
