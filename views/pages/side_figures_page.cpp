#include "views/pages/side_figures_page.h"

#include "views/grid/typing_table.h"
#include "views/pages/writing_delegate.h"
#include "views/theme/theme.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace mz {

SideFiguresPage::SideFiguresPage(ReportDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(document)
    , m_title(new QLabel(tr("Figures for the text"), this))
    , m_lastYear(new QToolButton(this))
    , m_published(new QToolButton(this))
    , m_delegate(new WritingDelegate(SideFiguresModel::HeadingRole, SideFiguresModel::FollowsRole,
          0, SideFiguresModel::ValueColumn, nullptr))
    , m_view(new TypingTable(m_delegate, this))
    , m_message(new QLabel(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_message->setObjectName("sideFiguresMessage");
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_lastYear->setObjectName("takeLastYear");
    m_published->setObjectName("takePublished");
    m_lastYear->setText(tr("Take &last year's from a report…"));
    m_published->setText(tr("Take what the &published text states"));
    for (QToolButton *button : {m_lastYear, m_published})
        button->setFocusPolicy(Qt::StrongFocus);
    m_view->setObjectName("sideFigures");
    m_view->setAccessibleName(tr("Figures for the text"));
    m_view->setModel(&m_model);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setSectionResizeMode(
        SideFiguresModel::NameColumn, QHeaderView::Stretch);
    m_view->installEventFilter(this);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_published);
    top->addWidget(m_lastYear);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_message);
    connect(m_lastYear, &QToolButton::clicked, this, &SideFiguresPage::lastYearRequested);
    connect(&m_model, &SideFiguresModel::editRejected, this, [this](const Error &error) {
        tell(error.text());
        m_delegate->showReason(error.message);
    });
    connect(m_delegate, &TypingDelegate::refusalOver, m_message, &QLabel::clear);
    connect(m_delegate, &TypingDelegate::told, this, &SideFiguresPage::tell);
    connect(&m_model, &QAbstractItemModel::dataChanged, m_message, &QLabel::clear);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &SideFiguresPage::arrange);
    connect(m_published, &QToolButton::clicked, this, &SideFiguresPage::takePublished);
    connect(&document, &ReportDocument::editableChanged, this, &SideFiguresPage::allow);
    connect(&document, &ReportDocument::sectionsChanged, this, &SideFiguresPage::allow);
    connect(&document, &ReportDocument::reset, this, &SideFiguresPage::allow);
    allow();
    setFocusProxy(m_view);
    setFonts();
    arrange();
}

void SideFiguresPage::allow()
{
    m_lastYear->setEnabled(m_document.isEditable());
    m_published->setEnabled(m_document.isEditable());
    m_published->setVisible(m_document.hasPublishedText());
}

void SideFiguresPage::takePublished()
{
    const Done taken = m_document.takePublished();
    tell(taken ? tr("Missing figures are those of the published text.") : taken.error().message);
}

void SideFiguresPage::tell(const QString &text) const { m_message->setText(text); }

void SideFiguresPage::focusInput()
{
    if (!m_model.flags(m_view->currentIndex()).testFlag(Qt::ItemIsEditable)
        && m_view->firstInput().isValid())
        m_view->setCurrentIndex(m_view->firstInput());
    m_view->setFocus();
}

bool SideFiguresPage::showFigure(const QString &figure, Phase phase)
{
    const QModelIndex index
        = m_model.index(m_model.rowOf(figure, phase), SideFiguresModel::ValueColumn);
    if (!index.isValid())
        return false;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    return true;
}

void SideFiguresPage::paste()
{
    const QModelIndex current = m_view->currentIndex();
    QString text = QGuiApplication::clipboard()->text();
    const Done pasted = m_model.paste(current.isValid() ? current.row() : 0, text.remove(u'\r'));
    tell(pasted ? QString() : tr("Nothing was pasted. %1").arg(pasted.error().text()));
}

bool SideFiguresPage::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const QModelIndex current = m_view->currentIndex();
    if (key->matches(QKeySequence::Paste)) {
        paste();
        return true;
    }
    if (key->key() == Qt::Key_Delete && current.isValid()) {
        m_model.setData(
            current.siblingAtColumn(SideFiguresModel::ValueColumn), QString(), Qt::EditRole);
        return true;
    }
    return QWidget::eventFilter(object, event);
}

void SideFiguresPage::arrange()
{
    m_view->clearSpans();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.index(row, 0).data(SideFiguresModel::HeadingRole).toBool())
            m_view->setSpan(row, 0, 1, SideFiguresModel::ColumnCount);
    }
    const int widths[] = {0, 90, 110, 50, 170};
    for (int column = 1; column < SideFiguresModel::ColumnCount; ++column)
        m_view->setColumnWidth(column, widths[column] * m_zoom / 100);
    m_view->verticalHeader()->setDefaultSectionSize(m_view->fontMetrics().height() + 8);
}

/// On a small page the buttons need the room, and the values: the contents name the
/// page, and the tip of a value says where it comes from.
void SideFiguresPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int buttons = m_published->sizeHint().width() + m_lastYear->sizeHint().width();
    m_title->setVisible(buttons + m_title->sizeHint().width() + 64 < width());
    const bool small = width() < m_view->fontMetrics().height() * 25;
    for (const int column : {SideFiguresModel::UnitColumn, SideFiguresModel::SourceColumn})
        m_view->setColumnHidden(column, small);
}

void SideFiguresPage::setZoom(int percent)
{
    m_zoom = percent;
    setFonts();
    arrange();
}

void SideFiguresPage::setFonts()
{
    const qreal points = uiFont().pointSizeF() * m_zoom / 100;
    m_view->setFont(uiFont(points));
    m_title->setFont(uiFont(points * 15 / 13, QFont::DemiBold));
}

}  // namespace mz
