#include "views/pages/explanation_line.h"

#include "views/theme/theme.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextDocumentFragment>

namespace mz {

namespace {

QString colored(const QString &text, const QColor &color)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(color.name(), text);
}

constexpr size_t mostOperands = 8;  // named one by one; the rest is counted

}  // namespace

ExplanationLine::ExplanationLine(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_remark(new QLabel(this))
{
    setObjectName("explanationLine");
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setObjectName("explanation");
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_text->setAccessibleName(tr("Explanation of the current cell"));
    m_remark->setObjectName("remark");
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_remark->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 16, 6);
    layout->setSpacing(16);
    layout->addWidget(m_text, 3);
    layout->addWidget(m_remark, 2);
    connect(m_text, &QLabel::linkActivated, this, [this](const QString &link) {
        const size_t number = size_t(link.toInt());
        if (number < m_targets.size())
            emit cellRequested(m_targets[number]);
    });
    clear();
}

void ExplanationLine::clear()
{
    m_shown.reset();
    m_remark->hide();
    showText();
}

void ExplanationLine::show(const Explanation &explanation)
{
    m_shown = explanation;
    m_remark->hide();
    showText();
}

void ExplanationLine::clearRefusal() { m_remark->hide(); }

/// The texts hold colours of their own.
void ExplanationLine::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showText();
}

QString ExplanationLine::plainText() const
{
    return QTextDocumentFragment::fromHtml(m_text->text()).toPlainText();
}

QString ExplanationLine::links(const std::vector<ExplainedCell> &cells, size_t most, bool amounts)
{
    QString text;
    for (size_t i = 0; i < cells.size() && i < most; ++i) {
        const ExplainedCell &cell = cells[i];
        if (i > 0 || cell.sign < 0)
            text += amounts ? (cell.sign < 0 ? QStringLiteral(" − ") : QStringLiteral(" + "))
                            : QStringLiteral("、");
        text += QStringLiteral("<a href=\"%1\" style=\"color:%2;text-decoration:none\">%3</a>")
                    .arg(m_targets.size())
                    .arg(currentTheme().accent.name(), cell.name.toHtmlEscaped());
        if (amounts && !cell.amount.isEmpty())
            text += u' ' + cell.amount.toHtmlEscaped();
        m_targets.push_back(cell.at);
    }
    if (cells.size() > most)
        text += tr(" … (%n more)", nullptr, int(cells.size() - most));
    return text;
}

void ExplanationLine::showText()
{
    const Theme &theme = currentTheme();
    QPalette palette = m_remark->palette();
    palette.setColor(QPalette::WindowText, theme.error);
    m_remark->setPalette(palette);
    m_targets.clear();
    if (!m_shown)
        return m_text->setText(
            colored(tr("Choose an amount to see what it is made of."), theme.muted));
    const Explanation &explanation = *m_shown;
    QStringList parts{
        QStringLiteral("<b>%1</b>").arg(colored(explanation.place.toHtmlEscaped(), theme.accent))};
    const QString amount
        = (explanation.amount.isEmpty() ? tr("(blank)") : explanation.amount).toHtmlEscaped();
    if (explanation.isPinned) {
        const QString words = explanation.isAsPublished
            ? tr("published %1 · computed %2 · difference %3")
            : tr("fixed at %1 · computed %2 · difference %3");
        parts << colored(
            words.arg(amount, explanation.computed, explanation.difference), theme.pinned);
    }
    if (explanation.isEdited)
        parts << tr("published %1 · now %2")
                     .arg(explanation.published.isEmpty() ? tr("(blank)")
                                                          : explanation.published.toHtmlEscaped(),
                         amount);
    if (explanation.isTotal) {
        if (explanation.operands.empty())
            parts << amount << colored(tr("nothing to sum yet"), theme.muted);
        else
            parts << QStringLiteral("%1 = %2").arg(
                amount, links(explanation.operands, mostOperands, true));
    } else if (!explanation.isEdited) {
        parts << amount;
    }
    if (!explanation.users.empty())
        parts << colored(
            tr("goes into %1").arg(links(explanation.users, mostOperands, false)), theme.muted);
    m_text->setText(parts.join(QStringLiteral("&nbsp;&nbsp; ")));
}

void ExplanationLine::showRefusal(const QString &reason)
{
    m_remark->setText(reason);
    m_remark->show();
}

}  // namespace mz
