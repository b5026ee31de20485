#pragma once

#include "model/domain/report.h"
#include <QHash>
#include <QSet>

namespace mz {

/// An account as a prepared text names it: by the path X（类）Y（款）Z（项）, by a part of it, by
/// its code, or by its bare name.
struct ItemPath
{
    int start = 0, end = 0;
    QString parts[3];                    ///< "" where the text leaves it out.
    QString code;                        ///< Where the text prints it.
    bool inherited[2] = {false, false};  ///< Class and group that were named before.
    QString key() const { return code + u'|' + parts[0] + u'|' + parts[1] + u'|' + parts[2]; }
};

/// The class and the group that were named last: 1.水利（款）.. below （三）农林水支出（类）.
struct ItemContext
{
    QString group[2];
};

/// Which rows of a table the paths of a section mean: one row a path. Paths that
/// are printed as the table prints them choose first.
class ItemNames
{
public:
    /// `shortNames`: accounts are told of by their code or bare name, too.
    explicit ItemNames(const Sheet *sheet, bool shortNames);

    std::vector<ItemPath> pathsIn(const QString &text, ItemContext &context) const;
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
        QString label;  ///< As the text may print it.
    };
    void addCodes(const QString &text, std::vector<ItemPath> &paths) const;
    void addBareNames(const QString &text, std::vector<ItemPath> &paths) const;
    void addDashes(const QString &text, std::vector<ItemPath> &paths) const;
    bool m_shortNames = false;
    std::vector<Item> m_items;
    std::vector<Item> m_groups;  ///< 款; their last part is empty.
    QSet<QString> m_classes;     ///< Their names, with and without 支出.
};

}  // namespace mz
