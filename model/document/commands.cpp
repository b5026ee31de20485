#include "model/document/commands.h"

#include "model/document/report_document.h"

namespace mz {

ChangeCells::ChangeCells(
    ReportDocument &document, std::vector<CellChange> changes, const QString &text)
    : QUndoCommand(text)
    , m_document(document)
    , m_changes(std::move(changes))
{
}

void ChangeCells::undo()
{
    m_document.restoreCells(m_changes, true);
    m_done = false;
}

void ChangeCells::redo()
{
    if (!m_done)
        m_document.restoreCells(m_changes, false);
    m_done = true;
}

ReplaceSheets::ReplaceSheets(
    ReportDocument &document, std::vector<Sheet> sheets, const QString &text)
    : QUndoCommand(text)
    , m_document(document)
    , m_other(std::move(sheets))
{
}

void ReplaceSheets::swap() { m_document.exchangeSheets(m_other); }

ReplaceIdentity::ReplaceIdentity(ReportDocument &document, Identity identity, const QString &text)
    : QUndoCommand(text)
    , m_document(document)
    , m_other(std::move(identity))
{
}

void ReplaceIdentity::swap() { m_document.exchangeIdentity(m_other); }

ReplaceMarks::ReplaceMarks(
    ReportDocument &document, std::vector<FindingMark> marks, const QString &text)
    : QUndoCommand(text)
    , m_document(document)
    , m_other(std::move(marks))
{
}

void ReplaceMarks::swap() { m_document.exchangeMarks(m_other); }

ReplaceNumberBindings::ReplaceNumberBindings(
    ReportDocument &document, std::vector<NumberBinding> bindings, const QString &text)
    : QUndoCommand(text)
    , m_document(document)
    , m_other(std::move(bindings))
{
}

void ReplaceNumberBindings::swap() { m_document.exchangeNumberBindings(m_other); }

ReplaceGridTexts::ReplaceGridTexts(ReportDocument &document, int section, int block,
    std::vector<GridText> texts, const QString &text)
    : QUndoCommand(text)
    , m_document(document)
    , m_section(section)
    , m_block(block)
    , m_other(std::move(texts))
{
}

void ReplaceGridTexts::swap() { m_document.exchangeGridTexts(m_section, m_block, m_other); }

ReplaceSections::ReplaceSections(
    ReportDocument &document, std::vector<Section> sections, const QString &text, int typing)
    : QUndoCommand(text)
    , m_document(document)
    , m_other(std::move(sections))
    , m_typing(typing)
{
}

bool ReplaceSections::mergeWith(const QUndoCommand *next)
{
    // The sections before the first of the steps are kept; the last ones are shown.
    return static_cast<const ReplaceSections *>(next)->m_typing == m_typing;
}

void ReplaceSections::swap() { m_document.exchangeSections(m_other); }

ReplaceSideFigures::ReplaceSideFigures(
    ReportDocument &document, std::vector<SideFigure> figures, const QString &text)
    : QUndoCommand(text)
    , m_document(document)
    , m_other(std::move(figures))
{
}

void ReplaceSideFigures::swap() { m_document.exchangeSideFigures(m_other); }

ReplaceParagraphs::ReplaceParagraphs(
    ReportDocument &document, std::vector<ParagraphText> paragraphs, const QString &text)
    : QUndoCommand(text)
    , m_document(document)
    , m_other(std::move(paragraphs))
{
}

void ReplaceParagraphs::swap() { m_document.exchangeParagraphs(m_other); }

}  // namespace mz
