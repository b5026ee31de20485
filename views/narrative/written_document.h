#pragma once

#include "model/domain/written_text.h"
#include <QTextBlock>
#include <QTextCharFormat>
#include <QTextCursor>
#include <QTextObjectInterface>

namespace mz {

/// Draws what follows a figure, and the mark of a gap, as one piece on a tint:
/// the cursor goes over it, and it is deleted as a whole.
class WrittenPiece : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    static constexpr int Type = QTextFormat::UserObject + 1;

    using QObject::QObject;
    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
        const QTextFormat &format) override;
};

/// Written paragraphs as a text that can be edited, and back: a block each. A
/// field, word or gap is one character; what a gap was filled with is text
/// behind its mark.
void showParagraphs(QTextDocument &document, const std::vector<WrittenParagraph> &paragraphs);
std::vector<WrittenParagraph> paragraphsOf(const QTextDocument &document);
/// Only what is selected; without ids.
std::vector<WrittenParagraph> paragraphsOf(const QTextCursor &selection);
/// At the cursor, in place of what is selected.
void insertSpans(QTextCursor &cursor, const std::vector<WrittenSpan> &spans);
void insertParagraphs(QTextCursor &cursor, const std::vector<WrittenParagraph> &paragraphs);

/// The piece that stands right behind the position; nothing where there is text.
std::optional<WrittenSpan> pieceAt(const QTextDocument &document, int position);
/// How text is to look, and to be read, that is typed at the cursor.
QTextCharFormat typingFormat(const QTextCursor &cursor);
/// The marks of gaps show whether there are words behind them.
void refreshGaps(QTextDocument &document);
/// Of a character of the block's paragraph, as WrittenParagraph::text() has it:
/// where it stands in the document.
int positionOf(const QTextBlock &block, int character);

}  // namespace mz
