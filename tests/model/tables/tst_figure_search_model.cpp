#include "model/tables/figure_search_model.h"
#include "tests/support/typed_report.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

class TestFigureSearchModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<ReportDocument>(context().handbook);
        m_document->setReport(typedReport());
        m_model = std::make_unique<FigureSearchModel>(*m_document);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_document.reset();
    }

    void figuresAreFoundByTheirNamesAndIds()
    {
        const int all = m_model->rowCount();
        for (const Figure &figure : context().handbook.figures().figures()) {
            // "general.item[code]" stands for the accounts, which are listed themselves.
            QCOMPARE(m_model->rowOf(figure.id) >= 0, !figure.id.endsWith(u"[code]"));
        }
        m_model->search(u"expenditure.basic"_s);
        QVERIFY(m_model->rowOf(u"expenditure.basic"_s) >= 0);
        QVERIFY(m_model->rowCount() < all);
        const Figure *basic = context().handbook.figures().find(u"expenditure.basic"_s);
        m_model->search(basic->name);
        QVERIFY(m_model->rowOf(u"expenditure.basic"_s) >= 0);
        m_model->search(u"no such figure"_s);
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_model->rowOf(u"expenditure.basic"_s), -1);
    }

    void accountsOfTheTablesAreFoundByCodeAndName()
    {
        const Sheet *sheet = m_document->report().sheet(u"T05");
        QVERIFY(sheet);
        int accounts = 0;
        for (const SheetRow &row : sheet->rows) {
            const QString code = row.code.toString();
            if (code.size() != 7)
                continue;
            ++accounts;
            const QString id = u"general.item[%1]"_s.arg(code);
            m_model->search(code);
            const int at = m_model->rowOf(id);
            QVERIFY2(at >= 0, qPrintable(id));
            QVERIFY(m_model->index(at).data().toString().startsWith(code));
            QCOMPARE(m_model->index(at).data(FigureSearchModel::IdRole).toString(), id);
        }
        QVERIFY(accounts > 0);
    }

    void aFigureThatNobodyKnowsIsNamedByItsId()
    {
        QCOMPARE(figureNameOf(*m_document, u"no.such"_s), u"no.such"_s);
        QCOMPARE(figureNameOf(*m_document, u"general.item[9999999]"_s), u"general.item[9999999]"_s);
    }

private:
    std::unique_ptr<ReportDocument> m_document;
    std::unique_ptr<FigureSearchModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestFigureSearchModel)

#include "tst_figure_search_model.moc"
