#include "model/document/changed_place.h"

#include <algorithm>

namespace mz {

namespace {

/// What is new between the parts that both texts begin and end with.
void findCharacters(const QString &before, const QString &after, TextPlace &place)
{
    const int shorter = int(qMin(before.size(), after.size()));
    while (place.start < shorter && before[place.start] == after[place.start])
        ++place.start;
    int same = 0;
    while (same < shorter - place.start
        && before[before.size() - 1 - same] == after[after.size() - 1 - same])
        ++same;
    place.length = int(after.size()) - place.start - same;
}

void findCell(const TextGrid &before, const TextGrid &after, ChangedText &changed)
{
    for (size_t row = 0; row < qMin(before.rows.size(), after.rows.size()); ++row) {
        const auto &old = before.rows[row], &now = after.rows[row];
        for (size_t cell = 0; cell < qMin(old.size(), now.size()); ++cell) {
            if (old[cell].text == now[cell].text)
                continue;
            changed.row = int(row);
            changed.cell = int(cell);
            return;
        }
    }
}

void findBlock(const Section &before, const Section &after, ChangedText &changed)
{
    const auto [old, now] = std::mismatch(
        before.blocks.begin(), before.blocks.end(), after.blocks.begin(), after.blocks.end());
    if (after.blocks.empty() || (old == before.blocks.end() && now == after.blocks.end()))
        return;
    // Where only the end was taken away, what is left of it.
    const bool gone = now == after.blocks.end();
    changed.place.block = int(now - after.blocks.begin()) - (gone ? 1 : 0);
    if (gone || old == before.blocks.end())
        return;
    if (now->kind == Block::Kind::Paragraph)
        findCharacters(old->text, now->text, changed.place);
    else if (now->kind == Block::Kind::Grid)
        findCell(old->grid, now->grid, changed);
}

QString changedGap(const Section &before, const Section &after)
{
    for (const auto &[one, other] : {std::pair(&after, &before), std::pair(&before, &after)}) {
        for (auto fill = one->fills.begin(); fill != one->fills.end(); ++fill) {
            if (other->fills.value(fill.key()) != fill.value())
                return fill.key();
        }
    }
    return {};
}

}  // namespace

ChangedText changedText(const std::vector<Section> &before, const std::vector<Section> &after)
{
    ChangedText changed;
    const auto [old, now] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    if (after.empty() || (old == before.end() && now == after.end()))
        return changed;
    const bool gone = now == after.end();
    changed.place.section = int(now - after.begin()) - (gone ? 1 : 0);
    if (gone || old == before.end())
        return changed;
    changed.gap = changedGap(*old, *now);
    findBlock(*old, *now, changed);
    return changed;
}

}  // namespace mz
