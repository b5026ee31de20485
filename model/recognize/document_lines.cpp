#include "model/recognize/document_lines.h"

#include "model/domain/text.h"
#include "model/recognize/side_by_side.h"
#include <QRegularExpression>

namespace mz {

namespace {

/// A line of a table of contents: leaders, or a page number behind a gap.
bool isContentsLine(const QString &line)
{
    static const QRegularExpression leaders(QStringLiteral(
        "(\\.{4,}|…{2,}|·{4,}|[\\t\\x{3000} ]{2,}\\d{1,3}\\s*$|[)）表况明释]\\s*\\d{1,3}\\s*$)"));
    return leaders.match(line).hasMatch();
}

/// What may stand before a table's name in its title: department, year.
bool isTitlePrefix(const QString &prefix)
{
    static const QRegularExpression allowed(
        QStringLiteral("^(.*(局|委|办|院|会|部|厅|校|所|心|队|站|室|组|馆|社|团|府|处|司|署|联|科|"
                       "位|门|级|关|总|园|台|行|区|县|"
                       "市|镇|乡|街道))?((19|20)\\d\\d年?度?)?(部门|单位)?$"));
    return prefix.size() <= 40 && allowed.match(prefix).hasMatch();
}

int ordinalOf(QStringView text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (isNumber)
        return number;
    for (int i = 1; i < 100; ++i) {
        if (chineseNumber(i) == text)
            return i;
    }
    return 0;
}

}  // namespace

namespace {

/// A title as it is compared: no number in front, no bracket or unit behind.
QString bareTitle(const QString &line)
{
    static const QRegularExpression unit(
        QStringLiteral("[\\s\\x{3000}]+(?:金额)?单位\\s*[:：]?\\s*(?:人民币)?万?元\\s*$"));
    static const QRegularExpression number(QStringLiteral(
        "^(?:附件|附表|表|附)(?:\\d{1,2}(?:-\\d{1,2})?|[一二三四五六七八九十]{1,3})[:、.]?"
        "|^(?:公开|财决)\\d{1,2}表[:、]?|^\\d{1,2}[、.]|^[一二三四五六七八九十]{1,3}[、.]"
        "|^\\([一二三四五六七八九十\\d]{1,3}\\)"));
    static const QRegularExpression tail(
        QStringLiteral("\\([^()]{0,20}\\)$|(?<=表)续表?$|(?<=表)(?:公开|财决)\\d{1,2}表$"));
    QString name = QString(line).remove(unit);
    name = normalized(name);
    for (QString before; before != name;) {
        before = name;
        name.remove(number);
        name.remove(tail);
    }
    return name;
}

/// What a title says in brackets of its table, and not of a page, a year or a unit.
QString remarkOf(const QString &title)
{
    static const QRegularExpression bracket(QStringLiteral("\\(([^()]{1,20})\\)$"));
    static const QRegularExpression page(QStringLiteral("续|\\d|年|元|^[一二三四五六七八九十]+$"));
    const auto match = bracket.match(normalized(title));
    const QString remark = match.captured(1);
    return page.match(remark).hasMatch() ? QString() : remark;
}

/// Whether the later title is that of a further page: it may leave out the department.
/// A report may have two tables of one kind, as its income by account and by unit.
bool isSameTable(const QString &title, const QString &later)
{
    const QString first = bareTitle(title);
    const QString second = bareTitle(later);
    return (first.endsWith(second) || second.endsWith(first)) && remarkOf(title) == remarkOf(later);
}

bool hasWords(const QString &name, const RecognitionWords::TitleWords &words)
{
    const auto has = [&name](const QString &choices) {
        const QStringList parts = choices.split(u'|');
        return std::any_of(parts.begin(), parts.end(),
            [&name](const QString &part) { return name.contains(part); });
    };
    return std::all_of(words.all.begin(), words.all.end(), has)
        && std::none_of(words.none.begin(), words.none.end(), has);
}

}  // namespace

QString titleKind(const QString &line, const Handbook &handbook, const RecognitionWords &words)
{
    if (line.size() > 80 || !line.contains(u'表') || isContentsLine(line))
        return {};
    const QString name = bareTitle(line);
    QString kind;
    qsizetype best = 0;
    for (const FormFamily &family : handbook.families()) {
        for (const auto &form : family.forms) {
            for (const QString &wanted : form->names) {
                if (wanted.size() > best && name.endsWith(wanted)
                    && isTitlePrefix(name.first(name.size() - wanted.size()))) {
                    best = wanted.size();
                    kind = form->kind;
                }
            }
        }
    }
    constexpr qsizetype longest = 45;
    static const QRegularExpression sentence(QStringLiteral("[。;,:!?]"));
    const bool speaks = std::any_of(words.notTitleWords.begin(), words.notTitleWords.end(),
        [&name](const QString &word) { return name.contains(word); });
    if (!kind.isEmpty() || !name.endsWith(u'表') || name.size() > longest || speaks
        || sentence.match(name).hasMatch())
        return kind;
    const auto known = std::find_if(words.titles.begin(), words.titles.end(),
        [&name](const RecognitionWords::TitleWords &title) { return hasWords(name, title); });
    return known == words.titles.end() ? QString() : known->kind;
}

namespace {

/// Which rows of a sheet are lines of text: there, all of a document is rows.
///
/// A row of one cell may as well be a line of a table without amounts. So text
/// is what stands before the first table, and in every run of such rows what
/// follows a title, a note or a sentence.
class SheetLines
{
public:
    SheetLines(const std::vector<std::vector<GridCell>> &rows, const Handbook &handbook,
        const RecognitionWords &words)
        : m_isText(rows.size(), false)
    {
        std::vector<size_t> run;
        bool any = false;
        for (size_t i = 0; i < rows.size(); ++i) {
            const auto filled = [](const GridCell &cell) { return !cell.text.trimmed().isEmpty(); };
            const auto texts = std::count_if(rows[i].begin(), rows[i].end(), filled);
            if (texts == 1 && filled(rows[i].front()))
                run.push_back(i);
            if (texts < 2)
                continue;
            mark(rows, handbook, words, std::exchange(run, {}), !any, false);
            any = true;
        }
        mark(rows, handbook, words, run, !any, true);
    }
    bool isText(size_t row) const { return m_isText[row]; }

private:
    void mark(const std::vector<std::vector<GridCell>> &rows, const Handbook &handbook,
        const RecognitionWords &words, const std::vector<size_t> &run, bool first, bool last)
    {
        bool text = first;
        for (const size_t row : run) {
            const QString &line = rows[row].front().text;
            const auto heading = readHeading(line);
            text = text || saysMore(line) || !titleKind(line, handbook, words).isEmpty()
                || (heading && (last || heading->level == 0));
            m_isText[row] = text;
        }
    }
    static bool saysMore(const QString &text)
    {
        static const QRegularExpression note(QStringLiteral("^(注|说明|备注)[:：\\d１]"));
        const QString line = text.trimmed();
        return line.size() > 40 || line.endsWith(u'。') || note.match(line).hasMatch();
    }

    std::vector<bool> m_isText;
};

}  // namespace

namespace {

/// A sheet whose title is only the sheet's name, 1.收入决算表.
bool isTitledByName(
    const ManuscriptBlock &block, const Handbook &handbook, const RecognitionWords &words)
{
    if (block.isParagraph() || titleKind(block.place.sheet, handbook, words).isEmpty())
        return false;
    constexpr size_t reach = 12;
    const auto &rows = block.grid().rows;
    for (size_t i = 0; i < rows.size() && i < reach; ++i) {
        for (const GridCell &cell : rows[i]) {
            if (!titleKind(cell.text.trimmed(), handbook, words).isEmpty())
                return false;
        }
    }
    return true;
}

bool isSheet(const ManuscriptBlock &block, const Manuscript &manuscript)
{
    const bool csv = manuscript.blocks.size() == 1 && block.place.line > 0;
    return csv || !block.place.sheet.isEmpty();
}

/// The document's blocks, with the tables of a sheet each as a block of its own.
std::vector<ManuscriptBlock> singleTables(
    const Manuscript &manuscript, const Handbook &handbook, const RecognitionWords &words)
{
    std::vector<ManuscriptBlock> blocks;
    for (const ManuscriptBlock &block : manuscript.blocks) {
        if (isTitledByName(block, handbook, words))
            blocks.push_back({block.place.sheet, block.place, {}});
        std::vector<ManuscriptBlock> parts = isSheet(block, manuscript)
            ? partedTables(block, handbook, words)
            : std::vector{block};
        std::move(parts.begin(), parts.end(), std::back_inserter(blocks));
    }
    return blocks;
}

}  // namespace

std::vector<DocumentItem> documentItems(
    const Manuscript &manuscript, const Handbook &handbook, const RecognitionWords &words)
{
    std::vector<DocumentItem> items;
    const std::vector<ManuscriptBlock> blocks = singleTables(manuscript, handbook, words);
    for (const ManuscriptBlock &block : blocks) {
        if (block.isParagraph()) {
            for (const QString &line : block.paragraph().split(u'\n')) {
                // At the top of a printed page a title may look like the end of a sentence.
                const qsizetype stop = manuscript.hasPrintedLines ? line.lastIndexOf(u'。') : -1;
                const bool title
                    = stop > 0 && !titleKind(line.sliced(stop + 1), handbook, words).isEmpty();
                if (title)
                    items.push_back({false, {}, line.first(stop + 1), block.place});
                items.push_back({false, {}, title ? line.sliced(stop + 1) : line, block.place});
            }
            continue;
        }
        const TextGrid &grid = block.grid();
        std::vector<PlacedRow> placed;
        if (grid.spansKnown) {
            int width = 0;
            placed = placeBySpans(grid, &width);
        }
        const bool sheet = isSheet(block, manuscript);
        const SheetLines sheetLines(
            sheet ? grid.rows : std::vector<std::vector<GridCell>>(), handbook, words);
        for (size_t i = 0; i < grid.rows.size(); ++i) {
            DocumentItem item;
            item.isRow = true;
            item.place = i < block.rowPlaces.size() ? block.rowPlaces[i] : block.place;
            item.row.cells = grid.rows[i];
            item.row.spansKnown = grid.spansKnown;
            item.row.place = item.place;
            if (grid.spansKnown)
                item.row.placed = placed[i];
            const QStringList texts = item.row.texts();
            if (texts.size() == 1) {
                const QStringList lines = texts.front().split(u'\n');
                bool title = sheet && sheetLines.isText(i);
                for (const QString &line : lines)
                    title = title || !titleKind(line, handbook, words).isEmpty();
                if (title) {
                    for (const QString &line : lines)
                        items.push_back({false, {}, line, item.place});
                    continue;
                }
            }
            items.push_back(std::move(item));
        }
    }
    return items;
}

std::optional<HeadingLine> readHeading(const QString &line)
{
    const QString text = line.trimmed();
    if (text.isEmpty() || text.size() > 60 || isContentsLine(text))
        return std::nullopt;
    static const QRegularExpression part(
        QStringLiteral("^(第[一二三四五六七八九十]{1,3}部分)[\\s\\x{3000}:：、]*(.*)$"));
    if (const auto match = part.match(text); match.hasMatch()) {
        const QString number = match.captured(1);
        return HeadingLine{0, ordinalOf(QStringView(number).sliced(1, number.size() - 3)), number,
            match.captured(2).trimmed()};
    }
    // "（一）收入决算情况。": a title with a full stop.
    static const QRegularExpression stopped(QStringLiteral(
        "^[（(]?[一二三四五六七八九十]{1,3}[）)、．.][^，。；：,;:]{2,40}(情况|说明)。$"));
    const bool title = stopped.match(text).hasMatch();
    const QChar last = title ? text[text.size() - 2] : text.back();
    const bool sentence = last == u'。' || last == u'；' || last == u';' || last == u'，'
        || last == u'：' || text.contains(u'：') || (!title && text.contains(u'。'));
    if (sentence || text.size() > 45)
        return std::nullopt;
    static const QRegularExpression chapter(
        QStringLiteral("^([一二三四五六七八九十]{1,3}|\\d{1,2}(?=[、．.][\\s\\x{3000}]*\\D))([、．."
                       "])[\\s\\x{3000}]*(.+)$"));
    if (const auto match = chapter.match(text); match.hasMatch()) {
        const bool chinese = !match.captured(1).front().isDigit();
        return HeadingLine{chinese ? 1 : 3, ordinalOf(match.captured(1)),
            match.captured(1) + match.captured(2), match.captured(3).trimmed()};
    }
    static const QRegularExpression bracketed(
        QStringLiteral("^([（(]([一二三四五六七八九十]{1,3})[）)])[\\s\\x{3000}]*(.+)$"));
    if (const auto match = bracketed.match(text); match.hasMatch())
        return HeadingLine{
            2, ordinalOf(match.captured(2)), match.captured(1), match.captured(3).trimmed()};
    return std::nullopt;
}

namespace {

/// Parts a document into its tables and the rest.
class TableFinder
{
public:
    TableFinder(const std::vector<DocumentItem> &items, const Handbook &handbook,
        const RecognitionWords &words, std::vector<int> &owner)
        : m_items(items)
        , m_words(words)
        , m_owner(owner)
        , m_kinds(items.size())
        , m_titleEnd(items.size())
    {
        for (size_t i = 0; i < items.size(); ++i)
            findTitle(i, handbook);
    }

    std::vector<TableRegion> find()
    {
        std::vector<TableRegion> regions;
        for (size_t i = 0; i < m_items.size(); ++i) {
            const QString kind = m_kinds[i];
            if (kind.isEmpty() || !opensTable(i))
                continue;
            const bool goesOn = !regions.empty() && regions.back().kind == kind
                && isSameTable(regions.back().title, titleAt(i));
            if (!goesOn)
                regions.push_back({kind, titleAt(i), m_items[i].place, {}, {}, {}});
            m_index = int(regions.size()) - 1;
            if (!goesOn)
                takeLineAbove(i, regions.back());
            i = take(i, regions.back()) - 1;
        }
        return regions;
    }

private:
    const DocumentItem &item(size_t i) const { return m_items[i]; }
    bool isBlankLine(size_t i) const { return !item(i).isRow && item(i).line.trimmed().isEmpty(); }

    /// A title may be set over two lines.
    void findTitle(size_t i, const Handbook &handbook)
    {
        m_titleEnd[i] = i;
        if (item(i).isRow || isBlankLine(i))
            return;
        m_kinds[i] = titleKind(item(i).line, handbook, m_words);
        constexpr qsizetype longestHalf = 30;
        if (!m_kinds[i].isEmpty() || item(i).line.trimmed().size() > longestHalf)
            return;
        size_t next = i + 1;
        while (next < m_items.size() && isBlankLine(next))
            ++next;
        if (next >= m_items.size() || item(next).isRow || !item(next).line.trimmed().endsWith(u'表')
            || item(next).line.trimmed().size() > longestHalf
            || !titleKind(item(next).line, handbook, m_words).isEmpty())
            return;
        m_kinds[i]
            = titleKind(item(i).line.trimmed() + item(next).line.trimmed(), handbook, m_words);
        if (!m_kinds[i].isEmpty())
            m_titleEnd[i] = next;
    }

    QString titleAt(size_t i) const
    {
        QString title = item(i).line.trimmed();
        if (m_titleEnd[i] != i)
            title += item(m_titleEnd[i]).line.trimmed();
        return title;
    }

    /// A title counts where a grid follows before the next title or part.
    bool opensTable(size_t i) const
    {
        constexpr size_t reach = 24;
        for (size_t next = m_titleEnd[i] + 1; next < m_items.size() && next < i + reach; ++next) {
            if (item(next).isRow && item(next).row.texts().size() >= 2)
                return true;
            if (!item(next).isRow && !isBlankLine(next)
                && (!m_kinds[next].isEmpty() || readHeading(item(next).line)))
                return false;
        }
        return false;
    }

    /// The printed number may stand above the title: 公开01表.
    void takeLineAbove(size_t title, TableRegion &region)
    {
        for (size_t i = title; i-- > 0 && m_owner[i] < 0 && !item(i).isRow;) {
            if (isBlankLine(i))
                continue;
            const TableLine said = readTableLine(item(i).line, m_words);
            constexpr qsizetype longest = 30;
            if (said.number.isEmpty() || item(i).line.trimmed().size() > longest)
                return;
            region.lines << item(i).line;
            m_owner[i] = m_index;
            return;
        }
    }

    /// Takes what belongs to the table whose title stands there; where it ends.
    size_t take(size_t title, TableRegion &region)
    {
        for (size_t i = title; i <= m_titleEnd[title]; ++i)
            m_owner[i] = m_index;
        takeUnitOf(item(title).line, region);
        m_rowsSeen = 0;
        m_noteSeen = false;
        size_t at = m_titleEnd[title] + 1;
        for (; at < m_items.size(); ++at) {
            if (isBlankLine(at))
                m_owner[at] = m_index;
            else if (item(at).isRow ? !takeRow(at, region) : !takeLine(at, region))
                break;
        }
        return at;
    }

    /// "支出决算表    单位：万元": what stands behind the title.
    void takeUnitOf(const QString &title, TableRegion &region) const
    {
        if (!readTableLine(title, m_words).unit.isEmpty())
            region.lines << title;
    }

    bool takeRow(size_t at, TableRegion &region)
    {
        const QStringList texts = item(at).row.texts();
        const bool wide = texts.size() >= 2;
        const bool titleLike = texts.size() == 1 && m_rowsSeen > 2 && texts.front().size() <= 40
            && texts.front().endsWith(u'表') && !isNote(texts.front(), m_words);
        if ((m_noteSeen && wide && !goesOn(at, region, false)) || titleLike)
            return false;
        m_noteSeen = !wide && (m_noteSeen || (!texts.isEmpty() && isNote(texts.front(), m_words)));
        m_rowsSeen += wide ? 1 : 0;
        region.rows.push_back(item(at).row);
        m_owner[at] = m_index;
        return true;
    }

    bool takeLine(size_t at, TableRegion &region)
    {
        const QString line = item(at).line.trimmed();
        if (!m_kinds[at].isEmpty() && opensTable(at))
            return false;
        static const QRegularExpression numbered(QStringLiteral("^\\d{1,2}[、.．]"));
        const bool note = isNote(line, m_words)
            || (m_rowsSeen > 0 && isEmptyStatement(line, m_words))
            || (m_noteSeen && numbered.match(line).hasMatch());
        const bool beside = !readTableLine(line, m_words).isEmpty();
        if (note || (beside && m_rowsSeen == 0)) {
            m_noteSeen = m_noteSeen || (note && m_rowsSeen > 0);
            (note ? region.notes : region.lines) << item(at).line;
            m_owner[at] = m_index;
            return true;
        }
        // Words of the form's instructions that were left in before the note.
        const bool beforeNote = m_rowsSeen > 0 && m_noteSeen && !readHeading(line)
            && at + 1 < m_items.size() && !item(at + 1).isRow
            && isNote(item(at + 1).line.trimmed(), m_words);
        if (beforeNote) {
            region.notes << item(at).line;
            m_owner[at] = m_index;
            return true;
        }
        if (m_rowsSeen > 0 && !readHeading(line) && standsBetween(at, region)) {
            m_owner[at] = m_index;
            return true;
        }
        // A line between title and grid that says nothing of the table stays
        // in the text.
        return m_rowsSeen == 0 && !readHeading(line);
    }

    /// A line that parts two pieces of one table: a page's number, 续表, the unit again.
    bool standsBetween(size_t at, const TableRegion &region) const
    {
        constexpr size_t reach = 8;
        for (size_t next = at; next < m_items.size() && next < at + reach; ++next) {
            if (item(next).isRow)
                return item(next).row.texts().size() >= 2 && goesOn(next, region, true);
            if (isBlankLine(next))
                continue;
            if (!isBetweenPages(item(next).line.trimmed()))
                return false;
        }
        return false;
    }

    bool isBetweenPages(const QString &line) const
    {
        static const QRegularExpression page(
            QStringLiteral("^(?:[-—–－~\\s]*\\d{1,4}[-—–－~\\s]*|第\\s*\\d{1,4}\\s*页.{0,20}|\\d{1,"
                           "4}\\s*/\\s*\\d{1,4})$"));
        constexpr qsizetype longest = 60;
        if (line.size() > longest)
            return false;
        const bool continued
            = std::any_of(m_words.continuedWords.begin(), m_words.continuedWords.end(),
                [&line](const QString &word) { return normalized(line).contains(word); });
        return continued || page.match(line).hasMatch() || normalized(line).startsWith(u"续公开")
            || !readTableLine(line, m_words).isEmpty() || isNote(line, m_words);
    }

    /// Whether the grid that begins there is a further piece of the table: its heading
    /// again, or rows that go on with its accounts; `parted` where a line says that a
    /// table was parted, so that as many columns are enough.
    bool goesOn(size_t at, const TableRegion &region, bool parted) const
    {
        const QStringList texts = item(at).row.texts();
        const auto wide = [](const SourceRow &row) { return row.texts().size() >= 2; };
        const auto first = std::find_if(region.rows.begin(), region.rows.end(), wide);
        const auto last = std::find_if(region.rows.rbegin(), region.rows.rend(), wide);
        if (first == region.rows.end() || last == region.rows.rend())
            return false;
        if (texts == first->texts())
            return true;
        const auto beginsWithCode = [](const QStringList &row) {
            return !AccountCode::parse(toHalfWidth(withoutSpaces(row.front()))).isEmpty();
        };
        if (beginsWithCode(texts) && beginsWithCode(last->texts()))
            return true;
        const auto width = [](const SourceRow &row) {
            if (!row.spansKnown)
                return int(row.cells.size());
            return row.placed.empty() ? 0 : row.placed.back().column + row.placed.back().span;
        };
        return parted && width(item(at).row) == width(*last);
    }

    const std::vector<DocumentItem> &m_items;
    const RecognitionWords &m_words;
    std::vector<int> &m_owner;
    std::vector<QString> m_kinds;
    std::vector<size_t> m_titleEnd;  ///< Of a title, its last line.
    int m_index = -1;                ///< Of the region that is being taken.
    size_t m_rowsSeen = 0;
    bool m_noteSeen = false;
};

}  // namespace

std::vector<TableRegion> findTables(const std::vector<DocumentItem> &items,
    const Handbook &handbook, const RecognitionWords &words, std::vector<int> &owner)
{
    owner.assign(items.size(), -1);
    return TableFinder(items, handbook, words, owner).find();
}

}  // namespace mz
