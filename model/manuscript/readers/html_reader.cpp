#include "model/manuscript/readers/html_reader.h"

#include "model/manuscript/readers/html_blocks.h"
#include "model/manuscript/readers/html_source.h"
#include <QCoreApplication>
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
        // A soft hyphen only allows a break: nobody sees it.
        if (!m_hidden)
            m_blocks.addText(
                QString::fromUtf8(text).remove(QChar(QChar::SoftHyphen)), m_preformatted > 0);
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
    const auto source = htmlSource(bytes);
    if (!source)
        return source.error();
    const QByteArray &page = *source;
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
