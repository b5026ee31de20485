#include "model/manuscript/readers/docx_body.h"

namespace mz {

namespace {

constexpr double emuPerPoint = 12'700;
constexpr qint64 emuPerCentimetre = 360'000;
/// Fields in each other; a report has two or three (a list of contents).
constexpr size_t mostFields = 64;

/// "width:415.3pt" of an old drawing's style, in EMU; 0 where it is not said.
qint64 styledLength(QStringView style, QStringView which)
{
    for (const QStringView part : style.split(u';')) {
        const qsizetype colon = part.indexOf(u':');
        if (colon < 0 || part.first(colon).trimmed() != which)
            continue;
        const QStringView value = part.sliced(colon + 1).trimmed();
        static constexpr std::array<std::pair<QStringView, double>, 4> units{
            {{u"pt", 1}, {u"in", 72}, {u"cm", 72 / 2.54}, {u"mm", 72 / 25.4}}};
        for (const auto &[unit, points] : units)
            if (value.endsWith(unit))
                return qint64(
                    qBound(0.0, value.chopped(unit.size()).toDouble() * points, 1e6) * emuPerPoint);
    }
    return 0;
}

/// Text as Word reads it: spaces at the ends count only where it is said.
QString kept(QString text, QStringView space)
{
    if (space == u"preserve")
        return text;
    const auto isBlank
        = [](QChar c) { return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r'; };
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    qsizetype blanks = 0;
    while (blanks < text.size() && isBlank(text[blanks]))
        ++blanks;
    return text.sliced(blanks);
}

/// A w:sym as a character; signs of symbol fonts have none.
QString symbol(QStringView code)
{
    bool fine = false;
    const uint c = code.toUInt(&fine, 16);
    const bool ordinary = fine && c >= 0x20 && c < 0xfffe && !(c >= 0xd800 && c < 0xf900);
    return ordinary ? QString(QChar(char16_t(c))) : QString();
}

}  // namespace

bool DocxBody::isShown() const
{
    return !m_hidden && std::find(m_fields.begin(), m_fields.end(), false) == m_fields.end();
}

void DocxBody::put(Paragraph &paragraph, const QString &text)
{
    if (text.isEmpty() || !isShown())
        return;
    count(text.size());
    if (paragraph.page == 0)
        paragraph.page = m_page;
    paragraph.text += text;
    m_pageBegins = false;
}

void DocxBody::readRun(Paragraph &paragraph)
{
    const bool hidden = m_hidden;
    while (m_xml.nextChild())
        readRunPart(paragraph);
    m_hidden = hidden;
}

void DocxBody::readRunPart(Paragraph &paragraph)
{
    const QStringView name = m_xml.name();
    if (name == u"t") {
        const QString space = m_xml.attribute(u"space").toString();
        put(paragraph, kept(m_xml.text(), space));
    } else if (name == u"rPr") {
        while (m_xml.nextChild()) {
            if (m_xml.name() == u"vanish" && m_xml.isOn())
                m_hidden = true;
            m_xml.skip();
        }
    } else if (name == u"br") {
        readBreak(paragraph);
    } else if (name == u"fldChar") {
        readFieldMark();
    } else if (name == u"lastRenderedPageBreak") {
        // Word repeats it behind a page break of the author's, and in every cell.
        if (m_page > 0 && !m_pageBegins) {
            ++m_page;
            m_pageBegins = true;
        }
        m_xml.skip();
    } else if (name == u"drawing" || name == u"pict" || name == u"object") {
        readDrawing(paragraph);
    } else if (name == u"AlternateContent") {
        readAlternative([&] {
            while (m_xml.nextChild())
                readRunPart(paragraph);
        });
    } else if (name == u"ruby") {
        while (m_xml.nextChild()) {
            if (m_xml.name() == u"rubyBase")
                readInline(paragraph);
            else
                m_xml.skip();
        }
    } else {
        if (name == u"tab" || name == u"ptab")
            put(paragraph, QStringLiteral("\t"));
        else if (name == u"cr")
            put(paragraph, QStringLiteral("\n"));
        else if (name == u"noBreakHyphen")
            put(paragraph, QStringLiteral("-"));
        else if (name == u"sym")
            put(paragraph, symbol(m_xml.attribute(u"char")));
        m_xml.skip();
    }
}

void DocxBody::readBreak(Paragraph &paragraph)
{
    const bool page = m_xml.attribute(u"type") == u"page";
    m_xml.skip();
    put(paragraph, QStringLiteral("\n"));
    if (page && m_page > 0 && isShown()) {
        ++m_page;
        m_pageBegins = true;
    }
}

void DocxBody::readFieldMark()
{
    const QString type = m_xml.attribute(u"fldCharType").toString();
    m_xml.skip();
    if (type == u"begin" && m_fields.size() < mostFields)
        m_fields.push_back(false);
    else if (type == u"separate" && !m_fields.empty())
        m_fields.back() = true;
    else if (type == u"end" && !m_fields.empty())
        m_fields.pop_back();
}

void DocxBody::readDrawing(Paragraph &paragraph)
{
    Picture picture;
    while (m_xml.nextChild())
        readDrawingPart(paragraph, picture);
    if (picture.isPicture && isShown() && picture.width > 10 * emuPerCentimetre
        && picture.height > 5 * emuPerCentimetre)
        paragraph.largePicture = true;
}

void DocxBody::readDrawingPart(Paragraph &paragraph, Picture &picture)
{
    const QStringView name = m_xml.name();
    if (name == u"txbxContent") {
        Story box;
        const auto fields = std::exchange(m_fields, {});
        readStory(box);
        m_fields = fields;
        if (!isShown())
            return;
        append(paragraph.boxes, box.blocks);
        return;
    }
    if (name == u"extent") {
        picture.width = qMax(picture.width, m_xml.attribute(u"cx").toLongLong());
        picture.height = qMax(picture.height, m_xml.attribute(u"cy").toLongLong());
    } else if (name == u"shape") {
        const QString style = m_xml.attribute(u"style").toString();
        picture.width = qMax(picture.width, styledLength(style, u"width"));
        picture.height = qMax(picture.height, styledLength(style, u"height"));
    } else if (name == u"blip" || name == u"imagedata") {
        picture.isPicture = true;
    } else if (name == u"AlternateContent") {
        readAlternative([&] {
            while (m_xml.nextChild())
                readDrawingPart(paragraph, picture);
        });
        return;
    }
    while (m_xml.nextChild())
        readDrawingPart(paragraph, picture);
}

}  // namespace mz
