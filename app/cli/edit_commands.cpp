#include "app/cli/commands.h"
#include "model/checks/cell_tests.h"
#include "model/compose/composer.h"
#include "model/compose/text_gaps.h"
#include "model/document/csv_folder.h"
#include "model/document/mzr_file.h"
#include "model/document/report_document.h"
#include "model/document/report_json.h"
#include "model/manuscript/writers/text_writer.h"

#include <QCoreApplication>
#include <cstdio>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// Leaves tables and headings; sentences go, and the form's own notes stay. The
/// headings inside annexes are sentences too.
void keepFigures(Report &report)
{
    std::erase_if(report.sections, [](const Section &section) {
        return section.kind == Section::Kind::Annex && section.level > 0;
    });
    for (Section &section : report.sections) {
        std::erase_if(
            section.blocks, [](const Block &block) { return block.kind != Block::Kind::Table; });
    }
    for (Sheet &sheet : report.sheets) {
        sheet.notes = sheet.form->notes;
        if (isEmptyTable(sheet) && !sheet.form->emptyNote.isEmpty())
            sheet.notes << sheet.form->emptyNote.arg(report.identity.agency);
        if (sheet.published) {
            auto published = std::make_shared<Sheet>(*sheet.published);
            published->notes = sheet.notes;
            sheet.published = std::move(published);
        }
    }
    report.notes.clear();
}

}  // namespace

int fail(const Error &error)
{
    std::fputs((error.text() + u'\n').toUtf8().constData(), stderr);
    return Failed;
}

void printOut(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

int runSet(const CommandOptions &options, const ReadingContext &context)
{
    if (options.arguments.size() < 2 || options.out.isEmpty())
        return fail(
            {Say::tr("set takes a file, one or more KIND/ROW/COLUMN=VALUE, and --out NEW.mzr."),
                {}});
    const Result<OpenedReport> opened = openReport(options.arguments.front(), context);
    if (!opened)
        return fail(opened.error());
    ReportDocument document(context.handbook);
    document.setReport(opened->report);
    document.setEditable(true);
    for (const QString &assignment : options.arguments.sliced(1)) {
        const qsizetype equals = assignment.indexOf(u'=');
        if (equals < 0)
            return fail(
                {Say::tr("“%1” is not of the form KIND/ROW/COLUMN=VALUE.").arg(assignment), {}});
        const Result<CellRef> cell = findCell(document.report(), assignment.first(equals));
        if (!cell)
            return fail(cell.error());
        if (const Done typed = document.type(*cell, assignment.sliced(equals + 1)); !typed)
            return fail({typed.error().message, assignment.first(equals)});
    }
    if (const Done written = writeWhole(options.out, writeReportJson(document.report())); !written)
        return fail(written.error());
    return Fine;
}

int runConvert(const CommandOptions &options, const ReadingContext &context)
{
    if (options.arguments.size() != 1 || options.out.isEmpty())
        return fail({Say::tr("convert takes a file, --to FORMAT and --out PATH."), {}});
    if (options.to != u"csv" && options.to != u"mzr" && options.to != u"txt")
        return fail({Say::tr("The formats to write are csv, mzr and txt; “%1” is none of them.")
                         .arg(options.to),
            {}});
    const Result<OpenedReport> opened = openReport(options.arguments.front(), context);
    if (!opened)
        return fail(opened.error());
    Report report = opened->report;
    if (options.figuresOnly)
        keepFigures(report);
    const int missing = options.to == u"txt" ? missingTexts(textGaps(report, context.handbook)) : 0;
    const Done written = options.to == u"csv" ? writeCsvFolder(report, options.out)
        : options.to == u"mzr"                ? writeWhole(options.out, writeReportJson(report))
                               : writeWhole(options.out, writeText(compose(report)).toUtf8());
    if (!written)
        return fail(written.error());
    if (missing > 0) {
        const QString line = Say::tr("Places of the text that are still to be filled in: %1. They "
                                     "stand in it as 〔..〕.")
                                 .arg(missing);
        std::fputs((line + u'\n').toUtf8().constData(), stderr);
    }
    return Fine;
}

}  // namespace mz
