#pragma once

#include "model/document/import_draft.h"
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace mz {

/// Who and when, family and unit of a document that is being imported: shown to be
/// confirmed, or corrected.
class ImportIdentity : public QWidget
{
    Q_OBJECT
public:
    explicit ImportIdentity(ImportDraft &draft, QWidget *parent = nullptr);

    /// Puts the focus where this kind of point is answered.
    void ask(UncertainPoint::Kind kind);
    /// Takes what is typed and not yet taken.
    void commit();

private:
    QLabel *add(QHBoxLayout *line, const QString &title, QWidget *field, int stretch = 0);
    void show();
    void connectFields();

    ImportDraft &m_draft;
    QLineEdit *m_agency;
    QSpinBox *m_year;
    QComboBox *m_scope;
    QComboBox *m_family;
    QComboBox *m_unit;
    std::map<UncertainPoint::Kind, QLabel *> m_labels;
};

}  // namespace mz
