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
