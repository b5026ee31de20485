#include "model/manuscript/readers/docx_body.h"

#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(DocxReader)
};

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
    readStory(story);
    m_manuscript.blocks = std::move(story.blocks);
    return std::move(m_manuscript);
}

bool DocxBody::isWrapper(QStringView name)
{
    static constexpr std::array<QStringView, 13> wrappers{u"ins", u"moveTo", u"hyperlink",
        u"smartTag", u"customXml", u"sdt", u"sdtContent", u"fldSimple", u"bdo", u"dir", u"oMath",
        u"oMathPara", u"body"};
    return std::find(wrappers.begin(), wrappers.end(), name) != wrappers.end();
}

void DocxBody::append(std::vector<ManuscriptBlock> &target, std::vector<ManuscriptBlock> &source)
{
    std::move(source.begin(), source.end(), std::back_inserter(target));
    source.clear();
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

void DocxBody::readStory(Story &story)
{
    readBlocks(story);
    endStory(story);
}

void DocxBody::endStory(Story &story)
{
    if (!story.carried.isEmpty())
        story.blocks.push_back({std::exchange(story.carried, {}), {0, m_page, {}}, {}});
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
    append(story.isCell ? story.behind : story.blocks, paragraph.boxes);
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
