#pragma once

#include "model/document/report_document.h"
#include <QAbstractListModel>

namespace mz {

/// The figures that a number can be: those of the dictionary, then the classes
/// and accounts of the report's own tables; found by parts of their names.
class FigureSearchModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole };

    explicit FigureSearchModel(const ReportDocument &document, QObject *parent = nullptr);

    /// Every word must stand in the name, the code or the id.
    void search(const QString &words);
    /// The row of a figure; -1 where it is not listed.
    int rowOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Choice
    {
        QString id, name;
        QString words;  ///< All that it is found by, normalized.
    };
    std::vector<Choice> m_all;
    std::vector<size_t> m_found;
};

/// A figure's name in the language of the window; of an account its code and label.
QString figureNameOf(const ReportDocument &document, const QString &id);

}  // namespace mz
