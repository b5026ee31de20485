#include "model/tables/claims_model.h"

#include "model/tables/figure_search_model.h"

namespace mz {

ClaimsModel::ClaimsModel(const ReportDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
}

void ClaimsModel::setReading(NarrativeReading reading)
{
    const auto samePlace = [](const Claim &a, const Claim &b) { return a.place == b.place; };
    if (!reading.claims.empty()
        && std::equal(reading.claims.begin(), reading.claims.end(), m_reading.claims.begin(),
            m_reading.claims.end(), samePlace)) {
        m_reading = std::move(reading);
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    if (reading.claims.empty() && m_reading.claims.empty())
        return;
    beginResetModel();
    m_reading = std::move(reading);
    endResetModel();
}

std::vector<int> ClaimsModel::claimsOf(CellRef cell) const
{
    std::vector<int> found;
    for (size_t i = 0; i < claims().size(); ++i) {
        const std::vector<CellRef> &cells = claims()[i].cells;
        if (std::find(cells.begin(), cells.end(), cell) != cells.end())
            found.push_back(int(i));
    }
    return found;
}

int ClaimsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(claims().size());
}

int ClaimsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

ClaimsModel::State ClaimsModel::stateOf(const Claim &claim)
{
    switch (claim.verdict) {
    case Claim::Verdict::Agrees:
    case Claim::Verdict::AgreesBySum:
    case Claim::Verdict::Rounding:
        return State::Agrees;
    case Claim::Verdict::Disagrees:
    case Claim::Verdict::Follows:
        return State::Disagrees;
    // A rate of nothing is neither right nor wrong: a person has to look.
    case Claim::Verdict::ZeroBase:
    case Claim::Verdict::Stated:
    case Claim::Verdict::OtherScope:
    case Claim::Verdict::Unbound:
        break;
    }
    return State::NotChecked;
}

QString ClaimsModel::verdictName(const Claim &claim)
{
    if (claim.byHand && stateOf(claim) == State::NotChecked)
        return tr("Not checked: settled by hand");
    switch (claim.verdict) {
    case Claim::Verdict::Agrees:
        return tr("Agrees");
    case Claim::Verdict::AgreesBySum:
        return tr("Agrees as a sum");
    case Claim::Verdict::Rounding:
        return tr("Agrees but for rounding");
    case Claim::Verdict::Disagrees:
        return tr("Disagrees");
    case Claim::Verdict::Follows:
        return tr("Follows from a wrong number");
    case Claim::Verdict::ZeroBase:
        return tr("Not checked: a rate of zero");
    case Claim::Verdict::Stated:
        return tr("Not checked: no counterpart");
    case Claim::Verdict::OtherScope:
        return tr("Not checked: of others");
    case Claim::Verdict::Unbound:
        break;
    }
    return tr("Not checked: not understood");
}

QString ClaimsModel::phaseName(Phase phase)
{
    switch (phase) {
    case Phase::Actual:
        return tr("final account");
    case Phase::BudgetInitial:
        return tr("budget at the beginning of the year");
    case Phase::BudgetFull:
        return tr("adjusted budget");
    case Phase::Budget:
        return tr("budget");
    case Phase::BudgetAdded:
        return tr("added to the budget");
    case Phase::Last:
        return tr("last year");
    case Phase::Other:
        break;
    }
    return tr("of another time");
}

QString ClaimsModel::figureName(const Claim &claim) const
{
    const auto name = [this](const QString &id) { return figureNameOf(m_document, id); };
    if (claim.figure.isEmpty())
        return {};
    QString text = name(claim.figure);
    if (claim.role == ClaimRole::Share && !claim.whole.isEmpty())
        text = tr("%1 as a share of %2").arg(text, name(claim.whole));
    return tr("%1, %2").arg(text, phaseName(claim.phase));
}

QString ClaimsModel::words(const Claim &claim) const
{
    QStringList lines{tr("%1: %2").arg(claim.printed, verdictName(claim))};
    if (const QString figure = figureName(claim); !figure.isEmpty())
        lines << figure;
    if (!claim.expected.isEmpty() && stateOf(claim) == State::Disagrees)
        lines << tr("should be %1").arg(claim.expected);
    if (!claim.arithmetic.isEmpty())
        lines << claim.arithmetic;
    if (!claim.reason.isEmpty())
        lines << claim.reason;
    return lines.join(u'\n');
}

QString ClaimsModel::place(const Claim &claim) const
{
    const auto &sections = m_document.report().sections;
    if (claim.place.section < 0 || size_t(claim.place.section) >= sections.size())
        return {};
    const Section &section = sections[size_t(claim.place.section)];
    return section.number + section.title;
}

QVariant ClaimsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= claims().size())
        return {};
    const Claim &claim = claims()[size_t(index.row())];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::ToolTipRole:
        return words(claim);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
            | (column == PrintedColumn || column == ExpectedColumn ? Qt::AlignRight
                                                                   : Qt::AlignLeft));
    case StateRole:
        return int(stateOf(claim));
    case WaitsRole:
        return stateOf(claim) == State::Disagrees
            || (stateOf(claim) == State::NotChecked && !claim.byHand);
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (column) {
    case VerdictColumn:
        return verdictName(claim);
    case PrintedColumn:
        return claim.printed;
    case ExpectedColumn:
        return stateOf(claim) == State::Disagrees ? claim.expected : QString();
    case FigureColumn:
        return figureName(claim);
    case PlaceColumn:
        return place(claim);
    case ReasonColumn:
        return claim.reason.isEmpty() ? claim.arithmetic : claim.reason;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ClaimsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    const QStringList titles{
        tr("Verdict"), tr("Printed"), tr("Should be"), tr("Figure"), tr("Section"), tr("Why")};
    return titles[section];
}

void ClaimsFilter::setState(int state)
{
    m_state = state;
    invalidateFilter();
}

void ClaimsFilter::setWords(const QString &words)
{
    m_words = words.trimmed();
    invalidateFilter();
}

bool ClaimsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex first = sourceModel()->index(row, 0, parent);
    if (m_state >= 0 && first.data(ClaimsModel::StateRole).toInt() != m_state)
        return false;
    if (m_words.isEmpty())
        return true;
    for (int column = 0; column < ClaimsModel::ColumnCount; ++column) {
        if (first.siblingAtColumn(column).data().toString().contains(m_words, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

}  // namespace mz
