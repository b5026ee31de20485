#include "model/compose/composer.h"
#include "model/compose/table_layout.h"
#include "model/domain/handbook.h"

#include <QTest>

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

void addAccount(Sheet &sheet, const QString &digits)
{
    SheetRow row;
    row.key = digits;
    row.code = AccountCode::parse(digits);
    row.label = u"科目"_s + digits;
    row.indent = int(row.code.level()) - 1;
    sheet.insertRow(sheet.rowCount(), row);
}

void allForms()
{
    QTest::addColumn<QString>("kind");
    for (int i = 1; i <= 9; ++i)
        QTest::addRow("T0%d", i) << u"T0%1"_s.arg(i);
}

/// "" where the cells fill every row of a grid to one width, without overlap.
QString untiled(const TextGrid &grid, int width)
{
    std::vector<std::vector<bool>> taken(grid.rows.size(), std::vector<bool>(size_t(width)));
    for (size_t row = 0; row < grid.rows.size(); ++row) {
        size_t column = 0;
        for (const GridCell &cell : grid.rows[row]) {
            while (column < size_t(width) && taken[row][column])
                ++column;
            for (size_t r = row; r < row + size_t(cell.rowSpan); ++r) {
                for (size_t c = column; c < column + size_t(cell.columnSpan); ++c) {
                    if (r >= taken.size() || c >= size_t(width) || taken[r][c])
                        return u"row %1: “%2” does not fit"_s.arg(row).arg(cell.text);
                    taken[r][c] = true;
                }
            }
        }
        for (size_t c = 0; c < size_t(width); ++c) {
            if (!taken[row][c])
                return u"row %1, column %2 is empty"_s.arg(row).arg(c);
        }
    }
    return {};
}

}  // namespace

class TestTableLayout : public QObject
{
    Q_OBJECT

private slots:
    void theHeadingsTileTheHeadingArea_data() { allForms(); }

    void theHeadingsTileTheHeadingArea()
    {
        QFETCH(QString, kind);
        Sheet sheet = newSheet(kind);
        for (int extra = 0; extra < 3; ++extra) {
            const TableLayout layout(sheet);
            const auto columns = size_t(layout.columnCount());
            std::vector<int> covers(columns * size_t(layout.headingRows()), 0);
            for (const TableLayout::HeadingCell &cell : layout.headings()) {
                QVERIFY(cell.rowSpan > 0 && cell.columnSpan > 0);
                for (int row = cell.row; row < cell.row + cell.rowSpan; ++row) {
                    for (int column = cell.column; column < cell.column + cell.columnSpan;
                         ++column) {
                        QVERIFY(row < layout.headingRows() && column < layout.columnCount());
                        ++covers[size_t(row) * columns + size_t(column)];
                    }
                }
            }
            QVERIFY(
                std::all_of(covers.begin(), covers.end(), [](int count) { return count == 1; }));
            sheet.addColumn({u"extra%1"_s.arg(extra + 1), u"另列"_s});
        }
    }

    void everyRowOfTheGridHasTheSameWidth_data() { allForms(); }

    void everyRowOfTheGridHasTheSameWidth()
    {
        QFETCH(QString, kind);
        Sheet sheet = newSheet(kind);
        if (sheet.form->hasTree()) {
            for (const QString &code : {u"201"_s, u"20101"_s, u"2010101"_s})
                addAccount(sheet, code);
        }
        for (int step = 0; step < 3; ++step) {
            const TableLayout layout(sheet);
            const TextGrid grid = composeGrid(sheet);
            QVERIFY(grid.spansKnown);
            QCOMPARE(int(grid.rows.size()),
                layout.headingRows() + (layout.hasColumnNumbers() ? 1 : 0) + layout.rowCount());
            QCOMPARE(untiled(grid, layout.columnCount()), QString());
            // First with filler rows, then with a column that the form does not have.
            if (step == 0)
                sheet.minimumBodyRows = layout.rowCount() + 5;
            else
                sheet.addColumn({u"extra1"_s, u"另列"_s});
        }
    }

    void everyCellOfTheFormStandsInOnePlace_data() { allForms(); }

    void everyCellOfTheFormStandsInOnePlace()
    {
        QFETCH(QString, kind);
        Sheet sheet = newSheet(kind);
        if (sheet.form->hasTree())
            addAccount(sheet, u"201"_s);
        const TableLayout layout(sheet);
        std::vector<int> shown(size_t(sheet.rowCount() * sheet.columnCount()), 0);
        for (int row = 0; row < layout.rowCount(); ++row) {
            for (int column = 0; column < layout.columnCount(); ++column) {
                const TableLayout::Place place = layout.at(row, column);
                if (place.shows != Heading::Shows::Amount)
                    continue;
                QVERIFY(sheet.hasCell(place.sheetRow, place.sheetColumn));
                ++shown[size_t(place.sheetRow * sheet.columnCount() + place.sheetColumn)];
                QVERIFY(layout.find(place.sheetRow, place.sheetColumn) == std::pair(row, column));
            }
        }
        for (int row = 0; row < sheet.rowCount(); ++row) {
            for (int column = 0; column < sheet.columnCount(); ++column)
                QCOMPARE(shown[size_t(row * sheet.columnCount() + column)],
                    sheet.hasCell(row, column) ? 1 : 0);
        }
        QVERIFY(layout.find(-1, 0) == std::pair(-1, -1));
        QVERIFY(layout.find(sheet.rowCount(), 0) == std::pair(-1, -1));
        QVERIFY(layout.find(0, sheet.columnCount()) == std::pair(-1, -1));
    }

    void amountColumnsAreNumberedFromOne_data() { allForms(); }

    void amountColumnsAreNumberedFromOne()
    {
        QFETCH(QString, kind);
        const TableLayout layout(newSheet(kind));
        int number = 0;
        for (const TableLayout::Column &column : layout.columns()) {
            if (column.shows == Heading::Shows::Amount)
                QCOMPARE(column.number, ++number);
            else
                QCOMPARE(column.number, 0);
        }
        QVERIFY(number > 0);
    }

    void theFeetOfBothSidesAreLevel_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("T01") << u"T01"_s;
        QTest::newRow("T04") << u"T04"_s;
    }

    void theFeetOfBothSidesAreLevel()
    {
        QFETCH(QString, kind);
        const Sheet sheet = newSheet(kind);
        const TableLayout layout(sheet);
        const auto rowOf = [&](QStringView key, int lane) {
            const int row = sheet.rowOf(key, lane);
            for (int column = 0; column < sheet.columnCount(); ++column) {
                if (sheet.hasCell(row, column))
                    return layout.find(row, column).first;
            }
            return -1;
        };
        QCOMPARE(rowOf(u"general", 0), 0);
        QCOMPARE(rowOf(u"201", 1), 0);
        QCOMPARE(rowOf(u"total", 0), layout.rowCount() - 1);
        QCOMPARE(rowOf(u"total", 1), layout.rowCount() - 1);
        QCOMPARE(rowOf(u"year", 0), rowOf(u"year", 1));
        QCOMPARE(rowOf(u"234", 1), rowOf(u"year", 1) - 1);
        // Between the last income line and the foot there is nothing on the left.
        const int filler = rowOf(u"year", 0) - 1;
        QCOMPARE(layout.at(filler, 0).sheetRow, -1);
        QCOMPARE(layout.at(filler, 0).shows, Heading::Shows::Group);
        QCOMPARE(layout.frozenColumns(), 0);
    }

    void linesAreNumberedDownTheLeftAndThenDownTheRight()
    {
        const Sheet sheet = newSheet(u"T01"_s);
        const TableLayout layout(sheet);
        QCOMPARE(layout.rowCount(), 30);
        QCOMPARE(layout.lineNumber(sheet, 0, 0), u"1"_s);
        QCOMPARE(layout.lineNumber(sheet, 29, 0), u"30"_s);
        QCOMPARE(layout.lineNumber(sheet, 0, 1), u"31"_s);
        QCOMPARE(layout.lineNumber(sheet, 29, 1), u"60"_s);

        Sheet published = sheet;
        QStringList lines;
        for (int i = 0; i < 30; ++i)
            lines << u"第%1"_s.arg(i);
        published.printedLines = {QStringList{u"1"_s}, lines};
        QCOMPARE(layout.lineNumber(published, 3, 1), u"第3"_s);
        QCOMPARE(layout.lineNumber(published, 3, 0), u"4"_s);
    }

    void theFootOfT06SpansTwoBlocks()
    {
        const Sheet sheet = newSheet(u"T06"_s);
        const TableLayout layout(sheet);
        QCOMPARE(layout.columnCount(), 9);
        const int last = layout.rowCount() - 1;
        const int personnel = sheet.rowOf(u"personnel");
        const int common = sheet.rowOf(u"public");
        QVERIFY(layout.find(personnel, 0) == std::pair(last, 2));
        QVERIFY(layout.find(common, 0) == std::pair(last, 8));
        QCOMPARE(layout.at(last, 0).sheetRow, personnel);
        QCOMPARE(layout.at(last, 0).shows, Heading::Shows::Label);
        QCOMPARE(layout.at(last, 0).span, 2);
        QVERIFY(layout.at(last, 1).covered);
        const TableLayout::Place name = layout.at(last, 3);
        QCOMPARE(name.sheetRow, common);
        QCOMPARE(name.shows, Heading::Shows::Label);
        QCOMPARE(name.span, 5);
        for (int column = 4; column < 8; ++column)
            QVERIFY(layout.at(last, column).covered);
        QCOMPARE(layout.at(last, 8).shows, Heading::Shows::Amount);
        // Only in the foot: the row over it has an amount of its own in the middle.
        QCOMPARE(layout.at(0, 5).shows, Heading::Shows::Amount);
    }

    void t09HasTwelveColumnsUnderTwoHeadings()
    {
        const Sheet sheet = newSheet(u"T09"_s);
        const TableLayout layout(sheet);
        QCOMPARE(layout.columnCount(), 12);
        QCOMPARE(layout.rowCount(), 1);
        QCOMPARE(layout.headingRows(), 3);
        QCOMPARE(layout.frozenColumns(), 0);
        QStringList tops;
        for (const TableLayout::HeadingCell &cell : layout.headings()) {
            if (cell.row == 0)
                tops << u"%1 %2"_s.arg(cell.title).arg(cell.columnSpan);
        }
        QCOMPARE(tops, (QStringList{u"预算数 6"_s, u"决算数 6"_s}));
        QCOMPARE(layout.columns()[11].title, u"公务接待费"_s);
        QCOMPARE(layout.columns()[11].number, 12);
    }

    void aRowWithoutACodeCoversTheCodeColumn()
    {
        Sheet sheet = newSheet(u"T05"_s);
        addAccount(sheet, u"201"_s);
        const TableLayout layout(sheet);
        QCOMPARE(layout.frozenColumns(), 2);
        QCOMPARE(layout.at(0, 0).shows, Heading::Shows::Label);
        QVERIFY(!layout.at(0, 0).covered);
        QVERIFY(layout.at(0, 1).covered);
        QCOMPARE(layout.at(1, 0).shows, Heading::Shows::Code);
        QCOMPARE(layout.at(1, 1).shows, Heading::Shows::Label);
        QVERIFY(!layout.at(1, 1).covered);
    }

    void aCodeMayBePrintedInParts()
    {
        SheetRow row;
        row.code = AccountCode::parse(u"2010301");
        QCOMPARE(TableLayout::codeText(row, 0), u"2010301"_s);
        QCOMPARE(TableLayout::codeText(row, 1), u"201"_s);
        QCOMPARE(TableLayout::codeText(row, 2), u"03"_s);
        QCOMPARE(TableLayout::codeText(row, 3), u"01"_s);
        row.code = AccountCode::parse(u"201");
        QCOMPARE(TableLayout::codeText(row, 1), u"201"_s);
        QCOMPARE(TableLayout::codeText(row, 2), QString());
        QCOMPARE(TableLayout::codeText(row, 3), QString());
        row.code = {};
        QCOMPARE(TableLayout::codeText(row, 1), QString());
    }

    void fillerRowsKeepTheirPlace()
    {
        Sheet sheet = newSheet(u"T07"_s);
        sheet.minimumBodyRows = 6;
        const TableLayout layout(sheet);
        QCOMPARE(layout.rowCount(), 6);
        for (int row = 1; row < 6; ++row) {
            for (int column = 0; column < layout.columnCount(); ++column)
                QCOMPARE(layout.at(row, column).sheetRow, -1);
        }
    }

    void theGridPrintsWhatTheSheetPrints()
    {
        Sheet sheet = newSheet(u"T05"_s);
        for (const QString &code : {u"201"_s, u"20101"_s, u"2010101"_s})
            addAccount(sheet, code);
        sheet.setPrinted(3, 1, *Amount::parsePrinted(u"1,234.50", sheet.unit));
        sheet.setPrinted(3, 2, Amount::unreadable(), u"约三万"_s);
        const TextGrid grid = composeGrid(sheet);
        QCOMPARE(grid.rows.size(), size_t(2 + 1 + 4));
        QCOMPARE(grid.rows[0][0].text, u"项    目"_s);
        QCOMPARE(grid.rows[0][0].columnSpan, 2);
        QCOMPARE(grid.rows[2][0].text, u"栏次"_s);
        QCOMPARE(grid.rows[2][0].columnSpan, 2);
        QCOMPARE(grid.rows[2][3].text, u"3"_s);
        QCOMPARE(grid.rows[3][0].text, u"合计"_s);
        QCOMPARE(grid.rows[3][0].columnSpan, 2);
        const auto &leaf = grid.rows[6];
        QCOMPARE(leaf.size(), size_t(5));
        QCOMPARE(leaf[0].text, u"2010101"_s);
        QCOMPARE(leaf[1].text, u"    科目2010101"_s);
        QCOMPARE(leaf[2].text, QString());
        QCOMPARE(leaf[3].text, u"1,234.50"_s);
        QCOMPARE(leaf[4].text, u"约三万"_s);
    }

    void theLinesOverATableNameAgencyAndUnit()
    {
        Sheet sheet = newSheet(u"T05"_s);
        QCOMPARE(agencyLine(sheet, u"某局"_s), u"部门：某局"_s);
        QCOMPARE(unitLine(sheet), u"单位：万元"_s);
        sheet.unit = Money::Unit::Yuan;
        QCOMPARE(unitLine(sheet), u"单位：元"_s);
    }

    void aDocumentHoldsEveryTableInItsPlace()
    {
        const Report report
            = Report::fromFamily(*handbook().family(u"F1"), {u"某局"_s, 2023, {}, {}});
        const Manuscript manuscript = compose(report);
        QStringList titles;
        int grids = 0;
        for (const ManuscriptBlock &block : manuscript.blocks) {
            if (block.isParagraph()) {
                titles << block.paragraph();
            } else {
                ++grids;
                QVERIFY(!block.grid().rows.empty());
            }
        }
        QCOMPARE(grids, 9);
        QCOMPARE(titles.front(), u"第二部分 2023年度部门决算表"_s);
        qsizetype from = 0;
        for (const Sheet &sheet : report.sheets) {
            const qsizetype at = titles.indexOf(sheet.title, from);
            QVERIFY2(at >= from, qPrintable(sheet.title));
            QVERIFY(titles[at + 1].contains(u"部门：某局"_s));
            QVERIFY(titles[at + 1].contains(sheet.number));
            from = at + 1;
        }
    }
};

QTEST_GUILESS_MAIN(TestTableLayout)

#include "tst_table_layout.moc"
