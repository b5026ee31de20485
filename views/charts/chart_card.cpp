#include "views/charts/chart_card.h"

#include "views/charts/bar_chart_view.h"
#include "views/charts/chart_table.h"

#include <QBuffer>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>

namespace mz {

namespace {

constexpr int BarInset = 4;        // the chart keeps this around its bars for the focus mark
constexpr qreal PictureScale = 2;  // sharp in print and on a fine screen

QLabel *mutedLabel(const char *name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

ChartCard::ChartCard(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_subtitle(mutedLabel("chartSubtitle", this))
    , m_menuButton(new QToolButton(this))
    , m_emptyReason(mutedLabel("chartEmptyReason", this))
    , m_view(new BarChartView(this))
    , m_table(new ChartTable(this))
    , m_footnote(mutedLabel("chartFootnote", this))
{
    m_title->setObjectName("chartTitle");
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    setTitleFont();
    addMenu();

    auto *titleLine = new QHBoxLayout;
    titleLine->setContentsMargins(BarInset, 0, 0, 0);
    titleLine->addWidget(m_title, 1);
    titleLine->addWidget(m_menuButton, 0, Qt::AlignTop);
    m_subtitle->setContentsMargins(BarInset, 0, BarInset, 0);
    m_emptyReason->setContentsMargins(BarInset, 8, BarInset, 0);
    m_footnote->setContentsMargins(BarInset, 8, BarInset, 0);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(titleLine);
    layout->addWidget(m_subtitle);
    layout->addWidget(m_emptyReason);
    layout->addSpacing(4);
    layout->addWidget(m_view);
    layout->addWidget(m_table);
    layout->addWidget(m_footnote);

    connect(m_view, &ChartView::valueActivated, this, &ChartCard::valueActivated);
    showPart();
}

void ChartCard::addMenu()
{
    m_menuButton->setObjectName("chartMenu");
    m_menuButton->setText("…");
    m_menuButton->setAutoRaise(true);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setFocusPolicy(Qt::TabFocus);
    m_menuButton->setToolTip(tr("Copy, save or show as table"));
    m_menuButton->setStyleSheet("QToolButton::menu-indicator { image: none; }");

    auto *menu = new QMenu(m_menuButton);
    menu->addAction(tr("&Copy as picture"), this, &ChartCard::copyPicture);
    menu->addAction(tr("Save as &PNG…"), this, [this] { chooseFile("png"); });
    menu->addAction(tr("Save as &SVG…"), this, [this] { chooseFile("svg"); });
    menu->addSeparator();
    m_tableAction = menu->addAction(tr("Show as &table"));
    m_tableAction->setCheckable(true);
    connect(m_tableAction, &QAction::toggled, this, &ChartCard::showPart);
    m_menuButton->setMenu(menu);
}

void ChartCard::setData(const ChartData &data)
{
    if (data == m_data)
        return;
    m_data = data;
    m_title->setText(data.title);
    m_subtitle->setText(data.subtitle);
    m_emptyReason->setText(data.emptyReason);
    m_footnote->setText(data.footnote);
    m_menuButton->setAccessibleName(tr("Menu of the chart %1").arg(data.title));
    m_view->setData(data);
    m_table->setData(data);
    showPart();
}

void ChartCard::setTheme(const Theme &theme) { m_view->setTheme(theme); }

void ChartCard::showAsTable(bool table) { m_tableAction->setChecked(table); }

void ChartCard::showPart()
{
    const bool empty = !m_data.emptyReason.isEmpty();
    const bool table = m_tableAction->isChecked();
    m_emptyReason->setVisible(empty);
    m_view->setVisible(!empty && !table);
    m_table->setVisible(!empty && table);
    m_subtitle->setVisible(!m_data.subtitle.isEmpty());
    m_footnote->setVisible(!m_data.footnote.isEmpty());
    m_menuButton->setVisible(!empty);
}

void ChartCard::setTitleFont() { m_title->setFont(chartFont(ChartText::Role::Title, font())); }

void ChartCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        setTitleFont();
    QWidget::changeEvent(event);
}

void ChartCard::copyPicture()
{
    QGuiApplication::clipboard()->setImage(m_view->image(PictureScale));
}

void ChartCard::chooseFile(const QString &ending)
{
    QString name = m_data.title + '.' + ending;
    name.replace('/', '_');
    const QString filter = ending == "svg" ? tr("SVG drawing (*.svg)") : tr("PNG picture (*.png)");
    QString path = QFileDialog::getSaveFileName(this, tr("Save chart"), name, filter);
    if (path.isEmpty())
        return;
    if (!path.endsWith('.' + ending, Qt::CaseInsensitive))
        path += '.' + ending;
    saveTo(path);
}

bool ChartCard::saveTo(const QString &path)
{
    QByteArray bytes;
    if (path.endsWith(".svg", Qt::CaseInsensitive)) {
        bytes = m_view->svg();
    } else {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        m_view->image(PictureScale).save(&buffer, "PNG");
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return true;
    QMessageBox::warning(this, tr("Save chart"),
        tr("The chart could not be saved to %1: %2.")
            .arg(QDir::toNativeSeparators(path), file.errorString()));
    return false;
}

}  // namespace mz
