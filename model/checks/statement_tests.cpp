#include "model/checks/cell_tests.h"

#include "model/domain/text.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(TextTests)
};

/// A chapter of the explanation with what stands below it, as it is compared.
struct Chapter
{
    int section = -1;
    QString title;
    QString text;
};

/// The chapter whose title has one of the words; `section` -1 where there is none,
/// or more than one.
Chapter chapterOn(const Report &report, const QStringList &words)
{
    Chapter chapter;
    bool inside = false;
    for (size_t i = 0; i < report.sections.size(); ++i) {
        const Section &section = report.sections[i];
        if (section.level <= 1) {
            const QString title = normalized(section.title);
            inside = section.kind == Section::Kind::Narrative && section.level == 1
                && std::any_of(words.begin(), words.end(),
                    [&title](const QString &word) { return title.contains(word); });
            if (inside && chapter.section >= 0)
                return {};
            if (inside) {
                chapter.section = int(i);
                chapter.title = title;
            }
        }
        for (const Block &block : section.blocks) {
            if (inside)
                chapter.text += normalized(block.text) + u'\n';
        }
    }
    return chapter;
}

/// What a chapter says of this year's money of one fund.
enum class Says : quint8 { Nothing, None, Some };

Says whatIsSaid(QString text, const QStringList &names)
{
    static const QRegularExpression none(QStringLiteral(
        "(没有|无|未发生|未安排|未使用|不涉及)[^。;,\\n]{0,16}(收支|收入|支出|预算|数据|"
        "拨款)|此项无|无此项|(收支|收入|支出)[^。;\\n]{0,6}(均为|都为|为)(零|0)(?![.\\d])"));
    static const QRegularExpression amount(
        QStringLiteral("(\\d[\\d,]{0,20}(?:\\.\\d{1,6})?)(万|亿)?元"));
    static const QRegularExpression otherTime(
        QStringLiteral("上年|去年|上一年|同比|相比|比|增|减|预算|下降|累计|历年|原因|结转|结余"));
    static const QRegularExpression zero(QStringLiteral("^[0,.]+$"));
    static const QRegularExpression clauseEnd(QStringLiteral("[。;:,，；：、\\n]"));
    text.remove(QStringLiteral("无变化")).remove(QStringLiteral("无增减"));
    const bool saysNone = none.match(text).hasMatch();
    for (const QString &name : names)
        text.remove(name + QStringLiteral("预算"));
    bool anyAmount = false;
    bool anySum = false;
    bool thisYear = false;
    // A comma within a number parts no clauses.
    static const QRegularExpression thousands(QStringLiteral("(?<=\\d),(?=\\d{3}(\\D|$))"));
    text.remove(thousands);
    for (const QString &clause : text.split(clauseEnd, Qt::SkipEmptyParts)) {
        auto matches = amount.globalMatch(clause);
        while (matches.hasNext()) {
            anyAmount = true;
            const bool sum = !zero.match(matches.next().captured(1)).hasMatch();
            anySum = anySum || sum;
            thisYear = thisYear
                || (sum && (clause.contains(u"收入") || clause.contains(u"支出"))
                    && !otherTime.match(clause).hasMatch());
        }
    }
    if (thisYear && !saysNone)
        return Says::Some;
    if (!anySum && (saysNone || (anyAmount && text.contains(u"支出"))))
        return Says::None;
    return Says::Nothing;
}

/// What the chapter on a fund says, against the fund's table and its column of
/// the summary. `said` is the kind of statement that the rule judges.
TestResult statements(const TestContext &context, Says said)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    QStringList missing;
    for (const QJsonValue &value : context.rule.settings.value(u"funds").toArray()) {
        const QJsonObject fund = value.toObject();
        const QString kind = fund.value(u"table").toString();
        const QStringList names = settingTexts(fund.value(u"names"));
        const int s = context.report.sheetOf(kind);
        const Chapter chapter = chapterOn(context.report, names);
        if (s < 0 || chapter.section < 0) {
            missing << (s < 0 ? kind : Say::tr("the chapter on %1").arg(names.value(0)));
            continue;
        }
        bool amounts = !isEmptyTable(context.report.sheets[size_t(s)]);
        const auto column = Expression::parseCells(fund.value(u"cells").toString());
        // That only the summary has amounts is a matter of the two tables.
        if (said == Says::Some && column && context.report.sheetOf(column->table) >= 0) {
            for (const CellRef &at : context.resolver.cells(*column))
                amounts = amounts || !context.report.cell(at).amount.money().isZero();
        }
        ++result.instances;
        if (whatIsSaid(chapter.text, names) != said || amounts != (said == Says::None))
            continue;
        Finding finding = findingOfTable(context, s,
            said == Says::None
                ? Say::tr("The explanation says that there is none of it, but the tables have "
                          "amounts.")
                : Say::tr("The explanation gives amounts of it, but the tables have none."));
        finding.texts.push_back({chapter.section, shortened(chapter.text.trimmed(), 80)});
        result.findings.push_back(std::move(finding));
    }
    return result.instances == 0 && !missing.isEmpty() ? lacking(missing.join(u'、')) : result;
}

TestResult noneButAmounts(const TestContext &context) { return statements(context, Says::None); }
TestResult amountsButNone(const TestContext &context) { return statements(context, Says::Some); }

/// Which money the three public expenses are of: that of the general budget, or
/// fiscal money as a whole.
enum class Scope : quint8 { Unknown, General, Fiscal };

Scope scopeIn(QString text)
{
    // A share of other expenditure does not tell whose money it is.
    static const QRegularExpression share(
        QStringLiteral("占[^,。;]{0,40}?(?:支出|收入)[^,。;]{0,6}的"));
    text.remove(share);
    static const QRegularExpression general(
        QStringLiteral("一般公共预算(财政)?拨款|一般公共预算安排"));
    const auto all = text.count(u"财政拨款");
    const auto of = text.count(u"一般公共预算财政拨款");
    if (general.match(text).hasMatch())
        return all > of ? Scope::Unknown : Scope::General;
    return all > 0 ? Scope::Fiscal : Scope::Unknown;
}

QString name(Scope scope)
{
    return scope == Scope::General ? QStringLiteral("一般公共预算财政拨款")
                                   : QStringLiteral("财政拨款");
}

/// The title of the table, of the chapter and its text name the same money.
TestResult sameScope(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    const int s = context.report.sheetOf(context.rule.settings.value(u"table").toString());
    const QStringList names = settingTexts(context.rule.settings.value(u"names"));
    const Chapter chapter = chapterOn(context.report, names);
    if (s < 0 || chapter.section < 0)
        return lacking(s < 0 ? context.rule.settings.value(u"table").toString()
                             : Say::tr("the chapter on %1").arg(names.value(0)));
    const Scope printed = scopeIn(normalized(context.report.sheets[size_t(s)].title));
    TestResult result;
    if (printed == Scope::Unknown)
        return result;
    for (const QString &text : {chapter.title, chapter.text}) {
        const Scope said = scopeIn(text);
        result.instances += said == Scope::Unknown ? 0 : 1;
        if (said == Scope::Unknown || said == printed || !result.findings.empty())
            continue;
        Finding finding = findingOfTable(context, s,
            Say::tr("The table is of %1, the explanation speaks of %2.")
                .arg(name(printed), name(said)));
        finding.texts.push_back({chapter.section, shortened(text.trimmed(), 80)});
        result.findings.push_back(std::move(finding));
    }
    return result;
}

/// Vehicles that are run on fiscal money are vehicles of the department.
TestResult vehiclesContained(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    static const QRegularExpression kept(QStringLiteral("保有量(?:为|共|:)?(\\d{1,6})辆"));
    static const QRegularExpression owned(QStringLiteral("共有车辆(\\d{1,6})辆"));
    const auto only = [&context](const QRegularExpression &pattern, const QString &settings) {
        const QStringList words = settingTexts(context.rule.settings.value(settings));
        const Chapter chapter = chapterOn(context.report, words);
        auto matches = pattern.globalMatch(chapter.text);
        const int number = matches.hasNext() ? matches.next().captured(1).toInt() : -1;
        return std::tuple(chapter.section, matches.hasNext() ? -1 : number);
    };
    const auto [place, few] = only(kept, QStringLiteral("kept"));
    const auto [section, all] = only(owned, QStringLiteral("owned"));
    if (few < 0 || all < 0)
        return lacking(Say::tr("the numbers of vehicles in the explanation"));
    TestResult result;
    result.instances = 1;
    if (few > all)
        result.findings.push_back(findingOfText(context, QStringLiteral("vehicles"), place, {},
            Say::tr("%1 vehicles are kept on fiscal money, but the department has %2.")
                .arg(few)
                .arg(all)));
    return result;
}

}  // namespace

NamedTest statementTest(QStringView name)
{
    static const std::pair<QStringView, NamedTest> tests[]
        = {{u"none-but-amounts", noneButAmounts}, {u"amounts-but-none", amountsButNone},
            {u"same-scope", sameScope}, {u"vehicles-contained", vehiclesContained}};
    for (const auto &[known, test] : tests) {
        if (known == name)
            return test;
    }
    return nullptr;
}

}  // namespace mz
