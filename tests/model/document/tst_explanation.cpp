#include "model/document/explanation.h"
#include "tests/model/document/report_cells.h"
#include "tests/support/hunan.h"

#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

QStringList names(const std::vector<ExplainedCell> &cells)
{
    QStringList result;
    for (const ExplainedCell &cell : cells)
        result << (cell.sign < 0 ? u"-"_s : QString()) + cell.name;
    return result;
}

QStringList sorted(QStringList texts)
{
    texts.sort();
    return texts;
}

}  // namespace

class TestExplanation : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<ReportDocument>(context().handbook);
        m_document->setReport(newReport(context().handbook));
        for (const char16_t *kind : {u"T03", u"T05", u"T07"})
            QCOMPARE(addAccounts(*m_document, kind, {u"2010302"_s, u"2010303"_s, u"2080803"_s}),
                QString());
    }

    void aCellIsNamedByTableRowAndColumn_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("lane");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("place");
        QTest::newRow("an account") << u"T05"_s << u"2010303"_s << -1 << u"project"_s
                                    << u"05 · 2010303 机关服务 · 项目支出"_s;
        QTest::newRow("a numbered line")
            << u"T01"_s << u"201"_s << 1 << u"amount"_s << u"01 · 一般公共服务支出 · 决算数"_s;
        QTest::newRow("a word") << u"T04"_s << u"total"_s << 1 << u"funds"_s
                                << u"04 · 总计 · 政府性基金预算财政拨款"_s;
        QTest::newRow("a row without a name")
            << u"T09"_s << u"total"_s << -1 << u"actual.reception"_s << u"09 · 决算数 公务接待费"_s;
        QTest::newRow("an economic account")
            << u"T06"_s << u"30101"_s << -1 << u"amount"_s << u"06 · 30101 基本工资 · 决算数"_s;
        QTest::newRow("a name with a comma of its own")
            << u"T05"_s << u"2080803"_s << -1 << u"basic"_s
            << u"05 · 2080803 在乡复员、退伍军人生活补助 · 基本支出"_s;
    }

    void aCellIsNamedByTableRowAndColumn()
    {
        QFETCH(QString, kind);
        QFETCH(QString, key);
        QFETCH(int, lane);
        QFETCH(QString, column);
        QFETCH(QString, place);
        QCOMPARE(explainCell(*m_document, cell(kind, key, column, lane)).place, place);
    }

    void aTableIsKnownByItsPrintedNumber()
    {
        Sheet sheet = *m_document->report().sheet(u"T07");
        QCOMPARE(shortTableName(sheet), u"07"_s);
        sheet.number = u"公开8表"_s;
        QCOMPARE(shortTableName(sheet), u"08"_s);
        sheet.number = u"公开 11 表"_s;
        QCOMPARE(shortTableName(sheet), u"11"_s);
        sheet.number = QString();
        QCOMPARE(shortTableName(sheet), u"07"_s);
    }

    void anInputHasTotalsButNoOperands()
    {
        const CellRef leaf = cell(u"T05", u"2010303", u"project");
        QVERIFY(m_document->type(leaf, u"1050.43"_s).has_value());
        const Explanation said = explainCell(*m_document, leaf);
        QVERIFY(!said.isTotal && !said.isPinned && !said.isEdited);
        QCOMPARE(said.amount, u"1050.43"_s);
        QVERIFY(said.operands.empty());
        QCOMPARE(sorted(names(said.users)), sorted({u"20103"_s, u"小计"_s}));
        for (const ExplainedCell &user : said.users)
            QCOMPARE(user.amount, u"1050.43"_s);
    }

    void aTotalNamesWhatItSumsAsSeenFromItself()
    {
        QVERIFY(m_document->type(cell(u"T05", u"2010303", u"project"), u"5"_s).has_value());
        const Explanation sameRow = explainCell(*m_document, cell(u"T05", u"2010303", u"total"));
        QVERIFY(sameRow.isTotal);
        QCOMPARE(names(sameRow.operands), (QStringList{u"项目支出"_s, u"基本支出"_s}));

        const Explanation sameColumn = explainCell(*m_document, cell(u"T05", u"20103", u"project"));
        QCOMPARE(names(sameColumn.operands), (QStringList{u"2010303"_s, u"2010302"_s}));
        QCOMPARE(sameColumn.operands.front().amount, u"5.00"_s);
        QVERIFY(sameColumn.operands.front().at == cell(u"T05", u"2010303", u"project"));

        const Explanation otherTable
            = explainCell(*m_document, cell(u"T04", u"201", u"general", 1));
        QCOMPARE(names(otherTable.operands), QStringList{u"05·201·小计"_s});
        QVERIFY(names(otherTable.users).contains(u"本年支出合计"_s));
        QVERIFY(names(otherTable.users).contains(u"合计"_s));
    }

    void whatIsSubtractedHasItsSign()
    {
        const Explanation said = explainCell(*m_document, cell(u"T07", u"2010303", u"closing"));
        QCOMPARE(
            sorted(names(said.operands)), sorted({u"年初结转和结余"_s, u"本年收入"_s, u"-小计"_s}));
    }

    void aPinnedTotalSaysPrintedComputedAndDifference()
    {
        QVERIFY(m_document->type(cell(u"T05", u"2010303", u"basic"), u"5"_s).has_value());
        const CellRef group = cell(u"T05", u"20103", u"basic");
        QVERIFY(m_document->pin(group, u"4.5"_s).has_value());
        const Explanation said = explainCell(*m_document, group);
        QVERIFY(said.isTotal && said.isPinned);
        QCOMPARE(said.amount, u"4.50"_s);
        QCOMPARE(said.computed, u"5.00"_s);
        QCOMPARE(said.difference, u"-0.50"_s);
        const Explanation other = explainCell(*m_document, cell(u"T05", u"201", u"basic"));
        QVERIFY(!other.isPinned);
        QCOMPARE(other.computed, QString());
        QCOMPARE(other.difference, QString());
    }

    void aPlaceWithoutAnAmountIsOnlyNamed()
    {
        const Explanation said = explainCell(*m_document, cell(u"T04", u"general", u"funds", 0));
        QVERIFY(said.place.startsWith(u"04 · "_s));
        QVERIFY(!said.isTotal && said.operands.empty() && said.users.empty());
        QCOMPARE(said.amount, QString());
    }

    void theHunanReportsPinnedTotalsAreExplained()
    {
        MZ_NEEDS_HUNAN();
        m_document->setReport(openReport(hunanPath(), context())->report);
        const Explanation wages = explainCell(*m_document, cell(u"T06", u"301", u"amount"));
        QVERIFY(wages.isPinned && !wages.isEdited);
        QCOMPARE(wages.amount, u"922.207"_s);
        QCOMPARE(wages.computed, u"922.27"_s);
        QCOMPARE(wages.difference, u"-0.063"_s);
        QCOMPARE(wages.operands.size(), size_t(13));
        QCOMPARE(wages.operands.front().amount, u"289.97"_s);
        QCOMPARE(wages.operands.back().amount, u"0.00"_s);

        const Explanation mistake = explainCell(*m_document, cell(u"T05", u"2101301", u"total"));
        QVERIFY(mistake.isPinned);
        QCOMPARE(mistake.amount, u"1.00"_s);
        QCOMPARE(mistake.computed, u"1680.67"_s);
        QCOMPARE(mistake.difference, u"-1679.67"_s);
    }

    void anEditedCellSaysWhatWasPublished()
    {
        MZ_NEEDS_HUNAN();
        m_document->setReport(openReport(hunanPath(), context())->report);
        m_document->setEditable(true);
        const CellRef salaries = cell(u"T06", u"30101", u"amount");
        QVERIFY(m_document->type(salaries, u"290"_s).has_value());
        const Explanation input = explainCell(*m_document, salaries);
        QVERIFY(input.isEdited);
        QCOMPARE(input.published, u"289.97"_s);
        QCOMPARE(input.amount, u"290.00"_s);
        const Explanation total = explainCell(*m_document, cell(u"T06", u"301", u"amount"));
        QVERIFY(total.isEdited && !total.isPinned);
        QCOMPARE(total.published, u"922.207"_s);
        m_document->undoStack().undo();
        QVERIFY(!explainCell(*m_document, salaries).isEdited);
    }

private:
    CellRef cell(QStringView kind, QStringView key, QStringView column, int lane = -1) const
    {
        return cellOf(m_document->report(), kind, key, column, lane);
    }

    std::unique_ptr<ReportDocument> m_document;
};

QTEST_GUILESS_MAIN(TestExplanation)

#include "tst_explanation.moc"
