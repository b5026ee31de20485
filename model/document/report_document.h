#pragma once

#include "model/compose/asked_figures.h"
#include "model/compose/narrative_templates.h"
#include "model/domain/handbook.h"
#include "model/domain/report.h"
#include "model/totals/totals.h"
#include <QObject>
#include <QUndoStack>

namespace mz {

/// A text for one cell, as it is typed or pasted.
struct CellEntry
{
    CellRef at;
    QString text;
};

/// A text for one cell of a grid that is kept verbatim.
struct GridText
{
    int row, cell;  ///< In TextGrid::rows.
    QString text;
};
struct ParagraphText;

/// The open report. The only thing that changes one: every change is a named
/// step on its undo stack, and its signals refresh all that shows the report.
class ReportDocument : public QObject
{
    Q_OBJECT
public:
    explicit ReportDocument(const Handbook &handbook, QObject *parent = nullptr);
    ~ReportDocument() override;

    const Report &report() const { return m_report; }
    const Totals &totals() const { return *m_totals; }
    const Handbook &handbook() const { return m_handbook; }
    QUndoStack &undoStack() { return m_undoStack; }

    /// Takes another report; forgets the steps of the last one.
    void setReport(Report report);

    /// A publication opens for browsing: nothing changes until this is set.
    bool isEditable() const { return m_editable; }
    void setEditable(bool editable);

    /// Sets an input from what was typed.
    /// Errors: not an amount; the cell is a total; browsing; a total too large.
    Done type(CellRef at, const QString &text);
    /// Sets many inputs in one step. Totals among them are left as they are
    /// (`skipped` counts them); one text that is no amount refuses the whole.
    Done paste(const std::vector<CellEntry> &entries, int *skipped);
    /// Makes inputs blank and lets pinned totals follow their formulas again.
    Done clear(const std::vector<CellRef> &cells);
    /// Lets a total print another amount than its formula gives.
    Done pin(CellRef at, const QString &text);
    Done release(CellRef at);

    /// Adds an account row with the parents it lacks, in the order of codes. A
    /// row that gets its first kid passes its amounts on to it.
    /// Errors: not a code; the table has it; the table takes no such accounts.
    Done addAccount(int sheet, AccountCode code, const QString &name);
    /// Removes account rows with their kids, and parents that keep none.
    Done removeRows(int sheet, const std::vector<int> &rows);
    bool canRemoveRow(int sheet, int row) const;
    Done setIdentity(const Identity &identity);
    /// Puts a mark on a finding, or takes it away; allowed while browsing too.
    void setMark(const FindingMark &mark);
    void removeMark(const QString &finding);
    /// Says what a number of the text is (bindingAt() tells which number), or lets
    /// its words say so again; allowed while browsing too.
    void bindNumber(const NumberBinding &binding);
    void unbindNumber(const NumberBinding &binding);
    /// Sets cells of an accepted fix in one step; totals among them are pinned.
    Done applyFix(const std::vector<std::pair<CellRef, Amount>> &fix, const QString &text);
    /// Replaces texts of one grid of the report in one step.
    /// Errors: browsing; there is no such cell.
    Done replaceGridTexts(int section, int block, std::vector<GridText> texts, const QString &text);

    /// Writes the whole narrative from the figures; what was published is kept.
    Done writeNarrative();
    /// Writes one section, or lets what was published stand again.
    Done writeSection(int section);
    Done publishSection(int section);
    /// Puts words into a gap of a written section; "" empties it.
    Done fillGap(int section, const QString &gap, const QString &text);
    /// Whether the section can be written, what was published can stand again, or
    /// its paragraphs can be edited.
    /// Errors: why not.
    Done mayWriteSection(int section);
    Done mayPublishSection(int section) const;
    Done mayEditSection(int section) const;
    /// Replaces a written paragraph by the user's; its fields go on following.
    Done editParagraph(int section, int paragraph, const std::vector<WrittenSpan> &spans);
    /// Replaces all paragraphs of a written section, as they were edited: one that
    /// is not the same is the user's, a template's that is missing was taken out.
    /// Steps with the same `typing`, other than 0, one after the other are one.
    Done setParagraphs(int section, std::vector<WrittenParagraph> paragraphs, int typing = 0);
    /// Lets the edited paragraphs of a section say what their templates say again.
    Done followTemplates(int section);
    /// Of the report's family; nothing where they cannot be read.
    const NarrativeTemplates *templates();
    /// Sets figures that no table holds, in one step; one without a number is
    /// taken away.
    Done setSideFigures(const std::vector<SideFigure> &figures);
    /// Takes the figures of last year from last year's report: from its tables, and
    /// what they do not hold from its text.
    /// Errors: of another department or year.
    Done takeLastYear(const Report &last, const QString &source);
    /// Takes missing figures from what the written sections stand in place of.
    /// Errors: browsing; it states none of them.
    Done takePublished();
    bool hasPublishedText() const;
    /// Numbers that were typed into the gaps of a section become the figures that
    /// those gaps ask for, in one step.
    void takeTypedNumbers(int section);
    /// What was typed for such a figure: an amount, or a whole number of things.
    Result<Amount> readSideFigure(const QString &figure, const QString &text) const;
    /// Replaces characters of paragraphs in one step.
    /// Errors: browsing; a place that the text does not have; places that overlap.
    Done replaceText(std::vector<TextEdit> edits, const QString &text);

signals:
    void cellsChanged(const std::vector<mz::CellRef> &cells);
    void sheetsAboutToChange();
    void sheetsChanged();
    void identityChanged();
    void marksChanged();
    void numberBindingsChanged();
    /// Written sections say something else now; the number of sections may be another.
    void sectionsChanged();
    void sideFiguresChanged();
    void textChanged();
    void editableChanged(bool editable);
    /// Texts of one grid; its cells stay where they are.
    void gridChanged(int section, int block);
    /// Another report: everything is new.
    void reset();

private:
    friend class ChangeCells;
    friend class ReplaceSheets;
    friend class ReplaceIdentity;
    friend class ReplaceMarks;
    friend class ReplaceNumberBindings;
    friend class ReplaceGridTexts;
    friend class ReplaceSections;
    friend class ReplaceSideFigures;
    friend class ReplaceParagraphs;

    void restoreCells(const std::vector<CellChange> &changes, bool backwards);
    void exchangeSheets(std::vector<Sheet> &other);
    void exchangeIdentity(Identity &other);
    void exchangeMarks(std::vector<FindingMark> &other);
    void exchangeNumberBindings(std::vector<NumberBinding> &other);
    void exchangeGridTexts(int section, int block, std::vector<GridText> &other);
    void exchangeSections(std::vector<Section> &other);
    void exchangeSideFigures(std::vector<SideFigure> &other);
    /// Lets the written sections say what the figures say now.
    void followFigures();
    Done loadTemplates();
    Done replaceSections(Report candidate, const QString &text, int typing = 0);
    Done refuseUnwritten(int section) const;
    Done readyToEdit(int section);
    std::vector<AskedFigure> lackingFigures();
    void exchangeParagraphs(std::vector<ParagraphText> &other);
    Result<Amount> readEntry(CellRef at, const QString &text) const;
    void announce(const std::vector<CellChange> &changes);
    Done push(std::vector<CellChange> changes, const Done &result, const QString &text);
    Done replaceSheets(std::vector<Sheet> sheets, const QString &text);
    void releaseUsers(Report &candidate, int sheet, const std::vector<int> &rows) const;
    Done refuseWhileBrowsing() const;
    QString cellName(CellRef at) const;

    const Handbook &m_handbook;
    Report m_report;
    std::unique_ptr<Totals> m_totals;
    QUndoStack m_undoStack;
    std::optional<NarrativeTemplates> m_templates;  ///< Read when first needed.
    QString m_templatesFamily;
    bool m_editable = true;
};

}  // namespace mz
