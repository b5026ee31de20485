#include "model/compose/composer.h"
#include "model/document/mzr_file.h"
#include "model/document/report_document.h"
#include "model/document/report_json.h"
#include "model/recognize/recognizer.h"
#include "tests/model/recognize/sample_report.h"
#include "tests/support/hunan.h"
#include "tests/support/thinning.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace mz;
using namespace mz::test;

namespace {

/// As opening a file does it: read, then pin what differs from its formula.
Result<Report> readBack(const QByteArray &json)
{
    Result<Report> report = readReportJson(json, context().handbook);
    if (report)
        Totals(*report).pinDifferences();
    return report;
}

/// A publication, as if its text had been imported.
Report publication(quint32 seed)
{
    Report report = sampleReport(context().handbook, seed, SampleStyle{0, 6, 15, true, true});
    report.isPublication = true;
    for (Sheet &sheet : report.sheets)
        sheet.printedLines.resize(sheet.form->lanes.size());
    markPublished(report);
    Totals(report).pinDifferences();
    return report;
}

Report fresh()
{
    return Report::fromFamily(
        context().handbook.families().front(), {"试点县数据局", 2024, Identity::Scope::Unit, {}});
}

/// A small file with a bit of everything: every byte of it is tried.
const QByteArray small = R"json({
"mzr":1,
"agency":"甲局",
"year":2023,
"scope":"department",
"family":"F1",
"publication":true,
"notes":[
{"place":"T08","text":"x"}
],
"tables":[
{"kind":"T08","title":"国有资本经营预算财政拨款支出决算表","number":"公开08表","unit":"万元","bodyRows":2,"columns":["total","basic","project",{"id":"extra1","title":"备注"}],"notes":["注：空。"],"rows":[
{"key":"total","label":"合计","values":[{"word":"合计"},"3.00","1,000.000",""],"published":["3.00","3.00","-","y"]},
{"key":"223","label":"国有资本经营预算支出","values":["1","2","(3)","无"],"new":true}
]},
{"kind":"T01","title":"收入支出决算总表","number":"","unit":"元","lineNumbers":[["1"],["2"]],"columns":["amount"],"notes":[],"rows":[
{"key":"general","label":"一、甲","values":["1.20"]},
{"key":"total","label":"总计","lane":1,"values":["9"]}
]}
],
"sections":[
{"kind":"tables","level":0,"number":"第二部分","title":"表","blocks":[
"文。",
{"table":"T08"},
{"spans":true,"grid":[
["a",["b",2,1]],
["c"]
]}
]}
],
"later":{"a":[1,2.5,null]}
}
)json";

/// The same, from which a published row was removed.
QByteArray smallWithRemoved()
{
    return QByteArray(small).replace("\"new\":true}\n]}",
        "\"new\":true}\n],\"removed\":[\n"
        "{\"at\":1,\"key\":\"22301\",\"label\":\"旧\",\"values\":[\"1\",\"2\",\"3\",\"\"]}\n]}");
}

int changedLines(const QByteArray &before, const QByteArray &after)
{
    const QList<QByteArray> a = before.split('\n');
    const QList<QByteArray> b = after.split('\n');
    if (a.size() != b.size())
        return -1;
    int changed = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        changed += a[i] == b[i] ? 0 : 1;
    return changed;
}

/// Whatever the report holds, all that is done with a report can be done.
void useReport(Report report)
{
    Totals totals(report);
    totals.pinDifferences();
    totals.recompute();
    compose(report);
    const QByteArray written = writeReportJson(report);
    QVERIFY(!written.isEmpty());
}

QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

}  // namespace

class TestMzrFile : public QObject
{
    Q_OBJECT
private slots:
    void aNewReportIsReadBack();
    void randomPublicationsAreReadBack();
    void theHunanReportIsReadBack();
    void editedReportsAreReadBack_data();
    void editedReportsAreReadBack();
    void everyPrintedStateIsReadBack();
    void aTableRowIsOneLine();
    void aChangedCellIsOneChangedLine();
    void keysAreWrittenInOneOrder();
    void unknownKeysAreKept_data();
    void unknownKeysAreKept();
    void aNewerVersionIsRefused();
    void damageIsToldWithItsLine_data();
    void damageIsToldWithItsLine();
    void wrongValuesAreToldWithTheirPath_data();
    void wrongValuesAreToldWithTheirPath();
    void theSmallFileIsReadBack();
    void removedRowsAreReadBack();
    void aPublicationWithoutSomeRowsIsReadBack();
    void anAmountTooSmallForACommaIsReadBack();
    void noByteLessCrashes();
    void noOtherByteCrashes();
    void noCutCrashes();

    void aFileIsWrittenAndReplaced();
    void aFailureLeavesTheOldFile_data();
    void aFailureLeavesTheOldFile();
    void aFullDiskLeavesTheOldFile();
    void aLinkStaysALink();
    void readingIsBounded_data();
    void readingIsBounded();
};

void TestMzrFile::aNewReportIsReadBack()
{
    const Report report = fresh();
    const QByteArray written = writeReportJson(report);
    const Result<Report> read = readReportJson(written, context().handbook);
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    QVERIFY(*read == report);
    QCOMPARE(writeReportJson(*read), written);
}

void TestMzrFile::randomPublicationsAreReadBack()
{
    for (quint32 seed = 1; seed <= 150; seed += thinning) {
        const Report report = publication(seed);
        const QByteArray written = writeReportJson(report);
        const Result<Report> read = readBack(written);
        QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
        const QString found = difference(report, *read);
        QVERIFY2(found.isEmpty(), qPrintable(QString("seed %1: %2").arg(seed).arg(found)));
        QVERIFY2(*read == report, qPrintable(QString("seed %1").arg(seed)));
        QCOMPARE(writeReportJson(*read), written);
    }
}

void TestMzrFile::theHunanReportIsReadBack()
{
    MZ_NEEDS_HUNAN();
    const Result<OpenedReport> opened = openReport(hunanPath(), context());
    QVERIFY(opened);
    QVERIFY(!opened->isOwnFile);
    const QByteArray written = writeReportJson(opened->report);
    const Result<Report> read = readBack(written);
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    QCOMPARE(difference(opened->report, *read), QString());
    QVERIFY(*read == opened->report);
    QCOMPARE(writeReportJson(*read), written);

    QTemporaryDir folder;
    const QString path = folder.filePath("report.mzr");
    QVERIFY(writeWhole(path, written));
    const Result<OpenedReport> again = openReport(path, context());
    QVERIFY(again);
    QVERIFY(again->isOwnFile);
    QVERIFY(again->report == opened->report);
}

void TestMzrFile::editedReportsAreReadBack_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 25; seed += thinning) {
        QTest::addRow("new, %d", seed) << "new" << seed;
        QTest::addRow("imported, %d", seed) << "imported" << seed;
    }
    if (QFile::exists(hunanPath())) {
        for (int seed = 1; seed <= 10; seed += thinning)
            QTest::addRow("Hunan, %d", seed) << "hunan" << seed;
    }
}

/// Random typing, pinning, releasing, adding and removing of rows, undo and
/// redo; after every few steps the file is written and read.
void TestMzrFile::editedReportsAreReadBack()
{
    QFETCH(QString, start);
    QFETCH(int, seed);
    QRandomGenerator random{quint32(seed)};
    ReportDocument document(context().handbook);
    if (start == "new")
        document.setReport(fresh());
    else if (start == "imported")
        document.setReport(publication(random.generate()));
    else
        document.setReport(openReport(hunanPath(), context())->report);
    document.setEditable(true);
    const std::vector<Account> functional = context().handbook.functional().ofYear(2023);
    const std::vector<Account> economic = context().handbook.economic().ofYear(2023);
    for (int step = 0; step < 60; ++step) {
        const int sheetIndex = random.bounded(int(document.report().sheets.size()));
        const Sheet &sheet = document.report().sheets[size_t(sheetIndex)];
        const int choice = random.bounded(20);
        if (choice < 3) {
            const auto &accounts
                = sheet.form->accounts == TableForm::Accounts::Economic ? economic : functional;
            const Account &account = accounts[size_t(random.bounded(int(accounts.size())))];
            (void)document.addAccount(sheetIndex, account.code, account.name);
        } else if (sheet.rowCount() == 0) {
            continue;
        } else if (choice < 5) {
            (void)document.removeRows(sheetIndex, {random.bounded(sheet.rowCount())});
        } else if (choice < 6) {
            document.undoStack().undo();
        } else if (choice < 7) {
            document.undoStack().redo();
        } else {
            const CellRef at{
                sheetIndex, random.bounded(sheet.rowCount()), random.bounded(sheet.columnCount())};
            if (!sheet.hasCell(at.row, at.column))
                continue;
            const QStringList texts{"", "0", "1.5", "1234567.891", "-2.00", "12元", "0.0001"};
            const QString text = texts[random.bounded(int(texts.size()))];
            if (choice < 15)
                (void)document.type(at, text);
            else if (choice < 17)
                (void)document.pin(at, text);
            else if (choice < 18)
                (void)document.release(at);
            else
                (void)document.clear({at});
        }
        if (step % 10 != 9)
            continue;
        const QByteArray written = writeReportJson(document.report());
        const Result<Report> read = readBack(written);
        QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
        QCOMPARE(difference(document.report(), *read), QString());
        for (size_t i = 0; i < read->sheets.size(); ++i) {
            const Sheet &was = document.report().sheets[i];
            const Sheet &is = read->sheets[i];
            for (int row = 0; row < was.rowCount(); ++row) {
                QVERIFY2(was.rows[size_t(row)] == is.rows[size_t(row)],
                    qPrintable(was.form->kind + u' ' + was.rows[size_t(row)].key));
                for (int column = 0; column < was.columnCount(); ++column)
                    QVERIFY2(was.cell(row, column) == is.cell(row, column),
                        qPrintable(QString("%1/%2/%3: pinned %4, %5 in the file")
                                       .arg(was.form->kind, was.rows[size_t(row)].key,
                                           was.columns[size_t(column)].id)
                                       .arg(was.cell(row, column).pinned)
                                       .arg(is.cell(row, column).pinned)));
            }
            QVERIFY2(was == is, qPrintable(was.form->kind));
        }
        QVERIFY(*read == document.report());
        QCOMPARE(writeReportJson(*read), written);
    }
}

void TestMzrFile::everyPrintedStateIsReadBack()
{
    Report report = fresh();
    Sheet &sheet = report.sheets[size_t(report.sheetOf(u"T03"))];
    const auto amount = [](qint64 fen, int decimals, bool grouped = false) {
        return Amount::number(Money::fromFen(fen), decimals, grouped);
    };
    sheet.setPrinted(0, 0, {});                                // blank
    sheet.setPrinted(0, 1, {}, "—");                           // blank, printed so
    sheet.setPrinted(0, 2, amount(0, 0));                      // 0
    sheet.setPrinted(0, 3, amount(0, 2));                      // 0.00
    sheet.setPrinted(0, 4, Amount::notPrinted());              // not printed
    sheet.setPrinted(0, 5, Amount::notPrinted(), "经营支出");  // a word instead
    Sheet &other = report.sheets[size_t(report.sheetOf(u"T02"))];
    other.setPrinted(0, 0, amount(9'222'070'000, 3, true));       // 9,222.070
    other.setPrinted(0, 1, amount(-31'000'000, 2), "（31.00）");  // printed in its way
    other.setPrinted(0, 2, Amount::unreadable(), "见附件");       // no amount
    other.setPrinted(0, 3, Amount::unreadable(), " 1\n2\t\"\\");  // any text
    other.setPrinted(0, 4, amount(Money::limit, 6, true));
    other.setPrinted(0, 5, amount(1'230'000, 2), "１．２３");
    other.setPrinted(0, 6, amount(1'230'000, 2), "1.23　");
    const QByteArray written = writeReportJson(report);
    const Result<Report> read = readReportJson(written, context().handbook);
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    QCOMPARE(difference(report, *read), QString());
    QVERIFY(*read == report);
    QCOMPARE(writeReportJson(*read), written);
}

void TestMzrFile::aTableRowIsOneLine()
{
    const Report report = publication(3);
    const QList<QByteArray> lines = writeReportJson(report).split('\n');
    qsizetype rows = 0;
    for (const QByteArray &line : lines)
        rows += line.startsWith("{\"key\":") ? 1 : 0;
    qsizetype expected = 0;
    for (const Sheet &sheet : report.sheets)
        expected += sheet.rowCount();
    QCOMPARE(rows, expected);
    QVERIFY(!writeReportJson(report).contains('\r'));
    QVERIFY(writeReportJson(report).endsWith("}\n"));
}

void TestMzrFile::aChangedCellIsOneChangedLine()
{
    for (const bool published : {false, true}) {
        ReportDocument document(context().handbook);
        document.setReport(published ? publication(4) : fresh());
        document.setEditable(true);
        // An input that no formula sums: T09's parts are summed in their own row.
        const int sheet = document.report().sheetOf(u"T09");
        const QByteArray before = writeReportJson(document.report());
        QVERIFY(document.type(
            {sheet, 0, document.report().sheets[size_t(sheet)].columnOf(u"budget.abroad")},
            "77.77"));
        QCOMPARE(changedLines(before, writeReportJson(document.report())), 1);

        // Any input: exactly the lines of the rows that changed.
        QRandomGenerator random(5);
        for (int round = 0; round < 40; round += thinning) {
            const int index = random.bounded(int(document.report().sheets.size()));
            const Sheet &table = document.report().sheets[size_t(index)];
            const CellRef at{
                index, random.bounded(table.rowCount()), random.bounded(table.columnCount())};
            const Report earlier = document.report();
            if (!document.type(at, QString::number(round) + ".25"))
                continue;
            int rows = 0;
            for (size_t i = 0; i < earlier.sheets.size(); ++i) {
                for (int row = 0; row < earlier.sheets[i].rowCount(); ++row) {
                    bool same = true;
                    for (int column = 0; column < earlier.sheets[i].columnCount(); ++column)
                        same = same
                            && earlier.sheets[i].printed(row, column)
                                == document.report().sheets[i].printed(row, column);
                    rows += same ? 0 : 1;
                }
            }
            QCOMPARE(
                changedLines(writeReportJson(earlier), writeReportJson(document.report())), rows);
        }
    }
}

void TestMzrFile::keysAreWrittenInOneOrder()
{
    const QByteArray written = writeReportJson(publication(6));
    qsizetype at = -1;
    for (const char *key :
        {"{\n\"mzr\":1", "\n\"agency\":", "\n\"year\":2023", "\n\"scope\":", "\n\"family\":\"F1\"",
            "\n\"publication\":true", "\n\"notes\":", "\n\"tables\":", "\n\"sections\":"}) {
        const qsizetype next = written.indexOf(key);
        QVERIFY2(next > at, key);
        at = next;
    }
    QVERIFY(QJsonDocument::fromJson(written).isObject());
}

void TestMzrFile::unknownKeysAreKept_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto insert = [](const char *name, const char *before, const char *after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after);
    };
    const char *later = R"("later":{"a":[1,2.5,null]})";
    insert("report, a number", later,
        R"("later":{"a":[1,2.5,null]},)"
        "\n"
        R"("zeal":3)");
    insert("report, a text", later, R"("later":"文\"\n")");
    insert("table", "\"new\":true}\n]}",
        "\"new\":true}\n],\"colour\":\"red\",\"nested\":{\"x\":[true]}}");
    insert("row", R"("values":["1.20"]})", R"("values":["1.20"],"comment":"见附件"})");
    insert("published row", R"("published":["3.00","3.00","-","y"]})",
        R"("published":["3.00","3.00","-","y"],"comment":{"by":"审核人"}})");
    insert("section", "[\"c\"]\n]}\n]}\n],", "[\"c\"]\n]}\n],\"style\":\"bold\"}\n],");
}

void TestMzrFile::unknownKeysAreKept()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QCOMPARE(small.count(before), 1);
    const QByteArray newer = QByteArray(small).replace(before, after);
    const Result<Report> read = readBack(newer);
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    const QByteArray written = writeReportJson(*read);
    const QByteArray expected
        = QByteArray(writeReportJson(*readBack(small))).replace(before, after);
    QCOMPARE(written, expected);
    const Result<Report> again = readBack(written);
    QVERIFY(again);
    QVERIFY(*again == *read);

    // They are still there after an edit and its undo.
    ReportDocument document(context().handbook);
    document.setReport(*read);
    document.setEditable(true);
    (void)document.addAccount(0, AccountCode::parse(u"2230105"), "x");
    document.undoStack().undo();
    QVERIFY(document.report().unknown == read->unknown);
    for (size_t i = 0; i < read->sheets.size(); ++i) {
        QCOMPARE(document.report().sheets[i].unknown, read->sheets[i].unknown);
        for (size_t row = 0; row < read->sheets[i].rows.size(); ++row)
            QCOMPARE(
                document.report().sheets[i].rows[row].unknown, read->sheets[i].rows[row].unknown);
    }
}

void TestMzrFile::aNewerVersionIsRefused()
{
    for (const char *version : {"2", "999", "2147483647"}) {
        const auto read = readReportJson(
            QByteArray(small).replace("\"mzr\":1", QByteArray("\"mzr\":") + version),
            context().handbook);
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(version), qPrintable(read.error().text()));
        QVERIFY(!read.error().message.contains(u'\n'));
    }
    for (const char *version : {"0", "-1", "\"1\"", "null", "1.5", "1e99", "[1]"}) {
        const auto read = readReportJson(
            QByteArray(small).replace("\"mzr\":1", QByteArray("\"mzr\":") + version),
            context().handbook);
        QVERIFY2(!read, version);
    }
    QVERIFY(!readReportJson("{}", context().handbook));
    QVERIFY(!readReportJson("[]", context().handbook));
}

void TestMzrFile::damageIsToldWithItsLine_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("line");
    const auto damaged = [](const char *before, const char *after) {
        return QByteArray(small).replace(before, after);
    };
    const auto lineOf
        = [](const char *text) { return int(small.first(small.indexOf(text)).count('\n')) + 1; };
    QTest::newRow("a bracket is missing")
        << damaged(R"("values":["1.20"]})", R"("values":["1.20"})") << lineOf("\"1.20\"");
    QTest::newRow("a quotation mark is missing")
        << damaged("\"agency\":\"甲局\"", "\"agency:\"甲局\"") << lineOf("甲局");
    QTest::newRow("a comma is missing")
        << damaged("\"year\":2023,", "\"year\":2023") << lineOf("\"scope\"");
    QTest::newRow("a wrong number") << damaged("\"year\":2023", "\"year\":20x23") << lineOf("2023");
    QTest::newRow("cut in a row") << small.first(small.indexOf("1.20")) << lineOf("1.20");
    QTest::newRow("not UTF-8") << damaged("甲局", "\xFF\xFE") << lineOf("甲局");
    QTest::newRow("not JSON") << QByteArray("hello") << 1;
}

void TestMzrFile::damageIsToldWithItsLine()
{
    QFETCH(QByteArray, json);
    QFETCH(int, line);
    const auto read = readReportJson(json, context().handbook);
    QVERIFY(!read);
    const QString message = read.error().text();
    QVERIFY(!message.contains(u'\n'));
    static const QRegularExpression number("\\d+");
    const int told = number.match(read.error().place).captured().toInt();
    // The reader stops at the fault or right behind it.
    QVERIFY2(told == line || told == line + 1, qPrintable(message));
}

void TestMzrFile::wrongValuesAreToldWithTheirPath_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("path");
    const auto wrong
        = [](const char *name, const char *before, const char *after, const char *path) {
              QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QString(path);
          };
    wrong("agency", "\"agency\":\"甲局\"", "\"agency\":5", "agency");
    wrong("year", "\"year\":2023", "\"year\":\"2023\"", "year");
    wrong("year with a fraction", "\"year\":2023", "\"year\":2023.5", "year");
    wrong("scope", "\"scope\":\"department\"", "\"scope\":[]", "scope");
    wrong("family", "\"family\":\"F1\"", "\"family\":\"F99\"", "family");
    wrong("publication", "\"publication\":true", "\"publication\":\"yes\"", "publication");
    wrong("notes", "\"notes\":[\n{\"place\":\"T08\",\"text\":\"x\"}\n]", "\"notes\":{}", "notes");
    wrong("a note", "{\"place\":\"T08\",\"text\":\"x\"}", "5", "notes[0]");
    wrong("tables", "\"later\"", "\"tables\":{},\"later\"", "tables");
    wrong("a table", "\"tables\":[\n", "\"tables\":[5,\n", "tables[0]");
    wrong("kind", "\"kind\":\"T08\"", "\"kind\":8", "tables[0].kind");
    wrong("an unknown kind", "\"kind\":\"T08\"", "\"kind\":\"T77\"", "tables[0]");
    wrong("unit", "\"unit\":\"万元\"", "\"unit\":1", "tables[0].unit");
    wrong("an unknown unit", "\"unit\":\"万元\"", "\"unit\":\"亿元\"", "tables[0].unit");
    wrong("bodyRows", "\"bodyRows\":2", "\"bodyRows\":\"2\"", "tables[0].bodyRows");
    wrong("columns", "[\"total\",\"basic\"", "[\"basic\",\"total\"", "tables[0].columns");
    wrong("an extra column", "{\"id\":\"extra1\",\"title\":\"备注\"}", "\"extra1\"",
        "tables[0].columns");
    wrong(
        "a column without id", "{\"id\":\"extra1\",\"title\":\"备注\"}", "{}", "tables[0].columns");
    wrong("a note of the table", "[\"注：空。\"]", "[7]", "tables[0].notes");
    wrong("line numbers", "[[\"1\"],[\"2\"]]", "[\"1\"]", "tables[1].lineNumbers");
    wrong("a row", "\"rows\":[\n{\"key\":\"general\"", "\"rows\":[\n5,\n{\"key\":\"general\"",
        "tables[1].rows[0]");
    wrong("key", "{\"key\":\"general\"", "{\"key\":1", "tables[1].rows[0].key");
    wrong("lane", "\"lane\":1", "\"lane\":\"1\"", "tables[1].rows[1].lane");
    wrong("a lane too many", "\"lane\":1", "\"lane\":2", "tables[1].rows[1]");
    wrong("values", "[\"1.20\"]", "\"1.20\"", "tables[1].rows[0].values");
    wrong("a number as value", "[\"1.20\"]", "[1.20]", "tables[1].rows[0]");
    wrong("true as value", "[\"1.20\"]", "[true]", "tables[1].rows[0]");
    wrong("too few values", "[\"1.20\"]", "[]", "tables[1].rows[0]");
    wrong("too many values", "[\"1.20\"]", "[\"1\",\"2\"]", "tables[1].rows[0]");
    wrong("no values", ",\"values\":[\"1.20\"]", "", "tables[1].rows[0]");
    wrong("an object as value", "[\"1.20\"]", "[{}]", "tables[1].rows[0]");
    wrong("published", "[\"3.00\",\"3.00\",\"-\",\"y\"]", "[\"3.00\"]", "tables[0].rows[0]");
    wrong("new", "\"new\":true", "\"new\":\"no\"", "tables[0].rows[1].new");
    wrong("removed", "\"at\":1", "\"at\":\"1\"", "tables[0].removed[0]");
    wrong("removed in no place", "\"at\":1", "\"at\":5", "tables[0].removed[0]");
    wrong("a removed row's values", "[\"1\",\"2\",\"3\",\"\"]", "[\"1\"]", "tables[0].removed[0]");
    wrong("a section", "\"sections\":[\n", "\"sections\":[\"x\",\n", "sections[0]");
    wrong("level", "\"level\":0", "\"level\":\"0\"", "sections[0].level");
    wrong("a section's title", "\"title\":\"表\"", "\"title\":null", "sections[0].title");
    wrong("a number as block", "\"文。\"", "5", "sections[0]");
    wrong("a list as block", "\"文。\"", "[]", "sections[0]");
    wrong("a table that is not there", "{\"table\":\"T08\"}", "{\"table\":\"T02\"}", "sections[0]");
    wrong("a grid", "[\"c\"]", "\"c\"", "sections[0]");
    wrong("a cell of a grid", "[\"c\"]", "[7]", "sections[0]");
}

void TestMzrFile::wrongValuesAreToldWithTheirPath()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, path);
    const QByteArray whole = path.contains("removed") ? smallWithRemoved() : small;
    QVERIFY(whole.contains(before));
    const QByteArray json = QByteArray(whole).replace(whole.indexOf(before), before.size(), after);
    QJsonParseError parsed;
    QJsonDocument::fromJson(json, &parsed);
    QVERIFY(parsed.error == QJsonParseError::NoError);
    const auto read = readReportJson(json, context().handbook);
    QVERIFY2(!read, "read without a word");
    QVERIFY2(read.error().place.startsWith(path), qPrintable(read.error().text()));
    QVERIFY(!read.error().message.isEmpty());
    QVERIFY(!read.error().text().contains(u'\n'));
}

void TestMzrFile::theSmallFileIsReadBack()
{
    const Result<Report> read = readBack(small);
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    QCOMPARE(read->sheets.front().rowCount(), 2);
    QCOMPARE(read->sheets.front().published->rowCount(), 1);
    const QByteArray written = writeReportJson(*read);
    const Result<Report> again = readBack(written);
    QVERIFY(again);
    QVERIFY(*again == *read);
    QCOMPARE(writeReportJson(*again), written);
    QCOMPARE(QJsonDocument::fromJson(written), QJsonDocument::fromJson(small));
}

void TestMzrFile::removedRowsAreReadBack()
{
    const Result<Report> read = readBack(smallWithRemoved());
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    const Sheet &sheet = read->sheets.front();
    QCOMPARE(sheet.rowCount(), 2);
    QCOMPARE(sheet.published->rowCount(), 2);
    QCOMPARE(sheet.published->rows[1].key, QString("22301"));
    QCOMPARE(sheet.published->printed(1, 2), QString("3"));
    QCOMPARE(QJsonDocument::fromJson(writeReportJson(*read)),
        QJsonDocument::fromJson(smallWithRemoved()));
}

/// A user removes rows of a publication, saves, and opens the file again.
void TestMzrFile::aPublicationWithoutSomeRowsIsReadBack()
{
    ReportDocument document(context().handbook);
    document.setReport(publication(8));
    document.setEditable(true);
    QRandomGenerator random(8);
    for (int round = 0; round < 12; ++round) {
        const int index = document.report().sheetOf(round % 2 == 0 ? u"T02" : u"T05");
        const Sheet &sheet = document.report().sheets[size_t(index)];
        QVERIFY(sheet.rowCount() > 2);
        QVERIFY(document.removeRows(index, {random.bounded(1, sheet.rowCount())}));
        const QByteArray written = writeReportJson(document.report());
        const Result<Report> read = readBack(written);
        QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
        QCOMPARE(writeReportJson(*read), written);
        for (size_t i = 0; i < read->sheets.size(); ++i)
            QVERIFY(*read->sheets[i].published == *document.report().sheets[i].published);
    }
}

/// A total of 12.00 in a table that prints thousands commas.
void TestMzrFile::anAmountTooSmallForACommaIsReadBack()
{
    Report report = fresh();
    Sheet &sheet = report.sheets[size_t(report.sheetOf(u"T03"))];
    sheet.setPrinted(0, 0, Amount::number(Money::fromFen(3'865'520'000), 2, true));
    report.isPublication = true;
    for (Sheet &each : report.sheets)
        each.printedLines.resize(each.form->lanes.size());
    markPublished(report);
    Totals(report).pinDifferences();
    ReportDocument document(context().handbook);
    document.setReport(report);
    document.setEditable(true);
    const int index = report.sheetOf(u"T03");
    QVERIFY(document.addAccount(index, AccountCode::parse(u"2010301"), {}));
    const int row = document.report().sheets[size_t(index)].rowOf(u"2010301");
    QVERIFY(document.type({index, row, 1}, "12"));
    QCOMPARE(document.report().sheets[size_t(index)].printed(0, 0), QString("12.00"));
    const Result<Report> read = readBack(writeReportJson(document.report()));
    QVERIFY(read);
    QVERIFY(*read == document.report());
}

void TestMzrFile::noByteLessCrashes()
{
    for (qsizetype at = 0; at < small.size(); ++at) {
        const auto read = readReportJson(QByteArray(small).remove(at, 1), context().handbook);
        if (read)
            useReport(*read);
        else
            QVERIFY(!read.error().message.isEmpty());
    }
}

void TestMzrFile::noOtherByteCrashes()
{
    QRandomGenerator random(77);
    for (qsizetype at = 0; at < small.size(); ++at) {
        QByteArray json = small;
        for (const char byte :
            {char(json[at] ^ (1 << random.bounded(8))), '"', '9', char(random.bounded(256))}) {
            json[at] = byte;
            const auto read = readReportJson(json, context().handbook);
            if (read)
                useReport(*read);
            else
                QVERIFY(!read.error().message.isEmpty());
        }
    }
}

void TestMzrFile::noCutCrashes()
{
    for (qsizetype length = 0; length + 2 < small.size(); ++length) {
        const auto read = readReportJson(small.first(length), context().handbook);
        QVERIFY2(!read, qPrintable(QString("cut at %1").arg(length)));
    }
}

void TestMzrFile::aFileIsWrittenAndReplaced()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("报告.mzr");
    QVERIFY(writeWhole(path, "one"));
    QCOMPARE(fileContent(path), QByteArray("one"));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(writeWhole(path, "two and more"));
    QCOMPARE(fileContent(path), QByteArray("two and more"));
    QCOMPARE(QFile::permissions(path)
            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
        QFile::Permissions());
    QVERIFY(writeWhole(path, {}));
    QCOMPARE(fileContent(path), QByteArray());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList("报告.mzr"));
}

void TestMzrFile::aFailureLeavesTheOldFile_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("readOnly");
    QTest::newRow("the folder is missing") << "missing/report.mzr" << false;
    QTest::newRow("a file is in the folder's place") << "old.mzr/report.mzr" << false;
    QTest::newRow("the target is a folder") << "folder" << false;
    QTest::newRow("the folder is read-only") << "old.mzr" << true;
    QTest::newRow("no name") << "" << false;
}

void TestMzrFile::aFailureLeavesTheOldFile()
{
    QFETCH(QString, target);
    QFETCH(bool, readOnly);
    if (readOnly && geteuid() == 0)
        QSKIP("root may write into a read-only folder");
    QTemporaryDir folder;
    QVERIFY(writeWhole(folder.filePath("old.mzr"), "old"));
    QVERIFY(QDir(folder.path()).mkdir("folder"));
    if (readOnly)
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
    const Done written = writeWhole(target.isEmpty() ? QString() : folder.filePath(target), "new");
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(!written);
    QVERIFY(!written.error().message.isEmpty());
    QVERIFY(target.isEmpty() || written.error().place.endsWith(target));
    QCOMPARE(fileContent(folder.filePath("old.mzr")), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        (QStringList{"folder", "old.mzr"}));
}

void TestMzrFile::aFullDiskLeavesTheOldFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("report.mzr");
    QVERIFY(writeWhole(path, "old"));
    // A limit on the size of files stands for the full disk.
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = 64 * 1024;
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    const Done large = writeWhole(path, QByteArray(1024 * 1024, 'x'));
    const Done edge = writeWhole(path, QByteArray(64 * 1024 + 1, 'x'));
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!large);
    QVERIFY(!edge);
    QCOMPARE(fileContent(path), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList("report.mzr"));
}

void TestMzrFile::aLinkStaysALink()
{
    QTemporaryDir folder;
    const QString real = folder.filePath("real.mzr");
    const QString link = folder.filePath("link.mzr");
    QVERIFY(writeWhole(real, "old"));
    QVERIFY(QFile::link(real, link));
    QVERIFY(writeWhole(link, "new"));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(fileContent(real), QByteArray("new"));
}

void TestMzrFile::readingIsBounded_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("read");
    QTest::newRow("nothing") << qint64(0) << true;
    QTest::newRow("at the bound") << qint64(1000) << true;
    QTest::newRow("one more") << qint64(1001) << false;
    QTest::newRow("very large") << qint64(8) * 1024 * 1024 * 1024 << false;
}

void TestMzrFile::readingIsBounded()
{
    QFETCH(qint64, size);
    QFETCH(bool, read);
    QTemporaryDir folder;
    QFile file(folder.filePath("file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    if (!file.resize(size))
        QSKIP("the file system has no sparse files of that size");
    file.close();
    const Result<QByteArray> bytes = readBounded(file.fileName(), 1000);
    QCOMPARE(bytes.has_value(), read);
    if (read)
        QCOMPARE(bytes->size(), size);
    QVERIFY(!readBounded(folder.path(), 1000));
    QVERIFY(!readBounded(folder.filePath("missing"), 1000));
    QVERIFY(!readBounded({}, 1000));
    QVERIFY(!readBounded("/dev/zero", 1000));
}

QTEST_GUILESS_MAIN(TestMzrFile)

#include "tst_mzr_file.moc"
