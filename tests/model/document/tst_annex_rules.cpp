#include "model/checks/checker.h"
#include "tests/model/document/report_cells.h"
#include "tests/support/annex_grids.h"
#include "tests/support/hunan.h"

#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

using State = LedgerEntry::State;
using SectionKind = Section::Kind;

Block paragraph(const QString &text)
{
    Block block;
    block.text = text;
    return block;
}

Block gridBlock(const QString &lines)
{
    Block block;
    block.kind = Block::Kind::Grid;
    block.grid = gridOf(lines);
    return block;
}

Section section(SectionKind kind, const QString &title, std::vector<Block> blocks)
{
    Section section;
    section.kind = kind;
    section.title = title;
    section.blocks = std::move(blocks);
    return section;
}

Section annex(const QString &title, std::vector<Block> blocks)
{
    return section(SectionKind::Annex, title, std::move(blocks));
}

Section prose(const QString &text)
{
    return annex(u"部门整体支出绩效自评报告"_s, {paragraph(text)});
}

QString overallForm()
{
    return uR"(
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
)"_s;
}

/// A published report with these sections, whose tables print the figures that the
/// annexes of these tests repeat.
Report reportWith(std::vector<Section> sections)
{
    Report report = newReport(context().handbook);
    report.isPublication = true;
    report.identity.agency = u"示例市档案馆"_s;
    report.sections = std::move(sections);
    const auto print = [&report](QStringView kind, const QString &row, const QString &column,
                           const QString &amount) {
        const CellRef at = cellOf(report, kind, row, column);
        if (!at.isValid())
            qFatal("no cell %s/%s", qPrintable(row), qPrintable(column));
        Sheet &sheet = report.sheets[size_t(at.sheet)];
        sheet.cell(at.row, at.column).amount = *Amount::parsePrinted(amount, sheet.unit);
    };
    print(u"T03", u"total"_s, u"total"_s, u"100.00"_s);
    print(u"T03", u"total"_s, u"basic"_s, u"60.00"_s);
    print(u"T03", u"total"_s, u"project"_s, u"40.00"_s);
    print(u"T05", u"total"_s, u"project"_s, u"30.00"_s);
    for (const QString &phase : {u"budget"_s, u"actual"_s}) {
        const bool budget = phase == u"budget";
        print(u"T09", u"total"_s, phase + u".total"_s, budget ? u"4.00"_s : u"1.42"_s);
        print(u"T09", u"total"_s, phase + u".vehicle_operation"_s, budget ? u"2.00"_s : u"0.00"_s);
        print(u"T09", u"total"_s, phase + u".reception"_s, budget ? u"2.00"_s : u"1.42"_s);
    }
    const auto spent
        = [&report](QStringView kind, QStringView key, QStringView column, QStringView amount) {
              Sheet &sheet = report.sheets[size_t(report.sheetOf(kind))];
              for (int row = 0; row < sheet.rowCount(); ++row) {
                  const QString side = sheet.form->lanes[size_t(sheet.rows[size_t(row)].lane)].side;
                  if (sheet.rows[size_t(row)].key == key && side == u"expenditure")
                      sheet.cell(row, sheet.columnOf(column)).amount
                          = *Amount::parsePrinted(amount, sheet.unit);
              }
          };
    spent(u"T04", u"year", u"general", u"95.50");
    spent(u"T01", u"total", u"amount", u"100.00");
    print(u"T06", u"public"_s, u"amount"_s, u"10.00"_s);
    print(u"T06", u"30215"_s, u"amount"_s, u"0.40"_s);
    print(u"T06", u"30216"_s, u"amount"_s, u"0.60"_s);
    return report;
}

struct Answer
{
    State state = State::Passed;
    QStringList messages;
    std::vector<Finding> findings;
};

Answer answerOf(const Report &report, const QString &rule)
{
    const CheckResult result = Checker(report, context().handbook, context().rules).check();
    Answer answer;
    for (const LedgerEntry &entry : result.ledger) {
        if (entry.rule == rule)
            answer.state = entry.state;
    }
    for (const Finding &finding : result.findings) {
        if (finding.rule != rule)
            continue;
        answer.messages << finding.message;
        answer.findings.push_back(finding);
    }
    return answer;
}

/// The basic figures, an overall evaluation and a project that agree with the tables
/// and with each other; `from` is replaced by `to` in all of them.
Report annexes(const QString &from = {}, const QString &to = {}, const QString &text = {})
{
    const auto with = [&](QString form) { return from.isEmpty() ? form : form.replace(from, to); };
    std::vector<Section> sections{
        annex(u"部门整体支出绩效评价基础数据表"_s, {gridBlock(with(baseForm()))}),
        annex(u"整体支出绩效自评表"_s, {gridBlock(with(overallForm()))}),
        annex(u"项目支出绩效自评表"_s, {gridBlock(with(projectForm()))})};
    if (!text.isEmpty())
        sections.push_back(prose(text));
    return reportWith(std::move(sections));
}

}  // namespace

class AnnexRulesTest : public QObject
{
    Q_OBJECT
private slots:
    void aWrongNumberIsFoundAndANearMissIsNot_data();
    void aWrongNumberIsFoundAndANearMissIsNot();
    void theTextIsReadOnlyWhereItIsCertain_data();
    void theTextIsReadOnlyWhereItIsCertain();
    void withoutAnnexesTheRulesDoNotApply();
    void anotherUnitsMoneyIsNotCompared();
    void aFindingNamesItsPlaceInTheTextAndTheCells();
    void performanceMustBeTold();
    void theHunanAnnexesAreReadFieldByField();
    void theHunanFindingsAreThoseVerifiedByHand();
};

void AnnexRulesTest::aWrongNumberIsFoundAndANearMissIsNot_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("right");
    const auto row
        = [](const char *name, const QString &rule, const QString &from, const QString &wrong,
              const QString &right) { QTest::newRow(name) << rule << from << wrong << right; };
    row("rate", u"PF-2"_s, u"|10|83.33%|"_s, u"|10|100%|"_s, u"|10|83%|"_s);
    row("sources", u"PF-2-2"_s, u"其中：当年财政拨款|90.00|70.00"_s,
        u"其中：当年财政拨款|90.00|71.00"_s, u"其中：当年财政拨款|90|70.00"_s);
    row("spent", u"PF-2-3"_s, u"|90.00|120.00|100.00|"_s, u"|90.00|120.00|101.00|"_s,
        u"|90.00|120.00|100|"_s);
    row("kind in a cell", u"PF-3"_s, u"项目支出：40.00"_s, u"项目支出：40.10"_s,
        u"项目支出：40.0"_s);
    row("fund in a cell", u"PF-3"_s, u"一般公共预算：95.50"_s, u"一般公共预算：95.05"_s,
        u"一般公共预算：95.5"_s);
    row("kinds add up", u"PF-3-2"_s, u"其他资金：4.50"_s, u"其他资金：4.60"_s, u"其他资金：4.5"_s);
    row("group", u"PF-4"_s, u"产出指标（90分）"_s, u"产出指标（80分）"_s, u"产出指标"_s);
    row("total score", u"PF-4"_s, u"总分|100分"_s, u"总分|90分"_s, u"总分|100"_s);
    row("points", u"PF-4-2"_s, u"|100分|95.5分|"_s, u"|100分|100分|"_s, u"|100分|95.50|"_s);
    row("more than the score", u"PF-4-2"_s, u"|30分|30分|\n||质量"_s, u"|30分|31分|\n||质量"_s,
        u"|30分|30|\n||质量"_s);
    row("points of the rate", u"PF-5"_s, u"|75|7.5分\n"_s, u"|75|10分\n"_s, u"|75|8分\n"_s);
    row("need", u"PF-6"_s, u"|88%|10分|8分|样本偏少"_s, u"|88%|10分|10分|"_s, u"|88%|10分|0分|"_s);
    row("need just met", u"PF-6"_s, u"|≥5000页|5200页|"_s, u"|≥5000页|4999页|"_s,
        u"|≥5000页|5000页|"_s);
    row("three public", u"PF-7"_s, u"3、公务接待|1.00|2.00|1.42"_s, u"3、公务接待|1.00|2.00|1.24"_s,
        u"3、公务接待|1.00|2.00|1.4"_s);
    row("three public total", u"PF-7"_s, u"三公经费|3.00|4.00|"_s, u"三公经费|3.00|5.00|"_s,
        u"三公经费|30.00|4.00|"_s);
    row("level", u"PF-8"_s, u"活动经费|20.00|10.00|4.00"_s, u"活动经费|20.00|10.00|5.00"_s,
        u"活动经费|20.00|10|4.0"_s);
    row("heading", u"PF-8"_s, u"项目支出：|20.00|50.00|30.00"_s, u"项目支出：|20.00|50.00|31.00"_s,
        u"项目支出：|20.00|50|30.00"_s);
    row("among, too much", u"PF-8"_s, u"其中：办公经费|5.00|5.00|5.00"_s,
        u"其中：办公经费|5.00|5.00|9.50"_s, u"其中：办公经费|5.00|5|5"_s);
    row("among, and all elsewhere", u"PF-8"_s, u"公用经费|8.00|9.00|"_s, u"公用经费|6.00|9.00|"_s,
        u"公用经费|7.00|9.00|"_s);
    row("projects", u"PF-8-2"_s, u"|50.00|30.00\n"_s, u"|50.00|39.00\n"_s, u"|50.00|40.00\n"_s);
    row("adjustment", u"PF-8-4"_s, u"部门基本支出预算调整||0.50|0.50"_s,
        u"部门基本支出预算调整||0.50|11,385.00"_s, u"部门基本支出预算调整||0.50|99.00"_s);
    row("operating costs", u"PF-9"_s, u"|8.00|9.00|10.00"_s, u"|8.00|9.00|11.00"_s,
        u"|8.00|9.00|10"_s);
    row("accounts", u"PF-9-2"_s, u"会议费、培训费|1.00|1.00|1.00"_s,
        u"会议费、培训费|1.00|1.00|1.20"_s, u"会议费、差旅补贴|1.00|1.00|1.20"_s);
    row("rate of control", u"PF-11-2"_s, u"|40|38|95%"_s, u"|40|38|100%"_s, u"|40|38|95.0%"_s);
}

void AnnexRulesTest::aWrongNumberIsFoundAndANearMissIsNot()
{
    QFETCH(QString, rule);
    QFETCH(QString, from);
    QFETCH(QString, wrong);
    QFETCH(QString, right);
    const auto others = [&rule](const Report &report) { return answerOf(report, rule).messages; };
    const QStringList before = others(annexes());
    QVERIFY2(others(annexes(from, wrong)).size() > before.size(), "nothing is found");
    QCOMPARE(others(annexes(from, right)), before);
}

void AnnexRulesTest::theTextIsReadOnlyWhereItIsCertain_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("right");
    const auto row = [](const char *name, const QString &rule, const QString &wrong,
                         const QString &right) { QTest::newRow(name) << rule << wrong << right; };
    row("procurement", u"PF-10"_s, u"2023年度政府采购支出总额5.50万元。"_s,
        u"2023年度政府采购支出总额5.00万元。"_s);
    row("staff", u"PF-11"_s, u"编制人员为41人，实有编制人员为38人。"_s,
        u"编制人员为40人，实有编制人员为38人。"_s);
    row("kinds of staff", u"PF-11"_s,
        u"编制人员为40人，实有编制人员为38人，其中：行政人员编制数30人，实有30人；事业人员编制数9人，实有8人。"_s,
        u"编制人员为40人，实有编制人员为38人，其中：行政人员编制数30人，实有30人；事业人员编制数10人，实有8人。"_s);
    row("number of projects", u"PF-12"_s, u"编报绩效目标的项目2个。"_s,
        u"编报绩效目标的项目1个，有2个项目延期。"_s);
    row("money with goals", u"PF-13"_s, u"编报绩效目标的项目1个，涉及项目支出41.00万元。"_s,
        u"编报绩效目标的项目1个，涉及项目支出40.00万元。"_s);
    row("basic and project", u"PF-14"_s,
        u"基本支出情况\n实际支出60.00万元\n项目支出情况\n实际支出45.00万元"_s,
        u"基本支出情况\n实际支出60.00万元\n项目支出情况\n实际支出40.00万元"_s);
    row("list", u"PF-14-2"_s, u"安排资金10.00万元，分别为甲经费4.00万元、乙经费5.00万元。"_s,
        u"安排资金10.00万元，分别为甲经费4.00万元、乙（含丙1万元）经费6.00万元。"_s);
    row("list of some", u"PF-14-2"_s, u"安排资金10.00万元，其中甲经费4.00万元、乙经费7.00万元。"_s,
        u"安排资金10.00万元，其中甲经费4.00万元、乙经费5.00万元。"_s);
    row("list that goes on", u"PF-14-2"_s, u"资金9.00万元，包括甲经费4.00万元、乙经费6.00万元。"_s,
        u"资金9.00万元，包括甲经费4.00万元、乙经费6.00万元，比上年增加1.00万元。"_s);
    row("same budget", u"PF-15"_s, u"项目支出年初预算数为45.00万元。"_s, u""_s);
}

void AnnexRulesTest::theTextIsReadOnlyWhereItIsCertain()
{
    QFETCH(QString, rule);
    QFETCH(QString, wrong);
    QFETCH(QString, right);
    const auto told = [&rule](const QString &text) {
        std::vector<Block> blocks;
        for (const QString &line : text.split(u'\n'))
            blocks.push_back(paragraph(line));
        Report report = annexes();
        report.sections.push_back(annex(u"部门整体支出绩效自评报告"_s, std::move(blocks)));
        return answerOf(report, rule).messages;
    };
    if (rule != u"PF-15") {
        QVERIFY2(!told(wrong).isEmpty(), "nothing is found");
        QCOMPARE(told(right), QStringList());
    } else {
        QVERIFY(told(wrong) != told(right));
    }
}

void AnnexRulesTest::withoutAnnexesTheRulesDoNotApply()
{
    const Report report = reportWith({section(SectionKind::Narrative, u"情况说明"_s, {})});
    for (const Rule &rule : context().rules.rules()) {
        if (rule.group != u"performance" || rule.id == u"PF-1")
            continue;
        const Answer answer = answerOf(report, rule.id);
        QVERIFY2(
            answer.state == State::NotApplicable && answer.messages.isEmpty(), qPrintable(rule.id));
    }
}

void AnnexRulesTest::anotherUnitsMoneyIsNotCompared()
{
    QString form = overallForm();
    form.replace(u"|100.00|"_s, u"|99.00|"_s);
    const auto rule = u"PF-2-3"_s;
    const auto told = [&](const QString &unit) {
        QString other = form;
        other.replace(u"示例市档案馆"_s, unit);
        return answerOf(reportWith({annex(u"整体支出绩效自评表"_s, {gridBlock(other)})}), rule)
            .messages.size();
    };
    QCOMPARE(told(u"示例市档案馆"_s), 1);
    QCOMPARE(told(u"机关幼儿园"_s), 0);
}

void AnnexRulesTest::aFindingNamesItsPlaceInTheTextAndTheCells()
{
    const Answer answer = answerOf(
        annexes(u"3、公务接待|1.00|2.00|1.42"_s, u"3、公务接待|1.00|2.00|1.24"_s), u"PF-7"_s);
    QCOMPARE(answer.messages.size(), 1);
    const Finding &finding = answer.findings.front();
    QCOMPARE(finding.texts.front().section, 0);
    QCOMPARE(finding.texts.front().quote, u"1.24"_s);
    QCOMPARE(finding.cells.size(), size_t(1));
    QCOMPARE(finding.cells.front().published, u"1.42"_s);
    QCOMPARE(finding.difference, u"-0.18"_s);
}

void AnnexRulesTest::performanceMustBeTold()
{
    const auto chapter = [](const QString &title, const QString &text) {
        return answerOf(
            reportWith({section(SectionKind::Narrative, title, {paragraph(text)})}), u"PF-1"_s)
            .messages.size();
    };
    QCOMPARE(chapter(u"预算绩效情况"_s, u"开展了绩效自评，结果良好。"_s), 0);
    QCOMPARE(chapter(u"收入情况"_s, u"收入100.00万元。"_s), 1);
    QCOMPARE(answerOf(reportWith({}), u"PF-1"_s).state, State::LacksData);
}

void AnnexRulesTest::theHunanAnnexesAreReadFieldByField()
{
    MZ_NEEDS_HUNAN();
    const auto opened = openReport(hunanPath(), context());
    QVERIFY(opened);
    const std::vector<AnnexTable> tables = readAnnexTables(opened->report, AnnexWords::builtIn());
    QStringList read;
    for (const AnnexTable &table : tables)
        read << QString::number(int(table.kind)) + table.name;
    QCOMPARE(read,
        (QStringList{u"0"_s, u"1怀化市机关事务管理局"_s, u"3"_s, u"2专项业务（工作）经费"_s,
            u"22023年两院公用水电费缺口"_s, u"2市委机关大院和市民服务中心物业管理费"_s,
            u"2怀化政协物业管理费"_s, u"2怀化海关人员周转用房费用"_s,
            u"2活动经费（含关工委活动经费3万元）"_s, u"2虚拟公务仓运行维护及服务工作经费"_s}));
    // Every project: initial, full, actual, score, rate, points; all scores, all points.
    const QStringList money{u"50 50 50 10 100 10 100 100"_s, u"204 204 204 10 100 10 100 100"_s,
        u"1177.972 965.65 965.65 10 100 10 100 100"_s, u"62.97 76.09 76.09 10 100 10 100 90"_s,
        u"18.75 18.75 12.69 10 100 10 100 100"_s, u"7.25 7.25 5.43 10 100 10 100 100"_s,
        u"10 10 10 10 100 10 100 100"_s};
    using Part = AnnexLine::Part;
    for (int i = 0; i < money.size(); ++i) {
        const AnnexTable &table = tables[size_t(i) + 3];
        QStringList fields;
        for (const QStringView column :
            {u"initial", u"full", u"actual", u"score", u"rate", u"points"})
            fields << printedNumber(table, *table.field(Part::Funds, u"total", column));
        for (const QStringView column : {u"score", u"points"})
            fields << printedNumber(table, *table.field(Part::Total, u"total", column));
        QCOMPARE(fields.join(u' '), money[i]);
        const auto indicators = std::count_if(table.lines.begin(), table.lines.end(),
            [](const AnnexLine &line) { return line.part == Part::Indicator; });
        QCOMPARE(int(indicators), 9);
    }
    const AnnexTable &base = tables.front();
    QStringList lines;
    for (const AnnexLine &line : base.lines) {
        if (line.part != Part::Base || line.level > 1)
            continue;
        QStringList fields{line.label};
        for (const QStringView column : {u"last", u"budget", u"actual"})
            fields << line.field(column)->printed;
        lines << fields.join(u' ');
    }
    QCOMPARE(lines,
        (QStringList{u"三公经费 11.00 6.70 11.00"_s, u"公务用车购置和维护经费   "_s,
            u"出国经费   "_s, u"公务接待 0.12 1.70 1.25"_s, u"项目支出 2459.92 2534.32 1939.11"_s,
            u"业务工作经费 57.99 57.25 55.43"_s, u"运行维护经费 319.96 614.00 499.97"_s,
            u"专项资金(一个专项一行) 2,081.97 1863.07 1383.71"_s,
            u"公用经费 929.45 137.72 305.98"_s, u"政府采购金额 1,015.73 1,769.32 1,173.03"_s,
            u"部门基本支出预算调整 2,260.16 11,385.00 11,385.00"_s}));
    const AnnexTable &overall = tables[1];
    const auto printed = [&overall](Part part, QStringView id, QStringView column) {
        return printedNumber(overall, *overall.field(part, id, column));
    };
    QCOMPARE(printed(Part::Income, u"general", u"amount"), u"3618.79"_s);
    QCOMPARE(printed(Part::Income, u"other", u"amount"), u"246.73"_s);
    QCOMPARE(printed(Part::Expenditure, u"basic", u"amount"), u"2185.85"_s);
    QCOMPARE(printed(Part::Expenditure, u"project", u"amount"), u"1679.67"_s);
    QCOMPARE(printed(Part::Funds, u"total", u"initial"), u"2854.16"_s);
    QCOMPARE(printed(Part::Total, u"total", u"points"), u"100"_s);
    QCOMPARE(tables[2].lines.back().field(u"amount")->printed, u"1939.11"_s);
    QCOMPARE(int(tables[2].lines.size()), 9);
}

void AnnexRulesTest::theHunanFindingsAreThoseVerifiedByHand()
{
    MZ_NEEDS_HUNAN();
    const auto opened = openReport(hunanPath(), context());
    QVERIFY(opened);
    const CheckResult result = Checker(opened->report, context().handbook, context().rules).check();
    QStringList found;
    for (const Finding &finding : result.findings) {
        if (finding.group == u"performance")
            found << finding.rule + u' ' + finding.texts.front().quote.section(u'\n', 0, 0);
    }
    found.sort();
    QStringList known{u"PF-10 1,173.03"_s, u"PF-12 编报绩效目标的项目8个"_s,
        u"PF-14 实际支出1939.11万元"_s, u"PF-15 "_s, u"PF-2 100%"_s, u"PF-2 100%"_s, u"PF-4 100"_s,
        u"PF-4 效益指标"_s, u"PF-4-2 100"_s, u"PF-7 1.25"_s, u"PF-7 1.70"_s, u"PF-7 11.00"_s,
        u"PF-7 3.11"_s, u"PF-7 5.00"_s, u"PF-7 6.70"_s, u"PF-8 11.00"_s, u"PF-8 11.00"_s,
        u"PF-8-2 1939.11"_s, u"PF-8-4 11,385.00"_s, u"PF-9 305.98"_s, u"PF-9-2 1.61"_s,
        u"PF-9-2 290.75"_s};
    known.sort();
    QCOMPARE(found, known);
}

QTEST_GUILESS_MAIN(AnnexRulesTest)
#include "tst_annex_rules.moc"
