#include "model/checks/cell_tests.h"

#include "model/domain/text.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(TextTests)
};

constexpr qsizetype mostEntries = 200;   // bounds the search in a text that is no contents list
constexpr qsizetype mostTitles = 3'000;  // likewise
constexpr qsizetype longestTitle = 60;
constexpr qsizetype longestLine = 300;  // with its leaders

/// What stands before the first part: the cover, and the list of contents.
struct Front
{
    QStringList cover;
    QStringList contents;
    int section = -1;  ///< Where it begins.
};

Front frontOf(const Report &report)
{
    static const QRegularExpression leaders(QStringLiteral("(\\.{4,}|…{2,}|·{4,})"));
    Front front;
    bool listed = false;
    for (size_t i = 0; i < report.sections.size(); ++i) {
        const Section &section = report.sections[i];
        if (section.kind != Section::Kind::Front)
            continue;
        if (front.section < 0)
            front.section = int(i);
        for (const Block &block : section.blocks) {
            QStringList lines;
            if (block.kind == Block::Kind::Paragraph)
                lines = block.text.split(u'\n');
            for (const auto &row : block.grid.rows) {
                QString line;
                for (const GridCell &cell : row)
                    line += cell.text + u' ';
                lines << line;
            }
            for (const QString &line : std::as_const(lines)) {
                const QString text = normalized(line);
                if (text == u"目录" || text == u"目次" || text == u"目录:")
                    listed = true;
                else if (!text.isEmpty())
                    (listed || leaders.match(line).hasMatch() ? front.contents : front.cover)
                        << line.trimmed();
            }
        }
    }
    return front;
}

/// "二、收入决算表......5" -> "收入决算表".
QString contentsTitle(const QString &line)
{
    static const QRegularExpression page(
        QStringLiteral("[\\s.…·．\\-—]*[\\s.…·．(（\\-—]\\d{1,3}[)）\\-—\\s]*$|[\\s.…·．]+$"));
    static const QRegularExpression ordinal(QStringLiteral(
        "^(第[一二三四五六七八九十]{1,3}(部分|章)|附件[一二三四五六七八九十\\d]*)[:、.]?"));
    QString title = line;
    title = normalized(title.remove(page));
    title.remove(ordinal);
    return normalized(withoutOrdinal(title));
}

/// Titles and short lines behind the front, as they are compared.
QStringList titlesOf(const Report &report)
{
    QStringList titles;
    const auto add = [&titles](const QString &text) {
        const QString title = normalized(withoutOrdinal(text));
        if (title.size() >= 2 && title.size() <= longestTitle && titles.size() < mostTitles)
            titles << title;
    };
    for (const Sheet &sheet : report.sheets)
        add(sheet.title);
    for (const Section &section : report.sections) {
        if (section.kind == Section::Kind::Front)
            continue;
        add(section.title);
        for (const Block &block : section.blocks) {
            add(block.text);
            for (const auto &row : block.grid.rows) {
                if (row.size() == 1)
                    add(row.front().text);
            }
        }
    }
    return titles;
}

/// Titles are copied with small differences; what is alike counts as found.
bool isAmong(const QString &title, const QStringList &titles)
{
    return std::any_of(titles.begin(), titles.end(), [&title](const QString &known) {
        const bool most = known.size() * 10 >= title.size() * 6;
        return known.contains(title) || (most && title.contains(known))
            || likeness(known, title) >= 65;
    });
}

/// The kind of table that the title names, or "".
QString kindOf(const TestContext &context, const QString &title)
{
    for (const FormFamily &family : context.handbook.families()) {
        for (const auto &form : family.forms) {
            for (const QString &name : QStringList{form->title} + form->aliases) {
                if (normalized(name) == title)
                    return form->kind;
            }
        }
    }
    return {};
}

QString yearInChinese(int year)
{
    static constexpr QStringView digits = u"〇一二三四五六七八九";
    QString text;
    for (const QChar digit : QString::number(year))
        text += digits[digit.digitValue()];
    return text;
}

/// The cover names the department, the year and the kind of document.
TestResult coverNames(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    const Front front = frontOf(context.report);
    const QString cover = normalized(front.cover.join(QString()));
    const Identity &identity = context.report.identity;
    const QString agency = normalized(identity.agency);
    const bool kind = cover.contains(u"决算") || cover.contains(u"预算");
    // A logo or a page of another kind stands where others have a cover.
    if (!kind && (agency.isEmpty() || !cover.contains(agency)))
        return lacking(Say::tr("a cover"));
    TestResult result;
    QStringList missing;
    // The cover may print the full name, the tables a shorter one.
    static const QRegularExpression rest(
        QStringLiteral("((19|20)\\d\\d年?度?)?(部门|单位)?(决算|预算).*$"));
    const bool named = agency.isEmpty() || cover.contains(agency)
        || std::any_of(front.cover.begin(), front.cover.end(), [&agency](const QString &line) {
               return line.size() <= longestLine
                   && likeness(normalized(line).remove(rest), agency) >= 50;
           });
    if (!named)
        missing << Say::tr("the department");
    QString zeros = cover;
    zeros.replace(u'零', u'〇').replace(u'○', u'〇').replace(u'O', u'〇').replace(u'0', u'〇');
    QString year = QString::number(identity.year).replace(u'0', u'〇');
    if (identity.year > 0 && !zeros.contains(year) && !zeros.contains(yearInChinese(identity.year)))
        missing << Say::tr("the year");
    if (!kind)
        missing << Say::tr("the kind of document (决算)");
    result.instances = 1;
    if (!missing.isEmpty())
        result.findings.push_back(
            findingOfText(context, QStringLiteral("cover"), front.section, front.cover.join(u'\n'),
                Say::tr("The cover does not name %1.").arg(missing.join(u'、'))));
    return result;
}

/// What the list of contents names is there.
TestResult contentsKept(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    const Front front = frontOf(context.report);
    if (front.contents.isEmpty())
        return lacking(Say::tr("a list of contents"));
    TestResult result;
    const QStringList titles = titlesOf(context.report);
    QStringList missing;
    for (const QString &line : front.contents.first(qMin(front.contents.size(), mostEntries))) {
        if (line.size() > longestLine)
            continue;
        const QString title = contentsTitle(line);
        if (title.size() < 3 || title.size() > longestTitle)
            continue;
        ++result.instances;
        const QString kind = kindOf(context, title);
        const bool found
            = kind.isEmpty() ? isAmong(title, titles) : context.report.sheetOf(kind) >= 0;
        if (!found && !missing.contains(title))
            missing << title;
    }
    if (!missing.isEmpty())
        result.findings.push_back(
            findingOfText(context, QStringLiteral("contents"), front.section, missing.front(),
                Say::tr("The list of contents names what was not found in the report: %1")
                    .arg(missing.mid(0, 6).join(u'、')
                        + (missing.size() > 6 ? QStringLiteral("…") : QString()))));
    return result;
}

/// Whether a paragraph of the glossary is about the word: it is the headword, not a
/// word within another's explanation.
bool isExplained(const QString &word, const QString &paragraph)
{
    static const QRegularExpression headEnd(QStringLiteral("[:：,，。—]|指"));
    const QRegularExpression headword(
        QRegularExpression::escape(word) + QStringLiteral("[^:，。,;；]{0,6}([:：—]|是?指)"));
    return paragraph.left(30).section(headEnd, 0, 0).contains(word)
        || headword.match(paragraph).hasMatch();
}

/// The words that the explanation uses are explained: those of settings "required"
/// must be, those of "usual" as a rule are.
TestResult termsExplained(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    QString used;
    QStringList explained;
    int glossary = -1;
    for (size_t i = 0; i < context.report.sections.size(); ++i) {
        const Section &section = context.report.sections[i];
        const bool terms = section.kind == Section::Kind::Glossary;
        if (!terms && section.kind != Section::Kind::Narrative)
            continue;
        if (terms && glossary < 0)
            glossary = int(i);
        QStringList lines{normalized(section.title)};
        for (const Block &block : section.blocks)
            lines << normalized(block.text);
        if (terms)
            explained << lines;
        else
            used += lines.join(u'\n');
    }
    if (glossary < 0)
        return lacking(Say::tr("a glossary (名词解释)"));
    if (used.isEmpty())
        return lacking(Say::tr("the explanation (情况说明)"));
    TestResult result;
    for (const QString &list : {QStringLiteral("required"), QStringLiteral("usual")}) {
        QStringList missing;
        for (const QJsonValue &value : context.rule.settings.value(list).toArray()) {
            const QStringList words = settingTexts(value);
            const auto any = [&words](const auto &holds) {
                return std::any_of(words.begin(), words.end(), holds);
            };
            if (!any([&used](const QString &word) { return used.contains(word); }))
                continue;
            ++result.instances;
            const bool found = any([&explained](const QString &word) {
                return std::any_of(explained.begin(), explained.end(),
                    [&word](const QString &paragraph) { return isExplained(word, paragraph); });
            });
            if (!found)
                missing << words.front();
        }
        if (missing.isEmpty())
            continue;
        result.findings.push_back(findingOfText(context, list, glossary, {},
            Say::tr("The explanation uses words that the glossary does not explain: %1")
                .arg(missing.join(u'、'))));
        if (list == u"usual")
            result.findings.back().severity = Severity::Info;
    }
    return result;
}

/// Annexes that a list announces are in the report.
TestResult annexesKept(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    static const QRegularExpression begins(
        QStringLiteral("(以下附件[:：]?|^附件[:：])\\s*(?:\\d{1,2}[.、．]\\s*(\\S.*))?$"));
    static const QRegularExpression entry(QStringLiteral("^\\s*\\d{1,2}[.、．]\\s*(\\D.*)$"));
    struct Announced
    {
        int section;
        QString title;
    };
    std::vector<Announced> announced;
    QStringList present;
    for (size_t i = 0; i < context.report.sections.size(); ++i) {
        const Section &section = context.report.sections[i];
        if (section.kind == Section::Kind::Annex)
            present << normalized(section.title);
        bool listing = false;
        for (const Block &block : section.blocks) {
            const QString text = block.text.trimmed();
            if (block.kind == Block::Kind::Paragraph && !text.isEmpty()) {
                const auto begin = begins.match(text);
                const auto next = entry.match(text);
                QString title;
                if (begin.hasMatch()) {
                    listing = true;
                    title = begin.captured(2);
                } else if (listing && next.hasMatch() && text.size() <= longestTitle) {
                    title = next.captured(1);
                } else {
                    listing = false;
                }
                title = normalized(title);
                if (title.size() >= 4 && announced.size() < size_t(mostEntries))
                    announced.push_back({int(i), title});
            }
        }
    }
    if (announced.empty())
        return {};
    // Annexes are often files of their own.
    if (present.isEmpty())
        return lacking(Say::tr("the annexes"));
    TestResult result;
    for (const Announced &annex : announced) {
        ++result.instances;
        if (!isAmong(annex.title, present))
            result.findings.push_back(
                findingOfText(context, annex.title, annex.section, annex.title,
                    Say::tr("The annex “%1” is announced, but not in the report.")
                        .arg(shortened(annex.title, 40))));
    }
    return result;
}

}  // namespace

NamedTest textTest(QStringView name)
{
    static const std::pair<QStringView, NamedTest> tests[] = {{u"cover", coverNames},
        {u"contents", contentsKept}, {u"glossary", termsExplained}, {u"annexes", annexesKept}};
    for (const auto &[known, test] : tests) {
        if (known == name)
            return test;
    }
    return nullptr;
}

}  // namespace mz
