#pragma once

#include "model/document/import_draft.h"
#include <QAbstractListModel>

namespace mz {

/// The tables and grids of a document that is being imported, in its order.
class FoundTablesModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        KindRole = Qt::UserRole,  ///< What it is taken for; "" where it is kept as text.
        PlaceRole,
        OpenCountRole,  ///< Points that ask for a decision.
    };

    explicit FoundTablesModel(ImportDraft &draft, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void refresh();

    ImportDraft &m_draft;
    int m_count;
};

}  // namespace mz
