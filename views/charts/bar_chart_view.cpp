#include "views/charts/bar_chart_view.h"

#include "views/charts/bar_chart_scene.h"
#include "views/charts/chart_svg.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace mz {

BarChartView::BarChartView(QWidget *parent) : ChartView(parent), m_theme(currentTheme())
{
    setObjectName("barChart");
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

BarChartView::~BarChartView() = default;

void BarChartView::setData(const ChartData &data)
{
    if (data == m_data)
        return;
    m_data = data;
    setAccessibleName(data.title);
    setAccessibleDescription(chartSentence(data));
    arrange();
    if (m_current >= static_cast<int>(m_arrangement.bars.size()))
        m_current = -1;
    updateGeometry();
}

void BarChartView::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_scene.reset();
    update();
}

/// The family of the program at the size of the widget, which the user may change.
QFont BarChartView::workFont() const
{
    QFont work = uiFont();
    if (font().pointSizeF() > 0)
        work.setPointSizeF(font().pointSizeF());
    else
        work.setPixelSize(font().pixelSize());
    return work;
}

void BarChartView::arrange()
{
    m_arrangement = arrangeChart(m_data, workFont(), width());
    m_scene.reset();
    update();
}

QImage BarChartView::image(qreal scale) const
{
    constexpr int Margin = 12;
    const auto arrangement
        = arrangeChart(m_data, workFont(), std::max(width(), 360), ChartHeadings::Drawn);
    const QSize size = arrangement.size.toSize().grownBy({Margin, Margin, Margin, Margin});
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(m_theme.page);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    const auto scene = barChartScene(arrangement, m_data, workFont(), m_theme);
    scene->render(&painter, QRectF(QPointF(Margin, Margin), arrangement.size), scene->sceneRect());
    return image;
}

QByteArray BarChartView::svg() const
{
    const auto arrangement
        = arrangeChart(m_data, workFont(), std::max(width(), 360), ChartHeadings::Drawn);
    return chartSvg(arrangement, m_data, workFont(), m_theme);
}

QSize BarChartView::sizeHint() const
{
    const int hintWidth = fontMetrics().height() * 18;
    return {hintWidth, heightForWidth(hintWidth)};
}

QSize BarChartView::minimumSizeHint() const { return {200, 0}; }

int BarChartView::heightForWidth(int width) const
{
    if (width == this->width())
        return static_cast<int>(m_arrangement.size.height());
    return static_cast<int>(arrangeChart(m_data, workFont(), width).size.height());
}

bool BarChartView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return ChartView::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int bar = barAt(help->pos());
    if (bar < 0) {
        QToolTip::hideText();
        event->ignore();
        return true;
    }
    const ChartBar &found = m_arrangement.bars[static_cast<size_t>(bar)];
    QToolTip::showText(help->globalPos(), chartValueSentence(m_data, found.row, found.series), this,
        found.area.toAlignedRect());
    return true;
}

void BarChartView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        arrange();
        updateGeometry();
    }
    ChartView::changeEvent(event);
}

void BarChartView::resizeEvent(QResizeEvent *) { arrange(); }

void BarChartView::paintEvent(QPaintEvent *)
{
    if (!m_scene)
        m_scene = barChartScene(m_arrangement, m_data, workFont(), m_theme);
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QRectF place({}, m_arrangement.size);
    m_scene->render(&painter, place, place);
    if (hasFocus() && m_focusMarkShown && m_current >= 0) {
        const QRectF area = m_arrangement.bars[static_cast<size_t>(m_current)].area;
        painter.setPen(QPen(m_theme.page, 4));
        painter.drawRect(area.adjusted(-1.5, -1.5, 1.5, 1.5));
        painter.setPen(QPen(m_theme.text, 2));
        painter.drawRoundedRect(area.adjusted(-2.5, -2.5, 2.5, 2.5), 2, 2);
    }
}

/// The bar under the point; a coloured part goes before the widened area of a
/// small one beside it.
int BarChartView::barAt(const QPointF &point) const
{
    const auto find = [&](QRectF ChartBar::*part) {
        const auto &bars = m_arrangement.bars;
        const auto found = std::find_if(bars.begin(), bars.end(),
            [&](const ChartBar &bar) { return (bar.*part).contains(point); });
        return found == bars.end() ? -1 : static_cast<int>(found - bars.begin());
    };
    const int bar = find(&ChartBar::rect);
    return bar >= 0 ? bar : find(&ChartBar::area);
}

void BarChartView::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(barAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void BarChartView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? barAt(event->position()) : -1;
    if (m_pressed < 0)
        event->ignore();
}

void BarChartView::mouseReleaseEvent(QMouseEvent *event)
{
    const int bar = barAt(event->position());
    if (bar < 0 || bar != std::exchange(m_pressed, -1))
        return;
    m_current = bar;
    m_focusMarkShown = false;
    update();
    activate(bar);
}

/// The bar of the same series a row below (1) or above (-1), or the next bar
/// when the bars themselves stand one below the other.
int BarChartView::barBeside(int step) const
{
    const auto &bars = m_arrangement.bars;
    if (m_data.style == ChartData::Style::Grouped)
        return m_current + step;
    const ChartBar &here = bars[static_cast<size_t>(m_current)];
    for (int i = m_current + step; i >= 0 && i < static_cast<int>(bars.size()); i += step) {
        if (bars[static_cast<size_t>(i)].row != here.row
            && bars[static_cast<size_t>(i)].series == here.series)
            return i;
    }
    return m_current;
}

void BarChartView::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_arrangement.bars.size()) - 1;
    if (last < 0) {
        ChartView::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Home:
        return moveTo(0);
    case Qt::Key_End:
        return moveTo(last);
    case Qt::Key_Right:
        return moveTo(std::min(m_current + 1, last));
    case Qt::Key_Left:
        return moveTo(std::max(m_current - 1, 0));
    case Qt::Key_Down:
        return moveTo(m_current < 0 ? 0 : std::min(barBeside(1), last));
    case Qt::Key_Up:
        return moveTo(m_current < 0 ? 0 : std::max(barBeside(-1), 0));
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0)
            return activate(m_current);
        break;
    default:
        break;
    }
    ChartView::keyPressEvent(event);
}

void BarChartView::moveTo(int bar)
{
    m_current = bar;
    m_focusMarkShown = true;
    const ChartBar &here = m_arrangement.bars[static_cast<size_t>(bar)];
    const QString sentence = chartValueSentence(m_data, here.row, here.series);
    const QRect area = here.area.toAlignedRect();
    setAccessibleName(sentence);  // a change of the name is read out
    if (isVisible())
        QToolTip::showText(mapToGlobal(area.bottomLeft()), sentence, this);
    emit currentValueMoved(area);
    update();
}

void BarChartView::activate(int bar)
{
    const ChartBar &found = m_arrangement.bars[static_cast<size_t>(bar)];
    emit valueActivated(found.row, found.series);
}

void BarChartView::focusInEvent(QFocusEvent *event)
{
    const bool byKey
        = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKey && !m_arrangement.bars.empty())
        moveTo(std::max(m_current, 0));
    ChartView::focusInEvent(event);
    update();
}

void BarChartView::focusOutEvent(QFocusEvent *event)
{
    m_focusMarkShown = false;
    setAccessibleName(m_data.title);
    ChartView::focusOutEvent(event);
    update();
}

}  // namespace mz
