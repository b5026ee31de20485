#pragma once

#include "views/charts/chart_data.h"
#include "views/theme/theme.h"

#include <QScrollArea>

namespace mz {

class ChartCard;

/// The two charts beside the page: 基本 and 项目 spending, and the three public
/// expenses. Scrolls up and down only; the charts take the width there is.
class ChartPane : public QScrollArea
{
    Q_OBJECT
public:
    enum class Chart { BasicProject, ThreePublic };

    explicit ChartPane(QWidget *parent = nullptr);

    void setBasicProject(const ChartData &data);
    void setThreePublic(const ChartData &data);
    ChartCard &card(Chart chart);

    QSize sizeHint() const override;

signals:
    /// The user chose the bar of an amount and wants to see its cell.
    void cellRequested(mz::ChartPane::Chart chart, int row, int series);

protected:
    void changeEvent(QEvent *event) override;

private:
    void watch(Chart chart);

    ChartCard *m_basicProject;
    ChartCard *m_threePublic;
};

}  // namespace mz
