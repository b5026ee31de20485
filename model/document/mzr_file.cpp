#include "model/document/mzr_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace mz {

Done writeWhole(const QString &path, const QByteArray &bytes)
{
    const QFileInfo target(path);
    if (target.exists() && !target.isFile())
        return Error{
            QCoreApplication::translate("MzrFile", "The target is no ordinary file."), path};
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{QCoreApplication::translate("MzrFile", "The file could not be written: %1.")
                         .arg(file.errorString()),
            path};
    return done();
}

Result<QByteArray> readBounded(const QString &path, qint64 largest)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{QCoreApplication::translate("MzrFile", "There is no such file."), path};
    if (info.isDir())
        return Error{QCoreApplication::translate("MzrFile", "This is a folder, not a file."), path};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QCoreApplication::translate("MzrFile", "The file could not be opened: %1.")
                         .arg(file.errorString()),
            path};
    // Pipes and devices have no size: read one byte more than allowed.
    const QByteArray bytes = info.size() > largest ? QByteArray() : file.read(largest + 1);
    if (info.size() > largest || bytes.size() > largest)
        return Error{QCoreApplication::translate(
                         "MzrFile", "The file is larger than %1 MB; no report is that large.")
                         .arg(largest / (1024 * 1024)),
            path};
    return bytes;
}

}  // namespace mz
