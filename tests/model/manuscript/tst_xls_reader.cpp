#include "model/manuscript/readers/xls_reader.h"
#include "tests/model/manuscript/xls_maker.h"

#include <QRandomGenerator>
#include <QTest>

using namespace mz;

namespace {

/// Rows as [a|b|c]; spans as "text@rows,columns"; grids after their sheet's name.
QString outline(const Manuscript &manuscript)
{
    QString text;
    for (const ManuscriptBlock &block : manuscript.blocks) {
        text += block.place.sheet;
        for (const auto &row : block.grid().rows) {
            QStringList cells;
            for (const GridCell &cell : row) {
                const QString spans = cell.rowSpan == 1 && cell.columnSpan == 1
                    ? QString()
                    : QStringLiteral("@%1,%2").arg(cell.rowSpan).arg(cell.columnSpan);
                cells << cell.text + spans;
            }
            text += u'[' + cells.join(u'|') + u']';
        }
    }
    return text;
}

QString shown(const QByteArray &records, const QByteArray &globals = {})
{
    const auto manuscript
        = readXlsStream(workbookStream(globals, {{QStringLiteral("S"), records}}));
    return manuscript ? outline(*manuscript) : "Error: " + manuscript.error().message;
}

QByteArray cell(int row, int column, int style = 0) { return u16(row) + u16(column) + u16(style); }
QByteArray number(int row, int column, double value, int style = 0)
{
    return record(0x203, cell(row, column, style) + f64(value));
}
QByteArray label(int row, int column, const QString &text)
{
    return record(0x204, cell(row, column) + wideText(text));
}
QByteArray sharedLabel(int row, int column, quint32 index)
{
    return record(0xFD, cell(row, column) + u32(index));
}
QByteArray formula(int row, int column, const QByteArray &result, int style = 0)
{
    return record(0x06, cell(row, column, style) + result + u16(0) + u32(0) + u16(0));
}
QByteArray style(int format) { return record(0xE0, u16(0) + u16(format) + QByteArray(16, '\0')); }

/// Two styles: General, and amounts with two decimals.
QByteArray twoStyles()
{
    return record(0x41E, u16(164) + wideText(QStringLiteral("#,##0.00"))) + style(0) + style(164);
}

QByteArray sample()
{
    QByteArray texts = u32(3) + u32(3) + wideText(QStringLiteral("收入支出决算总表")) + u16(4)
        + u8(8) + u16(1) + QByteArray("unit") + u32(0) + u16(2) + u8(5) + u32(6)
        + utf16(QStringLiteral("万元")) + QByteArray(6, 'r');
    QByteArray records = sharedLabel(0, 0, 0) + sharedLabel(1, 0, 1) + sharedLabel(1, 1, 2);
    for (int row = 2; row < 40; ++row)
        records += number(row, 0, row * 1.25, 1) + label(row, 1, QStringLiteral("项目"))
            + formula(row, 2, f64(row * 1000.0), 1);
    records += record(0xE5, u16(1) + u16(0) + u16(0) + u16(0) + u16(2));
    return workbookStream(twoStyles() + record(0xFC, texts), {{QStringLiteral("表一"), records}});
}

}  // namespace

class TestXlsReader : public QObject
{
    Q_OBJECT
private slots:
    void everyKindOfCellIsShown_data();
    void everyKindOfCellIsShown();
    void aWorkbookIsReadSheetBySheet();
    void sharedTextsRunOverRecords();
    void mergedAndHiddenCells();
    void formatsAndDates();
    void everyRowKnowsItsPlace();
    void whatCannotBeReadIsToldInASentence();
    void claimsOfHugeNumbersAreNotBelieved();
    void readingCanBeStopped();
    void everyTruncationEnds();
    void everyDamageEnds();
};

void TestXlsReader::everyKindOfCellIsShown_data()
{
    QTest::addColumn<QByteArray>("records");
    QTest::addColumn<QString>("expected");
    const QByteArray special = u16(0) + u32(0);
    QTest::newRow("number") << number(0, 0, 922.207) << "S[922.207]";
    QTest::newRow("numbers out of order")
        << number(1, 1, 4) + number(0, 1, 2) + number(1, 0, 3) + number(0, 0, 1) << "S[1|2][3|4]";
    QTest::newRow("twice in one place") << number(0, 0, 1) + number(0, 0, 2) << "S[2]";
    QTest::newRow("short numbers") << record(0x27E, cell(0, 0) + u32((125 << 2) | 3))
            + record(0x27E, cell(0, 1) + u32((quint32(-7) << 2) | 2))
            + record(0x27E, cell(0, 2) + u32(0x3FF80000))
                                   << "S[1.25|-7|1.5]";
    QTest::newRow("several numbers") << record(
        0xBD, u16(0) + u16(1) + u16(0) + u32((1 << 2) | 2) + u16(0) + u32((2 << 2) | 2) + u16(2))
                                     << "S[1|2]";
    QTest::newRow("texts") << label(0, 0, "收入")
            + record(0xD6, cell(0, 1) + u16(2) + u8(0) + QByteArray("ab") + u16(1) + u32(0))
                           << "S[收入|ab]";
    QTest::newRow("truth and errors")
        << record(0x205, cell(0, 0) + u8(1) + u8(0)) + record(0x205, cell(0, 1) + u8(7) + u8(1))
        << "S[TRUE|#DIV/0!]";
    QTest::newRow("formulas") << formula(0, 0, f64(12.5)) + formula(0, 1, special + u16(0xFFFF))
            + record(0x207, wideText(QStringLiteral("合计")))
            + formula(0, 2, u8(1) + u8(0) + u8(0) + QByteArray(3, '\0') + u16(0xFFFF))
            + formula(0, 3, u8(2) + u8(0) + u8(0x17) + QByteArray(3, '\0') + u16(0xFFFF))
            + formula(0, 4, u8(3) + QByteArray(5, '\0') + u16(0xFFFF))
            + number(0, 5, 6) << "S[12.5|合计|FALSE|#REF!||6]";
    QTest::newRow("a formula shared before its text") << formula(0, 0, special + u16(0xFFFF))
            + record(0x4BC, QByteArray(10, '\0')) + record(0x207, wideText(QStringLiteral("甲")))
                                                      << "S[甲]";
    QTest::newRow("text without a formula") << record(0x207, wideText(QStringLiteral("甲"))) << "";
    QTest::newRow("records of a chart inside") << number(0, 0, 1)
            + record(0x809, u16(0x600) + u16(0x20)) + number(0, 1, 2) + record(0x0A, {})
            + number(0, 2, 3) << "S[1||3]";
    QTest::newRow("zeros not shown") << record(0x23E, u16(0x06A6)) + number(0, 0, 0)
            + number(0, 1, 1) + number(0, 2, 0)
            + number(0, 3, 2) << "S[1||2]";
    QTest::newRow("cut to what shows anything")
        << number(5, 3, 1) + number(7, 4, 2) << "S[1|][|][|2]";
    QTest::newRow("no cells") << QByteArray() << "";
    QTest::newRow("no such shared text") << sharedLabel(0, 0, 5) + number(0, 1, 1) << "S[1]";
}

void TestXlsReader::everyKindOfCellIsShown()
{
    QFETCH(QByteArray, records);
    QTEST(shown(records), "expected");
}

void TestXlsReader::aWorkbookIsReadSheetBySheet()
{
    const QByteArray stream = workbookStream({},
        {{QStringLiteral("表一"), number(0, 0, 1)}, {QStringLiteral("图"), {}, 0, 2},
            {QStringLiteral("藏"), number(0, 0, 2), 1}, {QStringLiteral("空"), {}},
            {QStringLiteral("表二"), number(0, 0, 3)}});
    const auto manuscript = readXls(oleFile({{QStringLiteral("Workbook"), stream}}));
    QVERIFY2(manuscript, qPrintable(manuscript ? QString() : manuscript.error().text()));
    QCOMPARE(outline(*manuscript), QString("表一[1]表二[3]"));
    QCOMPARE(manuscript->notes.size(), size_t(1));
    QCOMPARE(manuscript->notes.front().place.sheet, QString("藏"));
    QVERIFY(!manuscript->notes.front().lost);
}

void TestXlsReader::sharedTextsRunOverRecords()
{
    // The first goes on with another width, the second begins behind its length.
    const QByteArray first = u32(3) + u32(3) + u16(6) + u8(1) + utf16(QStringLiteral("收入"));
    const QByteArray second = u8(0) + QByteArray("2023") + u16(2) + u8(1);
    const QByteArray third = u8(1) + utf16(QStringLiteral("支出")) + u16(3) + u8(8) + u16(2)
        + QByteArray("abc") + u32(0);
    const QByteArray fourth = u32(0) + wideText(QStringLiteral("完"));
    const QByteArray globals
        = record(0xFC, first) + record(0x3C, second) + record(0x3C, third) + record(0x3C, fourth);
    QCOMPARE(shown(sharedLabel(0, 0, 0) + sharedLabel(0, 1, 1) + sharedLabel(0, 2, 2)
                     + sharedLabel(0, 3, 3),
                 globals),
        QString("S[收入2023|支出|abc|完]"));
}

void TestXlsReader::mergedAndHiddenCells()
{
    QByteArray records;
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 4; ++column)
            records += number(row, column, row * 10 + column);
    records += record(
        0xE5, u16(2) + u16(0) + u16(1) + u16(0) + u16(1) + u16(2) + u16(2) + u16(1) + u16(3));
    const QByteArray hidden
        = record(0x208, u16(3) + u16(0) + u16(4) + u16(255) + u32(0) + u32(0x20))
        + record(0x7D, u16(2) + u16(2) + u16(2000) + u16(0) + u16(1) + u16(0));
    QCOMPARE(shown(records), QString("S[0@2,2|2|3][12|13][20|21@1,3][30|31|32|33]"));
    const auto manuscript
        = readXlsStream(workbookStream({}, {{QStringLiteral("S"), records + hidden}}));
    QVERIFY(manuscript);
    QCOMPARE(outline(*manuscript), QString("S[0@2,2|3][13][20|21@1,2]"));
    QCOMPARE(manuscript->notes.size(), size_t(1));
}

void TestXlsReader::formatsAndDates()
{
    QCOMPARE(
        shown(number(0, 0, 1234.5, 1) + number(0, 1, 1234.5, 0) + number(0, 2, 0, 1), twoStyles()),
        QString("S[1,234.50|1234.5|0.00]"));
    const QByteArray date
        = record(0x41E, u16(165) + wideText(QStringLiteral("yyyy-mm-dd"))) + style(165);
    QCOMPARE(shown(number(0, 0, 45291), date), QString("S[2023-12-31]"));
    QCOMPARE(
        shown(number(0, 0, 45291 - 1462), date + record(0x22, u16(1))), QString("S[2023-12-31]"));
}

void TestXlsReader::everyRowKnowsItsPlace()
{
    const auto manuscript = readXlsStream(
        workbookStream({}, {{QStringLiteral("表一"), number(4, 0, 1) + number(6, 0, 2)}}));
    QVERIFY(manuscript);
    const ManuscriptBlock &block = manuscript->blocks.front();
    QVERIFY(block.grid().spansKnown);
    QCOMPARE(block.place, (SourcePlace{5, 0, QStringLiteral("表一")}));
    QCOMPARE(block.rowPlaces.size(), size_t(3));
    QCOMPARE(block.rowPlaces.back(), (SourcePlace{7, 0, QStringLiteral("表一")}));
}

void TestXlsReader::whatCannotBeReadIsToldInASentence()
{
    QVERIFY(shown({}, record(0x2F, QByteArray(54, '\1'))).contains("password"));
    QByteArray old = sample();
    old[5] = 5;
    QVERIFY(readXlsStream(old).error().message.contains("Excel 95"));
    const auto book = readXls(oleFile({{QStringLiteral("Book"), QByteArray(10, 'x')}}));
    QVERIFY(book.error().message.contains("Excel 95"));
    QVERIFY(!readXlsStream({}));
    QVERIFY(!readXls({}));
    QByteArray elsewhere = sample();
    putNumber(elsewhere, elsewhere.indexOf(record(0x85, {}).first(2) + u16(12)) + 4, 0x7FFFFFFF);
    QVERIFY(!readXlsStream(elsewhere));
}

void TestXlsReader::claimsOfHugeNumbersAreNotBelieved()
{
    const QByteArray texts
        = record(0xFC, u32(0xFFFFFFFF) + u32(0xFFFFFFFF) + wideText(QStringLiteral("甲")));
    QCOMPARE(shown(sharedLabel(0, 0, 0), texts), QString("S[甲]"));
    QCOMPARE(shown(sharedLabel(0, 0, 0),
                 record(0xFC,
                     u32(1) + u32(1) + u16(0xFFFF) + u8(0x0D) + u16(0xFFFF) + u32(0xFFFFFFFF)
                         + utf16(QStringLiteral("甲")))),
        QString("S[甲]"));
    QCOMPARE(shown(number(0, 0, 1)
                 + record(0xE5, u16(0xFFFF) + u16(0) + u16(0xFFFF) + u16(0) + u16(0xFFFF))),
        QString("S[1]"));
    QVERIFY(shown(QByteArray(number(0, 0, 1)).repeated(2'100'000)).startsWith("Error: "));
    // One text in two million places is as long as two million texts.
    const QByteArray longOne
        = record(0xFC, u32(1) + u32(1) + u16(8000) + u8(0) + QByteArray(8000, 'a'));
    QVERIFY(shown(sharedLabel(0, 0, 0).repeated(20'000), longOne).startsWith("Error: "));
    // Sheets that all stand in one place are read no longer than the stream.
    std::vector<XlsTestSheet> sheets(5000, {QStringLiteral("S"), {}});
    sheets.back().records = number(0, 0, 1).repeated(1000);
    QByteArray stream = workbookStream({}, sheets);
    QVERIFY(readXlsStream(stream));
    const auto entry = [](int index) { return 20 + 14 * index + 4; };
    const auto last = qFromLittleEndian<quint32>(stream.constData() + entry(4999));
    for (int i = 0; i < 4999; ++i)
        putNumber(stream, entry(i), last);
    QVERIFY(!readXlsStream(stream));
}

void TestXlsReader::readingCanBeStopped()
{
    const auto manuscript = readXlsStream(sample(), [](int, int) { return false; });
    QVERIFY(!manuscript);
    QCOMPARE(manuscript.error(), readingStopped());
}

void TestXlsReader::everyTruncationEnds()
{
    const QByteArray stream = sample();
    const auto whole = readXlsStream(stream);
    QVERIFY(whole);
    QVERIFY(
        outline(*whole).startsWith("表一[收入支出决算总表@1,3][unit|万元|][2.50|项目|2,000.00]"));
    const auto isTold = [](const Result<Manuscript> &result) {
        return result.has_value() || !result.error().message.isEmpty();
    };
    for (qsizetype size = 0; size < stream.size(); size += 97)
        QVERIFY(isTold(readXlsStream(stream.left(size))));
    const QByteArray file = oleFile({{QStringLiteral("Workbook"), stream}});
    for (qsizetype size = 0; size < file.size(); size += 97)
        QVERIFY(isTold(readXls(file.left(size))));
}

void TestXlsReader::everyDamageEnds()
{
    const QByteArray stream = sample();
    QRandomGenerator random(2024);
    for (int round = 0; round < 3000; ++round) {
        QByteArray damaged = stream;
        for (int i = 0; i < 6; ++i)
            damaged[random.bounded(quint32(damaged.size()))] = char(random.bounded(256));
        if (const auto manuscript = readXlsStream(damaged))
            QVERIFY(manuscript->blocks.size() < 10);
    }
}

QTEST_GUILESS_MAIN(TestXlsReader)
#include "tst_xls_reader.moc"
