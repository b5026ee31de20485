#pragma once

#include "model/compose/figure_matches.h"
#include "views/narrative/section_editor.h"

class QLabel;
class QToolButton;

namespace mz {

class ClaimsModel;

/// The editor of one written section, and below it what the field at the cursor
/// says, or which figure the number at the cursor may be.
class WritingPage : public QWidget
{
    Q_OBJECT
public:
    WritingPage(ReportDocument &document, ClaimsModel &claims, QWidget *parent = nullptr);

    void showSection(int section);
    int section() const { return m_editor->section(); }
    SectionEditor &editor() { return *m_editor; }
    void setZoom(int percent);
    /// Asks for a figure and inserts it at the cursor.
    void insertField();
    /// Asks what the field, or the number, at the cursor is.
    void changeField();
    /// Makes the number at the cursor the field that is offered; nothing where none is.
    void acceptOffer();

signals:
    void left(int section);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPlace();
    void putLikelyFirst(std::vector<WrittenSpan> &offers) const;
    void markClaims();
    QString meaning(const WrittenSpan &field) const;

    ReportDocument &m_document;
    ClaimsModel &m_claims;
    std::unique_ptr<FigureMatches> m_matches;  ///< Made when first asked; none after a change.
    QLabel *m_title;
    SectionEditor *m_editor;
    QLabel *m_line;
    QToolButton *m_offer, *m_change;
    std::optional<WrittenSpan> m_offered;
    SectionEditor::TypedNumber m_number;
};

}  // namespace mz
