#pragma once

#include "tests/model/manuscript/pdf_maker.h"
#include <QString>

namespace mz::test {

struct PdfPaper
{
    double width = 842, height = 595;  ///< As a reader sees them.
    int rotate = 0;                    ///< The page's own turn: 0, 90, 180, 270.
    bool turned = false;               ///< Drawn sideways: who reads it turns the sheet by hand.
};

/// A PDF file drawn stroke by stroke, in points from the upper left. Its letters are
/// their own codes, so that any text can be drawn without a font.
class DrawnPdf
{
public:
    explicit DrawnPdf(const PdfPaper &paper = {}) : m_paper(paper) { }

    void nextPage()
    {
        m_pages << m_content;
        m_content.clear();
    }
    /// `y` is the baseline.
    void text(double x, double y, double size, const QString &text)
    {
        QByteArray codes;
        for (const QChar c : text)
            codes += QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        m_content += "BT /F1 " + QByteArray::number(size) + " Tf " + at(x, y) + "Td <" + codes
            + "> Tj ET\n";
    }
    void line(double x0, double y0, double x1, double y1)
    {
        m_content += at(x0, y0) + "m " + at(x1, y1) + "l S\n";
    }
    static double widthOf(const QString &text, double size)
    {
        double ems = 0;
        for (const QChar c : text)
            ems += c.unicode() < 256 ? 0.5 : 1;
        return ems * size;
    }

    QByteArray bytes() const
    {
        QByteArrayList pages = m_pages;
        pages << m_content;
        PdfMaker maker;
        maker.add("<< /Type /Catalog /Pages 2 0 R >>");
        constexpr int firstPage = 6;
        QByteArray kids;
        for (qsizetype i = 0; i < pages.size(); ++i)
            kids += QByteArray::number(firstPage + 2 * i) + " 0 R ";
        maker.add("<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(pages.size())
            + " >>");
        maker.add("<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H "
                  "/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>");
        maker.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << "
                  "/Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [0 255 500] "
                  ">>");
        maker.packed(unicodes());
        const bool sideways = m_paper.turned || m_paper.rotate % 180 != 0;
        const double width = sideways ? m_paper.height : m_paper.width;
        const double height = sideways ? m_paper.width : m_paper.height;
        for (const QByteArray &content : pages) {
            maker.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + QByteArray::number(width)
                + ' ' + QByteArray::number(height) + "] /Rotate "
                + QByteArray::number(m_paper.turned ? 0 : m_paper.rotate) + " /Contents "
                + QByteArray::number(maker.count() + 2)
                + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
            maker.packed("0.5 w " + turn() + content);
        }
        return maker.bytes();
    }

private:
    QByteArray at(double x, double y) const
    {
        return QByteArray::number(x) + ' ' + QByteArray::number(m_paper.height - y) + ' ';
    }
    /// What undoes the turn of the page.
    QByteArray turn() const
    {
        const QByteArray width = QByteArray::number(m_paper.width);
        const QByteArray height = QByteArray::number(m_paper.height);
        if (m_paper.turned || m_paper.rotate == 90)
            return "0 1 -1 0 " + height + " 0 cm ";
        if (m_paper.rotate == 270)
            return "0 -1 1 0 0 " + width + " cm ";
        return m_paper.rotate == 180 ? "-1 0 0 -1 " + width + ' ' + height + " cm " : QByteArray();
    }
    static QByteArray unicodes()
    {
        QByteArray map = "/CIDInit /ProcSet findresource begin begincmap\n"
                         "1 begincodespacerange <0000> <FFFF> endcodespacerange\n";
        for (int high = 0; high < 256; ++high) {
            const QByteArray row = QByteArray::number(high, 16).rightJustified(2, '0');
            map += "1 beginbfrange <" + row + "00> <" + row + "FF> <" + row + "00> endbfrange\n";
        }
        return map + "endcmap end";
    }

    PdfPaper m_paper;
    QByteArrayList m_pages;
    QByteArray m_content;
};

}  // namespace mz::test
