#pragma once

#include "model/manuscript/readers/docx_numbering.h"
#include "model/manuscript/readers/docx_table.h"
#include "model/manuscript/readers/reading.h"

namespace mz {

/// Walks through the body of a Word document. What fails is told by `xml`.
class DocxBody
{
public:
    /// `xml` stands in the root element. Pages are counted only where the
    /// document says where they began when it was last saved.
    DocxBody(
        XmlPart &xml, DocxNumbering &numbering, const ReadingProgress &progress, bool pagesKnown);

    Manuscript read();

private:
    /// A row of blocks: the document, a cell, a text box.
    struct Story
    {
        std::vector<ManuscriptBlock> blocks;
        std::vector<ManuscriptBlock> behind;  ///< What a cell holds, but has no room for.
        QString carried;                      ///< Of a paragraph that goes on in the next one.
        bool isCell = false;
    };
    struct Picture
    {
        qint64 width = 0;  ///< In EMU, 360,000 to the centimetre.
        qint64 height = 0;
        bool isPicture = false;
    };
    struct Paragraph
    {
        QString text;
        int page = 0;
        QString style;
        DocxListPlace place;
        bool markDeleted = false;
        bool largePicture = false;
        std::vector<ManuscriptBlock> boxes;
    };
    struct Cell
    {
        int columns = 1;
        DocxTable::Vertical vertical = DocxTable::Vertical::Alone;
        bool widens = false;
        bool deleted = false;
    };
    struct Row
    {
        int before = 0;
        int after = 0;
        int page = 0;
        bool deleted = false;
        std::vector<std::pair<Cell, QString>> cells;
        std::vector<ManuscriptBlock> behind;
    };

    /// Marks around content that have no meaning of their own, or that stand for
    /// what a tracked change has put in.
    static bool isWrapper(QStringView name);
    static void append(std::vector<ManuscriptBlock> &target, std::vector<ManuscriptBlock> &source);

    void readStory(Story &story);
    void endStory(Story &story);
    void readBlocks(Story &story);
    void readBlock(Story &story);
    void readParagraph(Story &story);
    void readParagraphProperties(Paragraph &paragraph);
    void finishParagraph(Story &story, Paragraph &paragraph);
    void readInline(Paragraph &paragraph);
    void readRun(Paragraph &paragraph);
    void readRunPart(Paragraph &paragraph);
    void readBreak(Paragraph &paragraph);
    void readFieldMark();
    void readDrawing(Paragraph &paragraph);
    void readDrawingPart(Paragraph &paragraph, Picture &picture);
    void readTable(Story &story);
    void readRows(DocxTable &table, Story &story);
    void readRow(DocxTable &table, Story &story);
    void readRowProperties(Row &row);
    void readCells(Row &row);
    void readCell(Row &row);
    void readCellProperties(Cell &cell);
    /// The first alternative that the file offers, or nothing.
    void readAlternative(const std::function<void()> &take);

    void put(Paragraph &paragraph, const QString &text);
    bool isShown() const;
    void count(qsizetype characters);
    void tell(const QString &message, bool lost);
    void reportProgress();

    XmlPart &m_xml;
    DocxNumbering &m_numbering;
    const ReadingProgress &m_progress;
    Manuscript m_manuscript;
    std::vector<bool> m_fields;  // of those that are open: whether the result has begun
    qint64 m_characters = 0;
    qint64 m_cells = 0;
    int m_steps = 0;
    int m_page = 0;
    bool m_pageBegins = true;  // nothing stands on the page yet
    bool m_hidden = false;
};

}  // namespace mz
