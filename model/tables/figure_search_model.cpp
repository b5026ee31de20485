#include "model/tables/figure_search_model.h"

#include "model/compose/figure_matches.h"
#include "model/domain/text.h"

namespace mz {

QString figureNameOf(const ReportDocument &document, const QString &id)
{
    if (const Figure *figure = document.handbook().figures().find(id)) {
        const bool english
            = FigureSearchModel::tr("en", "language of names in data files") == u"en";
        return english ? figure->english : figure->name;
    }
    if (const auto at = rowOfAccountFigure(document.report(), id)) {
        const SheetRow &row = document.report().sheets[size_t(at->sheet)].rows[size_t(at->row)];
        return row.code.toString() + u' ' + inOneLine(row.label).trimmed();
    }
    return id;
}

FigureSearchModel::FigureSearchModel(const ReportDocument &document, QObject *parent)
    : QAbstractListModel(parent)
{
    for (const QString &id : figuresOf(document.report(), document.handbook())) {
        const QString name = figureNameOf(document, id);
        const Figure *figure = document.handbook().figures().find(id);
        m_all.push_back({id, name,
            figure ? normalized(figure->name + figure->aliases.join(QString()))
                    + figure->english.toLower() + id
                   : normalized(name) + id});
    }
    search({});
}

void FigureSearchModel::search(const QString &words)
{
    const QStringList parts = words.split(u' ', Qt::SkipEmptyParts);
    beginResetModel();
    m_found.clear();
    for (size_t i = 0; i < m_all.size(); ++i) {
        const bool all = std::all_of(parts.begin(), parts.end(), [&](const QString &part) {
            return m_all[i].words.contains(normalized(part), Qt::CaseInsensitive);
        });
        if (all)
            m_found.push_back(i);
    }
    endResetModel();
}

int FigureSearchModel::rowOf(const QString &id) const
{
    for (size_t row = 0; row < m_found.size(); ++row) {
        if (m_all[m_found[row]].id == id)
            return int(row);
    }
    return -1;
}

int FigureSearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_found.size());
}

QVariant FigureSearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Choice &choice = m_all[m_found[size_t(index.row())]];
    switch (role) {
    case Qt::DisplayRole:
        return choice.name;
    case Qt::ToolTipRole:
    case IdRole:
        return choice.id;
    default:
        return {};
    }
}

}  // namespace mz
