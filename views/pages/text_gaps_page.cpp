#include "views/pages/text_gaps_page.h"

#include "model/domain/text.h"
#include "views/pages/writing_delegate.h"
#include "views/theme/theme.h"
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QResizeEvent>
#include <QTableView>
#include <QVBoxLayout>

namespace mz {

TextGapsPage::TextGapsPage(ReportDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_model(document)
    , m_title(new QLabel(this))
    , m_delegate(
          new WritingDelegate(0, 0, TextGapsModel::EmptyRole, TextGapsModel::HintColumn, this))
    , m_view(new QTableView(this))
    , m_paragraph(new QLabel(this))
    , m_message(new QLabel(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setObjectName("textGapsTitle");
    m_message->setObjectName("textGapsMessage");
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_paragraph->setObjectName("textGapsParagraph");
    m_paragraph->setTextFormat(Qt::PlainText);
    m_paragraph->setWordWrap(true);
    m_paragraph->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_view->setObjectName("textGaps");
    m_view->setAccessibleName(tr("What is still missing in the text"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed
        | QAbstractItemView::DoubleClicked);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_paragraph);
    layout->addWidget(m_message);
    connect(&m_model, &TextGapsModel::editRejected, this, [this](const Error &error) {
        m_message->setText(error.text());
        m_delegate->showReason(error.message);
    });
    connect(m_delegate, &TypingDelegate::refusalOver, m_message, &QLabel::clear);
    connect(m_delegate, &TypingDelegate::told, m_message, &QLabel::setText);
    connect(m_delegate, &TypingDelegate::moveOn, this, &TextGapsPage::moveOn);
    connect(
        &m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_resetting = true; });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TextGapsPage::listChanged);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        m_message->clear();
        showCount();
        showParagraph();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (!current.isValid() || m_resetting)
                return;
            m_row = current.row();
            m_gap = m_model.gapAt(m_row);
            showParagraph();
        });
    connect(m_view, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == TextGapsModel::SectionColumn)
            requestParagraph(index);
    });
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        // A text that can be typed opens by itself.
        if (!m_model.flags(index).testFlag(Qt::ItemIsEditable))
            activate(index);
    });
    setFocusProxy(m_view);
    setFonts();
    showCount();
}

void TextGapsPage::editGap(int section, const QString &gap)
{
    editRow(m_model.rowOf(section, gap));
}

void TextGapsPage::focusGap()
{
    // A view that gets the focus makes its first cell the current one, whatever it is.
    const QModelIndex current = m_view->currentIndex();
    showRow(current.isValid() && current.column() == TextGapsModel::TextColumn
            ? current.row()
            : qMax(0, m_model.nextEmpty(-1)));
    m_view->setFocus();
}

void TextGapsPage::showGap(int section, const QString &gap)
{
    showRow(m_model.rowOf(section, gap));
}

void TextGapsPage::showNumber(const QString &figure, Phase phase)
{
    showRow(m_model.rowOf(figure, phase));
}

void TextGapsPage::showRow(int row)
{
    const QModelIndex index = m_model.index(row, TextGapsModel::TextColumn);
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void TextGapsPage::editRow(int row)
{
    const QModelIndex index = m_model.index(row, TextGapsModel::TextColumn);
    if (!index.isValid())
        return;
    showRow(row);
    m_view->setFocus();
    if (m_model.flags(index).testFlag(Qt::ItemIsEditable))
        m_view->edit(index);
}

/// What cannot be typed here is decided in its section.
void TextGapsPage::activate(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (m_model.flags(index.siblingAtColumn(TextGapsModel::TextColumn))
            .testFlag(Qt::ItemIsEditable))
        editRow(index.row());
    else
        requestParagraph(index);
}

void TextGapsPage::requestParagraph(const QModelIndex &index)
{
    emit paragraphRequested(index.data(TextGapsModel::SectionRole).toInt(),
        index.data(TextGapsModel::ParagraphRole).toString());
}

/// What was typed has been taken; a number takes its gap, or several, off the list.
void TextGapsPage::moveOn(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    const int row = m_model.rowOf(m_gap.first, m_gap.second);
    const bool shift = modifiers.testFlag(Qt::ShiftModifier) && key != Qt::Key_Down;
    if (key == Qt::Key_Up || key == Qt::Key_Backtab || shift)
        editRow((row >= 0 ? row : m_row) - 1);
    else
        editRow(m_model.nextEmpty(row >= 0 ? row : m_row - 1));
}

/// The same gap stays the current one; where it is gone, the one in its place.
void TextGapsPage::listChanged()
{
    showCount();
    const int row = m_model.rowOf(m_gap.first, m_gap.second);
    if (row >= 0 || m_row >= 0)
        m_view->setCurrentIndex(m_model.index(
            row >= 0 ? row : qMin(m_row, m_model.rowCount() - 1), TextGapsModel::TextColumn));
    m_resetting = false;
    showParagraph();
}

bool TextGapsPage::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitColumns(static_cast<QResizeEvent *>(event)->size().width());
    if (event->type() != QEvent::KeyPress || !m_view->hasFocus())
        return QWidget::eventFilter(object, event);
    const QModelIndex current = m_view->currentIndex();
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!current.isValid()
            || !current.siblingAtColumn(0).data(TextGapsModel::EmptyRole).toBool())
            editRow(m_model.nextEmpty(current.row()));
        else
            activate(current);
        return true;
    case Qt::Key_F2:
        activate(current);
        return true;
    default:
        return QWidget::eventFilter(object, event);
    }
}

void TextGapsPage::showCount()
{
    int missing = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        missing += m_model.index(row, 0).data(TextGapsModel::EmptyRole).toBool() ? 1 : 0;
    m_title->setText(missing == 0 ? tr("Nothing is missing in the text")
                                  : tr("%n place(s) of the text are empty", nullptr, missing));
}

void TextGapsPage::showParagraph()
{
    const QString text = m_view->currentIndex().data(TextGapsModel::ParagraphRole).toString();
    m_paragraph->setText(shortened(text, 200));
    // On a small page the list needs the room.
    m_paragraph->setVisible(!text.isEmpty() && height() > m_view->fontMetrics().height() * 14);
}

/// The rest is for the words.
void TextGapsPage::fitColumns(int width)
{
    m_view->setColumnWidth(TextGapsModel::SectionColumn, width / 4);
    m_view->setColumnWidth(TextGapsModel::HintColumn, width * 7 / 20);
}

void TextGapsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showParagraph();
}

void TextGapsPage::setZoom(int percent)
{
    m_zoom = percent;
    setFonts();
}

void TextGapsPage::setFonts()
{
    const qreal points = uiFont().pointSizeF() * m_zoom / 100;
    m_view->setFont(uiFont(points));
    m_title->setFont(uiFont(points * 15 / 13, QFont::DemiBold));
    m_view->verticalHeader()->setDefaultSectionSize(m_view->fontMetrics().height() + 10);
}

}  // namespace mz
