#include "views/dialogs/figure_choice.h"

#include "model/tables/claims_model.h"
#include "model/tables/figure_search_model.h"
#include "views/dialogs/list_keys.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace mz {

namespace {

constexpr int wordOffset = 100;  ///< Of the roles of words, in the list.

constexpr ClaimRole numbers[] = {ClaimRole::Amount, ClaimRole::Count, ClaimRole::Share,
    ClaimRole::Change, ClaimRole::Rate, ClaimRole::Completion, ClaimRole::BudgetDifference};

}  // namespace

FigureChoice::FigureChoice(const ReportDocument &document, bool words, QWidget *parent)
    : QWidget(parent)
    , m_model(std::make_unique<FigureSearchModel>(document))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_role(new QComboBox(this))
    , m_phase(new QComboBox(this))
{
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
    for (const ClaimRole role : numbers)
        m_role->addItem(roleName(role, false), int(role));
    if (words) {
        for (const ClaimRole role : {ClaimRole::Change, ClaimRole::Rate, ClaimRole::Relation})
            m_role->addItem(roleName(role, true), int(role) + wordOffset);
    }
    m_phase->setObjectName("figurePhase");
    m_phase->setAccessibleName(tr("Of which account or budget"));
    for (const Phase phase : {Phase::Actual, Phase::BudgetInitial, Phase::BudgetFull, Phase::Budget,
             Phase::BudgetAdded, Phase::Last})
        m_phase->addItem(ClaimsModel::phaseName(phase), int(phase));
    auto *meaning = new QHBoxLayout;
    meaning->addWidget(m_role, 1);
    meaning->addWidget(m_phase, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addLayout(meaning);
    connect(m_search, &QLineEdit::textChanged, this, &FigureChoice::search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &FigureChoice::changed);
    connect(m_role, &QComboBox::currentIndexChanged, this, &FigureChoice::changed);
    connect(m_phase, &QComboBox::currentIndexChanged, this, &FigureChoice::changed);
    connect(m_list, &QListView::doubleClicked, this, &FigureChoice::accepted);
}

FigureChoice::~FigureChoice() = default;

QString FigureChoice::roleName(ClaimRole role, bool word)
{
    switch (role) {
    case ClaimRole::Amount:
        return tr("its amount");
    case ClaimRole::Count:
        return tr("its count");
    case ClaimRole::Share:
        return tr("its share, in %");
    case ClaimRole::Change:
        return word ? tr("the word 增加 or 减少") : tr("its change against last year");
    case ClaimRole::Rate:
        return word ? tr("the word 增长 or 下降") : tr("the rate of that change, in %");
    case ClaimRole::Completion:
        return tr("how much of the budget was used, in %");
    case ClaimRole::Relation:
        return tr("the word 大于, 小于 or 等于");
    case ClaimRole::BudgetDifference:
        return tr("the difference from the budget");
    case ClaimRole::Same:
        return tr("the word 持平");
    case ClaimRole::PartChange:
        break;
    }
    return {};
}

QString FigureChoice::figure() const
{
    return m_list->currentIndex().data(FigureSearchModel::IdRole).toString();
}

ClaimRole FigureChoice::role() const
{
    return ClaimRole(m_role->currentData().toInt() % wordOffset);
}

bool FigureChoice::isWord() const { return m_role->currentData().toInt() >= wordOffset; }

Phase FigureChoice::phase() const { return Phase(m_phase->currentData().toInt()); }

void FigureChoice::choose(const QString &figure, ClaimRole role, Phase phase, bool word)
{
    m_role->setCurrentIndex(qMax(0, m_role->findData(int(role) + (word ? wordOffset : 0))));
    m_phase->setCurrentIndex(qMax(0, m_phase->findData(int(phase))));
    if (const int row = m_model->rowOf(figure); row >= 0) {
        m_list->setCurrentIndex(m_model->index(row));
        m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
    }
    emit changed();
}

void FigureChoice::search()
{
    m_model->search(m_search->text());
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    emit searched();
    emit changed();
}

bool FigureChoice::eventFilter(QObject *object, QEvent *event)
{
    return arrowsMoveIn(*m_list, event) || QWidget::eventFilter(object, event);
}

}  // namespace mz
