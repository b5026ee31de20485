#include "model/compose/narrative_writer.h"
#include "model/domain/text.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(NarrativeSections)
};

void addNarrative(Report &report, const NarrativeTemplates &templates)
{
    const bool unit = report.identity.scope == Identity::Scope::Unit;
    const QString word = unit ? QStringLiteral("单位") : QStringLiteral("部门");
    Section part;
    part.kind = Section::Kind::Narrative;
    part.number = QStringLiteral("第三部分");
    part.title = QStringLiteral("%1年度%2决算情况说明").arg(report.identity.year).arg(word);
    std::vector<Section> sections{part};
    int number = 0;
    for (const SectionTemplate *topic : templates.inOrder()) {
        Section section;
        section.kind = Section::Kind::Narrative;
        section.level = 1;
        section.number = chineseNumber(++number) + u'、';
        section.title = topic->title;
        section.topic = topic->topic;
        sections.push_back(std::move(section));
    }
    const auto isGlossary
        = [](const Section &section) { return section.kind == Section::Kind::Glossary; };
    if (std::none_of(report.sections.begin(), report.sections.end(), isGlossary)) {
        Section glossary;
        glossary.kind = Section::Kind::Glossary;
        glossary.number = QStringLiteral("第四部分");
        glossary.title = QStringLiteral("名词解释");
        for (const QString &text : templates.glossary()) {
            Block block;
            block.text = text;
            glossary.blocks.push_back(std::move(block));
        }
        sections.push_back(std::move(glossary));
    }
    // Before what stands behind the tables.
    const auto tables = std::find_if(report.sections.rbegin(), report.sections.rend(),
        [](const Section &section) { return section.kind == Section::Kind::Tables; });
    const auto at = tables == report.sections.rend() ? report.sections.end() : tables.base();
    report.sections.insert(at, sections.begin(), sections.end());
}

/// What stands in a gap is not the paragraph's.
bool sameButForGaps(const std::vector<WrittenSpan> &a, const std::vector<WrittenSpan> &b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](WrittenSpan one, const WrittenSpan &other) {
            if (one.kind == WrittenSpan::Kind::Gap)
                one.text = other.text;
            return one == other;
        });
}

}  // namespace

Done turnIntoWritten(Report &report, int index, const NarrativeTemplates &templates)
{
    const auto at = report.sections.begin() + index;
    if (at->isWritten())
        return done();
    const QString topic = templates.topicOf(at->title);
    if (topic.isEmpty())
        return Error{Say::tr("No template is about what this section says."), at->title};
    const auto end = std::find_if(at + 1, report.sections.end(),
        [at](const Section &section) { return section.level <= at->level; });
    Section written;
    written.kind = at->kind;
    written.level = at->level;
    written.number = at->number;
    written.title = at->title;
    written.topic = topic;
    written.published.assign(at, end);
    // Tables and grids are no sentences: they stay.
    for (const Section &published : written.published) {
        for (const Block &block : published.blocks) {
            if (block.kind != Block::Kind::Paragraph)
                written.blocks.push_back(block);
        }
    }
    *at = std::move(written);
    report.sections.erase(at + 1, end);
    return done();
}

void turnIntoPublished(Report &report, int index)
{
    std::vector<Section> published = report.sections[size_t(index)].published;
    if (published.empty())
        return;
    const auto at = report.sections.erase(report.sections.begin() + index);
    report.sections.insert(at, published.begin(), published.end());
}

std::vector<WrittenParagraph> editedParagraphs(
    const std::vector<WrittenParagraph> &before, std::vector<WrittenParagraph> edited)
{
    const auto find = [](auto &paragraphs, const QString &id) {
        return std::find_if(paragraphs.begin(), paragraphs.end(),
            [&id](const WrittenParagraph &paragraph) { return paragraph.id == id; });
    };
    QSet<QString> seen;
    for (WrittenParagraph &paragraph : edited) {
        // The second half of a divided one is the user's alone.
        if (seen.contains(paragraph.id))
            paragraph.id.clear();
        const auto same = paragraph.id.isEmpty() ? before.end() : find(before, paragraph.id);
        paragraph.own
            = same == before.end() || same->own || !sameButForGaps(same->spans, paragraph.spans);
        if (!paragraph.id.isEmpty())
            seen.insert(paragraph.id);
    }
    // What was taken out stands behind what it stood behind.
    QString previous;
    for (const WrittenParagraph &paragraph : before) {
        if (paragraph.id.isEmpty())
            continue;
        if (!seen.contains(paragraph.id)) {
            WrittenParagraph removed;
            removed.id = paragraph.id;
            removed.own = true;
            const auto at = previous.isEmpty() ? edited.begin() : find(edited, previous) + 1;
            edited.insert(at, std::move(removed));
        }
        previous = paragraph.id;
    }
    return edited;
}

void rewriteNarrative(Report &report, const Handbook &handbook, const NarrativeTemplates &templates)
{
    const NarrativeWriter writer(report, handbook, templates);
    for (Section &section : report.sections)
        writer.rewrite(section);
}

void writeNarrative(Report &report, const Handbook &handbook, const NarrativeTemplates &templates)
{
    bool any = false;
    for (int i = 0; i < int(report.sections.size()); ++i) {
        const Section &section = report.sections[size_t(i)];
        if (section.kind != Section::Kind::Narrative || section.level == 0)
            continue;
        // A section that no template is about stays as it is.
        any = turnIntoWritten(report, i, templates).has_value() || any;
    }
    if (!any)
        addNarrative(report, templates);
    rewriteNarrative(report, handbook, templates);
}

std::vector<OpenGap> openGaps(const Report &report)
{
    std::vector<OpenGap> gaps;
    for (size_t i = 0; i < report.sections.size(); ++i) {
        const Section &section = report.sections[i];
        for (const WrittenParagraph &paragraph : section.written) {
            for (const WrittenSpan &span : paragraph.spans) {
                if (span.kind == WrittenSpan::Kind::Gap && span.text.isEmpty())
                    gaps.push_back({int(i), section.number + section.title, span.gap, span.hint});
            }
        }
    }
    return gaps;
}

}  // namespace mz
