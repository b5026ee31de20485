#include "views/dialogs/bind_number_dialog.h"

#include "model/document/report_document.h"
#include "model/narrative/bound_by_hand.h"
#include "views/dialogs/figure_choice.h"
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace mz {

BindNumberDialog::BindNumberDialog(
    const ReportDocument &document, const Claim &claim, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_claim(claim)
    , m_choice(new FigureChoice(document, false, this))
    , m_isFigure(new QRadioButton(tr("It is this &figure:"), this))
    , m_isNothing(new QRadioButton(tr("It says &nothing of this report"), this))
{
    setWindowTitle(tr("What is this number?"));
    QString quote = quoteOf(document.report(), claim.place).toHtmlEscaped();
    const QString number = claim.printed.toHtmlEscaped();
    if (const qsizetype at = quote.indexOf(number); at >= 0)
        quote.replace(at, number.size(), QStringLiteral("<b>%1</b>").arg(number));
    auto *sentence = new QLabel(quote, this);
    sentence->setWordWrap(true);
    sentence->setTextFormat(Qt::RichText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    if (claim.byHand) {
        QPushButton *release
            = buttons->addButton(tr("As the words &say"), QDialogButtonBox::ResetRole);
        release->setObjectName("releaseNumber");
        connect(release, &QPushButton::clicked, this, [this] {
            m_released = true;
            accept();
        });
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(sentence);
    layout->addWidget(m_isFigure);
    layout->addWidget(m_choice, 1);
    layout->addWidget(m_isNothing);
    layout->addWidget(buttons);
    resize(fontMetrics().height() * 30, fontMetrics().height() * 28);

    connect(m_choice, &FigureChoice::searched, this, [this] { m_isFigure->setChecked(true); });
    connect(m_choice, &FigureChoice::changed, this, &BindNumberDialog::showChoice);
    connect(m_choice, &FigureChoice::accepted, this, &QDialog::accept);
    connect(m_isFigure, &QRadioButton::toggled, this, &BindNumberDialog::showChoice);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    (claim.byHand && claim.figure.isEmpty() ? m_isNothing : m_isFigure)->setChecked(true);
    m_choice->choose(claim.figure, claim.role, claim.phase);
    m_choice->searchLine().setFocus();
}

void BindNumberDialog::showChoice()
{
    const bool figure = m_isFigure->isChecked();
    m_accept->setEnabled(!figure || !m_choice->figure().isEmpty());
}

NumberBinding BindNumberDialog::binding() const
{
    NumberBinding binding = bindingAt(m_document.report(), m_claim.place);
    if (m_isNothing->isChecked())
        return binding;
    binding.figure = m_choice->figure();
    binding.role = m_choice->role();
    binding.phase = m_choice->phase();
    return binding;
}

}  // namespace mz
