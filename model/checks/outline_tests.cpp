#include "model/checks/cell_tests.h"

#include "model/domain/text.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(TextTests)
};

/// The ordinal in a printed number, and how it is written.
struct Ordinal
{
    int value = 0;  ///< 0 where there is none.
    bool chinese = false;
};

Ordinal ordinalIn(const QString &number)
{
    static const QRegularExpression digits(
        QStringLiteral("^(?:第|\\()?([一二三四五六七八九十]{1,3}|\\d{1,2})(?:部分|\\)|[、.])?$"));
    const auto match = digits.match(normalized(number));
    if (!match.hasMatch())
        return {};
    const QString text = match.captured(1);
    if (text.front().isDigit())
        return {text.toInt(), false};
    for (int i = 1; i < 100; ++i) {
        if (chineseNumber(i) == text)
            return {i, true};
    }
    return {};
}

/// Numbered lists that are open at one level: a list inside a chapter begins anew
/// and the chapters go on behind it.
class OpenLists
{
public:
    bool accepts(int value) const
    {
        return value == 1 || m_last.empty()
            || std::any_of(
                m_last.begin(), m_last.end(), [value](int last) { return last + 1 == value; });
    }
    void add(int value)
    {
        while (!m_last.empty() && value != 1 && m_last.back() + 1 != value)
            m_last.pop_back();
        if (value == 1 || m_last.empty())
            m_last.push_back(value);
        else
            m_last.back() = value;
    }

private:
    std::vector<int> m_last;
};

/// A chapter of the same part that has this ordinal in Chinese. A list item that
/// looks like a chapter ("6、卫生健康支出") has one.
bool hasChapter(const Report &report, size_t at, int ordinal)
{
    size_t first = at;
    while (first > 0 && report.sections[first].level > 0)
        --first;
    for (size_t i = first; i < report.sections.size() && (i == first || report.sections[i].level);
         ++i) {
        const Ordinal other = ordinalIn(report.sections[i].number);
        if (report.sections[i].level == 1 && other.chinese && other.value == ordinal)
            return true;
    }
    return false;
}

/// Parts, and chapters and their sections in overview and explanation, are
/// numbered without a gap, a repetition or another style.
TestResult numberingRunsOn(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    // A long item of a list is a paragraph, its short neighbour a section.
    static const QRegularExpression item(
        QStringLiteral("^\\s*(?:([一二三四五六七八九十]{1,3}、)|([（(](?:[一二三四五六七八九十]{1,"
                       "3}|\\d{1,2})[）)]))"));
    TestResult result;
    std::array<OpenLists, 3> lists;
    std::array<QString, 3> before;
    const auto add = [&](size_t level, const QString &number) {
        for (size_t below = level + 1; below < lists.size(); ++below)
            lists[below] = {};
        lists[level].add(ordinalIn(number).value);
        before[level] = number;
    };
    const auto tell = [&](size_t i, const QString &message) {
        const Section &section = context.report.sections[i];
        result.findings.push_back(
            findingOfText(context, QString::number(section.level) + u'/' + section.title, int(i),
                section.number + section.title, message));
    };
    for (size_t i = 0; i < context.report.sections.size(); ++i) {
        const Section &section = context.report.sections[i];
        const bool judged = section.kind == Section::Kind::Overview
            || section.kind == Section::Kind::Narrative || section.level == 0;
        if (section.level < 0 || section.level > 2 || !judged
            || section.kind == Section::Kind::Annex)
            continue;
        const Ordinal ordinal = ordinalIn(section.number);
        const size_t level = size_t(section.level);
        const bool listItem = !ordinal.chinese && hasChapter(context.report, i, ordinal.value);
        if (ordinal.value > 0 && !listItem) {
            ++result.instances;
            if (!lists[level].accepts(ordinal.value))
                tell(i,
                    Say::tr("“%1” stands behind “%2”: the numbers do not run on.")
                        .arg(section.number, before[level]));
            else if (!ordinal.chinese)
                tell(i,
                    Say::tr("“%1” is numbered in another way than its neighbours.")
                        .arg(section.number));
            add(level, section.number);
        }
        for (const Block &block : section.blocks) {
            const auto match = item.match(block.text);
            const QString number = match.captured(1) + match.captured(2);
            const size_t itemLevel = match.captured(1).isEmpty() ? 2 : 1;
            if (match.hasMatch() && lists[itemLevel].accepts(ordinalIn(number).value))
                add(itemLevel, number);
        }
    }
    return result;
}

/// "部门决算", "单位预算" ..: which kinds of document a title calls the report.
QStringList kindsIn(const QString &text)
{
    static const QRegularExpression kind(QStringLiteral(
        "(部门|单位)(决算|预算)(?=$|表|公开|报表|报告|情况说明|说明|情况|目录|草案|20\\d\\d)"));
    QStringList kinds;
    auto matches = kind.globalMatch(text);
    while (matches.hasNext())
        kinds << matches.next().captured(0);
    return kinds;
}

/// Cover and titles of parts call the report the same: final accounts, of a
/// department or of a unit.
TestResult oneKindOfDocument(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    QStringList kinds;
    int where = -1;
    const auto add = [&](const QString &text, size_t i) {
        for (const QString &kind : kindsIn(normalized(text))) {
            ++result.instances;
            if (!kinds.contains(kind)) {
                where = int(i);
                kinds << kind;
            }
        }
    };
    for (size_t i = 0; i < context.report.sections.size(); ++i) {
        const Section &section = context.report.sections[i];
        if (section.level == 0)
            add(section.title, i);
        if (section.kind != Section::Kind::Front)
            continue;
        for (const Block &block : section.blocks) {
            if (block.text.size() <= 60)
                add(block.text, i);
        }
    }
    const bool budget = std::any_of(
        kinds.begin(), kinds.end(), [](const QString &kind) { return kind.endsWith(u"预算"); });
    if (kinds.size() > 1 || budget)
        result.findings.push_back(findingOfText(context, QStringLiteral("kind"), where, {},
            Say::tr("Cover and titles call the report %1: which one is it?")
                .arg(kinds.join(u'、'))));
    return result;
}

}  // namespace

NamedTest outlineTest(QStringView name)
{
    static const std::pair<QStringView, NamedTest> tests[]
        = {{u"numbering", numberingRunsOn}, {u"kind-of-document", oneKindOfDocument}};
    for (const auto &[known, test] : tests) {
        if (known == name)
            return test;
    }
    return nullptr;
}

}  // namespace mz
