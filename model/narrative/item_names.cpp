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

}  // namespace

std::vector<ItemPath> pathsIn(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("([^,。;:\\d]{1,30}?)\\(类\\)(?:支出)?([^,。;:]{1,50}?)\\(款\\)(?:支出)?"
                       "([^,。;:]{1,60}?)\\(项\\)(?:支出)?"));
    std::vector<ItemPath> paths;
    if (!text.contains(u"(项)"))
        return paths;
    for (auto found = pattern.globalMatch(text); found.hasNext() && paths.size() < mostPaths;) {
        const QRegularExpressionMatch match = found.next();
        ItemPath path;
        path.start = int(match.capturedStart());
        path.end = int(match.capturedEnd());
        // The ordinal before it is no part of the name.
        while (QStringView(u"、.)(").contains(text[path.start]))
            ++path.start;
        for (int i = 0; i < 3; ++i)
            path.parts[i] = bare(i > 0 ? match.captured(i + 1)
                                       : text.mid(path.start, match.capturedEnd(1) - path.start));
        paths.push_back(std::move(path));
    }
    return paths;
}

ItemNames::ItemNames(const Sheet *sheet)
{
    if (!sheet)
        return;
    QHash<QString, QString> labels;
    for (const SheetRow &row : sheet->rows)
        labels.insert(row.code.toString(), bare(inOneLine(row.label)));
    for (const SheetRow &row : sheet->rows) {
        const QString code = row.code.toString();
        if (code.size() == 7)
            m_items.push_back(
                {code, {labels.value(code.first(3)), labels.value(code.first(5)), labels[code]}});
    }
}

QHash<QString, ItemNames::Choice> ItemNames::choose(const std::vector<ItemPath> &paths) const
{
    QHash<QString, Choice> chosen;
    QSet<QString> taken;
    for (const ItemPath &path : paths) {
        for (const Item &item : m_items) {
            // A class or group that the table does not print has no name to differ from.
            const bool same = std::equal(std::begin(item.parts), std::end(item.parts), path.parts,
                [](const QString &printed, const QString &told) {
                    return printed.isEmpty() || printed == told;
                });
            if (same && !taken.contains(item.code)) {
                chosen.insert(path.key(), {item.code, true});
                taken.insert(item.code);
                break;
            }
        }
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
