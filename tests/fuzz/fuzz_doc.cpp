#include "model/manuscript/readers/doc_reader.h"
#include "model/manuscript/readers/ole_file.h"

/// A compound file, or the document's stream alone, which then stands for its
/// tables too: their places are in it, and any place will do.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (mz::OleFile::begins(bytes))
        static_cast<void>(mz::readDoc(bytes));
    else
        static_cast<void>(mz::readDocStreams(bytes, bytes, bytes));
    return 0;
}
