#pragma once

#include "model/domain/result.h"
#include <QByteArray>
#include <QStringList>
#include <memory>

namespace mz {

/// The streams of a compound file (doc, xls) that is held in memory. Only the
/// streams of its root are looked at: what is embedded is never opened.
///
/// Bounds: 64 MiB a stream; 4,096 directory entries. A stream is never longer
/// than the file, and a chain of sectors that runs in a circle is refused.
class OleFile
{
public:
    /// Whether these are the bytes of a compound file, by its signature.
    static bool begins(const QByteArray &bytes);

    /// `bytes` must live as long as the file.
    /// Errors: not a compound file; damaged; protected by a password (a modern
    /// document that is encrypted is packed in a compound file).
    static Result<OleFile> open(const QByteArray &bytes);

    OleFile(OleFile &&) noexcept;
    OleFile &operator=(OleFile &&) noexcept;
    ~OleFile();

    const QStringList &names() const { return m_names; }
    bool contains(const QString &name) const { return m_names.contains(name); }

    /// Errors: no such stream; damaged; beyond the bounds.
    Result<QByteArray> read(const QString &name) const;

private:
    struct Handle;
    explicit OleFile(std::unique_ptr<Handle> handle);

    std::unique_ptr<Handle> m_handle;
    QStringList m_names;
};

}  // namespace mz
