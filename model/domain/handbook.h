#pragma once

#include "model/domain/account_list.h"
#include "model/domain/word_list.h"
#include <memory>

namespace mz {

/// What the program knows of the field: accounts, families of forms, figures.
/// All of it is data under resources/; loaded once, then only read.
class Handbook
{
public:
    /// Reads the folders accounts/, forms/, figures/ and narrative/ below `root` (":" for
    /// what is built in), then families of the user's own below `userForms`.
    /// Errors: the first faulty file, with the place in it.
    static Result<Handbook> load(const QString &root, const QString &userForms = {});

    const AccountList &functional() const { return m_functional; }
    const AccountList &economic() const { return m_economic; }
    const AccountList &accounts(TableForm::Accounts which) const
    {
        return which == TableForm::Accounts::Economic ? m_economic : m_functional;
    }
    const std::vector<FormFamily> &families() const { return m_families; }
    const FormFamily *family(QStringView id) const;
    const FigureDictionary &figures() const { return m_figures; }
    /// The words that the text is read by. Those that are built in are parsed when they
    /// are first asked for, in any thread: only the checks and the narrative need them.
    const WordList &words() const;

private:
    AccountList m_functional;
    AccountList m_economic;
    std::vector<FormFamily> m_families;
    FigureDictionary m_figures;
    struct Words;
    std::shared_ptr<Words> m_words;
};

}  // namespace mz
