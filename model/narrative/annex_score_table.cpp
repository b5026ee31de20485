#include "model/narrative/annex_reading.h"

#include "model/domain/text.h"
#include <QRegularExpression>

namespace mz {

namespace {

using Meaning = AnnexField::Meaning;
using Part = AnnexLine::Part;

Meaning meaningOf(const QString &column)
{
    if (column == u"score" || column == u"points")
        return Meaning::Score;
    if (column == u"rate")
        return Meaning::Percent;
    const bool money = column == u"initial" || column == u"full" || column == u"actual";
    return money ? Meaning::Amount : Meaning::Text;
}

/// "其中：一般公共预算：3618.79" is a line of its own within one cell.
void readWithin(const AnnexReading &reading, int row, AnnexTable &table)
{
    static const QRegularExpression parts(QStringLiteral(
        "([^\\d:：\\n]{2,30})[:：][\\s\\x{3000}]*(-?\\d[\\d,，]{0,20}(?:[.．]\\d{1,6})?)?"
        "[\\s\\x{3000}]*(?:万元)?[\\s\\x{3000}]*(?=$|\\n)"));
    const auto &places = reading.grid.row(row);
    for (size_t i = 0; i < places.size(); ++i) {
        const QString &text = reading.grid.text(places[i]);
        constexpr qsizetype longest = 200;
        if (text.size() > longest)
            continue;
        auto matches = parts.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const QString label = normalized(match.captured(1));
            const QString income = reading.words.find(u"rows.income", label);
            const QString kind = reading.words.find(u"rows.expenditure", label);
            if (income.isEmpty() == kind.isEmpty())
                continue;
            AnnexLine line;
            line.part = kind.isEmpty() ? Part::Income : Part::Expenditure;
            line.id = kind.isEmpty() ? income : kind;
            line.label = match.captured(1).simplified();
            AnnexField field;
            field.meaning = Meaning::Amount;
            field.column = QStringLiteral("amount");
            field.row = places[i].row;
            field.cell = places[i].cell;
            field.start = int(match.hasCaptured(2) ? match.capturedStart(2) : text.size());
            field.length = int(match.capturedLength(2));
            field.printed = match.captured(2);
            const auto amount = Amount::parsePrinted(field.printed, reading.unit);
            if (amount && !table.line(line.part, line.id)) {
                field.number = *amount;
                line.fields.push_back(std::move(field));
                table.lines.push_back(std::move(line));
            }
        }
    }
}

/// The rows of money: their columns, or parts of cells.
void readFunds(const AnnexReading &reading, const AnnexReading::Headings &headings, int first,
    int last, AnnexTable &table)
{
    for (int row = first; row < last; ++row) {
        AnnexLine line;
        line.part = Part::Funds;
        for (const AnnexGrid::Place &place : reading.grid.row(row)) {
            const QString text = normalized(reading.grid.text(place));
            const QString id = reading.words.find(u"rows.funds", text);
            static const QRegularExpression digit(QStringLiteral("\\d|:$"));
            if (!id.isEmpty() && !digit.match(text).hasMatch()) {
                line.id = id;
                line.label = reading.label(place);
            }
        }
        if (!line.id.isEmpty() && !table.line(Part::Funds, line.id))
            reading.addFields(line, headings, row, meaningOf);
        const bool any = std::any_of(line.fields.begin(), line.fields.end(),
            [](const AnnexField &field) { return field.meaning == Meaning::Amount; });
        if (any)
            table.lines.push_back(std::move(line));
        else
            readWithin(reading, row, table);
    }
}

/// "产出指标（50分）": the group, with the score that it states.
int addGroup(const AnnexReading &reading, const AnnexGrid::Place &place, AnnexTable &table)
{
    static const QRegularExpression stated(
        QStringLiteral("[(（]?[\\s\\x{3000}]*(\\d{1,3}(?:\\.\\d{1,2})?)[\\s\\x{3000}]*分[)）]?"));
    AnnexLine group;
    group.part = Part::Group;
    const QString &text = reading.grid.text(place);
    group.label = reading.label(place);
    const auto match = stated.match(toHalfWidth(text));
    if (match.hasMatch()) {
        AnnexField field;
        field.meaning = Meaning::Score;
        field.column = QStringLiteral("score");
        field.row = place.row;
        field.cell = place.cell;
        field.start = int(match.capturedStart(1));
        field.length = int(match.capturedLength(1));
        field.printed = match.captured(1);
        if (const auto number = Amount::parsePrinted(field.printed, Money::Unit::TenThousandYuan)) {
            field.number = *number;
            group.fields.push_back(std::move(field));
        }
    }
    table.lines.push_back(std::move(group));
    return int(table.lines.size()) - 1;
}

/// A total may stand left of its column where the row is merged another way.
bool readTotal(
    const AnnexReading &reading, const AnnexReading::Headings &headings, int row, AnnexTable &table)
{
    bool total = false;
    for (const AnnexGrid::Place &place : reading.grid.row(row))
        total = total || reading.words.has(u"rows.total", normalized(reading.grid.text(place)));
    if (!total)
        return false;
    AnnexLine line;
    line.part = Part::Total;
    line.id = QStringLiteral("total");
    line.label = reading.label(reading.grid.row(row).front());
    AnnexReading::Headings scores;
    for (const AnnexReading::Heading &heading : headings) {
        if (heading.id == u"score" || heading.id == u"points")
            scores.push_back(heading);
    }
    reading.addFields(line, scores, row, meaningOf);
    table.lines.push_back(std::move(line));
    return true;
}

void readIndicators(const AnnexReading &reading, const AnnexReading::Headings &headings, int first,
    AnnexTable &table)
{
    const AnnexReading::Heading *level1 = AnnexReading::find(headings, u"first");
    const AnnexReading::Heading *level2 = AnnexReading::find(headings, u"second");
    const AnnexReading::Heading *level3 = AnnexReading::find(headings, u"third");
    int group = -1;
    QString second;
    for (int row = first; row < reading.grid.rowCount(); ++row) {
        if (readTotal(reading, headings, row, table))
            return;
        if (const AnnexGrid::Place *place
            = level1 ? reading.grid.under(level1->place, row) : nullptr;
            place && !reading.grid.text(*place).trimmed().isEmpty())
            group = addGroup(reading, *place, table);
        if (const AnnexGrid::Place *place
            = level2 ? reading.grid.under(level2->place, row) : nullptr;
            place && !reading.grid.text(*place).trimmed().isEmpty())
            second = reading.label(*place);
        AnnexLine line;
        line.part = Part::Indicator;
        line.parent = group;
        line.second = second;
        if (const AnnexGrid::Place *place
            = level3 ? reading.grid.covering(level3->place, row) : nullptr)
            line.label = reading.label(*place);
        AnnexReading::Headings values;
        for (const AnnexReading::Heading &heading : headings) {
            if (heading.id != u"first" && heading.id != u"second" && heading.id != u"third")
                values.push_back(heading);
        }
        reading.addFields(line, values, row, meaningOf);
        if (!line.fields.empty())
            table.lines.push_back(std::move(line));
    }
}

/// The name of the project or of the unit: the cell behind its label.
void readName(const AnnexReading &reading, int last, AnnexTable &table)
{
    for (int row = 0; row < last; ++row) {
        const auto &places = reading.grid.row(row);
        for (size_t i = 0; i + 1 < places.size(); ++i) {
            const QString text = normalized(reading.grid.text(places[i]));
            const QString id = reading.words.find(u"rows.names", text);
            if (id.isEmpty() || !table.name.isEmpty())
                continue;
            table.name = reading.label(places[i + 1]);
            table.kind = id == u"project" ? AnnexTable::Kind::Project : AnnexTable::Kind::Overall;
        }
    }
}

}  // namespace

bool readScoreTable(const AnnexReading &reading, AnnexTable &table)
{
    AnnexReading::Headings funds;
    AnnexReading::Headings indicators;
    const int money = reading.headingRow(u"columns.funds", 4, 0, &funds);
    const int second = reading.headingRow(u"columns.indicators", 4, money + 1, &indicators);
    if (second < 0 || !AnnexReading::find(indicators, u"score"))
        return false;
    table.kind = AnnexTable::Kind::Overall;
    readName(reading, money < 0 ? second : money, table);
    if (money >= 0) {
        int last = second;
        // Goals stand between the money and the indicators.
        for (int row = second - 1; row > money; --row) {
            for (const AnnexGrid::Place &place : reading.grid.row(row)) {
                if (reading.words.has(u"rows.goals", normalized(reading.grid.text(place))))
                    last = row;
            }
        }
        readFunds(reading, funds, money + 1, last, table);
    }
    readIndicators(reading, indicators, second + 1, table);
    return true;
}

}  // namespace mz
