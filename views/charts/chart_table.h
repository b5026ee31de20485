#pragma once

#include "views/charts/chart_data.h"

#include <QTableWidget>

namespace mz {

/// The numbers of a chart as a table, for reading out and for copying.
class ChartTable : public QTableWidget
{
    Q_OBJECT
public:
    explicit ChartTable(QWidget *parent = nullptr);

    void setData(const ChartData &data);

    /// The selected cells with tabs and line ends; the whole table with its
    /// headings when nothing is selected.
    QString tabSeparated() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addColumn(const QString &heading, const QStringList &cells);
};

}  // namespace mz
