#include "model/manuscript/readers/xls_workbook.h"

#include "model/manuscript/readers/reading.h"
#include "model/manuscript/readers/xls_records.h"
#include <QCoreApplication>
#include <map>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(XlsReader)
};

constexpr quint16 excel97 = 0x0600;
constexpr quint16 workbookPart = 0x0005;

class WorkbookReader
{
public:
    explicit WorkbookReader(ByteView stream) : m_records(stream) { }

    Result<XlsWorkbook> read()
    {
        if (!m_records.next() || m_records.type() != XlsRecords::Begin)
            return Error{Say::tr("The file is not a workbook."), {}};
        if (m_records.body().u16(0) != excel97)
            return Error{Say::tr("The file is of Excel 95 or older, which is not read. Save it "
                                 "with a newer program first."),
                {}};
        if (m_records.body().u16(2) != workbookPart)
            return Error{Say::tr("The file is not a workbook."), {}};
        bool ended = false;
        while (!ended && m_records.next()) {
            ended = m_records.type() == XlsRecords::End;
            if (auto error = take())
                return *std::move(error);
        }
        if (m_workbook.sheets.empty() && !ended)
            return Error{Say::tr("The file is damaged: its list of sheets is missing."), {}};
        resolveStyles();
        return std::move(m_workbook);
    }

private:
    std::optional<Error> take()
    {
        const ByteView &body = m_records.body();
        switch (m_records.type()) {
        case XlsRecords::Encryption:
            return Error{Say::tr("The file is protected by a password."), {}};
        case XlsRecords::DateMode:
            m_workbook.shared.date1904 = body.u16(0) == 1;
            break;
        case XlsRecords::Format:
            m_codes[body.u16(0)] = XlsTextReader({body}, 2).text();
            break;
        case XlsRecords::CellStyle:
            m_formatOfStyle.push_back(body.u16(2));
            break;
        case XlsRecords::Sheet:
            if ((body.u8(5)) == 0)  // 1 is a macro sheet, 2 a chart
                m_workbook.sheets.push_back(
                    {XlsTextReader({body}, 6).text(1), body.u32(0), (body.u8(4) & 0x03) != 0});
            break;
        case XlsRecords::SharedTexts:
            return readTexts();
        default:
            break;
        }
        return std::nullopt;
    }

    /// Whatever number of texts the file claims: as many as there are.
    std::optional<Error> readTexts()
    {
        XlsTextReader reader(m_records.wholeBody(), 8);
        auto &texts = m_workbook.shared.texts;
        while (!reader.atEnd()) {
            if (qint64(texts.size()) >= ReadingLimits::cells)
                return Error{Say::tr("The workbook has more than %1 texts; no report has.")
                                 .arg(ReadingLimits::cells),
                    {}};
            texts.push_back(reader.text());
        }
        return std::nullopt;
    }

    void resolveStyles()
    {
        Workbook &shared = m_workbook.shared;
        std::map<quint16, quint16> known;
        shared.styles.reserve(m_formatOfStyle.size());
        for (const quint16 format : m_formatOfStyle) {
            const auto [place, isNew] = known.insert({format, quint16(shared.formats.size())});
            if (isNew) {
                const auto code = m_codes.find(format);
                shared.formats.emplace_back(
                    code != m_codes.end() ? QStringView(code->second) : builtInFormatCode(format));
            }
            shared.styles.push_back(place->second);
        }
    }

    XlsRecords m_records;
    XlsWorkbook m_workbook;
    std::map<quint16, QString> m_codes;
    std::vector<quint16> m_formatOfStyle;
};

}  // namespace

Result<XlsWorkbook> readXlsWorkbook(ByteView stream) { return WorkbookReader(stream).read(); }

}  // namespace mz
