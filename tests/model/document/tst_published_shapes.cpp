#include "model/manuscript/readers/formats.h"
#include "model/recognize/recognizer.h"
#include "tests/model/document/report_cells.h"
#include "tests/model/manuscript/xls_maker.h"
#include "tests/support/hunan.h"
#include "tests/support/written_pdf.h"

using namespace mz;
using namespace Qt::StringLiterals;

namespace {

/// One table as it is published: three decimals where the department has them, 0.00,
/// a dash and a blank.
const std::vector<QStringList> printedRows{
    {u"合计"_s, u"合计"_s, u"922.207"_s, u"800.50"_s, u"121.707"_s, u"0.00"_s, u"-"_s, {}},
    {u"201"_s, u"一般公共服务支出"_s, u"922.207"_s, u"800.50"_s, u"121.707"_s, {}, {}, {}},
    {u"20103"_s, u"政府办公厅（室）及相关机构事务"_s, u"922.207"_s, u"800.50"_s, u"121.707"_s, {},
        {}, {}},
    {u"2010301"_s, u"行政运行"_s, u"800.50"_s, u"800.50"_s, {}, {}, {}, {}},
    {u"2010302"_s, u"一般行政管理事务"_s, u"121.707"_s, {}, u"121.707"_s, {}, {}, {}}};
const QStringList headings{u"科目编码"_s, u"科目名称"_s, u"本年支出合计"_s, u"基本支出"_s,
    u"项目支出"_s, u"上缴上级支出"_s, u"经营支出"_s, u"对附属单位补助支出"_s};
std::vector<QStringList> printedTable()
{
    std::vector<QStringList> rows{headings};
    rows.insert(rows.end(), printedRows.begin(), printedRows.end());
    return rows;
}
const QStringList titles{u"某省某厅2023年度部门决算"_s, u"支出决算表"_s, u"公开03表"_s,
    u"部门：某省某厅　　单位：万元"_s};

const QString asPrinted = u"total 922.207|800.50|121.707|0.00|-|\n"
                          "201 922.207|800.50|121.707|||\n"
                          "20103 922.207|800.50|121.707|||\n"
                          "2010301 800.50|800.50||||\n"
                          "2010302 121.707||121.707|||\n"_s;

/// The tables of a file, a line a row, and what was not understood of them.
QString readBack(const QByteArray &bytes, const QString &name)
{
    const auto manuscript = readManuscript(bytes, name);
    if (!manuscript)
        return manuscript.error().text();
    const auto report = recognize(*manuscript, test::context().handbook, test::context().words);
    if (!report)
        return report.error().text();
    QString all;
    for (const Sheet &sheet : report->sheets) {
        for (int row = 0; row < sheet.rowCount(); ++row) {
            QStringList printed;
            for (int column = 0; column < sheet.columnCount(); ++column)
                printed << sheet.printed(row, column);
            all += sheet.rows[size_t(row)].key + u' ' + printed.join(u'|') + u'\n';
        }
    }
    for (const Note &note : report->notes) {
        if (!note.text.endsWith(u"was not found."))
            all += note.text + u'\n';
    }
    return all;
}

QString labelsOf(const QByteArray &bytes, const QString &name)
{
    const auto manuscript = readManuscript(bytes, name);
    if (!manuscript)
        return manuscript.error().text();
    const auto report = recognize(*manuscript, test::context().handbook, test::context().words);
    if (!report || report->sheets.empty())
        return u"(no table)"_s;
    QStringList labels;
    for (const SheetRow &row : report->sheets[0].rows)
        labels << row.label;
    return labels.join(u'|');
}

Manuscript plain()
{
    Manuscript manuscript;
    for (const QString &title : titles)
        manuscript.blocks.push_back({title, {}, {}});
    TextGrid grid;
    for (const QStringList &texts : printedTable()) {
        std::vector<GridCell> row;
        row.reserve(size_t(texts.size()));
        for (const QString &text : texts)
            row.push_back({text});
        grid.rows.push_back(std::move(row));
    }
    // The word of the total stands over code and name.
    grid.rows[1][0].columnSpan = 2;
    grid.rows[1].erase(grid.rows[1].begin() + 1);
    manuscript.blocks.push_back({std::move(grid), {}, {}});
    return manuscript;
}

/// Replaced in the document's part, which must hold it.
QByteArray docxWith(const QList<std::pair<QString, QString>> &changes)
{
    QByteArray body;
    for (const QString &title : titles)
        body += test::wordParagraph(title).toUtf8();
    body += "<w:tbl><w:tblPr/>";
    for (const QStringList &texts : printedTable()) {
        body += "<w:tr>";
        for (const QString &text : texts)
            body += "<w:tc>" + test::wordParagraph(text).toUtf8() + "</w:tc>";
        body += "</w:tr>";
    }
    body += "</w:tbl>";
    for (const auto &[from, to] : changes) {
        if (!body.contains(from.toUtf8()))
            qFatal("the document has no %s", qPrintable(from));
        body.replace(from.toUtf8(), to.toUtf8());
    }
    ZipMaker maker;
    maker.add("_rels/.rels",
        XlsxMaker::relations(XlsxMaker::relation("rId1", "officeDocument", "word/document.xml")));
    maker.add("word/document.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document "
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
            + body + "</w:body></w:document>");
    return maker.bytes();
}

QString run(const QString &text)
{
    return u"<w:r><w:t xml:space=\"preserve\">"_s + text + u"</w:t></w:r>"_s;
}

QString htmlTable(const QString &totalLabel = u"合计"_s)
{
    QString table = u"<table><tr><td rowspan=1 colspan=2>项目</td>"_s;
    for (qsizetype i = 2; i < headings.size(); ++i)
        table += u"<td rowspan=2>"_s + headings[i] + u"</td>"_s;
    table += u"</tr><tr><td>科目编码</td><td>科目名称</td></tr>"_s;
    for (const QStringList &texts : printedRows) {
        const bool total = &texts == &printedRows.front();
        table += total ? u"<tr><td colspan=2>"_s + totalLabel + u"</td>"_s : u"<tr>"_s;
        for (qsizetype i = total ? 2 : 0; i < texts.size(); ++i)
            table += u"<td>"_s + texts[i] + u"</td>"_s;
        table += u"</tr>"_s;
    }
    return table + u"</table>"_s;
}

QByteArray htmlPage(const QString &table)
{
    QString page = u"<html><head><meta charset=utf-8></head><body>"_s;
    for (const QString &title : titles)
        page += u"<p>"_s + title + u"</p>"_s;
    return (page + table).toUtf8();
}

/// A sheet of a workbook: what an amount shows comes from its number and its format.
class SheetCells
{
public:
    /// What stands in `hiddenRow` and `hiddenColumn` (from 1) is hidden.
    int hiddenRow = 0, hiddenColumn = 0;

    QByteArray xlsx() const
    {
        QByteArray rows;
        for (const auto &[row, cells] : m_rows) {
            rows += "<row r=\"" + QByteArray::number(row)
                + (row == hiddenRow ? "\" hidden=\"1\">" : "\">");
            for (const auto &[column, cell] : cells) {
                const QByteArray at
                    = test::columnName(size_t(column - 1)) + QByteArray::number(row);
                if (cell.format < 0)
                    rows += "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + cell.text.toUtf8()
                        + "</t></is></c>";
                else
                    rows += "<c r=\"" + at + "\" s=\"" + QByteArray::number(cell.format + 1) + "\">"
                        + (cell.formula ? "<f>VLOOKUP(A1,$Z:$Z,1)</f>" : "") + "<v>"
                        + QByteArray::number(cell.value, 'g', 17) + "</v></c>";
            }
            rows += "</row>";
        }
        const QByteArray column = QByteArray::number(hiddenColumn);
        return XlsxMaker()
            .styles(formats())
            .sheet("S",
                (hiddenColumn > 0 ? "<cols><col min=\"" + column + "\" max=\"" + column
                            + "\" hidden=\"1\"/></cols>"
                                  : QByteArray())
                    + "<sheetData>" + rows + "</sheetData>")
            .bytes();
    }

    QByteArray xls() const
    {
        const auto style
            = [](int format) { return record(0xE0, u16(0) + u16(format) + QByteArray(16, '\0')); };
        QByteArray globals = style(0);
        int number = 164;
        for (const QByteArray &format : formats())
            globals.prepend(record(0x41E, u16(number++) + wideText(QString::fromUtf8(format))));
        for (int format = 164; format < number; ++format)
            globals += style(format);
        QByteArray records;
        for (const auto &[row, cells] : m_rows) {
            if (row == hiddenRow)
                records += record(
                    0x208, u16(row - 1) + u16(0) + u16(20) + u16(255) + u32(0) + u32(0x20));
            for (const auto &[column, cell] : cells) {
                const QByteArray at
                    = u16(row - 1) + u16(column - 1) + u16(cell.format < 0 ? 0 : cell.format + 1);
                if (cell.format < 0)
                    records += record(0x204, at + wideText(cell.text));
                else if (cell.formula)
                    records += record(0x06, at + f64(cell.value) + u16(0) + u32(0) + u16(0));
                else
                    records += record(0x203, at + f64(cell.value));
            }
        }
        if (hiddenColumn > 0)
            records += record(0x7D,
                u16(hiddenColumn - 1) + u16(hiddenColumn - 1) + u16(2000) + u16(0) + u16(1)
                    + u16(0));
        const QByteArray stream = workbookStream(globals, {{u"S"_s, records}});
        return oleFile({{u"Workbook"_s, stream}});
    }

    void text(int row, int column, const QString &text) { m_rows[row][column] = {text}; }
    void number(int row, int column, double value, int format, bool formula = false)
    {
        m_rows[row][column] = {{}, value, format, formula};
    }

private:
    struct Cell
    {
        QString text;
        double value = 0;
        int format = -1;  ///< Of the list below; -1: a text.
        bool formula = false;
    };

    static QByteArrayList formats()
    {
        return {"0.000", "0.00", "0.00;-0.00;\"-\"", "0.00;-0.00;;@"};
    }

    std::map<int, std::map<int, Cell>> m_rows;
};

/// The table with a row or a column more, from which nothing may come.
SheetCells sheetOf(int extraRow = 0, int extraColumn = 0)
{
    enum Format { Three, Two, Dash, Nothing };
    SheetCells sheet;
    sheet.hiddenRow = extraRow;
    sheet.hiddenColumn = extraColumn;
    int row = 0;
    const auto nextRow = [&] { row += row + 1 == extraRow ? 2 : 1; };
    const auto columnAt = [extraColumn](qsizetype i) {
        return int(i) + (extraColumn > 0 && i + 1 >= extraColumn ? 2 : 1);
    };
    for (const QString &title : titles) {
        nextRow();
        sheet.text(row, 1, title);
    }
    nextRow();
    for (qsizetype i = 0; i < headings.size(); ++i)
        sheet.text(row, columnAt(i), headings[i]);
    for (const QStringList &texts : printedRows) {
        nextRow();
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const QString &text = texts[i];
            const int column = columnAt(i);
            const bool total = &texts == &printedRows.front();
            if (i < 2 && !(total && i == 1))
                sheet.text(row, column, text);
            else if (i >= 2 && text == u"-")
                sheet.number(row, column, 0, Dash);
            else if (i >= 2 && text.isEmpty())
                sheet.number(row, column, 0, Nothing);
            else if (i >= 2)
                // Sums leave the last bits of binary numbers behind.
                sheet.number(row, column, text.toDouble() * (1 + 2e-16),
                    text.endsWith(u"7") ? Three : Two, total);
        }
    }
    if (extraRow > 0) {
        sheet.text(extraRow, 1, u"2010350"_s);
        sheet.number(extraRow, 3, 77.77, Two);
    }
    if (extraColumn > 0) {
        for (int i = 5; i < row; ++i)
            sheet.number(i, extraColumn, 88.88, Two);
    }
    return sheet;
}

const QString hiddenIsTold
    = u"Hidden rows (1) and columns (1) of this sheet hold text; they are left out.\n"_s;

}  // namespace

/// The shapes in which tables are published, through reader and recognizer.
class TestPublishedShapes : public QObject
{
    Q_OBJECT

private slots:
    void aWorkbookShowsStoredResultsInTheirFormats()
    {
        QCOMPARE(readBack(sheetOf().xlsx(), u"a.xlsx"_s), asPrinted);
        QCOMPARE(readBack(sheetOf().xls(), u"a.xls"_s), asPrinted);
    }

    /// Whoever opens the file does not see it: it was not published. That it is there
    /// is said.
    void whatIsHiddenWasNotPublished()
    {
        const SheetCells sheet = sheetOf(8, 5);
        QCOMPARE(readBack(sheet.xlsx(), u"a.xlsx"_s), asPrinted + hiddenIsTold);
        QCOMPARE(readBack(sheet.xls(), u"a.xls"_s), asPrinted + hiddenIsTold);
    }

    void tablesMayStandBesideEachOther()
    {
        SheetCells sheet;
        const auto put = [&sheet](int column, const QString &title, const QString &number) {
            sheet.text(1, column, title);
            int row = 2;
            for (const QStringList &texts :
                {QStringList{u"科目编码"_s, u"科目名称"_s, u"合计"_s, u"基本支出"_s, u"项目支出"_s},
                    QStringList{u"合计"_s, {}, number, number, {}},
                    QStringList{u"201"_s, u"一般公共服务支出"_s, number, number, {}}}) {
                for (qsizetype i = 0; i < texts.size(); ++i) {
                    if (!texts[i].isEmpty())
                        sheet.text(row, column + int(i), texts[i]);
                }
                ++row;
            }
        };
        put(1, u"支出决算表"_s, u"7.00"_s);
        put(8, u"一般公共预算财政拨款支出决算表"_s, u"5.00"_s);
        for (const auto &[bytes, name] :
            {std::pair(sheet.xlsx(), u"a.xlsx"_s), std::pair(sheet.xls(), u"a.xls"_s)}) {
            const QString read = readBack(bytes, name);
            QVERIFY2(read.contains(u"total 7.00|7.00|"_s) && read.contains(u"total 5.00|5.00|"_s),
                qPrintable(read));
        }
    }

    /// Between the halves of one table a column may be blank as well.
    void aBlankColumnPartsNoTable()
    {
        SheetCells sheet;
        sheet.text(1, 1, u"收入支出决算总表"_s);
        int row = 2;
        for (const QStringList &texts :
            {QStringList{u"项目"_s, u"决算数"_s, {}, u"项目"_s, u"决算数"_s},
                QStringList{u"一、一般公共预算财政拨款收入"_s, u"9.00"_s, {},
                    u"一、一般公共服务支出"_s, u"8.00"_s},
                QStringList{u"本年收入合计"_s, u"9.00"_s, {}, u"本年支出合计"_s, u"8.00"_s}}) {
            for (qsizetype i = 0; i < texts.size(); ++i) {
                if (!texts[i].isEmpty())
                    sheet.text(row, int(i) + 1, texts[i]);
            }
            ++row;
        }
        const QString read = readBack(sheet.xlsx(), u"a.xlsx"_s);
        QVERIFY2(
            read.contains(u"general 9.00"_s) && read.contains(u"201 8.00"_s), qPrintable(read));
    }

    void aSheetMayHaveItsTitleAsItsName()
    {
        QByteArray rows;
        int row = 1;
        for (const QStringList &texts : printedTable()) {
            rows += "<row r=\"" + QByteArray::number(row) + "\">";
            for (qsizetype i = 0; i < texts.size(); ++i) {
                const bool covered = row == 2 && i == 1;
                if (!texts[i].isEmpty() && !covered)
                    rows += "<c r=\"" + test::columnName(size_t(i)) + QByteArray::number(row)
                        + "\" t=\"inlineStr\"><is><t>" + texts[i].toUtf8() + "</t></is></c>";
            }
            rows += "</row>";
            ++row;
        }
        const QByteArray bytes
            = XlsxMaker().sheet("3.支出决算表", "<sheetData>" + rows + "</sheetData>").bytes();
        QCOMPARE(readBack(bytes, u"a.xlsx"_s), asPrinted);
    }

    /// Soft hyphens, zero-width spaces. Radicals in place of ideographs are seen, and
    /// stay, but do not hide what is meant.
    void whatTakesNoPlaceIsNotRead()
    {
        QString page = QString::fromUtf8(htmlPage(htmlTable()));
        page.replace(u"行政运行"_s, u"⾏政\u00ad运行"_s);
        page.replace(u"922.207"_s, u"922\u200b.207\ufeff"_s);
        page.replace(u">201<"_s, u">２０１<"_s);
        page.replace(u"支出决算表"_s, u"⽀出\u200b决算表"_s);
        QCOMPARE(readBack(page.toUtf8(), u"a.html"_s), asPrinted);
        QVERIFY(labelsOf(page.toUtf8(), u"a.html"_s).contains(u"|⾏政运行|"_s));
    }

    void aNameMayBreakWithinItsOrdinal()
    {
        const QString page = u"<p>收入支出决算总表</p><table><tr><td>项目</td><td>决算数</td>"
                             "<td>项目</td><td>决算数</td></tr><tr><td>一、一般公共预算财政拨款收入"
                             "</td><td>9.00</td><td>二\u2F17<br>三、其他支出</td><td>9.00</td></tr>"
                             "</table>"_s;
        const QString read = readBack(page.toUtf8(), u"a.html"_s);
        QVERIFY2(read.contains(u"229 9.00"_s), qPrintable(read));
    }

    void trackedChangesGiveTheFinalText()
    {
        const QString deleted = u"<w:del w:id=\"1\"><w:r><w:delText>9</w:delText></w:r></w:del>"_s;
        const QString inserted = u"<w:ins w:id=\"2\">"_s + run(u"922.2"_s) + u"</w:ins>"_s;
        const QString oldRow = u"<w:tr><w:trPr><w:del w:id=\"3\"/></w:trPr><w:tc>"_s
            + test::wordParagraph(u"2010399"_s) + u"</w:tc><w:tc>"_s
            + test::wordParagraph(u"其他"_s) + u"</w:tc><w:tc>"_s + test::wordParagraph(u"5.00"_s)
            + u"</w:tc></w:tr></w:tbl>"_s;
        QCOMPARE(readBack(docxWith({{run(u"922.207"_s), deleted + inserted + run(u"07"_s)},
                              {u"</w:tbl>"_s, oldRow}}),
                     u"a.docx"_s),
            asPrinted);
    }

    void aFieldShowsItsResultAndNotItsCode()
    {
        const auto mark = [](const QString &type) {
            return u"<w:r><w:fldChar w:fldCharType=\""_s + type + u"\"/></w:r>"_s;
        };
        const QString field = mark(u"begin"_s)
            + u"<w:r><w:instrText>=SUM(ABOVE) 1</w:instrText></w:r>"_s + mark(u"separate"_s)
            + run(u"800.50"_s) + mark(u"end"_s);
        const QString simple
            = u"<w:fldSimple w:instr=\"=C4\">"_s + run(u"121.707"_s) + u"</w:fldSimple>"_s;
        QCOMPARE(readBack(docxWith({{run(u"800.50"_s), field}, {run(u"121.707"_s), simple}}),
                     u"a.docx"_s),
            asPrinted);
    }

    void softHyphensAreNoLetters()
    {
        const QString names = u"合计|一般公共服务支出|政府办公厅（室）及相关机构事务|行政运行|"
                              "一般行政管理事务"_s;
        const QString broken = u"<w:r><w:t>行政</w:t><w:softHyphen/><w:t>运行</w:t></w:r>"_s;
        const QByteArray document
            = docxWith({{run(u"行政运行"_s), broken}, {run(u"合计"_s), run(u"合\u00AD计"_s)}});
        QCOMPARE(readBack(document, u"a.docx"_s), asPrinted);
        QCOMPARE(labelsOf(document, u"a.docx"_s).remove(QChar(0xAD)), names);
        QString page = htmlTable(u"合&shy;计"_s);
        page.replace(u"121.707"_s, u"121.&shy;707"_s);
        QCOMPARE(readBack(htmlPage(page), u"a.html"_s), asPrinted);
    }

    void aTableWithinACellOfAnotherIsRead()
    {
        const QString layout = u"<w:tbl><w:tr><w:tc><w:tbl><w:tblPr/>"_s;
        QCOMPARE(
            readBack(
                docxWith({{u"<w:tbl><w:tblPr/>"_s, layout},
                    {u"</w:tbl>"_s,
                        u"</w:tbl>"_s + test::wordParagraph({}) + u"</w:tc></w:tr></w:tbl>"_s}}),
                u"a.docx"_s),
            asPrinted);
        QCOMPARE(readBack(htmlPage(u"<table><tr><td width=90></td><td>"_s + htmlTable()
                              + u"</td></tr></table>"_s),
                     u"a.html"_s),
            asPrinted);
    }

    void headingsOverSeveralRowsAndColumnsAreUnderstood()
    {
        QCOMPARE(readBack(htmlPage(htmlTable()), u"a.html"_s), asPrinted);
    }

    /// As long as every column holds a figure somewhere.
    void aTableWithoutRulesIsReadByThePlacesOfItsWords()
    {
        Manuscript manuscript = plain();
        TextGrid grid = manuscript.blocks.back().grid();
        QString expected = asPrinted;
        expected.replace(u"0.00|-|\n"_s, u"0.00|-|0.00\n"_s);
        grid.rows[1].back().text = u"0.00"_s;
        manuscript.blocks.back().content = std::move(grid);
        for (const int turn : {0, 90})
            QCOMPARE(readBack(test::writtenPdf(manuscript, {{842, 595, turn}, false}), u"a.pdf"_s),
                expected);
    }
};

QTEST_GUILESS_MAIN(TestPublishedShapes)
#include "tst_published_shapes.moc"
