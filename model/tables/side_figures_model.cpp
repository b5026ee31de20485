#include "model/tables/side_figures_model.h"

#include "model/compose/text_gaps.h"
#include "model/domain/text.h"

namespace mz {

namespace {

/// "2010301" of "general.item[2010301]"; "" of a figure without an account.
QString accountCode(const QString &figure)
{
    return figure.section(u'[', 1).chopped(figure.endsWith(u']') ? 1 : 0);
}

}  // namespace

SideFiguresModel::SideFiguresModel(ReportDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_rows(rowsNow())
{
    connect(&document, &ReportDocument::reset, this, &SideFiguresModel::refresh);
    connect(&document, &ReportDocument::sideFiguresChanged, this, &SideFiguresModel::refresh);
    connect(&document, &ReportDocument::sectionsChanged, this, &SideFiguresModel::refresh);
    connect(&document, &ReportDocument::editableChanged, this, [this] {
        if (!m_rows.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

std::vector<SideFiguresModel::Row> SideFiguresModel::rowsNow() const
{
    const NarrativeTemplates *templates = m_document.templates();
    const Report &report = m_document.report();
    std::vector<Row> rows;
    if (!templates)
        return rows;
    const FigureValues values(report, m_document.handbook());
    QString topic;
    for (const AskedFigure &asked : askedFigures(values, *templates)) {
        if (asked.topic != topic) {
            topic = asked.topic;
            Row heading;
            heading.title = templates->find(topic)->title;
            rows.push_back(std::move(heading));
        }
        Row row;
        row.asked = asked;
        // 行政运行 stands below many 款: its code tells which.
        const QString code = accountCode(asked.figure);
        row.name = (code + u' ' + values.name(asked.figure)).trimmed();
        const bool count = values.isCount(asked.figure);
        row.unit = count ? QString() : values.unit();
        const auto entered = values.entered(asked.figure, asked.phase);
        const auto value = entered ? entered : values.sum(asked.figure, asked.phase);
        row.follows = value && !entered;
        if (value)
            row.value = value->toString(count ? Money::Unit::Yuan : values.moneyUnit());
        for (const SideFigure &side : report.sideFigures) {
            if (side.figure == asked.figure && side.phase == asked.phase)
                row.source = side.source;
        }
        if (row.follows)
            row.source = tr("Sum of its parts");
        rows.push_back(std::move(row));
    }
    return rows;
}

/// The cursor of a view stays where it is as long as the same figures are asked for.
void SideFiguresModel::refresh()
{
    std::vector<Row> rows = rowsNow();
    const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
        [](const Row &a, const Row &b) { return a.title == b.title && a.asked == b.asked; });
    if (!same) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = std::move(rows[i]);
        emit dataChanged(index(int(i), 0), index(int(i), ColumnCount - 1));
    }
}

int SideFiguresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SideFiguresModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SideFiguresModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    const bool heading = !row.title.isEmpty();
    if (role == HeadingRole)
        return heading;
    if (role == FollowsRole)
        return row.follows;
    if (role == Qt::TextAlignmentRole)
        return index.column() == ValueColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
                                             : QVariant();
    if (role == Qt::AccessibleTextRole && index.column() == ValueColumn)
        return tr("%1, %2: %3").arg(row.name, phaseTitle(row.asked.phase), row.value);
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)
        return {};
    if (heading)
        return index.column() == NameColumn ? row.title : QVariant();
    switch (Column(index.column())) {
    case NameColumn:
        return row.name;
    case PhaseColumn:
        return phaseTitle(row.asked.phase);
    case ValueColumn:
        return role == Qt::ToolTipRole ? row.source : row.value;
    case UnitColumn:
        return row.unit;
    case SourceColumn:
        return row.source;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant SideFiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NameColumn:
        return tr("Figure");
    case PhaseColumn:
        return tr("Of");
    case ValueColumn:
        return tr("Value");
    case UnitColumn:
        return tr("Unit");
    case SourceColumn:
        return tr("Source");
    case ColumnCount:
        break;
    }
    return {};
}

Qt::ItemFlags SideFiguresModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == ValueColumn && m_document.isEditable()
        && m_rows[size_t(index.row())].title.isEmpty())
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool SideFiguresModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const Row &row = m_rows[size_t(index.row())];
    // Leaving an editor without a change enters no sum as a figure of its own.
    if (value.toString() == row.value)
        return true;
    const Result<Amount> amount = m_document.readSideFigure(row.asked.figure, value.toString());
    Done done = amount ? mz::done() : Done(amount.error());
    if (amount) {
        SideFigure figure;
        figure.figure = row.asked.figure;
        figure.phase = row.asked.phase;
        figure.amount = *amount;
        done = m_document.setSideFigures({figure});
    }
    if (!done)
        emit editRejected(done.error());
    return done.has_value();
}

/// The nearest from `from` on, then from the top: one name has several phases.
int SideFiguresModel::rowNamed(const QString &name, int from) const
{
    const QString wanted = normalized(name);
    for (int step = 0; step < rowCount(); ++step) {
        const int row = (from + step) % rowCount();
        const Row &known = m_rows[size_t(row)];
        if (!wanted.isEmpty() && known.title.isEmpty()
            && (normalized(known.name) == wanted || accountCode(known.asked.figure) == wanted))
            return row;
    }
    return -1;
}

Done SideFiguresModel::paste(int row, const QString &text)
{
    constexpr int mostLines = 10'000;
    QStringList lines = text.split(u'\n');
    while (!lines.isEmpty() && lines.back().trimmed().isEmpty())
        lines.removeLast();
    if (lines.size() > mostLines)
        return Error{tr("These are too many lines."), {}};
    std::vector<SideFigure> figures;
    figures.reserve(size_t(lines.size()));
    for (const QString &line : lines) {
        QStringList fields = line.split(u'\t');
        while (fields.size() > 1 && fields.back().trimmed().isEmpty())
            fields.removeLast();
        while (row >= 0 && row < rowCount() && !m_rows[size_t(row)].title.isEmpty())
            ++row;
        if (fields.size() > 1) {
            const int named = rowNamed(fields.front(), qMax(row, 0));
            if (named < 0)
                return Error{tr("The text asks for no such figure."), fields.front().trimmed()};
            row = named;
        }
        if (row < 0 || row >= rowCount())
            return Error{tr("There are more lines than figures."), {}};
        const AskedFigure &asked = m_rows[size_t(row)].asked;
        const Result<Amount> amount = m_document.readSideFigure(asked.figure, fields.back());
        if (!amount)
            return Error{amount.error().message, m_rows[size_t(row)].name};
        SideFigure figure;
        figure.figure = asked.figure;
        figure.phase = asked.phase;
        figure.amount = *amount;
        figures.push_back(std::move(figure));
        ++row;
    }
    return m_document.setSideFigures(figures);
}

int SideFiguresModel::rowOf(const QString &figure, Phase phase) const
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].asked.figure == figure && m_rows[i].asked.phase == phase)
            return int(i);
    }
    return -1;
}

}  // namespace mz
