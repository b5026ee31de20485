#include "model/manuscript/readers/html_source.h"

#include "model/manuscript/readers/text_reader.h"
#include <QCoreApplication>
#include <QStringDecoder>
#include <algorithm>
#include <string_view>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(HtmlReader)
};

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

}  // namespace

Result<QByteArray> htmlSource(const QByteArray &bytes)
{
    if (bytes.size() > largestTextFile)
        return Error{Say::tr("The page is larger than %1 MB; no report is that large.")
                         .arg(largestTextFile / (1024 * 1024)),
            {}};
    const auto text = decodePage(bytes);
    if (!text)
        return text.error();
    QByteArray page = withoutConditions(text->toUtf8());
    if (hasEndlessTag(page))
        return Error{Say::tr("A tag of the page has more than %1 attributes; no page does.")
                         .arg(mostAttributes),
            {}};
    return page;
}

}  // namespace mz
