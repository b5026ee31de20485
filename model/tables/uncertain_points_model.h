#pragma once

#include "model/document/import_draft.h"
#include <QAbstractListModel>

namespace mz {

/// What is uncertain of a document that is being imported: what asks for a
/// decision first, then what is only told.
class UncertainPointsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        GraveRole = Qt::UserRole,
        PlaceRole,   ///< "page 3", or the table where there is no such place.
        TableRole,   ///< Index of the table; -1 where it is the whole report's.
        RowRole,     ///< Printed row of that table, or -1.
        ColumnRole,  ///< Printed column, or -1.
        KindRole,    ///< UncertainPoint::Kind as int.
    };

    explicit UncertainPointsModel(ImportDraft &draft, QObject *parent = nullptr);

    int graveCount() const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void sort();

    ImportDraft &m_draft;
    std::vector<UncertainPoint> m_points;
};

}  // namespace mz
