#include "model/manuscript/readers/zip_archive.h"

#include <QCoreApplication>
#include <QSet>
#include <array>
#include <zip.h>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(ZipArchive)
};

constexpr zip_int64_t mostParts = 4096;
constexpr qint64 largestWhole = 512LL * 1024 * 1024;

Error damaged(const QString &name)
{
    return {Say::tr("The file is damaged: a part of it cannot be unpacked."), name};
}

/// Some old programs write "word\\document.xml", or "/word/document.xml".
QString partName(const char *bytes)
{
    QString name = QString::fromUtf8(bytes).replace(u'\\', u'/');
    if (name.startsWith(u'/'))
        name.remove(0, 1);
    return name;
}

Error tooLarge(qint64 most, const QString &name)
{
    return {Say::tr("Unpacked, the file is larger than %1 MB; no report is that large.")
                .arg(most / (1024 * 1024)),
        name};
}

}  // namespace

struct ZipArchive::Handle
{
    zip_t *zip = nullptr;
    Handle() = default;
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    ~Handle() { zip_discard(zip); }
};

ZipArchive::ZipArchive(std::unique_ptr<Handle> handle) : m_handle(std::move(handle)) { }
ZipArchive::ZipArchive(ZipArchive &&) noexcept = default;
ZipArchive &ZipArchive::operator=(ZipArchive &&) noexcept = default;
ZipArchive::~ZipArchive() = default;

Result<ZipArchive> ZipArchive::open(const QByteArray &bytes)
{
    if (bytes.startsWith("\xd0\xcf\x11\xe0"))
        return Error{
            Say::tr("The file is protected by a password, or it is of an older format than its "
                    "name says."),
            {}};
    const Error refused{Say::tr("The file is damaged: it is not a complete zip file."), {}};
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source
        = zip_source_buffer_create(bytes.constData(), zip_uint64_t(bytes.size()), 0, &error);
    auto handle = std::make_unique<Handle>();
    if (source) {
        handle->zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
        if (!handle->zip)
            zip_source_free(source);
    }
    zip_error_fini(&error);
    if (!handle->zip)
        return refused;

    const zip_int64_t count = zip_get_num_entries(handle->zip, 0);
    if (count == 0)  // libzip takes no bytes at all for an empty archive
        return refused;
    if (count > mostParts)
        return Error{
            Say::tr("The file holds more than %1 parts; no document does.").arg(qint64(mostParts)),
            {}};
    ZipArchive archive(std::move(handle));
    archive.m_names.reserve(count);
    QSet<QString> seen;
    for (zip_int64_t i = 0; i < count; ++i) {
        const char *bytesOfName
            = zip_get_name(archive.m_handle->zip, zip_uint64_t(i), ZIP_FL_ENC_GUESS);
        QString name = partName(bytesOfName);
        // Two programs would read two documents out of such a file.
        if (seen.contains(name))
            return refused;
        seen.insert(name);
        archive.m_names.append(std::move(name));
    }
    return archive;
}

Result<QByteArray> ZipArchive::read(const QString &name, qint64 most)
{
    QByteArray all;
    bool fits = true;
    if (auto error = stream(name, [&](const char *bytes, qsizetype size) {
            fits = all.size() + size <= most;
            if (fits)
                all.append(bytes, size);
            return fits;
        }))
        return *std::move(error);
    if (!fits)
        return tooLarge(most, name);
    return all;
}

std::optional<Error> ZipArchive::stream(const QString &name, const Take &take)
{
    const qsizetype index = m_names.indexOf(name);
    if (index < 0)
        return Error{Say::tr("The file lacks a part that every such file has."), name};
    zip_stat_t stat;
    if (zip_stat_index(m_handle->zip, zip_uint64_t(index), 0, &stat) == 0
        && (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
        return Error{Say::tr("The file is protected by a password."), name};
    zip_file_t *part = zip_fopen_index(m_handle->zip, zip_uint64_t(index), 0);
    if (!part)
        return damaged(name);
    std::optional<Error> error;
    std::array<char, 64 * 1024> buffer;
    qint64 size = 0;
    for (;;) {
        const zip_int64_t got = zip_fread(part, buffer.data(), buffer.size());
        if (got <= 0) {
            if (got < 0)
                error = damaged(name);
            break;
        }
        size += got;
        m_unpacked += got;
        if (size > largestPart || m_unpacked > largestWhole) {
            error = tooLarge(size > largestPart ? largestPart : largestWhole, name);
            break;
        }
        if (!take(buffer.data(), qsizetype(got)))
            break;
    }
    if (zip_fclose(part) != 0 && !error)
        error = damaged(name);
    return error;
}

}  // namespace mz
