#include "tests/support/annex_grids.h"

#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

using Kind = AnnexTable::Kind;
using Part = AnnexLine::Part;
using Outcome = AnnexJudgement::Outcome;

namespace {

QString printed(const AnnexTable &table, Part part, const QString &id, const QString &column)
{
    const AnnexField *field = table.field(part, id, column);
    return field ? printedNumber(table, *field) : u"(none)"_s;
}

/// Equations of that kind that hold and that fail.
std::pair<int, int> judged(const AnnexTable &table, AnnexEquation::Kind kind)
{
    std::pair<int, int> counts{0, 0};
    for (const AnnexEquation &equation : annexEquations(table)) {
        if (equation.kind != kind)
            continue;
        const Outcome outcome = judgeAnnexEquation(table, equation).outcome;
        counts.first += outcome == Outcome::Holds ? 1 : 0;
        counts.second += outcome == Outcome::Fails ? 1 : 0;
    }
    return counts;
}

std::pair<int, int> holding(int count) { return {count, 0}; }

const QString projectTitle = u"项目支出绩效自评表"_s;
const QString baseTitle = u"部门整体支出绩效评价基础数据表"_s;

}  // namespace

class AnnexTablesTest : public QObject
{
    Q_OBJECT
private slots:
    void numbersAreReadWithTheirUnits_data();
    void numbersAreReadWithTheirUnits();
    void projectFormsAreReadByTheirLabels();
    void theOrderOfColumnsDoesNotMatter();
    void mergedCellsStandWhereTheirSpansSay();
    void basicFiguresHaveLevels();
    void kindsOfMoneyAreReadWithinCells();
    void kindsOfMoneyAreReadInRows();
    void moneyThatArrivedIsAListWithItsTotal();
    void ratesFollowTheIntervalsOfWhatIsPrinted_data();
    void ratesFollowTheIntervalsOfWhatIsPrinted();
    void scoresAreExact();
    void bareNumbersMeanTheDecimalsOfTheTable();
    void otherGridsAreNoAnnexes();
    void anyGridIsReadWithoutHarm();
    void faultyWordsAreToldClearly();
};

void AnnexTablesTest::numbersAreReadWithTheirUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("number");
    QTest::newRow("plain") << u"50"_s << u"50"_s;
    QTest::newRow("wide") << u"　５０．２５ "_s << u"50.25"_s;
    QTest::newRow("thousands") << u"1,177.97 "_s << u"1,177.97"_s;
    QTest::newRow("percent") << u"107%"_s << u"107"_s;
    QTest::newRow("wide percent") << u"96.15％"_s << u"96.15"_s;
    QTest::newRow("points") << u"10分"_s << u"10"_s;
    QTest::newRow("amount") << u"8.7 万元"_s << u"8.7"_s;
    QTest::newRow("broken line") << u"　\n　20"_s << u"20"_s;
    QTest::newRow("dash") << u"——"_s << u""_s;
    QTest::newRow("nothing") << u"　"_s << u""_s;
    QTest::newRow("words") << u"按月"_s << u"no"_s;
    QTest::newRow("need") << u"≥95%"_s << u"no"_s;
    QTest::newRow("date") << u"2023/12/31"_s << u"no"_s;
}

void AnnexTablesTest::numbersAreReadWithTheirUnits()
{
    QFETCH(QString, text);
    QFETCH(QString, number);
    int start = 0;
    int length = 0;
    const auto read = readAnnexNumber(text, Money::Unit::TenThousandYuan, &start, &length);
    QCOMPARE(read ? read->toString(Money::Unit::TenThousandYuan) : u"no"_s, number);
    if (read && read->isNumber())
        QVERIFY(text.mid(start, length).size() >= number.size());
}

void AnnexTablesTest::projectFormsAreReadByTheirLabels()
{
    const AnnexTable table = annexOf(gridOf(projectForm()), projectTitle);
    QVERIFY(table.kind == Kind::Project);
    QCOMPARE(table.name, u"档案数字化"_s);
    QCOMPARE(printed(table, Part::Funds, u"total"_s, u"initial"_s), u"100.00"_s);
    QCOMPARE(printed(table, Part::Funds, u"total"_s, u"full"_s), u"80.00"_s);
    QCOMPARE(printed(table, Part::Funds, u"total"_s, u"actual"_s), u"60.00"_s);
    QCOMPARE(printed(table, Part::Funds, u"total"_s, u"score"_s), u"10"_s);
    QCOMPARE(printed(table, Part::Funds, u"total"_s, u"rate"_s), u"75"_s);
    QCOMPARE(printed(table, Part::Funds, u"total"_s, u"points"_s), u"7.5"_s);
    QCOMPARE(printed(table, Part::Funds, u"carried"_s, u"full"_s), u"10.00"_s);
    QCOMPARE(printed(table, Part::Total, u"total"_s, u"points"_s), u"95.5"_s);
    QStringList indicators;
    for (const AnnexLine &line : table.lines) {
        if (line.part == Part::Indicator)
            indicators << table.lines[size_t(line.parent)].label + u'/' + line.label + u'/'
                    + line.field(u"target")->printed + u'/' + line.field(u"done")->printed + u'/'
                    + printedNumber(table, *line.field(u"score"));
    }
    QCOMPARE(indicators,
        (QStringList{u"产出指标/扫描页数/≥5000页/5200页/30"_s, u"产出指标/合格率/≥98%/98.5%/20"_s,
            u"效益指标/查询便利/明显/明显/30"_s, u"满意度指标/满意度/≥90%/88%/10"_s}));
    QCOMPARE(judged(table, AnnexEquation::Kind::ExecutionRate), holding(1));
    QCOMPARE(judged(table, AnnexEquation::Kind::FundColumn), holding(3));
    QCOMPARE(judged(table, AnnexEquation::Kind::TotalScore), holding(1));
    QCOMPARE(judged(table, AnnexEquation::Kind::TotalPoints), holding(1));
    QCOMPARE(judged(table, AnnexEquation::Kind::PointsWithin), holding(5));
}

void AnnexTablesTest::theOrderOfColumnsDoesNotMatter()
{
    const AnnexTable table = annexOf(gridOf(uR"(
项目名称|修缮
项目资金（万元）|分值|得分|执行率|全年执行数|全年预算数|年初预算数
年度资金总额|10|9|90%|45.00|50.00|40.00
指标名称|一级指标|权重|自评得分|完成值|目标值|二级指标
面积|产出指标（90分）|90|85|90|100|数量指标
合计||100|94|||
)"_s),
        u"项目绩效自评表"_s);
    QCOMPARE(printed(table, Part::Funds, u"total"_s, u"actual"_s), u"45.00"_s);
    QCOMPARE(printed(table, Part::Funds, u"total"_s, u"full"_s), u"50.00"_s);
    QCOMPARE(printed(table, Part::Funds, u"total"_s, u"rate"_s), u"90"_s);
    QCOMPARE(printed(table, Part::Total, u"total"_s, u"points"_s), u"94"_s);
    QCOMPARE(judged(table, AnnexEquation::Kind::ExecutionRate), holding(1));
    QCOMPARE(judged(table, AnnexEquation::Kind::GroupScore), holding(1));
    QCOMPARE(judged(table, AnnexEquation::Kind::TotalPoints), holding(1));
}

void AnnexTablesTest::mergedCellsStandWhereTheirSpansSay()
{
    const AnnexTable table = annexOf(gridOf(uR"(
项目支出绩效自评表→8
项目名称→2|修缮→6
项目资金（万元）↓2|项目|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|40.00|50.00|45.00|10|90.00%|9
绩效指标↓3|一级指标|二级指标|三级指标|指标值|完成值|分值|得分
产出指标（60分）↓2|数量指标↓2|面积|100平方米|100平方米|30|30
间数|5间|4间|30|20
总分→6|70|59
)"_s,
                                         true),
        u"附件"_s);
    QVERIFY(table.kind == Kind::Project);
    QCOMPARE(printed(table, Part::Funds, u"total"_s, u"rate"_s), u"90.00"_s);
    QCOMPARE(printed(table, Part::Total, u"total"_s, u"score"_s), u"70"_s);
    QCOMPARE(judged(table, AnnexEquation::Kind::GroupScore), holding(1));
    QCOMPARE(judged(table, AnnexEquation::Kind::TotalScore), holding(1));
    QCOMPARE(judged(table, AnnexEquation::Kind::TotalPoints), holding(1));
    QCOMPARE(table.lines.back().field(u"points")->cell, 2);
}

void AnnexTablesTest::basicFiguresHaveLevels()
{
    const AnnexTable table = annexOf(gridOf(baseForm()), baseTitle);
    QVERIFY(table.kind == Kind::Base);
    QCOMPARE(printed(table, Part::Staff, {}, u"quota"_s), u"40"_s);
    QCOMPARE(printed(table, Part::Staff, {}, u"rate"_s), u"95"_s);
    QCOMPARE(printed(table, Part::Base, u"three_public"_s, u"last"_s), u"3.00"_s);
    QCOMPARE(printed(table, Part::Base, u"reception"_s, u"budget"_s), u"2.00"_s);
    QCOMPARE(printed(table, Part::Base, u"operation"_s, u"last"_s), u"2.00"_s);
    QCOMPARE(printed(table, Part::Base, u"procurement"_s, u"actual"_s), u"5.00"_s);
    QStringList levels;
    for (const AnnexLine &line : table.lines) {
        if (line.part == Part::Base)
            levels << QString::number(line.level) + line.label;
    }
    QCOMPARE(levels.mid(6, 6),
        (QStringList{u"0项目支出"_s, u"1业务工作经费"_s, u"2专项业务经费"_s, u"2活动经费"_s,
            u"1运行维护经费"_s, u"0公用经费"_s}));
    // 其中 of the operating costs is not all of them: told as an equation, judged by
    // the rule.
    QCOMPARE(judged(table, AnnexEquation::Kind::Level), (std::pair{9, 3}));
    QCOMPARE(judged(table, AnnexEquation::Kind::ControlRate), holding(1));
}

void AnnexTablesTest::kindsOfMoneyAreReadWithinCells()
{
    const AnnexTable table = annexOf(gridOf(uR"(
预算单位名称|示例市档案馆
年度预算申请（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|90.00|120.00|100.00|10|83.33%|8.33
|按收入性质分：|按支出性质分：
|其中：  一般公共预算：95.50|其中：基本支出：60.00
|政府性基金拨款：|项目支出：40.00
|其他资金：4.50|
绩效指标|一级指标|二级指标|三级指标|指标值|完成值|分值|得分|偏差原因
|产出指标（90分）|数量指标|件数|5件|5件|90|90|
总分|100|98.33|
)"_s),
        u"整体支出绩效自评表"_s);
    QVERIFY(table.kind == Kind::Overall);
    QCOMPARE(table.name, u"示例市档案馆"_s);
    QCOMPARE(printed(table, Part::Income, u"general"_s, u"amount"_s), u"95.50"_s);
    QCOMPARE(printed(table, Part::Income, u"fund"_s, u"amount"_s), u"0"_s);
    QCOMPARE(printed(table, Part::Income, u"other"_s, u"amount"_s), u"4.50"_s);
    QCOMPARE(printed(table, Part::Expenditure, u"project"_s, u"amount"_s), u"40.00"_s);
    QCOMPARE(judged(table, AnnexEquation::Kind::IncomeKinds), holding(1));
    QCOMPARE(judged(table, AnnexEquation::Kind::ExpenditureKinds), holding(1));
    QCOMPARE(judged(table, AnnexEquation::Kind::ExecutionRate), holding(1));
}

void AnnexTablesTest::kindsOfMoneyAreReadInRows()
{
    const AnnexTable table = annexOf(gridOf(uR"(
部门名称|示例市档案馆
年度预算（万元）|名称|年初预算数|全年预算数（A）|全年执行数（B）|分值|执行率（B/A）|得分
|年度资金总额|90.00|120.00|100.00|10|0.83|8.3
|基本支出|50.00|70.00|60.00|||
|项目支出|40.00|50.00|41.00|||
绩效指标|一级指标|二级指标|三级指标|指标值|完成值|分值|得分|偏差原因
|产出指标|数量指标|件数|5件|5件|90|90|
总分|100|98.3|
)"_s),
        u"部门整体绩效自评表"_s);
    QCOMPARE(printed(table, Part::Funds, u"project"_s, u"actual"_s), u"41.00"_s);
    QCOMPARE(judged(table, AnnexEquation::Kind::ExpenditureKinds), (std::pair{2, 1}));
    QCOMPARE(judged(table, AnnexEquation::Kind::ExecutionRate), holding(1));
}

void AnnexTablesTest::moneyThatArrivedIsAListWithItsTotal()
{
    const TextGrid grid = gridOf(u"一级项目名称|资金（万元）\n甲|1.25\n乙|8.7\n总计|9.95"_s);
    const AnnexTable table = annexOf(grid, u"项目资金到位情况"_s);
    QVERIFY(table.kind == Kind::Arrived);
    QCOMPARE(int(table.lines.size()), 3);
    QCOMPARE(judged(table, AnnexEquation::Kind::ListTotal), holding(1));
    QVERIFY(!readAnnexTable(grid, {u"项目一览"_s}, AnnexWords::builtIn()));
}

void AnnexTablesTest::ratesFollowTheIntervalsOfWhatIsPrinted_data()
{
    QTest::addColumn<QString>("full");
    QTest::addColumn<QString>("actual");
    QTest::addColumn<QString>("rate");
    QTest::addColumn<bool>("holds");
    QTest::newRow("exact") << u"50"_s << u"50"_s << u"100%"_s << true;
    QTest::newRow("rounded") << u"3865.52"_s << u"3618.79"_s << u"93.62%"_s << true;
    QTest::newRow("whole") << u"75.00"_s << u"70.00"_s << u"93%"_s << true;
    QTest::newRow("wrong whole") << u"75.00"_s << u"70.00"_s << u"94%"_s << false;
    QTest::newRow("by habit") << u"18.75"_s << u"12.69"_s << u"100%"_s << false;
    QTest::newRow("last digit") << u"3865.52"_s << u"3618.79"_s << u"93.63%"_s << false;
    QTest::newRow("without a sign") << u"80.00"_s << u"60.00"_s << u"75"_s << true;
    QTest::newRow("share of one") << u"80.00"_s << u"60.00"_s << u"0.75"_s << true;
}

void AnnexTablesTest::ratesFollowTheIntervalsOfWhatIsPrinted()
{
    QFETCH(QString, full);
    QFETCH(QString, actual);
    QFETCH(QString, rate);
    QFETCH(bool, holds);
    QString form = projectForm();
    form.replace(u"|年度资金总额|100.00|80.00|60.00|10分|75|"_s,
        u"|年度资金总额|100.00|%1|%2|10分|%3|"_s.arg(full, actual, rate));
    const AnnexTable table = annexOf(gridOf(form), projectTitle);
    QCOMPARE(judged(table, AnnexEquation::Kind::ExecutionRate),
        (holds ? std::pair{1, 0} : std::pair{0, 1}));
}

void AnnexTablesTest::scoresAreExact()
{
    QString form = projectForm();
    form.replace(u"合格率|≥98%|98.5%|20分"_s, u"合格率|≥98%|98.5%|19分"_s);
    const AnnexTable table = annexOf(gridOf(form), projectTitle);
    QCOMPARE(judged(table, AnnexEquation::Kind::TotalScore), (std::pair{0, 1}));
    // Twenty points of nineteen.
    QCOMPARE(judged(table, AnnexEquation::Kind::PointsWithin), (std::pair{4, 1}));
}

void AnnexTablesTest::bareNumbersMeanTheDecimalsOfTheTable()
{
    const QString list = u"项目名称|资金（万元）\n甲|1.25\n乙|3.50\n丙|%1\n总计|9.95"_s;
    const QString title = u"资金到位情况"_s;
    QCOMPARE(judged(annexOf(gridOf(list.arg(u"5.2")), title), AnnexEquation::Kind::ListTotal),
        holding(1));
    QCOMPARE(judged(annexOf(gridOf(list.arg(u"5")), title), AnnexEquation::Kind::ListTotal),
        (std::pair{0, 1}));
}

void AnnexTablesTest::otherGridsAreNoAnnexes()
{
    const AnnexWords &words = AnnexWords::builtIn();
    QVERIFY(!readAnnexTable(gridOf(projectForm()), {u"收入决算表"_s}, words));
    QVERIFY(!readAnnexTable(gridOf(u"指标|分值\n甲|10"_s), {projectTitle}, words));
    QVERIFY(!readAnnexTable({}, {projectTitle, baseTitle}, words));
    QVERIFY(!readAnnexTable(gridOf(u"|"_s), {baseTitle}, words));
}

void AnnexTablesTest::anyGridIsReadWithoutHarm()
{
    // Cells cut off, rows left out, spans without sense.
    for (const QString &form : {projectForm(), baseForm()}) {
        const TextGrid whole = gridOf(form);
        for (size_t row = 0; row < whole.rows.size(); ++row) {
            for (const int span : {-5, 0, 1, 3, 1'000'000'000}) {
                TextGrid grid = whole;
                grid.spansKnown = true;
                for (GridCell &cell : grid.rows[row])
                    cell.columnSpan = cell.rowSpan = span;
                const auto spanned
                    = readAnnexTable(grid, {projectTitle, baseTitle}, AnnexWords::builtIn());
                grid = whole;
                grid.rows.erase(grid.rows.begin() + qsizetype(row));
                const auto shorter
                    = readAnnexTable(grid, {projectTitle, baseTitle}, AnnexWords::builtIn());
                for (const auto &table : {spanned, shorter}) {
                    if (!table)
                        continue;
                    for (const AnnexEquation &equation : annexEquations(*table))
                        judgeAnnexEquation(*table, equation);
                }
            }
        }
    }
}

void AnnexTablesTest::faultyWordsAreToldClearly()
{
    QVERIFY(!AnnexWords::parse("{", u"annexes.json"_s));
    const auto missing = AnnexWords::parse("{\"titles\": {}}", u"annexes.json"_s);
    QVERIFY(!missing);
    QVERIFY(missing.error().message.contains(u"titles"_s));
}

QTEST_GUILESS_MAIN(AnnexTablesTest)
#include "tst_annex_tables.moc"
