#pragma once

#include "model/narrative/claim.h"

namespace mz {

/// Where two states of a report's text differ first.
struct ChangedText
{
    TextPlace place;          ///< In the later state; the section is -1 where nothing differs.
    int row = -1, cell = -1;  ///< Of a grid, in TextGrid::rows.
    QString gap;              ///< Of a written section whose gap says something else.
};
ChangedText changedText(const std::vector<Section> &before, const std::vector<Section> &after);

/// The entry that only one of the lists has, the later one first; nothing where
/// they are the same.
template <typename T>
std::optional<T> changedEntry(const std::vector<T> &before, const std::vector<T> &after)
{
    const auto lacks = [](const std::vector<T> &list, const T &entry) {
        return std::find(list.begin(), list.end(), entry) == list.end();
    };
    for (const auto &[list, other] : {std::pair(&after, &before), std::pair(&before, &after)}) {
        for (const T &entry : *list) {
            if (lacks(*other, entry))
                return entry;
        }
    }
    return std::nullopt;
}

}  // namespace mz
