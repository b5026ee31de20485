#pragma once

#include <Object.h>
#include <QSet>

class PDFDoc;
class Page;

namespace mz {

/// What is looked at before poppler is: it unpacks and follows without end.
class PdfBounds
{
public:
    explicit PdfBounds(PDFDoc &document) : m_document(document) { }

    /// Whether the nodes above the pages are nested as in no real file.
    bool isPageTreeTooDeep() const;
    /// Whether what the page draws, with all that it draws in it, unpacks to more
    /// than any page has. Pictures are not unpacked.
    bool isTooLarge(Page &page);

private:
    /// What a page may still unpack to.
    struct Left
    {
        qint64 unpacked;  ///< Of what has to be unpacked to know.
        qint64 supposed;  ///< Of what cannot unpack to much, at the most.
    };
    bool isTooLong(const Object &stream, Left &left) const;

    PDFDoc &m_document;
    QSet<int> m_known;  ///< The numbers of the drawings that are small enough.
};

}  // namespace mz
