#include "model/tables/uncertain_points_model.h"

#include "model/recognize/table_recognizer.h"
#include <algorithm>

namespace mz {

UncertainPointsModel::UncertainPointsModel(ImportDraft &draft, QObject *parent)
    : QAbstractListModel(parent)
    , m_draft(draft)
{
    sort();
    connect(&draft, &ImportDraft::changed, this, [this] {
        beginResetModel();
        sort();
        endResetModel();
    });
}

void UncertainPointsModel::sort()
{
    m_points = m_draft.points();
    std::stable_partition(
        m_points.begin(), m_points.end(), [](const UncertainPoint &point) { return point.grave; });
}

int UncertainPointsModel::graveCount() const
{
    return int(std::count_if(
        m_points.begin(), m_points.end(), [](const UncertainPoint &point) { return point.grave; }));
}

int UncertainPointsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_points.size());
}

QVariant UncertainPointsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const UncertainPoint &point = m_points[size_t(index.row())];
    const FoundTable *table = point.table >= 0 && size_t(point.table) < m_draft.tables().size()
        ? &m_draft.tables()[size_t(point.table)]
        : nullptr;
    switch (role) {
    case Qt::DisplayRole:
        return point.text;
    case Qt::ToolTipRole:
    case PlaceRole: {
        QStringList parts;
        if (table && table->form)
            parts << table->form->kind.sliced(1);
        parts << placeText(point.place);
        parts.removeAll(QString());
        const QString place = parts.join(QStringLiteral(" · "));
        return role == PlaceRole || place.isEmpty()
            ? place
            : QStringLiteral("%1\n%2").arg(place, point.text);
    }
    case GraveRole:
        return point.grave;
    case TableRole:
        return point.table;
    case RowRole:
        return point.row;
    case ColumnRole:
        return point.column;
    case KindRole:
        return int(point.kind);
    default:
        return {};
    }
}

}  // namespace mz
