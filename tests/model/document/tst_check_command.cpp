#include "model/document/mzr_file.h"
#include "model/document/report_json.h"
#include "tests/model/document/consistent_report.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

struct Run
{
    int status = -1;
    QByteArray out;
    QByteArray err;
};

Run check(const QStringList &arguments)
{
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + u"/../bin/mingzhang-cli"_s,
        QStringList{u"check"_s} + arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), "did not end normally"};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

}  // namespace

class TestCheckCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // Names tell the order: 00 to 11 are fine, 05 is faulty.
        for (unsigned i = 0; i < 12; ++i) {
            Report report = consistentReport(i + 1);
            if (i == 5) {
                const CellRef at = cellOf(report, u"T01", u"total", u"amount");
                report.sheets[size_t(at.sheet)].setPrinted(
                    at.row, at.column, Amount::number(Money::fromFen(7 * cent), 2));
            }
            QVERIFY(writeWhole(file(i), writeReportJson(report)).has_value());
        }
    }

    void aFolderGivesOneLineAReportInTheOrderOfTheNames()
    {
        const Run run = check({m_folder.path()});
        QCOMPARE(run.status, 1);
        QCOMPARE(run.err, QByteArray());
        const QList<QByteArray> lines = run.out.split('\n');
        QCOMPARE(lines.size(), 13);
        for (unsigned i = 0; i < 12; ++i)
            QVERIFY2(lines[i].startsWith(file(i).toUtf8()), lines[i].constData());
    }

    void filesWithoutErrorsAreFine()
    {
        QCOMPARE(check({file(0)}).status, 0);
        QCOMPARE(check({file(0), file(1)}).status, 0);
        QCOMPARE(check({file(5)}).status, 1);
    }

    void aFileThatCannotBeReadIsOneLineAndTheOthersAreStillChecked()
    {
        const QString broken = m_other.filePath(u"broken.mzr"_s);
        QFile out(broken);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("{\"mzr\": 1,");
        out.close();
        const Run run = check({file(0), broken, u"/no/such.mzr"_s, file(5)});
        QCOMPARE(run.status, 2);
        const QList<QByteArray> lines = run.out.split('\n');
        QCOMPARE(lines.size(), 5);
        QVERIFY(lines[1].startsWith(broken.toUtf8()));
        QVERIFY(lines[3].startsWith(file(5).toUtf8()));
        const Run alone = check({broken});
        QCOMPARE(alone.status, 2);
        QCOMPARE(alone.out, QByteArray());
        QCOMPARE(alone.err.count('\n'), 1);
    }

    void jsonOfSeveralFilesIsOneList()
    {
        const Run run = check({u"--json"_s, file(0), u"/no/such.mzr"_s, file(5)});
        QCOMPARE(run.status, 2);
        QCOMPARE(run.err.count('\n'), 1);
        QCOMPARE(run.out.count('\n'), 1);
        const QJsonArray list = QJsonDocument::fromJson(run.out).array();
        QCOMPARE(list.size(), 3);
        QCOMPARE(list[0]["verdict"].toString(), u"passed"_s);
        QCOMPARE(list[1]["verdict"].toString(), u"unreadable"_s);
        QCOMPARE(list[2]["verdict"].toString(), u"faulty"_s);
        QVERIFY(QJsonDocument::fromJson(check({u"--json"_s, file(0)}).out).isObject());
    }

    void progressIsToldOnStandardErrorWhereAskedFor()
    {
        const Run run = check({u"--progress"_s, m_folder.path()});
        QCOMPARE(run.status, 1);
        QCOMPARE(run.out.count('\n'), 12);
        QVERIFY(run.err.count('\n') >= 1);
        QVERIFY2(run.err.contains("12"), run.err.constData());
    }

    void placesInTheTextAreTold()
    {
        MZ_NEEDS_HUNAN();
        const QJsonObject report
            = QJsonDocument::fromJson(check({u"--json"_s, hunanPath()}).out).object();
        bool found = false;
        for (const QJsonValue &finding : report["findings"].toArray()) {
            if (finding["rule"].toString() != u"ST-11")
                continue;
            found = true;
            QCOMPARE(finding["text"].toArray().size(), 1);
            QVERIFY(finding["text"][0]["section"].toString().startsWith(u"9、"));
        }
        QVERIFY(found);
    }

private:
    QString file(unsigned number) const
    {
        return m_folder.filePath(u"%1.mzr"_s.arg(number, 2, 10, QLatin1Char('0')));
    }
    QTemporaryDir m_folder, m_other;
};

QTEST_GUILESS_MAIN(TestCheckCommand)

#include "tst_check_command.moc"
