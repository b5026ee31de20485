#pragma once

#include "model/domain/result.h"
#include <QByteArray>
#include <QStringList>
#include <functional>
#include <memory>

namespace mz {

/// The parts of a zip file that is held in memory (docx, xlsx). Nothing is ever
/// written to disk, so a part's name is only a key.
///
/// Bounds: 4,096 parts; 256 MiB a part and 512 MiB in all, counted while they
/// are unpacked, whatever the file says of its own sizes. Overlapping parts and
/// inconsistent directories are refused by libzip.
class ZipArchive
{
public:
    static constexpr qint64 largestPart = 256LL * 1024 * 1024;

    /// `bytes` must live as long as the archive.
    /// Errors: not a zip file, damaged, encrypted, too many parts.
    static Result<ZipArchive> open(const QByteArray &bytes);

    ZipArchive(ZipArchive &&) noexcept;
    ZipArchive &operator=(ZipArchive &&) noexcept;
    ~ZipArchive();

    const QStringList &names() const { return m_names; }
    bool contains(const QString &name) const { return m_names.contains(name); }

    /// The whole part, of at most so many bytes.
    /// Errors: no such part; damaged; beyond the bounds.
    Result<QByteArray> read(const QString &name, qint64 most = largestPart);

    /// The part piece by piece, for what is too large to hold. `take` gives back
    /// false to stop early, which is no error.
    using Take = std::function<bool(const char *bytes, qsizetype size)>;
    std::optional<Error> stream(const QString &name, const Take &take);

private:
    struct Handle;
    explicit ZipArchive(std::unique_ptr<Handle> handle);

    std::unique_ptr<Handle> m_handle;
    QStringList m_names;
    qint64 m_unpacked = 0;
};

}  // namespace mz
