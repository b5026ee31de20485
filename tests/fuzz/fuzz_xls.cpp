#include "model/manuscript/readers/ole_file.h"
#include "model/manuscript/readers/xls_reader.h"

/// A compound file, or the workbook's stream alone.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    static_cast<void>(mz::OleFile::begins(bytes) ? mz::readXls(bytes) : mz::readXlsStream(bytes));
    return 0;
}
