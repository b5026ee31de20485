#pragma once

#include "model/tables/contents_model.h"
#include <QTreeView>

namespace mz {

/// The contents at the left: parts, tables with a mark each, sections, annexes.
class ContentsPanel : public QTreeView
{
    Q_OBJECT
public:
    explicit ContentsPanel(ContentsModel &model, QWidget *parent = nullptr);

    void showTarget(ContentsTarget target);
    QSize sizeHint() const override { return {250, 400}; }

signals:
    void chosen(mz::ContentsTarget target);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showCurrent();

    ContentsModel &m_model;
    bool m_showing = false;
};

}  // namespace mz
