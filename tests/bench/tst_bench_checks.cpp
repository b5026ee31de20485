#include "model/checks/checker.h"
#include "tests/model/document/report_cells.h"
#include "tests/support/hunan.h"

#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

class TestBenchChecks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        MZ_NEEDS_HUNAN();
        const Result<OpenedReport> opened = openReport(hunanPath(), context());
        QVERIFY(opened.has_value());
        m_report = opened->report;
    }

    void checkingEverything()
    {
        Checker checker(m_report, context().handbook, context().rules);
        CheckResult result;
        QBENCHMARK { result = checker.check(); }
        QVERIFY(result.count(Severity::Error) >= 5);
    }

    void checkingAgainAfterOneEdit()
    {
        Checker checker(m_report, context().handbook, context().rules);
        checker.check();
        const CellRef at = cellOf(m_report, u"T05", u"2080505", u"basic");
        QVERIFY(at.isValid());
        const Amount before = m_report.cell(at).amount;
        CheckResult result;
        qint64 fen = 0;
        QBENCHMARK
        {
            fen += 10'000;
            m_report.sheets[size_t(at.sheet)].setPrinted(
                at.row, at.column, Amount::number(Money::fromFen(fen), 2));
            result = checker.recheck({at});
        }
        QVERIFY(result.count(Severity::Error) > 5);
        m_report.sheets[size_t(at.sheet)].setPrinted(at.row, at.column, before);
    }

    void compilingTheRules()
    {
        Checker checker(m_report, context().handbook, context().rules);
        QBENCHMARK { checker.rebuild(); }
        QVERIFY(!checker.equations().empty());
    }

private:
    Report m_report;
};

QTEST_GUILESS_MAIN(TestBenchChecks)

#include "tst_bench_checks.moc"
