#include "model/manuscript/readers/text_reader.h"

#include <QStringEncoder>
#include <QTest>

using namespace mz;

namespace {

/// The document in one line: paragraphs as they are, rows as [a|b|c].
QString outline(const Manuscript &manuscript)
{
    QStringList parts;
    for (const ManuscriptBlock &block : manuscript.blocks) {
        if (block.isParagraph()) {
            parts << block.paragraph();
            continue;
        }
        for (const auto &row : block.grid().rows) {
            QStringList cells;
            for (const GridCell &cell : row)
                cells << cell.text;
            parts << u'[' + cells.join(u'|') + u']';
        }
    }
    return parts.join(u' ').replace(u'\n', u'/');
}

QByteArray encoded(const QString &text, QStringEncoder encoder)
{
    const QByteArray bytes = encoder.encode(text);
    Q_ASSERT(!encoder.hasError());
    return bytes;
}

const QString sentence = QStringLiteral("第一部分 单位：万元\n\t922.207\n\t　0.00　\n");

}  // namespace

class TestTextReader : public QObject
{
    Q_OBJECT
private slots:
    void textBecomesParagraphsAndRows_data();
    void textBecomesParagraphsAndRows();
    void everyBlockKnowsItsLine();
    void rowsMayBeLinesWithTabs();
    void cellsMayStandApartBySpaces();
    void whatIsNotAlignedStaysText();
    void whatIsLongerThanAnyReportIsCut_data();
    void whatIsLongerThanAnyReportIsCut();
    void spansAreNotKnown();
    void everyCommonEncodingIsDecoded_data();
    void everyCommonEncodingIsDecoded();
    void whatIsNotTextIsRefused_data();
    void whatIsNotTextIsRefused();
    void allBytesOfAnyKindGiveTextOrASentence();
    void longInputTakesTimeInProportion_data();
    void longInputTakesTimeInProportion();
};

void TestTextReader::textBecomesParagraphsAndRows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("blank lines") << "\n \n\n"
                                 << "";
    QTest::newRow("a paragraph a line") << "甲\n乙\n"
                                        << "甲 乙";
    QTest::newRow("no line end at the end") << "甲\n\t乙"
                                            << "甲 [乙]";
    QTest::newRow("a cell a line") << "\t一\n\t二\n\n\t三\n"
                                   << "[一|二] [三]";
    QTest::newRow("blank cells count") << "\t\n\t\n\t三\n"
                                       << "[||三]";
    QTest::newRow("cells parted by tabs") << "\t一\t二\t\t四\n"
                                          << "[一|二||四]";
    QTest::newRow("a cell over lines") << "\t公务用车\n购置费\n\t小计\n"
                                       << "[公务用车/购置费|小计]";
    QTest::newRow("an ideographic space alone is text of the cell") << "\t部门\n　\n\t万元\n"
                                                                    << "[部门/　|万元]";
    QTest::newRow("ideographic spaces around a figure stay") << "\t3618.79　\n\t　42.44\n"
                                                             << "[3618.79　|　42.44]";
    QTest::newRow("many blank lines part one row") << "\t一\n\n\n\n\t二\n"
                                                   << "[一] [二]";
    QTest::newRow("a paragraph ends the table") << "\t一\n\n注：甲乙丙丁戊己庚\n\t二\n"
                                                << "[一] 注：甲乙丙丁戊己庚 [二]";
    QTest::newRow("a cell that holds a blank line") << "\t指标\n\t批复规模\n\n（㎡）\n\t实际规模\n"
                                                    << "[指标|批复规模/（㎡）|实际规模]";
    QTest::newRow("noise in a paragraph") << "[bookmark: _Toc1][bookmark: _Toc2]1.资金管理\n"
                                          << "1.资金管理";
    QTest::newRow("noise in a cell") << "\t[bookmark: RANGE!A1:I34]明细表\n"
                                     << "[明细表]";
    QTest::newRow("noise alone") << "甲\n[bookmark: _Toc1]\n乙\n"
                                 << "甲 乙";
    QTest::newRow("noise without an end stays") << "[bookmark: _Toc1 资金\n"
                                                << "[bookmark: _Toc1 资金";
    QTest::newRow("other brackets stay") << "[注] 湘财绩〔2020〕7号\n"
                                         << "[注] 湘财绩〔2020〕7号";
    QTest::newRow("line ends of Windows") << "甲\r\n\t一\r\n\t二\r\n\r\n\t三\r\n"
                                          << "甲 [一|二] [三]";
}

void TestTextReader::textBecomesParagraphsAndRows()
{
    QFETCH(QString, text);
    QTEST(outline(readText(text)), "expected");
}

void TestTextReader::everyBlockKnowsItsLine()
{
    const Manuscript manuscript = readText(u"甲\n\n乙\n\n\t一\n\t二\n\n\t三\n\n\n丙丁戊己庚辛壬\n");
    QCOMPARE(manuscript.blocks.size(), 4U);
    QCOMPARE(manuscript.blocks[0].place, (SourcePlace{1, 0}));
    QCOMPARE(manuscript.blocks[1].place, (SourcePlace{3, 0}));
    QCOMPARE(manuscript.blocks[2].place, (SourcePlace{5, 0}));
    QCOMPARE(manuscript.blocks[2].rowPlaces,
        (std::vector<SourcePlace>{SourcePlace{5, 0}, SourcePlace{8, 0}}));
    QCOMPARE(manuscript.blocks[3].place, (SourcePlace{11, 0}));
}

void TestTextReader::whatIsLongerThanAnyReportIsCut_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("paragraphs") << QString("甲\n").repeated(mostTextLines + 10);
    QTest::newRow("rows") << QString("\t1\n\n").repeated(mostTextLines + 10);
    QTest::newRow("rows in lines") << QString("1\t2\t3\n").repeated(mostTextLines + 10);
    QTest::newRow("cells") << QString("1\t").repeated(5000) + "\n甲\n"
            + QString("\t1").repeated(5000);
}

void TestTextReader::whatIsLongerThanAnyReportIsCut()
{
    QFETCH(QString, text);
    const Manuscript manuscript = readText(text);
    QCOMPARE(manuscript.notes.size(), size_t(1));
    QVERIFY(manuscript.notes.front().lost);
    QVERIFY(manuscript.blocks.size() <= size_t(mostTextLines) + 1);
}

void TestTextReader::cellsMayStandApartBySpaces()
{
    const Manuscript manuscript
        = readText(u"支出决算表\n"
                   "部门：某局        单位：万元\n"
                   "项目                        本年支出\n"
                   "编码     名称               合计      基本支出  项目支出\n"
                   "合计                           10.50      8.00\n"
                   "201      一般公共服务支出       7.50      5.00\n"
                   "20103    政府办公厅             7.50      5.00\n"
                   "2010301  行政运行               5.00      5.00\n"
                   "2010302  一般行政管理           2.50\n"
                   "208      社会保障支出           3.00      3.00\n"
                   "注：本表。\n");
    QCOMPARE(manuscript.blocks.size(), size_t(4));
    const TextGrid &grid = manuscript.blocks[2].grid();
    QCOMPARE(grid.rows.size(), size_t(8));
    QStringList row;
    for (const GridCell &cell : grid.rows[6])
        row << cell.text;
    QCOMPARE(row, (QStringList{"2010302", "一般行政管理", "2.50", "", ""}));
    QCOMPARE(grid.rows[1][4].text, QString("项目支出"));
    QCOMPARE(manuscript.blocks[2].rowPlaces[2].line, 5);
}

void TestTextReader::whatIsNotAlignedStaysText()
{
    // As some converters count it, an ideograph is as wide as a digit.
    const Manuscript manuscript
        = readText(u"一、一般公共预算收入  307.82  一、一般公共服务支出  264.87\n"
                   "二、基金收入        1.00  二、外交支出      2.00\n"
                   "三、国有资本经营预算拨款收入  3.00  三、国防支出  4.00\n"
                   "四、上级补助收入  5.00  四、公共安全支出  6.00\n"
                   "五、事业收入  7.00  五、教育支出  8.00\n"
                   "六、经营收入  9.00  六、科学技术支出  1.00\n");
    QCOMPARE(manuscript.blocks.size(), size_t(6));
    QVERIFY(std::all_of(manuscript.blocks.begin(), manuscript.blocks.end(),
        [](const ManuscriptBlock &block) { return block.isParagraph(); }));
}

void TestTextReader::rowsMayBeLinesWithTabs()
{
    const Manuscript manuscript = readText(
        u"支出决算表\r\n部门：某局\t单位：万元\r\n编码\t名称\t合计\r\n\t\t1\r\n合计\t\t5.00\r\n"
        "201\t一般\t5.00\r\n\r\n注：说明。\r\n");
    QCOMPARE(manuscript.blocks.size(), size_t(4));
    QCOMPARE(manuscript.blocks[1].paragraph(), QString("部门：某局\t单位：万元"));
    const TextGrid &grid = manuscript.blocks[2].grid();
    QCOMPARE(grid.rows.size(), size_t(4));
    QCOMPARE(grid.rows[1].size(), size_t(3));
    QCOMPARE(grid.rows[2][2].text, QString("5.00"));
    QCOMPARE(manuscript.blocks[2].rowPlaces[3].line, 6);
    QCOMPARE(manuscript.blocks[3].paragraph(), QString("注：说明。"));
}

void TestTextReader::spansAreNotKnown()
{
    const Manuscript manuscript = readText(u"\t一\n\t二\n");
    QCOMPARE(manuscript.blocks.size(), 1U);
    QVERIFY(!manuscript.blocks.front().grid().spansKnown);
}

void TestTextReader::everyCommonEncodingIsDecoded_data()
{
    using Encoding = QStringConverter::Encoding;
    const auto withMark = QStringConverter::Flag::WriteBom;
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("UTF-8") << sentence.toUtf8();
    QTest::newRow("UTF-8 with a mark") << QByteArray("\xEF\xBB\xBF") + sentence.toUtf8();
    QTest::newRow("UTF-16, low byte first")
        << encoded(sentence, QStringEncoder(Encoding::Utf16LE, withMark));
    QTest::newRow("UTF-16, high byte first")
        << encoded(sentence, QStringEncoder(Encoding::Utf16BE, withMark));
    QTest::newRow("UTF-32") << encoded(sentence, QStringEncoder(Encoding::Utf32LE, withMark));
    QTest::newRow("GB18030") << encoded(sentence, QStringEncoder("GB18030"));
}

void TestTextReader::everyCommonEncodingIsDecoded()
{
    QFETCH(QByteArray, bytes);
    const Result<QString> text = decodeText(bytes);
    QVERIFY2(text, text ? "" : qPrintable(text.error().text()));
    QCOMPARE(*text, sentence);
}

void TestTextReader::whatIsNotTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blank") << QByteArray(" \n\t\r\n ");
    QTest::newRow("a NUL in a text") << QByteArray("abc\0def\n", 8);
    QTest::newRow("NULs") << QByteArray(4096, '\0');
    QTest::newRow("control characters") << QByteArray(4096, '\x01');
    QTest::newRow("UTF-16 without a mark")
        << encoded(sentence, QStringEncoder(QStringConverter::Utf16LE)).append("a\0", 2);
    QTest::newRow("neither UTF-8 nor GB18030") << QByteArray("\xFF\xFF\x80\xFF\xFF\x80\x20\xFF");
}

void TestTextReader::whatIsNotTextIsRefused()
{
    QFETCH(QByteArray, bytes);
    const Result<QString> text = decodeText(bytes);
    QVERIFY(!text);
    QVERIFY(!text.error().message.isEmpty());
    QVERIFY(!text.error().message.contains(u'\n'));
}

void TestTextReader::allBytesOfAnyKindGiveTextOrASentence()
{
    quint32 seed = 20230101;
    for (int round = 0; round < 500; ++round) {
        QByteArray bytes(1 + round * 7 % 600, Qt::Uninitialized);
        for (char &byte : bytes) {
            seed = seed * 1664525 + 1013904223;
            byte = char(seed >> 24);
        }
        const Result<QString> text = decodeText(bytes);
        if (text)
            readText(*text);
        else
            QVERIFY(!text.error().message.isEmpty());
    }
}

void TestTextReader::longInputTakesTimeInProportion_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("one line of 5 million characters") << QString(5'000'000, u'预');
    QTest::newRow("one cell of 5 million characters") << u'\t' + QString(5'000'000, u'预');
    QTest::newRow("200,000 cells in one row") << QString("\t1\n").repeated(200'000);
    QTest::newRow("200,000 rows") << QString("\t1\n\n").repeated(200'000);
    QTest::newRow("200,000 lines of one cell") << "\t1\n" + QString("续行\n").repeated(200'000);
    QTest::newRow("200,000 blank lines") << QString(200'000, u'\n');
    QTest::newRow("much noise") << QString("[bookmark: _Toc1]").repeated(200'000);
    QTest::newRow("noise that never ends") << QString("[bookmark:").repeated(200'000);
    QTest::newRow("one tab after the other") << QString(1'000'000, u'\t');
}

void TestTextReader::longInputTakesTimeInProportion()
{
    QFETCH(QString, text);
    readText(text);
}

QTEST_GUILESS_MAIN(TestTextReader)

#include "tst_text_reader.moc"
