#include "views/grid/form_header.h"

#include "model/document/explanation.h"
#include "views/theme/theme.h"
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace mz {

namespace {

constexpr int padding = 5;
constexpr int textFlags = Qt::AlignCenter | Qt::TextWordWrap;

/// Headings are typed with spaces to widen them ("项    目"); on screen they need none.
QString shownTitle(const QString &title) { return title.simplified().remove(u' '); }

/// The title over as many lines as it needs, with lines of even length where
/// nothing in it forbids a break.
QString balanced(const QString &title, const QFontMetrics &metrics, int room)
{
    const int width = metrics.horizontalAdvance(title);
    if (width <= room || room <= 0 || title.contains(u'（') || title.contains(u'“'))
        return title;
    const qsizetype perLine = qMax<qsizetype>(1, title.size() * room / width);
    const qsizetype lines = (title.size() + perLine - 1) / perLine;
    const qsizetype length = (title.size() + lines - 1) / lines;
    QString result;
    for (qsizetype at = 0; at < title.size(); at += length)
        result += (at > 0 ? QStringLiteral("\n") : QString()) + title.mid(at, length);
    return result;
}

}  // namespace

FormHeader::FormHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(false);
    setHighlightSections(false);
    setMinimumSectionSize(32);
    connect(this, &QHeaderView::sectionResized, this, [this] {
        arrange();
        viewport()->update();
    });
    connect(this, &QHeaderView::sectionCountChanged, this, [this] { arrange(); });
}

void FormHeader::setLayoutToShow(const TableLayout *layout)
{
    m_layout = layout;
    arrange();
    viewport()->update();
}

/// The least room in which the heading takes three lines: a bracket stays with what
/// it holds, so that lines of a third of its length need not be enough.
int FormHeader::minimumWidth(int column) const
{
    if (!m_layout || column >= m_layout->columnCount())
        return minimumSectionSize();
    const QString title = shownTitle(m_layout->columns()[size_t(column)].title);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    constexpr int mostLines = 3;
    qsizetype perLine = qMax<qsizetype>(2, (title.size() + mostLines - 1) / mostLines);
    for (; perLine < title.size(); ++perLine) {
        const QRect room(0, 0, metrics.horizontalAdvance(title.first(perLine)), 10'000);
        const QRect needed
            = metrics.boundingRect(room, textFlags, balanced(title, metrics, room.width()));
        // A line is a little higher where another font lends a character.
        if (needed.width() <= room.width()
            && needed.height() * 2 < (mostLines * 2 + 1) * metrics.lineSpacing())
            break;
    }
    return metrics.horizontalAdvance(title.first(qMin(perLine, title.size()))) + 2 * padding + 4;
}

int FormHeader::widthOf(const TableLayout::HeadingCell &cell) const
{
    int width = 0;
    for (int i = 0; i < cell.columnSpan && cell.column + i < count(); ++i)
        width += sectionSize(cell.column + i);
    return width;
}

int FormHeader::textHeight(const QString &text, int width) const
{
    const QRect room(0, 0, qMax(8, width - 2 * padding), 10'000);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    return metrics.boundingRect(room, textFlags, balanced(shownTitle(text), metrics, room.width()))
               .height()
        + 2 * padding;
}

/// Row heights: a cell of one row sets its row; one of several gives what it
/// still needs to the last of its rows.
void FormHeader::arrange()
{
    const int rows = m_layout ? m_layout->headingRows() : 0;
    std::vector<int> heights(size_t(rows), fontMetrics().height() + 2 * padding);
    if (m_layout) {
        for (int span = 1; span <= rows; ++span) {
            for (const TableLayout::HeadingCell &cell : m_layout->headings()) {
                const int width = widthOf(cell);
                if (cell.rowSpan != span || width == 0)
                    continue;
                int room = 0;
                for (int i = 0; i < span; ++i)
                    room += heights[size_t(cell.row + i)];
                const int needed = textHeight(cell.title, width);
                if (needed > room)
                    heights[size_t(cell.row + span - 1)] += needed - room;
            }
        }
    }
    m_rowTop.assign(1, 0);
    for (const int height : heights)
        m_rowTop.push_back(m_rowTop.back() + height);
    m_numbersHeight
        = m_layout && m_layout->hasColumnNumbers() ? fontMetrics().height() + padding : 0;
    if (sizeHint().height() != height())
        updateGeometry();
    emit geometriesChanged();
}

QSize FormHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), m_rowTop.back() + m_numbersHeight + 1};
}

QRect FormHeader::cellRect(const TableLayout::HeadingCell &cell) const
{
    const int left = sectionViewportPosition(cell.column);
    const int top = m_rowTop[size_t(cell.row)];
    const int bottom = m_rowTop[size_t(cell.row + cell.rowSpan)];
    return {left, top, widthOf(cell), bottom - top};
}

void FormHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Theme &theme = currentTheme();
    painter.fillRect(viewport()->rect(), theme.page);
    if (!m_layout || count() == 0)
        return;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const auto frame = [&](const QRect &rect) {
        painter.setPen(theme.lines);
        painter.drawRect(rect.adjusted(-1, 0, -1, 0));
    };
    painter.setFont(bold);
    for (const TableLayout::HeadingCell &cell : m_layout->headings()) {
        const QRect rect = cellRect(cell);
        if (rect.width() == 0 || cell.column >= count() || isSectionHidden(cell.column))
            continue;
        painter.fillRect(rect, theme.heading);
        frame(rect);
        painter.setPen(theme.text);
        painter.drawText(rect.adjusted(padding, 0, -padding, 0), textFlags,
            balanced(shownTitle(cell.title), QFontMetrics(bold), rect.width() - 2 * padding));
    }
    if (m_numbersHeight == 0)
        return;
    painter.setFont(font());
    for (int column = 0; column < m_layout->columnCount() && column < count(); ++column) {
        if (isSectionHidden(column))
            continue;
        const QRect rect(
            sectionViewportPosition(column), m_rowTop.back(), sectionSize(column), m_numbersHeight);
        const TableLayout::Column &shown = m_layout->columns()[size_t(column)];
        painter.fillRect(rect, theme.page);
        frame(rect);
        painter.setPen(theme.muted);
        if (shown.shows == Heading::Shows::Amount)
            painter.drawText(rect, Qt::AlignCenter, QString::number(shown.number));
        else if (shown.shows == Heading::Shows::Label)
            painter.drawText(rect, Qt::AlignCenter, QStringLiteral("栏次"));
    }
}

bool FormHeader::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_layout) {
        const auto *help = static_cast<QHelpEvent *>(event);
        for (const TableLayout::HeadingCell &cell : m_layout->headings()) {
            if (cell.column < count() && cellRect(cell).contains(help->pos())) {
                QToolTip::showText(help->globalPos(),
                    inWindowLanguage(shownTitle(cell.title), cell.english), this);
                return true;
            }
        }
    }
    return QHeaderView::viewportEvent(event);
}

void FormHeader::changeEvent(QEvent *event)
{
    QHeaderView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

}  // namespace mz
