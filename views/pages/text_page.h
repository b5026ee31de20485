#pragma once

#include "model/tables/claims_model.h"
#include <QHash>
#include <QTextBrowser>

namespace mz {

/// A part of the report as it was published: headings, paragraphs, and grids
/// that are no disclosure tables. For reading. Numbers that were checked bear a
/// quiet mark: underlined in green where they agree, semibold on pale red where
/// they do not, underlined with dots where nothing could be compared.
class TextPage : public QTextBrowser
{
    Q_OBJECT
public:
    TextPage(ReportDocument &document, ClaimsModel &claims, QWidget *parent = nullptr);

    /// Shows the part that holds the section, at the section.
    void showSection(int section);
    /// Shows the number's section, and the number as the current one.
    void showClaim(int claim);
    void setZoom(int percent);

signals:
    /// The link that stands where a table stands was chosen.
    void sheetRequested(int sheet);
    /// A number was chosen.
    void claimChosen(int claim);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void draw();
    QString partHtml(int part);
    QString markedHtml(const QString &text, int section, int block) const;
    void styleClaims();
    void redraw();  ///< Where the reader is, with what the text says now.

    ReportDocument &m_document;
    ClaimsModel &m_claims;
    /// The numbers of each paragraph of the part, by section and block.
    QHash<std::pair<int, int>, std::vector<int>> m_claimsOf;
    int m_currentClaim = -1;
    int m_section = -1;
    int m_drawnPart = -1;
    int m_zoom = 100;
};

}  // namespace mz
