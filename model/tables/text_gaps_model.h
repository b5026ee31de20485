#pragma once

#include "model/compose/text_gaps.h"
#include "model/document/report_document.h"

#include <QAbstractTableModel>

namespace mz {

/// What the written sections still wait for, filled gaps too; owns none of it.
/// Words typed into a row fill its gap; a number goes to the figures for the text.
class TextGapsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { SectionColumn, HintColumn, TextColumn, ColumnCount };
    enum Role {
        EmptyRole = Qt::UserRole,  ///< It waits for somebody.
        SectionRole,               ///< Index of the section in the report.
        ParagraphRole              ///< What the gap stands in, as it is now.
    };

    explicit TextGapsModel(ReportDocument &document, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    /// The section and the name of the gap in this row.
    std::pair<int, QString> gapAt(int row) const;
    int rowOf(int section, const QString &gap) const;
    /// The first gap that the figure closes.
    int rowOf(const QString &figure, Phase phase) const;
    /// The next row after this one that waits, from the top again; -1 where none does.
    int nextEmpty(int row) const;

signals:
    void editRejected(const mz::Error &error);

private:
    void refresh();
    QString hintOf(const TextGap &gap) const;

    ReportDocument &m_document;
    std::vector<TextGap> m_gaps;
};

}  // namespace mz
