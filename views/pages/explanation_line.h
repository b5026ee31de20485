#pragma once

#include "model/document/explanation.h"
#include <QFrame>
#include <optional>

class QLabel;

namespace mz {

/// The line under the page: what the current cell is, what it sums, what sums
/// it. The cells named in it are links.
class ExplanationLine : public QFrame
{
    Q_OBJECT
public:
    explicit ExplanationLine(QWidget *parent = nullptr);

    void clear();
    void show(const Explanation &explanation);
    /// Why something was not done; gives way to the next explanation.
    void showRefusal(const QString &reason);
    void clearRefusal();
    QString plainText() const;

signals:
    void cellRequested(mz::CellRef cell);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showText();
    QString links(const std::vector<ExplainedCell> &cells, size_t most, bool amounts);

    QLabel *m_text;
    QLabel *m_remark;
    std::optional<Explanation> m_shown;
    std::vector<CellRef> m_targets;  ///< Of the links, by number.
};

}  // namespace mz
