#pragma once

#include "model/domain/claim_role.h"
#include <QWidget>
#include <memory>

class QComboBox;
class QLineEdit;
class QListView;

namespace mz {

class FigureSearchModel;
class ReportDocument;

/// A figure by its name or code, what is said of it, and of which account or
/// budget. The arrows move in the list while one types.
class FigureChoice : public QWidget
{
    Q_OBJECT
public:
    /// With `words`, what is said may be a word that follows the figure (增加, 大于).
    FigureChoice(const ReportDocument &document, bool words, QWidget *parent = nullptr);
    ~FigureChoice() override;

    /// "" where none is chosen.
    QString figure() const;
    ClaimRole role() const;
    /// Said by a word, not by a number.
    bool isWord() const;
    Phase phase() const;
    void choose(const QString &figure, ClaimRole role, Phase phase, bool word = false);
    QLineEdit &searchLine() { return *m_search; }

    /// What a field says of its figure: "its change against last year".
    static QString roleName(ClaimRole role, bool word);

signals:
    void searched();
    void changed();
    /// A figure was chosen and nothing else is wanted.
    void accepted();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void search();

    std::unique_ptr<FigureSearchModel> m_model;
    QLineEdit *m_search;
    QListView *m_list;
    QComboBox *m_role, *m_phase;
};

}  // namespace mz
