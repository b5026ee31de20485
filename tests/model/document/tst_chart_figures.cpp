#include "model/document/chart_figures.h"
#include "tests/model/document/report_cells.h"
#include "tests/support/typed_report.h"

#include <QTest>
#include <random>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

Result<ChartFigures> charts()
{
    QFile file(u":/charts/charts.json"_s);
    if (!file.exists())
        file.setFileName(QStringLiteral(MINGZHANG_SOURCE "/resources/charts/charts.json"));
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.errorString(), file.fileName()};
    return ChartFigures::parse(file.readAll(), u"charts.json"_s, context().handbook.figures());
}

}  // namespace

class TestChartFigures : public QObject
{
    Q_OBJECT

private slots:
    void aShareIsRoundedHalfUp_data()
    {
        QTest::addColumn<qint64>("part");
        QTest::addColumn<qint64>("whole");
        QTest::addColumn<QString>("text");
        QTest::newRow("basic of all") << 1'939'120'000LL << 3'618'790'000LL << u"53.58%"_s;
        QTest::newRow("project of all") << 1'679'670'000LL << 3'618'790'000LL << u"46.42%"_s;
        QTest::newRow("whole") << 7LL << 7LL << u"100.00%"_s;
        QTest::newRow("nothing") << 0LL << 7LL << u"0.00%"_s;
        QTest::newRow("a third") << 1LL << 3LL << u"33.33%"_s;
        QTest::newRow("two thirds") << 2LL << 3LL << u"66.67%"_s;
        QTest::newRow("exactly half a digit") << 1LL << 20'000LL << u"0.01%"_s;
        QTest::newRow("just under half a digit") << 1LL << 20'001LL << u"0.00%"_s;
        QTest::newRow("more than the whole") << 3LL << 2LL << u"150.00%"_s;
        QTest::newRow("negative part") << -1LL << 3LL << u"-33.33%"_s;
        QTest::newRow("negative, half a digit") << -1LL << 20'000LL << u"-0.01%"_s;
        QTest::newRow("zero whole") << 5LL << 0LL << QString();
        QTest::newRow("negative whole") << 5LL << -5LL << QString();
        QTest::newRow("nothing of nothing") << 0LL << 0LL << QString();
        QTest::newRow("the largest of itself") << Money::limit << Money::limit << u"100.00%"_s;
        QTest::newRow("one fen of the largest") << 1LL << Money::limit << u"0.00%"_s;
        QTest::newRow("the largest but a fen") << Money::limit - 1 << Money::limit << u"100.00%"_s;
        QTest::newRow("the largest of one yuan") << Money::limit << 100LL << u""_s;
        QTest::newRow("the largest of a fen") << Money::limit << 1LL << u""_s;
    }

    void aShareIsRoundedHalfUp()
    {
        QFETCH(qint64, part);
        QFETCH(qint64, whole);
        QFETCH(QString, text);
        QCOMPARE(percentage(Money::fromFen(part), Money::fromFen(whole)), text);
    }

    void aShareIsNeverFurtherThanHalfADigit()
    {
        std::mt19937_64 random(5);
        for (int i = 0; i < 5'000; ++i) {
            const qint64 whole = 1 + qint64(random() % quint64(Money::limit));
            const qint64 part = qint64(random() % quint64(whole + 1));
            QString text = percentage(Money::fromFen(part), Money::fromFen(whole));
            QVERIFY(text.endsWith(u"%"_s));
            text.chop(1);
            const auto hundredths = Money::parse(text, Money::Unit::Yuan);
            QVERIFY(hundredths.has_value());
            const __int128 away = __int128(hundredths->fen()) * whole - __int128(part) * 10'000;
            QVERIFY(away * 2 <= whole && away * 2 > -__int128(whole));
        }
    }

    void theTotalIsTheOneThatTheTablePrints()
    {
        ReportDocument document(context().handbook);
        document.setReport(typedReport());
        const Sheet &sheet = *document.report().sheet(u"T05");
        const int index = document.report().sheetOf(u"T05"_s);
        const int row = sheet.rowOf(u"total"_s);
        QVERIFY(document.pin({index, row, sheet.columnOf(u"total"_s)}, u"150.51"_s).has_value());
        const BasicProjectSplit split
            = charts()->basicProject(document.report(), document.totals().resolver());
        QCOMPARE(split.whole.sum(), Money::fromFen(150'510'000));
        // A class prints its own.
        QCOMPARE(split.classes.front().sum(), Money::fromFen(150'500'000));
    }

    void theFiguresOfTheHunanReport()
    {
        MZ_NEEDS_HUNAN();
        const Result<ChartFigures> figures = charts();
        QVERIFY2(figures, qPrintable(figures ? QString() : figures.error().text()));
        const Report report = openReport(hunanPath(), context())->report;
        const CellResolver resolver(report);

        const BasicProjectSplit split = figures->basicProject(report, resolver);
        QVERIFY(split.hasTable);
        QCOMPARE(split.unit, Money::Unit::TenThousandYuan);
        QCOMPARE(split.source, u"一般公共预算财政拨款支出"_s);
        QVERIFY(!split.sourceEnglish.isEmpty());
        QCOMPARE(split.whole.basic.printed, u"1,939.12"_s);
        QCOMPARE(split.whole.project.printed, u"1,679.67"_s);
        QCOMPARE(split.whole.sum().fen(), 3'618'790'000);
        QVERIFY(split.whole.basic.cell == cellOf(report, u"T05", u"total", u"basic"));
        QCOMPARE(percentage(split.whole.basic.money, split.whole.sum()), u"53.58%"_s);
        QCOMPARE(split.classes.size(), size_t(3));
        QCOMPARE(split.classes[0].label, u"一般公共服务支出"_s);
        QCOMPARE(split.classes[0].basic.printed, u"1,694.61"_s);
        QCOMPARE(split.classes[1].label, u"社会保障和就业支出"_s);
        QCOMPARE(split.classes[2].label, u"卫生健康支出"_s);
        QVERIFY(split.classes[2].basic.cell == cellOf(report, u"T05", u"210", u"basic"));

        const ThreePublicFigures expenses = figures->threePublic(report, resolver);
        QVERIFY(expenses.hasTable);
        QCOMPARE(expenses.items.size(), size_t(4));
        const QStringList names{
            u"因公出国（境）费"_s, u"公务用车购置费"_s, u"公务用车运行维护费"_s, u"公务接待费"_s};
        const QStringList budgets{u"0.00"_s, u"0.00"_s, u"2.00"_s, u"2.00"_s};
        const QStringList actuals{u"0.00"_s, u"0.00"_s, u"73.43"_s, u"1.42"_s};
        for (size_t i = 0; i < 4; ++i) {
            QCOMPARE(expenses.items[i].name, names[qsizetype(i)]);
            QVERIFY(!expenses.items[i].english.isEmpty());
            QCOMPARE(expenses.items[i].budget.printed, budgets[qsizetype(i)]);
            QCOMPARE(expenses.items[i].actual.printed, actuals[qsizetype(i)]);
            QVERIFY(expenses.items[i].actual.isNumber);
        }
        QVERIFY(
            expenses.items[3].actual.cell == cellOf(report, u"T09", u"total", u"actual.reception"));
        QCOMPARE(expenses.budgetTotal.printed, u"4.00"_s);
        QCOMPARE(expenses.actualTotal.printed, u"74.85"_s);
    }

    /// Where a form prints budget and actual below each item, the item alone is its name.
    void anItemInPairsBearsItsOwnName()
    {
        for (const QString &family : {u"F2a"_s, u"F2b"_s}) {
            const Report report = Report::fromFamily(*context().handbook.family(family),
                {u"某市某局"_s, 2023, Identity::Scope::Department, {}});
            const ThreePublicFigures expenses = charts()->threePublic(report, CellResolver(report));
            QCOMPARE(expenses.items.size(), size_t(4));
            for (const ThreePublicItem &item : expenses.items) {
                QVERIFY2(!item.name.contains(u"算数"), qPrintable(item.name));
                QVERIFY2(!item.english.contains(u"Actual"), qPrintable(item.english));
            }
        }
    }

    void withoutT05TheSplitIsOfAllExpenditure()
    {
        MZ_NEEDS_HUNAN();
        Report report = openReport(hunanPath(), context())->report;
        report.sheets.erase(report.sheets.begin() + report.sheetOf(u"T05"));
        const BasicProjectSplit split = charts()->basicProject(report, CellResolver(report));
        QVERIFY(split.hasTable);
        QCOMPARE(split.whole.basic.printed, u"2,185.85"_s);
        QCOMPARE(split.classes.size(), size_t(4));
        QCOMPARE(split.classes[0].label, u"一般公共服务支出"_s);
        QCOMPARE(split.classes[1].label, u"其他支出"_s);
    }

    void withoutTheTablesThereIsNothingToShow()
    {
        const Report report;
        const CellResolver resolver(report);
        const Result<ChartFigures> figures = charts();
        QVERIFY(figures.has_value());
        QVERIFY(!figures->basicProject(report, resolver).hasTable);
        QVERIFY(figures->basicProject(report, resolver).classes.empty());
        QVERIFY(!figures->threePublic(report, resolver).hasTable);
        QVERIFY(figures->threePublic(report, resolver).items.empty());
    }

    void theFiguresOfANewReportAreZeroAndFollowEdits()
    {
        ReportDocument document(context().handbook);
        document.setReport(newReport(context().handbook));
        const Result<ChartFigures> figures = charts();
        QVERIFY(figures.has_value());
        const auto split = [&] {
            return figures->basicProject(document.report(), document.totals().resolver());
        };
        QVERIFY(split().hasTable);
        QVERIFY(split().classes.empty());
        QCOMPARE(split().whole.basic.printed, u"0.00"_s);
        const auto expenses = figures->threePublic(document.report(), document.totals().resolver());
        QCOMPARE(expenses.items.size(), size_t(4));
        QVERIFY2(!expenses.items[0].budget.isNumber, "a blank is not a zero");

        QCOMPARE(addAccounts(document, u"T05", {u"2080505"_s, u"2010301"_s}), QString());
        const auto type = [&](QStringView key, QStringView column, const QString &text) {
            return document.type(cellOf(document.report(), u"T05", key, column), text).has_value();
        };
        QVERIFY(type(u"2010301", u"basic", u"3"_s));
        QVERIFY(type(u"2080505", u"project", u"7.207"_s));
        QCOMPARE(split().whole.basic.printed, u"3.00"_s);
        QCOMPARE(split().whole.project.printed, u"7.207"_s);
        QCOMPARE(split().classes.size(), size_t(2));
        QCOMPARE(split().classes[0].label, u"社会保障和就业支出"_s);
        QCOMPARE(split().classes[1].basic.money.fen(), 3'000'000);
    }

    void aFaultyFileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        QTest::newRow("not JSON") << QByteArray("{") << QString();
        QTest::newRow("unknown figure")
            << QByteArray(R"json({"basicProject": [{"figures": ["general.basc", "general.project"],
                "whole": "general.expenditure", "classes": "T05[class]"}]})json")
            << u"general.basc"_s;
        QTest::newRow("unknown item") << QByteArray(
            R"json({"threePublic": {"items": ["abrd"], "budget": "three_public.budget.",
                "actual": "three_public.actual.", "total": "total"}})json")
                                      << u"three_public.budget.abrd"_s;
        QTest::newRow("classes that cannot be read") << QByteArray(
            "{\"basicProject\": [{\"figures\": [\"general.basic\", "
            "\"general.project\"], \"whole\": \"general.expenditure\", "
            "\"classes\": \"T05[class\"}]}") << u"at character"_s;
    }

    void aFaultyFileIsRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, says);
        const auto figures
            = ChartFigures::parse(json, u"charts.json"_s, context().handbook.figures());
        QVERIFY(!figures);
        QVERIFY(figures.error().message.contains(says));
        QCOMPARE(figures.error().place, u"charts.json"_s);
    }
};

QTEST_GUILESS_MAIN(TestChartFigures)

#include "tst_chart_figures.moc"
