#pragma once

#include "model/document/report_document.h"
#include <QTextBrowser>

namespace mz {

/// A part of the report as it was published: headings, paragraphs, and grids
/// that are no disclosure tables. For reading.
class TextPage : public QTextBrowser
{
    Q_OBJECT
public:
    explicit TextPage(ReportDocument &document, QWidget *parent = nullptr);

    /// Shows the part that holds the section, at the section.
    void showSection(int section);
    void setZoom(int percent);

signals:
    /// The link that stands where a table stands was chosen.
    void sheetRequested(int sheet);

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();
    void redraw();  ///< Where the reader is, with what the text says now.

    ReportDocument &m_document;
    int m_section = -1;
    int m_drawnPart = -1;
    int m_zoom = 100;
};

}  // namespace mz
