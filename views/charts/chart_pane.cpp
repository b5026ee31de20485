#include "views/charts/chart_pane.h"

#include "views/charts/chart_card.h"
#include "views/charts/chart_view.h"

#include <QEvent>
#include <QVBoxLayout>

namespace mz {

namespace {

constexpr int Margin = 16;
constexpr int SideMargin = 12;  // and 4 more within the card

QWidget *thinLine(QWidget *parent)
{
    auto *line = new QWidget(parent);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

}  // namespace

ChartPane::ChartPane(QWidget *parent)
    : QScrollArea(parent)
    , m_basicProject(new ChartCard)
    , m_threePublic(new ChartCard)
{
    setObjectName("chartPane");
    setAccessibleName(tr("Charts"));
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);

    auto *content = new QWidget;
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    viewport()->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, Margin, 0, Margin);
    layout->setSpacing(Margin);
    for (ChartCard *card : {m_basicProject, m_threePublic}) {
        auto *inner = new QVBoxLayout;
        inner->setContentsMargins(SideMargin, 0, SideMargin, 0);
        inner->addWidget(card);
        layout->addLayout(inner);
        if (card == m_basicProject)
            layout->addWidget(thinLine(content));
    }
    layout->addStretch(1);
    setWidget(content);

    setFocusProxy(&m_basicProject->view());
    watch(Chart::BasicProject);
    watch(Chart::ThreePublic);
}

void ChartPane::watch(Chart chart)
{
    ChartCard &watched = card(chart);
    connect(&watched, &ChartCard::valueActivated, this,
        [this, chart](int row, int series) { emit cellRequested(chart, row, series); });
    ChartView &view = watched.view();
    connect(&view, &ChartView::currentValueMoved, this, [this, &view](const QRect &area) {
        const QPoint place = view.mapTo(widget(), area.center());
        ensureVisible(place.x(), place.y(), 0, area.height() + 2 * Margin);
    });
}

void ChartPane::setBasicProject(const ChartData &data) { m_basicProject->setData(data); }

void ChartPane::setThreePublic(const ChartData &data) { m_threePublic->setData(data); }

ChartCard &ChartPane::card(Chart chart)
{
    return chart == Chart::BasicProject ? *m_basicProject : *m_threePublic;
}

QSize ChartPane::sizeHint() const { return {fontMetrics().height() * 19, 600}; }

void ChartPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        m_basicProject->setTheme(currentTheme());
        m_threePublic->setTheme(currentTheme());
    }
    QScrollArea::changeEvent(event);
}

}  // namespace mz
