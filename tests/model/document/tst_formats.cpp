#include "model/compose/composer.h"
#include "model/manuscript/readers/formats.h"
#include "model/recognize/recognizer.h"
#include "tests/support/real_reports.h"
#include "tests/support/written_files.h"
#include "tests/support/written_pdf.h"

using namespace mz;

namespace {

using Writer = QByteArray (*)(const Manuscript &);

struct Format
{
    const char *name;
    const char *file;
    Writer write;
    bool keepsText;            ///< Its sections come back too; a sheet has only lines.
    bool breaksNames = false;  ///< A name runs over as many lines as its cell is narrow.
};

template <int rotate, bool turned = false>
QByteArray turnedPdf(const Manuscript &manuscript)
{
    return test::writtenPdf(manuscript, {{842, 595, rotate, turned}});
}

const Format formats[] = {
    {"html", "report.html", &test::writtenHtml, true},
    {"docx", "report.docx",
        [](const Manuscript &manuscript) { return test::writtenDocx(manuscript); }, true},
    {"xlsx, a sheet a table", "report.xlsx",
        [](const Manuscript &manuscript) { return test::writtenXlsx(manuscript, false); }, false},
    {"xlsx, one sheet", "report.xlsx",
        [](const Manuscript &manuscript) { return test::writtenXlsx(manuscript, true); }, false},
    {"csv", "report.csv", &test::writtenCsv, false},
    {"csv in GB18030", "report.csv",
        [](const Manuscript &manuscript) { return test::inGb18030(test::writtenCsv(manuscript)); },
        false},
    {"txt", "report.txt",
        [](const Manuscript &manuscript) { return writeText(manuscript).toUtf8(); }, true},
    {"txt in GB18030", "report.txt",
        [](const Manuscript &manuscript) {
            return test::inGb18030(writeText(manuscript).toUtf8());
        },
        true},
    {"pdf", "report.pdf", &turnedPdf<0>, false, true},
    {"pdf, pages turned right", "report.pdf", &turnedPdf<90>, false, true},
    {"pdf, pages upside down", "report.pdf", &turnedPdf<180>, false, true},
    {"pdf, pages turned left", "report.pdf", &turnedPdf<270>, false, true},
    {"pdf, drawn sideways", "report.pdf", &turnedPdf<0, true>, false, true},
    {"pdf of low pages", "report.pdf",
        [](const Manuscript &manuscript) {
            return test::writtenPdf(manuscript, {{842, 300}});
        },
        false, true},
    {"pdf of low pages, headings repeated", "report.pdf",
        [](const Manuscript &manuscript) {
            return test::writtenPdf(manuscript, {{842, 350}, true, 2});
        },
        false, true},
};

/// The report with the tables that are kept as they are as lists of their texts:
/// a text file knows no spans.
Report withPlainGrids(Report report)
{
    for (Section &section : report.sections) {
        for (Block &block : section.blocks) {
            block.grid.spansKnown = false;
            for (auto &row : block.grid.rows) {
                std::vector<GridCell> texts;
                for (const GridCell &cell : row) {
                    if (!cell.text.trimmed().isEmpty())
                        texts.push_back({cell.text.trimmed()});
                }
                row = std::move(texts);
            }
        }
    }
    return report;
}

}  // namespace

class TestFormats : public QObject
{
    Q_OBJECT

private slots:
    void aReportIsTheSameThroughEveryFormat_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("format");
        for (const test::RealReport &source : test::realReports()) {
            for (int format = 0; format < int(std::size(formats)); ++format)
                QTest::addRow("%s, %s", source.name, formats[format].name) << source.path << format;
        }
    }
    void aReportIsTheSameThroughEveryFormat()
    {
        QFETCH(const QString, path);
        QFETCH(const int, format);
        if (!QFile::exists(path))
            QSKIP("needs the real reports of ../shared/reports, which are not here");
        const auto opened = openReport(path, test::context());
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text()));
        const Format &kind = formats[format];
        const QByteArray bytes = kind.write(compose(opened->report));
        const auto manuscript = readManuscript(bytes, QString::fromLatin1(kind.file));
        QVERIFY2(manuscript, qPrintable(manuscript ? QString() : manuscript.error().text()));
        const auto again = recognize(*manuscript, test::context().handbook, test::context().words);
        QVERIFY2(again, qPrintable(again ? QString() : again.error().text()));
        if (kind.keepsText)
            QCOMPARE(test::difference(withPlainGrids(opened->report), withPlainGrids(*again)),
                QString());
        else if (kind.breaksNames)
            QCOMPARE(test::tablesDiffer(
                         test::withWholeNames(opened->report), test::withWholeNames(*again)),
                QString());
        else
            QCOMPARE(test::tablesDiffer(opened->report, *again), QString());
        QCOMPARE(test::notesOf(*again), QString());
    }
};

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
