#include "model/manuscript/readers/docx_numbering.h"
#include "model/manuscript/readers/docx_number_words.h"

namespace mz {

namespace {

/// Styles that are based on each other; more are a circle.
constexpr int mostBases = 32;
/// Styles and lists; beyond them a document is no document.
constexpr qsizetype mostEntries = 20'000;

}  // namespace

bool isWord(const XmlPart &xml)
{
    return xml.space() == u"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        || xml.space() == u"http://purl.oclc.org/ooxml/wordprocessingml/main";
}

DocxListPlace readListPlace(XmlPart &xml)
{
    DocxListPlace place;
    while (xml.nextChild()) {
        if (xml.name() == u"numId")
            place.list = xml.attribute(u"val").toInt();
        else if (xml.name() == u"ilvl")
            place.level = xml.attribute(u"val").toInt();
        xml.skip();
    }
    return place;
}

void DocxNumbering::readStyles(XmlPart &xml)
{
    xml.nextChild();
    while (xml.nextChild()) {
        if (xml.name() != u"style" || m_styles.size() == mostEntries) {
            xml.skip();
            continue;
        }
        const QString id = xml.attribute(u"styleId").toString();
        const bool isDefault
            = xml.attribute(u"type") == u"paragraph" && xml.attribute(u"default") == u"1";
        if (isDefault)
            m_defaultStyle = id;
        readStyle(xml, m_styles[id]);
    }
}

void DocxNumbering::readStyle(XmlPart &xml, Style &style)
{
    while (xml.nextChild()) {
        if (xml.name() == u"basedOn")
            style.basedOn = xml.attribute(u"val").toString();
        if (xml.name() != u"pPr") {
            xml.skip();
            continue;
        }
        while (xml.nextChild()) {
            if (xml.name() == u"numPr")
                style.place = readListPlace(xml);
            else
                xml.skip();
        }
    }
}

void DocxNumbering::readLists(XmlPart &xml)
{
    xml.nextChild();
    while (xml.nextChild()) {
        if (xml.name() == u"abstractNum" && m_schemes.size() < mostEntries)
            readScheme(xml);
        else if (xml.name() == u"num" && m_lists.size() < mostEntries)
            readList(xml);
        else
            xml.skip();
    }
}

void DocxNumbering::readScheme(XmlPart &xml)
{
    Scheme &scheme = m_schemes[xml.attribute(u"abstractNumId").toInt()];
    while (xml.nextChild()) {
        if (xml.name() == u"lvl") {
            const int index = xml.attribute(u"ilvl").toInt();
            if (index >= 0 && index < levelCount)
                scheme.levels[size_t(index)] = readLevel(xml);
            else
                xml.skip();
            continue;
        }
        if (xml.name() == u"numStyleLink")
            scheme.link = xml.attribute(u"val").toString();
        xml.skip();
    }
}

void DocxNumbering::readList(XmlPart &xml)
{
    List &list = m_lists[xml.attribute(u"numId").toInt()];
    while (xml.nextChild()) {
        if (xml.name() == u"abstractNumId")
            list.scheme = xml.attribute(u"val").toInt();
        if (xml.name() != u"lvlOverride") {
            xml.skip();
            continue;
        }
        const int index = xml.attribute(u"ilvl").toInt();
        if (index < 0 || index >= levelCount) {
            xml.skip();
            continue;
        }
        while (xml.nextChild()) {
            if (xml.name() == u"lvl") {
                list.own[size_t(index)] = readLevel(xml);
                continue;
            }
            if (xml.name() == u"startOverride")
                list.starts[size_t(index)] = xml.attribute(u"val").toInt();
            xml.skip();
        }
    }
}

DocxNumbering::Level DocxNumbering::readLevel(XmlPart &xml)
{
    Level level;
    while (xml.nextChild()) {
        const QStringView value = xml.attribute(u"val");
        if (xml.name() == u"start")
            level.start = value.toInt();
        else if (xml.name() == u"numFmt")
            level.format = value.toString();
        else if (xml.name() == u"lvlText")
            level.text = value.toString();
        else if (xml.name() == u"suff")
            level.gap = value.toString();
        else if (xml.name() == u"pStyle")
            level.style = value.toString();
        else if (xml.name() == u"lvlRestart")
            level.restart = value.toInt();
        else if (xml.name() == u"isLgl")
            level.arabic = xml.isOn();
        xml.skip();
    }
    return level;
}

DocxListPlace DocxNumbering::placeOf(const QString &style, const DocxListPlace &place) const
{
    DocxListPlace found = place;
    QString at = style.isEmpty() ? m_defaultStyle : style;
    for (int i = 0; i < mostBases && !at.isEmpty(); ++i) {
        const auto it = m_styles.constFind(at);
        if (it == m_styles.cend())
            break;
        if (!found.level)
            found.level = it->place.level;
        if (!found.list && it->place.list) {
            found.list = it->place.list;
            // A list may say itself which of its levels goes with the style.
            const auto list = m_lists.constFind(*found.list);
            const auto scheme
                = list == m_lists.cend() ? m_schemes.cend() : m_schemes.constFind(schemeOf(*list));
            for (int n = 0; scheme != m_schemes.cend() && n < levelCount; ++n)
                if (scheme->levels[size_t(n)].style == at)
                    found.level = n;
        }
        at = it->basedOn;
    }
    return found;
}

int DocxNumbering::schemeOf(const List &list) const
{
    const auto scheme = m_schemes.constFind(list.scheme);
    if (scheme == m_schemes.cend() || scheme->link.isEmpty())
        return list.scheme;
    const auto other = m_styles.value(scheme->link).place.list;
    return other ? m_lists.value(*other).scheme : list.scheme;
}

const DocxNumbering::Level &DocxNumbering::level(
    const List &list, const Scheme &scheme, int index) const
{
    const auto &own = list.own[size_t(index)];
    return own ? *own : scheme.levels[size_t(index)];
}

QString DocxNumbering::next(const QString &style, const DocxListPlace &place)
{
    const DocxListPlace found = placeOf(style, place);
    if (!found.list || *found.list == 0)
        return {};
    const auto list = m_lists.constFind(*found.list);
    if (list == m_lists.cend())
        return {};
    const int schemeId = schemeOf(*list);
    const auto scheme = m_schemes.constFind(schemeId);
    if (scheme == m_schemes.cend())
        return {};
    const int index = qBound(0, found.level.value_or(0), levelCount - 1);

    auto counts = m_counts.find(schemeId);
    if (counts == m_counts.end()) {
        counts = m_counts.insert(schemeId, {});
        counts->fill(unused);
    }
    if (!m_begun.contains(*found.list)) {
        m_begun.insert(*found.list);
        for (int n = 0; n < levelCount; ++n)
            if (list->starts[size_t(n)])
                (*counts)[size_t(n)] = unused;
    }
    qint64 &count = (*counts)[size_t(index)];
    count = count == unused
        ? list->starts[size_t(index)].value_or(level(*list, *scheme, index).start)
        : count + 1;
    for (int n = index + 1; n < levelCount; ++n) {
        const int restart = level(*list, *scheme, n).restart;
        if (restart < 0 || index < restart)
            (*counts)[size_t(n)] = unused;
    }
    return label(*list, *scheme, *counts, index);
}

QString DocxNumbering::label(
    const List &list, const Scheme &scheme, const Counts &counts, int index) const
{
    const Level &own = level(list, scheme, index);
    if (own.format == u"bullet")
        return {};
    QString text;
    for (qsizetype i = 0; i < own.text.size(); ++i) {
        const int n = own.text[i] == u'%' && i + 1 < own.text.size()
            ? own.text[i + 1].digitValue() - 1
            : -1;
        if (n < 0 || n >= levelCount) {
            text += own.text[i];
            continue;
        }
        ++i;
        const Level &other = level(list, scheme, n);
        const qint64 count = counts[size_t(n)] == unused ? other.start : counts[size_t(n)];
        text += own.arabic ? QString::number(count) : docxNumber(count, other.format);
    }
    if (text.isEmpty() || own.gap == u"nothing")
        return text;
    // Behind "一、" or "①" the tab is a hair's breadth.
    const bool wide = text.back().unicode() >= 0x2460;
    return wide ? text : text + u' ';
}

}  // namespace mz
