#include "model/checks/checker.h"
#include "tests/model/document/consistent_report.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

using State = LedgerEntry::State;

/// A published report whose explanation has these paragraphs.
Report withParagraphs(const QStringList &paragraphs)
{
    Report report = newReport(context().handbook);
    report.isPublication = true;
    report.identity.agency = u"示例市档案馆"_s;
    report.identity.year = 2023;
    Section section;
    section.kind = Section::Kind::Narrative;
    section.level = 1;
    section.number = u"一、"_s;
    section.title = u"收入支出决算总体情况说明"_s;
    for (const QString &text : paragraphs) {
        Block block;
        block.text = text;
        section.blocks.push_back(block);
    }
    report.sections = {section};
    return report;
}

struct Answer
{
    State state = State::Passed;
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
        if (finding.rule == rule)
            answer.findings.push_back(finding);
    }
    return answer;
}

/// The findings of the group, each with its rule, for a failing comparison.
QString qualityFindings(const Report &report)
{
    QStringList found;
    for (const Finding &finding :
        Checker(report, context().handbook, context().rules).check().findings) {
        if (finding.group == u"quality")
            found << finding.rule + u' ' + finding.message;
    }
    return found.join(u'\n');
}

}  // namespace

class TestQualityRules : public QObject
{
    Q_OBJECT

private slots:
    void everyPatternIsARegularExpression()
    {
        for (const Rule &rule : context().rules.rules()) {
            if (rule.test != u"text-patterns")
                continue;
            for (const QJsonValue &value : rule.settings.value(u"patterns").toArray()) {
                const QJsonObject pattern = value.toObject();
                QVERIFY2(
                    pattern.contains(u"words") || pattern.contains(u"find"), qPrintable(rule.id));
                const QRegularExpression find(pattern.value(u"find").toString());
                QVERIFY2(find.isValid(), qPrintable(rule.id + u' ' + find.errorString()));
            }
        }
    }

    void aRuleFiresOnItsFaultAndNotOnTheNearMiss_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("right");
        const auto row
            = [](const char *name, const QString &rule, const QString &fault,
                  const QString &right) { QTest::newRow(name) << rule << fault << right; };
        row("XX", u"DQ-1"_s, u"XX局2023年度收支总计"_s, u"A座XL型设备2台"_s);
        row("××", u"DQ-1"_s, u"××单位的收支"_s, u"长10×20米"_s);
        row("year", u"DQ-1"_s, u"20XX年度决算"_s, u"二〇〇八年度决算"_s);
        row("somebody", u"DQ-1"_s, u"由某某负责"_s, u"由某科负责"_s);
        row("braces", u"DQ-1"_s, u"{单位}的收支"_s, u"示例市档案馆的收支"_s);
        row("line", u"DQ-1"_s, u"支出____万元"_s, u"支出_万元"_s);
        row("number left open", u"DQ-1"_s, u"年初预算为〔人大会议〕万元"_s,
            u"湘财预〔2023〕5号文件下达5万元，因公出国〔境〕费"_s);
        row("words left open", u"DQ-1"_s, u"主要原因：〔与上年相比增减的原因〕。"_s,
            u"国办发〔2023〕12号的内容"_s);
        row("choice", u"DQ-2"_s, u"比上年增加（减少）5万元"_s, u"比上年增加（含结转）5万元"_s);
        row("both", u"DQ-2"_s, u"本部门（单位）共有车辆"_s, u"部门（单位）整体支出绩效情况"_s);
        row("instruction", u"DQ-2"_s, u"仍保留该表格式，并在本表下方作下述说明："_s,
            u"本表无数据"_s);
        row("bookmark", u"DQ-2"_s, u"支出[bookmark: _Toc1]情况"_s, u"支出[2023]情况"_s);
        row("word", u"DQ-3"_s, u"部门决算决算公开"_s, u"各项各类支出，往往常常日日个个大大"_s);
        row("compound", u"DQ-3"_s, u"增加增加5万元"_s, u"信息化项目项目支出5万元"_s);
        row("numbers", u"DQ-3"_s, u"支出支出5万元"_s, u"编号一二一二，逐项研究研究"_s);
        row("unit", u"DQ-3"_s, u"支出5万万元"_s, u"支出5万元，目的的达成"_s);
        row("comma twice", u"DQ-4"_s, u"支出5万元，，增加"_s, u"支出5万元……增加——"_s);
        row("mixed", u"DQ-4"_s, u"支出5万元，。"_s, u"（支出5万元。）；"_s);
        row("half width", u"DQ-5"_s, u"占25.93%,主要是"_s, u"占比1:2，3,618.79万元"_s);
        row("half width colon", u"DQ-5"_s, u"其中:基本支出"_s, u"10:30开会，A:B"_s);
        row("quotes", u"DQ-6"_s, u"“三公“经费"_s, u"“三公”经费和“一迎三创”"_s);
        row("quote alone", u"DQ-6"_s, u"三公”经费"_s, u"三公经费"_s);
        row("bracket", u"DQ-7"_s, u"因公出国（境费"_s, u"因公出国（境)费"_s);
        row("closing bracket", u"DQ-7"_s, u"因公出国境）费"_s, u"1）出国；2）接待"_s);
        row("list in brackets", u"DQ-7"_s, u"附件（1、2"_s, u"见后（附件1、2）"_s);
        row("range", u"DQ-7"_s, u"得分[60分"_s, u"得分[60,80)为合格"_s);
        row("full stop", u"DQ-8"_s,
            u"2023年度收入支出总计3865.52万元，与上年相比减少854.56万元，主要是项目减少"_s,
            u"2023年度收入支出总计3865.52万元，与上年相比减少854.56万元，主要是项目减少。"_s);
        row("account book", u"DQ-9"_s, u"专帐核算"_s, u"专账核算，帐篷10顶"_s);
        row("appropriation", u"DQ-9"_s, u"财政拔款收入"_s, u"财政拨款收入，选拔干部"_s);
        row("until", u"DQ-9"_s, u"截止2023年12月31日"_s, u"申报截止日期为截至2023年12月31日"_s);
        row("assets", u"DQ-9"_s, u"购置固产5万元"_s, u"巩固产业扶贫成果"_s);
        row("commas", u"DQ-10"_s, u"收入3,618.79万元，支出1000.72万元"_s,
            u"2023年收入3,618.79万元，支出1,000.72万元，结余72.00万元"_s);
        row("with", u"DQ-11"_s, u"决算0万元，上年相比无变化"_s, u"决算0万元，与上年相比无变化"_s);
        row("identity", u"DQ-12"_s, u"身份证110101199003074518"_s, u"编号11010119900307451899"_s);
        row("mobile", u"DQ-12"_s, u"电话13812345678"_s, u"支出13812345678元，电话0745-2712345"_s);
        row("bank", u"DQ-12"_s, u"账号：6222021234567890123"_s, u"统一编号6222021234567890123"_s);
        row("old name", u"DQ-15"_s, u"医疗卫生与计划生育支出5万元"_s, u"卫生健康支出5万元"_s);
        row("old name (类)", u"DQ-15"_s, u"文化体育与传媒（类）支出"_s,
            u"文化旅游体育与传媒（类）支出"_s);
    }

    void aRuleFiresOnItsFaultAndNotOnTheNearMiss()
    {
        QFETCH(QString, rule);
        QFETCH(QString, fault);
        QFETCH(QString, right);
        const Answer found = answerOf(withParagraphs({fault}), rule);
        QCOMPARE(found.findings.size(), size_t(1));
        const FindingText place = found.findings.front().texts.front();
        QCOMPARE(place.section, 0);
        QVERIFY2(fault.contains(place.quote), qPrintable(place.quote));
        const Report correct = withParagraphs({right});
        QVERIFY2(answerOf(correct, rule).findings.empty(), qPrintable(qualityFindings(correct)));
    }

    void oldNamesAreRightInOldReports()
    {
        Report report = withParagraphs({u"医疗卫生与计划生育支出5万元"_s});
        report.identity.year = 2018;
        QVERIFY(answerOf(report, u"DQ-15"_s).findings.empty());
    }

    void textInCorrectStyleHasNoFinding()
    {
        const Report report = withParagraphs({
            u"2023年度收、支总计3865.52万元。与上年相比，减少854.56万元，减少18.10%，主要是因为财政预算缩减。"_s,
            u"（一）“三公”经费：纳入财政预算管理的“三公”经费，是指因公出国（境）费等支出（含《预算法》第14条）。"_s,
            u"1、货物；2）工程；（3）服务。得分为90（含）-100分的为优。人们往往常常见到，家家户户、层层落实。"_s,
            u"用于行业业务管理、海关关务、水库库区基金、增值税税收返还、参事事务、铁路路网建设。"_s,
            u"截至2023年12月31日，本部门共有车辆0辆；报名截止时间不变，年末账面余额为0.00元。"_s,
            u"“实体仓+虚拟仓”双仓建设，12:30开放，比例1:2，面积22600㎡，增长1083%，详见附表——完。"_s,
        });
        QCOMPARE(qualityFindings(report), QString());
    }

    void aRepeatedFaultIsOneFindingWithItsPlaces()
    {
        QStringList paragraphs;
        for (int i = 0; i < 50; ++i)
            paragraphs << u"部门决算决算第%1次"_s.arg(i);
        const Answer answer = answerOf(withParagraphs(paragraphs), u"DQ-3"_s);
        QCOMPARE(answer.findings.size(), size_t(1));
        QVERIFY(answer.findings.front().message.contains(u"50"));
        QCOMPARE(answer.findings.front().texts.size(), size_t(5));
        QCOMPARE(answer.findings.front().textFix.size(), size_t(50));
    }

    void whatIsOpenInASectionThatIsBeingWrittenIsNoFault()
    {
        Report report = withParagraphs({u"主要原因：〔增减的原因〕。由某某负责。"_s});
        QCOMPARE(answerOf(report, u"DQ-1"_s).findings.size(), size_t(2));
        report.sections.front().topic = u"overall"_s;
        QCOMPARE(answerOf(report, u"DQ-1"_s).findings.size(), size_t(1));
    }

    void titlesGridsAndNotesAreReadToo()
    {
        Report title = withParagraphs({});
        title.sections.front().title = u"XX局概况"_s;
        QCOMPARE(answerOf(title, u"DQ-1"_s).findings.size(), size_t(1));

        Report grid = withParagraphs({});
        Block block;
        block.kind = Block::Kind::Grid;
        block.grid.rows = {{{u"某某单位"_s, 1, 1}}};
        grid.sections.front().blocks.push_back(block);
        QCOMPARE(answerOf(grid, u"DQ-1"_s).findings.size(), size_t(1));

        Report note = withParagraphs({});
        block = {};
        block.kind = Block::Kind::Table;
        block.sheet = note.sheetOf(u"T07");
        note.sections.front().blocks.push_back(block);
        note.sheets[size_t(block.sheet)].notes << u"仍保留该表格式，并在本表下方作下述说明："_s;
        const Answer answer = answerOf(note, u"DQ-2"_s);
        QCOMPARE(answer.findings.size(), size_t(1));
        QCOMPARE(answer.findings.front().cells.front().at.sheet, block.sheet);
        // A note is no paragraph: nothing is offered for it.
        QVERIFY(answer.findings.front().textFix.empty());
    }

    void linesOfAPrintedPageAreNoParagraphs()
    {
        Report report = withParagraphs(
            {u"占25.93%,主要是因公出国（境"_s, u"）费，以及“三公"_s, u"”经费等各项支出"_s,
                u"2023年度收入支出总计3865.52万元，与上年相比减少854.56万元，主要是项目减少"_s});
        report.hasPrintedLines = true;
        QVERIFY(answerOf(report, u"DQ-5"_s).state == State::NotApplicable);
        QVERIFY(answerOf(report, u"DQ-8"_s).state == State::NotApplicable);
        QCOMPARE(qualityFindings(report), QString());
    }

    void aReportThatIsDrawnUpHasNoTextYet()
    {
        Report report = withParagraphs({u"XX局决算决算"_s});
        report.isPublication = false;
        QCOMPARE(qualityFindings(report), QString());
    }

    void theHunanReportHasTheseFaultsAndNoOthers()
    {
        MZ_NEEDS_HUNAN();
        const auto opened = openReport(hunanPath(), context());
        QVERIFY(opened);
        QStringList rules;
        for (const Finding &finding :
            Checker(opened->report, context().handbook, context().rules).check().findings) {
            if (finding.group == u"quality")
                rules << finding.rule;
        }
        // 截止, 平稳过度, 隐患确; 部门（单位）; "," and ";"; “三公“; 3,618.79; 上年相比.
        QCOMPARE(rules,
            (QStringList{u"DQ-9"_s, u"DQ-9"_s, u"DQ-9"_s, u"DQ-2"_s, u"DQ-5"_s, u"DQ-5"_s,
                u"DQ-6"_s, u"DQ-10"_s, u"DQ-11"_s}));
    }
};

QTEST_GUILESS_MAIN(TestQualityRules)
#include "tst_quality_rules.moc"
