#include "model/compose/composer.h"
#include "model/document/mzr_file.h"
#include "model/document/report_json.h"
#include "model/manuscript/writers/text_writer.h"
#include "tests/model/recognize/sample_report.h"
#include "tests/support/hunan.h"
#include "tests/support/thinning.h"

#include <QTemporaryDir>
#include <QTest>

using namespace mz;
using namespace mz::test;

namespace {

/// A report in a file of that name; opens it, and does with it what is done
/// with every report.
Result<OpenedReport> opened(const QByteArray &bytes, const QString &name = "report.txt")
{
    QTemporaryDir folder;
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the file");
    file.close();
    Result<OpenedReport> report = openReport(file.fileName(), context());
    if (report) {
        compose(report->report);
        writeReportJson(report->report);
    }
    return report;
}

QString sampleText() { return writeText(compose(sampleReport(context().handbook, 1))); }

/// A title, a heading, and whatever follows.
QString tableOf(const QString &rows)
{
    return "收入决算表\n单位：万元\n\t功能分类科目编码\n\t科目名称\n\t本年收入合计\n\t财政拨款收入"
           "\n\n"
        + rows + "\n\n注：完。\n";
}

void verifyRefused(const Result<OpenedReport> &report)
{
    QVERIFY(!report);
    const QString said = report.error().text();
    QVERIFY2(!report.error().message.isEmpty(), qPrintable(said));
    QVERIFY2(!said.contains(u'\n'), qPrintable(said));
    QVERIFY2(said.size() < 300, qPrintable(said));
}

}  // namespace

class TestBadInput : public QObject
{
    Q_OBJECT
private slots:
    void whatIsNoReportIsRefused_data();
    void whatIsNoReportIsRefused();
    void whatIsNamedOtherwiseThanItIsIsSaid();
    void whatIsNoFileIsRefused();
    void aHugeFileIsRefusedUnread_data();
    void aHugeFileIsRefusedUnread();
    void aTextOverTheBoundIsRefused();
    void cutTextsDoNotCrash();
    void damagedTextsDoNotCrash();
    void shuffledLinesDoNotCrash();
    void extremeTablesEndInTime_data();
    void extremeTablesEndInTime();
    void aTableOfManyColumnsKeepsItsCellsApart();
    void aTableOfManyColumnsIsSavedAndRead();
    void extremeFilesOfOurOwnEndInTime_data();
    void extremeFilesOfOurOwnEndInTime();
};

void TestBadInput::whatIsNoReportIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    const auto file
        = [](const char *what, const QByteArray &bytes, const char *name = "report.txt") {
              QTest::newRow(what) << bytes << QString(name);
          };
    file("empty", {});
    file("empty, .mzr", {}, "report.mzr");
    file("blank", " \n\t\n \r\n");
    file("blank, .mzr", " \n", "report.mzr");
    file("binary",
        QByteArray("\x7F"
                   "ELF\x02\x01\x01\0\0\0",
            10)
            + QByteArray(500, '\x90'));
    file("NULs", QByteArray(1000, '\0'));
    file("a NUL in a report", sampleText().toUtf8().insert(2000, '\0'));
    file("PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n");
    file("PDF behind a blank line", "\n%PDF-1.4\n");
    file("zip", QByteArray("PK\x03\x04\x14\0\x06\0", 8) + QByteArray(200, 'x'));
    file("zip, .mzr", QByteArray("PK\x03\x04\x14\0\x06\0", 8), "report.mzr");
    file("OLE", QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + QByteArray(200, '\0'));
    file("an unfinished zip", "PK");
    file("neither UTF-8 nor GB18030", "\xFF\xFF\x80\xFF\xFF\x80 \xFF\xFF");
    file("text with no table", "第一部分 概况\n本单位没有决算表。\n");
    file("a title with no table", "收入决算表\n\n本年没有收入。\n");
    file("a table with no title", "\t项目\n\t金额\n\n\t合计\n\t1.00\n");
    file("HTML", "<html><body><table><tr><td>收入决算表</td></tr></table></body></html>");
    file("text, .mzr", sampleText().toUtf8(), "report.mzr");
    file("JSON of another program", R"({"name":"x"})");
    file("JSON of another program, .mzr", R"({"name":"x"})", "report.mzr");
    file("a list", "[1,2,3]", "report.mzr");
    file("a lone bracket", "{", "report.mzr");
    file("a byte order mark alone", "\xEF\xBB\xBF");
    file("half of UTF-16", "\xFF\xFE\x2D");
}

void TestBadInput::whatIsNoReportIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    const Result<OpenedReport> report = opened(bytes, name);
    verifyRefused(report);
    // The user sees which file it was.
    QVERIFY2(report.error().place.startsWith(name), qPrintable(report.error().text()));
}

void TestBadInput::whatIsNamedOtherwiseThanItIsIsSaid()
{
    for (const QString &name : {QString("report.pdf"), QString("report.docx")}) {
        const auto report = opened(QByteArray(400, '\x90') + QByteArray(100, '\0'), name);
        verifyRefused(report);
        QVERIFY2(report.error().message.contains(QStringLiteral(".%1,").arg(name.section(u'.', 1))),
            qPrintable(report.error().message));
    }
}

void TestBadInput::whatIsNoFileIsRefused()
{
    QTemporaryDir folder;
    verifyRefused(openReport(folder.path(), context()));
    verifyRefused(openReport(folder.filePath("missing.txt"), context()));
    verifyRefused(openReport(folder.filePath("missing.mzr"), context()));
    verifyRefused(openReport({}, context()));
}

void TestBadInput::aHugeFileIsRefusedUnread_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("megabytes");
    QTest::newRow("text, 500 MB") << "report.txt" << qint64(500);
    QTest::newRow("our own, 500 MB") << "report.mzr" << qint64(500);
    QTest::newRow("text, 64 GB") << "report.txt" << qint64(65536);
}

void TestBadInput::aHugeFileIsRefusedUnread()
{
    QFETCH(QString, name);
    QFETCH(qint64, megabytes);
    QTemporaryDir folder;
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    if (!file.resize(megabytes * 1024 * 1024))
        QSKIP("the file system has no sparse files of that size");
    file.close();
    verifyRefused(openReport(file.fileName(), context()));
}

void TestBadInput::aTextOverTheBoundIsRefused()
{
    QTemporaryDir folder;
    QFile file(folder.filePath("report.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(sampleText().toUtf8()) > 0);
    QVERIFY(file.resize(70 * 1024 * 1024));
    file.close();
    verifyRefused(openReport(file.fileName(), context()));
}

void TestBadInput::cutTextsDoNotCrash()
{
    QByteArray text = sampleText().toUtf8();
    if (QFile file(hunanPath()); file.open(QIODevice::ReadOnly))
        text = file.readAll();
    int reports = 0;
    // Every length at the beginning, then steps that meet every kind of place.
    for (qsizetype length = 0; length < text.size();
         length += length < 400 ? thinning : 331 * thinning) {
        const Result<OpenedReport> report = opened(text.first(length));
        if (report)
            ++reports;
        else
            verifyRefused(report);
    }
    QVERIFY(reports > 100 / thinning);
}

void TestBadInput::damagedTextsDoNotCrash()
{
    const QByteArray text = sampleText().toUtf8();
    QRandomGenerator random(12);
    for (int round = 0; round < 300; round += thinning) {
        QByteArray damaged = text;
        for (int i = 1 + random.bounded(20); i > 0; --i) {
            const qsizetype at = random.bounded(int(damaged.size()));
            switch (random.bounded(4)) {
            case 0:
                damaged.remove(at, 1 + random.bounded(40));
                break;
            case 1:
                damaged.insert(at, "\n\t\n"[random.bounded(3)]);
                break;
            case 2:
                damaged[at] = char(random.bounded(1, 256));
                break;
            default:
                damaged.insert(at, damaged.mid(random.bounded(int(damaged.size())), 100));
            }
        }
        const Result<OpenedReport> report = opened(damaged);
        if (!report)
            verifyRefused(report);
    }
}

void TestBadInput::shuffledLinesDoNotCrash()
{
    QString text = sampleText();
    if (QFile file(hunanPath()); file.open(QIODevice::ReadOnly))
        text = QString::fromUtf8(file.readAll());
    const QStringList lines = text.split(u'\n');
    QRandomGenerator random(13);
    for (int round = 0; round < 60; round += thinning) {
        QStringList mixed = lines;
        const int distance = 1 + random.bounded(round < 30 ? 4 : int(lines.size()) - 1);
        for (int i = 0; i < 200; ++i) {
            const int at = random.bounded(int(mixed.size()) - distance);
            mixed.swapItemsAt(at, at + distance);
        }
        (void)opened(mixed.join(u'\n').toUtf8());
    }
}

void TestBadInput::extremeTablesEndInTime_data()
{
    QTest::addColumn<QString>("text");
    const QString cells = "\t1.00\n\t2.00\n";
    QTest::newRow("one line of 5 MB") << tableOf(QString(2'500'000, u'预'));
    QTest::newRow("one cell of 5 MB") << tableOf("\t" + QString(2'500'000, u'预') + "\n\t1.00\n");
    QTest::newRow("one digit cell of 1 MB")
        << tableOf("\t合计\n\t" + QString(1'000'000, u'9') + "\n\t1.00\n");
    QTest::newRow("a note of 1 MB")
        << tableOf("\t合计\n" + cells + "\n注：" + QString(500'000, u'表'));
    QTest::newRow("a line of many units")
        << tableOf("\t合计\n" + cells + "\n" + QString("单位：").repeated(30'000));
    QTest::newRow("a cell of many units")
        << tableOf("\t" + QString("单位：").repeated(30'000) + "\n" + cells);
    QTest::newRow("200,000 lines of one cell each")
        << tableOf(QString("\t1.00\n\n").repeated(200'000 / thinning));
    QTest::newRow("100,000 cells in one row") << tableOf(QString("\t1.00\n").repeated(100'000));
    QTest::newRow("5,000 rows with one code")
        << tableOf(QString("\t2010301\n\t行政运行\n\t1.00\n\t1.00\n\n").repeated(5'000));
    QTest::newRow("20,000 columns with titles") << [] {
        QString row;
        for (int i = 0; i < 20'000; ++i)
            row += QString("\t列%1\n").arg(i);
        return tableOf(row + "\n" + QString("\t1.00\n").repeated(20'000));
    }();
    QTest::newRow("20,000 titles") << tableOf("\t合计\n" + cells).repeated(20'000 / thinning);
    QTest::newRow("200,000 short lines")
        << tableOf("\t合计\n" + cells) + QString("一、\n").repeated(200'000 / thinning);
    QTest::newRow("100,000 headings") << "第三部分 决算情况说明\n"
            + QString("一、收入情况\n").repeated(100'000 / thinning) + tableOf("\t合计\n" + cells);
    QTest::newRow("noise") << tableOf("\t合计\n" + cells)
            + QString("[bookmark: _Toc").repeated(100'000);
}

void TestBadInput::extremeTablesEndInTime()
{
    QFETCH(QString, text);
    const Result<OpenedReport> report = opened(text.toUtf8());
    if (!report)
        verifyRefused(report);
}

/// 300 columns: more than any table has, and more than a sheet can tell apart.
void TestBadInput::aTableOfManyColumnsKeepsItsCellsApart()
{
    QString text = "\n\t功能分类科目编码\n\t科目名称\n\t本年收入合计\n";
    for (int column = 0; column < 300; ++column)
        text += QString("\t列%1\n").arg(column);
    for (const char *row :
        {"\n\t201\n\t一般公共服务支出\n\t1.00\n", "\n\t202\n\t外交支出\n\t2.00\n"}) {
        text += row;
        for (int column = 0; column < 300; ++column)
            text += QString("\t见附件%1\n").arg(column);
    }
    const Result<OpenedReport> report = opened(("收入决算表\n单位：万元\n" + text).toUtf8());
    if (!report)
        return verifyRefused(report);
    const Sheet &sheet = *report->report.sheet(u"T02");
    QCOMPARE(sheet.rowCount(), 2);
    QCOMPARE(sheet.printed(0, 0), QString("1.00"));
    QCOMPARE(sheet.printed(1, 0), QString("2.00"));
    for (int row = 0; row < 2; ++row) {
        for (int column = int(sheet.form->columns.size()); column < sheet.columnCount(); ++column)
            QCOMPARE(sheet.printed(row, column).remove("见附件"),
                QString(sheet.columns[size_t(column)].title).remove("列"));
    }
}

/// What was opened can be saved, and what was saved can be opened.
void TestBadInput::aTableOfManyColumnsIsSavedAndRead()
{
    for (const int columns : {20, 240, 250, 300}) {
        QString text = "收入决算表\n单位：万元\n\n\t功能分类科目编码\n\t科目名称\n\t本年收入合计\n";
        for (int column = 0; column < columns; ++column)
            text += QString("\t列%1\n").arg(column);
        text += "\n\t201\n\t一般公共服务支出\n\t1.00\n" + QString("\t1.00\n").repeated(columns);
        const Result<OpenedReport> report = opened(text.toUtf8());
        if (!report)
            continue;
        const QByteArray written = writeReportJson(report->report);
        const Result<Report> read = readReportJson(written, context().handbook);
        QVERIFY2(read, read ? "" : qPrintable(QString::number(columns) + read.error().text()));
        QCOMPARE(writeReportJson(*read), written);
    }
}

void TestBadInput::extremeFilesOfOurOwnEndInTime_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto nested = [](const char *open, const char *close, int depth) {
        return QByteArray(open).repeated(depth) + "1" + QByteArray(close).repeated(depth);
    };
    const QByteArray head = R"({"mzr":1,"family":"F1",)";
    QTest::newRow("nested lists") << head + "\"x\":" + nested("[", "]", 200'000) + '}';
    QTest::newRow("nested objects") << head + "\"x\":" + nested("{\"a\":", "}", 200'000) + '}';
    QTest::newRow("nested, within what is allowed")
        << head + "\"x\":" + nested("[", "]", 400) + '}';
    QTest::newRow("open brackets") << head + "\"x\":" + QByteArray(1'000'000, '[');
    QTest::newRow("a long text") << head + "\"x\":\"" + QByteArray(5'000'000, 'x') + "\"}";
    QTest::newRow("many keys") << [&head] {
        QByteArray json = head;
        for (int i = 0; i < 100'000; ++i)
            json += "\"k" + QByteArray::number(i) + "\":1,";
        return json + "\"last\":1}";
    }();
    const QByteArray table
        = head + R"("tables":[{"kind":"T08","columns":["total","basic","project"],)";
    QTest::newRow("bodyRows") << table + R"("bodyRows":2147483647,"rows":[]}]})";
    QTest::newRow("a huge level") << head + R"("sections":[{"level":2147483647}]})";
    QTest::newRow("huge spans") << head
            + R"("sections":[{"blocks":[{"spans":true,"grid":[[["a",2147483647,2147483647]]]}]}]})";
    QTest::newRow("many rows") << [&table] {
        QByteArray json = table + "\"rows\":[";
        for (int i = 0; i < 50'000; ++i)
            json += R"({"key":"22301","label":"x","values":["1.00","1.00","1.00"]},)";
        return json + R"({"key":"total","label":"x","values":["1.00","1.00","1.00"]}]}]})";
    }();
    QTest::newRow("amounts at the edge") << table
            + R"("rows":[{"key":"total","label":"合计","values":["9000000000.00","-9000000000.00",)"
              R"("9000000000.01"]},{"key":"223","label":"x","values":["9000000000","9000000000","0"]},)"
              R"({"key":"224","label":"x","values":["9000000000","9000000000","9000000000"]}]}]})";
}

void TestBadInput::extremeFilesOfOurOwnEndInTime()
{
    QFETCH(QByteArray, json);
    const Result<OpenedReport> report = opened(json, "report.mzr");
    if (!report)
        verifyRefused(report);
}

QTEST_GUILESS_MAIN(TestBadInput)

#include "tst_bad_input.moc"
