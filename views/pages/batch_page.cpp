#include "views/pages/batch_page.h"

#include "model/document/mzr_file.h"
#include "model/manuscript/writers/csv_writer.h"
#include "views/delegates/batch_delegate.h"
#include "views/theme/theme.h"
#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace mz {

BatchPage::BatchPage(BatchRun &run, const Handbook &handbook, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_model(new BatchModel(run, handbook, this))
    , m_filter(new BatchFilter(this))
    , m_title(new QLabel(this))
    , m_state(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QToolButton(this))
    , m_export(new QToolButton(this))
    , m_words(new QLineEdit(this))
    , m_list(new QTableView(this))
    , m_reason(new QLabel(this))
    , m_refresh(new QTimer(this))
{
    setObjectName("batchPage");
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setFont(uiFont(uiFont().pointSizeF() * 18 / 13, QFont::DemiBold));
    m_title->setTextFormat(Qt::PlainText);
    m_state->setObjectName("batchState");
    m_progress->setObjectName("batchProgress");
    m_progress->setAccessibleName(tr("How many files are checked"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(200);
    m_stop->setObjectName("stopBatch");
    m_stop->setText(tr("Stop"));
    m_export->setObjectName("exportBatch");
    m_export->setText(tr("Export CSV…"));
    m_words->setPlaceholderText(tr("Search files"));
    m_words->setAccessibleName(tr("Search files"));
    m_words->setClearButtonEnabled(true);
    m_reason->setObjectName("batchReason");
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_reason->setContentsMargins(16, 8, 16, 8);
    m_reason->setAccessibleName(tr("What failed and why"));
    buildChips();
    buildList();

    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 16, 4);
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_state);
    head->addWidget(m_progress);
    head->addWidget(m_stop);
    auto *filters = new QHBoxLayout;
    filters->setContentsMargins(16, 4, 16, 8);
    filters->setSpacing(8);
    for (QToolButton *chip : m_chips)
        filters->addWidget(chip);
    filters->addWidget(m_words, 1);
    filters->addWidget(m_export);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(filters);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_reason);

    connect(m_stop, &QToolButton::clicked, &m_run, &BatchRun::stop);
    connect(m_export, &QToolButton::clicked, this, &BatchPage::exportRequested);
    connect(m_words, &QLineEdit::textChanged, m_filter, &BatchFilter::setWords);
    connect(&m_run, &BatchRun::reset, this, &BatchPage::showProgress);
    // Counting thousands of rows after each of them would take longer than they do.
    m_refresh->setSingleShot(true);
    m_refresh->setInterval(100);
    connect(m_refresh, &QTimer::timeout, this, &BatchPage::showProgress);
    connect(&m_run, &BatchRun::rowChanged, m_refresh, [this] {
        if (!m_refresh->isActive())
            m_refresh->start();
    });
    connect(&m_run, &BatchRun::finished, this, &BatchPage::showProgress);
    showProgress();
}

void BatchPage::buildChips()
{
    auto *group = new QButtonGroup(this);
    using State = BatchRow::State;
    for (const int state : {-1, int(State::Faulty), int(State::Incomplete), int(State::Passed),
             int(State::Unreadable)}) {
        auto *chip = new QToolButton(this);
        chip->setCheckable(true);
        chip->setObjectName("chip");
        group->addButton(chip);
        m_chips.push_back(chip);
        connect(chip, &QToolButton::clicked, this, [this, state] { m_filter->setState(state); });
    }
    m_chips.front()->setChecked(true);
}

void BatchPage::buildList()
{
    m_filter->setSourceModel(m_model);
    m_list->setObjectName("batchList");
    m_list->setAccessibleName(tr("Files of the folder"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new BatchDelegate(this));
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(BatchModel::FileColumn, Qt::AscendingOrder);
    m_list->setShowGrid(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(false);
    m_list->setTabKeyNavigation(false);
    m_list->verticalHeader()->hide();
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *open = new QAction(tr("&Open the report"), m_list);
    auto *copy = new QAction(tr("&Copy"), m_list);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_list->addActions({open, copy});
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(open, &QAction::triggered, this, &BatchPage::choose);
    connect(copy, &QAction::triggered, this, &BatchPage::copyList);
    // A double click activates too.
    connect(m_list, &QTableView::activated, this, &BatchPage::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &BatchPage::showReason);
    setFocusProxy(m_list);
    fitColumns();
}

/// The reason takes what the other columns leave.
void BatchPage::fitColumns()
{
    const int unit = m_list->fontMetrics().height();
    QHeaderView *header = m_list->horizontalHeader();
    const std::pair<BatchModel::Column, int> widths[] = {{BatchModel::FileColumn, 10},
        {BatchModel::VerdictColumn, 6}, {BatchModel::AgencyColumn, 9}, {BatchModel::YearColumn, 2},
        {BatchModel::FamilyColumn, 8}, {BatchModel::ErrorsColumn, 2},
        {BatchModel::WarningsColumn, 2}, {BatchModel::HintsColumn, 2},
        {BatchModel::NotCheckedColumn, 2}, {BatchModel::TotalColumn, 6}};
    for (const auto &[column, units] : widths) {
        // Room for the heading in any language.
        const int heading = header->fontMetrics().horizontalAdvance(
            m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        header->resizeSection(column, qMax(unit * units, heading + unit));
    }
    QFont bold = m_list->font();
    bold.setWeight(QFont::DemiBold);
    const int verdict = QFontMetrics(bold).horizontalAdvance(
        QStringLiteral("○ ") + BatchModel::stateName(BatchRow::State::Incomplete));
    header->resizeSection(BatchModel::VerdictColumn, verdict + unit + 8);
    header->setStyleSheet(
        QStringLiteral("QHeaderView::section { background: %1; color: %2; border: none; "
                       "border-bottom: 1px solid %3; padding: 4px 8px; }")
            .arg(currentTheme().page.name(), currentTheme().muted.name(),
                currentTheme().lines.name()));
    header->setStretchLastSection(true);
    m_list->verticalHeader()->setDefaultSectionSize(unit + 8);
}

void BatchPage::showProgress()
{
    const int all = int(m_run.rows().size());
    const int done = m_run.finishedCount();
    m_title->setText(QDir(m_run.folder()).dirName());
    m_title->setToolTip(QDir::toNativeSeparators(m_run.folder()));
    m_progress->setRange(0, all);
    m_progress->setValue(done);
    m_progress->setVisible(m_run.isRunning());
    m_stop->setVisible(m_run.isRunning());
    m_state->setText(m_run.isRunning() && all == 0 ? tr("Looking for files…")
            : all == 0          ? tr("The folder holds no file that can be read.")
            : m_run.isRunning() ? tr("%1 of %2 files checked").arg(done).arg(all)
            : done < all        ? tr("Stopped after %1 of %2 files").arg(done).arg(all)
                                : tr("%n file(s) checked", nullptr, all));
    m_export->setEnabled(done > 0);
    showCounts();
    showReason();
}

/// The whole sentence of the current file: the column seldom has room for it.
void BatchPage::showReason()
{
    const QModelIndex index = m_list->currentIndex();
    const QString reason = index.siblingAtColumn(BatchModel::ReasonColumn).data().toString();
    const QString file = index.siblingAtColumn(BatchModel::FileColumn).data().toString();
    m_reason->setText(!index.isValid()
            ? tr("Double click or Enter opens a report; Alt+Left comes back to the list.")
            : reason.isEmpty() ? file
                               : tr("%1 — %2").arg(file, reason));
}

void BatchPage::showCounts()
{
    int counts[5] = {};
    for (const BatchRow &row : m_run.rows())
        ++counts[int(row.state)];
    m_chips[0]->setText(tr("All %1").arg(m_run.rows().size()));
    for (size_t i = 1; i < m_chips.size(); ++i)
        m_chips[i]->setText(
            QStringLiteral("%1 %2").arg(BatchModel::stateName(BatchRow::State(i))).arg(counts[i]));
}

void BatchPage::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid())
        emit fileChosen(index.data(BatchModel::PathRole).toString());
}

void BatchPage::copyList()
{
    const TextGrid all = listGrid(*m_filter);
    TextGrid chosen;
    for (size_t row = 0; row < all.rows.size(); ++row) {
        if (row == 0 || m_list->selectionModel()->isRowSelected(int(row) - 1))
            chosen.rows.push_back(all.rows[row]);
    }
    QApplication::clipboard()->setText(tabSeparated(chosen.rows.size() > 1 ? chosen : all));
}

Done BatchPage::exportCsv(const QString &path) const
{
    return writeWhole(path, writeCsv(listGrid(*m_filter)));
}

void BatchPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if ((event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        && m_list->model())
        fitColumns();
}

}  // namespace mz
