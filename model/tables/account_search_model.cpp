#include "model/tables/account_search_model.h"

#include "model/domain/text.h"
#include <algorithm>

namespace mz {

AccountSearchModel::AccountSearchModel(const AccountList &accounts, int year, QObject *parent)
    : QAbstractListModel(parent)
    , m_accounts(accounts.ofYear(year))
    , m_list(accounts)
    , m_year(year)
{
    search({});
}

void AccountSearchModel::search(const QString &text)
{
    beginResetModel();
    m_found.clear();
    // simplified() makes one space of white space of any kind.
    const QStringList words = toHalfWidth(text).simplified().split(u' ', Qt::SkipEmptyParts);
    for (size_t i = 0; i < m_accounts.size(); ++i) {
        const Account &account = m_accounts[i];
        const QString code = account.code.toString();
        const QString name = toHalfWidth(account.name);
        const bool found = std::all_of(words.begin(), words.end(), [&](const QString &word) {
            return code.startsWith(word) || name.contains(word, Qt::CaseInsensitive);
        });
        if (found)
            m_found.push_back(int(i));
    }
    endResetModel();
}

int AccountSearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_found.size());
}

QVariant AccountSearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Account &account = m_accounts[size_t(m_found[size_t(index.row())])];
    switch (role) {
    case Qt::DisplayRole:
        return QString(account.code.toString() + QStringLiteral("  ") + account.name);
    case CodeRole:
        return account.code.toString();
    case NameRole:
        return account.name;
    case Qt::ToolTipRole:
    case PathRole: {
        QStringList names;
        for (AccountCode code = account.code.parent(); !code.isEmpty(); code = code.parent())
            names.prepend(m_list.name(code, m_year));
        return names.join(QStringLiteral(" › "));
    }
    default:
        return {};
    }
}

}  // namespace mz
