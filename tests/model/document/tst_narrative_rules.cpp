#include "model/checks/checker.h"
#include "tests/support/narrative_text.h"
#include "tests/support/small_report.h"

#include <QJsonArray>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

/// Rules of the text: each fires on one sentence, and not on its near miss.
class NarrativeRulesTest : public QObject
{
    Q_OBJECT
private slots:
    void aRuleFiresAndItsNearMissDoesNot_data();
    void aRuleFiresAndItsNearMissDoesNot();
    void patternsAreFoundAgainAfterAnEdit();
    void everyWrongNumberHasARule();
    void aQuoteCutsNoNumber();
};

void NarrativeRulesTest::aRuleFiresAndItsNearMissDoesNot_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("right");
    const auto row = [](const QString &rule, const char *name, const QString &wrong,
                         const QString &right) { QTest::newRow(name) << rule << wrong << right; };
    row(u"TI-16"_s, "a share beyond the whole",
        u"# 一、政府采购支出说明\n服务采购授予中小企业合同金额占服务支出金额的162%。"_s,
        u"# 一、政府采购支出说明\n服务采购授予中小企业合同金额占服务支出金额的100%。"_s);
    row(u"TX13-1"_s, "fewer vehicles than official ones",
        u"# 一、“三公”经费支出决算情况说明\n公务用车保有量7辆。\n# 二、国有资产占用情况说明\n共有车辆6辆。"_s,
        u"# 一、“三公”经费支出决算情况说明\n公务用车保有量6辆。\n# 二、国有资产占用情况说明\n共有车辆6辆。"_s);
    row(u"TX6-2"_s, "an account's amount",
        u"# 一、一般公共预算财政拨款基本支出决算情况说明\n人员经费905.44万元，包括：基本工资286.60万元。"_s,
        u"# 一、一般公共预算财政拨款基本支出决算情况说明\n人员经费905.44万元，包括：基本工资285.60万元。"_s);
    row(u"TI-1"_s, "a rate against the budget",
        u"# 一、一般公共预算财政拨款支出决算情况说明\n一般公共预算财政拨款支出1240.79万元，比年初预算增加60.79万元，增长6.15%。"_s,
        u"# 一、一般公共预算财政拨款支出决算情况说明\n一般公共预算财政拨款支出1240.79万元，比年初预算增加60.79万元，增长5.15%。"_s);
    row(u"TI-1"_s, "changes that do not add up",
        u"# 一、“三公”经费支出决算情况说明\n“三公”经费支出比上年减少5.38万元。因公出国（境）费比上年增加6.32万元；公务用车购置及运行维护费比上年减少4.16万元；公务接待费比上年减少7.45万元。"_s,
        u"# 一、“三公”经费支出决算情况说明\n“三公”经费支出比上年减少5.38万元。因公出国（境）费比上年增加6.32万元；公务用车购置及运行维护费比上年减少4.16万元；公务接待费比上年减少7.54万元。"_s);
    row(u"TI-1"_s, "level, and yet changed",
        u"# 一、收入支出决算总体情况说明\n收、支总计1444.80万元，与上年持平。收、支总计比上年增加3.00万元。"_s,
        u"# 一、收入支出决算总体情况说明\n收、支总计1444.80万元，与上年持平。收、支总计比上年增加0.00万元。"_s);
    row(u"TI-19"_s, "a count that is said twice",
        u"# 一、“三公”经费支出决算情况说明\n国内公务接待24批次。国内公务接待批次25批。"_s,
        u"# 一、“三公”经费支出决算情况说明\n国内公务接待24批次。国内公务接待批次24批。"_s);
    row(u"TX2-3"_s, "a source of income that is left out",
        u"# 二、收入决算情况说明\n本年收入合计1409.80万元，其中：财政拨款收入1344.80万元；事业收入25.00万元。"_s,
        u"# 二、收入决算情况说明\n本年收入合计1409.80万元，其中：财政拨款收入1344.80万元；事业收入25.00万元；其他收入40.00万元。"_s);
    row(u"TX5-9"_s, "a class that is left out",
        u"# 五、一般公共预算财政拨款支出决算情况说明\n一般公共服务支出966.56万元；社会保障和就业支出144.72万元；卫生健康支出57.15万元。"_s,
        u"# 五、一般公共预算财政拨款支出决算情况说明\n一般公共服务支出966.56万元；社会保障和就业支出144.72万元；卫生健康支出57.15万元；住房保障支出72.36万元。"_s);
    row(u"TX6-4"_s, "a list with an account that has no amount",
        u"# 六、一般公共预算财政拨款基本支出决算情况说明\n人员经费主要包括：基本工资、津贴补贴、奖金、绩效工资、社会保障缴费、住房公积金、退休费、生活补助。"_s,
        u"# 六、一般公共预算财政拨款基本支出决算情况说明\n人员经费主要包括：基本工资、津贴补贴、奖金、社会保障缴费、住房公积金、退休费、生活补助。"_s);
    row(u"TX6-4"_s, "a list without an account that has an amount",
        u"# 六、一般公共预算财政拨款基本支出决算情况说明\n人员经费包括基本工资、津贴补贴、奖金、社会保障缴费、退休费、生活补助。"_s,
        u"# 六、一般公共预算财政拨款基本支出决算情况说明\n人员经费包括基本工资、津贴补贴、奖金、社会保障缴费、退休费、生活补助等。"_s);
    row(u"TI-14"_s, "a share without its word",
        u"# 三、支出决算情况说明\n本年支出合计1399.34万元，其中：基本支出1111.59万元，占79.44%；项目支出287.75万元，20.56%。"_s,
        u"# 三、支出决算情况说明\n本年支出合计1399.34万元，其中：基本支出1111.59万元，占79.44%；项目支出287.75万元，占20.56%。"_s);
    row(u"TI-15"_s, "a share with three decimals",
        u"# 三、支出决算情况说明\n本年支出合计1399.34万元，其中：基本支出1111.59万元，占79.437%；项目支出287.75万元，占20.56%。"_s,
        u"# 三、支出决算情况说明\n本年支出合计1399.34万元，其中：基本支出1111.59万元，占79.44%；项目支出287.75万元，占20.56%。"_s);
    row(u"TI-20"_s, "an earlier year's vehicles",
        u"# 十三、国有资产占用情况说明\n截至2022年12月31日，共有车辆6辆。"_s,
        u"# 十三、国有资产占用情况说明\n截至2023年12月31日，共有车辆6辆。"_s);
    row(u"TI-20"_s, "an earlier year's sentence",
        u"# 一、收入支出决算总体情况说明\n2022年度收、支总计1444.80万元。"_s,
        u"# 一、收入支出决算总体情况说明\n2022年度收、支总计1400.00万元，2023年度收、支总计1444.80万元。"_s);
    row(u"TI-20"_s, "compared with the year itself",
        u"# 一、收入支出决算总体情况说明\n收、支总计1444.80万元，与2023年度相比增加64.55万元，主要是项目增加。"_s,
        u"# 一、收入支出决算总体情况说明\n收、支总计1444.80万元，与2022年度相比增加64.55万元，主要是项目增加。"_s);
    row(u"TI-20"_s, "a title of another year",
        u"# 一、2021年度收入支出决算总体情况说明\n收、支总计1444.80万元。"_s,
        u"# 一、2023年度收入支出决算总体情况说明\n收、支总计1444.80万元。"_s);
    row(u"TI-20"_s, "a title that compares",
        u"# 一、财政拨款收支2022年度决算情况\n财政拨款收入总计1376.80万元。"_s,
        u"# 一、财政拨款收支与2022年度决算对比情况\n财政拨款收入总计1376.80万元。"_s);
    row(u"TI-21"_s, "a change without a reason",
        u"# 一、收入支出决算总体情况说明\n收、支总计1444.80万元，比上年增加64.55万元，增长4.68%。"_s,
        u"# 一、收入支出决算总体情况说明\n收、支总计1444.80万元，比上年增加64.55万元，增长4.68%，主要是项目增加。"_s);
    row(u"TI-21"_s, "a reason that is left open",
        u"# 一、收入支出决算总体情况说明\n收、支总计1444.80万元，比上年增加64.55万元，主要原因是。"_s,
        u"# 一、收入支出决算总体情况说明\n收、支总计1444.80万元，比上年增加64.55万元，主要原因：\n项目增加。"_s);
    const QString items
        = u"# 一、一般公共预算财政拨款支出决算情况说明\n"
          "1."
          "一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）。年初无预算，支"
          "出决算为812.36万元。\n"
          "2."
          "一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）一般行政管理事务（项）。年初预"
          "算为140.00万元，支出决算为154.20万元。\n"
          "3."
          "社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）"
          "。年初预算为95.00万元，支出决算为96.48万元。\n"
          "4."
          "社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）。年"
          "初预算为47.00万元，支出决算为48.24万元。\n"
          "5.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。年初预算为56."
          "00万元，支出决算为57.15万元。\n"
          "6.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为62.00万元，支出决算为72.36万元。\n"_s;
    row(u"TX5-6"_s, "an item in two paragraphs",
        items
            + u"6.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为62.00万元，支出决算为72.36万元。"_s,
        items + u"其中，住房保障支出（类）住房改革支出（款）住房公积金（项）按人员变动。"_s);
    row(u"TX5-8"_s, "a sum with an item without a budget",
        items + u"一般公共预算财政拨款支出年初预算为401.00万元，支出决算为1240.79万元。"_s,
        items + u"一般公共预算财政拨款支出年初预算为400.00万元，支出决算为1240.79万元。"_s);
    row(u"TX5-7"_s, "an ordinal before the account",
        u"# 一、一般公共预算财政拨款支出决算情况说明\n（一）住房保障支出（类）住房改革支出（款）住房公积金缴费（项）。支出决算72.36万元。"_s,
        u"# 一、一般公共预算财政拨款支出决算情况说明\n（一）住房保障支出（类）住房改革支出（款）住房公积金（项）。支出决算72.36万元。"_s);
    row(u"TX1-2"_s, "a share of a total",
        u"# 一、收入支出决算总体情况说明\n财政拨款收入1344.80万元，占收入总计的83.08%。"_s,
        u"# 一、收入支出决算总体情况说明\n财政拨款收入1344.80万元，占收入总计的93.08%。"_s);
    row(u"TI-8"_s, "more than a budget that is larger",
        u"# 一、“三公”经费支出决算情况说明\n“三公”经费支出预算46.00万元，支出决算39.72万元，比预算增加6.28万元。"_s,
        u"# 一、“三公”经费支出决算情况说明\n“三公”经费支出预算46.00万元，支出决算39.72万元，比预算减少6.28万元。"_s);
    row(u"TI-1"_s, "growth against a budget that is larger",
        u"# 一、“三公”经费支出决算情况说明\n“三公”经费支出预算46.00万元，支出决算39.72万元，比预算增长13.65%。"_s,
        u"# 一、“三公”经费支出决算情况说明\n“三公”经费支出预算46.00万元，支出决算39.72万元，比预算下降13.65%。"_s);
    row(u"TI-5"_s, "a budget without its zeros",
        u"# 一、“三公”经费支出决算情况说明\n公务接待费支出预算5万元，支出决算3.26万元，完成预算的68.2%。"_s,
        u"# 一、“三公”经费支出决算情况说明\n公务接待费支出预算5万元，支出决算3.26万元，完成预算的65.2%。"_s);
    row(u"TI-5"_s, "a budget without its zeros, among many a bare 0",
        u"# 一、“三公”经费支出决算情况说明\n其中：政府性基金预算支出0万元；政府性基金预算支出0万元；政府性基金预算支出0万元；政府性基金预算支出0万元。\n会议费支出8.60万元。培训费支出预算10万元，支出决算9.35万元，完成预算的95.5%。"_s,
        u"# 一、“三公”经费支出决算情况说明\n其中：政府性基金预算支出0万元；政府性基金预算支出0万元；政府性基金预算支出0万元；政府性基金预算支出0万元。\n会议费支出8.60万元。培训费支出预算10万元，支出决算9.35万元，完成预算的93.5%。"_s);
    row(u"TX7-2"_s, "parts by fund",
        u"# 一、“三公”经费支出决算情况说明\n“三公”经费支出决算39.72万元（其中：一般公共预算支出37.72万元；政府性基金预算支出0万元）。"_s,
        u"# 一、“三公”经费支出决算情况说明\n“三公”经费支出决算39.72万元（其中：一般公共预算支出39.72万元；政府性基金预算支出0万元）。"_s);
    row(u"TI-5"_s, "amounts without their zeros, as the table shows",
        u"# 一、“三公”经费支出决算情况说明\n“三公”经费支出预算46万元，公务接待费支出预算5万元，支出决算3.26万元。会议费支出预算5万元，支出决算4.6万元，完成预算的94%。"_s,
        u"# 一、“三公”经费支出决算情况说明\n“三公”经费支出预算46万元，公务接待费支出预算5万元，支出决算3.26万元。会议费支出预算5万元，支出决算4.6万元，完成预算的92%。"_s);
    row(u"TI-6"_s, "a completion of nothing",
        u"# 一、一般公共预算财政拨款支出决算情况说明\n住房保障支出（类）住房改革支出（款）住房公积金（项）年初预算为0万元，支出决算为72.36万元，完成年初预算的100%。"_s,
        u"# 一、一般公共预算财政拨款支出决算情况说明\n住房保障支出（类）住房改革支出（款）住房公积金（项）年初预算为0万元，支出决算为72.36万元，完成年初预算的0.00%。"_s);
    row(u"TI-10"_s, "uses of vehicles, one of them not known",
        u"# 一、国有资产占用情况说明\n共有车辆7辆，其中：应急保障用车2辆、其他用车3辆。"_s,
        u"# 一、国有资产占用情况说明\n共有车辆7辆，其中：某种班车2辆、应急保障用车2辆、其他用车3辆。"_s);
    row(u"TI-19"_s, "groups of others",
        u"# 一、“三公”经费支出决算情况说明\n因公出国（境）团组1个；因公出国（境）团组2个。"_s,
        u"# 一、“三公”经费支出决算情况说明\n因公出国（境）团组1个；参加其他单位组织的因公出国（境）团组2个。"_s);
    row(u"TX7-1"_s, "two budgets, one of them of the table",
        u"# 一、“三公”经费支出决算情况说明\n“三公”经费支出调整预算50.00万元，支出决算39.72万元。"_s,
        u"# 一、“三公”经费支出决算情况说明\n“三公”经费支出年初预算46.00万元，调整预算50.00万元，支出决算39.72万元。"_s);
    row(u"TI-1"_s, "last year's figure is right, the change is not",
        u"# 一、收入支出决算总体情况说明\n2023年度收、支总计1444.80万元，2022年度收、支总计1380.25万元，同比增加74.55万元，增长4.68%，主要是项目。"_s,
        u"# 一、收入支出决算总体情况说明\n2023年度收、支总计1444.80万元，2022年度收、支总计1380.25万元，同比增加64.55万元，增长4.68%，主要是项目。"_s);
    row(u"ST-9"_s, "department and unit",
        u"# 一、收入支出决算总体情况说明\n本部门收、支总计1444.80万元。本单位没有其他收入。"_s,
        u"# 一、收入支出决算总体情况说明\n本部门收、支总计1444.80万元。本部门没有其他收入。"_s);
}

void NarrativeRulesTest::aRuleFiresAndItsNearMissDoesNot()
{
    QFETCH(QString, rule);
    QFETCH(QString, wrong);
    QFETCH(QString, right);
    Report report = smallReport();
    Checker checker(report, context().handbook, context().rules);
    for (const bool fires : {true, false}) {
        setText(report, fires ? wrong : right);
        checker.rebuild();
        int count = 0;
        for (const Finding &finding : checker.check().findings)
            count += finding.rule == rule ? 1 : 0;
        QCOMPARE(count, fires ? 1 : 0);
    }
}

void NarrativeRulesTest::patternsAreFoundAgainAfterAnEdit()
{
    Report report = smallReport();
    setText(report, u"# 一、收入支出决算总体情况说明\n收、支总计XX万元。"_s);
    Checker checker(report, context().handbook, context().rules);
    const auto placeholders = [&checker] {
        int count = 0;
        for (const Finding &finding : checker.check().findings)
            count += finding.rule == u"DQ-1" ? 1 : 0;
        return count;
    };
    QCOMPARE(placeholders(), 1);
    QString &text = report.sections[0].blocks[0].text;
    text = u"收、支总计1444.80万元。"_s;
    checker.rebuild();
    QCOMPARE(placeholders(), 0);
    text = u"收、支总计XX万元，收、支总计1444.80万元。"_s;
    checker.rebuild();
    QCOMPARE(placeholders(), 1);
}

void NarrativeRulesTest::everyWrongNumberHasARule()
{
    const auto isCovered = [](const QString &section, const QString &role, const QString &figure,
                               const QString &phase) {
        const auto has = [](const QJsonValue &list, const QString &text, bool starts) {
            const QJsonArray array = list.toArray();
            return array.isEmpty()
                || std::any_of(array.begin(), array.end(), [&](const QJsonValue &entry) {
                       return starts ? text.startsWith(entry.toString()) : text == entry.toString();
                   });
        };
        const auto &rules = context().rules.rules();
        return std::any_of(rules.begin(), rules.end(), [&](const Rule &rule) {
            const QJsonObject &settings = rule.settings;
            const QString asked = settings.value(u"phase").toString();
            return rule.test == u"claims-agree" && has(settings.value(u"sections"), section, false)
                && has(settings.value(u"roles"), role, false)
                && has(settings.value(u"figures"), figure, true)
                && (asked.isEmpty() || asked == phase);
        });
    };
    const QStringList sections{u"S01"_s, u"S02"_s, u"S03"_s, u"S04"_s, u"S05"_s, u"S06"_s, u"S07"_s,
        u"S08"_s, u"S09"_s, u"S11"_s, u"S12"_s, u"S13"_s, u"S14"_s};
    for (const QString &section : sections) {
        for (const QString &role : {u"share"_s, u"change"_s, u"rate"_s, u"completion"_s,
                 u"relation"_s, u"budget-difference"_s})
            QVERIFY2(isCovered(section, role, u"general.expenditure"_s, u"actual"_s),
                qPrintable(section + u' ' + role));
    }
    const std::pair<QString, QString> figures[] = {{u"S04"_s, u"fiscal.opening"_s},
        {u"S05"_s, u"fiscal.expenditure_year"_s}, {u"S05"_s, u"general.item[2010301]"_s},
        {u"S06"_s, u"econ[301]"_s}, {u"S07"_s, u"general.meeting"_s}, {u"S07"_s, u"part.general"_s},
        {u"S08"_s, u"funds.project"_s}, {u"S09"_s, u"capital.total"_s},
        {u"S03"_s, u"expenditure.class[201]"_s}};
    for (const auto &[section, figure] : figures)
        QVERIFY2(
            isCovered(section, u"amount"_s, figure, u"actual"_s), qPrintable(section + figure));
}

void NarrativeRulesTest::aQuoteCutsNoNumber()
{
    Report report = smallReport();
    setText(report,
        u"# 一、收入支出决算总体情况说明\n甲乙丙丁戊己庚辛壬癸年初1234567.89万元和子丑寅卯辰巳午未申1444.80万元，增加64.55万元，增长123.45%。"_s);
    const QString text = report.sections[0].blocks[0].text;
    const auto isDigit = [&text](qsizetype at) {
        return at >= 0 && at < text.size() && (text[at].isDigit() || text[at] == u'.');
    };
    for (int start = 0; start < text.size(); ++start) {
        const QString quote = quoteOf(report, {0, 0, start, 1});
        const qsizetype from = text.lastIndexOf(quote, start);
        const qsizetype to = from + quote.size();
        QVERIFY2(from >= 0 && !(isDigit(from - 1) && isDigit(from)), qPrintable(quote));
        QVERIFY2(!(isDigit(to - 1) && isDigit(to)), qPrintable(quote));
    }
}

QTEST_GUILESS_MAIN(NarrativeRulesTest)
#include "tst_narrative_rules.moc"
