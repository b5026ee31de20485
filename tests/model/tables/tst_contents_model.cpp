#include "model/tables/contents_model.h"
#include "tests/model/document/report_cells.h"
#include "tests/support/hunan.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

Section section(int level, const QString &number, const QString &title)
{
    Section result;
    result.level = level;
    result.number = number;
    result.title = title;
    return result;
}

/// All entries below, each as "  text" by its depth.
QStringList outline(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        lines << QString(depth * 2, u' ') + index.data().toString();
        lines << outline(model, index, depth + 1);
    }
    return lines;
}

}  // namespace

class TestContentsModel : public QObject
{
    Q_OBJECT

private slots:
    void aProjectsFormIsListedWithTheProject()
    {
        MZ_NEEDS_HUNAN();
        ReportDocument document(context().handbook);
        document.setReport(openReport(hunanPath(), context())->report);
        const ContentsModel model(document);
        QVERIFY(!outline(model).filter(u"项目支出绩效自评表 · 专项业务（工作）经费"_s).isEmpty());
    }

    void init()
    {
        m_document = std::make_unique<ReportDocument>(context().handbook);
        m_document->setReport(newReport(context().handbook));
        m_model = std::make_unique<ContentsModel>(*m_document);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_document.reset();
    }

    void aNewReportHasItsNineTables()
    {
        QCOMPARE(m_model->rowCount(), 1);
        const QModelIndex part = m_model->index(0, 0);
        QCOMPARE(part.data().toString(), u"第二部分 2023年度部门决算表"_s);
        QVERIFY(part.data(ContentsModel::PartRole).toBool());
        QCOMPARE(part.data(ContentsModel::SheetRole).toInt(), -1);
        QCOMPARE(part.data(ContentsModel::SectionRole).toInt(), 0);
        QCOMPARE(m_model->rowCount(part), 9);
        for (int row = 0; row < 9; ++row) {
            const QModelIndex table = m_model->index(row, 0, part);
            QCOMPARE(table.parent(), part);
            QCOMPARE(table.data(ContentsModel::SheetRole).toInt(), row);
            QCOMPARE(table.data(ContentsModel::SectionRole).toInt(), -1);
            QVERIFY(!table.data(ContentsModel::PartRole).toBool());
            QCOMPARE(table.data(ContentsModel::NumberRole).toString(), u"0%1"_s.arg(row + 1));
            QVERIFY(table.data().toString().startsWith(u"0%1 "_s.arg(row + 1)));
            QVERIFY(!table.data(ContentsModel::EnglishRole).toString().isEmpty());
            QVERIFY(table.data(ContentsModel::EmptyRole).toBool());
            QCOMPARE(table.data(ContentsModel::PinnedCountRole).toInt(), 0);
            QVERIFY(!table.data(Qt::ToolTipRole).toString().isEmpty());
        }
    }

    void everyTargetIsFoundAgain()
    {
        Report report = newReport(context().handbook);
        report.sections.push_back(section(0, u"第三部分"_s, u"说明"_s));
        report.sections.push_back(section(1, u"一、"_s, u"收入"_s));
        m_document->setReport(report);
        int found = 0;
        const std::function<void(const QModelIndex &)> visit = [&](const QModelIndex &parent) {
            for (int row = 0; row < m_model->rowCount(parent); ++row) {
                const QModelIndex index = m_model->index(row, 0, parent);
                ++found;
                QCOMPARE(m_model->indexOf(m_model->target(index)), index);
                visit(index);
            }
        };
        visit({});
        QCOMPARE(found, 1 + 9 + 2);
        QVERIFY(!m_model->indexOf({42, -1}).isValid());
        QVERIFY(m_model->target({}) == ContentsTarget());
    }

    void sectionsStandBelowTheNextHigherOne()
    {
        Report report = newReport(context().handbook);
        report.sections.clear();
        report.sections.push_back(section(0, {}, {}));
        report.sections.push_back(section(0, u"第一部分"_s, u"概况"_s));
        report.sections.push_back(section(1, u"一、"_s, u"职责"_s));
        report.sections.push_back(section(2, u"（一）"_s, u"内设机构"_s));
        report.sections.push_back(section(1, u"二、"_s, u"构成"_s));
        report.sections.push_back(section(3, u"1."_s, u"太深"_s));
        report.sections.push_back(section(0, u"附件"_s, u"自评"_s));
        m_document->setReport(report);
        const QStringList lines = outline(*m_model);
        QVERIFY(!lines.front().isEmpty());
        QCOMPARE(lines.sliced(1),
            (QStringList{u"第一部分 概况"_s, u"  一、职责"_s, u"    （一）内设机构"_s,
                u"  二、构成"_s, u"    1.太深"_s, u"附件 自评"_s}));
    }

    void aDeepFirstSectionStandsAtTheTop()
    {
        Report report = newReport(context().handbook);
        report.sections.insert(report.sections.begin(), section(2, u"（一）"_s, u"无上级"_s));
        m_document->setReport(report);
        QCOMPARE(m_model->index(0, 0).data().toString(), u"（一）无上级"_s);
        QVERIFY(!m_model->index(0, 0).data(ContentsModel::PartRole).toBool());
        QCOMPARE(m_model->rowCount(), 2);
    }

    void amountsAndPinnedTotalsAreCountedAsTheyChange()
    {
        QCOMPARE(addAccounts(*m_document, u"T05", {u"2010301"_s}), QString());
        const QModelIndex table = m_model->indexOf({4, -1});
        const QModelIndex fiscal = m_model->indexOf({3, -1});
        QSignalSpy spy(m_model.get(), &QAbstractItemModel::dataChanged);
        QVERIFY(table.data(ContentsModel::EmptyRole).toBool());
        const auto cell
            = [&](QStringView key) { return cellOf(m_document->report(), u"T05", key, u"basic"); };
        QVERIFY(m_document->type(cell(u"2010301"), u"0"_s).has_value());
        QVERIFY(table.data(ContentsModel::EmptyRole).toBool());
        QCOMPARE(spy.count(), 0);
        QVERIFY(m_document->type(cell(u"2010301"), u"5"_s).has_value());
        QVERIFY(!table.data(ContentsModel::EmptyRole).toBool());
        QVERIFY(!fiscal.data(ContentsModel::EmptyRole).toBool());
        QVERIFY(m_model->indexOf({2, -1}).data(ContentsModel::EmptyRole).toBool());
        QCOMPARE(spy.count(), 2);
        QVERIFY(m_document->pin(cell(u"201"), u"9"_s).has_value());
        QCOMPARE(table.data(ContentsModel::PinnedCountRole).toInt(), 1);
        QVERIFY(table.data(Qt::ToolTipRole).toString().contains(u"1"_s));
        QCOMPARE(spy.count(), 3);
        m_document->undoStack().undo();
        QCOMPARE(table.data(ContentsModel::PinnedCountRole).toInt(), 0);
        QCOMPARE(spy.count(), 4);

        const CellRef leaf = cell(u"2010301");
        QVERIFY(m_document->removeRows(leaf.sheet, {leaf.row}).has_value());
        QVERIFY(table.data(ContentsModel::EmptyRole).toBool());
        m_document->undoStack().undo();
        QVERIFY(!table.data(ContentsModel::EmptyRole).toBool());
    }

    void aReportWithFewerTablesIsFollowed()
    {
        Report small = newReport(context().handbook);
        small.sheets.resize(2);
        small.sections.front().blocks.resize(2);
        m_document->setReport(small);
        QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 2);
        m_document->setReport(Report());
        QCOMPARE(m_model->rowCount(), 0);
        m_document->setReport(newReport(context().handbook));
        QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 9);
    }

    void theHunanReportHasItsPartsAndAnnexes()
    {
        MZ_NEEDS_HUNAN();
        m_document->setReport(openReport(hunanPath(), context())->report);
        const QStringList lines = outline(*m_model);
        QVERIFY(m_model->rowCount() > 4);
        int tables = 0, pinned = 0;
        for (int sheet = 0; sheet < 9; ++sheet) {
            const QModelIndex table = m_model->indexOf({sheet, -1});
            QVERIFY(table.isValid());
            QVERIFY(table.parent().data().toString().contains(u"第二部分"_s));
            ++tables;
            pinned += table.data(ContentsModel::PinnedCountRole).toInt();
            QCOMPARE(table.data(ContentsModel::EmptyRole).toBool(), sheet == 6 || sheet == 7);
        }
        QCOMPARE(tables, 9);
        int counted = 0;
        for (const CellRef &at : allCells(m_document->report()))
            counted += m_document->report().cell(at).pinned ? 1 : 0;
        QVERIFY(pinned > 0);
        QCOMPARE(pinned, counted);
        QVERIFY(std::any_of(lines.begin(), lines.end(),
            [](const QString &line) { return line.startsWith(u"第三部分"); }));
        QVERIFY(std::any_of(lines.begin(), lines.end(),
            [](const QString &line) { return line.startsWith(u"附件"); }));
        for (const QString &line : lines)
            QVERIFY(!line.trimmed().isEmpty());
    }

    void anEntryMayBeAskedWhileTheReportChanges()
    {
        // A window may ask on editableChanged, which comes before reset. Stands last,
        // because a crash ends the whole test.
        Report small = newReport(context().handbook);
        small.sheets.resize(2);
        small.sections.front().blocks.resize(2);
        small.isPublication = true;
        QStringList seen;
        connect(m_document.get(), &ReportDocument::editableChanged, m_model.get(), [&] {
            const QModelIndex part = m_model->index(0, 0);
            for (int row = 0; row < m_model->rowCount(part); ++row)
                seen << m_model->index(row, 0, part).data(ContentsModel::NumberRole).toString();
        });
        m_document->setReport(small);
        QCOMPARE(seen, (QStringList{u"01"_s, u"02"_s}));
    }

private:
    std::unique_ptr<ReportDocument> m_document;
    std::unique_ptr<ContentsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestContentsModel)

#include "tst_contents_model.moc"
