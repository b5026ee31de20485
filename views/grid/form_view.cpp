#include "views/grid/form_view.h"

#include "model/domain/csv.h"
#include "views/delegates/cell_delegate.h"
#include "views/grid/form_header.h"
#include "views/theme/theme.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScrollBar>
#include <set>

namespace mz {

namespace {

void dress(QTableView &view, FormHeader *header, CellDelegate *delegate)
{
    view.setHorizontalHeader(header);
    view.setItemDelegate(delegate);
    view.verticalHeader()->hide();
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.setShowGrid(false);
    view.setFrameShape(QFrame::NoFrame);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setWordWrap(false);
    view.setCornerButtonEnabled(false);
}

constexpr int sampledRows = 400;  // enough to see how wide amounts are
constexpr int mostFittedRows = 3000;

}  // namespace

FormView::FormView(QWidget *parent)
    : QTableView(parent)
    , m_header(new FormHeader(this))
    , m_delegate(new CellDelegate(this))
    , m_frozen(new QTableView(this))
    , m_frozenHeader(new FormHeader(m_frozen))
{
    setObjectName("formView");
    dress(*this, m_header, m_delegate);
    setEditTriggers(AnyKeyPressed | EditKeyPressed | DoubleClicked);
    setTabKeyNavigation(true);
    setSelectionMode(ExtendedSelection);
    setupFrozen();
    connect(m_delegate, &CellDelegate::moveOn, this, &FormView::moveOn);
    connect(m_delegate, &CellDelegate::refusalOver, this, &FormView::refusalOver);
    connect(m_delegate, &CellDelegate::told, this, &FormView::told);
    connect(m_header, &QHeaderView::sectionResized, this, [this](int column, int, int size) {
        m_widthsChosen = m_widthsChosen || !m_fitting;
        if (!m_fitting)
            fitRows();
        if (m_model && column < m_model->columnCount()) {
            m_frozen->setColumnWidth(column, size);
            placeFrozen();
        }
    });
    connect(m_header, &QHeaderView::geometriesChanged, this, &FormView::placeFrozen);
}

void FormView::setupFrozen()
{
    dress(*m_frozen, m_frozenHeader, new CellDelegate(m_frozen));
    m_frozen->setFocusPolicy(Qt::NoFocus);
    m_frozen->setEditTriggers(NoEditTriggers);
    m_frozen->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->hide();
    viewport()->stackUnder(m_frozen);
    connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(),
        &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(),
        &QScrollBar::setValue);
    connect(m_frozen, &QTableView::pressed, this, [this] { setFocus(); });
    connect(m_frozenHeader, &QHeaderView::sectionResized, this, [this](int column, int, int size) {
        // Hiding a column also tells a size: none.
        if (size > 0)
            setColumnWidth(column, size);
    });
}

void FormView::setSheetModel(SheetModel *model)
{
    m_model = model;
    m_widthsChosen = false;
    m_header->setLayoutToShow(nullptr);
    m_frozenHeader->setLayoutToShow(nullptr);
    setModel(model);
    m_frozen->setModel(model);
    if (!model)
        return;
    m_frozen->setSelectionModel(selectionModel());
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_remembered = currentCell();
        m_header->setLayoutToShow(nullptr);
        m_frozenHeader->setLayoutToShow(nullptr);
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        arrange();
        setCurrentCell(m_remembered);
    });
    connect(model, &SheetModel::editRejected, this, [this](const Error &error) {
        m_delegate->showReason(error.message);
        emit refused(error.message);
    });
    arrange();
    selectFirst();
    scrollToTop();
    horizontalScrollBar()->setValue(0);
}

/// The first input; in a table without any, the first amount.
void FormView::selectFirst()
{
    QModelIndex first = nextInput(m_model->index(0, 0), 0);
    for (int column = 0; column < m_model->columnCount() && !first.isValid(); ++column) {
        if (m_model->cellAt(m_model->index(0, column)).isValid())
            first = m_model->index(0, column);
    }
    if (first.isValid())
        select(first);
}

void FormView::arrange()
{
    if (!m_model || m_model->columnCount() == 0)
        return;
    const int rowHeight = fontMetrics().height() + 5;
    for (QTableView *view : {static_cast<QTableView *>(this), m_frozen})
        view->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_header->setLayoutToShow(&m_model->layout());
    m_frozenHeader->setLayoutToShow(&m_model->layout());
    setSpans();
    const int frozen = m_model->layout().frozenColumns();
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_frozen->setColumnHidden(column, column >= frozen);
    fitColumns();
}

void FormView::setSpans()
{
    clearSpans();
    const auto &lanes = m_model->sheet().form->lanes;
    if (lanes.size() < 2)
        return;
    // Only the foot of side-by-side blocks covers several columns.
    for (int row = 0; row < m_model->rowCount(); ++row) {
        for (int column = 0; column < m_model->columnCount(); ++column) {
            const int span = m_model->index(row, column).data(SheetModel::SpanRole).toInt();
            if (span > 1)
                setSpan(row, column, 1, span);
        }
    }
}

/// Columns as wide as what they hold; what is left of the page's width goes to
/// the names first, then to the amounts.
void FormView::fitColumns()
{
    if (!m_model || m_model->columnCount() == 0 || m_widthsChosen)
        return;
    m_fitting = true;
    const int columns = m_model->columnCount();
    std::vector<int> widths(size_t(columns), 0), wanted(size_t(columns), 0);
    QStyleOptionViewItem option;
    option.font = font();
    const int longestName = fontMetrics().horizontalAdvance(QString(15, u'名'));
    const int shortestName = fontMetrics().horizontalAdvance(QString(9, u'名'));
    const int roomyAmount = fontMetrics().horizontalAdvance(QString(16, u'0'));
    int total = 0;
    int ideal = 0;
    for (int column = 0; column < columns; ++column) {
        int content = 0;
        const int rows = m_model->rowCount();
        for (int i = 0; i < qMin(rows, sampledRows); ++i) {
            const int row = rows <= sampledRows ? i : int(qint64(i) * rows / sampledRows);
            const QModelIndex index = m_model->index(row, column);
            if (index.data(SheetModel::SpanRole).toInt() == 1)
                content = qMax(content, m_delegate->sizeHint(option, index).width());
        }
        wanted[size_t(column)] = content;
        const auto shows = m_model->layout().columns()[size_t(column)].shows;
        if (shows == Heading::Shows::Label)
            content = qMin(content, longestName);
        widths[size_t(column)] = qMax(content, m_header->minimumWidth(column));
        total += widths[size_t(column)];
        ideal += shows == Heading::Shows::Amount ? qMax(widths[size_t(column)], roomyAmount)
                                                 : qMax(content, wanted[size_t(column)]);
    }
    setIdealWidth(ideal);
    int left = viewport()->width() - total - 1;
    // Names give way, down to a few words a line, before the page must scroll.
    std::vector<int> names;
    int spare = 0;
    for (int column = 0; column < columns; ++column) {
        if (m_model->layout().columns()[size_t(column)].shows == Heading::Shows::Label) {
            names.push_back(column);
            spare += qMax(0, widths[size_t(column)] - shortestName);
        }
    }
    const bool scrolls = left < 0 && spare < -left;
    int frozen = 0;
    for (int column = 0; column < m_model->layout().frozenColumns(); ++column)
        frozen += widths[size_t(column)];
    // On a page that must scroll they leave room for the amounts beside them.
    const int room = viewport()->width();
    const bool narrow
        = scrolls && (frozen > room / 2 || (frozen == 0 && room < fontMetrics().height() * 24));
    for (const int column : names) {
        if (narrow)
            widths[size_t(column)] = qMin(widths[size_t(column)], shortestName);
        if (left >= 0 || scrolls)
            continue;
        const int less = qBound(0, -left, qMax(0, widths[size_t(column)] - shortestName));
        widths[size_t(column)] -= less;
        spare -= less;
        left += less;
    }
    for (int column = 0; column < columns && left > 0; ++column) {
        const int more = qBound(0, wanted[size_t(column)] - widths[size_t(column)], left);
        widths[size_t(column)] += more;
        left -= more;
    }
    std::vector<int> stretched;
    for (int column = 0; column < columns; ++column) {
        const auto shows = m_model->layout().columns()[size_t(column)].shows;
        if (shows == Heading::Shows::Amount || shows == Heading::Shows::Label)
            stretched.push_back(column);
    }
    const int widest = fontMetrics().horizontalAdvance(QString(26, u'0'));
    for (size_t i = 0; i < stretched.size() && left > 0; ++i) {
        int &width = widths[size_t(stretched[i])];
        const int more = qBound(0, left / int(stretched.size() - i), qMax(0, widest - width));
        width += more;
        left -= more;
    }
    for (int column = 0; column < columns; ++column) {
        setColumnWidth(column, widths[size_t(column)]);
        m_frozen->setColumnWidth(column, widths[size_t(column)]);
    }
    m_fitting = false;
    fitRows();
    placeFrozen();
}

/// Long names take two lines rather than being cut; tables of thousands of rows
/// keep one line a row.
void FormView::fitRows()
{
    if (!m_model || m_model->rowCount() > mostFittedRows)
        return;
    const int single = verticalHeader()->defaultSectionSize();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        int height = single;
        for (int column = 0; column < m_model->columnCount(); ++column) {
            if (m_model->layout().columns()[size_t(column)].shows != Heading::Shows::Label)
                continue;
            const QModelIndex index = m_model->index(row, column);
            const int needed = m_delegate->heightForWidth(font(), index, columnWidth(column)) + 5;
            height = qMax(height, needed);
        }
        if (rowHeight(row) != height) {
            setRowHeight(row, height);
            m_frozen->setRowHeight(row, height);
        }
    }
}

void FormView::setIdealWidth(int width)
{
    width += verticalScrollBar()->sizeHint().width() + 2;
    if (width == m_idealWidth)
        return;
    m_idealWidth = width;
    emit idealWidthChanged(width);
}

int FormView::frozenWidth() const
{
    int width = 0;
    for (int column = 0;
         m_model && m_model->columnCount() > 0 && column < m_model->layout().frozenColumns();
         ++column)
        width += columnWidth(column);
    return width;
}

void FormView::placeFrozen()
{
    const int shown = qMin(m_header->length(), viewport()->width());
    if (shown != m_shownWidth) {
        m_shownWidth = shown;
        emit shownWidthChanged(shown);
    }
    const int width = frozenWidth();
    // Frozen columns that leave no room to scroll are worse than none.
    const bool needed
        = width > 0 && width < viewport()->width() * 2 / 3 && horizontalScrollBar()->maximum() > 0;
    m_frozen->setVisible(needed);
    if (!needed)
        return;
    m_frozen->setGeometry(
        frameWidth(), frameWidth(), width, viewport()->height() + m_header->height());
    m_frozen->horizontalHeader()->setFixedHeight(m_header->height());
}

void FormView::resizeEvent(QResizeEvent *event)
{
    // What stood in view stays there when the room gets less.
    const QRect before(QPoint(), event->oldSize());
    const bool seen = before.isEmpty() || visualRect(currentIndex()).intersects(before);
    QTableView::resizeEvent(event);
    fitColumns();
    placeFrozen();
    if (seen)
        showCurrent();
}

void FormView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_frozen->setFont(font());
        m_header->setFont(font());
        m_frozenHeader->setFont(font());
        m_widthsChosen = false;
        arrange();
    }
}

void FormView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QTableView::scrollTo(index, hint);
    if (!index.isValid())
        return;
    if (!m_frozen->isVisible())
        return showNameOf(index);
    // Not under the columns that stay in view.
    if (index.column() < m_model->layout().frozenColumns())
        return;
    const int hidden = frozenWidth() - visualRect(index).left();
    if (hidden > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
}

/// An amount is seen with its name, and the name with its code, where they have room.
void FormView::showNameOf(const QModelIndex &index)
{
    const auto &columns = m_model->layout().columns();
    const int right = columnViewportPosition(index.column()) + columnWidth(index.column());
    int name = index.column();
    while (name > 0 && columns[size_t(name)].shows != Heading::Shows::Label)
        --name;
    int first = name;
    while (first > 0 && columns[size_t(first - 1)].shows == Heading::Shows::Code)
        --first;
    for (const int column : {first, name}) {
        const int left = columnViewportPosition(column);
        if (right - left > viewport()->width())
            continue;
        if (left < 0)
            horizontalScrollBar()->setValue(horizontalScrollBar()->value() + left);
        return;
    }
}

void FormView::showCurrent()
{
    if (m_model && currentIndex().isValid())
        scrollTo(currentIndex(), EnsureVisible);
}

QModelIndex FormView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex moved = QTableView::moveCursor(action, modifiers);
    if (m_frozen->isVisible() && moved.isValid()
        && moved.column() >= m_model->layout().frozenColumns()) {
        const int hidden = frozenWidth() - visualRect(moved).left();
        if (hidden > 0)
            horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
    }
    return moved;
}

void FormView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    emit currentCellChanged(m_model ? m_model->cellAt(current) : CellRef());
}

void FormView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    emit selectionMoved();
}

void FormView::setCurrentCell(CellRef cell)
{
    const QModelIndex index = m_model ? m_model->indexOf(cell) : QModelIndex();
    if (!index.isValid())
        return;
    select(index);
    scrollTo(index, EnsureVisible);
}

/// Whatever keys are down: Shift+Enter moves up, it does not extend a selection.
void FormView::select(const QModelIndex &index)
{
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

CellRef FormView::currentCell() const
{
    return m_model ? m_model->cellAt(currentIndex()) : CellRef();
}

bool FormView::isCellVisible(CellRef cell) const
{
    const QModelIndex index = m_model ? m_model->indexOf(cell) : QModelIndex();
    const int left
        = m_model && m_frozen->isVisible() && index.column() >= m_model->layout().frozenColumns()
        ? frozenWidth()
        : 0;
    return index.isValid() && isVisible()
        && viewport()->rect().adjusted(left, 0, 0, 0).contains(visualRect(index));
}

/// The next cell that takes an amount, in the order of reading; step 0 looks at
/// the cell itself first.
QModelIndex FormView::nextInput(const QModelIndex &from, int step) const
{
    if (!m_model || !from.isValid())
        return {};
    const int columns = m_model->columnCount();
    const qint64 count = qint64(m_model->rowCount()) * columns;
    const int direction = step < 0 ? -1 : 1;
    for (qint64 at = qint64(from.row()) * columns + from.column() + step; at >= 0 && at < count;
         at += direction) {
        const QModelIndex index = m_model->index(int(at / columns), int(at % columns));
        if (index.data(SheetModel::KindRole).toInt() == int(SheetModel::CellKind::Input))
            return index;
    }
    return {};
}

void FormView::moveOn(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex current = currentIndex();
    const bool shift = modifiers.testFlag(Qt::ShiftModifier);
    QModelIndex next;
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
        next = nextInput(current, key == Qt::Key_Backtab || shift ? -1 : 1);
    } else {
        // Down the column: over totals and lines that hold no amount.
        const bool up = key == Qt::Key_Up || (shift && key != Qt::Key_Down);
        for (int row = current.row() + (up ? -1 : 1); row >= 0 && row < m_model->rowCount();
             row += up ? -1 : 1) {
            next = m_model->index(row, current.column());
            if (next.data(SheetModel::KindRole).toInt() == int(SheetModel::CellKind::Input))
                break;
            next = {};
        }
    }
    if (next.isValid())
        select(next);
    setFocus();
}

void FormView::refuseTyping()
{
    const CellRef cell = currentCell();
    if (!cell.isValid())
        return;
    const ReportDocument &document = m_model->document();
    if (!document.isEditable())
        emit refused(tr("The report is open for browsing; switch to editing (F4) to change it."));
    else if (document.totals().isTotal(cell))
        emit refused(tr("This is a total; it follows the cells that it sums. To print another "
                        "amount, use Report › Fix total."));
}

void FormView::keyPressEvent(QKeyEvent *event)
{
    if (!m_model)
        return QTableView::keyPressEvent(event);
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    if (event->matches(QKeySequence::Paste))
        return pasteClipboard();
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return clearSelectionAmounts();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return moveOn(Qt::Key_Return, event->modifiers());
    case Qt::Key_Tab:
    case Qt::Key_Backtab: {
        const int step = event->key() == Qt::Key_Backtab ? -1 : 1;
        if (nextInput(currentIndex(), step).isValid())
            return moveOn(Qt::Key(event->key()), event->modifiers());
        // At the last cell: on to the next widget.
        setTabKeyNavigation(false);
        focusNextPrevChild(step > 0);
        setTabKeyNavigation(true);
        return;
    }
    default:
        break;
    }
    const bool types = !event->text().isEmpty() && event->text().front().isPrint()
        && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if ((types || event->key() == Qt::Key_F2)
        && !m_model->flags(currentIndex()).testFlag(Qt::ItemIsEditable))
        return refuseTyping();
    QTableView::keyPressEvent(event);
}

void FormView::copySelection()
{
    const QItemSelection selection = selectionModel()->selection();
    if (selection.isEmpty())
        return;
    QRect area;
    for (const QItemSelectionRange &range : selection)
        area |= QRect(QPoint(range.left(), range.top()), QPoint(range.right(), range.bottom()));
    QString text;
    for (int row = area.top(); row <= area.bottom(); ++row) {
        QStringList fields;
        for (int column = area.left(); column <= area.right(); ++column) {
            const QModelIndex index = m_model->index(row, column);
            const bool taken = selectionModel()->isSelected(index);
            fields << (taken ? spreadsheetText(index.data().toString()) : QString());
        }
        text += fields.join(u'\t') + u'\n';
    }
    QGuiApplication::clipboard()->setText(text);
}

/// What of a pasted block has no place in the table; "" where all of it fits.
QString FormView::tooLarge(const QStringList &lines, const QModelIndex &corner) const
{
    qsizetype width = 0;
    for (const QString &line : lines)
        width = qMax(width, line.count(u'\t') + 1);
    const int rows = int(corner.row() + lines.size()) - m_model->rowCount();
    const int columns = int(corner.column() + width) - m_model->columnCount();
    QStringList reasons;
    if (rows > 0)
        reasons << tr("%n row(s) of the block do not fit below the current cell.", nullptr, rows);
    if (columns > 0)
        reasons << tr(
            "%n column(s) of the block do not fit beside the current cell.", nullptr, columns);
    return reasons.join(u' ');
}

void FormView::pasteClipboard()
{
    if (!m_model->document().isEditable())
        return refuseTyping();
    QString text = QGuiApplication::clipboard()->text();
    text.remove(u'\r');
    while (text.endsWith(u'\n'))
        text.chop(1);
    if (text.isEmpty() || !currentIndex().isValid())
        return;
    QModelIndex corner = currentIndex();
    for (const QItemSelectionRange &range : selectionModel()->selection())
        corner
            = m_model->index(qMin(corner.row(), range.top()), qMin(corner.column(), range.left()));
    std::vector<CellEntry> entries;
    const QStringList lines = text.split(u'\n');
    if (const QString reason = tooLarge(lines, corner); !reason.isEmpty())
        return emit refused(tr("Nothing was pasted. %1").arg(reason));
    const bool single = lines.size() == 1 && !text.contains(u'\t');
    if (single) {
        // One amount goes into every selected cell.
        for (const QModelIndex &index : selectionModel()->selectedIndexes()) {
            if (const CellRef cell = m_model->cellAt(index); cell.isValid())
                entries.push_back({cell, text});
        }
    } else {
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QStringList fields = lines[i].split(u'\t');
            for (qsizetype j = 0; j < fields.size(); ++j) {
                const QModelIndex index
                    = m_model->index(corner.row() + int(i), corner.column() + int(j));
                if (const CellRef cell = m_model->cellAt(index); cell.isValid())
                    entries.push_back({cell, fields[j]});
            }
        }
    }
    int skipped = 0;
    const Done pasted = m_model->document().paste(entries, &skipped);
    if (!pasted)
        emit refused(tr("Nothing was pasted. %1").arg(pasted.error().text()));
    else if (skipped > 0)
        emit told(tr("%n total(s) were left as they are.", nullptr, skipped));
}

void FormView::clearSelectionAmounts()
{
    std::vector<CellRef> cells;
    for (const QModelIndex &index : selectionModel()->selectedIndexes()) {
        if (const CellRef cell = m_model->cellAt(index); cell.isValid())
            cells.push_back(cell);
    }
    if (const Done cleared = m_model->document().clear(cells); !cleared)
        emit refused(cleared.error().message);
}

std::vector<int> FormView::selectedSheetRows() const
{
    std::set<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedIndexes()) {
        if (const int row = m_model->sheetRowAt(index); row >= 0)
            rows.insert(row);
    }
    return {rows.begin(), rows.end()};
}

}  // namespace mz
