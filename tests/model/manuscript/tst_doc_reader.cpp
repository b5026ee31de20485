#include "model/manuscript/readers/doc_reader.h"
#include "tests/model/manuscript/doc_maker.h"

#include <QRandomGenerator>
#include <QTest>

using namespace mz;

namespace {

/// Paragraphs as they are, rows as [a|b|c]; spans as "text@rows,columns"; a grid
/// that does not know its spans ends with a question mark.
QString outline(const Manuscript &manuscript)
{
    QStringList parts;
    for (const ManuscriptBlock &block : manuscript.blocks) {
        if (block.isParagraph()) {
            parts << block.paragraph();
            continue;
        }
        QString table;
        for (const auto &row : block.grid().rows) {
            QStringList cells;
            for (const GridCell &cell : row) {
                const QString spans = cell.rowSpan == 1 && cell.columnSpan == 1
                    ? QString()
                    : QStringLiteral("@%1,%2").arg(cell.rowSpan).arg(cell.columnSpan);
                cells << cell.text + spans;
            }
            table += u'[' + cells.join(u'|') + u']';
        }
        parts << table + (block.grid().spansKnown ? "" : "?");
    }
    return parts.join(u" ~ ").replace(u'\n', u'/');
}

QString shown(const DocMaker &maker)
{
    const auto manuscript = readDoc(maker.file());
    return manuscript ? outline(*manuscript) : "Error: " + manuscript.error().message;
}

DocTestParagraph line(const QString &text) { return {{{text + "\r"}}}; }
DocTestParagraph cell(const QString &text) { return {{{text + "\x07"}}, inTable}; }
DocTestParagraph rowEnd(const std::vector<int> &edges, const std::vector<int> &flags = {})
{
    return {{{"\x07"}}, endsRow + rowCells(edges, flags)};
}

const QByteArray hidden = u16(0x083C) + u8(1);
const QByteArray removed = u16(0x0800) + u8(1);

std::vector<DocTestParagraph> sample()
{
    std::vector<DocTestParagraph> paragraphs{line("部门决算"), line("unit")};
    for (int row = 0; row < 12; ++row) {
        paragraphs.push_back(cell("项目"));
        paragraphs.push_back({{{"1,"}, {"234"}, {"隐", hidden}, {".50\x07"}}, inTable});
        paragraphs.push_back(rowEnd({0, 1000, 2000}, {row == 0 ? 0x60 : 0x20, 0}));
    }
    paragraphs.push_back(line(QStringLiteral("\x13 PAGE \x14 3 \x15 end")));
    return paragraphs;
}

}  // namespace

class TestDocReader : public QObject
{
    Q_OBJECT
private slots:
    void paragraphsAndPiecesAreInTheirOrder();
    void whatIsNotShownIsLeftOut_data();
    void whatIsNotShownIsLeftOut();
    void tablesKeepTheirSpans_data();
    void tablesKeepTheirSpans();
    void aRowTooLargeForItsPageStandsInTheDataStream();
    void aTableInACellIsTheGrid();
    void automaticNumbersAreCounted();
    void stylesInACircleEnd();
    void whatCannotBeReadIsToldInASentence();
    void textThatIsMissingIsNoted();
    void readingCanBeStopped();
    void everyTruncationEnds();
    void everyDamageEnds();
};

void TestDocReader::paragraphsAndPiecesAreInTheirOrder()
{
    QCOMPARE(shown(DocMaker(
                 {line("第一部分"), line("a b"), line("  "), line("二\x0B三\x1E"), line("")})),
        "第一部分 ~ a b ~ 二/三-");
    // Latin characters of one byte, as Windows has them.
    DocMaker latin({line("a--b")});
    latin.document.replace(2049, 2, "\x93\xE9");
    QCOMPARE(shown(latin), "a“éb");
}

void TestDocReader::whatIsNotShownIsLeftOut_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("index");
    QTest::newRow("hidden") << "ac" << 0;
    QTest::newRow("deleted") << "ac" << 1;
    QTest::newRow("field with a result") << "a 3 c" << 2;
    QTest::newRow("field without") << "ac" << 3;
    QTest::newRow("field in a field's code") << "a5c" << 4;
    QTest::newRow("field in a result") << "a57c" << 5;
    QTest::newRow("field that never ends") << "aPAGE b ~ c" << 6;
    QTest::newRow("pictures and notes") << "abc" << 7;
    QTest::newRow("an end without a beginning") << "ab" << 8;
    QTest::newRow("a deleted paragraph mark") << "ab" << 9;
    QTest::newRow("a symbol") << "a\u25A1b" << 10;
}

void TestDocReader::whatIsNotShownIsLeftOut()
{
    static const std::vector<std::vector<DocTestParagraph>> documents{
        {{{{"a"}, {"b", hidden}, {"c\r"}}}},
        {{{{"a"}, {"b", removed}, {"c\r"}}}},
        {line("a\x13 PAGE \x14 3 \x15"
              "c")},
        {line("a\x13 XE \"收入\" \x15"
              "c")},
        {line("a\x13 IF \x13 X \x14 1 \x15 = 1 \x14"
              "5\x15"
              "c")},
        {line("a\x13 A \x14"
              "5\x13 B \x14"
              "7\x15\x15"
              "c")},
        {line("a\x13PAGE b"), line("c")},
        {line("a\x01\x08\x02"
              "b\x05"
              "c")},
        {line("a\x14\x15"
              "b")},
        {{{{"a"}, {"\r", removed}}}, line("b")},
        {{{{"a"}, {"(", u16(0x0855) + u8(1) + u16(0x6A09) + u16(0) + u16(0x25A1)}, {"b\r"}}}},
    };
    QFETCH(int, index);
    QTEST(shown(DocMaker(documents[size_t(index)])), "expected");
}

void TestDocReader::tablesKeepTheirSpans_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("index");
    QTest::newRow("plain") << "x ~ [a|b/c][1|] ~ y" << 0;
    QTest::newRow("columns by edges") << "[a@1,2|b][1|2|3]" << 1;
    QTest::newRow("edges a little apart") << "[a@1,2|b][1|2|3][4|5|6]" << 2;
    QTest::newRow("merged to the left") << "[a@1,2|b][1|2|3]" << 3;
    QTest::newRow("merged downwards") << "[a@3,1|b][2][c@2,1][d]" << 4;
    QTest::newRow("begins further right") << "[a|b][|c]" << 5;
    QTest::newRow("broken row") << "[a|b][c]?" << 6;
    QTest::newRow("edges out of order") << "[a|b]?" << 7;
    QTest::newRow("no properties at all") << "[a|b][c|d]?" << 8;
    QTest::newRow("a deleted row") << "[a][c]" << 9;
    QTest::newRow("two tables") << "[a] ~ x ~ [b]" << 10;
    QTest::newRow("merged by later properties") << "[a@1,2|b@2,1][1|2]" << 11;
    QTest::newRow("a row mark that runs on into deleted text") << "[a][b][c]" << 12;
}

void TestDocReader::tablesKeepTheirSpans()
{
    const auto bare = [](const QString &text) { return DocTestParagraph{{{text + "\x07"}}}; };
    const std::vector<std::vector<DocTestParagraph>> documents{
        {line("x"), cell("a"), {{{"b\r"}}, inTable}, cell("c"), rowEnd({0, 900, 1800}), cell("1"),
            cell(""), rowEnd({0, 900, 1800}), line("y")},
        {cell("a"), cell("b"), rowEnd({0, 2000, 3000}), cell("1"), cell("2"), cell("3"),
            rowEnd({0, 1000, 2000, 3000})},
        {cell("a"), cell("b"), rowEnd({-8, 2009, 3000}), cell("1"), cell("2"), cell("3"),
            rowEnd({5, 1000, 1995, 3012}), cell("4"), cell("5"), cell("6"),
            rowEnd({0, 988, 2000, 2990})},
        {cell("a"), cell(""), cell("b"), rowEnd({0, 1000, 2000, 3000}, {1, 2, 0}), cell("1"),
            cell("2"), cell("3"), rowEnd({0, 1000, 2000, 3000})},
        {cell("a"), cell("b"), rowEnd({0, 1000, 2000}, {0x60, 0}), cell(""), cell("2"),
            rowEnd({0, 1000, 2000}, {0x20, 0}), cell(""), cell("c"),
            rowEnd({0, 1000, 2000}, {0x20, 0x60}), cell("d"), cell(""),
            rowEnd({0, 1000, 2000}, {0, 0x20})},
        {cell("a"), cell("b"), rowEnd({0, 1000, 2000}), cell("c"), rowEnd({1000, 2000})},
        {cell("a"), cell("b"), rowEnd({0, 1000, 2000}), cell("c"), rowEnd({0, 1000, 2000})},
        {cell("a"), cell("b"), rowEnd({0, 2000, 1000})},
        {bare("a"), bare("b"), bare(""), bare("c"), bare("d"), bare("")},
        {cell("a"), rowEnd({0, 1000}), {{{"b\x07", removed}}, inTable},
            {{{"\x07", removed}}, endsRow + rowCells({0, 1000})}, cell("c"), rowEnd({0, 1000})},
        {cell("a"), rowEnd({0, 1000}), line("x"), cell("b"), rowEnd({0, 1000})},
        {cell("a"), cell(""), cell("b"),
            {{{"\x07"}},
                endsRow + rowCells({0, 1000, 2000, 3000}) + u16(0x5624) + u8(0) + u8(2)
                    + u16(0xD62B) + u8(2) + u8(2) + u8(3)},
            cell("1"), cell("2"), cell(""),
            {{{"\x07"}},
                endsRow + rowCells({0, 1000, 2000, 3000}) + u16(0xD62B) + u8(2) + u8(2) + u8(1)}},
        {cell("a"), rowEnd({0, 1000}), cell("b"),
            {{{"\x07", removed}}, endsRow + rowCells({0, 1000})}, cell("c"), rowEnd({0, 1000})},
    };
    QFETCH(int, index);
    QTEST(shown(DocMaker(documents[size_t(index)])), "expected");
}

void TestDocReader::aRowTooLargeForItsPageStandsInTheDataStream()
{
    DocMaker maker({cell("a"), cell("b"), {{{"\x07"}}, u16(0x6646) + u32(8)}, cell("1"), cell("2"),
        cell("3"), rowEnd({0, 1000, 2000, 3000})});
    const QByteArray list = endsRow + rowCells({0, 1000, 3000});
    maker.data = QByteArray(8, '\0') + u16(int(list.size())) + list;
    QCOMPARE(shown(maker), "[a|b@1,2][1|2|3]");
    // A list that points to itself is not followed for ever.
    maker.data = QByteArray(8, '\0') + u16(6) + u16(0x6646) + u32(8);
    QVERIFY(!shown(maker).isEmpty());
}

void TestDocReader::aTableInACellIsTheGrid()
{
    const QByteArray inner = inTable + u16(0x6649) + u32(2);
    const QByteArray innerCell = inner + u16(0x244B) + u8(1);
    const DocMaker maker({cell("左"), {{{"前\r"}}, inner.chopped(6)}, {{{"内\r"}}, innerCell},
        {{{"层\r"}}, innerCell}, {{{"\r"}}, inner + u16(0x244C) + u8(1) + rowCells({0, 500, 1000})},
        cell("后"), rowEnd({0, 1000, 2000}), line("外")});
    QCOMPARE(shown(maker), "左 ~ 前 ~ [内|层] ~ 后 ~ 外");

    const DocMaker deep({{{{"a\r"}}, inTable + u16(0x6649) + u32(0x7FFFFFFF)}});
    QVERIFY(shown(deep).startsWith("Error: "));
}

void TestDocReader::automaticNumbersAreCounted()
{
    const auto level = [](int start, int format, const QString &text) {
        return u32(quint32(start)) + u8(format) + QByteArray(23, '\0') + u16(int(text.size()))
            + utf16(text);
    };
    const auto numbered = [](const QString &text, int list, int depth) {
        return DocTestParagraph{{{text + "\r"}}, u16(0x260A) + u8(depth) + u16(0x460B) + u16(list)};
    };
    DocMaker maker({numbered("甲", 1, 0), numbered("乙", 1, 1), numbered("", 1, 1),
        numbered("丙", 1, 1), numbered("丁", 1, 0), numbered("戊", 1, 1), numbered("己", 2, 0),
        numbered("庚", 3, 0), numbered("辛", 0, 0), numbered("壬", 1, 2)});
    QByteArray levels = level(1, 0x27, QStringLiteral("第") + QChar(0) + QStringLiteral("部分、"))
        + level(3, 0, QStringLiteral("(") + QChar(1) + u')') + level(1, 0x17, QStringLiteral("l"));
    for (int i = 3; i < 9; ++i)
        levels += level(1, 0, {});
    maker.addPart(73, u16(1) + u32(7) + QByteArray(24, '\0') + levels);
    // The second list of the scheme begins at five.
    maker.addPart(74,
        u32(2) + u32(7) + QByteArray(12, '\0') + u32(7) + QByteArray(8, '\0') + u8(1)
            + QByteArray(3, '\0') + u32(0xFFFFFFFF) + u32(0xFFFFFFFF) + u32(5) + u32(0x10));
    QCOMPARE(shown(maker),
        "第一部分、甲 ~ (3) 乙 ~ (4) 丙 ~ 第二部分、丁 ~ (3) 戊 ~ 第五部分、己 ~ 庚 ~ 辛 ~ 壬");
}

void TestDocReader::stylesInACircleEnd()
{
    // Two styles that are based on each other; the first one puts all in a table.
    const auto style = [](int base) {
        return u16(26) + u16(0) + u16((base << 4) | 1) + u16(2) + u16(0) + u16(0) + u16(1)
            + utf16(QStringLiteral("a")) + u16(0) + u16(5) + u16(0) + inTable.first(3) + u8(0)
            + u16(0);
    };
    DocMaker maker({line("a"), {{{"b\x07"}}, {}}});
    maker.addPart(1, u16(18) + u16(2) + u16(10) + QByteArray(14, '\0') + style(1) + style(0));
    QCOMPARE(shown(maker), "[a/b]?");
}

void TestDocReader::whatCannotBeReadIsToldInASentence()
{
    const DocMaker good(sample());
    QVERIFY(shown(good).startsWith("部门决算 ~ unit ~ [项目@12,1|1,234.50][1,234.50]"));
    const auto changed = [&good](int at, const QByteArray &bytes) {
        DocMaker maker = good;
        maker.document.replace(at, bytes.size(), bytes);
        return shown(maker);
    };
    QVERIFY(changed(10, u16(0x0300)).contains("password"));
    QVERIFY(changed(0, u16(0xA5DC)).contains("Word 6"));
    QVERIFY(changed(2, u16(0x68)).contains("Word 6"));
    QVERIFY(changed(0, u16(0)).contains("not a Word document"));
    QVERIFY(changed(0x4C, u32(0x7FFFFFFF)).startsWith("Error: "));
    QVERIFY(changed(0x1A2, u32(0xFFFFFFFF)).startsWith("Error: "));
    QVERIFY(changed(0x1A6, u32(0)).startsWith("Error: "));
    const QByteArray workbook = oleFile({{QStringLiteral("Workbook"), QByteArray(10, 'x')}});
    QVERIFY(!readDoc(workbook));
    QVERIFY(!readDoc({}));
    QVERIFY(!readDocStreams({}, {}, {}));
}

void TestDocReader::textThatIsMissingIsNoted()
{
    DocMaker maker({line("a"), line("b")});
    maker.document.replace(0x4C, 4, u32(1000));
    const auto manuscript = readDoc(maker.file());
    QVERIFY(manuscript);
    QCOMPARE(outline(*manuscript), QString("a ~ b"));
    QCOMPARE(manuscript->notes.size(), size_t(1));
    QVERIFY(manuscript->notes.front().lost);
}

void TestDocReader::readingCanBeStopped()
{
    const auto manuscript
        = readDoc(DocMaker(sample()).file(), [](int done, int all) { return done > all; });
    QVERIFY(!manuscript);
    QCOMPARE(manuscript.error(), readingStopped());
}

void TestDocReader::everyTruncationEnds()
{
    const DocMaker maker(sample());
    const QByteArray file = maker.file();
    const auto isTold = [](const Result<Manuscript> &result) {
        return result.has_value() || !result.error().message.isEmpty();
    };
    for (qsizetype size = 0; size < file.size(); size += 97)
        QVERIFY(isTold(readDoc(file.left(size))));
    for (qsizetype size = 0; size < maker.document.size(); size += 97)
        QVERIFY(isTold(readDocStreams(maker.document.left(size), maker.table, {})));
    for (qsizetype size = 0; size < maker.table.size(); size += 13)
        QVERIFY(isTold(readDocStreams(maker.document, maker.table.left(size), {})));
}

void TestDocReader::everyDamageEnds()
{
    const DocMaker maker(sample());
    QRandomGenerator random(2024);
    for (int round = 0; round < 3000; ++round) {
        DocMaker damaged = maker;
        for (int i = 0; i < 6; ++i) {
            damaged.document[random.bounded(quint32(damaged.document.size()))]
                = char(random.bounded(256));
            damaged.table[random.bounded(quint32(damaged.table.size()))]
                = char(random.bounded(256));
        }
        if (const auto manuscript
            = readDocStreams(damaged.document, damaged.table, damaged.document))
            QVERIFY(manuscript->blocks.size() < 1000);
    }
}

QTEST_GUILESS_MAIN(TestDocReader)
#include "tst_doc_reader.moc"
