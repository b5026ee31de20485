#include "model/manuscript/readers/xlsx_workbook.h"
#include "model/manuscript/readers/xml_part.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(XlsxReader)
};

/// A spreadsheet has no more of these.
constexpr size_t mostStyles = 65'536;
constexpr size_t mostFormats = 1024;
constexpr size_t mostSheets = 4096;

/// The texts that cells share: runs joined, readings of the characters left out.
class SharedTexts : public SaxHandler
{
public:
    explicit SharedTexts(std::vector<QString> &texts) : m_texts(texts) { }

    void begin(std::string_view name, const SaxAttributes &) override
    {
        if (name == "si")
            m_text.clear();
        else if (name == "rPh")
            m_reading = true;
        else if (name == "t")
            m_inText = !m_reading;
    }
    void end(std::string_view name) override
    {
        if (name == "t")
            m_inText = false;
        else if (name == "rPh")
            m_reading = false;
        else if (name == "si")
            addText();
    }
    void text(std::string_view piece) override
    {
        if (!m_inText)
            return;
        m_text += piece;
        m_characters += qint64(piece.size());
        if (m_characters > 3 * ReadingLimits::characters)  // a Chinese one has three bytes
            fail({Say::tr("The file holds more text than any report."), {}});
    }

private:
    void addText()
    {
        if (qint64(m_texts.size()) == ReadingLimits::cells)
            return fail({Say::tr("The file holds more text than any report."), {}});
        m_texts.push_back(sheetText(m_text));
    }

    std::vector<QString> &m_texts;
    std::string m_text;
    qint64 m_characters = 0;
    bool m_inText = false;
    bool m_reading = false;
};

Result<QByteArray> readPart(ZipArchive &archive, const QString &part)
{
    return archive.read(part, XmlPart::largest);
}

/// Tells of the sheets, by the ids of their relations.
std::optional<Error> readSheetList(
    const QByteArray &bytes, Workbook &workbook, QHash<QString, size_t> &ids)
{
    XmlPart xml(bytes);
    if (!xml.nextChild() || xml.name() != u"workbook")
        return xml.failure().value_or(
            Error{Say::tr("The file is an office document, but not a workbook."), {}});
    while (xml.nextChild()) {
        if (xml.name() == u"workbookPr") {
            const QStringView value = xml.attribute(u"date1904");
            workbook.date1904 = value == u"1" || value == u"true";
        }
        if (xml.name() != u"sheets") {
            xml.skip();
            continue;
        }
        while (xml.nextChild()) {
            if (workbook.sheets.size() == mostSheets)
                xml.fail({Say::tr("The workbook has more than %1 sheets.").arg(mostSheets), {}});
            const QStringView state = xml.attribute(u"state");
            ids.insert(xml.attribute(u"id").toString(), workbook.sheets.size());
            workbook.sheets.push_back({xml.attribute(u"name").toString(), {},
                state == u"hidden" || state == u"veryHidden"});
            xml.skip();
        }
    }
    return xml.failure();
}

/// Number formats by style; a damaged part costs no more than the formats.
void readStyles(const QByteArray &bytes, Workbook &workbook)
{
    QHash<int, QString> codes;
    QHash<int, quint16> formats;  // by id
    XmlPart xml(bytes);
    xml.nextChild();
    while (xml.nextChild()) {
        const bool own = xml.name() == u"numFmts";
        if (!own && xml.name() != u"cellXfs") {
            xml.skip();
            continue;
        }
        while (xml.nextChild()) {
            const int id = xml.attribute(u"numFmtId").toInt();
            if (own) {
                codes.insert(id, xml.attribute(u"formatCode").toString());
            } else if (workbook.styles.size() < mostStyles) {
                auto format = formats.constFind(id);
                if (format == formats.cend()) {
                    format = formats.insert(id, quint16(workbook.formats.size()));
                    const auto code = codes.constFind(id);
                    if (workbook.formats.size() < mostFormats)
                        workbook.formats.emplace_back(
                            code == codes.cend() ? builtInFormatCode(id) : QStringView(*code));
                }
                workbook.styles.push_back(*format);
            }
            xml.skip();
        }
    }
}

}  // namespace

const NumberFormat &Workbook::format(quint16 style) const
{
    static const NumberFormat general;
    if (style >= styles.size() || styles[style] >= formats.size())
        return general;
    return formats[styles[style]];
}

QString sheetText(std::string_view bytes)
{
    QString text = QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
    if (text.contains(u"_x")) {
        static const QRegularExpression escape(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
        QString plain;
        qsizetype at = 0;
        for (auto it = escape.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            plain += QStringView(text).sliced(at, match.capturedStart() - at);
            const ushort code = match.capturedView(1).toUShort(nullptr, 16);
            if (code != 0)
                plain += QChar(code);
            at = match.capturedEnd();
        }
        text = plain.append(QStringView(text).sliced(at));
    }
    if (text.contains(u'\r')) {
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        text.replace(u'\r', u'\n');
    }
    return text;
}

Result<Workbook> readWorkbook(ZipArchive &archive, const std::function<bool()> &goOn)
{
    const auto part = mainPart(archive);
    if (!part)
        return part.error();
    if (part->endsWith(u".bin"))
        return Error{Say::tr("The workbook is in the binary form (xlsb); save it as xlsx."), {}};
    const auto relations = readRelations(archive, *part);
    if (!relations)
        return relations.error();
    const auto list = readPart(archive, *part);
    if (!list)
        return list.error();

    Workbook workbook;
    QHash<QString, size_t> ids;
    if (const auto error = readSheetList(*list, workbook, ids))
        return *error;
    for (const PartRelation &relation : *relations)
        if (const auto sheet = ids.constFind(relation.id);
            sheet != ids.cend() && relation.type == u"worksheet")
            workbook.sheets[*sheet].part = relation.part;

    const QString styles = partOfType(*relations, u"styles");
    if (archive.contains(styles))
        if (const auto bytes = readPart(archive, styles))
            readStyles(*bytes, workbook);
    const QString texts = partOfType(*relations, u"sharedStrings");
    if (archive.contains(texts)) {
        SharedTexts handler(workbook.texts);
        if (const auto error = readSax(archive, texts, handler, goOn))
            return *error;
    }
    return workbook;
}

}  // namespace mz
