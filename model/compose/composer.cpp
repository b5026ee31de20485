#include "model/compose/composer.h"

#include "model/compose/table_layout.h"
#include <algorithm>

namespace mz {

namespace {

std::vector<GridCell> columnNumbers(const TableLayout &layout)
{
    std::vector<GridCell> row;
    const auto &columns = layout.columns();
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].shows == Heading::Shows::Amount) {
            row.push_back({QString::number(columns[i].number), 1, 1});
            continue;
        }
        // 栏次 covers code and name; the 行次 column stays blank.
        int span = 1;
        while (columns[i].shows == Heading::Shows::Code && i + 1 < columns.size()
            && columns[i + 1].shows != Heading::Shows::Amount
            && columns[i + 1].shows != Heading::Shows::Line) {
            ++i;
            ++span;
        }
        const bool line = columns[i].shows == Heading::Shows::Line;
        row.push_back({line ? QString() : QStringLiteral("栏次"), 1, span});
    }
    return row;
}

void addTable(const Report &report, int index, Manuscript &manuscript)
{
    const Sheet &sheet = report.sheets[size_t(index)];
    manuscript.blocks.push_back({sheet.title, {}, {}});
    QStringList beside;
    for (const QString &line : {agencyLine(sheet, report.identity.agency), sheet.number,
             sheet.form->unitPrefix.isEmpty() ? QString() : unitLine(sheet)}) {
        if (!line.isEmpty())
            beside << line;
    }
    if (!beside.isEmpty())
        manuscript.blocks.push_back({beside.join(QStringLiteral("    ")), {}, {}});
    manuscript.blocks.push_back({composeGrid(sheet), {}, {}});
    for (const QString &note : sheet.notes)
        manuscript.blocks.push_back({note, {}, {}});
    bool empty = !report.isPublication && !sheet.form->emptyNote.isEmpty();
    for (int row = 0; row < sheet.rowCount() && empty; ++row) {
        for (int column = 0; column < sheet.columnCount(); ++column)
            empty = empty && sheet.cell(row, column).amount.money().isZero();
    }
    // A published table has what was published; ours says itself that it is empty.
    if (empty)
        manuscript.blocks.push_back({sheet.form->emptyNote.arg(report.identity.agency), {}, {}});
}

}  // namespace

TextGrid composeGrid(const Sheet &sheet)
{
    const TableLayout layout(sheet);
    TextGrid grid;
    grid.rows.resize(size_t(layout.headingRows()));
    std::vector<TableLayout::HeadingCell> headings = layout.headings();
    std::stable_sort(headings.begin(), headings.end(),
        [](const auto &a, const auto &b) { return a.column < b.column; });
    for (const TableLayout::HeadingCell &cell : headings)
        grid.rows[size_t(cell.row)].push_back({cell.title, cell.rowSpan, cell.columnSpan});
    if (layout.hasColumnNumbers())
        grid.rows.push_back(columnNumbers(layout));
    for (int row = 0; row < layout.rowCount(); ++row) {
        std::vector<GridCell> cells;
        for (int column = 0; column < layout.columnCount(); ++column) {
            const TableLayout::Place place = layout.at(row, column);
            if (place.covered)
                continue;
            GridCell cell;
            cell.columnSpan = place.span;
            const TableLayout::Column &shown = layout.columns()[size_t(column)];
            if (place.sheetRow >= 0) {
                const SheetRow &line = sheet.rows[size_t(place.sheetRow)];
                if (place.shows == Heading::Shows::Code)
                    cell.text = TableLayout::codeText(line, shown.codeLevel);
                else if (place.shows == Heading::Shows::Label)
                    cell.text = QString(line.indent * 2, u' ') + line.label;
                else if (place.shows == Heading::Shows::Amount)
                    cell.text = sheet.printed(place.sheetRow, place.sheetColumn);
            }
            if (shown.shows == Heading::Shows::Line && place.shows != Heading::Shows::Label)
                cell.text = layout.lineNumber(sheet, row, shown.lane);
            cells.push_back(std::move(cell));
        }
        grid.rows.push_back(std::move(cells));
    }
    return grid;
}

Manuscript composeTable(const Report &report, int sheet)
{
    Manuscript manuscript;
    addTable(report, sheet, manuscript);
    return manuscript;
}

Manuscript compose(const Report &report)
{
    Manuscript manuscript;
    for (const Section &section : report.sections) {
        const QString gap
            = section.level == 0 && !section.number.isEmpty() && !section.title.isEmpty()
            ? QStringLiteral(" ")
            : QString();
        if (section.kind == Section::Kind::Annex && section.level == 0
            && !section.number.endsWith(u'、')) {
            // "附件2" stands on a line of its own.
            for (const QString &line : {section.number, section.title}) {
                if (!line.isEmpty())
                    manuscript.blocks.push_back({line, {}, {}});
            }
        } else if (const QString heading = section.number + gap + section.title;
                   !heading.isEmpty()) {
            manuscript.blocks.push_back({heading, {}, {}});
        }
        for (const Block &block : section.blocks) {
            switch (block.kind) {
            case Block::Kind::Paragraph:
                manuscript.blocks.push_back({block.text, {}, {}});
                break;
            case Block::Kind::Table:
                addTable(report, block.sheet, manuscript);
                break;
            case Block::Kind::Grid:
                manuscript.blocks.push_back({block.grid, {}, {}});
                break;
            }
        }
    }
    // No table is lost because the text does not name it.
    for (size_t sheet = 0; sheet < report.sheets.size(); ++sheet) {
        const bool placed = std::any_of(
            report.sections.begin(), report.sections.end(), [sheet](const Section &section) {
                return std::any_of(
                    section.blocks.begin(), section.blocks.end(), [sheet](const Block &block) {
                        return block.kind == Block::Kind::Table && block.sheet == int(sheet);
                    });
            });
        if (!placed)
            addTable(report, int(sheet), manuscript);
    }
    return manuscript;
}

}  // namespace mz
