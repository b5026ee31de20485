#include "model/manuscript/readers/html_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static_cast<void>(
        mz::readHtml(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size))));
    return 0;
}
