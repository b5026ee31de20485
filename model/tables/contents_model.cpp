#include "model/tables/contents_model.h"

#include "model/compose/text_gaps.h"
#include "model/document/explanation.h"
#include "model/narrative/annex_words.h"

namespace mz {

ContentsModel::ContentsModel(ReportDocument &document, QObject *parent)
    : QAbstractItemModel(parent)
    , m_document(document)
{
    build();
    const auto rebuild = [this] {
        beginResetModel();
        build();
        endResetModel();
    };
    connect(&document, &ReportDocument::reset, this, rebuild);
    connect(&document, &ReportDocument::sectionsChanged, this, [this, rebuild] {
        // Almost always the sentences are others and the outline is the same.
        const std::vector<Entry> before = m_entries;
        const std::vector<int> roots = m_roots;
        build();
        if (m_entries.size() == before.size()
            && std::equal(m_entries.begin(), m_entries.end(), before.begin(),
                [](const Entry &a, const Entry &b) {
                    return a.target == b.target && a.parent == b.parent && a.text == b.text;
                })) {
            const QModelIndex gaps = indexOf({-1, -1, ContentsTarget::Writing::Gaps});
            if (gaps.isValid() && m_entries != before)
                emit dataChanged(gaps, gaps);
            return;
        }
        m_entries = before;
        m_roots = roots;
        rebuild();
    });
    const auto recount = [this] {
        for (size_t i = 0; i < m_entries.size(); ++i) {
            Entry &entry = m_entries[i];
            const int pinned = entry.pinned;
            const bool empty = entry.empty;
            count(entry);
            if (pinned != entry.pinned || empty != entry.empty) {
                const QModelIndex changed = createIndex(entry.row, 0, quintptr(i));
                emit dataChanged(changed, changed);
            }
        }
    };
    connect(&document, &ReportDocument::cellsChanged, this, recount);
    connect(&document, &ReportDocument::sheetsChanged, this, [this, recount] {
        if (m_document.report().sheets.size() > 0 && !m_entries.empty())
            recount();
    });
}

void ContentsModel::setChecks(const CheckSession *checks)
{
    m_checks = checks;
    if (!checks)
        return;
    connect(checks, &CheckSession::changed, this, [this] {
        for (size_t i = 0; i < m_entries.size(); ++i) {
            const QModelIndex changed = createIndex(m_entries[i].row, 0, quintptr(i));
            emit dataChanged(changed, changed);
        }
    });
}

int ContentsModel::add(Entry entry)
{
    const int number = int(m_entries.size());
    std::vector<int> &siblings = entry.parent < 0 ? m_roots : m_entries[size_t(entry.parent)].kids;
    entry.row = int(siblings.size());
    siblings.push_back(number);
    count(entry);
    m_entries.push_back(std::move(entry));
    return number;
}

void ContentsModel::build()
{
    m_entries.clear();
    m_roots.clear();
    const Report &report = m_document.report();
    std::vector<int> open;  // entries that later ones may stand below, by level
    for (size_t i = 0; i < report.sections.size(); ++i) {
        const Section &section = report.sections[i];
        const size_t level = size_t(qBound(0, section.level, int(open.size())));
        open.resize(level);
        Entry entry;
        entry.target.section = int(i);
        entry.parent = open.empty() ? -1 : open.back();
        entry.part = section.level == 0;
        entry.text = section.level == 0 && !section.number.isEmpty()
            ? section.number + u' ' + section.title
            : section.number + section.title;
        if (entry.text.isEmpty())
            entry.text = tr("Before the first part");
        if (const QString project = projectOf(int(i)); !project.isEmpty())
            entry.text += QStringLiteral(" · ") + project;
        open.push_back(add(std::move(entry)));
        for (const Block &block : section.blocks) {
            if (block.kind != Block::Kind::Table)
                continue;
            const Sheet &sheet = report.sheets[size_t(block.sheet)];
            Entry table;
            table.target.sheet = block.sheet;
            table.parent = open.front();
            table.text = shortTableName(sheet) + u' ' + sheet.form->title;
            add(std::move(table));
        }
    }
    buildWriting();
}

/// The name of the project whose form the section is; many forms have one title.
QString ContentsModel::projectOf(int section) const
{
    const std::vector<Block> &blocks = m_document.report().sections[size_t(section)].blocks;
    if (std::none_of(blocks.begin(), blocks.end(),
            [](const Block &block) { return block.kind == Block::Kind::Grid; }))
        return {};
    const std::vector<AnnexTable> tables
        = readAnnexTables(m_document.report(), AnnexWords::builtIn(), section);
    const bool form = tables.size() == 1 && tables.front().kind == AnnexTable::Kind::Project;
    return form ? tables.front().name.simplified() : QString();
}

void ContentsModel::buildWriting()
{
    const auto &sections = m_document.report().sections;
    if (std::none_of(sections.begin(), sections.end(),
            [](const Section &section) { return section.isWritten(); }))
        return;
    Entry figures;
    figures.target.writing = ContentsTarget::Writing::SideFigures;
    figures.text = tr("Figures for the text");
    figures.part = true;
    add(std::move(figures));
    Entry gaps;
    gaps.target.writing = ContentsTarget::Writing::Gaps;
    gaps.text = tr("Still missing in the text");
    gaps.part = true;
    gaps.missing = missingTexts(textGaps(m_document.report(), m_document.handbook()));
    add(std::move(gaps));
}

void ContentsModel::count(Entry &entry) const
{
    if (entry.target.sheet < 0 || size_t(entry.target.sheet) >= m_document.report().sheets.size())
        return;
    const Sheet &sheet = m_document.report().sheets[size_t(entry.target.sheet)];
    entry.pinned = 0;
    entry.empty = true;
    for (int row = 0; row < sheet.rowCount(); ++row) {
        for (int column = 0; column < sheet.columnCount(); ++column) {
            const Cell &cell = sheet.cell(row, column);
            entry.pinned += cell.pinned ? 1 : 0;
            entry.empty = entry.empty && cell.amount.money().isZero()
                && cell.amount.state() != Amount::State::Unreadable;
        }
    }
}

QModelIndex ContentsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto &kids = parent.isValid() ? m_entries[parent.internalId()].kids : m_roots;
    return createIndex(row, column, quintptr(kids[size_t(row)]));
}

QModelIndex ContentsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const int parent = m_entries[child.internalId()].parent;
    return parent < 0 ? QModelIndex()
                      : createIndex(m_entries[size_t(parent)].row, 0, quintptr(parent));
}

int ContentsModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return int(parent.isValid() ? m_entries[parent.internalId()].kids.size() : m_roots.size());
}

int ContentsModel::columnCount(const QModelIndex &) const { return 1; }

QVariant ContentsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[index.internalId()];
    if (role == WarningCountRole && entry.target.writing == ContentsTarget::Writing::Gaps)
        return entry.missing;
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case SheetRole:
        return entry.target.sheet;
    case SectionRole:
        return entry.target.section;
    case PartRole:
        return entry.part;
    case ErrorCountRole:
        return countOf(entry, Severity::Error);
    case WarningCountRole:
        return countOf(entry, Severity::Warning);
    default:
        return entry.target.sheet >= 0 ? tableData(entry, role)
            : role == Qt::ToolTipRole  ? QVariant(entry.text)
                                       : QVariant();
    }
}

int ContentsModel::countOf(const Entry &entry, Severity severity) const
{
    if (!m_checks)
        return 0;
    return entry.target.sheet >= 0 ? m_checks->count(entry.target.sheet, severity)
                                   : m_checks->countInSection(entry.target.section, severity);
}

QVariant ContentsModel::tableData(const Entry &entry, int role) const
{
    // Between one report and the next an entry may name a table that is gone.
    if (size_t(entry.target.sheet) >= m_document.report().sheets.size())
        return {};
    const Sheet &sheet = m_document.report().sheets[size_t(entry.target.sheet)];
    switch (role) {
    case PinnedCountRole:
        return entry.pinned;
    case EmptyRole:
        return entry.empty;
    case NumberRole:
        return shortTableName(sheet);
    case EnglishRole:
        return sheet.form->english;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        QStringList lines{inWindowLanguage(sheet.title, sheet.form->english)};
        if (entry.pinned > 0)
            lines << tr("%n total(s) differ from what they sum", nullptr, entry.pinned);
        else if (entry.empty)
            lines << tr("No amounts in this table");
        return lines.join(u'\n');
    }
    default:
        return {};
    }
}

ContentsTarget ContentsModel::target(const QModelIndex &index) const
{
    return index.isValid() ? m_entries[index.internalId()].target : ContentsTarget();
}

QModelIndex ContentsModel::indexOf(ContentsTarget target) const
{
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].target == target)
            return createIndex(m_entries[i].row, 0, quintptr(i));
    }
    return {};
}

}  // namespace mz
