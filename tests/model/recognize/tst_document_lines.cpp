#include "model/manuscript/readers/text_reader.h"
#include "model/recognize/document_lines.h"

#include <QFile>
#include <QTest>

using namespace mz;

namespace {

const Handbook &handbook()
{
    static const Result<Handbook> loaded = Handbook::load(QStringLiteral(":"));
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().text()));
    return *loaded;
}

const RecognitionWords &words()
{
    static const Result<RecognitionWords> loaded = [] {
        QFile file(QStringLiteral(":/recognition/words.json"));
        const bool open = file.open(QIODevice::ReadOnly);
        return RecognitionWords::parse(open ? file.readAll() : QByteArray(), file.fileName());
    }();
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().text()));
    return *loaded;
}

}  // namespace

class TestDocumentLines : public QObject
{
    Q_OBJECT
private slots:
    void aTitleNamesItsTable_data();
    void aTitleNamesItsTable();
    void aHeadingTellsLevelAndNumber_data();
    void aHeadingTellsLevelAndNumber();
    void aLineBesideATableTellsWhatItSays_data();
    void aLineBesideATableTellsWhatItSays();
    void aNoteIsKnownByItsBeginning_data();
    void aNoteIsKnownByItsBeginning();
    void contentsAreNotTables();
    void aGridBelongsToTheTitleAboveIt();
    void aTitleBehindASentenceOfAPrintedPageIsATitle();
    void badWordsAreRefused_data();
    void badWordsAreRefused();
};

void TestDocumentLines::aTitleNamesItsTable_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("kind");
    const auto title = [](const char *line, const char *kind) {
        QTest::newRow(line) << QString(line) << QString(kind);
    };
    title("收入支出决算总表", "T01");
    title("收入决算表", "T02");
    title("收入支出决算表", "T01");
    title("表1-1. 收入决算表", "T02");
    title("财政拨款“三公”经费、行政参公单位机关运行经费情况表", "T09");
    title("政府性基金预算财政拨款“三公”经费支出决算表", "");
    title("政府性基金预算财政拨款基本支出决算表", "");
    title("支出决算表", "T03");
    title("财政拨款收入支出决算总表", "T04");
    title("一般公共预算财政拨款支出决算表", "T05");
    title("一般公共预算财政拨款基本支出决算明细表", "T06");
    title("一般公共预算财政拨款基本支出决算表", "T06");
    title("政府性基金预算财政拨款收入支出决算表", "T07");
    title("国有资本经营预算财政拨款支出决算表", "T08");
    title("财政拨款“三公”经费支出决算表", "T09");
    title("财政拨款\"三公\"经费支出决算表", "T09");
    title("  收 入 决 算 表　", "T02");
    title("怀化市机关事务管理局2023年度收入决算表", "T02");
    title("2023年度部门收入决算表", "T02");
    title("中共上海市普陀区委社会工作部2024年度支出决算表", "T03");
    title("附表2 收入决算表", "T02");
    title("附表二：收入决算表", "T02");
    title("表二、收入决算表", "T02");
    title("（二）收入决算表", "T02");
    title("二、收入决算表", "T02");
    title("2、收入决算表", "T02");
    title("公开02表 收入决算表", "T02");
    title("收入决算表（公开02表）", "T02");
    title("收入决算表（续）", "T02");
    title("收入决算表续表", "T02");
    title("收⼊决算表", "T02");  // with the radical U+2F0A, as PDF files have it
    title("支出决算表（2023年度）", "T03");
    title("支出决算表　　　单位：万元", "T03");
    title("公开03表：支出决算表", "T03");
    title("附件3：支出决算表", "T03");
    title("附表5 一般公共预算财政拨款支出决算表", "T05");
    title("一般公共预算财政拨款收入支出决算表", "T05");
    title("一般公共预算支出决算表（功能科目）", "T05");
    title("一般公共预算基本支出决算表", "T06");
    title("“三公”经费财政拨款支出决算表", "T09");
    title("财政拨款“三公”经费及会议费、培训费支出决算表", "T09");
    // These are no titles.
    title("2025年部门财政拨款收支预算总表", "");
    title("一般公共预算财政拨款项目支出决算表", "");
    title("财政拨款“三公”经费和机关运行经费预算表", "");
    title("详见附表一般公共预算财政拨款支出决算表", "");
    title("", "");
    title("收入决算情况说明", "");
    title("机关运行经费情况表", "");
    title("收入决算表........5", "");
    title("收入决算表……5", "");
    title("收入决算表  5", "");
    title("本表为收入决算表", "");
    title("项目支出决算表", "");
    title("按照规定公开的支出决算表", "");
}

void TestDocumentLines::aTitleNamesItsTable()
{
    QFETCH(QString, line);
    QTEST(titleKind(line, handbook(), words()), "kind");
}

void TestDocumentLines::aHeadingTellsLevelAndNumber_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("ordinal");
    QTest::addColumn<QString>("title");
    const auto heading = [](const char *line, int level, int ordinal, const char *rest) {
        QTest::newRow(line) << QString(line) << level << ordinal << QString(rest);
    };
    heading("第一部分", 0, 1, "");
    heading(" 第三部分　2023年度部门决算情况说明", 0, 3, "2023年度部门决算情况说明");
    heading("第十二部分：附件", 0, 12, "附件");
    heading("一、 部门职责", 1, 1, "部门职责");
    heading("（三）财政拨款收入决算情况。", 2, 3, "财政拨款收入决算情况。");
    heading("三、支出决算情况说明。", 1, 3, "支出决算情况说明。");
    heading("（三）完善制度，规范收支情况。", -1, 0, "");
    heading("十四、关于2023年度预算绩效情况的说明", 1, 14, "关于2023年度预算绩效情况的说明");
    heading("二十三、其他", 1, 23, "其他");
    heading("9、 国有资本经营预算财政拨款支出说明", 3, 9, "国有资本经营预算财政拨款支出说明");
    heading("（三）存在的问题", 2, 3, "存在的问题");
    heading("(三)存在的问题", 2, 3, "存在的问题");
    // These are no headings.
    heading("", -1, 0, "");
    heading("一、", -1, 0, "");
    heading("1.5万元", -1, 0, "");
    heading("一、机关运行经费：为保障行政单位运行。", -1, 0, "");
    heading("（1）全力服务经济发展。", -1, 0, "");
    heading("（一）收入总计3865.52万元。", -1, 0, "");
    heading("一、部门职责…………3", -1, 0, "");
    heading("第一部分 概况........1", -1, 0, "");
}

void TestDocumentLines::aHeadingTellsLevelAndNumber()
{
    QFETCH(QString, line);
    QFETCH(int, level);
    const auto heading = readHeading(line);
    QCOMPARE(heading ? heading->level : -1, level);
    if (level < 0)
        return;
    QTEST(heading->ordinal, "ordinal");
    QTEST(heading->title, "title");
}

void TestDocumentLines::aLineBesideATableTellsWhatItSays_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("agency");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("number");
    QTest::newRow("department") << "部门：怀化市机关事务管理局"
                                << "怀化市机关事务管理局"
                                << ""
                                << "";
    QTest::newRow("unit") << "单位：万元"
                          << ""
                          << "万元"
                          << "";
    QTest::newRow("half-width colon") << "金额单位:元"
                                      << ""
                                      << "元"
                                      << "";
    QTest::newRow("number") << "公开05表"
                            << ""
                            << ""
                            << "公开05表";
    QTest::newRow("number of the ministry") << "财决公开 05 表"
                                            << ""
                                            << ""
                                            << "财决公开05表";
    QTest::newRow("three in one line")
        << "      部门：怀化市机关事务管理局        公开05表          单位：万元      "
        << "怀化市机关事务管理局"
        << "万元"
        << "公开05表";
    QTest::newRow("a unit that is a department") << "编制单位：上海市普陀区财政局　　　　单位：万元"
                                                 << "上海市普陀区财政局"
                                                 << "万元"
                                                 << "";
    QTest::newRow("the department is called 单位") << "单位：怀化市机关事务管理局    单位：元"
                                                   << "怀化市机关事务管理局"
                                                   << "元"
                                                   << "";
    QTest::newRow("in brackets") << "（单位：万元）"
                                 << ""
                                 << "万元"
                                 << "";
    QTest::newRow("the year behind it") << "部门：云溪区公安局\t2023年度"
                                        << "云溪区公安局"
                                        << ""
                                        << "";
    QTest::newRow("nothing") << "收入决算表"
                             << ""
                             << ""
                             << "";
    QTest::newRow("a figure") << "3,618.79"
                              << ""
                              << ""
                              << "";
}

void TestDocumentLines::aLineBesideATableTellsWhatItSays()
{
    QFETCH(QString, line);
    const TableLine said = readTableLine(line, words());
    QTEST(said.agency, "agency");
    QTEST(said.unit, "unit");
    QTEST(said.number, "number");
}

void TestDocumentLines::aNoteIsKnownByItsBeginning_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("note");
    QTest::newRow("note") << "注：本表反映部门本年度取得的各项收入情况。" << true;
    QTest::newRow("numbered") << "注1.本表反映" << true;
    QTest::newRow("half-width") << " 注:本表" << true;
    QTest::newRow("explanation") << "说明：我单位没有政府性基金收入" << true;
    QTest::newRow("remark") << "备注：" << true;
    QTest::newRow("a word that begins like it") << "注册资本" << false;
    QTest::newRow("the word alone") << "注" << false;
    QTest::newRow("a line") << "其他支出" << false;
}

void TestDocumentLines::aNoteIsKnownByItsBeginning()
{
    QFETCH(QString, line);
    QTEST(isNote(line, words()), "note");
}

void TestDocumentLines::contentsAreNotTables()
{
    const Manuscript manuscript = readText(u"目录\n收入决算表\n支出决算表\n第一部分 概况\n"
                                           u"\t一\n\t二\n");
    std::vector<int> owner;
    QVERIFY(findTables(documentItems(manuscript, handbook(), words()), handbook(), words(), owner)
                .empty());
    for (const int table : owner)
        QCOMPARE(table, -1);
}

void TestDocumentLines::aTitleBehindASentenceOfAPrintedPageIsATitle()
{
    Manuscript manuscript = readText(u"本表反映收入。支出决算表\n\t科目名称\n\t本年支出合计\n\n"
                                     u"\t合计\n\t2.00\n");
    std::vector<int> owner;
    // In typed text a sentence may end with the name of a table.
    const auto tables = [&] {
        return findTables(
            documentItems(manuscript, handbook(), words()), handbook(), words(), owner);
    };
    QVERIFY(tables().empty());
    manuscript.hasPrintedLines = true;
    QCOMPARE(tables().size(), size_t(1));
    QCOMPARE(tables().front().title, QStringLiteral("支出决算表"));
}

void TestDocumentLines::aGridBelongsToTheTitleAboveIt()
{
    const Manuscript manuscript
        = readText(u"收入决算表\n公开02表\n\t科目名称\n\t本年收入合计\n\n\t合计\n\t1.00\n\n"
                   u"注：本表反映收入。\n正文。\n支出决算表\n\t科目名称\n\t本年支出合计\n\n\t合计\n"
                   u"\t2.00\n\n机关运行经费情况表\n\t项目\n\t金额\n");
    std::vector<int> owner;
    const auto items = documentItems(manuscript, handbook(), words());
    const auto regions = findTables(items, handbook(), words(), owner);
    QCOMPARE(regions.size(), 2U);
    QCOMPARE(regions[0].kind, QString("T02"));
    QCOMPARE(regions[0].lines, QStringList("公开02表"));
    QCOMPARE(regions[0].rows.size(), 2U);
    QCOMPARE(regions[0].notes, QStringList("注：本表反映收入。"));
    QCOMPARE(regions[1].kind, QString("T03"));
    QCOMPARE(regions[1].rows.size(), 2U);
    for (size_t i = 0; i < items.size(); ++i) {
        const bool text = items[i].line == "正文。" || items[i].line == "机关运行经费情况表"
            || i + 1 == items.size();
        QCOMPARE(owner[i] < 0, text);
    }
}

void TestDocumentLines::badWordsAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("damaged") << QByteArray("{\"parts\":");
    QTest::newRow("a list is missing") << QByteArray("{\"annexTitles\":[\"表\"]}");
    QTest::newRow("a list is a text") << QByteArray("{\"annexTitles\":\"表\"}");
}

void TestDocumentLines::badWordsAreRefused()
{
    QFETCH(QByteArray, json);
    const auto read = RecognitionWords::parse(json, "words.json");
    QVERIFY(!read);
    QVERIFY(read.error().place.startsWith("words.json"));
}

QTEST_GUILESS_MAIN(TestDocumentLines)

#include "tst_document_lines.moc"
