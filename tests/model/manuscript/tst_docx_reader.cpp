#include "model/manuscript/readers/docx_reader.h"
#include "tests/model/manuscript/zip_maker.h"

#include <QTest>
#include <random>

using namespace mz;

namespace {

const QByteArray header = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
const QByteArray spaces
    = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
      " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
      " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
      " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
      " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
      " xmlns:v=\"urn:schemas-microsoft-com:vml\""
      " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

QByteArray relations(const QByteArray &list)
{
    return header
        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + list + "</Relationships>";
}

QByteArray relation(const QByteArray &id, const QByteArray &type, const QByteArray &target)
{
    return "<Relationship Id=\"" + id
        + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type
        + "\" Target=\"" + target + "\"/>";
}

QByteArray document(const QByteArray &body)
{
    return header + "<w:document" + spaces + "><w:body>" + body + "</w:body></w:document>";
}

ZipMaker package(
    const QByteArray &documentPart, const QByteArray &numbering = {}, const QByteArray &styles = {})
{
    ZipMaker maker;
    maker.add("_rels/.rels", relations(relation("rId1", "officeDocument", "word/document.xml")));
    maker.add("word/document.xml", documentPart);
    maker.add("word/_rels/document.xml.rels",
        relations(relation("rId1", "numbering", "numbering.xml")
            + relation("rId2", "styles", "/word/styles.xml")
            + relation("rId3", "comments", "comments.xml")
            + relation("rId4", "document", "document.xml")));
    maker.add("word/comments.xml",
        header + "<w:comments" + spaces
            + "><w:comment><w:p><w:r><w:t>批注</w:t></w:r></w:p></w:comment></w:comments>");
    if (!numbering.isEmpty())
        maker.add("word/numbering.xml",
            header + "<w:numbering" + spaces + ">" + numbering + "</w:numbering>");
    if (!styles.isEmpty())
        maker.add("word/styles.xml", header + "<w:styles" + spaces + ">" + styles + "</w:styles>");
    return maker;
}

/// A grid in one line: rows in brackets, cells parted by |, "^" before the text
/// of a cell for each further row, ">" for each further column that it spans.
QString outline(const TextGrid &grid)
{
    QString text;
    for (const auto &row : grid.rows) {
        QStringList cells;
        for (const GridCell &cell : row)
            cells << QString(cell.rowSpan - 1, u'^') + QString(cell.columnSpan - 1, u'>')
                    + cell.text;
        text += u'[' + cells.join(u'|') + u']';
    }
    return text;
}

QString outline(const Manuscript &manuscript)
{
    QStringList parts;
    for (const ManuscriptBlock &block : manuscript.blocks)
        parts << (block.isParagraph() ? block.paragraph() : outline(block.grid()));
    return parts.join(u' ').replace(u'\n', u'/');
}

QString read(const ZipMaker &maker)
{
    const auto manuscript = readDocx(maker.bytes());
    return manuscript ? outline(*manuscript) : QStringLiteral("! ") + manuscript.error().message;
}

QByteArray run(const QByteArray &text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }
QByteArray p(const QByteArray &content) { return "<w:p>" + content + "</w:p>"; }
QByteArray cell(const QByteArray &text, const QByteArray &properties = {})
{
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(run(text)) + "</w:tc>";
}
QByteArray row(const QByteArray &cells, const QByteArray &properties = {})
{
    return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
QByteArray table(const QByteArray &rows)
{
    return "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>" + rows
        + "</w:tbl>";
}
QByteArray field(const QByteArray &type)
{
    return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
}

QByteArray level(
    int index, const QByteArray &format, const QByteArray &text, const QByteArray &more = {})
{
    return "<w:lvl w:ilvl=\"" + QByteArray::number(index)
        + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" + more
        + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}
QByteArray numbered(int list, int levelIndex, const QByteArray &text)
{
    return p("<w:pPr><w:numPr><w:ilvl w:val=\"" + QByteArray::number(levelIndex)
        + "\"/><w:numId w:val=\"" + QByteArray::number(list) + "\"/></w:numPr></w:pPr>"
        + run(text));
}
const QByteArray chapters = "<w:abstractNum w:abstractNumId=\"0\">"
    + level(0, "chineseCountingThousand", "%1、") + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.") + level(3, "decimal", "%3.%4")
    + "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">" + level(0, "bullet", "")
    + level(1, "upperRoman", "%2)") + level(2, "decimalEnclosedCircle", "%3")
    + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
      "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
      "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
      "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";

}  // namespace

class TestDocxReader : public QObject
{
    Q_OBJECT

private slots:
    void theBodyBecomesBlocks_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("blocks");
        const auto add = [](const char *name, const QByteArray &body, const char *blocks) {
            QTest::newRow(name) << body << QString::fromUtf8(blocks);
        };
        add("paragraphs", p(run("第一部分")) + p(run("一、") + run("职责")), "第一部分 一、职责");
        add("empty paragraphs are left out", p("") + p(run("甲")) + p("<w:r/>"), "甲");
        add("tabs and breaks",
            p("<w:r><w:t>部门</w:t><w:tab/><w:t>单位</w:t><w:br/><w:t>万元</w:t><w:cr/>"
              "<w:t>a</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>b</w:t></w:r>"),
            "部门\t单位/万元/a-b");
        add("tab stops are no tabs",
            p("<w:pPr><w:tabs><w:tab w:pos=\"1\"/></w:tabs></w:pPr>" + run("甲")), "甲");
        add("spaces count where it is said",
            p("<w:r><w:t xml:space=\"preserve\"> 甲 </w:t><w:t> 乙 </w:t></w:r>"), " 甲 乙");
        add("symbols",
            p("<w:r><w:sym w:font=\"宋体\" w:char=\"2460\"/><w:sym w:font=\"Wingdings\" "
              "w:char=\"F0FC\"/><w:t>甲</w:t></w:r>"),
            "①甲");
        add("tracked changes give the final text",
            p("<w:ins>" + run("新")
                + "</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
                  "<w:moveTo>"
                + run("来") + "</w:moveTo><w:moveFrom>" + run("去") + "</w:moveFrom>"),
            "新来");
        add("a deleted paragraph mark joins",
            p("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("收入")) + p(run("总计")), "收入总计");
        add("the last paragraph mark may be deleted",
            p(run("甲")) + p("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("乙")), "甲 乙");
        add("old properties are not read",
            p("<w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
              "</w:pPrChange></w:pPr>"
                + run("甲")),
            "甲");
        add("fields give their results",
            p(field("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + field("separate")
                + run("7") + field("end") + run("页")),
            "7页");
        add("fields in each other",
            p(field("begin") + "<w:r><w:instrText>IF</w:instrText></w:r>" + field("begin")
                + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + field("separate") + run("1")
                + field("end") + "<w:r><w:instrText>=1</w:instrText></w:r>" + field("separate")
                + run("是") + field("end")),
            "是");
        add("a field that never ends keeps the text behind",
            p(field("begin") + run("x")) + p(run("甲")), "甲");
        add("a simple field", p("<w:fldSimple w:instr=\"DATE\">" + run("今天") + "</w:fldSimple>"),
            "今天");
        add("wrappers are walked through",
            "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>"
                + p("<w:hyperlink>" + run("甲") + "</w:hyperlink><w:smartTag>" + run("乙")
                    + "</w:smartTag><w:customXml>" + run("丙") + "</w:customXml>")
                + "</w:sdtContent></w:sdt>",
            "甲乙丙");
        add("hidden text is left out",
            p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"
              "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r>"),
            "显");
        add("comments and notes do not leak",
            p("<w:commentRangeStart w:id=\"0\"/>" + run("甲")
                + "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"
                  "<w:r><w:footnoteReference w:id=\"1\"/></w:r>"),
            "甲");
        const QByteArray box = "<w:txbxContent>" + p(run("框")) + table(row(cell("1") + cell("2")))
            + "</w:txbxContent>";
        add("one alternative of two",
            p(run("甲")
                + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>"
                  "<wp:inline><a:graphic><wps:wsp><wps:txbx>"
                + box
                + "</wps:txbx></wps:wsp></a:graphic>"
                  "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
                + box + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
                + run("乙"))
                + p(run("后")),
            "甲乙 框 [1|2] 后");
        add("formulas", p("<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"), "a=b");
        add("ruby keeps its base",
            p("<w:r><w:ruby><w:rt>" + run("jue") + "</w:rt><w:rubyBase>" + run("决")
                + "</w:rubyBase></w:ruby></w:r>"),
            "决");

        add("a table", table(row(cell("甲") + cell("1")) + row(cell("乙") + cell("2"))),
            "[甲|1][乙|2]");
        add("columns and rows are spanned",
            table(row(cell("项目", "<w:vMerge w:val=\"restart\"/>")
                      + cell("金额", "<w:gridSpan w:val=\"2\"/>"))
                + row(cell("", "<w:vMerge/>") + cell("合计") + cell("其中"))
                + row(cell("x", "<w:vMerge w:val=\"continue\"/>") + cell("1") + cell("2"))),
            "[^^项目|>金额][合计|其中][1|2]");
        add("a block of rows and columns",
            table(row(cell("大", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>")
                      + cell("1"))
                + row(cell("", "<w:gridSpan w:val=\"2\"/><w:vMerge/>") + cell("2"))),
            "[^>大|1][2]");
        add("what goes on from nowhere begins",
            table(row(cell("甲", "<w:vMerge/>")) + row(cell("乙", "<w:vMerge/>"))), "[^甲][]");
        add("old horizontal merging",
            table(row(cell("甲", "<w:hMerge w:val=\"restart\"/>")
                + cell("", "<w:hMerge w:val=\"continue\"/>") + cell("1"))),
            "[>甲|1]");
        add("columns left free",
            table(row(cell("甲"), "<w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/>")),
            "[|甲|]");
        add("a deleted row is left out",
            table(row(cell("甲")) + row(cell("删"), "<w:del/>") + row(cell("乙"), "<w:ins/>")),
            "[甲][乙]");
        add("cells of several paragraphs",
            table(row("<w:tc>" + p(run("基本")) + p("") + p(run("支出")) + p("") + "</w:tc>")),
            "[基本//支出]");
        add("an inner table stands behind the outer one",
            table(row("<w:tc>" + p(run("表一")) + table(row(cell("1") + cell("2"))) + p(run("注"))
                + "</w:tc>" + cell("右")))
                + p(run("后")),
            "[表一/注|右] [1|2] 后");
        add("rows and cells in wrappers",
            table("<w:sdt><w:sdtContent>"
                + row("<w:sdt><w:sdtContent>" + cell("甲") + "</w:sdtContent></w:sdt>" + cell("1"))
                + "</w:sdtContent></w:sdt>"),
            "[甲|1]");
        add("a table without rows is none", table("") + p(run("甲")), "甲");
        add("spans beyond any table reach to the edge",
            table(row(cell("甲") + cell("乙", "<w:gridSpan w:val=\"2147483648\"/>"))
                + row(cell("丙", "<w:gridSpan w:val=\"2147483647\"/>"))
                + row(cell("丁", "<w:gridSpan w:val=\"-5\"/>"))),
            "[甲|>乙][>>丙][丁]");
    }

    void theBodyBecomesBlocks()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, blocks);
        QCOMPARE(read(package(document(body))), blocks);
    }

    void numbersThatWordCountsAreText()
    {
        const QByteArray body = numbered(1, 0, "收入") + numbered(1, 1, "甲") + numbered(1, 1, "乙")
            + numbered(1, 2, "子") + numbered(1, 3, "丑") + numbered(1, 0, "支出")
            + numbered(1, 1, "丙") + numbered(0, 0, "无") + numbered(2, 0, "点")
            + numbered(2, 1, "罗马") + numbered(2, 2, "圈") + numbered(3, 0, "重新")
            + numbered(3, 0, "再") + numbered(9, 0, "缺");
        QCOMPARE(read(package(document(body), chapters)),
            QStringLiteral("一、收入 （一）甲 （二）乙 1. 子 1.1 丑 二、支出 （一）丙 无 点 "
                           "I) 罗马 ①圈 一、重新 二、再 缺"));
    }

    void stylesBringTheirNumbers()
    {
        const QByteArray lists = "<w:abstractNum w:abstractNumId=\"0\">"
            + level(0, "japaneseCounting", "%1、", "<w:pStyle w:val=\"H1\"/>")
            + level(1, "decimal", "%1.%2",
                "<w:isLgl/><w:suff w:val=\"nothing\"/>"
                "<w:pStyle w:val=\"H2\"/>")
            + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        const QByteArray listed = "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>";
        const QByteArray styles = "<w:style w:type=\"paragraph\" w:styleId=\"H1\">" + listed
            + "</w:style><w:style w:type=\"paragraph\" w:styleId=\"H2\">" + listed
            + "</w:style><w:style w:type=\"paragraph\" w:styleId=\"Child\"><w:basedOn "
              "w:val=\"H1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Round\">"
              "<w:basedOn w:val=\"Trip\"/></w:style><w:style w:type=\"paragraph\" "
              "w:styleId=\"Trip\"><w:basedOn w:val=\"Round\"/></w:style>";
        const auto styled = [](const QByteArray &style, const QByteArray &text) {
            return p("<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + run(text));
        };
        QCOMPARE(read(package(document(styled("H1", "甲") + styled("H2", "乙")
                                  + styled("Child", "丙") + styled("Round", "丁")),
                     lists, styles)),
            QStringLiteral("一、甲 1.1乙 二、丙 丁"));
    }

    void pagesAreThoseOfTheLastSaving()
    {
        const QByteArray turned = "<w:r><w:lastRenderedPageBreak/><w:t>";
        const QByteArray body = p(run("一")) + p("<w:r><w:br w:type=\"page\"/></w:r>")
            + p(turned + "二</w:t></w:r>")
            + table(row(cell("a")) + row("<w:tc>" + p(turned + "b</w:t></w:r>") + "</w:tc>"))
            + p(run("三"));
        const auto manuscript = readDocx(package(document(body)).bytes());
        QVERIFY(manuscript);
        QCOMPARE(manuscript->blocks.size(), size_t(4));
        QCOMPARE(manuscript->blocks[0].place.page, 1);
        QCOMPARE(manuscript->blocks[1].place.page, 2);
        QCOMPARE(manuscript->blocks[2].place.page, 2);
        QCOMPARE(manuscript->blocks[2].rowPlaces.size(), size_t(2));
        QCOMPARE(manuscript->blocks[2].rowPlaces[1].page, 3);
        QCOMPARE(manuscript->blocks[3].place.page, 3);

        const auto without = readDocx(
            package(document(p("<w:r><w:br w:type=\"page\"/></w:r>") + p(run("甲")))).bytes());
        QVERIFY(without);
        QCOMPARE(without->blocks.front().place.page, 0);
    }

    void aLargePictureIsALoss()
    {
        const auto drawing = [](int centimetres) {
            return "<w:r><w:drawing><wp:inline><wp:extent cx=\""
                + QByteArray::number(centimetres * 360'000)
                + "\" cy=\"3600000\"/><a:graphic>"
                  "<a:blip/></a:graphic></wp:inline></w:drawing></w:r>";
        };
        const auto small = readDocx(package(document(p(drawing(4)))).bytes());
        QVERIFY(small && small->notes.empty());
        const auto captioned = readDocx(package(document(p(drawing(15) + run("图")))).bytes());
        QVERIFY(captioned && captioned->notes.empty());
        const auto large = readDocx(package(document(p(drawing(15)))).bytes());
        QVERIFY(large);
        QCOMPARE(large->notes.size(), size_t(1));
        QVERIFY(large->notes.front().lost);
        const auto old = readDocx(
            package(document(p("<w:r><w:pict><v:shape style=\"width:415.3pt; height:20cm\">"
                               "<v:imagedata/></v:shape></w:pict></w:r>")))
                .bytes());
        QVERIFY(old);
        QCOMPARE(old->notes.size(), size_t(1));
    }

    void theMainPartIsFoundByItsRelation()
    {
        ZipMaker maker;
        maker.add("_rels/.rels", relations(relation("r", "officeDocument", "/other/main.xml")));
        maker.add("other/main.xml", document(p(run("甲"))));
        maker.add("word/document.xml", document(p(run("乙"))));
        QCOMPARE(read(maker), QStringLiteral("甲"));
    }

    void strictDocumentsAndOtherEncodingsAreRead()
    {
        QByteArray strict = document(p(run("甲")));
        strict.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main");
        QCOMPARE(read(package(strict)), QStringLiteral("甲"));

        const QString text = QString::fromUtf8(document(p(run("甲")))).replace("UTF-8", "UTF-16");
        const QByteArray wide = QByteArray("\xff\xfe")
            + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        QCOMPARE(read(package(wide)), QStringLiteral("甲"));
    }

    void whatIsNoWordDocumentIsRefused_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QString>("words");
        const QByteArray start = header + "<w:document" + spaces + "><w:body>";
        const QByteArray end = "</w:body></w:document>";
        QTest::newRow("document type") << header + "<!DOCTYPE x><w:document" + spaces + "/>"
                                       << "document type";
        QTest::newRow("entity bomb")
            << header + "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + "<w:document" + spaces
                + "><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body>"
                  "</w:document>"
            << "document type";
        QTest::newRow("undeclared entity") << start + p(run("&b;")) + end << "damaged";
        QTest::newRow("deep nesting")
            << start + QByteArray("<w:sdt>").repeated(100'000) << "deeper";
        QTest::newRow("deep nesting of what is skipped")
            << start + "<w:del>" + QByteArray("<a>").repeated(1'000'000) << "deeper";
        QTest::newRow("deep tables")
            << start + QByteArray("<w:tbl><w:tr><w:tc>").repeated(10'000) << "deeper";
        QByteArray attributes = "<w:p";
        for (int i = 0; i < 100'000; ++i)
            attributes += " a" + QByteArray::number(i) + "=\">\"";
        QTest::newRow("many attributes") << start + attributes + "/>" + end << "attributes";
        QTest::newRow("not closed") << start + p(run("甲")) << "damaged";
        QTest::newRow("not XML") << QByteArray("PK\x03\x04 and so on") << "damaged";
        QTest::newRow("not text") << QByteArray("\xff\xff\xfe\x00\x80", 5) << "damaged";
        QTest::newRow("nothing") << QByteArray() << "damaged";
        QTest::newRow("another document") << header + "<workbook xmlns=\"x\"/>"
                                          << "not a Word document";
        QTest::newRow("very wide")
            << document(table(row(cell("x").repeated(1001)))) << "1000 columns";
    }

    void whatIsNoWordDocumentIsRefused()
    {
        QFETCH(QByteArray, part);
        QFETCH(QString, words);
        const auto manuscript = readDocx(package(part).bytes());
        QVERIFY(!manuscript);
        QVERIFY2(
            manuscript.error().message.contains(words), qPrintable(manuscript.error().message));
    }

    void otherFilesAreRefused()
    {
        QVERIFY(!readDocx({}));
        QVERIFY(!readDocx("not a zip file at all"));
        QVERIFY(!readDocx(ZipMaker().add("a.txt", "x").bytes()));
        QVERIFY(
            !readDocx(ZipMaker()
                          .add("_rels/.rels", relations(relation("r", "officeDocument", "lost")))
                          .bytes()));
        QVERIFY(!readDocx(
            ZipMaker()
                .add("_rels/.rels", relations(relation("r", "officeDocument", "../../etc/passwd")))
                .bytes()));
    }

    void damagedNumbersCostOnlyTheNumbers()
    {
        QCOMPARE(read(package(document(numbered(1, 0, "甲")), "<w:abstractNum", "<")),
            QStringLiteral("甲"));
        QCOMPARE(read(package(document(numbered(1, 99, "甲") + numbered(1, -7, "乙")),
                     "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "%9%%0%1%")
                         + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
                           "w:val=\"0\"/></w:num>")),
            QStringLiteral("甲 1%%01% 乙"));
    }

    void readingCanBeStopped()
    {
        const QByteArray bytes = package(document(p(run("甲")).repeated(1000))).bytes();
        int calls = 0;
        const auto stopped = readDocx(bytes, [&calls](int done, int all) {
            ++calls;
            return done > all;
        });
        QVERIFY(!stopped);
        QCOMPARE(calls, 1);
        QVERIFY(readDocx(bytes, [](int, int) { return true; }));
    }

    void truncatedFilesAreRefused()
    {
        const QByteArray bytes
            = package(document(numbered(1, 0, "甲") + table(row(cell("1")))), chapters).bytes();
        for (qsizetype size = 0; size < bytes.size(); size += 97)
            QVERIFY(!readDocx(bytes.first(size)));
    }

    void damageInsideIsSurvived()
    {
        const QByteArray part = document(numbered(1, 0, "甲")
            + table(row(cell("项目", "<w:vMerge w:val=\"restart\"/>") + cell("1"))
                + row(cell("", "<w:vMerge/>") + cell("2", "<w:gridSpan w:val=\"2\"/>"))));
        std::mt19937 random(3);
        for (int i = 0; i < 2000; ++i) {
            QByteArray damaged = part;
            for (unsigned n = 1 + random() % 3; n > 0; --n) {
                const auto at = qsizetype(random() % unsigned(damaged.size()));
                damaged[at] = char(damaged[at] ^ char(1 << (random() % 8)));
            }
            const auto manuscript = readDocx(package(damaged, chapters).bytes());
            if (!manuscript)
                QVERIFY(!manuscript.error().message.isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(TestDocxReader)
#include "tst_docx_reader.moc"
