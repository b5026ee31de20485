#pragma once

#include "model/compose/table_layout.h"
#include <QHeaderView>

namespace mz {

/// The heading of a form: merged cells over several levels, and the 栏次 row.
class FormHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit FormHeader(QWidget *parent = nullptr);

    /// Null for an empty table. The layout must outlive the next call.
    void setLayoutToShow(const TableLayout *layout);
    /// The least width of a column so that its own heading needs at most three lines.
    int minimumWidth(int column) const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRect cellRect(const TableLayout::HeadingCell &cell) const;
    int widthOf(const TableLayout::HeadingCell &cell) const;
    int textHeight(const QString &text, int width) const;
    void arrange();

    const TableLayout *m_layout = nullptr;
    std::vector<int> m_rowTop;  ///< Of each heading row, and the bottom of the last.
    int m_numbersHeight = 0;
};

}  // namespace mz
