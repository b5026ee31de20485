#include "model/domain/csv.h"
#include "model/manuscript/readers/text_reader.h"
#include "model/manuscript/writers/csv_writer.h"
#include "model/manuscript/writers/text_writer.h"

#include <QRandomGenerator>
#include <QTest>

using namespace mz;

namespace {

using Rows = std::vector<std::vector<QString>>;

TextGrid gridOf(const Rows &rows)
{
    TextGrid grid;
    for (const auto &row : rows) {
        grid.rows.emplace_back();
        for (const QString &text : row)
            grid.rows.back().push_back({text, 1, 1});
    }
    return grid;
}

/// The cells of all grids, row by row.
Rows rowsOf(const Manuscript &manuscript)
{
    Rows rows;
    for (const ManuscriptBlock &block : manuscript.blocks) {
        if (block.isParagraph())
            continue;
        for (const auto &row : block.grid().rows) {
            rows.emplace_back();
            for (const GridCell &cell : row)
                rows.back().push_back(cell.text);
        }
    }
    return rows;
}

Rows writtenAndRead(const TextGrid &grid)
{
    return rowsOf(readText(writeText(Manuscript{{{grid, {}, {}}}})));
}

/// What the text of a cell stays whatever file it passes through.
QString words(const QString &text) { return text.simplified(); }

}  // namespace

class TestManuscriptWriters : public QObject
{
    Q_OBJECT
private slots:
    void textIsReadBack_data();
    void textIsReadBack();
    void aSpanningCellIsWrittenOnceAndBlankBelow();
    void paragraphsAndGridsKeepTheirOrder();
    void randomGridsAreReadBack();
    void csvIsReadBack();
    void aSpanningCellFillsItsFirstPlaceInCsv();
    void csvBeginsWithAMarkAndEndsItsLines();
    void noCellBecomesAFormula_data();
    void noCellBecomesAFormula();
    void amountsAreNoFormulas_data();
    void amountsAreNoFormulas();
};

void TestManuscriptWriters::textIsReadBack_data()
{
    QTest::addColumn<QString>("cell");
    QTest::newRow("blank") << "";
    QTest::newRow("an amount") << "3,618.79";
    QTest::newRow("an ideographic space") << "　";
    QTest::newRow("indented") << "  行政运行";
    QTest::newRow("two lines") << "公务用车\n购置费";
    QTest::newRow("a blank line inside") << "批复规模\n\n（㎡）";
    QTest::newRow("a line of spaces inside") << "批复规模\n \n（㎡）";
    QTest::newRow("a line end behind") << "批复规模\n";
    QTest::newRow("line ends behind") << "批复规模\n\n";
    QTest::newRow("a line end before") << "\n批复规模";
    QTest::newRow("a tab inside") << "批复\t规模";
    QTest::newRow("a tab at the beginning of a line") << "批复\n\t规模";
    QTest::newRow("line ends of Windows") << "批复\r\n规模";
}

void TestManuscriptWriters::textIsReadBack()
{
    QFETCH(QString, cell);
    // Between two cells, above and below other rows: nothing else may move.
    const Rows rows = writtenAndRead(gridOf({{"甲", "乙", "丙"}, {"一", cell, "三"}, {"丁"}}));
    QCOMPARE(rows.size(), 3U);
    QCOMPARE(rows[0], (std::vector<QString>{"甲", "乙", "丙"}));
    QCOMPARE(rows[1].size(), 3U);
    QCOMPARE(rows[1][0], QString("一"));
    QCOMPARE(words(rows[1][1]), words(cell));
    QCOMPARE(rows[1][2], QString("三"));
    QCOMPARE(rows[2], std::vector<QString>{"丁"});
}

void TestManuscriptWriters::aSpanningCellIsWrittenOnceAndBlankBelow()
{
    TextGrid grid;
    grid.rows = {
        {{"项目", 1, 2}, {"合计", 2, 1}, {"支出", 1, 2}},
        {{"编码", 1, 1}, {"名称", 1, 1}, {"基本", 1, 1}, {"项目", 1, 1}},
    };
    QCOMPARE(writtenAndRead(grid),
        (Rows{{"项目", "合计", "支出"}, {"编码", "名称", "", "基本", "项目"}}));
}

void TestManuscriptWriters::paragraphsAndGridsKeepTheirOrder()
{
    Manuscript manuscript;
    manuscript.blocks.push_back({QString("附件1"), {}, {}});
    manuscript.blocks.push_back({gridOf({{"一"}, {"二"}}), {}, {}});
    manuscript.blocks.push_back({QString("注：短"), {}, {}});
    manuscript.blocks.push_back({gridOf({{"三"}}), {}, {}});
    manuscript.blocks.push_back({QString("（完）"), {}, {}});
    manuscript.blocks.push_back({gridOf({{"四"}}), {}, {}});
    const Manuscript again = readText(writeText(manuscript));
    QCOMPARE(again.blocks.size(), manuscript.blocks.size());
    for (size_t i = 0; i < again.blocks.size(); ++i) {
        QCOMPARE(again.blocks[i].isParagraph(), manuscript.blocks[i].isParagraph());
        if (again.blocks[i].isParagraph())
            QCOMPARE(again.blocks[i].paragraph(), manuscript.blocks[i].paragraph());
        else
            QCOMPARE(again.blocks[i].grid().rows, manuscript.blocks[i].grid().rows);
    }
}

void TestManuscriptWriters::randomGridsAreReadBack()
{
    QRandomGenerator random(4711);
    const QStringList texts{
        "", "合计", "　", "0.00", "公务用车\n购置费", " 行政运行", "3,618.79　"};
    for (int round = 0; round < 300; ++round) {
        Rows rows;
        for (int row = random.bounded(1, 8); row > 0; --row) {
            rows.emplace_back();
            for (int cell = random.bounded(1, 9); cell > 0; --cell)
                rows.back().push_back(texts[random.bounded(int(texts.size()))]);
        }
        QCOMPARE(writtenAndRead(gridOf(rows)), rows);
    }
}

void TestManuscriptWriters::csvIsReadBack()
{
    const Rows rows{{"项目", "决算数"}, {"一、一般公共服务支出", "3,374.28"}, {"说“是”", "a\"b\""},
        {"公务用车\n购置费", ""}, {"", "0.00"}};
    std::vector<QStringList> expected;
    for (const auto &row : rows)
        expected.emplace_back(row.begin(), row.end());
    QCOMPARE(parseCsv(QString::fromUtf8(writeCsv(gridOf(rows)))), expected);
}

void TestManuscriptWriters::aSpanningCellFillsItsFirstPlaceInCsv()
{
    TextGrid grid;
    grid.rows = {
        {{"项目", 1, 2}, {"合计", 2, 1}, {"支出", 1, 2}},
        {{"编码", 1, 1}, {"名称", 1, 1}, {"基本", 1, 1}, {"项目", 1, 1}},
        {{"合计", 1, 2}, {"1", 1, 1}, {"2", 1, 1}, {"3", 1, 1}},
    };
    const std::vector<QStringList> expected{{"项目", "", "合计", "支出", ""},
        {"编码", "名称", "", "基本", "项目"}, {"合计", "", "1", "2", "3"}};
    QCOMPARE(parseCsv(QString::fromUtf8(writeCsv(grid))), expected);
}

void TestManuscriptWriters::csvBeginsWithAMarkAndEndsItsLines()
{
    QCOMPARE(writeCsv(gridOf({{"甲", "1"}, {"乙"}})), QByteArray("\xEF\xBB\xBF甲,1\r\n乙\r\n"));
    QCOMPARE(writeCsv({}), QByteArray("\xEF\xBB\xBF"));
}

void TestManuscriptWriters::noCellBecomesAFormula_data()
{
    QTest::addColumn<QString>("cell");
    for (const char *cell :
        {"=1+1", "=HYPERLINK(\"http://x\",\"y\")", "+1+cmd|' /C calc'!A0", "-1+cmd|' /C calc'!A0",
            "-2+3", "-.5*A1", "-A1", "@SUM(A1)", "\t=1+1", "\r=1+1", "＝1+1", "＋1", "＠SUM(A1)"})
        QTest::newRow(cell) << QString(cell);
}

void TestManuscriptWriters::noCellBecomesAFormula()
{
    QFETCH(QString, cell);
    const auto lines = parseCsv(QString::fromUtf8(writeCsv(gridOf({{cell}}))));
    QCOMPARE(lines.size(), 1U);
    QVERIFY2(lines.front().front().startsWith(u'\''), qPrintable(lines.front().front()));
}

void TestManuscriptWriters::amountsAreNoFormulas_data()
{
    QTest::addColumn<QString>("cell");
    for (const char *cell : {"", "-", "—", "0.00", "-3.20", "-1,234.50", "-.5", "(1.20)", "a=b"})
        QTest::newRow(cell) << QString(cell);
}

void TestManuscriptWriters::amountsAreNoFormulas()
{
    QFETCH(QString, cell);
    const auto lines = parseCsv(QString::fromUtf8(writeCsv(gridOf({{cell, "x"}}))));
    QCOMPARE(lines.front().front(), cell);
}

QTEST_GUILESS_MAIN(TestManuscriptWriters)

#include "tst_manuscript_writers.moc"
