#include "model/domain/account_list.h"

#include "model/domain/csv.h"
#include <QCoreApplication>

namespace mz {

namespace {

/// A year as the list writes it; `open` where the field is empty.
std::optional<int> yearOf(const QString &field, int open)
{
    if (field.isEmpty())
        return open;
    bool isNumber = false;
    const int year = field.toInt(&isNumber);
    return isNumber ? std::optional(year) : std::nullopt;
}

}  // namespace

Result<AccountList> AccountList::parse(const QByteArray &csv, const QString &fileName)
{
    AccountList list;
    const std::vector<QStringList> lines = parseCsv(QString::fromUtf8(csv));
    for (size_t i = 1; i < lines.size(); ++i) {
        const QStringList &fields = lines[i];
        if (fields.size() == 1 && fields.front().trimmed().isEmpty())
            continue;
        const QString place = QStringLiteral("%1:%2").arg(fileName).arg(i + 1);
        if (fields.size() != 5)
            return Error{QCoreApplication::translate("AccountList",
                             "A line needs five fields: code, name, from_year, to_year, evidence."),
                place};
        Account account;
        account.code = AccountCode::parse(fields[0]);
        account.name = fields[1];
        account.confirmed = fields[4] == u"printed";
        if (account.code.isEmpty() || account.name.isEmpty())
            return Error{QCoreApplication::translate("AccountList",
                             "“%1” is not an account code of 3, 5 or 7 digits with a name.")
                             .arg(fields[0]),
                place};
        const std::optional<int> fromYear = yearOf(fields[2], account.fromYear);
        const std::optional<int> toYear = yearOf(fields[3], account.toYear);
        if (!fromYear || !toYear)
            return Error{QCoreApplication::translate("AccountList", "“%1” is not a year.")
                             .arg(fromYear ? fields[3] : fields[2]),
                place};
        account.fromYear = *fromYear;
        account.toYear = *toYear;
        list.m_accounts.emplace(account.code, account);
    }
    return list;
}

std::optional<Account> AccountList::find(AccountCode code, int year) const
{
    const auto [first, last] = m_accounts.equal_range(code);
    for (auto it = first; it != last; ++it) {
        if (year >= it->second.fromYear && year <= it->second.toYear)
            return it->second;
    }
    return std::nullopt;
}

QString AccountList::name(AccountCode code, int year) const
{
    const std::optional<Account> account = find(code, year);
    return account ? account->name : QString();
}

std::vector<Account> AccountList::ofYear(int year) const
{
    std::vector<Account> accounts;
    for (const auto &[code, account] : m_accounts) {
        if (year >= account.fromYear && year <= account.toYear)
            accounts.push_back(account);
    }
    return accounts;
}

std::vector<AccountCode> AccountList::classes() const
{
    std::vector<AccountCode> codes;
    for (const auto &[code, account] : m_accounts) {
        if (code.level() == AccountCode::Level::Class && (codes.empty() || codes.back() != code))
            codes.push_back(code);
    }
    return codes;
}

}  // namespace mz
