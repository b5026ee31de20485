#include "model/manuscript/readers/text_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto text = mz::decodeText(bytes))
        mz::readText(*text);
    return 0;
}
