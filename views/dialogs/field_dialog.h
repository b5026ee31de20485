#pragma once

#include "model/domain/written_text.h"
#include <QDialog>

class QLabel;
class QPushButton;

namespace mz {

class FigureChoice;
class ReportDocument;

/// What a field of the text says: of which figure, and what of it.
class FieldDialog : public QDialog
{
    Q_OBJECT
public:
    /// Begins with what `field` says; a new one where it has no figure.
    FieldDialog(
        const ReportDocument &document, const WrittenSpan &field, QWidget *parent = nullptr);

    /// As it reads now.
    WrittenSpan field() const;

private:
    void showChoice();

    const ReportDocument &m_document;
    WrittenSpan m_field;
    FigureChoice *m_choice;
    QLabel *m_text;
    QPushButton *m_accept = nullptr;
};

}  // namespace mz
