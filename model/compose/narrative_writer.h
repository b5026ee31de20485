#pragma once

#include "model/compose/figure_values.h"
#include "model/compose/narrative_templates.h"

namespace mz {

/// A gap of a written section that is still empty.
struct OpenGap
{
    int section = -1;
    QString title;  ///< Of the section.
    QString gap;
    QString hint;
};

/// Writes the sections of the narrative from the figures of one report. Valid
/// until the report's tables or side figures change.
class NarrativeWriter
{
public:
    NarrativeWriter(
        const Report &report, const Handbook &handbook, const NarrativeTemplates &templates);

    /// The paragraphs that the templates give, gaps filled as far as the section
    /// has what belongs into them; paragraphs that the user edited keep their
    /// words, and their fields say what the figures say now.
    std::vector<WrittenParagraph> paragraphs(const Section &section) const;
    /// Writes the section anew, its blocks too. Nothing for one that is not written.
    void rewrite(Section &section) const;

private:
    void addParagraph(const SectionTemplate &section, const TemplateParagraph &paragraph,
        const QString &current, std::vector<WrittenParagraph> &paragraphs) const;
    bool holds(const std::vector<TemplateCondition> &conditions, const QString &current) const;
    void write(const std::vector<TemplatePiece> &pieces, const QString &current,
        std::vector<WrittenSpan> &spans) const;
    void writePiece(
        const TemplatePiece &piece, const QString &current, std::vector<WrittenSpan> &spans) const;
    void writePhrase(const QString &name, const QString &figure, Phase phase,
        std::vector<WrittenSpan> &spans) const;
    void addField(const QString &figure, Phase phase, ClaimRole role, const QString &whole,
        std::vector<WrittenSpan> &spans) const;

    const NarrativeTemplates &m_templates;
    FigureValues m_values;
};

/// What an editor made of the paragraphs: those that say something else are the
/// user's; one of a template that is not there any more was taken out, and keeps
/// its place with nothing to say.
std::vector<WrittenParagraph> editedParagraphs(
    const std::vector<WrittenParagraph> &before, std::vector<WrittenParagraph> edited);

/// The narrative of a report: its sections about the topics of the templates
/// are written instead of published (which is kept), or a new part with all of
/// them is added where it has none.
void writeNarrative(Report &report, const Handbook &handbook, const NarrativeTemplates &templates);
/// Turns one section into a written one; its subsections go into it.
/// Errors: no template is about what the title says.
Done turnIntoWritten(Report &report, int section, const NarrativeTemplates &templates);
/// What was published stands again.
void turnIntoPublished(Report &report, int section);
/// Writes all written sections anew.
void rewriteNarrative(
    Report &report, const Handbook &handbook, const NarrativeTemplates &templates);

std::vector<OpenGap> openGaps(const Report &report);

}  // namespace mz
