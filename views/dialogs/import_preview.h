#pragma once

#include "model/document/import_draft.h"
#include <QDialog>
#include <memory>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace mz {

class ColumnChoiceHeader;
class FoundTablesModel;
class ImportIdentity;
class PrintedTableModel;
class TablePage;
class UncertainPointsModel;

/// What a document was read as, before it becomes the open report: the user
/// confirms who and when, says what columns and tables are, drops rows, and sees
/// the result.
class ImportPreview : public QDialog
{
    Q_OBJECT
public:
    /// `opened` holds an uncertain document; the context must outlive the dialog.
    ImportPreview(OpenedReport opened, const QString &fileName, const ReadingContext &context,
        QWidget *parent = nullptr);
    ~ImportPreview() override;

    /// The report as the user decided.
    const Report &report() const { return m_draft.report(); }
    ImportDraft &draft() { return m_draft; }
    void accept() override;

private:
    QWidget *buildLists();
    QWidget *buildTable();
    QWidget *buildResult();
    void connectAll();
    void showTable(int table);
    void showPoint(const QModelIndex &point);
    void showResult();
    void showState();
    void setSpans();
    void fitColumns();
    void toggleRows();
    void chooseKind();

    ImportDraft m_draft;
    std::unique_ptr<FoundTablesModel> m_tables;
    std::unique_ptr<PrintedTableModel> m_printed;
    std::unique_ptr<UncertainPointsModel> m_points;
    ImportIdentity *m_identity = nullptr;
    QListView *m_tableList = nullptr, *m_pointList = nullptr;
    QLabel *m_place = nullptr, *m_state = nullptr, *m_nothing = nullptr;
    QComboBox *m_kind = nullptr;
    QPushButton *m_drop = nullptr;
    QTableView *m_grid = nullptr;
    ColumnChoiceHeader *m_header = nullptr;
    QStackedWidget *m_result = nullptr;
    TablePage *m_page = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    bool m_accepting = false;  ///< As soon as the last decision has been read.
};

}  // namespace mz
