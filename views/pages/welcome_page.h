#pragma once

#include <QWidget>

class QVBoxLayout;

namespace mz {

/// What the window shows without a report: new, open, and the files opened last.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void setRecent(const QStringList &paths);

signals:
    void newRequested();
    void openRequested();
    void fileRequested(const QString &path);

private:
    QVBoxLayout *m_recent;
};

}  // namespace mz
