#include "model/manuscript/readers/ole_file.h"
#include "tests/model/manuscript/ole_maker.h"

#include <QRandomGenerator>
#include <QTest>

using namespace mz;

namespace {

QByteArray pattern(int size)
{
    QByteArray bytes(size, '\0');
    for (int i = 0; i < size; ++i)
        bytes[i] = char(i * 7 + i / 256);
    return bytes;
}

QByteArray sample()
{
    return oleFile({{QStringLiteral("Workbook"), pattern(5000)},
        {QStringLiteral("表"), pattern(70'000)}, {QStringLiteral("1Table"), pattern(4096)}});
}

/// Everything that can be read of it, if only to see that it ends.
qsizetype readAll(const QByteArray &bytes)
{
    qsizetype size = 0;
    if (const auto file = OleFile::open(bytes)) {
        for (const QString &name : file->names()) {
            if (const auto stream = file->read(name))
                size += stream->size();
        }
    }
    return size;
}

}  // namespace

class TestOleFile : public QObject
{
    Q_OBJECT
private slots:
    void everyStreamIsReadWhole();
    void whatIsNoCompoundFileIsRefused();
    void aMissingStreamIsTold();
    void anEncryptedModernDocumentIsToldAsProtected();
    void chainsThatRunInACircleEnd();
    void aDirectoryWithoutEndIsRefused();
    void aCircleOfDirectoryEntriesEnds();
    void aStreamLongerThanTheFileIsDamaged();
    void everyTruncationEnds();
    void everyDamageEnds();
};

void TestOleFile::everyStreamIsReadWhole()
{
    const QByteArray bytes = sample();
    const auto file = OleFile::open(bytes);
    QVERIFY(file);
    QCOMPARE(file->names().size(), 3);
    QCOMPARE(*file->read(QStringLiteral("Workbook")), pattern(5000));
    QCOMPARE(*file->read(QStringLiteral("表")), pattern(70'000));
    QCOMPARE(*file->read(QStringLiteral("1Table")), pattern(4096));
}

void TestOleFile::whatIsNoCompoundFileIsRefused()
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("PK\3\4"), QByteArray(4096, 'x')}) {
        const auto file = OleFile::open(bytes);
        QVERIFY(!file);
        QVERIFY(!file.error().message.isEmpty());
    }
}

void TestOleFile::aMissingStreamIsTold()
{
    const QByteArray bytes = sample();
    const auto stream = OleFile::open(bytes)->read(QStringLiteral("WordDocument"));
    QVERIFY(!stream);
    QCOMPARE(stream.error().place, QString("WordDocument"));
}

void TestOleFile::anEncryptedModernDocumentIsToldAsProtected()
{
    const QByteArray bytes = oleFile({{QStringLiteral("EncryptionInfo"), pattern(100)},
        {QStringLiteral("EncryptedPackage"), pattern(100)}});
    const auto file = OleFile::open(bytes);
    QVERIFY(!file);
    QVERIFY2(file.error().message.contains("password"), qPrintable(file.error().message));
}

void TestOleFile::chainsThatRunInACircleEnd()
{
    QByteArray bytes = sample();
    // Every link of the sector table points back to the first sector of the
    // stream that it belongs to, or to itself.
    const qsizetype table = bytes.size() - 2 * 512;
    for (qsizetype i = 8; i < 120; ++i)
        putNumber(bytes, table + 4 * i, quint32(i % 2 ? 3 : i));
    QVERIFY(readAll(bytes) < bytes.size());

    QByteArray tables = sample();
    putNumber(tables, 72, 0x7FFFFFFF);
    putNumber(tables, 68, 0);
    QVERIFY(readAll(tables) <= bytes.size());
}

void TestOleFile::aDirectoryWithoutEndIsRefused()
{
    QByteArray circle = sample();
    putNumber(circle, circle.size() - 2 * 512, 0);
    QVERIFY(!OleFile::open(circle));

    std::vector<std::pair<QString, QByteArray>> many(5000, {QStringLiteral("a"), QByteArray()});
    const QByteArray longOne = oleFile(many);
    QVERIFY(!OleFile::open(longOne));
}

void TestOleFile::aCircleOfDirectoryEntriesEnds()
{
    for (quint32 link = 68; link <= 76; link += 4) {
        for (quint32 target = 0; target < 5; ++target) {
            QByteArray bytes = sample();
            putNumber(bytes, 512 + 2 * 128 + link, target);
            QVERIFY(readAll(bytes) <= bytes.size());
        }
    }
}

void TestOleFile::aStreamLongerThanTheFileIsDamaged()
{
    for (const quint32 size : {200'000U, 0x7FFFFFFFU, 0xFFFFFFFFU}) {
        QByteArray bytes = sample();
        putNumber(bytes, 512 + 128 + 120, size);
        const auto file = OleFile::open(bytes);
        QVERIFY(!file || !file->read(QStringLiteral("Workbook")));
    }
}

void TestOleFile::everyTruncationEnds()
{
    const QByteArray bytes = sample();
    for (qsizetype size = 0; size < bytes.size(); size += 97)
        QVERIFY(readAll(bytes.left(size)) <= bytes.size());
}

void TestOleFile::everyDamageEnds()
{
    const QByteArray bytes = sample();
    QRandomGenerator random(2024);
    for (int round = 0; round < 2000; ++round) {
        QByteArray damaged = bytes;
        for (int i = 0; i < 8; ++i) {
            // The header, the directory and the table are where it hurts.
            const quint32 at = random.bounded(2048);
            const qsizetype place = at < 1536 ? at : bytes.size() - (at - 1535);
            damaged[place] = char(random.bounded(256));
        }
        QVERIFY(readAll(damaged) <= 3 * bytes.size());
    }
}

QTEST_GUILESS_MAIN(TestOleFile)
#include "tst_ole_file.moc"
