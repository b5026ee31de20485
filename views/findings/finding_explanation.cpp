#include "views/findings/finding_explanation.h"

#include "model/checks/cell_tests.h"
#include "model/domain/text.h"
#include "views/theme/theme.h"
#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(mz::FindingsPanel)
};

constexpr qsizetype longestQuote = 60;

QString link(const QString &target, const QString &text)
{
    return QStringLiteral("<a href=\"%1\" style=\"color:%2;text-decoration:none\">%3</a>")
        .arg(target, currentTheme().accent.name(), text.toHtmlEscaped());
}

/// The place without what it shares with the first one: "30101" beside "06 · 301
/// 工资福利支出 · 决算数".
QString shortPlace(const QString &place, const QString &first)
{
    const QString point = QStringLiteral(" · ");
    QStringList parts = place.split(point);
    const QStringList known = first.split(point);
    if (parts.size() != known.size() || place == first)
        return place;
    QStringList own;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts[i] != known[i])
            own << parts[i];
    }
    const bool code = own.size() == 1 && own.front().at(0).isDigit();
    return code ? own.front().section(u' ', 0, 0) : own.join(point);
}

/// Both sides of the equation, each cell a link with its amount.
QString cellLinks(const Report &report, const Finding &finding, std::vector<CellRef> &targets)
{
    QString left, right, first;
    for (const FindingCell &cell : finding.cells) {
        if (cell.at.row < 0 || cell.at.column < 0 || cell.sign == 0)
            continue;
        const bool zero = report.cell(cell.at).amount.money().isZero();
        if (zero && finding.cells.size() > 4)
            continue;
        QString &side = left.isEmpty() ? left : right;
        if (!side.isEmpty())
            side += cell.sign < 0 ? QStringLiteral(" + ") : QStringLiteral(" − ");
        const QString place = placeOf(report, cell.at);
        side += link(QString::number(targets.size()),
                    first.isEmpty() ? place : shortPlace(place, first))
            + u' ' + cell.published.toHtmlEscaped();
        if (first.isEmpty())
            first = place;
        targets.push_back(cell.at);
    }
    return left.isEmpty() ? QString() : left + QStringLiteral(" ↔ ") + right;
}

}  // namespace

FindingExplanation explainFinding(const Report &report, const Rule *rule, const Finding &finding)
{
    FindingExplanation explanation;
    const bool english = Say::tr("en", "language of names in data files") == u"en";
    QStringList parts;
    if (rule)
        parts << QStringLiteral("<b>%1</b> %2")
                     .arg((english ? rule->english : rule->name).toHtmlEscaped(),
                         (english ? rule->explanationEnglish : rule->explanation).toHtmlEscaped());
    const QString cells = cellLinks(report, finding, explanation.targets);
    parts << (cells.isEmpty() ? finding.message.toHtmlEscaped() : cells);
    if (!finding.texts.empty() && !finding.texts.front().quote.isEmpty()) {
        const QString quote = shortened(finding.texts.front().quote.simplified(), longestQuote);
        parts << Say::tr("in the text: “%1”").arg(link(QStringLiteral("text"), quote));
    }
    if (!finding.difference.isEmpty() && finding.tolerance.isEmpty())
        parts << Say::tr("difference %1").arg(finding.difference);
    else if (!finding.difference.isEmpty())
        parts << Say::tr("difference %1, rounding explains at most %2")
                     .arg(finding.difference, finding.tolerance);
    if (!finding.cause.isEmpty())
        parts << QStringLiteral("<span style=\"color:%1\">%2</span>")
                     .arg(currentTheme().good.name(), finding.cause.toHtmlEscaped());
    explanation.text = parts.join(QStringLiteral(" &nbsp; "));
    return explanation;
}

}  // namespace mz
