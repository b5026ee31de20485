#include "model/recognize/table_recognizer.h"

#include "model/domain/text.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <deque>
#include <limits>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(TableRecognizer)
};

bool isAmountText(const QString &text)
{
    const bool digits = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    if (!digits)
        return false;
    const auto amount = Amount::parsePrinted(text, Money::Unit::TenThousandYuan);
    return amount && amount->isNumber();
}

/// "1", "2", "3" ..: the row that numbers the columns, with or without 栏次.
bool isColumnNumbers(const QStringList &texts, const RecognitionWords &words)
{
    if (!texts.isEmpty() && words.columnNumberWords.contains(normalized(texts.front())))
        return true;
    if (texts.size() < 3)
        return false;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (toHalfWidth(texts[i]) != QString::number(i + 1))
            return false;
    }
    return true;
}

/// What one lane shows in one physical row.
struct LaneRow
{
    QString code, label, line;
    std::vector<std::pair<int, QString>> amounts;  ///< Sheet column, printed text.
    bool isBlank() const
    {
        return code.isEmpty() && label.isEmpty()
            && std::all_of(amounts.begin(), amounts.end(),
                [](const auto &amount) { return amount.second.isEmpty(); });
    }
};

/// The first rows of a table, as far as they may stand again on its next pages: the
/// headings, and a row of data that was marked as one of them.
class RepeatedTop
{
public:
    /// To be told every row, in order. True for one that stands behind the first heading
    /// where that comes again, each row as it was there.
    bool standsAgain(const QStringList &texts)
    {
        if (m_at > 0 && m_at < m_rows.size() && texts == m_rows[m_at]) {
            ++m_at;
            return true;
        }
        const bool heading
            = !m_rows.empty() && std::none_of(m_rows[0].begin(), m_rows[0].end(), isAmountText);
        m_at = heading && texts == m_rows.front() ? 1 : 0;
        if (m_at == 0 && m_rows.size() < mostRows)
            m_rows.push_back(texts);
        return false;
    }

private:
    static constexpr size_t mostRows = 6;
    std::vector<QStringList> m_rows;
    size_t m_at = 0;  ///< Behind the row that stood again last; 0 where none did.
};

class Reader
{
public:
    Reader(const TableRegion &region, std::shared_ptr<const TableForm> form,
        const RecognitionWords &words, const TableChoice &choice)
        : m_region(region)
        , m_words(words)
        , m_choice(choice)
    {
        m_sheet.form = std::move(form);
        for (size_t i = 0; i < m_sheet.form->lanes.size(); ++i) {
            const FormLane &formLane = m_sheet.form->lanes[i];
            const int lane = int(i);
            for (const Heading &heading : formLane.heading)
                collectTitles(heading);
            for (const FormRow &row : formLane.rows) {
                for (const QString &name : names(row)) {
                    m_labels.insert(name);
                    if (row.foot && !m_footLines.contains(name))
                        m_footLines.insert(name, {lane, &row});
                }
            }
        }
    }

    /// Only how well the headings fit.
    int score()
    {
        // The first pages of a long table tell as much as all of it.
        constexpr int enough = 400;
        m_sheet.unit = m_sheet.form->unit;
        divide(enough);
        readColumns();
        return m_result.score;
    }

    RecognizedTable read(std::optional<Money::Unit> unit)
    {
        m_result.found = printedTable(m_region);
        m_result.found.form = m_sheet.form;
        m_sheet.title = m_region.title;
        m_sheet.unit = m_sheet.form->unit;
        for (const FormColumn &column : m_sheet.form->columns)
            m_sheet.columns.push_back({column.id, column.title});
        for (const QString &line : m_region.lines)
            readLine(line);
        divide();
        if (unit)
            m_sheet.unit = *unit;
        for (const QString &line : m_region.notes)
            m_sheet.notes << line.trimmed();
        readColumns();
        describeColumns();
        readRows();
        finish();
        return std::move(m_result);
    }

private:
    static QStringList names(const FormRow &row)
    {
        QStringList result;
        if (row.label.isEmpty())
            return result;
        result << normalized(withoutOrdinal(row.label));
        for (const QString &alias : row.aliases)
            result << normalized(alias);
        return result;
    }

    static QString rowName(const SheetRow &row)
    {
        return row.code.isEmpty() ? row.label : row.code.toString();
    }

    void note(const QString &text, const SourcePlace &place)
    {
        QString where = m_sheet.form->kind;
        if (const QString at = placeText(place); !at.isEmpty())
            where += QStringLiteral(", ") + at;
        m_result.notes.push_back({text, where});
    }

    /// A note that is a question as well.
    void doubt(UncertainPoint point)
    {
        note(point.text, point.place);
        m_result.points.push_back(std::move(point));
    }
    using Doubt = UncertainPoint::Kind;
    using Part = FoundRow::Part;

    void readLine(const QString &line)
    {
        const TableLine said = readTableLine(line, m_words);
        if (!said.agency.isEmpty())
            m_result.agency = said.agency;
        if (!said.number.isEmpty())
            m_sheet.number = said.number;
        m_result.found.unitPrinted = m_result.found.unitPrinted || !said.unit.isEmpty();
        if (said.unit.contains(u"万元"))
            m_sheet.unit = Money::Unit::TenThousandYuan;
        else if (said.unit.contains(u'元'))
            m_sheet.unit = Money::Unit::Yuan;
    }

    bool isData(const QStringList &texts) const
    {
        qsizetype numbers = 0;
        for (const QString &text : texts) {
            if (m_labels.contains(normalized(withoutOrdinal(text))) || isAmountText(text))
                ++numbers;
            const AccountCode code = AccountCode::parse(toHalfWidth(withoutSpaces(text)));
            if (!code.isEmpty())
                return true;
            if (text.contains(u'.') && isAmountText(text))
                return true;
        }
        return numbers * 2 >= texts.size() && numbers > 0;
    }

    static QStringList titlesOf(const Heading &heading)
    {
        QStringList titles{normalized(heading.title)};
        for (const QString &alias : heading.aliases)
            titles << normalized(alias);
        return titles;
    }

    void collectTitles(const Heading &heading)
    {
        for (const QString &title : titlesOf(heading))
            m_headingTitles.insert(title);
        for (const Heading &below : heading.below)
            collectTitles(below);
    }

    bool isCodePart(const QString &text) const
    {
        constexpr qsizetype longest = 4;  // 类, with the spaces that a cell may have
        return text.size() <= longest && m_words.codePartWords.contains(normalized(text));
    }

    /// 类 款 项: a code in parts. Their row may be that of 栏次, or of 合计, as well.
    bool hasCodeParts(const SourceRow &row)
    {
        if (!row.spansKnown)
            return false;
        SourceRow parts;
        parts.spansKnown = true;
        parts.place = row.place;
        for (const PlacedCell &cell : row.placed) {
            if (!cell.continued && isCodePart(cell.text))
                parts.placed.push_back(cell);
        }
        if (parts.placed.size() < 2)
            return false;
        m_made.push_back(std::move(parts));
        return true;
    }

    QStringList withoutCodeParts(const QStringList &texts) const
    {
        const bool any = std::any_of(
            texts.begin(), texts.end(), [this](const QString &text) { return isCodePart(text); });
        if (!any)
            return texts;
        QStringList rest;
        for (const QString &text : texts) {
            if (!isCodePart(text))
                rest << text;
        }
        return rest;
    }

    /// The last of the first rows that says nothing but headings of the form: what
    /// stands above it is a heading too, whatever its words are elsewhere.
    int lastHeading() const
    {
        constexpr int reach = 10;
        int last = -1;
        for (int i = 0; i < reach && size_t(i) < m_region.rows.size(); ++i) {
            const QStringList texts = m_region.rows[size_t(i)].texts();
            const auto known = std::count_if(texts.begin(), texts.end(),
                [this](const QString &text) { return m_headingTitles.contains(normalized(text)); });
            const bool figures = std::any_of(texts.begin(), texts.end(), [](const QString &text) {
                return isAmountText(text)
                    || !AccountCode::parse(toHalfWidth(withoutSpaces(text))).isEmpty();
            });
            if (figures)
                break;
            const bool total = !texts.isEmpty()
                && m_words.totalRowWords.contains(normalized(texts.front()))
                && m_labels.contains(normalized(texts.front()));
            if (known >= 2 && known * 3 >= texts.size() * 2 && !total)
                last = i;
        }
        return last;
    }

    /// The 合计 row of a code tree, with heading words where others print amounts.
    bool isTotalOfWords(const SourceRow &row, const QStringList &texts) const
    {
        if (!m_sheet.form->hasTree() || texts.size() < 2
            || !m_words.totalRowWords.contains(normalized(texts.front())))
            return false;
        const bool first = row.spansKnown
            ? normalized(row.placed.front().text) == normalized(texts.front())
            : normalized(row.cells.front().text) == normalized(texts.front());
        return first && std::none_of(texts.begin(), texts.end(), isAmountText);
    }

    /// Parts the region's rows: lines beside the table, headings, data, notes.
    void divide(int most = std::numeric_limits<int>::max())
    {
        bool inData = false;
        QSet<QString> headingTexts;
        RepeatedTop top;
        const int headings = lastHeading();
        for (const SourceRow &row : m_region.rows) {
            if (indexOf(row) >= most)
                break;
            const QStringList texts = row.texts();
            if (m_choice.droppedRows.contains(indexOf(row))) {
                leaveOut(row, texts);
                continue;
            }
            if (texts.isEmpty()) {
                if (inData)
                    m_data.push_back(&row);
                continue;
            }
            if (texts.size() <= 2
                && (isNote(texts.front(), m_words)
                    || (inData && isEmptyStatement(texts.front(), m_words)))) {
                for (const QString &line : texts.front().split(u'\n'))
                    m_sheet.notes << line.trimmed();
                setPart(row, Part::Note);
                continue;
            }
            if (isBeside(texts)) {
                for (const QString &text : texts)
                    readLine(text);
                setPart(row, Part::Beside);
                continue;
            }
            if (const QStringList rest = withoutCodeParts(texts);
                !inData && isColumnNumbers(rest, m_words)) {
                if (rest.size() < texts.size() && hasCodeParts(row))
                    m_headings.push_back(&m_made.back());
                m_sheet.printedColumnNumbers = rest;
                setPart(row, Part::ColumnNumbers);
                continue;
            }
            const bool again = top.standsAgain(texts);
            const bool repeated = inData && texts.size() > 1
                && (again || std::all_of(texts.begin(), texts.end(), [&](const QString &text) {
                       return headingTexts.contains(normalized(text));
                   }));
            if (repeated || (inData && isColumnNumbers(texts, m_words))) {
                // the heading of a table that goes on over a page
                setPart(row, repeated ? Part::Heading : Part::ColumnNumbers);
                continue;
            }
            const bool above = !inData && indexOf(row) <= headings;
            if (!inData && !above && isTotalOfWords(row, texts)) {
                m_headings.push_back(&row);
                inData = true;
                setPart(row, Part::Data);
                m_data.push_back(&row);
                continue;
            }
            const bool data = !above && isData(withoutCodeParts(texts));
            if (!inData && data && hasCodeParts(row))
                m_headings.push_back(&m_made.back());
            if (!inData && !data) {
                m_headings.push_back(&row);
                setPart(row, Part::Heading);
                for (const QString &text : texts)
                    headingTexts.insert(normalized(text));
                continue;
            }
            inData = true;
            setPart(row, Part::Data);
            m_data.push_back(&row);
        }
    }

    /// Department, number and unit; a year or a date may stand among them.
    bool isBeside(const QStringList &texts) const
    {
        static const QRegularExpression date(
            QStringLiteral("^(?:(?:填报|填表|编制|公开|报送)?(?:日期|时间)[:：]?)?\\s*20\\d\\d(?:"
                           "年度?|[-/.年]\\d{1,2}"
                           "(?:[-/.月](?:\\d{1,2}日?)?)?)$"));
        bool any = false;
        for (const QString &text : texts) {
            const bool said = !readTableLine(text, m_words).isEmpty();
            if (!said && !date.match(text).hasMatch())
                return false;
            any = any || said;
        }
        return any;
    }

    int indexOf(const SourceRow &row) const { return int(&row - m_region.rows.data()); }

    /// Only while the table is read: to try a form, no account is kept.
    void setPart(const SourceRow &row, Part part)
    {
        if (!m_result.found.rows.empty())
            m_result.found.rows[size_t(indexOf(row))].part = part;
    }

    void leaveOut(const SourceRow &row, const QStringList &texts)
    {
        setPart(row, Part::Data);
        if (!m_result.found.rows.empty())
            m_result.found.rows[size_t(indexOf(row))].dropped = true;
        note(Say::tr("The row “%1” was left out, as chosen.")
                 .arg(shortened(inOneLine(texts.join(u' ')), 40)),
            row.place);
    }

    void readColumns()
    {
        for (const auto *rows : {&m_headings, &m_data}) {
            for (const SourceRow *row : *rows) {
                const int width = row->spansKnown
                    ? (row->placed.empty() ? 0
                                           : row->placed.back().column + row->placed.back().span)
                    : int(row->cells.size());
                m_width = qMax(m_width, width);
            }
        }
        std::vector<PlacedRow> headings;
        std::vector<std::vector<GridCell>> loose;
        for (const SourceRow *row : m_headings) {
            if (row->spansKnown)
                headings.push_back(row->placed);
            else
                loose.push_back(row->cells);
        }
        if (headings.empty())
            headings = placeHeadings(loose, m_width);
        const std::vector<QStringList> paths = headingPaths(headings, m_width);
        m_columns = matchColumns(*m_sheet.form, paths, m_words, &m_result.score, m_choice.columns);
        m_sheetColumn.assign(size_t(m_width), -1);
        const SourcePlace place = headingPlace();
        int extra = 0;
        for (size_t i = 0; i < m_columns.size(); ++i) {
            const ColumnMatch &match = m_columns[i];
            const QString printed = paths[i].isEmpty() ? QString() : paths[i].back();
            m_titles << paths[i].join(u'/');
            const auto chosen = m_choice.columns.find(int(i));
            const bool isChosen = chosen != m_choice.columns.end();
            if (isChosen && chosen->second == TableChoice::leftOut) {
                note(Say::tr("The column “%1” was left out, as chosen.").arg(printed), place);
                continue;
            }
            if (match.leaf && match.leaf->shows == Heading::Shows::Amount) {
                m_sheetColumn[i] = m_sheet.form->columnIndex(match.leaf->column);
                const QString text = Say::tr("The heading “%1” was taken for “%2”.")
                                         .arg(printed, match.leaf->title);
                if (isChosen && !titlesOf(*match.leaf).contains(printed))
                    note(text, place);
                else if (match.byPosition || match.alike)
                    doubt({Doubt::Column, match.byPosition && hasAmounts(i), text, place, -1, -1,
                        int(i)});
            } else if (!match.leaf && (!printed.isEmpty() || hasAmounts(i))) {
                doubt({Doubt::Column, !isChosen && !isUsual(paths[i]) && hasAmounts(i),
                    Say::tr("The column “%1” is not in the form; it is kept as it is.")
                        .arg(printed),
                    place, -1, -1, int(i)});
                m_sheetColumn[i] = m_sheet.columnCount();
                m_sheet.addColumn({QStringLiteral("extra%1").arg(++extra), printed});
            }
        }
        for (const FormColumn &column : m_sheet.form->columns) {
            const int index = m_sheet.form->columnIndex(column.id);
            if (std::find(m_sheetColumn.begin(), m_sheetColumn.end(), index) == m_sheetColumn.end())
                doubt({Doubt::Column, false,
                    Say::tr("The column “%1” was not found.").arg(column.path.join(u'/')), place});
        }
    }

    /// What many authorities add to the form is no question.
    bool isUsual(const QStringList &path) const
    {
        const QString title = path.join(u'/');
        return std::any_of(m_words.usualColumns.begin(), m_words.usualColumns.end(),
            [&title](const QString &word) { return title.contains(word); });
    }

    SourcePlace headingPlace() const
    {
        return m_headings.empty() ? m_region.place : m_headings.front()->place;
    }

    /// The account of the columns, and of the rows laid over them.
    void describeColumns()
    {
        FoundTable &found = m_result.found;
        found.score = m_result.score;
        // Rows that are no part of the grid may be wider; the columns stay the same
        // whatever rows are dropped.
        found.columns.resize(qMax(found.columns.size(), size_t(m_width)));
        for (size_t i = 0; i < size_t(m_width); ++i) {
            FoundColumn &column = found.columns[i];
            column.title = m_titles[qsizetype(i)];
            column.target = m_columns[i].target;
            column.extra = column.target.isEmpty() && m_sheetColumn[i] >= 0;
            column.chosen = m_choice.columns.contains(int(i));
            column.hasAmounts = m_sheetColumn[i] >= 0 && hasAmounts(i);
        }
        for (const SourceRow *row : m_data)
            layOver(*row);
        for (const SourceRow &row : m_region.rows) {
            if (found.rows[size_t(indexOf(row))].part == Part::ColumnNumbers)
                layOver(row);
        }
        layHeadings();
    }

    /// A row without known spans, over the columns as it is read.
    void layOver(const SourceRow &row)
    {
        if (row.spansKnown || row.cells.size() > size_t(m_width))
            return;
        PlacedRow &cells = m_result.found.rows[size_t(indexOf(row))].cells;
        cells.clear();
        const std::vector<QString> texts = spread(row);
        for (size_t i = 0; i < texts.size(); ++i) {
            if (!texts[i].isEmpty())
                cells.push_back({texts[i], int(i), 1, false});
        }
    }

    /// Heading rows without known spans, over the columns as far as they can be laid.
    void layHeadings()
    {
        constexpr size_t mostHeadings = 8;  // no form has more; each is laid with those below it
        if (m_headings.size() > mostHeadings)
            return;
        std::vector<std::vector<GridCell>> below;
        for (auto it = m_headings.rbegin(); it != m_headings.rend() && !(*it)->spansKnown; ++it) {
            below.insert(below.begin(), (*it)->cells);
            std::vector<PlacedRow> placed = placeHeadings(below, m_width);
            if (placed.size() == below.size())
                m_result.found.rows[size_t(indexOf(**it))].cells = std::move(placed.front());
        }
    }

    bool hasAmounts(size_t column)
    {
        if (m_amountColumns.size() != size_t(m_width))
            findAmountColumns();
        return m_amountColumns[column];
    }

    /// All columns in one pass: a long table has many columns without an amount.
    void findAmountColumns()
    {
        m_amountColumns.assign(size_t(m_width), false);
        for (const SourceRow *row : m_data) {
            const std::vector<QString> texts = spread(*row);
            for (size_t i = 0; i < texts.size(); ++i)
                m_amountColumns[i] = m_amountColumns[i] || isAmountText(texts[i]);
        }
    }

    /// The texts of a data row over the columns.
    std::vector<QString> spread(const SourceRow &row) const
    {
        std::vector<QString> texts{size_t(m_width)};
        if (row.spansKnown) {
            for (const PlacedCell &cell : row.placed) {
                if (!cell.continued)
                    texts[size_t(cell.column)] = cell.text;
            }
            return texts;
        }
        const size_t missing = size_t(m_width) - row.cells.size();
        // A row without a code in front begins with a cell that spans code
        // and name; a row with one lacks cells at its end.
        const bool spansFront = missing > 0 && !row.cells.empty()
            && AccountCode::parse(toHalfWidth(withoutSpaces(row.cells.front().text))).isEmpty();
        for (size_t i = 0; i < row.cells.size(); ++i)
            texts[i == 0 || !spansFront ? i : i + missing] = cellText(row.cells[i].text);
        return texts;
    }

    /// A short row of labels and amounts, as at the foot of T06: every amount
    /// belongs to the label before it.
    bool readFootRow(const SourceRow &row)
    {
        QStringList cells;
        if (row.spansKnown) {
            for (const PlacedCell &cell : row.placed) {
                if (!cell.continued)
                    cells << cell.text;
            }
        } else {
            for (const GridCell &cell : row.cells)
                cells << cellText(cell.text);
        }
        if (m_sheet.form->lanes.size() < 2)
            return false;
        // Without merged cells a line that runs over several lanes has blank places between
        // its label and its amount.
        const bool wide = std::any_of(cells.begin(), cells.end(), [this](const QString &text) {
            const FormRow *line = footLine(text).second;
            return line && line->lanes > 1;
        });
        if (!wide && int(cells.size()) == m_width)
            return false;
        if (wide) {
            cells.removeAll(QString());
            for (qsizetype i = cells.size(); i > 0; --i) {
                const bool label = footLine(cells[i - 1]).second;
                if (label && (i == cells.size() || footLine(cells[i]).second))
                    cells.insert(i, QString());
            }
        }
        bool any = false;
        for (qsizetype i = 0; i + 1 < cells.size(); ++i) {
            const QString &label = cells[i];
            const auto [lane, line] = footLine(label);
            if (!line)
                continue;
            LaneRow laneRow;
            laneRow.label = label;
            laneRow.amounts.emplace_back(
                m_sheet.form->lanes[size_t(lane)].columns.front(), cells[i + 1]);
            addFixed(laneRow, lane, row.place);
            any = true;
        }
        if (any)
            markFoot();
        return any;
    }

    std::pair<int, const FormRow *> footLine(const QString &label) const
    {
        return m_footLines.value(normalized(label), {-1, nullptr});
    }

    void markFoot()
    {
        if (m_sheet.minimumBodyRows == 0)
            m_sheet.minimumBodyRows = m_physicalRows;
    }

    void readRows()
    {
        m_lanes.resize(m_sheet.form->lanes.size());
        m_sheet.printedLines.resize(m_lanes.size());
        for (const SourceRow *row : m_data) {
            m_source = indexOf(*row);
            if (readFootRow(*row) || readFragment(*row))
                continue;
            const std::vector<QString> texts = spread(*row);
            std::vector<LaneRow> laneRows{m_lanes.size()};
            for (size_t i = 0; i < texts.size(); ++i)
                place(texts[i], i, laneRows);
            bool foot = false;
            for (size_t lane = 0; lane < laneRows.size(); ++lane) {
                if (!laneRows[lane].line.isEmpty())
                    m_sheet.printedLines[lane] << laneRows[lane].line;
                if (laneRows[lane].isBlank())
                    continue;
                foot = add(laneRows[lane], int(lane), row->place) || foot;
            }
            if (foot)
                markFoot();
            ++m_physicalRows;
            m_shortRow = !row->spansKnown && int(row->cells.size()) < m_width
                && !AccountCode::parse(toHalfWidth(withoutSpaces(row->cells.front().text)))
                        .isEmpty();
        }
    }

    void place(const QString &text, size_t column, std::vector<LaneRow> &laneRows) const
    {
        const ColumnMatch &match = m_columns[column];
        const size_t lane = match.lane < 0 ? laneRows.size() - 1 : size_t(match.lane);
        if (m_sheetColumn[column] >= 0) {
            laneRows[lane].amounts.emplace_back(m_sheetColumn[column], text);
            return;
        }
        if (!match.leaf || text.isEmpty())
            return;
        if (match.leaf->shows == Heading::Shows::Code) {
            if (!isCodePart(text) && !titlesOf(*match.leaf).contains(normalized(text)))
                laneRows[lane].code += text;
        } else if (match.leaf->shows == Heading::Shows::Label)
            laneRows[lane].label = text;
        else if (match.leaf->shows == Heading::Shows::Line)
            laneRows[lane].line = text;
    }

    /// Some rows that a converter tore apart go on in rows of one cell: the
    /// missing amount, or the text of the cell once more.
    bool readFragment(const SourceRow &row)
    {
        if (!m_shortRow || row.spansKnown || row.cells.size() > 2)
            return false;
        for (const GridCell &cell : row.cells) {
            const QString text = cellText(cell.text);
            if (text.isEmpty())
                continue;
            const int lane = m_columns.back().lane;
            const int column = m_sheetColumn.back();
            Draft *last = lane >= 0 && !m_lanes[size_t(lane)].empty()
                ? &m_lanes[size_t(lane)].back()
                : nullptr;
            if (last && column >= 0 && isAmountText(text)) {
                last->amounts.emplace_back(column, text);
                m_shortRow = false;
            } else {
                doubt({Doubt::Row, isAmountText(text),
                    Say::tr("The row %1 is torn apart in the file; “%2” was left out.")
                        .arg(last ? last->row.key : QString(), shortened(text, 24)),
                    row.place, -1, m_source});
            }
        }
        return true;
    }

    struct Draft
    {
        SheetRow row;
        std::vector<std::pair<int, QString>> amounts;
        SourcePlace place;
        int source = -1;  ///< Its row of the region.

        bool hasAmounts() const
        {
            return std::any_of(amounts.begin(), amounts.end(),
                [](const auto &amount) { return isAmountText(amount.second); });
        }
    };

    void take(Draft draft, int lane)
    {
        draft.source = m_source;
        m_result.found.rows[size_t(m_source)].keys << draft.row.key;
        m_lanes[size_t(lane)].push_back(std::move(draft));
    }

    /// True where the row stands at the foot.
    bool add(LaneRow &laneRow, int lane, const SourcePlace &place)
    {
        splitAccount(laneRow);
        const QString codeText = withoutSpaces(laneRow.code);
        const AccountCode code = AccountCode::parse(toHalfWidth(codeText));
        if (!code.isEmpty()) {
            addAccount(laneRow, code, lane, place);
            return false;
        }
        if (!codeText.isEmpty()) {
            // 合计 printed over code and name; or a code that is none.
            const bool label = laneRow.label.isEmpty() || m_labels.contains(normalized(codeText));
            laneRow.label = label ? laneRow.code : laneRow.code + u' ' + laneRow.label;
        }
        return addFixed(laneRow, lane, place);
    }

    /// "2010301 行政运行": code and name in one cell.
    void splitAccount(LaneRow &laneRow) const
    {
        static const QRegularExpression joined(
            QStringLiteral("^[\\[(（【]?(\\d{3}(?:\\d{2}){0,2})[\\])）】]?[\\s\\-—_:：.、]*"
                           "([^\\d\\s.,，%\\-].*)$"));
        if (m_sheet.form->accounts == TableForm::Accounts::None
            || laneRow.code.isEmpty() == laneRow.label.isEmpty())
            return;
        const auto match = joined.match((laneRow.code + laneRow.label).trimmed());
        if (!match.hasMatch())
            return;
        laneRow.code = match.captured(1);
        laneRow.label = match.captured(2);
    }

    void addAccount(LaneRow &laneRow, AccountCode code, int lane, const SourcePlace &place)
    {
        Draft draft;
        draft.row.code = code;
        draft.row.key = code.toString();
        draft.row.label = laneRow.label;
        draft.row.lane = lane;
        draft.row.indent = int(code.level()) - 1;
        draft.row.strong = code.level() == AccountCode::Level::Class;
        draft.amounts = std::move(laneRow.amounts);
        draft.place = place;
        const int same = ++m_codeCount[{lane, draft.row.key}];
        if (same > 1) {
            if (same == 2)
                doubt({Doubt::Row, false, Say::tr("The code %1 stands twice.").arg(code.toString()),
                    place, -1, m_source});
            draft.row.key = QStringLiteral("%1#%2").arg(code.toString()).arg(same);
        }
        m_keys.insert({lane, draft.row.key});
        take(std::move(draft), lane);
    }

    bool addFixed(LaneRow &laneRow, int lane, const SourcePlace &place)
    {
        Draft draft;
        draft.row.lane = lane;
        draft.row.label = laneRow.label;
        draft.amounts = std::move(laneRow.amounts);
        draft.place = place;
        const FormRow *line = fixedLine(laneRow.label, lane, place);
        if (line) {
            draft.row.key = line->key;
            draft.row.code = line->code;
            draft.row.indent = line->indent;
            draft.row.foot = line->foot;
            draft.row.strong = line->strong;
            draft.row.lanes = line->lanes;
            m_keys.insert({lane, line->key});
        } else {
            draft.row.key = QStringLiteral("extra%1").arg(++m_extraRows);
            doubt({Doubt::Row, draft.hasAmounts(),
                Say::tr("The line “%1” is not in the form; it is kept as it is.")
                    .arg(shortened(inOneLine(laneRow.label), 40)),
                place, -1, m_source, labelColumn(lane)});
            m_result.found.rows[size_t(m_source)].understood = false;
        }
        const bool foot = draft.row.foot;
        take(std::move(draft), lane);
        return foot;
    }

    /// The printed column of a lane's names, where lanes stand side by side; else -1.
    int labelColumn(int lane) const
    {
        if (m_lanes.size() < 2)
            return -1;
        const auto label
            = std::find_if(m_columns.begin(), m_columns.end(), [lane](const ColumnMatch &match) {
                  return match.lane == lane && match.leaf
                      && match.leaf->shows == Heading::Shows::Label;
              });
        return label == m_columns.end() ? -1 : int(label - m_columns.begin());
    }

    /// Whether a line that stands in place of this one was read.
    bool isReplaced(const QString &key, int lane) const
    {
        const std::vector<FormRow> &rows = m_sheet.form->lanes[size_t(lane)].rows;
        return std::any_of(rows.begin(), rows.end(), [&](const FormRow &row) {
            return row.insteadOf.contains(key) && m_keys.contains({lane, row.key});
        });
    }

    /// The form's line with this label that has not come yet. Where two lines
    /// have one name, one with an ordinal goes to a line with an ordinal.
    const FormRow *fixedLine(const QString &label, int lane, const SourcePlace &place)
    {
        const QString line = inOneLine(label);
        const QString name = normalized(withoutOrdinal(line));
        const bool ordinal = withoutOrdinal(line).size() != QStringView(line).size();
        const FormRow *best = nullptr;
        int bestScore = 0;
        int count = 0;
        for (const FormRow &row : m_sheet.form->lanes[size_t(lane)].rows) {
            if (row.tree)
                continue;
            ++count;
            // 其中 tells of a part of the line above; it is no line of its own.
            const bool partOnly
                = name.startsWith(u"其中") && !normalized(row.label).startsWith(u"其中");
            if (partOnly || m_keys.contains({lane, row.key}) || isReplaced(row.key, lane))
                continue;
            int score = 0;
            for (const QString &known : names(row))
                score = qMax(score, known == name ? 100 : likeness(known, name));
            const bool rowOrdinal
                = withoutOrdinal(row.label).size() != QStringView(row.label).size();
            score = score * 2 + (ordinal == rowOrdinal ? 1 : 0);
            if (score > bestScore) {
                bestScore = score;
                best = &row;
            }
        }
        if (best && bestScore < 200 && bestScore >= 160)
            doubt({Doubt::Row, false,
                Say::tr("The line “%1” was taken for “%2”.").arg(line, best->label), place, -1,
                m_source});
        if (bestScore >= 160)
            return best;
        // A form with a single line needs no label on it.
        const FormLane &only = m_sheet.form->lanes[size_t(lane)];
        const bool single = count == 1 && only.rows.size() == 1 && name.isEmpty();
        return single && !m_keys.contains({lane, only.rows.front().key}) ? &only.rows.front()
                                                                         : nullptr;
    }

    void finish()
    {
        for (const auto &lane : m_lanes) {
            for (const Draft &draft : lane) {
                const int row = m_sheet.rowCount();
                m_sheet.insertRow(row, draft.row);
                for (const auto &[column, text] : draft.amounts)
                    setAmount(row, column, text, draft.place, draft.source);
            }
        }
        leaveUnprinted();
        // A form of one line without a label (T09) has that line even where it is blank.
        const auto &lanes = m_sheet.form->lanes;
        const bool single = lanes.size() == 1 && lanes.front().rows.size() == 1
            && !lanes.front().rows.front().tree && lanes.front().rows.front().label.isEmpty();
        if (single && m_sheet.rowCount() == 0) {
            const FormRow &line = lanes.front().rows.front();
            SheetRow row;
            row.key = line.key;
            row.strong = line.strong;
            m_sheet.insertRow(0, row);
            for (int column = 0; column < m_sheet.columnCount(); ++column)
                setAmount(0, column, {}, m_region.place, -1);
        } else if (m_data.empty())
            doubt({Doubt::Row, false, Say::tr("The table has no rows."), m_region.place});
        m_result.sheet = std::move(m_sheet);
    }

    /// Where a table lacks the column that a formula of its form gives, with others that
    /// the formula is made of, they are not zero: the table does not print them.
    void leaveUnprinted()
    {
        const auto isPrinted = [this](int column) {
            return std::find(m_sheetColumn.begin(), m_sheetColumn.end(), column)
                != m_sheetColumn.end();
        };
        std::set<int> unprinted;
        for (const FormFormula &formula : m_sheet.form->formulas) {
            const int target = m_sheet.form->columnIndex(formula.cells.column);
            if (target < 0 || isPrinted(target))
                continue;
            unprinted.insert(target);
            for (const ExpressionTerm &term : formula.expression.terms()) {
                const int column = m_sheet.form->columnIndex(term.cells.column);
                if (term.cells.table.isEmpty() && column >= 0 && !isPrinted(column))
                    unprinted.insert(column);
            }
        }
        for (const int column : unprinted) {
            for (int row = 0; row < m_sheet.rowCount(); ++row) {
                if (m_sheet.hasCell(row, column))
                    m_sheet.setPrinted(row, column, Amount::notPrinted());
            }
        }
    }

    /// `source` is the row of the region that prints it.
    void setAmount(int row, int column, const QString &text, const SourcePlace &place, int source)
    {
        const auto printed = std::find(m_sheetColumn.begin(), m_sheetColumn.end(), column);
        const int printedColumn
            = printed == m_sheetColumn.end() ? -1 : int(printed - m_sheetColumn.begin());
        if (!m_sheet.hasCell(row, column)) {
            if (!text.isEmpty())
                doubt({Doubt::Amount, isAmountText(text),
                    Say::tr("“%1” stands where the form has no amount.").arg(text), place, -1,
                    source, printedColumn});
            return;
        }
        const Result<Amount> amount = Amount::parsePrinted(text, m_sheet.unit);
        if (amount) {
            m_sheet.setPrinted(row, column, *amount, text);
            return;
        }
        const bool headingWord
            = m_sheet.rows[size_t(row)].key == u"total" && isWordOf(column, text);
        m_sheet.setPrinted(
            row, column, headingWord ? Amount::notPrinted() : Amount::unreadable(), text);
        const bool known = size_t(column) < m_sheet.form->columns.size();
        if (!headingWord && known)
            doubt({Doubt::Amount, true,
                Say::tr("Row “%1”, column “%2”: %3")
                    .arg(rowName(m_sheet.rows[size_t(row)]), m_sheet.columns[size_t(column)].title,
                        amount.error().message),
                place, -1, source, printedColumn});
    }

    /// Whether a text is the heading of an amount column, or an alias of it.
    bool isWordOf(int column, const QString &text) const
    {
        for (size_t i = 0; i < m_columns.size(); ++i) {
            if (m_sheetColumn[i] == column && m_columns[i].leaf
                && titlesOf(*m_columns[i].leaf).contains(normalized(text)))
                return true;
        }
        return normalized(text) == normalized(m_sheet.columns[size_t(column)].title);
    }

    const TableRegion &m_region;
    const RecognitionWords &m_words;
    const TableChoice &m_choice;
    Sheet m_sheet;
    RecognizedTable m_result;
    QSet<QString> m_headingTitles;  ///< Of all headings of the form, normalized.
    std::deque<SourceRow> m_made;   ///< Heading rows that are only a part of a data row.
    QSet<QString> m_labels;         ///< Of all lines that the form prints, normalized.
    QHash<QString, std::pair<int, const FormRow *>> m_footLines;  ///< By name, with the lane.
    std::vector<const SourceRow *> m_headings, m_data;
    int m_width = 0;
    std::vector<bool> m_amountColumns;  ///< Empty until asked for.
    std::vector<ColumnMatch> m_columns;
    std::vector<int> m_sheetColumn;  ///< For each printed column; -1 where it holds no amount.
    std::vector<std::vector<Draft>> m_lanes;
    QSet<std::pair<int, QString>> m_keys;
    QHash<std::pair<int, QString>, int> m_codeCount;
    QStringList m_titles;  ///< The headings over each printed column.
    int m_source = -1;     ///< The row of the region that is being read.
    int m_physicalRows = 0;
    int m_extraRows = 0;
    bool m_shortRow = false;  ///< The last row began with a code and lacked cells.
};

}  // namespace

QStringList SourceRow::texts() const
{
    QStringList result;
    const auto add = [&result](const QString &text) {
        if (!withoutSpaces(text).isEmpty())
            result << cellText(text);
    };
    if (spansKnown) {
        for (const PlacedCell &cell : placed) {
            if (!cell.continued)
                add(cell.text);
        }
    } else {
        for (const GridCell &cell : cells)
            add(cell.text);
    }
    return result;
}

QString placeText(const SourcePlace &place)
{
    if (!place.sheet.isEmpty()) {
        return place.line > 0 ? Say::tr("sheet “%1”, line %2").arg(place.sheet).arg(place.line)
                              : Say::tr("sheet “%1”").arg(place.sheet);
    }
    if (place.page > 0)
        return Say::tr("page %1").arg(place.page);
    return place.line > 0 ? Say::tr("line %1").arg(place.line) : QString();
}

TableLine readTableLine(const QString &line, const RecognitionWords &words)
{
    static const QRegularExpression number(
        QStringLiteral("(公开|财决公开|财决)\\s*\\d\\s?\\d?\\s*表"));
    TableLine said;
    if (line.size() > 400)
        return said;  // no line beside a table is that long
    if (!line.contains(u'：') && !line.contains(u':') && !line.contains(u'表'))
        return said;
    QString text = line.trimmed();
    // （单位：万元）
    if ((text.startsWith(u'（') || text.startsWith(u'('))
        && (text.endsWith(u'）') || text.endsWith(u')')))
        text = text.sliced(1, text.size() - 2);
    if (const auto match = number.match(text); match.hasMatch()) {
        said.number = withoutSpaces(match.captured());
        text.remove(match.capturedStart(), match.capturedLength());
    }
    // "部门：X        单位：万元" may stand in one padded line.
    const auto take = [&text](const QStringList &prefixes, bool unit) {
        for (const QString &prefix : prefixes) {
            for (const QChar colon : {QChar(u'：'), QChar(u':')}) {
                qsizetype at = -1;
                while ((at = text.indexOf(prefix + colon, at + 1)) >= 0) {
                    QString rest = text.sliced(at + prefix.size() + 1);
                    static const QRegularExpression gap(
                        QStringLiteral("[\\s\\x{3000}]{2,}|\\t|\\s20\\d\\d年度?"));
                    const auto gapMatch = gap.match(rest.trimmed());
                    QString value = rest.trimmed();
                    if (gapMatch.hasMatch())
                        value = value.first(gapMatch.capturedStart());
                    const bool isUnit = value == u"万元" || value == u"元" || value == u"人民币万元"
                        || value == u"人民币元";
                    if (isUnit != unit)
                        continue;
                    text.remove(at, rest.size() + prefix.size() + 1);
                    text += rest.sliced(rest.indexOf(value) + value.size());
                    return value;
                }
            }
        }
        return QString();
    };
    said.unit = take(words.unitPrefixes, true);
    said.agency = take(words.agencyPrefixes, false);
    return said;
}

bool isNote(const QString &line, const RecognitionWords &words)
{
    const QString text = line.trimmed();
    for (const QString &word : words.noteBeginnings) {
        if (text.startsWith(word) && text.size() > word.size()) {
            const QChar next = text[word.size()];
            if (next == u'：' || next == u':' || next == u'１' || next.isDigit() || next == u'.')
                return true;
        }
    }
    return false;
}

bool isEmptyStatement(const QString &line, const RecognitionWords &words)
{
    constexpr qsizetype longest = 200;
    const QString text = normalized(line);
    return line.size() <= longest && !text.endsWith(u'表')
        && std::any_of(words.emptyTableWords.begin(), words.emptyTableWords.end(),
            [&text](const QString &word) { return text.contains(word); });
}

RecognizedTable recognizeTable(const TableRegion &region, std::shared_ptr<const TableForm> form,
    const RecognitionWords &words, const TableChoice &choice, std::optional<Money::Unit> unit)
{
    return Reader(region, std::move(form), words, choice).read(unit);
}

int headingScore(
    const TableRegion &region, std::shared_ptr<const TableForm> form, const RecognitionWords &words)
{
    static const TableChoice none;
    return Reader(region, std::move(form), words, none).score();
}

}  // namespace mz
