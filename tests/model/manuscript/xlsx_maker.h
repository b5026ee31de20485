#pragma once

#include "tests/model/manuscript/zip_maker.h"

#include <QByteArrayList>

/// Makes small workbooks in memory, for tests.
class XlsxMaker
{
public:
    /// `inside` stands in the worksheet element.
    XlsxMaker &sheet(
        const QByteArray &name, const QByteArray &inside, const QByteArray &attributes = {})
    {
        return part(name, worksheet(inside), attributes);
    }
    /// A sheet whose whole part is given.
    XlsxMaker &part(
        const QByteArray &name, const QByteArray &whole, const QByteArray &attributes = {})
    {
        const QByteArray number = QByteArray::number(++m_count);
        m_maker.add("xl/worksheets/sheet" + number + ".xml", whole);
        m_list += "<sheet name=\"" + name + "\" sheetId=\"" + number + "\" r:id=\"rId" + number
            + "\" " + attributes + "/>";
        m_types += type("worksheets/sheet" + number, "worksheet");
        m_relations += relation("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        return *this;
    }
    /// `formats` are number formats by style, from 1 on.
    XlsxMaker &styles(const QByteArrayList &formats)
    {
        QByteArray codes;
        QByteArray styles = "<xf numFmtId=\"0\"/>";
        for (qsizetype i = 0; i < formats.size(); ++i) {
            const QByteArray id = QByteArray::number(164 + i);
            codes += "<numFmt numFmtId=\"" + id + "\" formatCode=\""
                + QString::fromUtf8(formats[i]).toHtmlEscaped().toUtf8() + "\"/>";
            styles += "<xf numFmtId=\"" + id + "\"/>";
        }
        m_maker.add("xl/styles.xml",
            "<styleSheet " + space + "><numFmts>" + codes
                + "</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs>" + styles
                + "</cellXfs></styleSheet>");
        m_types += type("styles", "styles");
        m_relations += relation("rIdS", "styles", "styles.xml");
        return *this;
    }
    XlsxMaker &sharedTexts(const QByteArray &items)
    {
        m_maker.add("xl/sharedStrings.xml", "<sst " + space + ">" + items + "</sst>");
        m_types += type("sharedStrings", "sharedStrings");
        m_relations += relation("rIdT", "sharedStrings", "/xl/sharedStrings.xml");
        return *this;
    }
    XlsxMaker &stored()
    {
        m_maker.stored();
        return *this;
    }
    XlsxMaker &properties(const QByteArray &properties)
    {
        m_properties = properties;
        return *this;
    }

    QByteArray bytes() const
    {
        ZipMaker maker = m_maker;
        maker.add("[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            "<Default Extension=\"rels\" "
            "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + type("workbook", "sheet.main") + m_types + "</Types>");
        maker.add("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
        maker.add("xl/_rels/workbook.xml.rels", relations(m_relations));
        maker.add("xl/workbook.xml",
            "<workbook " + space
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                  "relationships\">"
                + m_properties + "<sheets>" + m_list + "</sheets></workbook>");
        return maker.bytes();
    }

    static QByteArray worksheet(const QByteArray &inside)
    {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet " + space + ">" + inside
            + "</worksheet>";
    }
    static QByteArray relations(const QByteArray &list)
    {
        return "<Relationships "
               "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + list + "</Relationships>";
    }
    static QByteArray relation(
        const QByteArray &id, const QByteArray &type, const QByteArray &target)
    {
        return "<Relationship Id=\"" + id
            + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
            + type + "\" Target=\"" + target + "\"/>";
    }

private:
    static QByteArray type(const QByteArray &part, const QByteArray &kind)
    {
        return "<Override PartName=\"/xl/" + part
            + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."
            + kind + "+xml\"/>";
    }

    inline static const QByteArray space
        = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    ZipMaker m_maker;
    QByteArray m_list;
    QByteArray m_types;
    QByteArray m_relations;
    QByteArray m_properties;
    int m_count = 0;
};
