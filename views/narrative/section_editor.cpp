#include "views/narrative/section_editor.h"

#include "model/narrative/claim.h"
#include "model/tables/claims_model.h"
#include "views/narrative/written_document.h"
#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QTextBlock>

namespace mz {

namespace {

/// What was copied here keeps its fields when it is pasted here.
class WrittenMimeData : public QMimeData
{
public:
    explicit WrittenMimeData(std::vector<WrittenParagraph> paragraphs)
        : m_paragraphs(std::move(paragraphs))
    {
        QStringList lines;
        for (const WrittenParagraph &paragraph : m_paragraphs)
            lines << paragraph.text();
        setText(lines.join(u'\n'));
    }

    const std::vector<WrittenParagraph> &paragraphs() const { return m_paragraphs; }

private:
    std::vector<WrittenParagraph> m_paragraphs;
};

bool isShown(const WrittenParagraph &paragraph) { return !paragraph.spans.empty(); }

bool sameSpans(const std::vector<WrittenParagraph> &a, const std::vector<WrittenParagraph> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](const auto &one, const auto &other) { return one.spans == other.spans; });
}

bool isOfNumber(QChar c) { return c.isDigit() || c == u'.' || c == u',' || c == u'%'; }

/// Every piece of typing that is to be one step has a number of its own.
int nextTyping()
{
    static int last = 0;
    return ++last;
}

}  // namespace

SectionEditor::SectionEditor(ReportDocument &document, QWidget *parent)
    : QTextEdit(parent)
    , m_document(document)
{
    setObjectName("sectionEditor");
    setAccessibleName(tr("Text of the section"));
    setFrameShape(QFrame::NoFrame);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    // The document of the report undoes, and only it.
    setUndoRedoEnabled(false);
    QTextEdit::document()->setDocumentMargin(24);
    QTextEdit::document()->documentLayout()->registerHandler(
        WrittenPiece::Type, new WrittenPiece(this));
    setZoom(100);
    connect(QTextEdit::document(), &QTextDocument::contentsChanged, this, &SectionEditor::takeOver);
    connect(this, &QTextEdit::cursorPositionChanged, this, [this] {
        if (m_showing)
            return;
        if (!m_moves)
            beginStep();
        if (!textCursor().hasSelection())
            setCurrentCharFormat(typingFormat(textCursor()));
        emit placeChanged();
    });
    connect(&document, &ReportDocument::sectionsChanged, this, &SectionEditor::refresh);
    connect(&document, &ReportDocument::reset, this, [this] { showSection(-1); });
    connect(&document, &ReportDocument::editableChanged, this,
        [this](bool editable) { setReadOnly(!editable); });
}

void SectionEditor::showSection(int section)
{
    m_section = section;
    m_topic = section < 0 ? QString() : m_document.report().sections[size_t(section)].topic;
    setReadOnly(!m_document.isEditable());
    beginStep();
    if (section < 0) {
        const QScopedValueRollback showing(m_showing, true);
        clear();
        return;
    }
    refresh();
    moveCursor(QTextCursor::Start);
}

void SectionEditor::setZoom(int percent)
{
    m_zoom = percent;
    const QScopedValueRollback showing(m_showing, true);
    const QFont font = uiFont(uiFont().pointSizeF() * percent / 100);
    setFont(font);
    QTextEdit::document()->setDefaultFont(font);
    QTextEdit::document()->markContentsDirty(0, QTextEdit::document()->characterCount());
}

void SectionEditor::beginStep() { m_typing = nextTyping(); }

/// What was typed goes to the document of the report.
void SectionEditor::takeOver()
{
    if (m_showing || m_section < 0)
        return;
    std::vector<WrittenParagraph> shown = paragraphsOf(*QTextEdit::document());
    const QScopedValueRollback moves(m_moves, true);
    // What cannot be taken over is shown no longer.
    if (!m_document.setParagraphs(m_section, std::move(shown), m_typing))
        refresh();
    emit placeChanged();
}

/// Shows what the report says.
void SectionEditor::refresh()
{
    if (m_section < 0)
        return;
    const auto &sections = m_document.report().sections;
    if (size_t(m_section) >= sections.size() || !sections[size_t(m_section)].isWritten()
        || sections[size_t(m_section)].topic != m_topic) {
        emit lost();
        return;
    }
    std::vector<WrittenParagraph> written = sections[size_t(m_section)].written;
    std::erase_if(written, [](const auto &paragraph) { return !isShown(paragraph); });
    if (!sameSpans(written, paragraphsOf(*QTextEdit::document())))
        return showAnew(written);
    const QScopedValueRollback showing(m_showing, true);
    refreshGaps(*QTextEdit::document());
}

/// The cursor stays where it is.
void SectionEditor::showAnew(const std::vector<WrittenParagraph> &written)
{
    const QScopedValueRollback showing(m_showing, true);
    m_drawn = currentTheme().kind;
    const int block = textCursor().blockNumber(), column = textCursor().positionInBlock();
    showParagraphs(*QTextEdit::document(), written);
    const QTextBlock at = QTextEdit::document()->findBlockByNumber(
        qMin(block, QTextEdit::document()->blockCount() - 1));
    QTextCursor cursor(at);
    cursor.setPosition(at.position() + qMin(column, at.length() - 1));
    setTextCursor(cursor);
    emit placeChanged();
}

/// A block for each paragraph of the section. Blocks without text, and paragraphs
/// that were taken out, are not counted.
std::vector<QTextBlock> SectionEditor::shownParagraphs() const
{
    std::vector<QTextBlock> blocks;
    QTextBlock block = QTextEdit::document()->begin();
    for (const WrittenParagraph &paragraph :
        m_document.report().sections[size_t(m_section)].written) {
        while (isShown(paragraph) && block.isValid() && block.length() <= 1)
            block = block.next();
        blocks.push_back(isShown(paragraph) ? block : QTextBlock());
        if (isShown(paragraph) && block.isValid())
            block = block.next();
    }
    return blocks;
}

void SectionEditor::showPlace(const TextPlace &place)
{
    if (m_section < 0 || place.section != m_section || place.block < 0)
        return;
    const std::vector<QTextBlock> blocks = shownParagraphs();
    if (size_t(place.block) >= blocks.size() || !blocks[size_t(place.block)].isValid())
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(positionOf(blocks[size_t(place.block)], place.start + place.length));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void SectionEditor::markClaims(const std::vector<Claim> &claims)
{
    QList<ExtraSelection> marks;
    const auto &sections = m_document.report().sections;
    if (m_section < 0 || size_t(m_section) >= sections.size())
        return setExtraSelections({});
    const std::vector<QTextBlock> blocks = shownParagraphs();
    for (const Claim &claim : claims) {
        const TextPlace &place = claim.place;
        const ClaimsModel::State state = ClaimsModel::stateOf(claim);
        if (place.section != m_section || place.block < 0 || size_t(place.block) >= blocks.size()
            || !blocks[size_t(place.block)].isValid() || state == ClaimsModel::State::Agrees)
            continue;
        ExtraSelection mark;
        mark.cursor = QTextCursor(QTextEdit::document());
        mark.cursor.setPosition(positionOf(blocks[size_t(place.block)], place.start));
        mark.cursor.setPosition(
            positionOf(blocks[size_t(place.block)], place.start + place.length - 1) + 1,
            QTextCursor::KeepAnchor);
        if (state == ClaimsModel::State::Disagrees) {
            mark.format.setForeground(currentTheme().error);
            mark.format.setBackground(currentTheme().errorBack);
        } else {
            mark.format.setUnderlineStyle(QTextCharFormat::DotLine);
            mark.format.setUnderlineColor(currentTheme().muted);
        }
        marks.push_back(mark);
    }
    setExtraSelections(marks);
}

SectionEditor::TypedNumber SectionEditor::numberAtCursor() const
{
    const QTextBlock block = textCursor().block();
    const QString text = block.text();
    int start = textCursor().positionInBlock(), end = start;
    while (start > 0 && isOfNumber(text[start - 1]))
        --start;
    while (end < text.size() && isOfNumber(text[end]))
        ++end;
    // A comma or point at the end is the sentence's.
    while (end > start && (text[end - 1] == u'.' || text[end - 1] == u','))
        --end;
    if (end == start || !text[start].isDigit())
        return {};
    return {block.position() + start, text.mid(start, end - start)};
}

int SectionEditor::pieceBesideCursor() const
{
    const QTextCursor cursor = textCursor();
    const int start = cursor.selectionStart();
    if (cursor.hasSelection() && cursor.selectionEnd() != start + 1)
        return -1;
    if (!cursor.hasSelection() && cursor.positionInBlock() > 0) {
        const auto before = pieceAt(*QTextEdit::document(), start - 1);
        if (before && before->kind != WrittenSpan::Kind::Gap)
            return start - 1;
    }
    const auto behind = pieceAt(*QTextEdit::document(), start);
    return behind && behind->kind != WrittenSpan::Kind::Gap ? start : -1;
}

std::optional<WrittenSpan> SectionEditor::currentPiece() const
{
    return pieceAt(*QTextEdit::document(), pieceBesideCursor());
}

void SectionEditor::insertField(const WrittenSpan &field)
{
    beginStep();
    QTextCursor cursor = textCursor();
    insertSpans(cursor, {field});
    setTextCursor(cursor);
    beginStep();
}

void SectionEditor::replaceNumber(const TypedNumber &number, const WrittenSpan &field)
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(number.start);
    cursor.setPosition(number.start + int(number.text.size()), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    insertField(field);
}

void SectionEditor::replacePiece(const WrittenSpan &field)
{
    const int at = pieceBesideCursor();
    if (at < 0)
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(at);
    cursor.setPosition(at + 1, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    insertField(field);
}

/// Typed text takes neither the look nor the meaning of the piece before it.
void SectionEditor::prepareTyping()
{
    QTextCursor cursor = textCursor();
    if (cursor.hasSelection()) {
        const QTextCharFormat format = typingFormat(cursor);
        cursor.removeSelectedText();
        setTextCursor(cursor);
        setCurrentCharFormat(format);
    } else {
        setCurrentCharFormat(typingFormat(cursor));
    }
}

bool SectionEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return false;
        }
    }
    return QTextEdit::event(event);
}

void SectionEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return emit left();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool typed = enter || (!event->text().isEmpty() && event->text().front().isPrint());
    const bool deletes = event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete;
    const QScopedValueRollback moves(m_moves, typed || deletes);
    if (typed && !isReadOnly())
        prepareTyping();
    if (enter && event->modifiers().testFlag(Qt::ShiftModifier)) {
        // A paragraph has no lines of its own.
        QKeyEvent plain(event->type(), event->key(), Qt::NoModifier, event->text());
        return QTextEdit::keyPressEvent(&plain);
    }
    QTextEdit::keyPressEvent(event);
}

void SectionEditor::inputMethodEvent(QInputMethodEvent *event)
{
    const QScopedValueRollback moves(m_moves, true);
    if (!event->commitString().isEmpty() && !isReadOnly())
        prepareTyping();
    QTextEdit::inputMethodEvent(event);
}

void SectionEditor::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTextEdit::mouseDoubleClickEvent(event);
    QTextCursor cursor = cursorForPosition(event->position().toPoint());
    for (const int at : {cursor.position(), cursor.position() - 1}) {
        const auto piece = pieceAt(*QTextEdit::document(), at);
        if (!piece || piece->kind == WrittenSpan::Kind::Gap)
            continue;
        cursor.setPosition(at);
        cursor.setPosition(at + 1, QTextCursor::KeepAnchor);
        setTextCursor(cursor);
        return emit pieceActivated();
    }
}

void SectionEditor::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_section < 0 || m_drawn == currentTheme().kind)
        return;
    // What a gap was filled with stands on a colour of the theme.
    showAnew(paragraphsOf(*QTextEdit::document()));
    viewport()->update();
}

QMimeData *SectionEditor::createMimeDataFromSelection() const
{
    return new WrittenMimeData(paragraphsOf(textCursor()));
}

bool SectionEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void SectionEditor::insertFromMimeData(const QMimeData *source)
{
    if (isReadOnly() || !source)
        return;
    beginStep();
    QTextCursor cursor = textCursor();
    if (const auto *written = dynamic_cast<const WrittenMimeData *>(source)) {
        insertParagraphs(cursor, written->paragraphs());
    } else {
        QString text = source->text();
        text.remove(QChar::ObjectReplacementCharacter);
        const QTextCharFormat format = typingFormat(cursor);
        cursor.insertText(text, format);
    }
    setTextCursor(cursor);
    beginStep();
}

}  // namespace mz
