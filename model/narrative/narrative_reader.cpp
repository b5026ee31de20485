#include "model/narrative/narrative_reader.h"

#include "model/narrative/bound_by_hand.h"

namespace mz {

namespace {

/// What the binder takes from the tables: the names of their rows, and the year.
QStringList namesIn(const Report &report)
{
    QStringList names{QString::number(report.identity.year)};
    for (const QStringView kind : {u"T05", u"T06", u"T07", u"T08"}) {
        names << kind.toString();
        const Sheet *sheet = report.sheet(kind);
        for (int row = 0; sheet && row < sheet->rowCount(); ++row)
            names << sheet->rows[size_t(row)].code.toString() << sheet->rows[size_t(row)].label;
    }
    return names;
}

}  // namespace

NarrativeReader::NarrativeReader(const Report &report, const Handbook &handbook)
    : m_report(report)
    , m_handbook(handbook)
{
    reread();
}

void NarrativeReader::reread()
{
    QStringList names = namesIn(m_report);
    if (!m_binder || names != m_names)
        m_binder.emplace(m_report, m_handbook);
    m_names = std::move(names);
    m_reading = m_binder->bind();
    applyNumberBindings(m_report, m_handbook, m_reading);
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
