#pragma once

#include "tests/support/drawn_pdf.h"
#include "tests/support/written_files.h"

namespace mz::test {

/// How a document is printed.
struct PrintedPaper
{
    PdfPaper sheet = {};
    bool ruled = true;
    int headingRows = 0;  ///< Of every table, said again on each of its pages.
};

/// Draws a document from the top of its first page to the foot of its last.
class PrintedDocument
{
public:
    explicit PrintedDocument(const PrintedPaper &paper) : m_paper(paper), m_pdf(paper.sheet) { }

    void paragraph(const QString &text)
    {
        const QStringList lines = broken(text, m_paper.sheet.width - 2 * margin, letters);
        for (const QString &line : lines) {
            room(2 * letters);
            m_pdf.text(margin, m_y + letters, letters, line);
            m_y += 1.6 * letters;
        }
        m_y += letters;
    }

    void grid(const TextGrid &grid)
    {
        const auto places = placesOf(grid);
        columns(places);
        std::vector<size_t> headings;
        for (size_t row = 0; row < places.size();) {
            // Rows that a cell joins stand on one page.
            size_t end = row + 1;
            for (size_t i = row; i < end; ++i) {
                for (const WrittenCell &cell : places[i])
                    end = cell.begins ? std::max(end, i + size_t(cell.cell->rowSpan)) : end;
            }
            end = std::min(end, places.size());
            double height = 0;
            for (size_t i = row; i < end; ++i)
                height += heightOf(places[i]);
            if (room(height) && row > size_t(m_paper.headingRows))
                band(places, 0, size_t(m_paper.headingRows));
            band(places, row, end);
            row = end;
        }
        m_y += 2 * letters;
    }

    QByteArray bytes() const { return m_pdf.bytes(); }

private:
    using Places = std::vector<std::vector<WrittenCell>>;
    static constexpr double margin = 40, letters = 10, small = 7;

    /// True where a new page had to begin.
    bool room(double height)
    {
        if (m_y + height <= m_paper.sheet.height - margin)
            return false;
        m_pdf.nextPage();
        m_y = margin;
        return true;
    }

    static QStringList broken(const QString &text, double width, double size)
    {
        QStringList lines;
        for (const QString &part : text.split(u'\n')) {
            QString line;
            for (const QChar c : part) {
                if (DrawnPdf::widthOf(line + c, size) > width && !line.isEmpty())
                    lines << std::exchange(line, {});
                line += c;
            }
            lines << line;
        }
        return lines;
    }

    /// As wide as what stands in them, together as wide as the page.
    void columns(const Places &places)
    {
        std::vector<double> wanted;
        for (const auto &row : places) {
            wanted.resize(std::max(wanted.size(), row.size()), 3 * small);
            for (size_t i = 0; i < row.size(); ++i) {
                if (!row[i].begins || row[i].cell->columnSpan > 1)
                    continue;
                const double width = DrawnPdf::widthOf(row[i].cell->text, small);
                wanted[i] = std::max(wanted[i], std::min(width, 16 * small));
            }
        }
        double sum = 0;
        for (const double width : wanted)
            sum += width + 2 * small;
        const double stretch = std::max(1.0, (m_paper.sheet.width - 2 * margin) / sum);
        m_xs = {margin};
        for (const double width : wanted)
            m_xs.push_back(m_xs.back() + (width + 2 * small) * stretch);
    }

    double widthOf(const GridCell &cell, size_t column) const
    {
        return m_xs[std::min(column + size_t(cell.columnSpan), m_xs.size() - 1)] - m_xs[column];
    }
    double heightOf(const std::vector<WrittenCell> &row) const
    {
        qsizetype lines = 1;
        for (size_t i = 0; i < row.size(); ++i) {
            if (row[i].begins && row[i].cell->rowSpan == 1)
                lines = std::max(lines,
                    broken(row[i].cell->text, widthOf(*row[i].cell, i) - small, small).size());
        }
        return 1.3 * small * double(lines) + small;
    }

    void band(const Places &places, size_t from, size_t to)
    {
        std::vector<double> ys{m_y};
        for (size_t row = from; row < to; ++row)
            ys.push_back(ys.back() + heightOf(places[row]));
        for (size_t row = from; row < to; ++row) {
            for (size_t i = 0; i < places[row].size(); ++i) {
                const WrittenCell &place = places[row][i];
                if (!place.begins)
                    continue;
                const size_t below = std::min(row + size_t(place.cell->rowSpan), to);
                draw(*place.cell, i, ys[row - from], ys[below - from]);
            }
        }
        m_y = ys.back();
    }

    void draw(const GridCell &cell, size_t column, double top, double bottom)
    {
        const double left = m_xs[column], right = left + widthOf(cell, column);
        if (m_paper.ruled) {
            m_pdf.line(left, top, right, top);
            m_pdf.line(left, bottom, right, bottom);
            m_pdf.line(left, top, left, bottom);
            m_pdf.line(right, top, right, bottom);
        }
        static const QRegularExpression number(QStringLiteral("^-?[\\d,]+\\.\\d+$|^-$"));
        const QStringList lines = broken(cell.text, right - left - small, small);
        double y = (top + bottom) / 2 - 0.65 * small * double(lines.size());
        for (const QString &line : lines) {
            y += 1.3 * small;
            const bool flush = number.match(line).hasMatch();
            m_pdf.text(
                flush ? right - small / 2 - DrawnPdf::widthOf(line, small) : left + small / 2,
                y - 0.3 * small, small, line);
        }
    }

    PrintedPaper m_paper;
    DrawnPdf m_pdf;
    std::vector<double> m_xs;
    double m_y = margin;
};

inline QByteArray writtenPdf(const Manuscript &manuscript, const PrintedPaper &paper = {})
{
    PrintedDocument document(paper);
    for (const ManuscriptBlock &block : manuscript.blocks) {
        if (block.isParagraph())
            document.paragraph(block.paragraph());
        else
            document.grid(block.grid());
    }
    return document.bytes();
}

}  // namespace mz::test
