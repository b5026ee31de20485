#include "views/pages/table_page.h"

#include "model/compose/table_layout.h"
#include "views/grid/form_view.h"
#include "views/pages/explanation_line.h"
#include "views/theme/theme.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace mz {

namespace {

constexpr int margin = 16;

QLabel *textLabel(QWidget *parent, Qt::Alignment alignment)
{
    auto *label = new QLabel(parent);
    label->setAlignment(alignment | Qt::AlignVCenter);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

TablePage::TablePage(ReportDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(textLabel(this, Qt::AlignHCenter))
    , m_line(new QHBoxLayout)
    , m_agency(textLabel(this, Qt::AlignLeft))
    , m_number(textLabel(this, Qt::AlignHCenter))
    , m_unit(textLabel(this, Qt::AlignRight))
    , m_view(new FormView(this))
    , m_notes(textLabel(this, Qt::AlignLeft))
    , m_explanation(new ExplanationLine(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setObjectName("tableTitle");
    m_title->setWordWrap(true);
    m_notes->setObjectName("tableNotes");
    m_notes->setWordWrap(true);
    m_agency->setMinimumWidth(0);
    m_agency->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_agency->setObjectName("tableAgency");
    m_unit->setObjectName("tableUnit");
    m_line->setSpacing(8);
    m_line->addWidget(m_agency, 1);
    m_line->addWidget(m_number);
    m_line->addWidget(m_unit, 1);
    auto *page = new QWidget(this);
    auto *paper = new QVBoxLayout(page);
    paper->setContentsMargins(margin, 8, margin, 8);
    paper->setSpacing(4);
    paper->addWidget(m_title);
    paper->addLayout(m_line);
    paper->addWidget(m_view, 1);
    paper->addWidget(m_notes);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(page, 1000);
    middle->addStretch(1);
    layout->addLayout(middle, 1);
    layout->addWidget(m_explanation);

    m_view->viewport()->installEventFilter(this);
    // On a wide window the paper stays as wide as the form, in the middle.
    connect(m_view, &FormView::idealWidthChanged, this, [this, page](int width) {
        page->setMaximumWidth(qMax(width, fontMetrics().height() * 34) + 2 * margin);
    });
    connect(m_view, &FormView::shownWidthChanged, this, &TablePage::placeLines);
    connect(m_view, &FormView::currentCellChanged, this, &TablePage::explain);
    connect(&document, &ReportDocument::cellsChanged, this, &TablePage::explain);
    connect(&document, &ReportDocument::sheetsChanged, this, [this] {
        if (m_model && size_t(m_model->sheetIndex()) < m_document.report().sheets.size())
            explain();
    });
    connect(&document, &ReportDocument::identityChanged, this, &TablePage::showLines);
    connect(m_view, &FormView::refused, m_explanation, &ExplanationLine::showRefusal);
    connect(m_view, &FormView::refusalOver, m_explanation, &ExplanationLine::clearRefusal);
    connect(m_explanation, &ExplanationLine::cellRequested, this, &TablePage::cellRequested);
    setFonts();
}

TablePage::~TablePage()
{
    // The view outlives the members, and must not see a model that is gone.
    m_view->blockSignals(true);
    m_view->setSheetModel(nullptr);
}

int TablePage::sheetIndex() const { return m_model ? m_model->sheetIndex() : -1; }

void TablePage::showSheet(int sheet)
{
    m_view->setSheetModel(nullptr);
    m_model.reset();
    if (sheet < 0 || size_t(sheet) >= m_document.report().sheets.size())
        return;
    m_model = std::make_unique<SheetModel>(m_document, sheet);
    m_model->setChecks(m_checks);
    m_view->setSheetModel(m_model.get());
    m_view->setAccessibleName(m_model->sheet().title);
    showLines();
    explain();
}

void TablePage::setHighlight(const std::vector<CellRef> &cells)
{
    if (m_model)
        m_model->setHighlight(cells);
}

void TablePage::showLines()
{
    if (!m_model || size_t(m_model->sheetIndex()) >= m_document.report().sheets.size())
        return;
    const Sheet &sheet = m_model->sheet();
    m_title->setText(sheet.form->title);
    m_title->setToolTip(inWindowLanguage(QString(), sheet.form->english));
    m_agencyText = agencyLine(sheet, m_document.report().identity.agency);
    m_number->setText(sheet.number);
    m_unit->setText(unitLine(sheet));
    m_notes->setText(sheet.notes.join(u'\n'));
    m_notes->setVisible(!sheet.notes.isEmpty());
    placeLines();
}

/// The lines above end where the form does, not where its scroll bar does.
void TablePage::placeLines()
{
    const int width = m_view->shownWidth();
    const int beside = qMax(0, m_view->width() - width);
    m_title->setContentsMargins(0, 0, beside, 0);
    m_line->setContentsMargins(0, 0, beside, 0);
    // The number stands in the middle, as long as the department has room beside it.
    const int unit = m_unit->sizeHint().width();
    const int middle = m_number->text().isEmpty() ? 0 : m_number->sizeHint().width() + 16;
    const int wanted = m_agency->fontMetrics().horizontalAdvance(m_agencyText);
    const bool centred = wanted <= (width - middle) / 2;
    m_unit->setMinimumWidth(centred ? 0 : unit);
    m_line->setStretch(2, centred ? 1 : 0);
    const int room = centred ? wanted : width - middle - unit;
    m_agency->setText(m_agency->fontMetrics().elidedText(m_agencyText, Qt::ElideRight, room));
    m_agency->setToolTip(wanted > room ? m_agencyText : QString());
}

void TablePage::explain()
{
    const CellRef cell = m_view->currentCell();
    if (!m_model || !cell.isValid())
        m_explanation->clear();
    else
        m_explanation->show(explainCell(m_document, cell));
}

void TablePage::setZoom(int percent)
{
    percent = qBound(50, percent, 300);
    if (percent == m_zoom)
        return;
    m_zoom = percent;
    setFonts();
    emit zoomChanged(percent);
}

void TablePage::setFonts()
{
    const qreal points = uiFont().pointSizeF() * m_zoom / 100;
    m_title->setFont(uiFont(points * 18 / 13, QFont::DemiBold));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, currentTheme().muted);
    for (QLabel *label : {m_agency, m_number, m_unit, m_notes}) {
        label->setFont(uiFont(points));
        label->setPalette(muted);
    }
    m_view->setFont(uiFont(points));
    placeLines();
}

void TablePage::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QWidget::wheelEvent(event);
    setZoom(m_zoom + (event->angleDelta().y() > 0 ? 10 : -10));
    event->accept();
}

bool TablePage::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Wheel) {
        auto *wheel = static_cast<QWheelEvent *>(event);
        if (wheel->modifiers().testFlag(Qt::ControlModifier)) {
            wheelEvent(wheel);
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void TablePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_view && !m_settingFonts) {
        m_settingFonts = true;
        setFonts();
        m_settingFonts = false;
    }
}

}  // namespace mz
