#include "app/gui/main_window.h"
#include "model/compose/composer.h"
#include "model/document/mzr_file.h"
#include "model/document/report_json.h"
#include "model/manuscript/writers/text_writer.h"
#include "model/tables/uncertain_points_model.h"
#include "tests/support/typed_report.h"
#include "views/dialogs/column_choice_header.h"
#include "views/dialogs/import_preview.h"
#include "views/pages/table_page.h"

#include <QAccessible>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace mz;
using namespace Qt::StringLiterals;

namespace {

/// The text of a report whose table T02 has a column of a strange name, and T01 a
/// strange line.
QString strangeText()
{
    const Manuscript manuscript = compose(test::typedReport());
    QString text = writeText(manuscript);
    const qsizetype table = text.indexOf(u"收入决算表"_s);
    const qsizetype fiscal = text.indexOf(u"财政拨款收入"_s, table);
    text.replace(fiscal, 6, u"甲项"_s);
    const qsizetype other = text.indexOf(u"其他收入"_s, fiscal);
    return text.replace(other, 4, u"乙项"_s);
}

}  // namespace

class TestImportWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"mingzhang-test"_s);
        QSettings().clear();
        m_path = m_folder.filePath(u"strange.txt"_s);
        QVERIFY(writeWhole(m_path, strangeText().toUtf8()).has_value());
        m_certain = m_folder.filePath(u"plain.txt"_s);
        QVERIFY(
            writeWhole(m_certain, writeText(compose(test::typedReport())).toUtf8()).has_value());
    }
    void init()
    {
        m_window = std::make_unique<MainWindow>(test::context(), ChartFigures());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void aCertainFileSimplyOpens()
    {
        QSignalSpy finished(m_window.get(), &MainWindow::openFinished);
        m_window->openFile(m_certain);
        QVERIFY(finished.wait(10'000));
        QVERIFY(!m_window->findChild<ImportPreview *>());
        QVERIFY(finished.front().front().toBool());
    }

    void anUncertainFileIsAskedForAndCancelLeavesTheFormerReport()
    {
        QSignalSpy finished(m_window.get(), &MainWindow::openFinished);
        m_window->openFile(m_certain);
        QVERIFY(finished.wait(10'000));
        const Report before = m_window->document().report();
        finished.clear();
        ImportPreview *dialog = openStrange();
        QVERIFY(m_window->document().report() == before);
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel)->click();
        QCOMPARE(finished.count(), 1);
        QVERIFY(!finished.front().front().toBool());
        QVERIFY(m_window->document().report() == before);
        QVERIFY(m_window->windowTitle().contains(u"示例市档案馆"_s));
    }

    void aMappedHeadingArrivesInTheReportThatOpens()
    {
        ImportPreview *dialog = openStrange();
        auto *header = dialog->findChild<ColumnChoiceHeader *>();
        const int table = tableOf(dialog->draft(), u"T02");
        QVERIFY(table >= 0);
        show(*dialog, table);
        choose(*header, columnTitled(dialog->draft(), table, u"甲项"_s), u"fiscal@0"_s);
        choose(*header, columnTitled(dialog->draft(), table, u"乙项"_s), u"other@0"_s);
        QCOMPARE(fiscalOf(dialog->report()), u"150.50"_s);
        // What is below shows the same table.
        auto *page = dialog->findChild<TablePage *>();
        QCOMPARE(page->sheetIndex(), dialog->report().sheetOf(u"T02"));

        dialog->findChild<QLineEdit *>("importAgency")->setText(u"另一个局"_s);
        QSignalSpy finished(m_window.get(), &MainWindow::openFinished);
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(finished.front().front().toBool());
        const Report &report = m_window->document().report();
        QCOMPARE(fiscalOf(report), u"150.50"_s);
        QCOMPARE(report.identity.agency, u"另一个局"_s);
        // As every imported report: for browsing, without a file of its own, no step to undo.
        QVERIFY(!m_window->document().isEditable());
        QVERIFY(!m_window->document().undoStack().canUndo());
        QVERIFY(report.sheets.front().published);
        QTest::qWait(0);
        QVERIFY(!m_window->findChild<ImportPreview *>());
    }

    void aRowIsDroppedByTheKeyboardAndTakenBack()
    {
        ImportPreview *dialog = openStrange();
        const int table = tableOf(dialog->draft(), u"T02");
        show(*dialog, table);
        auto *grid = dialog->findChild<QTableView *>("importGrid");
        const auto &rows = dialog->draft().tables()[size_t(table)].rows;
        int row = -1;
        for (size_t i = 0; i < rows.size(); ++i)
            row = rows[i].keys.contains(u"2012604"_s) ? int(i) : row;
        QVERIFY(row > 0);
        grid->setCurrentIndex(grid->model()->index(row, 1));
        grid->setFocus();
        QTest::keyClick(grid, Qt::Key_Space);
        QTRY_VERIFY(dialog->report().sheet(u"T02")->rowOf(u"2012604") < 0);
        QTest::keyClick(grid, Qt::Key_Space);
        QTRY_VERIFY(dialog->report().sheet(u"T02")->rowOf(u"2012604") >= 0);
        dialog->reject();
    }

    void aPointLeadsToItsPlace()
    {
        ImportPreview *dialog = openStrange();
        auto *points = dialog->findChild<QListView *>("importPoints");
        auto *grid = dialog->findChild<QTableView *>("importGrid");
        QVERIFY(points->model()->rowCount() > 0);
        const int table = tableOf(dialog->draft(), u"T02");
        show(*dialog, 0);
        for (int i = 0; i < points->model()->rowCount(); ++i) {
            const QModelIndex point = points->model()->index(i, 0);
            const int column = point.data(UncertainPointsModel::ColumnRole).toInt();
            if (point.data(UncertainPointsModel::TableRole).toInt() != table || column < 0)
                continue;
            points->setCurrentIndex({});
            points->setCurrentIndex(point);
            QCOMPARE(dialog->findChild<QListView *>("importTables")->currentIndex().row(), table);
            QCOMPARE(grid->currentIndex().column(), column + 1);
        }
        dialog->reject();
    }

    void aTableKeptAsTextIsSaidSo()
    {
        ImportPreview *dialog = openStrange();
        show(*dialog, tableOf(dialog->draft(), u"T03"));
        auto *kind = dialog->findChild<QComboBox *>("importKind");
        kind->setCurrentIndex(kind->findData(QString()));
        emit kind->activated(kind->currentIndex());
        QTRY_COMPARE(dialog->report().sheetOf(u"T03"), -1);
        QVERIFY(dialog->findChild<QLabel *>("importNothing")->isVisible());
        dialog->reject();
    }

    void everythingThatTakesTheFocusHasAName()
    {
        ImportPreview *dialog = openStrange();
        QAccessible::setActive(true);
        for (QWidget *widget : dialog->findChildren<QWidget *>()) {
            if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0)
                continue;
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(accessible);
            QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(),
                qPrintable(
                    QString::fromLatin1(widget->metaObject()->className()) + widget->objectName()));
        }
        dialog->reject();
    }

private:
    ImportPreview *openStrange()
    {
        m_window->openFile(m_path);
        ImportPreview *dialog = nullptr;
        for (int i = 0; i < 500 && !dialog; ++i) {
            QTest::qWait(20);
            dialog = m_window->findChild<ImportPreview *>();
        }
        if (!dialog)
            qFatal("the preview did not open");
        return dialog;
    }
    static int tableOf(const ImportDraft &draft, QStringView kind)
    {
        for (size_t i = 0; i < draft.tables().size(); ++i) {
            if (draft.tables()[i].form && draft.tables()[i].form->kind == kind)
                return int(i);
        }
        return -1;
    }
    static int columnTitled(const ImportDraft &draft, int table, const QString &title)
    {
        const auto &columns = draft.tables()[size_t(table)].columns;
        for (size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].title.endsWith(title))
                return int(i);
        }
        return -1;
    }
    static void show(ImportPreview &dialog, int table)
    {
        auto *tables = dialog.findChild<QListView *>("importTables");
        tables->setCurrentIndex(tables->model()->index(table, 0));
    }
    static void choose(ColumnChoiceHeader &header, int column, const QString &target)
    {
        QComboBox *choice = header.choice(column);
        QVERIFY(choice);
        choice->setCurrentIndex(choice->findData(target));
        emit choice->activated(choice->currentIndex());
        QTRY_COMPARE(header.choice(column)->currentData().toString(), target);
    }
    static QString fiscalOf(const Report &report)
    {
        const Sheet &sheet = *report.sheet(u"T02");
        return sheet.printed(sheet.rowOf(u"total"), sheet.columnOf(u"fiscal"));
    }

    QTemporaryDir m_folder;
    QString m_path, m_certain;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestImportWindow)
#include "tst_import_window.moc"
