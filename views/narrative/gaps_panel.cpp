#include "views/narrative/gaps_panel.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace mz {

GapsPanel::GapsPanel(TextGapsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_count(new QLabel(this))
    , m_list(new QTableView(this))
{
    setObjectName("gaps");
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_count->setObjectName("gapsCount");
    m_count->setContentsMargins(12, 4, 12, 4);
    m_count->setWordWrap(true);
    m_list->setObjectName("gapsList");
    m_list->setAccessibleName(tr("What the text lacks"));
    m_list->setModel(&m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setShowGrid(false);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
        | QAbstractItemView::AnyKeyPressed);
    m_list->verticalHeader()->hide();
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->horizontalHeader()->setStretchLastSection(true);
    const int unit = m_list->fontMetrics().height();
    m_list->horizontalHeader()->resizeSection(TextGapsModel::SectionColumn, unit * 16);
    m_list->horizontalHeader()->resizeSection(TextGapsModel::HintColumn, unit * 20);
    m_list->verticalHeader()->setDefaultSectionSize(unit + 8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_count);
    layout->addWidget(m_list, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &row) {
            if (row.isValid())
                emit sectionRequested(m_model.gaps()[size_t(row.row())].section);
        });
    // Enter leads to the next line, as in a table.
    connect(m_list->itemDelegate(), &QAbstractItemDelegate::closeEditor, this,
        [this](QWidget *, QAbstractItemDelegate::EndEditHint hint) {
            const QModelIndex next
                = m_list->currentIndex().siblingAtRow(m_list->currentIndex().row() + 1);
            if (hint == QAbstractItemDelegate::SubmitModelCache && next.isValid())
                m_list->setCurrentIndex(next);
        });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &GapsPanel::showCount);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &GapsPanel::showCount);
    showCount();
}

void GapsPanel::showCount()
{
    m_count->setText(m_model.gaps().empty()
            ? tr("No section is written from the figures; menu Report, “Write the text from the "
                 "figures”, begins.")
            : tr("%1 of %2 still missing.").arg(m_model.missing()).arg(m_model.gaps().size()));
}

}  // namespace mz
