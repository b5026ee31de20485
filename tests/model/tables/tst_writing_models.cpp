#include "model/tables/contents_model.h"
#include "model/tables/side_figures_model.h"
#include "model/tables/text_gaps_model.h"
#include "tests/support/typed_report.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

class TestWritingModels : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_document = std::make_unique<ReportDocument>(context().handbook);
        m_figures = std::make_unique<SideFiguresModel>(*m_document);
        m_gaps = std::make_unique<TextGapsModel>(*m_document);
        m_contents = std::make_unique<ContentsModel>(*m_document);
        for (QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(m_figures.get()),
                 static_cast<QAbstractItemModel *>(m_gaps.get()),
                 static_cast<QAbstractItemModel *>(m_contents.get())})
            new QAbstractItemModelTester(
                model, QAbstractItemModelTester::FailureReportingMode::QtTest, model);
        m_document->setReport(typedReport());
        QVERIFY(m_document->writeNarrative());
    }
    void cleanup()
    {
        m_contents.reset();
        m_gaps.reset();
        m_figures.reset();
        m_document.reset();
    }

    void onlyWhatNoTableTellsIsAskedFor()
    {
        QVERIFY(row("assets.v_law", Phase::Actual) > 0);
        QVERIFY(row("general.item[2012601]", Phase::BudgetInitial) > 0);
        QVERIFY(row("general.expenditure", Phase::Last) > 0);
        QVERIFY(row("three_public.reception_batches", Phase::Actual) > 0);
        QCOMPARE(row("general.expenditure", Phase::Actual), -1);
        QCOMPARE(row("three_public.actual.reception", Phase::Budget), -1);
        // No journey was paid, so nobody asks how many there were.
        QCOMPARE(row("three_public.abroad_groups", Phase::Actual), -1);
        QVERIFY(m_figures->index(0, 0).data(SideFiguresModel::HeadingRole).toBool());
    }

    void noFigureIsCalledByAMark()
    {
        for (int row = 0; row < m_figures->rowCount(); ++row)
            QVERIFY(!m_figures->index(row, 0).data().toString().contains(u'◎'));
    }

    void aFigureIsTypedRefusedAndUndone()
    {
        const QModelIndex cell = value("general.expenditure", Phase::Last);
        QVERIFY(m_figures->setData(cell, u"100.5"_s, Qt::EditRole));
        QCOMPARE(cell.data().toString(), u"100.50"_s);
        QSignalSpy refused(m_figures.get(), &SideFiguresModel::editRejected);
        QVERIFY(!m_figures->setData(cell, u"many"_s, Qt::EditRole));
        QVERIFY(!m_figures->setData(value("assets.v_law", Phase::Actual), u"1.5"_s, Qt::EditRole));
        QCOMPARE(refused.count(), 2);
        QCOMPARE(cell.data().toString(), u"100.50"_s);
        m_document->undoStack().undo();
        QCOMPARE(cell.data().toString(), QString());
    }

    void aSumStandsUntilAnotherAmountIsTyped()
    {
        const QModelIndex sum = value("general.expenditure", Phase::BudgetInitial);
        type("general.item[2012601]", Phase::BudgetInitial, u"100"_s);
        QCOMPARE(sum.data().toString(), QString());
        type("general.item[2012604]", Phase::BudgetInitial, u"20"_s);
        QCOMPARE(sum.data().toString(), u"120.00"_s);
        QVERIFY(sum.data(SideFiguresModel::FollowsRole).toBool());
        // Opening and leaving the editor enters nothing.
        const int steps = m_document->undoStack().count();
        QVERIFY(m_figures->setData(sum, u"120.00"_s, Qt::EditRole));
        QCOMPARE(m_document->undoStack().count(), steps);
        QVERIFY(m_figures->setData(sum, u"130"_s, Qt::EditRole));
        QVERIFY(!sum.data(SideFiguresModel::FollowsRole).toBool());
        QVERIFY(m_figures->setData(sum, QString(), Qt::EditRole));
        QCOMPARE(sum.data().toString(), u"120.00"_s);
    }

    void linesOfASpreadsheetAreOneStep()
    {
        const int first = row("assets.v_minister", Phase::Actual);
        QVERIFY(m_figures->paste(first, u"1\n0\n2\n"_s));
        QCOMPARE(
            m_figures->index(first + 2, SideFiguresModel::ValueColumn).data().toString(), u"2"_s);
        const QString name
            = value("assets.v_law", Phase::Actual).siblingAtColumn(0).data().toString();
        QVERIFY(m_figures->paste(0, name + u"\t7"_s));
        QCOMPARE(value("assets.v_law", Phase::Actual).data().toString(), u"7"_s);
        QVERIFY(m_figures->paste(0, u"2012604\t30\t"_s));
        QCOMPARE(
            value("general.item[2012604]", Phase::BudgetInitial).data().toString(), u"30.00"_s);
        for (int step = 0; step < 3; ++step)
            m_document->undoStack().undo();
        QVERIFY(m_document->report().sideFigures.empty());
        // One line that does not fit refuses all of them.
        QVERIFY(!m_figures->paste(first, u"1\nx\n"_s));
        QVERIFY(!m_figures->paste(0, u"不存在的数\t7"_s));
        QVERIFY(!m_figures->paste(m_figures->rowCount() - 1, u"1\n1\n1"_s));
        QVERIFY(m_document->report().sideFigures.empty());
    }

    void nothingIsTypedWhileBrowsing()
    {
        m_document->setEditable(false);
        const QModelIndex cell = value("general.expenditure", Phase::Last);
        QVERIFY(!m_figures->flags(cell).testFlag(Qt::ItemIsEditable));
        QVERIFY(!m_figures->paste(cell.row(), u"1"_s));
        QVERIFY(!m_gaps->flags(m_gaps->index(0, TextGapsModel::TextColumn))
                     .testFlag(Qt::ItemIsEditable));
    }

    void wordsFillAGapAndStayInTheList()
    {
        const int reason = m_gaps->rowOf(sectionOf(u"overall"), u"reason"_s);
        QVERIFY(reason >= 0);
        const int missing = count();
        const QModelIndex text = m_gaps->index(reason, TextGapsModel::TextColumn);
        QVERIFY(m_gaps->setData(text, u" 人员\n增加 "_s, Qt::EditRole));
        QCOMPARE(
            m_gaps->index(reason, TextGapsModel::TextColumn).data().toString(), u"人员 增加"_s);
        QCOMPARE(count(), missing - 1);
        QVERIFY(m_gaps->nextEmpty(reason) != reason);
        m_document->undoStack().undo();
        QCOMPARE(count(), missing);
    }

    void aMissingNumberBecomesAFigureOfItsOwn()
    {
        const int section = sectionOf(u"three_public");
        const QString gap = u"three_public.reception_batches@actual"_s;
        const int batches = m_gaps->rowOf(section, gap);
        QVERIFY(batches >= 0);
        const QModelIndex text = m_gaps->index(batches, TextGapsModel::TextColumn);
        QSignalSpy refused(m_gaps.get(), &TextGapsModel::editRejected);
        QVERIFY(!m_gaps->setData(text, u"several"_s, Qt::EditRole));
        QCOMPARE(refused.count(), 1);
        QVERIFY(m_gaps->setData(text, u"12"_s, Qt::EditRole));
        QCOMPARE(m_gaps->rowOf(section, gap), -1);
        QCOMPARE(value("three_public.reception_batches", Phase::Actual).data().toString(), u"12"_s);
    }

    void anEditedSentenceWithoutItsFigureIsPointedOut()
    {
        const int section = sectionOf(u"three_public");
        const auto &written = m_document->report().sections[size_t(section)].written;
        int reception = -1;
        for (size_t i = 0; i < written.size(); ++i) {
            if (written[i].id == u"three_public.item three_public.actual.reception")
                reception = int(i);
        }
        QVERIFY(reception >= 0);
        std::vector<WrittenSpan> spans = written[size_t(reception)].spans;
        spans.front().text = u"接待方面，"_s;
        QVERIFY(m_document->editParagraph(section, reception, spans));
        const QString idle = u"idle three_public.item three_public.actual.reception"_s;
        QCOMPARE(m_gaps->rowOf(section, idle), -1);
        const int sheet = m_document->report().sheetOf(u"T09");
        const Sheet &table = m_document->report().sheets[size_t(sheet)];
        QVERIFY(m_document->type(
            {sheet, table.rowOf(u"total"_s), table.columnOf(u"actual.reception"_s)}, u"0"_s));
        const int row = m_gaps->rowOf(section, idle);
        QVERIFY(row >= 0);
        QVERIFY(m_gaps->index(row, TextGapsModel::TextColumn)
                    .data()
                    .toString()
                    .startsWith(u"接待方面，"_s));
    }

    void theContentsCountWhatIsMissing()
    {
        const QModelIndex gaps = m_contents->indexOf({-1, -1, ContentsTarget::Writing::Gaps});
        QVERIFY(gaps.isValid());
        QCOMPARE(gaps.data(ContentsModel::WarningCountRole).toInt(), count());
        QVERIFY(m_document->fillGap(sectionOf(u"overall"), u"reason"_s, u"人员增加"_s));
        QCOMPARE(gaps.data(ContentsModel::WarningCountRole).toInt(), count());
        m_document->undoStack().undo();
        m_document->undoStack().undo();
        QVERIFY(!m_contents->indexOf({-1, -1, ContentsTarget::Writing::Gaps}).isValid());
    }

    void typingWithoutAPauseIsOneStep()
    {
        const int section = sectionOf(u"overall");
        const Report before = m_document->report();
        const int steps = m_document->undoStack().count();
        const auto typeText = [&](const QString &text, int typing) {
            auto paragraphs = m_document->report().sections[size_t(section)].written;
            paragraphs.front().spans.front().text = text;
            paragraphs.front().own = true;
            QVERIFY(m_document->setParagraphs(section, paragraphs, typing));
        };
        typeText(u"我"_s, 1);
        typeText(u"我局"_s, 1);
        QCOMPARE(m_document->undoStack().count(), steps + 1);
        typeText(u"我局今年"_s, 2);
        QCOMPARE(m_document->undoStack().count(), steps + 2);
        m_document->undoStack().undo();
        QCOMPARE(m_document->report().sections[size_t(section)].written.front().spans.front().text,
            u"我局"_s);
        m_document->undoStack().undo();
        QVERIFY(m_document->report() == before);
    }

    void anEditedParagraphFollowsItsTemplateAgain()
    {
        const int section = sectionOf(u"overall");
        const auto before = m_document->report().sections[size_t(section)].written;
        std::vector<WrittenSpan> spans = before.front().spans;
        spans.front().text = u"我局"_s;
        QVERIFY(!m_document->followTemplates(section));
        QVERIFY(m_document->editParagraph(section, 0, spans));
        QVERIFY(m_document->followTemplates(section));
        QVERIFY(m_document->report().sections[size_t(section)].written == before);
        QVERIFY(!m_document->editParagraph(section, 99, spans));
        QVERIFY(!m_document->editParagraph(-1, 0, spans));
    }

    void aSentenceTellsWhyASectionCannotBeWritten()
    {
        QVERIFY(!m_document->mayWriteSection(-1));
        QVERIFY(!m_document->mayWriteSection(0));
        QVERIFY(!m_document->mayWriteSection(sectionOf(u"overall")));
        QVERIFY(!m_document->mayPublishSection(sectionOf(u"overall")));
        QVERIFY(!m_document->writeSection(999));
        QVERIFY(!m_document->publishSection(999));
        QVERIFY(!m_document->fillGap(999, u"reason"_s, u"x"_s));
    }

private:
    int row(const char *figure, Phase phase) const
    {
        return m_figures->rowOf(QLatin1String(figure), phase);
    }
    QModelIndex value(const char *figure, Phase phase) const
    {
        return m_figures->index(row(figure, phase), SideFiguresModel::ValueColumn);
    }
    void type(const char *figure, Phase phase, const QString &text) const
    {
        QVERIFY(m_figures->setData(value(figure, phase), text, Qt::EditRole));
    }
    int sectionOf(QStringView topic) const
    {
        const auto &sections = m_document->report().sections;
        for (size_t i = 0; i < sections.size(); ++i) {
            if (sections[i].topic == topic)
                return int(i);
        }
        return -1;
    }
    int count() const { return missingTexts(textGaps(m_document->report(), context().handbook)); }

    std::unique_ptr<ReportDocument> m_document;
    std::unique_ptr<SideFiguresModel> m_figures;
    std::unique_ptr<TextGapsModel> m_gaps;
    std::unique_ptr<ContentsModel> m_contents;
};

QTEST_GUILESS_MAIN(TestWritingModels)
#include "tst_writing_models.moc"
