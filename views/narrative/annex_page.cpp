#include "views/narrative/annex_page.h"

#include "model/domain/text.h"
#include "views/delegates/typing_delegate.h"
#include "views/grid/typing_table.h"
#include "views/theme/theme.h"
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
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
class AnnexDelegate : public TypingDelegate
{
public:
    using TypingDelegate::TypingDelegate;

    QString displayText(const QVariant &value, const QLocale &) const override
    {
        return inOneLine(value.toString());
    }

    /// The lines of a spanned cell are its own: the grid of the view knows no spans.
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        TypingDelegate::paint(painter, option, index);
        const QRect &rect = option.rect;
        painter->save();
        painter->setPen(currentTheme().lines);
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->drawLine(rect.topRight(), rect.bottomRight());
        if (index.column() == 0)
            painter->drawLine(rect.topLeft(), rect.bottomLeft());
        if (index.row() == 0)
            painter->drawLine(rect.topLeft(), rect.topRight());
        painter->restore();
        paintCurrent(painter, option, index);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        TypingDelegate::initStyleOption(option, index);
        const Theme &theme = currentTheme();
        const bool fault = !index.data(AnnexModel::FaultRole).toString().isEmpty();
        option->features |= QStyleOptionViewItem::WrapText;
        option->textElideMode = Qt::ElideRight;
        if (fault)
            option->backgroundBrush = theme.errorBack;
        else if (index.data(AnnexModel::FollowsRole).toBool())
            option->backgroundBrush = theme.totalBack;
        else if (index.data(AnnexModel::HeadingRole).toBool())
            option->backgroundBrush = theme.heading;
        if (index.data(AnnexModel::HeadingRole).toBool()) {
            option->font.setWeight(QFont::DemiBold);
            if (index.column() > 0)
                option->displayAlignment = Qt::AlignCenter;
        }
        option->state.setFlag(QStyle::State_HasFocus, false);
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
    , m_delegate(new AnnexDelegate)
    , m_view(new TypingTable(m_delegate, this))
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
    m_view->setShowGrid(false);
    m_view->horizontalHeader()->hide();
    m_view->horizontalHeader()->setMinimumSectionSize(narrowestColumn / 2);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, 8, margin, 8);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_name);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_message);
    connect(&m_model, &AnnexModel::editRejected, this, [this](const Error &error) {
        tell(error.text(), true);
        m_delegate->showReason(error.message);
    });
    connect(m_view->horizontalScrollBar(), &QScrollBar::valueChanged, this, &AnnexPage::explain);
    connect(m_delegate, &TypingDelegate::refusalOver, this, &AnnexPage::explain);
    connect(
        m_delegate, &TypingDelegate::told, this, [this](const QString &text) { tell(text, true); });
    connect(
        m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &AnnexPage::explain);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        arrange();
        explain();
    });
    setFocusProxy(m_view);
    setFonts();
}

bool AnnexPage::showSection(int section)
{
    const auto &sections = m_document.report().sections;
    if (section < 0 || size_t(section) >= sections.size())
        return false;
    qsizetype text = 0;
    int grids = 0;
    for (const Block &block : sections[size_t(section)].blocks) {
        text += block.text.size();
        grids += block.kind == Block::Kind::Grid ? 1 : 0;
    }
    return text <= shortText && grids == 1 && showTable(section, -1);
}

bool AnnexPage::showTable(int section, int block)
{
    const auto &sections = m_document.report().sections;
    if (section < 0 || size_t(section) >= sections.size() || !m_model.showSection(section, block))
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

void AnnexPage::showCell(int row, int cell)
{
    const QModelIndex index = m_model.indexOf(row, cell);
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    explain();
}

/// As wide as the page, where that cuts no number.
std::vector<int> AnnexPage::columnWidths() const
{
    const QFontMetrics metrics(m_view->font());
    const size_t columns = size_t(m_model.columnCount());
    std::vector<int> least(columns, narrowestColumn * m_zoom / 100);
    std::vector<int> wanted = least;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        for (size_t column = 0; column < columns; ++column) {
            const QModelIndex index = m_model.index(row, int(column));
            if (m_model.spanOf(index).width() > 1)
                continue;
            const int text
                = metrics.horizontalAdvance(inOneLine(index.data().toString())) + 2 * padding;
            // Words with a number in them may wrap.
            const bool number = index.data(Qt::TextAlignmentRole).isValid();
            wanted[column] = qMax(wanted[column], qMin(text, widestColumn * m_zoom / 100));
            if (number)
                least[column] = qMax(least[column], qMin(text, widestColumn * m_zoom / 100));
        }
    }
    // The view's own width is not known until the layout has run.
    int room = width() - 2 * margin - m_view->verticalScrollBar()->sizeHint().width() - 2;
    int more = 0;
    for (size_t column = 0; column < columns; ++column) {
        room -= least[column];
        more += wanted[column] - least[column];
    }
    // What is left goes to the words; when they all fit, to every column.
    std::vector<int> widths = least;
    const bool fits = room >= more;
    int all = 0;
    for (size_t column = 0; column < columns; ++column)
        all += fits ? wanted[column] : wanted[column] - least[column];
    for (size_t column = 0; column < columns && room > 0 && all > 0; ++column) {
        const int words = wanted[column] - least[column];
        widths[column] += fits ? words + int(qint64(room - more) * wanted[column] / all)
                               : int(qint64(room) * words / all);
    }
    return widths;
}

/// Rows as high as their texts need across the columns that they span.
void AnnexPage::arrange()
{
    const int columns = m_model.columnCount();
    if (columns == 0)
        return;
    const QFontMetrics metrics(m_view->font());
    const std::vector<int> widths = columnWidths();
    for (int column = 0; column < columns; ++column)
        m_view->setColumnWidth(column, widths[size_t(column)]);
    const auto text = [this](int row, int column) {
        return inOneLine(m_model.index(row, column).data().toString());
    };
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

/// What does not fit is said in words below the table, and which row the current
/// number stands in, where its name is scrolled out of view.
void AnnexPage::explain()
{
    const QModelIndex current = m_view->currentIndex();
    const QString fault = current.data(AnnexModel::FaultRole).toString();
    const bool named = m_view->columnViewportPosition(0) + m_view->columnWidth(0) > padding;
    const QString row = named ? QString() : current.siblingAtColumn(0).data().toString();
    QStringList words{inOneLine(row), fault};
    words.removeAll(QString());
    tell(words.join(QStringLiteral(" · ")), !fault.isEmpty());
}

void AnnexPage::tell(const QString &text, bool wrong)
{
    QPalette colours = palette();
    if (wrong)
        colours.setColor(QPalette::WindowText, currentTheme().error);
    m_message->setPalette(colours);
    m_message->setText(text);
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
}

void AnnexPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
    if (m_view->currentIndex().isValid())
        m_view->scrollTo(m_view->currentIndex());
    explain();
}

void AnnexPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_view->viewport()->update();
}

}  // namespace mz
