#include "model/tables/text_gaps_model.h"
#include "tests/support/typed_report.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

class TestTextGapsModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<ReportDocument>(context().handbook);
        m_document->setReport(typedReport());
        m_document->setEditable(true);
        m_model = std::make_unique<TextGapsModel>(*m_document);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_document.reset();
    }

    void aReportWithoutWrittenSectionsLacksNothing()
    {
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_model->missing(), 0);
    }

    void wordsFillTheirGapAndUndoEmptiesIt()
    {
        const int row = writtenRow(TextGap::Kind::Words);
        QVERIFY(row >= 0);
        const int missing = m_model->missing();
        const QModelIndex text = m_model->index(row, TextGapsModel::TextColumn);
        QVERIFY(m_model->setData(text, u"  人员增加  "_s, Qt::EditRole));
        QCOMPARE(m_model->missing(), missing - 1);
        QCOMPARE(text.data().toString(), u"人员增加"_s);
        const int section = m_model->gaps()[size_t(row)].section;
        QVERIFY(printed(section).contains(u"人员增加"_s));
        m_document->undoStack().undo();
        QCOMPARE(m_model->missing(), missing);
        QVERIFY(!printed(section).contains(u"人员增加"_s));
    }

    void aNumberIsEnteredOnceAndWhatIsNoneIsRefused()
    {
        const int row = writtenRow(TextGap::Kind::Number);
        QVERIFY(row >= 0);
        const TextGap gap = m_model->gaps()[size_t(row)];
        QSignalSpy rejected(m_model.get(), &TextGapsModel::editRejected);
        const QModelIndex text = m_model->index(row, TextGapsModel::TextColumn);
        QVERIFY(!m_model->setData(text, u"about ten"_s, Qt::EditRole));
        QCOMPARE(rejected.size(), 1);
        QVERIFY(m_document->report().sideFigures.empty());
        QVERIFY(m_model->setData(text, u"12"_s, Qt::EditRole));
        QCOMPARE(m_document->report().sideFigures.size(), size_t(1));
        QCOMPARE(m_document->report().sideFigures.front().figure, gap.figure);
        QCOMPARE(m_document->report().sideFigures.front().phase, gap.phase);
        for (const TextGap &other : m_model->gaps())
            QVERIFY(other.figure != gap.figure || other.phase != gap.phase);
    }

    void nothingIsTypedWhileBrowsing()
    {
        const int row = writtenRow(TextGap::Kind::Words);
        m_document->setEditable(false);
        const QModelIndex text = m_model->index(row, TextGapsModel::TextColumn);
        QVERIFY(!m_model->flags(text).testFlag(Qt::ItemIsEditable));
        QVERIFY(!m_model->setData(text, u"x"_s, Qt::EditRole));
        QVERIFY(!m_model->flags(m_model->index(row, 0)).testFlag(Qt::ItemIsEditable));
    }

private:
    int writtenRow(TextGap::Kind kind)
    {
        if (!m_document->writeNarrative())
            return -1;
        for (size_t i = 0; i < m_model->gaps().size(); ++i) {
            if (m_model->gaps()[i].kind == kind && m_model->gaps()[i].text.isEmpty())
                return int(i);
        }
        return -1;
    }

    QString printed(int section) const
    {
        QString text;
        for (const Block &block : m_document->report().sections[size_t(section)].blocks)
            text += block.text;
        return text;
    }

    std::unique_ptr<ReportDocument> m_document;
    std::unique_ptr<TextGapsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestTextGapsModel)

#include "tst_text_gaps_model.moc"
