#pragma once

#include <QByteArray>
#include <QByteArrayList>

/// Makes PDF files from objects written by hand, for tests.
class PdfMaker
{
public:
    /// The number of the object. Object 1 is the catalogue, 2 the root of the pages.
    int add(const QByteArray &object)
    {
        m_objects << object;
        return int(m_objects.size());
    }
    int count() const { return int(m_objects.size()); }
    int stream(const QByteArray &content, const QByteArray &keys = {})
    {
        return add("<< /Length " + QByteArray::number(content.size()) + ' ' + keys + " >>\nstream\n"
            + content + "\nendstream");
    }
    /// Compressed, so that a small file unpacks to a large one.
    int packed(const QByteArray &content, const QByteArray &keys = {})
    {
        return stream(qCompress(content, 9).sliced(4), "/Filter /FlateDecode " + keys);
    }

    /// A file of one page that draws this; `resources` stand in its dictionary.
    static QByteArray page(const QByteArray &content, const QByteArray &resources = {},
        const QByteArrayList &more = {}, const QByteArray &box = "0 0 595 842")
    {
        PdfMaker maker;
        maker.add("<< /Type /Catalog /Pages 2 0 R >>");
        maker.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        maker.add("<< /Type /Page /Parent 2 0 R /MediaBox [" + box
            + "] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> " + resources + " >> >>");
        maker.packed(content);
        maker.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        for (const QByteArray &object : more)
            maker.add(object);
        return maker.bytes();
    }

    QByteArray bytes(const QByteArray &trailer = {}) const
    {
        QByteArray file = "%PDF-1.7\n";
        QByteArray table;
        for (qsizetype i = 0; i < m_objects.size(); ++i) {
            table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
            file += QByteArray::number(i + 1) + " 0 obj\n" + m_objects[i] + "\nendobj\n";
        }
        const QByteArray size = QByteArray::number(m_objects.size() + 1);
        const QByteArray at = QByteArray::number(file.size());
        return file + "xref\n0 " + size + "\n0000000000 65535 f \n" + table
            + "trailer\n<< /Root 1 0 R /Size " + size + ' ' + trailer + " >>\nstartxref\n" + at
            + "\n%%EOF\n";
    }

private:
    QByteArrayList m_objects;
};
