#include "views/charts/chart_table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <functional>

namespace mz {

namespace {

QStringList cellsOf(const ChartData &data, const std::function<QString(const ChartRow &)> &text)
{
    QStringList cells;
    for (const ChartRow &row : data.rows)
        cells.append(text(row));
    return cells;
}

bool isBlank(const QStringList &cells)
{
    return std::all_of(cells.begin(), cells.end(), [](auto &cell) { return cell.isEmpty(); });
}

}  // namespace

ChartTable::ChartTable(QWidget *parent) : QTableWidget(parent)
{
    setObjectName("chartTable");
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStyleSheet(
        "QHeaderView, QHeaderView::section { background: palette(base);"
        " border: none; padding: 2px 0; }");
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ChartTable::setData(const ChartData &data)
{
    clear();
    setColumnCount(0);
    setRowCount(static_cast<int>(data.rows.size()));
    setAccessibleName(data.title);

    addColumn(tr("Item"), cellsOf(data, [&](const ChartRow &row) {
        return row.label.isEmpty() && row.whole ? tr("Total") : row.label;
    }));
    for (int i = 0; i < data.series.size(); ++i) {
        const auto value = [i](const ChartRow &row) {
            const auto index = static_cast<size_t>(i);
            return index < row.values.size() ? row.values[index] : ChartValue{};
        };
        const auto shares = cellsOf(data, [&](auto &row) { return value(row).share; });
        addColumn(data.series[i], cellsOf(data, [&](auto &row) { return value(row).amount; }));
        if (!isBlank(shares))
            addColumn(tr("Share"), shares);
    }
    const auto totals = cellsOf(data, [](const ChartRow &row) { return row.total; });
    if (!isBlank(totals))
        addColumn(tr("Total"), totals);
    updateGeometry();
}

void ChartTable::addColumn(const QString &heading, const QStringList &cells)
{
    const int column = columnCount();
    const auto alignment = (column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    insertColumn(column);
    auto *header = new QTableWidgetItem(heading);
    header->setTextAlignment(alignment);
    setHorizontalHeaderItem(column, header);
    for (int row = 0; row < rowCount(); ++row) {
        auto *item = new QTableWidgetItem(cells[row]);
        item->setTextAlignment(alignment);
        setItem(row, column, item);
    }
}

QString ChartTable::tabSeparated() const
{
    const auto selected = selectedIndexes();
    const auto taken = [&](int row, int column) {
        return selected.isEmpty() || selected.contains(model()->index(row, column));
    };
    QString text;
    const auto endLine = [&](const QStringList &cells) {
        if (!cells.isEmpty())
            text += cells.join('\t') + '\n';
    };
    QStringList headings;
    for (int column = 0; selected.isEmpty() && column < columnCount(); ++column)
        headings.append(horizontalHeaderItem(column)->text());
    endLine(headings);
    for (int row = 0; row < rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column) {
            if (taken(row, column))
                cells.append(item(row, column)->text());
        }
        endLine(cells);
    }
    return text;
}

QSize ChartTable::sizeHint() const
{
    const int height = horizontalHeader()->sizeHint().height() + verticalHeader()->length()
        + horizontalScrollBar()->sizeHint().height() + 2 * frameWidth();
    return {QTableWidget::sizeHint().width(), height};
}

QSize ChartTable::minimumSizeHint() const { return {0, sizeHint().height()}; }

void ChartTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        QGuiApplication::clipboard()->setText(tabSeparated());
    else
        QTableWidget::keyPressEvent(event);
}

}  // namespace mz
