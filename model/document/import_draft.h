#pragma once

#include "model/document/report_document.h"
#include "model/document/report_file.h"
#include <QFutureWatcher>

namespace mz {

/// A document that is being imported: what it was read as, and what the user
/// decides of it. Every decision reads it again, in the background where that
/// takes longer than a moment. The open report is not touched.
class ImportDraft : public QObject
{
    Q_OBJECT
public:
    /// `opened` holds an uncertain document; the context must outlive the draft.
    ImportDraft(OpenedReport opened, const ReadingContext &context, QObject *parent = nullptr);
    ~ImportDraft() override;

    const ReadingContext &context() const { return m_context; }
    const std::vector<FoundTable> &tables() const { return m_recognition.tables; }
    const std::vector<UncertainPoint> &points() const { return m_recognition.points; }
    int gravePoints(int table) const;
    const RecognitionChoices &choices() const { return m_choices; }
    /// The report as it would open.
    ReportDocument &result() { return m_result; }
    const Report &report() const { return m_recognition.report; }
    /// Why the decisions leave no report; empty where they leave one. The account
    /// is then still that of the last report.
    const QString &fault() const { return m_fault; }
    bool isReading() const { return m_job != nullptr; }

    void setAgency(const QString &agency);
    void setYear(int year);
    void setScope(Identity::Scope scope);
    void setFamily(const QString &family);
    void setUnit(std::optional<Money::Unit> unit);
    /// "" keeps the table as text. Its columns are then decided anew.
    void setKind(int table, const QString &kind);
    /// A FormLeaf's id, "" or TableChoice::leftOut. A column of the form has one
    /// printed column: it leaves the one that was chosen for it before.
    void setColumn(int table, int column, const QString &target);
    void setDropped(int table, const std::vector<int> &rows, bool dropped);

signals:
    /// The document was read again.
    void changed();
    /// Reading began, or ended.
    void readingChanged();

private:
    struct Job;
    void decide(const RecognitionChoices &choices);
    void read();
    void take(Result<Recognition> recognition);
    void jobFinished();

    const ReadingContext &m_context;
    std::shared_ptr<const Manuscript> m_manuscript;
    Recognition m_recognition;
    RecognitionChoices m_choices;
    QString m_fault;
    ReportDocument m_result;
    QFutureWatcher<void> m_watcher;
    std::shared_ptr<Job> m_job;  ///< What is read in the background; null where nothing is.
    bool m_again = false;        ///< The user decided more meanwhile.
};

}  // namespace mz
