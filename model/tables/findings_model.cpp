#include "model/tables/findings_model.h"

namespace mz {

FindingsModel::FindingsModel(CheckSession &session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_findings(session.result().findings)
{
    connect(&session, &CheckSession::changed, this, [this] {
        beginResetModel();
        m_findings = m_session.result().findings;
        endResetModel();
    });
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FindingsModel::severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return tr("Error");
    case Severity::Warning:
        return tr("Warning");
    case Severity::Info:
        return tr("Hint");
    case Severity::Manual:
        break;
    }
    return tr("To look at");
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_findings.size())
        return {};
    const Finding &finding = m_findings[size_t(index.row())];
    switch (role) {
    case Qt::ToolTipRole:
        return finding.cause.isEmpty() ? finding.message : finding.message + u'\n' + finding.cause;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
            | (index.column() == DifferenceColumn ? Qt::AlignRight : Qt::AlignLeft));
    case SeverityRole:
        return int(finding.severity);
    case GroupRole:
        return finding.group;
    case SheetRole:
        return finding.cells.empty() ? -1 : finding.cells.front().at.sheet;
    case ConsequenceRole:
        return finding.causedBy >= 0;
    case MarkedRole:
        return m_session.markOf(finding) != nullptr;
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (Column(index.column())) {
    case SeverityColumn:
        return severityName(finding.severity);
    case RuleColumn:
        return finding.rule;
    case PlaceColumn:
        return finding.place;
    case MessageColumn:
        return finding.message;
    case DifferenceColumn:
        return finding.difference;
    case CauseColumn:
        if (const FindingMark *mark = m_session.markOf(finding)) {
            const QString kind = mark->kind == FindingMark::Kind::FalseAlarm ? tr("False alarm")
                : mark->kind == FindingMark::Kind::Verified                  ? tr("Verified")
                                                                             : tr("Exception");
            return mark->reason.isEmpty() ? kind : tr("%1: %2").arg(kind, mark->reason);
        }
        return finding.causedBy >= 0 ? tr("follows from the finding above") : finding.cause;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    const QStringList titles{tr("Severity"), tr("Rule"), tr("Place"), tr("What was found"),
        tr("Difference"), tr("Most likely")};
    return titles[section];
}

void FindingsFilter::setSeverity(int severity)
{
    m_severity = severity;
    invalidateFilter();
}

void FindingsFilter::setGroup(const QString &group)
{
    m_group = group;
    invalidateFilter();
}

void FindingsFilter::setSheet(int sheet)
{
    m_sheet = sheet;
    invalidateFilter();
}

void FindingsFilter::setWords(const QString &words)
{
    m_words = words.trimmed();
    invalidateFilter();
}

void FindingsFilter::setConsequencesShown(bool shown)
{
    m_consequences = shown;
    invalidateFilter();
}

bool FindingsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex first = sourceModel()->index(row, 0, parent);
    if (!m_consequences && first.data(FindingsModel::ConsequenceRole).toBool())
        return false;
    if (m_severity >= 0 && first.data(FindingsModel::SeverityRole).toInt() != m_severity)
        return false;
    if (!m_group.isEmpty() && first.data(FindingsModel::GroupRole).toString() != m_group)
        return false;
    if (m_sheet >= 0 && first.data(FindingsModel::SheetRole).toInt() != m_sheet)
        return false;
    if (m_words.isEmpty())
        return true;
    for (int column = 0; column < FindingsModel::ColumnCount; ++column) {
        if (first.siblingAtColumn(column).data().toString().contains(m_words, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

}  // namespace mz
