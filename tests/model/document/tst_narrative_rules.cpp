#include "model/checks/checker.h"
#include "tests/support/narrative_text.h"
#include "tests/support/small_report.h"

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

QTEST_GUILESS_MAIN(NarrativeRulesTest)
#include "tst_narrative_rules.moc"
