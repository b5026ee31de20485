#include "model/checks/quality_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(QualityTests)
};

constexpr QStringView openers = u"（(［[【《〈｛{";
constexpr QStringView closers = u"）)］]】》〉｝}";

/// Full-width and half-width ones pair: a number tells which bracket it is.
qsizetype shapeOf(qsizetype index) { return index < 6 && index != 4 ? index / 2 : index; }

struct OpenBracket
{
    const QualityText *text;
    qsizetype at;
    qsizetype shape;
};

bool hasBrackets(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
        [](QChar c) { return openers.contains(c) || closers.contains(c); });
}

/// What is no bracket of the text: "1）" and "a)" before an item, ranges such as
/// "[60,80)", signs of faces and steps.
QString withoutOrdinals(QString text, const std::vector<PatternMatch> &matches)
{
    for (const PatternMatch &match : matches) {
        // "（附件1、2）" ends with a bracket, not with an item "2）".
        const QStringView before = QStringView(text).first(match.start);
        const qsizetype open
            = before.count(u'（') + before.count(u'(') - before.count(u'）') - before.count(u')');
        if (match.pattern == 0 || open <= 0)
            text.replace(match.start, match.length, QString(match.length, u' '));
    }
    return text;
}

/// Brackets pair within a piece; one may close in the next two lines of its section.
TestResult bracketsPair(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    constexpr int linesOn = 2;
    TestResult result;
    QualityFaults faults(context);
    const auto tell = [&faults](const QualityText &text, qsizetype at) {
        faults.add(text.text.mid(at, 1), text, at, 1,
            Say::tr("The bracket “%1” has no counterpart.").arg(text.text[at]));
    };
    const std::vector<QualityText> &texts = context.material.texts();
    struct Waiting
    {
        OpenBracket bracket;
        size_t line;
    };
    static const QRegularExpression range(
        QStringLiteral("[\\[(（［]\\s*[\\d.]+%?\\s*[,，\\-—~～]\\s*[\\d.]+%?\\s*[\\])）］]"));
    static const QRegularExpression ordinal(QStringLiteral(
        "(?:^|[。；;：:，,\\s、])(?:\\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])[）)]"));
    const auto noBrackets
        = context.material.matches(context.rule.id + QStringLiteral(" ordinals"), {range, ordinal});
    std::vector<Waiting> open;
    for (size_t i = 0; i < texts.size(); ++i) {
        const QualityText &text = texts[i];
        const bool cell = text.kind == QualityText::Kind::Cell;
        // The cells of a printed page are cut by its lines.
        if (cell && context.report.hasPrintedLines)
            continue;
        ++result.instances;
        const auto closed = [&](const Waiting &waiting) {
            const bool far = cell || i - waiting.line > linesOn
                || waiting.bracket.text->section != text.section;
            if (far)
                tell(*waiting.bracket.text, waiting.bracket.at);
            return far;
        };
        std::erase_if(open, closed);
        const size_t before = open.size();
        if (!hasBrackets(text.text))
            continue;
        const QString line = withoutOrdinals(text.text, *noBrackets[i]);
        for (qsizetype at = 0; at < line.size(); ++at) {
            if (const qsizetype opener = openers.indexOf(line[at]); opener >= 0) {
                open.push_back({{&text, at, shapeOf(opener)}, i});
            } else if (const qsizetype closer = closers.indexOf(line[at]); closer >= 0) {
                const auto last = std::find_if(open.rbegin(), open.rend(),
                    [&](const Waiting &one) { return one.bracket.shape == shapeOf(closer); });
                if (last != open.rend())
                    open.erase(std::next(last).base());
                else
                    tell(text, at);
            }
        }
        if (cell && open.size() > before) {
            for (size_t k = before; k < open.size(); ++k)
                tell(*open[k].bracket.text, open[k].bracket.at);
            open.resize(before);
        }
    }
    for (const Waiting &waiting : open)
        tell(*waiting.bracket.text, waiting.bracket.at);
    result.findings = faults.findings();
    return result;
}

/// “ and ” alternate. Where a quotation mark is turned the wrong way round, it is
/// certain which one: “三公“经费.
TestResult quotesPair(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    QualityFaults faults(context);
    for (const QualityText &text : context.material.texts()) {
        if (text.kind == QualityText::Kind::Cell && context.report.hasPrintedLines)
            continue;
        ++result.instances;
        std::vector<qsizetype> marks;
        for (qsizetype at = 0; at < text.text.size(); ++at) {
            if (text.text[at] == u'“' || text.text[at] == u'”')
                marks.push_back(at);
        }
        const auto isOpener = [&](size_t i) { return text.text[marks[i]] == u'“'; };
        for (size_t i = 0; i < marks.size();) {
            const bool paired = i + 1 < marks.size() && isOpener(i) && !isOpener(i + 1);
            if (paired) {
                i += 2;
                continue;
            }
            // Two of one kind around a short word, and what follows is in order.
            const qsizetype inside = i + 1 < marks.size() ? marks[i + 1] - marks[i] - 1 : 0;
            const bool turned = inside > 0 && inside <= 12 && isOpener(i) == isOpener(i + 1)
                && (i + 2 >= marks.size() || isOpener(i + 2) || !isOpener(i));
            if (turned) {
                const qsizetype wrong = isOpener(i) ? marks[i + 1] : marks[i];
                faults.add(QStringLiteral("turned"), text, wrong, 1,
                    Say::tr("A quotation mark is turned the wrong way round."),
                    isOpener(i) ? QStringLiteral("”") : QStringLiteral("“"));
                i += 2;
                continue;
            }
            // A quotation may run over the lines of a printed page.
            if (!context.report.hasPrintedLines)
                faults.add(QStringLiteral("alone"), text, marks[i], 1,
                    Say::tr("A quotation mark has no counterpart."));
            ++i;
        }
    }
    result.findings = faults.findings();
    return result;
}

}  // namespace

NamedTest pairTest(QStringView name)
{
    if (name == u"quotes")
        return quotesPair;
    return name == u"brackets" ? bracketsPair : nullptr;
}

}  // namespace mz
