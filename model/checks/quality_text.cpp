#include "model/checks/quality_text.h"

#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(QualityTests)
};

constexpr size_t mostFaults = 40;  // of one rule; more tell nothing new
constexpr size_t mostPlaces = 5;   // that a finding quotes
constexpr qsizetype quotedAround = 8;

}  // namespace

void QualityFaults::add(const QString &what, const QualityText &text, qsizetype start,
    qsizetype length, const QString &message, const std::optional<QString> &replacement,
    std::optional<Severity> severity)
{
    const qsizetype from = qMax<qsizetype>(0, start - quotedAround);
    const QString quote = text.text.mid(from, start - from + length + quotedAround).trimmed();
    const auto known = m_known.constFind(what);
    if (known == m_known.constEnd()) {
        if (m_faults.size() >= mostFaults)
            return;
        Fault fault;
        if (text.sheet >= 0)
            fault.first = findingOfTable(m_context, text.sheet, message);
        else
            fault.first = findingOfText(m_context, what, text.section, quote, message);
        fault.first.texts.clear();
        fault.first.key = m_context.rule.id + u'/' + what;
        if (severity)
            fault.first.severity = *severity;
        m_known.insert(what, m_faults.size());
        m_faults.push_back(std::move(fault));
    }
    Fault &fault = m_faults[m_known.value(what)];
    ++fault.count;
    if (fault.first.texts.size() < mostPlaces)
        fault.first.texts.push_back({text.section, quote});
    if (replacement && text.kind == QualityText::Kind::Paragraph)
        fault.first.textFix.push_back(
            {text.section, text.block, int(start), int(length), *replacement});
}

std::vector<Finding> QualityFaults::findings() const
{
    std::vector<Finding> findings;
    findings.reserve(m_faults.size());
    for (const Fault &fault : m_faults) {
        findings.push_back(fault.first);
        QString &message = findings.back().message;
        if (fault.count > 1)
            message += u' ' + Say::tr("It stands in %n place(s).", nullptr, fault.count);
        else
            message += u' ' + Say::tr("“%1”").arg(fault.first.texts.front().quote.simplified());
    }
    return findings;
}

}  // namespace mz
