#include "views/dialogs/import_identity.h"

#include "model/compose/table_layout.h"
#include "views/theme/theme.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <algorithm>

namespace mz {

namespace {

using Doubt = UncertainPoint::Kind;
constexpr int noYear = 1999;

void select(QComboBox *box, const QVariant &data)
{
    const QSignalBlocker blocker(box);
    box->setCurrentIndex(box->findData(data));
}

/// "As printed", with the unit where all tables have one.
QString printedUnit(const Report &report)
{
    std::set<Money::Unit> units;
    for (const Sheet &sheet : report.sheets)
        units.insert(sheet.unit);
    return units.size() == 1 ? unitName(*units.begin()) : QString();
}

}  // namespace

ImportIdentity::ImportIdentity(ImportDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_agency(new QLineEdit(this))
    , m_year(new QSpinBox(this))
    , m_scope(new QComboBox(this))
    , m_family(new QComboBox(this))
    , m_unit(new QComboBox(this))
{
    m_agency->setObjectName("importAgency");
    m_agency->setPlaceholderText(tr("Full name of the department"));
    m_year->setObjectName("importYear");
    m_year->setRange(noYear, 2100);
    m_year->setSpecialValueText(tr("not known"));
    m_year->findChild<QLineEdit *>()->setAccessibleName(tr("Year"));
    m_scope->setObjectName("importScope");
    m_scope->addItem(tr("not known"), int(Identity::Scope::Unknown));
    m_scope->addItem(tr("Department"), int(Identity::Scope::Department));
    m_scope->addItem(tr("Single unit"), int(Identity::Scope::Unit));
    m_family->setObjectName("importFamily");
    const bool english = tr("en", "language of names in data files") == u"en";
    for (const FormFamily &family : draft.context().handbook.families())
        m_family->addItem(english ? family.english : family.title, family.id);
    m_unit->setObjectName("importUnit");
    m_unit->addItem(QString(), 0);
    for (const Money::Unit unit : {Money::Unit::TenThousandYuan, Money::Unit::Yuan})
        m_unit->addItem(unitName(unit), qint64(unit));

    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    m_labels[Doubt::Agency] = add(line, tr("&Department"), m_agency, 1);
    m_labels[Doubt::Year] = add(line, tr("&Year"), m_year);
    m_labels[Doubt::Scope] = add(line, tr("&Scope"), m_scope);
    m_labels[Doubt::Family] = add(line, tr("&Form"), m_family);
    m_labels[Doubt::Unit] = add(line, tr("&Unit"), m_unit);
    show();
    connectFields();
}

QLabel *ImportIdentity::add(QHBoxLayout *line, const QString &title, QWidget *field, int stretch)
{
    auto *label = new QLabel(title, this);
    label->setBuddy(field);
    line->addWidget(label);
    line->addWidget(field, stretch);
    return label;
}

void ImportIdentity::connectFields()
{
    connect(&m_draft, &ImportDraft::changed, this, &ImportIdentity::show);
    connect(m_agency, &QLineEdit::editingFinished, this, &ImportIdentity::commit);
    connect(m_year, &QSpinBox::editingFinished, this, &ImportIdentity::commit);
    connect(m_scope, &QComboBox::activated, this,
        [this] { m_draft.setScope(Identity::Scope(m_scope->currentData().toInt())); });
    connect(m_family, &QComboBox::activated, this,
        [this] { m_draft.setFamily(m_family->currentData().toString()); });
    connect(m_unit, &QComboBox::activated, this, [this] {
        const qint64 unit = m_unit->currentData().toLongLong();
        m_draft.setUnit(unit == 0 ? std::nullopt : std::optional<Money::Unit>(Money::Unit(unit)));
    });
}

void ImportIdentity::commit()
{
    const Identity &identity = m_draft.report().identity;
    const QString agency = m_agency->text().trimmed();
    if (agency != m_draft.choices().agency.value_or(identity.agency))
        m_draft.setAgency(agency);
    const int year = m_year->value() == noYear ? 0 : m_year->value();
    if (year != m_draft.choices().year.value_or(identity.year))
        m_draft.setYear(year);
}

void ImportIdentity::show()
{
    const Identity &identity = m_draft.report().identity;
    const RecognitionChoices &choices = m_draft.choices();
    if (!m_agency->hasFocus() || !m_agency->isModified())
        m_agency->setText(choices.agency.value_or(identity.agency));
    if (!m_year->hasFocus()) {
        const QSignalBlocker blocker(m_year);
        const int year = choices.year.value_or(identity.year);
        m_year->setValue(year == 0 ? noYear : year);
    }
    select(m_scope, int(choices.scope.value_or(identity.scope)));
    select(m_family, choices.family.value_or(identity.family));
    if (!choices.unit) {
        const QString unit = printedUnit(m_draft.report());
        m_unit->setItemText(0, unit.isEmpty() ? tr("as printed") : tr("%1, as printed").arg(unit));
    }
    select(m_unit, choices.unit ? qint64(*choices.unit) : qint64(0));
    for (const auto &[kind, label] : m_labels) {
        const bool open = std::any_of(m_draft.points().begin(), m_draft.points().end(),
            [kind = kind](
                const UncertainPoint &point) { return point.grave && point.kind == kind; });
        QPalette colors = palette();
        if (open)
            colors.setColor(QPalette::WindowText, currentTheme().error);
        label->setPalette(colors);
        label->setFont(uiFont(0, open ? QFont::DemiBold : QFont::Normal));
    }
    if (m_labels[Doubt::Unit]->font().weight() == QFont::DemiBold && !choices.unit)
        m_unit->setItemText(0, tr("not printed"));
}

void ImportIdentity::ask(UncertainPoint::Kind kind)
{
    if (const auto label = m_labels.find(kind); label != m_labels.end())
        label->second->buddy()->setFocus(Qt::OtherFocusReason);
}

}  // namespace mz
