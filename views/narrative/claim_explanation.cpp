#include "views/narrative/claim_explanation.h"

#include "model/checks/cell_tests.h"
#include "views/theme/theme.h"
#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(mz::NumbersPanel)
};

/// A figure that sums a whole tree would fill the panel.
constexpr size_t mostCells = 8;

QString cellLinks(const Report &report, const std::vector<CellRef> &cells)
{
    QStringList links;
    for (size_t i = 0; i < std::min(cells.size(), mostCells); ++i) {
        const CellRef at = cells[i];
        const bool known = at.isValid() && size_t(at.sheet) < report.sheets.size()
            && at.row < report.sheets[size_t(at.sheet)].rowCount()
            && at.column < report.sheets[size_t(at.sheet)].columnCount();
        if (!known)
            continue;
        links
            << QStringLiteral("<a href=\"%1\" style=\"color:%2;text-decoration:none\">%3</a> %4")
                   .arg(i)
                   .arg(currentTheme().accent.name(), placeOf(report, at).toHtmlEscaped(),
                       report.sheets[size_t(at.sheet)].printed(at.row, at.column).toHtmlEscaped());
    }
    if (cells.size() > mostCells)
        links << Say::tr("and %1 more cells").arg(cells.size() - mostCells);
    return links.join(QStringLiteral(" · "));
}

}  // namespace

QString explainClaim(const Report &report, const ClaimsModel &model, const Claim &claim)
{
    QStringList parts;
    const QString figure = model.figureName(claim);
    parts << QStringLiteral("<b>%1</b>")
                 .arg(
                     (figure.isEmpty() ? ClaimsModel::verdictName(claim) : figure).toHtmlEscaped());
    parts << Say::tr("printed %1").arg(claim.printed).toHtmlEscaped();
    if (ClaimsModel::stateOf(claim) == ClaimsModel::State::Disagrees && !claim.expected.isEmpty())
        parts << QStringLiteral("<span style=\"color:%1\">%2</span>")
                     .arg(currentTheme().error.name(),
                         Say::tr("should be %1").arg(claim.expected).toHtmlEscaped());
    if (claim.byHand)
        parts << Say::tr("bound by hand");
    for (const QString &text : {claim.arithmetic, claim.reason}) {
        if (!text.isEmpty())
            parts << text.toHtmlEscaped();
    }
    if (const QString cells = cellLinks(report, claim.cells); !cells.isEmpty())
        parts << cells;
    return parts.join(QStringLiteral(" &nbsp; "));
}

}  // namespace mz
