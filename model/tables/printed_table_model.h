#pragma once

#include "model/document/import_draft.h"
#include <QAbstractTableModel>
#include <QSet>

namespace mz {

/// One table of a document that is being imported, as it is printed. The first
/// column says what each row was taken for, and whether it is kept.
class PrintedTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        PartRole = Qt::UserRole,  ///< FoundRow::Part as int.
        UnderstoodRole,           ///< False for a row that is not in the form.
        DroppedRole,
        LeftOutRole,  ///< The column is left out.
        OpenRole,     ///< A point that asks for a decision stands there.
        SpanRole,     ///< Columns that the cell covers.
    };

    explicit PrintedTableModel(ImportDraft &draft, QObject *parent = nullptr);

    void setTable(int table);
    int table() const { return m_table; }
    /// The column of the model that shows this printed column.
    static int modelColumn(int printed) { return printed + 1; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

private:
    const FoundTable *found() const;
    void refresh();
    void measure();
    QString rowMeaning(const FoundRow &row) const;
    bool isOpen(int row, int printed) const;
    bool isAmount(const FoundRow &row, const PlacedCell &cell) const;

    ImportDraft &m_draft;
    int m_table = -1;
    int m_rows = 0;
    int m_columns = 0;
    QSet<std::pair<int, int>> m_open;     ///< Row and printed column, -1 for all of them.
    std::map<QString, QString> m_labels;  ///< Of the form's own lines, by key.
};

}  // namespace mz
