#include "model/tables/annex_model.h"

#include "model/narrative/annex_grid.h"
#include "model/narrative/annex_words.h"
#include <algorithm>

namespace mz {

AnnexModel::AnnexModel(ReportDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    connect(&document, &ReportDocument::reset, this, [this] { showSection(-1); });
    connect(&document, &ReportDocument::gridChanged, this, [this](int section, int block) {
        if (!m_table || m_table->section != section || m_table->block != block)
            return;
        // Texts change, never the cells: what is shown stays where it is.
        read(section, block);
        placeFields();
        if (!m_shown.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
    connect(&document, &ReportDocument::editableChanged, this, [this] {
        if (!m_shown.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

bool AnnexModel::showSection(int section, int block)
{
    beginResetModel();
    read(section, block);
    layOut();
    placeFields();
    endResetModel();
    return m_table.has_value();
}

void AnnexModel::read(int section, int block)
{
    m_table.reset();
    m_equations.clear();
    if (section < 0 || size_t(section) >= m_document.report().sections.size())
        return;
    std::vector<AnnexTable> tables
        = readAnnexTables(m_document.report(), AnnexWords::builtIn(), section);
    const auto wanted = std::find_if(tables.begin(), tables.end(),
        [block](const AnnexTable &table) { return block < 0 || table.block == block; });
    if (wanted == tables.end())
        return;
    m_table = std::move(*wanted);
    m_equations = annexEquations(*m_table);
}

const TextGrid &AnnexModel::grid() const
{
    return m_document.report()
        .sections[size_t(m_table->section)]
        .blocks[size_t(m_table->block)]
        .grid;
}

/// Where spans are not known, a short row's last cell takes the rest; of a row of
/// totals it is the first, so that the numbers stand below the others.
void AnnexModel::layOut()
{
    m_shown.clear();
    m_columns = 0;
    if (!m_table)
        return;
    const AnnexGrid places(grid());
    for (int row = 0; row < places.rowCount(); ++row) {
        for (const AnnexGrid::Place &place : places.row(row))
            m_columns = qMax(m_columns, place.columnEnd);
    }
    m_shown.assign(size_t(places.rowCount()), std::vector<Shown>(size_t(m_columns)));
    for (int row = 0; row < places.rowCount(); ++row) {
        const auto &cells = places.row(row);
        bool total = false;
        for (const AnnexLine &line : m_table->lines) {
            total = total
                || (line.part == AnnexLine::Part::Total && !line.fields.empty()
                    && line.fields.front().row == row);
        }
        const int rest = grid().spansKnown ? 0 : m_columns - int(cells.size());
        for (size_t i = 0; i < cells.size(); ++i) {
            const bool wide = total ? i == 0 : i + 1 == cells.size();
            const int column = cells[i].column + (total && i > 0 ? rest : 0);
            Shown &shown = m_shown[size_t(row)][size_t(column)];
            shown.cell = cells[i].cell;
            shown.span = {cells[i].columnEnd - cells[i].column + (wide ? rest : 0), 1};
            if (grid().spansKnown) {
                const GridCell &cell = grid().rows[size_t(row)][size_t(cells[i].cell)];
                shown.span.setHeight(qBound(1, cell.rowSpan, places.rowCount() - row));
            }
        }
    }
}

void AnnexModel::placeFields()
{
    for (auto &row : m_shown) {
        for (Shown &shown : row)
            shown.field = {};
    }
    for (size_t line = 0; m_table && line < m_table->lines.size(); ++line) {
        const std::vector<AnnexField> &fields = m_table->lines[line].fields;
        for (size_t f = 0; f < fields.size(); ++f) {
            if (fields[f].meaning == AnnexField::Meaning::Text || fields[f].row < 0
                || size_t(fields[f].row) >= m_shown.size())
                continue;
            for (Shown &shown : m_shown[size_t(fields[f].row)]) {
                if (shown.cell == fields[f].cell && shown.field.line < 0)
                    shown.field = {int(line), int(f)};
            }
        }
    }
}

bool AnnexModel::hasNumbers(int row) const
{
    return size_t(row) < m_shown.size()
        && std::any_of(m_shown[size_t(row)].begin(), m_shown[size_t(row)].end(),
            [](const Shown &shown) { return shown.field.line >= 0; });
}

/// The first words of a row, and a row of words right above numbers.
bool AnnexModel::isHeading(int row, int column) const
{
    if (column == 0)
        return true;
    const auto &cells = m_shown[size_t(row)];
    const auto words = std::count_if(
        cells.begin(), cells.end(), [](const Shown &shown) { return shown.cell >= 0; });
    return words > 2 && !hasNumbers(row) && hasNumbers(row + 1);
}

/// A word where numbers stand beside and in the same column: it was to be one.
bool AnnexModel::isUnread(const QModelIndex &index) const
{
    const bool uniform
        = m_table->kind == AnnexTable::Kind::Base || m_table->kind == AnnexTable::Kind::Arrived;
    return uniform && index.column() > 0 && hasNumbers(index.row())
        && std::any_of(m_shown.begin(), m_shown.end(),
            [&index](const auto &row) { return row[size_t(index.column())].field.line >= 0; });
}

/// What is a number now is read as one.
bool AnnexModel::replaceUnread(const QModelIndex &index, const QString &typed)
{
    int start = 0;
    int length = 0;
    if (!readAnnexNumber(typed, m_table->unit, &start, &length)) {
        emit editRejected(Error{tr("“%1” is not a number.").arg(typed.trimmed()), {}});
        return false;
    }
    const Done done = m_document.replaceGridTexts(m_table->section, m_table->block,
        {{index.row(), shown(index)->cell, typed.trimmed()}},
        tr("Type %1").arg(this->index(index.row(), 0).data().toString()));
    if (!done)
        emit editRejected(done.error());
    return done.has_value();
}

const AnnexModel::Shown *AnnexModel::shown(const QModelIndex &index) const
{
    if (!index.isValid() || !m_table)
        return nullptr;
    const Shown &shown = m_shown[size_t(index.row())][size_t(index.column())];
    return shown.cell < 0 ? nullptr : &shown;
}

QModelIndex AnnexModel::indexOf(int row, int cell) const
{
    if (row < 0 || cell < 0 || size_t(row) >= m_shown.size())
        return {};
    for (size_t column = 0; column < m_shown[size_t(row)].size(); ++column) {
        if (m_shown[size_t(row)][column].cell == cell)
            return index(row, int(column));
    }
    return {};
}

QSize AnnexModel::spanOf(const QModelIndex &index) const
{
    const Shown *cell = shown(index);
    return cell ? cell->span : QSize(1, 1);
}

int AnnexModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int AnnexModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant AnnexModel::data(const QModelIndex &index, int role) const
{
    const Shown *cell = shown(index);
    if (!cell)
        return {};
    const QString &text = grid().rows[size_t(index.row())][size_t(cell->cell)].text;
    const bool number = cell->field.line >= 0;
    if (role == Qt::DisplayRole)
        return text.trimmed();
    if (role == LabelRole)
        return !number;
    if (role == HeadingRole)
        return !number && isHeading(index.row(), index.column());
    // A row is only so high: what does not fit in is read in its tip.
    constexpr qsizetype shortText = 60;
    if (!number && role == Qt::ToolTipRole && text.size() > shortText)
        return QStringLiteral("<p>%1</p>").arg(text.trimmed().toHtmlEscaped());
    if (!number)
        return role == Qt::EditRole ? QVariant(text.trimmed()) : QVariant();
    switch (role) {
    case Qt::EditRole:
        return editedNumber(*m_table, fieldOf(*m_table, cell->field));
    case Qt::TextAlignmentRole:
        // A label with its number in one cell stands where labels do.
        return fieldOf(*m_table, cell->field).column == u"amount"
                && m_table->kind != AnnexTable::Kind::Arrived
            ? QVariant()
            : QVariant(int(Qt::AlignRight | Qt::AlignVCenter));
    case FollowsRole:
        return std::any_of(
            m_equations.begin(), m_equations.end(), [cell](const AnnexEquation &equation) {
                return equation.result == cell->field && equation.isFollowed();
            });
    case Qt::ToolTipRole:
    case FaultRole:
        for (const AnnexEquation &equation : m_equations) {
            if (equation.result != cell->field)
                continue;
            const AnnexJudgement judgement = judgeAnnexEquation(*m_table, equation);
            if (judgement.outcome == AnnexJudgement::Outcome::Fails)
                return tr("The other numbers give %1.")
                    .arg(judgement.expected.toString(
                        unitOf(*m_table, fieldOf(*m_table, cell->field))));
        }
        return {};
    default:
        return {};
    }
}

Qt::ItemFlags AnnexModel::flags(const QModelIndex &index) const
{
    const Shown *cell = shown(index);
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (cell && (cell->field.line >= 0 || isUnread(index)) && m_document.isEditable())
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool AnnexModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const Shown *cell = shown(index);
    if (cell->field.line < 0)
        return replaceUnread(index, value.toString());
    const auto texts = typeAnnexNumber(grid(), *m_table, cell->field, value.toString());
    if (!texts) {
        emit editRejected(texts.error());
        return false;
    }
    std::vector<GridText> changes;
    changes.reserve(texts->size());
    for (const AnnexText &text : *texts)
        changes.push_back({text.row, text.cell, text.text});
    const QString label = m_table->lines[size_t(cell->field.line)].label;
    const Done done = m_document.replaceGridTexts(
        m_table->section, m_table->block, std::move(changes), tr("Type %1").arg(label));
    if (!done)
        emit editRejected(done.error());
    return done.has_value();
}

}  // namespace mz
