#include "model/compose/composer.h"
#include "model/document/report_file.h"
#include "tests/model/manuscript/doc_maker.h"
#include "tests/model/manuscript/xls_maker.h"
#include "tests/support/hunan.h"
#include "tests/support/written_files.h"
#include "tests/support/written_pdf.h"

#include <QDir>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

/// A few cells of every kind that a workbook has.
QByteArray smallXls()
{
    const auto cell = [](int row, int column) { return u16(row) + u16(column) + u16(0); };
    QByteArray records;
    for (int row = 0; row < 8; ++row)
        records += record(0x203, cell(row, 0) + f64(row * 1.25))
            + record(0x204, cell(row, 1) + wideText(u"科目"_s))
            + record(0x06, cell(row, 2) + f64(row) + u16(0) + u32(0) + u16(0));
    records += record(0xE5, u16(1) + u16(0) + u16(0) + u16(0) + u16(2));
    return oleFile({{u"Workbook"_s, workbookStream({}, {{u"表一"_s, records}})}});
}

QByteArray smallDoc()
{
    const auto line = [](const QString &text) { return DocTestParagraph{{{text + u'\r'}}, {}}; };
    const auto cell = [](const QString &text) {
        return DocTestParagraph{{{text + QChar(7)}}, inTable};
    };
    return DocMaker({line(u"收入支出决算总表"_s), cell(u"项目"_s), cell(u"1.25"_s),
                        {{{u"\x07"_s}}, endsRow + rowCells({0, 1000, 2000})}, line(u"注"_s)})
        .file();
}

void write(const QDir &folder, const QString &format, const QString &name, const QByteArray &bytes)
{
    folder.mkpath(format);
    QFile file(folder.filePath(format + u'/' + name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(file.fileName()));
}

}  // namespace

/// Writes a folder for each fuzz target, with files for it to begin from: the sample
/// report, whole and its first pieces, in every format that the tests can write.
int main(int argc, char **argv)
{
    if (argc != 2)
        qFatal("write_seeds FOLDER");
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    const auto opened = openReport(
        QStringLiteral(MINGZHANG_SOURCE "/resources/samples/huaihua-2023.mzr"), context());
    if (!opened)
        qFatal("%s", qPrintable(opened.error().text()));
    const Manuscript whole = compose(opened->report);
    Manuscript part = whole;
    constexpr size_t pieces = 12;
    part.blocks.resize(std::min(pieces, part.blocks.size()));
    for (const auto &[name, manuscript] :
        {std::pair(u"part"_s, &std::as_const(part)), std::pair(u"whole"_s, &whole)}) {
        const QByteArray text = writeText(*manuscript).toUtf8();
        write(folder, u"text"_s, name, text);
        write(folder, u"text"_s, name + u"-gb18030"_s, inGb18030(text));
        write(folder, u"text"_s, name + u"-csv"_s, writtenCsv(*manuscript));
        write(folder, u"html"_s, name, writtenHtml(*manuscript));
        write(folder, u"docx"_s, name, writtenDocx(*manuscript));
        write(folder, u"xlsx"_s, name, writtenXlsx(*manuscript, false));
        write(folder, u"xlsx"_s, name + u"-one"_s, writtenXlsx(*manuscript, true));
        write(folder, u"pdf"_s, name, writtenPdf(*manuscript));
    }
    write(folder, u"doc"_s, u"small"_s, smallDoc());
    write(folder, u"xls"_s, u"small"_s, smallXls());
    return 0;
}
