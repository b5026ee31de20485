#include "model/checks/checker.h"
#include "model/manuscript/readers/formats.h"
#include "model/recognize/recognizer.h"
#include "tests/model/document/report_cells.h"
#include "tests/support/hunan.h"

using namespace mz;
using namespace Qt::StringLiterals;

namespace {

/// "a|b|c" a line; "=" before a title or a line of text; ">2" after a text: over
/// two columns, "^2": over two rows.
QString pageOf(const QString &lines)
{
    static const QRegularExpression span(QStringLiteral("([>^])(\\d)$"));
    QString page = QStringLiteral("<html><body>");
    bool open = false;
    for (const QString &line : lines.trimmed().split(u'\n')) {
        const bool text = line.startsWith(u'=');
        if (text == open)
            page += open ? QStringLiteral("</table>") : QStringLiteral("<table>");
        open = !text;
        if (text) {
            page += QStringLiteral("<p>") + line.sliced(1) + QStringLiteral("</p>");
            continue;
        }
        page += QStringLiteral("<tr>");
        for (QString cell : line.split(u'|')) {
            QString spans;
            for (auto match = span.match(cell); match.hasMatch(); match = span.match(cell)) {
                spans += (match.captured(1) == u">" ? QStringLiteral(" colspan=")
                                                    : QStringLiteral(" rowspan="))
                    + match.captured(2);
                cell.truncate(match.capturedStart());
            }
            page += QStringLiteral("<td") + spans + u'>' + cell + QStringLiteral("</td>");
        }
        page += QStringLiteral("</tr>");
    }
    return page + (open ? QStringLiteral("</table>") : QString());
}

Result<Report> read(const QString &lines)
{
    const auto manuscript = readManuscript(pageOf(lines).toUtf8(), u"report.html"_s);
    if (!manuscript)
        return manuscript.error();
    return recognize(*manuscript, test::context().handbook, test::context().words);
}

QString at(const Report &report, const char *kind, const char *row, const char *column)
{
    const CellRef cell = test::cellOf(
        report, QString::fromLatin1(kind), QString::fromLatin1(row), QString::fromLatin1(column));
    return cell.sheet < 0 || cell.row < 0 || cell.column < 0 ? u"(no such cell)"_s
                                                             : test::printed(report, cell);
}

/// What was not understood of the tables that are there.
QString notesOf(const Report &report)
{
    QStringList notes;
    for (const Note &note : report.notes) {
        if (!note.text.startsWith(u"The table “") || !note.text.endsWith(u"was not found."))
            notes << note.place + u": "_s + note.text;
    }
    return notes.join(u'\n');
}

QStringList gridTexts(const Report &report)
{
    QStringList texts;
    for (const Section &section : report.sections) {
        for (const Block &block : section.blocks) {
            for (const auto &row : block.grid.rows) {
                for (const GridCell &cell : row)
                    texts << cell.text;
            }
        }
    }
    return texts;
}

QString extraColumns(const Sheet &sheet)
{
    QStringList texts;
    for (int column = 0; column < sheet.columnCount(); ++column) {
        if (sheet.columns[size_t(column)].id.startsWith(u"extra"))
            texts << sheet.columns[size_t(column)].title + u' ' + sheet.printed(0, column);
    }
    return texts.join(u'|');
}

const QString income = uR"(
=某省某厅2023年度部门决算
=收入决算表
=公开02表
=部门：某省某厅　　　　单位：万元
项目>2|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入
科目编码|科目名称|||||||
栏次>2|1|2|3|4|5|6|7
合计>2|1,300.50|1,200.00||100.50||| 
201|一般公共服务支出|1,300.50|1,200.00||100.50|||
20103|政府办公厅（室）及相关机构事务|1,300.50|1,200.00||100.50|||
2010301|行政运行|800.50|700.00||100.50|||
2010302|一般行政管理事务|500.00|500.00|||||
=注：本表反映部门本年度取得的各项收入情况。
)"_s;

const QString spending = uR"(
=支出决算表
=公开03表
项目>2|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
科目编码|科目名称||||||
201|一般公共服务支出|1,250.50|800.50|450.00|||
20103|政府办公厅（室）及相关机构事务|1,250.50|800.50|450.00|||
2010301|行政运行|800.50|800.50||||
2010302|一般行政管理事务|450.00||450.00|||
合计>2|1,250.50|800.50|450.00|||
)"_s;

}  // namespace

/// Forms of authorities that have no family of their own here: known tables are
/// read by their titles and headings, others are kept in their place.
class TestOtherForms : public QObject
{
    Q_OBJECT

private slots:
    void aTotalAtTheEndIsTheTotal()
    {
        const auto report = read(income + spending);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text()));
        QCOMPARE(report->sheets.size(), size_t(2));
        QCOMPARE(report->identity.agency, u"某省某厅"_s);
        QCOMPARE(report->identity.year, 2023);
        QCOMPARE(at(*report, "T02", "total", "total"), u"1,300.50"_s);
        QCOMPARE(at(*report, "T02", "2010301", "operating"), u"100.50"_s);
        QCOMPARE(at(*report, "T03", "total", "project"), u"450.00"_s);
        QCOMPARE(at(*report, "T03", "2010302", "project"), u"450.00"_s);
        QCOMPARE(notesOf(*report), QString());
    }

    void anUnknownTableIsKeptInItsPlace()
    {
        const QString projects = uR"(
=项目支出决算表
=公开07表
项目名称|项目类别|本年支出合计|财政拨款
信息系统运行维护|特定目标类|450.00|450.00
合计>2|450.00|450.00
)"_s;
        const QString running = uR"(
=机关运行经费情况表
项目|统计数
一、机关运行经费|88.80
二、政府采购支出合计|12.30
)"_s;
        const auto report = read(income + projects + spending + running);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text()));
        QCOMPARE(report->sheets.size(), size_t(2));
        QCOMPARE(at(*report, "T02", "total", "total"), u"1,300.50"_s);
        QCOMPARE(at(*report, "T03", "total", "basic"), u"800.50"_s);
        QCOMPARE(report->sheets[0].rowCount(), 5);
        QCOMPARE(report->sheets[1].rowCount(), 5);
        const QStringList kept = gridTexts(*report);
        QVERIFY(kept.contains(u"信息系统运行维护"_s));
        QVERIFY(kept.contains(u"12.30"_s));
        QCOMPARE(notesOf(*report), QString());
    }

    /// Where two rows are marked to stand on every page and the heading has one, the
    /// first row of data is printed with it.
    void aRowThatIsPrintedOnEveryPageIsOneRow()
    {
        const QString table = uR"(
=一般公共预算财政拨款基本支出决算表
=公开06表
科目编码|科目名称|决算数|科目编码|科目名称|决算数
301|工资福利支出|9.00|302|商品和服务支出|5.00
30101|基本工资|4.00|30201|办公费|2.00
科目编码|科目名称|决算数|科目编码|科目名称|决算数
301|工资福利支出|9.00|302|商品和服务支出|5.00
30102|津贴补贴|5.00|30202|印刷费|3.00
科目编码|科目名称|决算数|科目编码|科目名称|决算数
30103|奖金|0.00|30205|水费|0.00
)"_s;
        const auto report = read(income + table);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text()));
        QCOMPARE(report->sheets.size(), size_t(2));
        QCOMPARE(report->sheets[1].rowCount(), 8);
        QCOMPARE(at(*report, "T06", "301", "amount"), u"9.00"_s);
        QCOMPARE(at(*report, "T06", "30202", "amount"), u"3.00"_s);
        QCOMPARE(at(*report, "T06", "30205", "amount"), u"0.00"_s);
        QCOMPARE(notesOf(*report), QString());
    }

    void tablesAfterTheNarrativeAreRead()
    {
        const QString narrative = uR"(
=第一部分 某省某厅概况
=一、部门职责
=负责全省的有关工作。
=第二部分 2023年度部门决算情况说明
=一、收入支出决算总体情况说明
=2023年度收入总计1,300.50万元。
=第三部分 名词解释
=一、基本支出：指为保障机构正常运转而发生的支出。
=第四部分 2023年度部门决算表
)"_s;
        const auto report = read(narrative + spending + income);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text()));
        QCOMPARE(report->sheets.size(), size_t(2));
        QCOMPARE(at(*report, "T02", "2010302", "fiscal"), u"500.00"_s);
        QCOMPARE(at(*report, "T03", "2010301", "basic"), u"800.50"_s);
    }

    void meetingsAndTrainingsStandBesideTheThreePublicExpenses()
    {
        const QString expenses = uR"(
=财政拨款“三公”经费及会议费、培训费支出决算表
=公开07表
项目^3|“三公”经费>6|会议费^3|培训费^3
小计^2|因公出国（境）费^2|公务接待费^2|公务用车购置及运行维护费>3
小计|公务用车购置费|公务用车运行维护费
预算数|6.00|1.00|2.00|3.00||3.00|4.00|5.00
决算数|5.50|0.90|1.80|2.80||2.80|3.60|4.70
)"_s;
        const auto report = read(income + expenses);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text()));
        QCOMPARE(at(*report, "T02", "total", "total"), u"1,300.50"_s);
        // Read or kept as it is: no figure is lost.
        QStringList all = gridTexts(*report);
        for (const Sheet &sheet : report->sheets) {
            for (int row = 0; row < sheet.rowCount(); ++row) {
                for (int column = 0; column < sheet.columnCount(); ++column)
                    all << sheet.printed(row, column);
            }
            for (const QString &note : sheet.notes)
                all << note.split(u' ');
        }
        for (const char *figure : {"6.00", "3.60", "4.70", "2.80", "1.80", "0.90", "5.50"})
            QVERIFY2(all.contains(QLatin1String(figure)), figure);
        QCOMPARE(at(*report, "T09", "total", "budget.reception"), u"2.00"_s);
        QCOMPARE(at(*report, "T09", "total", "actual.total"), u"5.50"_s);
        QCOMPARE(at(*report, "T09", "total", "actual.vehicles"), u"2.80"_s);
        // Columns of their own, and nobody is asked about them.
        QCOMPARE(extraColumns(*report->sheet(u"T09")),
            u"会议费预算数 4.00|培训费预算数 5.00|会议费决算数 3.60|培训费决算数 4.70"_s);
    }

    void aDateMayStandBesideTheNumberOfATable()
    {
        QString dated = spending;
        dated.replace(u"=公开03表"_s, u"公开03表|||填报日期：2024年8月20日||||"_s);
        const auto report = read(income + dated);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text()));
        QCOMPARE(report->sheet(u"T03")->number, u"公开03表"_s);
        QCOMPARE(at(*report, "T03", "total", "project"), u"450.00"_s);
        QCOMPARE(notesOf(*report), QString());
    }

    /// Cells that reach down push the others to the right, row by row.
    void columnsBeyondTheWidestTableAreLeftOut()
    {
        QString page = u"<p>收入决算表</p><table>"_s;
        for (int row = 0; row < 90; ++row)
            page += u"<tr><td rowspan=90>1</td><td rowspan=90>2</td><td rowspan=90>3</td></tr>"_s;
        const auto manuscript = readManuscript(page.toUtf8(), u"a.html"_s);
        QVERIFY(manuscript);
        const auto report = recognize(*manuscript, test::context().handbook, test::context().words);
        QVERIFY(!report || report->sheets.front().columnCount() < 300);
    }

    void columnNumbersOfExpensesInRowsArePrinted()
    {
        const auto report = read(income + uR"(
=财政拨款“三公”经费支出决算表
项目|行次|预算数|决算数
栏次||1|2
合计|1|6.00|5.50
1.因公出国（境）费|2|1.00|0.90
2.公务用车购置及运行维护费|3|3.00|2.80
3.公务接待费|4|2.00|1.80
)"_s);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text()));
        QCOMPARE(
            report->sheet(u"T09")->printedColumnNumbers, (QStringList{u"栏次"_s, u"1"_s, u"2"_s}));
    }

    /// Before 2019 the summary had one line for all appropriations.
    void anOlderSummaryHasOneLineForTheAppropriations()
    {
        const QString older = uR"(
=收入支出决算总表
收入>2|支出>2
项目|决算数|项目|决算数
一、财政拨款收入|1,200.00|一、一般公共服务支出|1,250.50
其中：政府性基金预算财政拨款|200.00|二、外交支出|
二、上级补助收入||三、国防支出|
三、事业收入|100.50|四、公共安全支出|
本年收入合计|1,300.50|本年支出合计|1,250.50
年初结转和结余||年末结转和结余|50.00
总计|1,300.50|总计|1,300.50
)"_s;
        const QString fiscal = uR"(
=财政拨款收入支出决算总表
收入>2|支出>5
项目|金额|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款
一、一般公共预算财政拨款|1,000.00|一、一般公共服务支出|1,150.00|1,000.00|150.00|
二、政府性基金预算财政拨款|200.00|||||
本年收入合计|1,200.00|本年支出合计|1,150.00|1,000.00|150.00|
年初财政拨款结转和结余||年末财政拨款结转和结余|50.00||50.00|
总计|1,200.00|总计|1,200.00|1,000.00|200.00|
)"_s;
        const auto findings = [&](const QString &text) {
            const auto report = read(text);
            if (!report)
                return report.error().text();
            if (at(*report, "T01", "fiscal_funds", "amount") != u"200.00"_s)
                return u"the line of the funds is lost"_s;
            QString all;
            const CheckResult result
                = Checker(*report, test::context().handbook, test::context().rules).check();
            for (const Finding &finding : result.findings) {
                if (finding.rule.startsWith(u"X1"_s) || finding.rule.startsWith(u"IN01-1"_s))
                    all += finding.rule + u' ' + finding.message + u'\n';
            }
            return all;
        };
        QCOMPARE(findings(older + income + spending + fiscal), QString());
        QString wrong = older;
        wrong.replace(u"一、财政拨款收入|1,200.00"_s, u"一、财政拨款收入|1,210.00"_s);
        const QString told = findings(wrong + income + spending + fiscal);
        QVERIFY2(told.contains(u"X14-1-fiscal "_s) && told.contains(u"IN01-1"_s), qPrintable(told));
    }

    void theThreePublicExpensesMayStandInRows()
    {
        const QString expenses = uR"(
=财政拨款“三公”经费支出决算表
=公开09表
项目|行次|预算数|全年预算数|决算统计数
栏次||1|2|3
一、“三公”经费支出|1|—|—|—
（一）支出合计|2|7.00|6.00|5.50
1．因公出国（境）费|3|1.00|1.00|0.90
2．公务用车购置及运行维护费|4|4.00|3.00|2.80
（1）公务用车购置费|5|||
（2）公务用车运行维护费|6|4.00|3.00|2.80
3．公务接待费|7|2.00|2.00|1.80
（1）国内接待费|8|—|—|1.70
1．公务用车购置数（辆）|9|—|—|0
2．公务用车保有量（辆）|10|—|—|3
)"_s;
        const auto report = read(income + expenses);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text()));
        QCOMPARE(at(*report, "T09", "total", "budget.total"), u"6.00"_s);
        QCOMPARE(at(*report, "T09", "total", "actual.total"), u"5.50"_s);
        QCOMPARE(at(*report, "T09", "total", "actual.vehicle_purchase"), QString());
        QCOMPARE(at(*report, "T09", "total", "actual.vehicle_operation"), u"2.80"_s);
        QCOMPARE(at(*report, "T09", "total", "actual.reception"), u"1.80"_s);
    }

    void codesInPartsStandBesideColumnNumbersAndTotal()
    {
        // As the ministry's sheets print it: 类 款 项 reach down beside 栏次 and 合计.
        const QString ministry = uR"(
=支出决算表
项目>4|本年支出合计^2|基本支出^2|项目支出^2|上缴上级支出^2|经营支出^2|对附属单位补助支出^2
科目代码>3|科目名称
类^2|款^2|项^2|栏次|1|2|3|4|5|6
合计|1300.50|800.50|500.00|||
201>3|一般公共服务支出|1300.50|800.50|500.00|||
20103>3|政府办公厅（室）及相关机构事务|1300.50|800.50|500.00|||
2010301>3|行政运行|800.50|800.50||||
2010302>3|一般行政管理事务|500.00||500.00|||
)"_s;
        const auto report = read(ministry);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text()));
        QCOMPARE(at(*report, "T03", "total", "total"), u"1300.50"_s);
        QCOMPARE(at(*report, "T03", "2010301", "basic"), u"800.50"_s);
        QCOMPARE(report->sheets.front().columnCount(), 6);
        QCOMPARE(report->sheets.front().rowCount(), 5);
        // The same, its codes printed in parts.
        QString parted = ministry;
        parted.replace(u"\n201>3|"_s, u"\n201|||"_s);
        parted.replace(u"\n20103>3|"_s, u"\n201|03||"_s);
        parted.replace(u"\n2010301>3|"_s, u"\n201|03|01|"_s);
        parted.replace(u"\n2010302>3|"_s, u"\n201|03|02|"_s);
        const auto again = read(parted);
        QVERIFY2(again, qPrintable(again ? QString() : again.error().text()));
        QCOMPARE(at(*again, "T03", "20103", "total"), u"1300.50"_s);
        QCOMPARE(at(*again, "T03", "2010302", "project"), u"500.00"_s);
        QCOMPARE(again->sheets.front().columnCount(), 6);
    }

    void lineNumbersAreNeverAmounts()
    {
        // 行次 beside tables that otherwise are those of a form without it.
        const auto report = read(uR"(
=收入支出决算总表
收入>3|支出>3
项目|行次|决算数|项目|行次|决算数
一、一般公共预算财政拨款收入|1|1300.50|一、一般公共服务支出|5|1300.50
本年收入合计|2|1300.50|本年支出合计|6|1300.50
总计|3|1300.50|总计|7|1300.50
=财政拨款“三公”经费支出决算表
合计>2|公务接待费>2
预算数|决算数|预算数|决算数
2.00|1.00|2.00|1.00
)"_s);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text()));
        QCOMPARE(at(*report, "T01", "general", "amount"), u"1300.50"_s);
        QCOMPARE(at(*report, "T01", "201", "amount"), u"1300.50"_s);
        for (const SheetColumn &column : report->sheet(u"T01")->columns)
            QVERIFY2(!column.id.startsWith(u"extra"), qPrintable(column.title));
    }

    void aHeadingOverTheBlocksIsNoRow()
    {
        const auto report = read(uR"(
=一般公共预算财政拨款基本支出决算表
人员经费>3|公用经费>3
科目编码|科目名称|决算数|科目编码|科目名称|决算数
301|工资福利支出|10.00|302|商品和服务支出|5.00
30101|基本工资|10.00|30201|办公费|5.00
人员经费合计>2|10.00|公用经费合计>2|5.00
)"_s);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text()));
        QCOMPARE(at(*report, "T06", "30201", "amount"), u"5.00"_s);
        QCOMPARE(at(*report, "T06", "personnel", "amount"), u"10.00"_s);
        QCOMPARE(at(*report, "T06", "public", "amount"), u"5.00"_s);
    }

    /// As where no rule tells that the places before the amount are one cell.
    void aFootOverSeveralBlocksFindsItsAmountBehindBlanks()
    {
        const auto report = read(uR"(
=一般公共预算财政拨款基本支出决算表
人员经费>3|公用经费>6
科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数
301|工资福利支出|10.00|302|商品和服务支出|5.00|310|资本性支出|1.00
30101|基本工资|10.00|30201|办公费|5.00|31002|办公设备购置|1.00
人员经费合计>2|10.00|公用经费合计>2||||6.00
)"_s);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text()));
        QCOMPARE(at(*report, "T06", "personnel", "amount"), u"10.00"_s);
        QCOMPARE(at(*report, "T06", "public", "amount"), u"6.00"_s);
    }

    void aLineBetweenTwoPiecesPartsNoTable_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("continued") << u"=续表"_s;
        QTest::newRow("a page's number") << u"=- 5 -"_s;
        QTest::newRow("the unit again") << u"=单位：万元"_s;
        QTest::newRow("pages counted") << u"=第 5 页 共 30 页"_s;
    }
    void aLineBetweenTwoPiecesPartsNoTable()
    {
        QFETCH(const QString, line);
        QString parted = spending.trimmed();
        const qsizetype row = parted.lastIndexOf(u'\n');
        parted.insert(row + 1, line + u'\n');
        const auto whole = read(spending);
        const auto report = read(parted);
        QVERIFY2(whole && report, qPrintable(report ? QString() : report.error().text()));
        QCOMPARE(report->sheets.front().rowCount(), whole->sheets.front().rowCount());
    }

    void theSentenceUnderAnEmptyTableIsItsNote()
    {
        const auto report = read(spending + uR"(
=政府性基金预算财政拨款收入支出决算表
项目>2|年初结转和结余|本年收入|本年支出>3|年末结转和结余
科目代码|科目名称|||小计|基本支出|项目支出|
合计>2||||||
=我局没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。
)"_s);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text()));
        const Sheet *funds = report->sheet(u"T07");
        QVERIFY(funds);
        QCOMPARE(funds->notes.size(), 1);
        QVERIFY(funds->notes.front().endsWith(u"故本表无数据。"));
    }

    void whatAFormDoesNotPrintIsNotZero()
    {
        // Funds with their expenditure alone: the balances are not there to be checked.
        const auto report = read(spending + uR"(
=政府性基金预算财政拨款支出决算表
项目>2|本年支出>3
科目代码|科目名称|小计|基本支出|项目支出
合计>2|7.00||7.00
212|城乡社区支出|7.00||7.00
)"_s);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text()));
        const CellRef closing = test::cellOf(*report, u"T07"_s, u"212"_s, u"closing"_s);
        QCOMPARE(report->cell(closing).amount.state(), Amount::State::NotPrinted);
        Checker checker(*report, test::context().handbook, test::context().rules);
        for (const Finding &finding : checker.check().findings)
            QVERIFY2(!finding.rule.startsWith(u"IN07"), qPrintable(finding.message));
    }

    void publicExpensesMayComeBeforeTheFunds()
    {
        const QString expenses = uR"(
=财政拨款“三公”经费支出决算表
=公开07表
预算数>6|决算数>6
合计^2|因公出国（境）费^2|公务用车购置及运行维护费>3|公务接待费^2|合计^2|因公出国（境）费^2|公务用车购置及运行维护费>3|公务接待费^2
小计|公务用车购置费|公务用车运行维护费|小计|公务用车购置费|公务用车运行维护费
6.00|1.00|3.00||3.00|2.00|5.50|0.90|2.80||2.80|1.80
=政府性基金预算财政拨款收入支出决算表
=公开08表
项目>2|年初结转和结余^2|本年收入^2|本年支出>3|年末结转和结余^2
科目编码|科目名称|小计|基本支出|项目支出
合计>2||20.00|20.00||20.00|
212|城乡社区支出||20.00|20.00||20.00|
21208|国有土地使用权出让收入安排的支出||20.00|20.00||20.00|
2120803|城市建设支出||20.00|20.00||20.00|
)"_s;
        const auto report = read(income + expenses);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text()));
        QCOMPARE(report->sheets.size(), size_t(3));
        QCOMPARE(at(*report, "T09", "total", "budget.total"), u"6.00"_s);
        QCOMPARE(at(*report, "T09", "total", "actual.vehicle_operation"), u"2.80"_s);
        QCOMPARE(at(*report, "T09", "total", "actual.reception"), u"1.80"_s);
        QCOMPARE(at(*report, "T07", "2120803", "project"), u"20.00"_s);
        QCOMPARE(at(*report, "T07", "total", "income"), u"20.00"_s);
        QCOMPARE(notesOf(*report), QString());
    }
};

QTEST_GUILESS_MAIN(TestOtherForms)
#include "tst_other_forms.moc"
