#include "views/dialogs/import_preview.h"

#include "model/tables/found_tables_model.h"
#include "model/tables/printed_table_model.h"
#include "model/tables/uncertain_points_model.h"
#include "views/delegates/import_delegates.h"
#include "views/dialogs/column_choice_header.h"
#include "views/dialogs/import_identity.h"
#include "views/dialogs/row_meaning_header.h"
#include "views/pages/table_page.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace mz {

namespace {

QLabel *caption(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(uiFont(0, QFont::DemiBold));
    label->setContentsMargins(8, 4, 8, 4);
    return label;
}

QListView *list(const char *name, QAbstractItemModel *model, QAbstractItemDelegate *delegate)
{
    auto *view = new QListView;
    view->setObjectName(name);
    view->setModel(model);
    delegate->setParent(view);
    view->setItemDelegate(delegate);
    view->setFrameShape(QFrame::NoFrame);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setResizeMode(QListView::Adjust);
    return view;
}

/// A caption over a widget, without a margin.
QWidget *captioned(QLabel *caption, QWidget *widget)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(caption);
    layout->addWidget(widget, 1);
    return box;
}

}  // namespace

ImportPreview::ImportPreview(
    OpenedReport opened, const QString &fileName, const ReadingContext &context, QWidget *parent)
    : QDialog(parent)
    , m_draft(std::move(opened), context)
    , m_tables(std::make_unique<FoundTablesModel>(m_draft))
    , m_printed(std::make_unique<PrintedTableModel>(m_draft))
    , m_points(std::make_unique<UncertainPointsModel>(m_draft))
{
    setWindowTitle(tr("Import %1").arg(fileName));
    setSizeGripEnabled(true);
    auto *question = new QLabel(
        tr("Not everything in this file was understood. Decide what is marked, or open it as it "
           "is: what is not in the form is kept as printed."),
        this);
    question->setWordWrap(true);
    m_identity = new ImportIdentity(m_draft, this);
    auto *work = new QSplitter(Qt::Vertical, this);
    work->addWidget(buildTable());
    work->addWidget(buildResult());
    work->setStretchFactor(0, 1);
    work->setStretchFactor(1, 1);
    auto *all = new QSplitter(this);
    all->addWidget(buildLists());
    all->addWidget(work);
    all->setStretchFactor(1, 1);
    all->setSizes({fontMetrics().height() * 17, fontMetrics().height() * 60});
    for (QSplitter *splitter : {work, all})
        splitter->setChildrenCollapsible(false);

    m_state = new QLabel(this);
    m_state->setObjectName("importState");
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Open the report"));
    // Return in a field takes what was typed; it does not open the report as well.
    for (const auto which : {QDialogButtonBox::Ok, QDialogButtonBox::Cancel})
        m_buttons->button(which)->setAutoDefault(false);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_state, 1);
    bottom->addWidget(m_buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(question);
    layout->addWidget(m_identity);
    layout->addWidget(all, 1);
    layout->addLayout(bottom);
    connectAll();
    const int em = fontMetrics().height();
    // The window's frame has to have its place on the screen, too.
    const QSize frame(em, em * 2);
    resize(QSize(em * 68, em * 42).boundedTo(screen()->availableSize() - frame));
    work->setSizes({em * 18, em * 16});

    // Open at the first question.
    m_tableList->setCurrentIndex(m_tables->index(0));
    m_pointList->setFocus();
    if (m_points->rowCount() > 0)
        m_pointList->setCurrentIndex(m_points->index(0));
    showState();
}

ImportPreview::~ImportPreview()
{
    // The views outlive the members, and must not see models that are gone.
    delete m_page;
    m_grid->setModel(nullptr);
    m_tableList->setModel(nullptr);
    m_pointList->setModel(nullptr);
}

QWidget *ImportPreview::buildLists()
{
    m_tableList = list("importTables", m_tables.get(), new FoundTableDelegate);
    m_tableList->setAccessibleName(tr("Tables found"));
    m_pointList = list("importPoints", m_points.get(), new UncertainPointDelegate);
    m_pointList->setAccessibleName(tr("What is uncertain"));
    auto *lists = new QSplitter(Qt::Vertical);
    lists->setChildrenCollapsible(false);
    lists->addWidget(captioned(caption(tr("Tables found"), lists), m_tableList));
    lists->addWidget(captioned(caption(tr("Uncertain"), lists), m_pointList));
    return lists;
}

QWidget *ImportPreview::buildTable()
{
    auto *box = new QWidget(this);
    m_place = caption({}, box);
    m_place->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *taken = new QLabel(tr("&Taken for"), box);
    m_kind = new QComboBox(box);
    m_kind->setObjectName("importKind");
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(28);
    taken->setBuddy(m_kind);
    m_drop = new QPushButton(tr("D&rop row"), box);
    m_drop->setObjectName("importDrop");
    m_drop->setAutoDefault(false);
    m_drop->setToolTip(tr("Leave the selected rows out of the report (Space)"));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 4);
    line->setSpacing(8);
    line->addWidget(m_place, 1);
    line->addWidget(taken);
    line->addWidget(m_kind);
    line->addWidget(m_drop);

    m_grid = new QTableView(box);
    m_grid->setObjectName("importGrid");
    m_grid->setAccessibleName(tr("The table as it is printed"));
    m_grid->setModel(m_printed.get());
    m_header = new ColumnChoiceHeader(m_draft, m_grid);
    m_header->setObjectName("importColumns");
    m_grid->setHorizontalHeader(m_header);
    m_grid->setItemDelegate(new PrintedCellDelegate(m_grid));
    m_grid->setVerticalHeader(new RowMeaningHeader(m_grid));
    m_grid->setShowGrid(false);
    m_grid->setFrameShape(QFrame::NoFrame);
    m_grid->setCornerButtonEnabled(false);
    m_grid->setStyleSheet(QStringLiteral("QTableCornerButton::section { background: %1; border: "
                                         "none; border-bottom: 1px solid %2; }")
                              .arg(currentTheme().heading.name(), currentTheme().lines.name()));
    m_grid->setTabKeyNavigation(false);
    m_grid->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_grid->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_header->setResizeContentsPrecision(60);

    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_grid, 1);
    return box;
}

QWidget *ImportPreview::buildResult()
{
    m_result = new QStackedWidget(this);
    m_page = new TablePage(m_draft.result(), m_result);
    m_nothing = new QLabel(m_result);
    m_nothing->setObjectName("importNothing");
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_result->addWidget(m_page);
    m_result->addWidget(m_nothing);
    auto *box = captioned(caption(tr("As it comes into the report"), this), m_result);
    box->layout()->setContentsMargins(8, 0, 0, 0);
    return box;
}

void ImportPreview::connectAll()
{
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ImportPreview::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_tableList->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) { showTable(current.row()); });
    connect(m_pointList->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) { showPoint(current); });
    connect(m_pointList, &QListView::clicked, this, &ImportPreview::showPoint);
    connect(m_kind, &QComboBox::activated, this, &ImportPreview::chooseKind);
    connect(m_drop, &QPushButton::clicked, this, &ImportPreview::toggleRows);
    auto *space = new QShortcut(Qt::Key_Space, m_grid);
    space->setContext(Qt::WidgetShortcut);
    connect(space, &QShortcut::activated, this, &ImportPreview::toggleRows);
    connect(m_grid->horizontalScrollBar(), &QScrollBar::valueChanged, m_header,
        &ColumnChoiceHeader::placeChoices);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &ImportPreview::showState);
    connect(m_printed.get(), &QAbstractItemModel::modelReset, this, [this] {
        setSpans();
        fitColumns();
    });
    connect(&m_draft, &ImportDraft::changed, this, [this] {
        showResult();
        showState();
    });
    connect(&m_draft, &ImportDraft::readingChanged, this, [this] {
        showState();
        if (m_accepting && !m_draft.isReading())
            accept();
    });
}

}  // namespace mz
