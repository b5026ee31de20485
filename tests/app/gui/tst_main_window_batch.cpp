#include "app/gui/main_window.h"
#include "model/document/mzr_file.h"
#include "model/document/report_json.h"
#include "tests/model/document/consistent_report.h"
#include "views/grid/form_view.h"
#include "views/pages/batch_page.h"
#include "views/pages/table_page.h"

#include <QAction>
#include <QClipboard>
#include <QDockWidget>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

class TestMainWindowBatch : public QObject
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
        for (unsigned i = 0; i < 3; ++i) {
            Report report = consistentReport(i + 1);
            report.identity.agency = u"第%1局"_s.arg(i);
            if (i == 1) {
                const CellRef at = cellOf(report, u"T01", u"total", u"amount");
                report.sheets[size_t(at.sheet)].setPrinted(
                    at.row, at.column, Amount::number(Money::fromFen(7 * cent), 2));
            }
            QVERIFY(writeWhole(m_folder.filePath(u"%1.mzr"_s.arg(i)), writeReportJson(report))
                        .has_value());
        }
        QVERIFY(writeWhole(m_folder.filePath(u"broken.pdf"_s), "%PDF-1.4\n").has_value());
    }
    void init()
    {
        m_window = std::make_unique<MainWindow>(context(), m_charts);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_page = m_window->findChild<BatchPage *>(u"batchPage"_s);
        QVERIFY(m_page);
    }
    void cleanup()
    {
        m_window->document().undoStack().setClean();
        m_window.reset();
    }

    void aFolderIsListedWhateverItsFilesAre()
    {
        checkFolder();
        QVERIFY(m_page->isVisible());
        QCOMPARE(rows(), 4);
        // The panels of a report give their room to the list.
        for (const QDockWidget *dock : m_window->findChildren<QDockWidget *>())
            QVERIFY(!dock->isVisible());
        chip(1)->click();
        QCOMPARE(rows(), 1);
        QCOMPARE(cell(0, BatchModel::FileColumn), u"1.mzr"_s);
        chip(4)->click();
        QCOMPARE(rows(), 1);
        QVERIFY(!cell(0, BatchModel::ReasonColumn).isEmpty());
        chip(0)->click();
        m_page->findChild<QLineEdit *>()->setText(u"第2局"_s);
        QCOMPARE(rows(), 1);
    }

    void enterOpensTheReportAndTheListIsOneKeyAway()
    {
        checkFolder();
        open(u"1.mzr"_s);
        QCOMPARE(m_window->document().report().identity.agency, u"第1局"_s);
        QVERIFY(!m_page->isVisible());
        QVERIFY(m_window->findChild<QDockWidget *>(u"contentsDock"_s)->isVisible());
        QVERIFY(m_window->findChild<QDockWidget *>(u"findingsDock"_s)->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(m_page->isVisible());
        QCOMPARE(rows(), 4);
        // The row that was opened is still the current one.
        QCOMPARE(cell(m_page->list().currentIndex().row(), BatchModel::FileColumn), u"1.mzr"_s);
        open(u"2.mzr"_s);
        QCOMPARE(m_window->document().report().identity.agency, u"第2局"_s);
    }

    void openingFromTheListAsksAboutUnsavedChanges()
    {
        checkFolder();
        open(u"0.mzr"_s);
        m_window->document().setEditable(true);
        Identity identity = m_window->document().report().identity;
        identity.agency = u"改名局"_s;
        QVERIFY(m_window->document().setIdentity(identity).has_value());
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        int asked = 0;
        QTimer answer;
        connect(&answer, &QTimer::timeout, this, [&asked] {
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                if (auto *box = qobject_cast<QMessageBox *>(widget); box && box->isVisible()) {
                    ++asked;
                    box->button(QMessageBox::Cancel)->click();
                }
            }
        });
        answer.start(20);
        select(u"2.mzr"_s);
        QTest::keyClick(&m_page->list(), Qt::Key_Return);
        answer.stop();
        QCOMPARE(asked, 1);
        QCOMPARE(m_window->document().report().identity.agency, u"改名局"_s);
        QVERIFY(m_page->isVisible());
    }

    void aFolderCanBeDroppedOnTheWindow()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_folder.path())});
        QSignalSpy finished(m_window.get(), &MainWindow::folderFinished);
        QDragEnterEvent enter(
            QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &event);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(rows(), 4);
    }

    void theListIsCopiedAndExported()
    {
        checkFolder();
        m_page->list().clearSelection();
        m_page->copyList();
        QCOMPARE(QGuiApplication::clipboard()->text().trimmed().split(u'\n').size(), 5);
        select(u"0.mzr"_s);
        m_page->copyList();
        const QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied.trimmed().split(u'\n').size(), 2);
        QVERIFY(copied.contains(u"第0局"_s));
        QTemporaryDir out;
        QVERIFY(m_page->exportCsv(out.filePath(u"list.csv"_s)).has_value());
        QFile file(out.filePath(u"list.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 5);
        QVERIFY(!m_page->exportCsv(out.filePath(u"missing/list.csv"_s)).has_value());
    }

    void aWindowThatClosesWhileItChecksEndsCleanly()
    {
        m_window->checkFolder(m_folder.path());
        QTest::qWait(10);
        QVERIFY(m_window->close());
    }

private:
    void checkFolder()
    {
        QSignalSpy finished(m_window.get(), &MainWindow::folderFinished);
        m_window->openPath(m_folder.path());
        QVERIFY(finished.wait(60'000));
    }
    void select(const QString &name)
    {
        for (int row = 0; row < rows(); ++row) {
            if (cell(row, BatchModel::FileColumn) == name)
                m_page->list().setCurrentIndex(m_page->list().model()->index(row, 0));
        }
    }
    void open(const QString &name)
    {
        QSignalSpy finished(m_window.get(), &MainWindow::openFinished);
        select(name);
        QTest::keyClick(&m_page->list(), Qt::Key_Return);
        QVERIFY(finished.wait(60'000));
    }
    int rows() const { return m_page->list().model()->rowCount(); }
    QString cell(int row, int column) const
    {
        return m_page->list().model()->index(row, column).data().toString();
    }
    QToolButton *chip(int number) const
    {
        return m_page->findChildren<QToolButton *>(u"chip"_s)[number];
    }

    ChartFigures m_charts;
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    BatchPage *m_page = nullptr;
};

QTEST_MAIN(TestMainWindowBatch)
#include "tst_main_window_batch.moc"
