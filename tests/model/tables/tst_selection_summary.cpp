#include "model/tables/selection_summary.h"
#include "model/tables/sheet_model.h"
#include "tests/model/document/report_cells.h"
#include "tests/support/hunan.h"

#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

class TestSelectionSummary : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<ReportDocument>(context().handbook);
        m_document->setReport(newReport(context().handbook));
        m_model = std::make_unique<SheetModel>(*m_document, m_document->report().sheetOf(u"T09"));
    }

    void cleanup()
    {
        m_model.reset();
        m_document.reset();
    }

    void numbersAreCountedAndBlanksAreNot()
    {
        QCOMPARE(ofColumns(0, 11).count, 4);  // the totals, 0.00 each
        type(u"budget.abroad", u"1"_s);
        type(u"actual.abroad", u"-0.5"_s);
        const SelectionSummary inputs = ofColumns(1, 1);
        QCOMPARE(inputs.count, 1);
        QCOMPARE(inputs.sum->fen(), 1'000'000);
        QCOMPARE(inputs.average.fen(), 1'000'000);
        const SelectionSummary all = ofColumns(0, 11);
        QCOMPARE(all.count, 6);
        QCOMPARE(all.sum->fen(), 1'000'000);
        QCOMPARE(ofColumns(3, 4).count, 0);
        QCOMPARE(ofColumns(3, 4).sum->fen(), 0);
        QCOMPARE(summarize(*m_model, {}).count, 0);
    }

    void anAverageIsRoundedHalfUpToTheFen()
    {
        type(u"budget.vehicle_purchase", u"1元"_s);
        type(u"budget.vehicle_operation", u"0.01元"_s);
        QCOMPARE(ofColumns(3, 4).average.fen(), 51);
        type(u"budget.vehicle_purchase", u"-1元"_s);
        type(u"budget.vehicle_operation", u"-0.01元"_s);
        QCOMPARE(ofColumns(3, 4).average.fen(), -51);
    }

    void aSumOutOfRangeIsNothing()
    {
        type(u"budget.abroad", u"9000000000"_s);
        QVERIFY(ofColumns(1, 1).sum.has_value());
        const SelectionSummary both = ofColumns(0, 1);
        QCOMPARE(both.count, 2);
        QVERIFY(!both.sum);
        QCOMPARE(both.average.fen(), Money::limit);
    }

    void namesAndFillerCountNothing()
    {
        SheetModel model(*m_document, m_document->report().sheetOf(u"T06"));
        const QModelIndex last = model.index(model.rowCount() - 1, model.columnCount() - 1);
        const SelectionSummary foot
            = summarize(model, QItemSelection(model.index(last.row(), 0), last));
        QCOMPARE(foot.count, 2);
    }

private:
    void type(QStringView column, const QString &text)
    {
        const Done done
            = m_document->type(cellOf(m_document->report(), u"T09", u"total", column), text);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().text()));
    }
    SelectionSummary ofColumns(int first, int last) const
    {
        return summarize(
            *m_model, QItemSelection(m_model->index(0, first), m_model->index(0, last)));
    }

    std::unique_ptr<ReportDocument> m_document;
    std::unique_ptr<SheetModel> m_model;
};

QTEST_GUILESS_MAIN(TestSelectionSummary)

#include "tst_selection_summary.moc"
