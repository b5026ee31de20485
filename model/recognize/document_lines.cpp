#include "model/recognize/document_lines.h"

#include "model/domain/text.h"
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

QString titleKind(const QString &line, const Handbook &handbook)
{
    if (line.size() > 80 || isContentsLine(line))
        return {};
    QString name = normalized(line);
    static const QRegularExpression number(
        QStringLiteral("^(附?表[一二三四五六七八九十\\d]{1,3}[:、.]?|(公开|财决)\\d+表|\\d{1,2}[、."
                       "]|[一二三四五六七八九十]{1,3}[、.]|"
                       "\\([一二三四五六七八九十\\d]{1,3}\\))"));
    static const QRegularExpression tail(
        QStringLiteral("\\((续|公开\\d+表|续表|空表)[^()]*\\)$|续表?$"));
    name.remove(number);
    name.remove(tail);
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
    return kind;
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
    SheetLines(const std::vector<std::vector<GridCell>> &rows, const Handbook &handbook)
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
            mark(rows, handbook, std::exchange(run, {}), !any, false);
            any = true;
        }
        mark(rows, handbook, run, !any, true);
    }
    bool isText(size_t row) const { return m_isText[row]; }

private:
    void mark(const std::vector<std::vector<GridCell>> &rows, const Handbook &handbook,
        const std::vector<size_t> &run, bool first, bool last)
    {
        bool text = first;
        for (const size_t row : run) {
            const QString &line = rows[row].front().text;
            const auto heading = readHeading(line);
            text = text || saysMore(line) || !titleKind(line, handbook).isEmpty()
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

std::vector<DocumentItem> documentItems(const Manuscript &manuscript, const Handbook &handbook)
{
    std::vector<DocumentItem> items;
    for (const ManuscriptBlock &block : manuscript.blocks) {
        if (block.isParagraph()) {
            for (const QString &line : block.paragraph().split(u'\n'))
                items.push_back({false, {}, line, block.place});
            continue;
        }
        const TextGrid &grid = block.grid();
        std::vector<PlacedRow> placed;
        if (grid.spansKnown) {
            int width = 0;
            placed = placeBySpans(grid, &width);
        }
        const bool sheet = !block.place.sheet.isEmpty()
            || (manuscript.blocks.size() == 1 && block.place.line > 0);
        const SheetLines sheetLines(
            sheet ? grid.rows : std::vector<std::vector<GridCell>>(), handbook);
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
                    title = title || !titleKind(line, handbook).isEmpty();
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
    const QChar last = text.back();
    const bool sentence = last == u'。' || last == u'；' || last == u';' || last == u'，'
        || last == u'：' || text.contains(u'：') || text.contains(u'。');
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

std::vector<TableRegion> findTables(const std::vector<DocumentItem> &items,
    const Handbook &handbook, const RecognitionWords &words, std::vector<int> &owner)
{
    owner.assign(items.size(), -1);
    std::vector<TableRegion> regions;
    std::vector<QString> kinds(items.size());
    for (size_t i = 0; i < items.size(); ++i) {
        if (!items[i].isRow)
            kinds[i] = titleKind(items[i].line, handbook);
    }
    const auto kindAt = [&kinds](size_t i) { return kinds[i]; };
    // A title counts where a grid follows before the next title or part.
    const auto opensTable = [&](size_t i) {
        for (size_t next = i + 1; next < items.size() && next < i + 24; ++next) {
            const DocumentItem &item = items[next];
            if (item.isRow && item.row.texts().size() >= 2)
                return true;
            if (!item.isRow && !item.line.trimmed().isEmpty()
                && (!kindAt(next).isEmpty() || readHeading(item.line)))
                return false;
        }
        return false;
    };
    for (size_t i = 0; i < items.size(); ++i) {
        const QString kind = kindAt(i);
        if (kind.isEmpty() || !opensTable(i))
            continue;
        const bool goesOn = !regions.empty() && regions.back().kind == kind;
        if (!goesOn)
            regions.push_back({kind, items[i].line.trimmed(), items[i].place, {}, {}, {}});
        TableRegion &region = regions.back();
        const int index = int(regions.size()) - 1;
        owner[i] = index;
        size_t rowsSeen = 0;
        bool noteSeen = false;
        size_t at = i + 1;
        for (; at < items.size(); ++at) {
            const DocumentItem &item = items[at];
            if (item.isRow) {
                const QStringList texts = item.row.texts();
                const bool wide = texts.size() >= 2;
                const bool titleLike = texts.size() == 1 && rowsSeen > 2
                    && texts.front().size() <= 40 && texts.front().endsWith(u'表')
                    && !isNote(texts.front(), words);
                if ((noteSeen && wide) || titleLike)
                    break;
                noteSeen = noteSeen || (!texts.isEmpty() && isNote(texts.front(), words));
                rowsSeen += wide ? 1 : 0;
                region.rows.push_back(item.row);
                owner[at] = index;
                continue;
            }
            const QString line = item.line.trimmed();
            if (line.isEmpty()) {
                owner[at] = index;
                continue;
            }
            if (!kindAt(at).isEmpty() && opensTable(at))
                break;
            static const QRegularExpression numbered(QStringLiteral("^\\d{1,2}[、.．]"));
            const bool note = isNote(line, words) || (noteSeen && numbered.match(line).hasMatch());
            const bool beside = !readTableLine(line, words).isEmpty();
            if (note || (beside && rowsSeen == 0)) {
                noteSeen = noteSeen || (note && rowsSeen > 0);
                (note ? region.notes : region.lines) << item.line;
                owner[at] = index;
                continue;
            }
            // Words of the form's instructions that were left in before the note.
            const bool beforeNote = rowsSeen > 0 && noteSeen && !readHeading(line)
                && at + 1 < items.size() && !items[at + 1].isRow
                && isNote(items[at + 1].line.trimmed(), words);
            if (beforeNote) {
                region.notes << item.line;
                owner[at] = index;
                continue;
            }
            if (rowsSeen > 0 || readHeading(line))
                break;
            // A line between title and grid that says nothing of the table stays
            // in the text.
        }
        i = at - 1;
    }
    return regions;
}

}  // namespace mz
