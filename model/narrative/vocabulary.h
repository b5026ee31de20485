#pragma once

#include "model/domain/handbook.h"
#include "model/domain/report.h"

namespace mz {

/// The words that one report is read by: those of the handbook, its classes of
/// accounts, last year's number.
class NarrativeWords
{
public:
    NarrativeWords(const WordList &words, const Report &report);

    /// The longest word at that place; of one length names come before other words.
    /// Null where there is none, and in a section that is not read.
    const Word *match(const QString &section, QStringView text, qsizetype at) const;
    const WordList &list() const { return m_list; }

private:
    const WordList &m_list;
    Vocabulary m_classes;
    Vocabulary m_allClasses;               ///< Of all money.
    Vocabulary m_accounts;                 ///< Of the economic list.
    Vocabulary m_fundRows, m_capitalRows;  ///< Names of the rows of T07 and T08.
    Vocabulary m_lastYear;
};

}  // namespace mz
