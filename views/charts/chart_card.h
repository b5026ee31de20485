#pragma once

#include "views/charts/chart_data.h"
#include "views/theme/theme.h"

#include <QWidget>

class QAction;
class QLabel;
class QToolButton;

namespace mz {

class ChartTable;
class ChartView;

/// A chart with its title, a menu to copy and save it, and its numbers as a
/// table in its place when the user asks for them.
class ChartCard : public QWidget
{
    Q_OBJECT
public:
    explicit ChartCard(QWidget *parent = nullptr);

    void setData(const ChartData &data);
    void setTheme(const Theme &theme);
    void showAsTable(bool table);

    /// Writes PNG or SVG, by the ending of the path. A failure is shown to the
    /// user and returned as false; the file is then left as it was.
    bool saveTo(const QString &path);

    ChartView &view() { return *m_view; }
    ChartTable &table() { return *m_table; }

signals:
    void valueActivated(int row, int series);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addMenu();
    void copyPicture();
    void chooseFile(const QString &ending);
    void setTitleFont();
    void showPart();

    ChartData m_data;
    QLabel *m_title;
    QLabel *m_subtitle;
    QToolButton *m_menuButton;
    QLabel *m_emptyReason;
    ChartView *m_view;
    ChartTable *m_table;
    QLabel *m_footnote;
    QAction *m_tableAction = nullptr;
};

}  // namespace mz
