#include "model/compose/composer.h"
#include "model/tables/found_tables_model.h"
#include "model/tables/printed_table_model.h"
#include "model/tables/uncertain_points_model.h"
#include "tests/model/recognize/sample_report.h"
#include "tests/support/hunan.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

/// A document with a strange heading in T02 and a strange line in T01.
std::shared_ptr<Manuscript> strangeDocument(int copies = 1)
{
    auto manuscript = std::make_shared<Manuscript>(compose(sampleReport(context().handbook, 1)));
    const auto replace
        = [&manuscript](const QString &title, const QString &from, const QString &to) {
              bool inside = false;
              for (ManuscriptBlock &block : manuscript->blocks) {
                  if (block.isParagraph()) {
                      inside = inside || block.paragraph() == title;
                      continue;
                  }
                  for (auto &row : std::get<TextGrid>(block.content).rows) {
                      for (GridCell &cell : row) {
                          if (inside && cell.text == from) {
                              cell.text = to;
                              return;
                          }
                      }
                  }
              }
              qFatal("“%s” is not in the document", qPrintable(from));
          };
    replace(u"收入决算表"_s, u"其他收入"_s, u"甲项"_s);
    replace(u"收入支出决算总表"_s, u"八、其他收入"_s, u"一串怪字"_s);
    // A long tail of text, so that reading takes a while.
    for (int i = 1; i < copies; ++i)
        manuscript->blocks.push_back({u"一、这是一段文字。"_s, {}, {}});
    return manuscript;
}

OpenedReport opened(std::shared_ptr<const Manuscript> manuscript)
{
    Result<Recognition> recognition = readDocument(*manuscript, context(), {});
    if (!recognition)
        qFatal("%s", qPrintable(recognition.error().text()));
    OpenedReport result;
    result.report = std::move(recognition->report);
    result.tables = std::move(recognition->tables);
    result.points = std::move(recognition->points);
    result.uncertain = std::move(manuscript);
    return result;
}

int tableOf(const ImportDraft &draft, QStringView kind)
{
    for (size_t i = 0; i < draft.tables().size(); ++i) {
        if (draft.tables()[i].form && draft.tables()[i].form->kind == kind)
            return int(i);
    }
    return -1;
}

using Tester = QAbstractItemModelTester;

}  // namespace

class TestImportModels : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_draft = std::make_unique<ImportDraft>(opened(strangeDocument()), context()); }
    void cleanup() { m_draft.reset(); }

    void theTablesAreListedWithTheirOpenPoints()
    {
        FoundTablesModel model(*m_draft);
        Tester tester(&model, Tester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), int(m_draft->tables().size()));
        const int overall = tableOf(*m_draft, u"T01");
        QCOMPARE(model.index(overall).data(FoundTablesModel::KindRole).toString(), u"T01"_s);
        QVERIFY(model.index(overall).data().toString().startsWith(u"01 "));
        QCOMPARE(model.index(overall).data(FoundTablesModel::OpenCountRole).toInt(), 1);

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        m_draft->setKind(overall, QString());
        QTRY_VERIFY(changed.count() > 0);
        QCOMPARE(model.index(overall).data(FoundTablesModel::KindRole).toString(), QString());
        QCOMPARE(model.index(overall).data(FoundTablesModel::OpenCountRole).toInt(), 0);
    }

    void whatAsksForADecisionComesFirst()
    {
        UncertainPointsModel model(*m_draft);
        Tester tester(&model, Tester::FailureReportingMode::QtTest);
        QVERIFY(model.graveCount() >= 2);
        bool grave = true;
        for (int row = 0; row < model.rowCount(); ++row) {
            const bool asks = model.index(row).data(UncertainPointsModel::GraveRole).toBool();
            QVERIFY(grave || !asks);
            grave = asks;
        }
        const int before = model.graveCount();
        const int income = tableOf(*m_draft, u"T02");
        const auto columns = m_draft->tables()[size_t(income)].columns;
        for (size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].title.endsWith(u"甲项"))
                m_draft->setColumn(income, int(i), u"other@0"_s);
        }
        QTRY_COMPARE(model.graveCount(), before - 1);
    }

    void aTableIsShownAsItIsPrinted()
    {
        PrintedTableModel model(*m_draft);
        Tester tester(&model, Tester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        const int income = tableOf(*m_draft, u"T02");
        model.setTable(income);
        const FoundTable &table = m_draft->tables()[size_t(income)];
        QCOMPARE(model.rowCount(), int(table.rows.size()));
        QCOMPARE(model.columnCount(), int(table.columns.size()) + 1);
        int open = 0;
        for (int column = 1; column < model.columnCount(); ++column) {
            const QString title
                = model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            const bool asks
                = model.headerData(column, Qt::Horizontal, PrintedTableModel::OpenRole).toBool();
            QCOMPARE(asks, title == u"甲项");
            open += asks ? 1 : 0;
        }
        QCOMPARE(open, 1);
        for (int row = 0; row < model.rowCount(); ++row) {
            const FoundRow &found = table.rows[size_t(row)];
            if (!found.keys.contains(u"total"_s))
                continue;
            QCOMPARE(model.index(row, 0).data().toString(), u"合计"_s);
            const int last = model.columnCount() - 1;
            QVERIFY(model.index(row, last).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
        }
        model.setTable(tableOf(*m_draft, u"T01"));
        model.setTable(9999);
        QCOMPARE(model.rowCount(), 0);
    }

    void aRowThatIsNotUnderstoodIsMarkedInItsOwnHalf()
    {
        PrintedTableModel model(*m_draft);
        model.setTable(tableOf(*m_draft, u"T01"));
        int strange = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data(PrintedTableModel::UnderstoodRole).toBool())
                continue;
            ++strange;
            QVERIFY(model.index(row, 0).data(PrintedTableModel::OpenRole).toBool());
            QVERIFY(model.index(row, 1).data(PrintedTableModel::OpenRole).toBool());
            QCOMPARE(model.index(row, 1).data().toString(), u"一串怪字"_s);
            const int last = model.columnCount() - 1;
            QVERIFY(!model.index(row, last).data(PrintedTableModel::OpenRole).toBool());
        }
        QCOMPARE(strange, 1);
    }

    void aRowIsDroppedByItsMarkAndTheDraftReadsAgain()
    {
        PrintedTableModel model(*m_draft);
        Tester tester(&model, Tester::FailureReportingMode::QtTest);
        const int overall = tableOf(*m_draft, u"T01");
        model.setTable(overall);
        int row = 0;
        while (model.index(row, 0).data(PrintedTableModel::UnderstoodRole).toBool())
            ++row;
        QVERIFY(!model.setData(model.index(row, 1), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(model.setData(model.index(row, 0), Qt::Unchecked, Qt::CheckStateRole));
        QTRY_VERIFY(model.index(row, 0).data(PrintedTableModel::DroppedRole).toBool());
        QCOMPARE(model.index(row, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QVERIFY(m_draft->report().sheet(u"T01")->rowOf(u"extra1") < 0);
        QVERIFY(model.setData(model.index(row, 0), Qt::Checked, Qt::CheckStateRole));
        QTRY_VERIFY(m_draft->report().sheet(u"T01")->rowOf(u"extra1") >= 0);
    }

    void aColumnOfTheFormHasOnePrintedColumn()
    {
        const int income = tableOf(*m_draft, u"T02");
        m_draft->setColumn(income, 3, u"fiscal@0"_s);
        m_draft->setColumn(income, 4, u"fiscal@0"_s);
        const auto &columns = m_draft->choices().tables.at(income).columns;
        QCOMPARE(columns.size(), size_t(1));
        QCOMPARE(columns.at(4), u"fiscal@0"_s);
    }

    void decisionsThatLeaveNoReportAreToldAndCanBeTakenBack()
    {
        const size_t tables = m_draft->tables().size();
        for (size_t i = 0; i < tables; ++i)
            m_draft->setKind(int(i), QString());
        QTRY_VERIFY(!m_draft->isReading());
        QVERIFY(!m_draft->fault().isEmpty());
        QCOMPARE(m_draft->tables().size(), tables);
        m_draft->setKind(1, u"T02"_s);
        QTRY_VERIFY(m_draft->fault().isEmpty());
        QCOMPARE(m_draft->report().sheets.size(), size_t(1));
    }

    void manyDecisionsInARowEndInTheLastOne()
    {
        ImportDraft slow(opened(strangeDocument(20'000)), context());
        QSignalSpy changed(&slow, &ImportDraft::changed);
        slow.setYear(2001);
        slow.setYear(2002);
        slow.setAgency(u"某局"_s);
        slow.setYear(2003);
        QTRY_VERIFY_WITH_TIMEOUT(!slow.isReading(), 60'000);
        QCOMPARE(slow.report().identity.year, 2003);
        QCOMPARE(slow.report().identity.agency, u"某局"_s);
        QVERIFY(changed.count() >= 1);
        // Going away while it reads is fine.
        slow.setYear(2004);
    }

private:
    std::unique_ptr<ImportDraft> m_draft;
};

QTEST_GUILESS_MAIN(TestImportModels)
#include "tst_import_models.moc"
