#pragma once

#include "model/tables/sheet_model.h"
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace mz {

class ExplanationLine;
class FormView;

/// One table as a page: title, the line with department, number and unit, the
/// form, its notes, and the line that explains the current cell.
class TablePage : public QWidget
{
    Q_OBJECT
public:
    explicit TablePage(ReportDocument &document, QWidget *parent = nullptr);
    ~TablePage() override;

    void showSheet(int sheet);
    /// Findings mark the cells from now on; the session must outlive the page.
    void setChecks(const CheckSession *checks) { m_checks = checks; }
    /// The cells of the equation that is being looked at.
    void setHighlight(const std::vector<CellRef> &cells);
    int sheetIndex() const;
    FormView &view() { return *m_view; }
    /// Percent of the size for work: 50 to 300.
    void setZoom(int percent);
    int zoom() const { return m_zoom; }

signals:
    void cellRequested(mz::CellRef cell);
    void zoomChanged(int percent);

protected:
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showLines();
    void placeLines();
    void explain();
    void setFonts();

    ReportDocument &m_document;
    std::unique_ptr<SheetModel> m_model;
    const CheckSession *m_checks = nullptr;
    QLabel *m_title;
    QHBoxLayout *m_line;  ///< Department, number and unit.
    QLabel *m_agency;
    QString m_agencyText;  ///< The whole of what it may show.
    QLabel *m_number;
    QLabel *m_unit;
    FormView *m_view;
    QLabel *m_notes;
    ExplanationLine *m_explanation;
    int m_zoom = 100;
    bool m_settingFonts = false;
};

}  // namespace mz
