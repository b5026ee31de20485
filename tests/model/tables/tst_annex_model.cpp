#include "model/document/check_session.h"
#include "model/tables/annex_model.h"
#include "tests/support/annex_grids.h"
#include "tests/support/hunan.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

Report reportWith(const QString &title, const QString &form)
{
    Report report = Report::fromFamily(*context().handbook.family(u"F1"), {});
    Section section;
    section.kind = Section::Kind::Annex;
    section.title = title;
    Block block;
    block.kind = Block::Kind::Grid;
    block.grid = gridOf(form);
    section.blocks.push_back(block);
    report.sections = {section};
    return report;
}

/// The cell that shows this text, the n-th of them.
QModelIndex cellWith(const QAbstractItemModel &model, const QString &text, int number = 0)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            if (index.data().toString() == text && number-- == 0)
                return index;
        }
    }
    return {};
}

}  // namespace

class AnnexModelTest : public QObject
{
    Q_OBJECT
private slots:
    void ratesAndPointsFollowWhatIsTyped();
    void levelsFollowWhatIsTyped();
    void anEditIsOneUndoStep();
    void whatIsNoNumberIsRefused();
    void aWordInPlaceOfANumberIsReplacedByOne();
    void nothingIsTypedWhileBrowsing();
    void totalsStandBelowTheirColumns();
    void theFindingsFollowAnEdit();
    void theHunanAnnexesAreShownAsPrinted();
};

void AnnexModelTest::aWordInPlaceOfANumberIsReplacedByOne()
{
    ReportDocument document(context().handbook);
    document.setReport(reportWith(u"部门整体支出绩效评价基础数据表"_s,
        baseForm().replace(u"3、公务接待|1.00|"_s, u"3、公务接待|见附件|"_s)));
    AnnexModel model(document);
    QVERIFY(model.showSection(0));
    const QModelIndex word = cellWith(model, u"见附件"_s);
    QVERIFY(model.flags(word).testFlag(Qt::ItemIsEditable));
    // Words that stand for themselves stay.
    for (const QString &label : {u"三公经费"_s, u"2022年决算数"_s, u"编制数"_s, u"按制度执行"_s})
        QVERIFY(!model.flags(cellWith(model, label)).testFlag(Qt::ItemIsEditable));
    QSignalSpy rejected(&model, &AnnexModel::editRejected);
    QVERIFY(!model.setData(word, u"见正文"_s, Qt::EditRole));
    QCOMPARE(rejected.size(), 1);
    QVERIFY(model.setData(word, u"1.50"_s, Qt::EditRole));
    QCOMPARE(word.data().toString(), u"1.50"_s);
    QVERIFY(word.data(Qt::TextAlignmentRole).isValid());
    document.undoStack().undo();
    QCOMPARE(word.data().toString(), u"见附件"_s);
}

void AnnexModelTest::ratesAndPointsFollowWhatIsTyped()
{
    ReportDocument document(context().handbook);
    document.setReport(reportWith(u"项目支出绩效自评表"_s, projectForm()));
    AnnexModel model(document);
    QAbstractItemModelTester tester(&model);
    QVERIFY(model.showSection(0));
    const QModelIndex current = cellWith(model, u"60.00"_s, 1);
    const QModelIndex total = cellWith(model, u"60.00"_s);
    const QModelIndex rate = cellWith(model, u"75"_s);
    QVERIFY(rate.data(AnnexModel::FollowsRole).toBool());
    QVERIFY(model.setData(current, u"72.5"_s, Qt::EditRole));
    QCOMPARE(current.data().toString(), u"72.50"_s);
    QCOMPARE(total.data().toString(), u"72.50"_s);
    QCOMPARE(rate.data().toString(), u"90.63"_s);
    const QModelIndex points = cellWith(model, u"8分"_s);
    const QModelIndex all = cellWith(model, u"95.5分"_s);
    QVERIFY(model.setData(points, u"9"_s, Qt::EditRole));
    QCOMPARE(points.data().toString(), u"9分"_s);
    QCOMPARE(all.data().toString(), u"96.5分"_s);
}

void AnnexModelTest::levelsFollowWhatIsTyped()
{
    ReportDocument document(context().handbook);
    document.setReport(reportWith(u"部门整体支出绩效评价基础数据表"_s, baseForm()));
    AnnexModel model(document);
    QAbstractItemModelTester tester(&model);
    QVERIFY(model.showSection(0));
    const QModelIndex project = cellWith(model, u"6.00"_s);
    const QModelIndex all = cellWith(model, u"30.00"_s);
    QVERIFY(model.setData(cellWith(model, u"4.00"_s, 1), u"5.25"_s, Qt::EditRole));
    QCOMPARE(cellWith(model, u"11.25"_s).row(), project.row() - 1);
    QCOMPARE(all.data().toString(), u"31.25"_s);
    // 其中 of the operating costs are not all of them: their heading stays.
    const QModelIndex heading = cellWith(model, u"公用经费"_s).siblingAtColumn(1);
    QVERIFY(model.setData(heading.siblingAtRow(heading.row() + 1), u"5.50"_s, Qt::EditRole));
    QCOMPARE(heading.data().toString(), u"8.00"_s);
    QVERIFY(model.setData(cellWith(model, u"38"_s), u"42"_s, Qt::EditRole));
    QCOMPARE(cellWith(model, u"105%"_s).row(), 1);
}

void AnnexModelTest::anEditIsOneUndoStep()
{
    ReportDocument document(context().handbook);
    document.setReport(reportWith(u"项目支出绩效自评表"_s, projectForm()));
    const Report before = document.report();
    AnnexModel model(document);
    QAbstractItemModelTester tester(&model);
    QVERIFY(model.showSection(0));
    QVERIFY(model.setData(cellWith(model, u"60.00"_s, 1), u"72.5"_s, Qt::EditRole));
    const Report after = document.report();
    QCOMPARE(document.undoStack().count(), 1);
    document.undoStack().undo();
    QVERIFY(document.report() == before);
    QCOMPARE(cellWith(model, u"75"_s).data().toString(), u"75"_s);
    document.undoStack().redo();
    QVERIFY(document.report() == after);
}

void AnnexModelTest::whatIsNoNumberIsRefused()
{
    ReportDocument document(context().handbook);
    document.setReport(reportWith(u"项目支出绩效自评表"_s, projectForm()));
    AnnexModel model(document);
    QVERIFY(model.showSection(0));
    QSignalSpy rejected(&model, &AnnexModel::editRejected);
    QVERIFY(!model.setData(cellWith(model, u"60.00"_s), u"六十"_s, Qt::EditRole));
    QCOMPARE(rejected.count(), 1);
    QVERIFY(!model.setData(cellWith(model, u"建成"_s), u"1"_s, Qt::EditRole));
    QCOMPARE(document.undoStack().count(), 0);
    QVERIFY(!document.replaceGridTexts(0, 0, {{99, 0, {}}}, {}));
    QVERIFY(!document.replaceGridTexts(7, 0, {{0, 0, {}}}, {}));
}

void AnnexModelTest::nothingIsTypedWhileBrowsing()
{
    ReportDocument document(context().handbook);
    document.setReport(reportWith(u"项目支出绩效自评表"_s, projectForm()));
    AnnexModel model(document);
    QVERIFY(model.showSection(0));
    const QModelIndex cell = cellWith(model, u"60.00"_s);
    QVERIFY(model.flags(cell).testFlag(Qt::ItemIsEditable));
    document.setEditable(false);
    QVERIFY(!model.flags(cell).testFlag(Qt::ItemIsEditable));
    QVERIFY(!model.setData(cell, u"1"_s, Qt::EditRole));
}

void AnnexModelTest::totalsStandBelowTheirColumns()
{
    ReportDocument document(context().handbook);
    document.setReport(reportWith(u"项目支出绩效自评表"_s, projectForm()));
    AnnexModel model(document);
    QVERIFY(model.showSection(0));
    QCOMPARE(cellWith(model, u"100分"_s).column(), cellWith(model, u"30分"_s).column());
    QCOMPARE(model.spanOf(cellWith(model, u"总分"_s)).width(), 6);
    QVERIFY(!model.showSection(-1));
    QCOMPARE(model.rowCount(), 0);
}

void AnnexModelTest::theFindingsFollowAnEdit()
{
    ReportDocument document(context().handbook);
    document.setReport(reportWith(u"项目支出绩效自评表"_s, projectForm()));
    const CheckSession checks(document, context().rules);
    const auto rates = [&checks] {
        return std::count_if(checks.result().findings.begin(), checks.result().findings.end(),
            [](const Finding &finding) { return finding.rule == u"PF-2"; });
    };
    AnnexModel model(document);
    QVERIFY(model.showSection(0));
    QCOMPARE(rates(), 0);
    QVERIFY(model.setData(cellWith(model, u"75"_s), u"100"_s, Qt::EditRole));
    QCOMPARE(rates(), 1);
    QVERIFY(!cellWith(model, u"100"_s).data(AnnexModel::FaultRole).toString().isEmpty());
    document.undoStack().undo();
    QCOMPARE(rates(), 0);
}

void AnnexModelTest::theHunanAnnexesAreShownAsPrinted()
{
    MZ_NEEDS_HUNAN();
    const auto opened = openReport(hunanPath(), context());
    QVERIFY(opened);
    ReportDocument document(context().handbook);
    document.setReport(opened->report);
    document.setEditable(true);
    AnnexModel model(document);
    QAbstractItemModelTester tester(&model);
    int shown = 0;
    for (int section = 0; section < int(opened->report.sections.size()); ++section) {
        if (!model.showSection(section))
            continue;
        ++shown;
        const TextGrid grid
            = opened->report.sections[size_t(section)].blocks[size_t(model.table()->block)].grid;
        QStringList printed;
        QStringList seen;
        for (int row = 0; row < model.rowCount(); ++row) {
            for (const GridCell &cell : grid.rows[size_t(row)])
                printed << cell.text.trimmed();
            for (int column = 0; column < model.columnCount(); ++column) {
                if (const QVariant text = model.index(row, column).data(); text.isValid())
                    seen << text.toString();
            }
        }
        QCOMPARE(seen, printed);
    }
    QCOMPARE(shown, 10);
}

QTEST_GUILESS_MAIN(AnnexModelTest)
#include "tst_annex_model.moc"
