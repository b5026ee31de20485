#include "model/manuscript/readers/pdf_reader.h"

#include "model/manuscript/readers/page_columns.h"
#include "model/manuscript/readers/page_grids.h"
#include "model/manuscript/readers/page_lines.h"
#include "model/manuscript/readers/pdf_page.h"
#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <map>
#include <variant>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(PdfReader)
};

struct PageItem
{
    std::variant<TextLine, PageGrid, LooseTable> content;
    int page = 0;

    bool isLine() const { return content.index() == 0; }
    const TextLine &line() const { return std::get<0>(content); }
    bool isGrid() const { return content.index() == 1; }
    const PageGrid &grid() const { return std::get<1>(content); }
    /// Null once its columns are known.
    const LooseTable *loose() const { return std::get_if<LooseTable>(&content); }
    double y() const
    {
        if (isLine())
            return line().baseline;
        return isGrid() ? grid().top() : loose()->top();
    }
};

struct PageText
{
    double width = 0, height = 0;
    std::vector<PageItem> items;  ///< From the top.
};

PageText textOf(const PdfPage &page, int number)
{
    PageText text{page.width, page.height, {}};
    std::vector<PageGlyph> loose;
    for (PageGrid &grid : gridsOf(page, loose))
        text.items.push_back({std::move(grid), number});
    const bool ruled = !text.items.empty();
    std::vector<TextLine> lines = linesOf(loose);
    // Where a page has no ruled table, numbers in columns may be one.
    if (!ruled) {
        for (LooseTable &table : looseTables(page.rules, loose, lines))
            text.items.push_back({std::move(table), number});
    }
    for (TextLine &line : lines)
        text.items.push_back({std::move(line), number});
    std::stable_sort(text.items.begin(), text.items.end(),
        [](const PageItem &a, const PageItem &b) { return a.y() < b.y(); });
    return text;
}

/// Page numbers, and lines that stand at the top or the foot of most pages.
void removeRunningLines(std::vector<PageText> &pages)
{
    static const QRegularExpression number(QStringLiteral(
        "^[\\s\\-—–－·]*(第\\s*)?\\d{1,4}(\\s*页)?(\\s*[/／,，]?\\s*共?\\s*\\d{1,4}\\s*页?)?"
        "[\\s\\-—–－·]*$"));
    const auto atEdge = [](const PageText &page, const PageItem &item) {
        return item.isLine() && (item.y() < 0.1 * page.height || item.y() > 0.88 * page.height);
    };
    QHash<QString, int> seen;
    for (const PageText &page : pages) {
        for (const PageItem &item : page.items) {
            if (atEdge(page, item))
                ++seen[item.line().text()];
        }
    }
    const int often = std::max(3, int(pages.size()) * 6 / 10);
    for (PageText &page : pages) {
        page.items.erase(std::remove_if(page.items.begin(), page.items.end(),
                             [&](const PageItem &item) {
                                 if (!atEdge(page, item))
                                     return false;
                                 const QString text = item.line().text();
                                 const bool outermost
                                     = &item == &page.items.front() || &item == &page.items.back();
                                 return seen.value(text) >= often
                                     || (outermost && number.match(text).hasMatch());
                             }),
            page.items.end());
    }
}

/// What was no table after all becomes lines again.
void releaseLines(PageText &page)
{
    std::vector<PageItem> items;
    for (PageItem &item : page.items) {
        auto *table = std::get_if<LooseTable>(&item.content);
        if (!table) {
            items.push_back(std::move(item));
            continue;
        }
        for (TextLine &line : table->plain)
            items.push_back({std::move(line), item.page});
    }
    page.items = std::move(items);
}

/// The first headings of a table, where they stand again on its next page, may look
/// like lines of text there.
void takeHeadings(const LooseTable &first, PageText &page)
{
    size_t count = 0;
    while (count < first.headings && count + 1 < page.items.size() && page.items[count].isLine()
        && page.items[count].line().text() == first.plain[count].text())
        ++count;
    if (count == 0 || !page.items[count].loose())
        return;
    auto &table = std::get<LooseTable>(page.items[count].content);
    for (size_t i = count; i-- > 0;) {
        table.plain.insert(table.plain.begin(), page.items[i].line());
        table.lines.insert(table.lines.begin(), page.items[i].line());
    }
    table.headings += count;
    page.items.erase(page.items.begin(), page.items.begin() + qsizetype(count));
}

/// Gives the tables without rules their columns: those that go on over pages have the
/// same ones on each.
void findColumns(std::vector<PageText> &pages)
{
    for (size_t page = 0; page < pages.size(); ++page) {
        for (PageItem &item : pages[page].items) {
            if (!item.loose() || !item.loose()->certain)
                continue;
            std::vector<PageItem *> parts{&item};
            for (size_t next = page + 1; next < pages.size(); ++next) {
                const bool last = parts.back() == &pages[next - 1].items.back();
                std::vector<PageItem> &items = pages[next].items;
                if (last)
                    takeHeadings(*item.loose(), pages[next]);
                if (!last || items.empty() || !items.front().loose()
                    || !goesOnFrom(*parts.back()->loose(), *items.front().loose()))
                    break;
                parts.push_back(&items.front());
            }
            std::vector<const LooseTable *> tables;
            tables.reserve(parts.size());
            for (const PageItem *part : parts)
                tables.push_back(part->loose());
            std::vector<PageGrid> grids = gridsOf(tables);
            for (size_t i = 0; i < parts.size(); ++i)
                parts[i]->content = std::move(grids[i]);
        }
        releaseLines(pages[page]);
    }
}

/// Where the body text of pages of one width begins and ends.
struct Margins
{
    double left = 0, right = 0;
    double size = 0;  ///< Of most of its letters.
};

std::map<int, Margins> marginsOf(const std::vector<PageText> &pages)
{
    std::map<int, std::map<int, int>> lefts;
    std::map<int, std::vector<double>> rights, sizes;
    for (const PageText &page : pages) {
        for (const PageItem &item : page.items) {
            if (!item.isLine() || item.line().right - item.line().left < 0.4 * page.width)
                continue;
            ++lefts[int(page.width)][int(std::lround(item.line().left / 2))];
            rights[int(page.width)].push_back(item.line().right);
            sizes[int(page.width)].push_back(item.line().size);
        }
    }
    std::map<int, Margins> margins;
    for (auto &[width, counts] : lefts) {
        const auto most = std::max_element(counts.begin(), counts.end(),
            [](const auto &a, const auto &b) { return a.second < b.second; });
        std::vector<double> &ends = rights[width];
        std::sort(ends.begin(), ends.end());
        std::vector<double> &size = sizes[width];
        std::sort(size.begin(), size.end());
        margins[width] = {most->first * 2.0, ends[ends.size() * 9 / 10], size[size.size() / 2]};
    }
    return margins;
}

/// Builds paragraphs from lines and grids from parts of tables.
class Flow
{
public:
    explicit Flow(Manuscript &manuscript) : m_manuscript(manuscript) { }

    void line(const TextLine &line, int page, const Margins &margins)
    {
        endGrid();
        if (!m_paragraph.isEmpty() && continues(line, page, margins)) {
            const bool latin = m_paragraph.back().unicode() < 0x2E80
                && line.text().front().unicode() < 0x2E80 && m_paragraph.back().isLetter();
            m_paragraph += (latin ? QStringLiteral(" ") : QString()) + line.text();
        } else {
            endParagraph();
            m_paragraph = line.text();
            m_place = {0, page, {}};
        }
        m_last = line;
        m_lastPage = page;
        m_lastMargins = margins;
    }
    void grid(const PageGrid &grid, int page)
    {
        endParagraph();
        const bool goesOn = !m_grids.empty() && page == m_gridPages.back() + 1
            && goesOnFrom(*m_grids.back(), grid);
        if (goesOn && grid.isBlank())
            return;  // what a page break leaves of a row
        if (!goesOn)
            endGrid();
        m_grids.push_back(&grid);
        m_gridPages.push_back(page);
    }
    void finish()
    {
        endParagraph();
        endGrid();
    }

private:
    bool continues(const TextLine &line, int page, const Margins &margins) const
    {
        static const QRegularExpression beginning(QStringLiteral(
            "^(\\d{1,2}[、．]|\\d{1,2}\\.(?!\\d)|[一二三四五六七八九十]{1,3}、|"
            "[（(][一二三四五六七八九十\\d]{1,3}[）)]|第[一二三四五六七八九十]{1,3}部分|"
            "(注|说明|附件)[:：])"));
        const QString text = line.text();
        if (beginning.match(text).hasMatch())
            return false;
        if (page == m_lastPage && isSecondTitleLine(line, margins))
            return true;
        const double em = std::max(m_last.size, line.size);
        // Full: the next word would not have found room.
        const bool wasFull = m_last.right + firstWord(text) * em > m_lastMargins.right - 0.3 * em;
        const bool isIndented = line.left > margins.left + 1.2 * em;
        const bool alike = std::fabs(m_last.size - line.size) < 0.15 * em;
        const bool close = page == m_lastPage ? line.baseline - m_last.baseline < 2.6 * em
                                              : page == m_lastPage + 1;
        // What is set apart in columns is no running text.
        const bool running
            = m_last.pieces.size() == 1 || m_last.pieces.size() == line.pieces.size();
        return wasFull && !isIndented && alike && close && running;
    }
    /// A title over two lines: both centred, in the same letters, larger than the text.
    bool isSecondTitleLine(const TextLine &line, const Margins &margins) const
    {
        const auto centred = [&margins](const TextLine &one) {
            return std::fabs((one.left + one.right) - (margins.left + margins.right)) < 30
                && one.pieces.size() <= 2;
        };
        return line.size > 1.15 * margins.size && std::fabs(line.size - m_last.size) < 0.3
            && centred(line) && centred(m_last)
            && line.baseline - m_last.baseline < 2.2 * line.size;
    }

    /// The length in ems of what cannot be parted at the beginning of a line.
    static double firstWord(const QString &text)
    {
        static const QString opening = QStringLiteral("（(“《‘");
        static const QString closing = QStringLiteral("，。；：、）)”》’,.;:%％");
        double ems = 0;
        qsizetype i = 0;
        while (i < text.size() && opening.contains(text[i]))
            ++i, ems += 1;
        const auto isNarrow = [&](qsizetype at) { return text[at].unicode() < 0x2E80; };
        if (i < text.size() && isNarrow(i)) {
            while (i < text.size() && isNarrow(i) && !text[i].isSpace())
                ++i, ems += 0.55;
        } else if (i < text.size()) {
            ++i, ems += 1;
        }
        while (i < text.size() && closing.contains(text[i]))
            ++i, ems += 1;
        return ems;
    }
    void endParagraph()
    {
        if (m_paragraph.isEmpty())
            return;
        m_manuscript.blocks.push_back({std::exchange(m_paragraph, {}), m_place, {}});
    }
    void endGrid()
    {
        if (m_grids.empty())
            return;
        ManuscriptBlock block{joinGrids(m_grids), {0, m_gridPages.front(), {}}, {}};
        for (size_t i = 0; i < m_grids.size(); ++i)
            block.rowPlaces.insert(
                block.rowPlaces.end(), m_grids[i]->ys.size() - 1, {0, m_gridPages[i], {}});
        m_manuscript.blocks.push_back(std::move(block));
        m_grids.clear();
        m_gridPages.clear();
    }

    Manuscript &m_manuscript;
    QString m_paragraph;
    SourcePlace m_place;
    TextLine m_last;
    int m_lastPage = 0;
    Margins m_lastMargins;
    std::vector<const PageGrid *> m_grids;
    std::vector<int> m_gridPages;
};

void tellOfPage(const PdfPage &page, int number, Manuscript &manuscript)
{
    const SourcePlace place{0, number, {}};
    if (page.glyphs.size() < 10 && page.pictured > 0.4)
        manuscript.notes.push_back(
            {Say::tr("The page is a scan: there is no text in it to read."), place, true});
    if (page.cutShort)
        manuscript.notes.push_back(
            {Say::tr("The page holds more than can be read of one page."), place, true});
    const auto unknown = std::count_if(page.glyphs.begin(), page.glyphs.end(),
        [](const PageGlyph &glyph) { return glyph.character == 0xFFFD; });
    if (unknown > 0)
        manuscript.notes.push_back(
            {Say::tr("%1 characters have no meaning in the file; they cannot be read.")
                    .arg(qint64(unknown)),
                place, true});
}

}  // namespace

Result<Manuscript> readPdf(const QByteArray &bytes, const ReadingProgress &progress)
{
    Result<PdfFile> file = PdfFile::open(bytes);
    if (!file)
        return file.error();
    Manuscript manuscript;
    manuscript.hasPrintedLines = true;
    std::vector<PageText> pages;
    const int count = file->pageCount();
    qint64 characters = 0, cells = 0;
    bool anyText = false;
    for (int number = 1; number <= count; ++number) {
        if (!goesOn(progress, number - 1, count))
            return readingStopped();
        const PdfPage page = file->page(number);
        tellOfPage(page, number, manuscript);
        pages.push_back(textOf(page, number));
        anyText = anyText || page.glyphs.size() >= 10;
        characters += qint64(page.glyphs.size());
        for (const PageItem &item : pages.back().items)
            cells += item.isGrid() ? qint64(item.grid().cells.size()) : 0;
        if (characters > ReadingLimits::characters / 8 || cells > ReadingLimits::cells)
            return Error{Say::tr("The file holds more text than any report."),
                Say::tr("page %1").arg(number)};
    }
    // The pages of a scan are told one by one: nothing else is in it.
    if (!anyText && !manuscript.notes.empty())
        return manuscript;
    if (!anyText)
        return Error{Say::tr("There is no text in the file."), {}};
    removeRunningLines(pages);
    findColumns(pages);
    std::map<int, Margins> margins = marginsOf(pages);
    Flow flow(manuscript);
    for (const PageText &page : pages) {
        for (const PageItem &item : page.items) {
            if (item.isLine())
                flow.line(item.line(), item.page, margins[int(page.width)]);
            else
                flow.grid(item.grid(), item.page);
        }
    }
    flow.finish();
    return manuscript;
}

}  // namespace mz
