#include "model/checks/quality_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(QualityTests)
};

/// One line of settings "patterns": what is looked for, and what it should be.
struct TextPattern
{
    QRegularExpression find;
    QString better;        ///< "\1" is what the first bracket matched; "" where nobody knows.
    bool certain = false;  ///< May be replaced unseen.
    std::optional<Severity> severity;
};

/// The patterns that hold for the year of the report.
/// Errors: a regular expression that cannot be read.
Result<std::vector<TextPattern>> patternsOf(const TestContext &context)
{
    std::vector<TextPattern> patterns;
    for (const QJsonValue &value : context.rule.settings.value(u"patterns").toArray()) {
        const QJsonObject json = value.toObject();
        const int from = json.value(u"from").toInt();
        if (from > 0 && context.report.identity.year < from)
            continue;
        QStringList words = settingTexts(json.value(u"words"));
        for (QString &word : words)
            word = QRegularExpression::escape(word);
        TextPattern pattern;
        pattern.find = compiled(words.isEmpty() ? json.value(u"find").toString() : words.join(u'|'),
            QRegularExpression::UseUnicodePropertiesOption);
        if (pattern.find.pattern().isEmpty() || !pattern.find.isValid())
            return Error{Say::tr("the pattern “%1”, which is faulty: %2")
                             .arg(pattern.find.pattern(), pattern.find.errorString()),
                {}};
        pattern.better = json.value(u"better").toString();
        pattern.certain = json.value(u"certain").toBool();
        if (json.value(u"severity").toString() == u"info")
            pattern.severity = Severity::Info;
        patterns.push_back(pattern);
    }
    return patterns;
}

void tellOf(const TextPattern &pattern, const PatternMatch &match, const QualityText &text,
    QualityFaults &faults)
{
    const QString found = text.text.mid(match.start, match.length);
    if (pattern.better.isEmpty()) {
        faults.add(found, text, match.start, match.length,
            Say::tr("“%1” should not be left in the text.").arg(found), {}, pattern.severity);
        return;
    }
    QString better = pattern.better;
    better.replace(QStringLiteral("\\1"), match.first);
    faults.add(found, text, match.start, match.length,
        Say::tr("“%1” should read “%2”.").arg(found, better),
        pattern.certain ? std::optional(better) : std::nullopt, pattern.severity);
}

/// Whether the rule asks for what the lines of a printed page do not tell: where
/// a paragraph ends, how wide a character was typed.
bool asksForTypedText(const TestContext &context)
{
    return context.rule.settings.value(u"typedTextOnly").toBool();
}

TestResult notTyped()
{
    TestResult result;
    result.state = LedgerEntry::State::NotApplicable;
    result.reason = Say::tr("the text was put together from printed lines");
    return result;
}

/// What is still open in a section that is being written has its own list.
bool isOpenGap(const TestContext &context, const QualityText &text, const PatternMatch &match)
{
    return text.section >= 0 && context.report.sections[size_t(text.section)].isWritten()
        && text.text.mid(match.start, 1) == u"〔";
}

/// Words, and patterns, that a finished text does not hold.
TestResult textPatterns(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    if (asksForTypedText(context) && context.report.hasPrintedLines)
        return notTyped();
    const auto patterns = patternsOf(context);
    if (!patterns)
        return lacking(patterns.error().message);
    const std::vector<QualityText> &texts = context.material.texts();
    QualityFaults faults(context);
    std::vector<QRegularExpression> expressions;
    expressions.reserve(patterns->size());
    for (const TextPattern &pattern : *patterns)
        expressions.push_back(pattern.find);
    // Some patterns hold from a year on.
    const QString key = context.rule.id + QString::number(context.report.identity.year);
    std::vector<std::vector<std::pair<const QualityText *, PatternMatch>>> found(patterns->size());
    const auto matches = context.material.matches(key, expressions);
    for (size_t i = 0; i < texts.size(); ++i) {
        for (const PatternMatch &match : *matches[i])
            found[size_t(match.pattern)].emplace_back(&texts[i], match);
    }
    for (size_t i = 0; i < found.size(); ++i) {
        for (const auto &[text, match] : found[i]) {
            if (!isOpenGap(context, *text, match))
                tellOf((*patterns)[i], match, *text, faults);
        }
    }
    TestResult result;
    result.instances = int(texts.size());
    result.findings = faults.findings();
    return result;
}

bool startsWithOneOf(QStringView text, const QStringList &words)
{
    return std::any_of(
        words.begin(), words.end(), [text](const QString &word) { return text.startsWith(word); });
}

/// A word of two or more characters that stands twice in a row.
TestResult doubledWords(const TestContext &context)
{
    TestResult result = textPatterns(context);
    if (result.state != LedgerEntry::State::Passed)
        return result;
    static const QRegularExpression twice(QStringLiteral("([\\x{4e00}-\\x{9fff}]{2,10})\\1"));
    static const QRegularExpression number(QStringLiteral("^[一二三四五六七八九十百千万亿零]+$"));
    const QStringList allowed = settingTexts(context.rule.settings.value(u"allowed"));
    const QStringList compounds = settingTexts(context.rule.settings.value(u"compounds"));
    QualityFaults faults(context);
    const std::vector<QualityText> &texts = context.material.texts();
    const auto matches
        = context.material.matches(context.rule.id + QStringLiteral(" twice"), {twice});
    for (size_t i = 0; i < texts.size(); ++i) {
        const QualityText &text = texts[i];
        for (const PatternMatch &match : *matches[i]) {
            const QString &word = match.first;
            // 层层, 家家 ..: the word is itself one character repeated.
            const bool one = word.count(word.front()) == word.size();
            if (one || allowed.contains(word) || number.match(word).hasMatch())
                continue;
            // 项目|项目支出: the second one begins a longer word.
            if (startsWithOneOf(QStringView(text.text).mid(match.start + match.length), compounds))
                continue;
            faults.add(text.text.mid(match.start, match.length), text, match.start, match.length,
                Say::tr("“%1” stands twice in a row.").arg(word), word);
        }
    }
    for (Finding &finding : faults.findings())
        result.findings.push_back(std::move(finding));
    return result;
}

/// Amounts with a thousands comma and without in one chapter.
TestResult groupingMixed(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    static const QRegularExpression amount(
        QStringLiteral("(?<![\\d.,])(\\d{1,3}(?:,\\d{3})+|\\d{4,})(\\.\\d+)?(?=\\s*(?:万|亿)?元)"));
    TestResult result;
    QualityFaults faults(context);
    struct Seen
    {
        const QualityText *text;
        qsizetype start, length;
    };
    const std::vector<QualityText> &texts = context.material.texts();
    size_t i = 0;
    while (i < texts.size()) {
        // A chapter: from one title of level 0 or 1 to the next.
        size_t end = i + 1;
        while (end < texts.size()
            && (texts[end].section == texts[end - 1].section
                || context.report.sections[size_t(texts[end].section)].level > 1))
            ++end;
        std::vector<Seen> grouped, plain;
        for (; i < end; ++i) {
            if (texts[i].kind != QualityText::Kind::Paragraph)
                continue;
            auto matches = amount.globalMatch(texts[i].text);
            while (matches.hasNext()) {
                const auto match = matches.next();
                auto &seen = match.captured(1).contains(u',') ? grouped : plain;
                seen.push_back({&texts[i], match.capturedStart(), match.capturedLength()});
            }
        }
        result.instances += int(grouped.size() + plain.size());
        if (grouped.empty() || plain.empty())
            continue;
        // The fewer are told.
        for (const Seen &seen : grouped.size() <= plain.size() ? grouped : plain)
            faults.add(QStringLiteral("grouping"), *seen.text, seen.start, seen.length,
                Say::tr("Amounts of one chapter are printed with a thousands comma and without."));
    }
    result.findings = faults.findings();
    return result;
}

/// Paragraphs of sentences end with a full stop.
TestResult fullStops(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    if (context.report.hasPrintedLines)
        return notTyped();
    static const QRegularExpression ends(QStringLiteral("[。！？：；…!?:;.][”’」）)》\"]*$"));
    const int shortest = context.rule.settings.value(u"shortest").toInt(30);
    QualityFaults faults(context);
    TestResult result;
    int open = 0;
    for (const QualityText &text : context.material.texts()) {
        using Kind = Section::Kind;
        const Kind kind = context.report.sections[size_t(text.section)].kind;
        const QString line = text.text.trimmed();
        const bool sentence = line.size() >= shortest
            && (line.contains(u'，') || line.contains(u'。') || line.contains(u'；'));
        if (text.kind != QualityText::Kind::Paragraph || !sentence
            || (kind != Kind::Overview && kind != Kind::Narrative && kind != Kind::Glossary))
            continue;
        ++result.instances;
        if (ends.match(line).hasMatch())
            continue;
        ++open;
        const qsizetype end = text.text.lastIndexOf(line.back());
        const bool comma = line.endsWith(u'，') || line.endsWith(u'、') || line.endsWith(u',');
        faults.add(QStringLiteral("end"), text, end, 1,
            Say::tr("The paragraph does not end with a full stop."),
            comma ? QStringLiteral("。") : line.back() + QStringLiteral("。"));
    }
    // Where most of them end in the middle of a sentence, the lines of the file are
    // no paragraphs.
    if (open * 3 > result.instances && open > 3)
        return notTyped();
    result.findings = faults.findings();
    return result;
}

}  // namespace

NamedTest qualityTest(QStringView name)
{
    static const std::pair<QStringView, NamedTest> tests[]
        = {{u"text-patterns", textPatterns}, {u"doubled-words", doubledWords},
            {u"grouping-mixed", groupingMixed}, {u"full-stops", fullStops}};
    for (const auto &[known, test] : tests) {
        if (known == name)
            return test;
    }
    return pairTest(name);
}

}  // namespace mz
