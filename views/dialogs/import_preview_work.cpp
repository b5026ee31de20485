#include "views/dialogs/import_preview.h"

#include "model/recognize/table_recognizer.h"
#include "model/tables/found_tables_model.h"
#include "model/tables/printed_table_model.h"
#include "model/tables/uncertain_points_model.h"
#include "views/dialogs/column_choice_header.h"
#include "views/dialogs/import_identity.h"
#include "views/grid/form_view.h"
#include "views/pages/table_page.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>

namespace mz {

void ImportPreview::showTable(int table)
{
    if (table < 0 || table == m_printed->table())
        return;
    m_printed->setTable(table);
    m_header->showTable(table);
    m_grid->scrollToTop();
    m_grid->horizontalScrollBar()->setValue(0);
    showResult();
    showState();
}

void ImportPreview::showPoint(const QModelIndex &point)
{
    if (!point.isValid())
        return;
    const int table = point.data(UncertainPointsModel::TableRole).toInt();
    if (table < 0) {
        m_identity->ask(UncertainPoint::Kind(point.data(UncertainPointsModel::KindRole).toInt()));
        return;
    }
    m_tableList->setCurrentIndex(m_tables->index(table));
    const int row = point.data(UncertainPointsModel::RowRole).toInt();
    const int column = point.data(UncertainPointsModel::ColumnRole).toInt();
    if (row < 0 && column < 0)
        return;
    const QModelIndex cell
        = m_printed->index(qMax(row, 0), PrintedTableModel::modelColumn(qMax(column, 0)));
    m_grid->scrollTo(cell, QAbstractItemView::PositionAtCenter);
    m_grid->setCurrentIndex(cell);
}

void ImportPreview::chooseKind()
{
    m_draft.setKind(m_printed->table(), m_kind->currentData().toString());
}

void ImportPreview::toggleRows()
{
    std::vector<int> rows;
    const QModelIndexList selected = m_grid->selectionModel()->selectedRows();
    rows.reserve(size_t(selected.size()));
    for (const QModelIndex &index : selected)
        rows.push_back(index.row());
    if (rows.empty() && m_grid->currentIndex().isValid())
        rows.push_back(m_grid->currentIndex().row());
    if (rows.empty())
        return;
    const bool dropped
        = m_printed->index(rows.front(), 0).data(PrintedTableModel::DroppedRole).toBool();
    m_draft.setDropped(m_printed->table(), rows, !dropped);
}

/// Headings over several columns, as they are printed.
void ImportPreview::setSpans()
{
    constexpr int mostRows = 2000;  // what spans stands at the head and at the foot
    m_grid->clearSpans();
    for (int row = 0; row < qMin(m_printed->rowCount(), mostRows); ++row) {
        for (int column = 1; column < m_printed->columnCount(); ++column) {
            const int span
                = m_printed->index(row, column).data(PrintedTableModel::SpanRole).toInt();
            if (span > 1)
                m_grid->setSpan(row, column, 1, span);
        }
    }
}

void ImportPreview::fitColumns()
{
    const int em = fontMetrics().height();
    if (m_printed->columnCount() > 0)
        m_grid->hideColumn(0);  // the rows' header shows it, and stays in view
    for (int column = 1; column < m_printed->columnCount(); ++column) {
        m_grid->resizeColumnToContents(column);
        m_grid->setColumnWidth(column, qBound(em * 7, m_grid->columnWidth(column) + 8, em * 13));
    }
}

void ImportPreview::showResult()
{
    const int table = m_printed->table();
    const auto &tables = m_draft.tables();
    if (table < 0 || size_t(table) >= tables.size())
        return;
    const FoundTable &found = tables[size_t(table)];
    if (!m_draft.fault().isEmpty() || found.sheet < 0) {
        m_nothing->setText(!m_draft.fault().isEmpty()
                ? m_draft.fault()
                : tr("This table is kept as text, in its place in the report."));
        m_result->setCurrentWidget(m_nothing);
        return;
    }
    const int across = m_page->view().horizontalScrollBar()->value();
    const int down = m_page->view().verticalScrollBar()->value();
    const bool same = m_page->sheetIndex() == found.sheet;
    m_page->showSheet(found.sheet);
    m_result->setCurrentWidget(m_page);
    if (same) {
        m_page->view().horizontalScrollBar()->setValue(across);
        m_page->view().verticalScrollBar()->setValue(down);
    }
}

void ImportPreview::showState()
{
    const int table = m_printed->table();
    const auto &tables = m_draft.tables();
    const FoundTable *found
        = table >= 0 && size_t(table) < tables.size() ? &tables[size_t(table)] : nullptr;
    m_kind->clear();
    m_kind->addItem(tr("Kept as text"), QString());
    const FormFamily *family = m_draft.context().handbook.family(m_draft.report().identity.family);
    if (family) {
        for (const auto &form : family->forms)
            m_kind->addItem(
                QStringLiteral("%1 %2").arg(form->kind.sliced(1), form->title), form->kind);
    }
    m_kind->setCurrentIndex(
        qMax(0, m_kind->findData(found && found->form ? found->form->kind : QString())));
    m_kind->setToolTip(m_kind->currentText());
    m_kind->setEnabled(found != nullptr);
    m_grid->verticalHeader()->setVisible(found && found->form);
    if (found) {
        QStringList parts{found->title, placeText(found->place)};
        parts.removeAll(QString());
        m_place->setText(parts.join(QStringLiteral(" · ")));
        m_place->setToolTip(m_place->text());
    }
    const QModelIndex current = m_grid->currentIndex();
    const bool dropped = current.data(PrintedTableModel::DroppedRole).toBool();
    m_drop->setText(dropped ? tr("Take &row back") : tr("D&rop row"));
    m_drop->setEnabled(found && found->form && current.isValid());
    m_state->setText(m_draft.isReading() ? tr("Reading …")
            : m_points->graveCount() > 0
            ? tr("%n point(s) to decide", nullptr, m_points->graveCount())
            : tr("Nothing is left to decide."));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_draft.fault().isEmpty() && !m_accepting);
}

void ImportPreview::accept()
{
    m_identity->commit();
    m_accepting = m_draft.isReading();
    if (m_accepting || !m_draft.fault().isEmpty())
        return showState();
    QDialog::accept();
}

}  // namespace mz
