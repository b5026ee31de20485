#include "model/checks/checker.h"
#include "tests/model/document/consistent_report.h"
#include "tests/support/typed_report.h"

#include <QFileInfo>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

QString sharedReport(const QString &name)
{
    return QStringLiteral(MINGZHANG_SHARED "/reports/") + name;
}

const Sheet &sheetOf(const Report &report, QStringView kind)
{
    return report.sheets[size_t(report.sheetOf(kind))];
}

QString printedAt(const Report &report, QStringView kind, QStringView row, QStringView column)
{
    const Sheet &sheet = sheetOf(report, kind);
    for (size_t i = 0; i < sheet.columns.size(); ++i) {
        if (sheet.columns[i].id == column && sheet.rowOf(row) >= 0)
            return sheet.printed(sheet.rowOf(row), int(i));
    }
    return u"not there"_s;
}

int amountsIn(const Sheet &sheet)
{
    int amounts = 0;
    for (int row = 0; row < sheet.rowCount(); ++row) {
        for (int column = 0; column < sheet.columnCount(); ++column)
            amounts += sheet.cell(row, column).amount.isNumber() ? 1 : 0;
    }
    return amounts;
}

}  // namespace

/// The published PDFs of Shanghai: forms F2a and F2b. The values were read off the
/// pages by eye.
class TestShanghaiReports : public QObject
{
    Q_OBJECT

private slots:
    void aReportIsReadWhole_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("family");
        QTest::addColumn<QString>("agency");
        QTest::addColumn<QList<int>>("amounts");  // of T01 to T09

        QTest::newRow("whole codes")
            << u"putuo-shehuigongzuobu-2024.pdf"_s << u"F2a"_s << u"中共上海市普陀区委社会工作部"_s
            << QList<int>{9, 36, 39, 15, 39, 67, 0, 0, 0};
        QTest::newRow("codes in parts")
            << u"putuo-caizhengju-2024.pdf"_s << u"F2b"_s << u"上海市普陀区财政局"_s
            << QList<int>{12, 45, 44, 19, 44, 29, 0, 0, 2};
    }
    void aReportIsReadWhole()
    {
        QFETCH(QString, file);
        QFETCH(QString, family);
        QFETCH(QString, agency);
        QFETCH(QList<int>, amounts);
        const QString path = sharedReport(file);
        if (!QFileInfo::exists(path))
            QSKIP("The published reports are not here.");
        const Result<OpenedReport> opened = openReport(path, context());
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text()));
        const Report &report = opened->report;
        QCOMPARE(report.identity.family, family);
        QCOMPARE(report.identity.agency, agency);
        QCOMPARE(report.identity.year, 2024);
        QCOMPARE(report.sheets.size(), size_t(9));
        for (int i = 0; i < 9; ++i)
            QCOMPARE(amountsIn(sheetOf(report, u"T0%1"_s.arg(i + 1))), amounts[i]);

        const CheckResult result = Checker(report, context().handbook, context().rules).check();
        for (const Finding &finding : result.findings)
            QVERIFY2(finding.severity != Severity::Error || finding.group == u"quality"
                    || finding.group == u"text",
                qPrintable(finding.message));
    }

    void cellsAreAsPrinted_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("printed");

        const QString whole = u"putuo-shehuigongzuobu-2024.pdf"_s;
        const QString parts = u"putuo-caizhengju-2024.pdf"_s;
        const auto row = [](const QString &file, const char *at, const QString &printed) {
            const QStringList place = QString::fromLatin1(at).split(u' ');
            QTest::newRow(qPrintable(file.first(16) + u' ' + QString::fromLatin1(at)))
                << file << place[0] << place[1] << place[2] << printed;
        };
        row(whole, "T02 2013999 total", u"202.24"_s);
        row(whole, "T03 2013999 basic", QString());
        row(whole, "T05 2210203 basic", u"11.72"_s);
        row(whole, "T05 total project", u"202.24"_s);
        row(whole, "T06 30239 amount", u"2.43"_s);
        row(whole, "T06 30202 amount", u"0.00"_s);
        row(whole, "T06 public amount", u"10.23"_s);
        row(whole, "T07 total total", u"合计"_s);
        row(parts, "T02 2010602 other", u"6.19"_s);
        row(parts, "T02 total total", u"2,946.25"_s);
        row(parts, "T03 2010601 basic", u"1,503.52"_s);
        row(parts, "T05 2080505 basic", u"160.75"_s);
        row(parts, "T06 30102 amount", u"1,238.58"_s);
        row(parts, "T06 31002 amount", u"13.58"_s);
        row(parts, "T06 30103 amount", QString());
        row(parts, "T09 total budget.reception", u"0.95"_s);
        row(parts, "T09 total actual.reception", QString());
    }
    void cellsAreAsPrinted()
    {
        QFETCH(QString, file);
        QFETCH(QString, kind);
        QFETCH(QString, row);
        QFETCH(QString, column);
        QFETCH(QString, printed);
        if (!QFileInfo::exists(sharedReport(file)))
            QSKIP("The published reports are not here.");
        static QHash<QString, Report> reports;
        if (!reports.contains(file)) {
            const Result<OpenedReport> opened = openReport(sharedReport(file), context());
            QVERIFY(opened);
            reports[file] = opened->report;
        }
        QCOMPARE(printedAt(reports[file], kind, row, column), printed);
    }

    void whatIsNoReportIsToldAsSuch()
    {
        const QString budget = sharedReport(u"putuo-caizhengju-2025-budget.pdf"_s);
        const QString form = sharedReport(u"shanghai-template.pdf"_s);
        if (!QFileInfo::exists(budget) || !QFileInfo::exists(form))
            QSKIP("The published reports are not here.");
        const Result<OpenedReport> asBudget = openReport(budget, context());
        QVERIFY(!asBudget);
        QVERIFY(asBudget.error().message.contains(u"budget"));
        const Result<OpenedReport> asForm = openReport(form, context());
        QVERIFY(!asForm);
        QVERIFY(asForm.error().message.contains(u"empty form"));
    }

    void aNewReportPrintsTheWordsOfItsForm()
    {
        const FormFamily *family = context().handbook.family(u"F2a");
        QVERIFY(family);
        Identity identity;
        identity.family = family->id;
        const Report report = Report::fromFamily(*family, identity);
        QCOMPARE(printedAt(report, u"T07", u"total", u"basic"), u"基本支出"_s);
        QCOMPARE(printedAt(report, u"T08", u"total", u"project"), u"项目支出"_s);
    }
};

QTEST_GUILESS_MAIN(TestShanghaiReports)
#include "tst_shanghai_reports.moc"
