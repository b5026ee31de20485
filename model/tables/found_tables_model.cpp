#include "model/tables/found_tables_model.h"

#include "model/recognize/table_recognizer.h"

namespace mz {

FoundTablesModel::FoundTablesModel(ImportDraft &draft, QObject *parent)
    : QAbstractListModel(parent)
    , m_draft(draft)
    , m_count(int(draft.tables().size()))
{
    connect(&draft, &ImportDraft::changed, this, &FoundTablesModel::refresh);
}

void FoundTablesModel::refresh()
{
    const int count = int(m_draft.tables().size());
    if (count == m_count) {
        if (count > 0)
            emit dataChanged(index(0), index(count - 1));
        return;
    }
    beginResetModel();
    m_count = count;
    endResetModel();
}

int FoundTablesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant FoundTablesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)
        || size_t(index.row()) >= m_draft.tables().size())
        return {};
    const FoundTable &table = m_draft.tables()[size_t(index.row())];
    const QString place = placeText(table.place);
    switch (role) {
    case Qt::DisplayRole: {
        const QString title = table.title.isEmpty() ? tr("Table without a title") : table.title;
        return table.form ? QStringLiteral("%1 %2").arg(table.form->kind.sliced(1), title) : title;
    }
    case Qt::ToolTipRole: {
        QStringList lines{table.title, place};
        lines << (table.form ? tr("Taken for “%1”").arg(table.form->title) : tr("Kept as text"));
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    case KindRole:
        return table.form ? table.form->kind : QString();
    case PlaceRole:
        return place;
    case OpenCountRole:
        return m_draft.gravePoints(index.row());
    default:
        return {};
    }
}

}  // namespace mz
