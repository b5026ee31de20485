#pragma once

#include "model/domain/account_list.h"
#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListView;

namespace mz {

class AccountSearchModel;

/// Finds an account by code or by name, to be added to a table. A code that the
/// list does not have can be added with a name of its own.
class AddAccountDialog : public QDialog
{
    Q_OBJECT
public:
    AddAccountDialog(const AccountList &accounts, int year, const QString &tableTitle,
        QWidget *parent = nullptr);
    ~AddAccountDialog() override;

    AccountCode code() const;
    QString name() const;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void search();
    void showChoice();

    std::unique_ptr<AccountSearchModel> m_model;
    const AccountList &m_accounts;
    int m_year;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_path;
    QDialogButtonBox *m_buttons;
};

}  // namespace mz
