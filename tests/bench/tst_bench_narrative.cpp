#include "model/checks/checker.h"
#include "tests/support/hunan.h"

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

class TestBenchNarrative : public QObject
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

    void readingAndJudgingAWholeNarrative()
    {
        NarrativeReading reading;
        QBENCHMARK { reading = readNarrative(m_report, context().handbook); }
        QVERIFY(reading.claims.size() > 200);
    }

    void readingAgainAfterOneKeystroke()
    {
        NarrativeReader reader(m_report, context().handbook);
        const CellResolver resolver(m_report);
        reader.judge(resolver);
        QString &text = paragraph();
        QBENCHMARK
        {
            text.append(u'。');
            reader.reread();
            reader.judge(resolver);
        }
        QVERIFY(reader.reading().claims.size() > 200);
    }

    void checkingAgainAfterOneKeystroke()
    {
        Checker checker(m_report, context().handbook, context().rules);
        CheckResult result = checker.check();
        QString &text = paragraph();
        QBENCHMARK
        {
            text.append(u'。');
            result = checker.recheckText();
        }
        QVERIFY(!result.findings.empty());
    }

private:
    /// The first paragraph of the explanation.
    QString &paragraph()
    {
        for (Section &section : m_report.sections) {
            if (section.kind == Section::Kind::Narrative && !section.blocks.empty())
                return section.blocks.front().text;
        }
        qFatal("the report has no explanation");
    }

    Report m_report;
};

QTEST_GUILESS_MAIN(TestBenchNarrative)

#include "tst_bench_narrative.moc"
