#pragma once

#include "model/document/report_document.h"
#include "tests/support/hunan.h"

namespace mz::test {

/// A small F1 report, typed by hand: one class with two items in T02, T03 and
/// T05, and the three public expenses.
inline Report typedReport()
{
    const FormFamily *family = context().handbook.family(u"F1");
    Identity identity;
    identity.agency = QStringLiteral("示例市档案馆");
    identity.year = 2023;
    identity.scope = Identity::Scope::Department;
    ReportDocument document(context().handbook);
    document.setReport(Report::fromFamily(*family, identity));
    const auto type = [&document](const char *kind, const char *row, const char *column,
                          const char *amount) {
        const int sheet = document.report().sheetOf(QString::fromLatin1(kind));
        const Sheet &table = document.report().sheets[size_t(sheet)];
        const int line = table.rowOf(QString::fromLatin1(row));
        const Done typed = document.type({sheet, line, table.columnOf(QString::fromLatin1(column))},
            QString::fromLatin1(amount));
        if (!typed)
            qFatal("%s", qPrintable(typed.error().text()));
    };
    for (const char *kind : {"T02", "T03", "T05"}) {
        const int sheet = document.report().sheetOf(QString::fromLatin1(kind));
        for (const char *code : {"2012601", "2012604"}) {
            if (!document.addAccount(sheet, AccountCode::parse(QString::fromLatin1(code)), {}))
                qFatal("the account %s could not be added", code);
        }
    }
    type("T02", "2012601", "fiscal", "120.50");
    type("T02", "2012604", "fiscal", "30");
    type("T03", "2012601", "basic", "120.50");
    type("T03", "2012604", "project", "30");
    type("T05", "2012601", "basic", "120.50");
    type("T05", "2012604", "project", "30");
    type("T09", "total", "budget.reception", "2");
    type("T09", "total", "actual.reception", "1.42");
    return document.report();
}

}  // namespace mz::test
