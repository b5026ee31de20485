#pragma once

#include "model/tables/findings_model.h"
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace mz {

/// The findings across the bottom: chips by severity with their counts, filters,
/// the list, and the explanation of the current one with its cells as links.
class FindingsPanel : public QWidget
{
    Q_OBJECT
public:
    FindingsPanel(ReportDocument &document, CheckSession &session, QWidget *parent = nullptr);

    /// The next or previous finding of the list; wraps around.
    void step(int by);
    QTableView &list() { return *m_list; }
    /// Less than all its filters need: on a small screen they give way.
    QSize minimumSizeHint() const override
    {
        return {fontMetrics().height() * 24, fontMetrics().height() * 7};
    }

signals:
    /// A finding was chosen: go to its cell and show the other side.
    void findingChosen(const mz::Finding &finding);
    void cellRequested(mz::CellRef cell);
    /// The sentence that the current finding quotes is wanted.
    void textRequested(const mz::FindingText &text);
    /// What the finding proposes is wanted.
    void fixRequested(const mz::Finding &finding);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildFilters();
    void showCounts();
    void showTables();
    void fitColumns();
    void explain();
    void choose();
    void mark(FindingMark::Kind kind);
    void unmark();
    const Finding *current() const;

    ReportDocument &m_document;
    CheckSession &m_session;
    FindingsModel *m_model;
    FindingsFilter *m_filter;
    std::vector<QToolButton *> m_chips;  ///< All, error, warning, hint, to be looked at.
    QComboBox *m_group;
    QComboBox *m_table;
    QLineEdit *m_words;
    QToolButton *m_consequences;
    QLabel *m_ledger;
    QTableView *m_list;
    QLabel *m_explanation;
    QToolButton *m_fix;
    QToolButton *m_mark;
    QString m_currentKey;  ///< Kept over a re-check.
    std::vector<CellRef> m_targets;
};

}  // namespace mz
