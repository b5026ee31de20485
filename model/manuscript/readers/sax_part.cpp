#include "model/manuscript/readers/sax_part.h"
#include "model/manuscript/readers/tag_bounds.h"

#include <QCoreApplication>
#include <charconv>
#include <libxml/parser.h>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(XmlPart)
};

std::string_view view(const xmlChar *text) { return reinterpret_cast<const char *>(text); }

SaxHandler &handlerOf(void *context) { return *static_cast<SaxHandler *>(context); }

void begin(void *context, const xmlChar *name, const xmlChar *, const xmlChar *, int,
    const xmlChar **, int count, int, const xmlChar **values)
{
    if (!handlerOf(context).failure())
        handlerOf(context).begin(view(name), SaxAttributes(values, count));
}

void end(void *context, const xmlChar *name, const xmlChar *, const xmlChar *)
{
    if (!handlerOf(context).failure())
        handlerOf(context).end(view(name));
}

void text(void *context, const xmlChar *piece, int size)
{
    if (!handlerOf(context).failure())
        handlerOf(context).text({reinterpret_cast<const char *>(piece), size_t(size)});
}

void documentType(void *context, const xmlChar *, const xmlChar *, const xmlChar *)
{
    handlerOf(context).fail(
        {Say::tr("The file declares a document type, which office documents do not."), {}});
}

/// In another encoding the parser would see other tags than those counted.
bool looksLikeUtf8(const char *bytes, qsizetype size)
{
    const std::string_view start(bytes, size_t(qMin<qsizetype>(size, 4)));
    return start.substr(0, 3) == "\xef\xbb\xbf"
        || (!start.empty()
            && (start[0] == '<' || start[0] == ' ' || start[0] == '\n' || start[0] == '\r')
            && start.find('\0') == std::string_view::npos);
}

class Parser
{
public:
    explicit Parser(SaxHandler &handler) : m_handler(handler)
    {
        xmlSAXHandler sax{};
        sax.initialized = XML_SAX2_MAGIC;
        sax.startElementNs = begin;
        sax.endElementNs = end;
        sax.characters = text;
        sax.ignorableWhitespace = text;
        sax.cdataBlock = text;
        sax.internalSubset = documentType;
        m_context = xmlCreatePushParserCtxt(&sax, &handler, nullptr, 0, nullptr);
        if (m_context)
            xmlCtxtUseOptions(m_context,
                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC);
    }
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;
    ~Parser()
    {
        if (m_context && m_context->myDoc)
            xmlFreeDoc(m_context->myDoc);
        xmlFreeParserCtxt(m_context);
    }

    bool take(const char *bytes, qsizetype size)
    {
        if (!m_begun && !looksLikeUtf8(bytes, size))
            return fail();
        m_begun = true;
        if (!m_bounds.take(bytes, size)) {
            m_handler.fail(
                {Say::tr("The file holds an element with more attributes than any document has."),
                    {}});
            return false;
        }
        if (!m_context || xmlParseChunk(m_context, bytes, int(size), 0) != 0)
            return fail();
        return !m_handler.failure();
    }
    void finish()
    {
        if (!m_handler.failure()
            && (!m_begun || !m_context || xmlParseChunk(m_context, nullptr, 0, 1) != 0
                || !m_context->wellFormed))
            fail();
    }

private:
    bool fail()
    {
        const int line = m_context && m_context->input ? m_context->input->line : 1;
        m_handler.fail(
            {Say::tr("The file is damaged: line %1 of a part cannot be read.").arg(line), {}});
        return false;
    }

    SaxHandler &m_handler;
    xmlParserCtxtPtr m_context = nullptr;
    TagBounds m_bounds;
    bool m_begun = false;
};

}  // namespace

std::string_view SaxAttributes::value(std::string_view name) const
{
    for (int i = 0; i < m_count; ++i) {
        const xmlChar **attribute = m_values + 5 * i;  // name, prefix, address, value, its end
        if (view(attribute[0]) == name)
            return {
                reinterpret_cast<const char *>(attribute[3]), size_t(attribute[4] - attribute[3])};
    }
    return {};
}

int SaxAttributes::number(std::string_view name, int otherwise) const
{
    const std::string_view text = value(name);
    int number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

bool SaxAttributes::isOn(std::string_view name) const
{
    const std::string_view text = value(name);
    return text == "1" || text == "true" || text == "on";
}

void SaxHandler::fail(Error error)
{
    if (!m_failure)
        m_failure = std::move(error);
}

std::optional<Error> readSax(ZipArchive &archive, const QString &part, SaxHandler &handler,
    const std::function<bool()> &goOn)
{
    Parser parser(handler);
    const auto error = archive.stream(part, [&](const char *bytes, qsizetype size) {
        if (!goOn())
            handler.fail(readingStopped());
        return !handler.failure() && parser.take(bytes, size);
    });
    if (error)
        return error;
    parser.finish();
    return handler.failure();
}

}  // namespace mz
