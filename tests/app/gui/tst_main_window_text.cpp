#include "app/gui/main_window.h"
#include "model/document/mzr_file.h"
#include "model/document/report_json.h"
#include "tests/support/typed_report.h"
#include "views/dialogs/bind_number_dialog.h"
#include "views/grid/form_view.h"
#include "views/narrative/numbers_panel.h"
#include "views/pages/table_page.h"
#include "views/pages/text_page.h"
#include "views/theme/theme.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTimer>
#include <QToolButton>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

class TestMainWindowText : public QObject
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
        Report report = typedReport();
        Section section;
        section.kind = Section::Kind::Narrative;
        section.number = u"第三部分"_s;
        section.title = u"情况说明"_s;
        Block paragraph;
        // Spaces in front, and two in the text, must not move the marks.
        paragraph.text = u"　　收入 150.50万元，  支出 151.50万元，全市 <9999.00>万元。"_s;
        section.blocks = {paragraph};
        report.sections.push_back(section);
        QVERIFY(writeWhole(m_folder.filePath(u"a.mzr"_s), writeReportJson(report)).has_value());
        m_window = std::make_unique<MainWindow>(context(), m_charts);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QSignalSpy finished(m_window.get(), &MainWindow::openFinished);
        m_window->openFile(m_folder.filePath(u"a.mzr"_s));
        QVERIFY(finished.wait(30'000));
        m_section = int(m_window->document().report().sections.size()) - 1;
        const int sheet = m_window->document().report().sheetOf(u"T02");
        m_cell = {sheet, m_window->document().report().sheets[size_t(sheet)].rowOf(u"total"),
            m_window->document().report().sheets[size_t(sheet)].columnOf(u"total")};
        QVERIFY(m_cell.isValid());
        m_window->showReading(reading());
        m_text = m_window->findChild<TextPage *>(u"textPage"_s);
        m_numbers = m_window->findChild<NumbersPanel *>(u"numbers"_s);
        QVERIFY(m_text && m_numbers);
    }
    void cleanup()
    {
        m_window->document().undoStack().setClean();
        m_window.reset();
    }

    void anotherThemeLeavesThePlaceInTheTextAndTheVerdictInItsColour()
    {
        Report report = m_window->document().report();
        const Block paragraph = report.sections[size_t(m_section)].blocks.front();
        report.sections[size_t(m_section)].blocks.assign(60, paragraph);
        m_window->document().setReport(report);
        m_window->showSection(QString::number(m_section));
        QScrollBar *bar = m_text->verticalScrollBar();
        QVERIFY(bar->maximum() > 100);
        bar->setValue(bar->maximum() / 2);
        const int before = bar->value();
        const auto *verdict = m_window->findChild<QLabel *>(u"verdict"_s);
        const QString light = verdict->styleSheet();
        setCurrentTheme(Theme::Kind::Dark);
        QCoreApplication::processEvents();
        QCOMPARE(bar->value(), before);
        QVERIFY(verdict->styleSheet() != light);
        setCurrentTheme(Theme::Kind::Light);
    }

    void numbersBearMarksThatDoNotLiveByColourAlone()
    {
        m_window->showSection(QString::number(m_section));
        QCOMPARE(formatAt(u"150.50"_s).underlineStyle(), QTextCharFormat::SingleUnderline);
        QCOMPARE(formatAt(u"151.50"_s).fontWeight(), int(QFont::DemiBold));
        QVERIFY(formatAt(u"151.50"_s).background().style() != Qt::NoBrush);
        QCOMPARE(formatAt(u"9999.00"_s).underlineStyle(), QTextCharFormat::DotLine);
        for (const QString &number : {u"150.50"_s, u"151.50"_s, u"9999.00"_s})
            QVERIFY(formatAt(number).toolTip().contains(number));
        QVERIFY(!formatAt(u"收入"_s).isAnchor());
        QVERIFY(m_text->toPlainText().contains(u"<9999.00>"_s));
    }

    void f7WalksOverTheNumbersToLookAt()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        QVERIFY(m_text->isVisible());
        QCOMPARE(m_numbers->current(), 1);
        QVERIFY(explanation().contains(u"150.50"_s));
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        QCOMPARE(m_numbers->current(), 2);
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        QCOMPARE(m_numbers->current(), 1);
        QTest::keyClick(m_window.get(), Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(m_numbers->current(), 2);
    }

    void aNumberLeadsToItsCellAndTheCellBack()
    {
        m_window->showSection(QString::number(m_section));
        emit m_text->anchorClicked(QUrl(u"#claim-0"_s));
        QCOMPARE(m_numbers->current(), 0);
        auto *label = m_numbers->findChild<QLabel *>(u"claimExplanation"_s);
        emit label->linkActivated(u"0"_s);
        QVERIFY(m_window->tablePage().isVisible());
        QCOMPARE(m_window->tablePage().view().currentCell(), m_cell);
        QTest::keyClick(m_window.get(), Qt::Key_F9, Qt::ShiftModifier);
        QVERIFY(m_text->isVisible());
        QCOMPARE(m_numbers->current(), 0);
    }

    void aNumberIsBoundByHandAndUnboundByUndo()
    {
        emit m_text->anchorClicked(QUrl(u"#claim-0"_s));
        auto *bind = m_numbers->findChild<QToolButton *>(u"bindNumber"_s);
        QVERIFY(bind && bind->isEnabled());
        bool asked = false;
        QTimer::singleShot(0, this, [&asked] {
            auto *dialog = qobject_cast<BindNumberDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"figureSearch"_s), u"income.year"_s);
            QTest::keyClick(dialog, Qt::Key_Return);
            asked = true;
        });
        bind->click();
        QVERIFY(asked);
        ReportDocument &document = m_window->document();
        QCOMPARE(document.report().numberBindings.size(), size_t(1));
        QCOMPARE(document.report().numberBindings.front().figure, u"income.year"_s);
        QCOMPARE(document.report().numberBindings.front().number, u"150.50"_s);
        QTRY_VERIFY(explanation().contains(u"bound by hand"_s));
        document.undoStack().undo();
        QVERIFY(document.report().numberBindings.empty());
        QTRY_VERIFY(!explanation().contains(u"bound by hand"_s));
    }

    void theTableStandsBesideTheText()
    {
        m_window->showSection(QString::number(m_section));
        emit m_text->anchorClicked(QUrl(u"#claim-0"_s));
        m_numbers->findChild<QToolButton *>(u"showBeside"_s)->click();
        auto *beside = m_window->findChild<TablePage *>(u"textBesidePage"_s);
        QVERIFY(beside->isVisible() && m_text->isVisible());
        QCOMPARE(beside->view().currentCell(), m_cell);
        QTest::keyClick(m_window.get(), Qt::Key_Escape, Qt::ShiftModifier);
        QVERIFY(!beside->isVisible());
        // Of a number without cells there is nothing to show.
        emit m_text->anchorClicked(QUrl(u"#claim-2"_s));
        QVERIFY(!m_numbers->findChild<QToolButton *>(u"showBeside"_s)->isEnabled());
    }

    void coloursFollowTheNextCheckAtOnce()
    {
        m_window->showSection(QString::number(m_section));
        NarrativeReading next = reading();
        next.claims[0].verdict = Claim::Verdict::Disagrees;
        next.claims[1].verdict = Claim::Verdict::Agrees;
        m_window->showReading(next);
        QCOMPARE(formatAt(u"150.50"_s).fontWeight(), int(QFont::DemiBold));
        QCOMPARE(formatAt(u"151.50"_s).fontWeight(), int(QFont::Normal));
        QCOMPARE(formatAt(u"151.50"_s).background().style(), Qt::NoBrush);
        m_window->showReading({});
        QVERIFY(!formatAt(u"150.50"_s).isAnchor());
        QCOMPARE(m_numbers->list().model()->rowCount(), 0);
    }

    void placesThatAreNotInTheTextAreLeftOut()
    {
        NarrativeReading wild = reading();
        wild.claims[0].place = {m_section, 0, 1'000'000, 5};
        wild.claims[1].place = {m_section, 0, -5, 10};
        wild.claims[2].place = {999, 0, 0, 4};
        m_window->showReading(wild);
        m_window->showSection(QString::number(m_section));
        QVERIFY(!formatAt(u"150.50"_s).isAnchor());
        for (int i = 0; i < 3; ++i)
            emit m_text->anchorClicked(QUrl(u"#claim-%1"_s.arg(i)));
        emit m_text->anchorClicked(QUrl(u"#claim-77"_s));
    }

private:
    NarrativeReading reading() const
    {
        const QString text
            = m_window->document().report().sections[size_t(m_section)].blocks[0].text;
        const auto claim = [&](const QString &printed, Claim::Verdict verdict) {
            Claim made;
            made.place = {m_section, 0, int(text.indexOf(printed)), int(printed.size())};
            made.printed = printed;
            made.verdict = verdict;
            return made;
        };
        NarrativeReading made;
        made.claims = {claim(u"150.50"_s, Claim::Verdict::Agrees),
            claim(u"151.50"_s, Claim::Verdict::Disagrees),
            claim(u"9999.00"_s, Claim::Verdict::OtherScope)};
        made.claims[0].figure = u"income.year"_s;
        made.claims[0].cells = {m_cell};
        made.claims[1].expected = u"150.50"_s;
        return made;
    }
    QTextCharFormat formatAt(const QString &text) const
    {
        QTextCursor cursor = m_text->document()->find(text);
        return cursor.charFormat();
    }
    QString explanation() const
    {
        return m_numbers->findChild<QLabel *>(u"claimExplanation"_s)->text();
    }

    ChartFigures m_charts;
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    TextPage *m_text = nullptr;
    NumbersPanel *m_numbers = nullptr;
    CellRef m_cell;
    int m_section = -1;
};

QTEST_MAIN(TestMainWindowText)
#include "tst_main_window_text.moc"
