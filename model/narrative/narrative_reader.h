#pragma once

#include "model/narrative/binder.h"
#include "model/narrative/judge.h"

namespace mz {

/// Reads a report's text back against its figures. What the numbers are is told
/// by the text and the names in the tables; whether they agree, by the amounts:
/// after an edited amount only judge() runs again.
class NarrativeReader
{
public:
    NarrativeReader(const Report &report, const Handbook &handbook);

    /// Reads the text again; what was bound of sections that say the same is kept,
    /// unless the tables have other rows now.
    void reread();
    /// `resolver` is the report's.
    const NarrativeReading &judge(const CellResolver &resolver);
    const NarrativeReading &reading() const { return m_reading; }

private:
    const Report &m_report;
    const Handbook &m_handbook;
    QStringList m_names;  ///< Of the rows that the binder was made with.
    std::optional<Binder> m_binder;
    NarrativeReading m_reading;
};

/// Both at once.
NarrativeReading readNarrative(const Report &report, const Handbook &handbook);

}  // namespace mz
