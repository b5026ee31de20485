#pragma once

#include "tests/model/recognize/sample_report.h"
#include "tests/support/hunan.h"

namespace mz::test {

/// A report to try formats with.
struct RealReport
{
    const char *name;
    QString path;
};

inline std::vector<RealReport> realReports()
{
    const QString reports = QStringLiteral(MINGZHANG_SHARED "/reports/");
    return {{"Hunan", QStringLiteral(MINGZHANG_SOURCE "/resources/samples/huaihua-2023.mzr")},
        {"Shanghai, new form", reports + QStringLiteral("putuo-shehuigongzuobu-2024.pdf")},
        {"Shanghai, old form", reports + QStringLiteral("putuo-caizhengju-2024.pdf")}};
}

/// The first thing that two reports say differently in their tables, or "".
inline QString tablesDiffer(const Report &a, const Report &b)
{
    if (a.identity != b.identity)
        return QStringLiteral("identity: %1 %2, %3 %4")
            .arg(a.identity.agency, b.identity.agency)
            .arg(a.identity.year)
            .arg(b.identity.year);
    if (a.sheets.size() != b.sheets.size())
        return QStringLiteral("%1 and %2 tables").arg(a.sheets.size()).arg(b.sheets.size());
    for (size_t i = 0; i < a.sheets.size(); ++i) {
        if (const QString found = difference(a.sheets[i], b.sheets[i]); !found.isEmpty())
            return found;
    }
    return {};
}

/// On paper a name runs over as many lines as its cell is narrow.
inline Report withWholeNames(Report report)
{
    for (Sheet &sheet : report.sheets) {
        for (SheetRow &row : sheet.rows)
            row.label.remove(u'\n');
    }
    return report;
}

}  // namespace mz::test
