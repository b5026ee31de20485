#pragma once

#include "model/document/report_document.h"
#include "model/narrative/annex_edit.h"

#include <QAbstractTableModel>
#include <QSize>

namespace mz {

/// Shows one performance annex as its grid is printed; owns no data of its own.
/// Numbers are typed into it, and the rates and totals of the table follow.
class AnnexModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        FollowsRole = Qt::UserRole,  ///< A number that follows others.
        FaultRole,                   ///< It is not what the others give: a sentence.
        LabelRole,                   ///< True for what is no number.
        HeadingRole,                 ///< True for the words above, or before, numbers.
    };

    explicit AnnexModel(ReportDocument &document, QObject *parent = nullptr);

    /// Shows the annex in this section, the first where no block is named; false
    /// where there is none.
    bool showSection(int section, int block = -1);
    int section() const { return m_table ? m_table->section : -1; }
    const std::optional<AnnexTable> &table() const { return m_table; }
    /// Of a cell of the grid; not valid where it is not shown.
    QModelIndex indexOf(int row, int cell) const;
    /// Columns and rows that a cell covers: width, height.
    QSize spanOf(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void editRejected(const mz::Error &error);

private:
    struct Shown
    {
        int cell = -1;  ///< In its row of the grid; -1: nothing begins here.
        QSize span{1, 1};
        AnnexRef field;
    };
    void read(int section, int block);
    void layOut();
    void placeFields();
    bool hasNumbers(int row) const;
    bool isHeading(int row, int column) const;
    bool isUnread(const QModelIndex &index) const;
    bool replaceUnread(const QModelIndex &index, const QString &typed);
    const Shown *shown(const QModelIndex &index) const;
    const TextGrid &grid() const;

    ReportDocument &m_document;
    std::optional<AnnexTable> m_table;
    std::vector<AnnexEquation> m_equations;
    std::vector<std::vector<Shown>> m_shown;
    int m_columns = 0;
};

}  // namespace mz
