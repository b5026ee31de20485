#include "model/compose/composer.h"
#include "model/document/mzr_file.h"
#include "model/document/report_document.h"
#include "model/document/report_folder.h"
#include "model/document/report_json.h"
#include "model/domain/csv.h"
#include "model/manuscript/writers/text_writer.h"
#include "tests/model/recognize/sample_report.h"
#include "tests/support/hunan.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace mz;
using namespace mz::test;

namespace {

QString program()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/mingzhang-cli");
}

struct Run
{
    int status = -1;
    QByteArray out;
    QByteArray err;
};

Run run(const QStringList &arguments)
{
    QProcess process;
    process.start(program(), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), "did not end normally"};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

QJsonObject rowOf(
    const QJsonObject &report, const QString &kind, const QString &key, const QString &side = {})
{
    for (const QJsonValue &table : report["tables"].toArray()) {
        if (table["kind"] != kind)
            continue;
        for (const QJsonValue &row : table["rows"].toArray()) {
            if (row["key"] == key && (side.isEmpty() || row["side"] == side))
                return row.toObject();
        }
    }
    return {};
}

QStringList keysOf(const QJsonObject &object)
{
    QStringList keys = object.keys();
    keys.sort();
    return keys;
}

#define MZ_VERIFY_FAILED(result)                                                                   \
    do {                                                                                           \
        QCOMPARE((result).status, 2);                                                              \
        QCOMPARE((result).out, QByteArray());                                                      \
        QVERIFY2((result).err.size() > 1 && (result).err.count('\n') == 1                          \
                && (result).err.endsWith('\n'),                                                    \
            (result).err.constData());                                                             \
    } while (false)

}  // namespace

/// The program itself, as a user or a script runs it.
class TestCommandLine : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();

    void showGivesOneObject();
    void moneyIsAStringAsPublished();
    void theHunanReportIsShown();
    void showWithoutJsonIsForPeople();
    void everyFormatShowsTheSame();
    void setFollowsTotals();
    void setTakesSidesAndPrintedNames_data();
    void setTakesSidesAndPrintedNames();
    void setRefuses_data();
    void setRefuses();
    void setChangesAllOrNothing();
    void convertWritesEveryFormat();
    void csvCellsNeverBeginAFormula();
    void writtenTablesAreReadBack();
    void whatATextStillLacksIsToldWhenItIsWritten();
    void theWrongWordsAreRefused_data();
    void theWrongWordsAreRefused();
    void whatCannotBeReadIsToldInOneLine_data();
    void whatCannotBeReadIsToldInOneLine();
    void aFailureLeavesWhatIsThere_data();
    void aFailureLeavesWhatIsThere();
    void helpAndVersionAreNoFailures();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QJsonObject shown(const QString &file) const
    {
        return QJsonDocument::fromJson(run({"show", file, "--json"}).out).object();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_blank;   ///< A new report with a few rows.
    QString m_sample;  ///< A published text.
};

void TestCommandLine::initTestCase()
{
    if (!QFile::exists(program()))
        QSKIP("bin/mingzhang-cli is not built");
}

void TestCommandLine::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    ReportDocument document(context().handbook);
    document.setReport(Report::fromFamily(context().handbook.families().front(),
        {"试点县数据局", 2023, Identity::Scope::Department, {}}));
    for (const char *kind : {"T02", "T03", "T05"}) {
        for (const char *code : {"2010301", "2080505"})
            QVERIFY(document.addAccount(
                document.report().sheetOf(QString(kind)), AccountCode::parse(QString(code)), {}));
    }
    m_blank = path("blank.mzr");
    QVERIFY(writeWhole(m_blank, writeReportJson(document.report())));
    m_sample = path("样本 1.txt");
    const Report report = sampleReport(context().handbook, 3, SampleStyle{0, 4, 20, true, true});
    QVERIFY(writeWhole(m_sample, writeText(compose(report)).toUtf8()));
}

void TestCommandLine::showGivesOneObject()
{
    const Run result = run({"show", m_sample, "--json"});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.err, QByteArray());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(result.out, &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    QVERIFY(document.isObject());
    const QJsonObject report = document.object();
    QCOMPARE(keysOf(report),
        (QStringList{
            "agency", "annexes", "family", "figures", "notes", "sections", "tables", "year"}));
    QCOMPARE(report["agency"].toString(), QString("试点县数据局"));
    QCOMPARE(report["year"], QJsonValue(2023));
    QCOMPARE(report["family"].toString(), QString("F1"));
    QCOMPARE(report["tables"].toArray().size(), 9);
    for (const QJsonValue &table : report["tables"].toArray()) {
        for (const char *key : {"kind", "number", "title", "unit"})
            QVERIFY2(table[QLatin1String(key)].isString(), key);
        const QJsonArray columns = table["columns"].toArray();
        QVERIFY(!columns.isEmpty());
        for (const QJsonValue &column : columns) {
            QVERIFY(!column["id"].toString().isEmpty());
            QVERIFY(!column["title"].toString().isEmpty());
        }
        const bool sides = table["kind"] == "T01" || table["kind"] == "T04";
        for (const QJsonValue &row : table["rows"].toArray()) {
            QVERIFY(row["key"].isString());
            QVERIFY(row["label"].isString());
            QCOMPARE(row["values"].toArray().size(), columns.size());
            QCOMPARE(row["side"] == "income" || row["side"] == "expenditure", sides);
        }
    }
    for (const QJsonValue &section : report["sections"].toArray()) {
        QVERIFY(section["number"].isString());
        QVERIFY(section["title"].isString());
        QVERIFY(section["paragraphs"].isArray());
    }
    QCOMPARE(report["annexes"].toArray().size(), 1);
    QVERIFY(report["notes"].isArray());
    for (const QJsonValue &figure : report["figures"].toObject())
        QVERIFY(figure.isString() || figure.isNull());
}

void TestCommandLine::moneyIsAStringAsPublished()
{
    const Report report = sampleReport(context().handbook, 3, SampleStyle{0, 4, 20, true, true});
    const QJsonObject object = shown(m_sample);
    int numbers = 0;
    int blanks = 0;
    for (const QJsonValue &table : object["tables"].toArray()) {
        const Sheet &sheet = *report.sheet(table["kind"].toString());
        const QJsonArray rows = table["rows"].toArray();
        QCOMPARE(rows.size(), sheet.rowCount());
        for (int row = 0; row < sheet.rowCount(); ++row) {
            const QJsonArray values = rows[row]["values"].toArray();
            for (int column = 0; column < sheet.columnCount(); ++column) {
                if (sheet.cell(row, column).amount.isNumber()) {
                    QString printed = sheet.printed(row, column);
                    QCOMPARE(values[column], QJsonValue(printed.remove(u',')));
                    ++numbers;
                } else {
                    QVERIFY(values[column].isNull());
                    ++blanks;
                }
            }
        }
    }
    QVERIFY(numbers > 100);
    QVERIFY(blanks > 10);
}

void TestCommandLine::theHunanReportIsShown()
{
    MZ_NEEDS_HUNAN();
    const QJsonObject report = shown(hunanPath());
    QCOMPARE(report["agency"].toString(), QString("怀化市机关事务管理局"));
    QCOMPARE(rowOf(report, "T06", "301")["values"].toArray(), QJsonArray{"922.207"});
    QCOMPARE(
        rowOf(report, "T03", "total")["values"].toArray().first().toString(), QString("3865.52"));
    QCOMPARE(rowOf(report, "T01", "208", "expenditure")["values"].toArray(), QJsonArray{"202.07"});
    QCOMPARE(rowOf(report, "T04", "total", "income")["values"].toArray(),
        (QJsonArray{"3618.79", {}, {}, {}, {}}));
    const QJsonObject figures = report["figures"].toObject();
    QCOMPARE(figures["expenditure.basic"].toString(), QString("2185.85"));
    QCOMPARE(figures["three_public.actual.reception"].toString(), QString("1.42"));
    QCOMPARE(figures["general.personnel"].toString(), QString("938.40"));
}

void TestCommandLine::showWithoutJsonIsForPeople()
{
    const Run result = run({"show", m_sample});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.err, QByteArray());
    const QString text = QString::fromUtf8(result.out);
    QVERIFY(text.contains("试点县数据局"));
    QVERIFY(text.contains("财政拨款“三公”经费支出决算表"));
    QVERIFY(text.endsWith(u'\n'));
}

void TestCommandLine::everyFormatShowsTheSame()
{
    QCOMPARE(run({"convert", m_sample, "--to", "mzr", "--out", path("a.mzr")}).status, 0);
    QCOMPARE(run({"convert", path("a.mzr"), "--to", "txt", "--out", path("b.txt")}).status, 0);
    QCOMPARE(run({"convert", path("b.txt"), "--to", "mzr", "--out", path("c.mzr")}).status, 0);
    const QByteArray expected = run({"show", m_sample, "--json"}).out;
    for (const char *name : {"a.mzr", "b.txt", "c.mzr"})
        QCOMPARE(run({"show", path(name), "--json"}).out, expected);
    QCOMPARE(fileContent(path("c.mzr")), fileContent(path("a.mzr")));
    QCOMPARE(fileContent(path("b.txt")), fileContent(m_sample));
}

void TestCommandLine::setFollowsTotals()
{
    const QByteArray before = fileContent(m_blank);
    const Run result = run({"set", m_blank, "T03/2010301/basic=12.5", "T03/2010301/project=0.25",
        "T05/2080505/basic=7", "T02/2010301/fiscal=12000元", "T09/*/actual.reception=1.5", "--out",
        path("new.mzr")});
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out, QByteArray());
    QCOMPARE(fileContent(m_blank), before);
    const QJsonObject report = shown(path("new.mzr"));
    const auto value
        = [&report](const char *kind, const char *key, int column, const char *side = "") {
              return rowOf(report, kind, key, side)["values"].toArray()[column].toString();
          };
    QCOMPARE(value("T03", "2010301", 0), QString("12.75"));
    QCOMPARE(value("T03", "20103", 0), QString("12.75"));
    QCOMPARE(value("T03", "201", 1), QString("12.50"));
    QCOMPARE(value("T03", "total", 2), QString("0.25"));
    QCOMPARE(value("T01", "201", 0, "expenditure"), QString("12.75"));
    QCOMPARE(value("T01", "total", 0, "expenditure"), QString("12.75"));
    QCOMPARE(value("T05", "208", 0), QString("7.00"));
    QCOMPARE(value("T04", "208", 2, "expenditure"), QString("7.00"));
    QCOMPARE(value("T02", "total", 0), QString("1.20"));
    QCOMPARE(value("T09", "total", 6), QString("1.50"));
    QCOMPARE(report["figures"].toObject()["expenditure.basic"].toString(), QString("12.50"));
}

void TestCommandLine::setTakesSidesAndPrintedNames_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("side");
    QTest::newRow("side") << "T01/income/general/amount"
                          << "general"
                          << "income";
    QTest::newRow("the other side") << "T01/expenditure/closing/amount"
                                    << "closing"
                                    << "expenditure";
    QTest::newRow("a printed column") << "T01/income/opening/决算数"
                                      << "opening"
                                      << "income";
}

void TestCommandLine::setTakesSidesAndPrintedNames()
{
    QFETCH(QString, address);
    QFETCH(QString, key);
    QFETCH(QString, side);
    const Run result = run({"set", m_blank, address + "=3.5", "--out", path("new.mzr")});
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(result.status, 0);
    QCOMPARE(
        rowOf(shown(path("new.mzr")), "T01", key, side)["values"].toArray(), QJsonArray{"3.50"});
}

void TestCommandLine::setRefuses_data()
{
    QTest::addColumn<QStringList>("assignments");
    QTest::addColumn<QString>("told");
    const auto refuse = [](const char *name, const QStringList &assignments, const char *told) {
        QTest::newRow(name) << assignments << QString(told);
    };
    refuse("a total", {"T03/total/basic=1"}, "03");
    refuse("a total of a row", {"T03/2010301/total=1"}, "2010301");
    refuse("a branch", {"T03/201/basic=1"}, "201");
    refuse("a line that follows", {"T01/expenditure/201/amount=1"}, "01");
    refuse("an unknown table", {"T77/total/basic=1"}, "T77");
    refuse("an unknown row", {"T03/2019999/basic=1"}, "2019999");
    refuse("an unknown column", {"T03/2010301/nothing=1"}, "nothing");
    refuse("an unknown side", {"T01/nowhere/general/amount=1"}, "nowhere");
    refuse("a column of the other side", {"T04/income/general/funds=1"}, "funds");
    refuse("no row", {"T03/basic=1"}, "T03/basic");
    refuse("too many parts", {"T03/a/b/c/d=1"}, "T03/a/b/c/d");
    refuse("no value", {"T03/2010301/basic"}, "T03/2010301/basic");
    refuse("no amount", {"T03/2010301/basic=abc"}, "abc");
    refuse("two amounts", {"T03/2010301/basic=1=2"}, "1=2");
    refuse("too fine", {"T03/2010301/basic=1.0000001"}, "03");
    refuse("too large", {"T03/2010301/basic=99999999999"}, "03");
    refuse("the second is wrong", {"T03/2010301/basic=1", "T03/total/basic=1"}, "03");
    refuse("no address", {"=1"}, "KIND/ROW/COLUMN");
    refuse("a star for many rows", {"T03/*/basic=1"}, "*");
    refuse("a lower case kind", {"t03/2010301/basic=1"}, "t03");
}

void TestCommandLine::setRefuses()
{
    QFETCH(QStringList, assignments);
    QFETCH(QString, told);
    const QString out = path("new.mzr");
    const Run result = run(QStringList{"set", m_blank} + assignments + QStringList{"--out", out});
    MZ_VERIFY_FAILED(result);
    QVERIFY2(QString::fromUtf8(result.err).contains(told), result.err.constData());
    QVERIFY(!QFile::exists(out));
}

void TestCommandLine::setChangesAllOrNothing()
{
    const QByteArray before = fileContent(m_blank);
    // Onto the file itself: a refusal leaves it as it was.
    MZ_VERIFY_FAILED(
        run({"set", m_blank, "T03/2010301/basic=1", "T03/total/basic=1", "--out", m_blank}));
    QCOMPARE(fileContent(m_blank), before);
    QCOMPARE(run({"set", m_blank, "T03/2010301/basic=1", "--out", m_blank}).status, 0);
    QVERIFY(fileContent(m_blank) != before);
    QCOMPARE(
        rowOf(shown(m_blank), "T03", "total")["values"].toArray()[0].toString(), QString("1.00"));
}

void TestCommandLine::convertWritesEveryFormat()
{
    QCOMPARE(run({"convert", m_sample, "--to", "csv", "--out", path("tables")}).status, 0);
    const QDir tables(path("tables"));
    QStringList expected;
    for (int i = 1; i <= 9; ++i)
        expected << QString("T0%1.csv").arg(i);
    QCOMPARE(tables.entryList(QDir::Files | QDir::Hidden), expected);
    const Report report = sampleReport(context().handbook, 3, SampleStyle{0, 4, 20, true, true});
    const Sheet &sheet = *report.sheet(u"T02");
    const auto lines = parseCsv(QString::fromUtf8(fileContent(tables.filePath("T02.csv"))));
    const size_t top = 6;  // report, title, department and unit; headings and their numbers
    QVERIFY(lines.size() >= size_t(sheet.rowCount()) + top);
    QCOMPARE(lines[1], QStringList{sheet.title});
    for (int row = 0; row < sheet.rowCount(); ++row) {
        const QStringList &line = lines[size_t(row) + top];
        QCOMPARE(line.size(), sheet.columnCount() + 2);
        QCOMPARE(line.front(), row == 0 ? QString("合计") : sheet.rows[size_t(row)].key);
        for (int column = 0; column < sheet.columnCount(); ++column)
            QCOMPARE(line[column + 2], sheet.printed(row, column));
    }
    // Once more into the same folder.
    QCOMPARE(run({"convert", m_sample, "--to", "csv", "--out", path("tables")}).status, 0);
    QCOMPARE(tables.entryList(QDir::Files | QDir::Hidden), expected);

    QCOMPARE(run({"convert", m_sample, "--to", "mzr", "--out", path("a.mzr")}).status, 0);
    QVERIFY(fileContent(path("a.mzr")).startsWith("{\n\"mzr\":1"));
    QCOMPARE(run({"convert", m_sample, "--to", "txt", "--out", path("a.txt")}).status, 0);
    QCOMPARE(fileContent(path("a.txt")), fileContent(m_sample));
}

void TestCommandLine::writtenTablesAreReadBack()
{
    QCOMPARE(run({"convert", m_sample, "--to", "csv", "--out", path("back")}).status, 0);
    const Report report = openReport(m_sample, context())->report;
    for (const QString &opened : {path("back"), path("back/T05.csv")}) {
        const auto again = openReport(opened, context());
        QVERIFY2(again, qPrintable(again ? QString() : again.error().text()));
        QVERIFY(!again->uncertain);
        QCOMPARE(again->report.identity, report.identity);
        QCOMPARE(again->report.sheets.size(), report.sheets.size());
        for (size_t i = 0; i < report.sheets.size(); ++i) {
            const Sheet &was = report.sheets[i];
            const Sheet &is = again->report.sheets[i];
            QCOMPARE(is.unit, was.unit);
            QCOMPARE(is.notes, was.notes);
            QCOMPARE(is.rowCount(), was.rowCount());
            for (int row = 0; row < was.rowCount(); ++row) {
                QCOMPARE(is.rows[size_t(row)].key, was.rows[size_t(row)].key);
                for (int column = 0; column < was.columnCount(); ++column)
                    QCOMPARE(is.printed(row, column), was.printed(row, column));
            }
        }
    }
    // In a list of files they are one report; one of them alone is a table.
    QCOMPARE(readableFiles(path("back")).size(), qsizetype(1));
    QVERIFY(QDir().mkpath(path("alone")));
    QVERIFY(QFile::copy(path("back/T05.csv"), path("alone/T05.csv")));
    const auto alone = openReport(path("alone/T05.csv"), context());
    QVERIFY(alone);
    QCOMPARE(alone->report.sheets.size(), size_t(1));
    QCOMPARE(alone->report.identity.year, report.identity.year);
}

void TestCommandLine::csvCellsNeverBeginAFormula()
{
    const QStringList evil{"=1+1", "+1+cmd|' /C calc'!A0", "-1+cmd|' /C calc'!A0", "@SUM(A1)",
        "=HYPERLINK(\"http://x\",\"y\")", "-A1", "=1,2", "=\"a\""};
    const Result<OpenedReport> opened = openReport(m_blank, context());
    QVERIFY(opened);
    Report report = opened->report;
    QRandomGenerator random(2);
    for (Sheet &sheet : report.sheets) {
        for (int row = 0; row < sheet.rowCount(); ++row) {
            sheet.rows[size_t(row)].label = evil[random.bounded(int(evil.size()))];
            for (int column = 0; column < sheet.columnCount(); ++column) {
                if (sheet.hasCell(row, column))
                    sheet.setPrinted(
                        row, column, Amount::unreadable(), evil[random.bounded(int(evil.size()))]);
            }
        }
    }
    QVERIFY(writeWhole(path("evil.mzr"), writeReportJson(report)));
    const Run result = run({"convert", path("evil.mzr"), "--to", "csv", "--out", path("evil")});
    QCOMPARE(result.status, 0);
    int cells = 0;
    for (const QString &name : QDir(path("evil")).entryList(QDir::Files)) {
        for (const QStringList &line :
            parseCsv(QString::fromUtf8(fileContent(path("evil/" + name))))) {
            for (const QString &cell : line) {
                QVERIFY2(cell.isEmpty() || !QString("=+-@\t\r").contains(cell.front()),
                    qPrintable(cell));
                cells += cell.startsWith(u'\'') ? 1 : 0;
            }
        }
    }
    QVERIFY(cells > 100);
}

void TestCommandLine::whatATextStillLacksIsToldWhenItIsWritten()
{
    const QString written = path("written.mzr");
    QCOMPARE(run({"write", m_blank, "--out", written}).status, 0);
    const Run text = run({"convert", written, "--to", "txt", "--out", path("written.txt")});
    QCOMPARE(text.status, 0);
    QCOMPARE(text.err.count('\n'), 1);
    QVERIFY(fileContent(path("written.txt")).contains("〔"));
    QVERIFY(run({"convert", written, "--to", "csv", "--out", path("written")}).err.isEmpty());
    QVERIFY(run({"convert", m_sample, "--to", "txt", "--out", path("sample.txt")}).err.isEmpty());
}

void TestCommandLine::theWrongWordsAreRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString file = "FILE";  // stands for a report
    QTest::newRow("no file") << QStringList{"show"};
    QTest::newRow("two files") << QStringList{"show", file, file};
    QTest::newRow("an unknown command") << QStringList{"frobnicate", file};
    QTest::newRow("an unknown option") << QStringList{"show", file, "--frobnicate"};
    QTest::newRow("set without --out") << QStringList{"set", file, "T03/2010301/basic=1"};
    QTest::newRow("set without a cell") << QStringList{"set", file, "--out", "OUT"};
    QTest::newRow("set with an empty --out")
        << QStringList{"set", file, "T03/2010301/basic=1", "--out", ""};
    QTest::newRow("convert without --out") << QStringList{"convert", file, "--to", "csv"};
    QTest::newRow("convert without --to") << QStringList{"convert", file, "--out", "OUT"};
    QTest::newRow("convert to no format")
        << QStringList{"convert", file, "--to", "wav", "--out", "OUT"};
    QTest::newRow("convert two files")
        << QStringList{"convert", file, file, "--to", "csv", "--out", "OUT"};
    QTest::newRow("--out without a value") << QStringList{"convert", file, "--to", "csv", "--out"};
}

void TestCommandLine::theWrongWordsAreRefused()
{
    QFETCH(QStringList, arguments);
    for (QString &argument : arguments) {
        if (argument == "FILE")
            argument = m_blank;
        else if (argument == "OUT")
            argument = path("out");
    }
    MZ_VERIFY_FAILED(run(arguments));
    QVERIFY(!QFile::exists(path("out")));
}

void TestCommandLine::whatCannotBeReadIsToldInOneLine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QByteArray() << "报告.txt";
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << "报告.pdf";
    QTest::newRow("binary") << QByteArray(100, '\0') << "报告.bin";
    QTest::newRow("no table") << QByteArray("本单位没有决算表。\n") << "报告.txt";
    QTest::newRow("damaged") << QByteArray("{\"mzr\":1,\n\"agency\":") << "报告.mzr";
    QTest::newRow("newer") << QByteArray("{\"mzr\":9}") << "报告.mzr";
}

void TestCommandLine::whatCannotBeReadIsToldInOneLine()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QVERIFY(writeWhole(path(name), bytes));
    const QList<QStringList> commands{{"show", path(name)}, {"show", path(name), "--json"},
        {"set", path(name), "T03/total/basic=1", "--out", path("out")},
        {"convert", path(name), "--to", "csv", "--out", path("out")}};
    for (const QStringList &command : commands) {
        const Run result = run(command);
        MZ_VERIFY_FAILED(result);
        QVERIFY2(QString::fromUtf8(result.err).contains(name), result.err.constData());
        QVERIFY(!QFile::exists(path("out")));
    }
    MZ_VERIFY_FAILED(run({"show", path("missing.txt"), "--json"}));
    MZ_VERIFY_FAILED(run({"show", m_folder->path(), "--json"}));
}

void TestCommandLine::aFailureLeavesWhatIsThere_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList out{"--out", "OUT"};
    QTest::newRow("convert a bad file") << QStringList{"convert", "BAD", "--to", "mzr"} + out;
    QTest::newRow("convert to no format") << QStringList{"convert", "FILE", "--to", "wav"} + out;
    QTest::newRow("csv onto a file") << QStringList{"convert", "FILE", "--to", "csv"} + out;
    QTest::newRow("set a total") << QStringList{"set", "FILE", "T03/total/basic=1"} + out;
    QTest::newRow("set in a bad file") << QStringList{"set", "BAD", "T03/total/basic=1"} + out;
}

void TestCommandLine::aFailureLeavesWhatIsThere()
{
    QFETCH(QStringList, arguments);
    QVERIFY(writeWhole(path("bad.txt"), "no report"));
    QVERIFY(writeWhole(path("old"), "old"));
    for (QString &argument : arguments) {
        if (argument == "FILE")
            argument = m_blank;
        else if (argument == "BAD")
            argument = path("bad.txt");
        else if (argument == "OUT")
            argument = path("old");
    }
    const QStringList before = QDir(m_folder->path()).entryList();
    MZ_VERIFY_FAILED(run(arguments));
    QCOMPARE(fileContent(path("old")), QByteArray("old"));
    QCOMPARE(QDir(m_folder->path()).entryList(), before);
    // Nor into a folder that is not there.
    arguments.last() = path("missing/deep/new.mzr");
    if (arguments.contains("mzr") || arguments.contains("set")) {
        MZ_VERIFY_FAILED(run(arguments));
        QVERIFY(!QFile::exists(path("missing")));
    }
}

void TestCommandLine::helpAndVersionAreNoFailures()
{
    for (const char *option : {"--help", "--version"}) {
        const Run result = run({QString(option)});
        QCOMPARE(result.status, 0);
        QVERIFY(!result.out.isEmpty());
        QCOMPARE(result.err, QByteArray());
    }
    const Run nothing = run({});
    QCOMPARE(nothing.status, 2);
    QCOMPARE(nothing.out, QByteArray());
    QVERIFY(!nothing.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestCommandLine)

#include "tst_command_line.moc"
