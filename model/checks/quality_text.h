#pragma once

#include "model/checks/cell_tests.h"
#include <QHash>

namespace mz {

/// Gathers faults; the same fault in many places is one finding.
class QualityFaults
{
public:
    explicit QualityFaults(const TestContext &context) : m_context(context) { }

    /// `what` tells one fault from another. A replacement is what certainly
    /// stands right there: it becomes a step that can be applied.
    void add(const QString &what, const QualityText &text, qsizetype start, qsizetype length,
        const QString &message, const std::optional<QString> &replacement = {},
        std::optional<Severity> severity = {});
    std::vector<Finding> findings() const;

private:
    struct Fault
    {
        Finding first;
        int count = 0;
    };
    const TestContext &m_context;
    std::vector<Fault> m_faults;
    QHash<QString, size_t> m_known;
};

}  // namespace mz
