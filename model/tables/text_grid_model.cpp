#include "model/tables/text_grid_model.h"

#include <QSize>

namespace mz {

TextGridModel::TextGridModel(TextGrid grid, QObject *parent) : QAbstractTableModel(parent)
{
    constexpr size_t widest = 256;
    std::vector<int> covered;  // rows that a cell from above still covers, by column
    for (auto &row : grid.rows) {
        std::vector<Place> places;
        for (GridCell &cell : row) {
            while (places.size() < covered.size() && covered[places.size()] > 0) {
                --covered[places.size()];
                places.emplace_back();
            }
            if (places.size() >= widest)
                break;
            const auto span = size_t(qBound(1, cell.columnSpan, int(widest - places.size())));
            covered.resize(qMax(covered.size(), places.size() + span), 0);
            for (size_t i = 0; i < span; ++i)
                covered[places.size() + i] = cell.rowSpan - 1;
            places.push_back({cell.text.trimmed(), cell.rowSpan, int(span)});
            places.resize(places.size() + span - 1);
        }
        for (size_t i = places.size(); i < covered.size(); ++i)
            covered[i] = qMax(0, covered[i] - 1);
        m_columns = qMax(m_columns, int(places.size()));
        m_rows.push_back(std::move(places));
    }
}

int TextGridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TextGridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant TextGridModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = m_rows[size_t(index.row())];
    if (size_t(index.column()) >= row.size())
        return {};
    const Place &place = row[size_t(index.column())];
    if (role == Qt::DisplayRole)
        return place.text;
    return role == SpanRole ? QVariant(QSize(place.columnSpan, place.rowSpan)) : QVariant();
}

}  // namespace mz
