#pragma once

#include "model/tables/text_gaps_model.h"
#include <QWidget>

class QLabel;
class QTableView;

namespace mz {

/// What the text still lacks, to be typed in line after line.
class GapsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit GapsPanel(TextGapsModel &model, QWidget *parent = nullptr);

    QTableView &list() { return *m_list; }

signals:
    void sectionRequested(int section);

private:
    void showCount();

    TextGapsModel &m_model;
    QLabel *m_count;
    QTableView *m_list;
};

}  // namespace mz
