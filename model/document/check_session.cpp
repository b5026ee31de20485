#include "model/document/check_session.h"

namespace mz {

namespace {

quint64 keyOf(CellRef at)
{
    return (quint64(at.sheet) << 48) | (quint64(quint32(at.row)) << 12) | quint64(at.column);
}

}  // namespace

bool isSetAside(const Report &report, const Finding &finding)
{
    return std::any_of(
        report.marks.begin(), report.marks.end(), [&finding](const FindingMark &mark) {
            return mark.finding == finding.key && mark.kind != FindingMark::Kind::Verified;
        });
}

int countStanding(const CheckResult &result, const Report &report, Severity severity)
{
    return int(
        std::count_if(result.findings.begin(), result.findings.end(), [&](const Finding &finding) {
            return finding.severity == severity && finding.causedBy < 0
                && !isSetAside(report, finding);
        }));
}

CheckResult::Verdict verdictOfStanding(const CheckResult &result, const Report &report)
{
    if (countStanding(result, report, Severity::Error) > 0)
        return CheckResult::Verdict::Faulty;
    CheckResult withoutErrors;
    withoutErrors.ledger = result.ledger;
    return withoutErrors.verdict();
}

CheckSession::CheckSession(ReportDocument &document, const RuleSet &rules, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_checker(std::make_unique<Checker>(document.report(), document.handbook(), rules))
{
    connect(&document, &ReportDocument::cellsChanged, this,
        [this](const std::vector<CellRef> &cells) { update(m_checker->recheck(cells)); });
    connect(&document, &ReportDocument::sheetsChanged, this, &CheckSession::rebuild);
    connect(&document, &ReportDocument::reset, this, &CheckSession::rebuild);
    // The year and the agency are compared with the text; names of accounts go by the year.
    connect(&document, &ReportDocument::identityChanged, this, &CheckSession::rebuild);
    connect(&document, &ReportDocument::gridChanged, this, &CheckSession::readText);
    connect(&document, &ReportDocument::textChanged, this, &CheckSession::readText);
    connect(&document, &ReportDocument::sectionsChanged, this, &CheckSession::readText);
    connect(&document, &ReportDocument::numberBindingsChanged, this, &CheckSession::readText);
    connect(&document, &ReportDocument::marksChanged, this, [this] {
        markCells();
        emit changed();
    });
    rebuild();
}

CheckSession::~CheckSession() = default;

void CheckSession::rebuild()
{
    m_checker->rebuild();
    update(m_checker->check());
}

void CheckSession::readText() { update(m_checker->recheckText()); }

void CheckSession::update(CheckResult result)
{
    m_result = std::move(result);
    markCells();
    emit changed();
}

void CheckSession::markCells()
{
    m_severityAt.clear();
    for (const Finding &finding : m_result.findings) {
        if (finding.cells.empty() || finding.standsInText || finding.severity > Severity::Warning
            || isSetAside(m_document.report(), finding))
            continue;
        // Where the equations name a figure, that cell bears the mark.
        const CellRef at
            = finding.fix.empty() ? finding.cells.front().at : finding.fix.front().first;
        const auto known = m_severityAt.constFind(keyOf(at));
        if (finding.causedBy < 0 && (known == m_severityAt.constEnd() || finding.severity < *known))
            m_severityAt.insert(keyOf(at), finding.severity);
    }
}

int CheckSession::count(Severity severity) const
{
    return countStanding(m_result, m_document.report(), severity);
}

CheckResult::Verdict CheckSession::verdict() const
{
    return verdictOfStanding(m_result, m_document.report());
}

int CheckSession::setAside() const
{
    const Report &report = m_document.report();
    return int(std::count_if(
        m_result.findings.begin(), m_result.findings.end(), [&report](const Finding &finding) {
            return finding.causedBy < 0 && isSetAside(report, finding);
        }));
}

std::optional<Severity> CheckSession::severityAt(CellRef at) const
{
    const auto known = m_severityAt.constFind(keyOf(at));
    return known == m_severityAt.constEnd() ? std::nullopt : std::optional(*known);
}

int CheckSession::count(int sheet, Severity severity) const
{
    return int(std::count_if(
        m_result.findings.begin(), m_result.findings.end(), [&](const Finding &finding) {
            return finding.causedBy < 0 && finding.severity == severity && !finding.standsInText
                && !finding.cells.empty() && finding.cells.front().at.sheet == sheet
                && !isSetAside(m_document.report(), finding);
        }));
}

int CheckSession::countInSection(int section, Severity severity) const
{
    return int(std::count_if(
        m_result.findings.begin(), m_result.findings.end(), [&](const Finding &finding) {
            return finding.causedBy < 0 && finding.severity == severity && finding.standsInText
                && finding.texts.front().section == section
                && !isSetAside(m_document.report(), finding);
        }));
}

const FindingMark *CheckSession::markOf(const Finding &finding) const
{
    for (const FindingMark &mark : m_document.report().marks) {
        if (mark.finding == finding.key)
            return &mark;
    }
    return nullptr;
}

}  // namespace mz
