#include "model/tables/printed_table_model.h"

#include "model/domain/text.h"
#include "model/recognize/table_recognizer.h"

namespace mz {

namespace {

constexpr int meaning = -2;  // in place of a printed column: what the row was taken for

bool hasText(const FoundRow &row)
{
    return std::any_of(row.cells.begin(), row.cells.end(),
        [](const PlacedCell &cell) { return !cell.text.isEmpty() && !cell.continued; });
}

}  // namespace

PrintedTableModel::PrintedTableModel(ImportDraft &draft, QObject *parent)
    : QAbstractTableModel(parent)
    , m_draft(draft)
{
    connect(&draft, &ImportDraft::changed, this, &PrintedTableModel::refresh);
}

const FoundTable *PrintedTableModel::found() const
{
    return m_table >= 0 && size_t(m_table) < m_draft.tables().size()
        ? &m_draft.tables()[size_t(m_table)]
        : nullptr;
}

void PrintedTableModel::setTable(int table)
{
    beginResetModel();
    m_table = table;
    measure();
    endResetModel();
}

void PrintedTableModel::measure()
{
    const FoundTable *table = found();
    m_rows = table ? int(table->rows.size()) : 0;
    m_columns = table ? int(table->columns.size()) + 1 : 0;
    m_open.clear();
    m_labels.clear();
    for (const UncertainPoint &point : m_draft.points()) {
        const bool placed = point.row >= 0 || point.column >= 0;
        if (!point.grave || point.table != m_table || !placed)
            continue;
        m_open.insert({point.row, point.column});
        if (point.row >= 0)
            m_open.insert({point.row, meaning});
    }
    if (!table || !table->form)
        return;
    for (const FormLane &lane : table->form->lanes) {
        for (const FormRow &row : lane.rows)
            m_labels[row.key] = withoutOrdinal(row.label).toString();
    }
}

void PrintedTableModel::refresh()
{
    const FoundTable *table = found();
    const bool same
        = table && int(table->rows.size()) == m_rows && int(table->columns.size()) + 1 == m_columns;
    if (!same)
        return setTable(m_table);
    measure();
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, m_columns - 1));
    emit headerDataChanged(Qt::Horizontal, 0, m_columns - 1);
}

int PrintedTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int PrintedTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QString PrintedTableModel::rowMeaning(const FoundRow &row) const
{
    if (row.dropped)
        return tr("dropped");
    switch (row.part) {
    case FoundRow::Part::Beside:
        return tr("above the table");
    case FoundRow::Part::Heading:
        return tr("heading");
    case FoundRow::Part::ColumnNumbers:
        return tr("column numbers");
    case FoundRow::Part::Note:
        return tr("note");
    case FoundRow::Part::Text:
        return {};
    case FoundRow::Part::Data:
        break;
    }
    if (!row.understood)
        return tr("not understood");
    QStringList names;
    for (const QString &key : row.keys) {
        const auto label = m_labels.find(key);
        const bool code = !AccountCode::parse(key).isEmpty() || label == m_labels.end();
        const QString name
            = code || label->second.isEmpty() ? key.section(u'#', 0, 0) : label->second;
        // A form of one line without a label has a word of ours for it.
        names << (label != m_labels.end() && label->second.isEmpty() ? QStringLiteral("✓") : name);
    }
    return names.join(QStringLiteral(" · "));
}

/// A column's point marks its heading and its cells, a row's point its row.
bool PrintedTableModel::isOpen(int row, int printed) const
{
    if (printed == meaning)
        return m_open.contains({row, meaning});
    return m_open.contains({row, printed}) || m_open.contains({row, -1})
        || m_open.contains({-1, printed});
}

/// A table that is kept as text has no amounts that we know of: there, a figure
/// with a decimal point is one.
bool PrintedTableModel::isAmount(const FoundRow &row, const PlacedCell &cell) const
{
    const auto amount = Amount::parsePrinted(cell.text, Money::Unit::TenThousandYuan);
    if (!amount || !amount->isNumber())
        return false;
    if (row.part == FoundRow::Part::Text)
        return cell.text.contains(u'.');
    const auto &columns = found()->columns;
    return row.part == FoundRow::Part::Data && size_t(cell.column) < columns.size()
        && columns[size_t(cell.column)].hasAmounts;
}

QVariant PrintedTableModel::data(const QModelIndex &index, int role) const
{
    const FoundTable *table = found();
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !table)
        return {};
    const FoundRow &row = table->rows[size_t(index.row())];
    const int printed = index.column() - 1;
    switch (role) {
    case PartRole:
        return int(row.part);
    case UnderstoodRole:
        // Beside another lane's line, the open point says which half it is.
        return row.understood || (printed >= 0 && row.keys.size() > 1);
    case DroppedRole:
        return row.dropped;
    case OpenRole:
        return !row.dropped && isOpen(index.row(), printed < 0 ? meaning : printed);
    default:
        break;
    }
    if (printed < 0) {
        if (role == Qt::DisplayRole)
            return rowMeaning(row);
        if (role == Qt::ToolTipRole)
            return placeText(row.place);
        if (role == Qt::CheckStateRole && table->form && hasText(row))
            return row.dropped ? Qt::Unchecked : Qt::Checked;
        return {};
    }
    if (role == LeftOutRole) {
        const auto &choices = m_draft.choices().tables;
        const auto choice = choices.find(m_table);
        if (choice == choices.end())
            return false;
        const auto column = choice->second.columns.find(printed);
        return column != choice->second.columns.end() && column->second == TableChoice::leftOut;
    }
    const auto cell = std::find_if(row.cells.begin(), row.cells.end(),
        [printed](const PlacedCell &placed) { return placed.column == printed; });
    if (cell == row.cells.end() || cell->continued)
        return role == SpanRole ? QVariant(1) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return inOneLine(cell->text);
    case SpanRole: {
        const int room = m_columns - index.column();
        const bool line = row.part == FoundRow::Part::Note || row.part == FoundRow::Part::Beside;
        return line && cell + 1 == row.cells.end() ? room : qMin(cell->span, room);
    }
    case Qt::TextAlignmentRole: {
        const bool heading = row.part == FoundRow::Part::Heading
            || (row.part == FoundRow::Part::ColumnNumbers && printed > 0);
        return QVariant::fromValue(Qt::AlignVCenter
            | (isAmount(row, *cell) ? Qt::AlignRight
                    : heading       ? Qt::AlignHCenter
                                    : Qt::AlignLeft));
    }
    default:
        return {};
    }
}

QVariant PrintedTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const FoundTable *table = found();
    if (!table || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section < m_rows ? data(index(section, 0), role) : QVariant();
    if (section >= m_columns)
        return {};
    if (section == 0)
        return role == Qt::DisplayRole ? QVariant(tr("Taken for")) : QVariant();
    const FoundColumn &column = table->columns[size_t(section - 1)];
    if (role == Qt::DisplayRole)
        return column.title.section(u'/', -1);
    if (role == Qt::ToolTipRole)
        return column.title;
    return role == OpenRole ? QVariant(isOpen(-1, section - 1)) : QVariant();
}

Qt::ItemFlags PrintedTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() == 0 && found() && found()->form)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool PrintedTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    m_draft.setDropped(m_table, {index.row()}, value.toInt() == Qt::Unchecked);
    return true;
}

}  // namespace mz
