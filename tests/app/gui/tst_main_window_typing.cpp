#include "app/gui/main_window.h"
#include "model/document/mzr_file.h"
#include "model/document/report_json.h"
#include "tests/support/typed_report.h"
#include "views/contents/contents_panel.h"
#include "views/findings/findings_panel.h"
#include "views/grid/form_view.h"
#include "views/pages/explanation_line.h"
#include "views/pages/side_figures_page.h"
#include "views/pages/table_page.h"
#include "views/pages/text_gaps_page.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

/// What is being typed when something else is asked for.
class TestMainWindowTyping : public QObject
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
        m_path = m_folder.filePath(u"typed.mzr"_s);
        QVERIFY(writeWhole(m_path, writeReportJson(typedReport())).has_value());
        m_window = std::make_unique<MainWindow>(context(), m_charts);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QSignalSpy finished(m_window.get(), &MainWindow::openFinished);
        m_window->openFile(m_path);
        QVERIFY(finished.wait(30'000));
        m_window->showTable(u"T05"_s);
        view().setCurrentCell(cell("2012601", "basic"));
    }
    void cleanup()
    {
        if (m_window) {
            m_window->document().undoStack().setClean();
            m_window.reset();
        }
        QSettings().clear();
    }

    void saveTakesWhatIsBeingTyped()
    {
        QVERIFY(!action(u"File"_s, u"Save"_s)->isEnabled());
        type("123.45");
        QVERIFY(action(u"File"_s, u"Save"_s)->isEnabled());
        QVERIFY(m_window->isWindowModified());
        QTest::keyClick(editor(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(amount("2012601", "basic"), u"123.45"_s);
        QVERIFY(!m_window->isWindowModified());
        const auto saved = openReport(m_path, context());
        QVERIFY(saved.has_value());
        QVERIFY(saved->report == m_window->document().report());
        QVERIFY(!action(u"File"_s, u"Save"_s)->isEnabled());
    }

    void closingAsksAboutWhatIsBeingTyped()
    {
        type("123.45");
        answer(QMessageBox::Cancel);
        QVERIFY(!m_window->close());
        QVERIFY(m_asked);
        QCOMPARE(amount("2012601", "basic"), u"123.45"_s);
        type("abc");
        answer(QMessageBox::Cancel);
        QVERIFY(!m_window->close());
        QVERIFY(m_asked);
        // Back in the editor, as it was typed.
        QVERIFY(editor());
        QCOMPARE(editor()->text(), u"abc"_s);
        answer(QMessageBox::Discard);
        QVERIFY(m_window->close());
        m_window.reset();
    }

    void closingWithoutAskingTakesTheEditorAlong()
    {
        type("1");
        m_window.reset();
    }

    void whatIsTypedWhileAFileIsReadIsAskedAbout()
    {
        QSignalSpy finished(m_window.get(), &MainWindow::openFinished);
        m_window->openFile(m_path);
        type("55");
        answer(QMessageBox::Cancel);
        QVERIFY(finished.wait(30'000));
        QVERIFY(m_asked);
        QVERIFY(!finished.front().front().toBool());
        QCOMPARE(amount("2012601", "basic"), u"55.00"_s);
    }

    void whatIsRefusedKeepsTheActionFromHappening()
    {
        type("abc");
        QTest::keyClick(editor(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(editor());
        QVERIFY(m_window->tablePage().findChild<QLabel *>(u"remark"_s)->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QVERIFY(m_window->document().isEditable());
        QTest::keyClick(editor(), Qt::Key_Escape);
        QVERIFY(!m_window->tablePage().findChild<QLabel *>(u"remark"_s)->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QVERIFY(!m_window->document().isEditable());
    }

    void aNewReportIsTypedIntoAtOnce()
    {
        m_window = std::make_unique<MainWindow>(context(), m_charts);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTimer::singleShot(100, this, [] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            dialog->findChild<QLineEdit *>()->setText(u"示例局"_s);
            dialog->accept();
        });
        action(u"File"_s, u"New report"_s)->trigger();
        QCOMPARE(m_window->focusWidget(), &view());
        QVERIFY(view().currentCell().isValid());
        QVERIFY(!m_window->document().totals().isTotal(view().currentCell()));
    }

    void anAcceptedFixIsShown()
    {
        const CellRef at = cell("2012604", "project");
        Finding finding;
        finding.place = u"05"_s;
        finding.fix.push_back({at, Amount::number(Money::fromFen(31'000'000), 2, false)});
        m_window->showTable(u"T01"_s);
        emit m_window->findChild<FindingsPanel *>()->fixRequested(finding);
        QCOMPARE(amount("2012604", "project"), u"31.00"_s);
        QCOMPARE(view().currentCell(), at);
    }

    void browsingBeginsWithWhatWasTyped()
    {
        type("77");
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QVERIFY(!m_window->document().isEditable());
        QCOMPARE(amount("2012601", "basic"), u"77.00"_s);
    }

    void undoTakesBackWhatIsBeingTypedAndShowsTheCell()
    {
        type("77");
        QTest::keyClick(editor(), Qt::Key_Return);
        m_window->showTable(u"T01"_s);
        action(u"Edit"_s, u"Undo"_s)->trigger();
        QCOMPARE(amount("2012601", "basic"), u"120.50"_s);
        QCOMPARE(view().currentCell(), cell("2012601", "basic"));
        m_window->showTable(u"T02"_s);
        action(u"Edit"_s, u"Redo"_s)->trigger();
        QCOMPARE(view().currentCell(), cell("2012601", "basic"));
        // What can be seen leaves the view where it is.
        view().setCurrentCell(cell("2012604", "project"));
        action(u"Edit"_s, u"Undo"_s)->trigger();
        QCOMPARE(view().currentCell(), cell("2012604", "project"));
    }

    void theFiguresForTheTextAreTypedDownTheColumn()
    {
        action(u"Text"_s, u"whole"_s)->trigger();
        action(u"Text"_s, u"Figures for"_s)->trigger();
        auto *page = m_window->findChild<SideFiguresPage *>(u"sideFiguresPage"_s);
        QTableView &list = page->view();
        const QModelIndex first = list.currentIndex();
        QVERIFY(list.model()->flags(first).testFlag(Qt::ItemIsEditable));
        QTest::keyClick(&list, '5');
        QTest::keyClick(focusedEditor(), Qt::Key_Return);
        const QModelIndex second = list.currentIndex();
        QVERIFY(second.row() > first.row());
        QCOMPARE(second.column(), first.column());
        QVERIFY(list.model()->flags(second).testFlag(Qt::ItemIsEditable));
        QTest::keyClick(&list, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(list.currentIndex(), first);
        QTest::keyClick(&list, Qt::Key_Tab);
        QCOMPARE(list.currentIndex(), second);
        QTest::keyClick(&list, Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(list.currentIndex(), first);
        // A refused text stays, with its reason.
        QTest::keyClick(&list, 'x');
        QTest::keyClick(focusedEditor(), Qt::Key_Return);
        QVERIFY(focusedEditor());
        QCOMPARE(focusedEditor()->text(), u"x"_s);
        auto *message = page->findChild<QLabel *>(u"sideFiguresMessage"_s);
        QVERIFY(!message->text().isEmpty());
        QTest::keyClick(focusedEditor(), Qt::Key_Escape);
        QVERIFY(message->text().isEmpty());
        // Closing takes what is typed there as well.
        QTest::keyClick(&list, '7');
        answer(QMessageBox::Cancel);
        QVERIFY(!m_window->close());
        QVERIFY(m_asked);
        QCOMPARE(first.data().toString(), u"7.00"_s);
    }

    void aGapTypedWithoutBeingOpenedLeadsToTheNext()
    {
        action(u"Text"_s, u"whole"_s)->trigger();
        action(u"Text"_s, u"missing"_s)->trigger();
        auto *page = m_window->findChild<TextGapsPage *>(u"textGapsPage"_s);
        QTableView &list = page->view();
        int row = list.model()->rowCount() - 1;
        while (row > 0
            && (list.model()->index(row, 0).data(TextGapsModel::EmptyRole).toBool() == false
                || list.model()->index(row, 1).data().toString().contains(u"last"_s)))
            --row;
        row = row / 2;
        list.setCurrentIndex(list.model()->index(row, TextGapsModel::TextColumn));
        const auto gap
            = [&list] { return list.currentIndex().siblingAtColumn(1).data().toString(); };
        const QString next = list.model()->index(row + 1, 1).data().toString();
        const int rows = list.model()->rowCount();
        QTest::keyClick(&list, '1');
        QTest::keyClick(focusedEditor(), Qt::Key_Return);
        QVERIFY(list.currentIndex().isValid());
        if (list.model()->rowCount() == rows)
            QCOMPARE(gap(), next);
        QVERIFY(focusedEditor());
        // The first column leads to the text to type.
        QTest::keyClick(focusedEditor(), Qt::Key_Escape);
        list.setCurrentIndex(list.currentIndex().siblingAtColumn(TextGapsModel::HintColumn));
        QTest::keyClick(&list, Qt::Key_F2);
        QVERIFY(focusedEditor());
        // What cannot be typed leads to its section.
        QTest::keyClick(focusedEditor(), Qt::Key_Escape);
        m_window->document().setEditable(false);
        QSignalSpy section(page, &TextGapsPage::paragraphRequested);
        QTest::keyClick(&list, Qt::Key_F2);
        QCOMPARE(section.count(), 1);
    }

    void f8ShowsTheFindings()
    {
        auto *findings = m_window->findChild<QDockWidget *>(u"findingsDock"_s);
        auto *numbers = m_window->findChild<QDockWidget *>(u"numbersDock"_s);
        numbers->raise();
        QCoreApplication::processEvents();
        QVERIFY(!m_window->rect().intersects(findings->geometry()));
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QTRY_VERIFY(m_window->rect().intersects(findings->geometry()));
    }

    void f6MarksThePanelWithTheFocus()
    {
        const auto focusedDocks = [this] {
            QStringList names;
            for (const QDockWidget *dock : m_window->findChildren<QDockWidget *>()) {
                if (dock->property("focused").toBool())
                    names << dock->objectName();
            }
            return names;
        };
        view().setFocus();
        QVERIFY(focusedDocks().isEmpty());
        QStringList seen;
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(m_window.get(), Qt::Key_F6);
            seen << focusedDocks();
        }
        QCOMPARE(seen.size(), 3);
        QVERIFY(seen.contains(u"contentsDock"_s) && seen.contains(u"chartsDock"_s)
            && seen.contains(u"findingsDock"_s));
        QVERIFY(view().hasFocus());
    }

    void theWindowFitsASmallScreen()
    {
        for (QDockWidget *dock : m_window->findChildren<QDockWidget *>())
            dock->show();
        QCoreApplication::processEvents();
        QVERIFY2(m_window->minimumSizeHint().width() <= 960,
            qPrintable(QString::number(m_window->minimumSizeHint().width())));
        QVERIFY2(m_window->minimumSizeHint().height() <= 500,
            qPrintable(QString::number(m_window->minimumSizeHint().height())));
    }

    void theListOfFindingsShowsFourRows()
    {
        auto *list = m_window->findChild<QTableView *>(u"findingsList"_s);
        const int row = list->verticalHeader()->defaultSectionSize();
        QVERIFY(list->viewport()->height() >= 4 * row);
        m_window->resize(1920, 1080);
        QCoreApplication::processEvents();
        QTRY_VERIFY(list->viewport()->height() >= 5 * row);
    }

    void aFixedTotalThatWasNeverPublishedIsNotCalledSo()
    {
        const CellRef total = cell("total", "total");
        QVERIFY(m_window->document().pin(total, u"99"_s).has_value());
        view().setCurrentCell(total);
        const QString text = m_window->tablePage().findChild<ExplanationLine *>()->plainText();
        QVERIFY2(text.contains(u"fixed at 99.00"_s), qPrintable(text));
        QVERIFY(!text.contains(u"published"_s));
        QVERIFY(!view().currentIndex().data(Qt::ToolTipRole).toString().contains(u"ublished"_s));
    }

    void theLastReportsPartHeadingStaysInView()
    {
        auto *contents = m_window->findChild<ContentsPanel *>();
        QCOMPARE(contents->visualRect(contents->model()->index(0, 0)).top(), 0);
    }

private:
    FormView &view() { return m_window->tablePage().view(); }
    CellRef cell(const char *row, const char *column)
    {
        const int sheet = m_window->document().report().sheetOf(u"T05"_s);
        const Sheet &table = m_window->document().report().sheets[size_t(sheet)];
        return {sheet, table.rowOf(QString::fromLatin1(row)),
            table.columnOf(QString::fromLatin1(column))};
    }
    QString amount(const char *row, const char *column)
    {
        const CellRef at = cell(row, column);
        return m_window->document().report().sheets[size_t(at.sheet)].printed(at.row, at.column);
    }
    QLineEdit *editor()
    {
        const auto editors = view().findChildren<QLineEdit *>("cellEditor");
        return editors.isEmpty() ? nullptr : editors.back();
    }
    static QLineEdit *focusedEditor()
    {
        return qobject_cast<QLineEdit *>(QApplication::focusWidget());
    }
    void type(const char *keys)
    {
        QTest::keyClick(&view(), keys[0]);
        if (keys[1] != 0)
            QTest::keyClicks(editor(), keys + 1);
    }
    void answer(QMessageBox::StandardButton button)
    {
        m_asked = false;
        auto *look = new QTimer(this);
        connect(look, &QTimer::timeout, this, [this, look, button] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box)
                return;
            m_asked = true;
            look->deleteLater();
            box->button(button)->click();
        });
        look->start(50);
    }
    QAction *action(const QString &menu, const QString &words) const
    {
        for (const QAction *entry : m_window->menuBar()->actions()) {
            if (QString(entry->text()).remove(u'&') != menu)
                continue;
            for (QAction *action : entry->menu()->actions()) {
                if (QString(action->text()).remove(u'&').contains(words))
                    return action;
            }
        }
        qFatal("the menu has no such entry");
    }

    ChartFigures m_charts;
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<MainWindow> m_window;
    bool m_asked = false;
};

QTEST_MAIN(TestMainWindowTyping)
#include "tst_main_window_typing.moc"
