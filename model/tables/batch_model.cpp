#include "model/tables/batch_model.h"

#include "model/domain/csv.h"
#include <QDir>

namespace mz {

BatchModel::BatchModel(BatchRun &run, const Handbook &handbook, QObject *parent)
    : QAbstractTableModel(parent)
    , m_run(run)
    , m_handbook(handbook)
{
    connect(&run, &BatchRun::reset, this, [this] {
        beginResetModel();
        endResetModel();
    });
    connect(&run, &BatchRun::rowChanged, this,
        [this](int row) { emit dataChanged(index(row, 0), index(row, ColumnCount - 1)); });
}

int BatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_run.rows().size());
}

int BatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BatchModel::stateName(BatchRow::State state)
{
    switch (state) {
    case BatchRow::State::Waiting:
        return tr("Waiting");
    case BatchRow::State::Faulty:
        return tr("Faulty");
    case BatchRow::State::Incomplete:
        return tr("Not fully checked");
    case BatchRow::State::Passed:
        return tr("Passed");
    case BatchRow::State::Unreadable:
        break;
    }
    return tr("Not read");
}

QString BatchModel::familyName(const QString &id) const
{
    const FormFamily *family = m_handbook.family(id);
    if (!family)
        return {};
    return tr("en", "language of names in data files") == u"en" ? family->english : family->title;
}

QVariant BatchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_run.rows().size())
        return {};
    const BatchRow &row = m_run.rows()[size_t(index.row())];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, column);
    case Qt::ToolTipRole:
        return column == FileColumn ? QDir::toNativeSeparators(row.file) : shown(row, column);
    case Qt::TextAlignmentRole: {
        const bool number = (column >= ErrorsColumn && column <= TotalColumn);
        return QVariant::fromValue(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    }
    case SortRole:
        return sortValue(row, column);
    case StateRole:
        return int(row.state);
    case PathRole:
        return row.file;
    default:
        return {};
    }
}

QVariant BatchModel::shown(const BatchRow &row, Column column) const
{
    using State = BatchRow::State;
    const bool read = row.state != State::Waiting && row.state != State::Unreadable;
    const auto count = [read](int number) { return read ? QString::number(number) : QString(); };
    switch (column) {
    case FileColumn:
        return QDir(m_run.folder()).relativeFilePath(row.file);
    case VerdictColumn:
        return stateName(row.state);
    case AgencyColumn:
        return row.agency;
    case YearColumn:
        return row.year > 0 ? QString::number(row.year) : QString();
    case FamilyColumn:
        return familyName(row.family);
    case ErrorsColumn:
        return count(row.errors);
    case WarningsColumn:
        return count(row.warnings);
    case HintsColumn:
        return count(row.hints);
    case NotCheckedColumn:
        return count(row.notChecked);
    case TotalColumn: {
        // One unit for the whole column: departments are compared in it.
        constexpr auto unit = Money::Unit::TenThousandYuan;
        const Money money = row.total.money();
        return row.total.isNumber()
            ? money.toString(unit, qMax(2, money.neededDecimals(unit)), true)
            : QString();
    }
    case ReasonColumn:
        return row.reason;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant BatchModel::sortValue(const BatchRow &row, Column column) const
{
    const bool read
        = row.state != BatchRow::State::Waiting && row.state != BatchRow::State::Unreadable;
    switch (column) {
    case VerdictColumn:
        return int(row.state);
    case YearColumn:
        return row.year;
    case ErrorsColumn:
        return read ? row.errors : -1;
    case WarningsColumn:
        return read ? row.warnings : -1;
    case HintsColumn:
        return read ? row.hints : -1;
    case NotCheckedColumn:
        return read ? row.notChecked : -1;
    case TotalColumn:
        return row.total.isNumber() ? row.total.money().fen() : std::numeric_limits<qint64>::min();
    case FileColumn:
    case AgencyColumn:
    case FamilyColumn:
    case ReasonColumn:
    case ColumnCount:
        break;
    }
    return shown(row, column);
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
            | (section >= ErrorsColumn && section <= TotalColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("File"), tr("Verdict"), tr("Department"), tr("Year"), tr("Form"),
        tr("Errors"), tr("Warnings"), tr("Hints"), tr("Not checked"), tr("Total (10,000 yuan)"),
        tr("What failed and why")};
    return titles[section];
}

BatchFilter::BatchFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(BatchModel::SortRole);
    // 2 before 10.
    m_order.setNumericMode(true);
}

bool BatchFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    if (a.typeId() != QMetaType::QString || b.typeId() != QMetaType::QString)
        return QSortFilterProxyModel::lessThan(left, right);
    return m_order.compare(a.toString(), b.toString()) < 0;
}

void BatchFilter::setState(int state)
{
    m_state = state;
    invalidateFilter();
}

void BatchFilter::setWords(const QString &words)
{
    m_words = words.trimmed();
    invalidateFilter();
}

bool BatchFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex first = sourceModel()->index(row, 0, parent);
    if (m_state >= 0 && first.data(BatchModel::StateRole).toInt() != m_state)
        return false;
    if (m_words.isEmpty())
        return true;
    for (int column = 0; column < BatchModel::ColumnCount; ++column) {
        if (first.siblingAtColumn(column).data().toString().contains(m_words, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

TextGrid listGrid(const QAbstractItemModel &model)
{
    TextGrid grid;
    const int columns = model.columnCount();
    grid.rows.resize(size_t(model.rowCount()) + 1);
    for (auto &row : grid.rows)
        row.reserve(size_t(columns));
    for (int column = 0; column < columns; ++column)
        grid.rows.front().push_back({model.headerData(column, Qt::Horizontal).toString()});
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < columns; ++column)
            grid.rows[size_t(row) + 1].push_back({model.index(row, column).data().toString()});
    }
    return grid;
}

QString tabSeparated(const TextGrid &grid)
{
    QString text;
    for (const auto &row : grid.rows) {
        QStringList fields;
        fields.reserve(qsizetype(row.size()));
        for (const GridCell &cell : row)
            fields << spreadsheetText(cell.text.simplified());
        text += fields.join(u'\t') + u'\n';
    }
    return text;
}

}  // namespace mz
