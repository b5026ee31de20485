#include "tests/support/annex_grids.h"
#include "tests/support/hunan.h"
#include "views/narrative/annex_page.h"

#include <QLabel>
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
