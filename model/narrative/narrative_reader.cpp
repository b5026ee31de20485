#include "model/narrative/narrative_reader.h"

#include "model/narrative/bound_by_hand.h"

namespace mz {

NarrativeReader::NarrativeReader(const Report &report, const Handbook &handbook)
    : m_report(report)
    , m_handbook(handbook)
    , m_binder(report, handbook)
    , m_reading(m_binder.bind())
{
    applyNumberBindings(report, handbook, m_reading);
}

const NarrativeReading &NarrativeReader::judge(const CellResolver &resolver)
{
    Judge(m_report, m_handbook, resolver, m_handbook.words().sums, m_reading).judge();
    return m_reading;
}

NarrativeReading readNarrative(const Report &report, const Handbook &handbook)
{
    NarrativeReader reader(report, handbook);
    return reader.judge(CellResolver(report));
}

}  // namespace mz
