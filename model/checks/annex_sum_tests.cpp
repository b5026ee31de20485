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

/// What the self-evaluation says of basic and of project expenditure.
struct Spending
{
    std::optional<SaidInText> basic, project;
};

Spending spendingOf(const TestContext &context)
{
    const QRegularExpression spent
        = compiled(withAmounts(settingText(context, QStringLiteral("pattern"))));
    Spending spending;
    for (size_t s = 0; s < context.report.sections.size(); ++s) {
        const Section &section = context.report.sections[s];
        if (section.kind != Section::Kind::Annex)
            continue;
        std::optional<SaidInText> *below = nullptr;
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
                *below = SaidInText{int(s),
                    block.text.mid(match.capturedStart(), match.capturedLength()),
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
    const TableFigure total = tableFigure(context, settingText(context, QStringLiteral("total")));
    const auto basic = amountInText(spending.basic->values.value(0));
    const auto project = amountInText(spending.project->values.value(0));
    if (!total.isKnown || !basic || !project)
        return lacking(settingText(context, QStringLiteral("total")));
    result.instances = 1;
    const auto sum = basic->money().plus(project->money());
    const qint64 worst
        = basic->lastDigitFen(textUnit) + project->lastDigitFen(textUnit) + total.digits;
    if (!sum || 2 * qAbs(sum->fen() - total.money.fen()) <= worst)
        return result;
    QStringList wrong;
    for (const auto &[said, name] : {std::pair{&*basic, QStringLiteral("basic")},
             std::pair{&*project, QStringLiteral("project")}}) {
        const TableFigure part = tableFigure(context, settingText(context, name));
        if (part.isKnown && !part.agrees(*said, textUnit))
            wrong << Say::tr("%1 says %2").arg(part.place, part.printed(textUnit));
    }
    Finding finding = findingOfText(context, QStringLiteral("sum"), spending.project->section,
        spending.project->quote,
        Say::tr("Basic and project expenditure are told as %1 and %2, together %3; %4 says %5%6.")
            .arg(basic->toString(textUnit), project->toString(textUnit), sum->toString(textUnit, 2),
                total.place, total.printed(textUnit),
                wrong.isEmpty() ? QString() : QStringLiteral(" (") + wrong.join(u'、') + u')'));
    finding.texts.push_back({spending.basic->section, spending.basic->quote});
    total.addTo(context, finding);
    finding.difference = Money::fromFen(sum->fen() - total.money.fen()).toString(textUnit, 2);
    result.findings.push_back(std::move(finding));
    return result;
}

/// "涉及项目支出1552.94万元，其中A50万元、B10万元": the list against its total.
TestResult listsAddUp(const TestContext &context)
{
    static const QRegularExpression sentenceEnd(QStringLiteral("[。;；\\n]"));
    static const QRegularExpression brackets(QStringLiteral("[(（][^()（）]{0,40}[)）]"));
    static const QRegularExpression head(
        withAmounts(QStringLiteral("N万元[,，](其中|包括|分别为|分别是)[:：]?(?!主要)")));
    static const QRegularExpression item(
        withAmounts(QStringLiteral("^([^\\d。]{2,40}|20\\d\\d年[^\\d。]{2,40})N万元$")));
    static const QRegularExpression separator(QStringLiteral("[、,，]"));
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
                const auto total = amountInText(match.captured(1));
                QStringList parts = sentence.mid(match.capturedEnd()).split(separator);
                Money sum;
                qint64 worst = total ? total->lastDigitFen(textUnit) : 0;
                int items = 0;
                for (const QString &part : std::as_const(parts)) {
                    const auto one = item.match(part.trimmed());
                    const auto amount = one.hasMatch() && !doubtful.match(part).hasMatch()
                        ? amountInText(one.captured(2))
                        : std::nullopt;
                    // The list ends with its first other words.
                    if (!amount)
                        break;
                    sum = sum.plus(amount->money()).value_or(sum);
                    worst += amount->lastDigitFen(textUnit);
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
                        .arg(total->toString(textUnit), sum.toString(textUnit, 2))));
                result.findings.back().difference
                    = Money::fromFen(difference).toString(textUnit, 2);
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
    const std::vector<AnnexTable> &tables = context.material.annexes();
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
            values << all->number.money().toString(textUnit, 2);
            told << Say::tr("basic figures %1").arg(values.back());
        }
    }
    if (count > 1) {
        values << forms.toString(textUnit, 2);
        told << Say::tr("forms of the projects %1").arg(values.back());
    }
    for (const SaidInText &said :
        context.material.places(settingText(context, QStringLiteral("budget")), true)) {
        const auto amount = amountInText(said.values.value(0));
        if (amount && !values.contains(amount->money().toString(textUnit, 2))) {
            values << amount->money().toString(textUnit, 2);
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

NamedTest annexSumTest(QStringView name)
{
    static const std::pair<QStringView, NamedTest> tests[] = {{u"annex-prose-sum", spendingAddsUp},
        {u"annex-prose-lists", listsAddUp}, {u"annex-same-budget", sameBudget}};
    for (const auto &[known, test] : tests) {
        if (known == name)
            return test;
    }
    return nullptr;
}

}  // namespace mz
