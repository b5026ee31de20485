#include "model/recognize/turned_table.h"

#include "model/domain/text.h"
#include <QRegularExpression>
#include <algorithm>

namespace mz {

namespace {

constexpr int fewestItems = 3;
constexpr int mostColumns = 60;

/// The texts of a row by printed column; of a row without known spans, as they come.
std::vector<QString> textsByColumn(const SourceRow &row)
{
    std::vector<QString> texts;
    if (!row.spansKnown) {
        for (const GridCell &cell : row.cells)
            texts.push_back(cellText(cell.text));
        return texts;
    }
    for (const PlacedCell &cell : row.placed) {
        if (cell.column >= mostColumns)
            break;
        texts.resize(qMax(texts.size(), size_t(cell.column) + 1));
        if (!cell.continued)
            texts[size_t(cell.column)] = cell.text;
    }
    return texts;
}

/// An item's name as it is compared: 其中：（1）公务用车购置费 -> 公务用车购置费.
QString itemName(const QString &text)
{
    QString name = normalized(withoutOrdinal(text));
    for (const QStringView lead : {QStringView(u"其中"), QStringView(u":"), QStringView(u"：")}) {
        if (name.startsWith(lead))
            name.remove(0, lead.size());
    }
    return normalized(withoutOrdinal(name));
}

/// The two groups of the form's columns, and what each column is called within its group.
class TwoGroups
{
public:
    explicit TwoGroups(const TableForm &form) : m_form(form)
    {
        for (const FormColumn &column : form.columns) {
            if (column.path.size() > 1 && !m_groups.contains(column.path.front()))
                m_groups << column.path.front();
        }
        const bool oneLine = form.lanes.size() == 1 && form.lanes.front().rows.size() == 1
            && form.lanes.front().rows.front().label.isEmpty();
        m_good = oneLine && m_groups.size() == 2;
    }
    bool isGood() const { return m_good; }
    const QString &title(int group) const { return m_groups[group]; }

    /// 0 or 1 where the text names a group: 年初预算数 -> 预算数; else -1.
    int groupOf(const QString &text) const
    {
        constexpr qsizetype longest = 12;
        const QString name = normalized(text);
        for (int i = 0; i < m_groups.size(); ++i) {
            QString word = normalized(m_groups[i]);
            if (word.endsWith(u'数'))
                word.chop(1);
            if (name.size() <= longest && name.contains(word) && !name.contains(u"上年"))
                return i;
        }
        return -1;
    }

    /// Persons, vehicles, meetings: no amount.
    static bool isCount(const QString &text)
    {
        static const QRegularExpression count(
            QStringLiteral("[（(](个|人|辆|批|批次|人次|次)[）)]"));
        return count.match(text).hasMatch();
    }

    /// The column of the group with this item, or -1.
    int columnOf(int group, const QString &text) const
    {
        QString name = itemName(text);
        if (isCount(text))
            return -1;
        if (name.endsWith(u"合计"))
            name = QStringLiteral("合计");
        int best = -1;
        int bestScore = 0;
        for (size_t i = 0; i < m_form.columns.size(); ++i) {
            const QStringList &path = m_form.columns[i].path;
            if (path.front() != m_groups[group])
                continue;
            // 小计 says of what only with the heading above it.
            const bool subtotal = path.size() > 2 && path.back() == u"小计";
            const QString item = normalized(subtotal ? path[path.size() - 2] : path.back());
            constexpr int enough = 70;
            const int score = item == name ? 100 : likeness(item, name);
            if (score >= enough && score > bestScore) {
                bestScore = score;
                best = int(i);
            }
        }
        return best;
    }

private:
    const TableForm &m_form;
    QStringList m_groups;
    bool m_good = false;
};

/// An amount that the form has no column for: 会议费 预算数, and what is printed there.
using OtherAmount = std::pair<QString, QString>;

/// The row of amounts under the form's own headings, and behind them what else there is.
TableRegion inOneRow(const TableRegion &region, const TableForm &form,
    const std::map<int, QString> &amounts, const std::vector<OtherAmount> &others)
{
    TableRegion turned = region;
    turned.rows.clear();
    const SourcePlace place = region.rows.front().place;
    qsizetype depth = 0;
    for (const FormColumn &column : form.columns)
        depth = qMax(depth, column.path.size());
    for (qsizetype level = 0; level <= depth; ++level) {
        SourceRow row;
        row.spansKnown = true;
        row.place = place;
        for (size_t i = 0; i < form.columns.size(); ++i) {
            const QStringList &path = form.columns[i].path;
            const auto amount = amounts.find(int(i));
            const QString text = level < depth ? path.value(level)
                : amount == amounts.end()      ? QString()
                                               : amount->second;
            row.placed.push_back({text, int(i), 1, false});
            row.cells.push_back({text});
        }
        for (const auto &[title, amount] : others) {
            const QString text = level == 0 ? title : level == depth ? amount : QString();
            row.placed.push_back({text, int(row.cells.size()), 1, false});
            row.cells.push_back({text});
        }
        turned.rows.push_back(std::move(row));
    }
    return turned;
}

}  // namespace

namespace {

/// What a printed column of items is: 小计 says of what only with the heading above it.
QString itemOf(const QStringList &path)
{
    if (path.isEmpty())
        return {};
    const bool subtotal = path.back() == u"小计" || path.back() == u"合计";
    if (!subtotal || path.size() < 2)
        return path.back();
    const QString &above = path[path.size() - 2];
    return above.contains(u"三公") ? QStringLiteral("合计") : above;
}

/// Reads a table by its rows: what is where, until the first row with amounts.
class TurnedRows
{
public:
    explicit TurnedRows(const TwoGroups &groups) : m_groups(groups) { }

    void read(const SourceRow &row)
    {
        const std::vector<QString> texts = textsByColumn(row);
        const auto label = std::find_if(
            texts.begin(), texts.end(), [](const QString &text) { return !text.isEmpty(); });
        if (label == texts.end())
            return;
        const bool figures = std::any_of(label + 1, texts.end(), isFigure);
        if (!figures && !m_inData)
            return readHeading(row, texts);
        if (normalized(*label) == u"栏次") {
            m_columnNumbers = row;
            return;
        }
        m_inData = true;
        if (const int group = m_groups.groupOf(*label);
            group >= 0 && int(items().size()) >= fewestItems)
            return readGroup(group, texts);
        readItem(*label, texts);
    }

    bool isTurned() const
    {
        const bool byItems = m_groupAt[0] >= 0 && m_groupAt[1] >= 0 && m_itemRows >= fewestItems;
        return byItems || m_groupRows == 2;
    }
    const std::map<int, QString> &amounts() const { return m_amounts; }
    const std::vector<OtherAmount> &otherAmounts() const { return m_otherAmounts; }
    const QStringList &others() const { return m_others; }
    const std::optional<SourceRow> &columnNumbers() const { return m_columnNumbers; }

private:
    static bool isFigure(const QString &text)
    {
        const auto amount = Amount::parsePrinted(text, Money::Unit::TenThousandYuan);
        return amount && amount->isNumber();
    }

    void readHeading(const SourceRow &row, const std::vector<QString> &texts)
    {
        if (row.spansKnown)
            m_headings.push_back(row.placed);
        for (size_t i = 0; i < texts.size(); ++i) {
            const int group = m_groups.groupOf(texts[i]);
            // 全年预算数 is what the form calls 预算数, where both are printed.
            if (group >= 0 && (m_groupAt[group] < 0 || texts[i].contains(u"全年")))
                m_groupAt[group] = int(i);
        }
    }

    /// The printed columns of items, of a table that has budget and accounts as rows.
    const std::map<int, QString> &items()
    {
        if (!m_items) {
            m_items.emplace();
            const std::vector<QStringList> paths = headingPaths(m_headings, mostColumns);
            for (size_t i = 0; i < paths.size(); ++i) {
                const QString item = itemOf(paths[i]);
                if (!item.isEmpty() && m_groups.columnOf(0, item) >= 0)
                    m_items->insert({int(i), item});
                else if (!item.isEmpty())
                    m_otherItems[int(i)] = item;
            }
        }
        return *m_items;
    }

    void readGroup(int group, const std::vector<QString> &texts)
    {
        ++m_groupRows;
        QStringList others;
        for (size_t i = 1; i < texts.size(); ++i) {
            const auto item = items().find(int(i));
            const auto other = m_otherItems.find(int(i));
            if (item != items().end())
                m_amounts[m_groups.columnOf(group, item->second)] = texts[i];
            else if (other != m_otherItems.end() && isFigure(texts[i]))
                addOther(other->second, group, texts[i]);
            else if (!texts[i].isEmpty())
                others << texts[i];
        }
        if (!others.isEmpty())
            m_others << texts.front() + u' ' + others.join(u' ');
    }

    void readItem(const QString &label, const std::vector<QString> &texts)
    {
        bool known = false;
        for (int group = 0; group < 2; ++group) {
            const int at = m_groupAt[group];
            const int column = at < 0 ? -1 : m_groups.columnOf(group, label);
            known = known || column >= 0;
            if (column >= 0 && size_t(at) < texts.size() && m_amounts.count(column) == 0)
                m_amounts[column] = texts[size_t(at)];
        }
        if (known)
            ++m_itemRows;
        else if (TwoGroups::isCount(label) || !addOthers(label, texts))
            m_others << QStringList(texts.begin(), texts.end()).join(u' ').simplified();
    }

    bool addOthers(const QString &label, const std::vector<QString> &texts)
    {
        bool any = false;
        for (int group = 0; group < 2; ++group) {
            const int at = m_groupAt[group];
            const bool figure = at >= 0 && size_t(at) < texts.size() && isFigure(texts[size_t(at)]);
            if (figure)
                addOther(itemName(label), group, texts[size_t(at)]);
            any = any || figure;
        }
        return any;
    }

    void addOther(const QString &item, int group, const QString &text)
    {
        m_otherAmounts.emplace_back(item + u' ' + m_groups.title(group), text);
    }

    const TwoGroups &m_groups;
    std::vector<PlacedRow> m_headings;
    std::optional<std::map<int, QString>> m_items;
    int m_groupAt[2] = {-1, -1};
    std::map<int, QString> m_amounts;     ///< By column of the form.
    std::map<int, QString> m_otherItems;  ///< As m_items: what the form has no column for.
    std::vector<OtherAmount> m_otherAmounts;
    QStringList m_others;
    std::optional<SourceRow> m_columnNumbers;
    int m_itemRows = 0;
    int m_groupRows = 0;
    bool m_inData = false;
};

}  // namespace

std::optional<TableRegion> turnedRegion(const TableRegion &region, const TableForm &form)
{
    const TwoGroups groups(form);
    if (!groups.isGood() || region.rows.empty())
        return std::nullopt;
    TurnedRows rows(groups);
    for (const SourceRow &row : region.rows)
        rows.read(row);
    if (!rows.isTurned())
        return std::nullopt;
    TableRegion turned = inOneRow(region, form, rows.amounts(), rows.otherAmounts());
    if (rows.columnNumbers())
        turned.rows.insert(turned.rows.end() - 1, *rows.columnNumbers());
    // In one line: the figures are to be seen above it.
    if (!rows.others().isEmpty())
        turned.notes.prepend(rows.others().join(QStringLiteral(" ； ")));
    return turned;
}

}  // namespace mz
