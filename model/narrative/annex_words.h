#pragma once

#include "model/domain/result.h"
#include <map>

namespace mz {

/// The words by which the performance annexes are known: titles of the tables,
/// headings of columns, labels of rows (resources/narrative/annexes.json).
class AnnexWords
{
public:
    /// Errors: not JSON; a list that is missing.
    static Result<AnnexWords> parse(const QByteArray &json, const QString &fileName);
    /// What is built in; read once.
    static const AnnexWords &builtIn();

    /// The names in one list of words ("titles", "columns.funds", "rows.income").
    const std::vector<std::pair<QString, QStringList>> &list(QStringView name) const;
    /// Whose words the text has: the longest word decides; "" where none is in it.
    /// A text that is much longer than the word is prose, not a label.
    QString find(QStringView list, const QString &normalizedText) const;
    /// A plain list ("rows.total"): whether the text is one of its words.
    bool has(QStringView list, const QString &normalizedText) const;

private:
    std::map<QString, std::vector<std::pair<QString, QStringList>>, std::less<>> m_lists;
};

}  // namespace mz
