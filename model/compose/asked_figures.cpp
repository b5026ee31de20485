#include "model/compose/asked_figures.h"

#include <QSet>
#include <algorithm>

namespace mz {

namespace {

class Collector
{
public:
    explicit Collector(const FigureValues &values) : m_values(values) { }

    std::vector<AskedFigure> take() { return std::move(m_asked); }

    void section(const SectionTemplate &section)
    {
        m_topic = section.topic;
        for (const TemplateParagraph &paragraph : section.paragraphs) {
            if (paragraph.repeated) {
                for (const QString &figure : m_values.listed(paragraph.each))
                    this->paragraph(paragraph, figure);
            } else {
                this->paragraph(paragraph, {});
            }
        }
    }

private:
    static QString named(const QString &figure, const QString &current)
    {
        return figure == u"*" ? current : figure;
    }

    /// What the tables say decides; what is still to be entered does not.
    bool mayHold(const std::vector<TemplateCondition> &conditions, const QString &current) const
    {
        using Kind = TemplateCondition::Kind;
        return std::all_of(
            conditions.begin(), conditions.end(), [&](const TemplateCondition &condition) {
                if (condition.kind != Kind::AnyNotZero && condition.kind != Kind::AllZero)
                    return true;
                bool all = true, zero = true;
                for (const QString &text : condition.figures) {
                    const QString figure = named(text, current);
                    all = all && m_values.tables(figure, Phase::Actual);
                    zero = zero && m_values.isZero(figure);
                }
                return !all || zero == (condition.kind == Kind::AllZero);
            });
    }

    void paragraph(const TemplateParagraph &paragraph, const QString &current)
    {
        if (!mayHold(paragraph.conditions, current))
            return;
        conditions(paragraph.conditions, current);
        for (const TemplateClause &clause : paragraph.clauses) {
            const QStringList figures
                = clause.repeated ? m_values.listed(clause.each) : QStringList{current};
            for (const QString &figure : figures) {
                if (!mayHold(clause.conditions, figure))
                    continue;
                conditions(clause.conditions, figure);
                for (const TemplatePiece &piece : clause.pieces)
                    this->piece(piece, figure);
            }
        }
    }

    void conditions(const std::vector<TemplateCondition> &conditions, const QString &current)
    {
        using Kind = TemplateCondition::Kind;
        for (const TemplateCondition &condition : conditions) {
            const bool last = condition.kind == Kind::Changed;
            for (const QString &figure : condition.figures)
                ask(named(figure, current), last ? Phase::Last : condition.phase);
        }
    }

    void piece(const TemplatePiece &piece, const QString &current)
    {
        using Kind = TemplatePiece::Kind;
        const QString figure = named(piece.figure, current);
        switch (piece.kind) {
        case Kind::Share:
            ask(named(piece.whole, current), piece.phase);
            ask(figure, piece.phase);
            break;
        case Kind::Amount:
        case Kind::Count:
            ask(figure, piece.phase);
            break;
        case Kind::Change:
            ask(figure, Phase::Actual);
            ask(figure, Phase::Last);
            break;
        case Kind::Completion:
        case Kind::Relation:
            ask(figure, Phase::Actual);
            ask(figure, piece.phase);
            break;
        case Kind::Text:
        case Kind::Name:
        case Kind::Path:
        case Kind::ChangeSize:
        case Kind::ChangeRate:
        case Kind::CompletionRate:
        case Kind::MoreOrLess:
        case Kind::GrowsOrFalls:
        case Kind::Same:
        case Kind::LargerOrSmaller:
        case Kind::Gap:
            break;
        }
    }

    void ask(const QString &figure, Phase phase)
    {
        const QString key = figure + u'@' + QString::number(int(phase));
        if (figure.isEmpty() || m_known.contains(key) || m_values.tables(figure, phase))
            return;
        m_known.insert(key);
        m_asked.push_back({m_topic, figure, phase});
    }

    const FigureValues &m_values;
    QString m_topic;
    QSet<QString> m_known;
    std::vector<AskedFigure> m_asked;
};

}  // namespace

std::vector<AskedFigure> askedFigures(
    const FigureValues &values, const NarrativeTemplates &templates)
{
    Collector collector(values);
    for (const SectionTemplate *section : templates.inOrder())
        collector.section(*section);
    return collector.take();
}

}  // namespace mz
