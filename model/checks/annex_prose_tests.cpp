#include "model/checks/annex_tests.h"

#include "model/domain/text.h"
#include "model/narrative/annex_words.h"
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

constexpr qsizetype longestParagraph = 20'000;
constexpr Money::Unit unit = Money::Unit::TenThousandYuan;
const QString number = QStringLiteral("(\\d[\\d,]{0,20}(?:\\.\\d{1,6})?)");

/// A match of a pattern in the text.
struct Said
{
    int section = -1;
    QString quote;
    QStringList values;
};

bool isText(const Section &section)
{
    return section.kind == Section::Kind::Annex || section.kind == Section::Kind::Narrative
        || section.kind == Section::Kind::Overview || section.kind == Section::Kind::Other;
}

/// Every place where the text has the pattern; numbers stand in its groups. `N` in
/// it is a number.
std::vector<Said> placesOf(const Report &report, QString pattern, bool annexOnly)
{
    constexpr size_t most = 100;
    const QRegularExpression expression(pattern.replace(u'N', number));
    std::vector<Said> places;
    for (size_t s = 0; s < report.sections.size(); ++s) {
        const Section &section = report.sections[s];
        if (annexOnly ? section.kind != Section::Kind::Annex : !isText(section))
            continue;
        for (const Block &block : section.blocks) {
            if (block.text.size() > longestParagraph)
                continue;
            // Half-width forms keep the length, so that the quotation is verbatim.
            auto matches = expression.globalMatch(toHalfWidth(block.text));
            while (matches.hasNext() && places.size() < most) {
                const auto match = matches.next();
                places.push_back(
                    {int(s), block.text.mid(match.capturedStart(), match.capturedLength()),
                        match.capturedTexts().mid(1)});
            }
        }
    }
    return places;
}

std::optional<Amount> amountOf(QString text)
{
    const auto amount = Amount::parsePrinted(text.remove(u','), unit);
    return amount && amount->isNumber() ? std::optional(*amount) : std::nullopt;
}

QString setting(const TestContext &context, const QString &name)
{
    return context.rule.settings.value(name).toString();
}

/// The chapter on performance, and what it must tell.
TestResult chapterThere(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    QString text;
    bool narrative = false;
    int place = -1;
    const QStringList titles = settingTexts(context.rule.settings.value(u"titles"));
    for (size_t s = 0; s < context.report.sections.size(); ++s) {
        const Section &section = context.report.sections[s];
        narrative = narrative || section.kind == Section::Kind::Narrative;
        if (!isText(section))
            continue;
        QStringList lines{section.title};
        for (const Block &block : section.blocks)
            lines << block.text;
        for (const QString &line : std::as_const(lines)) {
            const bool named = std::any_of(titles.begin(), titles.end(),
                [&line](const QString &title) { return line.contains(title); });
            if (named && place < 0)
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
    const std::vector<AnnexTable> tables = readAnnexTables(context.report, AnnexWords::builtIn());
    TestResult result;
    for (const AnnexTable &table : tables) {
        const AnnexRef at = refOf(table, Part::Base, u"procurement", u"actual");
        if (at.line < 0 || !fieldOf(table, at).number.isNumber())
            continue;
        const std::vector<Said> places
            = placesOf(context.report, setting(context, QStringLiteral("pattern")), false);
        if (places.empty())
            return lacking(Say::tr("the amount of procurement in the text"));
        const auto said = amountOf(places.front().values.value(0));
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
                .arg(
                    nameOfAnnexField(table, at), fieldOf(table, at).printed, said->toString(unit)));
        finding.texts.push_back({places.front().section, places.front().quote});
        result.findings.push_back(std::move(finding));
    }
    return result.instances > 0 ? result : lackingAnnex(tables);
}

/// Settings "pattern": places and people of the text are those of the basic figures,
/// and those of its kinds ("kinds") add up to them.
TestResult staffAgrees(const TestContext &context)
{
    const std::vector<AnnexTable> tables = readAnnexTables(context.report, AnnexWords::builtIn());
    TestResult result;
    const std::vector<Said> places
        = placesOf(context.report, setting(context, QStringLiteral("pattern")), true);
    if (places.empty())
        return tables.empty() ? lackingAnnex(tables) : lacking(Say::tr("the staff in the text"));
    const Said &said = places.front();
    for (const AnnexTable &table : tables) {
        for (const auto &[column, group] : {std::pair{u"quota", 0}, {u"staff", 1}}) {
            const AnnexRef at = refOf(table, Part::Staff, u"", column);
            const auto number = amountOf(said.values.value(group));
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
    for (const Said &kind :
        placesOf(context.report, setting(context, QStringLiteral("kinds")), true)) {
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
    const std::vector<AnnexTable> tables = readAnnexTables(context.report, AnnexWords::builtIn());
    const auto forms = std::count_if(tables.begin(), tables.end(),
        [](const AnnexTable &table) { return table.kind == AnnexTable::Kind::Project; });
    std::vector<Said> places;
    for (const QString &pattern : settingTexts(context.rule.settings.value(u"patterns"))) {
        for (const Said &said : placesOf(context.report, pattern, false))
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
    for (const Said &said : places)
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
    const TableFigure spent = tableFigure(context, setting(context, QStringLiteral("cells")));
    const std::vector<Said> places
        = placesOf(context.report, setting(context, QStringLiteral("pattern")), false);
    TestResult result;
    if (places.empty()) {
        result.state = LedgerEntry::State::NotApplicable;
        result.reason = Say::tr("the text does not tell the money with goals");
        return result;
    }
    if (!spent.isKnown)
        return lacking(setting(context, QStringLiteral("cells")));
    // Goals are set for the budget, of which not all need be spent.
    Money limit = spent.money;
    for (const Said &said :
        placesOf(context.report, setting(context, QStringLiteral("budget")), false)) {
        if (const auto amount = amountOf(said.values.value(0)))
            limit = qMax(limit, amount->money());
    }
    for (const Said &said : places) {
        const auto amount = amountOf(said.values.value(0));
        if (!amount)
            continue;
        ++result.instances;
        if (amount->money() <= limit)
            continue;
        Finding finding = findingOfText(context, said.quote, said.section, said.quote,
            Say::tr("Goals are set for %1; the projects spent %2 in all.")
                .arg(amount->toString(unit), spent.printed(unit)));
        spent.addTo(context, finding);
        result.findings.push_back(std::move(finding));
    }
    return result;
}

/// What the self-evaluation says of basic and of project expenditure.
struct Spending
{
    std::optional<Said> basic, project;
};

Spending spendingOf(const TestContext &context)
{
    const QRegularExpression spent(
        setting(context, QStringLiteral("pattern")).replace(u'N', number));
    Spending spending;
    for (size_t s = 0; s < context.report.sections.size(); ++s) {
        const Section &section = context.report.sections[s];
        if (section.kind != Section::Kind::Annex)
            continue;
        std::optional<Said> *below = nullptr;
        const auto head = [&](const QString &title) {
            constexpr qsizetype longest = 20;
            const bool basic = title.contains(QStringLiteral("基本支出情况"));
            const bool project = title.contains(QStringLiteral("项目支出情况"));
            if (title.size() <= longest)
                below = basic ? &spending.basic : project ? &spending.project : nullptr;
        };
        head(section.title);
        for (const Block &block : section.blocks) {
            if (block.kind != Block::Kind::Paragraph || block.text.size() > longestParagraph)
                continue;
            const auto match = spent.match(toHalfWidth(block.text));
            if (match.hasMatch() && below && !*below)
                *below = Said{int(s), block.text.mid(match.capturedStart(), match.capturedLength()),
                    match.capturedTexts().mid(1)};
            else if (!match.hasMatch())
                head(block.text.trimmed());
        }
    }
    return spending;
}

/// Settings "total", "basic", "project": both together are the expenditure of the year.
TestResult spendingAddsUp(const TestContext &context)
{
    const Spending spending = spendingOf(context);
    TestResult result;
    if (!spending.basic || !spending.project) {
        result.state = LedgerEntry::State::NotApplicable;
        result.reason = Say::tr("no self-evaluation tells basic and project expenditure");
        return result;
    }
    const TableFigure total = tableFigure(context, setting(context, QStringLiteral("total")));
    const auto basic = amountOf(spending.basic->values.value(0));
    const auto project = amountOf(spending.project->values.value(0));
    if (!total.isKnown || !basic || !project)
        return lacking(setting(context, QStringLiteral("total")));
    result.instances = 1;
    const auto sum = basic->money().plus(project->money());
    const qint64 worst = basic->lastDigitFen(unit) + project->lastDigitFen(unit) + total.digits;
    if (!sum || 2 * qAbs(sum->fen() - total.money.fen()) <= worst)
        return result;
    QStringList wrong;
    for (const auto &[said, name] : {std::pair{&*basic, QStringLiteral("basic")},
             std::pair{&*project, QStringLiteral("project")}}) {
        const TableFigure part = tableFigure(context, setting(context, name));
        if (part.isKnown && !part.agrees(*said, unit))
            wrong << Say::tr("%1 says %2").arg(part.place, part.printed(unit));
    }
    Finding finding = findingOfText(context, QStringLiteral("sum"), spending.project->section,
        spending.project->quote,
        Say::tr("Basic and project expenditure are told as %1 and %2, together %3; %4 says %5%6.")
            .arg(basic->toString(unit), project->toString(unit), sum->toString(unit, 2),
                total.place, total.printed(unit),
                wrong.isEmpty() ? QString() : QStringLiteral(" (") + wrong.join(u'、') + u')'));
    finding.texts.push_back({spending.basic->section, spending.basic->quote});
    total.addTo(context, finding);
    finding.difference = Money::fromFen(sum->fen() - total.money.fen()).toString(unit, 2);
    result.findings.push_back(std::move(finding));
    return result;
}

/// "涉及项目支出1552.94万元，其中A50万元、B10万元": the list against its total.
TestResult listsAddUp(const TestContext &context)
{
    static const QRegularExpression sentenceEnd(QStringLiteral("[。;；\\n]"));
    static const QRegularExpression brackets(QStringLiteral("[(（][^()（）]{0,40}[)）]"));
    static const QRegularExpression head(
        number + QStringLiteral("万元[,，](其中|包括|分别为|分别是)[:：]?(?!主要)"));
    static const QRegularExpression item(
        QStringLiteral("^([^\\d。]{2,40}|20\\d\\d年[^\\d。]{2,40})") + number
        + QStringLiteral("万元$"));
    static const QRegularExpression doubtful(
        QStringLiteral("增|减|上年|去年|同比|相比|%|占|主要|年初|追加|结转|全年|万元等"));
    TestResult result;
    for (size_t s = 0; s < context.report.sections.size(); ++s) {
        const Section &section = context.report.sections[s];
        for (const Block &block : section.blocks) {
            if (section.kind != Section::Kind::Annex || block.text.size() > longestParagraph)
                continue;
            for (QString sentence : toHalfWidth(block.text).split(sentenceEnd)) {
                sentence.remove(brackets);
                const auto match = head.match(sentence);
                if (!match.hasMatch())
                    continue;
                const auto total = amountOf(match.captured(1));
                QStringList parts = sentence.mid(match.capturedEnd())
                                        .split(QRegularExpression(QStringLiteral("[、,，]")));
                Money sum;
                qint64 worst = total ? total->lastDigitFen(unit) : 0;
                int items = 0;
                for (const QString &part : std::as_const(parts)) {
                    const auto one = item.match(part.trimmed());
                    const auto amount = one.hasMatch() && !doubtful.match(part).hasMatch()
                        ? amountOf(one.captured(2))
                        : std::nullopt;
                    // The list ends with its first other words.
                    if (!amount)
                        break;
                    sum = sum.plus(amount->money()).value_or(sum);
                    worst += amount->lastDigitFen(unit);
                    ++items;
                }
                // What follows must not go on with amounts.
                const bool whole = std::none_of(parts.begin() + items, parts.end(),
                    [](const QString &part) { return part.contains(u"万元"); });
                const bool complete = match.captured(2) != u"其中";
                if (!total || items < 2 || !whole)
                    continue;
                const qint64 difference = total->money().fen() - sum.fen();
                // 其中 need not name all.
                if (!complete && 2 * difference > worst)
                    continue;
                ++result.instances;
                if (2 * qAbs(difference) <= worst)
                    continue;
                result.findings.push_back(findingOfText(context, match.captured(1), int(s),
                    match.captured(1) + QStringLiteral("万元"),
                    Say::tr("%1 is told; the list behind it adds up to %2.")
                        .arg(total->toString(unit), sum.toString(unit, 2))));
                result.findings.back().difference = Money::fromFen(difference).toString(unit, 2);
            }
        }
    }
    if (result.instances == 0) {
        result.state = LedgerEntry::State::NotApplicable;
        result.reason = Say::tr("no list of amounts with its total");
    }
    return result;
}

/// For a person to look at: the projects' budget as the annexes tell it.
TestResult sameBudget(const TestContext &context)
{
    const std::vector<AnnexTable> tables = readAnnexTables(context.report, AnnexWords::builtIn());
    Money forms;
    int count = 0;
    QStringList told;
    QStringList values;
    int section = -1;
    for (const AnnexTable &table : tables) {
        const AnnexField *own = table.field(Part::Funds, u"total", u"initial");
        const AnnexField *all = table.field(Part::Base, u"projects", u"budget");
        if (table.kind == AnnexTable::Kind::Project && own && own->number.isNumber()) {
            forms = forms.plus(own->number.money()).value_or(forms);
            ++count;
        }
        if (section < 0)
            section = table.section;
        if (all && all->number.isNumber()) {
            values << all->number.money().toString(unit, 2);
            told << Say::tr("basic figures %1").arg(values.back());
        }
    }
    if (count > 1) {
        values << forms.toString(unit, 2);
        told << Say::tr("forms of the projects %1").arg(values.back());
    }
    for (const Said &said :
        placesOf(context.report, setting(context, QStringLiteral("budget")), true)) {
        const auto amount = amountOf(said.values.value(0));
        if (amount && !values.contains(amount->money().toString(unit, 2))) {
            values << amount->money().toString(unit, 2);
            told << Say::tr("text %1").arg(values.back());
        }
    }
    TestResult result;
    if (section < 0 || told.size() < 2)
        return lackingAnnex(tables);
    result.instances = 1;
    values.removeDuplicates();
    if (values.size() > 1)
        result.findings.push_back(findingOfText(context, QStringLiteral("budget"), section, {},
            Say::tr(
                "The projects' budget is told as: %1. Are these the same projects, and the same "
                "budget?")
                .arg(told.join(u'、'))));
    return result;
}

}  // namespace

NamedTest annexProseTest(QStringView name)
{
    static const std::pair<QStringView, NamedTest> tests[]
        = {{u"performance-chapter", chapterThere}, {u"annex-procurement", procurementAgrees},
            {u"annex-staff", staffAgrees}, {u"annex-counts", countsAgree},
            {u"annex-prose-limit", goalsWithin}, {u"annex-prose-sum", spendingAddsUp},
            {u"annex-prose-lists", listsAddUp}, {u"annex-same-budget", sameBudget}};
    for (const auto &[known, test] : tests) {
        if (known == name)
            return test;
    }
    return nullptr;
}

}  // namespace mz
