#include "views/dialogs/add_account_dialog.h"

#include "model/tables/account_search_model.h"
#include "views/dialogs/list_keys.h"
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace mz {

AddAccountDialog::AddAccountDialog(
    const AccountList &accounts, int year, const QString &tableTitle, QWidget *parent)
    : QDialog(parent)
    , m_model(std::make_unique<AccountSearchModel>(accounts, year))
    , m_accounts(accounts)
    , m_year(year)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_path(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Add account"));
    auto *title = new QLabel(tr("Code, or a part of the name, of the account to add to “%1”. "
                                "A code that is not listed may be followed by its name.")
                                 .arg(tableTitle),
        this);
    title->setWordWrap(true);
    m_search->setObjectName("accountSearch");
    m_search->setPlaceholderText(tr("2010301, or part of the name"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    title->setBuddy(m_search);
    m_list->setObjectName("accountList");
    m_list->setModel(m_model.get());
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Accounts found"));
    m_path->setWordWrap(true);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Add"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_path);
    layout->addWidget(m_buttons);
    resize(fontMetrics().height() * 28, fontMetrics().height() * 26);
    connect(m_search, &QLineEdit::textChanged, this, &AddAccountDialog::search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &AddAccountDialog::showChoice);
    connect(m_list, &QListView::doubleClicked, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    search();
}

AddAccountDialog::~AddAccountDialog() = default;

void AddAccountDialog::search()
{
    m_model->search(m_search->text());
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    showChoice();
}

void AddAccountDialog::showChoice()
{
    const AccountCode chosen = code();
    QString path = m_list->currentIndex().data(AccountSearchModel::PathRole).toString();
    if (!chosen.isEmpty() && m_model->rowCount() == 0)
        path = tr("The account list of %1 does not have this code; it is added as you name it.")
                   .arg(m_year);
    m_path->setText(path);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!chosen.isEmpty());
}

AccountCode AddAccountDialog::code() const
{
    if (m_list->currentIndex().isValid())
        return AccountCode::parse(
            m_list->currentIndex().data(AccountSearchModel::CodeRole).toString());
    return AccountCode::parse(m_search->text().trimmed().section(u' ', 0, 0));
}

QString AddAccountDialog::name() const
{
    if (m_list->currentIndex().isValid())
        return m_list->currentIndex().data(AccountSearchModel::NameRole).toString();
    return m_search->text().trimmed().section(u' ', 1).trimmed();
}

bool AddAccountDialog::eventFilter(QObject *object, QEvent *event)
{
    return arrowsMoveIn(*m_list, event) || QDialog::eventFilter(object, event);
}

}  // namespace mz
