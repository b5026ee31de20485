#pragma once

#include "model/domain/handbook.h"
#include "model/domain/report.h"
#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLineEdit;
class QSpinBox;

namespace mz {

/// Asks for family, department and year: of a new report, or of the open one.
class NewReportDialog : public QDialog
{
    Q_OBJECT
public:
    NewReportDialog(const Handbook &handbook, const Identity &identity, QWidget *parent = nullptr);

    Identity identity() const;
    /// The family of an open report stays what it is.
    void fixFamily();

private:
    void check();

    QComboBox *m_family;
    QLineEdit *m_agency;
    QSpinBox *m_year;
    QComboBox *m_scope;
    QDialogButtonBox *m_buttons;
};

}  // namespace mz
