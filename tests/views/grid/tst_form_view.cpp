#include "tests/support/typed_report.h"
#include "views/grid/form_view.h"
#include "views/pages/table_page.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace mz;

/// Drives the grid as its user does: keys and clipboard, not the model.
class TestFormView : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_document = std::make_unique<ReportDocument>(test::context().handbook);
        m_document->setReport(test::typedReport());
        m_page = std::make_unique<TablePage>(*m_document);
        m_page->resize(900, 600);
        m_page->showSheet(m_document->report().sheetOf(u"T05"));
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        view().setFocus();
    }
    void cleanup()
    {
        m_page.reset();
        m_document.reset();
    }

    void typingReplacesAndEnterGoesDownTheColumn()
    {
        go("2012601", "basic");
        type("200");
        QTest::keyClick(editor(), Qt::Key_Return);
        QCOMPARE(printed("2012601", "basic"), QStringLiteral("200.00"));
        QCOMPARE(printed("total", "total"), QStringLiteral("230.00"));
        QCOMPARE(view().currentCell(), cell("2012604", "basic"));
    }

    void f2KeepsWhatStandsThereAndEscapeLeavesIt()
    {
        go("2012601", "basic");
        QTest::keyClick(&view(), Qt::Key_F2);
        QCOMPARE(editor()->text(), QStringLiteral("120.50"));
        QTest::keyClicks(editor(), "9");
        QTest::keyClick(editor(), Qt::Key_Escape);
        QCOMPARE(printed("2012601", "basic"), QStringLiteral("120.50"));
    }

    void aHeadingTakesThreeLinesAndKeepsItsBrackets()
    {
        m_page->resize(480, 600);
        m_page->showSheet(m_document->report().sheetOf(u"T09"));
        QFont bold = view().horizontalHeader()->font();
        bold.setWeight(QFont::DemiBold);
        const QFontMetrics metrics(bold);
        constexpr int abroad = 1;  // 合计, 因公出国（境）费 ..
        constexpr int sides = 10;
        QVERIFY(view().columnWidth(abroad)
            >= metrics.horizontalAdvance(QStringLiteral("（境）费")) + sides);
    }

    void tabGoesToTheNextInputOnly()
    {
        go("2012601", "basic");
        type("1");
        QTest::keyClick(editor(), Qt::Key_Tab);
        QCOMPARE(view().currentCell(), cell("2012601", "project"));
        type("1");
        QTest::keyClick(editor(), Qt::Key_Tab);
        // The subtotal of the next row is no input.
        QCOMPARE(view().currentCell(), cell("2012604", "basic"));
        QTest::keyClick(&view(), Qt::Key_Backtab);
        QCOMPARE(view().currentCell(), cell("2012601", "project"));
    }

    void whatIsNoAmountIsRefusedWhereItWasTyped()
    {
        QSignalSpy refused(&view(), &FormView::refused);
        go("2012601", "basic");
        type("abc");
        QTest::keyClick(editor(), Qt::Key_Return);
        QCOMPARE(refused.count(), 1);
        QVERIFY(editor());
        QCOMPARE(editor()->text(), QStringLiteral("abc"));
        QCOMPARE(printed("2012601", "basic"), QStringLiteral("120.50"));
        QTest::keyClick(editor(), Qt::Key_Escape);
    }

    void escapeLeavesARefusedAmountAndItsReason()
    {
        const auto *remark = m_page->findChild<QLabel *>("remark");
        go("2012601", "basic");
        type("abc");
        QTest::keyClick(editor(), Qt::Key_Return);
        QVERIFY(remark->isVisible());
        QTest::keyClicks(editor(), "1");
        QVERIFY(!remark->isVisible());
        QTest::keyClick(editor(), Qt::Key_Return);
        QVERIFY(remark->isVisible());
        QTest::keyClick(editor(), Qt::Key_Escape);
        QVERIFY(!remark->isVisible());
        QVERIFY(view().hasFocus());
        QCOMPARE(view().currentCell(), cell("2012601", "basic"));
        QCOMPARE(printed("2012601", "basic"), QStringLiteral("120.50"));
        // A key replaces again: no editor is open any more.
        type("7");
        QCOMPARE(editor()->text(), QStringLiteral("7"));
        QTest::keyClick(editor(), Qt::Key_Escape);
    }

    void aRefusedAmountStaysInView()
    {
        m_page->showSheet(m_document->report().sheetOf(u"T01"));
        m_page->resize(420, 420);
        QCoreApplication::processEvents();
        view().setFocus();
        const SheetModel &model = *view().sheetModel();
        const auto isInput = [&model](const QModelIndex &index) {
            return index.data(SheetModel::KindRole).toInt() == int(SheetModel::CellKind::Input);
        };
        // The last input that is wholly in view.
        const QRect room = view().viewport()->rect();
        QModelIndex last;
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                const QModelIndex index = model.index(row, column);
                if (isInput(index) && room.contains(view().visualRect(index)))
                    last = index;
            }
        }
        QVERIFY(last.isValid());
        view().setCurrentCell(model.cellAt(last));
        type("abc");
        QTest::keyClick(editor(), Qt::Key_Return);
        QCoreApplication::processEvents();
        QVERIFY(view().viewport()->rect().contains(view().visualRect(last)));
        QVERIFY(view().viewport()->rect().intersects(editor()->geometry()));
        QTest::keyClick(editor(), Qt::Key_Escape);
    }

    void aBlockThatDoesNotFitIsRefusedWhole()
    {
        go("2012601", "basic");
        const Report before = m_document->report();
        QSignalSpy refused(&view(), &FormView::refused);
        QGuiApplication::clipboard()->setText(QStringLiteral("1\t2\t3\t4\n"));
        QTest::keyClick(&view(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused.front().front().toString().contains(u'2'));
        QGuiApplication::clipboard()->setText(
            QString(60, u'x').replace(u'x', QStringLiteral("1\n")));
        QTest::keyClick(&view(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(refused.count(), 2);
        QVERIFY(m_document->report() == before);
    }

    void anotherThemeLeavesNoColourOfTheLast()
    {
        go("2012601", "basic");
        const auto *text = m_page->findChild<QLabel *>("explanation");
        const QString light = Theme::of(Theme::Kind::Light).accent.name();
        QVERIFY(text->text().contains(light));
        setCurrentTheme(Theme::Kind::Dark);
        QCoreApplication::processEvents();
        QVERIFY(!text->text().contains(light));
        QVERIFY(text->text().contains(Theme::of(Theme::Kind::Dark).accent.name()));
        setCurrentTheme(Theme::Kind::Light);
    }

    void anInputIsCurrentInEveryNewTable()
    {
        for (const QString &kind : {QStringLiteral("T01"), QStringLiteral("T05")}) {
            m_page->showSheet(m_document->report().sheetOf(kind));
            QVERIFY(view().currentCell().isValid());
            QVERIFY(!m_document->totals().isTotal(view().currentCell()));
        }
    }

    void onANarrowPageAnAmountIsSeenWithItsName()
    {
        m_page->resize(400, 500);
        QCoreApplication::processEvents();
        go("2012604", "project");
        QVERIFY(view().isCellVisible(view().currentCell()));
        const QTableView *frozen = nullptr;
        for (const QTableView *table : view().findChildren<QTableView *>())
            frozen = table;
        const bool scrolled = view().horizontalScrollBar()->value() > 0;
        QVERIFY(!scrolled || (frozen && frozen->isVisible()));
        // The lines above do not run into each other.
        const auto *agency = m_page->findChild<QLabel *>("tableAgency");
        QVERIFY(agency->sizeHint().width() <= agency->width());
    }

    void theUnitEndsWhereTheFormDoes()
    {
        m_page->showSheet(m_document->report().sheetOf(u"T01"));
        m_page->resize(900, 400);
        QCoreApplication::processEvents();
        QVERIFY(view().verticalScrollBar()->isVisible());
        const auto *unit = m_page->findChild<QLabel *>("tableUnit");
        QCOMPARE(unit->mapTo(m_page.get(), QPoint(unit->width(), 0)).x(),
            view().mapTo(m_page.get(), QPoint(view().shownWidth(), 0)).x());
    }

    void fullWidthDigitsAndUnitsAreUnderstood_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("printed");
        QTest::newRow("full width") << QStringLiteral("１２．５") << "12.50";
        QTest::newRow("commas") << QStringLiteral("1,234.5") << "1234.50";
        QTest::newRow("full-width comma") << QStringLiteral("1，234.5") << "1234.50";
        QTest::newRow("万元") << QStringLiteral("1.2万元") << "1.20";
        QTest::newRow("元") << QStringLiteral("12345元") << "1.2345";
        QTest::newRow("three decimals") << QStringLiteral("922.207") << "922.207";
    }
    void fullWidthDigitsAndUnitsAreUnderstood()
    {
        QFETCH(QString, typed);
        QFETCH(QString, printed);
        go("2012601", "basic");
        QTest::keyClick(&view(), Qt::Key_F2);
        editor()->selectAll();
        editor()->insert(typed);
        QTest::keyClick(editor(), Qt::Key_Return);
        QCOMPARE(this->printed("2012601", "basic"), printed);
    }

    void aTotalRefusesTypingAndSaysWhy()
    {
        QSignalSpy refused(&view(), &FormView::refused);
        go("201", "basic");
        type("5");
        QCOMPARE(refused.count(), 1);
        QVERIFY(!view().findChild<QLineEdit *>("cellEditor"));
        const auto *remark = m_page->findChild<QLabel *>("remark");
        QVERIFY(remark->isVisible());
        QVERIFY(!remark->text().isEmpty());
    }

    void browsingRefusesTypingPastingAndClearing()
    {
        m_document->setEditable(false);
        const Report before = m_document->report();
        go("2012601", "basic");
        QSignalSpy refused(&view(), &FormView::refused);
        type("5");
        QGuiApplication::clipboard()->setText(QStringLiteral("7"));
        QTest::keyClick(&view(), Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(&view(), Qt::Key_Delete);
        QCOMPARE(refused.count(), 3);
        QVERIFY(m_document->report() == before);
    }

    void aBlockIsPastedInOneStepAndTotalsAreLeft()
    {
        go("2012601", "total");
        QSignalSpy told(&view(), &FormView::told);
        QGuiApplication::clipboard()->setText(QStringLiteral("9\t1.5\t2\n9\t3\t4\n"));
        const int steps = m_document->undoStack().count();
        QTest::keyClick(&view(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_document->undoStack().count(), steps + 1);
        QCOMPARE(told.count(), 1);
        QCOMPARE(printed("2012601", "total"), QStringLiteral("3.50"));
        QCOMPARE(printed("2012604", "project"), QStringLiteral("4.00"));
        m_document->undoStack().undo();
        QCOMPARE(printed("2012601", "basic"), QStringLiteral("120.50"));
        QCOMPARE(printed("2012604", "project"), QStringLiteral("30.00"));
    }

    void oneBadAmountRefusesTheWholePaste()
    {
        go("2012601", "basic");
        const Report before = m_document->report();
        QSignalSpy refused(&view(), &FormView::refused);
        QGuiApplication::clipboard()->setText(QStringLiteral("1\t2\n3\tnonsense\n"));
        QTest::keyClick(&view(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(refused.count(), 1);
        QVERIFY(m_document->report() == before);
    }

    void copiedCellsAreTabbedLinesAndNoFormulas()
    {
        go("2012601", "basic");
        view().selectionModel()->select(
            QItemSelection(view().currentIndex(),
                view().currentIndex().siblingAtColumn(view().currentIndex().column() + 1)),
            QItemSelectionModel::ClearAndSelect);
        QTest::keyClick(&view(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("120.50\t\n"));
    }

    void theCurrentCellSurvivesRowsThatAreAdded()
    {
        go("2012604", "project");
        QVERIFY(m_document->addAccount(m_page->sheetIndex(), AccountCode::parse(u"2012602"), {})
                    .has_value());
        QCOMPARE(m_document->report()
                     .sheets[size_t(m_page->sheetIndex())]
                     .rows[size_t(view().currentCell().row)]
                     .key,
            QStringLiteral("2012602"));
    }

    void everyHeadingOfEveryTableFitsItsColumn()
    {
        for (size_t sheet = 0; sheet < m_document->report().sheets.size(); ++sheet) {
            m_page->showSheet(int(sheet));
            QCoreApplication::processEvents();
            const QHeaderView *header = view().horizontalHeader();
            QVERIFY(header->height() > 20);
            QCOMPARE(header->height(), header->sizeHint().height());
            for (int column = 0; column < header->count(); ++column)
                QVERIFY(header->sectionSize(column) >= 32);
        }
    }

    void amountsNeverLackRoom_data()
    {
        QTest::addColumn<int>("zoom");
        QTest::newRow("100") << 100;
        QTest::newRow("200") << 200;
    }
    void amountsNeverLackRoom()
    {
        QFETCH(int, zoom);
        m_page->setZoom(zoom);
        go("2012601", "basic");
        type("123456789012.34");
        QTest::keyClick(editor(), Qt::Key_Return);
        m_page->resize(1000, 600);
        QCoreApplication::processEvents();
        const SheetModel &model = *view().sheetModel();
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                const QModelIndex index = model.index(row, column);
                if (!model.cellAt(index).isValid())
                    continue;
                QFont font = view().font();
                font.setWeight(QFont::DemiBold);
                const int needed = QFontMetrics(font).horizontalAdvance(index.data().toString());
                QVERIFY2(
                    needed + 8 <= view().columnWidth(column), qPrintable(index.data().toString()));
            }
        }
    }

private:
    FormView &view() { return m_page->view(); }
    /// The open editor; closed ones are deleted only later.
    QLineEdit *editor()
    {
        const auto editors = view().findChildren<QLineEdit *>("cellEditor");
        return editors.isEmpty() ? nullptr : editors.back();
    }
    const Sheet &sheet() { return m_document->report().sheets[size_t(m_page->sheetIndex())]; }
    CellRef cell(const char *row, const char *column)
    {
        return {m_page->sheetIndex(), sheet().rowOf(QString::fromLatin1(row)),
            sheet().columnOf(QString::fromLatin1(column))};
    }
    /// The first key opens the editor, which gets the others.
    void type(const char *keys)
    {
        QTest::keyClick(&view(), keys[0]);
        if (keys[1] != 0)
            QTest::keyClicks(editor(), keys + 1);
    }
    void go(const char *row, const char *column)
    {
        view().setCurrentCell(cell(row, column));
        QCOMPARE(view().currentCell(), cell(row, column));
    }
    QString printed(const char *row, const char *column)
    {
        const CellRef at = cell(row, column);
        return sheet().printed(at.row, at.column);
    }

    std::unique_ptr<ReportDocument> m_document;
    std::unique_ptr<TablePage> m_page;
};

QTEST_MAIN(TestFormView)
#include "tst_form_view.moc"
