#include "views/pages/text_gaps_page.h"

#include "views/pages/writing_delegate.h"
#include "views/theme/theme.h"
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace mz {

TextGapsPage::TextGapsPage(ReportDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_model(document)
    , m_title(new QLabel(this))
    , m_view(new QTableView(this))
    , m_message(new QLabel(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setObjectName("textGapsTitle");
    m_message->setObjectName("textGapsMessage");
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_view->setObjectName("textGaps");
    m_view->setAccessibleName(tr("What is still missing in the text"));
    m_view->setModel(&m_model);
    auto *delegate
        = new WritingDelegate(0, 0, TextGapsModel::EmptyRole, TextGapsModel::HintColumn, m_view);
    m_view->setItemDelegate(delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed
        | QAbstractItemView::DoubleClicked);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_message);
    connect(&m_model, &TextGapsModel::editRejected, this,
        [this](const Error &error) { m_message->setText(error.text()); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TextGapsPage::showCount);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        m_message->clear();
        showCount();
    });
    connect(m_view, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == TextGapsModel::SectionColumn)
            emit sectionRequested(index.data(TextGapsModel::SectionRole).toInt());
    });
    // Enter in the editor: what was typed is taken first, then the next gap opens.
    connect(delegate, &QAbstractItemDelegate::closeEditor, this,
        [this](QWidget *, QAbstractItemDelegate::EndEditHint hint) {
            if (hint != QAbstractItemDelegate::SubmitModelCache)
                return;
            // A number that was entered takes its gap, or several, off the list.
            const int before = m_model.rowCount() < m_rows ? m_row - 1 : m_row;
            QTimer::singleShot(0, this, [this, before] { editRow(m_model.nextEmpty(before)); });
        });
    setFonts();
    showCount();
}

void TextGapsPage::editGap(int section, const QString &gap)
{
    editRow(m_model.rowOf(section, gap));
}

void TextGapsPage::editRow(int row)
{
    const QModelIndex index = m_model.index(row, TextGapsModel::TextColumn);
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    m_view->setFocus();
    m_row = row;
    m_rows = m_model.rowCount();
    if (m_model.flags(index).testFlag(Qt::ItemIsEditable))
        m_view->edit(index);
}

bool TextGapsPage::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            // An editor lets its Enter through to here, and goes on by itself.
            if (m_view->hasFocus())
                editRow(m_model.nextEmpty(m_view->currentIndex().row()));
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void TextGapsPage::showCount()
{
    int missing = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        missing += m_model.index(row, 0).data(TextGapsModel::EmptyRole).toBool() ? 1 : 0;
    m_title->setText(missing == 0 ? tr("Nothing is missing in the text")
                                  : tr("%n place(s) of the text are empty", nullptr, missing));
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
