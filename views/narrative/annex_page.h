#pragma once

#include "model/tables/annex_model.h"
#include "views/grid/typing_table.h"
#include <QWidget>

class QLabel;

namespace mz {

class TypingDelegate;

/// A performance annex as a page: its title, whose it is, the table as printed.
class AnnexPage : public QWidget
{
    Q_OBJECT
public:
    explicit AnnexPage(ReportDocument &document, QWidget *parent = nullptr);

    /// Shows the section's annex. False where it has none, or where the table only
    /// stands within a text or beside others.
    bool showSection(int section);
    /// Shows the annex in this block of the section, whatever stands around it.
    bool showTable(int section, int block);
    bool isShown(int section, int block) const
    {
        return m_model.table() && m_model.table()->section == section
            && m_model.table()->block == block;
    }
    /// Goes to a cell of the grid.
    void showCell(int row, int cell);
    /// Percent of the size for work.
    void setZoom(int percent);
    TypingTable &view() { return *m_view; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    std::vector<int> columnWidths() const;
    void arrange();
    void setFonts();
    void explain();
    void tell(const QString &text, bool wrong);

    ReportDocument &m_document;
    AnnexModel m_model;
    QLabel *m_title;
    QLabel *m_name;
    TypingDelegate *m_delegate;
    TypingTable *m_view;
    QLabel *m_message;
    int m_zoom = 100;
};

}  // namespace mz
