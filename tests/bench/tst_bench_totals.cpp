#include "model/document/report_document.h"
#include "model/tables/sheet_model.h"
#include "tests/model/document/report_cells.h"
#include "tests/support/hunan.h"

#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int largeRows = 100'000;

/// A new F1 report whose T02 has 100,000 account rows: 类, 款 and 项.
const Report &largeReport()
{
    static const Report report = [] {
        Report made = newReport(context().handbook);
        Sheet &sheet = made.sheets[size_t(made.sheetOf(u"T02"))];
        const auto add = [&sheet](int digits) {
            SheetRow row;
            row.key = QString::number(digits);
            row.code = AccountCode::parse(row.key);
            row.label = u"科目"_s;
            row.indent = int(row.code.level()) - 1;
            const bool leaf = row.code.level() == AccountCode::Level::Item;
            sheet.insertRow(sheet.rowCount(), std::move(row));
            for (int column = 1; leaf && column < sheet.columnCount(); ++column)
                sheet.setPrinted(sheet.rowCount() - 1, column,
                    Amount::number(Money::fromFen(digits % 1'000 * 10'000), 2));
        };
        for (int first = 201; sheet.rowCount() < largeRows; ++first) {
            add(first);
            for (int second = 1; second < 100 && sheet.rowCount() < largeRows; ++second) {
                add(first * 100 + second);
                for (int third = 1; third < 100 && sheet.rowCount() < largeRows; ++third)
                    add((first * 100 + second) * 100 + third);
            }
        }
        return made;
    }();
    return report;
}

Report hunanReport()
{
    const Result<OpenedReport> opened = openReport(hunanPath(), context());
    return opened ? opened->report : Report();
}

/// The account row in the middle of the table that has no kids.
CellRef leafOf(const Report &report, QStringView kind, QStringView column)
{
    const int sheet = report.sheetOf(kind);
    const Sheet &table = report.sheets[size_t(sheet)];
    int row = table.rowCount() / 2;
    while (table.rows[size_t(row)].code.level() != AccountCode::Level::Item)
        ++row;
    return {sheet, row, table.columnOf(column)};
}

void bothReports()
{
    QTest::addColumn<bool>("large");
    QTest::newRow("Hunan report") << false;
    QTest::newRow("100,000 rows") << true;
}

}  // namespace

class TestBenchTotals : public QObject
{
    Q_OBJECT

private slots:
    void theLargeReportIsLarge()
    {
        const Sheet &sheet = *largeReport().sheet(u"T02");
        QCOMPARE(sheet.rowCount(), largeRows);
        QCOMPARE(sheet.columnCount(), 7);
    }

    void oneEditWithAllThatDependsOnIt_data() { bothReports(); }

    void oneEditWithAllThatDependsOnIt()
    {
        QFETCH(bool, large);
        if (!large)
            MZ_NEEDS_HUNAN();
        Report report = large ? largeReport() : hunanReport();
        Totals totals(report);
        totals.recompute();
        const CellRef leaf = leafOf(report, u"T02", u"other");
        std::vector<CellChange> changes;
        qint64 fen = 10'000;
        QBENCHMARK
        {
            changes.clear();
            fen += 10'000;
            QVERIFY(
                totals.edit(leaf, Amount::number(Money::fromFen(fen), 2), {}, changes).has_value());
        }
        QVERIFY(changes.size() > 6);
    }

    void typingWithATableShown_data() { bothReports(); }

    void typingWithATableShown()
    {
        QFETCH(bool, large);
        if (!large)
            MZ_NEEDS_HUNAN();
        ReportDocument document(context().handbook);
        open(document, large);
        const CellRef leaf = leafOf(document.report(), u"T02", u"other");
        SheetModel model(document, leaf.sheet);
        int amount = 0;
        QBENCHMARK
        {
            ++amount;
            QVERIFY(document.type(leaf, QString::number(amount)).has_value());
        }
        QVERIFY(document.undoStack().count() > 0);
    }

    void undoAndRedoWithATableShown_data() { bothReports(); }

    void undoAndRedoWithATableShown()
    {
        QFETCH(bool, large);
        if (!large)
            MZ_NEEDS_HUNAN();
        ReportDocument document(context().handbook);
        open(document, large);
        const CellRef leaf = leafOf(document.report(), u"T02", u"other");
        SheetModel model(document, leaf.sheet);
        QVERIFY(document.type(leaf, u"12.5"_s).has_value());
        QBENCHMARK
        {
            document.undoStack().undo();
            document.undoStack().redo();
        }
        QCOMPARE(printed(document.report(), leaf), u"12.50"_s);
    }

    void rebuilding_data() { bothReports(); }

    void rebuilding()
    {
        QFETCH(bool, large);
        if (!large)
            MZ_NEEDS_HUNAN();
        Report report = large ? largeReport() : hunanReport();
        Totals totals(report);
        QBENCHMARK { totals.rebuild(); }
        QVERIFY(totals.isTotal(cellOf(report, u"T02", u"total", u"total")));
    }

    void addingAnAccountAndTakingItBack_data() { bothReports(); }

    void addingAnAccountAndTakingItBack()
    {
        QFETCH(bool, large);
        if (!large)
            MZ_NEEDS_HUNAN();
        ReportDocument document(context().handbook);
        open(document, large);
        const int sheet = document.report().sheetOf(u"T02");
        SheetModel model(document, sheet);
        QBENCHMARK
        {
            QVERIFY(document.addAccount(sheet, AccountCode::parse(u"2990101"), {}).has_value());
            document.undoStack().undo();
        }
    }

private:
    static void open(ReportDocument &document, bool large)
    {
        document.undoStack().setUndoLimit(100);
        document.setReport(large ? largeReport() : hunanReport());
        document.setEditable(true);
    }
};

QTEST_GUILESS_MAIN(TestBenchTotals)

#include "tst_bench_totals.moc"
