#pragma once

#include "model/domain/report.h"
#include "model/totals/totals.h"
#include <QUndoCommand>

namespace mz {

struct GridText;

class ReportDocument;

/// What one paragraph says.
struct ParagraphText
{
    int section = -1;
    int block = -1;
    QString text;
};

/// Cells that were typed, pasted, cleared, pinned or released, with every total
/// that followed. The change has been made when the command is pushed.
class ChangeCells : public QUndoCommand
{
public:
    ChangeCells(ReportDocument &document, std::vector<CellChange> changes, const QString &text);
    void undo() override;
    void redo() override;

private:
    ReportDocument &m_document;
    std::vector<CellChange> m_changes;
    bool m_done = true;
};

/// Tables whose rows were added or removed. Undo and redo are one swap.
class ReplaceSheets : public QUndoCommand
{
public:
    ReplaceSheets(ReportDocument &document, std::vector<Sheet> sheets, const QString &text);
    void undo() override { swap(); }
    void redo() override { swap(); }

private:
    void swap();

    ReportDocument &m_document;
    std::vector<Sheet> m_other;  ///< Whichever tables are not in the document now.
};

class ReplaceIdentity : public QUndoCommand
{
public:
    ReplaceIdentity(ReportDocument &document, Identity identity, const QString &text);
    void undo() override { swap(); }
    void redo() override { swap(); }

private:
    void swap();

    ReportDocument &m_document;
    Identity m_other;
};

class ReplaceMarks : public QUndoCommand
{
public:
    ReplaceMarks(ReportDocument &document, std::vector<FindingMark> marks, const QString &text);
    void undo() override { swap(); }
    void redo() override { swap(); }

private:
    void swap();

    ReportDocument &m_document;
    std::vector<FindingMark> m_other;
};

class ReplaceNumberBindings : public QUndoCommand
{
public:
    ReplaceNumberBindings(
        ReportDocument &document, std::vector<NumberBinding> bindings, const QString &text);
    void undo() override { swap(); }
    void redo() override { swap(); }

private:
    void swap();

    ReportDocument &m_document;
    std::vector<NumberBinding> m_other;
};

/// Texts of cells of one grid.
class ReplaceGridTexts : public QUndoCommand
{
public:
    ReplaceGridTexts(ReportDocument &document, int section, int block, std::vector<GridText> texts,
        const QString &text);
    void undo() override { swap(); }
    void redo() override { swap(); }

private:
    void swap();

    ReportDocument &m_document;
    int m_section, m_block;
    std::vector<GridText> m_other;
};

/// Sections that were written, published again, filled or edited.
class ReplaceSections : public QUndoCommand
{
public:
    /// Steps of one `typing` other than 0 become one.
    ReplaceSections(ReportDocument &document, std::vector<Section> sections, const QString &text,
        int typing = 0);
    void undo() override { swap(); }
    void redo() override { swap(); }
    int id() const override { return m_typing == 0 ? -1 : 1; }
    bool mergeWith(const QUndoCommand *next) override;

private:
    void swap();

    ReportDocument &m_document;
    std::vector<Section> m_other;
    int m_typing;
};

class ReplaceSideFigures : public QUndoCommand
{
public:
    ReplaceSideFigures(
        ReportDocument &document, std::vector<SideFigure> figures, const QString &text);
    void undo() override { swap(); }
    void redo() override { swap(); }

private:
    void swap();

    ReportDocument &m_document;
    std::vector<SideFigure> m_other;
};

class ReplaceParagraphs : public QUndoCommand
{
public:
    ReplaceParagraphs(
        ReportDocument &document, std::vector<ParagraphText> paragraphs, const QString &text);
    void undo() override { swap(); }
    void redo() override { swap(); }

private:
    void swap();

    ReportDocument &m_document;
    std::vector<ParagraphText> m_other;  ///< Whichever texts are not in the document now.
};

}  // namespace mz
