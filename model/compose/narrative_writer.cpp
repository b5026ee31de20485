#include "model/compose/narrative_writer.h"

#include "model/compose/figure_matches.h"
#include <algorithm>

namespace mz {

namespace {

using Kind = WrittenSpan::Kind;

void addText(const QString &text, std::vector<WrittenSpan> &spans)
{
    if (text.isEmpty())
        return;
    if (!spans.empty() && spans.back().kind == Kind::Text) {
        spans.back().text += text;
        return;
    }
    WrittenSpan span;
    span.text = text;
    spans.push_back(std::move(span));
}

void addGap(const QString &name, const QString &hint, std::vector<WrittenSpan> &spans)
{
    WrittenSpan span;
    span.kind = Kind::Gap;
    span.gap = name;
    span.hint = hint;
    spans.push_back(std::move(span));
}

QString named(const QString &figure, const QString &current)
{
    return figure == u"*" ? current : figure;
}

QString phaseName(Phase phase)
{
    switch (phase) {
    case Phase::Actual:
    case Phase::Other:
        break;
    case Phase::BudgetInitial:
        return QStringLiteral("initial");
    case Phase::BudgetFull:
        return QStringLiteral("full");
    case Phase::Budget:
        return QStringLiteral("budget");
    case Phase::BudgetAdded:
        return QStringLiteral("added");
    case Phase::Last:
        return QStringLiteral("last");
    }
    return QStringLiteral("actual");
}

}  // namespace

NarrativeWriter::NarrativeWriter(
    const Report &report, const Handbook &handbook, const NarrativeTemplates &templates)
    : m_templates(templates)
    , m_values(report, handbook)
{
}

bool NarrativeWriter::holds(
    const std::vector<TemplateCondition> &conditions, const QString &current) const
{
    using Condition = TemplateCondition::Kind;
    for (const TemplateCondition &condition : conditions) {
        const QString first = named(condition.figures.front(), current);
        const auto zero
            = [&](const QString &figure) { return m_values.isZero(named(figure, current)); };
        const bool allZero = std::all_of(condition.figures.begin(), condition.figures.end(), zero);
        const auto now = m_values.value(first, Phase::Actual);
        const auto base = m_values.value(
            first, condition.kind == Condition::Changed ? Phase::Last : condition.phase);
        const bool differs = !now || !base || now->money() != base->money();
        bool holds = true;
        switch (condition.kind) {
        case Condition::AnyNotZero:
            holds = !allZero;
            break;
        case Condition::AllZero:
            holds = allZero;
            break;
        case Condition::Budgeted:
            holds = base && !base->money().isZero();
            break;
        case Condition::Known:
            holds = base.has_value();
            break;
        case Condition::Changed:
        case Condition::Differs:
            holds = differs;
            break;
        }
        if (!holds)
            return false;
    }
    return true;
}

void NarrativeWriter::addField(const QString &figure, Phase phase, ClaimRole role,
    const QString &whole, std::vector<WrittenSpan> &spans) const
{
    const auto printed = m_values.printed(figure, phase, role, whole);
    if (!printed) {
        addGap(figure + u'@' + phaseName(phase) + (whole.isEmpty() ? QString() : u'%' + whole),
            m_values.name(figure), spans);
        return;
    }
    WrittenSpan span;
    span.kind = Kind::Field;
    span.text = *printed;
    span.figure = figure;
    span.whole = whole;
    span.phase = phase;
    span.role = role;
    spans.push_back(std::move(span));
}

void NarrativeWriter::writePhrase(
    const QString &name, const QString &figure, Phase phase, std::vector<WrittenSpan> &spans) const
{
    const auto addWord = [&](ClaimRole role) {
        WrittenSpan span;
        span.kind = Kind::Word;
        span.figure = figure;
        span.phase = phase;
        span.role = role;
        span.text = m_values.word(figure, phase, role);
        spans.push_back(std::move(span));
    };
    using Piece = TemplatePiece::Kind;
    for (const TemplatePiece &piece : m_templates.phrase(name)) {
        switch (piece.kind) {
        case Piece::ChangeSize:
            addField(figure, phase, ClaimRole::Change, {}, spans);
            addText(m_values.unit(), spans);
            break;
        case Piece::ChangeRate:
            addField(figure, phase, ClaimRole::Rate, {}, spans);
            break;
        case Piece::CompletionRate:
            addField(figure, phase, ClaimRole::Completion, {}, spans);
            break;
        case Piece::MoreOrLess:
            addWord(ClaimRole::Change);
            break;
        case Piece::GrowsOrFalls:
            addWord(ClaimRole::Rate);
            break;
        case Piece::Same:
            addWord(ClaimRole::Same);
            break;
        case Piece::LargerOrSmaller:
            addWord(ClaimRole::Relation);
            break;
        case Piece::Gap:
            addGap(piece.figure + u' ' + figure, piece.text, spans);
            break;
        case Piece::Text:
            addText(piece.text, spans);
            break;
        case Piece::Name:
        case Piece::Path:
        case Piece::Amount:
        case Piece::Count:
        case Piece::Share:
        case Piece::Change:
        case Piece::Completion:
        case Piece::Relation:
            // Phrases do not name figures; the reader of templates refuses it.
            break;
        }
    }
}

void NarrativeWriter::writePiece(
    const TemplatePiece &piece, const QString &current, std::vector<WrittenSpan> &spans) const
{
    using Piece = TemplatePiece::Kind;
    const QString figure = named(piece.figure, current);
    switch (piece.kind) {
    case Piece::Text:
        addText(piece.text, spans);
        break;
    case Piece::Name:
        addText(m_values.name(figure), spans);
        break;
    case Piece::Path:
        addText(m_values.path(figure), spans);
        break;
    case Piece::Amount:
        addField(figure, piece.phase, ClaimRole::Amount, {}, spans);
        addText(m_values.unit(), spans);
        break;
    case Piece::Count:
        addField(figure, piece.phase, ClaimRole::Count, {}, spans);
        break;
    case Piece::Share:
        addField(figure, piece.phase, ClaimRole::Share, named(piece.whole, current), spans);
        break;
    case Piece::Change: {
        const auto now = m_values.value(figure, Phase::Actual);
        const auto last = m_values.value(figure, Phase::Last);
        writePhrase(!now || !last               ? QStringLiteral("change.unknown")
                : now->money() == last->money() ? QStringLiteral("change.same")
                : last->money().fen() <= 0      ? QStringLiteral("change.new")
                                                : QStringLiteral("change.differs"),
            figure, Phase::Last, spans);
        break;
    }
    case Piece::Completion:
        writePhrase(
            QStringLiteral("completion.") + phaseName(piece.phase), figure, piece.phase, spans);
        break;
    case Piece::Relation:
        writePhrase(QStringLiteral("relation"), figure, piece.phase, spans);
        break;
    case Piece::Gap:
        addGap(current.isEmpty() ? piece.figure : piece.figure + u' ' + current, piece.text, spans);
        break;
    case Piece::ChangeSize:
    case Piece::ChangeRate:
    case Piece::CompletionRate:
    case Piece::MoreOrLess:
    case Piece::GrowsOrFalls:
    case Piece::Same:
    case Piece::LargerOrSmaller:
        break;
    }
}

void NarrativeWriter::write(const std::vector<TemplatePiece> &pieces, const QString &current,
    std::vector<WrittenSpan> &spans) const
{
    for (const TemplatePiece &piece : pieces)
        writePiece(piece, current, spans);
}

void NarrativeWriter::addParagraph(const SectionTemplate &section,
    const TemplateParagraph &paragraph, const QString &current,
    std::vector<WrittenParagraph> &paragraphs) const
{
    if (!holds(paragraph.conditions, current))
        return;
    WrittenParagraph written;
    written.id
        = section.topic + u'.' + paragraph.id + (current.isEmpty() ? QString() : u' ' + current);
    for (const TemplateClause &clause : paragraph.clauses) {
        if (!clause.repeated) {
            if (holds(clause.conditions, current))
                write(clause.pieces, current, written.spans);
            continue;
        }
        bool first = true;
        for (const QString &figure : m_values.listed(clause.each)) {
            if ((clause.nonZero && m_values.isZero(figure)) || !holds(clause.conditions, figure))
                continue;
            addText(first ? clause.before : clause.join, written.spans);
            write(clause.pieces, figure, written.spans);
            first = false;
        }
    }
    paragraphs.push_back(std::move(written));
}

std::vector<WrittenParagraph> NarrativeWriter::paragraphs(const Section &section) const
{
    std::vector<WrittenParagraph> paragraphs;
    const SectionTemplate *known = m_templates.find(section.topic);
    if (!known)
        return section.written;
    for (const TemplateParagraph &paragraph : known->paragraphs) {
        if (!paragraph.repeated) {
            addParagraph(*known, paragraph, {}, paragraphs);
            continue;
        }
        for (const QString &figure : m_values.listed(paragraph.each)) {
            // What was planned and not spent, or was spent a year ago, is told as well.
            const auto isSome = [&](Phase phase) {
                const auto amount = m_values.value(figure, phase);
                return amount && !amount->money().isZero();
            };
            const bool told = paragraph.budgeted && (isSome(Phase::Budget) || isSome(Phase::Last));
            if (told || !m_values.isZero(figure))
                addParagraph(*known, paragraph, figure, paragraphs);
        }
    }
    // What the user wrote takes the place of its paragraph, or stands after what it
    // stood after.
    std::vector<std::vector<WrittenParagraph>> behind(paragraphs.size() + 1);
    size_t next = 0;
    for (const WrittenParagraph &own : section.written) {
        const auto same = own.id.isEmpty()
            ? paragraphs.end()
            : std::find_if(paragraphs.begin(), paragraphs.end(),
                [&own](const WrittenParagraph &paragraph) { return paragraph.id == own.id; });
        if (same != paragraphs.end()) {
            if (own.own)
                *same = own;
            next = size_t(same - paragraphs.begin()) + 1;
        } else if (own.own) {
            behind[next].push_back(own);
        }
    }
    std::vector<WrittenParagraph> all = std::move(behind.front());
    for (size_t i = 0; i < paragraphs.size(); ++i) {
        all.push_back(std::move(paragraphs[i]));
        all.insert(all.end(), behind[i + 1].begin(), behind[i + 1].end());
    }
    paragraphs = std::move(all);
    for (WrittenParagraph &paragraph : paragraphs) {
        for (WrittenSpan &span : paragraph.spans) {
            if (paragraph.own && (span.kind == Kind::Field || span.kind == Kind::Word))
                span.text = saidNow(m_values, span);
            if (span.kind == Kind::Gap)
                span.text = section.fills.value(span.gap);
        }
    }
    return paragraphs;
}

void NarrativeWriter::rewrite(Section &section) const
{
    if (!section.isWritten())
        return;
    section.written = paragraphs(section);
    std::erase_if(
        section.blocks, [](const Block &block) { return block.kind == Block::Kind::Paragraph; });
    std::vector<Block> blocks;
    blocks.reserve(section.written.size());
    for (const WrittenParagraph &paragraph : section.written) {
        Block block;
        block.text = paragraph.text();
        blocks.push_back(std::move(block));
    }
    section.blocks.insert(section.blocks.begin(), blocks.begin(), blocks.end());
}

}  // namespace mz
