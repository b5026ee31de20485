#include "model/manuscript/readers/pdf_reader.h"
#include "tests/model/manuscript/pdf_maker.h"
#include "tests/support/thinning.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <sys/resource.h>

using namespace mz;

namespace {

using Make = QByteArray (*)();

QByteArray rows(int count, const QByteArray &row) { return row.repeated(count); }

QByteArray fileOf(PdfMaker maker) { return maker.bytes(); }

QByteArray pageTreeThatHoldsItself()
{
    PdfMaker maker;
    maker.add("<< /Type /Catalog /Pages 2 0 R >>");
    maker.add("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 >>");
    return fileOf(maker);
}

QByteArray deepPageTree()
{
    constexpr int depth = 50'000;
    PdfMaker maker;
    maker.add("<< /Type /Catalog /Pages 2 0 R >>");
    for (int i = 0; i < depth; ++i)
        maker.add("<< /Type /Pages /Count 1 /Kids [" + QByteArray::number(i + 3) + " 0 R] >>");
    maker.add("<< /Type /Page /MediaBox [0 0 595 842] >>");
    return fileOf(maker);
}

QByteArray morePagesThanThereAre()
{
    PdfMaker maker;
    maker.add("<< /Type /Catalog /Pages 2 0 R >>");
    maker.add("<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>");
    maker.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
    return fileOf(maker);
}

/// Few objects, but every page node is used twice: 2^12 pages of much text.
QByteArray pagesUsedAgainAndAgain()
{
    PdfMaker maker;
    maker.add("<< /Type /Catalog /Pages 2 0 R >>");
    for (int i = 0; i < 12; ++i) {
        const QByteArray next = QByteArray::number(i + 3) + " 0 R ";
        maker.add("<< /Type /Pages /Count " + QByteArray::number(1 << (12 - i)) + " /Kids [" + next
            + next + "] >>");
    }
    maker.add("<< /Type /Page /MediaBox [0 0 595 842] /Contents 15 0 R /Resources << /Font << /F1 "
              "16 0 R >> >> >>");
    maker.packed("BT /F1 9 Tf 50 700 Td " + rows(5000, "(Much text again) Tj ") + "ET");
    maker.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    return fileOf(maker);
}

QByteArray hugePage()
{
    return PdfMaker::page(
        "BT /F1 9 Tf 50 700 Td (Some text of the page) Tj ET", {}, {}, "0 0 1e30 1e30");
}

QByteArray millionGlyphs()
{
    return PdfMaker::page("BT /F1 9 Tf 50 700 Td "
        + rows(20'000,
            "(0123456789012345678901234567890"
            "1234567890123456789) Tj ")
        + "ET");
}

QByteArray millionRules()
{
    QByteArray content;
    for (int i = 0; i < 1'000'000; ++i)
        content += i % 2
            ? "0 " + QByteArray::number(i % 842) + " m 595 " + QByteArray::number(i % 842)
                + " l S\n"
            : QByteArray::number(i % 595) + " 0 m " + QByteArray::number(i % 595) + " 842 l S\n";
    return PdfMaker::page(content);
}

/// As many borders as are looked at, each in many parts.
QByteArray rulesInManyParts()
{
    QByteArray content;
    for (int x = 0; x < 90; ++x) {
        for (int y = 0; y < 500; ++y)
            content += QByteArray::number(6 * x) + ' ' + QByteArray::number(1.6 * y)
                + " 5 0.2 re f\n" + QByteArray::number(6 * x) + ' ' + QByteArray::number(1.6 * y)
                + " 0.2 5 re f\n";
    }
    return PdfMaker::page(content);
}

QByteArray onePathOfAMillionPoints()
{
    return PdfMaker::page("0 0 m " + rows(1'000'000, "9 9 l 9 99 l ") + "S");
}

QByteArray contentThatUnpacksToAGibibyte()
{
    // Twice packed: the file itself stays small.
    const QByteArray blank(256 * 1024 * 1024, ' ');
    const QByteArray once = qCompress(blank, 9).sliced(4);
    const QByteArray twice = qCompress(once.repeated(1), 9).sliced(4);
    PdfMaker maker;
    maker.add("<< /Type /Catalog /Pages 2 0 R >>");
    maker.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    maker.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R 4 0 R 4 0 R 4 "
              "0 R] >>");
    maker.stream(twice, "/Filter [/FlateDecode /FlateDecode]");
    return fileOf(maker);
}

QByteArray formThatDrawsItself()
{
    return PdfMaker::page("/X Do", "/XObject << /X 6 0 R >>",
        {"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> "
         ">> /Length 11 >>\nstream\n/X Do /X Do\nendstream"});
}

/// Each form draws the next one ten times: 10^20 drawings.
QByteArray formsThatMultiply()
{
    QByteArrayList forms;
    for (int i = 0; i < 20; ++i) {
        const QByteArray content
            = i == 19 ? QByteArray("0 0 m 9 9 l S") : QByteArray("/X Do ").repeated(10);
        forms
            << "<< /Type /XObject /Subtype /Form /BBox [0 0 900 900] /Resources << /XObject << /X "
                + QByteArray::number(7 + i) + " 0 R >> >> /Length "
                + QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream";
    }
    return PdfMaker::page("/X Do", "/XObject << /X 6 0 R >>", forms);
}

QByteArray deepArrays()
{
    return PdfMaker::page(QByteArray(2'000'000, '[') + QByteArray(2'000'000, ']'));
}

QByteArray deepObject()
{
    return PdfMaker::page("/X Do", "/XObject << /X 6 0 R >>",
        {QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']')});
}

QByteArray savedStatesWithoutEnd() { return PdfMaker::page(rows(1'000'000, "q ")); }

QByteArray lengthThatRefersToItself()
{
    PdfMaker maker;
    maker.add("<< /Type /Catalog /Pages 2 0 R >>");
    maker.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    maker.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>");
    maker.add("<< /Length 4 0 R >>\nstream\nBT ET\nendstream");
    return fileOf(maker);
}

QByteArray tablesOfReferencesInACircle()
{
    PdfMaker maker;
    maker.add("<< /Type /Catalog /Pages 2 0 R >>");
    maker.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    maker.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
    const QByteArray plain = maker.bytes();
    return maker.bytes("/Prev " + QByteArray::number(plain.indexOf("xref\n")));
}

QByteArray patternOfManyTiles()
{
    return PdfMaker::page("/Pattern cs /P scn 0 0 595 842 re f", "/Pattern << /P 6 0 R >>",
        {"<< /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep "
         "0.0001 "
         "/YStep 0.0001 /Resources << >> /Length 11 >>\nstream\n0 0 1 1 re f\nendstream"});
}

QByteArray imageLargerThanMemory()
{
    return PdfMaker::page("/X Do", "/XObject << /X 6 0 R >>",
        {"<< /Type /XObject /Subtype /Image /Width 1000000000 /Height 1000000000 "
         "/BitsPerComponent 8 /ColorSpace /DeviceRGB /Length 3 >>\nstream\nabc\nendstream"});
}

QByteArray imageInTheTextLargerThanMemory()
{
    return PdfMaker::page("BI /W 100000000 /H 100000000 /BPC 8 /CS /RGB ID abc EI BT ET");
}

const std::pair<const char *, Make> bombs[] = {
    {"a page tree that holds itself", &pageTreeThatHoldsItself},
    {"a deep page tree", &deepPageTree},
    {"more pages than there are", &morePagesThanThereAre},
    {"pages used again and again", &pagesUsedAgainAndAgain},
    {"a huge page", &hugePage},
    {"a million glyphs", &millionGlyphs},
    {"a million rules", &millionRules},
    {"rules in many parts", &rulesInManyParts},
    {"one path of a million points", &onePathOfAMillionPoints},
    {"content that unpacks to a gibibyte", &contentThatUnpacksToAGibibyte},
    {"a form that draws itself", &formThatDrawsItself},
    {"forms that multiply", &formsThatMultiply},
    {"deep arrays", &deepArrays},
    {"a deep object", &deepObject},
    {"saved states without end", &savedStatesWithoutEnd},
    {"a length that refers to itself", &lengthThatRefersToItself},
    {"tables of references in a circle", &tablesOfReferencesInACircle},
    {"a pattern of many tiles", &patternOfManyTiles},
    {"an image larger than memory", &imageLargerThanMemory},
    {"an image in the text larger than memory", &imageInTheTextLargerThanMemory},
};

long mostMebibytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

}  // namespace

class TestHostilePdf : public QObject
{
    Q_OBJECT

private slots:
    void everyBombEnds_data()
    {
        QTest::addColumn<int>("bomb");
        for (int i = 0; i < int(std::size(bombs)); ++i)
            QTest::newRow(bombs[i].first) << i;
    }
    void everyBombEnds()
    {
        QFETCH(const int, bomb);
        const QByteArray bytes = bombs[bomb].second();
        // Read or refused: both is right, as long as it ends.
        const auto manuscript = readPdf(bytes);
        if (!manuscript)
            QVERIFY(!manuscript.error().message.isEmpty());
        // The sanitizers keep what is freed for a while.
        if (mz::test::thinning == 1)
            QVERIFY2(mostMebibytes() < 1024, qPrintable(QString::number(mostMebibytes())));
    }

    void damagedRealFilesEnd_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"putuo-caizhengju-2025-budget.pdf",
                 "putuo-shehuigongzuobu-2024.pdf", "shanghai-template.pdf"})
            QTest::newRow(name) << QStringLiteral(MINGZHANG_SHARED "/reports/")
                    + QLatin1String(name);
    }
    void damagedRealFilesEnd()
    {
        QFETCH(const QString, name);
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("needs the real reports of ../shared/reports, which are not here");
        const QByteArray whole = file.readAll();
        // More on demand: a damaged file takes as long as a whole one.
        const int trials = qEnvironmentVariableIntValue("MZ_TRIALS");
        const int count = (trials > 0 ? trials : 20) / mz::test::thinning;
        for (int seed = 0; seed < count; ++seed) {
            QRandomGenerator random{quint32(seed)};
            QByteArray bytes = whole;
            if (seed % 3 == 0)
                bytes.truncate(random.bounded(int(bytes.size())));
            const int flips = seed % 3 == 0 ? 1 : 1 << random.bounded(10);
            for (int i = 0; i < flips && !bytes.isEmpty(); ++i) {
                char &byte = bytes[random.bounded(int(bytes.size()))];
                byte = seed % 2 ? char(byte ^ (1 << random.bounded(8)))
                                : "0123456789<>[]()/ R"[random.bounded(19)];
            }
            const auto manuscript = readPdf(bytes);
            if (!manuscript)
                QVERIFY(!manuscript.error().message.isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(TestHostilePdf)
#include "tst_hostile_pdf.moc"
