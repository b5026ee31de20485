#pragma once

#include "model/document/chart_figures.h"
#include "model/document/report_document.h"
#include "views/charts/chart_pane.h"

namespace mz {

/// The chart pane of the open report: live with every edit and undo.
class ReportCharts : public ChartPane
{
    Q_OBJECT
public:
    ReportCharts(ReportDocument &document, ChartFigures figures, QWidget *parent = nullptr);

signals:
    /// A bar was chosen: the cell that it shows.
    void cellChosen(mz::CellRef cell);

private:
    void refresh();
    ChartData basicProject();
    ChartData threePublic();
    QString lastYear(const ThreePublicFigures &figures) const;
    ChartValue value(const ChartFigure &figure, const QString &share);
    void choose(const ChartData &data, int row, int series);

    ReportDocument &m_document;
    ChartFigures m_figures;
    ChartData m_basicProject, m_threePublic;
    std::vector<CellRef> m_targets;
};

}  // namespace mz
