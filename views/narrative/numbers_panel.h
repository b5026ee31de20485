#pragma once

#include "model/tables/claims_model.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace mz {

/// The numbers of the text: chips by state with their counts, the list, and how
/// the current one was read, with its cells as links.
class NumbersPanel : public QWidget
{
    Q_OBJECT
public:
    NumbersPanel(const ReportDocument &document, ClaimsModel &model, QWidget *parent = nullptr);

    /// The next or previous number that is not checked or disagrees; wraps
    /// around. Where only those that agree are listed, the next of them.
    void step(int by);
    /// Makes it the current one, whatever the list was filtered by.
    void select(int claim);
    int current() const;  ///< -1 where none is chosen.
    QTableView &list() { return *m_list; }
    /// False for words of comparison, which are no number.
    static bool isBindable(const Claim &claim);
    /// Less than all its filters need: on a small screen they give way.
    QSize minimumSizeHint() const override
    {
        return {fontMetrics().height() * 24, fontMetrics().height() * 7};
    }

signals:
    void claimChosen(int claim);
    void cellRequested(mz::CellRef cell);
    /// Show the number's table beside the text.
    void besideRequested(int claim);
    /// Say by hand what the number is.
    void bindRequested(int claim);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildChips();
    void buildList();
    void fitColumns();
    void showCounts();
    void explain();
    void choose();

    const ReportDocument &m_document;
    ClaimsModel &m_model;
    ClaimsFilter *m_filter;
    std::vector<QToolButton *> m_chips;  ///< All, agrees, disagrees, not checked.
    QLineEdit *m_words;
    QTableView *m_list;
    QLabel *m_explanation;
    QToolButton *m_bind;
    QToolButton *m_beside;
};

}  // namespace mz
