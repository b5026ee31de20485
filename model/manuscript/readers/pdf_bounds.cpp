#include "model/manuscript/readers/pdf_bounds.h"

#include <Dict.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>
#include <XRef.h>
#include <array>
#include <deque>
#include <limits>
#include <vector>

namespace mz {

namespace {

constexpr int deepestTree = 64;
constexpr qsizetype mostNodes = 20'000;
constexpr qint64 longestContent = 32LL * 1024 * 1024;

/// What a stream can unpack to; a great number where that takes unpacking to know.
qint64 mostBytesOf(Stream &content)
{
    constexpr qint64 most = 1032;  // deflate makes no more of one byte
    Stream *below = content.getNextStream();
    const bool deflated
        = content.getKind() == strFlate && below && below == content.getBaseStream();
    if (!deflated && below)
        return std::numeric_limits<qint64>::max();
    return content.getBaseStream()->getLength() * (deflated ? most : 1);
}

}  // namespace

bool PdfBounds::isPageTreeTooDeep() const
{
    XRef &table = *m_document.getXRef();
    const Object catalogue = table.getCatalog();
    if (!catalogue.isDict())
        return false;
    struct Node
    {
        Object pages;
        int depth;
    };
    std::deque<Node> waiting;
    waiting.push_back({catalogue.dictLookup("Pages"), 0});
    QSet<int> seen;
    while (!waiting.empty() && seen.size() < mostNodes) {
        const Node node = std::move(waiting.front());
        waiting.pop_front();
        if (node.depth > deepestTree)
            return true;
        const Object kids = node.pages.isDict() ? node.pages.dictLookup("Kids") : Object(objNull);
        for (int i = 0; kids.isArray() && i < kids.arrayGetLength(); ++i) {
            const Object &kid = kids.arrayGetNF(i);
            if (!kid.isRef() || seen.contains(kid.getRefNum()))
                continue;
            seen.insert(kid.getRefNum());
            Object below = kid.fetch(&table);
            if (below.isDict() && below.getDict()->hasKey("Kids"))
                waiting.push_back({std::move(below), node.depth + 1});
        }
    }
    return false;
}

bool PdfBounds::isTooLong(const Object &stream, Left &left) const
{
    Stream *content = stream.getStream();
    if (const qint64 most = mostBytesOf(*content); most < left.supposed) {
        left.supposed -= most;
        return false;
    }
    std::array<unsigned char, 65536> buffer;
    content->reset();
    int read = 0;
    while (left.unpacked > 0 && (read = content->doGetChars(int(buffer.size()), buffer.data())) > 0)
        left.unpacked -= read;
    content->close();
    return left.unpacked <= 0;
}

bool PdfBounds::isTooLarge(Page &page)
{
    XRef &table = *m_document.getXRef();
    Left left{longestContent, longestContent};
    const Object contents = page.getContents();
    if (contents.isStream() && isTooLong(contents, left))
        return true;
    for (int i = 0; contents.isArray() && i < contents.arrayGetLength(); ++i) {
        const Object part = contents.arrayGet(i);
        if (part.isStream() && isTooLong(part, left))
            return true;
    }
    std::vector<Object> waiting;
    if (Dict *resources = page.getResourceDict())
        waiting.push_back(resources->lookup("XObject"));
    while (!waiting.empty()) {
        const Object drawings = std::move(waiting.back());
        waiting.pop_back();
        for (int i = 0; drawings.isDict() && i < drawings.dictGetLength(); ++i) {
            const Object &entry = drawings.dictGetValNF(i);
            if (!entry.isRef() || m_known.contains(entry.getRefNum()))
                continue;
            m_known.insert(entry.getRefNum());
            const Object drawing = entry.fetch(&table);
            if (!drawing.isStream() || !drawing.streamGetDict()->lookup("Subtype").isName("Form"))
                continue;
            if (isTooLong(drawing, left)) {
                // It is as large the next time.
                m_known.remove(entry.getRefNum());
                return true;
            }
            const Object resources = drawing.streamGetDict()->lookup("Resources");
            if (resources.isDict())
                waiting.push_back(resources.dictLookup("XObject"));
        }
    }
    return false;
}

}  // namespace mz
