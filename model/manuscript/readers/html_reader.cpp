#include "model/manuscript/readers/html_reader.h"

#include "model/manuscript/readers/html_blocks.h"
#include "model/manuscript/readers/text_reader.h"
#include <QCoreApplication>
#include <QStringDecoder>
#include <algorithm>
#include <array>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <memory>
#include <string_view>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(HtmlReader)
};

/// Pages of content systems reach some forty. libxml2 looks through the open
/// elements at every end tag, so this bounds its time too.
constexpr size_t deepest = 256;
/// libxml2 compares every attribute of a tag with all before it.
constexpr int mostAttributes = 512;

/// What browsers take a page's word for an encoding to mean.
QByteArray declaredEncoding(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(4096).toLower();
    for (qsizetype at = head.indexOf("charset"); at >= 0; at = head.indexOf("charset", at)) {
        at += 7;
        qsizetype start = at;
        while (start < head.size() && QByteArrayView(" \t\r\n=\"'").contains(head[start]))
            ++start;
        if (!head.mid(at, start - at).contains('='))
            continue;
        qsizetype end = start;
        while (end < head.size()
            && QByteArrayView("abcdefghijklmnopqrstuvwxyz0123456789-_:.").contains(head[end]))
            ++end;
        const QByteArray name = head.mid(start, end - start);
        if (name.startsWith("gb") || name == "x-gbk" || name == "chinese")
            return "GB18030";
        // A page that can say so in these letters is in none of them.
        if (name.startsWith("utf-16") || name.startsWith("utf-32"))
            return "UTF-8";
        if (!name.isEmpty() && QStringDecoder(name.constData()).isValid())
            return name;
    }
    return {};
}

Result<QString> decodePage(const QByteArray &bytes)
{
    const QByteArray declared = declaredEncoding(bytes);
    const bool marked = QStringConverter::encodingForData(bytes).has_value();
    if (marked || declared.isEmpty() || bytes.contains('\0'))
        return decodeText(bytes);
    QStringDecoder decoder(declared.constData());
    const QString text = decoder.decode(bytes);
    if (!decoder.hasError())
        return text;
    // Some stray bytes: read it as declared all the same, unless it is wholly
    // in another encoding.
    auto other = decodeText(bytes);
    return other ? other : Result<QString>(text);
}

/// Office's marks around what old browsers show too ("<![if !mso]>"): browsers
/// take them for comments, libxml2 for text.
QByteArray withoutConditions(const QByteArray &page)
{
    QByteArray kept;
    kept.reserve(page.size());
    qsizetype from = 0;
    for (qsizetype at = page.indexOf("<!["); at >= 0; at = page.indexOf("<![", at + 1)) {
        constexpr qsizetype longest = 256;
        const qsizetype end = at
            + QByteArrayView(page)
                  .sliced(at)
                  .first(std::min(longest, page.size() - at))
                  .indexOf('>');
        // "<![endif]-->" is the end of a true comment.
        if (end < at || page[end - 1] != ']')
            continue;
        kept += QByteArrayView(page).sliced(from, at - from);
        from = end + 1;
        at = end;
    }
    kept += QByteArrayView(page).sliced(from);
    return kept;
}

/// Whether one tag has more attributes than any page's. Scripts and comments,
/// which hold no tags, are passed over.
bool hasEndlessTag(const QByteArray &page)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const QByteArray lower = page.toLower();
    const auto isBlank = [](char c) { return QByteArrayView(" \t\r\n\f").contains(c); };
    const char *const end = lower.constData() + lower.size();
    const auto find = [&lower](const char *from, const char *what) {
        const qsizetype at = lower.indexOf(what, from - lower.constData());
        return lower.constData() + (at < 0 ? lower.size() : at);
    };
    for (const char *c = find(lower.constData(), "<"); c < end; c = find(c, "<")) {
        const std::string_view rest(c, size_t(end - c));
        if (rest.starts_with("<!--")) {
            c = find(c + 4, "-->");
            continue;
        }
        ++c;
        if (c == end || !isLetter(*c))
            continue;
        const char *raw = rest.starts_with("<script") ? "</script"
            : rest.starts_with("<style")              ? "</style"
                                                      : nullptr;
        int attributes = 0;
        char before = *c;
        while (c < end && *c != '>') {
            const bool starts = isBlank(*c) || *c == '"' || *c == '\'' || *c == '/';
            const char quote = before == '=' && (*c == '"' || *c == '\'') ? *c : '\0';
            if (!isBlank(*c))
                before = *c;
            ++c;
            if (quote) {
                while (c < end && *c != quote)
                    ++c;
                c += c < end;
            }
            if (starts && c < end && !isBlank(*c) && ++attributes > mostAttributes)
                return true;
        }
        if (raw)
            c = find(c, raw);
    }
    return false;
}

template <size_t n>
bool isOneOf(std::string_view name, const std::array<std::string_view, n> &names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool beginsLine(std::string_view name)
{
    static constexpr std::array<std::string_view, 46> names{"p", "div", "br", "li", "h1", "h2",
        "h3", "h4", "h5", "h6", "ul", "ol", "dl", "dt", "dd", "hr", "pre", "center", "caption",
        "section", "article", "header", "footer", "main", "nav", "aside", "address", "blockquote",
        "body", "details", "summary", "dialog", "dir", "menu", "fieldset", "legend", "figure",
        "figcaption", "form", "hgroup", "html", "tbody", "thead", "tfoot", "xmp", "listing"};
    return isOneOf(name, names);
}

bool isNeverShown(std::string_view name)
{
    static constexpr std::array<std::string_view, 17> names{"head", "script", "style", "template",
        "title", "noscript", "noframes", "iframe", "svg", "select", "option", "textarea",
        "datalist", "audio", "video", "object", "xml"};
    return isOneOf(name, names);
}

/// Follows the parser through the page.
class Page
{
public:
    Page(htmlParserCtxtPtr parser, int size, const ReadingProgress &progress)
        : m_parser(parser)
        , m_size(size)
        , m_progress(progress)
    {
    }

    void begin(std::string_view name, const xmlChar **attributes);
    void end(std::string_view name);
    void text(QByteArrayView text)
    {
        if (!m_hidden)
            m_blocks.addText(QString::fromUtf8(text), m_preformatted > 0);
    }
    Result<Manuscript> finish();

private:
    struct Element
    {
        std::string name;
        bool hidden;
    };

    void stop(const QString &message) { stop(Error{message, {}}); }
    void stop(Error error)
    {
        if (!m_error)
            m_error = std::move(error);
        xmlStopParser(m_parser);
    }

    htmlParserCtxtPtr m_parser;
    int m_size;
    const ReadingProgress &m_progress;
    std::vector<Element> m_open;
    HtmlBlocks m_blocks;
    std::optional<Error> m_error;
    int m_elements = 0;
    int m_hidden = 0;
    int m_preformatted = 0;
    bool m_framed = false;
};

/// The value, empty where the page gives none.
std::optional<std::string_view> attribute(const xmlChar **attributes, std::string_view name)
{
    for (; attributes && attributes[0]; attributes += 2) {
        if (name == reinterpret_cast<const char *>(attributes[0]))
            return attributes[1] ? reinterpret_cast<const char *>(attributes[1])
                                 : std::string_view();
    }
    return std::nullopt;
}

int span(const xmlChar **attributes, std::string_view name)
{
    const std::string_view value = attribute(attributes, name).value_or("1");
    bool isNumber = false;
    const int number = QByteArrayView(value.data(), qsizetype(std::min<size_t>(value.size(), 6)))
                           .toByteArray()
                           .trimmed()
                           .toInt(&isNumber);
    return isNumber && number >= 0 ? number : 1;
}

bool isHiddenByAttribute(const xmlChar **attributes)
{
    if (attribute(attributes, "hidden"))
        return true;
    const std::string_view style = attribute(attributes, "style").value_or("");
    if (style.empty())
        return false;
    QByteArray folded = QByteArray(style.data(), qsizetype(style.size())).toLower();
    folded.removeIf([](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    return folded.startsWith("display:none") || folded.contains(";display:none");
}

void Page::begin(std::string_view name, const xmlChar **attributes)
{
    if (m_open.size() >= deepest) {
        stop(Say::tr("The page nests more than %1 elements in each other; no page does.")
                 .arg(deepest));
        return;
    }
    constexpr int between = 4096;
    if (++m_elements % between == 0
        && !goesOn(m_progress, int(std::min<long>(m_size, xmlByteConsumed(m_parser))), m_size))
        stop(readingStopped());
    const bool hidden = isNeverShown(name) || isHiddenByAttribute(attributes);
    m_open.push_back({std::string(name), hidden});
    m_framed = m_framed || name == "frameset";
    m_hidden += hidden;
    if (m_hidden)
        return;
    m_preformatted += name == "pre";
    if (name == "table")
        m_blocks.beginTable();
    else if (name == "tr")
        m_blocks.beginRow();
    else if (name == "td" || name == "th")
        m_blocks.beginCell(span(attributes, "rowspan"), span(attributes, "colspan"));
    else if (beginsLine(name))
        m_blocks.breakLine();
    if (m_blocks.isFull())
        stop(Say::tr("The page holds more than %1 cells and lines; no report does.")
                 .arg(ReadingLimits::cells));
}

void Page::end(std::string_view name)
{
    if (m_open.empty() || m_open.back().name != name)
        return;
    const bool wasHidden = m_hidden > 0;
    m_hidden -= m_open.back().hidden;
    m_open.pop_back();
    if (wasHidden)
        return;
    m_preformatted -= name == "pre";
    if (name == "table")
        m_blocks.endTable();
    else if (name == "tr")
        m_blocks.endRow();
    else if (name == "td" || name == "th")
        m_blocks.endCell();
    else if (beginsLine(name))
        m_blocks.breakLine();
    if (m_blocks.isTooWide())
        stop(Say::tr("A table has more than %1 columns; no report has.")
                 .arg(ReadingLimits::columns));
}

Result<Manuscript> Page::finish()
{
    Manuscript manuscript;
    manuscript.blocks = m_blocks.finish();
    if (m_error)
        return *m_error;
    if (m_framed && manuscript.blocks.empty())
        return Error{
            Say::tr("The page only frames other files, which hold the tables: open those."), {}};
    return manuscript;
}

void beginElement(void *page, const xmlChar *name, const xmlChar **attributes)
{
    static_cast<Page *>(page)->begin(reinterpret_cast<const char *>(name), attributes);
}

void endElement(void *page, const xmlChar *name)
{
    static_cast<Page *>(page)->end(reinterpret_cast<const char *>(name));
}

void characters(void *page, const xmlChar *text, int size)
{
    static_cast<Page *>(page)->text({reinterpret_cast<const char *>(text), size});
}

}  // namespace

Result<Manuscript> readHtml(const QByteArray &bytes, const ReadingProgress &progress)
{
    if (bytes.size() > largestTextFile)
        return Error{Say::tr("The page is larger than %1 MB; no report is that large.")
                         .arg(largestTextFile / (1024 * 1024)),
            {}};
    const auto text = decodePage(bytes);
    if (!text)
        return text.error();
    const QByteArray page = withoutConditions(text->toUtf8());
    if (hasEndlessTag(page))
        return Error{Say::tr("A tag of the page has more than %1 attributes; no page does.")
                         .arg(mostAttributes),
            {}};

    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
        htmlCreateMemoryParserCtxt(page.constData(), int(page.size())), htmlFreeParserCtxt);
    if (!parser)
        return Error{Say::tr("The page is empty."), {}};
    htmlCtxtUseOptions(parser.get(),
        HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
            | HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
    // Only these events: no tree is built, nothing is loaded.
    htmlSAXHandler events = {};
    events.startElement = beginElement;
    events.endElement = endElement;
    events.characters = characters;
    events.ignorableWhitespace = characters;
    Page shown(parser.get(), int(page.size()), progress);
    htmlSAXHandler *const standard = parser->sax;
    parser->sax = &events;
    parser->userData = &shown;
    htmlParseDocument(parser.get());
    parser->sax = standard;
    parser->userData = parser.get();
    return shown.finish();
}

}  // namespace mz
