#pragma once

#include "model/compose/text_gaps.h"
#include "model/document/report_document.h"
#include <QAbstractTableModel>

namespace mz {

/// What is still missing in the written sections, and what was filled in: a
/// line a gap. Owns no data of its own.
class TextGapsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { SectionColumn, HintColumn, TextColumn, ColumnCount };

    explicit TextGapsModel(ReportDocument &document, QObject *parent = nullptr);

    const std::vector<TextGap> &gaps() const { return m_gaps; }
    int missing() const { return missingTexts(m_gaps); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void editRejected(const mz::Error &error);

private:
    void reload();
    QString hint(const TextGap &gap) const;

    ReportDocument &m_document;
    std::vector<TextGap> m_gaps;
};

}  // namespace mz
