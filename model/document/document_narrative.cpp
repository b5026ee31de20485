#include "model/compose/last_year.h"
#include "model/compose/narrative_writer.h"
#include "model/document/commands.h"
#include "model/document/report_document.h"

#include <algorithm>

namespace mz {

Done ReportDocument::loadTemplates()
{
    const QString &family = m_report.identity.family;
    if (m_templates && m_templatesFamily == family)
        return done();
    Result<NarrativeTemplates> templates = NarrativeTemplates::load(QStringLiteral(":"), family);
    if (!templates)
        return templates.error();
    m_templates = std::move(*templates);
    m_templatesFamily = family;
    return done();
}

void ReportDocument::followFigures()
{
    const bool any = std::any_of(m_report.sections.begin(), m_report.sections.end(),
        [](const Section &section) { return section.isWritten(); });
    if (!any || !loadTemplates())
        return;
    rewriteNarrative(m_report, m_handbook, *m_templates);
    emit sectionsChanged();
}

Done ReportDocument::replaceSections(Report candidate, const QString &text)
{
    rewriteNarrative(candidate, m_handbook, *m_templates);
    if (candidate.sections != m_report.sections)
        m_undoStack.push(new ReplaceSections(*this, std::move(candidate.sections), text));
    return done();
}

Done ReportDocument::writeNarrative()
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    if (const Done loaded = loadTemplates(); !loaded)
        return loaded;
    Report candidate = m_report;
    mz::writeNarrative(candidate, m_handbook, *m_templates);
    return replaceSections(std::move(candidate), tr("Write the narrative"));
}

Done ReportDocument::writeSection(int section)
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    if (const Done loaded = loadTemplates(); !loaded)
        return loaded;
    Report candidate = m_report;
    if (const Done turned = turnIntoWritten(candidate, section, *m_templates); !turned)
        return turned;
    return replaceSections(std::move(candidate), tr("Write the section from the figures"));
}

Done ReportDocument::publishSection(int section)
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    if (const Done loaded = loadTemplates(); !loaded)
        return loaded;
    if (m_report.sections[size_t(section)].published.empty())
        return Error{tr("The section was not published; it can only be written."),
            m_report.sections[size_t(section)].title};
    Report candidate = m_report;
    turnIntoPublished(candidate, section);
    return replaceSections(std::move(candidate), tr("Show the section as published"));
}

Done ReportDocument::fillGap(int section, const QString &gap, const QString &text)
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    if (const Done loaded = loadTemplates(); !loaded)
        return loaded;
    Report candidate = m_report;
    Section &filled = candidate.sections[size_t(section)];
    if (text.trimmed().isEmpty())
        filled.fills.remove(gap);
    else
        filled.fills.insert(gap, text.trimmed());
    return replaceSections(std::move(candidate), tr("Fill a gap of the text"));
}

Done ReportDocument::editParagraph(
    int section, int paragraph, const std::vector<WrittenSpan> &spans)
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    if (const Done loaded = loadTemplates(); !loaded)
        return loaded;
    Report candidate = m_report;
    Section &edited = candidate.sections[size_t(section)];
    WrittenParagraph &written = edited.written[size_t(paragraph)];
    if (written.spans == spans)
        return done();
    written.spans = spans;
    written.own = true;
    for (const WrittenSpan &span : spans) {
        if (span.kind == WrittenSpan::Kind::Gap && !span.text.isEmpty())
            edited.fills.insert(span.gap, span.text);
    }
    return replaceSections(std::move(candidate), tr("Edit the text"));
}

Done ReportDocument::setSideFigures(const std::vector<SideFigure> &figures)
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    std::vector<SideFigure> all = m_report.sideFigures;
    const FigureValues values(m_report, m_handbook);
    for (SideFigure figure : figures) {
        figure.count = values.isCount(figure.figure);
        const auto at = std::find_if(all.begin(), all.end(), [&figure](const SideFigure &known) {
            return known.figure == figure.figure && known.phase == figure.phase;
        });
        if (!figure.amount.isNumber()) {
            if (at != all.end())
                all.erase(at);
        } else if (at != all.end()) {
            *at = figure;
        } else {
            all.push_back(figure);
        }
    }
    if (all != m_report.sideFigures)
        m_undoStack.push(new ReplaceSideFigures(*this, std::move(all), tr("Enter a figure")));
    return done();
}

Done ReportDocument::takeLastYear(const Report &last, const QString &source)
{
    const Result<std::vector<SideFigure>> figures
        = lastYearFigures(m_report, last, m_handbook, source);
    return figures ? setSideFigures(*figures) : Done(figures.error());
}

Result<Amount> ReportDocument::readSideFigure(const QString &figure, const QString &text) const
{
    const FigureValues values(m_report, m_handbook);
    if (text.trimmed().isEmpty())
        return Amount();
    if (!values.isCount(figure))
        return Amount::parseTyped(text, values.moneyUnit(), 2);
    Result<Amount> count = Amount::parseTyped(text, Money::Unit::Yuan, 0);
    if (count && (count->money().fen() < 0 || count->money().fen() % 100 != 0))
        return Error{tr("A whole number was expected."), values.name(figure)};
    return count;
}

void ReportDocument::exchangeSections(std::vector<Section> &other)
{
    std::swap(m_report.sections, other);
    // Undone steps may have been written from other figures.
    if (loadTemplates())
        rewriteNarrative(m_report, m_handbook, *m_templates);
    emit sectionsChanged();
}

void ReportDocument::exchangeSideFigures(std::vector<SideFigure> &other)
{
    std::swap(m_report.sideFigures, other);
    emit sideFiguresChanged();
    followFigures();
}

}  // namespace mz
