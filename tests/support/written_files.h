#pragma once

#include "model/manuscript/manuscript.h"
#include "model/manuscript/writers/csv_writer.h"
#include "model/manuscript/writers/text_writer.h"
#include "tests/model/manuscript/xlsx_maker.h"
#include <QRegularExpression>
#include <QStringEncoder>

namespace mz::test {

/// A grid with every place told: what covers it, and whether it begins there.
struct WrittenCell
{
    const GridCell *cell = nullptr;
    bool begins = false;   ///< The cell begins in this row and column.
    bool inFirst = false;  ///< In its first column, in any of its rows.
};

inline std::vector<std::vector<WrittenCell>> placesOf(const TextGrid &grid)
{
    std::vector<std::vector<WrittenCell>> places(grid.rows.size());
    const auto at = [&places](size_t row, size_t column) -> WrittenCell & {
        if (places[row].size() <= column)
            places[row].resize(column + 1);
        return places[row][column];
    };
    for (size_t row = 0; row < grid.rows.size(); ++row) {
        size_t column = 0;
        for (const GridCell &cell : grid.rows[row]) {
            while (column < places[row].size() && places[row][column].cell)
                ++column;
            for (size_t y = row; y < row + size_t(cell.rowSpan) && y < places.size(); ++y) {
                for (size_t x = column; x < column + size_t(cell.columnSpan); ++x)
                    at(y, x) = {&cell, y == row && x == column, x == column};
            }
        }
    }
    return places;
}

inline QString marked(const QString &text) { return text.toHtmlEscaped(); }

/// A web page of the document, every span told.
inline QByteArray writtenHtml(const Manuscript &manuscript)
{
    QString page
        = QStringLiteral("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>");
    for (const ManuscriptBlock &block : manuscript.blocks) {
        if (block.isParagraph()) {
            page += QStringLiteral("<p>") + marked(block.paragraph()) + QStringLiteral("</p>\n");
            continue;
        }
        page += QStringLiteral("<table>");
        for (const auto &row : block.grid().rows) {
            page += QStringLiteral("<tr>");
            for (const GridCell &cell : row)
                page += QStringLiteral("<td rowspan=\"%1\" colspan=\"%2\">")
                            .arg(cell.rowSpan)
                            .arg(cell.columnSpan)
                    + marked(cell.text).replace(u'\n', QStringLiteral("<br>"))
                    + QStringLiteral("</td>");
            page += QStringLiteral("</tr>\n");
        }
        page += QStringLiteral("</table>\n");
    }
    return (page + QStringLiteral("</body></html>")).toUtf8();
}

inline QString wordParagraph(const QString &text)
{
    QString runs;
    for (const QString &line : text.split(u'\n'))
        runs += (runs.isEmpty() ? QString() : QStringLiteral("<w:r><w:br/></w:r>"))
            + QStringLiteral("<w:r><w:t xml:space=\"preserve\">") + marked(line)
            + QStringLiteral("</w:t></w:r>");
    return QStringLiteral("<w:p>") + runs + QStringLiteral("</w:p>");
}

/// A document of Word, on paper of this size in twentieths of a point. Headings
/// may be said again on every page.
struct WordPaper
{
    int width = 16838, height = 11906;
    int headingRows = 0;
    bool ruled = true;
    bool wholeRows = false;  ///< No row is broken over two pages.
};

inline QByteArray writtenDocx(const Manuscript &manuscript, const WordPaper &paper = {})
{
    QString body;
    for (const ManuscriptBlock &block : manuscript.blocks) {
        if (block.isParagraph()) {
            body += wordParagraph(block.paragraph());
            continue;
        }
        const auto places = placesOf(block.grid());
        size_t columns = 1;
        for (const auto &row : places)
            columns = std::max(columns, row.size());
        const int width = (paper.width - 1400) / int(columns);
        body += QStringLiteral("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/>");
        if (paper.ruled) {
            body += QStringLiteral("<w:tblBorders>");
            for (const char *side : {"top", "left", "bottom", "right", "insideH", "insideV"})
                body += QStringLiteral("<w:%1 w:val=\"single\" w:sz=\"4\" w:color=\"000000\"/>")
                            .arg(QLatin1String(side));
            body += QStringLiteral("</w:tblBorders>");
        }
        body += QStringLiteral("<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        for (size_t i = 0; i < columns; ++i)
            body += QStringLiteral("<w:gridCol w:w=\"%1\"/>").arg(width);
        body += QStringLiteral("</w:tblGrid>");
        int number = 0;
        for (const auto &row : places) {
            body += QStringLiteral("<w:tr>");
            body += QStringLiteral("<w:trPr>%1%2</w:trPr>")
                        .arg(QLatin1String(paper.wholeRows ? "<w:cantSplit/>" : ""),
                            QLatin1String(number++ < paper.headingRows ? "<w:tblHeader/>" : ""));
            for (const WrittenCell &place : row) {
                if (place.cell && !place.inFirst)
                    continue;
                const int span = place.cell ? place.cell->columnSpan : 1;
                body += QStringLiteral("<w:tc><w:tcPr><w:tcW w:w=\"%1\" w:type=\"dxa\"/>"
                                       "<w:gridSpan w:val=\"%2\"/>")
                            .arg(width * span)
                            .arg(span);
                if (place.cell && place.cell->rowSpan > 1)
                    body += place.begins ? QStringLiteral("<w:vMerge w:val=\"restart\"/>")
                                         : QStringLiteral("<w:vMerge/>");
                body += QStringLiteral("</w:tcPr>")
                    + wordParagraph(place.begins ? place.cell->text : QString())
                    + QStringLiteral("</w:tc>");
            }
            body += QStringLiteral("</w:tr>");
        }
        body += QStringLiteral("</w:tbl>");
    }
    body += QStringLiteral("<w:sectPr><w:pgSz w:w=\"%1\" w:h=\"%2\" w:orient=\"%3\"/>"
                           "<w:pgMar w:top=\"700\" w:bottom=\"700\" w:left=\"700\" w:right=\"700\" "
                           "w:header=\"300\" w:footer=\"300\" w:gutter=\"0\"/></w:sectPr>")
                .arg(paper.width)
                .arg(paper.height)
                .arg(paper.width > paper.height ? QLatin1String("landscape")
                                                : QLatin1String("portrait"));
    const QByteArray space = "http://schemas.openxmlformats.org/";
    ZipMaker maker;
    maker.add("[Content_Types].xml",
        "<?xml version=\"1.0\"?><Types xmlns=\"" + space
            + "package/2006/content-types\"><Default Extension=\"rels\" "
              "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              "<Override PartName=\"/word/styles.xml\" "
              "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml."
              "styles+xml\"/>"
              "<Override PartName=\"/word/document.xml\" "
              "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml."
              "document.main+xml\"/></Types>");
    maker.add("_rels/.rels",
        XlsxMaker::relations(XlsxMaker::relation("rId1", "officeDocument", "word/document.xml")));
    maker.add("word/_rels/document.xml.rels",
        XlsxMaker::relations(XlsxMaker::relation("rId1", "styles", "styles.xml")));
    // Letters small enough for a table of a dozen columns.
    maker.add("word/styles.xml",
        "<?xml version=\"1.0\"?><w:styles xmlns:w=\"" + space
            + "wordprocessingml/2006/main\"><w:docDefaults><w:rPrDefault><w:rPr>"
              "<w:rFonts w:ascii=\"Noto Sans CJK SC\" w:eastAsia=\"Noto Sans CJK SC\"/>"
              "<w:sz w:val=\"14\"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>");
    maker.add("word/document.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"" + space
            + "wordprocessingml/2006/main\"><w:body>" + body.toUtf8() + "</w:body></w:document>");
    return maker.bytes();
}

inline QByteArray columnName(size_t column)
{
    QByteArray name;
    for (++column; column > 0; column = (column - 1) / 26)
        name.prepend(char('A' + (column - 1) % 26));
    return name;
}

/// A workbook as an office has it: what looks like a number is one, in the
/// format that shows it so. Every table on a sheet of its own, or all below each
/// other on one.
inline QByteArray writtenXlsx(const Manuscript &manuscript, bool oneSheet)
{
    static const QByteArrayList formats{"0", "0.0", "0.00", "0.000", "0.0000", "0.00000",
        "0.000000", "#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000", "#,##0.00000",
        "#,##0.000000"};
    static const QRegularExpression number(
        QStringLiteral("^-?([1-9]\\d{0,2}(,\\d{3})+|0|[1-9]\\d{0,11})(\\.\\d{1,6})?$"));
    XlsxMaker maker;
    maker.styles(formats);
    QByteArray rows, merges;
    size_t line = 0;
    int sheets = 0;
    const auto text = [](const QByteArray &place, const QString &value) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
            + marked(value).toUtf8() + "</t></is></c>";
    };
    const auto closeSheet = [&] {
        if (rows.isEmpty())
            return;
        maker.sheet("Sheet" + QByteArray::number(++sheets),
            "<sheetData>" + std::exchange(rows, {}) + "</sheetData>"
                + (merges.isEmpty()
                        ? QByteArray()
                        : "<mergeCells>" + std::exchange(merges, {}) + "</mergeCells>"));
        line = 0;
    };
    for (size_t block = 0; block < manuscript.blocks.size(); ++block) {
        const ManuscriptBlock &part = manuscript.blocks[block];
        if (part.isParagraph()) {
            // The lines before a table belong to its sheet.
            if (!oneSheet && block > 0 && !manuscript.blocks[block - 1].isParagraph())
                closeSheet();
            const QByteArray place = QByteArray::number(++line);
            rows += "<row r=\"" + place + "\">" + text("A" + place, part.paragraph()) + "</row>";
            continue;
        }
        for (const auto &row : placesOf(part.grid())) {
            const QByteArray at = QByteArray::number(++line);
            rows += "<row r=\"" + at + "\">";
            for (size_t column = 0; column < row.size(); ++column) {
                if (!row[column].begins || row[column].cell->text.isEmpty())
                    continue;
                const QString &value = row[column].cell->text;
                const QByteArray place = columnName(column) + at;
                if (!number.match(value).hasMatch()) {
                    rows += text(place, value);
                    continue;
                }
                const qsizetype dot = value.indexOf(u'.');
                const qsizetype decimals = dot < 0 ? 0 : value.size() - dot - 1;
                const qsizetype style = 1 + decimals + (value.contains(u',') ? 7 : 0);
                rows += "<c r=\"" + place + "\" s=\"" + QByteArray::number(style) + "\"><v>"
                    + QString(value).remove(u',').toUtf8() + "</v></c>";
            }
            rows += "</row>";
            for (size_t column = 0; column < row.size(); ++column) {
                const WrittenCell &cell = row[column];
                if (!cell.begins || (cell.cell->rowSpan == 1 && cell.cell->columnSpan == 1))
                    continue;
                merges += "<mergeCell ref=\"" + columnName(column) + at + ':'
                    + columnName(column + size_t(cell.cell->columnSpan) - 1)
                    + QByteArray::number(qint64(line) + cell.cell->rowSpan - 1) + "\"/>";
            }
        }
    }
    closeSheet();
    return maker.bytes();
}

/// All in one file, as a spreadsheet program saves a sheet.
inline QByteArray writtenCsv(const Manuscript &manuscript)
{
    QByteArray file;
    for (const ManuscriptBlock &block : manuscript.blocks) {
        TextGrid line;
        line.rows = {{{block.isParagraph() ? block.paragraph() : QString()}}};
        QByteArray rows = writeCsv(block.isParagraph() ? line : block.grid());
        file += rows.startsWith("\xEF\xBB\xBF") ? rows.sliced(3) : rows;
    }
    return file;
}

inline QByteArray inGb18030(const QByteArray &utf8)
{
    return QStringEncoder("GB18030").encode(QString::fromUtf8(utf8));
}

}  // namespace mz::test
