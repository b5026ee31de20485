#include "model/recognize/recognizer.h"

#include "model/domain/text.h"
#include "model/recognize/document_lines.h"
#include "model/recognize/other_grids.h"
#include "model/recognize/report_doubts.h"
#include "model/recognize/table_taker.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <limits>
#include <map>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Recognizer)
};

/// Builds the outline from the items that belong to no table.
class Outline
{
public:
    Outline(Report &report, const RecognitionWords &words) : m_report(report), m_words(words) { }

    void line(const QString &text)
    {
        const QString trimmed = text.trimmed();
        if (trimmed.isEmpty())
            return;
        const std::optional<HeadingLine> heading = readHeading(trimmed);
        if (isContents(trimmed, heading))
            return paragraph(text);
        if (heading && heading->level == 0) {
            open(0, heading->number, heading->title, kindOf(heading->title));
            m_needsTitle = heading->title.isEmpty();
            m_partOpened = true;
            m_chapter = 0;
            return;
        }
        if (m_needsTitle) {
            m_needsTitle = false;
            if (trimmed.size() <= 40 && !heading) {
                section().title = trimmed;
                section().kind = kindOf(trimmed);
                return;
            }
        }
        // A title that was set over two lines: ".. 决算情况", "说明".
        if (m_partOpened && trimmed == u"说明" && section().title.endsWith(u"情况")) {
            m_partOpened = false;
            section().title += trimmed;
            section().kind = kindOf(section().title);
            return;
        }
        m_partOpened = false;
        const QString pending = std::exchange(m_annexNumber, {});
        if (isAnnexNumber(trimmed)) {
            if (!pending.isEmpty())
                paragraph(pending);
            m_annexNumber = trimmed;
            return;
        }
        if (const std::optional<QString> title = annexTitle(trimmed, heading)) {
            const QString number = !pending.isEmpty() ? pending
                : heading                             ? heading->number
                                                      : QString();
            open(0, number, *title, Section::Kind::Annex);
            m_chapter = 0;
            return;
        }
        if (!pending.isEmpty())
            paragraph(pending);
        if (!heading || !opensSection(*heading))
            return paragraph(text);
        open(heading->level == 2 ? 2 : 1, heading->number, heading->title, section().kind);
    }

    void table(int sheet)
    {
        m_inContents = false;
        Block block;
        block.kind = Block::Kind::Table;
        block.sheet = sheet;
        section().blocks.push_back(std::move(block));
        m_needsTitle = false;
    }

    void row(const SourceRow &row)
    {
        auto &blocks = section().blocks;
        if (blocks.empty() || blocks.back().kind != Block::Kind::Grid || m_gridEnded) {
            Block block;
            block.kind = Block::Kind::Grid;
            block.grid.spansKnown = row.spansKnown;
            blocks.push_back(std::move(block));
        }
        m_gridEnded = false;
        blocks.back().grid.rows.push_back(row.cells);
    }
    void endGrid() { m_gridEnded = true; }

private:
    Section &section()
    {
        if (m_report.sections.empty())
            open(0, {}, {}, Section::Kind::Front);
        return m_report.sections.back();
    }
    /// A list of contents, from its word 目录 to where its first entry stands again.
    bool isContents(const QString &line, const std::optional<HeadingLine> &heading)
    {
        const QString name = normalized(line);
        if (name == u"目录") {
            m_inContents = section().kind == Section::Kind::Front;
            m_firstEntry.clear();
            return m_inContents;
        }
        if (!m_inContents)
            return false;
        const bool again = !m_firstEntry.isEmpty() && name == m_firstEntry;
        if (again || line.size() > 60 || line.endsWith(u'。'))
            m_inContents = false;
        else if (m_firstEntry.isEmpty() && (heading || line.contains(u"部分")))
            m_firstEntry = withoutPageNumber(name);
        return m_inContents;
    }
    static QString withoutPageNumber(QString entry)
    {
        static const QRegularExpression number(QStringLiteral("[.…·\\-]*\\d{0,3}$"));
        return entry.remove(number);
    }
    void open(int level, const QString &number, const QString &title, Section::Kind kind)
    {
        Section section;
        section.level = level;
        section.number = number;
        section.title = title;
        section.kind = kind;
        m_report.sections.push_back(std::move(section));
        m_gridEnded = true;
    }
    void paragraph(const QString &text)
    {
        Block block;
        block.text = text;
        section().blocks.push_back(std::move(block));
        m_gridEnded = true;
    }
    Section::Kind kindOf(const QString &title) const
    {
        for (const RecognitionWords::PartWords &part : m_words.parts) {
            for (const QString &word : part.words) {
                if (title.contains(word))
                    return part.kind;
            }
        }
        return Section::Kind::Other;
    }

    /// A chapter counts where its number goes on from the last one, so that a
    /// wrongly converted "9、" after 八、 is one, and an item of a list is not.
    bool opensSection(const HeadingLine &heading)
    {
        const Section::Kind kind = section().kind;
        if (kind == Section::Kind::Front || kind == Section::Kind::Glossary)
            return false;
        if (heading.level == 2)
            return kind == Section::Kind::Narrative
                || (m_chapter > 0 && kind != Section::Kind::Annex);
        if (heading.level == 3
            && (kind != Section::Kind::Narrative || heading.ordinal != m_chapter + 1
                || heading.ordinal < 2 || isAccountPath(heading.title)))
            return false;
        m_chapter = heading.ordinal;
        return true;
    }

    /// 6、社会保障和就业支出（类）..（项): an item of chapter five.
    static bool isAccountPath(const QString &title)
    {
        const QString name = normalized(title);
        return name.contains(u"(类)") || name.contains(u"(款)") || name.contains(u"(项)");
    }

    bool isAnnexNumber(const QString &line)
    {
        const Section::Kind kind = section().kind;
        if ((kind != Section::Kind::Glossary && kind != Section::Kind::Annex) || line.size() > 12)
            return false;
        const QRegularExpression number(
            QStringLiteral("^(%1)[\\s\\d一二三四五六七八九十\\-－—:：]*$")
                .arg(m_words.annexNumbers.join(u'|')));
        return number.match(line).hasMatch();
    }

    std::optional<QString> annexTitle(
        const QString &line, const std::optional<HeadingLine> &heading)
    {
        const Section::Kind kind = section().kind;
        if (kind != Section::Kind::Glossary && kind != Section::Kind::Annex)
            return std::nullopt;
        const QString title = heading ? heading->title : line;
        if (title.size() > 40)
            return std::nullopt;

        for (const QString &word : m_words.annexTitles) {
            if (title.endsWith(word) && !(heading && heading->level == 3))
                return title;
        }
        return std::nullopt;
    }

    Report &m_report;
    const RecognitionWords &m_words;
    QString m_annexNumber;
    bool m_partOpened = false;  ///< The line before was the heading of a part.
    bool m_inContents = false;
    QString m_firstEntry;  ///< Of the list of contents, normalized, without its page.
    int m_chapter = 0;
    bool m_needsTitle = false;
    bool m_gridEnded = true;
};

/// The family whose forms fit the tables best, all tables together.
const FormFamily *bestFamily(const std::vector<TableRegion> &regions, const Handbook &handbook,
    const RecognitionWords &words)
{
    const FormFamily *best = nullptr;
    int bestScore = -1;
    for (const FormFamily &family : handbook.families()) {
        int score = 0;
        for (const TableRegion &region : regions) {
            const auto form = family.form(region.kind);
            if (form && !isTooWide(region)) {
                score += headingScore(region, form, words);
                score += normalized(form->title) == normalized(region.title) ? 20 : 0;
            }
        }
        if (score > bestScore) {
            bestScore = score;
            best = &family;
        }
    }
    return best;
}

/// The department that a title names: "X2024年度部门决算", "第一部分 X概况".
QString agencyOf(const QString &line)
{
    static const QRegularExpression title(
        QStringLiteral("^(?:第[一二三四五六七八九十]部分)?[:：]?([^\\d:：，。；]{3,40}?)(?:"
                       "20\\d\\d年?度?(?:部门|单位)?决算(?:公开)?(?:报告|表|说明|情况|情况说明)?|"
                       "概况|基本情况)$"));
    static const QStringList nobody{QStringLiteral("部门"), QStringLiteral("单位"),
        QStringLiteral("本部门"), QStringLiteral("本单位"), QStringLiteral("机构设置")};
    if (line.size() > 80)
        return {};
    const auto match = title.match(withoutSpaces(line));
    const QString name = match.hasMatch() ? match.captured(1) : QString();
    return name.size() < 3 || nobody.contains(name) ? QString() : name;
}

void readIdentity(Report &report, const std::vector<DocumentItem> &items, const QString &agency)
{
    static const QRegularExpression year(QStringLiteral("(20\\d\\d)年度"));
    static const QRegularExpression yearAlone(QStringLiteral("^(20\\d\\d)年度?$"));
    Votes<int> years;
    Votes<int> titled;  // of titles: a text may name the year before more often
    int department = 0;
    int unit = 0;
    Votes<QString> named;
    for (const DocumentItem &item : items) {
        // In a spreadsheet every line is a row; one of a single cell is a line of text.
        const QStringList texts = item.isRow ? item.row.texts() : QStringList{item.line};
        if (texts.size() != 1) {
            // Beside department and unit.
            for (const QString &text : texts) {
                const auto match = yearAlone.match(text);
                if (match.hasMatch())
                    years.add(match.captured(1).toInt());
            }
            continue;
        }
        const QString &line = texts.front();
        auto matches = year.globalMatch(line);
        constexpr qsizetype longestTitle = 40;
        const bool title = line.trimmed().size() <= longestTitle && line.contains(u"决算")
            && !line.contains(u'。') && !line.contains(u'，');
        while (matches.hasNext()) {
            const int said = matches.next().captured(1).toInt();
            years.add(said);
            if (title)
                titled.add(said);
        }
        department += int(line.count(u"部门决算"));
        unit += int(line.count(u"单位决算"));
        if (const QString name = agencyOf(line); !name.isEmpty())
            named.add(name);
    }
    report.identity.agency = agency.isEmpty() ? named.winner() : agency;
    report.identity.year = titled.winner() > 0 ? titled.winner() : years.winner();
    report.identity.scope = department == 0 && unit == 0 ? Identity::Scope::Unknown
        : department >= unit                             ? Identity::Scope::Department
                                                         : Identity::Scope::Unit;
}

/// Why a document without tables of final accounts is none.
Error noReport(const std::vector<DocumentItem> &items, const Manuscript &manuscript)
{
    static const QRegularExpression budgetTable(QStringLiteral("预算(收支)?(总|明细)?表$"));
    int budgetTables = 0;
    for (const DocumentItem &item : items) {
        for (const QString &line : item.isRow ? item.row.texts() : QStringList{item.line}) {
            const QString name = normalized(line);
            if (name.size() <= 60 && !name.contains(u"决算") && budgetTable.match(name).hasMatch())
                ++budgetTables;
        }
    }
    if (budgetTables >= 3)
        return {Say::tr("This is a budget (预算), not final accounts (决算)."), {}};
    const bool nothing = manuscript.blocks.empty() && !manuscript.notes.empty();
    if (nothing)
        return {Say::tr("The file is a scan: there is no text in it to read."), {}};
    const auto lost = std::find_if(manuscript.notes.begin(), manuscript.notes.end(),
        [](const ManuscriptNote &note) { return note.lost; });
    if (lost != manuscript.notes.end())
        return {
            Say::tr("No table of a final-accounts report was found in it. %1").arg(lost->message),
            placeText(lost->place)};
    return {Say::tr("No table of a final-accounts report was found in it."), {}};
}

/// What could not be read, and the tables that may run on there: those with a lost
/// page inside, or right behind their last line.
LostPages lostOf(const Manuscript &manuscript, const std::vector<DocumentItem> &items,
    const std::vector<TableRegion> &regions, const std::vector<int> &owner)
{
    LostPages lost;
    std::vector<int> pages;
    for (const ManuscriptNote &note : manuscript.notes) {
        if (!note.lost)
            continue;
        ++lost.count;
        if (note.place.page > 0)
            pages.push_back(note.place.page);
    }
    if (pages.empty())
        return lost;
    for (size_t r = 0; r < regions.size(); ++r) {
        int first = 0;
        int last = 0;
        int next = std::numeric_limits<int>::max();  // page of what stands behind it
        for (size_t i = 0; i < items.size(); ++i) {
            const int page = items[i].isRow ? items[i].row.place.page : items[i].place.page;
            if (owner[i] == int(r)) {
                first = first == 0 ? page : first;
                last = page;
                next = std::numeric_limits<int>::max();
            } else if (last > 0 && next == std::numeric_limits<int>::max()) {
                next = page;
            }
        }
        const bool mayRunOn = std::any_of(pages.begin(), pages.end(),
            [&](int page) { return page >= first && page <= last + 1 && page < next; });
        if (last > 0 && mayRunOn)
            lost.tables << regions[r].kind;
    }
    lost.tables.removeDuplicates();
    return lost;
}

/// The blank form of an authority: no amount, and no department, or one that is
/// still to be filled in. A department's report may be empty at first.
bool isEmptyForm(const Report &report)
{
    static const QRegularExpression gap(
        QStringLiteral("[XxＸ×*＊○〇_]{2,}|[XxＸ×○]\\s*(局|部|委)"));
    const QString &agency = report.identity.agency;
    if (!agency.isEmpty() && !gap.match(agency).hasMatch())
        return false;
    for (const Sheet &sheet : report.sheets) {
        for (int row = 0; row < sheet.rowCount(); ++row) {
            for (int column = 0; column < sheet.columnCount(); ++column) {
                const Amount::State state = sheet.cell(row, column).amount.state();
                if (state == Amount::State::Number || state == Amount::State::Unreadable)
                    return false;
            }
        }
    }
    return true;
}

}  // namespace

Result<Report> recognize(
    const Manuscript &manuscript, const Handbook &handbook, const RecognitionWords &words)
{
    Result<Recognition> recognition = recognizeWith(manuscript, handbook, words, {});
    if (!recognition)
        return recognition.error();
    return std::move(recognition->report);
}

Result<Recognition> recognizeWith(const Manuscript &manuscript, const Handbook &handbook,
    const RecognitionWords &words, const RecognitionChoices &choices)
{
    const std::vector<DocumentItem> items = documentItems(manuscript, handbook, words);
    std::vector<int> owner;
    std::vector<TableRegion> regions = findTables(items, handbook, words, owner);
    if (regions.empty())
        return noReport(items, manuscript);
    std::vector<int> other;
    addOtherGrids(items, owner, words, regions, other);
    for (const auto &[table, choice] : choices.tables) {
        if (choice.kind && table >= 0 && size_t(table) < regions.size())
            regions[size_t(table)].kind = *choice.kind;
    }
    const FormFamily *family = choices.family ? handbook.family(*choices.family) : nullptr;
    if (!family)
        family = bestFamily(regions, handbook, words);

    Recognition recognition;
    Report &report = recognition.report;
    report.isPublication = true;
    report.hasPrintedLines = manuscript.hasPrintedLines;
    report.lost = lostOf(manuscript, items, regions, owner);
    TableTaker taker(recognition, handbook, words, choices, family, regions);
    for (const TableRegion &region : regions)
        taker.take(region);
    if (report.sheets.empty())
        return noReport(items, manuscript);
    for (const ManuscriptNote &note : manuscript.notes)
        report.notes.push_back({note.message, placeText(note.place)});
    if (family) {
        report.identity.family = family->id;
        for (const auto &form : family->forms) {
            if (report.sheetOf(form->kind) < 0)
                report.notes.push_back(
                    {Say::tr("The table “%1” was not found.").arg(form->title), form->kind});
        }
    }
    readIdentity(report, items, taker.agency());
    if (isEmptyForm(report))
        return Error{Say::tr("This is an empty form: there is not one amount in its tables."), {}};
    report.identity.agency = choices.agency.value_or(report.identity.agency);
    report.identity.year = choices.year.value_or(report.identity.year);
    report.identity.scope = choices.scope.value_or(report.identity.scope);
    addReportDoubts(recognition, regions, handbook, words, choices);

    Outline outline(report, words);
    int lastRegion = -1;
    for (size_t i = 0; i < items.size(); ++i) {
        const int region = owner[i] >= 0 ? owner[i] : other[i];
        if (region < 0 || recognition.tables[size_t(region)].sheet < 0) {
            if (items[i].isRow) {
                if (!items[i].row.texts().isEmpty())
                    outline.row(items[i].row);
            } else {
                outline.line(items[i].line);
            }
        } else if (region != lastRegion) {
            outline.table(recognition.tables[size_t(region)].sheet);
            outline.endGrid();
        }
        lastRegion = region;
    }
    return recognition;
}

std::optional<Report> unreadReport(const Manuscript &manuscript)
{
    Report report;
    report.isPublication = true;
    report.hasPrintedLines = manuscript.hasPrintedLines;
    report.lost = lostOf(manuscript, {}, {}, {});
    for (const ManuscriptNote &note : manuscript.notes)
        report.notes.push_back({note.message, placeText(note.place)});
    // Page numbers and stamps may be all that is text in a scan; a letter with a
    // picture in it is none.
    constexpr qsizetype fewCharacters = 30;
    qsizetype characters = 0;
    for (const ManuscriptBlock &block : manuscript.blocks) {
        if (block.isParagraph()) {
            characters += block.paragraph().size();
            continue;
        }
        for (const auto &row : block.grid().rows) {
            for (const GridCell &cell : row)
                characters += cell.text.size();
        }
    }
    const bool scan = report.lost.count > 0 && characters <= fewCharacters * report.lost.count;
    return scan ? std::optional(std::move(report)) : std::nullopt;
}

void markPublished(Report &report)
{
    for (Sheet &sheet : report.sheets) {
        for (int row = 0; row < sheet.rowCount(); ++row)
            sheet.rows[size_t(row)].publishedRow = row;
        sheet.published.reset();
        sheet.published = std::make_shared<const Sheet>(sheet);
    }
}

}  // namespace mz
