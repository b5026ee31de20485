#pragma once

#include "model/narrative/annex_tables.h"
#include "model/tables/claims_model.h"
#include <QHash>
#include <QTextBrowser>

namespace mz {

/// A part of the report as it was published: headings, paragraphs, and grids
/// that are no disclosure tables. For reading. Numbers that were checked bear a
/// quiet mark: underlined in green where they agree, semibold on pale red where
/// they do not, underlined with dots where nothing could be compared. What
/// follows the figures in a written section stands on a quiet tint.
class TextPage : public QTextBrowser
{
    Q_OBJECT
public:
    TextPage(ReportDocument &document, ClaimsModel &claims, QWidget *parent = nullptr);

    /// Shows the part that holds the section, at the section.
    void showSection(int section);
    /// Shows the number's section, and the number as the current one.
    void showClaim(int claim);
    /// Shows the section at the sentence that is quoted, and marks it.
    void showQuote(int section, const QString &quote);
    /// Scrolls to what is marked, after the page has got another size.
    void showMarked();
    /// What is marked so; "" where nothing is.
    QString markedQuote() const { return m_quote.selectedText(); }
    void setZoom(int percent);
    int section() const { return m_section; }

    /// What is shown of a section that was published and is written now.
    enum class Version : quint8 { Now, Published, Both };
    void showVersion(int section, Version version);

signals:
    /// The link that stands where a table stands was chosen.
    void sheetRequested(int sheet);
    /// An annex that stands in the text is wanted as a table.
    void annexRequested(int section, int block);
    /// A number was chosen.
    void claimChosen(int claim);
    /// A gap of a written section was chosen.
    void gapChosen(int section, const QString &gap);
    /// The user wants to edit a written section.
    void editRequested(int section);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void draw();
    QString partHtml(int part);
    QString sectionHtml(const Section &section, int index) const;
    QString blocksHtml(const Section &section, int index) const;
    QString annexLink(const std::vector<AnnexTable> &annexes, int section, int block) const;
    QString versionsHtml(const Section &section, int index) const;
    int sectionAt(QPoint place) const;
    QString writtenHtml(const WrittenParagraph &paragraph, int section, int number) const;
    QString markedHtml(const QString &text, int section, int block) const;
    void follow(const QUrl &link);
    void styleClaims();
    QTextCursor findQuote(int section, const QString &quote) const;
    void scrollToCursor(QTextCursor cursor);
    void redraw();  ///< Where the reader is, with what the text says now.

    ReportDocument &m_document;
    ClaimsModel &m_claims;
    /// The numbers of each paragraph of the part, by section and block.
    QHash<std::pair<int, int>, std::vector<int>> m_claimsOf;
    QHash<int, Version> m_versions;  ///< By section; Now where nothing else was chosen.
    int m_currentClaim = -1;
    QString m_quoted;  ///< The sentence that is looked at, and where it stands.
    QTextCursor m_quote;
    int m_section = -1;
    int m_drawnPart = -1;
    int m_zoom = 100;
};

}  // namespace mz
