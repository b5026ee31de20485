#include "model/manuscript/readers/xml_part.h"
#include "model/manuscript/readers/reading.h"
#include "model/manuscript/readers/tag_bounds.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(XmlPart)
};

}  // namespace

XmlPart::XmlPart(const QByteArray &bytes)
{
    QStringDecoder decoder(
        QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8));
    const QString text = decoder.decode(bytes);
    if (decoder.hasError()) {
        fail({Say::tr("The file is damaged: a part of it is not text."), {}});
        return;
    }
    const QByteArray plain = text.toUtf8();
    if (!TagBounds().take(plain.constData(), plain.size())) {
        fail(
            {Say::tr("The file holds an element with more attributes than any document has."), {}});
        return;
    }
    // As a QString: another encoding that the part may claim for itself would
    // show the parser other tags than those counted here.
    m_reader.addData(text);
    m_size = text.size();
}

QXmlStreamReader::TokenType XmlPart::next()
{
    if (m_failure)
        return QXmlStreamReader::Invalid;
    const auto token = m_reader.readNext();
    switch (token) {
    case QXmlStreamReader::StartElement:
        if (++m_depth > ReadingLimits::depth)
            fail({Say::tr("The file nests its elements deeper than any document does."), {}});
        break;
    case QXmlStreamReader::EndElement:
        --m_depth;
        break;
    case QXmlStreamReader::DTD:
        fail({Say::tr("The file declares a document type, which office documents do not."), {}});
        break;
    case QXmlStreamReader::Invalid:
        fail({Say::tr("The file is damaged: line %1 of a part cannot be read.")
                  .arg(m_reader.lineNumber()),
            {}});
        break;
    default:
        break;
    }
    return m_failure ? QXmlStreamReader::Invalid : token;
}

bool XmlPart::nextChild()
{
    for (;;) {
        switch (next()) {
        case QXmlStreamReader::StartElement:
            m_attributes = m_reader.attributes();
            return true;
        case QXmlStreamReader::EndElement:
        case QXmlStreamReader::EndDocument:
        case QXmlStreamReader::Invalid:
            return false;
        default:
            break;
        }
    }
}

void XmlPart::skip()
{
    const int outside = m_depth - 1;
    while (m_depth > outside && !m_failure)
        next();
}

QString XmlPart::text()
{
    QString text;
    for (;;) {
        switch (next()) {
        case QXmlStreamReader::Characters:
            text += m_reader.text();
            break;
        case QXmlStreamReader::StartElement:
            skip();
            break;
        case QXmlStreamReader::EndElement:
        case QXmlStreamReader::EndDocument:
        case QXmlStreamReader::Invalid:
            return text;
        default:
            break;
        }
    }
}

QStringView XmlPart::attribute(QStringView name) const
{
    for (const QXmlStreamAttribute &attribute : m_attributes)
        if (attribute.name() == name)
            return attribute.value();
    return {};
}

bool XmlPart::isOn() const
{
    const QStringView value = attribute(u"val");
    return value != u"0" && value != u"false" && value != u"off";
}

void XmlPart::fail(Error error)
{
    if (!m_failure)
        m_failure = std::move(error);
}

}  // namespace mz
