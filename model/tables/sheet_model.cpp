#include "model/tables/sheet_model.h"

#include "model/document/explanation.h"
#include <algorithm>

namespace mz {

SheetModel::SheetModel(ReportDocument &document, int sheet, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_sheetIndex(sheet)
    , m_layout(std::make_unique<TableLayout>(this->sheet()))
{
    connect(&document, &ReportDocument::cellsChanged, this, &SheetModel::onCellsChanged);
    connect(&document, &ReportDocument::sheetsAboutToChange, this, [this] { beginResetModel(); });
    connect(&document, &ReportDocument::sheetsChanged, this, [this] {
        // Another report may have fewer tables; whoever made this model then
        // makes new ones, and this one is empty until it is deleted.
        const bool exists = size_t(m_sheetIndex) < m_document.report().sheets.size();
        m_layout = exists ? std::make_unique<TableLayout>(this->sheet()) : nullptr;
        m_columnDecimals.clear();
        endResetModel();
    });
    connect(&document, &ReportDocument::editableChanged, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

void SheetModel::setChecks(const CheckSession *checks)
{
    m_checks = checks;
    if (checks)
        connect(checks, &CheckSession::changed, this, &SheetModel::repaintAll);
}

void SheetModel::setHighlight(std::vector<CellRef> cells)
{
    if (cells == m_highlight)
        return;
    m_highlight = std::move(cells);
    repaintAll();
}

void SheetModel::repaintAll()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int SheetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_layout ? 0 : m_layout->rowCount();
}

int SheetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_layout ? 0 : m_layout->columnCount();
}

SheetModel::CellKind SheetModel::kind(const TableLayout::Place &place, int column) const
{
    if (m_layout->columns()[size_t(column)].shows == Heading::Shows::Line)
        return CellKind::Line;
    switch (place.shows) {
    case Heading::Shows::Group:
    case Heading::Shows::Line:
        return CellKind::Nothing;
    case Heading::Shows::Code:
        return CellKind::Code;
    case Heading::Shows::Label:
        return CellKind::Label;
    case Heading::Shows::Amount:
        break;
    }
    if (!sheet().hasCell(place.sheetRow, place.sheetColumn))
        return CellKind::Nothing;
    return m_document.totals().isTotal({m_sheetIndex, place.sheetRow, place.sheetColumn})
        ? CellKind::Total
        : CellKind::Input;
}

QString SheetModel::text(const TableLayout::Place &place, int row, int column) const
{
    const TableLayout::Column &shown = m_layout->columns()[size_t(column)];
    if (shown.shows == Heading::Shows::Line)
        return m_layout->lineNumber(sheet(), row, shown.lane);
    if (place.sheetRow < 0)
        return {};
    const SheetRow &line = sheet().rows[size_t(place.sheetRow)];
    if (place.shows == Heading::Shows::Amount)
        return sheet().printed(place.sheetRow, place.sheetColumn);
    if (line.code.isEmpty() && line.lanes == 1) {
        // A line without a code says its name in the name column.
        return shown.shows == Heading::Shows::Label ? line.label : QString();
    }
    if (place.shows == Heading::Shows::Code)
        return TableLayout::codeText(line, shown.codeLevel);
    return place.shows == Heading::Shows::Label && !place.covered ? line.label : QString();
}

QVariant SheetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_layout)
        return {};
    const TableLayout::Place place = m_layout->at(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(place, index.row(), index.column());
    case KindRole:
        return int(kind(place, index.column()));
    case SpanRole: {
        const bool merged = place.sheetRow >= 0 && sheet().rows[size_t(place.sheetRow)].lanes > 1;
        return merged && !place.covered ? place.span : 1;
    }
    case Qt::ToolTipRole:
        return toolTip(place);
    case Qt::TextAlignmentRole: {
        const bool amount = place.shows == Heading::Shows::Amount;
        const bool line = kind(place, index.column()) == CellKind::Line;
        return QVariant::fromValue(Qt::AlignVCenter
            | (amount      ? Qt::AlignRight
                    : line ? Qt::AlignHCenter
                           : Qt::AlignLeft));
    }
    default:
        break;
    }
    if (place.sheetRow < 0)
        return {};
    const SheetRow &line = sheet().rows[size_t(place.sheetRow)];
    switch (role) {
    case CodeLevelRole:
        return int(line.code.level());
    case IndentRole:
        return line.indent;
    case StrongRole:
        return line.strong;
    default:
        return place.shows == Heading::Shows::Amount ? amountData(place, role) : QVariant();
    }
}

QVariant SheetModel::amountData(const TableLayout::Place &place, int role) const
{
    const CellRef at{m_sheetIndex, place.sheetRow, place.sheetColumn};
    const Cell &cell = sheet().cell(place.sheetRow, place.sheetColumn);
    switch (role) {
    case FormulaRole: {
        const FormFormula *formula = m_document.totals().formula(at);
        return formula ? QVariant(formula->expression.text()) : QVariant();
    }
    case PublishedRole:
        return sheet().publishedAmount(place.sheetRow, place.sheetColumn)
            ? QVariant(sheet().publishedText(place.sheetRow, place.sheetColumn))
            : QVariant();
    case DecimalsRole:
        return cell.amount.isNumber() ? cell.amount.decimals() : -1;
    case ColumnDecimalsRole:
        return columnDecimals(place.sheetColumn);
    case PinnedRole:
        return cell.pinned;
    case EditedRole: {
        const Amount *published = sheet().publishedAmount(place.sheetRow, place.sheetColumn);
        return (published && *published != cell.amount)
            || (sheet().published && sheet().rows[size_t(place.sheetRow)].publishedRow < 0);
    }
    case UnreadableRole:
        return cell.amount.state() == Amount::State::Unreadable;
    case ZeroRole:
        return cell.amount.money().isZero();
    case SeverityRole: {
        const auto severity = m_checks ? m_checks->severityAt(at) : std::nullopt;
        return severity ? int(*severity) : -1;
    }
    case RoundingRole: {
        if (!m_checks)
            return false;
        bool rounding = false;
        for (const int e : m_checks->checker().equationsOf(at)) {
            const Outcome outcome = m_checks->checker().equations()[size_t(e)].outcome;
            if (outcome == Outcome::Wrong || outcome == Outcome::Doubtful)
                return false;
            rounding = rounding || outcome == Outcome::Tail;
        }
        return cell.pinned && rounding;
    }
    case HighlightRole:
        return std::find(m_highlight.begin(), m_highlight.end(), at) != m_highlight.end();
    case SortRole:
        return cell.amount.money().fen();
    default:
        return {};
    }
}

QString SheetModel::toolTip(const TableLayout::Place &place) const
{
    if (place.sheetRow < 0)
        return {};
    if (place.shows != Heading::Shows::Amount)
        return sheet().rows[size_t(place.sheetRow)].label;
    if (!sheet().hasCell(place.sheetRow, place.sheetColumn))
        return {};
    const Explanation said
        = explainCell(m_document, {m_sheetIndex, place.sheetRow, place.sheetColumn});
    QStringList lines;
    if (said.isPinned) {
        const QString words = said.isAsPublished ? tr("Published %1 · computed %2 · difference %3")
                                                 : tr("Fixed at %1 · computed %2 · difference %3");
        lines << words.arg(said.amount, said.computed, said.difference);
    }
    if (said.isEdited)
        lines << tr("Published %1 · now %2")
                     .arg(said.published.isEmpty() ? tr("(blank)") : said.published,
                         said.amount.isEmpty() ? tr("(blank)") : said.amount);
    return lines.join(u'\n');
}

int SheetModel::columnDecimals(int sheetColumn) const
{
    if (m_columnDecimals.size() != sheet().columns.size())
        m_columnDecimals.assign(sheet().columns.size(), -1);
    int &decimals = m_columnDecimals[size_t(sheetColumn)];
    if (decimals < 0) {
        decimals = 0;
        for (int row = 0; row < sheet().rowCount(); ++row)
            decimals = qMax(decimals, sheet().cell(row, sheetColumn).amount.decimals());
    }
    return decimals;
}

QVariant SheetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!m_layout || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole && section < rowCount() ? QVariant(section + 1) : QVariant();
    if (section >= columnCount())
        return {};
    const TableLayout::Column &column = m_layout->columns()[size_t(section)];
    if (role == Qt::DisplayRole)
        return column.title;
    return role == Qt::ToolTipRole ? QVariant(column.english) : QVariant();
}

Qt::ItemFlags SheetModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || !m_layout)
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const TableLayout::Place place = m_layout->at(index.row(), index.column());
    if (m_document.isEditable() && kind(place, index.column()) == CellKind::Input)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool SheetModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const Done typed = m_document.type(cellAt(index), value.toString());
    if (!typed)
        emit editRejected(typed.error());
    return typed.has_value();
}

CellRef SheetModel::cellAt(const QModelIndex &index) const
{
    if (!index.isValid() || !m_layout)
        return {};
    const TableLayout::Place place = m_layout->at(index.row(), index.column());
    if (place.shows != Heading::Shows::Amount
        || !sheet().hasCell(place.sheetRow, place.sheetColumn))
        return {};
    return {m_sheetIndex, place.sheetRow, place.sheetColumn};
}

QModelIndex SheetModel::indexOf(CellRef at) const
{
    if (at.sheet != m_sheetIndex || !m_layout)
        return {};
    const auto [row, column] = m_layout->find(at.row, at.column);
    return row < 0 ? QModelIndex() : index(row, column);
}

int SheetModel::sheetRowAt(const QModelIndex &index) const
{
    if (!index.isValid() || !m_layout)
        return -1;
    return m_layout->at(index.row(), index.column()).sheetRow;
}

void SheetModel::onCellsChanged(const std::vector<CellRef> &cells)
{
    if (!m_layout)
        return;
    int top = rowCount(), bottom = -1, left = columnCount(), right = -1;
    int count = 0;
    for (const CellRef &cell : cells) {
        const QModelIndex changed = indexOf(cell);
        if (!changed.isValid())
            continue;
        ++count;
        top = qMin(top, changed.row());
        bottom = qMax(bottom, changed.row());
        left = qMin(left, changed.column());
        right = qMax(right, changed.column());
        m_columnDecimals.clear();
    }
    if (count == 0)
        return;
    emit dataChanged(index(top, left), index(bottom, right));
}

}  // namespace mz
