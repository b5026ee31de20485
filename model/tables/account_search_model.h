#pragma once

#include "model/domain/account_list.h"
#include <QAbstractListModel>

namespace mz {

/// The accounts of one year whose code begins with, or whose name holds, what
/// was typed. Rows are "2010301 行政运行".
class AccountSearchModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { CodeRole = Qt::UserRole, NameRole, PathRole /**< Names of the parents. */ };

    AccountSearchModel(const AccountList &accounts, int year, QObject *parent = nullptr);

    void search(const QString &text);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<Account> m_accounts;
    std::vector<int> m_found;
    const AccountList &m_list;
    int m_year;
};

}  // namespace mz
