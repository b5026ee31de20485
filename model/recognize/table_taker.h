#pragma once

#include "model/domain/handbook.h"
#include "model/recognize/table_recognizer.h"
#include "model/recognize/votes.h"

namespace mz {

/// Wider than any disclosure table, and than a sheet keeps apart.
bool isTooWide(const TableRegion &region);

/// Takes a document's regions one after the other into the report, and keeps
/// account of them. What it is given must outlive it.
class TableTaker
{
public:
    /// `regions` are all that will be taken; `family` may be null.
    TableTaker(Recognition &recognition, const Handbook &handbook, const RecognitionWords &words,
        const RecognitionChoices &choices, const FormFamily *family,
        const std::vector<TableRegion> &regions);

    void take(const TableRegion &region);
    /// The department that most tables name.
    QString agency() const { return m_agencies.winner(); }

private:
    void preferFitting(const std::vector<TableRegion> &regions);
    int fitOf(const TableRegion &region) const;
    void note(const QString &text, const TableRegion &region);
    void keep(const TableRegion &region);
    void read(const TableRegion &region, const TableChoice &choice);
    std::pair<std::shared_ptr<const TableForm>, std::optional<TableRegion>> formOf(
        const TableRegion &region) const;

    Recognition &m_recognition;
    const Handbook &m_handbook;
    const RecognitionWords &m_words;
    const RecognitionChoices &m_choices;
    const FormFamily *m_family;
    std::map<QString, int> m_chosenKinds;  ///< With the table that the user named for it.
    std::map<QString, int> m_fitting;      ///< Of tables with different titles, the best.
    Votes<QString> m_agencies;
};

}  // namespace mz
