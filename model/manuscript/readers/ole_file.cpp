#include "model/manuscript/readers/ole_file.h"

#include <QCoreApplication>
#include <QtEndian>
#include <gsf/gsf-infile-impl.h>
#include <gsf/gsf-infile-msole.h>
#include <gsf/gsf-infile.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-utils.h>
#include <mutex>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(OleFile)
};

constexpr qint64 largestStream = 64LL * 1024 * 1024;
constexpr quint32 mostEntries = 4096;
constexpr quint32 bytesOfEntry = 128;
constexpr qint64 bytesOfHeader = 512;

Error damaged(const QString &name = {})
{
    return {Say::tr("The file is damaged: it is not a complete Office file."), name};
}

void silence(const gchar *, GLogLevelFlags, const gchar *, gpointer) { }

void startLibrary()
{
    static std::once_flag started;
    std::call_once(started, [] {
        gsf_init();
        // What it tells of damaged files on standard error, the reader tells in
        // a sentence of its own.
        for (const char *domain : {"libgsf", "libgsf:msole"})
            g_log_set_handler(domain, GLogLevelFlags(G_LOG_LEVEL_MASK), silence, nullptr);
    });
}

/// The header's own view of where sectors stand.
class Sectors
{
public:
    explicit Sectors(const QByteArray &bytes) : m_bytes(bytes) { }

    bool isSane() const
    {
        return m_bytes.size() > bytesOfHeader && (shift() == 9 || shift() == 12);
    }

    /// Whether the directory ends within the bounds. libgsf reads it by calling
    /// itself once an entry, so a long one would use up the stack.
    bool directoryIsShort() const
    {
        const quint32 most = mostEntries / ((1U << shift()) / bytesOfEntry);
        quint32 sector = number(48);
        for (quint32 i = 0; i < most; ++i) {
            if (sector >= endOfChain)
                return true;
            sector = next(sector);
        }
        return false;
    }

    /// libgsf loses the memory of entries that stand beside the root.
    bool rootIsAlone() const
    {
        const qint64 root = start(number(48));
        const auto isNone = [](quint32 link) { return link == 0 || link == 0xFFFFFFFFU; };
        return isNone(number(root + 68)) && isNone(number(root + 72));
    }

private:
    static constexpr quint32 endOfChain = 0xFFFFFFFAU;
    static constexpr quint32 listedInHeader = 109;

    int shift() const { return qFromLittleEndian<quint16>(m_bytes.constData() + 30); }
    quint32 number(qint64 offset) const
    {
        return offset >= 0 && offset + 4 <= m_bytes.size()
            ? qFromLittleEndian<quint32>(m_bytes.constData() + offset)
            : endOfChain;
    }
    qint64 start(quint32 sector) const { return (qint64(sector) + 1) << shift(); }

    quint32 next(quint32 sector) const
    {
        if (start(sector) >= m_bytes.size())
            return endOfChain;
        const quint32 numbers = 1U << (shift() - 2);
        const quint32 table = tableSector(sector / numbers);
        return table >= endOfChain ? endOfChain : number(start(table) + 4LL * (sector % numbers));
    }
    quint32 tableSector(quint32 index) const
    {
        if (index < listedInHeader)
            return number(76 + 4LL * index);
        const quint32 listed = (1U << (shift() - 2)) - 1;
        index -= listedInHeader;
        quint32 sector = number(68);
        for (; index >= listed && sector < endOfChain; index -= listed)
            sector = number(start(sector) + 4LL * listed);
        return sector >= endOfChain ? endOfChain : number(start(sector) + 4LL * index);
    }

    const QByteArray &m_bytes;
};

}  // namespace

struct OleFile::Handle
{
    GsfInfile *file = nullptr;
    Handle() = default;
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    ~Handle()
    {
        if (file)
            g_object_unref(file);
    }
};

OleFile::OleFile(std::unique_ptr<Handle> handle) : m_handle(std::move(handle)) { }
OleFile::OleFile(OleFile &&) noexcept = default;
OleFile &OleFile::operator=(OleFile &&) noexcept = default;
OleFile::~OleFile() = default;

bool OleFile::begins(const QByteArray &bytes)
{
    return bytes.startsWith(QByteArrayView("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8));
}

Result<OleFile> OleFile::open(const QByteArray &bytes)
{
    const Sectors sectors(bytes);
    if (!begins(bytes) || !sectors.isSane() || !sectors.directoryIsShort()
        || !sectors.rootIsAlone())
        return damaged();
    startLibrary();
    GsfInput *input = gsf_input_memory_new(
        reinterpret_cast<const guint8 *>(bytes.constData()), bytes.size(), FALSE);
    auto handle = std::make_unique<Handle>();
    GError *error = nullptr;
    handle->file = gsf_infile_msole_new(input, &error);
    g_object_unref(input);
    g_clear_error(&error);
    if (!handle->file)
        return damaged();

    OleFile file(std::move(handle));
    const int count = gsf_infile_num_children(file.m_handle->file);
    for (int i = 0; i < count; ++i) {
        const char *name = gsf_infile_name_by_index(file.m_handle->file, i);
        file.m_names << QString::fromUtf8(name ? name : "");
    }
    if (file.contains(QStringLiteral("EncryptedPackage")))
        return Error{Say::tr("The file is protected by a password."), {}};
    return file;
}

Result<QByteArray> OleFile::read(const QString &name) const
{
    const qsizetype index = m_names.indexOf(name);
    if (index < 0)
        return Error{Say::tr("The file lacks a part that every such file has."), name};
    // What gsf_infile_child_by_index() does, without its warning on standard error.
    GError *error = nullptr;
    GsfInput *stream = GSF_INFILE_CLASS(G_OBJECT_GET_CLASS(m_handle->file))
                           ->child_by_index(m_handle->file, int(index), &error);
    g_clear_error(&error);
    if (!stream)
        return damaged(name);
    const auto size = qint64(gsf_input_size(stream));
    Result<QByteArray> result = damaged(name);
    if (size > largestStream) {
        result = Error{Say::tr("A part of the file is larger than %1 MB; no report is that large.")
                           .arg(largestStream / (1024 * 1024)),
            name};
    } else if (size == 0) {
        result = QByteArray();
    } else if (size > 0) {
        // The buffer that belongs to the stream, rather than one of the size
        // that the file claims: it exists only when the bytes do.
        if (const guint8 *data = gsf_input_read(stream, size_t(size), nullptr))
            result = QByteArray(reinterpret_cast<const char *>(data), size);
    }
    g_object_unref(stream);
    return result;
}

}  // namespace mz
