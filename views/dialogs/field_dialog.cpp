#include "views/dialogs/field_dialog.h"

#include "model/compose/figure_matches.h"
#include "model/document/report_document.h"
#include "views/dialogs/figure_choice.h"
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace mz {

FieldDialog::FieldDialog(const ReportDocument &document, const WrittenSpan &field, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_field(field)
    , m_choice(new FigureChoice(document, true, this))
    , m_text(new QLabel(this))
{
    setObjectName("fieldDialog");
    setWindowTitle(field.figure.isEmpty() ? tr("Insert a field") : tr("What does this field say?"));
    m_text->setObjectName("fieldText");
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_choice, 1);
    layout->addWidget(m_text);
    layout->addWidget(buttons);
    resize(fontMetrics().height() * 30, fontMetrics().height() * 26);
    connect(m_choice, &FigureChoice::changed, this, &FieldDialog::showChoice);
    connect(m_choice, &FigureChoice::accepted, this, [this] {
        if (m_accept->isEnabled())
            accept();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_choice->choose(field.figure, field.role, field.phase, field.kind == WrittenSpan::Kind::Word);
    m_choice->searchLine().setFocus();
    showChoice();
}

WrittenSpan FieldDialog::field() const
{
    const FigureValues values(m_document.report(), m_document.handbook());
    WrittenSpan field;
    field.kind = m_choice->isWord() ? WrittenSpan::Kind::Word : WrittenSpan::Kind::Field;
    field.figure = m_choice->figure();
    field.phase = m_choice->phase();
    field.role = m_choice->role();
    // A number of things has no decimals.
    if (field.role == ClaimRole::Amount && values.isCount(field.figure))
        field.role = ClaimRole::Count;
    const bool ofLastYear = field.role == ClaimRole::Change || field.role == ClaimRole::Rate;
    if (ofLastYear)
        field.phase = Phase::Last;
    if (field.role == ClaimRole::Share)
        field.whole = field.figure == m_field.figure && !m_field.whole.isEmpty()
            ? m_field.whole
            : wholeOf(field.figure, m_document.handbook());
    field.text = saidNow(values, field);
    return field;
}

void FieldDialog::showChoice()
{
    const WrittenSpan field = this->field();
    const bool hasNoWhole = field.role == ClaimRole::Share && field.whole.isEmpty();
    m_accept->setEnabled(!field.figure.isEmpty() && !hasNoWhole);
    if (field.figure.isEmpty())
        m_text->setText(tr("Choose a figure."));
    else if (hasNoWhole)
        m_text->setText(tr("It is not known what it would be a share of."));
    else if (field.text == u"—")
        m_text->setText(tr("Nothing can be said of it now; a dash stands there until it can."));
    else
        m_text->setText(tr("It says: %1").arg(field.text));
}

}  // namespace mz
