#include "model/manuscript/readers/tag_bounds.h"

#include <cstring>

namespace mz {

namespace {

/// No more attributes than are allowed fit into fewer bytes (` a=""`).
constexpr qsizetype harmlessLength = TagBounds::mostAttributes * 5;

const char *nextTag(const char *from, const char *to)
{
    const void *found = from < to ? std::memchr(from, '<', size_t(to - from)) : nullptr;
    return found ? static_cast<const char *>(found) : to;
}

}  // namespace

bool TagBounds::take(const char *bytes, qsizetype size)
{
    const char *const end = bytes + size;
    const char *at = nextTag(bytes, end);
    if (!scan(bytes, at))
        return false;
    while (at != end) {
        // No '<' stands inside a tag, so a tag ends where the next one begins.
        const char *next = nextTag(at + 1, end);
        if (next == end || next - at > harmlessLength) {
            m_inTag = true;
            m_quote = 0;
            m_values = 0;
            if (!scan(at, next))
                return false;
        }
        at = next;
    }
    return true;
}

bool TagBounds::scan(const char *from, const char *to)
{
    for (; m_inTag && from != to; ++from) {
        const char c = *from;
        if (m_quote) {
            if (c == m_quote)
                m_quote = 0;
        } else if (c == '"' || c == '\'') {
            m_quote = c;
            if (++m_values > mostAttributes)
                return false;
        } else if (c == '>') {
            m_inTag = false;
        }
    }
    return true;
}

}  // namespace mz
