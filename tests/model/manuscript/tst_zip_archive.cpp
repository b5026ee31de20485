#include "model/manuscript/readers/zip_archive.h"
#include "tests/model/manuscript/zip_maker.h"

#include <QTest>
#include <QtEndian>
#include <random>

using namespace mz;

namespace {

constexpr int localNameLength = 26;  // offsets inside the headers of a zip file
constexpr int localSize = 22;
constexpr int centralSize = 24;
constexpr int centralOffset = 42;

void putNumber(QByteArray &bytes, qsizetype at, quint32 value)
{
    qToLittleEndian(value, bytes.data() + at);
}

/// Where the central directory's entry of a name begins.
qsizetype centralEntry(const QByteArray &bytes, const QByteArray &name)
{
    const qsizetype at = bytes.lastIndexOf(name);
    Q_ASSERT(at > 46);
    return at - 46;
}

QByteArray report() { return QByteArray("收入支出决算总表\n").repeated(500); }

QByteArray twoParts()
{
    return ZipMaker().add("word/one.xml", report()).add("word/two.xml", "two").bytes();
}

/// Opens and reads everything; the message of the first failure.
QString failure(const QByteArray &bytes)
{
    auto archive = ZipArchive::open(bytes);
    if (!archive)
        return archive.error().message;
    for (const QString &name : archive->names())
        if (const auto part = archive->read(name); !part)
            return part.error().message;
    return {};
}

}  // namespace

class TestZipArchive : public QObject
{
    Q_OBJECT

private slots:
    void partsAreRead()
    {
        const QByteArray bytes = twoParts();
        auto archive = ZipArchive::open(bytes);
        QVERIFY(archive);
        QCOMPARE(archive->names(), QStringList({"word/one.xml", "word/two.xml"}));
        QVERIFY(archive->contains("word/two.xml"));
        QVERIFY(!archive->contains("word/three.xml"));
        QCOMPARE(*archive->read("word/one.xml"), report());
        QCOMPARE(*archive->read("word/two.xml"), QByteArray("two"));
        QCOMPARE(*archive->read("word/two.xml"), QByteArray("two"));
        QVERIFY(!archive->read("word/three.xml"));
    }

    void aPartCanBeReadInPiecesAndLeft()
    {
        const QByteArray bytes = ZipMaker().add("a", QByteArray(1'000'000, 'x')).bytes();
        auto archive = ZipArchive::open(bytes);
        QVERIFY(archive);
        int pieces = 0;
        QVERIFY(!archive->stream("a", [&pieces](const char *, qsizetype) { return ++pieces < 3; }));
        QCOMPARE(pieces, 3);
    }

    void namesOfOldProgramsAreUnderstood()
    {
        const QByteArray bytes = ZipMaker().add("word\\one.xml", "1").add("/two.xml", "2").bytes();
        auto archive = ZipArchive::open(bytes);
        QVERIFY(archive);
        QCOMPARE(archive->names(), QStringList({"word/one.xml", "two.xml"}));
        QCOMPARE(*archive->read("word/one.xml"), QByteArray("1"));
    }

    void whatIsNoZipFileIsRefused()
    {
        QVERIFY(!ZipArchive::open({}));
        QVERIFY(!ZipArchive::open("PK"));
        QVERIFY(!ZipArchive::open("PK\x03\x04"));
        QVERIFY(!ZipArchive::open(QByteArray(4096, '\0')));
        QVERIFY(!ZipArchive::open(QByteArray("合计,922.207\n").repeated(100)));
    }

    void twoPartsOfOneNameAreRefused()
    {
        QByteArray bytes = twoParts();
        bytes.replace("word/two.xml", "word/one.xml");
        QVERIFY(failure(bytes).contains("damaged"));
        bytes = twoParts();
        bytes.replace("word/two.xml", "word\\one.xml");
        QVERIFY(failure(bytes).contains("damaged"));
    }

    void overlappingPartsAreRefused()
    {
        QByteArray bytes = ZipMaker().add("a1", report()).add("a2", report()).stored().bytes();
        // The second entry of the directory points to the first part.
        putNumber(bytes, centralEntry(bytes, "a2") + centralOffset, 0);
        bytes[bytes.lastIndexOf("a2") + 1] = '1';
        QVERIFY(!failure(bytes).isEmpty());
    }

    void sizesThatLieAreNotBelieved()
    {
        const QByteArray large(1'000'000, 'x');
        for (const quint32 lie : {0U, 10U, 0x7fffffffU, 0xfffffffeU}) {
            QByteArray bytes = ZipMaker().add("part", large).bytes();
            putNumber(bytes, localSize, lie);
            putNumber(bytes, centralEntry(bytes, "part") + centralSize, lie);
            auto archive = ZipArchive::open(bytes);
            if (!archive)
                continue;
            const auto part = archive->read("part");
            QVERIFY(!part || *part == large);
        }
    }

    void aBombIsStoppedWhileItIsUnpacked()
    {
        // 270 MB of zeros in 270 kB.
        const QByteArray bytes = ZipMaker().add("bomb", QByteArray(270'000'000, '\0')).bytes();
        QVERIFY(bytes.size() < 1'000'000);
        auto archive = ZipArchive::open(bytes);
        QVERIFY(archive);
        qint64 taken = 0;
        const auto error = archive->stream("bomb", [&taken](const char *, qsizetype size) {
            taken += size;
            return true;
        });
        QVERIFY(error);
        QVERIFY(error->message.contains("256 MB"));
        QVERIFY(taken <= 256LL * 1024 * 1024);
    }

    void allPartsTogetherAreBounded()
    {
        const QByteArray bytes = ZipMaker().add("a", QByteArray(200'000'000, '\0')).bytes();
        auto archive = ZipArchive::open(bytes);
        QVERIFY(archive);
        const auto take = [](const char *, qsizetype) { return true; };
        QVERIFY(!archive->stream("a", take));
        QVERIFY(!archive->stream("a", take));
        const auto error = archive->stream("a", take);
        QVERIFY(error);
        QVERIFY(error->message.contains("512 MB"));
    }

    void tooManyPartsAreRefused()
    {
        ZipMaker maker;
        for (int i = 0; i < 4097; ++i)
            maker.add(QString::number(i), "x");
        QVERIFY(failure(maker.bytes()).contains("4096"));
    }

    void aPasswordIsNamed()
    {
        const QByteArray bytes = ZipMaker().add("a", report()).encrypted().bytes();
        QVERIFY(failure(bytes).contains("password"));
    }

    void aCompoundFileIsNamed()
    {
        // What an office program writes around a document with a password.
        QVERIFY(failure("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on").contains("password"));
    }

    void aTruncatedFileIsRefused()
    {
        const QByteArray bytes = twoParts();
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY2(!failure(bytes.first(size)).isEmpty(), qPrintable(QString::number(size)));
    }

    void aFlippedBitNeverGivesOtherText()
    {
        const QByteArray whole = twoParts();
        std::mt19937 random(5);
        for (int i = 0; i < 3000; ++i) {
            QByteArray bytes = whole;
            const auto at = qsizetype(random() % unsigned(bytes.size()));
            bytes[at] = char(bytes[at] ^ char(1 << (random() % 8)));
            auto archive = ZipArchive::open(bytes);
            if (!archive)
                continue;
            if (const auto part = archive->read("word/one.xml"))
                QCOMPARE(*part, report());
        }
    }

    void namesMayLieAboutTheirLength()
    {
        QByteArray bytes = twoParts();
        bytes[localNameLength] = char(0xff);
        bytes[localNameLength + 1] = char(0xff);
        QVERIFY(!failure(bytes).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestZipArchive)
#include "tst_zip_archive.moc"
