#pragma once

#include <QtGlobal>

namespace mz {

/// Watches over an XML file in UTF-8, piece by piece, for elements with more
/// attributes than any document has. The XML parsers compare every attribute of
/// an element with every other: a million of them would take hours.
class TagBounds
{
public:
    static constexpr int mostAttributes = 256;

    /// False once an element goes beyond.
    bool take(const char *bytes, qsizetype size);

private:
    bool scan(const char *from, const char *to);

    bool m_inTag = false;
    char m_quote = 0;
    int m_values = 0;
};

}  // namespace mz
