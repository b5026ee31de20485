#include "views/narrative/writing_page.h"

#include "model/compose/figure_values.h"
#include "model/tables/claims_model.h"
#include "views/dialogs/field_dialog.h"
#include "views/dialogs/figure_choice.h"
#include "views/theme/theme.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QSet>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mz {

WritingPage::WritingPage(ReportDocument &document, ClaimsModel &claims, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_claims(claims)
    , m_title(new QLabel(this))
    , m_editor(new SectionEditor(document, this))
    , m_line(new QLabel(this))
    , m_offer(new QToolButton(this))
    , m_change(new QToolButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setObjectName("writingTitle");
    m_title->setTextFormat(Qt::PlainText);
    m_title->setContentsMargins(24, 12, 24, 0);
    m_line->setObjectName("writingLine");
    m_line->setTextFormat(Qt::PlainText);
    m_line->setWordWrap(true);
    m_line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_offer->setObjectName("writingOffer");
    m_offer->setText(tr("Make it a field"));
    m_offer->setToolTip(tr("Ctrl+Enter: the number follows its figure from now on"));
    auto *insert = new QToolButton(this);
    insert->setText(tr("Insert a field…"));
    insert->setObjectName("insertField");
    m_change->setObjectName("changeField");
    m_change->setText(tr("Change…"));
    auto *finish = new QToolButton(this);
    finish->setText(tr("Done"));
    finish->setObjectName("finishWriting");
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(24, 0, 24, 12);
    bar->setSpacing(8);
    bar->addWidget(m_line, 1);
    for (QToolButton *button : {m_offer, m_change, insert, finish}) {
        button->setFocusPolicy(Qt::StrongFocus);
        bar->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_editor, 1);
    layout->addLayout(bar);
    setFocusProxy(m_editor);
    setZoom(100);

    const auto leave = [this] {
        const int section = m_editor->section();
        m_editor->showSection(-1);
        if (section >= 0)
            emit left(section);
    };
    const auto finished = [this, leave] {
        // Not where a step is taken back: that is no time for another one.
        m_document.takeTypedNumbers(m_editor->section());
        leave();
    };
    connect(m_editor, &SectionEditor::lost, this, leave);
    connect(m_editor, &SectionEditor::left, this, finished);
    connect(finish, &QToolButton::clicked, this, finished);
    connect(insert, &QToolButton::clicked, this, &WritingPage::insertField);
    connect(m_change, &QToolButton::clicked, this, &WritingPage::changeField);
    connect(m_offer, &QToolButton::clicked, this, &WritingPage::acceptOffer);
    connect(m_editor, &SectionEditor::pieceActivated, this, &WritingPage::changeField);
    connect(m_editor, &SectionEditor::placeChanged, this, &WritingPage::showPlace);
    connect(&claims, &QAbstractItemModel::modelReset, this, &WritingPage::markClaims);
    connect(&claims, &QAbstractItemModel::dataChanged, this, &WritingPage::markClaims);
    const auto forget = [this] { m_matches.reset(); };
    connect(&document, &ReportDocument::cellsChanged, this, forget);
    connect(&document, &ReportDocument::sheetsChanged, this, forget);
    connect(&document, &ReportDocument::sideFiguresChanged, this, forget);
    connect(&document, &ReportDocument::reset, this, forget);
}

void WritingPage::showSection(int section)
{
    m_editor->showSection(section);
    if (section < 0)
        return;
    const Section &shown = m_document.report().sections[size_t(section)];
    m_title->setText(shown.number + shown.title);
    markClaims();
    showPlace();
}

void WritingPage::setZoom(int percent)
{
    m_editor->setZoom(percent);
    m_title->setFont(uiFont(uiFont().pointSizeF() * 15 / 13 * percent / 100, QFont::DemiBold));
}

/// On a small page the text needs the room; the contents name the section.
void WritingPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool small = height() < m_editor->fontMetrics().height() * 14;
    m_title->setVisible(!small);
    m_line->setWordWrap(!small);
}

void WritingPage::markClaims()
{
    if (m_editor->section() >= 0)
        m_editor->markClaims(m_claims.claims());
}

QString WritingPage::meaning(const WrittenSpan &field) const
{
    Claim claim;
    claim.figure = field.figure;
    claim.role = field.role;
    claim.phase = field.phase;
    claim.whole = field.whole;
    return tr("%1 · %2").arg(m_claims.figureName(claim),
        FigureChoice::roleName(field.role, field.kind == WrittenSpan::Kind::Word));
}

void WritingPage::showPlace()
{
    m_offered.reset();
    const auto piece = m_editor->currentPiece();
    m_number = piece ? SectionEditor::TypedNumber() : m_editor->numberAtCursor();
    std::vector<WrittenSpan> offers;
    if (!m_number.text.isEmpty() && !m_editor->isReadOnly()) {
        if (!m_matches)
            m_matches = std::make_unique<FigureMatches>(m_document.report(), m_document.handbook());
        offers = m_matches->find(m_number.text);
        putLikelyFirst(offers);
    }
    if (!offers.empty())
        m_offered = offers.front();
    m_offer->setVisible(m_offered.has_value());
    m_change->setVisible(!m_editor->isReadOnly() && (piece || !m_number.text.isEmpty()));
    if (piece)
        m_line->setText(tr("%1: %2").arg(piece->text, meaning(*piece)));
    else if (offers.size() > 1)
        m_line->setText(tr("%1 is also: %2 (and %n more)", nullptr, int(offers.size()) - 1)
                            .arg(m_number.text, meaning(offers.front())));
    else if (m_offered)
        m_line->setText(tr("%1 is also: %2").arg(m_number.text, meaning(*m_offered)));
    else
        m_line->setText(tr("What stands on a tint follows the figures. Esc: done."));
}

/// Many figures may have one amount: before others stands what the words before the
/// number name, then what the section tells of.
void WritingPage::putLikelyFirst(std::vector<WrittenSpan> &offers) const
{
    if (offers.size() < 2)
        return;
    constexpr int nearby = 24;
    const QTextBlock block = m_editor->document()->findBlock(m_number.start);
    QString before = block.text().first(m_number.start - block.position()).right(nearby);
    // The names before another number are not this one's.
    before = before.section(QChar::ObjectReplacementCharacter, -1);
    const FigureValues values(m_document.report(), m_document.handbook());
    QSet<QString> told;
    for (const WrittenParagraph &paragraph :
        m_document.report().sections[size_t(m_editor->section())].written) {
        for (const WrittenSpan &span : paragraph.spans)
            told.insert(span.figure);
    }
    // The longest name: 财政拨款收入 ends with 收入.
    const auto rank = [&](const WrittenSpan &offer) {
        const QString name = values.name(offer.figure);
        const qsizetype named = before.contains(name) ? name.size() : 0;
        return std::pair(-named, told.contains(offer.figure) ? 0 : 1);
    };
    std::stable_sort(offers.begin(), offers.end(),
        [&rank](const WrittenSpan &a, const WrittenSpan &b) { return rank(a) < rank(b); });
}

void WritingPage::insertField()
{
    if (m_editor->isReadOnly())
        return;
    FieldDialog dialog(m_document, {}, this);
    if (dialog.exec() == QDialog::Accepted)
        m_editor->insertField(dialog.field());
    m_editor->setFocus();
}

void WritingPage::changeField()
{
    if (m_editor->isReadOnly())
        return;
    const auto piece = m_editor->currentPiece();
    const SectionEditor::TypedNumber number = m_number;
    if (!piece && number.text.isEmpty())
        return insertField();
    FieldDialog dialog(m_document, piece.value_or(m_offered.value_or(WrittenSpan())), this);
    if (dialog.exec() == QDialog::Accepted) {
        if (piece)
            m_editor->replacePiece(dialog.field());
        else
            m_editor->replaceNumber(number, dialog.field());
    }
    m_editor->setFocus();
}

void WritingPage::acceptOffer()
{
    if (!m_offered)
        return;
    m_editor->replaceNumber(m_number, *m_offered);
    m_editor->setFocus();
}

}  // namespace mz
