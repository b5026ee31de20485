#include "model/checks/cell_tests.h"

#include "model/domain/text.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(ExplanationTests)
};

/// The sections of the explanation that are about one of the topics ("S05"); all
/// that are about any where none is named.
std::vector<int> sectionsOn(const TestContext &context, const QStringList &topics)
{
    std::vector<int> sections;
    const std::vector<QString> &known = context.reading->topics;
    for (size_t s = 0; s < known.size(); ++s) {
        const bool asked = topics.isEmpty() ? !known[s].isEmpty() : topics.contains(known[s]);
        if (asked && context.report.sections[s].kind == Section::Kind::Narrative)
            sections.push_back(int(s));
    }
    return sections;
}

/// The paragraphs of a section as they are compared, with their blocks.
std::vector<std::pair<int, QString>> paragraphsOf(const Report &report, int section)
{
    std::vector<std::pair<int, QString>> paragraphs;
    const std::vector<Block> &blocks = report.sections[size_t(section)].blocks;
    for (size_t b = 0; b < blocks.size(); ++b) {
        if (blocks[b].kind == Block::Kind::Paragraph && !blocks[b].text.trimmed().isEmpty())
            paragraphs.emplace_back(int(b), normalized(blocks[b].text));
    }
    return paragraphs;
}

/// The settings' patterns: a regular expression each, whose first bracket takes a year.
struct YearPattern
{
    QRegularExpression find;
    int offset = 0;  ///< The year that must stand there, less the report's.
    QStringList topics;
};

/// Another year's number where the report's, or the one before, must stand: text that
/// was taken over from an earlier report.
TestResult yearsAgree(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    const int year = context.report.identity.year;
    if (!context.reading || year == 0)
        return year == 0 ? lacking(Say::tr("the report's year")) : result;
    const QString own = QString::number(year) + u'年';
    const auto tell
        = [&](const QString &where, int section, const QString &quote, int found, int wanted) {
              Finding finding = findingOfText(context,
                  QStringLiteral("%1/%2/%3").arg(where).arg(found).arg(wanted), section, quote,
                  Say::tr("%1 is named where %2 should stand.").arg(found).arg(wanted));
              finding.texts.front().expected = QString::number(wanted);
              result.findings.push_back(std::move(finding));
          };
    static const QRegularExpression ofTitle(
        QStringLiteral("(?<![与比较同和])(20\\d{2})年度?[^，。]{0,30}"
                       "(?:决算|情况说明|概况|三公)"));
    for (size_t s = 0; s < context.report.sections.size(); ++s) {
        using Kind = Section::Kind;
        const Section &section = context.report.sections[s];
        const bool titled = section.kind == Kind::Tables || section.kind == Kind::Narrative
            || section.kind == Kind::Overview || section.kind == Kind::Glossary;
        const QRegularExpressionMatch match = ofTitle.match(normalized(section.title));
        if (!titled || !match.hasMatch())
            continue;
        ++result.instances;
        if (match.captured(1).toInt() != year)
            tell(QStringLiteral("title"), int(s), section.title, match.captured(1).toInt(), year);
    }
    std::vector<YearPattern> patterns;
    for (const QJsonValue &value : context.rule.settings.value(u"patterns").toArray()) {
        const QJsonObject json = value.toObject();
        patterns.push_back({compiled(json.value(u"find").toString(), {}),
            json.value(u"offset").toInt(), settingTexts(json.value(u"sections"))});
    }
    for (const YearPattern &pattern : patterns) {
        for (const int section : sectionsOn(context, pattern.topics)) {
            for (const auto &[block, text] : paragraphsOf(context.report, section)) {
                const QRegularExpressionMatch match = pattern.find.match(text);
                if (!match.hasMatch())
                    continue;
                ++result.instances;
                const int found = match.captured(1).toInt();
                const int wanted = year + pattern.offset;
                // A paragraph that names the right year as well compares years.
                if (found == wanted || (pattern.offset == 0 && text.contains(own)))
                    continue;
                tell(QString::number(block), section, match.captured(0), found, wanted);
            }
        }
    }
    return result;
}

bool isDifferent(const Claim &claim)
{
    if (claim.figure.isEmpty() || claim.freeProse || claim.nearly)
        return false;
    const bool change = claim.role == ClaimRole::Change && claim.value != 0;
    return change || (claim.role == ClaimRole::Relation && claim.sign != 0);
}

/// Where something grew, shrank or left its budget, the section says why.
TestResult reasonsGiven(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    if (!context.reading)
        return result;
    const QRegularExpression reason = compiled(context.rule.settings.value(u"find").toString(), {});
    const QRegularExpression open = compiled(context.rule.settings.value(u"open").toString(), {});
    for (const int section :
        sectionsOn(context, settingTexts(context.rule.settings.value(u"sections")))) {
        const auto &claims = context.reading->claims;
        const auto first
            = std::find_if(claims.begin(), claims.end(), [section](const Claim &claim) {
                  return claim.place.section == section && isDifferent(claim);
              });
        const auto paragraphs = paragraphsOf(context.report, section);
        QString all;
        for (const auto &[block, text] : paragraphs)
            all += text + u'\n';
        for (size_t i = 0; i < paragraphs.size(); ++i) {
            const QString &text = paragraphs[i].second;
            const QRegularExpressionMatch match = open.match(text);
            if (!match.hasMatch())
                continue;
            // A reason may begin on the next line.
            if (match.capturedEnd() == text.size() && i + 1 < paragraphs.size())
                continue;
            result.findings.push_back(
                findingOfText(context, QStringLiteral("open/%1").arg(paragraphs[i].first), section,
                    shortened(match.captured(0), 60), Say::tr("No reason follows these words.")));
        }
        if (first == claims.end())
            continue;
        ++result.instances;
        if (!reason.match(all).hasMatch())
            result.findings.push_back(findingOfText(context, QStringLiteral("none"), section,
                quoteOf(context.report, first->place),
                Say::tr("The section tells of a difference and gives no reason.")));
    }
    return result;
}

/// Whether the number stands in the section, whatever it was bound to.
bool saysAmount(const NarrativeReading &reading, const QString &topic, Money amount)
{
    return std::any_of(reading.claims.begin(), reading.claims.end(),
        [&](const Claim &claim) { return claim.section == topic && claim.value == amount.fen(); });
}

/// A section that tells of the parts of a whole tells of each that has an amount.
/// Of the settings' figures some are alternatives: "income.fiscal|income.general".
TestResult partsNamed(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    if (!context.reading)
        return result;
    const QString topic = context.rule.settings.value(u"section").toString();
    const auto isTold = [&](const QString &figure) {
        return std::any_of(context.reading->claims.begin(), context.reading->claims.end(),
            [&](const Claim &claim) { return claim.section == topic && claim.figure == figure; });
    };
    struct Part
    {
        CellRef at;
        bool told = false;
    };
    std::vector<Part> parts;
    for (const QString &names : settingTexts(context.rule.settings.value(u"figures"))) {
        const QStringList figures = names.split(u'|');
        const Figure *entry = context.handbook.figures().find(figures.front());
        if (!entry || entry->homes.empty())
            continue;
        std::vector<CellResolver::Term> terms;
        if (context.resolver.resolve(entry->homes.front(), {}, terms) && terms.size() == 1)
            parts.push_back(
                {terms.front().cell, std::any_of(figures.begin(), figures.end(), isTold)});
    }
    const int classes
        = context.report.sheetOf(context.rule.settings.value(u"classesOf").toString());
    const int column = classes < 0 ? -1 : context.report.sheets[size_t(classes)].columnOf(u"total");
    for (int row = 0; column >= 0 && row < context.report.sheets[size_t(classes)].rowCount();
         ++row) {
        const AccountCode code = context.report.sheets[size_t(classes)].rows[size_t(row)].code;
        if (code.level() == AccountCode::Level::Class)
            parts.push_back({{classes, row, column},
                isTold(QStringLiteral("general.class[%1]").arg(code.toString()))});
    }
    constexpr int few = 2;
    const auto told
        = std::count_if(parts.begin(), parts.end(), [](const Part &part) { return part.told; });
    if (told < few)
        return result;
    for (const Part &part : parts) {
        const Money amount = context.report.cell(part.at).amount.money();
        if (amount.isZero())
            continue;
        ++result.instances;
        if (part.told || saysAmount(*context.reading, topic, amount))
            continue;
        result.findings.push_back(findingAt(context, part.at,
            Say::tr("The explanation tells of the parts, but not of %1.")
                .arg(placeOf(context.report, part.at))));
    }
    return result;
}

/// Shares and rates of one chapter are printed with as many decimals, two at most.
TestResult percentStyle(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    if (!context.reading)
        return result;
    constexpr int usual = 2;
    QHash<QString, std::vector<const Claim *>> chapters;
    QStringList order;
    for (const Claim &claim : context.reading->claims) {
        if (claim.unit != u"%" || claim.freeProse || claim.section.isEmpty())
            continue;
        if (!chapters.contains(claim.section))
            order << claim.section;
        chapters[claim.section].push_back(&claim);
    }
    for (const QString &chapter : std::as_const(order)) {
        int counts[usual + 2] = {};
        constexpr qint64 hundred = 100'000'000;
        // 0, 100 and 20 may be printed short: they say all that there is to say.
        const auto isRound = [](const Claim &claim) {
            return claim.decimals == 0 && (claim.value % hundred == 0);
        };
        for (const Claim *claim : chapters[chapter]) {
            ++result.instances;
            if (!isRound(*claim))
                ++counts[qMin(claim->decimals, usual + 1)];
        }
        const int mostUsed = int(std::max_element(counts, counts + usual + 2) - counts);
        for (const Claim *claim : chapters[chapter]) {
            const bool tooMany = claim->decimals > usual;
            const bool differs = !isRound(*claim) && claim->decimals != mostUsed
                && counts[mostUsed] >= 3 && claim->decimals + 1 != mostUsed;
            if (!tooMany && !differs)
                continue;
            result.findings.push_back(findingOfText(context, chapter, claim->place.section,
                quoteOf(context.report, claim->place),
                tooMany ? Say::tr("%1% has more than two decimals.").arg(claim->printed)
                        : Say::tr("%1% is printed with other decimals than the rates beside it.")
                              .arg(claim->printed)));
            break;
        }
    }
    return result;
}

/// 本部门 in a report of a department, 本单位 in one of a unit: not both.
TestResult oneSelf(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    if (!context.reading)
        return result;
    using Scope = Identity::Scope;
    const Scope scope = context.report.identity.scope;
    int counts[2] = {};
    int places[2] = {-1, -1};
    QString quotes[2];
    static const QRegularExpression self(QStringLiteral("(?:本|我)(部门|单位)(?![(（/])"));
    for (const int section : sectionsOn(context, {})) {
        for (const auto &[block, text] : paragraphsOf(context.report, section)) {
            for (auto found = self.globalMatch(text); found.hasNext();) {
                const QRegularExpressionMatch match = found.next();
                const int which = match.captured(1) == u"部门" ? 0 : 1;
                ++counts[which];
                if (places[which] >= 0)
                    continue;
                places[which] = section;
                quotes[which] = text.mid(qMax<qsizetype>(0, match.capturedStart() - 10), 30);
            }
        }
    }
    result.instances = counts[0] + counts[1];
    if (counts[0] == 0 || counts[1] == 0)
        return result;
    const int fewer = scope == Scope::Department ? 1
        : scope == Scope::Unit                   ? 0
        : counts[0] < counts[1]                  ? 0
                                                 : 1;
    result.findings.push_back(
        findingOfText(context, QStringLiteral("self"), places[fewer], quotes[fewer],
            Say::tr("The text says 本部门 (%1 times) and 本单位 (%2 times) of itself.")
                .arg(counts[0])
                .arg(counts[1])));
    return result;
}

/// A list of accounts in a sentence: 主要包括基本工资、津贴补贴 ..
struct AccountsSaid
{
    int section = -1;
    QString quote;
    QStringList names;
    bool open = false;  ///< Ends with 等: it need not be complete.
};

/// The list that follows the money's name in the section, or one without names.
AccountsSaid listAfter(const TestContext &context, int section, const QString &money)
{
    AccountsSaid said;
    QString all;
    for (const auto &[block, text] : paragraphsOf(context.report, section))
        all += text;
    const QRegularExpression list = compiled(
        money + QStringLiteral("[^。;]{0,60}?(?:主要包括|主要用于|包括|用于):?([^。;]{4,600})"),
        {});
    const QRegularExpressionMatch match = list.match(all);
    if (!match.hasMatch())
        return said;
    static const QRegularExpression amounts(
        QStringLiteral("\\d[\\d,.]*(?:万元|元|%)|占[^、]*|(?:万元|元)"));
    static const QRegularExpression between(QStringLiteral("[、,]"));
    static const QRegularExpression last(QStringLiteral("等(?:支出|费用|方面)?$"));
    QString names = match.captured(1);
    said.section = section;
    said.quote = shortened(names, 60);
    names.remove(amounts);
    said.open = names.contains(last);
    names.remove(last);
    for (const QString &name : names.split(between, Qt::SkipEmptyParts)) {
        if (!name.trimmed().isEmpty())
            said.names << name.trimmed();
    }
    return said;
}

QString withoutExpenditure(QString name)
{
    for (const QStringView end : {QStringView(u"支出"), QStringView(u"费用"), QStringView(u"费")}) {
        if (name.size() > end.size() + 2 && name.endsWith(end))
            return name.chopped(end.size());
    }
    return name;
}

/// Accounts of the basic expenditure by their names.
struct BasicAccounts
{
    QHash<QString, QString> codes;  ///< By the name as it is compared.
    QHash<QString, CellRef> rows;   ///< By code: those that the table prints.

    BasicAccounts(const TestContext &context, int sheet, const QStringList &classes)
    {
        const auto add = [&](const QString &code, const QString &name) {
            if (code.size() == 5 && classes.contains(code.left(3)) && !name.isEmpty())
                codes.insert(withoutExpenditure(normalized(name)), code);
        };
        for (const Account &account :
            context.handbook.economic().ofYear(context.report.identity.year))
            add(account.code.toString(), account.name);
        const Sheet &table = context.report.sheets[size_t(sheet)];
        const int column = table.columnOf(u"amount");
        for (int row = 0; row < table.rowCount(); ++row) {
            const QString code = table.rows[size_t(row)].code.toString();
            add(code, table.rows[size_t(row)].label);
            if (code.size() == 5 && classes.contains(code.left(3)) && column >= 0)
                rows.insert(code, {sheet, row, column});
        }
    }
};

/// The accounts that the text lists are those of the table that have an amount.
TestResult accountsListed(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    const QJsonObject settings = context.rule.settings;
    const int sheet = context.report.sheetOf(u"T06");
    TestResult result;
    if (!context.reading || sheet < 0)
        return sheet < 0 ? lacking(QStringLiteral("T06")) : result;
    const QJsonObject groups = settings.value(u"groups").toObject();
    for (const QJsonValue &value : settings.value(u"lists").toArray()) {
        const QStringList classes = settingTexts(value[u"classes"]);
        const BasicAccounts accounts(context, sheet, classes);
        for (const int section : sectionsOn(context, {QStringLiteral("S06")})) {
            const AccountsSaid said = listAfter(context, section, value[u"money"].toString());
            QSet<QString> told;
            int unknown = 0;
            for (const QString &name : said.names) {
                const QString code = accounts.codes.value(withoutExpenditure(name));
                const QStringList group = settingTexts(groups.value(name));
                if (code.isEmpty() && group.isEmpty())
                    ++unknown;
                for (const QString &one : code.isEmpty() ? group : QStringList{code})
                    told.insert(one);
            }
            const auto known = said.names.size() - unknown;
            constexpr int few = 3;
            // A sentence that lists other things, or in other words.
            if (known < few || unknown * 2 > known)
                continue;
            ++result.instances;
            QStringList empty, missing;
            for (const QString &name : said.names) {
                const QString code = accounts.codes.value(withoutExpenditure(name));
                const auto row = accounts.rows.constFind(code);
                const bool hasAmount = row != accounts.rows.constEnd()
                    && !context.report.cell(*row).amount.money().isZero();
                if (!code.isEmpty() && !hasAmount)
                    empty << name;
            }
            // A name that was not understood may be the one that is missing.
            for (auto row = accounts.rows.begin();
                 unknown == 0 && !said.open && row != accounts.rows.end(); ++row) {
                if (!told.contains(row.key())
                    && !context.report.cell(row.value()).amount.money().isZero())
                    missing << row.key() + u' '
                            + inOneLine(context.report.sheets[size_t(sheet)]
                                            .rows[size_t(row.value().row)]
                                            .label);
            }
            // The rows of the table have slipped, or the text lists what may be.
            if (empty.size() * 2 > known || missing.size() * 2 > known)
                continue;
            missing.sort();
            QStringList parts;
            if (!empty.isEmpty())
                parts << Say::tr("named without an amount in the table: %1").arg(empty.join(u'、'));
            if (!missing.isEmpty())
                parts << Say::tr("not named: %1").arg(missing.join(u'、'));
            if (!parts.isEmpty())
                result.findings.push_back(
                    findingOfText(context, value[u"money"].toString(), section, said.quote,
                        Say::tr("The list differs from the table; %1.")
                            .arg(parts.join(Say::tr("; ")))));
        }
    }
    return result;
}

/// 93.24% behind an amount, where a word must say that it is a share.
TestResult shareWords(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    if (!context.reading)
        return result;
    static const QRegularExpression word(QStringLiteral("占|比|例|重|率"));
    for (const Claim &claim : context.reading->claims) {
        if (claim.role != ClaimRole::Share || claim.unit != u"%" || claim.place.block < 0
            || claim.freeProse || claim.wholeSaid)
            continue;
        ++result.instances;
        const QString text = context.report.sections[size_t(claim.place.section)]
                                 .blocks[size_t(claim.place.block)]
                                 .text;
        qsizetype from = claim.place.start;
        while (from > 0 && text[from - 1].digitValue() < 0)
            --from;
        const QString between = text.mid(from, claim.place.start - from);
        if (from > 0 && between.contains(u'元') && !between.contains(word))
            result.findings.push_back(
                findingOfText(context, QStringLiteral("%1/%2").arg(claim.figure, claim.printed),
                    claim.place.section, quoteOf(context.report, claim.place),
                    Say::tr("No word says that %1% is a share.").arg(claim.printed)));
    }
    return result;
}

}  // namespace

NamedTest explanationTest(QStringView name)
{
    static const std::pair<QStringView, NamedTest> tests[]
        = {{u"years-agree", yearsAgree}, {u"reasons-given", reasonsGiven},
            {u"parts-named", partsNamed}, {u"percent-style", percentStyle}, {u"one-self", oneSelf},
            {u"accounts-listed", accountsListed}, {u"share-words", shareWords}};
    for (const auto &[known, test] : tests) {
        if (known == name)
            return test;
    }
    return nullptr;
}

}  // namespace mz
