#pragma once

#include "model/checks/cell_tests.h"
#include <QHash>

namespace mz {

/// A piece of text that the rules of disclosure quality read.
struct QualityText
{
    enum class Kind : quint8 { Title, Paragraph, Cell, Note };
    Kind kind = Kind::Paragraph;
    int section = -1;
    int block = -1;  ///< Of a paragraph or a cell; -1 for a title and a note.
    int sheet = -1;  ///< Of a note: the table that it stands under.
    QString text;
};

/// All text of the report in its order: titles, paragraphs, cells of grids, the
/// notes under tables. A piece that is longer than any paragraph is cut.
std::vector<QualityText> qualityTexts(const Report &report);

/// Gathers faults; the same fault in many places is one finding.
class QualityFaults
{
public:
    explicit QualityFaults(const TestContext &context) : m_context(context) { }

    /// `what` tells one fault from another. A replacement is what certainly
    /// stands right there: it becomes a step that can be applied.
    void add(const QString &what, const QualityText &text, qsizetype start, qsizetype length,
        const QString &message, const std::optional<QString> &replacement = {},
        std::optional<Severity> severity = {});
    std::vector<Finding> findings() const;

private:
    struct Fault
    {
        Finding first;
        int count = 0;
    };
    const TestContext &m_context;
    std::vector<Fault> m_faults;
    QHash<QString, size_t> m_known;
};

}  // namespace mz
