#include "views/dialogs/new_report_dialog.h"

#include <QComboBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace mz {

NewReportDialog::NewReportDialog(
    const Handbook &handbook, const Identity &identity, QWidget *parent)
    : QDialog(parent)
    , m_family(new QComboBox(this))
    , m_agency(new QLineEdit(identity.agency, this))
    , m_year(new QSpinBox(this))
    , m_scope(new QComboBox(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("New report"));
    for (const FormFamily &family : handbook.families()) {
        const bool english = tr("en", "language of names in data files") == u"en";
        m_family->addItem(english ? family.english : family.title, family.id);
    }
    m_family->setCurrentIndex(qMax(0, m_family->findData(identity.family)));
    m_agency->setObjectName("agency");
    m_agency->setMinimumWidth(280);
    m_agency->setPlaceholderText(tr("Full name of the department"));
    m_year->setObjectName("year");
    m_year->setRange(2000, 2100);
    m_year->setValue(identity.year > 0 ? identity.year : QDate::currentDate().year() - 1);
    m_scope->addItem(tr("Department (with the units below it)"), int(Identity::Scope::Department));
    m_scope->addItem(tr("Single unit"), int(Identity::Scope::Unit));
    m_scope->setCurrentIndex(identity.scope == Identity::Scope::Unit ? 1 : 0);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 16);
    form->addRow(tr("&Form"), m_family);
    form->addRow(tr("&Department"), m_agency);
    form->addRow(tr("&Year"), m_year);
    form->addRow(tr("&Scope"), m_scope);
    form->addRow(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_agency, &QLineEdit::textChanged, this, &NewReportDialog::check);
    m_agency->setFocus();
    check();
}

void NewReportDialog::fixFamily()
{
    setWindowTitle(tr("Department and year"));
    m_family->setEnabled(false);
}

void NewReportDialog::check()
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!m_agency->text().trimmed().isEmpty());
}

Identity NewReportDialog::identity() const
{
    Identity identity;
    identity.agency = m_agency->text().trimmed();
    identity.year = m_year->value();
    identity.scope = Identity::Scope(m_scope->currentData().toInt());
    identity.family = m_family->currentData().toString();
    return identity;
}

}  // namespace mz
