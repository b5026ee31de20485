#pragma once

#include "model/document/batch_run.h"
#include "model/domain/text_grid.h"
#include <QAbstractTableModel>
#include <QCollator>
#include <QSortFilterProxyModel>

namespace mz {

/// The files of a folder and what their check gave.
class BatchModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        FileColumn,
        VerdictColumn,
        AgencyColumn,
        YearColumn,
        FamilyColumn,
        ErrorsColumn,
        WarningsColumn,
        HintsColumn,
        NotCheckedColumn,
        TotalColumn,
        ReasonColumn,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole,  ///< Raw value: fen for money.
        StateRole,                ///< BatchRow::State as int.
        PathRole
    };

    BatchModel(BatchRun &run, const Handbook &handbook, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static QString stateName(BatchRow::State state);

private:
    QVariant shown(const BatchRow &row, Column column) const;
    QVariant sortValue(const BatchRow &row, Column column) const;
    QString familyName(const QString &id) const;

    BatchRun &m_run;
    const Handbook &m_handbook;
};

/// Files by verdict and words, sorted by any column.
class BatchFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit BatchFilter(QObject *parent = nullptr);

    void setState(int state);  ///< -1 for all.
    void setWords(const QString &words);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    int m_state = -1;
    QString m_words;
    QCollator m_order{QLocale(QLocale::Chinese)};  ///< Names of departments.
};

/// The list as it is shown, with its headings: for a file or the clipboard.
TextGrid listGrid(const QAbstractItemModel &model);
/// Lines with tabs between the fields; no field is a formula in a spreadsheet.
QString tabSeparated(const TextGrid &grid);

}  // namespace mz
