#include "model/tables/claims_model.h"
#include "tests/support/typed_report.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

class TestClaimsModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<ReportDocument>(context().handbook);
        Report report = typedReport();
        Section section;
        section.number = u"一、"_s;
        section.title = u"收入支出决算情况说明"_s;
        report.sections.push_back(section);
        m_document->setReport(report);
        m_model = std::make_unique<ClaimsModel>(*m_document);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
        m_filter = std::make_unique<ClaimsFilter>();
        m_filter->setSourceModel(m_model.get());
        m_filterTester = std::make_unique<QAbstractItemModelTester>(m_filter.get());
    }
    void cleanup()
    {
        m_filterTester.reset();
        m_filter.reset();
        m_tester.reset();
        m_model.reset();
        m_document.reset();
    }

    void everyVerdictIsToldInWords()
    {
        NarrativeReading reading;
        for (int i = 0; i <= int(Claim::Verdict::Unbound); ++i)
            reading.claims.push_back(claim(i, Claim::Verdict(i)));
        m_model->setReading(reading);
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QModelIndex index = m_model->index(row, ClaimsModel::VerdictColumn);
            names << index.data().toString();
            QVERIFY(index.data(Qt::ToolTipRole).toString().contains(names.back()));
            // A number that was compared with nothing never counts as agreeing.
            if (!reading.claims[size_t(row)].isChecked())
                QCOMPARE(ClaimsModel::State(index.data(ClaimsModel::StateRole).toInt()),
                    ClaimsModel::State::NotChecked);
        }
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
    }

    void aNumberIsShownWithItsFigureAndItsSection()
    {
        Claim wrong = claim(0, Claim::Verdict::Disagrees);
        wrong.printed = u"151.50"_s;
        wrong.expected = u"150.50"_s;
        wrong.figure = u"income.year"_s;
        wrong.reason = u"表中是 150.50"_s;
        wrong.place.section = int(m_document->report().sections.size()) - 1;
        m_model->setReading({{wrong}, {}, {}, {}});
        QCOMPARE(text(0, ClaimsModel::PrintedColumn), u"151.50"_s);
        QCOMPARE(text(0, ClaimsModel::ExpectedColumn), u"150.50"_s);
        QCOMPARE(text(0, ClaimsModel::PlaceColumn), u"一、收入支出决算情况说明"_s);
        QCOMPARE(text(0, ClaimsModel::ReasonColumn), wrong.reason);
        QVERIFY(!text(0, ClaimsModel::FigureColumn).isEmpty());
        QVERIFY(!text(0, ClaimsModel::FigureColumn).contains(u"income.year"_s));
    }

    void whatWasSettledByHandWaitsForNobody()
    {
        const auto waits = [this](int row) {
            return m_model->index(row, 0).data(ClaimsModel::WaitsRole).toBool();
        };
        NarrativeReading reading;
        reading.claims = {claim(0, Claim::Verdict::Unbound), claim(1, Claim::Verdict::Unbound),
            claim(2, Claim::Verdict::Disagrees), claim(3, Claim::Verdict::Agrees)};
        reading.claims[1].byHand = true;
        reading.claims[2].byHand = true;
        m_model->setReading(reading);
        QVERIFY(waits(0));
        QVERIFY(!waits(1));
        QVERIFY(text(1, ClaimsModel::VerdictColumn) != text(0, ClaimsModel::VerdictColumn));
        QVERIFY(waits(2));
        QVERIFY(!waits(3));
    }

    void aPlaceThatTheReportDoesNotHaveIsNoPlace()
    {
        Claim lost = claim(0, Claim::Verdict::Unbound);
        lost.place.section = 1000;
        m_model->setReading({{lost}, {}, {}, {}});
        QVERIFY(text(0, ClaimsModel::PlaceColumn).isEmpty());
    }

    void theSameNumbersKeepTheirRowsWhenTheyAreJudgedAnew()
    {
        NarrativeReading reading;
        for (int i = 0; i < 5; ++i)
            reading.claims.push_back(claim(i, Claim::Verdict::Agrees));
        m_model->setReading(reading);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        reading.claims[2].verdict = Claim::Verdict::Disagrees;
        m_model->setReading(reading);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        reading.claims.pop_back();
        m_model->setReading(reading);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(m_model->rowCount(), 4);
    }

    void numbersAreFilteredByStateAndWords()
    {
        NarrativeReading reading;
        for (int i = 0; i < 6; ++i)
            reading.claims.push_back(claim(i,
                i % 2   ? Claim::Verdict::Unbound
                    : i ? Claim::Verdict::Agrees
                        : Claim::Verdict::Disagrees));
        m_model->setReading(reading);
        m_filter->setState(int(ClaimsModel::State::NotChecked));
        QCOMPARE(m_filter->rowCount(), 3);
        m_filter->setState(int(ClaimsModel::State::Disagrees));
        QCOMPARE(m_filter->rowCount(), 1);
        // An edit moves numbers in and out of the filter.
        reading.claims[2].verdict = Claim::Verdict::Disagrees;
        m_model->setReading(reading);
        QCOMPARE(m_filter->rowCount(), 2);
        m_filter->setState(-1);
        m_filter->setWords(u"4.00"_s);
        QCOMPARE(m_filter->rowCount(), 1);
    }

    void aCellKnowsTheNumbersThatUseIt()
    {
        NarrativeReading reading;
        for (int i = 0; i < 3; ++i)
            reading.claims.push_back(claim(i, Claim::Verdict::Agrees));
        reading.claims[0].cells = {{0, 1, 2}};
        reading.claims[2].cells = {{1, 0, 0}, {0, 1, 2}};
        m_model->setReading(reading);
        QCOMPARE(m_model->claimsOf({0, 1, 2}), (std::vector<int>{0, 2}));
        QVERIFY(m_model->claimsOf({5, 5, 5}).empty());
    }

private:
    static Claim claim(int number, Claim::Verdict verdict)
    {
        Claim made;
        made.place = {0, 0, number * 10, 4};
        made.printed = u"%1.00"_s.arg(number);
        made.verdict = verdict;
        return made;
    }
    QString text(int row, int column) const
    {
        return m_model->index(row, column).data().toString();
    }

    std::unique_ptr<ReportDocument> m_document;
    std::unique_ptr<ClaimsModel> m_model;
    std::unique_ptr<ClaimsFilter> m_filter;
    std::unique_ptr<QAbstractItemModelTester> m_tester, m_filterTester;
};

QTEST_GUILESS_MAIN(TestClaimsModel)
#include "tst_claims_model.moc"
