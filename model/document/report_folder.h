#pragma once

#include <QStringList>
#include <atomic>

namespace mz {

/// The files below a folder that the program reads, in the order of their
/// names. Folders that are linked to are not entered, so no circle is walked;
/// at most `most` files are given.
QStringList readableFiles(
    const QString &folder, const std::atomic<bool> *stop = nullptr, qsizetype most = 200'000);

}  // namespace mz
