#pragma once

#include <QHash>
#include <QString>
#include <compare>

namespace mz {

/// A code of 政府收支分类科目. Functional: 类 3 digits, 款 5, 项 7 (201, 20103,
/// 2010301). Economic: 类 3, 款 5 (301, 30101). No code is an empty value.
class AccountCode
{
public:
    enum class Level : quint8 { None = 0, Class = 1, Group = 2, Item = 3 };

    constexpr AccountCode() = default;
    /// Reads exactly 3, 5 or 7 ASCII digits that begin with a non-zero digit;
    /// anything else is an empty value.
    static AccountCode parse(QStringView text);

    constexpr bool isEmpty() const { return m_number == 0; }
    constexpr Level level() const
    {
        return m_number == 0     ? Level::None
            : m_number < 1'000   ? Level::Class
            : m_number < 100'000 ? Level::Group
                                 : Level::Item;
    }
    /// 2010301 -> 20103 -> 201 -> empty.
    constexpr AccountCode parent() const
    {
        return AccountCode(m_number < 1'000 ? 0 : m_number / 100);
    }
    constexpr AccountCode classCode() const
    {
        AccountCode code = *this;
        while (code.level() > Level::Class)
            code = code.parent();
        return code;
    }
    /// True for 201 and 20103 seen from 2010301; false for the code itself.
    bool isAncestorOf(AccountCode other) const;

    QString toString() const { return m_number == 0 ? QString() : QString::number(m_number); }

    /// In the order of the official list: 201, 20101, 2010101, 20102, 202.
    friend std::strong_ordering operator<=>(AccountCode a, AccountCode b)
    {
        return a.sortKey() <=> b.sortKey();
    }
    friend bool operator==(AccountCode a, AccountCode b) = default;
    friend size_t qHash(AccountCode code, size_t seed = 0) { return qHash(code.m_number, seed); }

private:
    constexpr explicit AccountCode(quint32 number) : m_number(number) { }
    constexpr quint64 sortKey() const
    {
        const auto level = quint64(this->level());
        const quint64 padded = level == 1 ? m_number * 10'000ULL
            : level == 2                  ? m_number * 100ULL
                                          : m_number;
        return padded * 4 + level;
    }
    quint32 m_number = 0;
};

}  // namespace mz
