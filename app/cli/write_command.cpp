#include "app/cli/commands.h"
#include "model/compose/narrative_writer.h"
#include "model/document/mzr_file.h"
#include "model/document/report_document.h"
#include "model/document/report_json.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <cstdio>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// "general.expenditure@last=12.00"
Done enter(const QString &assignment, ReportDocument &document)
{
    static constexpr std::pair<QStringView, Phase> phases[]
        = {{u"actual", Phase::Actual}, {u"initial", Phase::BudgetInitial},
            {u"full", Phase::BudgetFull}, {u"budget", Phase::Budget}, {u"last", Phase::Last}};
    const qsizetype equals = assignment.indexOf(u'=');
    if (equals <= 0)
        return Error{Say::tr("“%1” is not of the form FIGURE[@PHASE]=VALUE.").arg(assignment), {}};
    const QString name = assignment.first(equals);
    SideFigure figure;
    figure.figure = name.section(u'@', 0, 0);
    const QString phase = name.section(u'@', 1);
    bool known = phase.isEmpty();
    for (const auto &[word, value] : phases) {
        if (phase == word) {
            figure.phase = value;
            known = true;
        }
    }
    if (!known)
        return Error{
            Say::tr("“%1” is none of actual, initial, full, budget, last.").arg(phase), assignment};
    const QString family = figure.figure.contains(u'[')
        ? figure.figure.section(u'[', 0, 0) + QStringLiteral("[code]")
        : figure.figure;
    if (!document.handbook().figures().find(family))
        return Error{Say::tr("There is no figure “%1”.").arg(figure.figure), assignment};
    const Result<Amount> amount
        = document.readSideFigure(figure.figure, assignment.sliced(equals + 1));
    if (!amount)
        return Error{amount.error().message, assignment};
    figure.amount = *amount;
    return document.setSideFigures({figure});
}

}  // namespace

int runWrite(const CommandOptions &options, const ReadingContext &context)
{
    if (options.arguments.isEmpty() || options.out.isEmpty())
        return fail(
            {Say::tr("write takes a file, figures that no table holds, and --out NEW.mzr."), {}});
    const Result<OpenedReport> opened = openReport(options.arguments.front(), context);
    if (!opened)
        return fail(opened.error());
    ReportDocument document(context.handbook);
    document.setReport(opened->report);
    document.setEditable(true);
    if (!options.last.isEmpty()) {
        const Result<OpenedReport> last = openReport(options.last, context);
        if (!last)
            return fail(last.error());
        const QString source = QFileInfo(options.last).fileName();
        if (const Done taken = document.takeLastYear(last->report, source); !taken)
            return fail(taken.error());
    }
    for (const QString &assignment : options.arguments.sliced(1)) {
        if (const Done entered = enter(assignment, document); !entered)
            return fail(entered.error());
    }
    if (const Done written = document.writeNarrative(); !written)
        return fail(written.error());
    for (const OpenGap &gap : openGaps(document.report())) {
        const QString line
            = Say::tr("%1: still missing: %2 (%3)").arg(gap.title, gap.hint, gap.gap);
        std::fputs((line + u'\n').toUtf8().constData(), stderr);
    }
    if (const Done saved = writeWhole(options.out, writeReportJson(document.report())); !saved)
        return fail(saved.error());
    return Fine;
}

}  // namespace mz
