#pragma once

#include <QString>
#include <utility>
#include <variant>

namespace mz {

/// Why something could not be done: one translated sentence, and the place
/// ("T02!C14", "line 12", "report.mzr:40") where there is one.
struct Error
{
    QString message;
    QString place;

    /// "place: message", or the message alone.
    QString text() const
    {
        return place.isEmpty() ? message : place + QStringLiteral(": ") + message;
    }
    bool operator==(const Error &) const = default;
};

/// A value or an Error; the names of std::expected, so that C++23 can replace it.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) { }

    bool has_value() const { return m_content.index() == 0; }
    explicit operator bool() const { return has_value(); }
    const T &operator*() const & { return std::get<0>(m_content); }
    T &operator*() & { return std::get<0>(m_content); }
    T &&operator*() && { return std::get<0>(std::move(m_content)); }
    const T *operator->() const { return &std::get<0>(m_content); }
    T *operator->() { return &std::get<0>(m_content); }
    const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

using Done = Result<std::monostate>;
inline Done done() { return Done(std::monostate()); }

}  // namespace mz
