#include "model/recognize/recognizer.h"
#include "model/tables/sheet_model.h"
#include "tests/model/document/report_cells.h"
#include "tests/support/hunan.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

using Kind = SheetModel::CellKind;

/// One model a table, each under a tester of its own.
class TestedModels
{
public:
    explicit TestedModels(ReportDocument &document)
    {
        for (int sheet = 0; sheet < int(document.report().sheets.size()); ++sheet) {
            m_models.push_back(std::make_unique<SheetModel>(document, sheet));
            m_testers.push_back(std::make_unique<QAbstractItemModelTester>(
                m_models.back().get(), QAbstractItemModelTester::FailureReportingMode::QtTest));
        }
    }
    SheetModel &operator[](size_t sheet) { return *m_models[sheet]; }
    size_t size() const { return m_models.size(); }

private:
    std::vector<std::unique_ptr<SheetModel>> m_models;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> m_testers;
};

/// "" where every amount cell of the table has one index, and that one its cell.
QString wrongPlaces(const SheetModel &model)
{
    const Sheet &sheet = model.sheet();
    int cells = 0, indexes = 0;
    for (int row = 0; row < sheet.rowCount(); ++row) {
        for (int column = 0; column < sheet.columnCount(); ++column) {
            const CellRef at{model.sheetIndex(), row, column};
            cells += sheet.hasCell(row, column) ? 1 : 0;
            const QModelIndex index = model.indexOf(at);
            if (index.isValid() != sheet.hasCell(row, column)
                || (index.isValid() && model.cellAt(index) != at))
                return u"cell %1, %2"_s.arg(row).arg(column);
        }
    }
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            const CellRef at = model.cellAt(index);
            if (!at.isValid())
                continue;
            ++indexes;
            if (model.indexOf(at) != index || model.sheetRowAt(index) != at.row)
                return u"index %1, %2"_s.arg(row).arg(column);
            if (model.data(index).toString() != sheet.printed(at.row, at.column))
                return u"text %1, %2"_s.arg(row).arg(column);
        }
    }
    return cells == indexes ? QString() : u"%1 cells, %2 indexes"_s.arg(cells).arg(indexes);
}

QStringList texts(const SheetModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            all << model.index(row, column).data().toString();
    }
    return all;
}

}  // namespace

class TestSheetModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<ReportDocument>(context().handbook);
        m_document->setReport(newReport(context().handbook));
        for (const char16_t *kind : {u"T02", u"T03", u"T05", u"T07"})
            QCOMPARE(addAccounts(*m_document, kind, {u"2010301"_s, u"2010303"_s, u"2080505"_s}),
                QString());
        m_document->undoStack().clear();
    }

    void allTablesOfANewReportStandTheTester()
    {
        TestedModels models(*m_document);
        QCOMPARE(models.size(), size_t(9));
        for (size_t i = 0; i < models.size(); ++i)
            QCOMPARE(wrongPlaces(models[i]), QString());
        liveThrough(models);
    }

    void allTablesOfTheHunanReportStandTheTester()
    {
        MZ_NEEDS_HUNAN();
        m_document->setReport(openReport(hunanPath(), context())->report);
        TestedModels models(*m_document);
        QCOMPARE(models.size(), size_t(9));
        for (size_t i = 0; i < models.size(); ++i)
            QCOMPARE(wrongPlaces(models[i]), QString());
        m_document->setEditable(true);
        liveThrough(models);
    }

    void aReportWithFewerTablesLeavesTheOtherModelsEmpty()
    {
        TestedModels models(*m_document);
        Report small = newReport(context().handbook);
        small.sheets.resize(2);
        small.sections.front().blocks.resize(2);
        m_document->setReport(small);
        QVERIFY(models[1].rowCount() > 0);
        for (size_t i = 2; i < models.size(); ++i) {
            QCOMPARE(models[i].rowCount(), 0);
            QCOMPARE(models[i].columnCount(), 0);
            QCOMPARE(models[i].headerData(0, Qt::Horizontal, Qt::DisplayRole), QVariant());
            QVERIFY(!models[i].indexOf({int(i), 0, 0}).isValid());
            QCOMPARE(models[i].sheetRowAt({}), -1);
        }
        m_document->setEditable(false);
        m_document->setEditable(true);
        QVERIFY(m_document->type(cell(u"T01", u"general", u"amount", 0), u"5"_s).has_value());
        m_document->undoStack().undo();
        m_document->setReport(newReport(context().handbook));
        QCOMPARE(models[8].columnCount(), 12);
        m_document->setReport(Report());
        QCOMPARE(models[0].rowCount(), 0);
    }

    void typingThroughTheModelIsOneStepAndChangesWhatItAnnounces()
    {
        TestedModels models(*m_document);
        std::vector<QStringList> before;
        std::vector<std::unique_ptr<QSignalSpy>> spies;
        for (size_t i = 0; i < models.size(); ++i) {
            before.push_back(texts(models[i]));
            spies.push_back(
                std::make_unique<QSignalSpy>(&models[i], &QAbstractItemModel::dataChanged));
        }
        SheetModel &model = models[4];
        const CellRef leaf = cell(u"T05", u"2010303", u"basic");
        const QPersistentModelIndex index = model.indexOf(leaf);
        QVERIFY(model.setData(index, u"1,234.5"_s, Qt::EditRole));
        QCOMPARE(index.data().toString(), u"1234.50"_s);
        QCOMPARE(m_document->undoStack().count(), 1);

        int changed = 0;
        for (size_t i = 0; i < models.size(); ++i) {
            const QStringList after = texts(models[i]);
            QRect announced;
            for (const QList<QVariant> &signal : *spies[i]) {
                const auto first = signal[0].toModelIndex(), last = signal[1].toModelIndex();
                announced |= QRect(
                    QPoint(first.column(), first.row()), QPoint(last.column(), last.row()));
            }
            for (int row = 0; row < models[i].rowCount(); ++row) {
                for (int column = 0; column < models[i].columnCount(); ++column) {
                    const qsizetype at = row * models[i].columnCount() + column;
                    if (after[at] == before[i][at])
                        continue;
                    ++changed;
                    QVERIFY(announced.contains(column, row));
                }
            }
        }
        QVERIFY(changed > 10);
        QCOMPARE(spies[0]->count(), 0);

        m_document->undoStack().undo();
        for (size_t i = 0; i < models.size(); ++i)
            QCOMPARE(texts(models[i]), before[i]);
        QVERIFY(index.isValid());
    }

    void aRefusedTextIsSaidAndChangesNothing()
    {
        SheetModel model(*m_document, cell(u"T05", u"201", u"basic").sheet);
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy rejected(&model, &SheetModel::editRejected);
        const QModelIndex leaf = model.indexOf(cell(u"T05", u"2010303", u"basic"));
        QVERIFY(!model.setData(leaf, u"1,23.4"_s, Qt::EditRole));
        QCOMPARE(rejected.count(), 1);
        QVERIFY(rejected.front().front().value<Error>().message.contains(u"1,23.4"_s));
        QCOMPARE(leaf.data().toString(), QString());
        const QModelIndex total = model.indexOf(cell(u"T05", u"201", u"basic"));
        QVERIFY(!model.setData(total, u"5"_s, Qt::EditRole));
        QVERIFY(!model.setData(leaf, u"5"_s, Qt::DisplayRole));
        QVERIFY(!model.setData(model.index(1, 1), u"5"_s, Qt::EditRole));
        QVERIFY(!model.setData({}, u"5"_s, Qt::EditRole));
        QCOMPARE(m_document->undoStack().count(), 0);
    }

    void onlyInputsCanBeEditedAndOnlyWhileEditing()
    {
        for (int sheet = 0; sheet < 9; ++sheet) {
            SheetModel model(*m_document, sheet);
            QAbstractItemModelTester tester(
                &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
            for (const bool editing : {false, true}) {
                m_document->setEditable(editing);
                int inputs = 0;
                for (int row = 0; row < model.rowCount(); ++row) {
                    for (int column = 0; column < model.columnCount(); ++column) {
                        const QModelIndex index = model.index(row, column);
                        const CellRef at = model.cellAt(index);
                        const bool input = at.isValid() && !m_document->totals().isTotal(at);
                        inputs += input ? 1 : 0;
                        QCOMPARE(index.flags().testFlag(Qt::ItemIsEditable), input && editing);
                        QVERIFY(index.flags().testFlag(Qt::ItemIsSelectable));
                    }
                }
                QVERIFY2(inputs > 0 || model.sheet().form->kind == u"T08",
                    qPrintable(model.sheet().form->kind));
            }
        }
    }

    void changingBetweenBrowsingAndEditingRefreshesTheTable()
    {
        SheetModel model(*m_document, 4);
        QSignalSpy spy(&model, &QAbstractItemModel::dataChanged);
        m_document->setEditable(false);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.front()[1].toModelIndex(),
            model.index(model.rowCount() - 1, model.columnCount() - 1));
    }

    void everyPlaceHasItsKind()
    {
        SheetModel table(*m_document, m_document->report().sheetOf(u"T05"));
        QCOMPARE(kinds(table, 0),
            (std::vector<Kind>{Kind::Label, Kind::Label, Kind::Total, Kind::Total, Kind::Total}));
        const int leaf = table.indexOf(cell(u"T05", u"2010301", u"total")).row();
        QCOMPARE(kinds(table, leaf),
            (std::vector<Kind>{Kind::Code, Kind::Label, Kind::Total, Kind::Input, Kind::Input}));

        SheetModel summary(*m_document, 0);
        QCOMPARE(kinds(summary, 0),
            (std::vector<Kind>{
                Kind::Label, Kind::Line, Kind::Input, Kind::Label, Kind::Line, Kind::Total}));
        const int filler = summary.indexOf(cell(u"T01", u"year", u"amount", 0)).row() - 1;
        QCOMPARE(kinds(summary, filler),
            (std::vector<Kind>{
                Kind::Nothing, Kind::Line, Kind::Nothing, Kind::Label, Kind::Line, Kind::Total}));
        QCOMPARE(summary.index(filler, 1).data().toString(), QString::number(filler + 1));
        QCOMPARE(summary.index(filler, 0).data().toString(), QString());
        QCOMPARE(summary.sheetRowAt(summary.index(filler, 0)), -1);
    }

    void theLayoutIsThatOfTheForms()
    {
        SheetModel summary(*m_document, 0);
        QCOMPARE(summary.columnCount(), 6);
        QCOMPARE(
            summary.indexOf(cell(u"T01", u"total", u"amount", 0)).row(), summary.rowCount() - 1);
        QCOMPARE(
            summary.indexOf(cell(u"T01", u"total", u"amount", 1)).row(), summary.rowCount() - 1);
        SheetModel fiscal(*m_document, 3);
        QCOMPARE(fiscal.columnCount(), 9);
        QCOMPARE(fiscal.indexOf(cell(u"T04", u"year", u"amount", 0)).row(),
            fiscal.indexOf(cell(u"T04", u"year", u"total", 1)).row());
        QCOMPARE(fiscal.indexOf(cell(u"T04", u"total", u"amount", 0)).row(),
            fiscal.indexOf(cell(u"T04", u"total", u"total", 1)).row());
        SheetModel basic(*m_document, 5);
        const QModelIndex amount = basic.indexOf(cell(u"T06", u"public", u"amount"));
        QCOMPARE(amount.row(), basic.rowCount() - 1);
        QCOMPARE(amount.column(), 8);
        QCOMPARE(basic.index(amount.row(), 3).data(SheetModel::SpanRole).toInt(), 5);
        QCOMPARE(basic.index(amount.row(), 3).data().toString(), u"公用经费合计"_s);
        QCOMPARE(basic.index(amount.row(), 5).data().toString(), QString());
        QCOMPARE(basic.index(0, 3).data(SheetModel::SpanRole).toInt(), 1);
        SheetModel expenses(*m_document, 8);
        QCOMPARE(expenses.columnCount(), 12);
        QCOMPARE(expenses.rowCount(), 1);
        QCOMPARE(
            expenses.headerData(11, Qt::Horizontal, Qt::DisplayRole).toString(), u"公务接待费"_s);
        QVERIFY(!expenses.headerData(11, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        QCOMPARE(expenses.headerData(0, Qt::Vertical, Qt::DisplayRole).toInt(), 1);
        QVERIFY(!expenses.headerData(12, Qt::Horizontal, Qt::DisplayRole).isValid());
        QVERIFY(!expenses.headerData(-1, Qt::Horizontal, Qt::DisplayRole).isValid());
    }

    void theRolesOfAnAmountTellWhatItIs()
    {
        SheetModel model(*m_document, m_document->report().sheetOf(u"T05"));
        const auto role = [&](QStringView key, QStringView column, int which) {
            return model.indexOf(cell(u"T05", key, column)).data(which);
        };
        QCOMPARE(role(u"2010301", u"basic", SheetModel::DecimalsRole).toInt(), -1);
        QVERIFY(role(u"2010301", u"basic", SheetModel::ZeroRole).toBool());
        QCOMPARE(role(u"201", u"basic", SheetModel::DecimalsRole).toInt(), 2);
        QCOMPARE(role(u"2010301", u"basic", SheetModel::ColumnDecimalsRole).toInt(), 2);

        QVERIFY(m_document->type(cell(u"T05", u"2010301", u"basic"), u"922.207"_s).has_value());
        QCOMPARE(role(u"2010301", u"basic", SheetModel::DecimalsRole).toInt(), 3);
        QCOMPARE(role(u"2080505", u"basic", SheetModel::ColumnDecimalsRole).toInt(), 3);
        QCOMPARE(role(u"2080505", u"project", SheetModel::ColumnDecimalsRole).toInt(), 2);
        QVERIFY(!role(u"2010301", u"basic", SheetModel::ZeroRole).toBool());
        QCOMPARE(role(u"2010301", u"basic", SheetModel::SortRole).toLongLong(), 922'207'000);
        m_document->undoStack().undo();
        QCOMPARE(role(u"2080505", u"basic", SheetModel::ColumnDecimalsRole).toInt(), 2);

        QVERIFY(!role(u"2010301", u"basic", SheetModel::FormulaRole).isValid());
        QCOMPARE(role(u"201", u"basic", SheetModel::FormulaRole).toString(), u"sum(kids)"_s);
        QVERIFY2(!role(u"201", u"basic", SheetModel::PublishedRole).isValid(), "a new table");
        QVERIFY(!role(u"201", u"basic", SheetModel::EditedRole).toBool());
        QVERIFY(!role(u"201", u"basic", SheetModel::PinnedRole).toBool());
        QVERIFY(m_document->pin(cell(u"T05", u"201", u"basic"), u"9"_s).has_value());
        QVERIFY(role(u"201", u"basic", SheetModel::PinnedRole).toBool());
        QVERIFY(!role(u"total", u"basic", SheetModel::PinnedRole).toBool());
        const QString tip = role(u"201", u"basic", Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(u"9.00"_s) && tip.contains(u"0.00"_s), qPrintable(tip));
        QVERIFY(role(u"2080505", u"basic", Qt::ToolTipRole).toString().isEmpty());
        QCOMPARE(role(u"201", u"basic", Qt::TextAlignmentRole).toInt(),
            int(Qt::AlignRight | Qt::AlignVCenter));
    }

    void theRolesOfARowTellItsLevel()
    {
        SheetModel model(*m_document, m_document->report().sheetOf(u"T05"));
        const auto role = [&](QStringView key, int which) {
            const int row = model.indexOf(cell(u"T05", key, u"total")).row();
            return model.index(row, 1).data(which);
        };
        QCOMPARE(role(u"total", SheetModel::CodeLevelRole).toInt(), 0);
        QCOMPARE(role(u"201", SheetModel::CodeLevelRole).toInt(), 1);
        QCOMPARE(role(u"20103", SheetModel::CodeLevelRole).toInt(), 2);
        QCOMPARE(role(u"2010301", SheetModel::CodeLevelRole).toInt(), 3);
        QCOMPARE(role(u"2010301", SheetModel::IndentRole).toInt(), 2);
        QVERIFY(role(u"total", SheetModel::StrongRole).toBool());
        QVERIFY(role(u"201", SheetModel::StrongRole).toBool());
        QVERIFY(!role(u"20103", SheetModel::StrongRole).toBool());
        QCOMPARE(role(u"2010301", Qt::DisplayRole).toString(), u"行政运行"_s);
        QCOMPARE(role(u"2010301", Qt::ToolTipRole).toString(), u"行政运行"_s);
    }

    void aPublicationsCellsTellWhatWasPublished()
    {
        Report report = m_document->report();
        const CellRef leaf = cell(u"T05", u"2010301", u"basic");
        report.sheets[size_t(leaf.sheet)].setPrinted(
            leaf.row, leaf.column, Amount::unreadable(), u"约三万"_s);
        report.isPublication = true;
        markPublished(report);
        m_document->setReport(report);
        m_document->setEditable(true);
        SheetModel model(*m_document, leaf.sheet);
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QModelIndex index = model.indexOf(leaf);
        QVERIFY(index.data(SheetModel::UnreadableRole).toBool());
        QCOMPARE(index.data().toString(), u"约三万"_s);
        QCOMPARE(index.data(SheetModel::PublishedRole).toString(), u"约三万"_s);
        QVERIFY(!index.data(SheetModel::EditedRole).toBool());
        QVERIFY(m_document->type(leaf, u"3"_s).has_value());
        QVERIFY(!index.data(SheetModel::UnreadableRole).toBool());
        QVERIFY(index.data(SheetModel::EditedRole).toBool());
        QCOMPARE(index.data(SheetModel::PublishedRole).toString(), u"约三万"_s);
        QVERIFY(
            model.indexOf(cell(u"T05", u"total", u"total")).data(SheetModel::EditedRole).toBool());
        QVERIFY(
            !model.indexOf(cell(u"T05", u"208", u"total")).data(SheetModel::EditedRole).toBool());
        const QString tip = index.data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(u"约三万"_s) && tip.contains(u"3.00"_s), qPrintable(tip));

        QCOMPARE(addAccounts(*m_document, u"T05", {u"2100101"_s}), QString());
        QVERIFY2(
            model.indexOf(cell(u"T05", u"2100101", u"basic")).data(SheetModel::EditedRole).toBool(),
            "a new row was not published");
        QVERIFY(!model.indexOf(cell(u"T05", u"2100101", u"basic"))
                     .data(SheetModel::PublishedRole)
                     .isValid());
    }

    void theHunanReportShowsItsPinnedTotals()
    {
        MZ_NEEDS_HUNAN();
        m_document->setReport(openReport(hunanPath(), context())->report);
        SheetModel model(*m_document, m_document->report().sheetOf(u"T06"));
        const QModelIndex wages = model.indexOf(cell(u"T06", u"301", u"amount"));
        QCOMPARE(wages.data().toString(), u"922.207"_s);
        QVERIFY(wages.data(SheetModel::PinnedRole).toBool());
        QCOMPARE(wages.data(SheetModel::ColumnDecimalsRole).toInt(), 3);
        QVERIFY(!wages.flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(wages.data(Qt::ToolTipRole).toString().contains(u"922.27"_s));
    }

    void aColumnThatTheFormDoesNotHaveIsShownOnce()
    {
        Report report = m_document->report();
        for (const char16_t *kind : {u"T05", u"T01"}) {
            Sheet &sheet = report.sheets[size_t(report.sheetOf(kind))];
            sheet.addColumn({u"extra1"_s, u"另列"_s});
        }
        m_document->setReport(report);
        TestedModels models(*m_document);
        QCOMPARE(wrongPlaces(models[4]), QString());
        QCOMPARE(wrongPlaces(models[0]), QString());
    }

private:
    CellRef cell(QStringView kind, QStringView key, QStringView column, int lane = -1) const
    {
        return cellOf(m_document->report(), kind, key, column, lane);
    }

    static std::vector<Kind> kinds(const SheetModel &model, int row)
    {
        std::vector<Kind> result;
        for (int column = 0; column < model.columnCount(); ++column)
            result.push_back(Kind(model.index(row, column).data(SheetModel::KindRole).toInt()));
        return result;
    }

    /// Edits, rows, undo, another report: all that a model must follow.
    void liveThrough(TestedModels &models)
    {
        const auto check = [&] {
            for (size_t i = 0; i < models.size(); ++i)
                QCOMPARE(wrongPlaces(models[i]), QString());
        };
        QVERIFY(m_document->type(cell(u"T05", u"2010301", u"basic"), u"12.5"_s).has_value());
        QVERIFY(m_document->pin(cell(u"T05", u"20103", u"basic"), u"9"_s).has_value());
        check();
        const int before = models[2].rowCount();
        QCOMPARE(addAccounts(*m_document, u"T03", {u"2210201"_s, u"2040101"_s}), QString());
        QCOMPARE(models[2].rowCount(), before + 6);
        check();
        QCOMPARE(addAccounts(*m_document, u"T06", {u"31204"_s}), QString());
        check();
        const CellRef row = cell(u"T03", u"204", u"basic");
        QVERIFY(m_document->removeRows(row.sheet, {row.row}).has_value());
        QCOMPARE(models[2].rowCount(), before + 3);
        check();
        m_document->setEditable(false);
        m_document->setEditable(true);
        int skipped = 0;
        QVERIFY(m_document
                    ->paste({{cell(u"T09", u"total", u"actual.reception"), u"1"_s},
                                {cell(u"T03", u"2010301", u"project"), u"7"_s}},
                        &skipped)
                    .has_value());
        while (m_document->undoStack().canUndo()) {
            m_document->undoStack().undo();
            check();
        }
        while (m_document->undoStack().canRedo())
            m_document->undoStack().redo();
        check();
        m_document->setReport(newReport(context().handbook));
        check();
    }

    std::unique_ptr<ReportDocument> m_document;
};

QTEST_GUILESS_MAIN(TestSheetModel)

#include "tst_sheet_model.moc"
