#include "model/manuscript/readers/docx_body.h"

#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(DocxReader)
};

/// Marks around content that have no meaning of their own, or that stand for
/// what a tracked change has put in.
bool isWrapper(QStringView name)
{
    static constexpr std::array<QStringView, 13> wrappers{u"ins", u"moveTo", u"hyperlink",
        u"smartTag", u"customXml", u"sdt", u"sdtContent", u"fldSimple", u"bdo", u"dir", u"oMath",
        u"oMathPara", u"body"};
    return std::find(wrappers.begin(), wrappers.end(), name) != wrappers.end();
}

QString joined(std::vector<ManuscriptBlock> &blocks)
{
    QStringList lines;
    for (const ManuscriptBlock &block : blocks)
        if (block.isParagraph())
            lines << block.paragraph();
    while (!lines.isEmpty() && lines.back().isEmpty())
        lines.removeLast();
    while (!lines.isEmpty() && lines.front().isEmpty())
        lines.removeFirst();
    return lines.join(u'\n');
}

void moveTo(std::vector<ManuscriptBlock> &target, std::vector<ManuscriptBlock> &source)
{
    std::move(source.begin(), source.end(), std::back_inserter(target));
    source.clear();
}

}  // namespace

DocxBody::DocxBody(
    XmlPart &xml, DocxNumbering &numbering, const ReadingProgress &progress, bool pagesKnown)
    : m_xml(xml)
    , m_numbering(numbering)
    , m_progress(progress)
    , m_page(pagesKnown ? 1 : 0)
{
}

Manuscript DocxBody::read()
{
    Story story;
    readBlocks(story);
    m_manuscript.blocks = std::move(story.blocks);
    return std::move(m_manuscript);
}

void DocxBody::readAlternative(const std::function<void()> &take)
{
    bool taken = false;
    while (m_xml.nextChild()) {
        if (taken || (m_xml.name() != u"Choice" && m_xml.name() != u"Fallback")) {
            m_xml.skip();
            continue;
        }
        taken = true;
        take();
    }
}

void DocxBody::readBlocks(Story &story)
{
    while (m_xml.nextChild())
        readBlock(story);
}

void DocxBody::readBlock(Story &story)
{
    const QStringView name = m_xml.name();
    if (name == u"p" && isWord(m_xml)) {
        readParagraph(story);
    } else if (name == u"tbl" && isWord(m_xml)) {
        readTable(story);
    } else if (name == u"AlternateContent") {
        readAlternative([&] { readBlocks(story); });
    } else if (isWrapper(name)) {
        readBlocks(story);
    } else {
        if (name == u"altChunk")
            tell(Say::tr("A file of another format is embedded here; it cannot be read."), true);
        m_xml.skip();
    }
}

void DocxBody::readParagraph(Story &story)
{
    Paragraph paragraph;
    readInline(paragraph);
    finishParagraph(story, paragraph);
    reportProgress();
}

void DocxBody::readParagraphProperties(Paragraph &paragraph)
{
    while (m_xml.nextChild()) {
        const QStringView name = m_xml.name();
        if (name == u"numPr") {
            paragraph.place = readListPlace(m_xml);
            continue;
        }
        if (name == u"rPr") {
            while (m_xml.nextChild()) {
                if (m_xml.name() == u"del" || m_xml.name() == u"moveFrom")
                    paragraph.markDeleted = true;
                m_xml.skip();
            }
            continue;
        }
        if (name == u"pStyle")
            paragraph.style = m_xml.attribute(u"val").toString();
        m_xml.skip();
    }
}

void DocxBody::finishParagraph(Story &story, Paragraph &paragraph)
{
    // Instructions that never come to an end must not swallow the document.
    m_fields.assign(m_fields.size(), true);
    if (paragraph.largePicture && paragraph.text.trimmed().isEmpty())
        tell(Say::tr("A picture stands here; what is written in it cannot be read."), true);
    if (paragraph.markDeleted) {
        story.carried += paragraph.text;
    } else {
        QString text = m_numbering.next(paragraph.style, paragraph.place);
        count(text.size());
        text += std::exchange(story.carried, {}) + paragraph.text;
        while (text.startsWith(u'\n'))
            text.remove(0, 1);
        while (text.endsWith(u'\n'))
            text.chop(1);
        if (paragraph.page == 0)
            paragraph.page = m_page;
        if (story.isCell || !text.trimmed().isEmpty())
            story.blocks.push_back({std::move(text), {0, paragraph.page, {}}, {}});
    }
    moveTo(story.isCell ? story.behind : story.blocks, paragraph.boxes);
}

void DocxBody::readInline(Paragraph &paragraph)
{
    while (m_xml.nextChild()) {
        const QStringView name = m_xml.name();
        if (name == u"r")
            readRun(paragraph);
        else if (name == u"pPr")
            readParagraphProperties(paragraph);
        else if (name == u"AlternateContent")
            readAlternative([&] { readInline(paragraph); });
        else if (isWrapper(name))
            readInline(paragraph);
        else
            m_xml.skip();
    }
}

void DocxBody::readTable(Story &story)
{
    DocxTable table;
    Story inside;
    readRows(table, inside);
    if (!table.isBounded())
        m_xml.fail({Say::tr("The document has a table of more than %1 columns.")
                        .arg(ReadingLimits::columns),
            {}});
    auto &target = story.isCell ? story.behind : story.blocks;
    if (!table.isEmpty())
        target.push_back(table.finish());
    moveTo(target, inside.behind);
}

void DocxBody::readRows(DocxTable &table, Story &story)
{
    while (m_xml.nextChild()) {
        const QStringView name = m_xml.name();
        if (name == u"tr") {
            readRow(table, story);
        } else if (name == u"tblGrid") {
            int columns = 0;
            while (m_xml.nextChild()) {
                columns += int(m_xml.name() == u"gridCol");
                m_xml.skip();
            }
            table.setColumns(columns);
        } else if (name == u"AlternateContent") {
            readAlternative([&] { readRows(table, story); });
        } else if (isWrapper(name)) {
            readRows(table, story);
        } else {
            m_xml.skip();
        }
    }
}

void DocxBody::readRow(DocxTable &table, Story &story)
{
    Row row;
    readCells(row);
    reportProgress();
    if (row.deleted)
        return;
    table.beginRow();
    table.addEmptyCells(row.before);
    for (auto &[cell, text] : row.cells) {
        if (cell.widens)
            table.widenLast(cell.columns);
        else if (!cell.deleted)
            table.addCell(std::move(text), cell.columns, cell.vertical);
    }
    table.addEmptyCells(row.after);
    table.endRow(row.page == 0 ? m_page : row.page);
    moveTo(story.behind, row.behind);
    m_cells += qint64(row.cells.size()) + qBound(0, row.before, ReadingLimits::columns)
        + qBound(0, row.after, ReadingLimits::columns);
    if (m_cells > ReadingLimits::cells)
        m_xml.fail({Say::tr("The tables of the document have more than %1 cells together.")
                        .arg(ReadingLimits::cells),
            {}});
}

void DocxBody::readRowProperties(Row &row)
{
    while (m_xml.nextChild()) {
        const QStringView name = m_xml.name();
        if (name == u"gridBefore")
            row.before = m_xml.attribute(u"val").toInt();
        else if (name == u"gridAfter")
            row.after = m_xml.attribute(u"val").toInt();
        else if (name == u"del" || (name == u"hidden" && m_xml.isOn()))
            row.deleted = true;
        m_xml.skip();
    }
}

void DocxBody::readCells(Row &row)
{
    while (m_xml.nextChild()) {
        const QStringView name = m_xml.name();
        if (name == u"tc")
            readCell(row);
        else if (name == u"trPr")
            readRowProperties(row);
        else if (name == u"AlternateContent")
            readAlternative([&] { readCells(row); });
        else if (isWrapper(name))
            readCells(row);
        else
            m_xml.skip();
    }
}

void DocxBody::readCell(Row &row)
{
    Cell cell;
    Story story;
    story.isCell = true;
    while (m_xml.nextChild()) {
        if (m_xml.name() == u"tcPr")
            readCellProperties(cell);
        else
            readBlock(story);
    }
    if (!story.carried.isEmpty())
        story.blocks.push_back({std::exchange(story.carried, {}), {}, {}});
    for (const ManuscriptBlock &block : story.blocks)
        if (row.page == 0 && !block.paragraph().isEmpty())
            row.page = block.place.page;
    row.cells.emplace_back(cell, joined(story.blocks));
    moveTo(row.behind, story.behind);
}

void DocxBody::readCellProperties(Cell &cell)
{
    using Vertical = DocxTable::Vertical;
    while (m_xml.nextChild()) {
        const QStringView name = m_xml.name();
        const QStringView value = m_xml.attribute(u"val");
        if (name == u"gridSpan") {
            bool fine = false;
            const int columns = value.toInt(&fine);
            cell.columns = fine ? columns : ReadingLimits::columns + 1;
        } else if (name == u"vMerge") {
            cell.vertical = value == u"restart" ? Vertical::Begins : Vertical::GoesOn;
        } else if (name == u"hMerge") {
            cell.widens = value != u"restart";
        } else if (name == u"cellDel") {
            cell.deleted = true;
        }
        m_xml.skip();
    }
}

void DocxBody::count(qsizetype characters)
{
    m_characters += characters;
    if (m_characters > ReadingLimits::characters)
        m_xml.fail({Say::tr("The document has more than %1 million characters.")
                        .arg(ReadingLimits::characters / 1'000'000),
            {}});
}

void DocxBody::tell(const QString &message, bool lost)
{
    const ManuscriptNote note{message, {0, m_page, {}}, lost};
    auto &notes = m_manuscript.notes;
    if (notes.size() < 1000)
        notes.push_back(note);
}

void DocxBody::reportProgress()
{
    constexpr int often = 64;
    if (++m_steps % often == 0
        && !goesOn(m_progress, int(m_xml.position() / 1024), int(m_xml.size() / 1024) + 1))
        m_xml.fail(readingStopped());
}

}  // namespace mz
