#include "views/narrative/annex_page.h"

#include "model/domain/text.h"
#include "views/theme/theme.h"
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace mz {

namespace {

constexpr int margin = 16;
constexpr int padding = 12;
constexpr int widestColumn = 200;
constexpr int narrowestColumn = 56;
constexpr int tallestRow = 260;
constexpr qsizetype shortText = 200;

/// Numbers that follow others stand on grey, those that do not fit them on red.
class AnnexDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QString displayText(const QVariant &value, const QLocale &) const override
    {
        return inOneLine(value.toString());
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Theme &theme = currentTheme();
        const bool fault = !index.data(AnnexModel::FaultRole).toString().isEmpty();
        option->features |= QStyleOptionViewItem::WrapText;
        option->textElideMode = Qt::ElideRight;
        if (fault)
            option->backgroundBrush = theme.errorBack;
        else if (index.data(AnnexModel::FollowsRole).toBool())
            option->backgroundBrush = theme.totalBack;
        const QColor text = fault ? theme.error : theme.text;
        option->palette.setColor(QPalette::Text, text);
        option->palette.setColor(QPalette::HighlightedText, text);
        option->palette.setColor(QPalette::Highlight, theme.selectionBack);
    }
};

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

AnnexPage::AnnexPage(ReportDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(document)
    , m_title(textLabel(this))
    , m_name(textLabel(this))
    , m_view(new QTableView(this))
    , m_message(textLabel(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setObjectName("annexTitle");
    m_title->setAlignment(Qt::AlignHCenter);
    m_name->setAlignment(Qt::AlignHCenter);
    m_message->setObjectName("annexMessage");
    m_view->setObjectName("annexView");
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new AnnexDelegate(m_view));
    m_view->horizontalHeader()->hide();
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed
        | QAbstractItemView::DoubleClicked);
    m_view->setTabKeyNavigation(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, 8, margin, 8);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_name);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_message);
    connect(&m_model, &AnnexModel::editRejected, this,
        [this](const Error &error) { m_message->setText(error.text()); });
    connect(
        m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &AnnexPage::explain);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        arrange();
        explain();
    });
    setFonts();
}

bool AnnexPage::showSection(int section)
{
    const auto &sections = m_document.report().sections;
    if (section < 0 || size_t(section) >= sections.size())
        return false;
    qsizetype text = 0;
    for (const Block &block : sections[size_t(section)].blocks)
        text += block.text.size();
    if (text > shortText || !m_model.showSection(section))
        return false;
    const Section &shown = sections[size_t(section)];
    m_title->setText((shown.number + u' ' + shown.title).trimmed());
    m_name->setText(m_model.table()->name);
    m_view->setAccessibleName(tr("Annex: %1").arg(shown.title));
    m_view->clearSpans();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        for (int column = 0; column < m_model.columnCount(); ++column) {
            const QSize span = m_model.spanOf(m_model.index(row, column));
            if (span != QSize(1, 1))
                m_view->setSpan(row, column, span.height(), span.width());
        }
    }
    arrange();
    m_view->scrollToTop();
    m_view->setCurrentIndex({});
    explain();
    return true;
}

/// Columns share the room by their own words; rows as high as their texts
/// need across the columns that they span.
void AnnexPage::arrange()
{
    const int columns = m_model.columnCount();
    if (columns == 0)
        return;
    const QFontMetrics metrics(m_view->font());
    std::vector<int> widths(size_t(columns), narrowestColumn * m_zoom / 100);
    const auto text = [this](int row, int column) {
        return inOneLine(m_model.index(row, column).data().toString());
    };
    for (int row = 0; row < m_model.rowCount(); ++row) {
        for (int column = 0; column < columns; ++column) {
            if (m_model.spanOf(m_model.index(row, column)).width() == 1)
                widths[size_t(column)] = qMax(widths[size_t(column)],
                    qMin(widestColumn * m_zoom / 100,
                        metrics.horizontalAdvance(text(row, column)) + 2 * padding));
        }
    }
    int all = 0;
    for (const int width : widths)
        all += width;
    // The view's own width is not known until the layout has run.
    const int room = width() - 2 * margin - m_view->verticalScrollBar()->sizeHint().width() - 2;
    for (int column = 0; column < columns; ++column) {
        const int fair = room * widths[size_t(column)] / qMax(all, 1);
        widths[size_t(column)] = qMax(fair, narrowestColumn * m_zoom / 100);
        m_view->setColumnWidth(column, widths[size_t(column)]);
    }
    for (int row = 0; row < m_model.rowCount(); ++row) {
        int height = metrics.height();
        for (int column = 0; column < columns; ++column) {
            const QSize span = m_model.spanOf(m_model.index(row, column));
            if (span.height() > 1)
                continue;
            int width = -padding;
            for (int i = 0; i < span.width() && column + i < columns; ++i)
                width += widths[size_t(column + i)];
            height = qMax(height,
                metrics
                    .boundingRect(QRect(0, 0, qMax(width, 20), 10'000),
                        Qt::TextWordWrap | Qt::TextWrapAnywhere, text(row, column))
                    .height());
        }
        m_view->setRowHeight(row, qMin(height, tallestRow * m_zoom / 100) + 8);
    }
}

/// What does not fit is said in words below the table.
void AnnexPage::explain()
{
    m_message->setText(m_view->currentIndex().data(AnnexModel::FaultRole).toString());
}

void AnnexPage::setZoom(int percent)
{
    m_zoom = percent;
    setFonts();
    arrange();
}

void AnnexPage::setFonts()
{
    const qreal points = uiFont().pointSizeF() * m_zoom / 100;
    m_view->setFont(uiFont(points));
    m_title->setFont(uiFont(points * 15 / 13, QFont::DemiBold));
    m_name->setFont(uiFont(points));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, currentTheme().error);
    m_message->setPalette(colours);
}

void AnnexPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void AnnexPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_view->viewport()->update();
}

}  // namespace mz
