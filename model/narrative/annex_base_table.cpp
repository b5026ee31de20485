#include "model/narrative/annex_reading.h"

#include "model/domain/text.h"
#include <QRegularExpression>

namespace mz {

namespace {

using Meaning = AnnexField::Meaning;
using Part = AnnexLine::Part;

/// The headings of the lines of money: "2022年决算数" is last year's where
/// "2023年决算数" stands beside it.
AnnexReading::Headings moneyHeadings(const AnnexReading &reading, int row)
{
    static const QRegularExpression year(QStringLiteral("(20\\d\\d)年"));
    AnnexReading::Headings headings = reading.headingsIn(row, u"columns.base");
    int latest = 0;
    std::vector<int> years;
    years.reserve(headings.size());
    for (const AnnexReading::Heading &heading : headings) {
        const auto match = year.match(normalized(reading.grid.text(heading.place)));
        years.push_back(match.hasMatch() ? match.captured(1).toInt() : 0);
        latest = qMax(latest, years.back());
    }
    for (size_t i = 0; i < headings.size(); ++i) {
        if (headings[i].id == u"actual" && years[i] > 0 && years[i] < latest)
            headings[i].id = QStringLiteral("last");
    }
    return headings;
}

/// One row of numbers below a row of headings; a dash is not one.
void readSmall(const AnnexReading &reading, QStringView list, size_t atLeast, Part part,
    const std::function<Meaning(const QString &)> &meaning, AnnexTable &table)
{
    AnnexReading::Headings headings;
    const int row = reading.headingRow(list, atLeast, 0, &headings);
    if (row < 0 || row + 1 >= reading.grid.rowCount())
        return;
    AnnexLine line;
    line.part = part;
    line.label = reading.label(reading.grid.row(row).front());
    reading.addFields(line, headings, row + 1, meaning);
    if (!line.fields.empty())
        table.lines.push_back(std::move(line));
}

/// What a line of money is: its level and its name.
void nameLine(const AnnexReading &reading, const QString &printed, AnnexLine &line)
{
    static const QRegularExpression numbered(QStringLiteral("^\\d{1,2}[、.,](?!\\d)"));
    const QString text = normalized(printed);
    QString bare = text;
    if (bare.startsWith(u"其中")) {
        line.isAmong = true;
        bare = bare.mid(2).remove(QRegularExpression(QStringLiteral("^[:、]")));
    }
    if (bare.endsWith(u':'))
        bare.chop(1);
    line.level = numbered.match(bare).hasMatch() ? 1 : 2;
    if (line.level == 1)
        bare.remove(numbered);
    else if (!line.isAmong) {
        // "项目支出" heads its lines; "某项目支出" is one of them.
        const QString id = reading.words.find(u"rows.headings", bare);
        for (const auto &[known, words] : reading.words.list(u"rows.headings")) {
            const bool starts
                = std::any_of(words.begin(), words.end(), [&bare](const QString &word) {
                      return bare.startsWith(word) || bare == QStringLiteral("部门") + word;
                  });
            if (known == id && !id.isEmpty() && starts) {
                line.id = id;
                line.level = 0;
            }
        }
    }
    line.label = bare;
}

}  // namespace

bool readBaseTable(const AnnexReading &reading, AnnexTable &table)
{
    readSmall(
        reading, u"columns.staff", 2, Part::Staff,
        [](const QString &column) { return column == u"rate" ? Meaning::Percent : Meaning::Count; },
        table);
    AnnexReading::Headings headings;
    int heading = -1;
    for (int row = 0; row < reading.grid.rowCount() && heading < 0; ++row) {
        headings = moneyHeadings(reading, row);
        if (headings.size() >= 2 && AnnexReading::find(headings, u"budget"))
            heading = row;
    }
    if (heading < 0)
        return false;
    int top = -1;
    int numbered = -1;
    int named = 0;
    for (int row = heading + 1; row < reading.grid.rowCount(); ++row) {
        const auto &places = reading.grid.row(row);
        // Another group of columns begins.
        if (!reading.headingsIn(row, u"columns.building").empty())
            break;
        if (places.size() < 2)
            continue;
        const AnnexGrid::Place *first = nullptr;
        for (const AnnexGrid::Place &place : places) {
            if (!reading.grid.text(place).trimmed().isEmpty()) {
                first = &place;
                break;
            }
        }
        int start = 0;
        int length = 0;
        if (!first || readAnnexNumber(reading.grid.text(*first), reading.unit, &start, &length))
            continue;
        AnnexLine line;
        line.part = Part::Base;
        nameLine(reading, reading.grid.text(*first), line);
        reading.addFields(line, headings, row, [](const QString &) { return Meaning::Amount; });
        // A sentence in the place of a number is none of the lines.
        if (line.fields.empty())
            continue;
        const int index = int(table.lines.size());
        if (line.level == 0) {
            top = index;
            numbered = -1;
            ++named;
        } else if (line.level == 1) {
            numbered = index;
            line.parent = top;
        } else {
            line.parent = numbered >= 0 ? numbered : top;
        }
        if (line.level > 0 && top >= 0 && table.lines[size_t(top)].id == u"three_public")
            line.id = reading.words.find(u"rows.three_public", line.label);
        table.lines.push_back(std::move(line));
    }
    readSmall(
        reading, u"columns.building", 3, Part::Building,
        [](const QString &column) {
            return column.endsWith(u"rate") ? Meaning::Percent : Meaning::Count;
        },
        table);
    return named >= 2;
}

bool readArrivedTable(const AnnexReading &reading, AnnexTable &table)
{
    AnnexReading::Headings headings;
    const int heading = reading.headingRow(u"columns.arrived", 2, 0, &headings);
    const AnnexReading::Heading *name = AnnexReading::find(headings, u"name");
    if (heading < 0 || !name || !AnnexReading::find(headings, u"amount"))
        return false;
    for (int row = heading + 1; row < reading.grid.rowCount(); ++row) {
        const AnnexGrid::Place *place = reading.grid.under(name->place, row);
        if (!place || reading.grid.text(*place).trimmed().isEmpty())
            continue;
        AnnexLine line;
        line.label = reading.label(*place);
        const bool total = reading.words.has(u"rows.total", normalized(line.label));
        line.part = total ? Part::Total : Part::Project;
        line.id = total ? QStringLiteral("total") : QString();
        if (const AnnexGrid::Place *amount
            = reading.grid.under(AnnexReading::find(headings, u"amount")->place, row)) {
            if (auto field = reading.field(*amount, QStringLiteral("amount"), Meaning::Amount))
                line.fields.push_back(*std::move(field));
        }
        table.lines.push_back(std::move(line));
        if (total)
            break;
    }
    return table.lines.size() >= 2;
}

}  // namespace mz
