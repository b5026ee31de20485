#pragma once

#include "model/document/report_document.h"

namespace mz::test {

/// The cell of this table, row and column; `lane` -1 is any side.
inline CellRef cellOf(
    const Report &report, QStringView kind, QStringView key, QStringView column, int lane = -1)
{
    const int sheet = report.sheetOf(kind);
    if (sheet < 0)
        return {};
    const Sheet &table = report.sheets[size_t(sheet)];
    return {sheet, table.rowOf(key, lane), table.columnOf(column)};
}

inline QString printed(const Report &report, CellRef at)
{
    return report.sheets[size_t(at.sheet)].printed(at.row, at.column);
}

/// Every cell that the report's forms have.
inline std::vector<CellRef> allCells(const Report &report)
{
    std::vector<CellRef> cells;
    for (int sheet = 0; sheet < int(report.sheets.size()); ++sheet) {
        const Sheet &table = report.sheets[size_t(sheet)];
        for (int row = 0; row < table.rowCount(); ++row) {
            for (int column = 0; column < table.columnCount(); ++column) {
                if (table.hasCell(row, column))
                    cells.push_back({sheet, row, column});
            }
        }
    }
    return cells;
}

/// A new report of the family F1, with all its tables blank.
inline Report newReport(const Handbook &handbook)
{
    return Report::fromFamily(*handbook.family(u"F1"),
        {QStringLiteral("某市某局"), 2023, Identity::Scope::Department, {}});
}

/// Adds these accounts to a table of the document, or says which one it refused.
inline QString addAccounts(ReportDocument &document, QStringView kind, const QStringList &codes)
{
    for (const QString &code : codes) {
        const Done added
            = document.addAccount(document.report().sheetOf(kind), AccountCode::parse(code), {});
        if (!added)
            return code + u' ' + added.error().text();
    }
    return {};
}

/// "" where both reports are the same; otherwise the first thing that is not.
inline QString difference(const Report &a, const Report &b)
{
    if (a.sheets.size() != b.sheets.size())
        return QStringLiteral("the number of tables");
    for (size_t i = 0; i < a.sheets.size(); ++i) {
        const Sheet &x = a.sheets[i];
        const Sheet &y = b.sheets[i];
        if (x.rows != y.rows || x.columns != y.columns)
            return QStringLiteral("rows or columns of ") + x.form->kind;
        for (int row = 0; row < x.rowCount(); ++row) {
            for (int column = 0; column < x.columnCount(); ++column) {
                if (x.cell(row, column) != y.cell(row, column)
                    || x.printed(row, column) != y.printed(row, column))
                    return QStringLiteral("%1[%2].%3: “%4”, not “%5”")
                        .arg(x.form->kind, x.rows[size_t(row)].key, x.columns[size_t(column)].id,
                            x.printed(row, column), y.printed(row, column));
            }
        }
        if (!(x == y))
            return QStringLiteral("something of ") + x.form->kind;
    }
    return a == b ? QString() : QStringLiteral("something beside the tables");
}

/// "" where the running totals are what a computation from nothing gives.
inline QString differenceFromNothing(const ReportDocument &document)
{
    const Report &report = document.report();
    Report copy = report;
    Totals fresh(copy);
    fresh.recompute();
    for (const CellRef &at : allCells(report)) {
        const auto say = [&](const char *what, const QString &running, const QString &anew) {
            return QStringLiteral("%1 of %2[%3].%4: running %5, from nothing %6")
                .arg(QString::fromLatin1(what), report.sheets[size_t(at.sheet)].form->kind,
                    report.sheets[size_t(at.sheet)].rows[size_t(at.row)].key,
                    report.sheets[size_t(at.sheet)].columns[size_t(at.column)].id, running, anew);
        };
        const auto fen = [](Money money) { return QString::number(money.fen()); };
        const Totals &running = document.totals();
        if (running.isTotal(at) != fresh.isTotal(at))
            return say("kind", QString::number(running.isTotal(at)), {});
        if (running.computed(at) != fresh.computed(at))
            return say("computed", fen(running.computed(at)), fen(fresh.computed(at)));
        if (running.value(at) != fresh.value(at))
            return say("value", fen(running.value(at)), fen(fresh.value(at)));
        if (report.cell(at) != copy.cell(at) || printed(report, at) != printed(copy, at))
            return say("cell", printed(report, at), printed(copy, at));
    }
    return copy == report ? QString() : QStringLiteral("something beside the cells");
}

}  // namespace mz::test
