#pragma once

#include "model/document/report_document.h"
#include "model/narrative/claim.h"
#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace mz {

/// The numbers of the report's text, in its order, and how each was judged.
class ClaimsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        VerdictColumn,
        PrintedColumn,
        ExpectedColumn,
        FigureColumn,
        PlaceColumn,
        ReasonColumn,
        ColumnCount
    };
    enum Role {
        StateRole = Qt::UserRole,  ///< State as int.
        WaitsRole                  ///< Somebody has to look at it.
    };
    enum class State { Agrees, Disagrees, NotChecked };

    explicit ClaimsModel(const ReportDocument &document, QObject *parent = nullptr);

    /// After every check. Where the numbers are the same ones, only what is said
    /// of them changes: a list keeps its place.
    void setReading(NarrativeReading reading);
    const std::vector<Claim> &claims() const { return m_reading.claims; }
    /// The numbers that were compared with the cell.
    std::vector<int> claimsOf(CellRef cell) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static State stateOf(const Claim &claim);
    static QString verdictName(const Claim &claim);
    static QString phaseName(Phase phase);
    /// "Basic expenditure, this year"; "" where the number is bound to none.
    QString figureName(const Claim &claim) const;
    /// What is known of the number, in words: for a tool tip or a reader of the screen.
    QString words(const Claim &claim) const;

private:
    QString place(const Claim &claim) const;

    const ReportDocument &m_document;
    NarrativeReading m_reading;
};

/// Numbers by state and words.
class ClaimsFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setState(int state);  ///< -1 for all.
    int state() const { return m_state; }
    void setWords(const QString &words);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    int m_state = -1;
    QString m_words;
};

}  // namespace mz
