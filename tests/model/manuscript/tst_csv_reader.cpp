#include "model/domain/csv.h"
#include "model/manuscript/readers/csv_reader.h"
#include "model/manuscript/readers/reading.h"

#include <QRandomGenerator>
#include <QTest>

using namespace mz;

namespace {

QString outline(const Manuscript &manuscript)
{
    QString table;
    for (const ManuscriptBlock &block : manuscript.blocks) {
        for (const auto &row : block.grid().rows) {
            QStringList cells;
            for (const GridCell &cell : row)
                cells << cell.text;
            table += u'[' + cells.join(u'|') + u']';
        }
    }
    return table.replace(u'\n', u'/');
}

}  // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT
private slots:
    void fieldsBecomeCells_data();
    void fieldsBecomeCells();
    void everyRowKnowsItsLine();
    void whatCsvLineWritesIsReadBack();
    void aFileBeyondMeasureIsCutAndSaysSo();
    void everyInputEnds();
};

void TestCsvReader::fieldsBecomeCells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("blank") << "\n\r\n"
                           << "";
    QTest::newRow("commas") << "a,b\r\nc,\n"
                            << "[a|b][c|]";
    QTest::newRow("mark") << "\uFEFF\"a\",b"
                          << "[a|b]";
    QTest::newRow("tabs with commas in figures") << "项目\t1,234.50\n合计\t0.00"
                                                 << "[项目|1,234.50][合计|0.00]";
    QTest::newRow("semicolons") << "a;1,5\nb;2\nc;3,1"
                                << "[a|1,5][b|2][c|3,1]";
    QTest::newRow("named separator") << "sep=|\na,b|c"
                                     << "[a,b|c]";
    QTest::newRow("quotes") << "\"a,\"\"b\"\"\r\nc\",d\n\"\",e"
                            << "[a,\"b\"/c|d][|e]";
    QTest::newRow("a quote inside is a character") << "5\" x,b"
                                                   << "[5\" x|b]";
    QTest::newRow("a quote that never ends") << "a,\"b\nc,d"
                                             << "[a|\"b][c|d]";
    QTest::newRow("one column") << "a\nb"
                                << "[a][b]";
    QTest::newRow("blank lines keep their rows") << "a,b\n\nc,d\n\n"
                                                 << "[a|b][][c|d]";
    QTest::newRow("codes as text") << "=\"0010\",'=x,'a,-1"
                                   << "[0010|=x|'a|-1]";
    QTest::newRow("old line breaks") << "a,b\rc,d"
                                     << "[a|b][c|d]";
}

void TestCsvReader::fieldsBecomeCells()
{
    QFETCH(QString, text);
    QTEST(outline(readCsv(text)), "expected");
}

void TestCsvReader::everyRowKnowsItsLine()
{
    const Manuscript manuscript = readCsv(u"a,\"b\n\nc\"\n\nd,e\n");
    QCOMPARE(manuscript.blocks.size(), size_t(1));
    const ManuscriptBlock &block = manuscript.blocks.front();
    QVERIFY(!block.grid().spansKnown);
    QCOMPARE(block.place, (SourcePlace{1, 0}));
    QCOMPARE(block.rowPlaces, (std::vector<SourcePlace>{{1, 0}, {4, 0}, {5, 0}}));
}

void TestCsvReader::whatCsvLineWritesIsReadBack()
{
    const QStringList fields{"=1+1", "-x", "-1.50", "a,b", "c\nd", "\"", "", "＝甲"};
    const Manuscript manuscript = readCsv(csvLine(fields) + "\n" + csvLine(fields));
    const auto &rows = manuscript.blocks.front().grid().rows;
    QCOMPARE(rows.size(), size_t(2));
    QStringList read;
    for (const GridCell &cell : rows[1])
        read << cell.text;
    QCOMPARE(read, fields);
}

void TestCsvReader::aFileBeyondMeasureIsCutAndSaysSo()
{
    const Manuscript wide = readCsv("a,b\n" + QString(100'000, u','));
    QCOMPARE(wide.blocks.front().grid().rows.size(), size_t(1));
    QCOMPARE(wide.notes.size(), size_t(1));
    QVERIFY(wide.notes.front().lost);
    QCOMPARE(wide.notes.front().place.line, 2);

    const Manuscript endless = readCsv(QStringLiteral(",\n").repeated(1'100'000));
    QVERIFY(endless.notes.front().lost);
}

void TestCsvReader::everyInputEnds()
{
    const QString letters = QStringLiteral("\",;\t\n\r'=a1甲");
    QRandomGenerator random(2024);
    for (int round = 0; round < 2000; ++round) {
        QString text;
        for (int i = 0; i < 60; ++i)
            text += letters[random.bounded(int(letters.size()))];
        QVERIFY(readCsv(text).blocks.size() <= 1);
    }
    QCOMPARE(readCsv(QStringLiteral("\"\n").repeated(200'000)).blocks.size(), size_t(1));
    QVERIFY(readCsv(QStringLiteral("\"a\n,\"").repeated(200'000)).blocks.size() <= 1);
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csv_reader.moc"
