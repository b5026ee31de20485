#pragma once

#include "views/charts/chart_data.h"
#include "views/theme/theme.h"

#include <QImage>
#include <QWidget>

namespace mz {

/// Draws one chart: data and theme in, a widget, a picture or SVG out. Keeps
/// the drawing library behind it replaceable (Qt Charts ends with Qt 6.10).
class ChartView : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual void setData(const ChartData &data) = 0;
    virtual void setTheme(const Theme &theme) = 0;

    /// The chart with its title, at `scale` device pixels a pixel.
    virtual QImage image(qreal scale) const = 0;
    virtual QByteArray svg() const = 0;

signals:
    /// A bar was clicked, or Enter was pressed on it.
    void valueActivated(int row, int series);
    /// The keyboard went to another bar, which takes this part of the widget.
    void currentValueMoved(const QRect &area);
};

}  // namespace mz
