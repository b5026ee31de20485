#pragma once

#include "model/narrative/claim.h"
#include <QDialog>

class QPushButton;
class QRadioButton;

namespace mz {

class FigureChoice;
class ReportDocument;

/// What a number of the text is: a figure, or nothing of this report.
class BindNumberDialog : public QDialog
{
    Q_OBJECT
public:
    BindNumberDialog(const ReportDocument &document, const Claim &claim, QWidget *parent = nullptr);

    NumberBinding binding() const;
    /// The user wants what the words say.
    bool isReleased() const { return m_released; }

private:
    void showChoice();

    const ReportDocument &m_document;
    Claim m_claim;
    FigureChoice *m_choice;
    QRadioButton *m_isFigure, *m_isNothing;
    QPushButton *m_accept = nullptr;
    bool m_released = false;
};

}  // namespace mz
