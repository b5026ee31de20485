#include "views/narrative/numbers_panel.h"

#include "views/narrative/claim_delegate.h"
#include "views/narrative/claim_explanation.h"
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace mz {

NumbersPanel::NumbersPanel(const ReportDocument &document, ClaimsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(model)
    , m_filter(new ClaimsFilter(this))
    , m_words(new QLineEdit(this))
    , m_list(new QTableView(this))
    , m_explanation(new QLabel(this))
    , m_bind(new QToolButton(this))
    , m_beside(new QToolButton(this))
{
    setObjectName("numbers");
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_words->setPlaceholderText(tr("Search numbers"));
    m_words->setAccessibleName(tr("Search numbers"));
    m_words->setClearButtonEnabled(true);
    m_explanation->setObjectName("claimExplanation");
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::RichText);
    m_explanation->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_explanation->setAccessibleName(tr("How the number was read"));
    m_bind->setObjectName("bindNumber");
    m_bind->setText(tr("What is it? …"));
    m_bind->setToolTip(tr("Say by hand which figure the number is, or that it is none"));
    m_beside->setObjectName("showBeside");
    m_beside->setText(tr("Show beside"));
    m_beside->setToolTip(tr("Show the table beside the text, at the cell"));
    buildChips();
    buildList();

    auto *filters = new QHBoxLayout;
    filters->setContentsMargins(12, 4, 12, 4);
    filters->setSpacing(8);
    for (QToolButton *chip : m_chips)
        filters->addWidget(chip);
    filters->addWidget(m_words, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 2, 12, 4);
    foot->setSpacing(8);
    foot->addWidget(m_explanation, 1);
    foot->addWidget(m_bind);
    foot->addWidget(m_beside);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(filters);
    layout->addWidget(m_list, 1);
    layout->addLayout(foot);
    setFocusProxy(m_list);

    connect(m_words, &QLineEdit::textChanged, m_filter, &ClaimsFilter::setWords);
    connect(m_explanation, &QLabel::linkActivated, this, [this](const QString &number) {
        const int claim = current();
        if (claim >= 0 && size_t(number.toInt()) < m_model.claims()[size_t(claim)].cells.size())
            emit cellRequested(m_model.claims()[size_t(claim)].cells[size_t(number.toInt())]);
    });
    connect(m_bind, &QToolButton::clicked, this, [this] {
        if (current() >= 0)
            emit bindRequested(current());
    });
    connect(m_beside, &QToolButton::clicked, this, [this] {
        if (current() >= 0)
            emit besideRequested(current());
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &NumbersPanel::showCounts);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &NumbersPanel::showCounts);
    showCounts();
}

void NumbersPanel::buildChips()
{
    auto *group = new QButtonGroup(this);
    using State = ClaimsModel::State;
    for (const int state :
        {-1, int(State::Agrees), int(State::Disagrees), int(State::NotChecked)}) {
        auto *chip = new QToolButton(this);
        chip->setCheckable(true);
        chip->setObjectName("chip");
        group->addButton(chip);
        m_chips.push_back(chip);
        connect(chip, &QToolButton::clicked, this, [this, state] { m_filter->setState(state); });
    }
    m_chips.front()->setChecked(true);
}

void NumbersPanel::buildList()
{
    m_filter->setSourceModel(&m_model);
    m_list->setObjectName("numbersList");
    m_list->setAccessibleName(tr("Numbers of the text"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new ClaimDelegate(this));
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setShowGrid(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(false);
    m_list->setTabKeyNavigation(false);
    m_list->verticalHeader()->hide();
    m_list->horizontalHeader()->hide();
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &NumbersPanel::explain);
    connect(m_list, &QTableView::activated, this, &NumbersPanel::choose);
    connect(m_list, &QTableView::clicked, this, &NumbersPanel::choose);
    fitColumns();
}

/// The reason takes what the other columns leave.
void NumbersPanel::fitColumns()
{
    const int unit = m_list->fontMetrics().height();
    const std::pair<ClaimsModel::Column, int> widths[] = {{ClaimsModel::VerdictColumn, 10},
        {ClaimsModel::PrintedColumn, 6}, {ClaimsModel::ExpectedColumn, 6},
        {ClaimsModel::FigureColumn, 14}, {ClaimsModel::PlaceColumn, 12}};
    for (const auto &[column, units] : widths)
        m_list->horizontalHeader()->resizeSection(column, unit * units);
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->verticalHeader()->setDefaultSectionSize(unit + 8);
}

void NumbersPanel::showCounts()
{
    int counts[3] = {};
    for (const Claim &claim : m_model.claims())
        ++counts[int(ClaimsModel::stateOf(claim))];
    m_chips[0]->setText(tr("All %1").arg(m_model.claims().size()));
    m_chips[1]->setText(tr("Agree %1").arg(counts[0]));
    m_chips[2]->setText(tr("Disagree %1").arg(counts[1]));
    m_chips[3]->setText(tr("Not checked %1").arg(counts[2]));
    explain();
}

bool NumbersPanel::isBindable(const Claim &claim)
{
    return claim.role != ClaimRole::Relation && claim.role != ClaimRole::Same;
}

int NumbersPanel::current() const
{
    const QModelIndex index = m_filter->mapToSource(m_list->currentIndex());
    return index.isValid() ? index.row() : -1;
}

void NumbersPanel::explain()
{
    const int claim = current();
    const bool known = claim >= 0 && size_t(claim) < m_model.claims().size();
    m_bind->setEnabled(known && isBindable(m_model.claims()[size_t(claim)]));
    m_beside->setEnabled(known && !m_model.claims()[size_t(claim)].cells.empty());
    m_explanation->setText(known
            ? explainClaim(m_document.report(), m_model, m_model.claims()[size_t(claim)])
            : m_model.claims().empty()
            ? tr("The text holds no number that was read.")
            : tr("Choose a number to see how it was read; F7 goes to the next one that is not "
                 "checked or disagrees."));
}

void NumbersPanel::choose()
{
    if (const int claim = current(); claim >= 0)
        emit claimChosen(claim);
}

void NumbersPanel::select(int claim)
{
    if (claim < 0 || size_t(claim) >= m_model.claims().size())
        return;
    QModelIndex index = m_filter->mapFromSource(m_model.index(claim, 0));
    if (!index.isValid()) {
        m_words->clear();
        m_chips.front()->click();
        index = m_filter->mapFromSource(m_model.index(claim, 0));
    }
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void NumbersPanel::step(int by)
{
    const int rows = m_filter->rowCount();
    const bool agreeing = m_filter->state() == int(ClaimsModel::State::Agrees);
    int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : by > 0 ? -1 : rows;
    for (int tried = 0; tried < rows; ++tried) {
        row = (row + by + rows) % rows;
        const QModelIndex index = m_filter->index(row, 0);
        if (agreeing || index.data(ClaimsModel::WaitsRole).toBool()) {
            m_list->setCurrentIndex(index);
            return choose();
        }
    }
}

void NumbersPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_beside)
        explain();
}

}  // namespace mz
