#pragma once

#include "model/narrative/claim.h"
#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QRadioButton;

namespace mz {

class FigureSearchModel;
class ReportDocument;

/// What a number of the text is: a figure, or nothing of this report.
class BindNumberDialog : public QDialog
{
    Q_OBJECT
public:
    BindNumberDialog(const ReportDocument &document, const Claim &claim, QWidget *parent = nullptr);
    ~BindNumberDialog() override;

    NumberBinding binding() const;
    /// The user wants what the words say.
    bool isReleased() const { return m_released; }

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void search();
    void choose(const QString &figure);
    void showChoice();

    const ReportDocument &m_document;
    Claim m_claim;
    std::unique_ptr<FigureSearchModel> m_model;
    QLineEdit *m_search;
    QListView *m_list;
    QComboBox *m_role, *m_phase;
    QRadioButton *m_isFigure, *m_isNothing;
    QPushButton *m_accept = nullptr;
    bool m_released = false;
};

}  // namespace mz
