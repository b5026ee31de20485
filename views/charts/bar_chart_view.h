#pragma once

#include "views/charts/chart_arrangement.h"
#include "views/charts/chart_view.h"

#include <memory>

class QGraphicsScene;

namespace mz {

/// Horizontal bars, drawn by Qt Charts; all words are placed by the arrangement,
/// because Qt Charts elides labels and drops them in a small view.
///
/// Keyboard: arrows move over the bars, Home and End to the first and the last,
/// Enter or Space activates.
class BarChartView : public ChartView
{
    Q_OBJECT
public:
    explicit BarChartView(QWidget *parent = nullptr);
    ~BarChartView() override;

    void setData(const ChartData &data) override;
    void setTheme(const Theme &theme) override;
    QImage image(qreal scale) const override;
    QByteArray svg() const override;

    const ChartArrangement &arrangement() const { return m_arrangement; }
    int currentBar() const { return m_current; }  ///< Index into the arrangement; -1 without.

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QFont workFont() const;
    void arrange();
    int barAt(const QPointF &point) const;
    int barBeside(int step) const;
    void moveTo(int bar);
    void activate(int bar);

    ChartData m_data;
    Theme m_theme;
    ChartArrangement m_arrangement;
    std::unique_ptr<QGraphicsScene> m_scene;  ///< Null when it must be drawn anew.
    int m_current = -1;
    int m_pressed = -1;
    bool m_focusMarkShown = false;  ///< Only after the keyboard was used.
};

}  // namespace mz
