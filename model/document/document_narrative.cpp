#include "model/compose/last_year.h"
#include "model/compose/narrative_writer.h"
#include "model/compose/text_gaps.h"
#include "model/document/commands.h"
#include "model/document/report_document.h"
#include "model/document/stated_figures.h"

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

const NarrativeTemplates *ReportDocument::templates()
{
    return loadTemplates() ? &*m_templates : nullptr;
}

Done ReportDocument::replaceSections(Report candidate, const QString &text, int typing)
{
    rewriteNarrative(candidate, m_handbook, *m_templates);
    if (candidate.sections != m_report.sections)
        m_undoStack.push(new ReplaceSections(*this, std::move(candidate.sections), text, typing));
    return done();
}

Done ReportDocument::refuseUnwritten(int section) const
{
    if (section < 0 || size_t(section) >= m_report.sections.size()
        || !m_report.sections[size_t(section)].isWritten())
        return Error{tr("The section is not written from the figures."), {}};
    return done();
}

Done ReportDocument::mayWriteSection(int section)
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    if (section < 0 || size_t(section) >= m_report.sections.size())
        return Error{tr("No section of the text is shown."), {}};
    const Section &chosen = m_report.sections[size_t(section)];
    if (chosen.isWritten())
        return Error{tr("The section is written from the figures already."), chosen.title};
    if (const Done loaded = loadTemplates(); !loaded)
        return loaded;
    if (chosen.kind != Section::Kind::Narrative || m_templates->topicOf(chosen.title).isEmpty())
        return Error{tr("No template is about what this section says."), chosen.title};
    return done();
}

Done ReportDocument::mayPublishSection(int section) const
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    if (const Done written = refuseUnwritten(section); !written)
        return written;
    const Section &chosen = m_report.sections[size_t(section)];
    if (chosen.published.empty())
        return Error{tr("The section was not published; it can only be written."), chosen.title};
    return done();
}

Done ReportDocument::mayEditSection(int section) const
{
    const Done allowed = refuseWhileBrowsing();
    return allowed ? refuseUnwritten(section) : allowed;
}

/// The section may be edited, and its templates are there to write it anew.
Done ReportDocument::readyToEdit(int section)
{
    const Done allowed = mayEditSection(section);
    return allowed ? loadTemplates() : allowed;
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
    if (section < 0 || size_t(section) >= m_report.sections.size())
        return Error{tr("No section of the text is shown."), {}};
    Report candidate = m_report;
    if (const Done turned = turnIntoWritten(candidate, section, *m_templates); !turned)
        return turned;
    return replaceSections(std::move(candidate), tr("Write the section from the figures"));
}

Done ReportDocument::publishSection(int section)
{
    if (const Done allowed = mayPublishSection(section); !allowed)
        return allowed;
    if (const Done loaded = loadTemplates(); !loaded)
        return loaded;
    Report candidate = m_report;
    turnIntoPublished(candidate, section);
    return replaceSections(std::move(candidate), tr("Show the section as published"));
}

Done ReportDocument::fillGap(int section, const QString &gap, const QString &text)
{
    if (const Done ready = readyToEdit(section); !ready)
        return ready;
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
    if (const Done written = refuseUnwritten(section); !written)
        return written;
    std::vector<WrittenParagraph> paragraphs = m_report.sections[size_t(section)].written;
    if (paragraph < 0 || size_t(paragraph) >= paragraphs.size())
        return Error{tr("The section has no such paragraph."), {}};
    paragraphs[size_t(paragraph)].spans = spans;
    return setParagraphs(section, std::move(paragraphs));
}

Done ReportDocument::setParagraphs(
    int section, std::vector<WrittenParagraph> paragraphs, int typing)
{
    if (const Done ready = readyToEdit(section); !ready)
        return ready;
    Report candidate = m_report;
    Section &edited = candidate.sections[size_t(section)];
    for (const WrittenParagraph &paragraph : paragraphs) {
        for (const WrittenSpan &span : paragraph.spans) {
            // One that still says what the section knows was not the edited one.
            if (span.kind != WrittenSpan::Kind::Gap
                || span.text == m_report.sections[size_t(section)].fills.value(span.gap))
                continue;
            if (span.text.isEmpty())
                edited.fills.remove(span.gap);
            else
                edited.fills.insert(span.gap, span.text);
        }
    }
    edited.written = editedParagraphs(edited.written, std::move(paragraphs));
    return replaceSections(std::move(candidate), tr("Edit the text"), typing);
}

Done ReportDocument::followTemplates(int section)
{
    if (const Done ready = readyToEdit(section); !ready)
        return ready;
    Report candidate = m_report;
    if (std::erase_if(candidate.sections[size_t(section)].written,
            [](const WrittenParagraph &paragraph) { return paragraph.own; })
        == 0)
        return Error{tr("The paragraphs say what their templates say."), {}};
    return replaceSections(std::move(candidate), tr("Say what the templates say"));
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
    Result<std::vector<SideFigure>> figures = lastYearFigures(m_report, last, m_handbook, source);
    if (!figures)
        return figures.error();
    // What its tables do not hold, its text may state.
    std::vector<AskedFigure> wanted;
    for (AskedFigure asked : lackingFigures()) {
        const bool taken = std::any_of(figures->begin(), figures->end(),
            [&asked](const SideFigure &side) { return side.figure == asked.figure; });
        if (asked.phase != Phase::Last || taken)
            continue;
        asked.phase = Phase::Actual;
        wanted.push_back(asked);
    }
    const Money::Unit unit = FigureValues(m_report, m_handbook).moneyUnit();
    for (SideFigure stated : statedFigures(last, m_handbook, wanted, unit, source)) {
        stated.phase = Phase::Last;
        figures->push_back(stated);
    }
    return setSideFigures(*figures);
}

/// What the text asks for and nobody has entered.
std::vector<AskedFigure> ReportDocument::lackingFigures()
{
    std::vector<AskedFigure> lacking;
    if (!loadTemplates())
        return lacking;
    const FigureValues values(m_report, m_handbook);
    for (AskedFigure &asked : askedFigures(values, *m_templates)) {
        if (!values.entered(asked.figure, asked.phase))
            lacking.push_back(std::move(asked));
    }
    return lacking;
}

void ReportDocument::takeTypedNumbers(int section)
{
    if (!readyToEdit(section))
        return;
    Report candidate = m_report;
    Section &filled = candidate.sections[size_t(section)];
    std::vector<SideFigure> figures;
    for (const TextGap &gap : textGaps(m_report, m_handbook)) {
        // A change is not last year's figure, and an edited paragraph keeps its words.
        if (gap.section != section || gap.kind != TextGap::Kind::Number || !gap.gap.contains(u'@')
            || filled.written[size_t(gap.paragraph)].own)
            continue;
        const Result<Amount> amount = readSideFigure(gap.figure, gap.text);
        if (!amount || !amount->isNumber())
            continue;
        filled.fills.remove(gap.gap);
        SideFigure figure;
        figure.figure = gap.figure;
        figure.phase = gap.phase;
        figure.amount = *amount;
        figures.push_back(std::move(figure));
    }
    if (figures.empty())
        return;
    m_undoStack.beginMacro(tr("Enter a figure"));
    static_cast<void>(replaceSections(std::move(candidate), tr("Enter a figure")));
    static_cast<void>(setSideFigures(figures));
    m_undoStack.endMacro();
}

bool ReportDocument::hasPublishedText() const
{
    return std::any_of(m_report.sections.begin(), m_report.sections.end(),
        [](const Section &section) { return !section.published.empty(); });
}

Done ReportDocument::takePublished()
{
    if (const Done allowed = refuseWhileBrowsing(); !allowed)
        return allowed;
    const Money::Unit unit = FigureValues(m_report, m_handbook).moneyUnit();
    const std::vector<SideFigure> stated
        = statedFigures(asPublished(m_report), m_handbook, lackingFigures(), unit, {});
    if (stated.empty())
        return Error{tr("The published text states none of the missing figures."), {}};
    return setSideFigures(stated);
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
