#include "tests/support/annex_grids.h"
#include "tests/support/hunan.h"
#include "views/narrative/annex_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

/// An annex with its table, and the same table within a long text.
Report annexAndText()
{
    Report report = Report::fromFamily(*context().handbook.family(u"F1"), {});
    Section section;
    section.kind = Section::Kind::Annex;
    section.title = u"项目支出绩效自评表"_s;
    Block block;
    block.kind = Block::Kind::Grid;
    block.grid = gridOf(projectForm());
    section.blocks.push_back(block);
    report.sections = {section, section};
    Block text;
    text.text = u"说明。"_s.repeated(200);
    report.sections[1].blocks.insert(report.sections[1].blocks.begin(), text);
    return report;
}

}  // namespace

class AnnexPageTest : public QObject
{
    Q_OBJECT
private slots:
    void anAnnexIsShownWithItsSpans()
    {
        ReportDocument document(context().handbook);
        document.setReport(annexAndText());
        AnnexPage page(document);
        page.resize(900, 600);
        QVERIFY(page.showSection(0));
        QTableView &view = page.view();
        QCOMPARE(view.model()->columnCount(), 9);
        QVERIFY(view.columnSpan(view.model()->rowCount() - 1, 0) == 6);
        QVERIFY(!view.accessibleName().isEmpty());
        QCOMPARE(page.findChild<QLabel *>(u"annexTitle"_s)->text(), u"项目支出绩效自评表"_s);
        for (int row = 0; row < view.model()->rowCount(); ++row)
            QVERIFY(view.rowHeight(row) >= view.fontMetrics().height());
    }

    void aTableWithinATextIsLeftToTheText()
    {
        ReportDocument document(context().handbook);
        document.setReport(annexAndText());
        AnnexPage page(document);
        QVERIFY(!page.showSection(1));
        QVERIFY(!page.showSection(2));
        QVERIFY(!page.showSection(-1));
    }

    void aTableWithinATextOpensWhereItIsAskedFor()
    {
        ReportDocument document(context().handbook);
        Report report = annexAndText();
        // Two tables of one section, with the same title.
        report.sections[0].blocks.push_back(report.sections[0].blocks.front());
        document.setReport(report);
        AnnexPage page(document);
        QVERIFY(!page.showSection(0));
        QVERIFY(page.showTable(0, 1));
        QVERIFY(page.isShown(0, 1));
        QVERIFY(page.showTable(1, 1));
        QVERIFY(!page.showTable(1, 0));
        QVERIFY(!page.isShown(1, 1));
    }

    void aCellOfTheGridIsShown()
    {
        ReportDocument document(context().handbook);
        document.setReport(annexAndText());
        AnnexPage page(document);
        page.resize(700, 200);
        page.show();
        QVERIFY(page.showSection(0));
        const int last = page.view().model()->rowCount() - 1;
        page.showCell(last, 1);
        QCOMPARE(page.view().currentIndex().row(), last);
        QCOMPARE(page.view().currentIndex().data().toString(),
            document.report().sections[0].blocks[0].grid.rows[size_t(last)][1].text);
        QVERIFY(page.view().viewport()->rect().intersects(
            page.view().visualRect(page.view().currentIndex())));
        page.showCell(999, 0);
        QCOMPARE(page.view().currentIndex().row(), last);
    }

    void aRowWhoseNameIsOutOfViewIsNamedBelow()
    {
        ReportDocument document(context().handbook);
        Report report = annexAndText();
        report.sections[0].title = u"部门整体支出绩效评价基础数据表"_s;
        report.sections[0].blocks[0].grid = gridOf(baseForm());
        document.setReport(report);
        AnnexPage page(document);
        page.resize(260, 400);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QVERIFY(page.showSection(0));
        const auto *message = page.findChild<QLabel *>(u"annexMessage"_s);
        page.showCell(3, 3);
        QCOMPARE(page.view().currentIndex().data().toString(), u"1.42"_s);
        QVERIFY(page.view().horizontalScrollBar()->value() > 0);
        QVERIFY2(message->text().startsWith(u"三公经费"_s), qPrintable(message->text()));
        page.view().horizontalScrollBar()->setValue(0);
        QVERIFY2(!message->text().contains(u"三公经费"_s), qPrintable(message->text()));
    }

    void enterAndTabGoFromNumberToNumber()
    {
        ReportDocument document(context().handbook);
        document.setReport(annexAndText());
        document.setEditable(true);
        AnnexPage page(document);
        page.resize(900, 600);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QVERIFY(page.showSection(0));
        TypingTable &view = page.view();
        const auto isInput
            = [](const QModelIndex &index) { return index.flags().testFlag(Qt::ItemIsEditable); };
        const QModelIndex first = view.firstInput();
        QVERIFY(first.isValid());
        view.clearFocus();
        view.setFocus();
        QCOMPARE(view.currentIndex(), first);
        QTest::keyClick(&view, Qt::Key_Return);
        const QModelIndex below = view.currentIndex();
        QVERIFY(isInput(below) && below.row() > first.row() && below.column() == first.column());
        QTest::keyClick(&view, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(view.currentIndex(), first);
        QTest::keyClick(&view, Qt::Key_Tab);
        QVERIFY(isInput(view.currentIndex()) && view.currentIndex() != first);
        QTest::keyClick(&view, Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(view.currentIndex(), first);
        QTest::keyClick(&view, 'x');
        auto *editor = view.findChild<QLineEdit *>();
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY(editor->isVisible());
        QCOMPARE(editor->text(), u"x"_s);
        const auto *message = page.findChild<QLabel *>(u"annexMessage"_s);
        QVERIFY(!message->text().isEmpty());
        QTest::keyClick(editor, Qt::Key_Escape);
        QVERIFY(message->text().isEmpty());
    }

    void noNumberIsCutAndTheTableFitsThePage()
    {
        ReportDocument document(context().handbook);
        document.setReport(annexAndText());
        AnnexPage page(document);
        page.resize(700, 500);
        page.show();
        QVERIFY(page.showSection(0));
        QTableView &view = page.view();
        int width = 0;
        for (int column = 0; column < view.model()->columnCount(); ++column)
            width += view.columnWidth(column);
        QVERIFY(width <= view.width());
        for (int row = 0; row < view.model()->rowCount(); ++row) {
            for (int column = 0; column < view.model()->columnCount(); ++column) {
                const QModelIndex index = view.model()->index(row, column);
                if (index.data(Qt::TextAlignmentRole).isValid())
                    QVERIFY(view.columnWidth(column)
                        > view.fontMetrics().horizontalAdvance(index.data().toString()) + 6);
            }
        }
        int headings = 0;
        for (int column = 0; column < view.model()->columnCount(); ++column)
            headings += view.model()->index(2, column).data(AnnexModel::HeadingRole).toBool();
        QVERIFY(headings > 2);
    }

    void whatDoesNotFitIsToldBelowTheTable()
    {
        ReportDocument document(context().handbook);
        document.setReport(annexAndText());
        AnnexPage page(document);
        QVERIFY(page.showSection(0));
        const auto *message = page.findChild<QLabel *>(u"annexMessage"_s);
        QAbstractItemModel &model = *page.view().model();
        const QModelIndex rate = model.index(3, 6);
        QCOMPARE(rate.data().toString(), u"75"_s);
        page.view().setCurrentIndex(rate);
        QCOMPARE(message->text(), QString());
        QVERIFY(model.setData(rate, u"100"_s, Qt::EditRole));
        QVERIFY(message->text().contains(u"75"_s));
        QVERIFY(!model.setData(rate, u"all"_s, Qt::EditRole));
        QVERIFY(message->text().contains(u"all"_s));
    }
};

QTEST_MAIN(AnnexPageTest)
#include "tst_annex_page.moc"
