#pragma once

#include <QByteArray>
#include <QString>
#include <utility>
#include <vector>
#include <zip.h>

/// Makes zip files in memory, for tests.
class ZipMaker
{
public:
    ZipMaker &add(const QString &name, QByteArray content)
    {
        m_parts.emplace_back(name.toUtf8(), std::move(content));
        return *this;
    }
    ZipMaker &stored()
    {
        m_stored = true;
        return *this;
    }
    ZipMaker &encrypted()
    {
        m_encrypted = true;
        return *this;
    }

    QByteArray bytes() const
    {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, &error);
        zip_source_keep(target);
        zip_t *zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
        Q_ASSERT(zip);
        for (const auto &[name, content] : m_parts) {
            zip_source_t *part
                = zip_source_buffer(zip, content.constData(), zip_uint64_t(content.size()), 0);
            const zip_int64_t index = zip_file_add(zip, name.constData(), part, ZIP_FL_ENC_UTF_8);
            Q_ASSERT(index >= 0);
            zip_set_file_compression(
                zip, zip_uint64_t(index), m_stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
            if (m_encrypted)
                zip_file_set_encryption(zip, zip_uint64_t(index), ZIP_EM_AES_128, "secret");
        }
        const int closed = zip_close(zip);
        Q_ASSERT(closed == 0);
        Q_UNUSED(closed);
        zip_source_open(target);
        zip_source_seek(target, 0, SEEK_END);
        QByteArray all(qsizetype(zip_source_tell(target)), '\0');
        zip_source_seek(target, 0, SEEK_SET);
        zip_source_read(target, all.data(), zip_uint64_t(all.size()));
        zip_source_close(target);
        zip_source_free(target);
        zip_error_fini(&error);
        return all;
    }

private:
    std::vector<std::pair<QByteArray, QByteArray>> m_parts;
    bool m_stored = false;
    bool m_encrypted = false;
};
