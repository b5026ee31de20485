#include "views/dialogs/bind_number_dialog.h"

#include "model/narrative/bound_by_hand.h"
#include "model/tables/claims_model.h"
#include "model/tables/figure_search_model.h"
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace mz {

BindNumberDialog::BindNumberDialog(
    const ReportDocument &document, const Claim &claim, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_claim(claim)
    , m_model(std::make_unique<FigureSearchModel>(document))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_role(new QComboBox(this))
    , m_phase(new QComboBox(this))
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
    m_search->setObjectName("figureSearch");
    m_search->setPlaceholderText(tr("Part of the name, or a code"));
    m_search->setAccessibleName(tr("Search figures"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName("figureList");
    m_list->setModel(m_model.get());
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Figures found"));
    m_role->setObjectName("figureRole");
    m_role->setAccessibleName(tr("What it says of the figure"));
    const std::pair<ClaimRole, QString> roles[] = {{ClaimRole::Amount, tr("its amount")},
        {ClaimRole::Count, tr("its count")}, {ClaimRole::Share, tr("its share, in %")},
        {ClaimRole::Change, tr("its change against last year")},
        {ClaimRole::Rate, tr("the rate of that change, in %")},
        {ClaimRole::Completion, tr("how much of the budget was used, in %")},
        {ClaimRole::BudgetDifference, tr("the difference from the budget")}};
    for (const auto &[role, name] : roles)
        m_role->addItem(name, int(role));
    m_phase->setObjectName("figurePhase");
    m_phase->setAccessibleName(tr("Of which account or budget"));
    for (const Phase phase : {Phase::Actual, Phase::BudgetInitial, Phase::BudgetFull, Phase::Budget,
             Phase::BudgetAdded, Phase::Last})
        m_phase->addItem(ClaimsModel::phaseName(phase), int(phase));
    m_role->setCurrentIndex(qMax(0, m_role->findData(int(claim.role))));
    m_phase->setCurrentIndex(qMax(0, m_phase->findData(int(claim.phase))));

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
    auto *meaning = new QHBoxLayout;
    meaning->addWidget(m_role, 1);
    meaning->addWidget(m_phase, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(sentence);
    layout->addWidget(m_isFigure);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addLayout(meaning);
    layout->addWidget(m_isNothing);
    layout->addWidget(buttons);
    resize(fontMetrics().height() * 30, fontMetrics().height() * 28);

    connect(m_search, &QLineEdit::textChanged, this, &BindNumberDialog::search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &BindNumberDialog::showChoice);
    connect(m_list, &QListView::doubleClicked, this, &QDialog::accept);
    connect(m_isFigure, &QRadioButton::toggled, this, &BindNumberDialog::showChoice);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    (claim.byHand && claim.figure.isEmpty() ? m_isNothing : m_isFigure)->setChecked(true);
    choose(claim.figure);
    m_search->setFocus();
}

BindNumberDialog::~BindNumberDialog() = default;

void BindNumberDialog::choose(const QString &figure)
{
    const int row = m_model->rowOf(figure);
    if (row >= 0) {
        m_list->setCurrentIndex(m_model->index(row));
        m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
    }
    showChoice();
}

void BindNumberDialog::search()
{
    m_isFigure->setChecked(true);
    m_model->search(m_search->text());
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    showChoice();
}

void BindNumberDialog::showChoice()
{
    const bool figure = m_isFigure->isChecked();
    for (QWidget *widget : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_role),
             static_cast<QWidget *>(m_phase)})
        widget->setEnabled(figure);
    m_accept->setEnabled(!figure || m_list->currentIndex().isValid());
}

NumberBinding BindNumberDialog::binding() const
{
    NumberBinding binding = bindingAt(m_document.report(), m_claim.place);
    if (m_isNothing->isChecked())
        return binding;
    binding.figure = m_list->currentIndex().data(FigureSearchModel::IdRole).toString();
    binding.role = ClaimRole(m_role->currentData().toInt());
    binding.phase = Phase(m_phase->currentData().toInt());
    return binding;
}

/// The arrows move in the list while one types.
bool BindNumberDialog::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown
            || key == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(object, event);
}

}  // namespace mz
