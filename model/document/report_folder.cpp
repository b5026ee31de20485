#include "model/document/report_folder.h"

#include "model/document/csv_folder.h"
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
        if (walk.fileName().startsWith(u"~$"))
            continue;
        // The files of one report stand as one in the list: opening it reads them all.
        const QStringList tables
            = walk.fileName().endsWith(u".csv") ? csvTablesBeside(path) : QStringList();
        if (tables.isEmpty() || tables.front() == path)
            found << path;
    }
    found.sort();
    return found;
}

}  // namespace mz
