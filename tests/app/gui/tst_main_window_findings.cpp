#include "app/gui/main_window.h"
#include "tests/model/document/consistent_report.h"
#include "views/findings/findings_panel.h"
#include "views/grid/form_view.h"
#include "views/pages/table_page.h"
#include "views/pages/text_page.h"

#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

class TestMainWindowFindings : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        MZ_NEEDS_HUNAN();
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
        m_window = std::make_unique<MainWindow>(context(), m_charts);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QSignalSpy finished(m_window.get(), &MainWindow::openFinished);
        m_window->openFile(hunanPath());
        QVERIFY(finished.wait(10'000));
        m_panel = m_window->findChild<FindingsPanel *>(u"findings"_s);
        QVERIFY(m_panel);
    }
    void cleanup()
    {
        if (m_window) {
            m_window->document().undoStack().setClean();
            m_window.reset();
        }
    }

    void findingsAreFilteredBySeverity()
    {
        const int all = rows();
        int errors = 0;
        int manual = 0;
        for (int row = 0; row < all; ++row) {
            const auto severity = Severity(data(row, FindingsModel::SeverityRole).toInt());
            errors += severity == Severity::Error ? 1 : 0;
            manual += severity == Severity::Manual ? 1 : 0;
        }
        chip(1)->click();
        QVERIFY(errors >= 5);
        QCOMPARE(rows(), errors);
        for (int row = 0; row < rows(); ++row)
            QCOMPARE(Severity(data(row, FindingsModel::SeverityRole).toInt()), Severity::Error);
        chip(2)->click();
        const int warnings = rows();
        chip(3)->click();
        QCOMPARE(rows() + warnings + errors + manual, all);
        chip(4)->click();
        QCOMPARE(rows(), manual);
        chip(0)->click();
        QCOMPARE(rows(), all);
    }

    void findingsAreFilteredByGroupTableAndWords()
    {
        const int all = rows();
        QComboBox *group = box(u"three_public"_s);
        group->setCurrentIndex(group->findData(u"three_public"_s));
        QVERIFY(rows() > 0 && rows() < all);
        for (int row = 0; row < rows(); ++row)
            QCOMPARE(data(row, FindingsModel::GroupRole).toString(), u"three_public"_s);
        group->setCurrentIndex(0);
        QCOMPARE(rows(), all);
        QComboBox *table = box(5);
        const int sheet = m_window->document().report().sheetOf(u"T06");
        int ofTable = 0;
        for (int row = 0; row < all; ++row)
            ofTable += data(row, FindingsModel::SheetRole).toInt() == sheet ? 1 : 0;
        QVERIFY(ofTable >= 4 && ofTable < all);
        table->setCurrentIndex(table->findData(sheet));
        QCOMPARE(rows(), ofTable);
        for (int row = 0; row < rows(); ++row)
            QCOMPARE(data(row, FindingsModel::SheetRole).toInt(), sheet);
        table->setCurrentIndex(0);
        auto *words = m_panel->findChild<QLineEdit *>();
        words->setText(u"城乡医疗"_s);
        QVERIFY(rows() > 0 && rows() < all);
        for (int row = 0; row < rows(); ++row)
            QVERIFY(place(row).contains(u"城乡医疗"_s));
        words->setText(u"这些字没有"_s);
        QCOMPARE(rows(), 0);
        words->clear();
        QCOMPARE(rows(), all);
    }

    void whatFollowsFromAnotherFindingIsListedOnDemand()
    {
        const int all = rows();
        QToolButton *consequences = nullptr;
        for (QToolButton *button : m_panel->findChildren<QToolButton *>()) {
            if (button->isCheckable() && button->objectName() != u"chip")
                consequences = button;
        }
        QVERIFY(consequences);
        consequences->click();
        QVERIFY(rows() > all);
        consequences->click();
        QCOMPARE(rows(), all);
    }

    void f8GoesFromFindingToFindingAndBackAndAround()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QCOMPARE(m_panel->list().currentIndex().row(), 0);
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QCOMPARE(m_panel->list().currentIndex().row(), 1);
        QCOMPARE(currentCell(), cellOf(report(), u"T05", u"2101301", u"project"));
        QTest::keyClick(m_window.get(), Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(m_panel->list().currentIndex().row(), 0);
        QTest::keyClick(m_window.get(), Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(m_panel->list().currentIndex().row(), rows() - 1);
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QCOMPARE(m_panel->list().currentIndex().row(), 0);
    }

    void aFalseAlarmLeavesTheCountsAndAVerifiedFindingStays()
    {
        const auto *verdict = m_window->findChild<QLabel *>(u"verdict"_s);
        const CheckSession session(m_window->document(), context().rules);
        const int row = rowOf(u"IN09-1-actual"_s);
        const Finding finding = findingAt(row);
        QCOMPARE(finding.severity, Severity::Error);
        const int errors = session.count(Severity::Error);
        const int sheet = finding.cells.front().at.sheet;
        const int ofTable = session.count(sheet, Severity::Error);
        QVERIFY(verdict->text().contains(u"errors %1 "_s.arg(errors)));
        for (const auto kind : {FindingMark::Kind::FalseAlarm, FindingMark::Kind::Exception}) {
            m_window->document().setMark({finding.key, kind, {}});
            QCOMPARE(session.count(Severity::Error), errors - 1);
            QCOMPARE(session.count(sheet, Severity::Error), ofTable - 1);
            QVERIFY(verdict->text().contains(u"errors %1 "_s.arg(errors - 1)));
            QVERIFY(verdict->text().contains(u"set aside 1"_s));
        }
        m_window->document().setMark({finding.key, FindingMark::Kind::Verified, {}});
        QCOMPARE(session.count(Severity::Error), errors);
        QVERIFY(!verdict->text().contains(u"set aside"_s));
    }

    void aFindingAboutASentenceGoesThere()
    {
        auto *text = m_window->findChild<TextPage *>(u"textPage"_s);
        auto *table = m_window->findChild<TablePage *>(u"textBesidePage"_s);
        int seen = 0;
        for (int row = 0; row < rows(); ++row) {
            const Finding finding = findingAt(row);
            if (finding.texts.empty() || finding.texts.front().quote.isEmpty()
                || finding.cells.empty() || finding.rule.startsWith(u"PF"_s))
                continue;
            m_panel->list().selectRow(row);
            emit m_panel->list().doubleClicked(m_panel->list().currentIndex());
            if (!text->isVisible())
                continue;  // in an annex, which is a table
            ++seen;
            QVERIFY2(!text->markedQuote().isEmpty(), qPrintable(finding.texts.front().quote));
            const auto blank = [](QString words) {
                words.removeIf([](QChar c) { return c.isSpace(); });
                return words;
            };
            QCOMPARE(blank(text->markedQuote()), blank(finding.texts.front().quote));
            QVERIFY(table->isVisible());
            auto *explanation = m_panel->findChild<QLabel *>(u"findingExplanation"_s);
            QVERIFY(explanation->text().contains(u"href=\"text\""_s));
        }
        QVERIFY(seen > 0);
    }

    void bothSidesOfAFindingAreInView()
    {
        auto *beside = m_window->findChild<TablePage *>(u"besidePage"_s);
        // From the last rows of two long tables, at their right.
        Finding finding;
        for (const QString &kind : {u"T05"_s, u"T03"_s}) {
            const int sheet = report().sheetOf(kind);
            const Sheet &table = report().sheets[size_t(sheet)];
            FindingCell cell;
            cell.at = {sheet, table.rowCount() - 1, table.columnCount() - 1};
            finding.cells.push_back(cell);
        }
        emit m_panel->findingChosen(finding);
        QCoreApplication::processEvents();
        QVERIFY(beside->isVisible());
        for (TablePage *page : {&m_window->tablePage(), beside}) {
            const FormView &view = page->view();
            QVERIFY(view.isCellVisible(view.currentCell()));
            // With the code and the name.
            const bool scrolled = view.horizontalScrollBar()->value() > 0;
            QVERIFY(!scrolled || view.findChild<QTableView *>()->isVisible());
        }
    }

    void aDoubleClickGoesToTheCell()
    {
        const int row = rowOf(u"IN09-1-actual"_s);
        QVERIFY(row >= 0);
        m_panel->list().scrollTo(m_panel->list().model()->index(row, 0));
        const QRect rect = m_panel->list().visualRect(m_panel->list().model()->index(row, 2));
        QTest::mouseClick(
            m_panel->list().viewport(), Qt::LeftButton, Qt::NoModifier, rect.center());
        QTest::mouseDClick(
            m_panel->list().viewport(), Qt::LeftButton, Qt::NoModifier, rect.center());
        QCOMPARE(currentCell(), cellOf(report(), u"T09", u"total", u"actual.vehicles"));
    }

    void aFindingOfTheTextLeadsToItsSection()
    {
        const int row = rowOf(u"ST-11"_s);
        QVERIFY(row >= 0);
        m_panel->list().selectRow(row);
        QTest::keyClick(&m_panel->list(), Qt::Key_Return);
        auto *text = m_window->findChild<TextPage *>();
        QVERIFY(text->isVisible());
        QVERIFY(text->toPlainText().contains(u"国有资本经营预算财政拨款支出说明"_s));
        // The next finding of a table shows its table again.
        m_panel->list().selectRow(0);
        QTest::keyClick(&m_panel->list(), Qt::Key_Return);
        QVERIFY(!text->isVisible());
    }

    void aMarkIsSetAndUndoneAndTheFindingStays()
    {
        const int row = rowOf(u"IN05-1"_s);
        m_panel->list().selectRow(row);
        const int all = rows();
        mark(0, u"已与财政核对"_s);
        const auto &marks = report().marks;
        QCOMPARE(marks.size(), size_t(1));
        QCOMPARE(marks.front().kind, FindingMark::Kind::FalseAlarm);
        QCOMPARE(marks.front().reason, u"已与财政核对"_s);
        QCOMPARE(rows(), all);
        QVERIFY(data(rowOf(u"IN05-1"_s), FindingsModel::MarkedRole).toBool());
        m_window->document().undoStack().undo();
        QVERIFY(report().marks.empty());
        QVERIFY(!data(rowOf(u"IN05-1"_s), FindingsModel::MarkedRole).toBool());
        m_window->document().undoStack().redo();
        QCOMPARE(report().marks.size(), size_t(1));
    }

    void aFixIsOfferedWhileEditingAppliedAndUndone()
    {
        QToolButton *fix = fixButton();
        m_panel->list().selectRow(rowOf(u"IN05-1"_s));
        QVERIFY(!fix->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QVERIFY(fix->isVisible());
        const CellRef at = cellOf(report(), u"T05", u"2101301", u"project");
        QCOMPARE(printed(report(), at), u"1,679.67"_s);
        const int all = rows();
        fix->click();
        QCOMPARE(printed(report(), at), u"0.00"_s);
        QCOMPARE(rowOf(u"IN05-1"_s), -1);
        QVERIFY(rows() < all);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(printed(report(), at), u"1,679.67"_s);
        QVERIFY(rowOf(u"IN05-1"_s) >= 0);
        QCOMPARE(rows(), all);
    }

    void f9TracesTheCurrentCell()
    {
        m_window->showTable(u"T05"_s);
        m_window->tablePage().view().setCurrentCell(
            cellOf(report(), u"T05", u"2101301", u"project"));
        QStringList entries;
        QTimer::singleShot(100, this, [&entries] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            for (const QAction *action : menu->actions())
                entries << action->text();
            // The class that sums it.
            for (QAction *action : menu->actions()) {
                if (action->text().contains(u"21013 "))
                    return menu->setActiveAction(action), QTest::keyClick(menu, Qt::Key_Return);
            }
            menu->close();
        });
        QTest::keyClick(m_window.get(), Qt::Key_F9);
        QVERIFY2(entries.join(u'\n').contains(u"✗ IN05-3"_s), qPrintable(entries.join(u'\n')));
        QCOMPARE(currentCell(), cellOf(report(), u"T05", u"21013", u"project"));
    }

    void theExplanationOfAFindingLinksToItsCells()
    {
        m_panel->list().selectRow(rowOf(u"IN05-1"_s));
        auto *explanation = m_panel->findChild<QLabel *>(u"findingExplanation"_s);
        QVERIFY(explanation->text().contains(u"1,679.67"_s));
        emit explanation->linkActivated(u"1"_s);
        QCOMPARE(currentCell(), cellOf(report(), u"T05", u"2101301", u"basic"));
    }

private:
    const Report &report() { return m_window->document().report(); }
    CellRef currentCell() { return m_window->tablePage().view().currentCell(); }
    int rows() { return m_panel->list().model()->rowCount(); }
    QVariant data(int row, int role) { return m_panel->list().model()->index(row, 0).data(role); }
    Finding findingAt(int row)
    {
        const auto *filter = static_cast<const FindingsFilter *>(m_panel->list().model());
        const auto *model = static_cast<const FindingsModel *>(filter->sourceModel());
        return model->finding(filter->mapToSource(filter->index(row, 0)).row());
    }
    QString place(int row)
    {
        return m_panel->list().model()->index(row, FindingsModel::PlaceColumn).data().toString();
    }
    int rowOf(const QString &rule)
    {
        for (int row = 0; row < rows(); ++row) {
            if (m_panel->list().model()->index(row, FindingsModel::RuleColumn).data() == rule)
                return row;
        }
        return -1;
    }
    QToolButton *chip(int number)
    {
        return m_panel->findChildren<QToolButton *>(u"chip"_s).value(number);
    }
    QComboBox *box(const QVariant &entry)
    {
        for (QComboBox *combo : m_panel->findChildren<QComboBox *>()) {
            if (combo->findData(entry) >= 0)
                return combo;
        }
        return nullptr;
    }
    QToolButton *fixButton() { return m_panel->findChild<QToolButton *>(u"applyFix"_s); }
    /// Chooses an entry of the menu of marks and types the reason.
    void mark(int entry, const QString &reason)
    {
        QTimer::singleShot(100, this, [&reason] {
            auto *dialog = qobject_cast<QInputDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            dialog->setTextValue(reason);
            dialog->accept();
        });
        auto *button = m_panel->findChild<QToolButton *>(u"markFinding"_s);
        button->menu()->actions().at(entry)->trigger();
    }

    ChartFigures m_charts;
    std::unique_ptr<MainWindow> m_window;
    FindingsPanel *m_panel = nullptr;
};

QTEST_MAIN(TestMainWindowFindings)
#include "tst_main_window_findings.moc"
