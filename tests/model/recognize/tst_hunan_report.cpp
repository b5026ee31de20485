#include "model/domain/text.h"
#include "model/manuscript/readers/text_reader.h"
#include "model/recognize/recognizer.h"
#include "tests/support/hunan.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace mz;
using namespace mz::test;

namespace {

struct Reading
{
    Handbook handbook;
    RecognitionWords words;
};

const Reading &reading()
{
    static const Reading loaded = [] {
        QFile file(QStringLiteral(":/recognition/words.json"));
        const bool open = file.open(QIODevice::ReadOnly);
        Result<Handbook> handbook = Handbook::load(QStringLiteral(":"));
        Result<RecognitionWords> words
            = RecognitionWords::parse(file.readAll(), QStringLiteral("words.json"));
        if (!open || !handbook || !words)
            qFatal("the resources cannot be read");
        return Reading{*std::move(handbook), *std::move(words)};
    }();
    return loaded;
}

QString sourceText()
{
    QFile file(hunanPath());
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open the report");
    return QString::fromUtf8(file.readAll());
}

/// Without what is around it: spaces of any width.
QString bare(QString text)
{
    while (!text.isEmpty() && text.front().isSpace())
        text.remove(0, 1);
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

struct Expected
{
    const char *label;
    const char *line;
    std::vector<const char *> amounts;
};

// Typed from the printed report.
const std::vector<Expected> overallIncome{
    {"一、一般公共预算财政拨款收入", "1", {"3618.79"}},
    {"二、政府性基金预算财政拨款收入", "2", {"0.00"}},
    {"三、国有资本经营预算财政拨款收入", "3", {"0.00"}},
    {"四、上级补助收入", "4", {"0.00"}},
    {"五、事业收入", "5", {"0.00"}},
    {"六、经营收入", "6", {"0.00"}},
    {"七、附属单位上缴收入", "7", {"0.00"}},
    {"八、其他收入", "8", {"246.73"}},
    {"本年收入合计", "12", {"3865.52"}},
    {"使用非财政拨款结余（含专用结余）", "13", {"0.00"}},
    {"年初结转和结余", "14", {"0.00"}},
    {"总计", "15", {"3865.52"}},
};
const std::vector<Expected> overallExpenditure{
    {"一、一般公共服务支出", "16", {"3394.28"}},
    {"二、外交支出", "17", {"0.00"}},
    {"三、国防支出", "18", {"0.00"}},
    {"四、公共安全支出", "19", {"0.00"}},
    {"五、教育支出", "20", {"0.00"}},
    {"六、科学技术支出", "21", {"0.00"}},
    {"七、文化旅游体育与传媒支出", "22", {"0.00"}},
    {"八、社会保障和就业支出", "23", {"202.07"}},
    {"九、卫生健康支出", "24", {"42.44"}},
    {"二十三、其他支出", "25", {"226.73"}},
    {"本年支出合计", "27", {"3865.52"}},
    {"结余分配", "28", {"0.00"}},
    {"年末结转和结余", "29", {"0.00"}},
    {"总计", "30", {"3865.52"}},
};
const std::vector<Expected> fiscalIncome{
    {"一、一般公共预算财政拨款", "1", {"3618.79"}},
    {"二、政府性基金预算财政拨款", "2", {"0.00"}},
    {"三、国有资本经营预算财政拨款", "3", {"0.00"}},
    {"本年收入合计", "10", {"3618.79"}},
    {"年初财政拨款结转和结余", "11", {"0.00"}},
    {"一般公共预算财政拨款", "12", {"0.00"}},
    {"政府性基金预算财政拨款", "13", {"0.00"}},
    {"国有资本经营预算财政拨款", "14", {"0.00"}},
    {"总计", "15", {"3618.79"}},
};
const std::vector<Expected> fiscalExpenditure{
    {"一、一般公共服务支出", "16", {"3,374.28", "3,374.28", "0.00", "0.00"}},
    {"二、外交支出", "17", {"0.00", "0.00", "0.00", "0.00"}},
    {"三、国防支出", "18", {"0.00", "0.00", "0.00", "0.00"}},
    {"四、公共安全支出", "19", {"0.00", "0.00", "0.00", "0.00"}},
    {"五、教育支出", "20", {"0.00", "0.00", "0.00", "0.00"}},
    {"六、科学技术支出", "21", {"0.00", "0.00", "0.00", "0.00"}},
    {"八、社会保障和就业支出", "22", {"202.07", "202.07", "0.00", "0.00"}},
    {"九、卫生健康支出", "23", {"42.44", "42.44", "0.00", "0.00"}},
    {"本年支出合计", "25", {"3618.79", "3618.79", "0.00", "0.00"}},
    {"年末财政拨款结转和结余", "26", {"0.00", "0.00", "0.00", "0.00"}},
    {"总计", "30", {"3618.79", "3618.79", "0.00", "0.00"}},
};

struct ExpectedAccount
{
    const char *code;
    const char *name;
    const char *amount;
};
const std::vector<ExpectedAccount> personnel{
    {"301", "工资福利支出", "922.207"},
    {"30101", "基本工资", "289.97"},
    {"30102", "津贴补贴", "173.85"},
    {"30103", "奖金", "211.71"},
    {"30106", "伙食补助费", "0.00"},
    {"30107", "绩效工资", "0.00"},
    {"30108", "机关事业单位基本养老保险缴费", "126.94"},
    {"30109", "职业年金缴费", "20.93"},
    {"30110", "职工基本医疗保险缴费", "52.15"},
    {"30111", "公务员医疗补助缴费", "42.92"},
    {"30112", "其他社会保障缴费", "3.80"},
    {"30113", "住房公积金", "0.00"},
    {"30114", "医疗费", "0.00"},
    {"30199", "其他工资福利支出", "0.00"},
    {"303", "对个人和家庭的补助", "16.13"},
    {"30301", "离休费", "0.00"},
    {"30302", "退休费", "0.00"},
    {"30303", "退职（役）费", "0.00"},
    {"30304", "抚恤金", "4.41"},
    {"30305", "生活补助", "5.68"},
    {"30306", "救济费", "0.00"},
    {"30307", "医疗费补助", "1.00"},
    {"30308", "助学金", "0.00"},
    {"30309", "奖励金", "4.63"},
    {"30310", "个人农业生产补贴", "0.00"},
    {"30311", "代缴社会保险费", "0.00"},
    {"30399", "其他对个人和家庭的补助", "0.41"},
    {"", "人员经费合计", "938.40"},
};
const std::vector<ExpectedAccount> running{
    {"302", "商品和服务支出", "998.806"},
    {"30201", "办公费", "13.79"},
    {"30202", "印刷费", "1.45"},
    {"30203", "咨询费", "0.00"},
    {"30204", "手续费", "0.00"},
    {"30205", "水费", "129.68"},
    {"30206", "电费", "559.17"},
    {"30207", "邮电费", "2.53"},
    {"30208", "取暖费", "2.00"},
    {"30209", "物业管理费", "0.00"},
    {"30211", "差旅费", "14.50"},
    {"30212", "因公出国（境）费用", "0.00"},
    {"30213", "维修（护）费", "9.46"},
    {"30214", "租赁费", "0.00"},
    {"30215", "会议费", "0.57"},
    {"30216", "培训费", "1.16"},
    {"30217", "公务接待费", "1.42"},
    {"30218", "专用材料费", "0.00"},
    {"30224", "被装购置费", "0.00"},
    {"30225", "专用燃料费", "0.00"},
    {"30226", "劳务费", "0.00"},
    {"30227", "委托业务费", "3.53"},
    {"30228", "工会经费", "19.97"},
    {"30229", "福利费", "35.45"},
    {"30231", "公务用车运行维护费", "1.91"},
    {"30239", "其他交通费用", "48.11"},
    {"30240", "税金及附加费用", "0.00"},
    {"30299", "其他商品和服务支出", "154.17"},
    {"", "公用经费合计", "1000.72"},
};
const std::vector<ExpectedAccount> capital{
    {"307", "债务利息及费用支出", "0.00"},
    {"30701", "国内债务付息", "0.00"},
    {"30702", "国外债务付息", "0.00"},
    {"310", "资本性支出", "1.86"},
    {"31001", "房屋建筑物购建", "0.00"},
    {"31002", "办公设备购置", "1.86"},
    {"31003", "专用设备购置", "0.00"},
    {"31005", "基础设施建设", "0.00"},
    {"31006", "大型修缮", "0.00"},
    {"31007", "信息网络及软件购置更新", "0.00"},
    {"31008", "物资储备", "0.00"},
    {"31009", "土地补偿", "0.00"},
    {"31010", "安置补助", "0.00"},
    {"31011", "地上附着物和青苗补偿", "0.00"},
    {"31012", "拆迁补偿", "0.00"},
    {"31013", "公务用车购置", "0.00"},
    {"31019", "其他交通工具购置", "0.00"},
    {"31021", "文物和陈列品购置", "0.00"},
    {"31022", "无形资产购置", "0.00"},
    {"31099", "其他资本性支出", "0.00"},
    {"399", "其他支出", "0.00"},
    {"39907", "国家赔偿费用支出", "0.00"},
    {"39908", "对民间非营利组织和群众性自治组织补贴", "0.00"},
    {"39909", "经常性赠与\n资本性赠与", "0.00"},  // torn apart in the file
    {"39910", "资本性赠与", "0.00"},
    {"39999", "其他支出", "0.00"},
};
const std::vector<const char *> threePublic{"4.00", "0.00", "2.00", "0.00", "2.00", "2.00", "74.85",
    "0.00", "74.85", "0.00", "73.43", "1.42"};

int rowByLabel(const Sheet &sheet, int lane, const QString &label)
{
    for (int row = 0; row < sheet.rowCount(); ++row) {
        if (sheet.rows[size_t(row)].lane == lane && sheet.rows[size_t(row)].label == label)
            return row;
    }
    return -1;
}

}  // namespace

class TestHunanReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void nineTablesHold638Figures();
    void theCoverIsKnown();
    void eachSummaryLineIsRead_data();
    void eachSummaryLineIsRead();
    void eachEconomicAccountIsRead_data();
    void eachEconomicAccountIsRead();
    void eachFunctionalAccountIsRead_data();
    void eachFunctionalAccountIsRead();
    void printedCellsOfTheCodeTreesAreThese_data();
    void printedCellsOfTheCodeTreesAreThese();
    void theThreePublicExpensesAreRead();
    void emptyTablesHoldTheirTotalRow();
    void printedPrecisionIsKept();
    void notesStandUnderTheirTables();
    void numbersAndTitlesAreAsPrinted();
    void lineNumbersAreKept();
    void noNoiseIsLeft();
    void thePartsAreTheDocuments();
    void theNarrativeHasFourteenChapters();
    void theGlossaryIsText();
    void annexesAreGridsInOrder();
    void onlyTheTornRowIsNoted();
    void theBaselineIsWhatWasRead();

private:
    const Sheet &sheet(const char *kind) const { return *m_report.sheet(QString(kind)); }
    Report m_report;
    QString m_text;
};

void TestHunanReport::initTestCase()
{
    MZ_NEEDS_HUNAN();
    m_text = sourceText();
    Result<Report> report = recognize(readText(m_text), reading().handbook, reading().words);
    QVERIFY2(report, report ? "" : qPrintable(report.error().text()));
    m_report = *std::move(report);
    markPublished(m_report);
}

void TestHunanReport::nineTablesHold638Figures()
{
    const QHash<QString, int> expected{{"T01", 26}, {"T02", 203}, {"T03", 174}, {"T04", 53},
        {"T05", 78}, {"T06", 83}, {"T07", 6}, {"T08", 3}, {"T09", 12}};
    QCOMPARE(m_report.sheets.size(), 9U);
    int all = 0;
    for (const Sheet &table : m_report.sheets) {
        int figures = 0;
        for (int row = 0; row < table.rowCount(); ++row) {
            for (int column = 0; column < table.columnCount(); ++column)
                figures += table.cell(row, column).amount.isNumber() ? 1 : 0;
        }
        QVERIFY2(figures == expected[table.form->kind], qPrintable(table.form->kind));
        all += figures;
    }
    QCOMPARE(all, 638);
}

void TestHunanReport::theCoverIsKnown()
{
    QCOMPARE(m_report.identity.agency, QString("怀化市机关事务管理局"));
    QCOMPARE(m_report.identity.year, 2023);
    QCOMPARE(m_report.identity.scope, Identity::Scope::Department);
    QCOMPARE(m_report.identity.family, QString("F1"));
    QVERIFY(m_report.isPublication);
    for (const Sheet &table : m_report.sheets)
        QCOMPARE(table.unit, Money::Unit::TenThousandYuan);
}

void TestHunanReport::eachSummaryLineIsRead_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("lane");
    QTest::addColumn<const std::vector<Expected> *>("lines");
    QTest::newRow("T01, income") << "T01" << 0 << &overallIncome;
    QTest::newRow("T01, expenditure") << "T01" << 1 << &overallExpenditure;
    QTest::newRow("T04, income") << "T04" << 0 << &fiscalIncome;
    QTest::newRow("T04, expenditure") << "T04" << 1 << &fiscalExpenditure;
}

void TestHunanReport::eachSummaryLineIsRead()
{
    QFETCH(QString, kind);
    QFETCH(int, lane);
    QFETCH(const std::vector<Expected> *, lines);
    const Sheet &table = *m_report.sheet(kind);
    size_t at = 0;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (table.rows[size_t(row)].lane != lane)
            continue;
        QVERIFY(at < lines->size());
        const Expected &line = (*lines)[at++];
        QCOMPARE(table.rows[size_t(row)].label, QString(line.label));
        std::vector<const char *> amounts = line.amounts;
        for (int column = 0; column < table.columnCount(); ++column) {
            if (!table.hasCell(row, column))
                continue;
            QCOMPARE(table.printed(row, column), QString(amounts.front()));
            amounts.erase(amounts.begin());
        }
        QVERIFY(amounts.empty());
        QVERIFY(table.printedLines[size_t(lane)].contains(QString(line.line)));
    }
    QCOMPARE(at, lines->size());
}

void TestHunanReport::eachEconomicAccountIsRead_data()
{
    QTest::addColumn<int>("lane");
    QTest::addColumn<const std::vector<ExpectedAccount> *>("accounts");
    QTest::newRow("301 and 303") << 0 << &personnel;
    QTest::newRow("302") << 1 << &running;
    QTest::newRow("307, 310 and 399") << 2 << &capital;
}

void TestHunanReport::eachEconomicAccountIsRead()
{
    QFETCH(int, lane);
    QFETCH(const std::vector<ExpectedAccount> *, accounts);
    const Sheet &table = sheet("T06");
    size_t at = 0;
    for (int row = 0; row < table.rowCount(); ++row) {
        const SheetRow &line = table.rows[size_t(row)];
        if (line.lane != lane)
            continue;
        QVERIFY(at < accounts->size());
        const ExpectedAccount &expected = (*accounts)[at++];
        QCOMPARE(line.code.toString(), QString(expected.code));
        QCOMPARE(line.label, QString(expected.name));
        QCOMPARE(table.printed(row, 0), QString(expected.amount));
    }
    QCOMPARE(at, accounts->size());
}

void TestHunanReport::eachFunctionalAccountIsRead_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("rows");
    QTest::newRow("T02") << "T02"
                         << "\n收入决算表\n"
                         << 7 << 29;
    QTest::newRow("T03") << "T03"
                         << "\t支出决算表\n"
                         << 6 << 29;
    QTest::newRow("T05") << "T05"
                         << "\n一般公共预算财政拨款支出决算表\n"
                         << 3 << 26;
}

/// Against a second reading of the file, by a pattern: 合计 or a code with a
/// name, then as many lines with one amount each as the table has columns.
void TestHunanReport::eachFunctionalAccountIsRead()
{
    QFETCH(QString, kind);
    QFETCH(QString, title);
    QFETCH(int, columns);
    QFETCH(int, rows);
    const Sheet &table = *m_report.sheet(kind);
    const qsizetype begin = m_text.indexOf(title);
    const qsizetype end = m_text.indexOf(QString("\n\t注："), begin);
    QVERIFY(begin >= 0 && end > begin);
    const QString part = m_text.sliced(begin, end - begin);
    const QRegularExpression pattern(
        QString("(?:\\t(\\d{3,7})\\n\\t([^\\n]+)|\\t(合计))\\n((?:\\t[\\s\\x{3000}]*[\\d.,]+["
                "\\x{3000} ]*(?:\\n|$)){%1})(?=\\n|$)")
            .arg(columns));
    auto matches = pattern.globalMatch(part);
    int row = 0;
    while (matches.hasNext()) {
        const auto match = matches.next();
        QVERIFY(row < table.rowCount());
        const SheetRow &line = table.rows[size_t(row)];
        QCOMPARE(line.key, match.captured(1).isEmpty() ? QString("total") : match.captured(1));
        QCOMPARE(line.code.toString(), match.captured(1));
        QCOMPARE(line.label, bare(match.captured(2) + match.captured(3)));
        const QStringList amounts = match.captured(4).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(amounts.size(), columns);
        for (int column = 0; column < columns; ++column)
            QCOMPARE(table.printed(row, column), bare(amounts[column]));
        ++row;
    }
    QCOMPARE(row, rows);
    QCOMPARE(table.rowCount(), rows);
}

void TestHunanReport::printedCellsOfTheCodeTreesAreThese_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("printed");
    const auto cell = [](const char *kind, const char *row, const char *column, const char *text) {
        QTest::addRow("%s/%s/%s", kind, row, column) << kind << row << column << text;
    };
    cell("T02", "total", "total", "3865.52");
    cell("T02", "total", "other", "246.73");
    cell("T02", "201", "fiscal", "3374.28");
    cell("T02", "20199", "total", "846.17");
    cell("T02", "20199", "fiscal", "846.17");  // does not add up: 20.00 are missing
    cell("T02", "20199", "other", "20.00");
    cell("T02", "2010303", "fiscal", "1471.57");
    cell("T02", "2299999", "other", "226.73");
    cell("T02", "2299999", "fiscal", "0.00");
    cell("T03", "total", "total", "3,865.52");
    cell("T03", "total", "basic", "2,185.85");
    cell("T03", "20103", "project", "1,376.43");
    cell("T03", "2010303", "basic", "421.14");
    cell("T03", "2299999", "affiliated", "0.00");
    cell("T05", "total", "total", "3,618.79");
    cell("T05", "total", "project", "1,679.67");
    cell("T05", "20199", "total", "826.17");
    cell("T05", "2101301", "total", "1.00");
    cell("T05", "2101301", "project", "1,679.67");  // a slip of the department
}

void TestHunanReport::printedCellsOfTheCodeTreesAreThese()
{
    QFETCH(QString, kind);
    QFETCH(QString, row);
    QFETCH(QString, column);
    const Sheet &table = *m_report.sheet(kind);
    QTEST(table.printed(table.rowOf(row), table.columnOf(column)), "printed");
}

void TestHunanReport::theThreePublicExpensesAreRead()
{
    const Sheet &table = sheet("T09");
    QCOMPARE(table.rowCount(), 1);
    QCOMPARE(table.rows.front().key, QString("total"));
    QCOMPARE(size_t(table.columnCount()), threePublic.size());
    for (size_t column = 0; column < threePublic.size(); ++column)
        QCOMPARE(table.printed(0, int(column)), QString(threePublic[column]));
    QCOMPARE(table.columns[4].id, QString("budget.vehicle_operation"));
    QCOMPARE(table.columns[11].id, QString("actual.reception"));
}

void TestHunanReport::emptyTablesHoldTheirTotalRow()
{
    for (const char *kind : {"T07", "T08"}) {
        const Sheet &table = sheet(kind);
        QCOMPARE(table.rowCount(), 1);
        QCOMPARE(table.rows.front().key, QString("total"));
        QCOMPARE(table.rows.front().label, QString("合计"));
        for (int column = 0; column < table.columnCount(); ++column)
            QCOMPARE(table.printed(0, column), QString("0.00"));
        QVERIFY(table.notes.back().contains("故本表无数据"));
    }
}

void TestHunanReport::printedPrecisionIsKept()
{
    const Sheet &basic = sheet("T06");
    const Amount wages = basic.cell(basic.rowOf(u"301"), 0).amount;
    QCOMPARE(wages.decimals(), 3);
    QCOMPARE(wages.money(), Money::fromFen(922'207'000));
    QVERIFY(!wages.isGrouped());
    const Sheet &expenditure = sheet("T03");
    const Amount total = expenditure.cell(0, 0).amount;
    QCOMPARE(total.decimals(), 2);
    QCOMPARE(total.money(), Money::fromFen(3'865'520'000));
    QVERIFY(total.isGrouped());
    QVERIFY(!sheet("T02").cell(0, 0).amount.isGrouped());
    // Blank and zero are not the same.
    const Sheet &fiscal = sheet("T04");
    const int opening = rowByLabel(fiscal, 0, "年初财政拨款结转和结余");
    QVERIFY(fiscal.cell(opening, fiscal.columnOf(u"amount")).amount.isNumber());
    QCOMPARE(
        fiscal.cell(opening, fiscal.columnOf(u"total")).amount.state(), Amount::State::NotPrinted);
}

void TestHunanReport::notesStandUnderTheirTables()
{
    QCOMPARE(sheet("T01").notes,
        (QStringList{"注：1.本表反映部门本年度的总收支和年末结转结余情况。",
            "2.本套报表金额单位转换时可能存在尾数误差。"}));
    QCOMPARE(sheet("T02").notes, QStringList{"注：本表反映部门本年度取得的各项收入情况。"});
    QCOMPARE(sheet("T03").notes, QStringList{"注：本表反映部门本年度各项支出情况。"});
    QCOMPARE(sheet("T04").notes,
        QStringList{
            "注：本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营"
            "预算财政拨款的总收支和年末结转结余情况。"});
    QCOMPARE(
        sheet("T05").notes, QStringList{"注：本表反映部门本年度一般公共预算财政拨款支出情况。"});
    QCOMPARE(sheet("T06").notes,
        QStringList{"注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。"});
    QCOMPARE(sheet("T07").notes,
        (QStringList{"注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。",
            "说明：我单位没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。"}));
    QCOMPARE(sheet("T08").notes,
        (QStringList{"注：本表反映部门本年度国有资本经营预算财政拨款支出情况。",
            "说明：我单位没有使用国有资本经营预算安排的支出，故本表无数据。"}));
    QCOMPARE(sheet("T09").notes.size(), 1);
    QVERIFY(sheet("T09").notes.front().startsWith("注：本表反映部门本年度财政拨款“三公”经费"));
    QVERIFY(sheet("T09").notes.front().endsWith("以前年度结转资金安排的实际支出。"));
}

void TestHunanReport::numbersAndTitlesAreAsPrinted()
{
    const QStringList titles{"收入支出决算总表", "收入决算表", "支出决算表",
        "财政拨款收入支出决算总表", "一般公共预算财政拨款支出决算表",
        "一般公共预算财政拨款基本支出决算明细表", "政府性基金预算财政拨款收入支出决算表",
        "国有资本经营预算财政拨款支出决算表", "财政拨款“三公”经费支出决算表"};
    for (int i = 0; i < 9; ++i) {
        const Sheet &table = m_report.sheets[size_t(i)];
        QCOMPARE(table.form->kind, QString("T0%1").arg(i + 1));
        QCOMPARE(table.title, titles[i]);
        QCOMPARE(table.number, QString("公开0%1表").arg(i + 1));
    }
}

void TestHunanReport::lineNumbersAreKept()
{
    for (const char *kind : {"T01", "T04"}) {
        const Sheet &table = sheet(kind);
        QCOMPARE(table.printedLines.size(), 2U);
        for (int lane = 0; lane < 2; ++lane) {
            QStringList expected;
            for (int line = 1; line <= 15; ++line)
                expected << QString::number(lane * 15 + line);
            QCOMPARE(table.printedLines[size_t(lane)], expected);
        }
    }
    // One filler row stands before 本年收入合计 on both sides.
    QCOMPARE(sheet("T01").minimumBodyRows, 11);
    QCOMPARE(sheet("T04").minimumBodyRows, 9);
}

void TestHunanReport::noNoiseIsLeft()
{
    for (const Section &section : m_report.sections) {
        QVERIFY(!section.title.contains("bookmark"));
        for (const Block &block : section.blocks) {
            QVERIFY2(!block.text.contains("bookmark"), qPrintable(block.text));
            for (const auto &row : block.grid.rows) {
                for (const GridCell &cell : row)
                    QVERIFY(!cell.text.contains("bookmark"));
            }
        }
    }
    QVERIFY(m_text.contains("[bookmark:"));
}

void TestHunanReport::thePartsAreTheDocuments()
{
    QStringList parts;
    QVector<Section::Kind> kinds;
    for (const Section &section : m_report.sections) {
        if (section.level == 0 && section.number.startsWith("第")) {
            parts << section.number + u' ' + section.title;
            kinds << section.kind;
        }
    }
    QCOMPARE(parts,
        (QStringList{"第一部分 怀化市机关事务管理局概况", "第二部分 部门决算表",
            "第三部分 2023年度部门决算情况说明", "第四部分 名词解释"}));
    QCOMPARE(kinds,
        (QVector<Section::Kind>{Section::Kind::Overview, Section::Kind::Tables,
            Section::Kind::Narrative, Section::Kind::Glossary}));
    // All nine tables stand in the second part, in their order.
    for (const Section &section : m_report.sections) {
        QStringList tables;
        for (const Block &block : section.blocks) {
            if (block.kind == Block::Kind::Table)
                tables << m_report.sheets[size_t(block.sheet)].form->kind;
        }
        if (section.number == "第二部分")
            QCOMPARE(tables.join(u' '), QString("T01 T02 T03 T04 T05 T06 T07 T08 T09"));
        else
            QVERIFY(tables.isEmpty());
    }
}

void TestHunanReport::theNarrativeHasFourteenChapters()
{
    QStringList chapters;
    for (const Section &section : m_report.sections) {
        if (section.kind == Section::Kind::Narrative && section.level == 1)
            chapters << section.number + section.title;
    }
    QCOMPARE(chapters,
        (QStringList{"一、收入支出决算总体情况说明", "二、收入决算情况说明", "三、支出决算情况说明",
            "四、财政拨款收入支出决算总体情况说明", "五、一般公共预算财政拨款支出决算情况说明",
            "六、一般公共预算财政拨款基本支出决算情况说明", "七、财政拨款三公经费支出决算情况说明",
            "八、政府性基金预算收入支出决算情况", "9、国有资本经营预算财政拨款支出说明",
            "十、关于机关运行经费支出说明", "十一、一般性支出情况说明",
            "十二、关于政府采购支出说明", "十三、关于国有资产占用情况说明",
            "十四、关于2023年度预算绩效情况的说明"}));
}

void TestHunanReport::theGlossaryIsText()
{
    for (const Section &section : m_report.sections) {
        if (section.kind != Section::Kind::Glossary)
            continue;
        QCOMPARE(section.blocks.size(), 2U);
        QVERIFY(section.blocks[0].text.startsWith("一、机关运行经费：为保障行政单位"));
        QVERIFY(section.blocks[1].text.startsWith("二、“三公”经费：纳入财政预算管理的"));
    }
}

void TestHunanReport::annexesAreGridsInOrder()
{
    QStringList annexes;
    int grids = 0;
    for (const Section &section : m_report.sections) {
        if (section.kind != Section::Kind::Annex)
            continue;
        if (section.level == 0)
            annexes << section.number + section.title;
        for (const Block &block : section.blocks)
            grids += block.kind == Block::Kind::Grid ? 1 : 0;
    }
    QStringList expected{"一、2023年度部门整体支出绩效自评报告", "部门整体支出绩效自评报告",
        "附件2部门整体支出绩效评价基础数据表", "附件1-2整体支出绩效自评表", "项目支出绩效自评报告",
        "附件2-1项目支出绩效自评表"};
    for (int i = 0; i < 6; ++i)
        expected << "项目支出绩效自评表";
    QCOMPARE(annexes, expected);
    QCOMPARE(grids, 10);  // one a table, and 项目资金到位情况 in the report's text

    const auto found = std::find_if(m_report.sections.begin(), m_report.sections.end(),
        [](const Section &section) { return section.title == u"部门整体支出绩效评价基础数据表"; });
    QVERIFY(found != m_report.sections.end());
    const TextGrid &grid = found->blocks.front().grid;
    const auto row = [&grid](size_t at) {
        QStringList cells;
        for (const GridCell &cell : grid.rows.at(at))
            cells << cell.text;
        return cells.join(u'|');
    };
    QCOMPARE(row(0), QString("财政供养人员情况（人）|编制数|2023年实际在职人数|控制率"));
    QCOMPARE(row(1), QString("|70|75|107%"));
    QCOMPARE(row(3), QString("三公经费|11.00 |6.70 |11.00 "));
}

void TestHunanReport::onlyTheTornRowIsNoted()
{
    QCOMPARE(m_report.notes.size(), 4U);
    for (const Note &note : m_report.notes) {
        QVERIFY2(note.text.contains("39909"), qPrintable(note.text));
        QVERIFY2(note.place.startsWith("T06, "), qPrintable(note.place));
    }
}

void TestHunanReport::theBaselineIsWhatWasRead()
{
    for (const Sheet &table : m_report.sheets) {
        QVERIFY(table.published);
        for (int row = 0; row < table.rowCount(); ++row) {
            QCOMPARE(table.rows[size_t(row)].publishedRow, row);
            for (int column = 0; column < table.columnCount(); ++column)
                QCOMPARE(table.publishedText(row, column), table.printed(row, column));
        }
    }
}

QTEST_GUILESS_MAIN(TestHunanReport)

#include "tst_hunan_report.moc"
