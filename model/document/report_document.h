#pragma once

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
    /// Sets cells of an accepted fix in one step; totals among them are pinned.
    Done applyFix(const std::vector<std::pair<CellRef, Amount>> &fix, const QString &text);
    /// Replaces characters of paragraphs in one step.
    /// Errors: browsing; a place that the text does not have; places that overlap.
    Done replaceText(std::vector<TextEdit> edits, const QString &text);

signals:
    void cellsChanged(const std::vector<mz::CellRef> &cells);
    void sheetsAboutToChange();
    void sheetsChanged();
    void identityChanged();
    void marksChanged();
    void textChanged();
    void editableChanged(bool editable);
    /// Another report: everything is new.
    void reset();

private:
    friend class ChangeCells;
    friend class ReplaceSheets;
    friend class ReplaceIdentity;
    friend class ReplaceMarks;
    friend class ReplaceParagraphs;

    void restoreCells(const std::vector<CellChange> &changes, bool backwards);
    void exchangeSheets(std::vector<Sheet> &other);
    void exchangeIdentity(Identity &other);
    void exchangeMarks(std::vector<FindingMark> &other);
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
    bool m_editable = true;
};

}  // namespace mz
