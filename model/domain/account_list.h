#pragma once

#include "model/domain/account_code.h"
#include "model/domain/result.h"
#include <QByteArray>
#include <map>
#include <optional>
#include <vector>

namespace mz {

/// One account of an official list, with the years in which it holds.
struct Account
{
    AccountCode code;
    QString name;
    int fromYear = 0;        ///< Inclusive; 0 is open.
    int toYear = 9999;       ///< Inclusive.
    bool confirmed = false;  ///< Seen in print with this code and name.
};

/// The functional or the economic accounts of the years known
/// (resources/accounts). The list is known to be incomplete: an account that it
/// does not have is a hint to the user, never an error.
class AccountList
{
public:
    /// Reads a CSV file with the columns code, name, from_year, to_year, evidence.
    /// Errors: the first faulty line, with its number.
    static Result<AccountList> parse(const QByteArray &csv, const QString &fileName);

    /// The account that this code is in that year.
    std::optional<Account> find(AccountCode code, int year) const;
    /// Its name, or "".
    QString name(AccountCode code, int year) const;
    bool contains(AccountCode code) const { return m_accounts.contains(code); }
    /// All accounts of that year, in the order of codes.
    std::vector<Account> ofYear(int year) const;
    /// The classes (类) ever listed.
    std::vector<AccountCode> classes() const;

private:
    std::multimap<AccountCode, Account> m_accounts;
};

}  // namespace mz
