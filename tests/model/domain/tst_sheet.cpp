#include "model/domain/handbook.h"
#include "model/domain/row_index.h"

#include <QTest>
#include <random>

using namespace mz;
using namespace Qt::StringLiterals;

namespace {

const Handbook &handbook()
{
    static const Handbook loaded = *Handbook::load(u":"_s);
    return loaded;
}

Sheet newSheet(const QString &kind)
{
    return Sheet::fromForm(handbook().family(u"F1")->form(kind));
}

SheetRow accountRow(const QString &digits)
{
    SheetRow row;
    row.key = digits;
    row.code = AccountCode::parse(digits);
    row.label = u"科目"_s + digits;
    return row;
}

/// T02 with 合计 and these account rows, in this order.
Sheet tree(const QStringList &codes)
{
    Sheet sheet = newSheet(u"T02"_s);
    for (const QString &code : codes)
        sheet.insertRow(sheet.rowCount(), accountRow(code));
    return sheet;
}

QStringList kidsOf(const RowIndex &index, const Sheet &sheet, int row)
{
    QStringList keys;
    for (const int *kid = index.kidsBegin(row); kid != index.kidsEnd(row); ++kid)
        keys << sheet.rows[size_t(*kid)].key;
    return keys;
}

}  // namespace

class TestSheet : public QObject
{
    Q_OBJECT

private slots:
    void aNewSheetHasTheLinesOfItsForm()
    {
        const Sheet summary = newSheet(u"T01"_s);
        QCOMPARE(summary.rowCount(), 12 + 30);
        QCOMPARE(summary.columnCount(), 1);
        QCOMPARE(summary.rowOf(u"total", 0), 11);
        QCOMPARE(summary.rowOf(u"total", 1), 41);
        QCOMPARE(summary.rowOf(u"total"), 11);
        QCOMPARE(summary.rowOf(u"nothing"), -1);
        const Sheet income = newSheet(u"T02"_s);
        QCOMPARE(income.rowCount(), 1);
        QCOMPARE(income.columnOf(u"fiscal"), 1);
        QCOMPARE(income.columnOf(u"财政拨款收入"), 1);
        QCOMPARE(income.columnOf(u"nothing"), -1);
        for (int column = 0; column < income.columnCount(); ++column)
            QVERIFY(income.cell(0, column).amount.isBlank());
    }

    void aSideDoesNotPrintTheOtherSidesColumns()
    {
        const Sheet sheet = newSheet(u"T04"_s);
        const int income = sheet.rowOf(u"general", 0);
        const int line = sheet.rowOf(u"201", 1);
        QVERIFY(sheet.hasCell(income, sheet.columnOf(u"amount")));
        QVERIFY(!sheet.hasCell(income, sheet.columnOf(u"funds")));
        QVERIFY(!sheet.hasCell(line, sheet.columnOf(u"amount")));
        QVERIFY(sheet.hasCell(line, sheet.columnOf(u"funds")));
        QCOMPARE(sheet.cell(line, sheet.columnOf(u"amount")).amount, Amount::notPrinted());
        QCOMPARE(sheet.cell(line, sheet.columnOf(u"funds")).amount, Amount());
    }

    void textThatAnAmountDoesNotPrintIsKept()
    {
        Sheet sheet = tree({u"201"_s});
        sheet.setPrinted(1, 0, Amount(), u"—"_s);
        QCOMPARE(sheet.printed(1, 0), u"—"_s);
        sheet.setPrinted(1, 1, *Amount::parsePrinted(u"(1.2)", sheet.unit), u"(1.2)"_s);
        QCOMPARE(sheet.printed(1, 1), u"(1.2)"_s);
        sheet.setPrinted(1, 2, Amount::unreadable(), u"约三万"_s);
        QCOMPARE(sheet.printed(1, 2), u"约三万"_s);
        sheet.setPrinted(1, 1, *Amount::parsePrinted(u"5.00", sheet.unit));
        QCOMPARE(sheet.printed(1, 1), u"5.00"_s);

        Sheet same = sheet;
        QVERIFY(same == sheet);
        same.setPrinted(1, 0, Amount());
        QVERIFY2(!(same == sheet), "a different text is a different sheet");
    }

    void rowsMoveWithTheirAmountsAndTexts()
    {
        // The same steps on the sheet and on a list of rows by key.
        std::mt19937 random(5);
        Sheet sheet = newSheet(u"T02"_s);
        sheet.clearRows();
        using Row = std::pair<QString, QStringList>;
        std::vector<Row> expected;
        for (int step = 0; step < 3'000; ++step) {
            const unsigned what = random() % 8;
            if (expected.empty() || what < 3) {
                const int at = int(random() % (expected.size() + 1));
                const QString key = u"r%1"_s.arg(step);
                SheetRow row;
                row.key = key;
                sheet.insertRow(at, row);
                expected.insert(
                    expected.begin() + at, {key, QStringList(sheet.columnCount(), QString())});
            } else if (what < 5 && expected.size() > 4) {
                const int at = int(random() % expected.size());
                sheet.removeRow(at);
                expected.erase(expected.begin() + at);
            } else if (what == 5 && sheet.columnCount() < 12) {
                sheet.addColumn({u"extra%1"_s.arg(step), u"另"_s});
                for (Row &row : expected)
                    row.second << QString();
            } else {
                const int at = int(random() % expected.size());
                const int column = int(random() % unsigned(sheet.columnCount()));
                const QString text = random() % 2 ? u"约%1"_s.arg(step) : u"%1.00"_s.arg(step);
                const auto amount = Amount::parsePrinted(text, sheet.unit);
                sheet.setPrinted(at, column, amount ? *amount : Amount::unreadable(), text);
                expected[size_t(at)].second[column] = text;
            }
            QCOMPARE(sheet.rowCount(), int(expected.size()));
            for (int row = 0; row < sheet.rowCount(); ++row) {
                QCOMPARE(sheet.rows[size_t(row)].key, expected[size_t(row)].first);
                for (int column = 0; column < sheet.columnCount(); ++column)
                    QVERIFY(sheet.printed(row, column) == expected[size_t(row)].second[column]);
            }
        }
    }

    void theBaselineStaysWhenAmountsAndRowsChange()
    {
        Sheet sheet = tree({u"201"_s, u"202"_s});
        sheet.setPrinted(2, 0, *Amount::parsePrinted(u"7.00", sheet.unit));
        QVERIFY(!sheet.publishedAmount(2, 0));
        for (int row = 0; row < sheet.rowCount(); ++row)
            sheet.rows[size_t(row)].publishedRow = row;
        sheet.published = std::make_shared<const Sheet>(sheet);

        sheet.setPrinted(2, 0, *Amount::parsePrinted(u"8.00", sheet.unit));
        sheet.insertRow(2, accountRow(u"20101"_s));
        QCOMPARE(sheet.publishedText(3, 0), u"7.00"_s);
        QCOMPARE(sheet.printed(3, 0), u"8.00"_s);
        QVERIFY2(!sheet.publishedAmount(2, 0), "a new row was not published");
        QCOMPARE(sheet.publishedText(2, 0), QString());
        sheet.addColumn({u"extra1"_s, u"另"_s});
        QVERIFY2(!sheet.publishedAmount(3, sheet.columnCount() - 1), "nor was a new column");
    }

    void aParentIsTheNearestPrintedAncestor()
    {
        const Sheet sheet
            = tree({u"201"_s, u"20101"_s, u"2010101"_s, u"2010301"_s, u"2080505"_s, u"229"_s});
        const RowIndex index(sheet);
        const auto parent = [&](const QString &key) {
            const int row = index.parentOf(sheet.rowOf(key));
            return row < 0 ? QString() : sheet.rows[size_t(row)].key;
        };
        QCOMPARE(parent(u"2010101"_s), u"20101"_s);
        QCOMPARE(parent(u"2010301"_s), u"201"_s);
        QCOMPARE(parent(u"2080505"_s), QString());
        QCOMPARE(parent(u"total"_s), QString());
        QCOMPARE(
            kidsOf(index, sheet, sheet.rowOf(u"201")), (QStringList{u"20101"_s, u"2010301"_s}));
        QVERIFY(!index.hasKids(sheet.rowOf(u"229")));
    }

    void selectorsNameTheirRows_data()
    {
        QTest::addColumn<QString>("selector");
        QTest::addColumn<QStringList>("keys");
        QTest::newRow("key") << u"[20101]"_s << QStringList{u"20101"_s};
        QTest::newRow("label") << u"[科目229]"_s << QStringList{u"229"_s};
        QTest::newRow("top") << u"[top]"_s << QStringList{u"201"_s, u"229"_s};
        QTest::newRow("branch") << u"[branch]"_s << QStringList{u"201"_s, u"20101"_s};
        QTest::newRow("leaf") << u"[leaf]"_s
                              << QStringList{u"2010101"_s, u"2010102"_s, u"20102"_s, u"229"_s};
        QTest::newRow("class") << u"[class]"_s << QStringList{u"201"_s, u"229"_s};
        QTest::newRow("group") << u"[group]"_s << QStringList{u"20101"_s, u"20102"_s};
        QTest::newRow("item") << u"[item]"_s << QStringList{u"2010101"_s, u"2010102"_s};
        QTest::newRow("lines") << u"[lines]"_s
                               << QStringList{u"201"_s, u"20101"_s, u"2010101"_s, u"2010102"_s,
                                      u"20102"_s, u"229"_s};
        QTest::newRow("kids") << u"[kids 201]"_s << QStringList{u"20101"_s, u"20102"_s};
        QTest::newRow("range") << u"[20101 .. 20102]"_s
                               << QStringList{u"20101"_s, u"2010101"_s, u"2010102"_s, u"20102"_s};
        QTest::newRow("list") << u"[total, 229]"_s << QStringList{u"total"_s, u"229"_s};
        QTest::newRow("a row that is not there") << u"[299]"_s << QStringList{};
    }

    void selectorsNameTheirRows()
    {
        QFETCH(QString, selector);
        QFETCH(QStringList, keys);
        const Sheet sheet
            = tree({u"201"_s, u"20101"_s, u"2010101"_s, u"2010102"_s, u"20102"_s, u"229"_s});
        const RowIndex index(sheet);
        const auto cells = Expression::parseCells(selector);
        QVERIFY(cells.has_value());
        std::vector<int> rows;
        index.rowsOf(sheet, cells->rows, -1, -1, {}, rows);
        QStringList named, matched;
        for (const int row : rows)
            named << sheet.rows[size_t(row)].key;
        for (int row = 0; row < sheet.rowCount(); ++row) {
            if (index.matches(sheet, cells->rows, row))
                matched << sheet.rows[size_t(row)].key;
        }
        QCOMPARE(named, keys);
        QCOMPARE(matched, keys);
    }

    void aLineIsFoundByItsNameWithAndWithoutOrdinal()
    {
        const Sheet sheet = newSheet(u"T01"_s);
        const RowIndex index(sheet);
        QCOMPARE(index.rowOf(u"八、其他收入", 0), sheet.rowOf(u"other", 0));
        QCOMPARE(index.rowOf(u"其他收入", 0), sheet.rowOf(u"other", 0));
        QCOMPARE(index.rowOf(u"其他收入", 1), -1);
        QCOMPARE(index.rowOf(u"总 计", 1), sheet.rowOf(u"total", 1));
        QCOMPARE(index.rowOf(u"没有这一行", -1), -1);
    }

    void aSumThatNamesAMissingTableIsNone()
    {
        Report report = Report::fromFamily(*handbook().family(u"F1"), {});
        const CellRef from{report.sheetOf(u"T01"), report.sheets[0].rowOf(u"201", 1), 0};
        const auto formula = Expression::parse(u"T03[same].total"_s);
        std::vector<CellResolver::Term> terms;
        QVERIFY(CellResolver(report).resolve(*formula, from, terms));
        QVERIFY2(terms.empty(), "T03 has no such row yet: it counts as nothing");

        Sheet &expenditure = report.sheets[size_t(report.sheetOf(u"T03"))];
        expenditure.insertRow(1, accountRow(u"201"_s));
        QVERIFY(CellResolver(report).resolve(*formula, from, terms));
        QCOMPARE(terms.size(), size_t(1));
        QVERIFY(terms[0].cell == (CellRef{report.sheetOf(u"T03"), 1, 0}));

        report.sheets.erase(report.sheets.begin() + 2);
        QVERIFY(!CellResolver(report).resolve(*formula, from, terms));
    }

    void aNewReportHasOneEntryForEveryTable()
    {
        Identity identity{u"某局"_s, 2024, Identity::Scope::Unit, {}};
        const Report report = Report::fromFamily(*handbook().family(u"F1"), identity);
        QCOMPARE(report.identity.family, u"F1"_s);
        QCOMPARE(report.sheets.size(), size_t(9));
        QCOMPARE(report.sections.size(), size_t(1));
        QCOMPARE(report.sections[0].title, u"2024年度单位决算表"_s);
        QCOMPARE(report.sections[0].blocks.size(), size_t(9));
        QVERIFY(!report.isPublication);
        QCOMPARE(report.sheetOf(u"T09"), 8);
        QCOMPARE(report.sheetOf(u"T10"), -1);
        QVERIFY(!report.sheet(u"T10"));
    }

    void aFigureIsTheSumOfTheCellsThatPrintIt()
    {
        Report report = Report::fromFamily(*handbook().family(u"F1"), {});
        const Figure *closing = handbook().figures().find(u"expenditure.closing");
        QVERIFY(closing);
        QVERIFY(!handbook().figures().find(u"expenditure.nothing"));
        Sheet &sheet = report.sheets[0];
        const int row = sheet.rowOf(u"closing", 1);
        sheet.setPrinted(row, 0, *Amount::parsePrinted(u"1.5", sheet.unit));
        const auto value = evaluateFigure(*closing, report, CellResolver(report));
        QVERIFY(value.has_value());
        QCOMPARE(value->amount, sheet.cell(row, 0).amount);
        QCOMPARE(value->cells.size(), size_t(1));
        QVERIFY(value->cells[0] == (CellRef{0, row, 0}));
        report.sheets.erase(report.sheets.begin());
        QVERIFY(!evaluateFigure(*closing, report, CellResolver(report)));
    }

    void everyFigureOfATableThatF1PrintsIsInANewReport()
    {
        const Report report = Report::fromFamily(*handbook().family(u"F1"), {});
        const CellResolver resolver(report);
        int printed = 0;
        QStringList missing;
        for (const Figure &figure : handbook().figures().figures()) {
            if (figure.homes.empty())
                continue;
            ++printed;
            if (!evaluateFigure(figure, report, resolver))
                missing << figure.id;
        }
        // The Hunan form of T08 prints expenditure alone.
        const QStringList notPrinted{u"capital.income"_s};
        QCOMPARE(missing, notPrinted);
        QVERIFY(printed > 30);
    }
};

QTEST_GUILESS_MAIN(TestSheet)

#include "tst_sheet.moc"
