#include "model/narrative/bound_by_hand.h"
#include "model/narrative/narrative_reader.h"
#include "tests/support/narrative_text.h"

#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

const Handbook &handbook()
{
    static const Result<Handbook> loaded = Handbook::load(u":"_s);
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().text()));
    return *loaded;
}

struct Printed
{
    QStringView kind, row, column;
    double amount;
    int lane = -1;
};

void print(Report &report, const Printed &at)
{
    Sheet &sheet = report.sheets[size_t(report.sheetOf(at.kind))];
    const int row = sheet.rowOf(at.row, at.lane);
    const int column = sheet.columnOf(at.column);
    if (row < 0 || column < 0)
        qFatal("there is no %s[%s].%s", qPrintable(at.kind.toString()),
            qPrintable(at.row.toString()), qPrintable(at.column.toString()));
    sheet.setPrinted(row, column, Amount::number(Money::fromFen(qRound64(at.amount * 1e6)), 2));
}

/// A few round amounts, and one section of text.
Report withText(const QString &title, const QString &text)
{
    static constexpr Printed amounts[]
        = {{u"T01", u"total", u"amount", 200, 0}, {u"T01", u"total", u"amount", 200, 1},
            {u"T02", u"total", u"total", 180}, {u"T02", u"total", u"fiscal", 150},
            {u"T02", u"total", u"other", 30}, {u"T03", u"total", u"total", 190},
            {u"T03", u"total", u"basic", 120}, {u"T03", u"total", u"project", 70},
            {u"T04", u"total", u"amount", 160, 0}, {u"T04", u"total", u"total", 160, 1},
            {u"T05", u"total", u"total", 150}, {u"T05", u"total", u"basic", 100},
            {u"T05", u"total", u"project", 50}, {u"T06", u"personnel", u"amount", 80},
            {u"T06", u"public", u"amount", 20}, {u"T06", u"30101", u"amount", 45},
            {u"T06", u"30201", u"amount", 12}, {u"T09", u"total", u"budget.total", 10},
            {u"T09", u"total", u"actual.total", 8}, {u"T09", u"total", u"actual.vehicles", 6},
            {u"T09", u"total", u"actual.vehicle_operation", 6},
            {u"T09", u"total", u"actual.reception", 2}, {u"T09", u"total", u"budget.reception", 4},
            {u"T09", u"total", u"budget.vehicles", 6},
            {u"T09", u"total", u"budget.vehicle_operation", 6}};
    Report report = Report::fromFamily(
        *handbook().family(u"F1"), {u"某市某局"_s, 2023, Identity::Scope::Department, {}});
    for (const Printed &at : amounts)
        print(report, at);
    setText(report, u"# 一、"_s + title + u'\n' + text);
    return report;
}

QString verdicts(const Report &report)
{
    QString text;
    for (const Claim &claim : readNarrative(report, handbook()).claims)
        text += letter(claim.verdict);
    return text;
}

struct Sentence
{
    const char *name;
    QString title, text, verdicts;
};

const QString overall = u"收入支出决算总体情况说明"_s;
const QString income = u"收入决算情况说明"_s;
const QString expenditure = u"支出决算情况说明"_s;
const QString fiscal = u"财政拨款收入支出决算总体情况说明"_s;
const QString general = u"一般公共预算财政拨款支出决算情况说明"_s;
const QString basic = u"一般公共预算财政拨款基本支出决算情况说明"_s;
const QString three = u"“三公”经费支出决算情况说明"_s;
const QString operating = u"机关运行经费支出说明"_s;
const QString purchases = u"政府采购支出说明"_s;
const QString assets = u"国有资产占用情况说明"_s;
const QString performance = u"预算绩效情况的说明"_s;
const QString other = u"其他重要事项情况说明"_s;

}  // namespace

class NarrativeTest : public QObject
{
    Q_OBJECT
private slots:
    void everyFormOfSentenceIsRead_data();
    void everyFormOfSentenceIsRead();
    void theOtherWordingSaysTheSame_data();
    void theOtherWordingSaysTheSame();
    void trapsBindToNothing_data();
    void trapsBindToNothing();
    void whatIsNotCheckedSaysWhy();
    void textThatBreaksOffAnywhereIsRead();
    void aNumberBoundByHandIsJudged();
    void aNumberBoundByHandIsFoundAgain();
    void alikePlacesAreNotGuessed();
};

void NarrativeTest::everyFormOfSentenceIsRead_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const Sentence sentences[] = {
        {"total and change", overall,
            u"2023年度收、支总计200.00万元。与上年相比，增加100.00万元，增长100.00%。"_s, u"==="_s},
        {"total in one sentence", overall,
            u"某局2023年度收入支出总计200.00万元，比2022年减少50.00万元，下降20.00%，主要原因是项目减少3.00万元。"_s,
            u"===?"_s},
        {"both sides, one change each", overall,
            u"2023年度收入总计200.00万元，支出总计200.00万元，与2022年度相比，收、支总计各增加100.00万元，增长100.00%。"_s,
            u"===="_s},
        {"both sides apart", overall,
            u"2023年度收、支总计各是200.00万元，200.00万元；与上年相比，各减少50.00万元、50.00万元，各下降20.00%、20.00%。"_s,
            u"======"_s},
        {"one side is wrong", overall, u"2023年度收、支总计各是200.00万元，210.00万元。"_s,
            u"=!"_s},
        {"a wrong total", overall, u"2023年度收、支总计208.00万元。"_s, u"!"_s},
        {"a wrong rate", overall,
            u"2023年度收、支总计200.00万元。与上年相比，增加100.00万元，增长50.00%。"_s, u"=.!"_s},
        {"a rate of nothing", overall,
            u"2023年度收、支总计200.00万元。与上年相比，增加200.00万元，增长100.00%。"_s, u"=.0"_s},
        {"an increase beyond the figure", overall,
            u"2023年度收、支总计200.00万元。与上年相比，增加300.00万元，增长60.00%。"_s, u"=!f"_s},
        {"last year in its own words", overall,
            u"2023年度收、支总计200.00万元，上年决算数为250.00万元，比上年减少50.00万元，下降20.00%。"_s,
            u"===="_s},
        {"last year that does not fit", overall,
            u"2023年度收、支总计200.00万元，上年决算数为260.00万元，比上年减少50.00万元，下降20.00%。"_s,
            u"=!=="_s},
        {"income and shares", income,
            u"本年收入合计180.00万元，其中：财政拨款收入150.00万元，占83.33%；其他收入30.00万元，占16.67%。"_s,
            u"====="_s},
        {"income of total income", income,
            u"收入合计180.00万元。其中：财政拨款收入150.00万元，占总收入的83.33%。"_s, u"==="_s},
        {"a wrong share", income,
            u"本年收入合计180.00万元，其中：财政拨款收入150.00万元，占83.38%。"_s, u"==!"_s},
        {"expenditure", expenditure,
            u"本年支出合计190.00万元，其中：基本支出120.00万元，占63.16%；项目支出70.00万元，占36.84%。"_s,
            u"====="_s},
        {"fiscal money", fiscal,
            u"财政拨款收入总计、支出总计均为160.00万元，与上年相比收入总计、支出总计各增加60.00万元，增长60.00%。"_s,
            u"==="_s},
        {"basic expenditure of fiscal money", fiscal,
            u"财政拨款基本支出12.00万元，本级支出3.00万元。"_s, u".?"_s},
        {"general budget", general,
            u"财政拨款支出150.00万元，占本年支出合计的78.95%。与上年相比，财政拨款支出减少50.00万元，下降25.00%。"_s,
            u"===="_s},
        {"general budget against its budget", general,
            u"年初预算为120.00万元，支出决算为150.00万元，完成年初预算的125.00%。"_s, u"???"_s},
        {"the same, said of what", general,
            u"一般公共预算财政拨款支出年初预算为120.00万元，支出决算为150.00万元，完成年初预算的125.00%，决算数大于预算数的主要原因是追加。"_s,
            u"===="_s},
        {"a change against the budget", general,
            u"一般公共预算财政拨款支出150.00万元，比年初预算120.00万元增加30.00万元，增长25.00%。"_s,
            u"===="_s},
        {"a change against the budget that fails", general,
            u"一般公共预算财政拨款支出150.00万元，比年初预算120.00万元增加30.00万元，增长35.00%。"_s,
            u"=.=!"_s},
        {"basic expenditure of all funds", basic,
            u"财政拨款基本支出120.00万元，其中：人员经费80.00万元，占基本支出80.00%，主要包括：基本工资；公用经费20.00万元，占基本支出的20.00%。"_s,
            u"!===="_s},
        {"accounts with amounts", basic,
            u"人员经费80.00万元，主要包括：基本工资45.00万元；公用经费20.00万元，主要包括：办公费13.00万元。"_s,
            u"===!"_s},
        {"three public expenses", three,
            u"“三公”经费支出预算为10.00万元，支出决算为8.00万元，完成预算的80.00%，其中：公务接待费支出决算为2.00万元，完成预算的50.00%；公务用车购置及运行维护费支出决算为6.00万元，完成预算的100.00%。"_s,
            u"======="_s},
        {"three public expenses, changes of the parts", three,
            u"“三公”经费支出决算数比上年减少2.00万元，下降20.00%。其中：公务接待费支出决算减少2.00万元，下降50.00%；公务用车购置及运行维护费支出决算与上年持平。"_s,
            u"====."_s},
        {"a gap that is still open", expenditure,
            u"本年支出合计190.00万元，其中：项目支出年初预算为〔基本支出〕万元，支出决算为70.00万元。"_s,
            u"=="_s},
        {"a year before the last", three,
            u"“三公”经费支出决算为8.00万元，比上年决算数减少2.00万元，降低20.00%；比2019年（疫情前）决算数减少24.87万元，降低28.60%。"_s,
            u"===??"_s},
        {"the template's other case, left in brackets", three,
            u"“三公”经费支出预算为10.00万元，支出决算为8.00万元，完成预算的80.00%。决算数小于预算数（或与预算数持平）的主要原因是节约。"_s,
            u"===="_s},
        {"operation of vehicles, in other words", three,
            u"公务用车运行维护费用支出6.00万元（基数为0，不可比）。"_s, u"="_s},
        {"shares of the three", three,
            u"“三公”经费支出决算中，公务接待费支出决算2.00万元，占25.00%；公务用车购置及运行维护费支出决算6.00万元，占75.00%。"_s,
            u"===="_s},
        {"batches and persons", three,
            u"公务接待费支出2.00万元，国内公务接待24批次、186人次；外事接待支出0.00万元，外事接待0批次、0人次。"_s,
            u"=....."_s},
        {"completion of nothing", three,
            u"因公出国（境）费支出预算为0.00万元，支出决算为0.00万元，完成预算的0%。"_s, u"==="_s},
        {"operating costs of all kinds", operating,
            u"机关运行经费支出20.00万元，比2022年减少5.00万元，降低20.00%。"_s, u"==="_s},
        {"operating costs below the public costs", operating,
            u"机关运行经费支出18.00万元，比2022年减少2.00万元，降低10.00%。"_s, u"==="_s},
        {"operating costs above the public costs", operating, u"机关运行经费支出21.00万元。"_s,
            u"!"_s},
        {"purchases", purchases,
            u"政府采购支出总额30.00万元，其中：政府采购货物支出10.00万元、政府采购工程支出5.00万元、政府采购服务支出15.00万元。授予中小企业合同金额24.00万元，占政府采购支出总额的80.00%，其中：授予小微企业合同金额12.00万元，占授予中小企业合同金额的50.00%。"_s,
            u"========"_s},
        {"purchases that do not add up", purchases,
            u"政府采购支出总额30.00万元，其中：政府采购货物支出10.00万元、政府采购工程支出5.00万元、政府采购服务支出16.00万元。"_s,
            u"!..."_s},
        {"vehicles", assets,
            u"截至2023年12月31日，共有车辆6辆，其中：主要领导干部用车1辆、应急保障用车2辆、其他用车3辆；单价100万元以上设备1台（套）。"_s,
            u"====."_s},
        {"vehicles that do not add up", assets,
            u"共有车辆7辆，其中：主要领导干部用车1辆、应急保障用车2辆、其他用车3辆。"_s, u"!..."_s},
        {"performance", performance,
            u"绩效自评的项目8个，涉及预算金额100.00万元，绩效评级为优的项目5个、评级为良的项目3个。"_s,
            u"=.=="_s},
        {"a list of names that no dictionary has", performance,
            u"其中：甲项目涉及财政资金合计70.00万元，包括甲经费50.00万元、乙经费（含丙活动3.00万元）12.50万元、丁经费7.50万元。"_s,
            u"==?=="_s},
        {"a list of unknown names and a part that is nothing", three,
            u"共有公务用车5辆，其中：轿车2辆、越野车3辆、载客汽车0辆。"_s, u"===="_s},
        {"two wholes whose parts are dealt out", performance,
            u"计划编制人员为6人，实有编制人员为9人，其中：行政人员编制数2人，实有4人；事业人员编制数4人，实有5人。"_s,
            u"======"_s},
        {"a list that is more than its whole by one digit", general,
            u"项目支出50.00万元，其中：甲经费30.01万元、乙经费12.52万元、丙经费8.47万元。"_s,
            u"=?!?"_s},
        {"a list whose whole may be the wrong one", general,
            u"涉农资金50.00万元，其中：甲经费30.01万元、乙经费12.52万元、丙经费8.47万元。"_s,
            u"!???"_s},
        {"expenditure by itself, and a part of a name", expenditure,
            u"2023年支出190.00万元。其中：基本支出120.00万元；水利支出7.00万元。"_s, u"==?"_s},
        {"both sides change alike", overall,
            u"收入总计200.00万元，比上年增加100.00万元；支出总计200.00万元，比上年增加100.00万元。"_s,
            u"===="_s},
        {"both sides change, but not alike", overall,
            u"收入总计200.00万元，比上年增加100.00万元；支出总计200.00万元，比上年增加100.50万元。"_s,
            u"=.=!"_s},
        {"a part of what was counted", three,
            u"公务接待费支出2.00万元，共接待13批次、97人次，其中：国内12批次、90人次。"_s,
            u"=..??"_s},
        {"money of one level is a part", income,
            u"财政拨款收入150.00万元，其中：省级财政拨款收入90.00万元、县级财政拨款收入55.00万元。"_s,
            u"=??"_s},
        {"expenditure of a part", overall,
            u"支出总计200.00万元，其中：上级专项支出决算33.00万元。"_s, u"=?"_s},
        {"money of a subordinate unit", basic,
            u"公用经费20.00万元，其中：下属单位公用经费5.00万元。"_s, u"=?"_s},
        {"parts of what was counted, of one kind", three,
            u"国内公务接待31批次248人，其中：国内外事接待0批次，0人；国（境）外公务接待0批次，0人。"_s,
            u"..===="_s},
        {"last year's budget with its amount", three,
            u"三公经费预算数为10.00万元，比2022年年初预算数16.00万元减少6.00万元，下降37.50%；决算数为8.00万元，比2022年决算数4.00万元增加4.00万元，增长100.00%。"_s,
            u"=...===="_s},
        {"a change of what is counted", three,
            u"公务用车运行维护费6.00万元。年末保有量3辆，比上年减少1辆。"_s, u"=.?"_s},
        {"guests from here and abroad together", three,
            u"公务接待费支出2.00万元。其中：外宾接待支出0.50万元，接待2批次8人次；国内公务接待支出1.50万元，接待50批次400人次。全年共接待52批次408人次。"_s,
            u"=........"_s},
        {"the department's own part", overall,
            u"收入总计200.00万元。其中：本级收入总计90.00万元，所属二级单位收入总计110.00万元。"_s,
            u"=??"_s},
        {"the whole again behind parts that are not known", income,
            u"本年收入合计180.00万元，其中：镇级补助150.00万元；其他收入30.00万元。较上年增加90.00万元，增长100.00%。"_s,
            u"====="_s},
        {"parts of a part", assets,
            u"共有车辆5辆，其中：机要通信用车2辆、其他用车3辆（一般公务用车1辆、应急保障用车2辆）。"_s,
            u"===.."_s},
        {"the budget of a name behind it", general,
            u"年初预算基本支出90.00万元；部门预算项目支出30.00万元。"_s, u".."_s},
        {"two totals of last year", overall,
            u"收入总计200.00万元、支出总计200.00万元，比2022年收入总计150.00万元、支出总计150.00万元各增加50.00万元。"_s,
            u"====="_s},
        {"income by itself", income, u"2023年收入180.00万元，其中：利息收入3.00万元。"_s, u"=?"_s},
        {"a list that may leave out a part", general,
            u"项目支出50.00万元，其中：甲经费20.01万元、乙经费12.52万元、丙经费7.47万元。"_s,
            u"=???"_s},
        {"the budget of one project", performance,
            u"自评综述：甲项目全年预算数为100.00万元，执行数为95.00万元，完成预算的95.00%。"_s,
            u"==="_s},
        {"the budget of one project, wrong", performance,
            u"甲项目全年预算数为100.00万元，执行数为95.00万元，完成预算的96.00%。"_s, u"..!"_s},
        {"grades are no numbers", performance,
            u"90分（含）—100分为优，80分（含）—90分为良，60分以下为差，满分100分。"_s, u""_s},
        {"counts that open a sentence", three, u"公务接待费支出2.00万元。共接待13批次97人次。"_s,
            u"=.."_s},
        {"a heading names what is told of below", three,
            u"1.公务接待费支出情况\n2023年度支出2.00万元。"_s, u"="_s},
        {"what explains the budget ends before last year", three,
            u"公务接待费支出预算为4.00万元，支出决算为2.00万元，完成预算的50.00%，决算数小于预算数的主要原因是厉行节约，与上年相比减少2.00万元，下降50.00%。"_s,
            u"======"_s},
        {"a change in a reason that explains a change", three,
            u"公务接待费支出决算为2.00万元，比上年减少2.00万元，下降50.00%，主要原因是项目减少，与上年相比减少3.00万元，下降10.00%。"_s,
            u"===??"_s},
        {"a share of the final accounts", three,
            u"公务接待费决算数2.00万元，占三公经费决算数的25.00%。"_s, u"=="_s},
        {"a whole with its amount", general,
            u"一般公共预算财政拨款支出150.00万元，占本年支出合计190.00万元的78.95%。"_s, u"==="_s},
        {"the rest is not the last one", income,
            u"其他收入30.00万元，占16.67%；其余收入均为0万元。"_s, u"==?"_s},
        {"expenditure of other names", basic, u"公用经费20.00万元，城建工程支出决算为35.00万元。"_s,
            u"=?"_s},
        {"told of by its purpose", expenditure,
            u"2023年度用于保障机关正常运转的日常支出120.00万元。其中：基本工资、津贴补贴等人员经费支出90.00万元，占基本支出的75.00%；办公费等公用经费30.00万元，占基本支出的25.00%。"_s,
            u"====="_s},
        {"a rate without a direction", overall,
            u"收入支出总计200.00万元。与上年相比，收、支总计增加100.00万元，变动幅度为100.00%。"_s,
            u"==="_s},
        {"an account that grew by more than it is", operating,
            u"机关运行经费20.00万元，比上年增加1.00万元，增长5.26%，主要原因是办公费增加13.00万元、基本工资增加3.00万元。"_s,
            u"===!."_s},
        {"an account and its last digit", basic,
            u"公用经费20.00万元，主要包括：办公费12.01万元。"_s, u"=!"_s},
        {"two totals before one unit", overall, u"收、支总计各是200.00，200.00万元。"_s, u"=="_s},
        {"two totals before one unit, one wrong", overall, u"收、支总计各是201.00，200.00万元。"_s,
            u"!="_s},
        {"against the budget of the year", three,
            u"公务接待费支出2.00万元，与2023年度预算相比，减少2.00万元，下降50.00%。"_s, u"==="_s},
        {"vehicles under their short name", three, u"公务用车及运行维护费支出6.00万元。"_s, u"="_s},
        {"a heading before its text", other,
            u"（一）机关运行经费支出情况。2023年度机关运行经费支出20.00万元，比上年增加1.00万元，增长5.26%，主要原因是价格上涨。"_s,
            u"==="_s},
    };
    for (const Sentence &row : sentences)
        QTest::newRow(row.name) << row.title << row.text << row.verdicts;
}

void NarrativeTest::everyFormOfSentenceIsRead()
{
    QFETCH(QString, title);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Report report = withText(title, text);
    QString lines;
    for (const Claim &claim : readNarrative(report, handbook()).claims)
        lines += told(report, claim) + u'\n';
    QVERIFY2(verdicts(report) == expected, qPrintable(expected + u'\n' + lines));
}

void NarrativeTest::theOtherWordingSaysTheSame_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("other");
    const auto row = [](const char *name, const QString &title, const QString &text,
                         const QString &other) { QTest::newRow(name) << title << text << other; };
    const QString total
        = u"2023年度收、支总计200.00万元。与上年相比，减少50.00万元，下降20.00%。"_s;
    row("spaces", overall, total,
        u"2023 年度 收、支总计 200 . 00 万元。 与上年相比，减少　50.00 万元，下降 20.00 %。"_s);
    row("half-width punctuation", overall, total,
        u"2023年度收、支总计200.00万元.与上年相比,减少50.00万元,下降20.00%."_s);
    row("full-width digits", overall, total,
        u"２０２３年度收、支总计２００．００万元。与上年相比，减少５０．００万元，下降２０．００％。"_s);
    row("synonyms", overall, total,
        u"2023年度收入支出总计为200.00万元。较2022年度降低50.00万元，降幅为20.00%。"_s);
    row("commas for full stops", overall, total,
        u"收支总计200.00万元，同比减少50.00万元，下降20.00%，"_s);
    row("the rate in brackets", overall, total,
        u"收支总计200.00万元，比上年减少50.00万元（下降20.00%）。"_s);
    row("thousands", income, u"本年收入合计1180.00万元。"_s, u"本年收入合计1,180.00万元。"_s);
    row("units", income, u"本年收入合计180.00万元。"_s, u"本年收入合计1800000.00元。"_s);
    row("shares before amounts", expenditure,
        u"本年支出合计190.00万元，其中：基本支出120.00万元，占63.16%。"_s,
        u"本年支出合计190.00万元，其中：基本支出120.00万元，占比63.16%。"_s);
    row("which whole", expenditure,
        u"本年支出合计190.00万元，其中：基本支出120.00万元，占63.16%。"_s,
        u"本年支出合计190.00万元，其中：基本支出120.00万元，占本年支出合计的63.16%。"_s);
    row("completion", three, u"公务接待费预算为4.00万元，支出决算为2.00万元，完成预算的50.00%。"_s,
        u"公务接待费支出预算4.00万元，支出决算2.00万元，预算完成率50.00%。"_s);
    row("a list in lines", three,
        u"公务接待费支出决算2.00万元，占25.00%；公务用车购置及运行维护费支出决算6.00万元，占75.00%。"_s,
        u"1.公务接待费支出决算2.00万元，占25.00%。\n2.公务用车购置及运行维护费支出决算6.00万元，占75.00%。"_s);
}

void NarrativeTest::theOtherWordingSaysTheSame()
{
    QFETCH(QString, title);
    QFETCH(QString, text);
    QFETCH(QString, other);
    const auto meanings = [&title](const QString &said) {
        QStringList list;
        for (const Claim &claim : readNarrative(withText(title, said), handbook()).claims)
            list << u"%1 %2 %3 %4"_s.arg(claim.figure)
                        .arg(int(claim.role))
                        .arg(claim.value)
                        .arg(letter(claim.verdict));
        return list;
    };
    QCOMPARE(meanings(other), meanings(text));
}

void NarrativeTest::trapsBindToNothing_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &title, const QString &text) {
        QTest::newRow(name) << title << text;
    };
    row("operating costs of the city", performance,
        u"全市机关运行经费64336.98万元，同比去年减少2328.79万元，下降3.49%。"_s);
    row("totals of the district", overall, u"全区收入总计98000.00万元，支出总计97000.00万元。"_s);
    row("a reason", overall, u"主要原因是收入总计减少3.00万元，基本支出增加12.00万元。"_s);
    row("energy and floor space", performance,
        u"人均综合能耗下降3.20%，单位建筑面积能耗12.50千克，办公用房面积2500平方米。"_s);
    row("thresholds and documents", overall,
        u"根据《关于2019年度50万元的办法》（〔2019〕10号），截至2023年12月31日，100万元以上的不计。"_s);
    row("cumulative", three, u"累计完成三公经费支出55.00万元。"_s);
    row("words that are not known", overall, u"甲乙丙丁戊己庚辛壬癸为12.00万元，占3.00%。"_s);
    row("another's project money", expenditure, u"信息化项目支出12.00万元。"_s);
    row("basic expenditure of an account", general,
        u"农林水支出（类）水利（款）防汛（项）主要包括项目支出12.00万元。其中：基本支出3.00万元。"_s);
    row("points", overall, u"收、支总计提高3.2个百分点。"_s);
    row("the glossary", u"名词解释"_s, u"收入总计是12.00万元。"_s);
    row("money brought forward is no last year", overall,
        u"上年结转12.00万元用于项目支出11.00万元。"_s);
}

void NarrativeTest::trapsBindToNothing()
{
    QFETCH(QString, title);
    QFETCH(QString, text);
    const Report report = withText(title, text);
    for (const Claim &claim : readNarrative(report, handbook()).claims) {
        const bool carried = claim.figure == u"income.opening";
        QVERIFY2(carried || claim.figure.isEmpty(), qPrintable(told(report, claim)));
        QVERIFY2(!isWrong(claim) || carried, qPrintable(told(report, claim)));
        QVERIFY2(!claim.reason.isEmpty() || carried, qPrintable(told(report, claim)));
    }
}

void NarrativeTest::whatIsNotCheckedSaysWhy()
{
    const QString texts[]
        = {u"收、支总计200.00万元，增加100.00万元。"_s, u"收、支总计200.00万元，占70.00%。"_s,
            u"与上年相比持平。"_s, u"收、支总计200.00万元，与上年持平。"_s, u"增长3.00%。"_s,
            u"收、支总计12345678901234567890.00万元。"_s, u"收、支总计3个，完成预算的90.00%。"_s};
    for (const QString &text : texts) {
        const Report report = withText(overall, text);
        for (const Claim &claim : readNarrative(report, handbook()).claims)
            QVERIFY2(claim.isChecked() || !claim.reason.isEmpty(), qPrintable(told(report, claim)));
    }
}

void NarrativeTest::textThatBreaksOffAnywhereIsRead()
{
    const QString text
        = u"（一）水利（款）行政运行（项）2130301（防汛）其中：与2022年度收、支总计（含〔填〕）分别为1.00万元、2022年度"_s;
    for (const QString &title : {overall, fiscal, general, three, performance}) {
        for (qsizetype at = 0; at <= text.size(); ++at) {
            readNarrative(withText(title, text.left(at)), handbook());
            readNarrative(withText(title, text.mid(at)), handbook());
            readNarrative(withText(title, text.mid(at, 8)), handbook());
        }
    }
}

void NarrativeTest::aNumberBoundByHandIsJudged()
{
    Report report = withText(overall, u"甲乙丙丁为200.00万元，戊己庚辛为70.00万元。"_s);
    const NarrativeReading plain = readNarrative(report, handbook());
    QCOMPARE(plain.claims.size(), size_t(2));
    NumberBinding first = bindingAt(report, plain.claims[0].place);
    first.figure = u"overall.total"_s;
    NumberBinding second = bindingAt(report, plain.claims[1].place);
    second.figure = u"expenditure.basic"_s;
    report.numberBindings = {first, second};
    NarrativeReading read = readNarrative(report, handbook());
    QVERIFY(read.claims[0].byHand);
    QCOMPARE(read.claims[0].verdict, Claim::Verdict::Agrees);
    QCOMPARE(read.claims[1].verdict, Claim::Verdict::Disagrees);
    QCOMPARE(read.claims[1].expected, u"120.00"_s);
    report.numberBindings[1].figure.clear();
    read = readNarrative(report, handbook());
    QCOMPARE(read.claims[1].verdict, Claim::Verdict::Unbound);
    QVERIFY(!read.claims[1].reason.isEmpty());
}

void NarrativeTest::aNumberBoundByHandIsFoundAgain()
{
    Report report = withText(overall, u"前言。甲乙丙丁为200.00万元，戊己庚辛为70.00万元。"_s);
    NumberBinding binding = bindingAt(report, readNarrative(report, handbook()).claims[0].place);
    binding.figure = u"overall.total"_s;
    report.numberBindings = {binding};
    QString &text = report.sections[0].blocks[0].text;
    for (const QString &edited : {u"前言。甲乙丙丁为201.5万元，戊己庚辛为70.00万元。"_s,
             u"前言改了1处。其中 甲乙丙丁为200.00万元，戊己庚辛为7.00万元。"_s,
             u"甲乙丙丁为200.00万元。"_s}) {
        text = edited;
        int byHand = 0;
        for (const Claim &claim : readNarrative(report, handbook()).claims) {
            byHand += claim.byHand ? 1 : 0;
            QVERIFY(!claim.byHand || claim.printed.startsWith(u"20"));
        }
        QVERIFY2(byHand == 1, qPrintable(edited));
    }
    text = u"别的话说了200.00万元。"_s;
    QVERIFY(!readNarrative(report, handbook()).claims.front().byHand);
}

void NarrativeTest::alikePlacesAreNotGuessed()
{
    Report report = withText(overall, u"甲乙丙丁为200.00万元。"_s);
    NumberBinding binding = bindingAt(report, readNarrative(report, handbook()).claims[0].place);
    binding.figure = u"overall.total"_s;
    report.numberBindings = {binding};
    Block &block = report.sections[0].blocks[0];
    report.sections[0].blocks = {block, block};
    for (const Claim &claim : readNarrative(report, handbook()).claims)
        QVERIFY(!claim.byHand);
}

QTEST_GUILESS_MAIN(NarrativeTest)
#include "tst_narrative.moc"
