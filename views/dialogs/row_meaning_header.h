#pragma once

#include <QHeaderView>

namespace mz {

/// At the left of a printed table, what each row was taken for, and the mark that
/// keeps or drops it. It shows the model's first column, which stays in view so.
class RowMeaningHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit RowMeaningHeader(QWidget *parent);

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;
};

}  // namespace mz
