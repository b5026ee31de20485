#pragma once

#include "model/document/check_session.h"
#include <QAbstractItemModel>

namespace mz {

/// What an entry of the contents leads to.
struct ContentsTarget
{
    /// What only a written narrative has.
    enum class Writing : quint8 { None, SideFigures, Gaps };
    int sheet = -1;    ///< A table, or
    int section = -1;  ///< a section of the text, or
    Writing writing = Writing::None;
    bool operator==(const ContentsTarget &) const = default;
};

/// The report's parts, with their tables, sections and annexes below them.
class ContentsModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        SheetRole = Qt::UserRole,  ///< Index of the table; -1 for a section.
        SectionRole,               ///< Index of the section; -1 for a table.
        PartRole,                  ///< True for a part's own entry.
        PinnedCountRole,           ///< Totals of the table that differ from their formula.
        EmptyRole,                 ///< A table without any amount but zero.
        NumberRole,                ///< "05" of a table.
        EnglishRole,               ///< English name of a table.
        ErrorCountRole,  ///< Findings of severity error in the table, or in the section's text.
        WarningCountRole,
    };

    explicit ContentsModel(ReportDocument &document, QObject *parent = nullptr);

    /// Counts the findings of this session; it must outlive the model.
    void setChecks(const CheckSession *checks);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    ContentsTarget target(const QModelIndex &index) const;
    QModelIndex indexOf(ContentsTarget target) const;

private:
    struct Entry
    {
        ContentsTarget target;
        int parent = -1;
        int row = 0;
        std::vector<int> kids;
        QString text;
        bool part = false;
        int pinned = 0;
        int missing = 0;
        bool empty = false;
        bool operator==(const Entry &) const = default;
    };
    void build();
    void buildWriting();
    QString projectOf(int section) const;
    int add(Entry entry);
    void count(Entry &entry) const;
    QVariant tableData(const Entry &entry, int role) const;
    int countOf(const Entry &entry, Severity severity) const;

    ReportDocument &m_document;
    const CheckSession *m_checks = nullptr;
    std::vector<Entry> m_entries;
    std::vector<int> m_roots;
};

}  // namespace mz
