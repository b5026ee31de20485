#pragma once

#include "model/domain/result.h"
#include <QByteArray>
#include <QXmlStreamReader>
#include <optional>

namespace mz {

/// One XML part of an office document, element by element.
///
/// Bounds: no DOCTYPE (and so no entities), ReadingLimits::depth elements in
/// each other, 256 attributes of one element. After a failure there are no
/// further children anywhere, so that whoever reads comes out of it.
class XmlPart
{
public:
    /// The largest part that is read in this way; it is held as a whole.
    static constexpr qint64 largest = 64LL * 1024 * 1024;

    /// In UTF-8, or in what its byte order mark says.
    explicit XmlPart(const QByteArray &bytes);

    /// Goes to the next element that stands directly in the current one. False
    /// at the end of the current one, which is thereby left.
    bool nextChild();
    /// Leaves the current element with all that stands in it.
    void skip();
    /// The text that stands directly in the current element, which is left.
    QString text();

    QStringView name() const { return m_reader.name(); }
    QStringView space() const { return m_reader.namespaceUri(); }
    /// By its name without prefix; a null view where there is none.
    QStringView attribute(QStringView name) const;
    /// Of an attribute that says yes or no: missing, "1", "true", "on" are yes.
    bool isOn() const;

    qint64 position() const { return m_reader.characterOffset(); }
    qint64 size() const { return m_size; }

    void fail(Error error);
    const std::optional<Error> &failure() const { return m_failure; }

private:
    QXmlStreamReader::TokenType next();

    QXmlStreamReader m_reader;
    QXmlStreamAttributes m_attributes;
    std::optional<Error> m_failure;
    qint64 m_size = 0;
    int m_depth = 0;
};

}  // namespace mz
