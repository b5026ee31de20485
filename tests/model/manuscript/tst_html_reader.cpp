#include "model/manuscript/readers/html_reader.h"

#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>

using namespace mz;

namespace {

/// Paragraphs as they are, rows as [a|b|c]; spans as "text@rows,columns".
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
        parts << table;
    }
    return parts.join(u" ~ ").replace(u'\n', u'/');
}

QString shown(const QByteArray &page)
{
    const auto manuscript = readHtml(page);
    return manuscript ? outline(*manuscript) : "Error: " + manuscript.error().message;
}

}  // namespace

class TestHtmlReader : public QObject
{
    Q_OBJECT
private slots:
    void aPageIsReadAsABrowserShowsIt_data();
    void aPageIsReadAsABrowserShowsIt();
    void theEncodingIsTheMarkedOrDeclaredOne_data();
    void theEncodingIsTheMarkedOrDeclaredOne();
    void aRealPageIsReadWhole();
    void whatNoPageHasIsRefused_data();
    void whatNoPageHasIsRefused();
    void readingCanBeStopped();
    void everyTruncationEnds();
    void everyDamageEnds();
};

void TestHtmlReader::aPageIsReadAsABrowserShowsIt_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QString>("expected");

    QTest::newRow("lines") << QByteArray("<html><body><h1>A</h1>b<p>c<p>d<br>e<div>f<li>g</div>h")
                           << "A ~ b ~ c ~ d ~ e ~ f ~ g ~ h";
    QTest::newRow("white space") << QByteArray("<p>  a \n\t b<b> c</b>  d </p>\n <p> \n</p>")
                                 << "a b c d";
    QTest::newRow("no-break space")
        << QByteArray("<p>&nbsp;a&nbsp;&nbsp;b</p><p>&nbsp;</p>") << " a  b";
    QTest::newRow("line break between characters")
        << QByteArray("<p>收入\n支出</p><p>收入\n2023</p><p>收入 支出</p>")
        << "收入支出 ~ 收入 2023 ~ 收入 支出";
    QTest::newRow("preformatted") << QByteArray("<pre>a  b\n c</pre>") << "a  b ~  c";
    QTest::newRow("entities") << QByteArray("<p>&lt;&#20803;&gt;&amp;&middot;</p>") << "<元>&·";
    QTest::newRow("table") << QByteArray(
        "<table><thead><tr><th rowspan=2>a<th colspan='2'>b</thead>"
        "<tr><td>c<td>d<tr><td>1<td><td>3</table>")
                           << "[a@2,1|b@1,2][c|d][1||3]";
    QTest::newRow("lines in cells")
        << QByteArray("<table><tr><td><p>a</p><p>b</p><td>c<br>d<td><div>e</div></table>")
        << "[a/b|c/d|e]";
    QTest::newRow("caption first")
        << QByteArray("<p>0<table><caption>T</caption><tr><td>a</table>z") << "0 ~ T ~ [a] ~ z";
    QTest::newRow("text in no cell stands before")
        << QByteArray("<table>x<tr>y<td>a</td></tr></table>") << "x ~ y ~ [a]";
    QTest::newRow("no rows") << QByteArray("<table><td>a<td>b</table>") << "[a|b]";
    QTest::newRow("cells in no table") << QByteArray("<tr><td>a</td><td>b</td></tr>") << "a ~ b";
    QTest::newRow("unclosed to the end")
        << QByteArray("<table><tr><td>a<td>b<tr><td>c<td>d") << "[a|b][c|d]";
    QTest::newRow("a cell opened inside a cell")
        << QByteArray("<table><tr><td><div>a<td>b</table>") << "[a|b]";
    QTest::newRow("layout tables")
        << QByteArray("<table><tr><td>top<tr><td>x<table><tr><td>1<td>2</table>y"
                      "<table><tr><td><table><tr><td>3</table></table><td>z</table>")
        << "top ~ x ~ [1|2] ~ y ~ [3] ~ z";
    QTest::newRow("empty tables are none")
        << QByteArray("<table><tr><td>a<table><tr><td></table><td>b</table><table></table>")
        << "[a|b]";
    QTest::newRow("empty rows and cells stay")
        << QByteArray("<table><tr><td rowspan=2>a<td rowspan=2>b<tr><tr><td>c<td>&nbsp;</table>")
        << "[a@2,1|b@2,1][][c|]";
    QTest::newRow("spans are cut to the table")
        << QByteArray("<table><tr><td rowspan=0>a<td colspan=65000>b<tr><td>c<td rowspan=9>d"
                      "<tr><td rowspan=-3 colspan=x>e</table>")
        << "[a@3,1|b@1,2][c|d@2,1][e]";
    QTest::newRow("hidden") << QByteArray(
        "<head><title>t</title><style>s</style></head><script>a<b</script>"
        "<p style='color:red; DISPLAY : none'>a</p><p hidden>b</p>"
        "<table><tr style='display:none'><td>c<td>d</tr>"
        "<tr><td>e<td style='display:none'>x<td>f</table>"
        "<template><p>g</template><noscript>h</noscript>"
        "<input value=i><textarea>j</textarea><select><option>k</select>l")
                            << "[e|f] ~ l";
    QTest::newRow("comments of Office")
        << QByteArray("<!--[if gte mso 9]><xml><w:View>Print</w:View></xml><![endif]-->"
                      "<p class=MsoNormal>a<o:p>&nbsp;</o:p><![if !mso]>b<![endif]></p>"
                      "<table><![if supportMisalignedColumns]><tr height=0 style='display:none'>"
                      "<td width=72></td></tr><![endif]><tr><td x:num=\"1.25\">1.3</td></table>"
                      "<!--[if !mso]>--><p>z</p><!--<![endif]-->")
        << "a b ~ [1.3] ~ z";
}

void TestHtmlReader::aPageIsReadAsABrowserShowsIt()
{
    QFETCH(QByteArray, page);
    QTEST(shown(page), "expected");
}

void TestHtmlReader::theEncodingIsTheMarkedOrDeclaredOne_data()
{
    QTest::addColumn<QByteArray>("page");
    const auto page = [](const char *declaration) {
        return QString("<html><head>%1</head><body><p>联通：万元</body>").arg(declaration);
    };
    QStringEncoder chinese("GB18030");
    QTest::newRow("utf-8") << page("").toUtf8();
    QTest::newRow("utf-8 mark") << "\xEF\xBB\xBF" + page("<meta charset=gb2312>").toUtf8();
    QTest::newRow("utf-16 mark") << QByteArray(
        QStringEncoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom).encode(page("")));
    QTest::newRow("gb2312") << QByteArray(chinese.encode(
        page("<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">")));
    QTest::newRow("gbk") << QByteArray(chinese.encode(page("<meta charset = 'GBK'>")));
    QTest::newRow("undeclared") << QByteArray(chinese.encode(page("")));
    QTest::newRow("declared wrongly") << QByteArray(chinese.encode(page("<meta charset=utf-8>")));
    QTest::newRow("big5") << QByteArray(
                                 QStringEncoder("Big5").encode(QString("<meta charset=big5><p>")))
            + QByteArray("\xC1\x70\xB3\x71\xA1\x47\xB8\x55\xA4\xB8");
}

void TestHtmlReader::theEncodingIsTheMarkedOrDeclaredOne()
{
    QFETCH(QByteArray, page);
    const QString text = shown(page);
    if (QTest::currentDataTag() == QByteArray("big5"))
        QCOMPARE(text, "聯通：萬元");
    else
        QCOMPARE(text, "联通：万元");
}

void TestHtmlReader::aRealPageIsReadWhole()
{
    // Some stray bytes do not spoil a page that declares itself.
    QByteArray page = QStringEncoder("GB18030").encode(
        QStringLiteral("<meta charset=gb2312><p>部门决算</p><table>"));
    for (int row = 0; row < 3000; ++row)
        page += "<tr><td>201<td>" + QByteArray::number(row) + "<td>0.00";
    page += "\xFF\xFF</table>";
    const auto manuscript = readHtml(page);
    QVERIFY(manuscript);
    QCOMPARE(manuscript->blocks.size(), size_t(2));
    const TextGrid &grid = manuscript->blocks[1].grid();
    QCOMPARE(grid.rows.size(), size_t(3000));
    QCOMPARE(grid.rows[2999][1].text, QString("2999"));
    QVERIFY(grid.spansKnown);
}

void TestHtmlReader::whatNoPageHasIsRefused_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeros") << QByteArray(1000, '\0');
    QTest::newRow("deep divs") << QByteArray("<div>").repeated(1'000'000);
    QTest::newRow("deep divs, then ends")
        << QByteArray("<div>").repeated(1'000'000) + QByteArray("</p>").repeated(1'000'000);
    QTest::newRow("deep tables") << QByteArray("<table><tr><td>").repeated(1'000'000);
    QTest::newRow("wide table") << "<table><tr>" + QByteArray("<td>").repeated(100'000)
            + "x</table>";
    QTest::newRow("attributes without end") << "<p " + QByteArray("a='>' ").repeated(100'000);
    QTest::newRow("attributes with blanks") << "<p " + QByteArray("a = '>' ").repeated(100'000);
    QTest::newRow("too many cells")
        << "<table>" + QByteArray("<tr><td>").repeated(2'000'000) + "x</table>";
    QTest::newRow("frames") << QByteArray("<frameset rows=*><frame src=sheet001.htm></frameset>");
}

void TestHtmlReader::whatNoPageHasIsRefused()
{
    QFETCH(QByteArray, page);
    const auto manuscript = readHtml(page);
    QVERIFY(!manuscript);
    QVERIFY(!manuscript.error().message.isEmpty());
}

void TestHtmlReader::readingCanBeStopped()
{
    int told = 0;
    const auto manuscript
        = readHtml(QByteArray("<p>a").repeated(100'000), [&told](int done, int all) {
              ++told;
              return done >= 0 && done <= all && told < 3;
          });
    QVERIFY(!manuscript);
    QCOMPARE(manuscript.error(), readingStopped());
    QCOMPARE(told, 3);
}

void TestHtmlReader::everyTruncationEnds()
{
    QByteArray page("<html><meta charset=utf-8><!-- c --><style>p{}</style><body class='a b'>");
    for (int i = 0; i < 40; ++i)
        page += "<table border=1><tr><td rowspan=2>收入</td><td>&nbsp;1.0<!-- x --></td></tr><tr>"
                "<td>支出</table><p style=\"display:none\">h</p><script>if (a<b) c();</script>";
    for (qsizetype size = 0; size < page.size(); size += 97)
        QVERIFY(readHtml(page.left(size)).has_value() == (size > 0));
}

void TestHtmlReader::everyDamageEnds()
{
    const QByteArray page(
        "<html><meta charset=gbk><table><tr><td rowspan=2 colspan='3'>a&amp;b</td>"
        "<td><table><tr><td>1</table></tr><tr><th>c</table><pre>x\ny</pre>"
        "<script>a</script><!--[if mso]>b<![endif]--><p hidden>c</p></html>");
    QRandomGenerator random(2024);
    for (int round = 0; round < 3000; ++round) {
        QByteArray damaged = page;
        for (int i = 0; i < 6; ++i)
            damaged[random.bounded(quint32(page.size()))] = char(random.bounded(1, 256));
        if (const auto manuscript = readHtml(damaged))
            QVERIFY(manuscript->blocks.size() < 100);
    }
}

QTEST_GUILESS_MAIN(TestHtmlReader)
#include "tst_html_reader.moc"
