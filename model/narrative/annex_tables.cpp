#include "model/narrative/annex_tables.h"

#include "model/domain/text.h"
#include "model/narrative/annex_reading.h"
#include <algorithm>

namespace mz {

namespace {

constexpr qsizetype longestTitle = 60;
constexpr qsizetype linesAbove = 3;
constexpr size_t mostTables = 200;
constexpr int rowsOfHeading = 8;

/// Whether a title names this kind of table.
bool isNamed(const AnnexWords &words, const QStringList &titles, QStringView kind)
{
    for (const auto &[id, names] : words.list(u"titles")) {
        if (id != kind)
            continue;
        for (const QString &title : titles) {
            const QString text = normalized(title);
            if (std::any_of(names.begin(), names.end(),
                    [&text](const QString &name) { return text.contains(name); }))
                return true;
        }
    }
    return false;
}

/// 元, where the heading says so and does not say 万元.
Money::Unit unitOf(const AnnexGrid &grid, const QStringList &titles)
{
    QString text = titles.join(u'\n');
    for (int row = 0; row < std::min(grid.rowCount(), rowsOfHeading); ++row) {
        for (const AnnexGrid::Place &place : grid.row(row)) {
            if (grid.text(place).size() <= longestTitle)
                text += grid.text(place) + u'\n';
        }
    }
    text = normalized(text);
    const bool yuan = text.contains(u"(元)") || text.contains(u"单位:元");
    return yuan && !text.contains(u"万元") ? Money::Unit::Yuan : Money::Unit::TenThousandYuan;
}

}  // namespace

const AnnexField *AnnexLine::field(QStringView column) const
{
    for (const AnnexField &known : fields) {
        if (known.column == column)
            return &known;
    }
    return nullptr;
}

const AnnexLine *AnnexTable::line(AnnexLine::Part part, QStringView id) const
{
    for (const AnnexLine &known : lines) {
        if (known.part == part && known.id == id)
            return &known;
    }
    return nullptr;
}

const AnnexField *AnnexTable::field(AnnexLine::Part part, QStringView id, QStringView column) const
{
    const AnnexLine *known = line(part, id);
    return known ? known->field(column) : nullptr;
}

std::optional<AnnexTable> readAnnexTable(
    const TextGrid &grid, const QStringList &titles, const AnnexWords &words)
{
    AnnexReading reading(grid, words);
    QStringList names = titles;
    // A title may be the grid's own first row.
    for (int row = 0; row < std::min(reading.grid.rowCount(), 2); ++row) {
        if (reading.grid.row(row).size() == 1)
            names << reading.grid.text(reading.grid.row(row).front());
    }
    reading.unit = unitOf(reading.grid, names);
    AnnexTable table;
    table.unit = reading.unit;
    table.title = titles.isEmpty() ? QString() : titles.front();
    const bool overall = isNamed(words, names, u"overall");
    const bool project = isNamed(words, names, u"project");
    if (isNamed(words, names, u"base") && readBaseTable(reading, table)) {
        table.kind = AnnexTable::Kind::Base;
        return table;
    }
    if ((overall || project) && readScoreTable(reading, table)) {
        // What the table itself names counts more than the title above it.
        const AnnexLine *money = table.line(AnnexLine::Part::Funds, u"current");
        const bool single
            = project && (!overall || money || table.kind == AnnexTable::Kind::Project);
        table.kind = single ? AnnexTable::Kind::Project : AnnexTable::Kind::Overall;
        return table;
    }
    if (isNamed(words, names, u"arrived") && readArrivedTable(reading, table)) {
        table.kind = AnnexTable::Kind::Arrived;
        return table;
    }
    return {};
}

std::vector<AnnexTable> readAnnexTables(const Report &report, const AnnexWords &words, int wanted)
{
    std::vector<AnnexTable> tables;
    for (size_t s = 0; s < report.sections.size(); ++s) {
        if (wanted >= 0 && int(s) != wanted)
            continue;
        const Section &section = report.sections[s];
        QStringList above;
        for (size_t b = 0; b < section.blocks.size(); ++b) {
            const Block &block = section.blocks[b];
            if (block.kind == Block::Kind::Paragraph) {
                const QString text = block.text.trimmed();
                if (!text.isEmpty() && text.size() <= longestTitle)
                    above.prepend(text);
                else if (!text.isEmpty())
                    above.clear();
            }
            if (block.kind != Block::Kind::Grid)
                continue;
            // The nearest line that is a title comes first; the section's is the last.
            QStringList titles = above.mid(0, linesAbove);
            titles << section.title;
            if (auto table = readAnnexTable(block.grid, titles, words)) {
                table->section = int(s);
                table->block = int(b);
                if (tables.size() < mostTables)
                    tables.push_back(*std::move(table));
            }
        }
    }
    return tables;
}

}  // namespace mz
