#pragma once

#include "model/document/report_document.h"
#include "views/theme/theme.h"
#include <QTextBlock>
#include <QTextEdit>

namespace mz {

struct Claim;
struct TextPlace;

/// Edits the paragraphs of one written section: text is typed freely around
/// what follows the figures. Every change is a step of the document's undo.
class SectionEditor : public QTextEdit
{
    Q_OBJECT
public:
    explicit SectionEditor(ReportDocument &document, QWidget *parent = nullptr);

    /// Of a written section; -1 shows nothing.
    void showSection(int section);
    int section() const { return m_section; }
    void setZoom(int percent);
    /// The cursor goes behind these characters of the section.
    void showPlace(const TextPlace &place);
    /// Underlines numbers that do not agree, and those that were not checked.
    void markClaims(const std::vector<Claim> &claims);

    /// A number that was typed as text.
    struct TypedNumber
    {
        int start = -1;  ///< In the document.
        QString text;
    };
    /// The one that the cursor stands in or behind; "" where there is none.
    TypedNumber numberAtCursor() const;
    /// What follows a figure, selected or beside the cursor.
    std::optional<WrittenSpan> currentPiece() const;

    void insertField(const WrittenSpan &field);
    void replaceNumber(const TypedNumber &number, const WrittenSpan &field);
    void replacePiece(const WrittenSpan &field);

signals:
    /// The cursor stands elsewhere, or the text is another.
    void placeChanged();
    void pieceActivated();
    /// The user is done.
    void left();
    /// The section is not a written one any more.
    void lost();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void takeOver();
    void refresh();
    void showAnew(const std::vector<WrittenParagraph> &written);
    void beginStep();
    void prepareTyping();
    int pieceBesideCursor() const;
    std::vector<QTextBlock> shownParagraphs() const;

    ReportDocument &m_document;
    int m_section = -1;
    QString m_topic;  ///< The section's: other sections may come before it.
    Theme::Kind m_drawn = Theme::Kind::Light;  ///< Whose colours the text has.
    int m_zoom = 100;
    int m_typing = 0;  ///< Of the step that typing goes on with.
    bool m_showing = false;
    bool m_moves = false;  ///< The cursor moves because of what is typed.
};

}  // namespace mz
