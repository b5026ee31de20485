#pragma once

#include "model/compose/asked_figures.h"
#include "model/document/report_document.h"

#include <QAbstractTableModel>

namespace mz {

/// The figures that the written text asks for and no table holds, below a heading
/// for each section; owns none of them. Where the parts were entered, their sum
/// stands until another amount is typed.
class SideFiguresModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, PhaseColumn, ValueColumn, UnitColumn, SourceColumn, ColumnCount };
    enum Role {
        HeadingRole = Qt::UserRole,  ///< True for the title of a section.
        FollowsRole,                 ///< The value is computed from others.
    };

    explicit SideFiguresModel(ReportDocument &document, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    /// Takes lines of a spreadsheet from this row on, in one step: the last field
    /// of a line is the value; with a name or code in front it goes to the row of
    /// that. One that is no number refuses the whole.
    Done paste(int row, const QString &text);
    /// The row of this figure; -1 where nothing asks for it.
    int rowOf(const QString &figure, Phase phase) const;

signals:
    void editRejected(const mz::Error &error);

private:
    struct Row
    {
        QString title;  ///< Of a heading.
        AskedFigure asked;
        QString name, value, unit, source;
        bool follows = false;
        bool operator==(const Row &) const = default;
    };
    std::vector<Row> rowsNow() const;
    void refresh();
    int rowNamed(const QString &name, int from) const;

    ReportDocument &m_document;
    std::vector<Row> m_rows;
};

}  // namespace mz
