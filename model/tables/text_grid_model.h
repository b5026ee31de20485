#pragma once

#include "model/domain/text_grid.h"
#include <QAbstractTableModel>

namespace mz {

/// Shows a grid that is kept verbatim (of an annex). Where the file told no
/// spans, a row simply has fewer cells.
class TextGridModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { SpanRole = Qt::UserRole /**< QSize: columns and rows covered. */ };

    explicit TextGridModel(TextGrid grid, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Place
    {
        QString text;
        int rowSpan = 1;
        int columnSpan = 1;
    };
    std::vector<std::vector<Place>> m_rows;
    int m_columns = 0;
};

}  // namespace mz
