#include "model/document/mzr_file.h"
#include "model/document/report_json.h"
#include "model/domain/csv.h"
#include "model/manuscript/writers/csv_writer.h"
#include "model/tables/batch_model.h"
#include "tests/model/document/consistent_report.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

class TestBatchModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (unsigned i = 0; i < 4; ++i) {
            Report report = consistentReport(i + 1);
            report.identity.agency = i == 0 ? u"=1+1"_s : u"第%1局"_s.arg(i);
            report.identity.year = 2020 + int(i);
            if (i == 2) {
                const CellRef at = cellOf(report, u"T01", u"total", u"amount");
                report.sheets[size_t(at.sheet)].setPrinted(
                    at.row, at.column, Amount::number(Money::fromFen(7 * cent), 2));
            }
            QVERIFY(writeWhole(m_folder.filePath(u"%1.mzr"_s.arg(i)), writeReportJson(report))
                        .has_value());
        }
        QVERIFY(writeWhole(m_folder.filePath(u"@broken.pdf"_s), "%PDF-1.4\n").has_value());
    }
    void init()
    {
        m_run = std::make_unique<BatchRun>(context());
        m_model = std::make_unique<BatchModel>(*m_run, context().handbook);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
        m_filter = std::make_unique<BatchFilter>();
        m_filter->setSourceModel(m_model.get());
        m_filterTester = std::make_unique<QAbstractItemModelTester>(m_filter.get());
        m_filter->sort(BatchModel::VerdictColumn);
        QSignalSpy finished(m_run.get(), &BatchRun::finished);
        m_run->start(m_folder.path());
        QVERIFY(finished.wait(60'000));
    }
    void cleanup()
    {
        m_filterTester.reset();
        m_filter.reset();
        m_tester.reset();
        m_model.reset();
        m_run.reset();
    }

    void everyFileIsARow()
    {
        QCOMPARE(m_model->rowCount(), 5);
        const int faulty = rowNamed(u"2.mzr"_s);
        QCOMPARE(text(faulty, BatchModel::VerdictColumn),
            BatchModel::stateName(BatchRow::State::Faulty));
        QCOMPARE(text(faulty, BatchModel::AgencyColumn), u"第2局"_s);
        QCOMPARE(text(faulty, BatchModel::YearColumn), u"2022"_s);
        QVERIFY(text(faulty, BatchModel::ErrorsColumn).toInt() > 0);
        QVERIFY(!text(faulty, BatchModel::ReasonColumn).isEmpty());
        const int broken = rowNamed(u"@broken.pdf"_s);
        QCOMPARE(text(broken, BatchModel::VerdictColumn),
            BatchModel::stateName(BatchRow::State::Unreadable));
        QVERIFY(text(broken, BatchModel::ErrorsColumn).isEmpty());
        QVERIFY(text(broken, BatchModel::TotalColumn).isEmpty());
    }

    void totalsAreSortedAsAmounts()
    {
        m_filter->sort(BatchModel::TotalColumn, Qt::DescendingOrder);
        qint64 before = std::numeric_limits<qint64>::max();
        for (int row = 0; row < m_filter->rowCount(); ++row) {
            const qint64 fen = m_filter->index(row, BatchModel::TotalColumn)
                                   .data(BatchModel::SortRole)
                                   .toLongLong();
            QVERIFY(fen <= before);
            before = fen;
        }
        // What was not read has no total and comes last.
        QCOMPARE(m_filter->index(4, BatchModel::FileColumn).data().toString(), u"@broken.pdf"_s);
    }

    void numbersInNamesAreSortedAsNumbers()
    {
        QStandardItemModel files;
        for (const QString &name : {u"r10.pdf"_s, u"r2.pdf"_s, u"r1.pdf"_s}) {
            auto *item = new QStandardItem(name);
            item->setData(name, BatchModel::SortRole);
            files.appendRow(item);
        }
        BatchFilter filter;
        filter.setSourceModel(&files);
        filter.sort(0);
        QStringList sorted;
        for (int row = 0; row < filter.rowCount(); ++row)
            sorted << filter.index(row, 0).data().toString();
        QCOMPARE(sorted, (QStringList{u"r1.pdf"_s, u"r2.pdf"_s, u"r10.pdf"_s}));
    }

    void everyColumnCanBeSorted()
    {
        for (int column = 0; column < BatchModel::ColumnCount; ++column) {
            QVERIFY(!m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).isNull());
            m_filter->sort(column, Qt::AscendingOrder);
            m_filter->sort(column, Qt::DescendingOrder);
            QCOMPARE(m_filter->rowCount(), 5);
        }
    }

    void filesAreFilteredByVerdictAndWords()
    {
        m_filter->setState(int(BatchRow::State::Faulty));
        QCOMPARE(m_filter->rowCount(), 1);
        m_filter->setState(-1);
        m_filter->setWords(u"第3"_s);
        QCOMPARE(m_filter->rowCount(), 1);
        m_filter->setWords(u"  "_s);
        QCOMPARE(m_filter->rowCount(), 5);
        m_filter->setWords(u"这些字没有"_s);
        QCOMPARE(m_filter->rowCount(), 0);
    }

    void noCellOfTheListBecomesAFormula()
    {
        m_filter->sort(BatchModel::FileColumn);
        const TextGrid grid = listGrid(*m_filter);
        QCOMPARE(grid.rows.size(), size_t(6));
        const auto csv = parseCsv(QString::fromUtf8(writeCsv(grid)));
        QCOMPARE(csv.size(), size_t(6));
        const QStringList pasted = tabSeparated(grid).split(u'\n');
        int guarded = 0;
        for (const QStringList &line : csv) {
            QCOMPARE(line.size(), qsizetype(BatchModel::ColumnCount));
            for (const QString &field : line) {
                QVERIFY(!field.startsWith(u'=') && !field.startsWith(u'@'));
                guarded += field.startsWith(u'\'') ? 1 : 0;
            }
        }
        QCOMPARE(guarded, 2);
        QCOMPARE(pasted.filter(u"'=1+1"_s).size(), 1);
        QCOMPARE(pasted.filter(u"'@broken.pdf"_s).size(), 1);
    }

private:
    QString text(int row, int column) const
    {
        return m_model->index(row, column).data().toString();
    }
    int rowNamed(const QString &name) const
    {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (text(row, BatchModel::FileColumn) == name)
                return row;
        }
        return -1;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<BatchRun> m_run;
    std::unique_ptr<BatchModel> m_model;
    std::unique_ptr<BatchFilter> m_filter;
    std::unique_ptr<QAbstractItemModelTester> m_tester, m_filterTester;
};

QTEST_GUILESS_MAIN(TestBatchModel)
#include "tst_batch_model.moc"
