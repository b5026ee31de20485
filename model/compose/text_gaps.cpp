#include "model/compose/text_gaps.h"

#include "model/compose/figure_values.h"
#include <QCoreApplication>
#include <QSet>
#include <algorithm>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(TextGaps)
};

/// Which figure closes the gap, by the names that the writer gives to gaps:
/// "figure@phase%whole", "last figure".
void findFigure(TextGap &gap, const FigureValues &values)
{
    static constexpr std::pair<QStringView, Phase> phases[] = {{u"actual", Phase::Actual},
        {u"initial", Phase::BudgetInitial}, {u"full", Phase::BudgetFull},
        {u"budget", Phase::Budget}, {u"added", Phase::BudgetAdded}, {u"last", Phase::Last}};
    if (gap.gap.startsWith(u"last ")) {
        gap.figure = gap.gap.sliced(5);
        gap.phase = Phase::Last;
    }
    const qsizetype at = gap.gap.indexOf(u'@');
    for (const auto &[name, phase] : phases) {
        if (at > 0 && gap.gap.sliced(at + 1).section(u'%', 0, 0) == name) {
            gap.figure = gap.gap.first(at);
            gap.phase = phase;
        }
    }
    // Of a share the whole may be what is missing.
    const QString whole = gap.gap.section(u'%', 1);
    if (!whole.isEmpty() && values.value(gap.figure, gap.phase))
        gap.figure = whole;
    if (!gap.figure.isEmpty())
        gap.kind = TextGap::Kind::Number;
}

bool isIdle(const WrittenParagraph &paragraph, const FigureValues &values)
{
    bool any = false;
    for (const WrittenSpan &span : paragraph.spans) {
        if (span.kind != WrittenSpan::Kind::Field)
            continue;
        if (!values.isZero(span.figure))
            return false;
        any = true;
    }
    return any && paragraph.own;
}

}  // namespace

std::vector<TextGap> textGaps(const Report &report, const Handbook &handbook)
{
    std::vector<TextGap> gaps;
    const FigureValues values(report, handbook);
    for (size_t i = 0; i < report.sections.size(); ++i) {
        QSet<QString> known;
        const auto &written = report.sections[i].written;
        for (size_t p = 0; p < written.size(); ++p) {
            TextGap gap;
            gap.section = int(i);
            gap.paragraph = int(p);
            if (isIdle(written[p], values)) {
                gap.kind = TextGap::Kind::Idle;
                gap.gap = QStringLiteral("idle ") + written[p].id;
                gap.hint = Say::tr("Edited by hand, but what it tells is zero now: still wanted?");
                gap.text = written[p].text();
                gaps.push_back(gap);
                continue;
            }
            for (const WrittenSpan &span : written[p].spans) {
                if (span.kind != WrittenSpan::Kind::Gap || known.contains(span.gap))
                    continue;
                known.insert(span.gap);
                TextGap found = gap;
                found.gap = span.gap;
                found.hint = span.hint;
                found.text = span.text;
                findFigure(found, values);
                gaps.push_back(std::move(found));
            }
        }
    }
    return gaps;
}

int missingTexts(const std::vector<TextGap> &gaps)
{
    return int(std::count_if(gaps.begin(), gaps.end(),
        [](const TextGap &gap) { return gap.kind == TextGap::Kind::Idle || gap.text.isEmpty(); }));
}

QString phaseTitle(Phase phase)
{
    switch (phase) {
    case Phase::Actual:
        return Say::tr("This year");
    case Phase::BudgetInitial:
        return Say::tr("Initial budget");
    case Phase::BudgetFull:
        return Say::tr("Full budget");
    case Phase::Budget:
        return Say::tr("Budget");
    case Phase::BudgetAdded:
        return Say::tr("Added budget");
    case Phase::Last:
        return Say::tr("Last year");
    case Phase::Other:
        break;
    }
    return {};
}

}  // namespace mz
