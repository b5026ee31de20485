#include "model/narrative/item_names.h"

#include "model/domain/text.h"
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace mz {

namespace {

constexpr size_t mostPaths = 2'000;
/// Of 600: how alike the three names must be, the last counting most.
constexpr int likeEnough = 420;

QString bare(const QString &name)
{
    QString plain = normalized(withoutOrdinal(name));
    return plain.endsWith(u"支出") ? plain.chopped(2) : plain;
}

int likenessOf(const QString (&a)[3], const QString (&b)[3])
{
    return likeness(a[0], b[0]) + 2 * likeness(a[1], b[1]) + 3 * likeness(a[2], b[2]);
}

/// Where the name begins: the ordinal before it is no part of it.
int behindOrdinal(const QString &text, int start)
{
    static const QRegularExpression ordinal(
        QStringLiteral("\\G(?:\\(?[一二三四五六七八九十]{1,4}[)、.]|[、.)(])*"));
    return int(ordinal.match(text, start).capturedEnd());
}

bool overlaps(const std::vector<ItemPath> &paths, int start, int end)
{
    return std::any_of(paths.begin(), paths.end(),
        [&](const ItemPath &path) { return start < path.end && end > path.start; });
}

/// After a name its amount must follow, or what it is of.
bool namesWhatFollows(QStringView rest)
{
    static constexpr QStringView begins[]
        = {u"。", u":", u",", u"(", u"年初", u"全年", u"预算", u"支出", u"决算", u"调整", u"为"};
    return rest.isEmpty() || rest[0].isDigit()
        || std::any_of(std::begin(begins), std::end(begins),
            [rest](QStringView begin) { return rest.startsWith(begin); });
}

}  // namespace

std::vector<ItemPath> ItemNames::pathsIn(const QString &text, ItemContext &context) const
{
    static const QRegularExpression pattern(QStringLiteral(
        "(?:([^,。;:\\d]{1,30}?)\\(类\\)(?:支出)?)?(?:([^,。;:]{1,50}?)\\(款\\)(?:支出)?)?"
        "(?:([^,。;:]{1,60}?)\\(项\\)(?:支出)?)?"));
    std::vector<ItemPath> paths;
    for (qsizetype open = text.indexOf(u'('); open >= 0; open = text.indexOf(u'(', open + 1)) {
        const QStringView level = QStringView(text).mid(open, 3);
        if (level != u"(类)" && level != u"(款)" && level != u"(项)")
            continue;
        // From the end of the sentence before, or of the path before.
        qsizetype begin = open;
        const qsizetype least = paths.empty() ? 0 : paths.back().end;
        while (begin > least && !QStringView(u",。;:").contains(text[begin - 1])
            && !(text[begin - 1].isDigit() || text[begin - 1] == u'、'))
            --begin;
        begin = behindOrdinal(text, int(begin));
        const auto match = pattern.match(text, begin, QRegularExpression::NormalMatch,
            QRegularExpression::AnchorAtOffsetMatchOption);
        if (paths.size() > mostPaths || match.capturedEnd() <= open)
            continue;
        ItemPath path;
        path.start = int(begin);
        path.end = int(match.capturedEnd());
        for (int i = 0; i < 3; ++i)
            path.parts[i] = bare(match.captured(i + 1));
        if (!path.parts[0].isEmpty())
            context = {};
        for (int i = 0; i < 2; ++i) {
            if (!path.parts[i].isEmpty())
                context.group[i] = path.parts[i];
        }
        open = path.end - 1;
        // A class by itself is a label.
        if (path.parts[1].isEmpty() && path.parts[2].isEmpty())
            continue;
        for (int i = 0; i < 2; ++i) {
            path.inherited[i] = path.parts[i].isEmpty() && !context.group[i].isEmpty();
            path.parts[i] = context.group[i];
        }
        paths.push_back(std::move(path));
    }
    if (m_shortNames) {
        addCodes(text, paths);
        addDashes(text, paths);
        addBareNames(text, paths);
    }
    std::sort(paths.begin(), paths.end(),
        [](const ItemPath &a, const ItemPath &b) { return a.start < b.start; });
    return paths;
}

/// 2130301（行政运行）, 行政运行（2130301）, 2130301行政运行.
void ItemNames::addCodes(const QString &text, std::vector<ItemPath> &paths) const
{
    static const QRegularExpression pattern(
        QStringLiteral("(?<!\\d)(?:\\d{1,2}[.、])?(\\d{7})(?![\\d.万元%])"));
    for (auto found = pattern.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const auto item = std::find_if(m_items.begin(), m_items.end(),
            [&](const Item &known) { return known.code == match.captured(1); });
        if (item == m_items.end())
            continue;
        qsizetype start = match.capturedStart();
        qsizetype end = match.capturedEnd();
        const auto stands = [&text](const QString &name, qsizetype at) {
            return at >= 0 && QStringView(text).mid(at).startsWith(name);
        };
        if (start > 0 && text[start - 1] == u'(' && end < text.size() && text[end] == u')') {
            ++end;
            const qsizetype before = --start - item->label.size();
            start = stands(item->label, before) ? before : start;
        } else if (stands(u'(' + item->label + u')', end)) {
            end += item->label.size() + 2;
        } else if (stands(item->label, end)) {
            end += item->label.size();
        }
        if (overlaps(paths, int(start), int(end)))
            continue;
        ItemPath path{int(start), int(end), {}, item->code};
        std::copy(std::begin(item->parts), std::end(item->parts), path.parts);
        paths.push_back(std::move(path));
    }
}

/// 教育支出—进修及培训—培训支出, as the table prints them.
void ItemNames::addDashes(const QString &text, std::vector<ItemPath> &paths) const
{
    static const QRegularExpression pattern(
        QStringLiteral("([^,。;:\\d—–-]{1,30}?)[—–-]+([^,。;:\\d—–-]{1,50})[—–-]+"
                       "([^,。;:\\d(—–-]{1,60}?)(?=[。:,;(\\d]|年初|全年|支出决算|决算|预算|$)"));
    if (!text.contains(u'—') && !text.contains(u'-') && !text.contains(u'–'))
        return;
    for (auto found = pattern.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        ItemPath path;
        path.start = behindOrdinal(text, int(match.capturedStart()));
        path.end = int(match.capturedEnd());
        path.parts[0] = bare(text.mid(path.start, match.capturedEnd(1) - path.start));
        path.parts[1] = bare(match.captured(2));
        path.parts[2] = bare(match.captured(3));
        const bool known = std::any_of(m_items.begin(), m_items.end(), [&path](const Item &item) {
            return std::equal(std::begin(item.parts), std::end(item.parts), path.parts);
        });
        if (known && !overlaps(paths, path.start, path.end))
            paths.push_back(std::move(path));
    }
}

/// 1.行政运行。年初预算为 ..: where a sentence begins.
void ItemNames::addBareNames(const QString &text, std::vector<ItemPath> &paths) const
{
    static const QRegularExpression pattern(QStringLiteral(
        "(?:^|(?<=[。;]))(?:\\(?\\d{1,2}[)、.]|\\(?[一二三四五六七八九十]{1,3}[)、.])?"));
    for (auto found = pattern.globalMatch(text); found.hasNext();) {
        const qsizetype start = found.next().capturedEnd();
        const QStringView rest = QStringView(text).mid(start);
        const Item *named = nullptr;
        for (const Item &item : m_items) {
            const bool longer = !named || item.label.size() > named->label.size();
            if (longer && rest.startsWith(item.label) && !m_classes.contains(item.label)
                && namesWhatFollows(rest.mid(item.label.size())))
                named = &item;
        }
        if (!named)
            continue;
        ItemPath path;
        path.start = int(start);
        path.end = int(start + named->label.size());
        path.parts[2] = named->parts[2];
        if (!overlaps(paths, path.start, path.end))
            paths.push_back(std::move(path));
    }
}

ItemNames::ItemNames(const Sheet *sheet, bool shortNames) : m_shortNames(shortNames)
{
    if (!sheet)
        return;
    QHash<QString, QString> labels;
    for (const SheetRow &row : sheet->rows)
        labels.insert(row.code.toString(), bare(inOneLine(row.label)));
    for (const SheetRow &row : sheet->rows) {
        const QString code = row.code.toString();
        const QString label = normalized(withoutOrdinal(inOneLine(row.label)));
        if (code.size() == 3)
            m_classes.unite({label, bare(label)});
        if (code.size() == 5)
            m_groups.push_back({code, {labels.value(code.first(3)), labels[code], {}}, label});
        if (code.size() == 7)
            m_items.push_back({code,
                {labels.value(code.first(3)), labels.value(code.first(5)), labels[code]}, label});
    }
}

QHash<QString, ItemNames::Choice> ItemNames::choose(const std::vector<ItemPath> &paths) const
{
    QHash<QString, Choice> chosen;
    QSet<QString> taken;
    // What the text leaves out, and what the table does not print, may be anything.
    const auto isNamed = [](const Item &item, const QString(&parts)[3]) {
        return std::equal(std::begin(item.parts), std::end(item.parts), parts,
            [](const QString &printed, const QString &told) {
                return printed.isEmpty() || told.isEmpty() || printed == told;
            });
    };
    /// The only row that bears these names, or the first of those that bear all three.
    const auto rowOf = [&](const QString(&parts)[3]) -> const Item * {
        const Item *meant = nullptr;
        int alike = 0;
        for (const Item &item : parts[2].isEmpty() ? m_groups : m_items) {
            if (!isNamed(item, parts) || taken.contains(item.code))
                continue;
            meant = meant ? meant : &item;
            ++alike;
        }
        // One name in two groups: neither is meant for certain.
        const bool partial = parts[0].isEmpty() || parts[1].isEmpty();
        return partial && alike > 1 ? nullptr : meant;
    };
    for (const ItemPath &path : paths) {
        if (!path.code.isEmpty()) {
            chosen.insert(path.key(), {path.code, true});
            taken.insert(path.code);
            continue;
        }
        const Item *meant = rowOf(path.parts);
        // Behind a list of all classes, items that leave out theirs need not be of the last one.
        if (!meant && (path.inherited[0] || path.inherited[1])) {
            QString own[3] = {path.parts[0], path.parts[1], path.parts[2]};
            for (int i = 0; i < 2; ++i) {
                if (path.inherited[i])
                    own[i].clear();
            }
            meant = rowOf(own);
        }
        if (!meant)
            continue;
        chosen.insert(path.key(), {meant->code, true});
        taken.insert(meant->code);
    }
    struct Pair
    {
        int score;
        QString key, code;
    };
    std::vector<Pair> pairs;
    QSet<QString> seen;
    for (const ItemPath &path : paths) {
        if (chosen.contains(path.key()) || seen.contains(path.key()) || pairs.size() > 20'000)
            continue;
        seen.insert(path.key());
        if (path.parts[0].isEmpty() || path.parts[1].isEmpty() || path.parts[2].isEmpty())
            continue;
        for (const Item &item : m_items) {
            const int score = taken.contains(item.code) ? 0 : likenessOf(path.parts, item.parts);
            if (score >= likeEnough)
                pairs.push_back({score, path.key(), item.code});
        }
    }
    std::stable_sort(
        pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) { return a.score > b.score; });
    for (const Pair &pair : pairs) {
        if (chosen.contains(pair.key) || taken.contains(pair.code))
            continue;
        // Two rows that fit alike: neither is meant for certain.
        const auto rival = std::count_if(pairs.begin(), pairs.end(), [&](const Pair &other) {
            return other.key == pair.key && other.score == pair.score
                && !taken.contains(other.code);
        });
        if (rival > 1)
            continue;
        chosen.insert(pair.key, {pair.code, false});
        taken.insert(pair.code);
    }
    return chosen;
}

}  // namespace mz
