#include "model/recognize/report_doubts.h"

#include <QCoreApplication>
#include <algorithm>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(ReportDoubts)
};

using Doubt = UncertainPoint::Kind;

QString unitText(Money::Unit unit)
{
    return unit == Money::Unit::Yuan ? QStringLiteral("元") : QStringLiteral("万元");
}

bool hasAmounts(const Sheet &sheet)
{
    for (int row = 0; row < sheet.rowCount(); ++row) {
        for (int column = 0; column < sheet.columnCount(); ++column) {
            if (!sheet.cell(row, column).amount.money().isZero())
                return true;
        }
    }
    return false;
}

void addIdentityDoubts(Recognition &recognition, const RecognitionChoices &choices)
{
    const Identity &identity = recognition.report.identity;
    if (identity.agency.isEmpty())
        recognition.points.push_back({Doubt::Agency, true,
            Say::tr("The document does not say which department it is of."), {}});
    if (identity.year == 0)
        recognition.points.push_back(
            {Doubt::Year, true, Say::tr("The document does not say of which year it is."), {}});
    if (identity.scope == Identity::Scope::Unknown && !choices.scope)
        recognition.points.push_back({Doubt::Scope, false,
            Say::tr("The document does not say whether it is of a department or of a single unit."),
            {}});
}

/// A table without a unit is in the unit that all others print; where they print
/// none, or several, it is a guess.
void addUnitDoubts(Recognition &recognition)
{
    std::vector<int> silent;
    std::set<Money::Unit> printed;
    for (size_t i = 0; i < recognition.tables.size(); ++i) {
        const FoundTable &table = recognition.tables[i];
        if (table.sheet < 0)
            continue;
        const Sheet &sheet = recognition.report.sheets[size_t(table.sheet)];
        if (table.unitPrinted)
            printed.insert(sheet.unit);
        else if (hasAmounts(sheet))
            silent.push_back(int(i));
    }
    for (const int i : silent) {
        const FoundTable &table = recognition.tables[size_t(i)];
        const Money::Unit unit = recognition.report.sheets[size_t(table.sheet)].unit;
        if (printed.empty()) {
            recognition.points.push_back({Doubt::Unit, true,
                Say::tr("No table prints its unit; %1 is assumed.").arg(unitText(unit)),
                table.place});
            return;
        }
        if (printed != std::set<Money::Unit>{unit})
            recognition.points.push_back({Doubt::Unit, true,
                Say::tr("The table “%1” does not print its unit; %2 is assumed.")
                    .arg(table.title, unitText(unit)),
                table.place, i});
    }
}

void addFamilyDoubts(Recognition &recognition, const Handbook &handbook)
{
    constexpr int clear = 60;  // percent of the headings
    int tables = 0;
    int sum = 0;
    for (const FoundTable &table : recognition.tables) {
        if (table.sheet >= 0) {
            ++tables;
            sum += table.score;
        }
    }
    const int average = tables == 0 ? 0 : sum / tables;
    if (average >= clear)
        return;
    const FormFamily *family = handbook.family(recognition.report.identity.family);
    recognition.points.push_back({Doubt::Family, true,
        Say::tr("The forms are of no known family; “%1” fits best, %2 % of its headings are found.")
            .arg(family ? family->title : QString())
            .arg(average),
        {}});
}

/// A grid with the headings of a form that was not found is that form, perhaps.
void addLostTables(Recognition &recognition, const std::vector<TableRegion> &regions,
    const FormFamily &family, const RecognitionWords &words, const RecognitionChoices &choices)
{
    constexpr int alike = 80;            // percent of the headings
    constexpr qsizetype beginning = 12;  // rows that hold the headings
    std::vector<std::shared_ptr<const TableForm>> missing;
    for (const auto &form : family.forms) {
        if (recognition.report.sheetOf(form->kind) < 0)
            missing.push_back(form);
    }
    for (size_t i = 0; i < regions.size() && !missing.empty(); ++i) {
        if (!regions[i].kind.isEmpty() || choices.tables.contains(int(i))
            || recognition.tables[i].columns.size() > 120)
            continue;
        TableRegion start;
        start.rows.assign(regions[i].rows.begin(),
            regions[i].rows.begin() + qMin(beginning, qsizetype(regions[i].rows.size())));
        for (const auto &form : missing) {
            if (headingScore(start, form, words) < alike)
                continue;
            recognition.points.push_back({Doubt::Table, true,
                Say::tr("This table has the headings of “%1”, and another title.").arg(form->title),
                regions[i].place, int(i)});
            break;
        }
    }
}

}  // namespace

void addReportDoubts(Recognition &recognition, const std::vector<TableRegion> &regions,
    const Handbook &handbook, const RecognitionWords &words, const RecognitionChoices &choices)
{
    addIdentityDoubts(recognition, choices);
    if (!choices.unit)
        addUnitDoubts(recognition);
    if (!choices.family)
        addFamilyDoubts(recognition, handbook);
    if (const FormFamily *family = handbook.family(recognition.report.identity.family))
        addLostTables(recognition, regions, *family, words, choices);
}

}  // namespace mz
