#include "model/checks/checker.h"
#include "tests/model/document/consistent_report.h"

#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

using State = LedgerEntry::State;
using Kind = Section::Kind;

Section section(Kind kind, int level, const QString &number, const QString &title,
    const QStringList &paragraphs = {})
{
    Section section;
    section.kind = kind;
    section.level = level;
    section.number = number;
    section.title = title;
    for (const QString &text : paragraphs) {
        Block block;
        block.text = text;
        section.blocks.push_back(block);
    }
    return section;
}

Section front(const QStringList &paragraphs) { return section(Kind::Front, 0, {}, {}, paragraphs); }

Section chapter(const QString &number, const QString &title, const QStringList &paragraphs = {})
{
    return section(Kind::Narrative, 1, number, title, paragraphs);
}

/// A published report whose tables agree, with this text. Its seed has no amounts
/// in T07 and T08 unless another is asked for.
Report withText(std::vector<Section> sections, unsigned seed = 0)
{
    Report report = seed == 0 ? newReport(context().handbook) : consistentReport(seed);
    report.isPublication = true;
    report.identity.agency = u"示例市档案馆"_s;
    report.identity.year = 2023;
    report.sections = std::move(sections);
    return report;
}

/// A seed whose report has amounts of the government funds.
unsigned seedWithFunds()
{
    for (unsigned seed = 1;; ++seed) {
        const Report report = consistentReport(seed);
        if (!isEmptyTable(*report.sheet(u"T07")))
            return seed;
    }
}

struct Answer
{
    State state = State::Passed;
    std::vector<Finding> findings;
};

/// What one rule says of the report.
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

QString names(State state)
{
    static const QStringList names{u"passed"_s, u"failed"_s, u"does not apply"_s, u"lacks data"_s};
    return names[int(state)];
}

}  // namespace

class TestTextRules : public QObject
{
    Q_OBJECT

private slots:
    void aReportThatIsDrawnUpHasNoTextYet()
    {
        Report report = withText({front({u"封面"_s})});
        report.isPublication = false;
        for (const QString &rule : {u"ST-1"_s, u"ST-2"_s, u"ST-8"_s, u"ST-11"_s, u"ST-17"_s,
                 u"ST-18"_s, u"EM-4"_s, u"EM-5"_s, u"SG-8"_s, u"SG-11"_s})
            QVERIFY2(answerOf(report, rule).state == State::NotApplicable, qPrintable(rule));
    }

    void whatAReportDoesNotHaveLacksData()
    {
        const Report report = withText({});
        for (const QString &rule :
            {u"ST-1"_s, u"ST-2"_s, u"ST-8"_s, u"EM-4"_s, u"EM-5"_s, u"SG-8"_s, u"SG-11"_s})
            QVERIFY2(answerOf(report, rule).state == State::LacksData, qPrintable(rule));
        for (const QString &rule : {u"ST-11"_s, u"ST-17"_s, u"ST-18"_s})
            QVERIFY2(answerOf(report, rule).state == State::NotApplicable, qPrintable(rule));
    }

    void aCoverNamesDepartmentYearAndKind_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<State>("state");
        const auto row = [](const char *name, const QStringList &lines, State state) {
            QTest::newRow(name) << lines << state;
        };
        row("all three", {u"示例市档案馆"_s, u"2023年度部门决算"_s}, State::Passed);
        row("spread out", {u"示 例 市 档 案 馆"_s, u"２０２３ 年度"_s, u"部 门 决 算"_s},
            State::Passed);
        row("year in Chinese", {u"示例市档案馆二〇二三年度部门决算"_s}, State::Passed);
        row("year with ○", {u"示例市档案馆二○二三年度部门决算"_s}, State::Passed);
        row("longer name", {u"中共示例市委档案馆2023年度部门决算"_s}, State::Passed);
        row("no year", {u"示例市档案馆部门决算"_s}, State::Failed);
        row("another year", {u"示例市档案馆2022年度部门决算"_s}, State::Failed);
        row("no department", {u"2023年度部门决算公开"_s}, State::Failed);
        row("no kind", {u"示例市档案馆"_s, u"2023年度"_s}, State::Failed);
        row("no cover: contents only", {u"目录"_s, u"第一部分 概况......1"_s}, State::LacksData);
        row("no cover: a line of a page", {u"第 1 页"_s}, State::LacksData);
    }

    void aCoverNamesDepartmentYearAndKind()
    {
        QFETCH(QStringList, lines);
        QFETCH(State, state);
        const Answer answer = answerOf(withText({front(lines)}), u"ST-1"_s);
        QVERIFY2(answer.state == state, qPrintable(names(answer.state)));
        QCOMPARE(answer.findings.size(), size_t(state == State::Failed));
    }

    void theContentsListIsComparedWithTitlesAndTables_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("missing");
        const auto row = [](const char *name, const QStringList &lines, const QString &missing) {
            QTest::newRow(name) << lines << missing;
        };
        row("all there",
            {u"目  录"_s, u"第一部分 示例市档案馆概况.......1"_s, u"一、收入支出决算总表  3"_s,
                u"二、财政拨款“三公”经费支出决算表…………9"_s, u"三、机关运行经费支出说明 12"_s},
            {});
        row("small differences", {u"目录"_s, u"一、关于机关运行经费支出情况的说明"_s}, {});
        row("wrapped", {u"目录"_s, u"一般公共预算财政拨款基本支出"_s, u"决算明细表....7"_s}, {});
        row("a table that is not there", {u"目录"_s, u"十、项目支出决算明细表......20"_s},
            u"项目支出决算明细表"_s);
        row("a table by its leaders", {u"收入决算表......2"_s, u"资产负债情况表......9"_s},
            u"资产负债情况表"_s);
        row("a chapter that is not there",
            {u"目录"_s, u"第一部分 示例市档案馆概况"_s, u"五、政府采购支出说明 15"_s},
            u"政府采购支出说明"_s);
    }

    void theContentsListIsComparedWithTitlesAndTables()
    {
        QFETCH(QStringList, lines);
        QFETCH(QString, missing);
        const Report report = withText(
            {front(lines), section(Kind::Overview, 0, u"第一部分"_s, u"示例市档案馆概况"_s),
                chapter(u"十、"_s, u"关于机关运行经费支出说明"_s)});
        const Answer answer = answerOf(report, u"ST-2"_s);
        QCOMPARE(answer.findings.size(), size_t(missing.isEmpty() ? 0 : 1));
        if (!missing.isEmpty())
            QVERIFY2(answer.findings.front().message.endsWith(u' ' + missing)
                    || answer.findings.front().message.endsWith(missing),
                qPrintable(answer.findings.front().message));
    }

    void aTableOfTheFormThatIsNotThereIsMissedThoughAnotherHasItsNameInside()
    {
        Report report = withText({front({u"目录"_s, u"二、支出决算表....2"_s})});
        QCOMPARE(answerOf(report, u"ST-2"_s).state, State::Passed);
        report.sheets.erase(report.sheets.begin() + report.sheetOf(u"T03"));
        QCOMPARE(answerOf(report, u"ST-2"_s).state, State::Failed);
    }

    void theGlossaryExplainsWhatTheExplanationUses()
    {
        const Section used = chapter(u"十、"_s, u"机关运行经费"_s,
            {u"机关运行经费支出1.00万元。“三公”经费2.00万元，其中基本支出1.00万元。"_s});
        const auto glossary = [&used](const QStringList &lines) {
            return answerOf(
                withText({used, section(Kind::Glossary, 0, u"第四部分"_s, u"名词解释"_s, lines)}),
                u"ST-8"_s);
        };
        QVERIFY(glossary({u"一、机关运行经费：是指基本支出中的公用经费。"_s,
                             u"二、“三公”经费：是指…"_s, u"三、基本支出：指…"_s})
                    .findings.empty());
        // A word within another's explanation is not explained by it.
        const Answer hint
            = glossary({u"一、机关运行经费：是指基本支出中的公用经费。"_s, u"二、三公经费指…"_s});
        QCOMPARE(hint.findings.size(), size_t(1));
        QCOMPARE(hint.findings.front().severity, Severity::Info);
        QVERIFY(hint.findings.front().message.endsWith(u"基本支出"_s));
        const Answer warning = glossary({u"一、机关运行经费：…"_s, u"二、基本支出：指…"_s});
        QCOMPARE(warning.findings.size(), size_t(1));
        QCOMPARE(warning.findings.front().severity, Severity::Warning);
    }

    /// Jiangxi and Yunnan begin with income and with expenditure.
    void theChaptersOnTotalsMayBeLeftOutTogether()
    {
        std::vector<Section> all;
        for (const QString &title : {u"收入决算情况说明"_s, u"支出决算情况说明"_s,
                 u"一般公共预算财政拨款支出决算情况说明"_s, u"基本支出决算情况说明"_s,
                 u"三公经费支出决算情况说明"_s, u"政府性基金情况说明"_s, u"国有资本经营情况说明"_s,
                 u"机关运行经费说明"_s, u"政府采购情况说明"_s, u"国有资产占用情况说明"_s,
                 u"预算绩效情况说明"_s})
            all.push_back(chapter(u"一、"_s, title));
        QCOMPARE(answerOf(withText(all), u"ST-7"_s).findings.size(), 0U);
        std::vector<Section> one = all;
        one.push_back(chapter(u"一、"_s, u"收入支出决算总体情况说明"_s));
        QCOMPARE(answerOf(withText(one), u"ST-7"_s).findings.size(), 1U);
        all.pop_back();
        QCOMPARE(answerOf(withText(all), u"ST-7"_s).findings.size(), 1U);
    }

    void numbersOfChaptersRunOn_data()
    {
        QTest::addColumn<QStringList>("numbers");
        QTest::addColumn<int>("findings");
        const auto row = [](const char *name, const QStringList &numbers, int findings) {
            QTest::newRow(name) << numbers << findings;
        };
        row("in order", {u"一、"_s, u"二、"_s, u"三、"_s}, 0);
        row("a gap", {u"一、"_s, u"二、"_s, u"四、"_s, u"五、"_s}, 1);
        row("twice", {u"一、"_s, u"二、"_s, u"二、"_s, u"三、"_s}, 1);
        row("a list inside a chapter",
            {u"一、"_s, u"二、"_s, u"一、"_s, u"二、"_s, u"三、"_s, u"三、"_s}, 0);
        row("another style", {u"一、"_s, u"二、"_s, u"3、"_s, u"四、"_s}, 1);
        row("an item that looks like a chapter",
            {u"一、"_s, u"二、"_s, u"3、"_s, u"三、"_s, u"四、"_s}, 0);
        row("without numbers", {QString(), QString()}, 0);
    }

    void numbersOfChaptersRunOn()
    {
        QFETCH(QStringList, numbers);
        QFETCH(int, findings);
        std::vector<Section> sections{section(Kind::Narrative, 0, u"第一部分"_s, u"情况说明"_s)};
        for (qsizetype i = 0; i < numbers.size(); ++i)
            sections.push_back(chapter(numbers[i], u"第%1章"_s.arg(i)));
        QCOMPARE(int(answerOf(withText(sections), u"ST-11"_s).findings.size()), findings);
    }

    void aLongItemOfAListBelongsToItsNumbering()
    {
        const auto item
            = [](const QString &number) { return section(Kind::Overview, 2, number, u"职责"_s); };
        Section second = item(u"（一）"_s);
        second.blocks.push_back({});
        second.blocks.back().text = u"（二）负责全市档案工作，拟订规章制度并组织实施。"_s;
        std::vector<Section> sections{section(Kind::Overview, 0, u"第一部分"_s, u"概况"_s),
            section(Kind::Overview, 1, u"一、"_s, u"职责"_s), second, item(u"（三）"_s)};
        QVERIFY(answerOf(withText(sections), u"ST-11"_s).findings.empty());
        sections[2].blocks.clear();
        QCOMPARE(answerOf(withText(sections), u"ST-11"_s).findings.size(), size_t(1));
    }

    void announcedAnnexesAreThere()
    {
        const Section list = section(Kind::Annex, 0, u"一、"_s, u"部门整体支出绩效自评报告"_s,
            {u"报告包括以下附件："_s, u"1.部门整体支出绩效评价基础数据表"_s,
                u"2.部门整体支出绩效自评表"_s, u"2023年12月31日"_s});
        const Section base
            = section(Kind::Annex, 0, u"附件2"_s, u"部门整体支出绩效评价基础数据表"_s);
        const Section own = section(Kind::Annex, 0, u"附件1-2"_s, u"整体支出绩效自评表"_s);
        QVERIFY(answerOf(withText({list, base, own}), u"ST-17"_s).findings.empty());
        const Answer one = answerOf(withText({list, own}), u"ST-17"_s);
        QCOMPARE(one.findings.size(), size_t(1));
        QVERIFY(one.findings.front().message.contains(u"基础数据表"_s));
        QCOMPARE(one.findings.front().texts.front().section, 0);
        Section narrative = list;
        narrative.kind = Kind::Narrative;
        QCOMPARE(answerOf(withText({narrative}), u"ST-17"_s).state, State::LacksData);
    }

    void coverAndTitlesCallTheReportTheSame_data()
    {
        QTest::addColumn<QString>("cover");
        QTest::addColumn<QString>("title");
        QTest::addColumn<bool>("found");
        QTest::newRow("department")
            << u"示例市档案馆2023年度部门决算"_s << u"2023年度部门决算情况说明"_s << false;
        QTest::newRow("unit") << u"2023年度单位决算"_s << u"单位决算表"_s << false;
        QTest::newRow("both") << u"2023年度单位决算"_s << u"部门决算表"_s << true;
        QTest::newRow("a budget") << u"2023年部门预算"_s << u"情况说明"_s << true;
        QTest::newRow("performance of the budget")
            << u"2023年度部门决算"_s << u"部门预算绩效情况说明"_s << false;
        QTest::newRow("units of the department")
            << u"2023年度部门决算"_s << u"部门决算单位构成"_s << false;
    }

    void coverAndTitlesCallTheReportTheSame()
    {
        QFETCH(QString, cover);
        QFETCH(QString, title);
        QFETCH(bool, found);
        const Answer answer = answerOf(
            withText({front({cover}), section(Kind::Other, 0, u"第二部分"_s, title)}), u"ST-18"_s);
        QCOMPARE(!answer.findings.empty(), found);
        if (found)
            QCOMPARE(answer.findings.front().severity, Severity::Manual);
    }

    void theChapterOnAFundAgreesWithItsTable_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("amounts");
        QTest::addColumn<QString>("failing");
        const auto row
            = [](const char *name, const QString &text, bool amounts, const QString &failing = {}) {
                  QTest::newRow(name) << text << amounts << failing;
              };
        row("none, none", u"2023年度本单位无政府性基金收支。"_s, false);
        row("none, but amounts", u"2023年度本单位无政府性基金收支。"_s, true, u"EM-4"_s);
        row("none in other words, but amounts", u"我单位没有使用政府性基金安排的支出，故无数据。"_s,
            true, u"EM-4"_s);
        row("zeros, but amounts", u"本年收入0.00万元，本年支出0.00万元。"_s, true, u"EM-4"_s);
        row("zeros, none", u"本年收入0.00万元，本年支出0万元。"_s, false);
        row("some, some", u"本年收入12.50万元，本年支出12.50万元。"_s, true);
        row("some, but none", u"政府性基金预算财政拨款本年支出12.50万元。"_s, false, u"EM-5"_s);
        row("some with thousands, but none", u"本年支出1,012.50万元。"_s, false, u"EM-5"_s);
        row("none this year, some last year", u"本年无政府性基金支出，比上年减少100.00万元。"_s,
            false);
        row("zeros this year, some last year",
            u"本年支出0.00万元，与上年相比支出减少100.00万元。"_s, false);
        row("a budget only", u"支出年初预算为50.00万元，支出决算为0.00万元。"_s, false);
        row("no change", u"本年支出12.50万元，与上年相比无变化，主要是支出平稳。"_s, true);
        row("nothing said", u"详见公开07表。"_s, true);
        row("nothing said of nothing", u"详见公开07表。"_s, false);
    }

    void theChapterOnAFundAgreesWithItsTable()
    {
        QFETCH(QString, text);
        QFETCH(bool, amounts);
        QFETCH(QString, failing);
        static const unsigned seed = seedWithFunds();
        const Report report = withText(
            {chapter(u"八、"_s, u"政府性基金预算收入支出决算情况"_s, {text})}, amounts ? seed : 0);
        for (const QString &rule : {u"EM-4"_s, u"EM-5"_s}) {
            const Answer answer = answerOf(report, rule);
            QVERIFY2(answer.state == (rule == failing ? State::Failed : State::Passed),
                qPrintable(rule + u' ' + names(answer.state)));
        }
    }

    void anEditThatFillsTheTableIsSeenAtOnce()
    {
        ReportDocument document(context().handbook);
        document.setReport(withText({chapter(
            u"八、"_s, u"政府性基金预算收入支出决算情况"_s, {u"本单位无政府性基金收支。"_s})}));
        document.setEditable(true);
        Checker checker(document.report(), context().handbook, context().rules);
        QVERIFY(answerOf(document.report(), u"EM-4"_s).findings.empty());
        std::vector<CellRef> changed;
        connect(&document, &ReportDocument::cellsChanged, this,
            [&changed](const std::vector<CellRef> &cells) { changed = cells; });
        const CellRef at = cellOf(document.report(), u"T07", u"total", u"income");
        const Done typed = document.totals().isTotal(at) ? document.pin(at, u"5.00"_s)
                                                         : document.type(at, u"5.00"_s);
        QVERIFY(typed.has_value());
        const CheckResult result = checker.recheck(changed);
        QVERIFY(std::any_of(result.findings.begin(), result.findings.end(),
            [](const Finding &finding) { return finding.rule == u"EM-4"; }));
    }

    void theThreePublicExpensesAreOfOneMoney_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        const QString fiscal = u"财政拨款“三公”经费支出决算表"_s;
        const QString general = u"一般公共预算财政拨款“三公”经费支出决算表"_s;
        QTest::newRow("fiscal") << fiscal << u"财政拨款三公经费支出决算情况说明"_s
                                << u"“三公”经费财政拨款支出预算为1.00万元。"_s << false;
        QTest::newRow("general in the text")
            << fiscal << u"“三公”经费支出说明"_s
            << u"“三公”经费一般公共预算财政拨款支出1.00万元。"_s << true;
        QTest::newRow("general in the title")
            << fiscal << u"一般公共预算财政拨款“三公”经费支出说明"_s << u"支出1.00万元。"_s << true;
        QTest::newRow("fiscal text of a general table")
            << general << u"“三公”经费支出说明"_s << u"“三公”经费财政拨款支出1.00万元。"_s << true;
        QTest::newRow("both in the text")
            << fiscal << u"“三公”经费支出说明"_s
            << u"财政拨款支出1.00万元，其中一般公共预算财政拨款1.00万元。"_s << false;
        QTest::newRow("a share of other money")
            << fiscal << u"“三公”经费支出说明"_s
            << u"支出1.00万元，占一般公共预算财政拨款支出的0.50%。"_s << false;
        QTest::newRow("nothing said")
            << fiscal << u"“三公”经费支出说明"_s << u"支出1.00万元。"_s << false;
    }

    void theThreePublicExpensesAreOfOneMoney()
    {
        QFETCH(QString, table);
        QFETCH(QString, title);
        QFETCH(QString, text);
        QFETCH(bool, found);
        Report report = withText({chapter(u"七、"_s, title, {text})});
        report.sheets[size_t(report.sheetOf(u"T09"))].title = table;
        QCOMPARE(!answerOf(report, u"SG-8"_s).findings.empty(), found);
    }

    void vehiclesOnFiscalMoneyAreAtMostAllVehicles()
    {
        const auto answer = [](int kept, int owned) {
            return answerOf(withText({chapter(u"七、"_s, u"“三公”经费说明"_s,
                                          {u"公务用车保有量为%1辆。"_s.arg(kept)}),
                                chapter(u"十三、"_s, u"国有资产占用情况"_s,
                                    {u"部门（单位）共有车辆%1辆。"_s.arg(owned)})}),
                u"SG-11"_s);
        };
        QCOMPARE(answer(67, 67).state, State::Passed);
        QCOMPARE(answer(3, 67).state, State::Passed);
        QCOMPARE(answer(68, 67).state, State::Failed);
    }

    void aPastedAmountInARowThatFailsIsToldAsAHint()
    {
        Report report = consistentReport(5);
        const int s = report.sheetOf(u"T05");
        Sheet &sheet = report.sheets[size_t(s)];
        const CellResolver resolver(report);
        int leaf = -1;
        for (int row = 0; row < sheet.rowCount() && leaf < 0; ++row) {
            if (!sheet.rows[size_t(row)].code.isEmpty() && !resolver.rows(s).hasKids(row))
                leaf = row;
        }
        const int column = sheet.columnOf(u"basic");
        QVERIFY(answerOf(report, u"IN-ALL-7"_s).findings.empty());
        const Amount total = sheet.cell(sheet.rowOf(u"total"), column).amount;
        QVERIFY(!total.money().isZero() && total != sheet.cell(leaf, column).amount);
        sheet.setPrinted(leaf, column, total);
        const Answer answer = answerOf(report, u"IN-ALL-7"_s);
        QCOMPARE(answer.findings.size(), size_t(1));
        QCOMPARE(answer.findings.front().cells.front().at, (CellRef{s, leaf, column}));
        QCOMPARE(answer.findings.front().severity, Severity::Info);
    }

    void endlessLinesAreJudgedQuickly()
    {
        const QString spaces(300'000, u' ');
        const QString digits(300'000, u'7');
        const Report report = withText({front({u"目录"_s, u"一、"_s + spaces + u"x"_s, digits}),
            chapter(u"七、"_s, u"“三公”经费"_s, {digits, spaces}),
            chapter(u"八、"_s, u"政府性基金"_s, {digits, spaces + u"无"_s}),
            section(Kind::Glossary, 0, u"第四部分"_s, u"名词解释"_s, {digits, spaces})});
        const CheckResult result = Checker(report, context().handbook, context().rules).check();
        QCOMPARE(result.ledger.size(), context().rules.rules().size());
    }

    void theHunanReportHasThreeHintsOfItsText()
    {
        MZ_NEEDS_HUNAN();
        const Result<OpenedReport> opened = openReport(hunanPath(), context());
        QVERIFY(opened.has_value());
        for (const QString &rule :
            {u"ST-17"_s, u"ST-18"_s, u"EM-4"_s, u"EM-5"_s, u"SG-8"_s, u"SG-11"_s})
            QVERIFY2(answerOf(opened->report, rule).state == State::Passed, qPrintable(rule));
        // It begins with its first part.
        for (const QString &rule : {u"ST-1"_s, u"ST-2"_s})
            QVERIFY2(answerOf(opened->report, rule).state == State::LacksData, qPrintable(rule));
        for (const QString &rule : {u"ST-8"_s, u"ST-11"_s, u"IN-ALL-7"_s}) {
            const Answer answer = answerOf(opened->report, rule);
            QVERIFY2(answer.findings.size() == 1, qPrintable(rule));
            QCOMPARE(answer.findings.front().severity, Severity::Info);
        }
    }
};

QTEST_GUILESS_MAIN(TestTextRules)

#include "tst_text_rules.moc"
