#include "app/gui/main_window.h"
#include "model/document/mzr_file.h"
#include "model/document/report_json.h"
#include "tests/support/typed_report.h"
#include "views/charts/report_charts.h"
#include "views/contents/contents_panel.h"
#include "views/grid/form_view.h"
#include "views/pages/table_page.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QDockWidget>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace mz;

class TestMainWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("mingzhang-test"));
        QSettings().clear();
        QFile file(QStringLiteral(":/charts/charts.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto charts = ChartFigures::parse(
            file.readAll(), QStringLiteral("charts.json"), test::context().handbook.figures());
        QVERIFY(charts.has_value());
        m_charts = *charts;
        m_path = m_folder.filePath(QStringLiteral("report.mzr"));
        QVERIFY(writeWhole(m_path, writeReportJson(test::typedReport())).has_value());
    }
    void init()
    {
        m_window = std::make_unique<MainWindow>(test::context(), m_charts);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup()
    {
        if (m_window) {
            m_window->document().undoStack().setClean();
            m_window.reset();
        }
    }

    void aFileIsOpenedInTheBackgroundAndItsTablesListed()
    {
        open(m_path);
        const auto *contents = m_window->findChild<ContentsPanel *>();
        QCOMPARE(contents->model()->rowCount(contents->model()->index(0, 0)), 9);
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("示例市档案馆")));
        QVERIFY(m_window->document().isEditable());
    }

    void aFaultyFileLeavesTheOpenReportAsItIs()
    {
        open(m_path);
        const Report before = m_window->document().report();
        const QString bad = m_folder.filePath(QStringLiteral("bad.mzr"));
        QVERIFY(writeWhole(bad, "{\"mzr\":1,\n\"tables\":[").has_value());
        QSignalSpy finished(m_window.get(), &MainWindow::openFinished);
        m_window->openFile(bad);
        QVERIFY(finished.wait());
        QCOMPARE(finished.front().front().toBool(), false);
        QVERIFY(m_window->document().report() == before);
    }

    void aPublicationOpensForBrowsing()
    {
        MZ_NEEDS_HUNAN();
        open(test::hunanPath());
        QVERIFY(!m_window->document().isEditable());
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QVERIFY(m_window->document().isEditable());
    }

    void typingUndoAndSavingFollowTheTitle()
    {
        open(m_path);
        m_window->showTable(QStringLiteral("T05"));
        FormView &view = m_window->tablePage().view();
        const Sheet &sheet = *m_window->document().report().sheet(u"T05");
        view.setCurrentCell({4, sheet.rowOf(u"2012601"), sheet.columnOf(u"basic")});
        QTest::keyClicks(&view, "7");
        QTest::keyClick(view.findChild<QLineEdit *>("cellEditor"), Qt::Key_Return);
        QVERIFY(m_window->isWindowModified());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!m_window->isWindowModified());
        QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(m_window->isWindowModified());
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!m_window->isWindowModified());
        const auto saved = openReport(m_path, test::context());
        QVERIFY(saved.has_value());
        QVERIFY(saved->report == m_window->document().report());
    }

    void closingWithUnsavedChangesAsksAndCancelStays()
    {
        open(m_path);
        ReportDocument &document = m_window->document();
        const Sheet &sheet = *document.report().sheet(u"T05");
        QVERIFY(
            document
                .type({4, sheet.rowOf(u"2012601"), sheet.columnOf(u"basic")}, QStringLiteral("99"))
                .has_value());
        bool asked = false;
        QTimer::singleShot(100, this, [&asked] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            asked = box != nullptr;
            if (box)
                box->button(QMessageBox::Cancel)->click();
        });
        QVERIFY(!m_window->close());
        QVERIFY(asked);
        QVERIFY(m_window->isVisible());
    }

    void chartsFollowEveryEditAndGoToTheirCell()
    {
        open(m_path);
        ReportDocument &document = m_window->document();
        auto *charts = m_window->findChild<ReportCharts *>();
        QSignalSpy chosen(charts, &ReportCharts::cellChosen);
        const Sheet &sheet = *document.report().sheet(u"T05");
        const CellRef project{4, sheet.rowOf(u"2012604"), sheet.columnOf(u"project")};
        QVERIFY(document.type(project, QStringLiteral("40")).has_value());
        emit charts->cellRequested(ChartPane::Chart::BasicProject, 0, 1);
        QCOMPARE(chosen.count(), 1);
        const CellRef cell = chosen.front().front().value<CellRef>();
        QCOMPARE(document.report().cell(cell).amount.money(), Money::fromFen(40'000'000));
        QCOMPARE(m_window->tablePage().view().currentCell(), cell);
    }

    void droppedFilesAreOpened()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_path)});
        QSignalSpy finished(m_window.get(), &MainWindow::openFinished);
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        static_cast<QObject *>(m_window.get())->event(&drop);
        QVERIFY(finished.wait());
        QCOMPARE(m_window->document().report().sheets.size(), size_t(9));
    }

    void panelsHideAndAreRemembered()
    {
        auto *dock = m_window->findChild<QDockWidget *>("chartsDock");
        QVERIFY(dock->isVisible());
        dock->close();
        QVERIFY(m_window->close());
        m_window = std::make_unique<MainWindow>(test::context(), m_charts);
        m_window->show();
        QVERIFY(!m_window->findChild<QDockWidget *>("chartsDock")->isVisible());
        QSettings().clear();
    }

    void everythingThatTakesTheFocusHasAName()
    {
        open(m_path);
        QAccessible::setActive(true);
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0)
                continue;
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(accessible);
            QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(),
                qPrintable(QStringLiteral("%1 %2").arg(
                    QLatin1String(widget->metaObject()->className()), widget->objectName())));
        }
    }

    void noTextOfAMenuIsCutOffAndEveryActionIsReachable()
    {
        for (QAction *action : m_window->findChildren<QAction *>()) {
            if (action->isSeparator() || action->text().isEmpty())
                continue;
            QVERIFY(!action->text().contains(u'\n'));
        }
    }

private:
    void open(const QString &path)
    {
        QSignalSpy finished(m_window.get(), &MainWindow::openFinished);
        m_window->openFile(path);
        QVERIFY(finished.wait(10'000));
        QVERIFY(finished.front().front().toBool());
    }

    QTemporaryDir m_folder;
    QString m_path;
    ChartFigures m_charts;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
