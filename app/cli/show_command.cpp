#include "app/cli/commands.h"
#include "model/domain/figures.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mz {

namespace {

QJsonValue amountValue(const Sheet &sheet, int row, int column)
{
    const Amount &amount = sheet.cell(row, column).amount;
    if (amount.isNumber())
        return amount.money().toString(sheet.unit, amount.decimals());
    const bool unreadable = amount.state() == Amount::State::Unreadable;
    return unreadable ? QJsonValue(sheet.printed(row, column)) : QJsonValue();
}

QJsonObject tableObject(const Sheet &sheet)
{
    QJsonArray columns;
    for (const SheetColumn &column : sheet.columns)
        columns.append(QJsonObject{
            {QStringLiteral("id"), column.id}, {QStringLiteral("title"), column.title}});
    QJsonArray rows;
    for (int row = 0; row < sheet.rowCount(); ++row) {
        const SheetRow &line = sheet.rows[size_t(row)];
        QJsonArray values;
        for (int column = 0; column < sheet.columnCount(); ++column)
            values.append(amountValue(sheet, row, column));
        QJsonObject object{{QStringLiteral("key"), line.key}, {QStringLiteral("label"), line.label},
            {QStringLiteral("values"), values}};
        const QString &side = sheet.form->lanes[size_t(line.lane)].side;
        if (!side.isEmpty())
            object.insert(QStringLiteral("side"), side);
        rows.append(object);
    }
    return {{QStringLiteral("kind"), sheet.form->kind}, {QStringLiteral("number"), sheet.number},
        {QStringLiteral("title"), sheet.title},
        {QStringLiteral("unit"),
            sheet.unit == Money::Unit::Yuan ? QStringLiteral("元") : QStringLiteral("万元")},
        {QStringLiteral("columns"), columns}, {QStringLiteral("rows"), rows},
        {QStringLiteral("notes"), QJsonArray::fromStringList(sheet.notes)}};
}

QJsonObject sectionObject(const Section &section, const Report &report)
{
    QJsonArray paragraphs, grids, tables;
    for (const Block &block : section.blocks) {
        if (block.kind == Block::Kind::Paragraph)
            paragraphs.append(block.text);
        else if (block.kind == Block::Kind::Table)
            tables.append(report.sheets[size_t(block.sheet)].form->kind);
        else {
            QJsonArray rows;
            for (const auto &row : block.grid.rows) {
                QJsonArray cells;
                for (const GridCell &cell : row)
                    cells.append(cell.text);
                rows.append(cells);
            }
            grids.append(rows);
        }
    }
    QJsonObject object{{QStringLiteral("number"), section.number},
        {QStringLiteral("title"), section.title}, {QStringLiteral("level"), section.level},
        {QStringLiteral("paragraphs"), paragraphs}};
    if (!grids.isEmpty())
        object.insert(QStringLiteral("grids"), grids);
    if (!tables.isEmpty())
        object.insert(QStringLiteral("tables"), tables);
    return object;
}

QJsonObject figuresObject(const Report &report, const Handbook &handbook)
{
    const CellResolver resolver(report);
    QJsonObject figures;
    for (const Figure &figure : handbook.figures().figures()) {
        const auto value = evaluateFigure(figure, report, resolver);
        if (!value)
            continue;
        const Money::Unit unit = report.sheets[size_t(value->cells.front().sheet)].unit;
        const Amount &amount = value->amount;
        figures.insert(figure.id,
            amount.isNumber() ? QJsonValue(amount.money().toString(unit, amount.decimals()))
                              : QJsonValue());
    }
    return figures;
}

QByteArray jsonText(const Report &report, const Handbook &handbook)
{
    QJsonArray tables, sections, annexes, notes;
    for (const Sheet &sheet : report.sheets)
        tables.append(tableObject(sheet));
    for (const Section &section : report.sections)
        (section.kind == Section::Kind::Annex ? annexes : sections)
            .append(sectionObject(section, report));
    for (const Note &note : report.notes)
        notes.append(QJsonObject{
            {QStringLiteral("text"), note.text}, {QStringLiteral("place"), note.place}});
    const QJsonObject object{{QStringLiteral("agency"), report.identity.agency},
        {QStringLiteral("year"), report.identity.year},
        {QStringLiteral("family"), report.identity.family}, {QStringLiteral("tables"), tables},
        {QStringLiteral("figures"), figuresObject(report, handbook)},
        {QStringLiteral("sections"), sections}, {QStringLiteral("annexes"), annexes},
        {QStringLiteral("notes"), notes}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString summary(const Report &report)
{
    QString text = QStringLiteral("%1 · %2 · %3\n")
                       .arg(report.identity.agency)
                       .arg(report.identity.year)
                       .arg(report.identity.family);
    for (const Sheet &sheet : report.sheets) {
        qsizetype figures = 0;
        for (int row = 0; row < sheet.rowCount(); ++row) {
            for (int column = 0; column < sheet.columnCount(); ++column)
                figures += sheet.cell(row, column).amount.isNumber() ? 1 : 0;
        }
        text += QStringLiteral("%1  %2  ").arg(sheet.form->kind, sheet.title)
            + QCoreApplication::translate("Cli", "%1 rows, %2 figures")
                  .arg(sheet.rowCount())
                  .arg(figures)
            + u'\n';
    }
    for (const Section &section : report.sections) {
        if (!section.title.isEmpty() || !section.number.isEmpty())
            text
                += QString(section.level * 2, u' ') + section.number + u' ' + section.title + u'\n';
    }
    for (const Note &note : report.notes)
        text += QCoreApplication::translate("Cli", "Note")
            + QStringLiteral(": %1 (%2)\n").arg(note.text, note.place);
    return text;
}

}  // namespace

int runShow(const CommandOptions &options, const ReadingContext &context)
{
    if (options.arguments.size() != 1)
        return fail({QCoreApplication::translate("Cli", "show takes one file."), {}});
    const Result<OpenedReport> opened = openReport(options.arguments.front(), context);
    if (!opened)
        return fail(opened.error());
    printOut(options.json ? jsonText(opened->report, context.handbook)
                          : summary(opened->report).toUtf8());
    return Fine;
}

}  // namespace mz
