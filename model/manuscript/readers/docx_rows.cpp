#include "model/manuscript/readers/docx_body.h"

#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(DocxReader)
};

QString joined(const std::vector<ManuscriptBlock> &blocks)
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

}  // namespace

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
    append(target, inside.behind);
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
    append(story.behind, row.behind);
    m_cells += 1 + qint64(row.cells.size()) + qBound(0, row.before, ReadingLimits::columns)
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
    endStory(story);
    for (const ManuscriptBlock &block : story.blocks)
        if (row.page == 0 && !block.paragraph().isEmpty())
            row.page = block.place.page;
    row.cells.emplace_back(cell, joined(story.blocks));
    append(row.behind, story.behind);
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

}  // namespace mz
