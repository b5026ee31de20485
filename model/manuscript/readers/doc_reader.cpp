#include "model/manuscript/readers/doc_reader.h"

#include "model/manuscript/readers/doc_lists.h"
#include "model/manuscript/readers/doc_pieces.h"
#include "model/manuscript/readers/doc_properties.h"
#include "model/manuscript/readers/doc_table.h"
#include "model/manuscript/readers/ole_file.h"
#include <QCoreApplication>
#include <utility>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(DocReader)
};

/// What Word puts into the text for what is none.
enum Mark : char16_t {
    CellMark = 0x07,
    LineBreak = 0x0B,
    PageBreak = 0x0C,
    ParagraphEnd = 0x0D,
    FieldBegin = 0x13,
    FieldResult = 0x14,
    FieldEnd = 0x15,
    FixedHyphen = 0x1E,
    Symbol = 0x28
};

/// Walks through the text once.
class DocWalk
{
public:
    DocWalk(const DocText &text, DocProperties &properties, DocLists &lists)
        : m_text(text)
        , m_properties(properties)
        , m_lists(lists)
    {
        findFields();
    }

    Result<Manuscript> read(const ReadingProgress &progress);

private:
    void findFields();
    void take(qint64 at);
    void addCharacter(QChar c);
    void endParagraph(qint64 at, QChar mark);
    void setDepth(int depth);
    qint64 offsetOf(qint64 at) const { return DocText::offsetOf(m_text.pieces()[m_piece], at); }

    const DocText &m_text;
    DocProperties &m_properties;
    DocLists &m_lists;
    Manuscript m_manuscript;
    std::vector<DocTable> m_tables;  ///< Each in a cell of the one before.
    QString m_line;
    std::vector<bool> m_inCode;     ///< Of the fields in each other that are open.
    std::vector<qint64> m_endless;  ///< Fields without an end, rising.
    size_t m_nextEndless = 0;
    int m_codes = 0;
    size_t m_piece = 0;
    DocCharacters m_characters;  ///< Of the run that the walk is in.
    qint64 m_runEnd = 0;         ///< In the text.
    qint64 m_parts = 0;          ///< Paragraphs, of cells too.
    bool m_tooDeep = false;
    bool m_cellDeleted = false;  ///< The mark of the last cell is a tracked deletion.
};

/// A field that never ends would hide the rest of the document.
void DocWalk::findFields()
{
    const QString &text = m_text.text();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QChar(FieldBegin))
            m_endless.push_back(i);
        else if (text[i] == QChar(FieldEnd) && !m_endless.empty())
            m_endless.pop_back();
    }
}

Result<Manuscript> DocWalk::read(const ReadingProgress &progress)
{
    const auto length = qint64(m_text.text().size());
    constexpr qint64 between = 16 * 1024;
    for (qint64 at = 0; at < length; ++at) {
        if (at % between == 0 && !goesOn(progress, int(at / between), int(length / between) + 1))
            return readingStopped();
        take(at);
        if (m_parts > ReadingLimits::cells)
            return Error{
                Say::tr("The document holds more than %1 cells and paragraphs; no report does.")
                    .arg(ReadingLimits::cells),
                {}};
        if (m_tooDeep)
            return Error{Say::tr("The document nests more than %1 tables in each other; no "
                                 "report does.")
                             .arg(ReadingLimits::depth),
                {}};
    }
    if (!m_line.isEmpty())
        endParagraph(length, QChar(PageBreak));
    setDepth(0);
    if (m_text.isCut() || m_properties.isExhausted())
        m_manuscript.notes.push_back(
            {Say::tr("The file is damaged: some of its text could not be read."), {}, true});
    return std::move(m_manuscript);
}

void DocWalk::take(qint64 at)
{
    const auto &pieces = m_text.pieces();
    if (m_piece + 1 < pieces.size() && at >= pieces[m_piece + 1].start) {
        m_piece = m_text.pieceOf(at);
        m_runEnd = at;
    }
    if (at >= m_runEnd) {
        const qint64 offset = offsetOf(at);
        m_characters = m_properties.characters(offset, pieces[m_piece].changes);
        m_runEnd = at + std::max<qint64>(1, (m_characters.end - offset) / pieces[m_piece].width);
    }
    const QChar c = m_text.text()[at];
    switch (c.unicode()) {
    case FieldBegin:
        if (m_nextEndless < m_endless.size() && m_endless[m_nextEndless] == at) {
            ++m_nextEndless;
        } else {
            m_inCode.push_back(true);
            ++m_codes;
        }
        break;
    case FieldResult:
        if (!m_inCode.empty() && m_inCode.back()) {
            m_inCode.back() = false;
            --m_codes;
        }
        break;
    case FieldEnd:
        if (!m_inCode.empty()) {
            m_codes -= m_inCode.back() ? 1 : 0;
            m_inCode.pop_back();
        }
        break;
    case CellMark:
    case PageBreak:
    case ParagraphEnd:
        endParagraph(at, c);
        break;
    default:
        if (m_codes == 0 && !m_characters.hidden && !m_characters.deleted)
            addCharacter(c);
    }
}

void DocWalk::addCharacter(QChar c)
{
    if (c == QChar(LineBreak))
        m_line += u'\n';
    else if (c == QChar(FixedHyphen))
        m_line += u'-';
    else if (c == QChar(Symbol) && m_characters.special && m_characters.symbol)
        m_line += QChar(m_characters.symbol);
    else if (c == u'\t' || c >= u' ')
        m_line += c;  // the others stand for pictures, notes and soft hyphens
}

void DocWalk::endParagraph(qint64 at, QChar mark)
{
    DocParagraph paragraph;
    if (at < m_text.text().size())
        paragraph = m_properties.paragraph(offsetOf(at), m_text.pieces()[m_piece].changes);
    const bool isCellMark = mark == QChar(CellMark);
    // A mark that is of no table by its properties: the second of two ends a row.
    if (isCellMark && paragraph.depth == 0) {
        paragraph.depth = 1;
        paragraph.endsRow = m_line.isEmpty() && at > 0 && m_text.text()[at - 1] == QChar(CellMark);
    }
    // A tracked deletion of the mark joins its paragraph with the next.
    if (mark == QChar(ParagraphEnd) && m_characters.deleted && !paragraph.endsCell
        && !paragraph.endsRow)
        return;
    setDepth(paragraph.depth);
    if (m_tooDeep)
        return;
    ++m_parts;
    QString line = std::exchange(m_line, {});
    // An empty paragraph shows its number, too, but nobody means it.
    if (paragraph.list > 0 && !line.isEmpty())
        line.prepend(m_lists.next(paragraph.list, paragraph.level));
    if (m_tables.empty()) {
        if (!line.trimmed().isEmpty())
            m_manuscript.blocks.push_back({std::move(line), {}, {}});
        return;
    }
    DocTable &table = m_tables.back();
    if (paragraph.endsRow) {
        // Some writers let the mark of a kept row run on into deleted text.
        if (m_characters.deleted && m_cellDeleted)
            table.dropRow();
        table.endRow(std::move(paragraph.row));
        return;
    }
    table.addParagraph(std::move(line));
    if ((isCellMark && paragraph.depth == 1) || paragraph.endsCell) {
        m_cellDeleted = m_characters.deleted;
        table.endCell();
    }
}

void DocWalk::setDepth(int depth)
{
    m_tooDeep = m_tooDeep || depth > ReadingLimits::depth;
    if (m_tooDeep)
        return;
    while (int(m_tables.size()) > depth) {
        auto blocks = m_tables.back().finish();
        m_tables.pop_back();
        if (!m_tables.empty()) {
            m_tables.back().addBlocks(std::move(blocks));
            continue;
        }
        for (ManuscriptBlock &block : blocks)
            m_manuscript.blocks.push_back(std::move(block));
    }
    m_tables.resize(size_t(depth));
}

}  // namespace

Result<Manuscript> readDocStreams(const QByteArray &document, const QByteArray &table,
    const QByteArray &data, const ReadingProgress &progress)
{
    const ByteView documentBytes(document);
    const ByteView tableBytes(table);
    const auto header = DocHeader::read(documentBytes);
    if (!header)
        return header.error();
    const auto text = DocText::read(*header, documentBytes, tableBytes);
    if (!text)
        return text.error();
    DocProperties properties(documentBytes, ByteView(data), header->paragraphPages(tableBytes),
        header->characterPages(tableBytes), header->styles(tableBytes));
    DocLists lists(header->listSchemes(tableBytes), header->lists(tableBytes));
    return DocWalk(*text, properties, lists).read(progress);
}

Result<Manuscript> readDoc(const QByteArray &bytes, const ReadingProgress &progress)
{
    const auto file = OleFile::open(bytes);
    if (!file)
        return file.error();
    const auto document = file->read(QStringLiteral("WordDocument"));
    if (!document)
        return document.error();
    const auto header = DocHeader::read(ByteView(*document));
    if (!header)
        return header.error();
    const auto table
        = file->read(header->firstTable ? QStringLiteral("1Table") : QStringLiteral("0Table"));
    if (!table)
        return table.error();
    QByteArray data;
    if (file->contains(QStringLiteral("Data"))) {
        // Without it only the widest tables lose their spans.
        if (auto read = file->read(QStringLiteral("Data")))
            data = *std::move(read);
    }
    return readDocStreams(*document, *table, data, progress);
}

}  // namespace mz
