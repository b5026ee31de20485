#include "model/manuscript/readers/docx_reader.h"
#include "model/manuscript/readers/sheet_formulas.h"
#include "model/manuscript/readers/xlsx_reader.h"
#include "model/manuscript/readers/xlsx_sheet_reader.h"
#include "model/manuscript/readers/xlsx_workbook.h"

#include <QFile>
#include <QTest>
#include <sys/resource.h>

using namespace mz;

namespace {

long mostMebibytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

}  // namespace

/// Reads the file that MZ_BENCH_FILE names (docx or xlsx), and says how much
/// memory the process took at most: so run one function a time.
class TestReadOffice : public QObject
{
    Q_OBJECT

private slots:
    void readsTheFile()
    {
        const QString name = qEnvironmentVariable("MZ_BENCH_FILE");
        if (name.isEmpty())
            QSKIP("MZ_BENCH_FILE names no file.");
        QFile file(name);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
        const QByteArray bytes = file.readAll();
        const bool isWord = name.endsWith(u".docx");
        size_t rows = 0;
        size_t paragraphs = 0;
        QString last;
        QBENCHMARK
        {
            const auto manuscript = isWord ? readDocx(bytes) : readXlsx(bytes);
            QVERIFY2(manuscript, qPrintable(manuscript ? QString() : manuscript.error().text()));
            rows = 0;
            paragraphs = 0;
            for (const ManuscriptBlock &block : manuscript->blocks) {
                if (block.isParagraph()) {
                    ++paragraphs;
                    continue;
                }
                rows += block.grid().rows.size();
                if (block.grid().rows.size() > 1 && block.grid().rows[1].size() > 2)
                    last = block.grid().rows[1][2].text;
            }
        }
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        qInfo("%zu paragraphs, %zu rows, second row: %s; at most %ld MiB", paragraphs, rows,
            qPrintable(last), mostMebibytes());
    }

    /// Without the grid of texts: what a spreadsheet program has in memory.
    void readsAndComputesTheCells()
    {
        const QString name = qEnvironmentVariable("MZ_BENCH_FILE");
        if (!name.endsWith(u".xlsx"))
            QSKIP("MZ_BENCH_FILE names no workbook.");
        QFile file(name);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
        const QByteArray bytes = file.readAll();
        size_t cells = 0;
        QBENCHMARK
        {
            cells = 0;
            const auto goOn = [] { return true; };
            auto archive = ZipArchive::open(bytes);
            QVERIFY(archive);
            const auto workbook = readWorkbook(*archive, goOn);
            QVERIFY(workbook);
            for (const Workbook::SheetEntry &entry : workbook->sheets) {
                auto sheet = readSheetCells(*archive, entry.part, ReadingLimits::cells, goOn);
                QVERIFY(sheet);
                QCOMPARE(computeFormulas(*sheet), 0);
                cells += sheet->cells.size();
            }
        }
        qInfo("%zu cells; at most %ld MiB", cells, mostMebibytes());
    }
};

QTEST_APPLESS_MAIN(TestReadOffice)
#include "tst_read_office.moc"
