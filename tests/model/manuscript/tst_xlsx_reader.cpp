#include "model/manuscript/readers/xlsx_reader.h"
#include "tests/model/manuscript/xlsx_maker.h"

#include <QTest>
#include <random>

using namespace mz;

namespace {

/// "A1" holds a number, and so on.
QByteArray n(const QByteArray &name, const QByteArray &number, int style = 0)
{
    return "<c r=\"" + name + "\" s=\"" + QByteArray::number(style) + "\"><v>" + number
        + "</v></c>";
}
QByteArray t(const QByteArray &name, const QByteArray &text, int style = 0)
{
    return "<c r=\"" + name + "\" t=\"inlineStr\" s=\"" + QByteArray::number(style) + "\"><is><t>"
        + text + "</t></is></c>";
}
QByteArray f(const QByteArray &name, const QByteArray &formula, const QByteArray &value = {})
{
    return "<c r=\"" + name + "\"><f>" + formula + "</f>" + value + "</c>";
}
QByteArray row(int number, const QByteArray &cells, const QByteArray &attributes = {})
{
    return "<row r=\"" + QByteArray::number(number) + "\" " + attributes + ">" + cells + "</row>";
}
QByteArray data(const QByteArray &rows) { return "<sheetData>" + rows + "</sheetData>"; }

/// As in tst_docx_reader: "^" a further row, ">" a further column spanned.
QString outline(const TextGrid &grid)
{
    QString text;
    for (const auto &cells : grid.rows) {
        QStringList texts;
        for (const GridCell &cell : cells)
            texts << QString(cell.rowSpan - 1, u'^') + QString(cell.columnSpan - 1, u'>')
                    + cell.text;
        text += u'[' + texts.join(u'|') + u']';
    }
    return text.replace(u'\n', u'/');
}

QString outline(const Result<Manuscript> &manuscript)
{
    if (!manuscript)
        return QStringLiteral("! ") + manuscript.error().message;
    QStringList sheets;
    for (const ManuscriptBlock &block : manuscript->blocks)
        sheets << outline(block.grid());
    return sheets.join(u' ');
}

QString readSheet(const QByteArray &inside)
{
    return outline(readXlsx(XlsxMaker().sheet("表", inside).bytes()));
}

/// What B1 shows where it has a formula without a result; A1 .. A5 are 1.1, 2.2,
/// blank, a text, -3.
QString computed(const QByteArray &formula)
{
    const auto manuscript
        = readXlsx(XlsxMaker()
                       .sheet("表",
                           data(row(1, n("A1", "1.1") + f("B1", formula) + t("C1", "x"))
                               + row(2, n("A2", "2.2000000000000002")) + row(4, t("A4", "字"))
                               + row(5, n("A5", "-3"))))
                       .bytes());
    return manuscript ? manuscript->blocks.front().grid().rows[0][1].text
                      : manuscript.error().message;
}

}  // namespace

class TestXlsxReader : public QObject
{
    Q_OBJECT

private slots:
    void cellsShowWhatTheyShow_data()
    {
        QTest::addColumn<QByteArray>("sheet");
        QTest::addColumn<QString>("grid");
        const auto add = [](const char *name, const QByteArray &sheet, const char *grid) {
            QTest::newRow(name) << sheet << QString::fromUtf8(grid);
        };
        add("numbers and texts", data(row(1, t("A1", "合计") + n("B1", "922.20699999999999"))),
            "[合计|922.207]");
        add("kinds of cells",
            data(row(1,
                "<c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"e\"><v>#DIV/0!</v></c>"
                "<c r=\"C1\" t=\"str\"><f>A1</f><v>字</v></c>"
                "<c r=\"D1\" t=\"n\"><v>1E-3</v></c><c r=\"E1\" t=\"b\"><v>0</v></c>"
                "<c r=\"F1\"><v>abc</v></c>")),
            "[TRUE|#DIV/0!|字|0.001|FALSE|abc]");
        add("runs are joined, readings left out",
            data(row(1,
                "<c r=\"A1\" t=\"inlineStr\"><is><r><t>决</t></r><r><t xml:space="
                "\"preserve\">算 </t></r><rPh><t>jue</t></rPh></is></c>")),
            "[决算 ]");
        add("escaped characters", data(row(1, t("A1", "甲_x000D_&#10;乙&lt;_x4E00_"))),
            "[甲/乙<一]");
        add("the used range only",
            data(row(3, t("C3", "甲") + n("E3", "1")) + row(5, n("D5", "2") + "<c r=\"F5\"/>")
                + row(9, "<c r=\"A9\" s=\"1\"/>")),
            "[甲||1][||][|2|]");
        add("merged cells span",
            data(row(1, t("A1", "项目") + t("B1", "金额") + "<c r=\"C1\"/>")
                + row(2, t("B2", "甲") + t("C2", "乙")))
                + "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>",
            "[^项目|>金额][甲|乙]");
        add("what stands under a merged cell is not shown",
            data(row(1, t("A1", "甲") + t("B1", "藏") + t("C1", "乙")))
                + "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>",
            "[>甲|乙]");
        add("merged areas are cut and do not overlap",
            data(row(1, t("A1", "甲") + t("B1", "乙")) + row(2, t("A2", "丙") + t("B2", "丁")))
                + "<mergeCells><mergeCell ref=\"A1:XFD1\"/><mergeCell ref=\"B1:B2\"/>"
                  "<mergeCell ref=\"A1:A2147483648\"/><mergeCell ref=\"B2:B1048576\"/>"
                  "<mergeCell ref=\"\"/></mergeCells>",
            "[>甲][丙|丁]");
        add("hidden rows and columns are left out",
            "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"4\" max=\"16384\" "
            "width=\"0\"/></cols>"
                + data(row(1, t("A1", "甲") + t("B1", "藏") + t("C1", "乙") + t("D1", "藏"))
                    + row(2, t("A2", "藏"), "hidden=\"1\"") + row(3, t("C3", "丙"))),
            "[甲|乙][|丙]");
        add("a merged cell may begin in a hidden row",
            data(row(1, t("A1", "甲") + t("B1", "乙"), "hidden=\"1\"") + row(2, t("B2", "丙"))
                + row(3, t("B3", "丁") + t("C3", "戊")) + row(4, t("A4", "己")))
                + "<mergeCells><mergeCell ref=\"A1:A3\"/></mergeCells>",
            "[^甲|丙|][丁|戊][己||]");
        add("places may be left to be counted",
            "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c r=\"B2\"><v>3</v></c>"
            "</row></sheetData>",
            "[1|2][|3]");
        add("zeros may be hidden",
            "<sheetViews><sheetView showZeros=\"0\"/></sheetViews>"
                + data(row(1, n("A1", "0") + n("B1", "1") + n("C1", "0.00"))),
            "[1]");
        add("nothing", data(""), "");
        add("a stray cell far below",
            data(row(1, n("A1", "1")) + row(1'048'576, n("A1048576", "2"))), "[1][2]");
        add("phantom shared texts",
            data(row(1,
                "<c r=\"A1\" t=\"s\"><v>7</v></c>"
                "<c r=\"B1\" t=\"s\"><v>-1</v></c>"
                    + n("C1", "1"))),
            "[1]");
    }

    void cellsShowWhatTheyShow()
    {
        QFETCH(QByteArray, sheet);
        QFETCH(QString, grid);
        QCOMPARE(readSheet(sheet), grid);
    }

    void numberFormatsAreApplied()
    {
        const QByteArray bytes
            = XlsxMaker()
                  .styles({"#,##0.00", "0.00;-0.00;\"-\"", "yyyy\"年\"m\"月\"", ";;;", "@"})
                  .sheet("表",
                      data(row(1,
                          n("A1", "1234.5", 1) + n("B1", "0", 2) + n("C1", "45657", 3)
                              + t("D1", "藏", 4) + n("E1", "7", 5) + n("F1", "1.5", 99))))
                  .bytes();
        QCOMPARE(outline(readXlsx(bytes)), QStringLiteral("[1,234.50|-|2024年12月||7|1.5]"));
    }

    void datesMayBeginIn1904()
    {
        const QByteArray bytes = XlsxMaker()
                                     .properties("<workbookPr date1904=\"1\"/>")
                                     .styles({"yyyy-mm-dd"})
                                     .sheet("表", data(row(1, n("A1", "0", 1))))
                                     .bytes();
        QCOMPARE(outline(readXlsx(bytes)), QStringLiteral("[1904-01-01]"));
    }

    void manyStylesShareTheirFormats()
    {
        QByteArrayList formats;
        for (int i = 0; i < 3000; ++i)
            formats << QByteArray("0.00\"") + QByteArray::number(i) + '"';
        const auto manuscript
            = readXlsx(XlsxMaker()
                           .styles(formats)
                           .sheet("表", data(row(1, n("A1", "1", 1000) + n("B1", "1", 2900))))
                           .bytes());
        // Beyond what any workbook has, a number is shown as it is.
        QCOMPARE(outline(manuscript), QStringLiteral("[1.00999|1]"));
    }

    void textsAreShared()
    {
        const QByteArray bytes
            = XlsxMaker()
                  .sharedTexts("<si><t>合计</t></si><si><r><t>基本</t></r><r><t>支出</t></r>"
                               "<rPh><t>x</t></rPh></si>")
                  .sheet("表",
                      data(row(1,
                          "<c r=\"A1\" t=\"s\"><v>1</v></c>"
                          "<c r=\"B1\" t=\"s\"><v>0</v></c>")))
                  .bytes();
        QCOMPARE(outline(readXlsx(bytes)), QStringLiteral("[基本支出|合计]"));
    }

    void sheetsComeInTheOrderOfTheirTabs()
    {
        const auto manuscript
            = readXlsx(XlsxMaker()
                           .sheet("表二", data(row(4, t("B4", "乙"))))
                           .sheet("藏", data(row(1, t("A1", "丙"))), "state=\"hidden\"")
                           .sheet("空", data(""))
                           .sheet("极藏", data(""), "state=\"veryHidden\"")
                           .sheet("表一", data(row(1, t("A1", "甲"))))
                           .bytes());
        QCOMPARE(outline(manuscript), QStringLiteral("[乙] [甲]"));
        const ManuscriptBlock &first = manuscript->blocks.front();
        QCOMPARE(first.place, (SourcePlace{4, 0, "表二"}));
        QCOMPARE(first.rowPlaces, std::vector<SourcePlace>({{4, 0, "表二"}}));
        QVERIFY(first.grid().spansKnown);
        QCOMPARE(manuscript->notes.size(), size_t(2));
        QCOMPARE(manuscript->notes[0].place.sheet, QStringLiteral("藏"));
        QVERIFY(!manuscript->notes[0].lost);
    }

    void whatIsHiddenIsTold()
    {
        const auto manuscript = readXlsx(
            XlsxMaker()
                .sheet("表",
                    "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>"
                        + data(row(1, n("A1", "1") + n("B1", "2"))
                            + row(2, n("A2", "3"), "hidden=\"1\"")
                            + row(3, "<c r=\"A3\"/>", "hidden=\"1\"") + row(4, n("A4", "4"))))
                .bytes());
        QVERIFY(manuscript);
        QCOMPARE(manuscript->notes.size(), size_t(1));
        QVERIFY(manuscript->notes[0].message.contains("rows (1) and columns (1)"));
        QVERIFY(!manuscript->notes[0].lost);
    }

    void plainFormulasAreComputed_data()
    {
        QTest::addColumn<QByteArray>("formula");
        QTest::addColumn<QString>("shown");
        const auto add = [](const char *formula, const char *shown) {
            QTest::newRow(formula) << QByteArray(formula) << QString::fromUtf8(shown);
        };
        add("SUM(A1:A5)", "0.3");
        add("sum( $A$1 : A2 , A5 )", "0.3");
        add("SUM(A1,2.5,A4)", "3.6");
        add("SUM(A5:A1)", "0.3");
        add("SUM(A1:A2)-A5", "6.3");
        add("A1+A2", "3.3");
        add("A1+A3", "1.1");
        add("-A1--A2", "1.1");
        add("A1*A2", "2.42");
        add("A2/A1", "2");
        add("1/3", "0.333333333");
        add("(A1+A2)*100%", "3.3");
        add("ROUND(A1/3,2)", "0.37");
        add("ROUND(2.5,0)", "3");
        add("ROUND(-2.5,0)", "-3");
        add("ROUND(1234,-2)", "1200");
        add("ROUND(1.005,2)", "1.01");
        add("2*(3+4)-SUM(1,2)", "11");
        add("1E2+.5", "100.5");
        add("+A1", "1.1");
        add("0.1+0.2", "0.3");
        add("1234567890123.45+0.01", "1234567890123.46");
        // Nothing is invented.
        for (const char *formula : {"A4+1", "A1/0", "IF(A1>0,1,2)", "VLOOKUP(1,A1:A2,1)",
                 "Sheet2!A1", "SUM(Sheet2!A1)", "A1&A2", "A1^2", "A1=A2", "名称", "SUM(A:A)",
                 "SUM(A1:A5", "A1:A2", "SUM()", "B1", "SUM(A1:B1)", "1+", "()", "\"x\"",
                 "ROUND(1,99)", "XFE1", "A1048577", "[1]表!A1", "1E400*1E400", "1 2"})
            add(formula, "");
    }

    void plainFormulasAreComputed()
    {
        QFETCH(QByteArray, formula);
        QFETCH(QString, shown);
        formula.replace('&', "&amp;").replace('>', "&gt;");
        QCOMPARE(computed(formula), shown);
    }

    void storedResultsAreNotQuestioned()
    {
        QCOMPARE(
            readSheet(data(row(1,
                n("A1", "1") + f("B1", "A1+1", "<v>99</v>") + f("C1", "VLOOKUP(1)", "<v>7</v>")))),
            QStringLiteral("[1|99|7]"));
        QCOMPARE(readSheet(data(
                     row(1, n("A1", "1") + f("B1", "A1+1", "<v></v>") + f("C1", "B1*2", "<v/>")))),
            QStringLiteral("[1|2|4]"));
        QCOMPARE(
            readSheet(data(row(
                1, n("A1", "1") + "<c r=\"B1\" t=\"str\"><f>A1+1</f><v></v></c>" + n("C1", "3")))),
            QStringLiteral("[1||3]"));
    }

    void whatCannotBeComputedIsALoss()
    {
        const auto manuscript = readXlsx(
            XlsxMaker()
                .sheet("表",
                    data(row(
                        1, n("A1", "1") + f("B1", "NOW()") + f("C1", "B1+1") + f("D1", "A1+1"))))
                .bytes());
        QCOMPARE(outline(manuscript), QStringLiteral("[1|||2]"));
        QCOMPARE(manuscript->notes.size(), size_t(1));
        QVERIFY(manuscript->notes[0].lost);
        QVERIFY(manuscript->notes[0].message.startsWith("2 cells"));
    }

    void circlesStayBlank()
    {
        QCOMPARE(readSheet(data(row(1,
                     f("A1", "B1+1") + f("B1", "C1+1") + f("C1", "A1+1") + f("D1", "1+1")
                         + f("E1", "E1") + f("F1", "C1")))),
            QStringLiteral("[2]"));
        QCOMPARE(readSheet(data(row(1, f("A1", "SUM(A1:C1)") + n("B1", "1") + n("C1", "1")))),
            QStringLiteral("[1|1]"));
    }

    void longChainsAreNoRecursion()
    {
        QByteArray rows = row(1, n("A1", "0.01"));
        constexpr int count = 50'000;
        for (int i = 2; i <= count; ++i)
            rows
                += row(i, f("A" + QByteArray::number(i), "A" + QByteArray::number(i - 1) + "+A$1"));
        // The other way round: each needs the one below.
        for (int i = 1; i < count; ++i)
            rows += row(count + i,
                f("A" + QByteArray::number(count + i),
                    "A" + QByteArray::number(count + i + 1) + "+1"));
        rows += row(2 * count, n("A" + QByteArray::number(2 * count), "1"));
        const auto manuscript = readXlsx(XlsxMaker().sheet("表", data(rows)).bytes());
        QVERIFY(manuscript);
        const auto &grid = manuscript->blocks.front().grid();
        QCOMPARE(grid.rows[count - 1][0].text, QStringLiteral("500"));
        QCOMPARE(grid.rows[count][0].text, QStringLiteral("50000"));
    }

    void workIsBounded()
    {
        // Each of 20,000 sums over all the others: 400 million cells to look at.
        QByteArray rows;
        for (int i = 1; i <= 20'000; ++i)
            rows += row(i,
                n("A" + QByteArray::number(i), "1")
                    + f("B" + QByteArray::number(i), "SUM(A1:A20000)"));
        const auto manuscript = readXlsx(XlsxMaker().sheet("表", data(rows)).bytes());
        QVERIFY(manuscript);
        QCOMPARE(manuscript->notes.size(), size_t(1));
        QVERIFY(manuscript->notes[0].lost);
        QCOMPARE(manuscript->blocks.front().grid().rows[0][1].text, QStringLiteral("20000"));
    }

    void sharedFormulasMoveWithTheirCells()
    {
        QCOMPARE(readSheet(data(
                     row(1,
                         n("A1", "1") + n("B1", "2")
                             + "<c r=\"C1\"><f t=\"shared\" ref=\"C1:C3\" si=\"0\">A1+$B$1</f></c>")
                     + row(2, n("A2", "10") + "<c r=\"C2\"><f t=\"shared\" si=\"0\"/></c>")
                     + row(3,
                         n("A3", "100") + "<c r=\"C3\"><f t=\"shared\" si=\"0\"/></c>"
                             + "<c r=\"D3\"><f t=\"shared\" si=\"9\"/></c>"))),
            QStringLiteral("[1|2|3][10||12][100||102]"));
        QCOMPARE(readSheet(data(
                     row(1, n("A1", "1") + "<c r=\"B1\"><f t=\"array\" ref=\"B1\">A1*2</f></c>"))),
            QStringLiteral("[1]"));
    }

    void centsOfLargeSumsAreExact()
    {
        QByteArray rows;
        qint64 cents = 0;
        std::mt19937_64 random(9);
        for (int i = 2; i <= 5001; ++i) {
            const auto value = qint64(random() % 100'000'000'000);
            cents += value;
            rows += row(i,
                n("A" + QByteArray::number(i), QByteArray::number(double(value) / 100, 'g', 17)));
        }
        const auto manuscript = readXlsx(
            XlsxMaker().sheet("表", data(row(1, f("A1", "SUM(A2:A5001)")) + rows)).bytes());
        QVERIFY(manuscript);
        QString expected = QString::number(cents);
        expected.insert(expected.size() - 2, u'.');
        while (expected.endsWith(u'0'))
            expected.chop(1);
        QCOMPARE(manuscript->blocks.front().grid().rows[0][0].text, expected);
    }

    void whatIsNoSheetIsRefused_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QString>("words");
        const auto add = [](const char *name, const QByteArray &part, const char *words) {
            QTest::newRow(name) << part << QString::fromUtf8(words);
        };
        const auto sheet = [](const QByteArray &rows) { return XlsxMaker::worksheet(data(rows)); };
        add("document type", "<!DOCTYPE x><worksheet/>", "document type");
        add("entity bomb",
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet>"
            "<sheetData><row r=\"1\"><c r=\"A1\"><v>&b;</v></c></row></sheetData></worksheet>",
            "document type");
        add("external entity",
            "<!DOCTYPE x SYSTEM \"http://localhost/x.dtd\"><worksheet>&x;</worksheet>",
            "document type");
        add("undeclared entity", sheet(row(1, t("A1", "&b;"))), "damaged");
        add("deep nesting", QByteArray("<a>").repeated(1'000'000), "damaged");
        QByteArray attributes = "<worksheet";
        for (int i = 0; i < 200'000; ++i)
            attributes += " a" + QByteArray::number(i) + "=\">\"";
        add("many attributes", attributes + "/>", "attributes");
        add("not closed", "<worksheet><sheetData>", "damaged");
        add("nothing", "", "damaged");
        add("another encoding", QByteArray("<\0w\0o\0r\0k\0s\0h\0e\0e\0t\0/\0>\0", 24), "damaged");
        add("a row beyond the last", sheet(row(1'048'577, n("A1048577", "1"))), "order");
        add("a row far beyond", sheet("<row r=\"99999999999999\"/>"), "order");
        add("row 0", sheet(row(0, "")), "order");
        add("a row twice", sheet(row(2, "") + row(2, "")), "order");
        add("a cell twice", sheet(row(1, n("A1", "1") + n("A1", "2"))), "order");
        add("a cell of another row", sheet(row(1, n("A2", "1"))), "order");
        add("a column beyond the last", sheet(row(1, n("XFE1", "1"))), "order");
        add("a cell without a row", XlsxMaker::worksheet(n("A1", "1")), "order");
        add("very wide", sheet(row(1, n("A1", "1") + n("ALM1", "1"))), "1000 columns");
    }

    void whatIsNoSheetIsRefused()
    {
        QFETCH(QByteArray, part);
        QFETCH(QString, words);
        const auto manuscript = readXlsx(XlsxMaker().part("表", part).bytes());
        QVERIFY(!manuscript);
        QVERIFY2(manuscript.error().message.contains(words), qPrintable(manuscript.error().text()));
        QCOMPARE(manuscript.error().place, QStringLiteral("表"));
    }

    void moreCellsThanAnyReportAreRefused()
    {
        // Few cells, but far apart: together a grid of 40 million.
        QByteArray rows;
        for (int i = 1; i <= 40'000; ++i) {
            const QByteArray number = QByteArray::number(i);
            rows += row(i, n("A" + number, "1") + n("ALL" + number, "1"));
        }
        const auto manuscript = readXlsx(XlsxMaker().sheet("表", data(rows)).bytes());
        QVERIFY(!manuscript);
        QVERIFY(manuscript.error().message.contains("2,000,000")
            || manuscript.error().message.contains("2000000"));
    }

    void hostileMergesAreBounded()
    {
        QByteArray rows;
        for (int i = 1; i <= 2000; ++i) {
            const QByteArray number = QByteArray::number(i);
            rows += row(i, n("A" + number, "1") + n("CV" + number, "1"));
        }
        QByteArray merges;
        for (int i = 0; i < 100'000; ++i)
            merges += "<mergeCell ref=\"A1:CV2000\"/>";
        QVERIFY(readXlsx(XlsxMaker()
                             .sheet("表",
                                 data(rows) + "<mergeCells><mergeCell ref=\"CV2000:CV2001\"/>"
                                     + merges + "</mergeCells>")
                             .bytes()));
    }

    void otherFilesAreRefused()
    {
        QVERIFY(!readXlsx({}));
        QVERIFY(!readXlsx("no zip file"));
        QVERIFY(!readXlsx(ZipMaker().add("a", "x").bytes()));
        const auto only = [](const QByteArray &target, const QByteArray &part) {
            return readXlsx(
                ZipMaker()
                    .add("_rels/.rels",
                        XlsxMaker::relations(XlsxMaker::relation("r", "officeDocument", target)))
                    .add("xl/workbook.bin", part)
                    .bytes());
        };
        QVERIFY(only("xl/workbook.bin", "x").error().message.contains("xlsb"));
        QVERIFY(!only("../../../etc/passwd", "x"));
        QVERIFY(!only("_rels/.rels", "x"));
    }

    void readingCanBeStopped()
    {
        const QByteArray bytes = XlsxMaker().sheet("表", data(row(1, n("A1", "1")))).bytes();
        QVERIFY(!readXlsx(bytes, [](int, int) { return false; }));
        int last = 0;
        QVERIFY(readXlsx(bytes, [&last](int done, int all) {
            last = done;
            return done <= all;
        }));
        QCOMPARE(last, 1);
    }

    void truncatedFilesAreRefused()
    {
        const QByteArray bytes = XlsxMaker()
                                     .styles({"0.00"})
                                     .sheet("表", data(row(1, n("A1", "1", 1) + f("B1", "A1"))))
                                     .bytes();
        QVERIFY(readXlsx(bytes));
        for (qsizetype size = 0; size < bytes.size(); size += 97)
            QVERIFY(!readXlsx(bytes.first(size)));
    }

    void damageInsideIsSurvived()
    {
        const QByteArray part
            = XlsxMaker::worksheet("<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>"
                + data(row(1, t("A1", "项目") + n("B1", "1.5", 1) + f("C1", "SUM(A1:B3)*2"))
                    + row(3, n("A3", "2") + f("B3", "ROUND(A3/3,2)")))
                + "<mergeCells><mergeCell ref=\"A1:A3\"/></mergeCells>");
        std::mt19937 random(3);
        for (int i = 0; i < 3000; ++i) {
            QByteArray damaged = part;
            for (unsigned count = 1 + random() % 3; count > 0; --count) {
                const auto at = qsizetype(random() % unsigned(damaged.size()));
                damaged[at] = char(damaged[at] ^ char(1 << (random() % 8)));
            }
            const auto manuscript
                = readXlsx(XlsxMaker().styles({"0.00"}).part("表", damaged).bytes());
            if (!manuscript)
                QVERIFY(!manuscript.error().message.isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(TestXlsxReader)
#include "tst_xlsx_reader.moc"
