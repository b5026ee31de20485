#include "model/domain/sheet.h"

namespace mz {

namespace {

constexpr qint64 columnsBound = 256;  // of m_texts' keys

qint64 textKey(int row, int column) { return row * columnsBound + column; }

/// The texts after rows from `from` on have moved by `by`.
QHash<qint64, QString> moved(const QHash<qint64, QString> &texts, int from, int by)
{
    QHash<qint64, QString> result;
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        const qint64 row = it.key() / columnsBound;
        if (by < 0 && row >= from + by && row < from)
            continue;  // removed with its row
        result.insert(row >= from ? it.key() + by * columnsBound : it.key(), it.value());
    }
    return result;
}

}  // namespace

Sheet Sheet::fromForm(std::shared_ptr<const TableForm> form)
{
    Sheet sheet;
    sheet.form = std::move(form);
    sheet.title = sheet.form->title;
    sheet.number = sheet.form->number;
    sheet.unit = sheet.form->unit;
    sheet.notes = sheet.form->notes;
    for (const FormColumn &column : sheet.form->columns)
        sheet.columns.push_back({column.id, column.title});
    for (size_t lane = 0; lane < sheet.form->lanes.size(); ++lane) {
        for (const FormRow &line : sheet.form->lanes[lane].rows) {
            if (line.tree || !line.insteadOf.isEmpty())
                continue;
            SheetRow row;
            row.key = line.key;
            row.label = line.label;
            row.code = line.code;
            row.lane = int(lane);
            row.indent = line.indent;
            row.lanes = line.lanes;
            row.foot = line.foot;
            row.strong = line.strong;
            const int at = sheet.rowCount();
            sheet.insertRow(at, std::move(row));
            for (const auto &[column, word] : line.words)
                sheet.setPrinted(at, sheet.form->columnIndex(column), Amount::notPrinted(), word);
        }
    }
    return sheet;
}

QString Sheet::printed(int row, int column) const
{
    const auto it = m_texts.constFind(textKey(row, column));
    return it != m_texts.constEnd() ? *it : cell(row, column).amount.toString(unit);
}

QString Sheet::ownText(int row, int column) const
{
    return m_texts.isEmpty() ? QString() : m_texts.value(textKey(row, column));
}

void Sheet::setPrinted(int row, int column, const Amount &amount, const QString &text)
{
    const bool comma = amount.isGrouped() && amount.toString(unit).contains(u',');
    cell(row, column).amount
        = amount.isNumber() ? Amount::number(amount.money(), amount.decimals(), comma) : amount;
    if (!text.isNull() && text != amount.toString(unit))
        m_texts.insert(textKey(row, column), text);
    else
        m_texts.remove(textKey(row, column));
}

void Sheet::insertRow(int at, SheetRow row)
{
    rows.insert(rows.begin() + at, std::move(row));
    std::vector<Cell> blank(columns.size());
    for (size_t i = 0; i < blank.size(); ++i) {
        if (!hasCell(at, int(i)))
            blank[i].amount = Amount::notPrinted();
    }
    m_cells.insert(m_cells.begin() + qsizetype(index(at, 0)), blank.begin(), blank.end());
    if (!m_texts.isEmpty() && at + 1 < rowCount())
        m_texts = moved(m_texts, at, 1);
}

void Sheet::removeRow(int row)
{
    rows.erase(rows.begin() + row);
    const auto first = m_cells.begin() + qsizetype(index(row, 0));
    m_cells.erase(first, first + qsizetype(columns.size()));
    if (!m_texts.isEmpty())
        m_texts = moved(m_texts, row + 1, -1);
}

void Sheet::clearRows()
{
    rows.clear();
    m_cells.clear();
    m_texts.clear();
}

void Sheet::addColumn(SheetColumn column)
{
    const size_t before = columns.size();
    std::vector<Cell> cells;
    cells.reserve(rows.size() * (before + 1));
    for (size_t row = 0; row < rows.size(); ++row) {
        const auto first = m_cells.begin() + qsizetype(row * before);
        cells.insert(cells.end(), first, first + qsizetype(before));
        cells.emplace_back();
    }
    columns.push_back(std::move(column));
    m_cells = std::move(cells);
    for (int row = 0; row < rowCount(); ++row) {
        if (!hasCell(row, int(before)))
            cell(row, int(before)).amount = Amount::notPrinted();
    }
}

int Sheet::rowOf(QStringView key, int lane) const
{
    for (size_t i = 0; i < rows.size(); ++i) {
        if ((lane < 0 || rows[i].lane == lane) && rows[i].key == key)
            return int(i);
    }
    return -1;
}

int Sheet::columnOf(QStringView idOrTitle) const
{
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].id == idOrTitle)
            return int(i);
    }
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].title == idOrTitle)
            return int(i);
    }
    return -1;
}

bool Sheet::hasCell(int row, int column) const
{
    // A column that the form does not know stands at the right end, in the last lane.
    if (size_t(column) >= form->columns.size())
        return size_t(rows[size_t(row)].lane) + 1 == form->lanes.size();
    const auto &lane = form->lanes[size_t(rows[size_t(row)].lane)].columns;
    return std::find(lane.begin(), lane.end(), column) != lane.end();
}

const Amount *Sheet::publishedAmount(int row, int column) const
{
    const int line = rows[size_t(row)].publishedRow;
    if (!published || line < 0 || column >= published->columnCount())
        return nullptr;
    return &published->cell(line, column).amount;
}

QString Sheet::publishedText(int row, int column) const
{
    const int line = rows[size_t(row)].publishedRow;
    if (!published || line < 0 || column >= published->columnCount())
        return {};
    return published->printed(line, column);
}

bool Sheet::operator==(const Sheet &other) const
{
    const bool samePublished = published && other.published ? *published == *other.published
                                                            : published == other.published;
    return samePublished && form == other.form && title == other.title && number == other.number
        && agency == other.agency && unit == other.unit && notes == other.notes
        && columns == other.columns && rows == other.rows
        && minimumBodyRows == other.minimumBodyRows && printedLines == other.printedLines
        && printedColumnNumbers == other.printedColumnNumbers && m_cells == other.m_cells
        && m_texts == other.m_texts && unknown == other.unknown;
}

}  // namespace mz
