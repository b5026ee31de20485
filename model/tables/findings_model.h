#pragma once

#include "model/document/check_session.h"
#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace mz {

/// The findings of the open report, consequences behind their cause.
class FindingsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        SeverityColumn,
        RuleColumn,
        PlaceColumn,
        MessageColumn,
        DifferenceColumn,
        CauseColumn,
        ColumnCount
    };
    enum Role {
        SeverityRole = Qt::UserRole,  ///< Severity as int.
        GroupRole,
        SheetRole,
        ConsequenceRole,  ///< True where another finding explains it.
        MarkedRole,       ///< True where the user has put a mark on it.
    };

    explicit FindingsModel(CheckSession &session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const Finding &finding(int row) const { return m_findings[size_t(row)]; }
    static QString severityName(Severity severity);

private:
    CheckSession &m_session;
    std::vector<Finding> m_findings;
};

/// Findings by severity, group, table and words; consequences on demand.
class FindingsFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setSeverity(int severity);       ///< -1 for all.
    void setGroup(const QString &group);  ///< "" for all.
    void setSheet(int sheet);             ///< -1 for all.
    void setWords(const QString &words);
    void setConsequencesShown(bool shown);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    int m_severity = -1;
    QString m_group;
    int m_sheet = -1;
    QString m_words;
    bool m_consequences = false;
};

}  // namespace mz
