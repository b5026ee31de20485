#pragma once

#include "model/checks/checker.h"
#include "model/document/report_document.h"

namespace mz {

/// Whether the user said that the finding is none: a false alarm, or an exception.
bool isSetAside(const Report &report, const Finding &finding);
/// Findings of that severity that stand; consequences and those set aside are not counted.
int countStanding(const CheckResult &result, const Report &report, Severity severity);
/// The verdict by the findings that stand.
CheckResult::Verdict verdictOfStanding(const CheckResult &result, const Report &report);

/// Keeps the findings of the open report up to date with every edit and undo.
class CheckSession : public QObject
{
    Q_OBJECT
public:
    CheckSession(ReportDocument &document, const RuleSet &rules, QObject *parent = nullptr);
    ~CheckSession() override;

    const CheckResult &result() const { return m_result; }
    const Checker &checker() const { return *m_checker; }
    /// Of the whole report, likewise by what stands.
    int count(Severity severity) const;
    CheckResult::Verdict verdict() const;
    /// How many findings the user has set aside, consequences not counted.
    int setAside() const;
    /// The worst finding that stands at a cell, consequences included.
    std::optional<Severity> severityAt(CellRef at) const;
    /// Findings of that severity in a table, consequences not counted.
    int count(int sheet, Severity severity) const;
    /// Likewise in the text of a section.
    int countInSection(int section, Severity severity) const;
    /// What the user said of a finding; null where there is nothing.
    const FindingMark *markOf(const Finding &finding) const;

signals:
    void changed();

private:
    void update(CheckResult result);
    void markCells();
    void rebuild();
    void readText();

    ReportDocument &m_document;
    std::unique_ptr<Checker> m_checker;
    CheckResult m_result;
    QHash<quint64, Severity> m_severityAt;
};

}  // namespace mz
