#pragma once

#include "tests/model/document/report_cells.h"
#include "tests/support/hunan.h"

namespace mz::test {

/// A department with some of everything: three kinds of fiscal money, other money,
/// carry-over, journeys, a car bought. Its tables agree with each other.
inline Report smallReport()
{
    ReportDocument document(context().handbook);
    document.setReport(newReport(context().handbook));
    const QStringList general{QStringLiteral("2010301"), QStringLiteral("2010302"),
        QStringLiteral("2080505"), QStringLiteral("2080506"), QStringLiteral("2101101"),
        QStringLiteral("2210201")};
    const QString funds = QStringLiteral("2120802");
    const QString capital = QStringLiteral("2230105");
    const QStringList others{QStringLiteral("2010350"), QStringLiteral("2299999")};
    QString refused;
    for (const QStringView kind : {u"T02", u"T03"})
        refused += addAccounts(document, kind, general + QStringList{funds, capital} + others);
    refused += addAccounts(document, u"T05", general);
    refused += addAccounts(document, u"T07", {funds});
    refused += addAccounts(document, u"T08", {capital});
    if (!refused.isEmpty())
        qFatal("%s", qPrintable(refused));
    Report report = document.report();
    const auto set = [&report](QStringView kind, QStringView key, QStringView column, qint64 cents,
                         QStringView side = {}) {
        Sheet &sheet = report.sheets[size_t(report.sheetOf(kind))];
        const int row = sheet.rowOf(key, side.isEmpty() ? -1 : sheet.form->laneIndex(side));
        const int at = sheet.columnOf(column);
        if (row < 0 || at < 0)
            qFatal("there is no %s[%s].%s", qPrintable(kind.toString()), qPrintable(key.toString()),
                qPrintable(column.toString()));
        sheet.cell(row, at).amount = Amount::number(Money::fromFen(cents * 10'000), 2);
    };
    struct Line
    {
        QStringView code, column;
        qint64 spent;
    };
    static constexpr Line lines[]
        = {{u"2010301", u"basic", 81'236}, {u"2010302", u"project", 15'420},
            {u"2080505", u"basic", 9'648}, {u"2080506", u"basic", 4'824},
            {u"2101101", u"basic", 5'715}, {u"2210201", u"basic", 7'236}};
    for (const Line &line : lines) {
        set(u"T05", line.code, line.column, line.spent);
        set(u"T03", line.code, line.column, line.spent);
        // What is left over of the year came in for the first account.
        set(u"T02", line.code, u"fiscal", line.spent + (line.code == u"2010301" ? 921 : 0));
    }
    set(u"T07", funds, u"opening", 1'200);
    set(u"T07", funds, u"income", 8'800);
    set(u"T07", funds, u"project", 9'550);
    set(u"T08", capital, u"project", 680);
    set(u"T03", funds, u"project", 9'550);
    set(u"T03", capital, u"project", 680);
    set(u"T03", others[0], u"basic", 2'500);
    set(u"T03", others[1], u"project", 3'125);
    set(u"T02", funds, u"fiscal", 8'800);
    set(u"T02", capital, u"fiscal", 680);
    set(u"T02", others[0], u"operating", 2'500);
    set(u"T02", others[1], u"other", 4'000);
    set(u"T01", u"general", u"amount", 125'000, u"income");
    set(u"T01", u"funds", u"amount", 8'800, u"income");
    set(u"T01", u"capital", u"amount", 680, u"income");
    set(u"T01", u"opening", u"amount", 3'500, u"income");
    set(u"T01", u"closing", u"amount", 4'546, u"expenditure");
    set(u"T04", u"opening_general", u"amount", 2'000, u"income");
    set(u"T04", u"opening_funds", u"amount", 1'200, u"income");
    set(u"T04", u"closing", u"general", 2'921, u"expenditure");
    set(u"T04", u"closing", u"funds", 450, u"expenditure");
    static constexpr std::pair<QStringView, qint64> economic[] = {{u"30101", 28'560},
        {u"30102", 19'842}, {u"30103", 10'230}, {u"30108", 9'648}, {u"30109", 4'824},
        {u"30110", 5'715}, {u"30113", 7'236}, {u"30302", 3'869}, {u"30305", 620}, {u"30201", 4'210},
        {u"30205", 135}, {u"30206", 866}, {u"30211", 3'620}, {u"30215", 450}, {u"30216", 780},
        {u"30217", 326}, {u"30228", 1'840}, {u"30231", 1'254}, {u"30239", 4'062}, {u"31002", 572}};
    for (const auto &[code, cents] : economic)
        set(u"T06", code, u"amount", cents);
    static constexpr std::pair<QStringView, qint64> three[] = {{u"budget.abroad", 800},
        {u"budget.vehicle_purchase", 1'800}, {u"budget.vehicle_operation", 1'500},
        {u"budget.reception", 500}, {u"actual.abroad", 632}, {u"actual.vehicle_purchase", 1'760},
        {u"actual.vehicle_operation", 1'254}, {u"actual.reception", 326}};
    for (const auto &[column, cents] : three)
        set(u"T09", u"total", column, cents);
    Totals(report).recompute();
    return report;
}

}  // namespace mz::test
