#include "app/gui/main_window.h"
#include "model/document/mzr_file.h"
#include "model/document/report_json.h"
#include "tests/support/annex_grids.h"
#include "tests/support/typed_report.h"
#include "views/charts/chart_card.h"
#include "views/charts/report_charts.h"
#include "views/contents/contents_panel.h"
#include "views/narrative/annex_page.h"
#include "views/narrative/writing_page.h"
#include "views/pages/side_figures_page.h"
#include "views/pages/text_gaps_page.h"
#include "views/pages/text_page.h"
#include "views/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

/// With one section about the totals, as it was published.
Report publishedReport()
{
    Report report = typedReport();
    Section part;
    part.kind = Section::Kind::Narrative;
    part.number = u"第三部分"_s;
    part.title = u"2023年度部门决算情况说明"_s;
    Section section = part;
    section.level = 1;
    section.number = u"一、"_s;
    section.title = u"收入支出决算总体情况说明"_s;
    Block paragraph;
    paragraph.text = u"当年印出来的话：收支总计150.50万元。"_s;
    section.blocks = {paragraph};
    Section other = section;
    other.number = u"二、"_s;
    other.title = u"其他"_s;
    other.blocks.front().text = u"没有别的话。"_s;
    report.sections.insert(report.sections.end(), {part, section, other});
    return report;
}

}  // namespace

class TestMainWindowWriting : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"mingzhang-test"_s);
        QSettings().clear();
        QFile file(u":/charts/charts.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto charts
            = ChartFigures::parse(file.readAll(), u"charts.json"_s, context().handbook.figures());
        QVERIFY(charts.has_value());
        m_charts = *charts;
    }
    void init()
    {
        save(publishedReport(), u"a.mzr"_s);
        m_window = std::make_unique<MainWindow>(context(), m_charts);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QSignalSpy finished(m_window.get(), &MainWindow::openFinished);
        m_window->openFile(m_folder.filePath(u"a.mzr"_s));
        QVERIFY(finished.wait(30'000));
        m_window->document().setEditable(true);
        m_section = int(m_window->document().report().sections.size()) - 2;
        m_window->showSection(QString::number(m_section));
        m_text = m_window->findChild<TextPage *>(u"textPage"_s);
        QVERIFY(m_text);
    }
    void cleanup()
    {
        m_window->document().undoStack().setClean();
        m_window.reset();
    }

    void aSectionIsWrittenAndShownAsPublishedAgain()
    {
        QVERIFY(action(u"figures"_s)->isEnabled());
        QVERIFY(!action(u"published"_s)->isEnabled());
        QVERIFY(!action(u"published"_s)->statusTip().isEmpty());
        action(u"figures"_s)->trigger();
        QVERIFY(m_text->toPlainText().contains(u"本年度收支总计"_s));
        QVERIFY(!m_text->toPlainText().contains(u"印出来的话"_s));
        QVERIFY(!action(u"figures"_s)->isEnabled());
        action(u"published"_s)->trigger();
        QVERIFY(m_text->toPlainText().contains(u"印出来的话"_s));
    }

    void whyASectionCannotBeWrittenIsInTheStatusTip()
    {
        m_window->showSection(QString::number(m_section + 1));
        QVERIFY(!action(u"figures"_s)->isEnabled());
        QVERIFY(!action(u"figures"_s)->statusTip().isEmpty());
        m_window->document().setEditable(false);
        QVERIFY(!action(u"whole"_s)->isEnabled());
        QVERIFY(action(u"whole"_s)->statusTip().contains(u"F4"_s));
    }

    void whatWasPublishedStandsBesideWhatIsWritten()
    {
        action(u"figures"_s)->trigger();
        emit m_text->anchorClicked(QUrl(u"#published-%1"_s.arg(m_section)));
        QVERIFY(m_text->toPlainText().contains(u"印出来的话"_s));
        QVERIFY(!m_text->toPlainText().contains(u"本年度收支总计"_s));
        emit m_text->anchorClicked(QUrl(u"#both-%1"_s.arg(m_section)));
        QVERIFY(m_text->toPlainText().contains(u"印出来的话"_s));
        QVERIFY(m_text->toPlainText().contains(u"本年度收支总计"_s));
        emit m_text->anchorClicked(QUrl(u"#now-%1"_s.arg(m_section)));
        QVERIFY(!m_text->toPlainText().contains(u"印出来的话"_s));
    }

    void fieldsBearATintAndGapsAMark()
    {
        action(u"figures"_s)->trigger();
        const QTextCursor field = m_text->document()->find(u"0.00"_s);
        QCOMPARE(field.charFormat().background().color(), currentTheme().heading);
        const QTextCursor words = m_text->document()->find(u"本年度收支总计"_s);
        QCOMPARE(words.charFormat().background().style(), Qt::NoBrush);
        // The next check keeps the tint.
        m_window->showReading({});
        QCOMPARE(m_text->document()->find(u"0.00"_s).charFormat().background().color(),
            currentTheme().heading);
        const QTextCursor gap = m_text->document()->find(u"〔◎"_s);
        QVERIFY(gap.charFormat().anchorHref().startsWith(u"#gap-"_s));
    }

    void aGapIsFilledFromTheTextAndEnterGoesToTheNext()
    {
        action(u"figures"_s)->trigger();
        const QString href = m_text->document()->find(u"〔◎ 与上年"_s).charFormat().anchorHref();
        QVERIFY(!href.isEmpty());
        emit m_text->anchorClicked(QUrl(href));
        auto *page = m_window->findChild<TextGapsPage *>(u"textGapsPage"_s);
        QVERIFY(page->isVisible());
        auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(editor);
        QTest::keyClicks(editor, u"because"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(
            m_window->document().report().sections[size_t(m_section)].fills.value(u"reason"_s),
            u"because"_s);
        QTRY_VERIFY(
            page->view().currentIndex().siblingAtColumn(0).data(TextGapsModel::EmptyRole).toBool());
        m_window->document().undoStack().undo();
        QVERIFY(m_window->document().report().sections[size_t(m_section)].fills.isEmpty());
    }

    void enterLeavesOutNoGap()
    {
        m_window->document().setReport(typedReport());
        action(u"whole"_s)->trigger();
        auto *page = m_window->findChild<TextGapsPage *>(u"textGapsPage"_s);
        action(u"missing"_s)->trigger();
        const auto &sections = m_window->document().report().sections;
        int overall = 0;
        while (sections[size_t(overall)].topic != u"overall")
            ++overall;
        page->editGap(overall, u"last overall.total"_s);
        const auto enter = [](const QString &text) {
            auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
            QVERIFY(editor);
            QTest::keyClicks(editor, text);
            QTest::keyClick(editor, Qt::Key_Return);
        };
        const auto hint
            = [page] { return page->view().currentIndex().siblingAtColumn(1).data().toString(); };
        // Last year's amount takes its gap off the list, its reason is the next.
        enter(u"100"_s);
        QTRY_VERIFY2(hint().contains(u"与上年相比增减的原因"_s), qPrintable(hint()));
        QCOMPARE(page->view().currentIndex().row(), 0);
        enter(u"because"_s);
        QTRY_COMPARE(page->view().currentIndex().row(), 1);
        QTest::qWait(50);
        QCOMPARE(page->view().currentIndex().row(), 1);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    }

    void aDamagedLinkLeadsNowhere()
    {
        action(u"figures"_s)->trigger();
        for (const char *link :
            {"#gap-999-0-0", "#gap--1-0-0", "#gap-0-77-0", "#gap-x", "#gap", "#both-999", "#"})
            emit m_text->anchorClicked(QUrl(QString::fromLatin1(link)));
        QVERIFY(m_text->isVisible());
    }

    void linesOfTheClipboardGoIntoTheSheet()
    {
        action(u"whole"_s)->trigger();
        action(u"Figures for"_s)->trigger();
        auto *page = m_window->findChild<SideFiguresPage *>(u"sideFiguresPage"_s);
        QVERIFY(page->isVisible());
        QVERIFY(!page->view().accessibleName().isEmpty());
        page->view().setCurrentIndex(page->view().model()->index(1, 2));
        QGuiApplication::clipboard()->setText(u"12.5\r\n"_s);
        QTest::keySequence(&page->view(), QKeySequence::Paste);
        QCOMPARE(m_window->document().report().sideFigures.size(), size_t(1));
        QTest::keyClick(&page->view(), Qt::Key_Delete);
        QVERIFY(m_window->document().report().sideFigures.empty());
        QGuiApplication::clipboard()->setText(u"word"_s);
        QTest::keySequence(&page->view(), QKeySequence::Paste);
        QVERIFY(!page->findChild<QLabel *>(u"sideFiguresMessage"_s)->text().isEmpty());
    }

    void lastYearsFiguresComeFromAFile()
    {
        action(u"whole"_s)->trigger();
        Report last = typedReport();
        save(last, u"same.mzr"_s);
        last.identity.year -= 1;
        save(last, u"last.mzr"_s);
        auto *message = m_window->findChild<QLabel *>(u"sideFiguresMessage"_s);
        QSignalSpy taken(m_window.get(), &MainWindow::lastYearTaken);
        m_window->takeLastYearFrom(m_folder.filePath(u"same.mzr"_s));
        QVERIFY(taken.wait(30'000));
        QVERIFY(!taken.takeFirst().front().toBool());
        QVERIFY(message->text().contains(u"2022"_s));
        m_window->takeLastYearFrom(m_folder.filePath(u"absent.mzr"_s));
        QVERIFY(taken.wait(30'000));
        QVERIFY(!taken.takeFirst().front().toBool());
        m_window->takeLastYearFrom(m_folder.filePath(u"last.mzr"_s));
        QVERIFY(taken.wait(30'000));
        QVERIFY(taken.takeFirst().front().toBool());
        QCOMPARE(m_window->document().report().sideFigures.front().source, u"last.mzr"_s);
        m_window->document().undoStack().undo();
        QVERIFY(m_window->document().report().sideFigures.empty());
    }

    void theListOfGapsIsReadyForTyping()
    {
        action(u"whole"_s)->trigger();
        action(u"missing"_s)->trigger();
        auto *page = m_window->findChild<TextGapsPage *>(u"textGapsPage"_s);
        QVERIFY(page->view().hasFocus());
        QCOMPARE(page->view().currentIndex().column(), int(TextGapsModel::TextColumn));
        // Where the gap stands is told below.
        auto *paragraph = page->findChild<QLabel *>(u"textGapsParagraph"_s);
        QVERIFY(paragraph->isVisible());
        QVERIFY(paragraph->text().contains(u"〔"_s));
        QTest::keyClicks(&page->view(), u"1"_s);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    }

    void theSectionOfAGapLeadsToItsSentence()
    {
        action(u"figures"_s)->trigger();
        action(u"missing"_s)->trigger();
        auto *page = m_window->findChild<TextGapsPage *>(u"textGapsPage"_s);
        const QModelIndex index = page->view().model()->index(0, TextGapsModel::SectionColumn);
        emit page->view().clicked(index);
        QVERIFY(m_text->isVisible());
        QVERIFY2(
            m_text->markedQuote().contains(u"本年度收支总计"_s), qPrintable(m_text->markedQuote()));
    }

    void undoGoesToWhatItChanges()
    {
        ReportDocument &document = m_window->document();
        action(u"figures"_s)->trigger();
        QVERIFY(document.fillGap(m_section, u"reason"_s, u"because of it"_s).has_value());
        // From a table to the sentence.
        m_window->showTable(u"T05"_s);
        QVERIFY(!m_text->isVisible());
        undo()->trigger();
        QVERIFY(m_text->isVisible());
        QCOMPARE(m_text->section(), m_section);
        redo()->trigger();
        QVERIFY2(
            m_text->markedQuote().contains(u"because of it"_s), qPrintable(m_text->markedQuote()));
        // The re-check does not take the mark away.
        m_window->showReading({});
        QVERIFY(m_text->markedQuote().contains(u"because of it"_s));
        // In the list of what is missing to the gap.
        action(u"missing"_s)->trigger();
        auto *gaps = m_window->findChild<TextGapsPage *>(u"textGapsPage"_s);
        undo()->trigger();
        QVERIFY(gaps->isVisible());
        QVERIFY(gaps->view()
                    .currentIndex()
                    .siblingAtColumn(TextGapsModel::HintColumn)
                    .data()
                    .toString()
                    .contains(u"原因"_s));
        // To a figure for the text.
        SideFigure last;
        last.figure = u"overall.total"_s;
        last.phase = Phase::Last;
        last.amount = Amount::number(Money::fromFen(2'000'000), 2, false);
        QVERIFY(document.setSideFigures({last}).has_value());
        m_window->showTable(u"T05"_s);
        undo()->trigger();
        auto *sides = m_window->findChild<SideFiguresPage *>(u"sideFiguresPage"_s);
        QVERIFY(sides->isVisible());
        redo()->trigger();
        QCOMPARE(sides->view().currentIndex().data().toString(), u"2.00"_s);
    }

    void undoInTheEditorGoesToTheParagraph()
    {
        ReportDocument &document = m_window->document();
        document.setReport(typedReport());
        action(u"whole"_s)->trigger();
        const auto &sections = document.report().sections;
        int general = 0;
        while (sections[size_t(general)].topic != u"general")
            ++general;
        std::vector<WrittenParagraph> paragraphs = sections[size_t(general)].written;
        WrittenSpan words;
        words.text = u"At the end."_s;
        paragraphs.back().spans.push_back(words);
        QVERIFY(document.setParagraphs(general, paragraphs).has_value());
        m_window->showSection(QString::number(general));
        QTest::keyClick(m_text, Qt::Key_F2);
        auto *page = m_window->findChild<WritingPage *>(u"writingPage"_s);
        QVERIFY(page->isVisible());
        page->editor().moveCursor(QTextCursor::Start);
        undo()->trigger();
        QVERIFY(page->isVisible());
        QVERIFY(page->editor().textCursor().atEnd());
        redo()->trigger();
        QVERIFY(page->editor().toPlainText().endsWith(u"At the end."_s));
        QVERIFY(page->editor().textCursor().atEnd());
    }

    void anUndoneCellOfAnAnnexIsShown()
    {
        Report report = publishedReport();
        Section annex;
        annex.kind = Section::Kind::Annex;
        annex.title = u"项目支出绩效自评表"_s;
        Block block;
        block.kind = Block::Kind::Grid;
        block.grid = gridOf(projectForm());
        Block text;
        text.text = u"说明。"_s.repeated(200);
        annex.blocks = {text, block};
        report.sections.push_back(annex);
        m_window->document().setReport(report);
        const int section = int(report.sections.size()) - 1;
        m_window->showSection(QString::number(section));
        QVERIFY(m_text->isVisible());
        const QTextCursor link = m_text->document()->find(u"Edit as a table"_s);
        QVERIFY(!link.isNull());
        emit m_text->anchorClicked(QUrl(link.charFormat().anchorHref()));
        auto *page = m_window->findChild<AnnexPage *>();
        QVERIFY(page->isVisible());
        const QModelIndex rate = page->view().model()->index(3, 6);
        QVERIFY(page->view().model()->setData(rate, u"100"_s, Qt::EditRole));
        m_window->showTable(u"T05"_s);
        undo()->trigger();
        QVERIFY(page->isVisible());
        QCOMPARE(page->view().currentIndex().row(), 3);
        QCOMPARE(page->view().currentIndex().column(), 6);
    }

    void theChartTellsLastYearWhereItIsKnown()
    {
        auto *note = m_window->findChild<ReportCharts *>()
                         ->card(ChartPane::Chart::ThreePublic)
                         .findChild<QLabel *>(u"chartFootnote"_s);
        QVERIFY(!note->isVisible());
        SideFigure last;
        last.figure = u"three_public.actual.total"_s;
        last.phase = Phase::Last;
        last.amount = Amount::number(Money::fromFen(2'000'000), 2, false);
        QVERIFY(m_window->document().setSideFigures({last}).has_value());
        QVERIFY(note->isVisible());
        QCOMPARE(note->text(), u"Last year 2.00 · less by 0.58"_s);
        m_window->document().undoStack().undo();
        QVERIFY(!note->isVisible());
    }

private:
    void save(const Report &report, const QString &name) const
    {
        QVERIFY(writeWhole(m_folder.filePath(name), writeReportJson(report)).has_value());
    }
    QAction *undo() const { return step(QKeySequence::Undo); }
    QAction *redo() const { return step(QKeySequence::Redo); }
    QAction *step(QKeySequence::StandardKey key) const
    {
        for (QAction *action : m_window->findChildren<QAction *>()) {
            if (action->shortcuts().contains(QKeySequence(key))
                || action->shortcut() == QKeySequence(key))
                return action;
        }
        qFatal("there is no such action");
    }
    /// The first of the Text menu with this in its words.
    QAction *action(const QString &words) const
    {
        for (const QAction *menu : m_window->menuBar()->actions()) {
            if (menu->text() != u"&Text"_s)
                continue;
            for (QAction *entry : menu->menu()->actions()) {
                if (QString(entry->text()).remove(u'&').contains(words))
                    return entry;
            }
        }
        qFatal("the menu has no such entry");
    }

    ChartFigures m_charts;
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    TextPage *m_text = nullptr;
    int m_section = -1;
};

QTEST_MAIN(TestMainWindowWriting)
#include "tst_main_window_writing.moc"
