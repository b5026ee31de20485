#include "model/document/report_folder.h"

#include "model/manuscript/readers/formats.h"
#include <QDirIterator>

namespace mz {

QStringList readableFiles(const QString &folder, const std::atomic<bool> *stop, qsizetype most)
{
    QDirIterator walk(folder, readablePatterns() << QStringLiteral("*.mzr"), QDir::Files,
        QDirIterator::Subdirectories);
    QStringList found;
    while (walk.hasNext() && found.size() < most && !(stop && *stop)) {
        const QString path = walk.next();
        // An office program's mark that a file is open, not a report.
        if (!walk.fileName().startsWith(u"~$"))
            found << path;
    }
    found.sort();
    return found;
}

}  // namespace mz
