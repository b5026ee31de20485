#include "views/findings/findings_panel.h"

#include "model/document/explanation.h"
#include "views/findings/finding_delegate.h"
#include "views/findings/finding_explanation.h"
#include <QAbstractItemView>
#include <QAction>
#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace mz {

FindingsPanel::FindingsPanel(ReportDocument &document, CheckSession &session, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_session(session)
    , m_model(new FindingsModel(session, this))
    , m_filter(new FindingsFilter(this))
    , m_group(new QComboBox(this))
    , m_table(new QComboBox(this))
    , m_words(new QLineEdit(this))
    , m_consequences(new QToolButton(this))
    , m_ledger(new QLabel(this))
    , m_list(new QTableView(this))
    , m_explanation(new QLabel(this))
    , m_fix(new QToolButton(this))
    , m_mark(new QToolButton(this))
{
    setObjectName("findings");
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_filter->setSourceModel(m_model);
    m_list->setObjectName("findingsList");
    m_list->setAccessibleName(tr("Findings"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new FindingDelegate(this));
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setShowGrid(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(false);
    m_list->setTabKeyNavigation(false);
    m_list->verticalHeader()->hide();
    m_list->horizontalHeader()->hide();
    m_list->horizontalHeader()->setMinimumSectionSize(20);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_explanation->setObjectName("findingExplanation");
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::RichText);
    m_explanation->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_explanation->setAccessibleName(tr("Explanation of the finding"));
    m_fix->setObjectName("applyFix");
    m_mark->setObjectName("markFinding");
    m_fix->setText(tr("Apply"));
    m_mark->setText(tr("Mark"));
    m_mark->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_mark);
    menu->addAction(tr("False alarm…"), this, [this] { mark(FindingMark::Kind::FalseAlarm); });
    menu->addAction(tr("Verified…"), this, [this] { mark(FindingMark::Kind::Verified); });
    menu->addAction(tr("Exception…"), this, [this] { mark(FindingMark::Kind::Exception); });
    menu->addSeparator();
    menu->addAction(tr("Remove the mark"), this, &FindingsPanel::unmark);
    m_mark->setMenu(menu);

    auto *filters = new QHBoxLayout;
    filters->setContentsMargins(12, 4, 12, 4);
    filters->setSpacing(8);
    buildFilters();
    for (QToolButton *chip : m_chips)
        filters->addWidget(chip);
    filters->addWidget(m_group);
    filters->addWidget(m_table);
    filters->addWidget(m_words, 1);
    filters->addWidget(m_consequences);
    // Gives way to all the rest.
    m_ledger->setMinimumWidth(1);
    filters->addWidget(m_ledger);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 2, 12, 4);
    foot->setSpacing(8);
    foot->addWidget(m_explanation, 1);
    foot->addWidget(m_fix);
    foot->addWidget(m_mark);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(filters);
    layout->addWidget(m_list, 1);
    layout->addLayout(foot);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &FindingsPanel::explain);
    connect(m_list, &QTableView::doubleClicked, this, &FindingsPanel::choose);
    connect(m_list, &QTableView::activated, this, &FindingsPanel::choose);
    connect(m_explanation, &QLabel::linkActivated, this, [this](const QString &number) {
        const Finding *finding = current();
        if (number == u"text" && finding && !finding->texts.empty())
            return emit textRequested(finding->texts.front());
        if (const size_t at = size_t(number.toInt()); at < m_targets.size())
            emit cellRequested(m_targets[at]);
    });
    connect(m_fix, &QToolButton::clicked, this, [this] {
        if (const Finding *finding = current())
            emit fixRequested(*finding);
    });
    connect(&m_document, &ReportDocument::editableChanged, this, &FindingsPanel::explain);
    connect(&m_document, &ReportDocument::reset, this, &FindingsPanel::showTables);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &FindingsPanel::showCounts);
    for (const auto filtered :
        {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, filtered, this, [this] {
            fitColumns();
            explain();
        });
    setFocusProxy(m_list);
    showTables();
    showCounts();
}

void FindingsPanel::buildFilters()
{
    auto *group = new QButtonGroup(this);
    for (const int severity : {-1, int(Severity::Error), int(Severity::Warning),
             int(Severity::Info), int(Severity::Manual)}) {
        auto *chip = new QToolButton(this);
        chip->setCheckable(true);
        chip->setObjectName("chip");
        group->addButton(chip);
        m_chips.push_back(chip);
        connect(chip, &QToolButton::clicked, this,
            [this, severity] { m_filter->setSeverity(severity); });
    }
    m_chips.front()->setChecked(true);
    const std::pair<QString, QString> groups[] = {{QString(), tr("All groups")},
        {QStringLiteral("table"), tr("Within a table")},
        {QStringLiteral("between"), tr("Between tables")}, {QStringLiteral("text"), tr("Text")},
        {QStringLiteral("three_public"), tr("Three public")},
        {QStringLiteral("structure"), tr("Structure")},
        {QStringLiteral("empty"), tr("Empty tables")}, {QStringLiteral("quality"), tr("Quality")},
        {QStringLiteral("performance"), tr("Performance")}};
    for (const auto &[id, name] : groups)
        m_group->addItem(name, id);
    m_group->setAccessibleName(tr("Group of rules"));
    m_table->setAccessibleName(tr("Table"));
    // The names are long; the list that opens shows them whole.
    m_table->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_table->setMinimumContentsLength(8);
    m_words->setPlaceholderText(tr("Search findings"));
    m_words->setAccessibleName(tr("Search findings"));
    m_words->setClearButtonEnabled(true);
    m_words->setMinimumWidth(90);
    m_consequences->setCheckable(true);
    m_consequences->setText(tr("Consequences"));
    m_consequences->setToolTip(tr("Also list what follows from another finding"));
    connect(m_group, &QComboBox::currentIndexChanged, this,
        [this] { m_filter->setGroup(m_group->currentData().toString()); });
    connect(m_table, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setSheet(m_table->currentIndex() <= 0 ? -1 : m_table->currentData().toInt());
    });
    connect(m_words, &QLineEdit::textChanged, m_filter, &FindingsFilter::setWords);
    connect(m_consequences, &QToolButton::toggled, m_filter, &FindingsFilter::setConsequencesShown);
}

void FindingsPanel::showTables()
{
    const QSignalBlocker blocker(m_table);
    m_table->clear();
    m_table->addItem(tr("All tables"), -1);
    for (size_t i = 0; i < m_document.report().sheets.size(); ++i)
        m_table->addItem(shortTableName(m_document.report().sheets[i]) + u' '
                + m_document.report().sheets[i].form->title,
            int(i));
    m_table->view()->setMinimumWidth(m_table->view()->sizeHintForColumn(0) + 24);
    m_filter->setSheet(-1);
}

void FindingsPanel::showCounts()
{
    const CheckResult &result = m_session.result();
    const int errors = m_session.count(Severity::Error);
    const int warnings = m_session.count(Severity::Warning);
    const int hints = m_session.count(Severity::Info);
    const int manual = m_session.count(Severity::Manual);
    m_chips[0]->setText(tr("All %1").arg(errors + warnings + hints + manual));
    m_chips[1]->setText(tr("Errors %1").arg(errors));
    m_chips[2]->setText(tr("Warnings %1").arg(warnings));
    m_chips[3]->setText(tr("Hints %1").arg(hints));
    m_chips[4]->setText(tr("To be looked at %1").arg(manual));
    m_chips[4]->setVisible(manual > 0);
    // A chip that goes while it filters would leave an empty list.
    if (manual == 0 && m_chips[4]->isChecked())
        m_chips[0]->click();
    int finished = 0, notApplicable = 0, lacking = 0;
    QStringList missing;
    for (const LedgerEntry &entry : result.ledger) {
        using State = LedgerEntry::State;
        finished += entry.state == State::Passed || entry.state == State::Failed ? 1 : 0;
        notApplicable += entry.state == State::NotApplicable ? 1 : 0;
        if (entry.state == State::LacksData) {
            ++lacking;
            missing << entry.rule + QStringLiteral(" – ") + entry.reason;
        }
    }
    const Report &report = m_document.report();
    m_ledger->setVisible(!report.sheets.empty() || !report.sections.empty());
    m_ledger->setText(tr("rules %1 · done %2 · do not apply %3 · lack data %4")
                          .arg(result.ledger.size())
                          .arg(finished)
                          .arg(notApplicable)
                          .arg(lacking));
    m_ledger->setToolTip(
        missing.isEmpty() ? QString() : tr("Lack data:\n%1").arg(missing.join(u'\n')));
    fitColumns();
    m_list->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const int source = m_filter->mapToSource(m_filter->index(row, 0)).row();
        if (m_model->finding(source).key == m_currentKey)
            m_list->selectRow(row);
    }
    explain();
}

/// As wide as what they hold; what was found and the likely cause share the rest.
void FindingsPanel::fitColumns()
{
    constexpr int mostRows = 300;
    const QFontMetrics metrics(m_list->font());
    const auto wanted = [&](FindingsModel::Column column, int least, int most) {
        int width = metrics.height() * least;
        for (int row = 0; row < qMin(m_filter->rowCount(), mostRows); ++row)
            width = qMax(width,
                metrics.horizontalAdvance(m_filter->index(row, column).data().toString()) + 20);
        return qMin(width, metrics.height() * most);
    };
    QHeaderView *header = m_list->horizontalHeader();
    int left = m_list->viewport()->width();
    const std::tuple<FindingsModel::Column, int, int> narrow[]
        = {{FindingsModel::SeverityColumn, 3, 6}, {FindingsModel::RuleColumn, 4, 7},
            {FindingsModel::PlaceColumn, 6, 22}, {FindingsModel::DifferenceColumn, 4, 8}};
    for (const auto &[column, least, most] : narrow) {
        // On a narrow window a place gives way to what was found there.
        const int width = column == FindingsModel::PlaceColumn
            ? qMin(wanted(column, least, most), m_list->viewport()->width() / 4)
            : wanted(column, least, most);
        header->resizeSection(column, width);
        left -= width;
    }
    // Where nothing else is said, what was found takes the whole room.
    m_list->clearSpans();
    for (int row = 0; row < qMin(m_filter->rowCount(), mostRows); ++row) {
        const auto says = [&](FindingsModel::Column column) {
            return !m_filter->index(row, column).data().toString().isEmpty();
        };
        if (!says(FindingsModel::DifferenceColumn) && !says(FindingsModel::CauseColumn))
            m_list->setSpan(row, FindingsModel::MessageColumn, 1, 3);
    }
    const int message = wanted(FindingsModel::MessageColumn, 8, 200);
    const int cause = wanted(FindingsModel::CauseColumn, 0, 200);
    const int forCause = qMax(0, qMin(cause, qMax(left / 2, left - message)));
    header->resizeSection(FindingsModel::MessageColumn, qMax(left - forCause, 40));
    header->resizeSection(FindingsModel::CauseColumn, qMax(forCause, 20));
}

void FindingsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

const Finding *FindingsPanel::current() const
{
    const QModelIndex index = m_filter->mapToSource(m_list->currentIndex());
    return index.isValid() ? &m_model->finding(index.row()) : nullptr;
}

void FindingsPanel::explain()
{
    m_targets.clear();
    const Finding *finding = current();
    const bool text = finding && finding->fix.empty() && !finding->textFix.empty();
    m_fix->setVisible(finding && (text || !finding->fix.empty()) && m_document.isEditable());
    m_fix->setToolTip(text
            ? tr("Correct the text in every place of this finding that is certain")
            : tr("Set the figure that is most likely wrong to what the equations ask for"));
    m_mark->setEnabled(finding != nullptr);
    if (!finding) {
        const Report &report = m_document.report();
        m_explanation->setText(report.sheets.empty() && report.sections.empty()
                ? tr("No report is open.")
                : m_session.result().findings.empty()
                ? tr("Nothing was found by the rules that could run.")
                : m_filter->rowCount() == 0
                ? tr("No finding fits the filter.")
                : tr("Choose a finding to see why; double click goes to its cell."));
        return;
    }
    m_currentKey = finding->key;
    const FindingExplanation said = explainFinding(
        m_document.report(), m_session.checker().rules().find(finding->rule), *finding);
    m_targets = said.targets;
    m_explanation->setText(said.text);
}

void FindingsPanel::choose()
{
    if (const Finding *finding = current())
        emit findingChosen(*finding);
}

void FindingsPanel::step(int by)
{
    const int rows = m_filter->rowCount();
    if (rows == 0)
        return;
    const int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() + by
        : by > 0                                     ? 0
                                                     : rows - 1;
    m_list->selectRow((row + rows) % rows);
    choose();
}

void FindingsPanel::mark(FindingMark::Kind kind)
{
    const Finding *finding = current();
    if (!finding)
        return;
    const QString key = finding->key;
    QInputDialog dialog(this);
    dialog.setWindowTitle(tr("Mark finding"));
    dialog.setLabelText(tr("Reason:"));
    // Room for a sentence.
    dialog.resize(fontMetrics().height() * 28, dialog.sizeHint().height());
    if (dialog.exec() == QDialog::Accepted)
        m_document.setMark({key, kind, dialog.textValue().trimmed()});
}

void FindingsPanel::unmark()
{
    if (const Finding *finding = current())
        m_document.removeMark(finding->key);
}

void FindingsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_explanation)
        explain();
}

}  // namespace mz
