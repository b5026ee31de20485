#pragma once

#include "model/domain/report.h"
#include <QHash>

namespace mz {

/// A path X（类）Y（款）Z（项） in a prepared text.
struct ItemPath
{
    int start = 0, end = 0;
    QString parts[3];
    QString key() const { return parts[0] + u'|' + parts[1] + u'|' + parts[2]; }
};

std::vector<ItemPath> pathsIn(const QString &text);

/// Which 项 of a table the paths of a section mean: one row a path. Paths that
/// are printed as the table prints them choose first.
class ItemNames
{
public:
    explicit ItemNames(const Sheet *sheet);

    struct Choice
    {
        QString code;
        bool exact = false;
    };
    QHash<QString, Choice> choose(const std::vector<ItemPath> &paths) const;

private:
    struct Item
    {
        QString code;
        QString parts[3];
    };
    std::vector<Item> m_items;
};

}  // namespace mz
