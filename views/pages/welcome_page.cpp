#include "views/pages/welcome_page.h"

#include "views/theme/theme.h"
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace mz {

WelcomePage::WelcomePage(QWidget *parent) : QWidget(parent)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *title = new QLabel(tr("Mingzhang"), this);
    title->setFont(uiFont(uiFont().pointSizeF() * 24 / 13, QFont::DemiBold));
    auto *subtitle = new QLabel(tr("Final accounts of departments: every figure entered once, "
                                   "everything that can be computed, computed."),
        this);
    subtitle->setWordWrap(true);
    subtitle->setMinimumWidth(420);
    auto *open = new QPushButton(tr("Open a report…"), this);
    auto *create = new QPushButton(tr("New report…"), this);
    open->setDefault(true);
    setFocusProxy(open);
    auto *hint = new QLabel(tr("Or drop a file here."), this);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(0);

    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(subtitle);
    column->addSpacing(8);
    column->addWidget(open, 0, Qt::AlignLeft);
    column->addWidget(create, 0, Qt::AlignLeft);
    column->addWidget(hint);
    column->addSpacing(8);
    column->addLayout(m_recent);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(column);
    layout->setAlignment(column, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(open, &QPushButton::clicked, this, &WelcomePage::openRequested);
    connect(create, &QPushButton::clicked, this, &WelcomePage::newRequested);
}

void WelcomePage::setRecent(const QStringList &paths)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &path : paths) {
        auto *button = new QPushButton(QFileInfo(path).fileName(), this);
        button->setFlat(true);
        button->setToolTip(path);
        QPalette palette = button->palette();
        palette.setColor(QPalette::ButtonText, currentTheme().accent);
        button->setPalette(palette);
        m_recent->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this, [this, path] { emit fileRequested(path); });
    }
}

}  // namespace mz
