#include "model/checks/checker.h"
#include "model/document/batch_run.h"
#include "model/document/mzr_file.h"
#include "model/document/report_folder.h"
#include "model/document/report_json.h"
#include "tests/model/document/consistent_report.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

class TestBatchRun : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(u"市级/局"_s));
        for (unsigned i = 0; i < 8; ++i) {
            Report report = consistentReport(i + 1);
            report.identity.agency = u"第%1局"_s.arg(i);
            if (i == 5) {
                const CellRef at = cellOf(report, u"T01", u"total", u"amount");
                report.sheets[size_t(at.sheet)].setPrinted(
                    at.row, at.column, Amount::number(Money::fromFen(7 * cent), 2));
            }
            const QString name = i < 4 ? u"%1.mzr"_s.arg(i) : u"市级/局/%1.mzr"_s.arg(i);
            QVERIFY(writeWhole(path(name), writeReportJson(report)).has_value());
        }
        QVERIFY(writeWhole(path(u"broken.pdf"_s), "%PDF-1.4\nnothing").has_value());
        QVERIFY(writeWhole(path(u"empty.docx"_s), "").has_value());
        QVERIFY(writeWhole(path(u"picture.png"_s), "no report").has_value());
        QVERIFY(writeWhole(path(u"~$open.docx"_s), "a mark of an office program").has_value());
    }

    void aFolderIsWalkedInTheOrderOfNames()
    {
        const QStringList files = readableFiles(m_folder.path());
        QCOMPARE(files.size(), 10);
        QVERIFY(std::is_sorted(files.begin(), files.end()));
        QVERIFY(!files.contains(path(u"picture.png"_s)));
        QCOMPARE(readableFiles(m_folder.path(), nullptr, 3).size(), 3);
    }

    void aFolderThatLinksToItselfIsWalkedOnce()
    {
        QTemporaryDir circle;
        QVERIFY(QFile::copy(path(u"0.mzr"_s), circle.filePath(u"a.mzr"_s)));
        QVERIFY(QFile::link(circle.path(), circle.filePath(u"again"_s)));
        QCOMPARE(readableFiles(circle.path()).size(), 1);
    }

    void everyFileGetsARow()
    {
        BatchRun run(context());
        QSignalSpy finished(&run, &BatchRun::finished);
        run.start(m_folder.path());
        QVERIFY(run.isRunning());
        QVERIFY(finished.wait(60'000));
        QVERIFY(!run.isRunning());
        QCOMPARE(run.rows().size(), size_t(10));
        QCOMPARE(run.finishedCount(), 10);
        const BatchRow &fine = rowOf(run, u"0.mzr"_s);
        QVERIFY(fine.state == BatchRow::State::Passed || fine.state == BatchRow::State::Incomplete);
        QCOMPARE(fine.agency, u"第0局"_s);
        QCOMPARE(fine.year, consistentReport(1).identity.year);
        QCOMPARE(fine.family, u"F1"_s);
        QCOMPARE(fine.errors, 0);
        QVERIFY(fine.total.isNumber());
        const Report report = consistentReport(1);
        QCOMPARE(fine.total.money(),
            report.cell(cellOf(report, u"T01", u"total", u"amount")).amount.money());
        const BatchRow &faulty = rowOf(run, u"市级/局/5.mzr"_s);
        QCOMPARE(faulty.state, BatchRow::State::Faulty);
        QVERIFY(faulty.errors > 0);
        QVERIFY(!faulty.reason.isEmpty());
    }

    void whatTheUserHasSetAsideIsNotCounted()
    {
        QTemporaryDir folder;
        Report report = openReport(path(u"市级/局/5.mzr"_s), context())->report;
        const BatchRow before = checkedRow(path(u"市级/局/5.mzr"_s), context(), {});
        QVERIFY(before.errors > 0);
        for (const Finding &finding :
            Checker(report, context().handbook, context().rules).check().findings) {
            if (finding.severity == Severity::Error)
                report.marks.push_back({finding.key, FindingMark::Kind::Exception, u"批准"_s});
        }
        const QString marked = folder.filePath(u"marked.mzr"_s);
        QVERIFY(writeWhole(marked, writeReportJson(report)).has_value());
        const BatchRow row = checkedRow(marked, context(), {});
        QCOMPARE(row.errors, 0);
        QVERIFY(row.state != BatchRow::State::Faulty);
        for (FindingMark &mark : report.marks)
            mark.kind = FindingMark::Kind::Verified;
        QVERIFY(writeWhole(marked, writeReportJson(report)).has_value());
        QCOMPARE(checkedRow(marked, context(), {}).errors, before.errors);
    }

    void aFileThatCannotBeReadIsARowWithItsSentence()
    {
        BatchRun run(context());
        QSignalSpy finished(&run, &BatchRun::finished);
        run.start(m_folder.path());
        QVERIFY(finished.wait(60'000));
        for (const QString &name : {u"broken.pdf"_s, u"empty.docx"_s}) {
            const BatchRow &row = rowOf(run, name);
            QCOMPARE(row.state, BatchRow::State::Unreadable);
            QVERIFY(!row.reason.isEmpty());
            QVERIFY(!row.reason.contains(u'\n'));
            QVERIFY(!row.total.isNumber());
        }
    }

    void aRunThatIsStoppedKeepsWhatIsDone()
    {
        BatchRun run(context());
        QSignalSpy finished(&run, &BatchRun::finished);
        QSignalSpy changed(&run, &BatchRun::rowChanged);
        run.start(m_folder.path());
        QVERIFY(changed.wait(60'000));
        run.stop();
        const int done = run.finishedCount();
        QVERIFY(done >= 1);
        QCOMPARE(finished.size(), 1);
        QVERIFY(!run.isRunning());
        // What was under way when it stopped adds nothing.
        QTest::qWait(200);
        QCOMPARE(run.finishedCount(), done);
        QCOMPARE(finished.size(), 1);
    }

    void anotherFolderReplacesTheOneThatRuns()
    {
        QTemporaryDir other;
        QVERIFY(QFile::copy(path(u"1.mzr"_s), other.filePath(u"only.mzr"_s)));
        BatchRun run(context());
        run.start(m_folder.path());
        QSignalSpy finished(&run, &BatchRun::finished);
        run.start(other.path());
        QTRY_VERIFY_WITH_TIMEOUT(!run.isRunning(), 60'000);
        QCOMPARE(run.rows().size(), size_t(1));
        QCOMPARE(run.rows().front().agency, u"第1局"_s);
    }

    void anEmptyOrMissingFolderEndsAtOnce()
    {
        QTemporaryDir empty;
        for (const QString &folder : {empty.path(), empty.filePath(u"missing"_s)}) {
            BatchRun run(context());
            QSignalSpy finished(&run, &BatchRun::finished);
            run.start(folder);
            QVERIFY(finished.wait(60'000));
            QVERIFY(run.rows().empty());
        }
    }

    void aRunMayGoWhileItRuns()
    {
        for (int i = 0; i < 5; ++i) {
            BatchRun run(context());
            run.start(m_folder.path());
            QTest::qWait(i * 20);
        }
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    const BatchRow &rowOf(const BatchRun &run, const QString &name) const
    {
        const auto found = std::find_if(run.rows().begin(), run.rows().end(),
            [&](const BatchRow &row) { return row.file == path(name); });
        Q_ASSERT(found != run.rows().end());
        return *found;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestBatchRun)
#include "tst_batch_run.moc"
