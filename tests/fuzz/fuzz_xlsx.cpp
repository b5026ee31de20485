#include "model/manuscript/readers/xlsx_reader.h"
#include "tests/model/manuscript/xlsx_maker.h"

/// A whole file, or the part of a sheet: a damaged zip file mostly tells nothing
/// of the reader.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (!bytes.startsWith("PK"))
        bytes = XlsxMaker()
                    .stored()
                    .styles({"#,##0.00", "0.00;-0.00;\"-\"", "yyyy\"年\"m\"月\"d\"日\"", "0%"})
                    .sharedTexts("<si><t>合计</t></si>")
                    .part("表", bytes)
                    .bytes();
    (void)mz::readXlsx(bytes);
    return 0;
}
