#include "model/tables/text_gaps_model.h"

#include "model/compose/figure_values.h"
#include "model/tables/claims_model.h"

namespace mz {

TextGapsModel::TextGapsModel(ReportDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    connect(&document, &ReportDocument::reset, this, &TextGapsModel::reload);
    connect(&document, &ReportDocument::sectionsChanged, this, &TextGapsModel::reload);
    connect(&document, &ReportDocument::sideFiguresChanged, this, &TextGapsModel::reload);
    reload();
}

/// A list that has the same gaps keeps its lines: the user types in one of them.
void TextGapsModel::reload()
{
    std::vector<TextGap> gaps = textGaps(m_document.report(), m_document.handbook());
    const bool same = std::equal(gaps.begin(), gaps.end(), m_gaps.begin(), m_gaps.end(),
        [](const TextGap &a, const TextGap &b) {
            return a.section == b.section && a.gap == b.gap && a.kind == b.kind;
        });
    if (same) {
        m_gaps = std::move(gaps);
        if (!m_gaps.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_gaps = std::move(gaps);
    endResetModel();
}

int TextGapsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_gaps.size());
}

int TextGapsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TextGapsModel::hint(const TextGap &gap) const
{
    if (gap.kind != TextGap::Kind::Number)
        return gap.hint;
    const FigureValues values(m_document.report(), m_document.handbook());
    return tr("%1, %2").arg(values.name(gap.figure), ClaimsModel::phaseName(gap.phase));
}

QVariant TextGapsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)
        || (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole))
        return {};
    const TextGap &gap = m_gaps[size_t(index.row())];
    switch (index.column()) {
    case SectionColumn: {
        const Section &section = m_document.report().sections[size_t(gap.section)];
        return QString(section.number + section.title);
    }
    case HintColumn:
        return hint(gap);
    default:
        return gap.text;
    }
}

QVariant TextGapsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == SectionColumn ? tr("Section")
        : section == HintColumn     ? tr("What belongs there")
                                    : tr("Text");
}

bool TextGapsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const TextGap gap = m_gaps[size_t(index.row())];
    const QString text = value.toString();
    if (text.trimmed() == gap.text)
        return true;
    Done filled = done();
    if (gap.kind == TextGap::Kind::Number) {
        const Result<Amount> amount = m_document.readSideFigure(gap.figure, text);
        filled = amount ? m_document.setSideFigures({{gap.figure, gap.phase, *amount, false, {}}})
                        : Done(amount.error());
    } else {
        filled = m_document.fillGap(gap.section, gap.gap, text);
    }
    if (!filled)
        emit editRejected(filled.error());
    return filled.has_value();
}

Qt::ItemFlags TextGapsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == TextColumn && m_document.isEditable()
        && m_gaps[size_t(index.row())].kind != TextGap::Kind::Idle)
        flags |= Qt::ItemIsEditable;
    return flags;
}

}  // namespace mz
