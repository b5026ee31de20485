#include "model/compose/composer.h"
#include "model/domain/row_index.h"
#include "model/domain/text.h"
#include "model/manuscript/readers/text_reader.h"
#include "model/manuscript/writers/text_writer.h"
#include "model/recognize/recognizer.h"
#include "tests/model/recognize/sample_report.h"
#include "tests/support/hunan.h"
#include "tests/support/thinning.h"

#include <QRegularExpression>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace mz;
using namespace mz::test;

namespace {

Result<Report> recognized(const Manuscript &manuscript)
{
    return recognize(manuscript, context().handbook, context().words);
}
Result<Report> recognized(const QString &text) { return recognized(readText(text)); }

QString textOf(const Report &report) { return writeText(compose(report)); }

Report sample(quint32 seed = 1, const SampleStyle &style = {})
{
    return sampleReport(context().handbook, seed, style);
}

QString hunanText()
{
    QFile file(hunanPath());
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open the report");
    return QString::fromUtf8(file.readAll());
}

/// A grid whose cells know their places, so that columns can be moved.
class PlacedGrid
{
public:
    explicit PlacedGrid(const TextGrid &grid)
    {
        std::vector<int> covered;
        for (size_t row = 0; row < grid.rows.size(); ++row) {
            size_t column = 0;
            const auto skip = [&] {
                while (column < covered.size() && covered[column] > 0)
                    --covered[column++];
            };
            for (const GridCell &cell : grid.rows[row]) {
                skip();
                m_cells.push_back({cell, int(row), int(column)});
                const size_t end = column + size_t(cell.columnSpan);
                covered.resize(std::max(covered.size(), end), 0);
                for (; column < end; ++column)
                    covered[column] = cell.rowSpan - 1;
            }
            skip();
            m_width = std::max(m_width, int(column));
        }
        m_rows = int(grid.rows.size());
    }

    void insertColumn(int at, const QString &title, int headingRows, const QString &text)
    {
        for (Cell &cell : m_cells) {
            if (cell.column >= at)
                ++cell.column;
            else if (cell.column + cell.cell.columnSpan > at)
                ++cell.cell.columnSpan;
        }
        // Inside a group the new heading stands below it.
        int top = 0;
        for (const Cell &cell : m_cells) {
            if (cell.row < headingRows && cell.column < at
                && cell.column + cell.cell.columnSpan > at)
                top = std::max(top, cell.row + cell.cell.rowSpan);
        }
        m_cells.push_back({{title, headingRows - top, 1}, top, at});
        for (int row = headingRows; row < m_rows; ++row)
            m_cells.push_back({{text, 1, 1}, row, at});
    }
    void moveColumn(int from, int to)
    {
        for (Cell &cell : m_cells) {
            if (cell.column == from)
                cell.column = to;
            else if (from < to && cell.column > from && cell.column <= to)
                --cell.column;
            else if (to < from && cell.column < from && cell.column >= to)
                ++cell.column;
        }
    }
    TextGrid grid() const
    {
        std::vector<Cell> cells = m_cells;
        std::sort(cells.begin(), cells.end(), [](const Cell &a, const Cell &b) {
            return std::pair(a.row, a.column) < std::pair(b.row, b.column);
        });
        TextGrid grid;
        grid.rows.resize(size_t(m_rows));
        for (const Cell &cell : cells)
            grid.rows[size_t(cell.row)].push_back(cell.cell);
        return grid;
    }

private:
    struct Cell
    {
        GridCell cell;
        int row;
        int column;
    };
    std::vector<Cell> m_cells;
    int m_rows = 0;
    int m_width = 0;
};

/// The blocks of one table: its title's index, and its grid's.
std::pair<size_t, size_t> blocksOf(const Manuscript &manuscript, const Sheet &sheet)
{
    for (size_t i = 0; i < manuscript.blocks.size(); ++i) {
        if (!manuscript.blocks[i].isParagraph() || manuscript.blocks[i].paragraph() != sheet.title)
            continue;
        for (size_t grid = i; grid < manuscript.blocks.size(); ++grid) {
            if (!manuscript.blocks[grid].isParagraph())
                return {i, grid};
        }
    }
    qFatal("the table is not in the manuscript");
}

TextGrid &gridOf(Manuscript &manuscript, const Sheet &sheet)
{
    return std::get<TextGrid>(manuscript.blocks[blocksOf(manuscript, sheet).second].content);
}

/// The document with the blocks of each table cut out, and those blocks.
std::vector<std::vector<ManuscriptBlock>> tableBlocks(const Manuscript &manuscript,
    const Report &report, std::vector<ManuscriptBlock> &before, std::vector<ManuscriptBlock> &after)
{
    std::vector<size_t> begins;
    for (const Sheet &sheet : report.sheets)
        begins.push_back(blocksOf(manuscript, sheet).first);
    const Sheet &last = report.sheets.back();
    const auto at = [&](size_t i) { return manuscript.blocks.begin() + qsizetype(i); };
    begins.push_back(blocksOf(manuscript, last).second + 1 + size_t(last.notes.size()));
    std::vector<std::vector<ManuscriptBlock>> tables;
    for (size_t i = 0; i + 1 < begins.size(); ++i)
        tables.emplace_back(at(begins[i]), at(begins[i + 1]));
    before.assign(at(0), at(begins.front()));
    after.assign(at(begins.back()), manuscript.blocks.end());
    return tables;
}

Manuscript joined(const std::vector<ManuscriptBlock> &before,
    const std::vector<std::vector<ManuscriptBlock>> &tables,
    const std::vector<ManuscriptBlock> &after)
{
    Manuscript manuscript{before};
    for (const auto &table : tables)
        manuscript.blocks.insert(manuscript.blocks.end(), table.begin(), table.end());
    manuscript.blocks.insert(manuscript.blocks.end(), after.begin(), after.end());
    return manuscript;
}

/// Read from text, or with its spans. T06, whose foot spans, has a test of its own.
Result<Report> recognizedAs(bool text, Manuscript manuscript)
{
    if (text)
        return recognized(writeText(manuscript));
    TextGrid &basic = gridOf(manuscript, *sample().sheet(u"T06"));
    basic = readText(writeText(Manuscript{{{basic, {}, {}}}})).blocks.front().grid();
    return recognized(manuscript);
}

/// The first difference of the tables alone, notes of the report aside.
QString tableDifference(const Report &expected, const Report &actual, const QString &except = {})
{
    for (const Sheet &sheet : expected.sheets) {
        if (sheet.form->kind == except)
            continue;
        const Sheet *other = actual.sheet(sheet.form->kind);
        if (!other)
            return sheet.form->kind + QStringLiteral(" is missing");
        if (const QString found = difference(sheet, *other); !found.isEmpty())
            return found;
    }
    return {};
}

QString replacedOnce(QString text, const QString &before, const QString &after)
{
    const qsizetype at = text.indexOf(before);
    if (at < 0)
        qFatal("“%s” is not in the text", qPrintable(before));
    return text.replace(at, before.size(), after);
}

/// Every non-blank line of a document, without spaces; a line that says more
/// than one thing beside a table is parted.
QStringList linesOf(const QString &text)
{
    static const QRegularExpression noise(QStringLiteral("\\[bookmark:[^\\]]*\\]"));
    static const QRegularExpression gap(QStringLiteral("[\\s\\x{3000}]{2,}"));
    QStringList result;
    for (QString line : text.split(u'\n')) {
        line.remove(noise);
        const bool beside = line.contains(u"单位：") || line.contains(u"公开0");
        for (const QString &part : beside ? line.trimmed().split(gap) : QStringList(line)) {
            if (const QString bare = withoutSpaces(part); !bare.isEmpty())
                result << bare;
        }
    }
    return result;
}

/// What stands more often in `a` than in `b`, with how often.
QMap<QString, int> surplus(const QStringList &a, const QStringList &b)
{
    QMap<QString, int> count;
    for (const QString &line : a)
        ++count[line];
    for (const QString &line : b)
        --count[line];
    for (auto it = count.begin(); it != count.end();)
        it = *it > 0 ? std::next(it) : count.erase(it);
    return count;
}

QString shown(const QMap<QString, int> &lines)
{
    QStringList result;
    for (auto it = lines.begin(); it != lines.end(); ++it)
        result << QStringLiteral("%1 × %2").arg(it.value()).arg(it.key());
    return result.join(u'\n');
}

#define MZ_VERIFY_READ(report) QVERIFY2(report, report ? "" : qPrintable(report.error().text()))
#define MZ_VERIFY_NONE(found) QVERIFY2((found).isEmpty(), qPrintable(found))

}  // namespace

class TestRecognizedReports : public QObject
{
    Q_OBJECT
private slots:
    void everyLineOfTheHunanReportIsInTheReportOnce();
    void theHunanReportReadsItsOwnText();
    void aNewReportIsReadBackWhole();
    void randomReportsAreReadBackFromText();
    void randomReportsAreReadBackFromSpans();
    void aFootThatSpansKeepsItsAmount();
    void mutatedHunanTextsAreUnderstood_data();
    void mutatedHunanTextsAreUnderstood();

    void tablesComeInAnyOrder();
    void aMissingTableIsNoted();
    void anAddedColumnIsKept_data();
    void anAddedColumnIsKept();
    void anAddedColumnIsReadFromItsOwnText_data();
    void anAddedColumnIsReadFromItsOwnText();
    void aColumnWithoutATitleIsNotDropped();
    void movedColumnsAreFoundByTitle_data();
    void movedColumnsAreFoundByTitle();
    void anotherHeadingIsUnderstood_data();
    void anotherHeadingIsUnderstood();
    void anotherTitleIsUnderstood_data();
    void anotherTitleIsUnderstood();
    void anUnknownTableStaysWhereItIs_data();
    void anUnknownTableStaysWhereItIs();
    void aContinuedTableIsOneTable_data();
    void aContinuedTableIsOneTable();
    void ofTwoTablesOfOneKindTheFittingOneIsTaken_data();
    void ofTwoTablesOfOneKindTheFittingOneIsTaken();
    void aColumnUnderAnotherGroupIsNotTheForms();
    void codeAndNameMayStandInOneCell_data();
    void codeAndNameMayStandInOneCell();
    void aFormMayLeaveOutClassesAndGroups();
    void linesThatAreLeftOutAreNotMissed();
    void aLineIsKnownByItsNameNotItsNumber();
    void aCodeThatStandsTwiceIsKeptTwice();
    void aCodeThatIsNoneIsKeptAsItIs();
    void theUnitIsRead();
    void theScopeIsRead();
    void aTableNeedsNoNumberLine();
    void everyEncodingGivesTheSameReport_data();
    void everyEncodingGivesTheSameReport();
    void fullWidthDigitsAreAmounts();
    void theWordsOfATotalRowAreNoAmounts();
    void aTextThatIsNoAmountIsKeptAndNoted();
};

/// Legitimately different: the headings of a part are one line; lines of one
/// heading cell are joined; what the torn row repeats is noted instead.
void TestRecognizedReports::everyLineOfTheHunanReportIsInTheReportOnce()
{
    MZ_NEEDS_HUNAN();
    const QString text = hunanText();
    const Result<Report> report = recognized(text);
    MZ_VERIFY_READ(report);
    const QStringList before = linesOf(text);
    const QStringList after = linesOf(textOf(*report));
    const QMap<QString, int> lost{{"第一部分", 1}, {"怀化市机关事务管理局概况", 1}, {"第二部分", 1},
        {"部门决算表", 1}, {"第三部分", 1}, {"2023年度部门决算情况说明", 1}, {"第四部分", 1},
        {"名词解释", 1}, {"公务用车", 4}, {"购置费", 2}, {"运行维护费", 2}, {"经常性赠与", 2},
        {"资本性赠与", 2}};
    const QMap<QString, int> added{{"第一部分怀化市机关事务管理局概况", 1},
        {"第二部分部门决算表", 1}, {"第三部分2023年度部门决算情况说明", 1}, {"第四部分名词解释", 1},
        {"公务用车购置费", 2}, {"公务用车运行维护费", 2}};
    QCOMPARE(shown(surplus(before, after)), shown(lost));
    QCOMPARE(shown(surplus(after, before)), shown(added));

    // Behind the tables, the order is the document's too.
    const auto behind = [](const QStringList &lines) {
        return lines.sliced(lines.indexOf("一、收入支出决算总体情况说明"));
    };
    QStringList expected = behind(before);
    const qsizetype part = expected.indexOf("第四部分");
    expected[part] += expected.takeAt(part + 1);
    QCOMPARE(behind(after), expected);
}

void TestRecognizedReports::theHunanReportReadsItsOwnText()
{
    MZ_NEEDS_HUNAN();
    const Result<Report> report = recognized(hunanText());
    MZ_VERIFY_READ(report);
    const Result<Report> again = recognized(textOf(*report));
    MZ_VERIFY_READ(again);
    MZ_VERIFY_NONE(difference(*report, *again));
    // What was torn is whole now.
    QCOMPARE(notesOf(*again), QString());
}

/// Without the sentences that a report of our own prints under its empty tables.
static Report asTyped(Report read)
{
    for (Sheet &sheet : read.sheets) {
        if (!sheet.form->emptyNote.isEmpty())
            sheet.notes.removeAll(sheet.form->emptyNote.arg(read.identity.agency));
    }
    return read;
}

void TestRecognizedReports::aNewReportIsReadBackWhole()
{
    const Report blank = Report::fromFamily(context().handbook.families().front(),
        {"试点县数据局", 2023, Identity::Scope::Department, {}});
    const Result<Report> again = recognized(textOf(blank));
    MZ_VERIFY_READ(again);
    MZ_VERIFY_NONE(difference(blank, asTyped(*again)));
    QCOMPARE(notesOf(*again), QString());
}

void TestRecognizedReports::randomReportsAreReadBackFromText()
{
    const SampleStyle style{0, 6, 15, true, true};
    for (quint32 seed = 1; seed <= 300; seed += thinning) {
        const Report report = sample(seed, style);
        const Result<Report> read = recognized(textOf(report));
        MZ_VERIFY_READ(read);
        const QString found = difference(report, asTyped(*read));
        QVERIFY2(found.isEmpty(), qPrintable(QString("seed %1: %2").arg(seed).arg(found)));
        QCOMPARE(notesOf(*read), QString());
        // A second round changes nothing at all.
        const Result<Report> again = recognized(textOf(*read));
        MZ_VERIFY_READ(again);
        QVERIFY(*read == *again);
    }
}

void TestRecognizedReports::randomReportsAreReadBackFromSpans()
{
    const SampleStyle style{0, 6, 15, true, true};
    for (quint32 seed = 1; seed <= 200; seed += thinning) {
        const Report report = sample(seed, style);
        const Result<Report> read = recognizedAs(false, compose(report));
        MZ_VERIFY_READ(read);
        const QString found = tableDifference(report, asTyped(*read));
        QVERIFY2(found.isEmpty(), qPrintable(QString("seed %1: %2").arg(seed).arg(found)));
        QCOMPARE(notesOf(*read), QString());
    }
}

void TestRecognizedReports::aFootThatSpansKeepsItsAmount()
{
    // 公用经费合计 reaches over two lanes; its amount stands in the second.
    const Report report = sample(2);
    const Result<Report> read = recognized(compose(report));
    MZ_VERIFY_READ(read);
    MZ_VERIFY_NONE(difference(*report.sheet(u"T06"), *read->sheet(u"T06")));
    QCOMPARE(notesOf(*read), QString());
}

void TestRecognizedReports::mutatedHunanTextsAreUnderstood_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("note");  // "" where nothing may be noted
    const auto change
        = [](const char *name, const char *before, const char *after, const char *note = "") {
              QTest::newRow(name) << QString(before) << QString(after) << QString(note);
          };
    change("no change", "\n收入决算表\n", "\n收入决算表\n");
    change("收入合计", "\t本年收入合计\n\t财政拨款收入", "\t收入合计\n\t财政拨款收入");
    change("支出合计", "\t本年支出合计\n\t基本支出", "\t支出合计\n\t基本支出");
    change("基本支出数", "\t本年支出合计\n\t基本支出\n", "\t本年支出合计\n\t基本支出数\n",
        "基本支出数");
    change("年度", "\n收入决算表\n", "\n怀化市机关事务管理局2023年度收入决算表\n");
    change("附表2", "\n收入决算表\n", "\n附表2 收入决算表\n");
    change("ordinal", "九、卫生健康支出", "十、卫生健康支出");
    change("no number", "\t公开02表\n", "\t\n");
    change("no department", "\t部门：怀化市机关事务管理局\n　\n", "\t\n");
    change("blank line in a cell", "\t公务用车\n购置费\n", "\t公务用车购置费\n");
    change("an empty line more", "\t栏次\n\t1\n\t2\n\t3\n\t4\n\t5\n\t6\n\t7\n\n",
        "\t栏次\n\t1\n\t2\n\t3\n\t4\n\t5\n\t6\n\t7\n\n\n\n\t\n\t\n\n");
    change("no column numbers", "\t栏次\n\t1\n\t2\n\t3\n\t4\n\t5\n\t6\n\t7\n\n", "");
}

void TestRecognizedReports::mutatedHunanTextsAreUnderstood()
{
    MZ_NEEDS_HUNAN();
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, note);
    const Result<Report> published = recognized(hunanText());
    const Result<Report> changed = recognized(replacedOnce(hunanText(), before, after));
    MZ_VERIFY_READ(changed);
    QCOMPARE(changed->sheets.size(), 9U);
    QCOMPARE(changed->identity, published->identity);
    for (const Sheet &sheet : published->sheets) {
        const Sheet &other = *changed->sheet(sheet.form->kind);
        QCOMPARE(other.rowCount(), sheet.rowCount());
        for (int row = 0; row < sheet.rowCount(); ++row) {
            QCOMPARE(other.rows[size_t(row)].key, sheet.rows[size_t(row)].key);
            for (int column = 0; column < sheet.columnCount(); ++column)
                QCOMPARE(other.printed(row, column), sheet.printed(row, column));
        }
    }
    QCOMPARE(changed->notes.size(), published->notes.size() + (note.isEmpty() ? 0 : 1));
    QVERIFY2(notesOf(*changed).contains(note), qPrintable(notesOf(*changed)));
}

void TestRecognizedReports::tablesComeInAnyOrder()
{
    QRandomGenerator random(9);
    for (int round = 0; round < 40; round += thinning) {
        const Report report = sample(100 + quint32(round));
        std::vector<ManuscriptBlock> before, after;
        auto tables = tableBlocks(compose(report), report, before, after);
        std::shuffle(tables.begin(), tables.end(), random);
        const Result<Report> read = recognized(writeText(joined(before, tables, after)));
        MZ_VERIFY_READ(read);
        QCOMPARE(read->sheets.size(), 9U);
        MZ_VERIFY_NONE(tableDifference(report, *read));
        QCOMPARE(notesOf(*read), QString());
        // They stand in the document as they stood in it.
        for (size_t i = 0; i < 9; ++i)
            QCOMPARE(read->sheets[i].title, tables[i].front().paragraph());
    }
}

void TestRecognizedReports::aMissingTableIsNoted()
{
    const Report report = sample();
    for (size_t missing = 0; missing < 9; ++missing) {
        std::vector<ManuscriptBlock> before, after;
        auto tables = tableBlocks(compose(report), report, before, after);
        tables.erase(tables.begin() + qsizetype(missing));
        const Result<Report> read = recognized(writeText(joined(before, tables, after)));
        MZ_VERIFY_READ(read);
        QCOMPARE(read->sheets.size(), 8U);
        const Sheet &gone = report.sheets[missing];
        MZ_VERIFY_NONE(tableDifference(report, *read, gone.form->kind));
        QCOMPARE(read->notes.size(), 1U);
        QCOMPARE(read->notes.front().place, gone.form->kind);
        QVERIFY(read->notes.front().text.contains(gone.title));
    }
}

void TestRecognizedReports::anAddedColumnIsKept_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("text");
    struct
    {
        const char *kind;
        int first, last;
    } const tables[] = {{"T02", 2, 9}, {"T03", 2, 8}, {"T05", 2, 5}};
    for (const auto &table : tables) {
        for (int at = table.first; at <= table.last; ++at) {
            for (const char *title : {"财政专户管理资金", "备注栏"}) {
                for (const bool text : {false, true})
                    QTest::addRow(
                        "%s, column %d, %s, %s", table.kind, at, title, text ? "text" : "spans")
                        << table.kind << at << title << text;
            }
        }
    }
}

void TestRecognizedReports::anAddedColumnIsKept()
{
    QFETCH(QString, kind);
    QFETCH(int, at);
    QFETCH(QString, title);
    QFETCH(bool, text);
    const Report report = sample(5);
    const Sheet &sheet = *report.sheet(kind);
    Manuscript manuscript = compose(report);
    PlacedGrid placed(gridOf(manuscript, sheet));
    placed.insertColumn(at, title, 2, "7.77");
    gridOf(manuscript, sheet) = placed.grid();
    const Result<Report> read = recognizedAs(text, manuscript);
    MZ_VERIFY_READ(read);
    MZ_VERIFY_NONE(tableDifference(report, *read, kind));
    const Sheet &other = *read->sheet(kind);
    QCOMPARE(other.columnCount(), sheet.columnCount() + 1);
    QCOMPARE(other.columns.back().id, QString("extra1"));
    QCOMPARE(other.columns.back().title, title);
    QCOMPARE(other.rowCount(), sheet.rowCount());
    for (int row = 0; row < sheet.rowCount(); ++row) {
        QCOMPARE(other.rows[size_t(row)].key, sheet.rows[size_t(row)].key);
        QCOMPARE(other.rows[size_t(row)].label, sheet.rows[size_t(row)].label);
        for (int column = 0; column < sheet.columnCount(); ++column)
            QCOMPARE(other.printed(row, column), sheet.printed(row, column));
        QCOMPARE(other.printed(row, sheet.columnCount()), QString("7.77"));
    }
    QCOMPARE(read->notes.size(), 1U);
    QVERIFY(read->notes.front().text.contains(title));
    QVERIFY(read->notes.front().place.startsWith(kind));
}

void TestRecognizedReports::anAddedColumnIsReadFromItsOwnText_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"T01", "T02", "T03", "T04", "T05", "T07", "T08", "T09"})
        QTest::newRow(kind) << QString(kind);
}

void TestRecognizedReports::anAddedColumnIsReadFromItsOwnText()
{
    QFETCH(QString, kind);
    Report report = sample(5);
    Sheet &sheet = report.sheets[size_t(report.sheetOf(kind))];
    sheet.addColumn({"extra1", "备注栏"});
    const int column = sheet.columnCount() - 1;
    for (int row = 0; row < sheet.rowCount(); ++row) {
        if (sheet.rows[size_t(row)].lane + 1 == int(sheet.form->lanes.size()))
            sheet.setPrinted(row, column, Amount::number(Money::fromFen(7'770'000), 2));
    }
    const Result<Report> read = recognized(textOf(report));
    MZ_VERIFY_READ(read);
    MZ_VERIFY_NONE(tableDifference(report, *read));
}

/// Nothing printed is dropped: what cannot be placed is at least noted.
void TestRecognizedReports::aColumnWithoutATitleIsNotDropped()
{
    const Report report = sample(5);
    for (const char *kind : {"T02", "T03", "T05"}) {
        for (const bool text : {false, true}) {
            Manuscript manuscript = compose(report);
            const Sheet &sheet = *report.sheet(QString(kind));
            PlacedGrid placed(gridOf(manuscript, sheet));
            placed.insertColumn(sheet.columnCount() + 2, "", 2, "7.77");
            gridOf(manuscript, sheet) = placed.grid();
            const Result<Report> read = recognizedAs(text, manuscript);
            MZ_VERIFY_READ(read);
            const bool kept = read->sheet(QString(kind))->columnCount() > sheet.columnCount();
            QVERIFY2(kept || notesOf(*read).contains(kind), kind);
        }
    }
}

void TestRecognizedReports::movedColumnsAreFoundByTitle_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("text");
    for (int from = 2; from < 8; ++from) {
        for (int to = 2; to < 8; ++to) {
            for (const bool text : {false, true}) {
                if (from != to)
                    QTest::addRow("%d to %d, %s", from, to, text ? "text" : "spans")
                        << from << to << text;
            }
        }
    }
}

void TestRecognizedReports::movedColumnsAreFoundByTitle()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(bool, text);
    const Report report = sample(6);
    const Sheet &sheet = *report.sheet(u"T03");
    Manuscript manuscript = compose(report);
    PlacedGrid placed(gridOf(manuscript, sheet));
    placed.moveColumn(from, to);
    gridOf(manuscript, sheet) = placed.grid();
    const Result<Report> read = recognizedAs(text, manuscript);
    MZ_VERIFY_READ(read);
    MZ_VERIFY_NONE(tableDifference(report, *read));
    QCOMPARE(notesOf(*read), QString());
}

void TestRecognizedReports::anotherHeadingIsUnderstood_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("noted");
    const auto heading = [](const char *kind, const char *before, const char *after, bool noted) {
        QTest::addRow("%s, %s", kind, after) << kind << before << after << noted;
    };
    heading("T01", "决算数", "金额", false);
    heading("T02", "本年收入合计", "收入合计", false);
    heading("T02", "本年收入合计", "合计", false);
    heading("T02", "财政拨款收入", "财政拨款", false);
    heading("T02", "附属单位上缴收入", "附属单位缴款", false);
    heading("T02", "功能分类科目编码", "科目编码", false);
    heading("T02", "其他收入", "其他各项收入", true);
    heading("T02", "经营收入", "营业所得", true);
    heading("T03", "本年支出合计", "支出合计", false);
    heading("T03", "基本支出", "基本支出数", true);
    heading("T03", "项目支出", "项目支出决算数", true);
    heading("T03", "对附属单位补助支出", "对附属单位补助", false);
    heading("T04", "金额", "决算数", false);
    heading("T04", "合计", "小计", false);
    heading("T05", "小计", "合计", false);
    heading("T05", "本年支出", "一般公共预算财政拨款支出决算数", false);
    heading("T06", "决算数", "金额", false);
    heading("T07", "小计", "合计", false);
    heading("T09", "公务用车购置费", "购置费", false);
    heading("T09", "公务用车购置及运行维护费", "公务用车购置及运行费", false);
}

void TestRecognizedReports::anotherHeadingIsUnderstood()
{
    QFETCH(QString, kind);
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(bool, noted);
    const Report report = sample(7);
    for (const bool text : {false, true}) {
        Manuscript manuscript = compose(report);
        TextGrid &grid = gridOf(manuscript, *report.sheet(kind));
        int replaced = 0;
        for (size_t row = 0; row < 3; ++row) {
            for (GridCell &cell : grid.rows[row]) {
                if (cell.text != before)
                    continue;
                cell.text = after;
                ++replaced;
            }
        }
        QVERIFY(replaced > 0);
        const Result<Report> read = recognizedAs(text, manuscript);
        MZ_VERIFY_READ(read);
        MZ_VERIFY_NONE(tableDifference(report, *read));
        QCOMPARE(read->notes.size(), noted ? 1U : 0U);
        QVERIFY2(!noted || notesOf(*read).contains(after), qPrintable(notesOf(*read)));
    }
}

void TestRecognizedReports::anotherTitleIsUnderstood_data()
{
    QTest::addColumn<QString>("title");
    for (const char *title : {"怀化市机关事务管理局2023年度收入决算表", "2023年度收入决算表",
             "附表2 收入决算表", "附表2：收入决算表", "表二、收入决算表", "2、收入决算表",
             "（二）收入决算表", "收入决算表（公开02表）", "部门收入决算表", "  收 入 决 算 表  "})
        QTest::newRow(title) << QString(title);
}

void TestRecognizedReports::anotherTitleIsUnderstood()
{
    QFETCH(QString, title);
    const Report report = sample(8);
    Manuscript manuscript = compose(report);
    const size_t at = blocksOf(manuscript, *report.sheet(u"T02")).first;
    manuscript.blocks[at].content = title;
    for (const bool inCell : {false, true}) {
        QString text = writeText(manuscript);
        if (inCell)  // as Word tables have it: the first row holds the title
            text = replacedOnce(text, u'\n' + title + u'\n', "\n\t" + title + "\n\n");
        const Result<Report> read = recognized(text);
        MZ_VERIFY_READ(read);
        MZ_VERIFY_NONE(tableDifference(report, *read, "T02"));
        const Sheet *sheet = read->sheet(u"T02");
        QVERIFY(sheet);
        QCOMPARE(sheet->title, title.trimmed());
        Sheet renamed = *sheet;
        renamed.title = report.sheet(u"T02")->title;
        MZ_VERIFY_NONE(difference(*report.sheet(u"T02"), renamed));
        QCOMPARE(notesOf(*read), QString());
    }
}

void TestRecognizedReports::anUnknownTableStaysWhereItIs_data()
{
    QTest::addColumn<QString>("behind");  // which table
    QTest::addColumn<bool>("notes");      // whether that table keeps its notes
    QTest::addColumn<bool>("inCell");     // whether the title is a row of the grid
    for (const char *kind : {"", "T01", "T02", "T03", "T05", "T06", "T07", "T08", "T09"}) {
        for (const bool notes : {true, false}) {
            for (const bool inCell : {true, false}) {
                if (*kind != '\0' || notes)
                    QTest::addRow("behind %s%s%s", *kind ? kind : "the heading of the part",
                        notes ? "" : ", no note", inCell ? ", title in a cell" : "")
                        << kind << notes << inCell;
            }
        }
    }
}

void TestRecognizedReports::anUnknownTableStaysWhereItIs()
{
    QFETCH(QString, behind);
    QFETCH(bool, notes);
    QFETCH(bool, inCell);
    Report report = sample(9);
    const int place = behind.isEmpty() ? -1 : report.sheetOf(behind);
    if (place >= 0 && !notes)
        report.sheets[size_t(place)].notes.clear();
    std::vector<ManuscriptBlock> before, after;
    auto tables = tableBlocks(compose(report), report, before, after);
    TextGrid grid;
    grid.rows = {{{"项目"}, {"上年决算数"}, {"本年决算数"}}, {{"办公费"}, {"1.00"}, {"2.00"}},
        {{"合计"}, {"　3.00"}, {""}}};
    const QString title = "机关运行经费情况表";
    std::vector<ManuscriptBlock> unknown{{title, {}, {}}, {grid, {}, {}}};
    if (inCell) {
        TextGrid whole = grid;
        whole.rows.insert(whole.rows.begin(), {{title}});
        unknown = {{whole, {}, {}}};
    }
    tables.insert(tables.begin() + place + 1, unknown);
    const Result<Report> read = recognized(writeText(joined(before, tables, after)));
    MZ_VERIFY_READ(read);
    QCOMPARE(read->sheets.size(), 9U);
    MZ_VERIFY_NONE(tableDifference(report, *read));
    QCOMPARE(notesOf(*read), QString());

    // The part of the tables, in order: the unknown one between its neighbours.
    const auto part = std::find_if(read->sections.begin(), read->sections.end(),
        [](const Section &section) { return section.kind == Section::Kind::Tables; });
    QVERIFY(part != read->sections.end());
    QStringList order;
    QStringList printed;
    for (const Block &block : part->blocks) {
        if (block.kind == Block::Kind::Table) {
            order << read->sheets[size_t(block.sheet)].form->kind;
            continue;
        }
        if (order.isEmpty() || order.back() != "unknown")
            order << "unknown";
        if (block.kind == Block::Kind::Paragraph)
            printed << block.text;
        for (const auto &row : block.grid.rows) {
            for (const GridCell &cell : row)
                printed << cell.text;
        }
    }
    QStringList expected;
    if (place < 0)
        expected << "unknown";
    for (const Sheet &sheet : report.sheets) {
        expected << sheet.form->kind;
        if (sheet.form->kind == behind)
            expected << "unknown";
    }
    QCOMPARE(order, expected);
    QCOMPARE(printed,
        (QStringList{title, "项目", "上年决算数", "本年决算数", "办公费", "1.00", "2.00", "合计",
            "　3.00", ""}));
}

void TestRecognizedReports::aContinuedTableIsOneTable_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("heading");
    for (const char *kind : {"T02", "T03", "T05"}) {
        QTest::addRow("%s, same title", kind) << kind << "%1" << true;
        QTest::addRow("%s, (continued)", kind) << kind << "%1（续）" << true;
        QTest::addRow("%s, continued", kind) << kind << "%1续表" << true;
        QTest::addRow("%s, headings only", kind) << kind << "" << true;
        QTest::addRow("%s, nothing between", kind) << kind << "" << false;
    }
}

void TestRecognizedReports::aContinuedTableIsOneTable()
{
    QFETCH(QString, kind);
    QFETCH(QString, title);
    QFETCH(bool, heading);
    const Report report = sample(10);
    const Sheet &sheet = *report.sheet(kind);
    for (const bool text : {false, true}) {
        Manuscript manuscript = compose(report);
        const auto [titleAt, gridAt] = blocksOf(manuscript, sheet);
        TextGrid first = manuscript.blocks[gridAt].grid();
        constexpr qsizetype headingRows = 3;  // with the column numbers
        const qsizetype cut = headingRows + 4;
        QVERIFY(qsizetype(first.rows.size()) > cut + 2);
        TextGrid second;
        if (heading)
            second.rows.assign(first.rows.begin(), first.rows.begin() + headingRows);
        second.rows.insert(second.rows.end(), first.rows.begin() + cut, first.rows.end());
        first.rows.resize(size_t(cut));
        std::vector<ManuscriptBlock> blocks{{first, {}, {}}};
        if (!title.isEmpty())
            blocks.push_back({title.arg(sheet.title), {}, {}});
        blocks.push_back({second, {}, {}});
        auto &all = manuscript.blocks;
        all.erase(all.begin() + qsizetype(gridAt));
        all.insert(all.begin() + qsizetype(gridAt), blocks.begin(), blocks.end());
        const Result<Report> read = recognizedAs(text, manuscript);
        MZ_VERIFY_READ(read);
        QCOMPARE(read->sheets.size(), 9U);
        MZ_VERIFY_NONE(tableDifference(report, *read));
        QCOMPARE(notesOf(*read), QString());
    }
}

void TestRecognizedReports::ofTwoTablesOfOneKindTheFittingOneIsTaken_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("ownTitle");
    QTest::addColumn<QString>("otherTitle");
    QTest::addColumn<bool>("before");
    for (const bool before : {false, true}) {
        const char *place = before ? "before" : "behind";
        QTest::addRow("by unit, %s", place) << "T02"
                                            << "收入决算表（按功能分类列示）"
                                            << "收入决算表（按单位列示）" << before;
        QTest::addRow("income too, %s", place) << "T05"
                                               << ""
                                               << "一般公共预算财政拨款收入支出决算表" << before;
    }
}

/// Tianjin prints its income by account and by unit, Beijing the income and
/// expenditure of the general budget as well as its expenditure.
void TestRecognizedReports::ofTwoTablesOfOneKindTheFittingOneIsTaken()
{
    QFETCH(QString, kind);
    QFETCH(QString, ownTitle);
    QFETCH(QString, otherTitle);
    QFETCH(bool, before);
    Report report = sample(14);
    Sheet &sheet = report.sheets[size_t(report.sheetOf(kind))];
    if (!ownTitle.isEmpty())
        sheet.title = ownTitle;
    Manuscript manuscript = compose(report);
    const auto [titleAt, gridAt] = blocksOf(manuscript, sheet);
    PlacedGrid other(manuscript.blocks[gridAt].grid());
    other.insertColumn(2, "年初结转和结余", 2, "0.00");
    const std::vector<ManuscriptBlock> blocks{{otherTitle, {}, {}}, {other.grid(), {}, {}}};
    const auto place = manuscript.blocks.begin()
        + qsizetype(before ? titleAt : gridAt + 1 + size_t(sheet.notes.size()));
    manuscript.blocks.insert(place, blocks.begin(), blocks.end());
    const Result<Report> read = recognized(manuscript);
    MZ_VERIFY_READ(read);
    QCOMPARE(read->sheets.size(), 9U);
    MZ_VERIFY_NONE(tableDifference(report, *read));
    QCOMPARE(read->notes.size(), 1U);
    QVERIFY2(read->notes.front().text.contains(otherTitle), qPrintable(read->notes.front().text));
}

/// 年初结转和结余 and 本年收入 have columns of the same titles as 本年支出.
void TestRecognizedReports::aColumnUnderAnotherGroupIsNotTheForms()
{
    TextGrid grid;
    grid.rows = {{{"科目编码", 2}, {"科目名称", 2}, {"年初结转和结余", 1, 3}, {"本年收入", 1, 3},
                     {"本年支出", 1, 3}},
        {{"合计"}, {"基本支出"}, {"项目支出"}, {"合计"}, {"基本支出"}, {"项目支出"}, {"合计"},
            {"基本支出"}, {"项目支出"}},
        {{"合计", 1, 2}, {"0.50"}, {"0.50"}, {"0.00"}, {"9.00"}, {"6.00"}, {"3.00"}, {"8.00"},
            {"6.00"}, {"2.00"}},
        {{"204"}, {"公共安全支出"}, {"0.50"}, {"0.50"}, {"0.00"}, {"9.00"}, {"6.00"}, {"3.00"},
            {"8.00"}, {"6.00"}, {"2.00"}}};
    Manuscript manuscript;
    for (const char *title :
        {"一般公共预算财政拨款支出决算表", "一般公共预算财政拨款收入支出决算表"}) {
        manuscript.blocks = {{QString(title), {}, {}}, {grid, {}, {}}};
        for (const char *family : {"F1", "F2a"}) {
            RecognitionChoices choices;
            choices.family = QString(family);
            const auto read
                = recognizeWith(manuscript, context().handbook, context().words, choices);
            QVERIFY2(read, family);
            const Sheet &sheet = *read->report.sheet(u"T05");
            const int row = sheet.rowOf(u"204");
            QVERIFY2(row >= 0, family);
            QStringList printed;
            for (const char *column : {"total", "basic", "project"})
                printed << sheet.printed(row, sheet.form->columnIndex(QString(column)));
            QCOMPARE(printed.join(' '), QString("8.00 6.00 2.00"));
        }
    }
}

void TestRecognizedReports::codeAndNameMayStandInOneCell_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char *pattern : {"%1 %2", "%1%2", "[%1]%2", "%1-%2", "（%1）%2"})
        QTest::newRow(pattern) << QString(pattern);
}

void TestRecognizedReports::codeAndNameMayStandInOneCell()
{
    QFETCH(QString, pattern);
    TextGrid grid;
    grid.rows = {{{"科目"}, {"本年支出合计"}, {"基本支出"}, {"项目支出"}},
        {{"合计"}, {"8.00"}, {"6.00"}, {"2.00"}},
        {{pattern.arg("204", "公共安全支出")}, {"8.00"}, {"6.00"}, {"2.00"}},
        {{pattern.arg("20402", "公安")}, {"8.00"}, {"6.00"}, {"2.00"}},
        {{pattern.arg("2040201", "行政运行")}, {"8.00"}, {"6.00"}, {"2.00"}}};
    Manuscript manuscript;
    manuscript.blocks = {{QString("支出决算表"), {}, {}}, {grid, {}, {}}};
    const Result<Report> read = recognized(manuscript);
    MZ_VERIFY_READ(read);
    const Sheet &sheet = *read->sheet(u"T03");
    QStringList rows;
    for (const SheetRow &row : sheet.rows)
        rows << row.key + ' ' + row.label;
    QCOMPARE(rows.join('|'), QString("total 合计|204 公共安全支出|20402 公安|2040201 行政运行"));
    QCOMPARE(
        sheet.printed(sheet.rowOf(u"20402"), sheet.form->columnIndex(u"project")), QString("2.00"));
}

/// Then a 类 is the sum of its 项.
void TestRecognizedReports::aFormMayLeaveOutClassesAndGroups()
{
    Report report = sample(16);
    for (Sheet &sheet : report.sheets) {
        for (int row = sheet.rowCount() - 1; row >= 0 && sheet.form->hasTree(); --row) {
            const AccountCode code = sheet.rows[size_t(row)].code;
            if (sheet.form->accounts == TableForm::Accounts::Functional && !code.isEmpty()
                && code.level() != AccountCode::Level::Item)
                sheet.removeRow(row);
        }
    }
    const Result<Report> read = recognized(textOf(report));
    MZ_VERIFY_READ(read);
    const CellResolver resolver(*read);
    const int sheet = read->sheetOf(u"T03");
    const AccountCode item = read->sheets[size_t(sheet)].rows.back().code.isEmpty()
        ? read->sheets[size_t(sheet)].rows[1].code
        : read->sheets[size_t(sheet)].rows.back().code;
    const QString top = item.parent().parent().toString();
    qint64 sum = 0;
    for (int row = 0; row < read->sheets[size_t(sheet)].rowCount(); ++row) {
        if (read->sheets[size_t(sheet)].rows[size_t(row)].code.toString().startsWith(top))
            sum += read->sheets[size_t(sheet)].cell(row, 0).amount.money().fen();
    }
    std::vector<CellResolver::Term> terms;
    QVERIFY(resolver.resolve(*Expression::parse(u"T03[%1].total"_qs.arg(top)), {0, 0, 0}, terms));
    qint64 resolved = 0;
    for (const CellResolver::Term &term : terms)
        resolved += read->cell(term.cell).amount.money().fen();
    QVERIFY(sum != 0);
    QCOMPARE(resolved, sum);
}

void TestRecognizedReports::linesThatAreLeftOutAreNotMissed()
{
    // 一 to 九, then 二十三: as departments abbreviate the list.
    Report report = sample(11);
    for (const char *kind : {"T01", "T04"}) {
        Sheet &sheet = report.sheets[size_t(report.sheetOf(QString(kind)))];
        for (int row = sheet.rowCount() - 1; row >= 0; --row) {
            const int code = sheet.rows[size_t(row)].code.toString().toInt();
            if (code > 210 && code != 229)
                sheet.removeRow(row);
        }
    }
    const Result<Report> read = recognized(textOf(report));
    MZ_VERIFY_READ(read);
    MZ_VERIFY_NONE(tableDifference(report, *read));
    QCOMPARE(notesOf(*read), QString());
    QVERIFY(read->sheet(u"T01")->rowOf(u"229") >= 0);
    QCOMPARE(read->sheet(u"T01")->rowOf(u"211"), -1);
}

void TestRecognizedReports::aLineIsKnownByItsNameNotItsNumber()
{
    Report report = sample(12);
    Sheet &sheet = report.sheets[size_t(report.sheetOf(u"T01"))];
    sheet.rows[size_t(sheet.rowOf(u"210"))].label = "十一、卫生健康支出";
    sheet.rows[size_t(sheet.rowOf(u"211"))].label = "9.节能环保支出";
    sheet.rows[size_t(sheet.rowOf(u"212"))].label = "城乡社区支出";
    sheet.rows[size_t(sheet.rowOf(u"207"))].label = "七、文化体育与传媒支出";  // until 2018
    const Result<Report> read = recognized(textOf(report));
    MZ_VERIFY_READ(read);
    MZ_VERIFY_NONE(tableDifference(report, *read));
    QCOMPARE(notesOf(*read), QString());
}

void TestRecognizedReports::aCodeThatStandsTwiceIsKeptTwice()
{
    Report report = sample(13);
    Sheet &sheet = report.sheets[size_t(report.sheetOf(u"T03"))];
    const int last = sheet.rowCount() - 1;
    SheetRow again = sheet.rows[size_t(last)];
    again.key += "#2";
    sheet.insertRow(last + 1, again);
    for (int column = 0; column < sheet.columnCount(); ++column)
        sheet.setPrinted(last + 1, column, Amount::number(Money::fromFen(1'000'000), 2));
    const Result<Report> read = recognized(textOf(report));
    MZ_VERIFY_READ(read);
    MZ_VERIFY_NONE(tableDifference(report, *read));
    QCOMPARE(read->notes.size(), 1U);
    QVERIFY(read->notes.front().text.contains(again.code.toString()));
}

void TestRecognizedReports::aCodeThatIsNoneIsKeptAsItIs()
{
    const Report report = sample(14);
    const Sheet &sheet = *report.sheet(u"T03");
    const int row = sheet.rowCount() - 1;
    const QString code = sheet.rows[size_t(row)].key;
    for (const QString &wrong : {QString("20A9999"), QString("2010"), QString("201030199")}) {
        QString text = textOf(report);
        const qsizetype begin = text.indexOf("\n支出决算表\n");
        const qsizetype at = text.indexOf("\n\t" + code + "\n", begin);
        QVERIFY(at > 0);
        text.replace(at + 2, code.size(), wrong);
        const Result<Report> read = recognized(text);
        MZ_VERIFY_READ(read);
        MZ_VERIFY_NONE(tableDifference(report, *read, "T03"));
        const Sheet &other = *read->sheet(u"T03");
        QCOMPARE(other.rowCount(), sheet.rowCount());
        QCOMPARE(other.rows[size_t(row)].key, QString("extra1"));
        QVERIFY(other.rows[size_t(row)].label.startsWith(wrong));
        for (int column = 0; column < sheet.columnCount(); ++column)
            QCOMPARE(other.printed(row, column), sheet.printed(row, column));
        QCOMPARE(read->notes.size(), 1U);
        QVERIFY(read->notes.front().text.contains(wrong));
    }
}

void TestRecognizedReports::theUnitIsRead()
{
    const Report report = sample(15);
    QString text = textOf(report);
    text.replace("单位：万元", "单位：元");
    const Result<Report> read = recognized(text);
    MZ_VERIFY_READ(read);
    for (const Sheet &sheet : report.sheets) {
        const Sheet &other = *read->sheet(sheet.form->kind);
        QCOMPARE(other.unit, Money::Unit::Yuan);
        for (int row = 0; row < sheet.rowCount(); ++row) {
            for (int column = 0; column < sheet.columnCount(); ++column) {
                QCOMPARE(other.printed(row, column), sheet.printed(row, column));
                QCOMPARE(other.cell(row, column).amount.money().fen() * 10'000,
                    sheet.cell(row, column).amount.money().fen());
            }
        }
    }
    // It is printed as it was.
    QCOMPARE(textOf(*read), text);
}

void TestRecognizedReports::theScopeIsRead()
{
    QString text = textOf(sample(16));
    QVERIFY(recognized(text)->identity.scope == Identity::Scope::Department);
    text.replace("部门决算", "单位决算");
    const Result<Report> read = recognized(text);
    MZ_VERIFY_READ(read);
    QCOMPARE(read->identity.scope, Identity::Scope::Unit);
    QCOMPARE(read->sheets.size(), 9U);
    text.replace("单位决算", "决算");
    QCOMPARE(recognized(text)->identity.scope, Identity::Scope::Unknown);
}

void TestRecognizedReports::aTableNeedsNoNumberLine()
{
    const Report report = sample(17);
    QString text = textOf(report);
    text.remove(QRegularExpression("\\n部门：[^\\n]*公开0\\d表[^\\n]*\\n"));
    QVERIFY(!text.contains("公开02表"));
    const Result<Report> read = recognized(text);
    MZ_VERIFY_READ(read);
    QCOMPARE(read->sheets.size(), 9U);
    for (const Sheet &sheet : report.sheets) {
        Sheet numbered = *read->sheet(sheet.form->kind);
        QCOMPARE(numbered.number, QString());
        numbered.number = sheet.number;
        MZ_VERIFY_NONE(difference(sheet, numbered));
    }
    QCOMPARE(notesOf(*read), QString());
}

void TestRecognizedReports::everyEncodingGivesTheSameReport_data()
{
    using Encoding = QStringConverter::Encoding;
    const auto mark = QStringConverter::Flag::WriteBom;
    const auto bytes = [](const QString &text, QStringEncoder encoder) {
        return QByteArray(encoder.encode(text));
    };
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("plain");
    QStringList texts{textOf(sample(18))};
    if (QFile::exists(hunanPath()))
        texts << hunanText();
    for (const QString &text : texts) {
        const QByteArray name = texts.indexOf(text) == 0 ? "sample" : "Hunan";
        const QByteArray plain = text.toUtf8();
        const auto add = [&](const char *encoding, const QByteArray &encoded) {
            QTest::newRow(name + ", " + encoding) << encoded << plain;
        };
        add("UTF-8 with a mark", "\xEF\xBB\xBF" + plain);
        add("UTF-16LE", bytes(text, QStringEncoder(Encoding::Utf16LE, mark)));
        add("UTF-16BE", bytes(text, QStringEncoder(Encoding::Utf16BE, mark)));
        add("GB18030", bytes(text, QStringEncoder("GB18030")));
        add("line ends of Windows", QByteArray(plain).replace("\n", "\r\n"));
    }
}

void TestRecognizedReports::everyEncodingGivesTheSameReport()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, plain);
    QTemporaryDir folder;
    const auto opened = [&folder](const QByteArray &content) {
        QFile file(folder.filePath("report.txt"));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        file.close();
        return openReport(file.fileName(), context());
    };
    const Result<OpenedReport> expected = opened(plain);
    const Result<OpenedReport> actual = opened(bytes);
    MZ_VERIFY_READ(expected);
    MZ_VERIFY_READ(actual);
    QVERIFY(actual->report == expected->report);
}

void TestRecognizedReports::fullWidthDigitsAreAmounts()
{
    Report report = sample(19, {2, 2, 0, true, true});
    Report wide = report;
    for (Sheet &sheet : wide.sheets) {
        for (int row = 0; row < sheet.rowCount(); ++row) {
            for (int column = 0; column < sheet.columnCount(); ++column) {
                QString text = sheet.printed(row, column);
                for (QChar &c : text) {
                    if (c.isDigit() || c == u',' || c == u'.')
                        c = QChar(c.unicode() + 0xFEE0);
                }
                sheet.setPrinted(row, column, sheet.cell(row, column).amount, text);
            }
        }
    }
    const Result<Report> read = recognized(textOf(wide));
    MZ_VERIFY_READ(read);
    MZ_VERIFY_NONE(tableDifference(wide, *read));
    QCOMPARE(notesOf(*read), QString());
}

void TestRecognizedReports::theWordsOfATotalRowAreNoAmounts()
{
    // The Shanghai forms print 合计, 基本支出, 项目支出 on the total row of T07.
    const Report report = sample(20);
    Manuscript manuscript = compose(report);
    TextGrid &grid = gridOf(manuscript, *report.sheet(u"T08"));
    std::vector<GridCell> &total = grid.rows[3];
    QCOMPARE(total.size(), 4U);
    total[1].text = "合计";
    total[2].text = "基本支出";
    total[3].text = "项目支出";
    for (const bool text : {false, true}) {
        const Result<Report> read = recognizedAs(text, manuscript);
        MZ_VERIFY_READ(read);
        const Sheet &sheet = *read->sheet(u"T08");
        QCOMPARE(sheet.rows.front().key, QString("total"));
        for (int column = 0; column < 3; ++column) {
            QCOMPARE(sheet.cell(0, column).amount.state(), Amount::State::NotPrinted);
            QCOMPARE(sheet.printed(0, column), total[size_t(column) + 1].text);
        }
        QCOMPARE(notesOf(*read), QString());
    }
}

void TestRecognizedReports::aTextThatIsNoAmountIsKeptAndNoted()
{
    const Report report = sample(21);
    for (const QString &wrong : {QString("见附件"), QString("1,23.00"), QString("12.3.4"),
             QString("99999999999999999999.00"), QString("1.2345678"), QString("#REF!")}) {
        Manuscript manuscript = compose(report);
        gridOf(manuscript, *report.sheet(u"T03")).rows.back().back().text = wrong;
        const Result<Report> read = recognized(writeText(manuscript));
        MZ_VERIFY_READ(read);
        const Sheet &sheet = *read->sheet(u"T03");
        const int row = sheet.rowCount() - 1;
        const int column = sheet.columnCount() - 1;
        QCOMPARE(sheet.cell(row, column).amount.state(), Amount::State::Unreadable);
        QCOMPARE(sheet.printed(row, column), wrong);
        QCOMPARE(read->notes.size(), 1U);
        QVERIFY(read->notes.front().place.startsWith("T03"));
        MZ_VERIFY_NONE(tableDifference(report, *read, "T03"));
    }
}

QTEST_GUILESS_MAIN(TestRecognizedReports)

#include "tst_recognized_reports.moc"
