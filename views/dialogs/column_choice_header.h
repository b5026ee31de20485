#pragma once

#include "model/document/import_draft.h"
#include <QHeaderView>

class QComboBox;

namespace mz {

/// The heading of a printed table: over every column its printed title, and below
/// that the form's column which it is taken for, to be chosen.
class ColumnChoiceHeader : public QHeaderView
{
    Q_OBJECT
public:
    ColumnChoiceHeader(ImportDraft &draft, QWidget *parent);

    void showTable(int table);
    /// The choice over a printed column; null where there is none.
    QComboBox *choice(int printed) const;
    /// To be called when the view has scrolled.
    void placeChoices();
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void makeChoices(const FoundTable &table);
    void showChoices();
    int choiceHeight() const;

    ImportDraft &m_draft;
    int m_table = -1;
    const TableForm *m_form = nullptr;  ///< Whose columns the choices offer.
    std::vector<QComboBox *> m_choices;
};

}  // namespace mz
