#pragma once

#include "model/manuscript/readers/reading.h"
#include "model/manuscript/readers/zip_archive.h"
#include <optional>
#include <string_view>

namespace mz {

/// The attributes of an element, as long as its begin() runs.
class SaxAttributes
{
public:
    SaxAttributes(const unsigned char **values, int count) : m_values(values), m_count(count) { }

    /// By its name without prefix; a view of nothing where there is none.
    std::string_view value(std::string_view name) const;
    int number(std::string_view name, int otherwise) const;
    bool isOn(std::string_view name) const;

private:
    const unsigned char **m_values;
    int m_count;
};

/// Takes the elements of a part as they come. Names are without prefix.
class SaxHandler
{
public:
    virtual ~SaxHandler() = default;
    virtual void begin(std::string_view name, const SaxAttributes &attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;

    /// Ends the reading; the first failure counts.
    void fail(Error error);
    const std::optional<Error> &failure() const { return m_failure; }

private:
    std::optional<Error> m_failure;
};

/// Reads a large part piece by piece, never holding it as a whole. UTF-8 only;
/// no document type, no network, entities are not replaced; elements in each
/// other and attributes of one element are bounded.
/// Errors: damaged; what the handler failed with; stopped by `goOn`.
std::optional<Error> readSax(ZipArchive &archive, const QString &part, SaxHandler &handler,
    const std::function<bool()> &goOn);

}  // namespace mz
