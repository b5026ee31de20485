#include "model/tables/text_gaps_model.h"

#include "model/compose/figure_values.h"

namespace mz {

TextGapsModel::TextGapsModel(ReportDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_gaps(textGaps(document.report(), document.handbook()))
{
    connect(&document, &ReportDocument::reset, this, &TextGapsModel::refresh);
    connect(&document, &ReportDocument::sectionsChanged, this, &TextGapsModel::refresh);
    connect(&document, &ReportDocument::editableChanged, this, [this] {
        if (!m_gaps.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

/// The cursor of a view stays where it is as long as the gaps are the same.
void TextGapsModel::refresh()
{
    std::vector<TextGap> gaps = textGaps(m_document.report(), m_document.handbook());
    const bool same = std::equal(gaps.begin(), gaps.end(), m_gaps.begin(), m_gaps.end(),
        [](const TextGap &a, const TextGap &b) {
            return a.section == b.section && a.gap == b.gap;
        });
    if (!same)
        beginResetModel();
    const bool changed = gaps != m_gaps;
    m_gaps = std::move(gaps);
    if (!same)
        endResetModel();
    else if (changed)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int TextGapsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_gaps.size());
}

int TextGapsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TextGapsModel::hintOf(const TextGap &gap) const
{
    const FigureValues values(m_document.report(), m_document.handbook());
    if (gap.kind == TextGap::Kind::Number)
        return tr("%1, %2").arg(values.name(gap.figure), phaseTitle(gap.phase));
    // "reason three_public.actual.abroad": whose reason.
    const QString figure = gap.gap.section(u' ', 1);
    return figure.isEmpty() || gap.kind == TextGap::Kind::Idle
        ? gap.hint
        : tr("%1: %2").arg(values.name(figure), gap.hint);
}

QVariant TextGapsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TextGap &gap = m_gaps[size_t(index.row())];
    // Between one report and the next a gap may name a section that is gone.
    const auto &sections = m_document.report().sections;
    if (size_t(gap.section) >= sections.size())
        return {};
    if (role == EmptyRole)
        return missingTexts({gap}) > 0;
    if (role == SectionRole)
        return gap.section;
    if (role == ParagraphRole) {
        const auto &written = sections[size_t(gap.section)].written;
        return size_t(gap.paragraph) < written.size() ? written[size_t(gap.paragraph)].text()
                                                      : QString();
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)
        return {};
    switch (Column(index.column())) {
    case SectionColumn:
        return sections[size_t(gap.section)].number + sections[size_t(gap.section)].title;
    case HintColumn:
        return hintOf(gap);
    case TextColumn:
        return gap.text;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant TextGapsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case SectionColumn:
        return tr("Section");
    case HintColumn:
        return tr("What is missing");
    case TextColumn:
        return tr("Text");
    case ColumnCount:
        break;
    }
    return {};
}

Qt::ItemFlags TextGapsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == TextColumn && m_document.isEditable()
        && m_gaps[size_t(index.row())].kind != TextGap::Kind::Idle)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool TextGapsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const TextGap gap = m_gaps[size_t(index.row())];
    const QString text = value.toString().simplified();
    if (text == gap.text)
        return true;
    Done done = mz::done();
    if (gap.kind == TextGap::Kind::Number && gap.text.isEmpty()) {
        SideFigure figure;
        figure.figure = gap.figure;
        figure.phase = gap.phase;
        const Result<Amount> amount = m_document.readSideFigure(gap.figure, text);
        if (amount)
            figure.amount = *amount;
        done = amount ? m_document.setSideFigures({figure}) : Done(amount.error());
    } else {
        done = m_document.fillGap(gap.section, gap.gap, text);
    }
    if (!done)
        emit editRejected(done.error());
    return done.has_value();
}

std::pair<int, QString> TextGapsModel::gapAt(int row) const
{
    return {m_gaps[size_t(row)].section, m_gaps[size_t(row)].gap};
}

int TextGapsModel::rowOf(int section, const QString &gap) const
{
    for (size_t i = 0; i < m_gaps.size(); ++i) {
        if (m_gaps[i].section == section && m_gaps[i].gap == gap)
            return int(i);
    }
    return -1;
}

int TextGapsModel::rowOf(const QString &figure, Phase phase) const
{
    for (size_t i = 0; i < m_gaps.size(); ++i) {
        if (m_gaps[i].kind == TextGap::Kind::Number && m_gaps[i].figure == figure
            && m_gaps[i].phase == phase)
            return int(i);
    }
    return -1;
}

int TextGapsModel::nextEmpty(int row) const
{
    for (int step = 1; step <= rowCount(); ++step) {
        const int next = (row + step) % rowCount();
        if (missingTexts({m_gaps[size_t(next)]}) > 0)
            return next;
    }
    return -1;
}

}  // namespace mz
