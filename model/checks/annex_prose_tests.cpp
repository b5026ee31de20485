#include "model/checks/annex_prose.h"

#include "model/domain/text.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(AnnexTests)
};

using Part = AnnexLine::Part;

/// The chapter on performance, and what it must tell.
TestResult chapterThere(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    QString text;
    bool narrative = false;
    int place = -1;
    const QStringList titles = settingTexts(context.rule.settings.value(u"titles"));
    const auto isNamed = [&titles](const QString &line) {
        return std::any_of(titles.begin(), titles.end(),
            [&line](const QString &title) { return line.contains(title); });
    };
    // 绩效工资 in a list of accounts begins no chapter where a title does.
    const auto &sections = context.report.sections;
    const bool titled = std::any_of(sections.begin(), sections.end(),
        [&](const Section &section) { return isTextOfReport(section) && isNamed(section.title); });
    for (size_t s = 0; s < context.report.sections.size(); ++s) {
        const Section &section = context.report.sections[s];
        narrative = narrative || section.kind == Section::Kind::Narrative;
        if (!isTextOfReport(section))
            continue;
        QStringList lines{section.title};
        for (const Block &block : section.blocks)
            lines << block.text;
        for (const QString &line : std::as_const(lines)) {
            if (place < 0 && isNamed(titled ? section.title : line))
                place = int(s);
            if (place >= 0)
                text += line.left(longestParagraph) + u'\n';
        }
    }
    if (!narrative)
        return lacking(Say::tr("the explanation (情况说明)"));
    TestResult result;
    result.instances = 1;
    if (place < 0) {
        result.findings.push_back(findingOfReport(context, QStringLiteral("chapter"),
            Say::tr("The report says nothing of the performance (绩效) of its budget.")));
        return result;
    }
    QStringList missing;
    const QJsonObject parts = context.rule.settings.value(u"parts").toObject();
    for (auto it = parts.begin(); it != parts.end(); ++it) {
        const QStringList words = settingTexts(*it);
        if (std::none_of(words.begin(), words.end(),
                [&text](const QString &word) { return text.contains(word); }))
            missing << it.key();
    }
    if (!missing.isEmpty())
        result.findings.push_back(findingOfText(context, QStringLiteral("parts"), place, {},
            Say::tr("The text on performance does not tell: %1").arg(missing.join(u'、'))));
    return result;
}

/// Settings "pattern": an amount of the text is that of the basic figures.
TestResult procurementAgrees(const TestContext &context)
{
    const std::vector<AnnexTable> &tables = context.material.annexes();
    TestResult result;
    for (const AnnexTable &table : tables) {
        const AnnexRef at = refOf(table, Part::Base, u"procurement", u"actual");
        if (at.line < 0 || !fieldOf(table, at).number.isNumber())
            continue;
        const std::vector<SaidInText> &places
            = context.material.places(settingText(context, QStringLiteral("pattern")), false);
        if (places.empty())
            return lacking(Say::tr("the amount of procurement in the text"));
        const auto said = amountInText(places.front().values.value(0));
        if (!said)
            continue;
        ++result.instances;
        TableFigure figure;
        figure.money = said->money();
        figure.decimals = said->decimals();
        if (figure.agrees(fieldOf(table, at).number, table.unit))
            continue;
        Finding finding = findingOfAnnex(context, table, at,
            Say::tr("%1: %2 is printed; the text says %3.")
                .arg(nameOfAnnexField(table, at), fieldOf(table, at).printed,
                    said->toString(textUnit)));
        finding.texts.push_back({places.front().section, places.front().quote});
        result.findings.push_back(std::move(finding));
    }
    return result.instances > 0 ? result : lackingAnnex(tables);
}

/// Settings "pattern": places and people of the text are those of the basic figures,
/// and those of its kinds ("kinds") add up to them.
TestResult staffAgrees(const TestContext &context)
{
    const std::vector<AnnexTable> &tables = context.material.annexes();
    TestResult result;
    const std::vector<SaidInText> &places
        = context.material.places(settingText(context, QStringLiteral("pattern")), true);
    if (places.empty())
        return tables.empty() ? lackingAnnex(tables) : lacking(Say::tr("the staff in the text"));
    const SaidInText &said = places.front();
    for (const AnnexTable &table : tables) {
        for (const auto &[column, group] : {std::pair{u"quota", 0}, {u"staff", 1}}) {
            const AnnexRef at = refOf(table, Part::Staff, u"", column);
            const auto number = amountInText(said.values.value(group));
            if (at.line < 0 || !number || !fieldOf(table, at).number.isNumber())
                continue;
            ++result.instances;
            if (number->money() == fieldOf(table, at).number.money())
                continue;
            Finding finding = findingOfAnnex(context, table, at,
                Say::tr("%1: %2 is printed; the text says %3.")
                    .arg(nameOfAnnexField(table, at), fieldOf(table, at).printed,
                        said.values.value(group)));
            finding.texts.push_back({said.section, said.quote});
            result.findings.push_back(std::move(finding));
        }
    }
    // "行政人员编制数15人，实有26人"
    qint64 sums[] = {0, 0};
    int kinds = 0;
    for (const SaidInText &kind :
        context.material.places(settingText(context, QStringLiteral("kinds")), true)) {
        if (kind.section != said.section)
            continue;
        ++kinds;
        for (const int i : {0, 1})
            sums[i] += qMin<qint64>(kind.values.value(i).toLongLong(), 1'000'000);
    }
    for (const int i : {0, 1}) {
        if (kinds < 2)
            continue;
        ++result.instances;
        if (said.values.value(i).toLongLong() != sums[i])
            result.findings.push_back(
                findingOfText(context, QStringLiteral("kinds%1").arg(i), said.section, said.quote,
                    Say::tr("The text says %1; its kinds add up to %2.")
                        .arg(said.values.value(i))
                        .arg(sums[i])));
    }
    return result;
}

/// The same number of projects wherever it is told, and so many forms.
TestResult countsAgree(const TestContext &context)
{
    const std::vector<AnnexTable> &tables = context.material.annexes();
    const auto forms = std::count_if(tables.begin(), tables.end(),
        [](const AnnexTable &table) { return table.kind == AnnexTable::Kind::Project; });
    std::vector<SaidInText> places;
    for (const QString &pattern : settingTexts(context.rule.settings.value(u"patterns"))) {
        for (const SaidInText &said : context.material.places(pattern, false))
            places.push_back(said);
    }
    TestResult result;
    if (places.empty() || (places.size() < 2 && forms == 0)) {
        result.state = LedgerEntry::State::NotApplicable;
        result.reason = Say::tr("the number of projects is not told twice");
        return result;
    }
    result.instances = 1;
    QStringList counts;
    for (const SaidInText &said : places)
        counts << said.values.value(0);
    QStringList different = counts;
    if (forms > 0)
        different << QString::number(forms);
    different.removeDuplicates();
    if (different.size() < 2)
        return result;
    const QString told = counts.join(u'、');
    Finding finding = findingOfText(context, QStringLiteral("count"), places.front().section,
        places.front().quote,
        forms > 0 ? Say::tr(
            "Projects with goals: the text says %1; %n form(s) are attached.", nullptr, int(forms))
                        .arg(told)
                  : Say::tr("Projects with goals: the text says %1.").arg(told));
    for (size_t i = 1; i < places.size(); ++i)
        finding.texts.push_back({places[i].section, places[i].quote});
    result.findings.push_back(std::move(finding));
    return result;
}

/// Settings "pattern", "cells", "budget": money with goals is within the projects' money.
TestResult goalsWithin(const TestContext &context)
{
    const TableFigure spent = tableFigure(context, settingText(context, QStringLiteral("cells")));
    const std::vector<SaidInText> &places
        = context.material.places(settingText(context, QStringLiteral("pattern")), false);
    TestResult result;
    if (places.empty()) {
        result.state = LedgerEntry::State::NotApplicable;
        result.reason = Say::tr("the text does not tell the money with goals");
        return result;
    }
    if (!spent.isKnown)
        return lacking(settingText(context, QStringLiteral("cells")));
    // Goals are set for the budget, of which not all need be spent.
    Money limit = spent.money;
    for (const SaidInText &said :
        context.material.places(settingText(context, QStringLiteral("budget")), false)) {
        if (const auto amount = amountInText(said.values.value(0)))
            limit = qMax(limit, amount->money());
    }
    for (const SaidInText &said : places) {
        const auto amount = amountInText(said.values.value(0));
        if (!amount)
            continue;
        ++result.instances;
        if (amount->money() <= limit)
            continue;
        Finding finding = findingOfText(context, said.quote, said.section, said.quote,
            Say::tr("Goals are set for %1; the projects spent %2 in all.")
                .arg(amount->toString(textUnit), spent.printed(textUnit)));
        spent.addTo(context, finding);
        result.findings.push_back(std::move(finding));
    }
    return result;
}

}  // namespace

NamedTest annexProseTest(QStringView name)
{
    static const std::pair<QStringView, NamedTest> tests[]
        = {{u"performance-chapter", chapterThere}, {u"annex-procurement", procurementAgrees},
            {u"annex-staff", staffAgrees}, {u"annex-counts", countsAgree},
            {u"annex-prose-limit", goalsWithin}};
    for (const auto &[known, test] : tests) {
        if (known == name)
            return test;
    }
    return annexSumTest(name);
}

}  // namespace mz
