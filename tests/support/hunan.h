#pragma once

#include "model/document/report_file.h"
#include <QFile>
#include <QTest>

namespace mz::test {

/// The real Hunan report, where the tests have it.
inline QString hunanPath()
{
    return QStringLiteral(MINGZHANG_SHARED "/reports/huaihua-jiguan-2023.txt");
}

inline const ReadingContext &context()
{
    static const Result<ReadingContext> loaded = ReadingContext::load();
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().text()));
    return *loaded;
}

}  // namespace mz::test

/// Skips a test that needs the real report where it is absent.
#define MZ_NEEDS_HUNAN()                                                                           \
    if (!QFile::exists(mz::test::hunanPath()))                                                     \
    QSKIP("needs ../shared/reports/huaihua-jiguan-2023.txt, which is not here")
